package classify

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"moothall/archive"
)

// Weights of where a term stands. A title is written to say what the matter
// is; a long debate names many things in passing.
const (
	inTitle     = 3.0
	inDecision  = 0.8
	inSummary   = 1.0
	inBody      = 0.5
	bodyMost    = 4   // times a term counts fully in the body
	inCommittee = 2.4 // a body of one business; of several, a part each
	enough      = 3.0 // points for a service to be stated
	ofTop       = 0.5 // and its share of the highest
)

// services fills what services a record is about. Procedural items are the
// committee's own business, and corporate where the committee has no business
// of its own. Where nothing is said clearly enough none is stated.
func services(r archive.Record) {
	h := r.About()
	if len(h.Services) > 0 {
		serviceParts(r)
		return
	}
	defer serviceParts(r)
	committee := archive.Committee(r)
	prior := committeePrior(committee)
	proc := false
	decision := ""
	summary := h.Summary
	title := h.Title
	var it *archive.Item
	switch r := r.(type) {
	case *archive.Item:
		it = r
		proc = r.Procedural
		decision = r.Decision
	case *archive.Finding:
		if h.Services = ofCategory(r); h.Services != nil {
			return
		}
		title = r.Category + " " + r.Subcategory + " " + r.Title
	}
	vessel := proc && vessels.MatchString(normal(h.Title))
	if proc && !vessel {
		h.Services = ownBusiness(prior)
		return
	}
	if vessel {
		title = ""
	}
	if planningApplication(title, prior) {
		h.Services = []archive.Service{archive.Planning}
		return
	}
	score := map[archive.Service]float64{}
	titled := map[archive.Service]float64{}
	body := subject(h.Text)
	summary = subject(summary)
	decision, title = subject(decision), subjectTitle(title)
	inT, inS, inD, inB := serviceLexicon.count(title, 2), serviceLexicon.count(summary, 2), serviceLexicon.count(decision, 2), serviceLexicon.count(body, 3*bodyMost)
	for i, t := range serviceTerms {
		if inT[i] > 0 {
			titled[t.service] += inTitle * t.points / 3 * float64(inT[i])
		}
		if t.service == archive.Corporate && t.points < 3 { // every text has a report, a policy, a committee
			continue
		}
		if vessel && t.service == archive.Corporate {
			continue
		}
		score[t.service] += t.points / 3 * (inSummary*float64(inS[i]) + inDecision*float64(inD[i]) + inBody*often(inB[i]))
	}
	anyTitle := false
	for s, n := range titled {
		score[s] += n
		anyTitle = anyTitle || n >= inTitle
	}
	if anyTitle { // what the text names in passing does not rival the title
		for s := range score {
			if titled[s] == 0 {
				score[s] *= 0.45
			}
		}
	}
	top := 0.0
	for _, n := range score {
		top = max(top, n)
	}
	for s, n := range prior {
		score[s] += n
		if len(prior) == 1 { // a body of one business: its items are all of it
			score[s] = max(score[s], top*ofTop+0.01)
		}
	}
	choose(h, score, anyTitle)
	if vessel && (len(h.Services) == 0 || h.Services[0] == archive.OtherService && (score[archive.OtherService] < 1 || len(h.Text) > manyThings)) {
		h.Services = ownBusiness(prior)
	}
	if levied(it) && !slices.Contains(h.Services, archive.BenefitsAndTax) {
		h.Services = append(h.Services, archive.BenefitsAndTax)
	}
	if len(h.Services) == 0 && it != nil && it.Outcome != "" { // of an agenda's entry nothing more is to be had
		doubt(h, "services", 0.4, "too few words say what it is about, and it is left unstated")
	}
}

// manyThings is how many bytes of a vessel are about more than one thing.
const manyThings = 600

// planningApplication reports whether a title names one application. Whatever
// is to be built, the matter is planning.
func planningApplication(title string, prior map[archive.Service]float64) bool {
	return planningReference.MatchString(title) || prior[archive.Planning] > 0 && bareReference.MatchString(title)
}

// A planning application's number says its kind: 21/01145/FUL, R/54/135F. One
// without (2023/0912) may be any decision's, but not before a planning committee.
var (
	planningReference = regexp.MustCompile(`\b\d{2,4}/\d{3,5}/[A-Z]{2,5}\b|\b[A-Z]{1,3}/\d{2,4}/\d{1,5}[A-Z]\b`)
	bareReference     = regexp.MustCompile(`\b(?:\d{2}|20\d{2})/\d{3,5}\b`)
)

// vessels are the procedural items that hold whatever people bring: what
// they brought is what the item is about.
var vessels = regexp.MustCompile(`\b(?:public (?:participation|questions?|question time|forum|open forum|session)|open forum|question time|questions (?:from|by)|(?:any )?other (?:urgent |competent )?business|a ?o ?c ?b|aob|matters arising|matters of concern|petitions?|urgent (?:items?|business)|residents? (?:questions|concerns)|late items?)\b`)

// levied reports whether an item sets or asks for what councils levy through
// council tax, under whatever heading: a precept resolved under "Finance".
func levied(it *archive.Item) bool {
	return it != nil && precept.MatchString(it.Decision)
}

var precept = regexp.MustCompile(`(?i)\bprecept\b`)

// often weighs how many times a text names a thing: fully up to bodyMost, and
// then a little, so that of two the one it speaks of more comes first.
func often(n int) float64 {
	return float64(min(n, bodyMost)) + 0.25*float64(max(n-bodyMost, 0))
}

// choose states the services that score enough, best first, and doubts those
// that only just do.
func choose(h *archive.Head, score map[archive.Service]float64, titled bool) {
	type scored struct {
		s archive.Service
		n float64
	}
	var all []scored
	for _, s := range archive.Services {
		if score[s] > 0 {
			all = append(all, scored{s, score[s]})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].n > all[j].n })
	need := enough
	if !titled {
		need = 1.0
	}
	for _, a := range all {
		if a.n < need || a.n < ofTop*all[0].n || len(h.Services) == 3 {
			break
		}
		if a.s == archive.OtherService && len(h.Services) > 0 {
			continue
		}
		if a.s == archive.Corporate && len(h.Services) > 0 && a.n < 0.8*all[0].n {
			continue
		}
		h.Services = append(h.Services, a.s)
	}
	if len(h.Services) == 0 && len(strings.Fields(h.Text)) >= 8 {
		h.Services = []archive.Service{archive.OtherService}
		doubt(h, "services", 0.57, "no service's words stand in it")
		return
	}
	if len(h.Services) > 0 && !titled {
		for _, b := range inPassing {
			if all[0].n < b.below {
				doubt(h, "services", b.confidence, "only words in passing name it")
				break
			}
		}
	}
}

// inPassing is how often services were right that no title names, by the
// points of the first; measured as sureOfOutcome is.
var inPassing = []struct{ below, confidence float64 }{{2.25, 0.67}, {3.75, 0.83}}

// committeePrior is what a body's name says of its items.
func committeePrior(committee string) map[archive.Service]float64 {
	prior := map[archive.Service]float64{}
	found := committeeLexicon.count(committee, 1)
	for i, c := range committeeServices {
		if found[i] > 0 {
			prior[c.service] = 1
		}
	}
	for s := range prior {
		prior[s] = inCommittee / float64(len(prior))
		if len(prior) == 1 {
			prior[s] = enough
		}
	}
	return prior
}

// ownBusiness is the service of a procedural item.
func ownBusiness(prior map[archive.Service]float64) []archive.Service {
	if len(prior) == 1 {
		for s := range prior {
			return []archive.Service{s}
		}
	}
	return []archive.Service{archive.Corporate}
}

// A title of office names services without being about them: "Cabinet Member
// for Finance, Corporate and Traded Services", "Corporate Director Adult
// Social Care and Health".
var portfolio = regexp.MustCompile(`\b(?:(?:Deputy )?Cabinet (?:Member|Committee)|Portfolio Holder|Lead Member|(?:Corporate |Interim |Assistant |Deputy |Executive )*Director|Head|Chief|Cabinet Lead|Service Manager)\b(?: (?:of|for))?(?: (?:the|and|&|of|for)|,? [A-Z][\w’'-]*,?){0,10}`)

// A body's name does the same: "the Children and Young People Overview and
// Scrutiny Committee noted the report on housing".
var committeeName = regexp.MustCompile(`\b(?:[A-Z][\w’'-]*,? (?:(?:and|&|of|for) )?){1,9}(?:Committee|Panel|Board|Sub-Committee|Forum)\b`)

// Social care for children is not adults'.
var childrensCare = regexp.MustCompile(`(?i)\bchildren['’]?s[’']? social care\b`)

// Nor does the Ombudsman's name say what was complained of.
var ombudsmanName = regexp.MustCompile(`(?i)\b(?:local government (?:and|&) social care|housing) ombudsman(?:['’]s)?\b`)

// An education, health and care plan is education's.
var healthAndCare = regexp.MustCompile(`(?i)\beducation,? health,? and care\b`)

// otherPlanning is planning that is not town planning.
var otherPlanning = regexp.MustCompile(`(?i)\b(succession|financial|discharge|transition|care|family|spatial|recovery|scenario|winter|emergency|workforce|business|budget|service|school place|care|contingency|estate|event) planning\b`)

// abbreviated are words that mean a service in capitals only: to send a letter
// is no special educational need.
var abbreviated = regexp.MustCompile(`\bSEND?\b`)

// allCapitals is a title set in capitals, where "SEND" may be either.
func allCapitals(s string) bool { return s == strings.ToUpper(s) }

// otherSenses are phrases in which a service's word means something else.
var otherSenses = regexp.MustCompile(`(?i)\b(?:hedgehog )highways?\b|\b(?:road ?maps?|down the road|superhighways?|bus(?:es)? in all but name|bank holidays?|river ?banks?|food ?banks?|bottle banks?|data banks?|school of thought|green papers?|white papers?|parking (?:the|this|that) (?:matter|question|item|issue)|car(?:e)?ful planning|housed in|rough estimates?|street names? only|learning lessons|lessons learn(?:ed|t)|duty of care|standard of care|care must be taken|crossing (?:the|a) line|in (?:good|poor|better) health|financial health|health warning|healthy debate|health and safety(?: at work)?|sports? commentator|family names?|child['’]?s play)\b`)

// sense replaces a phrase by what it is about, or by nothing.
func sense(phrase string) string {
	if strings.HasPrefix(strings.ToLower(phrase), "hedgehog") {
		return "hedgehog wildlife"
	}
	return " "
}

// passingBodies are bodies outside the council that papers on anything name.
var passingBodies = regexp.MustCompile(`(?i)\b(?:integrated care (?:board|partnership|system)s?|icbs?|clinical commissioning groups?|nhs (?:england|foundation trust|trusts?)|foundation trusts?|national park authority|fire (?:and rescue )?authority|police and crime (?:commissioner|panel)|schools?['’]? forum|department (?:for|of) (?:education|health|transport|work and pensions|levelling up)[\w, ]{0,40}?|ministry of housing|secretary of state for [\w ]{4,30}?)\b`)

// subjectTitle is a title without the Ombudsman's name; offices and bodies
// named in a title are what it is about.
func subjectTitle(s string) string {
	if !allCapitals(s) {
		s = abbreviated.ReplaceAllString(s, "special educational needs")
	}
	s = tidySubject(s)
	return childrensCare.ReplaceAllString(ombudsmanName.ReplaceAllString(s, "ombudsman"), "children's services")
}

// subject is a text without titles of office and names of bodies.
func subject(s string) string {
	s = abbreviated.ReplaceAllString(s, "special educational needs")
	s = tidySubject(s)
	s = portfolio.ReplaceAllString(s, " ")
	low := strings.ToLower(s)
	if strings.Contains(low, "ombudsman") {
		s = ombudsmanName.ReplaceAllString(s, " ")
	}
	s = committeeName.ReplaceAllString(s, " ")
	if holdsAny(low, bodyHints) {
		s = passingBodies.ReplaceAllString(s, " ")
	}
	if strings.Contains(low, "social care") {
		s = childrensCare.ReplaceAllString(s, "children's services")
	}
	return s
}

func tidySubject(s string) string {
	s = recycling.Replace(s)
	low := strings.ToLower(s)
	if strings.Contains(low, "planning") {
		s = otherPlanning.ReplaceAllString(s, "$1")
	}
	if holdsAny(low, senseHints) {
		s = otherSenses.ReplaceAllStringFunc(s, sense)
	}
	if strings.Contains(low, "and care") {
		s = healthAndCare.ReplaceAllString(s, "EHC")
	}
	return s
}

// Looking for a few plain words first spares a long debate most of the
// patterns, which cost a hundred times as much. Each pattern's every
// alternative holds one of its hints.
var (
	senseHints = []string{"hedgehog", "map", "down the road", "superhighway", "in all but name", "bank", "school of thought", "paper", "parking ", "ful planning", "housed in",
		"estimate", "names only", "lessons", "of care", "care must", "crossing", "health", "debate", "commentator", "family name", "play"}
	bodyHints = []string{"integrated care", "icb", "commissioning", "nhs", "foundation trust", "park authority", "fire ", "police and crime", "schools", "department", "ministry", "secretary of state"}
)

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// recycling mends a word that clerks part.
var recycling = strings.NewReplacer("Re-Cycl", "Recycl", "RE-CYCL", "RECYCL", "Re-cycl", "Recycl", "re-cycl", "recycl")
