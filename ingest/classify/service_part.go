package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// servicePartWords are the words of the Ombudsman's sub-categories, by the
// slugs of their names on the Ombudsman's site, so that an agenda item about
// homelessness is found beside the findings about it. "Other" is none.
var servicePartWords = []struct {
	part  archive.Service
	words termSet
}{
	{"adult_social_care/assessment-and-care-plan", terms(`care act assessments?|care plans?|needs assessments?|social care assessments?|care and support plans?|carers['’]? assessments?`)},
	{"adult_social_care/charging", terms(`charging (?:policy|for care)|care charges|charges for care|financial assessments?|deferred payments?|top[ -]up fees?` +
		`|disability[ -]related expenditure|client contributions?|social care charg\w+|charg(?:es|ing) for care`)},
	{"adult_social_care/direct-payments", terms(`direct payments?|personal budgets?`)},
	{"adult_social_care/disabled-facilities-grants", terms(`disabled facilities grants?|dfgs?`)},
	{"adult_social_care/domiciliary-care", terms(`domiciliary care|home ?care|homecare|care at home|help at home|domiciliary`)},
	{"adult_social_care/residential-care", terms(`residential care|care homes?|nursing homes?|residential and nursing`)},
	{"adult_social_care/safeguarding", terms(`safeguarding adults?|adults?['’]? safeguarding|deprivation of liberty|dols`)},

	{"childrens_services/adoption", terms(`adoption|adopt(?:ers?|ive)`)},
	{"childrens_services/child-protection", terms(`child protection|safeguarding children|children['’]?s? safeguarding|section 47`)},
	{"childrens_services/disabled-children", terms(`disabled children|children with disabilities|short breaks`)},
	{"childrens_services/fostering", terms(`foster(?:ing|ed|s| carers?| care)`)},
	{"childrens_services/friends-and-family-carers", terms(`friends and family carers?|kinship care\w*|special guardian\w*|connected persons?`)},
	{"childrens_services/looked-after-children", terms(`looked[ -]after children|children (?:looked after|in care)|care leavers?|corporate parent\w*`)},

	{"education/special-educational-needs", terms(`special educational needs|ehcps?|ehc plans?|education,? health and care plans?|send`)},
	{"education/alternative-provision", terms(`alternative provision|pupil referral|education other than at school|out of school`)},
	{"education/school-admissions", terms(`school admissions?|admission (?:arrangements|number|policy)|admissions policy|school places|admissions?` +
		`|places at (?:primary|secondary) schools|falling rolls|school place planning|place planning`)},
	{"education/school-exclusions", terms(`exclusions? from school|school exclusions?|permanent exclusions?|excluded pupils`)},
	{"education/school-transport", terms(`school transport|home to school transport|transport to school|school buses`)},

	{"benefits_and_tax/council-tax", terms(`council tax(?: base| premiums?| level| setting| resolution| discounts?)?|precepts?|single person discounts?|second homes`)},
	{"benefits_and_tax/council-tax-support", terms(`council tax (?:reduction|support)|ctrs?`)},
	{"benefits_and_tax/housing-benefit-and-council-tax-benefit", terms(`housing benefits?|council tax benefit`)},
	{"benefits_and_tax/local-welfare-payments", terms(`household support fund|local welfare|crisis support|hardship fund|discretionary housing payments?|emergency payments|crisis payments`)},

	{"environment/antisocial-behaviour", terms(`anti[ -]?social behaviour|asb`)},
	{"environment/cemeteries-and-crematoria", terms(`cemeter(?:y|ies)|crematori\w+|burial grounds?|memorial testing|memorial safety|burials?|graves?|headstones?|churchyards?|burial fees`)},
	{"environment/drainage", terms(`drainage|sewers?|sewage|flood\w*`)},
	{"environment/noise", terms(`noise`)},
	{"environment/pollution", terms(`pollution|air quality|contaminated land`)},
	{"environment/refuse-and-recycling", terms(`refuse|recycling|waste collections?|household waste|bin collections?|bins?|fly[ -]?tipping` +
		`|waste (?:collections?|transfer|services?|contracts?|strategy|disposal|sites?|bins?)|(?:garden|food|green|bulky|residual) waste` +
		`|litter\w*|dog bins?`)},
	{"environment/trading-standards", terms(`trading standards`)},

	{"highways_transport/highway-adoption", terms(`highway adoption|adoption of (?:roads?|highways?)`)},
	{"highways_transport/highway-repair-and-maintenance", terms(`potholes?|resurfacing|highways? (?:repairs?|maintenance)|road (?:repairs?|maintenance|surface)|gritting` +
		`|winter (?:service|maintenance)|gull(?:y|ies)|drains?|pot holes?|gully emptying|highways? term contract|winter (?:gritting|plan)` +
		`|salt bins?|grit bins?|snow clearance`)},
	{"highways_transport/parking-and-other-penalties", terms(`parking|penalty charge notices?|pcns?|residents['’]? permits?`)},
	{"highways_transport/public-transport", terms(`public transport|bus services?|buses|bus routes?|rail services?|concessionary (?:travel|fares?)` +
		`|bus (?:travel|stations?|franchis\w+|passes|network|subsid\w+|companies|operators?)|trains?|trams?|community transport` +
		`|railway stations?|ferr(?:y|ies)`)},
	{"highways_transport/rights-of-way", terms(`rights of way|footpaths?|bridleways?|public paths?|stiles?|kissing gates?|definitive map|prow`)},
	{"highways_transport/street-furniture-and-lighting", terms(`street ?lights?|street lighting|street ?lamps?|bus shelters?|street furniture|streetlights?|streetlighting|lamp ?posts?|lighting columns?|signposts?`)},
	{"highways_transport/traffic-management", terms(`traffic (?:regulation|calming|management|orders?)|speed (?:limits?|restrictions?|indicator|humps?)|speeding|20 ?mph` +
		`|school streets?|low traffic|safety cameras?|speed cameras?|speed|20 miles an hour|traffic|road humps|weight limits?` +
		`|(?:zebra|pedestrian|puffin|toucan|pelican) crossings?|hgvs?|yellow lines|one[ -]way|vehicle activated signs?|road closures?` +
		`|temporary restrictions|waiting restrictions|speedwatch|community speed watch`)},

	{"housing/allocations", terms(`allocations? (?:policy|scheme)|housing (?:register|allocations?)|waiting list for housing`)},
	{"housing/council-house-repairs", terms(`housing repairs?|disrepair|repairs to council homes|damp and mould|decent homes|damp|mould|repairs policy|responsive repairs|boilers?`)},
	{"housing/council-house-sales-and-leaseholders", terms(`right to buy|leaseholders?|service charges`)},
	{"housing/homelessness", terms(`homeless\w*|rough sleep\w*|temporary accommodation|bed and breakfast accommodation`)},
	{"housing/managing-council-tenancies", terms(`tenancy (?:management|agreements?|strategy)|council tenan(?:ts?|cies)|rent arrears|rent setting|tenant satisfaction` +
		`|rents? (?:increase|setting|levels?)|tenants?['’]? (?:satisfaction|panel|forum)|tenancy policy|tenancies policy`)},
	{"housing/private-housing", terms(`private (?:rented|sector) (?:housing|sector)|selective licensing|houses? in multiple occupation|hmos?|empty homes|empty properties|landlords?|renters|rogue landlords`)},

	{"planning/building-control", terms(`building (?:regulations|control (?:partnership|service|team|fees?|charges|performance))`)},
	{"planning/enforcement", terms(`planning enforcement|enforcement (?:notices?|plan|report)|breach of (?:planning|listed building) control|enforcement`)},
	{"planning/planning-applications", terms(`planning applications?|planning permission|outline permission|change of use|reserved matters|listed building consent` +
		`|(?:full|outline|householder|retrospective|listed building|planning) applications?|erection of|conversion of` +
		`|variation of conditions?|reserved matters applications?|applications (?:received|determined|considered|for determination)` +
		`|schedule of applications|lawful development certificates?|(?:rear|side|front|single[ -]storey|two[ -]storey) extensions?|dormers?` +
		`|loft conversions?|applications?|appeals (?:received|determined)|wind turbines?`)},
	{"planning/trees", terms(`tree preservation orders?|tpos?|conservation area trees?|tree work applications?`)},
}

var partLexicon = lexiconOf(len(servicePartWords), func(i int) termSet { return servicePartWords[i].words })

// partsMost is how many parts a record may have: a debate that names five is
// about none of them.
const partsMost = 2

// timesSaid is how often a text must name a part that its title does not.
const timesSaid = 3

// serviceParts fills which parts of its services a record is about: those
// its title or its decision names, else the one or two that its text names
// again and again. Each carries the words that say so.
func serviceParts(r archive.Record) {
	h := r.About()
	it, isItem := r.(*archive.Item)
	if _, finding := r.(*archive.Finding); finding || len(h.ServiceParts) > 0 {
		return
	}
	decision := ""
	if isItem {
		decision = it.Decision
	}
	if isItem && len(h.Services) > 1 && gathers(it) { // of several things no one's part is the item's
		return
	}
	if part := applicationPart(h.Title, archive.Committee(r)); part != "" && slices.Contains(h.Services, archive.Planning) {
		h.ServiceParts = []archive.ServicePart{{Part: part, Quote: h.Title, Page: h.PageAt(0)}}
		return
	}
	title, decided, said := partLexicon.count(subjectTitle(h.Title), 1), partLexicon.count(subject(decision), 1), partLexicon.count(subject(h.Text), 2*timesSaid)
	for _, counts := range []struct {
		of   []int
		need int
	}{{title, 1}, {decided, 1}, {said, timesSaid}} {
		var parts []archive.ServicePart
		for i, p := range servicePartWords {
			whole, _, _ := strings.Cut(string(p.part), "/")
			if counts.of[i] >= counts.need && slices.Contains(h.Services, archive.Service(whole)) {
				if q, ok := quoteOf(h, i); ok {
					q.Part = p.part
					parts = append(parts, q)
				}
			}
		}
		if len(parts) > 0 && len(parts) <= partsMost {
			h.ServiceParts = parts
			return
		}
	}
}

// applicationPart is what a planning application's number says it is about, by
// the letters of its kind; none where a title holds no such number.
func applicationPart(title, committee string) archive.Service {
	switch kind := applicationKind.FindStringSubmatch(title); {
	case kind != nil && treeKind.MatchString(kind[1]):
		return "planning/trees"
	case kind != nil && enforcementKind.MatchString(kind[1]):
		return "planning/enforcement"
	case planningApplication(title, bodyOf(committee)):
		return "planning/planning-applications"
	}
	return ""
}

var (
	applicationKind = regexp.MustCompile(`\b\d{2,4}/\d{3,5}/([A-Z]{1,8})\b`)
	treeKind        = regexp.MustCompile(`^(?:T|TPO|TCA|TRE|TW|TREECA|TREETPO|TPOW|WTCA|WTPO)$`)
	enforcementKind = regexp.MustCompile(`^(?:E|EN|ENF|ENFC|UD)$`)
)

// quoteOf is the title, or the first sentence of the text, that names a part.
func quoteOf(h *archive.Head, row int) (archive.ServicePart, bool) {
	if partLexicon.count(subjectTitle(h.Title), 1)[row] > 0 {
		return archive.ServicePart{Quote: h.Title, Page: h.PageAt(0)}, true
	}
	at := 0
	for _, par := range strings.Split(h.Text, "\n\n") {
		if partLexicon.count(subject(par), 1)[row] > 0 {
			for _, s := range parse.Sentences(par) {
				if len(s) <= sentenceMost && partLexicon.count(subject(s), 1)[row] > 0 {
					return archive.ServicePart{Quote: s, Page: h.PageAt(at + strings.Index(par, s))}, true
				}
			}
		}
		at += len(par) + 2
	}
	return archive.ServicePart{}, false
}
