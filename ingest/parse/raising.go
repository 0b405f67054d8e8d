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

// raisingForms are the ways to raise a matter, the strongest first.
var raisingForms = []struct {
	as   raising
	form *regexp.Regexp
	seen string
}{
	{question, regexp.MustCompile(`^(?:Questions? (?:\d+ )?(?:from|by|asked by)|Supplementary (?:question )?from)\b[^.]{3,}[:–—-].*`),
		"Question from Councillor Vane: what of school coats?"},
	{question, regexp.MustCompile(`^(?:Resident|Member|Councillor|Parishioner)['’]?s?['’]? (?:question|query)\s*[:–—-].*`),
		"Resident's question: could the light be turned off?"},
	{question, regexp.MustCompile(`^(?:(?i:(?:by way of|as|in) a supplementary(?: question)?),? )?` + atLength + asking + `(?:(?:,[^.:?]{3,80},|(?: [^.:?]{0,60}?)?) ` + whWords + `|[^.]{0,60}?: ?["“']|.*\?).*`),
		"Councillor Vane asked the Leader, in view of the rain, how many roofs leaked."},
	{question, regexp.MustCompile(`^(?:The|A|An|One) [^.:;?,]{3,70}? ` + asking + ` ` + whWords + `.*`),
		"The Tennis Club's secretary asked when the nets would be renewed."},
	{question, regexp.MustCompile(`^` + byName + asking + ` ` + whWords + `.*`),
		"Ada Vane questioned whether the offer was enough."},
	{question, regexp.MustCompile(`^` + asker + `(?:asked|enquired|inquired|wondered|queried|questioned)\b(?:: ?.*| the (?:reasons?|number|cost|meaning|purpose|status|position|timescale|basis|rationale|figures?|assumption|need|use|process|accuracy|level|amount|length|date|timing|extent|impact|effect)\b.*)`),
		"The Panel questioned the assumption that prices would fall."},
	{question, regexp.MustCompile(`^` + asker + `asked for (?:the |his |her |their |an |\p{Lu}[\pL’' -]{2,40}['’]s? )[^.]{0,40}?(?:views?|opinions?|reaction|comments?|thoughts|reasons?|number|cost|figures?|assessment)\b.*`),
		"Councillor Vane asked for the Leader's view of the closure."},
	{question, regexp.MustCompile(`^(?:He|She|They) (?:then |also |further |next )+(?:asked|enquired|queried|wondered) ` + whWords + `.*`),
		"He then asked if they could be paid monthly."},
	{question, regexp.MustCompile(`^` + asker + `(?:queried|questioned)\b the .*`),
		"Members queried the fee."},
	{concern, regexp.MustCompile(`^` + asker + `(?:asked for|sought|requested|wanted|were seeking|was seeking) (?:some |further |an? |the |more )*` + sureOf + `.*`),
		"Members sought clarification of the figures."},
	{question, regexp.MustCompile(`^` + asker + `(?:sought|wanted|wished|was keen|were keen) to (?:understand|establish|know|learn|clarify|ascertain|find out|hear)\b.*`),
		"Mr Vane sought to understand the rise."},
	{concern, regexp.MustCompile(`^` + asker + `(?:raised|expressed|voiced|reiterated|shared|had|posed|put|made) (?:some |their |his |her |a |an |the |several |further |particular |similar |serious |strong )*` + worry + `.*`),
		"Councillor Vane expressed some concern about the delay."},
	{concern, regexp.MustCompile(`^` + asker + `raised (?:the |an |a )?(?:matter|issue|point|subject|question|topic|problem|case)s? (?:of|about|that|regarding|concerning|with|relating to|in relation to|in respect of)\b.*`),
		"Councillor Vane raised the matter of evening buses."},
	{concern, regexp.MustCompile(`^` + leadIn + someone + `\b(?: (?:of|for|the|and|public|members?|\p{Lu}[\pL’'.-]*)){0,6} (?:was|were) (?:also |rather |very |deeply |particularly )?(?:concerned|worried|disappointed|puzzled|unclear|unsure)\b.*`),
		"Councillor Vane was concerned that nobody had been told."},
	{concern, regexp.MustCompile(`^(?:Further |Some |Particular |Strong )?(?:[Cc]oncerns?|[Qq]uestions?|[Qq]uer(?:y|ies)|[Cc]larification|[Cc]larity|[Aa]ssurances?|[Rr]eassurances?|[Cc]onfirmation) (?:was|were|had been) (?:also |then )?(?:raised|expressed|asked|voiced|sought|requested|posed|put)\b.*`),
		"Clarification was sought on the definition of a place."},
	{concern, regexp.MustCompile(`^(?:A|One|The|An) (?:further |second |related |supplementary |similar )?(?:concern|question|query|point|issue) (?:was|had been) (?:also |then )?(?:raised|expressed|asked|put|posed|made)\b.*`),
		"A query was raised in respect of insurance."},
	{remark, regexp.MustCompile(`^` + asker + `(?:commented|remarked|observed|highlighted|pointed out|noted|felt|considered|suggested|stated|said|reported|referred|drew attention|stressed|emphasised|thought|believed|hoped|spoke|raised|mentioned|complained|argued|proposed|feared|doubted|regretted|warned|objected|criticised|challenged|called for|urged|disputed)\b.*`),
		"Councillor Vane commented that appointments were missed."},
}

// raises tells how a sentence raises a matter.
func raises(sentence string) raising {
	if asksOutright(sentence) {
		return asked(sentence)
	}
	if !mayRaise(sentence) || wasAsked.MatchString(sentence) {
		return notRaised
	}
	for _, f := range raisingForms {
		if f.form.MatchString(sentence) {
			return f.as
		}
	}
	return notRaised
}

// wasAsked is somebody who was asked to do something: "The Committee was asked
// to endorse a programme, of which".
var wasAsked = regexp.MustCompile(`^[^.]{0,120}?\b(?:was|were|is|are|been) (?:then |also )?(?:asked|requested|invited) (?:to|(?:if|whether) (?:he|she|they|it) (?:would|could|might))\b`)

// asked is how a sentence with a question mark raises what it asks: where it
// does not say that somebody asked, a speaker may only wonder aloud.
func asked(sentence string) raising {
	for _, f := range raisingForms {
		if f.as == question && f.form.MatchString(sentence) {
			return question
		}
	}
	return concern
}

// mayRaise is a quick look for a word of asking or remarking in what opens a
// sentence.
func mayRaise(sentence string) bool {
	const opening = 320
	s := sentence[:min(len(sentence), opening)]
	for _, w := range raisingStems {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var raisingStems = []string{"ask", "quir", "uer", "uestion", "onder", "know", "oncern", "larif", "larity", "ssuranc", "onfirmation", "rais", "sought",
	"comment", "remark", "observ", "highlight", "point", "felt", "suggest", "stated", "said", "refer", "attention", "stress", "emphasi", "thought",
	"believed", "hoped", "spoke", "mention", "complain", "argu", "propos", "noted", "consider", "reported", "keen", "worr", "unclear", "unsure", "puzzled", "disappoint", "request", "wanted", "wished", "express", "voic", "fear", "doubt", "regret", "warn", "object", "critici", "challeng", "urged", "disput", "called"}

// onePerson is a question put by one named person, to whom "he" and "she" in
// the next sentence would refer: "Mr Vane asked why. He said that …".
var onePerson = regexp.MustCompile(`^(?:Cllr\.?|Councillor|Mr|Mrs|Ms|Miss|Dr|The (?:Vice-)?Chair(?:man|person)?)\b`)
