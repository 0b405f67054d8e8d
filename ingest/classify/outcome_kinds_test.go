package classify

import (
	"reflect"
	"testing"

	"moothall/archive"
)

// Minutes whose clerk marked nothing, a kind of wording each, with all their
// outcomes. None is of a real paper.
func TestKindsTold(t *testing.T) {
	for _, c := range []struct {
		kind, minute string
		want         []archive.Outcome
	}{
		{"one who decides alone", "The Executive Member approved the lease.", []archive.Outcome{archive.Approved}},
		{"one who only speaks", "The Executive Member agreed that the bus was late.", nil},
		{"agreed after commas", "Cheques 12 to 19, totalling £204.66, agreed.", []archive.Outcome{archive.Approved}},
		{"names, then agreed", "It was proposed to give £40 to the choir. Proposed AB, seconded DE, agreed.", []archive.Outcome{archive.Approved}},
		{"proposed and seconded, no more", "Mrs Heath proposed acceptance of the minutes, seconded by Mr Teal", []archive.Outcome{archive.Approved}},
		{"proposed and seconded, and lost", "Mrs Heath proposed a new bench, seconded by Mr Teal. The motion fell.", []archive.Outcome{archive.Rejected}},
		{"proposed for office", "Cllr Heath was proposed Chair. Proposer: Cllr Teal 2nd: Cllr Dent", []archive.Outcome{archive.Approved}},
		{"moved as correct", "These were moved as correct by Ann Heath and R Teal", []archive.Outcome{archive.Approved}},
		{"a count in favour", "A vote was taken, the result being three to two in favour of Ann Heath.", []archive.Outcome{archive.Approved}},
		{"leave of absence", "Leave of absence was granted to Councillor Teal.", []archive.Outcome{archive.Approved}},
		{"chosen", "Larkspur Close was chosen.", []archive.Outcome{archive.Approved}},
		{"the site that was chosen", "The Clerk described the site that was chosen.", nil},
		{"be, understood", "The report was noted and the fees approved.", []archive.Outcome{archive.Approved, archive.Noted}},
		{"same as before", "Same as last year.", []archive.Outcome{archive.Approved}},
		{"a gift", "£150 was to be given to the hall.", []archive.Outcome{archive.Approved}},
		{"voted on before it", "To reply that the council objects. Unanimous.", []archive.Outcome{archive.OtherResult}},
		{"agreed, then one refused", "Show £100; band £50. Agreed. Choir – refused.", []archive.Outcome{archive.Approved, archive.Rejected}},
		{"not reached", "Not reached; to be taken in July.", []archive.Outcome{archive.Deferred}},
		{"kept on the agenda", "Leave on the agenda.", []archive.Outcome{archive.Deferred}},
		{"held until", "Hold until the solicitor replies.", []archive.Outcome{archive.Deferred}},
		{"held over owing to", "Item held over owing to the absence of the Clerk.", []archive.Outcome{archive.Deferred}},
		{"a future meeting", "This would be discussed at a future meeting.", []archive.Outcome{archive.Deferred}},
		{"again, as suggested", "Members had much to say. Cllr Dent suggested this be considered again in October.", []archive.Outcome{archive.Deferred}},
		{"an appeal", "The appeal was not upheld.", []archive.Outcome{archive.Rejected}},
		{"assurance", "The Board took assurance from the report.", []archive.Outcome{archive.Noted}},
		{"noted and no more", "It was noted that the application had been permitted.", []archive.Outcome{archive.Noted}},
		{"noted as", "Sadly the visit of the choir to the county hall was noted as cancelled, for the singers were ill.", nil},
		{"a parish's answer", "Barn at Manor Farm - recommend approval.", []archive.Outcome{archive.Recommended}},
		{"a parish's support", "Extension at The Croft – this was supported by the Parish Council", []archive.Outcome{archive.Endorsed}},
		{"support is a thing", "Support offered by the county with any clean-up.", nil},
		{"agreed to ask", "It was agreed to look into this.", []archive.Outcome{archive.OtherResult}},
		{"agreed to buy", "It was agreed to buy two.", []archive.Outcome{archive.Approved}},
		{"recounted", "In December we set the precept, and we recommended an increase to all.", nil},
		{"in the first person", "I was elected for the rest of that term.", nil},
		{"announced", "The Panel Agreed –\n\nto note the Annual Report;", []archive.Outcome{archive.Noted}},
		{"what an item is for", "To agree which of the sites the Committee should see.", nil},
		{"asked for, and not agreed", "The Council felt that a shade would leave the bend dark and did not agree to the request.", []archive.Outcome{archive.Rejected}},
		{"referred, in a word", "Referred to the Parks Committee.", []archive.Outcome{archive.Referred}},
		{"sent back", "The application was thought to be short and was sent back to them for more information.", []archive.Outcome{archive.Deferred}},
		{"to another body", "Members agreed that the price was beyond them and that the matter should go to the Full Council.", []archive.Outcome{archive.Referred}},
		{"received, then decided", "The inspector's report was received. It was agreed to accept the quotation.", []archive.Outcome{archive.Approved}},
		{"back again", "Back on the agenda in March.", []archive.Outcome{archive.Deferred}},
		{"a precept asked for", "It was agreed to request a precept of £11,450.", []archive.Outcome{archive.Approved}},
		{"a tree", "It was decided not to fell but to have it looked at.", []archive.Outcome{archive.Rejected}},
		{"support, agreed", "It was agreed to support the scheme except for one lamp.", []archive.Outcome{archive.Endorsed}},
		{"protest", "It was agreed to protest in the strongest terms.", []archive.Outcome{archive.OtherResult}},
		{"an answer of none", "The Council RESOLVED unanimously there was no objection.", []archive.Outcome{archive.OtherResult}},
		{"seats as in the report", "Allocation of seats as in the report was agreed nem con.", []archive.Outcome{archive.Approved}},
		{"participles in a row", "Reviewed; no changes; adopted.", []archive.Outcome{archive.Approved}},
		{"received and noted", "Report received and noted; the Clerk is to close the account.", []archive.Outcome{archive.Noted}},
		{"not given", "Permission not given.", []archive.Outcome{archive.Rejected}},
		{"objects", "The Council objects to this application because of the loss of trees.", []archive.Outcome{archive.OtherResult}},
		{"an officer asked", "The Enforcement Officer was asked to look into it.", []archive.Outcome{archive.OtherResult}},
		{"minded to grant", "Minded to grant, subject to no adverse comments.", []archive.Outcome{archive.Approved}},
		{"expressed support", "Members expressed support for the proposals in principle.", []archive.Outcome{archive.Endorsed}},
		{"resolved to support", "The Council resolved to support the campaign for cheaper fares.", []archive.Outcome{archive.Endorsed}},
		{"mended, and left", "It was agreed to mend the swing. Replacing the slide was left until the new year.", []archive.Outcome{archive.Approved, archive.Deferred}},
		{"thanks", "A vote of thanks to the Clerk was passed.", []archive.Outcome{archive.OtherResult}},
		{"next time", "In view of the hour it was agreed to take this next time.", []archive.Outcome{archive.Deferred}},
		{"asked in passing", "The letter told of eel screens. The Clerk agreed to put it on the board. The Chair hoped that walkers would see it.", nil},
	} {
		it := &archive.Item{Head: archive.Head{Title: "A matter", Text: c.minute}, Discussion: c.minute}
		outcomes(it)
		if !reflect.DeepEqual(it.OutcomesAll, c.want) {
			t.Errorf("%s: %q: got %s %v, want %v", c.kind, c.minute, it.Outcome, it.OutcomesAll, c.want)
		}
	}
}

// Resolutions that the clerk marked, a kind of wording each.
func TestKindsResolved(t *testing.T) {
	for _, c := range []struct {
		kind        string
		lead        string
		resolutions []string
		want        []archive.Outcome
	}{
		{"be, understood", "", []string{"that the letter be approved, and the auditor's report noted."}, []archive.Outcome{archive.Approved, archive.Noted}},
		{"one approved but not another", "", []string{"That the limit in Main Street be approved but that no limit be imposed in Sandy Lane."}, []archive.Outcome{archive.Approved, archive.Rejected}},
		{"what was asked for is not decided", "", []string{"Cabinet does not accept the recommendation that the contract be ended."}, []archive.Outcome{archive.Rejected}},
		{"having heard objections", "", []string{"That, having considered the objections, the order be made as advertised."}, []archive.Outcome{archive.Approved}},
		{"a task for outsiders stands by itself", "", []string{"That the price is accepted, and that the Clerk should contact a bus company."}, []archive.Outcome{archive.Approved, archive.OtherResult}},
		{"a task that carries it out", "", []string{"That the design is approved and that the Clerk should order it."}, []archive.Outcome{archive.Approved}},
		{"after as advertised", "", []string{"Approved the making of the order as advertised and declined to extend the zone."}, []archive.Outcome{archive.Approved, archive.Rejected}},
		{"in capitals within", "", []string{"For the reasons in the report RECOMMEND TO FULL COUNCIL the adoption of the scheme."}, []archive.Outcome{archive.Recommended}},
		{"RECOMMENDED of nobody, noted", "RECOMMENDED –", []string{"T H A T the contents of the report be noted."}, []archive.Outcome{archive.Noted}},
		{"a call-in", "", []string{"That the resolution of Cabinet be upheld."}, []archive.Outcome{archive.Endorsed}},
		{"endorsed before recommended", "", []string{"That the programme be endorsed.", "That the Authority be recommended to approve £3m."}, []archive.Outcome{archive.Endorsed, archive.Recommended}},
		{"received as a correct record", "", []string{"That the minutes be received as a correct record."}, []archive.Outcome{archive.Approved}},
		{"another body's minutes", "", []string{"That the minutes of the Panel meeting held on 6 May be received."}, []archive.Outcome{archive.Noted}},
		{"written off", "", []string{"That the amounts in Appendix A be written off."}, []archive.Outcome{archive.Approved}},
		{"a plan's name", "RESOLVED", []string{"That the Executive Committee Forward Plan be NOTED."}, []archive.Outcome{archive.Noted}},
		{"a report to come", "", []string{"the Committee support the application of the policy, and", "a report on hazardous routes be submitted to the meeting on 24 October."}, []archive.Outcome{archive.Endorsed, archive.OtherResult}},
		{"brought in-house", "", []string{"leisure services be brought back in-house from 1 April;"}, []archive.Outcome{archive.Approved}},
		{"awaited", "", []string{"That a report on the mobile library be awaited."}, []archive.Outcome{archive.Deferred}},
		{"withdrawn so that", "", []string{"That the report be withdrawn so that tenants could be asked."}, []archive.Outcome{archive.Deferred}},
		{"initials are a person", "", []string{"That JH will progress the form. Prop. AB, 2nd DE, All agreed."}, []archive.Outcome{archive.OtherResult}},
		{"resolved by movers", "", []string{", proposed Cllr Heath, seconded Cllr Teal, to renew with J & S for two years. Unanimously agreed."}, []archive.Outcome{archive.Approved}},
		{"given and declined", "", []string{"that £50 be given to the band and that the request of the choir be declined."}, []archive.Outcome{archive.Approved, archive.Rejected}},
		{"resolved and noted", "", []string{"RESOLVED and noted."}, []archive.Outcome{archive.Noted}},
		{"to make representations", "", []string{"RESOLVED to make representations against the application."}, []archive.Outcome{archive.OtherResult}},
		{"backing", "", []string{"RESOLVED to give the charter the Council's full backing."}, []archive.Outcome{archive.Endorsed}},
		{"abandoned", "", []string{"Resolved – to abandon the map board, the cost having doubled."}, []archive.Outcome{archive.Rejected}},
		{"a sum", "AGREED:", []string{"£250 towards the tea; mugs for every child."}, []archive.Outcome{archive.Approved}},
		{"the chair taken", "", []string{"RESOLVED that Cllr Heath take the chair for the year."}, []archive.Outcome{archive.Approved}},
		{"to be reviewed at a meeting", "", []string{"It was agreed to review the protocol at the March meeting."}, []archive.Outcome{archive.Deferred}},
	} {
		it := decided(c.lead, c.resolutions...)
		outcomes(it)
		if !reflect.DeepEqual(it.OutcomesAll, c.want) {
			t.Errorf("%s: got %s %v, want %v", c.kind, it.Outcome, it.OutcomesAll, c.want)
		}
	}
}

// What stands under the heading of apologies or of what others decided is no
// decision of the meeting.
func TestNothingDecidedUnder(t *testing.T) {
	for title, minute := range map[string]string{
		"Apologies for absence":           "RESOLVED: Apologies were approved and accepted from Cllr Ward.",
		"To receive and accept apologies": "Received and accepted from Cllr Ward.",
		"Planning decisions":              "23/00881 – granted. 23/00912 – refused.",
		"To note decisions of the county": "23/00881 – granted.",
		"Decision notices received":       "23/00912 – refused.",
	} {
		it := &archive.Item{Head: archive.Head{Title: title, Text: minute}, Discussion: minute}
		if outcomes(it); it.Outcome != archive.OutcomeNone || len(it.OutcomesAll) > 0 {
			t.Errorf("%s: %q: got %s %v", title, minute, it.Outcome, it.OutcomesAll)
		}
	}
}
