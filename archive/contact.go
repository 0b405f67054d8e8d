package archive

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Withheld stands in public text where a telephone number, an e-mail address
// or the address of somebody's home stood in the paper.
const Withheld = "[contact withheld]"

// MaskingVersion numbers the rules by which contact details are told. It is
// raised in the change that changes what they withhold, so that all that was
// made of text by the older ones is made anew.
const MaskingVersion = 3

// contact finds what reaches one person directly: an e-mail address, also one
// with a space or the end of a line beside its @; a UK telephone number (a
// leading 0 or +44 and eight digits more at least, however they are spaced);
// and any number that the paper itself calls one ("Tel: 533950", "ext. 4512").
// An Ombudsman's reference ("21 003 456", "07003456"), a date and a sum of money
// have none of these forms.
var contact = regexp.MustCompile(`(?i)` +
	`[\pL\pN._%+'’-]+\s?@\s?[\pL\pN-]+(?:\.[\pL\pN-]+)+` +
	`|(?:\+\s?44|\b0044)` + spacing + `(?:\(0\)` + spacing + `)?\(?\d{2,5}\)?(?:` + spacing + `\d){5,8}\b` +
	`|\(0\d{2,5}\)(?:` + spacing + `\d){5,8}\b` +
	`|\b0[123578]\d(?:` + spacing + `\d){6,11}\b` +
	`|\b(?:tel|telephone|phone|mobile|mob|fax|ddi|direct (?:dial|line))(?:\s?(?:no|number))?\s?[.:]*\s?(?:[\pL]+\s)?(\d[\d\s()-]{2,}\d)` +
	`|\b(?:extension|extn|ext)\s?[.:]*\s?(\d{3,6})\b`)

// spacing is what may stand between two digits of a telephone number: white
// space of any width, a full stop, any sort of hyphen.
const spacing = `[\s\pZ.\x{2010}-\x{2013}-]?`

// ContactSpans gives the places, as byte offsets in order, of the telephone
// numbers, e-mail addresses and homes' addresses in text.
func ContactSpans(text string) [][2]int {
	return together(reachSpans(text), homeSpans(text))
}

// ContactSpansIn gives those of ContactSpans that have a part in text[from:to].
// It looks only so far about that stretch as it must to know them.
func ContactSpansIn(text string, from, to int) [][2]int {
	var inside [][2]int
	for _, s := range together(about(text, from, to, contactReach, reachSpans), about(text, from, to, homeReach, homeSpans)) {
		if s[0] < to && s[1] > from {
			inside = append(inside, s)
		}
	}
	return inside
}

// about gives the spans that find knows in text[from:to] with reach bytes on
// each side of it.
func about(text string, from, to, reach int, find func(string) [][2]int) [][2]int {
	start, end := max(from-reach, 0), min(to+reach, len(text))
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	spans := find(text[start:end])
	for i := range spans {
		spans[i][0] += start
		spans[i][1] += start
	}
	return spans
}

// contactReach is how long a telephone number or e-mail address may be, with
// the words that call it one, in bytes.
const contactReach = 64

// together is two lists of spans as one, in order; those that overlap are one.
func together(a, b [][2]int) [][2]int {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	all := append(a, b...)
	slices.SortFunc(all, func(x, y [2]int) int { return x[0] - y[0] })
	out := all[:1]
	for _, s := range all[1:] {
		if last := &out[len(out)-1]; s[0] < last[1] {
			last[1] = max(last[1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}

// reachSpans are the telephone numbers and e-mail addresses. Most paragraphs
// have none and are not looked at closely.
func reachSpans(text string) [][2]int {
	var spans [][2]int
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end = at + i + 2
		}
		if part := text[at:end]; mayHoldContact(part) {
			spans = inParagraph(spans, part, at)
		}
		at = end
	}
	return spans
}

// inParagraph adds the spans of a part that begins at byte at.
func inParagraph(spans [][2]int, text string, at int) [][2]int {
	for _, m := range contact.FindAllStringSubmatchIndex(text, -1) {
		from, to := m[0], m[1]
		// After a cue word only the number goes; the word stays.
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				from, to = m[g], m[g+1]
			}
		}
		for to < len(text) && text[to] == ')' && strings.Count(text[from:to], "(") > strings.Count(text[from:to], ")") {
			to++
		}
		spans = append(spans, [2]int{at + from, at + to})
	}
	return spans
}

// cues are what contact's words for a number begin with.
var cues = []string{"tel", "phone", "mob", "fax", "ddi", "direct", "ext"}

// mayHoldContact reports whether text has anything that contact can begin
// with or turn on: an @, a +, a 0 that begins a number and goes on as those of
// telephones do, or one of the cues. It only saves looking closer, which most
// paragraphs do not need.
func mayHoldContact(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '@' || c == '+':
			return true
		case c == '0':
			if (i == 0 || !wordByte(text[i-1])) && i+1 < len(text) && strings.IndexByte("0123578", text[i+1]) >= 0 || i > 0 && text[i-1] == '(' {
				return true
			}
		case strings.IndexByte("tpmfdeTPMFDE", c) >= 0 && (i == 0 || !wordByte(text[i-1])):
			for _, cue := range cues {
				if len(text)-i >= len(cue) && strings.EqualFold(text[i:i+len(cue)], cue) && numberFollows(text[i+len(cue):]) {
					return true
				}
			}
		}
	}
	return false
}

// numberFollows reports whether a number stands in the few words after a cue,
// with nothing but letters, spaces, stops and colons before it.
func numberFollows(text string) bool {
	const most = 4 // spaces: "telephone number: Thornley 960001"
	spaces := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			return true
		case c == ' ' || c >= '\t' && c <= '\r':
			if spaces++; spaces > most {
				return false
			}
		case c != '.' && c != ':' && c < 0x80 && !wordByte(c):
			return false
		}
	}
	return false
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// BlankContacts puts spaces in the place of every span of ContactSpans, a byte
// for a byte, so that all else stays where it is. It is for what text is looked
// through by.
func BlankContacts(text string) string {
	spans := ContactSpans(text)
	if len(spans) == 0 {
		return text
	}
	out := []byte(text)
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			out[i] = ' '
		}
	}
	return string(out)
}

// MaskContacts puts Withheld in the place of every span of ContactSpans. The
// bytes a council published are never changed;
// this is for what is shown of them.
func MaskContacts(text string) string {
	spans := ContactSpans(text)
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s[0]])
		b.WriteString(Withheld)
		at = s[1]
	}
	b.WriteString(text[at:])
	return b.String()
}
