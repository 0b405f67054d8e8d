package classify

import (
	"testing"

	"moothall/archive"
)

// A title of each kind, and one near it of the council's own business.
func TestProceduralKinds(t *testing.T) {
	for title, want := range map[string]bool{
		"7. To receive apologies for absence":                    true,
		"Apology to a tenant":                                    false,
		"Declarations of Members’ Interests":                     true,
		"Interest rates and borrowing":                           false,
		"Minutes of the last ordinary meeting":                   true,
		"Minutes Road resurfacing":                               false,
		"Chairman’s announcements":                               true,
		"Chairs for the village hall":                            false,
		"Public participation":                                   true,
		"Public toilets":                                         false,
		"Questions from members of the public":                   true,
		"Question by Jo Vane to the Cabinet Member for Highways": false,
		"Any other urgent business":                              true,
		"Urgent care centre":                                     false,
		"Exclusion of the press and public":                      true,
		"School exclusions":                                      false,
		"Order of business":                                      true,
		"Tree preservation order":                                false,
		"Work Programme 2024/25":                                 true,
		"Works to the harbour wall":                              false,
		"Date and venue of the next meeting":                     true,
		"Suspension of standing orders":                          true,
		"Suspension of a hackney carriage licence":               false,
		"Housekeeping":                                           true,
		"House to house collections":                             false,
		"Election of Chair and appointment of vice":              true,
		"Election costs":                                         false,
	} {
		if got := procedural(title); got != want {
			t.Errorf("%q: got %v", title, got)
		}
	}
}

// Agenda wording and acts named, each with a title near it of the council's
// own business.
func TestProceduralAsked(t *testing.T) {
	for title, want := range map[string]bool{
		"To Consider Accepting Apologies for Absence":                true,
		"To consider an apology to the tenants":                      false,
		"To Record Declarations of Interest":                         true,
		"To consider interest on the reserve":                        false,
		"To adopt a declarations of interest policy":                 false,
		"Interests, and any dispensation asked for":                  true,
		"Interests in land at the harbour":                           false,
		"To Consider Matters Arising from the Minutes":               true,
		"To consider matters at the harbour":                         false,
		"Approval of January minutes":                                true,
		"Approval of the January payments":                           false,
		"APPROVAL OF MINUTES":                                        true,
		"Approval of a minute book cupboard":                         false,
		"To approve minutes of the 7th June 2021":                    true,
		"Minutes – 16 January 2024":                                  true,
		"Minutes of the July 2011 council meeting":                   true,
		"To approve the storage of minutes":                          false,
		"To approve the minutes storage fee":                         false,
		"Free parking for twenty minutes":                            false,
		"To agree attendance at the harbour fair":                    false,
		"To consider a communications strategy":                      false,
		"To exclude dogs from the playing field":                     false,
		"To agree the date of the next meeting":                      true,
		"To agree the date of the village fair":                      false,
		"To receive and accept any apologies":                        true,
		"To receive the accounts of the hall":                        false,
		"Ratification of the minutes of the previous Estate Panel":   true,
		"Ratification of the previous year’s estate budget":          false,
		"To consider the minutes of evidence of the harbour enquiry": false,
	} {
		if got := procedural(title); got != want {
			t.Errorf("%q: got %v", title, got)
		}
	}
}

// What is settled under an open heading is business of its own; an election is
// what its heading is for.
func TestDecides(t *testing.T) {
	for title, want := range map[string]bool{"Chairman’s announcements": true, "Any other business": true, "To consider matters arising from the minutes": true, "Chairman": false, "Apologies": false} {
		it := &archive.Item{Head: archive.Head{Title: title}, Outcome: archive.Approved}
		if got := decides(it); got != want {
			t.Errorf("%q: got %v", title, got)
		}
	}
}
