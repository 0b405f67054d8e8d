package classify

import (
	"strings"

	"moothall/archive"
)

// A way is what an outcome was read from.
type way uint8

const (
	byVerb      way = iota // a verb of the table
	byPhrase               // a phrase of the table
	byAnyVerb              // a verb of no table, in what the paper says is decided
	byTask                 // somebody is told to do something
	byAsking               // somebody outside is asked for something
	bySeconding            // proposed and seconded, and no more is said
	byVote                 // only how it was voted: "All agreed."
	byAgreeing             // "it was agreed", and what follows says nothing of its kind
	byWord                 // a verdict's word, wherever it stands
	byNothing              // a decision that no rule reads
)

// sureOfOutcome is how often an outcome was right that was read in this way,
// in a decision the clerk marked and in a sentence that tells one, and the
// reason a reader is given. The figures are measured: the table stands in
// testdata/labels/README.md.
var sureOfOutcome = map[way]struct {
	marked, told float64
	because      string
}{
	byVerb:      {0.94, 0.95, "it is told in the minutes without a heading or keyword"},
	byPhrase:    {0.94, 0.95, "it is told in the minutes without a heading or keyword"},
	byAnyVerb:   {0.96, 0.94, "its verb is none of the usual ones of a decision"},
	byTask:      {0.85, 0.75, "somebody is asked to do something, which may not be all that was decided"},
	byAsking:    {0.7, 0.7, "somebody is asked to do something, which may not be all that was decided"},
	bySeconding: {0.8, 0.8, "it says that something was proposed and seconded, and not that it was agreed"},
	byVote:      {0.94, 0.95, "it is told in the minutes without a heading or keyword"},
	byAgreeing:  {0.8, 0.8, "it says that something was agreed, and not what kind of thing"},
	byWord:      {0.8, 0.8, "only a single word tells it"},
	byNothing:   {0.5, 0.5, "no rule reads these words of decision"},
}

const (
	// sureOfLongNone is how often a long minute without words of decision
	// holds none.
	sureOfLongNone = 0.88

	// sureEnough is the confidence from which nothing is listed as a doubt:
	// about that of all outcomes and all services together, so that what is
	// listed is what is less sure than the rest.
	sureEnough = 0.93
)

// doubtOutcome lists an outcome that is not sure.
func doubtOutcome(it *archive.Item, all []verdict) {
	if it.Outcome == archive.OutcomeNone && len(all) == 0 {
		if n := len(it.Discussion); n > terseMost && !it.Procedural {
			doubt(&it.Head, "outcome", sureOfLongNone, "no sentence of a long minute tells a decision")
		}
		return
	}
	for _, v := range all {
		if v.is != it.Outcome {
			continue
		}
		s := sureOfOutcome[v.way]
		confidence := s.marked
		if strings.Contains(it.Discussion, it.Decision) {
			confidence = s.told
		}
		if confidence < sureEnough {
			doubt(&it.Head, "outcome", confidence, s.because)
		}
		return
	}
}
