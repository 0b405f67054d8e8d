package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// A remedy that is said to be done, or to be needed no more, leaves the list of
// those that are open: the worst that a reader of answers can get wrong. Each
// of these sentences has the words of a status and does not prove it.
func TestStatusIsNot(t *testing.T) {
	const pay, review, train, sorry = "Pay Mr B £300.", "Review its accommodation policy.", "Train its officers.", "Apologise to Mr B."
	ended, done := archive.NoLongerRequired, archive.Implemented
	for _, c := range []struct {
		remedy, answer string
		not            archive.RemedyStatus
	}{
		// of the thing and not of the remedy
		{review, "The accommodation policy had never been appropriate.", ended},
		{review, "The accommodation policy is no longer appropriate.", ended},
		{review, "The old policy was superseded in 2018 by the present one.", ended},
		{review, "The policy is not appropriate and a review is not necessary before June.", ended},
		{review, "A review is not needed until the new law is in force.", ended},
		{review, "The form is no longer required of tenants.", ended},
		{review, "Proof of address is not required.", ended},
		{review, "A fee was never required.", ended},
		// somebody's view, or against another's
		{pay, "The payment was not appropriate in the view of one member and had not been made.", ended},
		{pay, "One member thought that the payment was no longer necessary.", ended},
		{pay, "The Council said the payment was not necessary but the Ombudsman did not agree.", ended},
		{pay, "It is not the case that the payment is no longer required.", ended},
		{pay, "Members asked why the payment was no longer required.", ended},
		{sorry, "The apology was not necessary, officers argued.", ended},
		// the council is who declined
		{pay, "The Council declined the offer of a meeting.", ended},
		{pay, "Officers refused the payment.", ended},
		{"Reassess Mr B.", "The panel refused the assessment and it has not been made since.", ended},
		{pay, "Mr B declined the offer of £50 before he complained.", ended},
		// before there was a decision to carry out
		{train, "Officers said that training had been held in spring, before the complaint.", done},
		{train, "Training had been given prior to the Ombudsman's investigation.", done},
		{train, "Training was held before Mr B complained.", done},
		{review, "The policy had previously been reviewed.", done},
		{pay, "At the time of the complaint a payment of £300 had been made.", done},
		// of others than those who were to be trained
		{train, "Training had been held for members in May.", done},
		{train, "Councillors have been trained.", done},
		{"Train its members.", "Officers were trained in May.", done},
		// asked, hoped, wanted, doubted
		{pay, "Members asked if the payment had been made.", done},
		{pay, "Members asked when the payment was made.", done},
		{pay, "Members asked for assurance that the payment had been made.", done},
		{pay, "The Chair hoped that the payment had been made.", done},
		{pay, "It was not known that the payment had been made.", done},
		{pay, "Officers could not say that the letter had been sent.", done},
		{sorry, "A member doubted that the apology had been sent.", done},
		{sorry, "The committee expected that the apology was sent.", done},
		// should have been
		{pay, "The payment should have been made by June.", done},
		{pay, "The payment must be completed by June.", done},
		{pay, "The payment ought to have been made.", done},
		{pay, "The payment could be completed by June.", done},
		{review, "The review would have been completed had there been staff.", done},
		{review, "Complete review of the policy by May.", done},
		{review, "The review may be completed in May.", done},
		// not
		{train, "The training is not complete.", done},
		{train, "The training is not fully implemented.", done},
		{review, "The new policy is not in place.", done},
		{review, "The Council failed to ensure that the review was carried out.", done},
		{sorry, "The letter was sent to the wrong address.", done},
		{sorry, "The letter was addressed to his old home and has not been received.", done},
		{sorry, "No letter was sent.", done},
		{sorry, "The letter has never been sent.", done},
		{review, "The action was closed without the review being done.", done},
		// another deed
		{pay, "The Ombudsman closed the case.", done},
		{pay, "The complaint was closed in May.", done},
		{pay, "Mrs Vane addressed the committee.", done},
		{pay, "The investigation was concluded.", done},
		{pay, "The meeting concluded at 8 pm.", done},
		{pay, "She paid £300 for an assessment of her own.", done},
		{pay, "Given the delay, members were concerned.", done},
		{pay, "Provided that Mr B sends the form, it can be considered.", done},
		{pay, "The Council made mistakes.", done},
		{pay, "It made no difference.", done},
		{pay, "A complaint was made in May.", done},
		{pay, "The Ombudsman's report was published in May.", done},
		{pay, "The final decision was issued in May.", done},
		{review, "Fault was found in its policy.", done},
		{review, "Failings were identified in the policy.", done},
		{review, "The report was received.", done},
		{review, "Reference was made to the policy.", done},
		{sorry, "Apologies were received from Councillor Birch.", done},
		{sorry, "It was confirmed that there would be an apology.", done},
		{pay, "Members were informed of the payment.", done},
		{pay, "Mr B has moved.", done},
		{pay, "Members asked whether the sum had been paid and were told that it had not.", done},
		{pay, "The decision was made in May.", done},
		{pay, "It was made clear that the payment is due.", done},
	} {
		r := archive.Remedy{Text: c.remedy, Kinds: kinds(c.remedy)}
		if got, quote := status(r, c.answer); got == c.not {
			t.Errorf("of %q: %q is %s (%q)", c.remedy, c.answer, got, quote)
		}
	}
}

// What is said beside does not take away what is said.
func TestStatusIsStill(t *testing.T) {
	for _, c := range []struct {
		remedy, answer string
		want           archive.RemedyStatus
	}{
		{"Reassess Mr A.", "A new assessment is no longer needed, as Mr A has moved.", archive.NoLongerRequired},
		{"Reassess Mr A.", "This has not been done because it is no longer required.", archive.NoLongerRequired},
		{"Reassess Mr A.", "This is not required: he has moved.", archive.NoLongerRequired},
		{"Reassess Mr A.", "Not required.", archive.NoLongerRequired},
		{"Find a place for J to stay in the holidays.", "J has lived with a carer since 2018 and therefore help and accommodation is not required in the holidays.", archive.NoLongerRequired},
		{"Review the scheme.", "Superseded by the new scheme.", archive.NoLongerRequired},
		{"Review the scheme.", "The recommendation has been overtaken by events.", archive.NoLongerRequired},
		{"Pay Mr A £300.", "Mr A refused the payment.", archive.NoLongerRequired},
		{"Pay Mr A £300.", "The payment was not appropriate in the view of one member and had not been made.", archive.NotImplemented},
		{"Pay Mr A £300.", "Members asked if the payment had been made and were told that it was paid in May.", archive.Implemented},
		{"Pay Mr A £300.", "The payment was made before the end of March.", archive.Implemented},
		{"Pay Mr A £300.", "The payment was made before the Ombudsman's deadline.", archive.Implemented},
		{"Train its officers.", "Officers and members were trained in May.", archive.Implemented},
		{"Pay Mr A £300.", "Members asked whether it was paid and were told that it had not.", archive.NotImplemented},
		{"Pay Mr A £300.", "Members were told that the payment was made in May.", archive.Implemented},
		{"Train staff.", "The training is not complete.", archive.NotImplemented},
		{"Train staff.", "The training is not fully implemented.", archive.Partly},
		{"Train staff.", "Action closed.", archive.Implemented},
		{"Review its policy.", "The review is complete.", archive.Implemented},
		{"Review its policy.", "A new policy is now in place.", archive.Implemented},
		{"Review its policy.", "All of the Ombudsman's recommendations have been complied with.", archive.Implemented},
		{"Apologise to Mr A.", "The Chief Executive sent a letter of apology on 3 May.", archive.Implemented},
	} {
		r := archive.Remedy{Text: c.remedy, Kinds: kinds(c.remedy)}
		if got, quote := status(r, c.answer); got != c.want {
			t.Errorf("of %q: %q is %s (%q), want %s", c.remedy, c.answer, got, quote, c.want)
		}
	}
}

// A paragraph without a full stop costs its length and not the square of it,
// and is no sentence to prove anything by.
func TestStatusOfARunOn(t *testing.T) {
	for _, words := range []string{"it is not required and ", "no longer needed before ", "one of two was paid, "} {
		if got, quote := status(archive.Remedy{Text: "Pay Mr B £300."}, strings.Repeat(words, 4000)); got != archive.StatusNotStated || quote != "" {
			t.Errorf("%q over and over is %s", words, got)
		}
	}
}
