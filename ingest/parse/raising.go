package parse

import (
	"regexp"
	"strings"
)

// How a matter is raised at a meeting, and so what will do for an answer to it.
type raising int

const (
	notRaised raising = iota
	remark            // a comment: only words that call themselves an answer are one
	concern           // wants an answer that is plainly somebody's to it
	question          // any answer answers it
)

// someone is who asks at a meeting.
const someone = `(?i:(?:(?:county(?: borough)?|cty|district|borough|city|town|parish) )?(?:cllrs?\.?|councillors?)|alderman|mr|mrs|ms|miss|dr|members?|a (?:member|resident|councillor|parishioner|leaseholder|tenant)(?: of the (?:public|committee|panel|board|council))?|one (?:member|resident|councillor)|(?:some|several|other|another|various|both|all) (?:members?|residents?|councillors?)|another (?:member|resident|councillor)|residents?|the (?:committee|panel|board|commission|sub-committee|forum|(?:independent |co-opted )?members?|(?:vice-)?chair(?:man|person|woman)?|lord mayor|mayor))`

// Pieces that forms of raising share.
const (
	// leadIn is what may stand before the one who asks: "On the subject of
	// buses, Councillor Vane asked …".
	leadIn = `(?:(?:(?i:with|in|on|regarding|concerning|referring|turning|noting|having|given|as|further|after|looking|also|finally|then|firstly|secondly)\b[^.?;]{0,140}?, )|(?i:reference (?:was|having been) made to)\b[^.?;]{3,140}? and )?`
	asker  = leadIn + `(?:` + someone + `\b[^.:;?]{0,60}?\b|(?i:it was (?:then |also |further )?))`
	// atLength is an asker who says something first: "Mr Vane spoke of the
	// flooding in Quay Street and asked when".
	atLength = leadIn + `(?:` + someone + `\b[^.:;?]{0,180}?\b|(?i:it was (?:then |also |further )?))`
	// whWords open what is asked.
	whWords = `(?:whether|if|why|what|how|when|who|whom|whose|where|which|about|after|as to|regarding|concerning|on)\b`
	asking  = `(?:asked|enquired|inquired|wondered|queried|questioned|wanted to know|wished to know|would like to know|asked to know)\b`
	worry   = `(?:concerns?|quer(?:y|ies)|questions?|worr(?:y|ies)|doubts?|unease|disappointment)\b`
	sureOf  = `(?:clarification|clarity|assurances?|reassurances?|confirmation|an explanation|an update|an indication|(?:further|more) (?:information|details?)|(?:information|details?) (?:on|about|of|regarding))\b`
)

// Cues of the forms that share their verbs.
var (
	askCues  = []string{"asked", "quired", "wondered", "queried", "questioned", "to know"}
	sureCues = []string{"oncern", "uestion", "uer", "larification", "larity", "ssurance", "onfirmation"}

	// remarkCues are the verbs of remarking, whole.
	remarkCues = []string{"commented", "remarked", "observed", "highlighted", "pointed out", "noted", "felt", "considered", "suggested", "stated", "said", "reported", "referred", "drew attention",
		"stressed", "emphasised", "thought", "believed", "hoped", "spoke", "raised", "mentioned", "complained", "argued", "proposed", "feared", "doubted", "regretted", "warned", "objected", "criticised",
		"challenged", "called for", "urged", "disputed"}
)

// raisingForms are the ways to raise a matter, the strongest first. A form is
// tried only where one of its cues stands in the sentence.
var raisingForms = []struct {
	as   raising
	cues []string
	form *regexp.Regexp
	seen string
	not  string // what it must not read
}{
	{question, []string{"Question", "Supplementary"}, regexp.MustCompile(`^(?:Questions? (?:\d+ )?(?:from|by|asked by)|Supplementary (?:question )?from)\b[^.]{3,}[:–—-].*`),
		"Question from Councillor Vane: what of school coats?",
		"Questions from the public were few."},
	{question, []string{"question", "query"}, regexp.MustCompile(`^(?:Resident|Member|Councillor|Parishioner)['’]?s?['’]? (?:question|query)\s*[:–—-].*`),
		"Resident's question: could the light be turned off?",
		"Members' questions were taken together."},
	{question, askCues, regexp.MustCompile(`^(?:(?i:(?:by way of|as|in) a supplementary(?: question)?),? )?` + atLength + asking + `(?:(?:,[^.:?]{3,80},|(?: [^.:?]{0,60}?)?) ` + whWords + `|[^.]{0,60}?: ?["“']|.*\?).*`),
		"Councillor Vane asked the Leader, in view of the rain, how many roofs leaked.",
		"Councillor Vane asked the Leader to mend the roof."},
	{question, askCues, regexp.MustCompile(`^(?:The|A|An|One) [^.:;?,]{3,70}? ` + asking + ` ` + whWords + `.*`),
		"The Tennis Club's secretary asked when the nets would be renewed.",
		"The letter which the secretary had asked for came late."},
	{question, askCues, regexp.MustCompile(`^` + byName + asking + ` ` + whWords + `.*`),
		"Ada Vane questioned whether the offer was enough.",
		"Ada Vane questioned the offer."},
	{question, askCues, regexp.MustCompile(`^` + asker + `(?:asked|enquired|inquired|wondered|queried|questioned)\b(?:: ?.*| the (?:reasons?|number|cost|meaning|purpose|status|position|timescale|basis|rationale|figures?|assumption|need|use|process|accuracy|level|amount|length|date|timing|extent|impact|effect)\b.*)`),
		"The Panel questioned the assumption that prices would fall.",
		"Councillor Vane asked the bus driver in."},
	{question, []string{"asked for "}, regexp.MustCompile(`^` + asker + `asked for (?:the |his |her |their |an |\p{Lu}[\pL’' -]{2,40}['’]s? )[^.]{0,40}?(?:views?|opinions?|reaction|comments?|thoughts|reasons?|number|cost|figures?|assessment)\b.*`),
		"Councillor Vane asked for the Leader's view of the closure.",
		"Councillor Vane asked for the Leader's umbrella."},
	{question, askCues, regexp.MustCompile(`^(?:He|She|They) (?:then |also |further |next )+(?:asked|enquired|queried|wondered) ` + whWords + `.*`),
		"He then asked if they could be paid monthly.",
		"She was then asked by the Clerk."},
	{question, []string{"queried the ", "questioned the "}, regexp.MustCompile(`^` + asker + `(?:queried|questioned)\b the .*`),
		"Members queried the fee.",
		"Members queried nothing."},
	{concern, []string{"asked for", "sought", "requested", "wanted", "seeking"}, regexp.MustCompile(`^` + asker + `(?:asked for|sought|requested|wanted|were seeking|was seeking) (?:some |further |an? |the |more )*` + sureOf + `.*`),
		"Members sought clarification of the figures.",
		"Members sought a larger room."},
	{question, []string{"sought to", "wanted to", "wished to", "keen to"}, regexp.MustCompile(`^` + asker + `(?:sought|wanted|wished|was keen|were keen) to (?:understand|establish|know|learn|clarify|ascertain|find out|hear)\b.*`),
		"Mr Vane sought to understand the rise.",
		"Mr Vane sought to have it deferred."},
	{concern, []string{"concern", "quer", "question", "worr", "doubt", "unease", "disappointment"}, regexp.MustCompile(`^` + asker + `(?:raised|expressed|voiced|reiterated|shared|had|posed|put|made) (?:some |their |his |her |a |an |the |several |further |particular |similar |serious |strong )*` + worry + `.*`),
		"Councillor Vane expressed some concern about the delay.",
		"Councillor Vane had some doubtful eggs."},
	{concern, []string{"raised "}, regexp.MustCompile(`^` + asker + `raised (?:the |an |a )?(?:matter|issue|point|subject|question|topic|problem|case)s? (?:of|about|that|regarding|concerning|with|relating to|in relation to|in respect of)\b.*`),
		"Councillor Vane raised the matter of evening buses.",
		"Councillor Vane raised the flag of the county."},
	{concern, []string{"concerned", "worried", "disappointed", "puzzled", "unclear", "unsure"}, regexp.MustCompile(`^` + leadIn + someone + `\b(?: (?:of|for|the|and|public|members?|\p{Lu}[\pL’'.-]*)){0,6} (?:was|were) (?:also |rather |very |deeply |particularly )?(?:concerned|worried|disappointed|puzzled|unclear|unsure)\b.*`),
		"Councillor Vane was concerned that nobody had been told.",
		"Councillor Vane was seated by the door."},
	{concern, sureCues, regexp.MustCompile(`^(?:Further |Some |Particular |Strong )?(?:[Cc]oncerns?|[Qq]uestions?|[Qq]uer(?:y|ies)|[Cc]larification|[Cc]larity|[Aa]ssurances?|[Rr]eassurances?|[Cc]onfirmation) (?:was|were|had been) (?:also |then )?(?:raised|expressed|asked|voiced|sought|requested|posed|put)\b.*`),
		"Clarification was sought on the definition of a place.",
		"Questions were many."},
	{concern, []string{"concern", "question", "query", "point", "issue"}, regexp.MustCompile(`^(?:A|One|The|An) (?:further |second |related |supplementary |similar )?(?:concern|question|query|point|issue) (?:was|had been) (?:also |then )?(?:raised|expressed|asked|put|posed|made)\b.*`),
		"A query was raised in respect of insurance.",
		"The point was sharp."},
	{remark, remarkCues, regexp.MustCompile(`^` + asker + `(?:` + strings.Join(remarkCues, "|") + `)\b.*`),
		"Councillor Vane commented that appointments were missed.",
		"Councillor Vane opened the door."},
}

// raises tells how a sentence raises a matter.
func raises(sentence string) raising {
	s := opening(sentence)
	if asksOutright(sentence) {
		if len(s) < len(sentence) {
			s += "?"
		}
		return asked(s)
	}
	if !mayRaise(s) || hasCue(s, askedToCues) && wasAsked.MatchString(s) {
		return notRaised
	}
	for _, f := range raisingForms {
		if hasCue(s, f.cues) && f.form.MatchString(s) {
			return f.as
		}
	}
	return notRaised
}

// wasAsked is somebody who was asked to do something: "The Committee was asked
// to endorse a programme, of which".
var wasAsked = regexp.MustCompile(`^[^.]{0,120}?\b(?:was|were|is|are|been) (?:then |also )?(?:asked|requested|invited) (?:to|(?:if|whether) (?:he|she|they|it) (?:would|could|might))\b`)

var askedToCues = []string{"asked", "requested", "invited"}

// asked is how a sentence with a question mark raises what it asks: where it
// does not say that somebody asked, a speaker may only wonder aloud.
func asked(sentence string) raising {
	for _, f := range raisingForms {
		if f.as == question && hasCue(sentence, f.cues) && f.form.MatchString(sentence) {
			return question
		}
	}
	return concern
}

// openingMost is how many bytes of a sentence may tell what it does. No form of
// asking or answering reaches further, but for the words it ends with.
const openingMost = 800

// opening is what of a sentence tells whether it asks or answers.
func opening(sentence string) string {
	if len(sentence) <= openingMost {
		return sentence
	}
	return sentence[:max(strings.LastIndexByte(sentence[:openingMost], ' '), 0)]
}

// hasCue reports whether one of a form's cues stands in a text: a quick look,
// where the form itself would take its time.
func hasCue(text string, cues []string) bool {
	for _, c := range cues {
		if strings.Contains(text, c) {
			return true
		}
	}
	return false
}

// mayRaise is a quick look for a word of asking or remarking in what opens a
// sentence.
func mayRaise(sentence string) bool {
	const most = 320
	return hasCue(sentence[:min(len(sentence), most)], raisingStems)
}

var raisingStems = []string{"ask", "quir", "uer", "uestion", "onder", "know", "oncern", "larif", "larity", "ssuranc", "onfirmation", "rais", "sought",
	"comment", "remark", "observ", "highlight", "point", "felt", "suggest", "stated", "said", "refer", "attention", "stress", "emphasi", "thought",
	"believed", "hoped", "spoke", "mention", "complain", "argu", "propos", "noted", "consider", "reported", "keen", "worr", "unclear", "unsure", "puzzled", "disappoint", "request", "wanted", "wished", "express", "voic", "fear", "doubt", "regret", "warn", "object", "critici", "challeng", "urged", "disput", "called"}

// onePerson is a question put by one named person, to whom "he" and "she" in
// the next sentence would refer: "Mr Vane asked why. He said that …".
var onePerson = regexp.MustCompile(`^(?:Cllr\.?|Councillor|Mr|Mrs|Ms|Miss|Dr|The (?:Vice-)?Chair(?:man|person)?)\b`)
