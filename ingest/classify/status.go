package classify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// statusForms are how a council says what became of a remedy. The first row
// that matches a sentence is its meaning; the sentence of the highest rank in
// an answer is the answer's. Partly comes first and ranks above all: who says
// "in part" has weighed the rest of what the answer tells.
var statusForms = []struct {
	is   archive.RemedyStatus
	rank int
	form *regexp.Regexp
	seen string
}{
	{archive.Partly, 7, regexp.MustCompile(`(?i)\b(?:part(?:ly|ially)?|(?:only|largely|mostly) (?:part(?:ly|ially)))[ -]+` + doneWord + `\b|\b` + doneWord + `(?: \w+){0,3}? (?:only )?(?:in part|partly|partially)\b(?:[^a-z]*$| (?:only|so far|and|but|because|as)\b)|\bin part (?:only|so far)\b|^(?:partly|partial|partially|in part)\b[^.]{0,25}\.?$|\bsome but not all\b|\bnot all (?:of )?\b[^.]{0,60}\b(?:has|have|had|was|were|been) (?:yet |been )*(?:\w+(?:ed|en)|done|made|paid|sent|put)\b`), "carried out only in part; Partly implemented."},
	{archive.NoLongerRequired, 6, regexp.MustCompile(`(?i)\b(?:no longer|not|never) (?:be )?(?:required|needed|necessary|applicable|relevant|appropriate)\b|\btherefore\b[^.]{0,60}\b(?:is|are) not (?:required|needed)\b|\bsuperseded\b|\b(?:declined|turned down|did not want|does not want|refused) (?:the |our |an? |this |any )*(?:offer|payment|apology|assessment|meeting|review|it)\b`), "therefore respite and accommodation is not required"},
	{archive.WaitingOnOthers, 5, regexp.MustCompile(`(?i)\bawait\w*\b[^.]{0,80}\b(?:permission|consent|response|reply|confirmation|agreement|decision|information|approval|answer|sign-?off|guidance)\b|\bawait\w*\b[^.]{0,60}\b(?:from|by) (?:the |our )?\p{Lu}|\bwithdrawn (?:his|her|their|its) consent\b|\bwaiting (?:for|on|to hear)\b|\bdepends? on\b[^.]{0,100}\b(?:supplier|provider|contractor|board|ombudsman|government|nhs|trust|partners?|agency|landlord)\b|\b(?:subject to|pending|dependent on) (?:the )?(?:agreement|consent|response|approval|decision)\b[^.]{0,40}\b(?:of|by|from)\b|\b(?:is|are|sits|lies|now) with (?:the |our )?(?:[\w’'-]+ ){0,3}(?:trust|health board|nhs|icb|ombudsman|government|department|contractor|provider|supplier|partners?|landlord|tribunal|court)\b|\bhave (?:asked|written to|chased) [^.]{3,60}\band (?:await|have (?:had|received) no)\b`), "we await permission to work collaboratively; Mr B has withdrawn his consent"},
	{archive.InProgress, 5, regexp.MustCompile(`(?i)\b(?:the )?(?:rest|remainder|others|second half|balance) (?:is|are|will be|to be)\b`), "Four have been checked and the rest will be by 28 February"},
	{archive.NotImplemented, 4, notDone, "the council has been unable to implement this decision"},
	{archive.InProgress, 3, regexp.MustCompile(`(?i)\b(?:in progress|underway|under way|ongoing|on-going|being (?:developed|drafted|prepared|reviewed|arranged|implemented|progressed|rolled out|finalised|updated|written|made|carried out|procured|recruited|considered|consulted)|work(?:ing)? (?:has begun|is continuing|continues|is under|continues)|(?:has|have) (?:begun|started|commenced)|will be (?:completed|paid|issued|sent|made|delivered|reviewed|implemented|published|presented|provided|in place|finished|ready|held|arranged|rolled out|trained)|will (?:come|go|report|publish|be reported|follow|complete|finish|start|begin|take place)|is scheduled|are scheduled|has been scheduled|(?:is|are) (?:due|expected|planned|set|booked) (?:to|for|in|by|on)|(?:is|are) booked|on (?:track|course|schedule|target)|draft (?:is|has|was)|first draft|drafted and|to be (?:completed|finished|agreed|finalised) by|(?:is|are) working (?:on|with|to))\b`), "a review is under way"},
	{archive.Implemented, 2, regexp.MustCompile(`(?i)^(?:\W*(?:paid|sent|done|completed|actioned|issued|published|apologised|repaid|refunded|delivered|agreed and|made|written|held|given|carried out|trained|adopted|provided|reviewed|implemented|closed)\b)|\b(?:complete|completed|implemented|carried out|actioned|in place|complied with|delivered|concluded|achieved|addressed|discharged|fulfilled|closed)\b|\b(?:has|have|had|was|were|is|are)(?: (?:now|also|since|all|already|been|both|subsequently|therefore|fully|made|being|duly|promptly|then|each|recently|formally|successfully))* ` + didWord + `\b|\b(?:the council|lancashire county council|we|officers|the service|the (?:chief executive|director|head of [\w ]{3,30}|leader|monitoring officer|clerk|manager)|it|she|he|they)\b[^.]{0,40}\b(?:paid|apologised|wrote|issued|sent|made|completed|reviewed|updated|revised|backdated|repaid|refunded|restored|met|trained|introduced|published|held|provided|reminded)\b|\bnow (?:paid|complete|produced|in place)\b|\b(?:payment|apology|letter|cheque|refund|review|training|sum|money|plan|policy|report)\b(?: of [\w ]{2,30})? (?:was |were )?(?:sent|made|issued|went|paid|held|given|delivered|completed|published|adopted|agreed|approved)\b|\b(?:is|are) (?:attached|appended|set out (?:at|in) (?:appendix|annex))\b|\b(?:satisfied|content|happy) (?:with|that)\b[^.]{0,60}\b(?:actions?|remed|complied|response|done|carried)|\b(?:staff|officers|members|clerks|teams?|managers) (?:have |were )?(?:been )?(?:trained|reminded|briefed)\b`), "This payment has now been made; Action plans are now produced; This action was completed in February"},
	{archive.InProgress, 1, regexp.MustCompile(`\b(?:Full Council|Cabinet|Executive|Committee|Members)\b[^.]{0,60}\b(?:agreed|resolved|approved|decided|voted)\b[^.]{0,160}\b(?:to|that)\b`), "Full Council agreed on 20 July to restore the service: a decision, not yet the deed"},
}

// didWord is what was done to a remedy, after "has been".
const didWord = `(?:paid|made|sent|issued|calculated|produced|provided|written|repaid|refunded|backdated|arranged|updated|revised|amended|reviewed|changed|introduced|appointed|allocated|identified|trained|held|given|offered|apologised|reminded|shared|undertaken|assessed|reassessed|published|agreed|established|adopted|approved|corrected|cleared|restored|reinstated|rewritten|replaced|briefed|recruited|circulated|removed|waived|written off|reimbursed|credited|cancelled|awarded|confirmed|received|accepted|installed|repaired|inspected|rehoused|moved|signed|launched|strengthened|improved|drawn up|set up|put right|put in place|rolled out|credited|returned|contacted|notified|informed)`

// doneWord is what is done to a remedy.
const doneWord = `(?:implement(?:ed|ation)|carried out|complet(?:ed?|ion)|complied with|done|met|paid|actioned|delivered|put in(?:to)? place|put into (?:effect|practice)|fulfilled|achieved|addressed|accepted)`

var notDone = regexp.MustCompile(`(?i)\b(?:unable to|has not|have not|had not|not yet been|could not|cannot|did not|declined to|will not)\b[^.]{0,60}\b(?:implement|complet|compl(?:y|ied)|made|make|paid|pay|done|agree|accept|start|begun|produce|issue|sent)\w*|\bnot (?:been )?(?:implemented|accepted|completed|actioned|started|begun|done|paid|sent|made)\b|\b(?:does|do|did) not accept\b|\b(?:no|little) (?:progress|action|payment|apology|training|review) (?:has|have|had|was|were)\b|\b(?:yet|still) to be\b|\bstill (?:outstanding|awaited|to (?:do|come))\b|\b(?:overdue|not yet (?:due|available))\b|\b(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:\w+(?:ed|en)|done|made|paid|sent|begun|held|put)\b|^not (?:yet )?(?:started|begun|done|met|paid|complete|implemented|achieved)\b|\b(?:outstanding|remains to be done|nothing has been done)\b`)

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
			is, n := meaning(s)
			if n *= 2; n > 0 && speaksOf(r, s) {
				n++
			}
			if n > rank {
				best, rank, quote = is, n, s
			}
		}
	}
	if best == archive.Implemented && !wholly.MatchString(quote) && misses(r, answer) {
		best = archive.Partly
	}
	return best, quote
}

// meaning is what one sentence says of a remedy, with its rank; rank 0 where
// it says nothing.
func meaning(s string) (archive.RemedyStatus, int) {
	if someOf(s) || doneAndNot(s) {
		return archive.Partly, 7
	}
	for _, f := range statusForms {
		if f.form.MatchString(s) {
			return f.is, f.rank
		}
	}
	return archive.StatusNotStated, 0
}

// stateCell is the whole of a cell in a table's column "State" or "Status".
var stateCell = regexp.MustCompile(`(?i)^(?:(?:current )?stat(?:e|us)\s*[:–-]\s*)?(?:(?:fully |now )?(?:implemented|complete[d]?|done|closed|actioned|achieved)|(?:not|part(?:ly|ially)?|partial)(?: |-|$)[\w -]{0,30}|in progress|ongoing|on-going|underway|under way|on track|started|outstanding|overdue|red|amber|green|blue|[rag]|(?:rag )?(?:red|amber|green)|no longer (?:required|needed|applicable)|not applicable|n/a|superseded|(?:a?waiting|waits) (?:on|for)?\b[\w’', -]{0,60}|with [\w’' -]{0,40})\.?$`)

// stated is the state that an answer gives as such, in a cell or a paragraph
// of its own: it decides over what the other cells tell. Its proof is the
// sentence that says the same, or the cell.
func stated(answer string) (archive.RemedyStatus, string) {
	pars := strings.Split(strings.TrimSpace(answer), "\n\n")
	if len(pars) < 2 && coloured[strings.ToLower(strings.Trim(pars[0], ". "))] == "" {
		return "", ""
	}
	cell := ""
	for _, par := range pars {
		if par = strings.TrimSpace(par); stateCell.MatchString(par) {
			cell = par
		}
	}
	if cell == "" {
		return "", ""
	}
	is, rank := meaning(cell)
	if closedCell.MatchString(cell) {
		is, rank = archive.Implemented, 2
	}
	colour := coloured[strings.ToLower(strings.Trim(cell, ". "))]
	if colour != "" {
		is, rank = colour, 1
	}
	if rank == 0 {
		return "", ""
	}
	other, proof := archive.RemedyStatus(""), ""
	for _, par := range pars {
		for _, s := range parse.Sentences(par) {
			if s == cell {
				continue
			}
			same, n := meaning(s)
			if n > 0 && same == is {
				return is, s
			}
			if n > 0 && (same == archive.Partly || colour != "" && proof == "") {
				other, proof = same, s
			}
		}
	}
	if colour != "" && proof != "" { // a colour says less than the words beside it
		if colour == archive.InProgress && other == archive.Partly {
			other = colour // so far, and going on
		}
		return other, proof
	}
	return is, cell
}

// coloured are the colours by which tables of actions show how they stand.
var coloured = map[string]archive.RemedyStatus{"red": archive.NotImplemented, "amber": archive.InProgress, "green": archive.Implemented, "blue": archive.Implemented,
	"r": archive.NotImplemented, "a": archive.InProgress, "g": archive.Implemented, "b": archive.Implemented}

var closedCell = regexp.MustCompile(`(?i)^(?:stat(?:e|us)\s*[:–-]\s*)?closed\.?$`)

// counted is "eleven of sixteen officers".
var counted = regexp.MustCompile(`(?i)\b(\d{1,4}|[a-z]+(?:-[a-z]+)?) (?:out )?of (?:the |our |its |those |these |all )?(\d{1,4}|[a-z]+(?:-[a-z]+)?)\b`)

// remain is "61 have been checked; 27 remain to be".
var remain = regexp.MustCompile(`(?i)\b(?:has|have|had|was|were) (?:now |since |already |been )*(?:\w+(?:ed|en)|done|made|paid|sent)\b.{0,40}\b(?:\d+|[a-z]+) (?:\w+ )?(?:remain|are still|are outstanding|are left)\b`)

// uncounted is "some of the officers have been trained".
var uncounted = regexp.MustCompile(`(?i)\b(?:some|most|half|part|many|two[ -]thirds|the majority) of (?:the |our |its |those |these )*[\w-]+(?: [\w-]+){0,4} (?:has|have|had|was|were) (?:now |since |already |been )*(?:\w+(?:ed|en)|done|made|paid|sent|put|held)\b`)

// someOf reports whether a sentence says that some were done and not all:
// "Eleven of sixteen officers have been trained". The two numbers must be of
// one thing; "1 of 2023" and "page 2 of 3" are not.
func someOf(s string) bool {
	if uncounted.MatchString(s) {
		return true
	}
	if remain.MatchString(s) {
		return true
	}
	for _, m := range counted.FindAllStringSubmatchIndex(s, -1) {
		some, ok := count(s[m[2]:m[3]])
		all, ok2 := count(s[m[4]:m[5]])
		before := strings.ToLower(strings.TrimSpace(s[:m[0]]))
		if ok && ok2 && some < all && all < 1900 && !ofPlace.MatchString(before) {
			return true
		}
	}
	return false
}

var ofPlace = regexp.MustCompile(`\b(?:pages?|parts?|items?|phases?|stages?|sections?|paragraphs?|appendix|chapters?|stage|step|no|number)\.?$`)

var numberWords = strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")

var tens = map[string]int{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

// count reads a number in digits or in words to ninety-nine.
func count(s string) (int, bool) {
	s = strings.ToLower(s)
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	if i := slices.Index(numberWords, s); i >= 0 {
		return i, true
	}
	ten, unit, both := strings.Cut(s, "-")
	n, ok := tens[ten]
	if ten == "twenty" {
		n, ok = 20, true
	}
	if ok && both {
		i := slices.Index(numberWords, unit)
		return n + i, i > 0 && i < 10
	}
	return n, ok
}

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
	didDeed = regexp.MustCompile(`(?i)\b(?:has|have|was|were)(?: (?:now|also|since|all|already|been|both))* (?:paid|made|sent|issued|produced|provided|written|repaid|refunded|backdated|updated|revised|amended|reviewed|introduced|appointed|trained|held|given|apologised|published|corrected|restored|completed|implemented|carried out)\b`)
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
