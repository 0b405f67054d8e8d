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
		"Days held for meetings in the new year are 10 January, 7 March, 2nd May.":                              archive.OutcomeNone,
		"Members would be told of any departure from what was agreed.":                                          archive.OutcomeNone,
		"Proposed by Cllr Heath, 2nd Cllr Teal.":                                                                archive.Approved,
	} {
		it := &archive.Item{Head: archive.Head{Title: "Updates", Text: minute}, Discussion: minute}
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q is %s, not %s", minute, it.Outcome, want)
		}
	}
	for resolution, want := range map[string]archive.Outcome{
		"That, after taking in three amendments, the tree plan is approved.": archive.Approved,
		"That, with the amendments shown, the leaflet be approved.":          archive.Approved,
		"The amendment was put to the vote and was lost.":                    archive.OtherResult,
	} {
		it := decided("", resolution)
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q is %s, not %s", resolution, it.Outcome, want)
		}
	}
}

// What a council says when it is consulted is no decision of its own, whatever
// the verbs in it.
func TestAnswersDecideNothing(t *testing.T) {
	for _, lead := range []string{
		"RESOLVED: That the Clerk should reply that Members have worries as follows:",
		"RESOLVED: That the following comments be submitted:",
		"RESOLVED that the Council objects on the following grounds:",
		"RESOLVED: That the Council makes the following observations:",
		"RESOLVED: that the reply should say:",
	} {
		it := decided(lead, "That the venture might not pay", "That the drains would increase what runs into the beck", "That the hours be extended.")
		if outcomes(it); it.Outcome != archive.OtherResult || len(it.OutcomesAll) != 1 {
			t.Errorf("%q: %s %v", lead, it.Outcome, it.OutcomesAll)
		}
	}
	it := decided("RESOLVED:", "That the comments of the Panel be noted.", "That the hours be extended.")
	if outcomes(it); len(it.OutcomesAll) != 2 {
		t.Errorf("a list of decisions is %v", it.OutcomesAll)
	}
}
