package archive

import (
	"regexp"
	"strings"
)

// Withheld stands in public text where a telephone number or an e-mail
// address stood in the paper.
const Withheld = "[contact withheld]"

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
// numbers and e-mail addresses in text.
func ContactSpans(text string) [][2]int {
	if !mayHoldContact(text) {
		return nil
	}
	var spans [][2]int
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
		spans = append(spans, [2]int{from, to})
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
				if len(text)-i >= len(cue) && strings.EqualFold(text[i:i+len(cue)], cue) {
					return true
				}
			}
		}
	}
	return false
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// BlankContacts puts spaces in the place of every telephone number and e-mail
// address in text, a byte for a byte, so that all else stays where it is. It
// is for what text is looked through by.
func BlankContacts(text string) string {
	var out []byte
	at := 0
	for at < len(text) {
		end := len(text)
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end = at + i + 2
		}
		for _, s := range ContactSpans(text[at:end]) {
			if out == nil {
				out = []byte(text)
			}
			for i := at + s[0]; i < at+s[1]; i++ {
				out[i] = ' '
			}
		}
		at = end
	}
	if out == nil {
		return text
	}
	return string(out)
}

// MaskContacts puts Withheld in the place of every telephone number and
// e-mail address in text. The bytes a council published are never changed;
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
