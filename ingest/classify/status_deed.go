package classify

import (
	"slices"
	"strings"
	"unicode"

	"moothall/archive"
	"moothall/ingest/promise"
)

// ownDeed reports whether a sentence says that what a remedy asks for was
// done, in the remedy's own verb: "The roof was surveyed in May", of "survey
// the roof". The verb must stand as done: after a form of "be" or "have", or at
// the head of its sentence.
func ownDeed(r archive.Remedy, s string) bool {
	verb := promise.Verb(r.Text)
	if verb == "" || len(s) > sentenceMost {
		return false
	}
	done := false
	for i, w := range words(s) {
		switch {
		case slices.Contains(auxiliaries, w):
			done = true
		case (done || i == 0) && promise.Past(verb, w):
			return true
		}
	}
	return false
}

var auxiliaries = []string{"has", "have", "had", "was", "were", "been"}

// words are the words of a text in small letters.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
}
