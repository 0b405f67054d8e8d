package archive

import (
	"regexp"
	"strings"
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
		case strings.IndexByte("MDCRLSP", c) >= 0 && begins(text, i):
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
const homeReach = homeBefore + flatMost + gapMost + 2*homeMost + homeAfter

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
	near := max(0, i-flatMost)
	if strings.HasSuffix(text[:i], " ") {
		if m := houseNumber.FindStringIndex(text[near:i]); m != nil {
			from = near + m[0]
		}
	}
	if mayEndInFlat(text[near:from]) {
		if m := flatBefore.FindStringIndex(text[near:from]); m != nil {
			from = near + m[0]
		}
	}
	if !home(text, from, a) {
		return last, 0
	}
	return from, a.end
}

// flatMost is how far before the number of a house its flat may begin, in
// bytes.
const flatMost = 32

// houseNumber is the word for a number before it.
var houseNumber = regexp.MustCompile(`\b(?:No\.?|no\.|NO\.?|Number|number) $`)

func mayEndInFlat(text string) bool { return mentions(text, "Flat ", "Apartment ", "Apt", "Room ") }

// flatBefore is the flat before the number of a house.
var flatBefore = regexp.MustCompile(`\b(?:Flat|Apartment|Apt\.?|Room) ?\w{0,4}(?:, | )$`)

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
	if name := houseAsName.FindStringSubmatchIndex(text[i:from]); name != nil && houseWords[folded(text[i+name[4]:i+name[5]])] {
		from = i + name[2] // what stands after the clerk is no name but a house
	}
	if from >= len(text) {
		return i, 0
	}
	a, ok := place(text, from)
	if !ok || a.code && a.parts < 2 || !a.code && !(a.house && a.street && a.parts > 0) {
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
	if i >= len(text) {
		return false
	}
	for _, w := range persons {
		if text[i] == w[0] && strings.HasPrefix(text[i:], w) {
			return true
		}
	}
	return false
}

var persons = []string{
	"Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ", "Mx ", "Dr ", "Dr. ", "Rev ", "Revd ", "Cllr ", "Cllr. ", "Councillor ", "Clerk",
	"MR ", "MRS ", "MS ", "MISS ", "DR ", "REV ", "CLLR ", "COUNCILLOR ", "CLERK", "Sir ", "Lord ", "Lady ", "Prof ", "Professor ",
}
