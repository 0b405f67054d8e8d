package archive

import "strings"

// A scene is an address with the words about it, and what a quick look at them
// gives, which is all that most addresses are worth.
type scene struct {
	a             address
	before, after string
	strict        string // before, without the spaces at its end
	label         bool   // before ends in a word that may tell a home, as "of"
	clerk         bool   // a clerk or the like is named
	name          int    // how long before its end a person's name may begin; 0 where it is not known
}

// look reports whether the words may tell a home: they end in "of" or the like,
// name a clerk, or end in words of which one is a title or a given name.
func (s *scene) look() bool {
	i := len(s.before)
	for words := 0; words < 9; words++ {
		for i > 0 && !wordByte(s.before[i-1]) && s.before[i-1] < 0x80 {
			i--
		}
		end := i
		for i > 0 && (wordByte(s.before[i-1]) || s.before[i-1] >= 0x80 || s.before[i-1] == '\'' || s.before[i-1] == '-') {
			i--
		}
		word := strings.Trim(s.before[i:end], "–—’‘“”")
		if word == "" && i == 0 {
			break
		}
		if words == 0 {
			s.label = labelWords[strings.ToLower(word)]
		}
		if s.label || titleWords[word] || givenNames[folded(word)] {
			s.clerk = namesClerk(s.before) || namesClerk(s.after)
			if !s.label && !s.clerk {
				s.name = len(s.before) - boundary(s.before, i-coupleMost)
			}
			return true
		}
		if word != "" && (word[0] >= 'a' && word[0] <= 'z' && !nameJoiners[word] || word[0] >= '0' && word[0] <= '9') {
			break
		}
	}
	s.clerk = namesClerk(s.before) || namesClerk(s.after)
	return s.clerk
}

// coupleMost is how much may stand before a title and be of the same name, as
// "Professor Sir" and "Mr and Mrs" have it, in bytes.
const coupleMost = 32

// boundary is the beginning of the first word from byte i.
func boundary(text string, i int) int {
	if i <= 0 {
		return 0
	}
	return i + max(0, strings.IndexByte(text[i:], ' '))
}

// parted is what stands before the commas, dashes or ends of lines at the end
// of a text, and whether there are any.
func parted(before string) (who string, apart bool) {
	who = strings.TrimRight(before, " \t\n\r,;:(|–—-")
	signs := before[len(who):]
	dash := strings.IndexAny(signs, "–—-")
	if strings.ContainsAny(signs, ",;:(|\t\n") || dash > 0 && signs[dash-1] == ' ' {
		return who, true
	}
	return strings.TrimRight(before, " "), false
}

// isMember reports whether a text ends in a councillor's name.
func isMember(text string) bool {
	return mentions(text, "llr", "LLR", "ouncillor", "OUNCILLOR") && memberBefore.MatchString(text)
}

// applies reports whether the name after a text is of somebody who applies.
func applies(text string) bool {
	text = text[boundary(text, len(text)-120):]
	return mentions(strings.ToLower(text), "applica", "appell", "appeal", "propos", "plan", "agent", "owner", "site", "location") && asApplicant.MatchString(text)
}

// mentions reports whether a text has any of the words, or parts of words.
func mentions(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

var (
	labelWords = wordsOf("at in of from address addresses is correspondence")
	titleWords = wordsOf(`Mr MR Mrs MRS Ms MS Miss MISS Mx MX Dr DR Rev REV Revd REVD Reverend Sir SIR Lord LORD Lady LADY Dame Baroness Prof PROF Professor Canon
		Captain Capt Major Col Colonel Mister Cllr CLLR Cllrs Councillor COUNCILLOR Councillors`)
)

func namesClerk(text string) bool { return mentions(text, "lerk", "LERK", "RFO", "Officer") }

// trim leaves of the words before and after what stands in the same paragraph.
func (s *scene) trim() {
	if i := strings.LastIndex(strings.TrimRight(s.before, "\n "), "\n\n"); i >= 0 && !clerkNear.MatchString(s.before[i:]) {
		// A paragraph of its own tells of itself, but lines of a letter's head
		// are each one.
		if clear := s.before[i+2:]; strings.Count(clear, " ") > 4 {
			s.before = clear
		}
	}
	if i := strings.Index(s.after, "\n\n"); i >= 0 {
		s.after = s.after[:i+min(len(s.after)-i, 24)]
	}
	s.strict = strings.TrimRight(s.before, " ")
}

// tail is the end of a text, long enough for a person's name with all titles.
func tail(text string) string { return text[boundary(text, len(text)-110):] }
