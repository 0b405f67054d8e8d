package classify

import (
	"regexp"

	"moothall/archive"
)

// A statusForm is what the words of a council say became of a remedy.
type statusForm struct {
	is   archive.RemedyStatus
	rank int // what decides where an answer says several things: the highest
	ways []phrase
	form *regexp.Regexp
	says func(string) bool // in place of words, where grammar decides
}

// in reports whether a sentence says what the form does: of a deed, that it
// is one.
func (f statusForm) in(s string) bool {
	if f.says != nil {
		return f.says(s)
	}
	m := f.form.FindStringIndex(s)
	if m == nil || f.is != archive.Implemented {
		return m != nil
	}
	return proves(s, m[0], m[1])
}

// statusForms are how a council says what became of a remedy. The first row
// that matches a sentence is its meaning; the sentence of the highest rank in
// an answer is the answer's. Partly comes first and ranks above all: who says
// "in part" has weighed the rest of what the answer tells.
var statusForms = compiled([]statusForm{
	{is: archive.Partly, rank: 7, ways: []phrase{
		{`\b(?:part(?:ly|ially)?|(?:only|largely|mostly) (?:part(?:ly|ially)))[ -]+` + doneWord + `\b`, "This was only partly implemented."},
		{`\b` + doneWord + `(?: \w+){0,3}? (?:only )?(?:in part|partly|partially)\b(?:[^a-z]*$| (?:only|so far|and|but|because|as)\b)`, "It was carried out only in part."},
		{`\bnot (?:yet |been )*(?:fully|wholly|entirely|completely) (?:been )?` + doneWord + `\b`, "The training is not fully implemented."},
		{`\bin part (?:only|so far)\b`, "This has been met in part only."},
		{`^(?:partly|partial|partially|in part)\b[^.]{0,25}\.?$`, "Partly implemented."},
		{`\bsome but not all\b`, "Some but not all officers came."},
		{`\bnot all (?:of )?\b[^.]{0,60}\b(?:has|have|had|was|were|been) (?:yet |been )*` + pastForm + `\b`, "Not all of the letters have been sent."},
	}},
	{is: archive.NoLongerRequired, rank: 6, says: ended},
	{is: archive.WaitingOnOthers, rank: 5, ways: []phrase{
		{`\bawait\w*\b[^.]{0,80}\b(?:permission|consent|response|reply|confirmation|agreement|decision|information|approval|answer|sign-?off|guidance)\b`, "We await permission to work with her school."},
		{`\bawait\w*\b[^.]{0,60}\b(?:from|by) (?:the |our )?\pL`, "Awaiting a date from the Trust."},
		{`\bawaited from\b`, "Bank details are awaited from Mrs A."},
		{`\bwithdrawn (?:his|her|their|its) consent\b`, "Mr B has withdrawn his consent."},
		{`\bwaiting (?:for|on|to hear)\b`, "We are waiting to hear from the school."},
		{`\bdepends? on\b[^.]{0,100}\b(?:` + otherParty + `)\b`, "The date depends on the supplier."},
		{`\b(?:subject to|pending|dependent on) (?:the )?(?:agreement|consent|response|approval|decision|outcome)\b[^.]{0,40}\b(?:of|by|from)\b`, "This is subject to the approval of the regulator."},
		{`\b(?:is|are|sits|lies|now|remains) with (?:the |our )?(?:[\w’'-]+ ){0,3}(?:` + otherParty + `|government|department|partners?)\b`, "The draft is with the Health Board for approval."},
		{`\bhave (?:asked|written to|chased) [^.]{3,60}\band (?:await|have (?:had|received) no)\b`, "We have written to the owner and have had no reply."},
		{`\b(?:county|district|borough|parish|town|neighbouring) council (?:has|have|had) not (?:yet )?(?:replied|answered|responded)\b`, "The county council has not yet replied."},
		{`\b(?:` + otherParty + `) (?:has|have|had) (?:[\w ]{0,30}\b(?:and|but) (?:has|have|had) )?(?:so far |still )?(?:not|yet to) (?:yet )?(?:repl|respon|answer|agree|confirm|sign|decide|approve|return)\w*`, "The academy trust has been asked twice and has not replied."},
		{`\b(?:cannot|could not) (?:be )?[^.;]{0,60}\buntil (?:the |our )?(?:[\w’'-]+ ){0,2}(?:` + otherParty + `)\b`, "It cannot be served until the Planning Inspectorate has decided the appeal."},
		{`\bno (?:reply|response|answer) (?:has |had )?(?:yet )?(?:been received |been had |came )?from\b`, "No reply has been received from the owner."},
	}},
	{is: archive.InProgress, rank: 5, ways: []phrase{
		{`\b(?:the )?(?:rest|remainder|others|second half|balance) (?:is|are|will be|to be)\b`, "Four have been checked and the rest will be by 28 February."},
	}},
	{is: archive.NotImplemented, rank: 4, form: notDone},
	{is: archive.InProgress, rank: 3, ways: []phrase{
		{`\b(?:in progress|underway|under way|ongoing|on-going|in hand|progressing|in preparation|in draft)\b`, "The review is under way."},
		{`\b(?:is|are|was|were|still|now|and|currently)(?: (?:now|still|currently|also))* being [a-z]{4,}|^(?:currently )?being [a-z]{4,}`, "The policy is being drafted."},
		{`\bwork(?:ing)? (?:has begun|is continuing|continues|is under|continued)\b`, "Work is continuing."},
		{`\b(?:has|have|had) (?:now |also |already )?(?:begun|started|commenced|been (?:begun|started|commenced|drafted|scheduled|arranged for|booked))\b`, "Work on the new form has begun."},
		{`^(?:begun|started|commenced|drafted|scheduled|booked|planned)\b`, "Started in May."},
		{`\bpayments? (?:began|started)\b`, "Payments began in February."},
		{`\b(?:will|would|to|shall) (?:now |then |also |all |both |next )*be (?:completed|paid|issued|sent|made|delivered|reviewed|implemented|published|presented|provided|in place|finished|ready|held|arranged|rolled out|trained|reminded|brought|reported|considered|agreed|put|introduced|done|written|drawn up|offered|updated|revised|amended|launched|signed|adopted|circulated|discussed|taken)\b`, "The policy will be reviewed by June 2025."},
		{`\b(?:will|would) (?:now |then |also )*be \w{3,}ed\b`, "Trees will be planted in the winter."},
		{`\bwill (?:come|go|report|publish|be reported|follow|complete|finish|start|begin|take place|continue)\b|\bgo(?:es)? (?:on )?to (?:the )?(?:Cabinet|Council|Committee|Executive|Board|Panel)\b`, "It will come to Cabinet in May."},
		{`\b(?:is|are|has been|have been|was|were) (?:now )?scheduled\b|\b(?:report|training|workshop|meeting|review|work) scheduled\b`, "A session is scheduled for May."},
		{`\b(?:is|are) (?:due|expected|planned|set|booked) (?:to|for|in|by|on)\b|\b(?:is|are) booked\b|\b(?:sessions?|dates?|courses?|training|workshops?) (?:booked|arranged|planned|scheduled) (?:for|in|on)\b`, "The survey is booked for 12 December."},
		{`\bon (?:track|course|schedule|target)\b`, "On track for March 2025."},
		{`\bdraft (?:is|has|was|with|complete)\b|\bfirst draft\b|\bdrafted and\b`, "The draft is with our lawyers."},
		{`\bto be (?:completed|finished|agreed|finalised|rolled out|launched) (?:by|in)\b`, "To be finished by May."},
		{`\b(?:is|are) (?:working (?:on|with|to)|recruiting|drafting|preparing|arranging|developing|reviewing|considering|planning)\b`, "We are working on a new form."},
		{`^(?:text |drafts? |now )?with (?:the |our )?[\w ]{3,30}\.?$|\bto follow\b`, "With the printer."},
		{`\b(?:has|have) met (?:once|twice|three times|regularly)\b`, "A working group has met twice."},
	}},
	{is: archive.Implemented, rank: 2, ways: []phrase{
		{`^\W*(?:paid|sent|done|completed|actioned|issued|published|apologised|repaid|refunded|delivered|agreed and|written|carried out|trained|adopted|reviewed|implemented|closed|yes)\b`, "Paid on 3 May."},
		{`^\W*(?:complete|made|held|given|provided)(?:\W*$|[.,;:–-]| (?:on|in|at|by|to|for|and|with|since|from|as at|\d)\b)`, "Made by letter on 6 January."},
		{`\b(?:is|are|was|were|now|been)(?: \w+)? complete\b|\bcomplete\W*$`, "The review is complete."},
		{`\b(?:completed|implemented|carried out|actioned|in place|complied with|delivered|concluded|achieved|addressed|discharged|fulfilled|closed)\b`, "This action was completed in February."},
		{`\b(?:has|have|had|was|were|is|are)(?: (?:now|also|since|all|already|been|both|subsequently|therefore|fully|made|being|duly|promptly|then|each|recently|formally|successfully))* ` + didWord + `\b`, "This payment has now been made."},
		{`\b(?:the council|we|officers|the service|the (?:chief executive|director|head of [\w ]{3,30}|leader|monitoring officer|clerk|manager)|it|(?:executive |corporate )?director)\b[^.]{0,40}\b(?:paid|apologised|wrote|issued|sent|made|completed|reviewed|updated|revised|backdated|repaid|refunded|restored|met|trained|introduced|published|held|provided|reminded)\b`, "The Director wrote to her on 9 December."},
		{`\b(?:she|he|they)\b[^.]{0,40}\b(?:apologised|wrote|backdated|refunded|repaid|trained|reminded|(?:has|have|had) (?:now |since |already |also )*(?:paid|issued|sent|completed|reviewed|updated|revised|restored|introduced|published|provided))\b`, "They have since sent the letter."},
		{`\bnow (?:paid|complete|produced|in place)\b`, "Action plans are now produced."},
		{`\b(?:payment|apology|letters?|cheque|refund|review|training|sum|money|plan|policy|report|briefing|course|session|reminder|panel)\b(?: of [\w ]{2,30})? (?:was |were )?(?:sent|made|issued|went|paid|held|given|delivered|completed|published|adopted|approved|heard)\b`, "Letter sent 22 January."},
		{`\b(?:is|are) (?:attached|appended|set out (?:at|in) (?:appendix|annex))\b`, "The plan is attached at Appendix 1."},
		{`\b(?:satisfied|content|happy) (?:with|that)\b[^.]{0,60}\b(?:actions?|remed|complied|response|done|carried)`, "The Ombudsman is satisfied with our actions."},
		{`\b(?:staff|officers|members|clerks|teams?|managers) (?:have |were )?(?:been )?(?:trained|reminded|briefed)\b`, "Officers were reminded in March."},
		{`\b(?:policy|plan|protocol|procedure|terms|guidance|form|strategy|leaflet|scheme|process)\b[^.]{0,30}\b(?:has|have|had|was|were|been) (?:now )?(?:agreed|accepted|approved)\b`, "The new policy was agreed in May."},
		{`\b(?:has|have|had) been in use since\b|\b(?:came|went) into (?:use|force|effect)\b`, "New forms have been in use since September."},
	}},
	{is: archive.InProgress, rank: 1, ways: []phrase{
		{`^\W*(?:response:? |status:? )?(?:fully |partly )?(?:agreed|accepted)(?: in (?:principle|full))?\W*$`, "Agreed in principle."},
		{`\b(?:recommendations?|findings?|proposals?|all|these)\b[^.]{0,30}\b(?:is|are|was|were|been) (?:now |all |fully )?(?:accepted|agreed)\b`, "All four recommendations have been accepted."},
		{`\b(?:council|cabinet|executive|we|it|trust)\b (?:has |have |had )?(?:also |fully )?accept(?:s|ed)?\b`, "The Council accepts this recommendation."},
		{`\b(?:full council|cabinet|executive|committee|members) (?:has |have |had )?(?:also )?(?:agreed|resolved|decided|voted) (?:on [\d\w ]{5,20} )?(?:to|that)\b`, "Cabinet had agreed to the review."},
		{`^(?:resolved|agreed|decided)?:? ?(?:that )?[^.]{0,60}\bbe (?:paid|sent|made|issued|offered|given)\b`, "RESOLVED: That the sum of £450 be paid."}, // decided, not yet done
	}},
	{is: archive.InProgress, rank: 1, ways: []phrase{
		{`\b(?:Full Council|Cabinet|Executive|Committee|Members)\b[^.]{0,60}\b(?:agreed|resolved|approved|decided|voted)\b[^.]{0,160}\b(?:to|that)\b`, "Full Council agreed on 20 July to restore the service."}, // decided, not yet done
	}},
})

// notDone is what has not been done, or will not be.
var notDone = anyOf(undone)

var undone = []phrase{
	{`\b(?:unable to|has not|have not|had not|not yet been|could not|cannot|did not|declined to|declines to|decided not to|will not)\b[^.]{0,60}\b(?:implement|complet|compl(?:y|ied)|made|make|paid|pay|done|agree|accept|start|begun|produce|issue|sent)\w*`, "The council has been unable to implement this decision."},
	{`\bnot (?:yet )?(?:been )?(?:implemented|accepted|agreed|supported|completed|actioned|started|begun|done|paid|sent|made|placed)\b`, "The order is not yet placed."},
	{`\b(?:neither|none)\b[^.]{0,40}\b(?:has|have|had|was|were|is) `, "Neither had been done."},
	{`\b(?:does|do|did) not (?:accept|agree|support)\b`, "The Council does not accept this recommendation."},
	{`\bdoes not (?:make|pay)\b|\bbe (?:refused|rejected|not paid)\b`, "That the Council does not make the payment."},
	{`\b(?:has |have |is |was |been )?rejected\b`, "Rejected: there is no money for it."},
	{`\b(?:no|little) (?:progress|action|payment|apology|training|review) (?:has|have|had|was|were)\b`, "No progress has been made."},
	{`\b(?:yet|still|remains?) to be\b|\bstill (?:outstanding|awaited|to (?:do|come))\b`, "The training is yet to be arranged."},
	{`\b(?:overdue|not yet (?:due|available))\b`, "Overdue."},
	{`\b(?:has|have|had|was|were) not (?:yet )?(?:been )?` + pastForm + `\b`, "It was not sent."},
	{`\b(?:is|are|was|were) (?:not|never) (?:yet )?(?:been )?(?:complete|in place|closed|delivered|complied with|finished|ready)\b`, "The training is not complete."},
	{`\b(?:has|have|had|was|were|is|are) not(?: yet)?\W*$`, "She was told that it had not."},
	{`^not (?:yet )?(?:started|begun|done|met|paid|complete|implemented|achieved)\b`, "Not complete."},
	{`\b(?:outstanding|remains to be done|nothing has been done)\b`, "The payment is outstanding."},
}

const (
	// pastForm is a verb as it stands after "has been".
	pastForm = `(?:\w+(?:ed|en)|done|made|paid|sent|begun|held|put|met)`

	// doneWord is what is done to a remedy.
	doneWord = `(?:implement(?:ed|ation)|carried out|complet(?:ed?|ion)|complied with|done|met|paid|actioned|delivered|put in(?:to)? place|put into (?:effect|practice)|fulfilled|achieved|addressed|accepted|agreed)`

	// didWord is what was done to a remedy, after "has been".
	didWord = `(?:paid|made|done|sent|issued|calculated|produced|provided|written|repaid|refunded|backdated|arranged|updated|revised|amended|reviewed|changed|introduced|appointed|allocated|trained|held|given|offered|apologised|reminded|shared|undertaken|assessed|reassessed|reconsidered|published|established|adopted|approved|corrected|cleared|restored|reinstated|rewritten|replaced|briefed|recruited|circulated|removed|waived|written off|reimbursed|credited|cancelled|awarded|installed|repaired|finished|inspected|rehoused|signed|launched|strengthened|improved|drawn up|set up|put right|put in place|rolled out|returned|contacted|notified|visited|mended|checked|audited|opened|given)`

	// otherParty is somebody who is not the council.
	otherParty = `trust|health board|nhs|icb|school|college|academy|ombudsman|home office|police|secretary of state|[\w ]{0,20}\binspectorate|tribunal|courts?|contractor|provider|supplier|operator|landlord|developer|owner|agency|regulator|regional [\w ]{3,30}|parish council|(?:neighbouring|other) (?:council|authorit)\w*|family|parents?|complainant|resident|tenant|(?:mrs?|ms|miss) \pL+|solicitors?|bank|auditors?|board|partnership`
)

// compiled fills in the forms of the rows.
func compiled(rows []statusForm) []statusForm {
	for i := range rows {
		if rows[i].form == nil && rows[i].says == nil {
			rows[i].form = anyOf(rows[i].ways)
		}
	}
	return rows
}
