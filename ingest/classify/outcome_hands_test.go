package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// Decisions in many clerks' hands, each the last paragraph of a short minute.
// Those of none tell what others did, what was said, or how things stand.
func TestManyHands(t *testing.T) {
	for want, all := range map[archive.Outcome][]string{
		archive.Approved: {
			"Cabinet concurred with the recommendations in the report.",
			"The officer's recommendation was followed.",
			"Unanimous.",
			"Permission to fell was given.",
			"A sum of £300 was set aside for the bench.",
			"Donation of £50 to the air ambulance.",
			"The Chairman put the proposal to the meeting and all hands were raised in favour.",
			"Cllr Heath was voted in as Vice-Chair.",
			"Mrs Teal to continue as tree warden.",
			"The Council chose option B.",
			"The charges for 2024 are to stay as they are.",
			"Agreement was reached to renew the lease.",
			"Councillors signified their agreement.",
			"It was the wish of the meeting that the hall be hired.",
			"The Council were happy to go ahead with the purchase.",
			"The Clerk was given authority to spend up to £200.",
			"The policy was reviewed and no changes were required.",
			"The Committee gave the scheme the go-ahead.",
			"Having considered the evidence the Sub-Committee is satisfied that the licence should be granted.",
			"The budget was passed by 30 votes to 12.",
			"That Councillor Amos be appointed to the vacancy on the Fire Authority.",
		},
		archive.Noted: {
			"That the Clerk's report be accepted for information.",
			"The information was received.",
			"Report noted.",
			"The report was accepted and its contents noted.",
		},
		archive.Recommended: {
			"The Board made the following recommendation to Cabinet: that the hub be kept open.",
			"It was agreed to ask Full Council to adopt the plan.",
			"The Committee was of the view that Council should be recommended to approve the plan.",
		},
		archive.Referred: {
			"The petition was passed to the Highways Department for a reply.",
			"The question of parking was handed to the Traffic Panel to look into.",
			"That the Working Group be asked to examine the plan.",
		},
		archive.Deferred: {
			"No decision was reached and the item will be on the agenda again in May.",
			"To be put on the June agenda.",
			"Held in abeyance until the survey is received.",
			"Item left on the table.",
			"Left until the July meeting.",
			"Agreed to revisit in six months.",
			"It was agreed that a decision be delayed until costs are known.",
			"The Chairman ruled that the item be taken at a later meeting.",
		},
		archive.Rejected: {
			"The amendment and the motion were both lost.",
			"Members voted the proposal down.",
			"The Council was unable to agree to the request.",
			"The Council would not be making a donation this year.",
			"Councillors did not wish to pursue the idea.",
			"There was no appetite for the scheme, which will not proceed.",
			"The proposal did not find favour.",
			"The Committee took the view that permission should not be granted.",
			"Councillors felt that the cost was too great and agreed not to proceed.",
			"No contribution to be made this year.",
		},
		archive.Endorsed: {
			"The Committee gave its full backing to the campaign.",
			"Members welcomed the plan and gave it their support.",
			"The Forum was broadly supportive of the proposals.",
			"The Board affirmed its support for the strategy.",
		},
		archive.OtherResult: {
			"Clerk to chase the county about the drain.",
			"Members requested that a briefing note be circulated.",
			"The Council objected to the application on grounds of access.",
			"A working party of Cllrs Heath and Teal was formed to look at it.",
			"Response to be drafted by Cllr Wren.",
			"The Panel asked for a further report in six months.",
		},
		archive.OutcomeNone: {
			"The officer said that the policy would continue unchanged.",
			"There had been no support for the scheme from residents.",
			"The parish's request was turned down by the county.",
			"The Forum discussed how the contract was awarded.",
			"The county council's budget was approved last week.",
			"The Council had previously given its approval to the design.",
			"Members acknowledged that the winter had been hard.",
			"Nothing to report.",
			"Date of next meeting to be confirmed.",
			"To date 41 residents have replied.",
			"That was the last of the meetings held in the old hall.",
			"The Working Group was set up in 2019.",
			"Thanks to all who helped with the litter pick.",
		},
	} {
		for _, said := range all {
			if got := minuted("Members spoke of it at some length.", said).Outcome; got != want {
				t.Errorf("%q: got %q, want %s", said, got, want)
			}
		}
	}
}

// minuted is an item of paragraphs of which no keyword marks any.
func minuted(pars ...string) *archive.Item {
	text := strings.Join(pars, "\n\n")
	it := &archive.Item{Head: archive.Head{Title: "A matter of the town", Text: text}, Discussion: text}
	outcomes(it)
	return it
}

// A task asked in passing, and a note of what is to be done in a minute that
// tells much else, are no outcome; at the end, or alone, they are. A
// resolution without its keyword gives way to a sentence that tells one.
func TestWhereItStands(t *testing.T) {
	for _, c := range []struct {
		pars []string
		want archive.Outcome
	}{
		{[]string{"The Council asked the Clerk to find the deed.", "The hedge was discussed."}, archive.OutcomeNone},
		{[]string{"The hedge was discussed.", "The Council asked the Clerk to find the deed."}, archive.OtherResult},
		{[]string{"Lamp 4 was out again. The hedge had grown. The verge was muddy. Clerk to report the lamp."}, archive.OutcomeNone},
		{[]string{"Clerk to report the lamp."}, archive.OtherResult},
		{[]string{"Signs to go up."}, archive.Approved},
		{[]string{"To receive the accounts."}, archive.OutcomeNone},
		{[]string{"The accounts were laid before the meeting.", "To adopt them as drawn up."}, archive.Approved},
		{[]string{"That the hall be sold.", "On being put to the vote, the motion was lost."}, archive.Rejected},
		{[]string{"The motion was read out.", "That the hall be sold.", "Members spoke of it."}, archive.OutcomeNone},
	} {
		if got := minuted(c.pars...).Outcome; got != c.want {
			t.Errorf("%q: got %q, want %s", c.pars, got, c.want)
		}
	}
}

// What is noted as being so is noted, whatever its verb.
func TestNotedThat(t *testing.T) {
	it := decided("NOTED that", "the audit would begin in May.")
	if outcomes(it); it.Outcome != archive.Noted {
		t.Errorf("got %q", it.Outcome)
	}
}
