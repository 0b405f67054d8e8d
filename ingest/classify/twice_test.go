package classify

import (
	"testing"

	"moothall/archive"
)

// A decision that the parser took out of the middle of a paragraph stands in
// the discussion too: it is told once.
func TestToldOnce(t *testing.T) {
	first, second := "The plan for the lido was approved in principle.", "Agreed that the Clerk should write to the bus company."
	it := &archive.Item{
		Head:       archive.Head{Title: "The Lido", Text: "8. The Lido. " + first + " A joint visit was put forward. " + second},
		Discussion: first + " A joint visit was put forward. " + second,
		Decision:   first + "\n\n" + second,
	}
	tell(it)
	if len(it.Resolutions) != 2 || it.Decision != first+"\n\n"+second {
		t.Errorf("told as %d resolutions: %q", len(it.Resolutions), it.Decision)
	}
}
