package classify

import (
	"testing"

	"moothall/archive"
)

// A title of each kind, and one near it of the council's own business.
func TestProceduralKinds(t *testing.T) {
	for title, want := range map[string]bool{
		"7. To receive apologies for absence":       true,
		"Apology to a tenant":                       false,
		"Declarations of Members’ Interests":        true,
		"Interest rates and borrowing":              false,
		"Minutes of the last ordinary meeting":      true,
		"Minutes Road resurfacing":                  false,
		"Chairman’s announcements":                  true,
		"Chairs for the village hall":               false,
		"Public participation":                      true,
		"Public toilets":                            false,
		"Any other urgent business":                 true,
		"Urgent care centre":                        false,
		"Exclusion of the press and public":         true,
		"School exclusions":                         false,
		"Order of business":                         true,
		"Tree preservation order":                   false,
		"Work Programme 2024/25":                    true,
		"Works to the harbour wall":                 false,
		"Date and venue of the next meeting":        true,
		"Suspension of standing orders":             true,
		"Suspension of a hackney carriage licence":  false,
		"Housekeeping":                              true,
		"House to house collections":                false,
		"Election of Chair and appointment of vice": true,
		"Election costs":                            false,
	} {
		if got := procedural(title); got != want {
			t.Errorf("%q: got %v", title, got)
		}
	}
}

// What is settled under an open heading is business of its own; an election is
// what its heading is for.
func TestDecides(t *testing.T) {
	for title, want := range map[string]bool{"Chairman’s announcements": true, "Any other business": true, "Chairman": false, "Apologies": false} {
		it := &archive.Item{Head: archive.Head{Title: title}, Outcome: archive.Approved}
		if got := decides(it); got != want {
			t.Errorf("%q: got %v", title, got)
		}
	}
}
