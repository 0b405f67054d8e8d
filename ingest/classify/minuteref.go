package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// minuteForms are the ways one minute points to another. Bare "minutes 3 to
// 5" is not one: the word or the number must say it is a reference.
var minuteForms = []struct {
	form *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`(?i)\bmin(?:ute)?s?\.?\s+(?:no|nos|number|numbers|ref|reference)?\.?\s*:?\s*([A-Z]{0,4}\d{1,4}(?:/[A-Z][a-z]{2}/\d{2}|/\d{2,4})?[A-Za-z]?)\b`), "(Minute C221/Dec/22 refers), [Min. No. 8 refers], in Item 19 (minute 294), the item in Minute 35"},
}

var notMinute = regexp.MustCompile(`(?i)\b(?:\d+|few|ten|five|the last|minutes? of the|draft)\s*$`)

// minuteRefs are the minutes a record refers to, each number once.
func minuteRefs(h *archive.Head) []archive.MinuteRef {
	var out []archive.MinuteRef
	for _, s := range sentences(h) {
		for _, f := range minuteForms {
			for _, m := range f.form.FindAllStringSubmatchIndex(s.text, -1) {
				number := s.text[m[2]:m[3]]
				word := strings.ToLower(s.text[m[0]:m[2]])
				if strings.HasPrefix(word, "minutes") && !strings.Contains(word, "no") && !strings.Contains(word, "number") || notMinute.MatchString(s.text[:m[0]]) {
					continue
				}
				ref := archive.MinuteRef{Number: number, Quote: s.text, Page: s.page(h)}
				if !hasMinute(out, ref) {
					out = append(out, ref)
				}
			}
		}
	}
	return out
}

func hasMinute(all []archive.MinuteRef, m archive.MinuteRef) bool {
	for _, o := range all {
		if o.Number == m.Number && o.Body == m.Body && o.Date == m.Date {
			return true
		}
	}
	return false
}
