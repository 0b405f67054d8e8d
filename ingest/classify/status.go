package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// status is what an answer says became of a remedy, with the sentence that
// proves it. An answer that speaks of only one of the things asked for, as a
// payment where an apology was asked for too, makes it partly implemented.
func status(r archive.Remedy, answer string) (archive.RemedyStatus, string) {
	if state, quote := stated(answer); state != "" {
		return state, quote
	}
	best := archive.StatusNotStated
	rank, quote := 0, ""
	for _, par := range strings.Split(answer, "\n\n") {
		for _, s := range parse.Sentences(par) {
			is, n := meaningFor(r, s)
			if n *= 2; n > 0 && speaksOf(r, s) {
				n++
			}
			if n > rank {
				best, rank, quote = is, n, s
			}
		}
	}
	if best == archive.NotImplemented && strings.Contains(r.Text, " and ") && partDone(r, answer, quote) {
		best = archive.Partly
	}
	if best == archive.Implemented && !wholly.MatchString(quote) && misses(r, answer) {
		best = archive.Partly
	}
	return best, quote
}

// partDone reports whether an answer that says by one sentence that something
// was not done says by another that something of the remedy was.
func partDone(r archive.Remedy, answer, quote string) bool {
	if nearest([]archive.Remedy{r}, []int{0}, quote) < 0 {
		return false
	}
	for _, par := range strings.Split(answer, "\n\n") {
		for _, s := range parse.Sentences(par) {
			if is, n := meaningFor(r, s); n > 0 && is == archive.Implemented && nearest([]archive.Remedy{r}, []int{0}, s) == 0 {
				return true
			}
		}
	}
	return false
}

// meaning is what one sentence says of a remedy, with its rank; rank 0 where
// it says nothing. A run of words longer than a sentence is no sentence.
func meaning(s string) (archive.RemedyStatus, int) {
	s = plainly(s)
	if s == "" || len(s) > sentenceMost || earlier(s) {
		return archive.StatusNotStated, 0
	}
	if someOf(s) || doneAndNot(s) {
		return archive.Partly, 7
	}
	for _, f := range statusForms {
		if f.in(s) {
			return f.is, f.rank
		}
	}
	return archive.StatusNotStated, 0
}

// meaningFor is meaning, for a remedy: a sentence that says its own verb is
// done says that it is ("The flats were surveyed", of "survey the flats").
func meaningFor(r archive.Remedy, s string) (archive.RemedyStatus, int) {
	is, rank := meaning(s)
	if is == archive.Implemented && otherPeople(r, s) || earlier(s) {
		return archive.StatusNotStated, 0
	}
	if rank == 0 && ownDeed(r, plainly(s)) && proves(s, len(s), len(s)) {
		return archive.Implemented, 2
	}
	return is, rank
}

// plainly is a sentence without what it only asks or supposes: "to find out
// whether the apology had been sent" and "once the form is completed" tell of
// nothing done. A sentence that asks for proof tells nothing at all.
func plainly(s string) string {
	if wantsProof.MatchString(s) {
		return ""
	}
	if !supposing.MatchString(s) {
		return s
	}
	return supposed.ReplaceAllString(toldThen.ReplaceAllString(s, ", $1"), "")
}

var (
	wantsProof = regexp.MustCompile(`(?i)\b(?:should|must|will|to|asked [\w ]{2,40}) (?:then |also |now )?(?:provide|send|give|supply|show)\b[^.]{0,60}\b(?:evidence|proof)\b`)
	supposing  = regexp.MustCompile(`(?i)\b(?:whether|if|once|when|unless|as soon as|after|before)\b`)
	toldThen   = regexp.MustCompile(`(?i),? and ((?:was|were) (?:told|assured|informed|advised)\b)`) // the answer to what was asked
	supposed   = regexp.MustCompile(`^(?i:if|once|when|unless|as soon as|after|before)\b[^,.;]*,|(?i)\b(?:whether|if|once|unless|as soon as) (?:the|an?|he|she|it|they|we|all|any|this|that|his|her|their|mr|mrs|ms|miss)\b[^,.;]*`)
)

// doneAndNot reports whether a sentence tells of something done and of
// something not done: "The apology was sent but the policy has not been
// reviewed".
func doneAndNot(s string) bool {
	parts := turn.Split(s, -1)
	if len(parts) < 2 {
		return false
	}
	done, not := false, false
	for _, part := range parts {
		switch {
		case notDone.MatchString(part):
			not = true
		case didDeed.MatchString(part):
			done = true
		}
	}
	return done && not
}

var (
	turn    = regexp.MustCompile(`(?i),? (?:but|however|although|though|while|whilst)\b,? ` + "|; ")
	didDeed = regexp.MustCompile(`(?i)\b(?:has|have|was|were|had)(?: (?:now|also|since|all|already|been|both))* (?:paid|made|sent|issued|produced|provided|written|repaid|refunded|backdated|updated|revised|amended|reviewed|introduced|appointed|trained|held|given|apologised|published|corrected|restored|completed|implemented|carried out)\b`)
)

// speaksOf reports whether a sentence speaks of the kind of thing a remedy
// asks for: of an apology where one is asked for.
func speaksOf(r archive.Remedy, s string) bool {
	for _, k := range remedyKinds {
		if slices.Contains(r.Kinds, k.kind) && k.words.MatchString(s) {
			return true
		}
	}
	return false
}

// wholly says of the remedy as a whole that it is done.
var wholly = regexp.MustCompile(`(?i)\b(?:this|the|these|all|both)(?: \w+)? (?:recommendations?|actions?|remed(?:y|ies)|orders?)\b[^.]{0,60}\b(?:complet|implement|complied|carried out|done|addressed)`)

// misses reports whether the answer says nothing of an apology or an
// explanation that the remedy asks for beside a payment, or of the payment
// beside an apology.
func misses(r archive.Remedy, answer string) bool {
	asked, missed := 0, 0
	for _, p := range remedyParts {
		if !p.asked.MatchString(r.Text) {
			continue
		}
		asked++
		if !p.told.MatchString(answer) {
			missed++
		}
	}
	return asked > 1 && missed > 0
}

// remedyParts are the things that are asked for in one breath, and the words
// by which an answer tells of each.
var remedyParts = []struct{ asked, told *regexp.Regexp }{
	{regexp.MustCompile(`(?i)\bapolog|\bsorry\b`), regexp.MustCompile(`(?i)\bapolog|\bsorry\b`)},
	{regexp.MustCompile(`(?i)\b(?:provide|give|send)\w* (?:an |a )?(?:\w+ )?explanation\b|\bexplain to\b`), regexp.MustCompile(`(?i)\bexplanation\b|\bexplain`)},
	{regexp.MustCompile(`(?i)^\W*(?:pays?|refunds?|reimburses?)\b|\b(?:and|also|should) (?:pay|refund|reimburse)|£\s?\d`), regexp.MustCompile(`(?i)£\s?\d|\bpay(?:s|ment)?\b|\bpaid\b|\brefund|\breimburs`)},
}
