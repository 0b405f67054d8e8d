package archive

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where somebody lives is withheld like a telephone number, and an address by
// itself is not: the site of a planning application, the meeting's venue, the
// council's offices, a house it buys are what people search for. So an address
// is a home only by what stands beside it: a person's name, a clerk, "lives
// at", "Home address:". Where the words about it are of planning or licensing
// it is a site, unless what is told is that somebody of that address spoke.
//
// What costs too much to be sure of is shown: a street without a number or a
// house's name, several houses at once ("the occupiers of 12 and 14"), and a
// councillor's beat ("Cllr Vane – 14 Church Road: pothole").

// homeSpans gives the places, as byte offsets in order, of the postal
// addresses in text at which a person named there lives.
func homeSpans(text string) [][2]int {
	var spans [][2]int
	for i := 0; i < len(text); i++ {
		var end int
		c := text[i]
		switch {
		case c >= '1' && c <= '9' && begins(text, i):
			i, end = numbered(text, i)
		case c >= 'A' && c <= 'Z' && begins(text, i) && postcode(text, i) > 0:
			var from int
			if from, end = letterhead(text, i); end > 0 {
				i = from
			}
		case (c == 'M' || c == 'D' || c == 'C' || c == 'R') && begins(text, i):
			var from int
			if from, end = namedHouse(text, i); end > 0 {
				i = from
			}
		}
		if end > i {
			if n := len(spans); n == 0 || spans[n-1][1] <= i {
				spans = append(spans, [2]int{i, end})
			}
			i = end - 1
		}
	}
	return spans
}

// begins reports whether a word or number can begin at byte i.
func begins(text string, i int) bool {
	if i == 0 {
		return true
	}
	switch text[i-1] {
	case ' ', '\n', '\t', '(', '[', '|', ':', ',':
		return true
	}
	return false
}

const (
	homeBefore = 200 // bytes before an address that may tell whose it is
	homeAfter  = 120 // bytes after it
	homeMost   = 160 // bytes of an address
)

// homeReach is how far from a home's address the words may stand that tell it
// to be one, in bytes, with the address.
const homeReach = homeBefore + homeMost

// numbered reads the address whose house number is at i, if it is somebody's
// home. from is where it begins, "Flat 3, 14 Mill Lane" at its flat; end is 0
// where there is none, and from then the last byte of the number.
func numbered(text string, i int) (from, end int) {
	n := i
	for n < len(text) && n-i < 4 && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	last := n - 1
	n = afterNumber(text, n)
	if n == 0 || n >= len(text) {
		return last, 0
	}
	a, ok := place(text, n)
	if !ok || !a.street && !a.code {
		return last, 0
	}
	from = i
	if m := flatBefore.FindStringIndex(text[max(0, i-24):i]); m != nil {
		from = max(0, i-24) + m[0]
	}
	if !home(text, from, a) {
		return last, 0
	}
	return from, a.end
}

// flatBefore is the flat before the number of a house.
var flatBefore = regexp.MustCompile(`\b(?:Flat|Apartment|Apt\.?|Room) ?\w{0,4}(?:, | )$`)

// afterNumber is where the words after a house number begin: "14 Mill",
// "14a Mill", "14-16 Mill", "14, Mill"; 0 where they are no house number's.
func afterNumber(text string, n int) int {
	if n < len(text) && (text[n] >= 'a' && text[n] <= 'h' || text[n] >= 'A' && text[n] <= 'H') {
		n++
	}
	if n+1 < len(text) && (text[n] == '-' || text[n] == '/') && text[n+1] >= '0' && text[n+1] <= '9' {
		for n++; n < len(text) && text[n] >= '0' && text[n] <= '9'; n++ {
		}
	}
	if n < len(text) && text[n] == ',' {
		n++
	}
	if n >= len(text) || text[n] != ' ' && text[n] != '\n' {
		return 0
	}
	for n < len(text) && (text[n] == ' ' || text[n] == '\n') {
		n++
	}
	return n
}

// An address is what place read.
type address struct {
	end    int  // the byte after its postcode, or after its street
	street bool // has a word that streets end in
	code   bool // has a postcode
	house  bool // its first part ends in a word for a dwelling
	parts  int  // parts between commas or lines
}

// place reads the words of an address from i: up to six parts of capitalized
// words between commas or lines, to the postcode or, where none follows, to the
// street. ok is false where they are an office's, a date's or no place's.
func place(text string, i int) (a address, ok bool) {
	var first, word string
	words := 0 // in this part
	streetEnd := 0
	at := i
	for at < len(text) && at-i < homeMost {
		if n := postcode(text, at); n > 0 {
			a.end, a.code = n, true
			a.parts++
			return a, a.street || a.parts > 1 || words > 0
		}
		end := wordEnd(text, at)
		if end == at {
			break
		}
		before := word
		word = strings.TrimSuffix(text[at:end], ".")
		r, _ := utf8.DecodeRuneInString(word)
		small := !unicode.IsUpper(r)
		switch {
		case small && (words == 0 || !joiners[word]):
			a.end = streetEnd
			return a, streetEnd > 0
		case words == 0 && a.parts == 0 && first == "":
			if notStreets[word] {
				return a, false
			}
			first = word
		}
		words++
		if words > 7 {
			break
		}
		if isStreet := streetWords[word] && (words > 1 || a.parts > 0 && before != "") || words == 2 && streetFirst[before] || streetFirst[before] && words <= 3; isStreet {
			if streetEnd == 0 || streetFirst[before] {
				streetEnd = end
			}
			a.street = true
		}
		next, broke := gap(text, end)
		if next == 0 {
			at = end
			if officeWords[word] && !a.code {
				return a, false
			}
			break
		}
		if officeWords[word] && (broke || !streetWords[nextWord(text, next)] && streetEnd > 0) {
			return a, false
		}
		if broke {
			if a.parts == 0 && houseWords[word] {
				a.house = true
			}
			a.parts++
			words = 0
			if a.parts > 6 {
				break
			}
		}
		at = next
	}
	a.end = streetEnd
	return a, streetEnd > 0
}

func nextWord(text string, i int) string { return text[i:wordEnd(text, i)] }

// wordEnd is the end of the word at i, with the stop of one that is cut short
// ("Rd.", "J.").
func wordEnd(text string, i int) int {
	start := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
			if r == '.' && i > start && i-start <= 3 && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == ',') {
				i++
			}
			break
		}
		i += n
	}
	return i
}

// gap is where the next word begins after a word's end, and whether a comma
// or the end of a line stands between; 0 where anything else does.
func gap(text string, i int) (next int, broke bool) {
	for i < len(text) {
		switch text[i] {
		case ',', '\n', '\r', '\t', '|':
			broke = true
		case ' ':
		case '.': // "Church Rd., Thornley"
			if i+1 < len(text) && text[i+1] == ',' {
				break
			}
			return 0, broke
		default:
			return i, broke
		}
		i++
	}
	return 0, broke
}

// postcode gives the end of the postcode at i, or 0.
func postcode(text string, i int) int {
	j := i
	for j < len(text) && j-i < 2 && text[j] >= 'A' && text[j] <= 'Z' {
		j++
	}
	if j == i || j >= len(text) || text[j] < '0' || text[j] > '9' {
		return 0
	}
	j++
	if j < len(text) && (text[j] >= '0' && text[j] <= '9' && j+1 < len(text) && text[j+1] == ' ' || text[j] >= 'A' && text[j] <= 'Z') {
		j++
	}
	for j < len(text) && (text[j] == ' ' || text[j] == '\n') {
		j++
	}
	if j+3 > len(text) || text[j] < '0' || text[j] > '9' || text[j+1] < 'A' || text[j+1] > 'Z' || text[j+2] < 'A' || text[j+2] > 'Z' {
		return 0
	}
	if j+3 < len(text) && wordByte(text[j+3]) {
		return 0
	}
	return j + 3
}

// namedHouse reads a house that has a name and no number, after the person
// named at i: "Mrs Vane, Rose Cottage, Mill Lane". end is 0 where there is none.
func namedHouse(text string, i int) (from, end int) {
	if !opensPerson(text, i) {
		return i, 0
	}
	if !mayNameHouse(text[i:min(len(text), i+homeMost)]) {
		return i, 0
	}
	m := personAhead.FindStringIndex(text[i:min(len(text), i+homeMost)])
	if m == nil {
		return i, 0
	}
	from = i + m[1]
	if name := houseAsName.FindStringSubmatchIndex(text[i:from]); name != nil && houseWords[text[i+name[4]:i+name[5]]] {
		from = i + name[2] // what stands after the clerk is no name but a house
	}
	if from >= len(text) {
		return i, 0
	}
	a, ok := place(text, from)
	if !ok || !a.code && !(a.house && a.street) || a.parts < 2 {
		return i, 0
	}
	if strings.HasPrefix(text[i:], "C") && text[i+1] != 'l' && !a.code || strings.HasPrefix(text[i:], "Cll") && !a.code {
		return i, 0
	}
	if !home(text, from, a) {
		return i, 0
	}
	return from, a.end
}

// mayNameHouse is a quick look for capitalized words, then a comma or the like
// or "of", then capitalized words that are not the next person's name. Most
// people named in minutes said something instead.
func mayNameHouse(text string) bool {
	at, parted := 0, false
	for at < len(text) {
		end := wordEnd(text, at)
		word := text[at:end]
		switch {
		case parted && end > at:
			c := text[at]
			return (c >= 'A' && c <= 'Z' || c >= 0x80) && !opensPerson(text, at)
		case word == "of":
			parted = true
		case end > at && word[0] >= 'a' && word[0] <= 'z' && !nameJoiners[word]:
			return false
		}
		at = end
		for at < len(text) && wordEnd(text, at) == at {
			if text[at] != ' ' && text[at] != '.' && text[at] != '&' && text[at] != '/' {
				parted = true
			}
			if text[at] >= '0' && text[at] <= '9' {
				return false
			}
			at++
		}
	}
	return false
}

// nameJoiners stand in small letters in names and offices.
var nameJoiners = wordsOf("and to for the formerly late now")

// letterhead reads the address whose postcode is at i where it stands below
// the name of a parish's council, which has no office but its clerk's house,
// with a telephone number or e-mail address after it.
func letterhead(text string, i int) (from, end int) {
	end = postcode(text, i)
	if !reached.MatchString(text[end:min(len(text), end+homeAfter)]) {
		return i, 0
	}
	near := max(0, i-homeMost)
	m := parishBefore.FindAllStringIndex(text[near:i], -1)
	if m == nil {
		return i, 0
	}
	from = near + m[len(m)-1][1]
	for from < i && text[from] >= '0' && text[from] <= '9' { // a house number
		if from = afterNumber(text, from+1); from == 0 {
			return i, 0
		}
	}
	if a, ok := place(text, from); !ok || a.end != end || a.parts < 2 || officeNear.MatchString(text[from:i]) {
		return i, 0
	}
	return near + m[len(m)-1][1], end
}

// opensPerson is a quick look for a title or a clerk at i.
func opensPerson(text string, i int) bool {
	for _, w := range persons {
		if strings.HasPrefix(text[i:], w) {
			return true
		}
	}
	return false
}

var persons = []string{"Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ", "Mx ", "Dr ", "Dr. ", "Rev ", "Revd ", "Cllr ", "Cllr. ", "Councillor ", "Clerk"}

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
	siteBefore  = regexp.MustCompile(`(?i)\b(?:applications?|applicants?|sites?|location|proposals?|premises|licen[cs]es?|planning|permission|appeals?|enforcement|retrospective|agent|held at|venue|meeting place|purchase|sale|lease|property|conservation area|order)\b`)
	siteAfter   = regexp.MustCompile(`(?i)\b(?:extensions?|erect\w*|conversion|convert\w*|change of use|replac\w+ (?:of |windows|doors|garage|roof|dwelling)|replacement|construct\w*|dwellings?|garage|conservatory|loft|fell(?:ing)?|crown|prune|pruning|pollard|reduc\w+ (?:of|by)|tpo|trees?|listed building|demoli\w+|retrospective|variation|outline|porch|dormers?|annexe?|siting|retention|retain|alterations?|single[ -]store?y|two[ -]store?y|first floor|rear|stables?|solar|vehicular|dropped kerb|signage|advertisement|no objections?|licen[cs]e|planning|application)\b`)
	asApplicant = regexp.MustCompile(`(?i)\b(?:applications?|appeals?|proposals?|plans?)\b[^.;\n]{0,50}\b(?:from|by|of|for|behalf of)(?: the)? $|\b(?:applicants?|appellants?|agents?|owners?|site|location)\s*(?:is|was)?\s*[:,–-]?\s*$`)
	speaks      = regexp.MustCompile(`^[),]*(?: \([^)]{1,30}\))?,? ?(?:also |then |had |has |who |and |was |has been |is )*(?:spoke|speaking|asked|said|wrote|written|stated|complained|raised|expressed|objected|thanked|offered|reported|requested|commented|referred|enquired|queried|attended|addressed|told|explained|read|presented|opposed|supported|lives?|lived|appointed|present|concerned)\b`)
	reached     = regexp.MustCompile(`(?i)^[\s,.;|–-]{0,6}(?:tel|telephone|phone|mobile|mob|e-?mail)\b`)
	clerkNear   = regexp.MustCompile(`\b(?:Clerk|CLERK)\b`)
	officeNear  = regexp.MustCompile(`(?i)\b(?:offices?|hall|centre|center|chambers?|building|library|pavilion|guildhall|school)\b`)
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
