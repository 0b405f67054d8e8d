package archive

import (
	"regexp"
	"strings"
)

// Whose home an address is stands before it, and what else it may be before or
// after it.

const (
	title    = `(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|MISS|Mx|MX|Dr|DR|Rev|REV|Revd|REVD|Reverend|Sir|SIR|Lord|LORD|Lady|LADY|Dame|Baroness|Prof|PROF|Professor|Canon|Captain|Capt|Major|Col|Colonel|Mister)\.?`
	member   = `(?:Cllr|CLLR|Cllrs|Councillor|COUNCILLOR|Councillors|County Councillor|Parish Councillor|Town Councillor)\.?`
	nameWord = `\p{Lu}[\pL’'-]*\.?`
	clerkly  = `(?:(?:[Tt]he )?(?:Parish |PARISH |Town |TOWN |Acting |Assistant |Deputy |Community |Council )*(?:Clerk|CLERK|Proper Officer|RFO|Responsible Financial Officer)(?: ?(?:to|for|TO) (?:the |THE |\p{Lu}[\pL’'-]+ )*(?:Parish |Town |Community )?(?:Council|COUNCIL|Meeting))?(?: ?(?:and|&|/|,) ?(?:Proper Officer|RFO|Responsible Financial Officer))?)`
	inHome   = `(?:tenant|resident|complainant|householder|claimant|caller|customer|pensioner|widow|family)`
)

var (
	personAhead = regexp.MustCompile(`^(?:(?:(?:` + title + `|` + member + `) (?:(?:&|and) ` + title + ` )?(?:` + nameWord + ` ){0,3}` + nameWord + `(?:,? ?[(,]? ?` + clerkly + `\)?)?|` + clerkly + `(?:\s?[:,–-]?\s+` + nameWord + `(?: ` + nameWord + `){1,3})?)(?: ?, ?|\s*\n\s*| [–-] | ?: ?| \(|,? (?:formerly |late )?of ))`)

	houseAsName  = regexp.MustCompile(`(?:Council|CLERK|Clerk|RFO|Officer)\s?[:,–-]?\s+(` + nameWord + `(?: ` + nameWord + `){0,2} (\p{Lu}[\pL’'-]*))\s*,\s*$`)
	parishBefore = regexp.MustCompile(`(?i)\b(?:parish|community) (?:council|meeting)\b[\s,:|–-]+`)

	// Ends of what stands before a home.
	titledBefore  = regexp.MustCompile(`(?:^|[^\pL])` + title + ` (?:(?:&|and) ` + title + ` )?(?:` + nameWord + ` ){0,3}` + nameWord + `$`)
	memberBefore  = regexp.MustCompile(`(?:^|[^\pL])` + member + ` (?:` + title + ` )?(?:` + nameWord + ` ){0,3}` + nameWord + `$`)
	clerkBefore   = regexp.MustCompile(`(?:^|[^\pL])` + clerkly + `(?:(?:’s|'s)? (?:home |postal )?address(?: is)?)?$`)
	clerkNamed    = regexp.MustCompile(`(?:^|[^\pL])` + clerkly + `(?: is)?\s?[:,–-]?\s+` + nameWord + `(?: ` + nameWord + `){1,3}$`)
	givenBefore   = regexp.MustCompile(`(?:^|[^\pL’'-] ?)(` + nameWord + `) (?:` + nameWord + ` ){0,2}(` + nameWord + `)$`)
	roleAfterName = regexp.MustCompile(`[,(]? ?` + clerkly + `\)?$`)
	livesAt       = regexp.MustCompile(`\b(?:(?:lives?|lived|living|resides?|resided|residing|domiciled|home (?:is|was|being|lies)|(?:[Aa]|[Tt]he|[Oo]ne|[Aa]nother|local|[Tt]he sole) (?:resident|householder)|who is a resident) (?:at|in|of|from)|(?:lives?|lived|living|resides?|resided|residing) (?:with|alone|together|now|still|currently|permanently|temporarily|there|on (?:his|her|their) own)(?: [\pL’'-]+){0,4} at|(?:[Hh]is|[Hh]er|[Tt]heir|` + title + ` (?:` + nameWord + ` )*\p{Lu}[\pL-]*(?:’s|'s|’|')|` + inHome + `s?(?:’s|'s|’|')|[Tt]he family) (?:own |family |former |rented |present )?(?:home|house|flat|bungalow) (?:at|in))$`)
	homeLabel     = regexp.MustCompile(`(?i)\b(?:home|private|residential|correspondence) address(?:es)?(?: is)?$|\baddress for correspondence(?: is)?$`)
	ofBefore      = regexp.MustCompile(`,? ?\(?(?:formerly |late |now |both |all )?(?:of|from|OF|FROM) $`)
	fromWhom      = regexp.MustCompile(`\b(?:from|behalf of) $`)
	tenantBefore  = regexp.MustCompile(`\b(?:[Tt]enants?|[Oo]ccupants?|[Oo]ccupiers?|[Hh]ouseholders?|[Ll]easeholders?|[Ll]odger|[Nn]eighbours?) (?:of|at|in|from)$`)
	namedAfter    = regexp.MustCompile(`^,? ?\(?` + title + ` (?:and ` + title + ` )?` + nameWord)

	// What makes it a site.
	reference   = regexp.MustCompile(`(?:^|[^\pL\d/])(?:[A-Z]{1,4}[/.-]?)?\d{2,4}/\d{3,6}(?:/[A-Z\d]+)*\b`)
	siteBefore  = regexp.MustCompile(`(?i)\b(?:applications?|applicants?|sites?|location|proposals?|premises|licen[cs]es?|planning|permission|appeals?|enforcement|retrospective|agent|held at|venue|meeting place|purchase|sale|lease|property|conservation area|order|certificate|lawful\w*|possession)\b`)
	siteAfter   = regexp.MustCompile(`(?i)\b(?:extensions?|erect\w*|conversion|convert\w*|change of use|replac\w+ (?:of |windows|doors|garage|roof|dwelling)|replacement|construct\w*|dwellings?|garage|conservatory|loft|fell(?:ing)?|crown|prune|pruning|pollard|reduc\w+ (?:of|by)|tpo|trees?|listed building|demoli\w+|retrospective|variation|outline|porch|dormers?|annexe?|siting|retention|retain|alterations?|single[ -]store?y|two[ -]store?y|first floor|rear|stables?|solar|vehicular|dropped kerb|signage|advertisement|no objections?|licen[cs]e|planning|application|use as|flats|hmo)\b`)
	asApplicant = regexp.MustCompile(`(?i)\b(?:applications?|appeals?|proposals?|plans?)\b[^.;\n]{0,50}\b(?:from|by|of|for|behalf of)(?: the)? $|\b(?:applicants?|appellants?|agents?|owners?|site|location)\s*(?:is|was)?\s*[:,–-]?\s*$`)
	speaks      = regexp.MustCompile(`^[),]*(?: \([^)]{1,30}\))?,? ?(?:also |then |had |has |who |and |was |has been |is )*(?:spoke|speaking|asked|said|wrote|written|stated|complained|raised|expressed|objected|thanked|offered|reported|requested|commented|referred|enquired|queried|attended|addressed|told|explained|read|presented|opposed|supported|lives?|lived|appointed|present|concerned)\b`)
	reached     = regexp.MustCompile(`(?i)^[\s,.;|–-]{0,6}(?:tel|telephone|phone|mobile|mob|e-?mail)\b`)
	clerkNear   = regexp.MustCompile(`\b(?:Clerk|CLERK)\b`)
	officeNear  = regexp.MustCompile(`(?i)\b(?:offices?|hall|centre|center|chambers?|building|library|pavilion|guildhall|school|rooms?)\b`)
)

// home reports whether the address from byte from is where somebody lives, by
// the words before and after it.
func home(text string, from int, a address) bool {
	s := scene{a: a, before: text[max(0, from-homeBefore):from], after: text[a.end:min(len(text), a.end+homeAfter)]}
	if !s.look() {
		return false
	}
	s.trim()
	if s.lives() {
		return true
	}
	if thingAfter(text, a.end) {
		return false
	}
	if s.label {
		if is, told := s.labelled(); told {
			return is
		}
	}
	who, apart := parted(s.before)
	if officeWords[folded(who[strings.LastIndexAny(who, " \n")+1:])] {
		return false
	}
	if s.clerk {
		if s.clerks(who, apart) {
			return true
		}
		if r := roleAfterName.FindStringIndex(who); r != nil && apart {
			who = strings.TrimRight(who[:r[0]], " ,")
		}
	}
	return s.afterName(who, apart)
}

// lives reports whether the words say so themselves: "lives at", "her home at",
// "Home address:".
func (s *scene) lives() bool {
	return s.label && (livesAt.MatchString(s.strict) || homeLabel.MatchString(strings.TrimRight(s.before, " :–-\n")))
}

// labelled tells a home by the word before it: "Mr Vane of", "at", "the tenant
// of 14 Mill Lane, Mrs Vane". told is false where that says neither.
func (s *scene) labelled() (is, told bool) {
	if tenantBefore.MatchString(s.strict) && namedAfter.MatchString(s.after) {
		return true, true
	}
	if m := ofBefore.FindStringIndex(s.before); m != nil {
		return s.ofPerson(s.before[:m[0]]), true
	}
	who, at := strings.CutSuffix(s.before, " at ")
	if !at {
		return false, false
	}
	// Somebody may be met anywhere, and complains from home.
	name := personAt(who)
	return name >= 0 && (speaks.MatchString(s.after) || fromWhom.MatchString(who[:name])) && s.ofPerson(who), true
}

// clerks reports whether it is the clerk's, whose home is a small council's
// office.
func (s *scene) clerks(who string, apart bool) bool {
	if apart && (clerkBefore.MatchString(who) || clerkNamed.MatchString(who)) {
		return true
	}
	return s.a.code && reached.MatchString(s.after) && (clerkNear.MatchString(s.before) || clerkNear.MatchString(s.after)) &&
		!officeNear.MatchString(s.before[max(0, len(s.before)-80):])
}

// ofPerson reports whether who ends in a person, of whom it is not told as of
// somebody who applies for something.
func (s *scene) ofPerson(who string) bool {
	who = strings.TrimRight(who, " ")
	name := personAt(who)
	return name >= 0 && !applies(who[:name])
}

// afterName reports whether the address is somebody's home by the name at the
// end of who; apart says that a comma or the like stands between.
func (s *scene) afterName(who string, apart bool) bool {
	near := tail(who)
	if s.name > 0 { // nearer than that
		near = who[min(len(who), max(0, len(s.before)-s.name)):]
	}
	if isMember(near) {
		return apart && s.a.code && !site(s.before, s.after)
	}
	name := titledBefore.FindStringIndex(near)
	if name != nil && isInn(near, name[0]) {
		return false
	}
	if name == nil {
		if !apart || !s.a.code && !speaks.MatchString(s.after) {
			return false
		}
		if name = givenName(near); name == nil {
			return false
		}
	}
	at := len(who) - len(near) + name[0]
	if applies(who[:at+1]) || applies(who[:at]) {
		return false
	}
	return speaks.MatchString(s.after) || !site(s.before, s.after)
}

// isInn reports whether the title at byte i is part of a house's sign: "The
// Lord Nelson".
func isInn(text string, i int) bool {
	return strings.HasSuffix(strings.TrimRight(text[:min(len(text), i+1)], " "), "The")
}

// thingAfter reports whether the street before byte i is but part of what
// something is called: "12 Church Road Scheme", "14 Mill Street surgery".
func thingAfter(text string, i int) bool {
	if i+1 >= len(text) || text[i] != ' ' {
		return false
	}
	word := nextWord(text, i+1)
	next := i + 2 + len(word)
	if next < len(text) && wheelWords[strings.ToLower(word)] {
		word = nextWord(text, next)
	}
	return thingWords[strings.ToLower(word)]
}

var thingWords = wordsOf(`scheme schemes project projects development improvement improvements works surgery practice clinic pharmacy shop store office offices
	depot nursery consultation regeneration redevelopment refurbishment resurfacing junction crossing survey feasibility acquisition disposal closure park stop shelter`)

// wheelWords say whose a thing is: "car park".
var wheelWords = wordsOf("car bus lorry cycle")

// personAt is where the person's name begins that ends a text, or -1.
func personAt(who string) int {
	who = strings.TrimRight(who, " ,(")
	cut := len(who) - len(tail(who))
	who = who[cut:]
	for _, f := range []*regexp.Regexp{titledBefore, memberBefore} {
		if m := f.FindStringIndex(who); m != nil {
			for m[0] < len(who) && !wordByte(who[m[0]]) {
				m[0]++
			}
			return cut + m[0]
		}
	}
	if m := givenName(who); m != nil {
		return cut + m[0]
	}
	return -1
}

// givenName finds the untitled person that ends a text, known by a given name.
func givenName(who string) []int {
	m := givenBefore.FindStringSubmatchIndex(who)
	if m == nil || !givenNames[folded(who[m[2]:m[3]])] {
		return nil
	}
	if last := folded(who[m[4]:m[5]]); officeWords[last] || houseWords[last] || streetWords[last] {
		return nil
	}
	return []int{m[2], m[5]}
}

// site reports whether the words about an address are of planning or licensing.
func site(before, after string) bool {
	return strings.Contains(before, "/") && reference.MatchString(before) ||
		mentions(strings.ToLower(before), beforeSites...) && siteBefore.MatchString(before) ||
		mentions(strings.ToLower(after), afterSites...) && siteAfter.MatchString(after)
}

// Parts of the words of siteBefore and siteAfter, one of each at least, by which
// a text is told to have none of them in a hundredth of the time.
var (
	beforeSites = strings.Fields(`applica site location proposal premise licen planning permission appeal enforcement retrospective agent held venue meeting
		purchase sale lease property conservation order certificate lawful possession`)
	afterSites = strings.Fields(`extension erect conver change replac construct dwelling garage conservatory loft fell crown prun pollard reduc tpo tree listed demoli
		retrospective variation outline porch dormer annex siting retention retain alteration single two first rear stable solar vehicular dropped signage advert
		objection licen planning application use flats hmo`)
)
