package archive

import (
	"regexp"
	"strings"
)

// Whose home an address is stands before it, and what else it may be before or
// after it.

const (
	title    = `(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Reverend|Sir|Prof|Professor|Canon|Captain|Capt|Major|Col|Colonel|Mister)\.?`
	member   = `(?:Cllr|Cllrs|Councillor|Councillors|County Councillor|Parish Councillor|Town Councillor)\.?`
	nameWord = `\p{Lu}[\pL’'-]*\.?`
	clerkly  = `(?:(?:[Tt]he )?(?:Parish |Town |Acting |Assistant |Deputy |Community |Council )*(?:Clerk|CLERK|Proper Officer|RFO|Responsible Financial Officer)(?: ?(?:to|for) (?:the |\p{Lu}[\pL’'-]+ )*(?:Parish |Town |Community )?(?:Council|Meeting))?(?: ?(?:and|&|/|,) ?(?:Proper Officer|RFO|Responsible Financial Officer))?)`
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
	livesAt       = regexp.MustCompile(`\b(?:lives?|lived|living|resides?|resided|residing|domiciled|home (?:is|was|being|lies)|(?:[Aa]|[Tt]he|[Oo]ne|[Aa]nother|local|[Tt]he sole) (?:resident|householder)|who is a resident) (?:at|in|of|from)(?: (?:number|no\.?|No\.?))?$`)
	homeLabel     = regexp.MustCompile(`(?i)\b(?:home|private|residential|correspondence) address(?:es)?(?: is)?$|\baddress for correspondence(?: is)?$`)
	ofBefore      = regexp.MustCompile(`,? ?\(?(?:formerly |late |now |both |all )?(?:of|from)(?: (?:number|no\.?|No\.?))? $`)
	parting       = regexp.MustCompile(`(?:\s*[,;:(|\t\n]\s*|\s+[–—-]\s*)+$`)

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
	before, after := text[max(0, from-homeBefore):from], text[a.end:min(len(text), a.end+homeAfter)]
	if i := strings.LastIndex(strings.TrimRight(before, "\n "), "\n\n"); i >= 0 && !clerkNear.MatchString(before[i:]) {
		// A paragraph of its own tells of itself, but lines of a letter's head
		// are each one.
		if clear := before[i+2:]; strings.Count(clear, " ") > 4 {
			before = clear
		}
	}
	if i := strings.Index(after, "\n\n"); i >= 0 {
		after = after[:i+min(len(after)-i, 24)]
	}
	strict := strings.TrimRight(before, " ")
	switch {
	case livesAt.MatchString(strict), homeLabel.MatchString(strings.TrimRight(before, " :–-\n")):
		return true
	}
	if m := ofBefore.FindStringIndex(before); m != nil {
		who := strings.TrimRight(before[:m[0]], " ")
		if name := personAt(who); name >= 0 {
			return !asApplicant.MatchString(who[:name])
		}
		return false
	}
	m := parting.FindStringIndex(before)
	who := strings.TrimRight(before, " ")
	apart := m != nil
	if apart {
		who = before[:m[0]]
	}
	if officeWords[who[strings.LastIndexAny(who, " \n")+1:]] {
		return false
	}
	if apart && (clerkBefore.MatchString(who) || clerkNamed.MatchString(who)) {
		return true
	}
	if a.code && reached.MatchString(after) && (clerkNear.MatchString(before) || clerkNear.MatchString(after)) && !officeNear.MatchString(before[max(0, len(before)-80):]) {
		return true
	}
	if r := roleAfterName.FindStringIndex(who); r != nil && apart {
		who = strings.TrimRight(who[:r[0]], " ,")
	}
	if name := memberBefore.FindStringIndex(who); name != nil {
		return apart && a.code && !site(before, after)
	}
	name := titledBefore.FindStringIndex(who)
	if name == nil {
		if !apart || !a.code && !speaks.MatchString(after) {
			return false
		}
		if name = givenName(who); name == nil {
			return false
		}
	}
	if asApplicant.MatchString(who[:name[0]+1]) || asApplicant.MatchString(who[:name[0]]) {
		return false
	}
	return speaks.MatchString(after) || !site(before, after)
}

// personAt is where the person's name begins that ends a text, or -1.
func personAt(who string) int {
	who = strings.TrimRight(who, " ,(")
	for _, f := range []*regexp.Regexp{titledBefore, memberBefore} {
		if m := f.FindStringIndex(who); m != nil {
			for m[0] < len(who) && !wordByte(who[m[0]]) {
				m[0]++
			}
			return m[0]
		}
	}
	if m := givenName(who); m != nil {
		return m[0]
	}
	return -1
}

// givenName finds the untitled person that ends a text, known by a given name.
func givenName(who string) []int {
	m := givenBefore.FindStringSubmatchIndex(who)
	if m == nil || !givenNames[who[m[2]:m[3]]] || officeWords[who[m[4]:m[5]]] || houseWords[who[m[4]:m[5]]] || streetWords[who[m[4]:m[5]]] {
		return nil
	}
	return []int{m[2], m[5]}
}

// site reports whether the words about an address are of planning or licensing.
func site(before, after string) bool {
	return reference.MatchString(before) || siteBefore.MatchString(before) || siteAfter.MatchString(after)
}
