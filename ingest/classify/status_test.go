package classify

import (
	"testing"

	"moothall/archive"
)

// What an answer says of the remedy "Apologise to Mr A and pay him £300" or of
// the one given, and the sentence that proves it.
func TestStatusOfAnswer(t *testing.T) {
	const asked = "Apologise to Mr A and pay him £300."
	for _, c := range []struct {
		name, remedy, answer string
		want                 archive.RemedyStatus
	}{
		{"action completed", "", "Action completed 3 May 2023.", archive.Implemented},
		{"complete", "", "Complete", archive.Implemented},
		{"this is underway", "Review the policy.", "This is underway.", archive.InProgress},
		{"being drafted", "Review the policy.", "The new policy is being drafted and will go to Cabinet in May.", archive.InProgress},
		{"with the lawyers", "Review the policy.", "A first draft is with the lawyers and will come to Cabinet in November.", archive.InProgress},
		{"the rest to come", "A check of the eleven other licences.", "Four have been checked and the rest will be by 28 February 2025.", archive.InProgress},
		{"not needed", "Reassess Mr A.", "It is no longer necessary as Mr A has moved.", archive.NoLongerRequired},
		{"awaiting", "Agree a protocol with the Trust.", "We are awaiting the Trust's reply.", archive.WaitingOnOthers},
		{"awaiting a date", "Meet the Trust.", "Status: Awaiting a date from the Trust", archive.WaitingOnOthers},
		{"with somebody else", "Agree a protocol with the Trust.", "The draft is with the Health Board for approval.", archive.WaitingOnOthers},
		{"not yet paid", "Pay £300.", "The sum has not yet been paid.", archive.NotImplemented},
		{"no progress", "Train staff.", "No progress has been made.", archive.NotImplemented},
		{"yet to be", "Train staff.", "The training is yet to be arranged.", archive.NotImplemented},
		{"did not accept", "Pay £300.", "The Council does not accept this recommendation.", archive.NotImplemented},
		{"paid and no word of the apology", asked, "The payment was made on 3 May 2023.", archive.Partly},
		{"both", asked, "An apology was sent on 2 May and the payment made on 3 May 2023.", archive.Implemented},
		{"paid but not sorry", asked, "The £300 has been paid but the apology has not been sent.", archive.Partly},
		{"some of them", "Train the officers.", "Seven of nineteen officers have been trained.", archive.Partly},
		{"so many of so many, in other words", "Check the arrangements.", "Of 88 arrangements 61 have been checked; 27 remain to be checked by the end of May.", archive.Partly},
		{"all of them", "Train the officers.", "All eight officers were trained in March.", archive.Implemented},
		{"by letter", "Apology to Mr J.", "Made by letter on 6 January 2025.", archive.Implemented},
		{"letter sent", "Apologise to Mr J.", "Letter sent 22 January 2024", archive.Implemented},
		{"wrote to her", "Apologise to Mrs A.", "The Director wrote to her on 9 December 2022 and met her in January.", archive.Implemented},
		{"a letter went", "Say sorry.", "A letter of apology went on 26 August 2021.", archive.Implemented},
		{"paid with the above", "Pay £300.", "This was paid with the above.", archive.Implemented},
		{"attached", "Prepare a plan.", "The plan is attached at Appendix 1.", archive.Implemented},
		{"a cell, complete", "Pay £800.", "Paid 30 January 2024\n\nComplete", archive.Implemented},
		{"a colour that the words explain", "Train counter staff.", "Seven of nineteen staff trained; last session 14 March 2024\n\nAmber", archive.InProgress},
		{"a colour alone", "Train counter staff.", "Sessions are booked.\n\nAmber", archive.InProgress},
		{"green", "Train counter staff.", "Green", archive.Implemented},
		{"red", "Staff the telephone.", "Not done, as no one has applied for the posts\n\nRed", archive.NotImplemented},
		{"cell not started", "Review the policy.", "Policy team\n\nNot started", archive.NotImplemented},
		{"on course", "Review the policy.", "On track for March 2025.", archive.InProgress},
		{"will be", "Review the policy.", "The policy will be reviewed by June 2025.", archive.InProgress},
		{"decided, not done", "Restore the service.", "Full Council agreed on 20 July to restore the service.", archive.InProgress},
		{"only partly", "Review the policy.", "This was carried out only in part.", archive.Partly},
		{"nothing said", "Pay £300.", "The complaint was about parking.", archive.StatusNotStated},
		{"the ombudsman is content", "Pay £300.", "The Ombudsman has confirmed that it is satisfied with the Council's actions.", archive.Implemented},
		{"evidence given", "Train staff.", "Evidence of completion was provided to the Ombudsman on 3 May.", archive.Implemented},
		{"only asked about", "Apologise to Mr A.", "She undertook to find out whether the apology had been sent.", archive.StatusNotStated},
		{"proof wanted", "Apologise to Mr A.", "The Council should provide us with evidence it has complied.", archive.StatusNotStated},
		{"once a form is back", "Pay £300.", "Payment will be made once he has completed the form.", archive.InProgress},
		{"somebody else is silent", "Agree a protocol.", "The academy trust has been asked twice and has not replied.", archive.WaitingOnOthers},
		{"until somebody else decides", "Serve the notice.", "It cannot be served until the Planning Inspectorate has decided the appeal.", archive.WaitingOnOthers},
		{"accepted, not yet done", "Review the policy.", "All four recommendations have been accepted.", archive.InProgress},
		{"accepted and done", "Publish the schedules.", "Accepted. The schedules were published on 4 August.", archive.Implemented},
		{"accepted and under way", "Commission a review.", "Agreed in principle. Terms of reference are being drawn up.", archive.InProgress},
		{"rejected", "Double the bins.", "Rejected. There is no budget for this.", archive.NotImplemented},
		{"not agreed", "Refund the cost.", "Response: Not agreed. It was not asked for.", archive.NotImplemented},
		{"in its own verb", "Survey the roof.", "The roof was surveyed in May.", archive.Implemented},
		{"in its own strong verb", "Rewrite the form.", "It was rewritten in May.", archive.Implemented},
		{"one of two", "Review its website and publish the new fees.", "The website has been updated. The new fees have not yet been published.", archive.Partly},
		{"falls away", "Move the family.", "The family has moved away, so this falls away.", archive.NoLongerRequired},
		{"declined", "Reassess Mr A.", "Mr A declined the offer of a new assessment.", archive.NoLongerRequired},
	} {
		text := c.remedy
		if text == "" {
			text = asked
		}
		r := archive.Remedy{Text: text, Kinds: kinds(text)}
		if c.remedy == "" {
			r.Text, r.Kinds = "Review its procedure.", []archive.RemedyKind{archive.PolicyReview}
		}
		got, quote := status(r, c.answer)
		if got != c.want {
			t.Errorf("%s: %q is %s, want %s", c.name, c.answer, got, c.want)
		}
		if got != archive.StatusNotStated && quote == "" {
			t.Errorf("%s: nothing proves it", c.name)
		}
	}
}
