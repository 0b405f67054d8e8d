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
		case (done || i == 0) && isPast(verb, w):
			return true
		}
	}
	return false
}

var auxiliaries = []string{"has", "have", "had", "was", "were", "been"}

// isPast reports whether a word is a verb done: "surveyed" of "survey",
// "written" of "write".
func isPast(verb, word string) bool {
	if slices.Contains(strongVerbs[verb], word) {
		return true
	}
	stem, ok := strings.CutSuffix(word, "ed")
	if !ok || len(strongVerbs[verb]) > 0 {
		return false
	}
	switch {
	case stem == verb, stem+"e" == verb, strings.TrimSuffix(stem, "i")+"y" == verb:
		return true
	case len(stem) > 2 && stem[len(stem)-1] == stem[len(stem)-2]:
		return stem[:len(stem)-1] == verb // "cancelled"
	}
	return false
}

// strongVerbs are the verbs of remedies that make their past without "-ed".
var strongVerbs = map[string][]string{
	"pay": {"paid"}, "repay": {"repaid"}, "write": {"written", "wrote"}, "rewrite": {"rewritten", "rewrote"}, "send": {"sent"}, "make": {"made"}, "give": {"given", "gave"},
	"hold": {"held"}, "meet": {"met"}, "tell": {"told"}, "put": {"put"}, "set": {"set"}, "bring": {"brought"}, "take": {"taken", "took"}, "find": {"found"}, "draw": {"drawn", "drew"},
	"begin": {"begun"}, "undertake": {"undertaken", "undertook"}, "withdraw": {"withdrawn", "withdrew"}, "build": {"built"}, "teach": {"taught"}, "show": {"shown"}, "say": {"said"},
}

// words are the words of a text in small letters.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
}
