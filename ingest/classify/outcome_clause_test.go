package classify

import (
	"testing"

	"moothall/archive"
)

// Sentences of minutes that no keyword marks, and what each decides; "" for
// those that report, hope or ask. None is of a real paper.
func TestToldSentences(t *testing.T) {
	for said, want := range map[string]archive.Outcome{
		"All in favour.":                                                            archive.Approved,
		"The meeting approved the minutes.":                                         archive.Approved,
		"The minutes of 3 May were read and approved.":                              archive.Approved,
		"The minutes of meeting no 214 had earlier been approved online.":           archive.Approved,
		"The minutes were proposed as accurate by Ann Heath and seconded by R Teal": archive.Approved,
		"Cllr Heath was duly elected as Chair.":                                     archive.Approved,
		"The two candidates are elected unopposed.":                                 archive.Approved,
		"Payment of £50 was authorised.":                                            archive.Approved,
		"These five bills were passed for payment by the Councillors":               archive.Approved,
		"The precept was set at £4,500.":                                            archive.Approved,
		"It was unanimously agreed the precept remain at £4,500.":                   archive.Approved,
		"Councillors voted in favour of the grant.":                                 archive.Approved,
		"Letter from the hall asking for help, resolved to pay £60":                 archive.Approved,
		"The Clerk presented the accounts, which were approved.":                    archive.Approved,
		"We were told of the flood, and it was agreed to buy sandbags.":             archive.Approved,
		"A vote was taken and it was agreed by a majority to proceed.":              archive.Approved,
		"The variation of the licence was granted as applied for.":                  archive.Approved,
		"The Board settled upon 8 per cent, with effect from 1 December.":           archive.Approved,
		"The report of the Treasurer was noted.":                                    archive.Noted,
		"Council expressed its thanks and noted the report.":                        archive.Noted,
		"The application was supported.":                                            archive.Endorsed,
		"After discussion the Councillors resolved to support these amendments.":    archive.Endorsed,
		"It was decided to leave this until the next meeting.":                      archive.Deferred,
		"This will be carried forward to the September agenda.":                     archive.Deferred,
		"The talk on heating would be held over to a later meeting.":                archive.Deferred,
		"To be discussed at the next meeting.":                                      archive.Deferred,
		"Not a parish matter; passed to Ambershire Highways.":                       archive.Referred,
		"The decision of the Cabinet was referred back for reconsideration.":        archive.Referred,
		"Members voted against the scheme.":                                         archive.Rejected,
		"The Council decided against the purchase.":                                 archive.Rejected,
		"After long thought the Councillors resolved not to have a list.":           archive.Rejected,
		"There was no need for more, resolved not to provide more swings.":          archive.Rejected,
		"The Panel, having heard the driver, REFUSED the licence.":                  archive.Rejected,
		"No objections were raised and the plan was approved.":                      archive.Approved,
		"Permission was refused.":                                                   archive.Rejected,
		"Councillors had no objections.":                                            archive.OtherResult,
		"It was resolved the Clerk to contact the county.":                          archive.OtherResult,
		"It was resolved to ask the county for a bin.":                              archive.OtherResult,
		"The questionnaire was duly completed.":                                     archive.OtherResult,

		"It was agreed that such bins are quite unsuitable for the lane.": "",
		"As was noted before there will be no more reports.":              "",
		"It was noted that the verge had been mown.":                      "",
		"It was hoped that the work would be approved.":                   "",
		"The grant application had been refused.":                         "",
		"The county had decided to refuse it.":                            "",
		"The plans have been approved by the national park.":              "",
		"Owners were recommended to lock their sheds.":                    "",
		"No further co-opted members were appointed.":                     "",
		"The Chair accepted a late paper on the roof.":                    "",
		"Mr Teal has kindly agreed to mend the gate.":                     "",
		"Members asked whether the fee could be waived.":                  "",
		"The officer said that the Board had agreed the terms.":           "",
		"The meeting adjourned at 19:25.":                                 "",
	} {
		var got archive.Outcome
		if v := toldBy(said); len(v) > 0 {
			got = leading(v)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
}

// Resolutions in full; the paper says that they are decisions.
func TestResolvedWords(t *testing.T) {
	for text, want := range map[string]archive.Outcome{
		"that the Clerk should order the bench, and ask the school about the gate":                        archive.OtherResult,
		"That the Council would not make any comment to the judges.":                                      archive.OtherResult,
		"That the following two matters should be brought forward to May: gate; bench":                    archive.OtherResult,
		"That a risk assessment should be brought to the next meeting":                                    archive.OtherResult,
		"That the Clerk should look into it and that this matter be brought back to the next meeting":     archive.OtherResult,
		"That the rent for the quarry should remain at £5 a year":                                         archive.Approved,
		"That the Scheme be brought into effect on 1 August.":                                             archive.Approved,
		"That the report be submitted to the Ministry and that Full Council be recommended to revoke it.": archive.Approved,
		"Agree to ask that the Minister put off the elections":                                            archive.Approved,
		"That no order be made, two objections having force.":                                             archive.Rejected,
		"That, had it been able to do so, the Committee would have refused permission.":                   archive.Rejected,
		"That the Committee is assured by the steps taken.":                                               archive.Noted,
		"That the Council will await the reply of the trustees":                                           archive.Deferred,
		"To consider the draft again before it goes to the Cabinet, as the figures were not ready.":       archive.Deferred,
		"That the Audit Committee be asked to consider it, and the report be noted":                       archive.Referred,
		"That officers grant permission, but that if no agreement is made by 24 June, 2024 it be refused": archive.Approved,
	} {
		it := decided("", text)
		if outcomes(it); it.Outcome != want {
			t.Errorf("%q: got %s %v, want %s", text, it.Outcome, it.OutcomesAll, want)
		}
	}
}

// Whatever the words, an item's outcome is the first of all its outcomes, and
// asking again gives the same.
func FuzzOutcome(f *testing.F) {
	for _, s := range []string{"It was agreed to pay £40.", "RESOLVED that the fee be paid", "to not and, be refused by", "Noted.", "T H A T ; , be", "stand the over to", "ask committee consider", "If as which was the", "“a” (b) agreed"} {
		f.Add(s, "", false)
		f.Add("", s, true)
	}
	f.Fuzz(func(t *testing.T, discussion, decision string, listed bool) {
		it := &archive.Item{Head: archive.Head{Title: "A matter", Text: discussion + "\n\n" + decision}, Discussion: discussion, Decision: decision}
		if listed && decision != "" {
			it.Resolutions = []archive.Resolution{{Text: decision}}
		}
		outcomes(it)
		if len(it.OutcomesAll) > 0 && it.OutcomesAll[0] != it.Outcome {
			t.Errorf("outcome %q, all %v", it.Outcome, it.OutcomesAll)
		}
		first, all := it.Outcome, len(it.OutcomesAll)
		if outcomes(it); it.Outcome != first || len(it.OutcomesAll) != all {
			t.Errorf("once %q, twice %q", first, it.Outcome)
		}
	})
}

// Inflections are made, not listed.
func TestInflect(t *testing.T) {
	for word, verb := range map[string]string{"noted": "note", "ratifies": "ratify", "ratified": "ratify", "deferred": "defer", "passes": "pass", "withdrew": "withdraw", "approves": "approve", "deleted": ""} {
		if got := verbs.words[word].verb; got != verb {
			t.Errorf("%s is of %q, want %q", word, got, verb)
		}
	}
}
