package parse

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// entry reads a line as a list entry, whether or not its reader did.
func entry(l Line) (label, text string, ok bool) {
	if l.Marker != "" {
		return Label(l.Marker), l.Text, true
	}
	marker, rest, ok := Marker(l.Text)
	return Label(marker), rest, ok
}

// inSeries reports whether label is number n of a series still possible, and
// drops the series it is not in.
func inSeries(ways map[series]int, label string, n int) bool {
	now := countings(label)
	any := false
	for w := range ways {
		if now[w] == n || w == bullets && now[bullets] == 1 {
			any = true
		}
	}
	if any {
		for w := range ways {
			if now[w] != n && w != bullets {
				delete(ways, w)
			}
		}
	}
	return any
}

// joins reports whether b, which has no marker, still belongs to entry a: a
// stops in the middle of its sentence.
func joins(a, b Line) bool {
	return !strings.HasSuffix(strings.TrimSpace(a.Text), ".") && !strings.HasSuffix(a.Text, ":") && startsLower(b.Text)
}

func startsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

// open reports whether a decision says that its words are still to come.
func open(words string) bool {
	words = strings.TrimSpace(words)
	return words == "" || openEnd.MatchString(words)
}

var openEnd = regexp.MustCompile(`(?i)(?:[:–—-]|\b(?:that|to|the following))\s*[:.–—-]*$`)

func thatTo(s string) bool { return thatToForm.MatchString(s) }

var thatToForm = regexp.MustCompile(`^(?:That|THAT|T H A T|To|TO)\b`)
