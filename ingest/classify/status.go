package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// statusForms are how a council says what became of a remedy. The first row
// that matches a sentence is its meaning; the sentence of the highest rank in
// an answer is the answer's.
var statusForms = []struct {
	is   archive.RemedyStatus
	rank int
	form *regexp.Regexp
	seen string
}{
	{archive.NoLongerRequired, 6, regexp.MustCompile(`(?i)\b(?:no longer|not|never) (?:be )?(?:required|needed|necessary|applicable|relevant|appropriate)\b|\btherefore\b[^.]{0,60}\b(?:is|are) not (?:required|needed)\b|\bsuperseded\b`), "therefore respite and accommodation is not required"},
	{archive.WaitingOnOthers, 5, regexp.MustCompile(`(?i)\bawait\w*\b[^.]{0,80}\b(?:permission|consent|response|reply|confirmation|agreement|decision|information|approval)\b|\bwithdrawn (?:his|her|their|its) consent\b|\bwaiting (?:for|on|to hear)\b|\bdepends? on\b[^.]{0,100}\b(?:supplier|provider|contractor|board|ombudsman|government|nhs|trust|partners?|agency|landlord)\b|\b(?:subject to|pending|dependent on) (?:the )?(?:agreement|consent|response|approval|decision)\b[^.]{0,40}\b(?:of|by|from)\b`), "we await permission to work collaboratively; Mr B has withdrawn his consent"},
	{archive.NotImplemented, 4, regexp.MustCompile(`(?i)\b(?:unable to|has not|have not|had not|not yet been|could not|cannot|did not|declined to|will not)\b[^.]{0,60}\b(?:implement|complet|compl(?:y|ied)|made|make|paid|pay|done|agree|accept|start|begun|produce|issue|sent)\w*|\bnot (?:been )?(?:implemented|accepted|completed|actioned)\b|\b(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:\w+(?:ed|en)|done|made|paid|sent|begun|held|put)\b`), "the council has been unable to implement this decision"},
	{archive.Partly, 3, regexp.MustCompile(`(?i)\bpart(?:ly|ially) (?:implemented|completed?|done|paid|met)\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|half|part) of (?:the |our |its |those )*(?:\d+|\w+)(?: [\w-]+){0,4} (?:has|have|had|was|were)\b`), "Eleven of sixteen officers have been trained."},
	{archive.InProgress, 3, regexp.MustCompile(`(?i)\b(?:in progress|underway|under way|ongoing|on-going|being (?:developed|drafted|prepared|reviewed|arranged|implemented|progressed|rolled out|finalised|updated)|work(?:ing)? (?:has begun|is continuing|continues)|(?:has|have) (?:begun|started|commenced)|will be (?:completed|paid|issued|sent|made|delivered|reviewed|implemented)|is scheduled|are scheduled|has been scheduled|is due to|on track|partially complete)\b`), "a review is under way"},
	{archive.Implemented, 2, regexp.MustCompile(`(?i)^(?:paid|sent|done|completed|actioned|issued|published|apologised|repaid|refunded|agreed and)\b|\b(?:complete|completed|implemented|carried out|actioned|in place|complied with|delivered|concluded|achieved|addressed)\b|\b(?:has|have|had|was|were|is|are)(?: (?:now|also|since|all|already|been|both|subsequently|therefore|fully|made|being))* (?:paid|made|sent|issued|calculated|produced|provided|written|repaid|refunded|backdated|arranged|updated|revised|amended|reviewed|changed|introduced|appointed|allocated|identified|trained|held|given|offered|apologised|reminded|shared|undertaken|assessed|reassessed|published|agreed|established|adopted|approved|issued|corrected|cleared)\b|\b(?:the council|lancashire county council|we|officers|the service)\b[^.]{0,40}\b(?:paid|apologised|wrote|issued|sent|made|completed|reviewed|updated|revised|backdated|repaid|refunded)\b|\bnow (?:paid|complete|produced|in place)\b|\bpayment was made\b`), "This payment has now been made; Action plans are now produced; This action was completed in February"},
}

// status is what an answer says became of a remedy, with the sentence that
// proves it. An answer that speaks of only one of the things asked for, as a
// payment where an apology was asked for too, makes it partly implemented.
func status(r archive.Remedy, answer string) (archive.RemedyStatus, string) {
	best := archive.StatusNotStated
	rank, quote := 0, ""
	for _, par := range strings.Split(answer, "\n\n") {
		for _, s := range parse.Sentences(par) {
			for _, f := range statusForms {
				if !f.form.MatchString(s) {
					continue
				}
				n := 2 * f.rank
				if speaksOf(r, s) {
					n++
				}
				if n > rank {
					best, rank, quote = f.is, n, s
				}
				break
			}
		}
	}
	if best == archive.Implemented && !wholly.MatchString(quote) && misses(r, answer) {
		best = archive.Partly
	}
	return best, quote
}

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
var wholly = regexp.MustCompile(`(?i)\b(?:this|the|these|all) (?:recommendations?|actions?|remed(?:y|ies))\b[^.]{0,60}\b(?:complet|implement|complied|carried out|done|addressed)`)

// misses reports whether the answer says nothing of an apology or an
// explanation that the remedy asks for beside a payment, or of the payment
// beside an apology.
func misses(r archive.Remedy, answer string) bool {
	parts := []*regexp.Regexp{
		regexp.MustCompile(`(?i)\bapolog|\bsorry\b`),
		regexp.MustCompile(`(?i)\bexplanation\b|\bexplain`),
		regexp.MustCompile(`(?i)£\s?\d|\bpay(?:s|ment)?\b|\bpaid\b|\brefund|\breimburs`),
	}
	asked, missed := 0, 0
	for i, p := range parts {
		if i == 1 && !regexp.MustCompile(`(?i)\b(?:provide|give|send)\w* (?:an |a )?(?:\w+ )?explanation\b|\bexplain to\b`).MatchString(r.Text) {
			continue
		}
		if i == 2 && !regexp.MustCompile(`(?i)^\W*(?:pays?|refunds?|reimburses?)\b|\b(?:and|also|should) (?:pay|refund|reimburse)|£\s?\d`).MatchString(r.Text) {
			continue
		}
		if !p.MatchString(r.Text) {
			continue
		}
		asked++
		if !p.MatchString(answer) {
			missed++
		}
	}
	return asked > 1 && missed > 0
}
