package report

import (
	"strings"
	"unicode"

	"moothall/archive"
)

// notAgain leaves out what a report recommends again: in another part, in the
// summary and at the end, where few words may differ; in the same part word for
// word. Two that only begin alike ("DELEGATE authority to the Director of
// Harbours to …") are two.
func notAgain(before, now []archive.Recommendation) []archive.Recommendation {
	var fresh []archive.Recommendation
next:
	for _, r := range now {
		for _, f := range fresh {
			if strings.Join(plainWords(f.Text), " ") == strings.Join(plainWords(r.Text), " ") {
				continue next
			}
		}
		for _, b := range before {
			if sameAsked(b, r) {
				continue next
			}
		}
		fresh = append(fresh, r)
	}
	return fresh
}

// sameAsked compares what two parts of a report ask: the same words, one of
// them cut short under the same letter, or nine words of ten.
func sameAsked(a, b archive.Recommendation) bool {
	x, y := plainWords(a.Text), plainWords(b.Text)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	s, t := strings.Join(x, " "), strings.Join(y, " ")
	if s == t || len(x) >= 4 && a.Label == b.Label && strings.HasPrefix(t, s+" ") {
		return true
	}
	counts := map[string]int{}
	for _, w := range y {
		counts[w]++
	}
	shared := 0
	for _, w := range x {
		if counts[w] > 0 {
			counts[w]--
			shared++
		}
	}
	return len(x) >= 8 && x[0] == y[0] && 10*shared >= 9*len(y)
}

// plainWords are the words and numbers of a text in small letters.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '£' || r == '.'
	})
}
