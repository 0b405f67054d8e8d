package classify

import (
	"reflect"
	"testing"

	"moothall/archive"
)

// decided makes an item whose decision is one paragraph for each resolution.
func decided(lead string, resolutions ...string) *archive.Item {
	it := &archive.Item{Head: archive.Head{Title: "A report", Text: "A report"}, Discussion: "Members considered it.", Decision: lead}
	for i, r := range resolutions {
		if i > 0 || lead != "" {
			it.Decision += "\n\n"
		}
		it.Decision += r
		it.Resolutions = append(it.Resolutions, archive.Resolution{Text: r})
	}
	return it
}

// Each row is a way of putting a decision; the first wanted is the leading one.
func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		name        string
		lead        string
		resolutions []string
		want        []archive.Outcome
	}{
		{"be noted", "", []string{"That the report be noted."}, []archive.Outcome{archive.Noted}},
		{"are noted", "", []string{"That the contents of the Annual Letter are noted."}, []archive.Outcome{archive.Noted}},
		{"body noted", "", []string{"The Committee noted the report and the Ombudsman’s report attached at Appendix A."}, []archive.Outcome{archive.Noted}},
		{"one word", "", []string{"NOTED"}, []archive.Outcome{archive.Noted}},
		{"received and noted", "", []string{"That the Treasurer’s paper be received and noted."}, []archive.Outcome{archive.Noted}},
		{"otherwise noted", "", []string{"The report was otherwise noted."}, []archive.Outcome{archive.Noted}},
		{"correct record", "", []string{"that the notes of the June meeting were a correct record, to be signed by the Chair"}, []archive.Outcome{archive.Approved}},
		{"true copy", "", []string{"The minutes, which each councillor had been sent, were confirmed as a true copy and then signed."}, []archive.Outcome{archive.Approved}},
		{"letters apart", "", []string{"T H A T the minutes be approved as a correct record."}, []archive.Outcome{archive.Approved}},
		{"carried", "", []string{"The recommendation as amended was moved, seconded put to the vote and carried."}, []archive.Outcome{archive.Approved}},
		{"agreed and no more", "", []string{"Agreed unanimously."}, []archive.Outcome{archive.Approved}},
		{"infinitive", "", []string{"To accept the report, noting the observations received during the discussion."}, []archive.Outcome{archive.Noted}},
		{"verb in the lead", "RESOLVED that Cabinet note:", []string{"the quarterly figures;", "the risks."}, []archive.Outcome{archive.Noted}},
		{"asked to agree", "County Council, having weighed the report, is asked to agree these points:", []string{"The ten-year programme.", "To note the pressures."}, []archive.Outcome{archive.Approved, archive.Noted}},
		{"noted, then agreed to a small thing", "", []string{"that the Board noted the letter and agreed to bear its advice in mind"}, []archive.Outcome{archive.Noted, archive.Approved}},
		{"notes, then adopts", "", []string{"Notes the Inspector’s Report;", "Notes the appraisal; and", "Adopts the Plan as set out in Appendix B."}, []archive.Outcome{archive.Approved, archive.Noted}},
		{"endorses", "", []string{"that the Board endorses the appended Tree Strategy."}, []archive.Outcome{archive.Endorsed}},
		{"support beside noting is not endorsement", "", []string{"that the Panel notes how far the work has come and to support the steps in hand."}, []archive.Outcome{archive.Noted}},
		{"recommend", "", []string{"That Council be recommended to adopt the policy."}, []archive.Outcome{archive.Recommended}},
		{"recommends, active", "", []string{"That the Committee recommends the scheme to Cabinet."}, []archive.Outcome{archive.Recommended}},
		{"keyword recommended", "RECOMMENDED to Council", []string{"that the procedure be amended."}, []archive.Outcome{archive.Recommended}},
		{"recommended, of minutes", "RECOMMENDED –", []string{"T H A T the minutes be approved as a correct record."}, []archive.Outcome{archive.Approved}},
		{"refer", "", []string{"That the petition be referred to the Planning Committee."}, []archive.Outcome{archive.Referred}},
		{"defer", "", []string{"That consideration of the report be deferred to the next meeting."}, []archive.Outcome{archive.Deferred}},
		{"brought forward", "", []string{"That the bench should be brought forward to the June meeting"}, []archive.Outcome{archive.Deferred}},
		{"will postpone", "", []string{"That the parish will postpone a decision on the bus shelter until quotations arrive."}, []archive.Outcome{archive.Deferred}},
		{"agreed to defer", "", []string{"It was agreed to defer the item."}, []archive.Outcome{archive.Deferred}},
		{"some accepted, some not", "", []string{"That recommendations 1 to 3 be accepted and recommendation 4 be not accepted."}, []archive.Outcome{archive.Approved, archive.Rejected}},
		{"accept and note", "", []string{"To accept and note the information in the report."}, []archive.Outcome{archive.Noted}},
		{"a list of verbs", "RESOLVED that Cabinet:", []string{"end the need to book at two sites;", "defer a decision upon the third."}, []archive.Outcome{archive.Approved, archive.Deferred}},
		{"refused only if", "", []string{"That officers be authorised to grant permission and that if the agreement is not completed by 24 June the application be refused."}, []archive.Outcome{archive.Approved}},
		{"procedural motion", "", []string{"The procedural motion was carried and the matter stood adjourned to the meeting on 14 September."}, []archive.Outcome{archive.Deferred}},
		{"asked, and more", "", []string{"That the Cabinet Member be asked to write to Ministers and that a briefing be held."}, []archive.Outcome{archive.Approved}},
		{"to raise", "", []string{"To raise the premium to 120% from 1 April."}, []archive.Outcome{archive.Approved}},
		{"to ask", "", []string{"To ask the county for a salt bin."}, []archive.Outcome{archive.OtherResult}},
		{"referred and brought back", "", []string{"That this item be referred to the Highways Panel for comment and brought back."}, []archive.Outcome{archive.Referred}},
		{"only asked", "", []string{"That the Cabinet Member be asked to write to Ministers."}, []archive.Outcome{archive.OtherResult}},
		{"lost, and to come back", "", []string{"A motion to approve was lost and the application would return to the next meeting."}, []archive.Outcome{archive.Rejected, archive.Deferred}},
		{"refused", "", []string{"That planning permission be refused."}, []archive.Outcome{archive.Rejected}},
		{"resolved not to", "", []string{"It was for that reason resolved not to adopt the phone kiosk."}, []archive.Outcome{archive.Rejected}},
		{"lost", "", []string{"On being put to the vote, the motion was lost."}, []archive.Outcome{archive.Rejected}},
		{"clerk to write", "", []string{"That the Clerk should write to the bus company about the stop."}, []archive.Outcome{archive.OtherResult}},
		{"comments", "", []string{"that the Panel makes comments and asks for nothing to be decided anew."}, []archive.Outcome{archive.OtherResult}},
		{"as amended, put and carried", "", []string{"The recommendation as amended was moved, seconded put to the vote and carried."}, []archive.Outcome{archive.Approved}},
		{"an amendment is not the motion", "", []string{"On being put to the vote, the amendment was carried and became the substantive motion."}, []archive.Outcome{archive.OtherResult}},
		{"an amendment lost, then the motion", "", []string{"The amendment was put to the vote and lost.", "The substantive motion was put to the vote and carried."}, []archive.Outcome{archive.Approved}},
		{"after amendments", "", []string{"That, after some changes, the second draft of the Rules is accepted and approved"}, []archive.Outcome{archive.Approved}},
		{"not accepted", "", []string{"That the recommendation be not accepted."}, []archive.Outcome{archive.Rejected}},
		{"not accepted, a clause between", "", []string{"That the recommendation of the Licensing Committee be not accepted and the fee stay as it is."}, []archive.Outcome{archive.Rejected}},
		{"not approve", "", []string{"That the Cabinet does not approve the closure."}, []archive.Outcome{archive.Rejected}},
		{"be not approved", "", []string{"That the application be not approved."}, []archive.Outcome{archive.Rejected}},
		{"lost by votes", "", []string{"The motion was lost by 5 votes to 9."}, []archive.Outcome{archive.Rejected}},
		{"put and lost by votes", "", []string{"Upon being put to the vote, the motion was LOST by 5 votes to 9."}, []archive.Outcome{archive.Rejected}},
		{"be kept", "", []string{"That the present Council Tax Reduction Scheme be kept for 2024/25."}, []archive.Outcome{archive.Approved}},
		{"be kept, without that", "", []string{"the present Council Tax Reduction Scheme be kept for 2024/25."}, []archive.Outcome{archive.Approved}},
		{"present scheme continues", "", []string{"That the current scheme be continued for another year."}, []archive.Outcome{archive.Approved}},
		{"agreed to keep", "", []string{"It was agreed to keep the office open on Saturdays."}, []archive.Outcome{archive.Approved}},
		{"unanimously, one word", "", []string{"Unanimously agreed."}, []archive.Outcome{archive.Approved}},
		{"approve in a list after to", "RESOLVED to:", []string{"Note the report;", "Agree the budget."}, []archive.Outcome{archive.Noted, archive.Approved}},
		{"duly noted in capitals", "", []string{"The contents of the report were duly NOTED."}, []archive.Outcome{archive.Noted}},
		{"Full Council recommended", "RECOMMENDED that Full Council:-", []string{"approve the strategy."}, []archive.Outcome{archive.Recommended}},
		{"recommendation agreed", "", []string{"Recommendation agreed."}, []archive.Outcome{archive.Approved}},
		{"no action required", "", []string{"No action required."}, []archive.Outcome{archive.OtherResult}},
		{"payment made", "", []string{"Cheques for the three invoices in hand were signed."}, []archive.Outcome{archive.OtherResult}},
	} {
		it := decided(c.lead, c.resolutions...)
		outcomes(it)
		if it.Outcome != c.want[0] || !reflect.DeepEqual(it.OutcomesAll, c.want) {
			t.Errorf("%s: got %s %v, want %v", c.name, it.Outcome, it.OutcomesAll, c.want)
		}
	}
}

// An item withdrawn has a decision in its paper's place for one, and none.
func TestOutcomeOfWhatIsWithdrawn(t *testing.T) {
	for _, text := range []string{"WITHDRAWN from the agenda at the applicant's request. No decision required.", "No decision was taken.",
		"The decision of the Committee is restricted due to exempt information contained within the decision."} {
		it := decided("", text)
		if outcomes(it); it.Outcome != archive.OutcomeNone || len(it.OutcomesAll) > 0 {
			t.Errorf("%q: got %s %v", text, it.Outcome, it.OutcomesAll)
		}
	}
}

func TestOutcomeOfWhatIsNotMinuted(t *testing.T) {
	it := &archive.Item{Head: archive.Head{Title: "Budget", Text: "5. Budget"}}
	outcomes(it)
	if it.Outcome != "" {
		t.Errorf("an agenda's entry has outcome %q", it.Outcome)
	}
	it.Discussion = "Members asked about the figures."
	outcomes(it)
	if it.Outcome != archive.OutcomeNone {
		t.Errorf("a minute without decision has outcome %q", it.Outcome)
	}
}

func TestVotes(t *testing.T) {
	for _, c := range []struct {
		text                    string
		pro, against, abstained int // -1 where not stated
	}{
		{"For: 23 Against: 12 Abstentions: 3", 23, 12, 3},
		{"Put to the vote: carried 9–4.", 9, 4, -1},
		{"Voting 6–5.", 6, 5, -1},
		{"The motion was carried with 23 votes for, 12 against and 3 abstentions.", 23, 12, 3},
		{"The motion was lost by 23 votes to 12.", 12, 23, -1},
		{"The amendment was lost by 7 votes to 13. The motion was then carried by 14 votes to 6.", 14, 6, -1},
		{"An amendment was moved.\n\nFor (7)\n\nAgainst (13)\n\nAmendment lost.\n\nThe substantive motion was put to the vote.\n\nFor (15)\n\nAgainst (2)", 15, 2, -1},
		{"The motion as amended was carried by 9 votes to 4, and the clerk read it out.", 9, 4, -1},
		{"For (26)\n\nMr A\n\nAgainst (20)\n\nMr B\n\nMotion carried.\n\nFor (52)\n\nMr A\n\nAgainst (0)\n\nAbstain (11)", 52, 0, 11},
	} {
		it := &archive.Item{Head: archive.Head{Text: c.text}}
		votes(it)
		is := func(n *int) int {
			if n == nil {
				return -1
			}
			return *n
		}
		if it.Votes == nil || is(it.Votes.For) != c.pro || is(it.Votes.Against) != c.against || is(it.Votes.Abstained) != c.abstained {
			t.Errorf("%q: got %+v", c.text, it.Votes)
		}
	}
	for _, text := range []string{
		"The amendment was lost by 7 votes to 13, with 1 abstention. The motion was then carried unanimously.",
		"The amendment was lost by 7 votes to 13.",
		"For (7) Against (13)\n\nThe amendment fell.\n\nIt was unanimously RESOLVED that the budget be approved, all members having voted on the amendment.",
	} {
		it := &archive.Item{Head: archive.Head{Text: "An amendment was put.\n\n" + text}}
		if votes(it); it.Votes != nil {
			t.Errorf("%q: a vote on an amendment is no vote on the motion: %+v", text, it.Votes)
		}
	}
	it := &archive.Item{Head: archive.Head{Text: "The scheme was for 12 homes against a target of 20."}}
	if votes(it); it.Votes != nil {
		t.Errorf("found a vote where there is none: %+v", it.Votes)
	}
}

func TestMovers(t *testing.T) {
	for _, c := range []struct{ text, moved, seconded string }{
		{"Moved by Councillor Rita Green and seconded by Councillor Louise Brown RESOLVED that the letter be noted.", "Councillor Rita Green", "Councillor Louise Brown"},
		{"Cllr Green MOVED, Cllr Brown SECONDED and it was RESOLVED to:", "Cllr Green", "Cllr Brown"},
		{"Cllr Bell MOVED, Cllr Dacres SECONDED and it was RESOLVED to:", "Cllr Bell", "Cllr Dacres"},
		{"The nomination of Mr A P Miller was moved by Mr J H Smith and seconded by Mrs E A Eyre.", "Mr J H Smith", "Mrs E A Eyre"},
		{"Moved by Councillor Ståhlberg and seconded by Councillor Wiślicki-Hart that the plan be noted.", "Councillor Ståhlberg", "Councillor Wiślicki-Hart"},
		{"Councillor Núñez-Harrow moved and Councillor Mrs St. John-Öberg seconded the motion.", "Councillor Núñez-Harrow", "Councillor Mrs St. John-Öberg"},
		{"Councillor Hallowbrook, Deputy Leader and Cabinet Member for Finance, moved the budget, seconded by Councillor O’Dell.", "Councillor Hallowbrook", "Councillor O’Dell"},
		{"Councillor Hallowbrook, Deputy Leader and Cabinet Member for Finance, moved and Councillor Bell, Chair of Planning, seconded it.", "Councillor Hallowbrook", "Councillor Bell"},
		{"Councillor Bell moved the motion set out in the agenda. Councillor Dr van der Meer seconded.", "Councillor Bell", "Councillor Dr van der Meer"},
		{"The fee was proposed by Councillor Ståhlberg and agreed.", "Councillor Ståhlberg", ""},
		{"Proposed: Cllr. J. Wren; Seconded: Cllr. A. B. Finch", "Cllr. J. Wren", "Cllr. A. B. Finch"},
		{"Proposed by Jane Wren, seconded by Ann Finch. All agreed.", "Jane Wren", "Ann Finch"},
		{"On the motion of Councillor Bell, seconded by Councillor Fox It was RESOLVED", "Councillor Bell", "Councillor Fox"},
		{"Councillor Bell asked what was proposed. The Chair said nothing.", "", ""},
		{"Mr Green proposed, and Mrs Brown seconded the motion that the plan be noted.", "Mr Green", "Mrs Brown"},
		{"Election of Chairman\n\nCouncillor Ann Green proposed and Councillor Bob Brown seconded, that he be elected.", "Councillor Ann Green", "Councillor Bob Brown"},
	} {
		it := &archive.Item{Head: archive.Head{Text: c.text}}
		if movers(it); it.MovedBy != c.moved || it.SecondedBy != c.seconded {
			t.Errorf("%q: got %q, %q", c.text, it.MovedBy, it.SecondedBy)
		}
	}
}

// A meeting's subjunctive decides whatever its verb, unless it only asks.
func TestSubjunctive(t *testing.T) {
	for text, want := range map[string]archive.Outcome{
		"That the objections be overruled and the order made.":                 archive.Approved,
		"That the booking system be made permanent.":                           archive.Approved,
		"That an out of hours service be restored on Friday nights.":           archive.Approved,
		"That the Resources Committee be asked to keep the hours they are.":    archive.OtherResult,
		"That when more is known, a public meeting should be arranged":         archive.OtherResult,
		"Not to bring forward the scheme, which is now 54th of 133.":           archive.Rejected,
		"That, under section 100A(4), the public be excluded from the meeting": archive.Approved,
	} {
		it := decided("", text)
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q: got %s, want %s", text, it.Outcome, want)
		}
	}
}
