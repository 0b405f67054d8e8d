package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// Items in few words, as community and parish councils minute them.
func TestTerse(t *testing.T) {
	for _, c := range []struct {
		said string
		want archive.Outcome
	}{
		{"Renewal at £480.50 agreed.", archive.Approved},
		{"Agreed as correct. Prop. Cllr Marsh, sec. Cllr Teal.", archive.Approved},
		{"There being no other nomination he was elected and signed the declaration.", archive.Approved},
		{"It was moved by Councillor Heath, seconded by Councillor Marsh, and resolved that Councillor Teal be elected.", archive.Approved},
		{"14 June 2023: accepted after putting right a name.", archive.Approved},
		{"Put to the vote: carried 2–1.", archive.Approved},
		{"Put to the vote: lost 3–4.", archive.Rejected},
		{"Ann Marsh re-elected, unopposed.", archive.Approved},
		{"Held over to the July meeting as no quotation had come.", archive.Deferred},
		{"To co-opt in July.", archive.Deferred},
		{"Deferred.", archive.Deferred},
		{"Brass band – refused, as it has reserves.", archive.Rejected},
		{"Noted with thanks.", archive.Noted},
		{"T/23/0900 Barn, new windows: no objection.", archive.OtherResult},
		{"T/23/0901 The Forge, sign. Object: too bright.", archive.OtherResult},
		{"To reply that the council is against closing the school.", archive.OtherResult},
		{"The revised policy was recommended to Council for adoption, 3 votes for.", archive.Recommended},

		{"The district council had agreed to mow the verge.", archive.OutcomeNone},
		{"The grant has been approved by the county.", archive.OutcomeNone},
		{"If approved the work would start in May.", archive.OutcomeNone},
		{"Members discussed the bus times at length.", archive.OutcomeNone},
		{strings.Repeat("Members spoke of the hall and its roof. ", 30) + "Agreed.", archive.Approved},
		{"The hall's trustees were thought to have agreed. It had been approved by the county. " + strings.Repeat("Members spoke of the hall and its roof. ", 30), archive.OutcomeNone},
	} {
		it := &archive.Item{Head: archive.Head{Title: "A matter", Text: c.said}, Discussion: c.said}
		outcomes(it)
		if it.Outcome != c.want {
			t.Errorf("%q: got %s, want %s", c.said, it.Outcome, c.want)
		}
	}
	it := &archive.Item{Head: archive.Head{Title: "Apologies"}, Procedural: true, Discussion: "Apologies from Cllr Teal were accepted."}
	if outcomes(it); it.Outcome != archive.OutcomeNone {
		t.Errorf("an absence accepted: got %s", it.Outcome)
	}
}
