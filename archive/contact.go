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
	if !strings.ContainsAny(text, "@0123456789") {
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
