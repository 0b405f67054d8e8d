package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// A sentence may have the words of a deed and prove none: it asks, hopes or
// doubts, says what should have been, tells of what was done before anybody
// complained, or of somebody else's deed. A remedy that is wrongly done leaves
// the list of those that are open, so such a sentence is left to prove
// nothing.

// proves reports whether a sentence that has the words of a deed, from at to
// end, says that it was done.
func proves(s string, at, end int) bool {
	lead := s[:at]
	if i := lastTurn(lead); i > 0 {
		lead = lead[i:]
	}
	if negated.MatchString(clearOfOnly.ReplaceAllString(lead+s[at:end], "")) || withoutDoing.MatchString(s[end:]) {
		return false
	}
	if m := wondering.FindStringIndex(s); m != nil && m[0] < end && !answering.MatchString(s[m[1]:]) {
		return false
	}
	return !otherDeed.MatchString(s) && !notTheRemedy.MatchString(lead+s[at:end])
}

// lastTurn is where the last clause of a text begins.
func lastTurn(s string) int {
	last := 0
	for _, m := range clauseBreak.FindAllStringIndex(s, -1) {
		last = m[1]
	}
	return last
}

var (
	clauseBreak = regexp.MustCompile(`(?i)[,;:] |\b(?:but|although|though|however|because|while|whilst)\b`)
	clearOfOnly = regexp.MustCompile(`(?i)\b(?:not only|no doubt|no later than|not later than)\b`)

	// negated says that it was not, or only that it should be.
	negated = regexp.MustCompile(`(?i)\b(?:not|never|nor|nothing|nobody|hardly|no|without|cannot|failed to|fails to|failing to|failure to|refus(?:ed|es|ing|al) to|unable to|yet to|rather than|instead of)\b|n[’']t\b|` +
		`\b(?:should|must|ought to|could|would|might|may|shall|needs? to|has to|have to|had to|required to|asked to|told to|invited to|was to|were to|is to|are to) (?:\w+ly |also |now |then |all |both )?(?:have|be|been|complete|implement|address|pay|send)\b|` +
		`\bto be (?:\w+ly )?(?:complete|implement|carried|action|deliver|achiev|address|clos|paid|made|sent)`)

	withoutDoing = regexp.MustCompile(`(?i)^[^.]{0,40}\bwithout (?:the |any )?[\w ]{2,40}\b(?:being|having been)\b|^ ?(?:in |to )?the wrong\b`)

	// wondering is of who asks, hopes or doubts that something was done, unless
	// the answer follows.
	wondering = regexp.MustCompile(`(?i)\b(?:asked|asks|hope[sd]?|wonder\w*|wanted to|wish\w*|query|queried|questioned|doubt(?:s|ed)|assum(?:es?|ed)|expect(?:s|ed)|sought|enquired|requested|urged|unclear|assurances? that|(?:not|un)(?: yet)? (?:known|clear|sure|certain|aware|convinced|satisfied)|(?:could|can|cannot|not) (?:not )?(?:say|confirm|tell)|claim(?:s|ed)|suppos(?:es|ed)|thought|believed|alleged|no evidence)\b`)
	answering = regexp.MustCompile(`(?i)\b(?:told|answer\w*|repl(?:y|ied)|confirm(?:s|ed)|assured|said|respon(?:se|ded)|reported|explained|informed|advised)\b|\band (?:this|it|that|these|both) (?:has|have|had|was|were)\b`)

	// notTheRemedy is what a deed is done to that no remedy asks for: a mistake, a
	// complaint, the Ombudsman's own report.
	notTheRemedy = regexp.MustCompile(`(?i)\b(?:complaints?|errors?|mistakes?|faults?|failings?|findings?|injustice|references?|cases?|questions?|concerns?|points?|comments?|minutes|enquir(?:y|ies)|ombudsman[’']s (?:\w+ ){0,2}(?:report|decision|statement|letter)|(?:public|final|draft|annual) (?:report|decision|statement|letter)|decision)(?: (?:of|by|from|to|about|against) (?:the |her |his |their )?[\w’' -]{2,40})? (?:has |have |had |was |were |is |are |now |also |been |then )+(?:made|issued|sent|published|given|taken|raised|shared|received|held|put|opened|closed|provided|produced|agreed|signed|approved|circulated)$`)

	// otherDeed is the deed of a meeting, a case or a speaker.
	otherDeed = regexp.MustCompile(`(?i)\b(?:complaint|case|investigation|enquiry|inquiry|meeting|debate|discussion|item|file|appeal)s? (?:has |have |had |was |were |is |are |been |now |then )*(?:closed|concluded|completed?|ended)\b|` +
		`\b(?:closed|concluded|completed) (?:the|its|his|her|their|this|our) (?:case|complaint|investigation|enquir\w+|inquiry|meeting|debate|file)\b|` +
		`\baddressed (?:the|this) (?:committee|council|meeting|panel|board|cabinet|members)\b|` +
		`\bmade (?:clear|aware|mistakes?|errors?|no|an? (?:mistake|error|complaint|statement|request|point)|the point)\b`)
)

// earlier reports whether a sentence tells of what was before the decision that
// a remedy is of: that cannot carry it out.
func earlier(s string) bool { return beforeDecision.MatchString(s) }

var beforeDecision = regexp.MustCompile(`(?i)\b(?:before|prior to|ahead of|preceding|predat(?:es|ed|ing)|at the time of) (?:the |this |that |his |her |their |its |our |any |an? )?(?:(?:\pL+[’']s?|final|draft|first|formal|local government|housing|mrs?|ms|miss|council) ?(?:\pL{1,12}[’']s )?)*(?:complaints?|decision|investigation|findings?|recommendations?|report|ruling|events?|incident)\b|` +
	`\b(?:before|until) (?:the |mrs? |ms |miss )?(?:he|she|they|it|\pL{1,20}|family|complainant|resident|tenant|ombudsman) (?:had |first |ever )?(?:complained|came to us|wrote to us|approached (?:us|the ombudsman)|investigated|decided|reported|found|became involved|intervened|was involved|recommended)\b|` +
	`\b(?:had|has|have|was|were) (?:already )?previously (?:been )?(?:paid|made|sent|reviewed|trained|held|given|issued|introduced|updated|done|completed)\b|\b(?:in the past|years? (?:ago|earlier|before)|some years)\b`)

// otherPeople reports whether a sentence tells of people trained or told who
// are not those whom the remedy names: members, where officers were to be.
func otherPeople(r archive.Remedy, s string) bool {
	if !is(r, archive.Training) && !remindsPeople.MatchString(r.Text) {
		return false
	}
	asked, told, shared := false, false, false
	for _, g := range peopleGroups {
		a, b := g.MatchString(r.Text), toldPeople(g, s)
		asked, told, shared = asked || a, told || b, shared || a && b
	}
	return asked && told && !shared
}

// toldPeople reports whether a sentence has the people as those who were
// trained, and not as those who say it.
func toldPeople(group *regexp.Regexp, s string) bool {
	for _, m := range group.FindAllStringIndex(s, -1) {
		if !saysAfter.MatchString(s[m[1]:]) {
			return true
		}
	}
	return false
}

var (
	remindsPeople = regexp.MustCompile(`(?i)\b(?:remind|brief|train)\w*\b`)
	saysAfter     = regexp.MustCompile(`(?i)^ (?:said|say|reported|told|confirmed|advised|explained|were told|noted|heard|asked)\b`)
	peopleGroups  = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\b(?:officers?|staff|employees|workers?|managers?|teams?|clerks?|practitioners|caseworkers?)\b`),
		regexp.MustCompile(`(?i)\b(?:members|councillors|cllrs)\b`),
		regexp.MustCompile(`(?i)\b(?:governors|schools?|teachers|contractors?|providers?|landlords|tenants|residents)\b`),
	}
)

// ended reports whether a sentence says that a remedy itself is needed no more.
// "The policy is no longer appropriate" says it of a policy, "is not necessary
// before June" of a time, and one member's view is not the council's word.
func ended(s string) bool {
	if viewOrTurn.MatchString(s) || earlier(s) {
		return false
	}
	if notDone.MatchString(s) && !becauseEnded.MatchString(s) {
		return false
	}
	for _, f := range endings {
		for _, m := range f.form.FindAllStringIndex(s, -1) {
			lead := s[:m[0]]
			if i := lastPart(lead); i > 0 {
				lead = lead[i:]
			}
			if f.subject.MatchString(strings.TrimSpace(lead)) && !laterTime.MatchString(s[m[1]:]) {
				return true
			}
		}
	}
	return false
}

// lastPart is where the part of a sentence begins that a subject stands in.
func lastPart(s string) int {
	last := 0
	for _, m := range partBreak.FindAllStringIndex(s, -1) {
		last = m[1]
	}
	return last
}

var (
	partBreak    = regexp.MustCompile(`(?i)[,;:] |\b(?:and|but|so|as|because|since|therefore|that) `)
	laterTime    = regexp.MustCompile(`(?i)^[^.;]{0,60}\b(?:before|until|till|unless|yet|at this stage|at present|for now|for the time being|of tenants|of applicants)\b`)
	becauseEnded = regexp.MustCompile(`(?i)\b(?:as|because|since) (?:it|this|that|they|these|the \w+) (?:is|are|was|were|had|has) (?:been )?(?:no longer|not (?:required|needed|necessary)|superseded|overtaken)`)
	// viewOrTurn says whose view it is, or that another thinks otherwise.
	viewOrTurn = regexp.MustCompile(`(?i)\bin the (?:view|opinion) of\b|\b(?:one|a|some) (?:member|councillor|officer)s?\b|\b(?:argued|asked|why|questioned|suggest(?:s|ed)|felt|feels|thought|thinks|believ\w+|consider(?:s|ed) (?:that|the|it)|disagree\w*|disput\w+|not agree\w*|not accept\w*|not satisfied|not the case|not clear|unclear|not mean|not say|might|may|could|would|should|claim(?:s|ed)|hop(?:es?|ed))\b|\b(?:never|not) be(?:en)? no longer\b`)

	// itself is the subject that means the remedy, as a sentence has it before
	// the verb: "the second payment", "a new assessment", "this", or nothing.
	itself = regexp.MustCompile(`(?i)^(?:status|response|update)?$|` +
		`(?:^|\b)(?:it|this|that|these|they|both|neither|which|recommendations?|actions?|remed(?:y|ies)|orders?|payments?|sums?|refunds?|apolog(?:y|ies)|letters?|reviews?|training|sessions?|re-?assessments?|assessments?|meetings?|visits?|surveys?|inspections?|repairs?|works?|steps?|measures?|audits?|respite|accommodation|housing|property|transport|equipment|funding|advocacy|therapy|assistance|short breaks?|plans?|grants?|transfers?|services?|packages?|support|care|tuition|provision|placements?|adaptations?|moves?|mediation|hearing|council)(?: (?:to|of|for|from|with) (?:the |his |her |their |an? )?[\w’' -]{2,40})?(?: (?:is|are|was|were|will|has|have|had|been|be|become|now|therefore|thus|itself|also|of course))*$`)
	// thisOne is the subject where the word fits a thing as well as a remedy.
	thisOne = regexp.MustCompile(`(?i)^(?:status|response|update)?$|` +
		`^(?:it|this|that|these|(?:the |this |that |these |all )?(?:\w+ )?(?:recommendations?|actions?|remed(?:y|ies)|orders?|payments?|apolog(?:y|ies)|reviews?|training|re-?assessments?|meetings?|steps?|measures?))(?: (?:is|are|was|were|will|has|have|had|been|be|become|now|therefore))*$`)
	need = regexp.MustCompile(`(?i)(?:^|\b)(?:it|this|that|these|they|which|recommendations?|actions?|remed(?:y|ies)|orders?|payments?|reviews?|need)(?: for (?:it|this|that|[\w ]{2,30}))?(?: now| therefore| has| have)*$`)
	// theirs is who may decline a remedy: those it is for.
	theirs = regexp.MustCompile(`(?i)^(?:[^.]{0,40}\b)?(?:mrs?|ms|miss|mx|dr) \pL+(?: and (?:mrs?|ms|miss|mx|dr) \pL+)?(?: has| have| had| since| now| then)*$|` +
		`^(?:[^.]{0,30}\b)?(?:he|she|they|the (?:\w+ )?(?:family|parents?|mother|father|son|daughter|complainants?|residents?|tenants?|applicants?|couple|carer|child|young person|woman|man))(?: has| have| had| since| now| then)*$`)
)

// endings are how a remedy is said to be needed no more, each with the subject
// it must be said of.
var endings = []struct {
	form, subject *regexp.Regexp
	example       string
}{
	{regexp.MustCompile(`(?i)\b(?:no longer|not) (?:be )?(?:required|needed|necessary)\b`), itself, "It is no longer necessary as Mr A has moved."},
	{regexp.MustCompile(`(?i)\b(?:no longer (?:applicable|relevant|appropriate)|not applicable)\b`), thisOne, "This is no longer relevant."},
	{regexp.MustCompile(`(?i)\bsuperseded\b|\bovertaken by events\b`), thisOne, "Superseded by the new scheme."},
	{regexp.MustCompile(`(?i)\b(?:falls?|fell|fallen) away\b`), need, "The family has moved, so this falls away."},
	{regexp.MustCompile(`(?i)\b(?:declined|turned down|did not (?:want|wish for|take up)|do(?:es)? not (?:want|wish for)|refused) (?:the |our |an? |this |any |his |her |their )*(?:offer|payment|apology|assessment|meeting|review|it)\b`), theirs, "Mr A declined the offer of a new assessment."},
	{regexp.MustCompile(`(?i)\bwithdrew (?:his|her|their) (?:request|application|appeal)\b`), theirs, "The family withdrew their request."},
}
