package classify

import (
	"testing"

	"moothall/archive"
)

// What is told beside a decision does not hide it, nor stand for one.
func TestBesideTheDecision(t *testing.T) {
	for minute, want := range map[string]archive.Outcome{
		"As the rest of the grant would not be spent before 30 June it was agreed that it could go on compost.": archive.Approved,
		"Members were told that before it was agreed to buy the seat two others had been seen.":                 archive.OutcomeNone,
		"Dates for proposed meetings next year are 10 January, 7 March, 2nd May.":                               archive.OutcomeNone,
		"Proposed by Cllr Heath, 2nd Cllr Teal.":                                                                archive.Approved,
	} {
		it := &archive.Item{Head: archive.Head{Title: "Updates", Text: minute}, Discussion: minute}
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q is %s, not %s", minute, it.Outcome, want)
		}
	}
	for resolution, want := range map[string]archive.Outcome{
		"That, following the inclusion of the amendments, the Annual Report is approved.": archive.Approved,
		"That, with the amendments shown, the leaflet be approved.":                       archive.Approved,
		"The amendment was put to the vote and was lost.":                                 archive.OtherResult,
	} {
		it := decided("", resolution)
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q is %s, not %s", resolution, it.Outcome, want)
		}
	}
}
