package classify

import (
	"regexp"
	"strings"
)

// A phrase is one way of putting a thing: the form of its words, and a
// sentence that it was made for. The tests read each sentence by its own form
// and by the table the phrase stands in, so a row that says nothing is found.
type phrase struct{ form, seen string }

// anyOf matches what any of the phrases does, in capitals or small letters.
func anyOf(phrases []phrase) *regexp.Regexp {
	forms := make([]string, len(phrases))
	for i, p := range phrases {
		forms[i] = p.form
	}
	return regexp.MustCompile(`(?i)` + strings.Join(forms, "|"))
}
