package classify

import (
	"testing"

	"moothall/archive"
)

// An outcome that is less sure than most is stated and listed; the rest is
// stated alone.
func TestOutcomeDoubts(t *testing.T) {
	for _, c := range []struct {
		resolution string
		want       archive.Outcome
		confidence float64 // 0: no doubt
	}{
		{"That the report be noted.", archive.Noted, 0},
		{"That the lamp be repainted.", archive.Approved, 0},
		{"That the Clerk should write to the county.", archive.OtherResult, 0.85},
		{"Seven of the nine trees, by lot.", archive.OtherResult, 0.5},
	} {
		it := decided("RESOLVED", c.resolution)
		outcomes(it)
		got := 0.0
		for _, d := range it.Doubts {
			if d.Field == "outcome" {
				got = d.Confidence
			}
		}
		if it.Outcome != c.want || got != c.confidence {
			t.Errorf("%q: %q with confidence %.2f, want %q with %.2f", c.resolution, it.Outcome, got, c.want, c.confidence)
		}
	}
}
