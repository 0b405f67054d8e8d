// Package promise reads what somebody undertakes to do, in the words of
// Ombudsmen's decisions, councils' reports and minutes: each thing promised,
// and until when.
//
// It is separate because the parsers of all three need it, and because it
// knows nothing but sentences.
package promise

import (
	"regexp"
	"strings"

	"moothall/ingest/numeral"
)

// Split cuts a sentence into the things it promises, recommends or orders,
// each in the sentence's own words: "The Council will apologise, pay Mrs A
// £300 and review its policy" is three. Nil means that it promises nothing.
//
// It is for sentences that stand where actions are listed (under "Agreed
// action", after "the Ombudsman recommended"): there an order ("Pay £200.")
// or a thing ("An apology.") is a promise too. What belongs to the thing
// before it stays with it: "produce a plan and share it", "remind officers to
// record reasons and reply in time".
func Split(sentence string) []string {
	sentence = strings.TrimSpace(sentence)
	if len(sentence) > longest || !isPromise(sentence) {
		return nil
	}
	var out []string
	from, opening := 0, len(lead.FindString(sentence))
	for _, m := range joint.FindAllStringSubmatchIndex(sentence, -1) {
		if m[0] < max(from, opening) {
			continue
		}
		begin := m[0] + len(linking.FindString(sentence[m[0]:]))
		if begin >= len(sentence) || !acts.MatchString(sentence[max(from, opening):m[0]]) || !begins(sentence[from:m[0]], sentence[m[0]:begin], sentence[begin:]) {
			continue
		}
		if part := trimPart(sentence[from:m[0]]); part != "" && !accepted.MatchString(part) {
			out = append(out, part)
		}
		from = begin
	}
	if part := trimPart(sentence[from:]); part != "" {
		out = append(out, part)
	}
	return out
}

// longest is how many bytes a sentence that promises may have. A text whose
// full stops were lost promises nothing that can be told apart, and each of its
// commas would be looked at with all that stands before it.
const longest = 3000

func trimPart(s string) string { return strings.Trim(s, " ;,:") }

// isPromise reports whether a sentence says what will be done.
func isPromise(s string) bool {
	s = past.ReplaceAllString(s, "")
	rest := s[len(lead.FindString(s)):]
	return undertaken.MatchString(s) || isPassive(rest) || orders(rest) || isThing(rest) || bySomebody.MatchString(rest) && !finite.MatchString(rest)
}

// isPassive reports whether a text says what is to be done to something, by a
// verb of those that promise.
func isPassive(s string) bool {
	m := passively.FindStringSubmatch(s)
	return m != nil && presentOf(m[1]) != ""
}

// past is what should have been done and was not.
var past = regexp.MustCompile(`(?i)\b(?:should|would|could|must|will) (?:not )?have(?: been)? (?:\w+ed|done|made|paid|told|given|sent|known|acted|begun|found)\b`)

// accepted is the part of a sentence that promises nothing but to agree.
var accepted = regexp.MustCompile(`(?i)^(?:the |both )?\w+(?: \w+)? (?:has |have )?(?:accept(?:s|ed)?|agrees? with|agreed) (?:this|these|the|our|my|all) (?:\w+ )?(?:findings?|recommendations?|decision|remed(?:y|ies)|proposals?)$`)

// begins reports whether what follows a comma, a semicolon or an "and" is
// another promise. before is the promise it follows, link what stands between.
func begins(before, link, after string) bool {
	strong := strings.Contains(link, ";")
	if total.MatchString(before) && strings.HasPrefix(after, "£") && !strong {
		return false // "a total of £500, £300 for … and £200 for …"
	}
	if inAll.MatchString(after) {
		return false // "£50 for each of the flats, £600 in all"
	}
	if strings.Count(before, "(") > strings.Count(before, ")") {
		return false
	}
	if undertaken.MatchString(after) && subject.MatchString(after) {
		return true // "and the Trust will pay £250"
	}
	if isPassive(after) && (strong || thatClause.MatchString(after)) {
		return true // "agreed that his debt will be written off and that he will be sent an apology"
	}
	if sumTo.MatchString(after) && strings.Contains(before, "£") {
		return true // "pay Mr X £300 and Ms Y £200"
	}
	if thing.MatchString(after) {
		return !strings.Contains(link, ",") && !strong || !relative.MatchString(link+after)
	}
	next, _, _ := strings.Cut(after, ";")
	if strong && (bySomebody.MatchString(after) || isThing(next)) {
		return true
	}
	verb := order.FindString(after)
	if verb == "" {
		return false
	}
	rest := after[len(verb):]
	verb = strings.ToLower(strings.TrimSpace(verb))
	if strong || strings.HasSuffix(link, " to ") && strings.Contains(before, " to ") {
		return true
	}
	if pronoun.MatchString(rest) && others.MatchString(before) {
		return false
	}
	if personalVerb.MatchString(verb) {
		return !lists.MatchString(link) || !failing.MatchString(before) || strings.HasPrefix(verb, "pay") || strings.HasPrefix(verb, "apolog")
	}
	switch {
	case dependent.MatchString(verb), pronoun.MatchString(rest), failing.MatchString(before), before != "" && !strings.Contains(link, ",") && told.MatchString(before):
		return false
	case nounToo.MatchString(verb):
		return joinedObject.MatchString(rest)
	}
	return true
}

// orders reports whether a sentence begins with what is to be done. A word
// that is also a noun must have something to do it to.
func orders(s string) bool {
	verb := order.FindString(s)
	if verb == "" {
		return false
	}
	if nounToo.MatchString(strings.ToLower(strings.TrimSpace(verb))) {
		return takesObject.MatchString(s[len(verb):]) || len(s) < 60 && !finite.MatchString(s)
	}
	return true
}

// isThing reports whether a sentence only names what is to be given or done:
// "A fresh assessment by June."
func isThing(s string) bool {
	return thing.MatchString(s) || len(s) < 240 && someThing.MatchString(s) && !finite.MatchString(beforeRelative(s))
}

func beforeRelative(s string) string {
	if at := relativeWord.FindStringIndex(s); at != nil {
		return s[:at[0]]
	}
	return s
}

const (
	numberForm = `(?:\d{1,3}|an?|` + numeral.Below100 + `)`
	monthForm  = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	spanForm   = numberForm + `(?: further| more)?(?:[ -](?:working|calendar|school|clear))?[ -](?:days?|weeks?|months?|years?|terms?)`
	sinceForm  = `(?: (?:of|from|after) (?:the |my |our |its |this |receiving |receipt of )*(?:date of |publication of )?(?:the |my |our |this )?(?:final )?(?:decision|report|statement|determination|letter|notice)(?: being (?:issued|published))?)?`
	dayForm    = `(?:the (?:end|start) of )?(?:\d{1,2}(?:st|nd|rd|th)? )?` + monthForm + `(?: \d{4})?`
)

var (
	// lead is what may stand before a promise: its place in a list, a word on
	// what sort it is, until when.
	lead = regexp.MustCompile(`^(?i:(?:as well as|in addition to|besides|apart from) [^,;]{3,80}, )?(?i:(?:the )?[\w ]{3,30}? (?:has |have )?(?:accept(?:s|ed)|agree[sd]) (?:to |with )?(?:my|our|the|these) (?:\w+ )?(?:recommendations?|remedy|actions?|proposals?): )?(?i:(?:i|we|the ombudsman) (?:also |further |therefore |now |have )*recommend(?:ed|s)?(?: that)?,? )?(?i:(?:and )?(?:(?:first|second|third|fourth|fifth)(?:ly)?|finally|lastly|also|in addition|further(?:more)?)[,:]? )?(?:\pL+ ?(?:\pL+)?: )?(?i:to (?:remedy|put|recognise|acknowledge|resolve|address) [^,;:]{3,80}, )?` +
		`(?:(?:(?i:within|in|by|no later than|before|at the same time) )?(?i:` + spanForm + sinceForm + `|` + dayForm + `|immediately)\b[,:]? ?|(?:[Ww]ithin|[Ii]n) ` + numberForm + `[,:] )?(?i:(?:it |the council |they )?(?:(?:has )?agreed to|will|should|agrees to|must|is to|to)[,:]? )?(?:\(?[a-z0-9]{1,3}\) )?`)

	// undertaken is a sentence that says what somebody will do: "The Council
	// has agreed to apologise", "I recommend the Council reviews".
	undertaken = regexp.MustCompile(`(?i)\b(?:council|landlord|trust|provider|home|authority|it|they|company|panel|body|board|icb|nhs [\w ]+|school|academy|both|organisations?|bodies|councils|parties)\s+(?:has |have |had )?(?:also |now |further |already |each )?(?:agreed (?:to|that|it)|agrees? to|will|should|must|shall|(?:is|are) (?:ordered |required |asked )?to),?\s+(?:also |now |then |each |within .{3,40}?,? |in .{3,30}?, |(?:not )?(?:be )?)?(?:\w+)` +
		`|\b(?:has|have) (?:also |now |each |both )*agreed to [a-z]` +
		`|\b(?:is|agreed|proposed?|right|fair) that (?:the )?(?:council|landlord|trust|provider|authority|it|they|company|school|board) (?i:` + verbForm + `)\b` +
		`|\b(?:ask(?:ed|s)?|requir(?:ed|es?)|order(?:ed|s)?|invit(?:ed|es?)|direct(?:ed|s)?|expects?) (?:that )?(?:the )?(?:council|landlord|trust|provider|home|authority|company|panel|body|board|icb|school|academy|it|them) to\b` +
		`|^(?:the )?(?:council|landlord|trust|care provider|provider|authority|company|board|icb|school|academy) to [a-z]` +
		`|^it is (?:also )?recommended that\b|\b(?:i|we|the ombudsman) (?:also |further |have |therefore |now )*recommend(?:ed|s)?\b` +
		`|\b(?:council|landlord|trust|provider|authority|it|they) (?:has|have|accepts?|accepted|agrees?) (?:\w+ ){1,5}and will\b`)
	// subject is a promise that names who makes it.
	subject = regexp.MustCompile(`^(?:(?:[Ww]ith|[Ii]n|[Bb]y|[Ww]ithin) [^,;]{2,40}, )?(?i:the )?(?i:council|landlord|trust|provider|care provider|authority|it|they|company|panel|board|icb|school|academy|both)\b`)
	// bySomebody is "The Director to meet Mr Y".
	bySomebody = regexp.MustCompile(`^(?i:the |its |a )?(?:\p{Lu}?[\pL’'-]+ ){1,4}to (?i:` + verbForm + `)\b`)

	// passively is "All staff to be trained", "his debt will be written off".
	passively = regexp.MustCompile(`^(?i:(?:that )?(?:[\pL’'-]+ ){1,8}?(?:to|will|must|should|is to|are to) (?:not )?be) (\w+)\b`)

	order = regexp.MustCompile(`^(?i:` + verbForm + `)\b ?`)
	thing = regexp.MustCompile(`^(?:£\d|(?i:an?|the|one|its) (?:[\w'’-]+ ){0,4}?(?:apology|apologies|letter|payment|review|reassessment|assessment|refund|briefing|protocol|check|audit|survey)\b|(?i:(?:refresher |further |staff |new )?(?:training|apology)|(?:written|full|formal|sincere) apology|letters? of apology|(?:re)?payment of|refund of|review of|reassessment of)\b)`)
	// someThing may be one, if nothing in its sentence is said to be or to have been.
	someThing = regexp.MustCompile(`^(?:An?|One|Two|Three|No|New|Further|Full|Free|Fresh|Monthly|Weekly|Annual|Better|Repayment|Payment|Refund|Reassessment|Review|an?|new|free) `)
	finite    = regexp.MustCompile(`(?i)\b(?:is|are|was|were|has|have|had|will|would|should|must|may|can|could|did|does|do|said|says|agreed|gave|found|told|asked|made|took|went|wrote|complained)\b`)

	relativeWord = regexp.MustCompile(`\b(?:that|which|who|whose|so that|as|until|where|when)\b`)
	relative     = regexp.MustCompile(`^, (?:the|its) `)

	// joint is where one promise may end and the next begin, linking all that
	// stands between them.
	joint      = regexp.MustCompile(`[;,] ?|\s(?:and|then)\s`)
	linking    = regexp.MustCompile(`^(?:[;,]? ?(?:and )?(?:then )?(?:also )?|\s(?:and|then)\s(?:also |then |finally )?)(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\) )?(?:(?:(?i:within|in|by|no later than) )(?i:` + spanForm + sinceForm + `|` + dayForm + `),? )?(?:(?:it|they) (?:will|should) (?:also )?)?(?:(?:that it (?:will|should)|that it|to|will|also|now|with) )*`)
	thatClause = regexp.MustCompile(`^that `)
	lists      = regexp.MustCompile(`,`)

	total   = regexp.MustCompile(`(?i)\b(?:total|totals|totalling|made up of|comprising|consisting|including|being|broken down|in all)\b`)
	inAll   = regexp.MustCompile(`^£[\d,.]+,? (?:in (?:all|total)|altogether)\b`)
	sumTo   = regexp.MustCompile(`^(?:a further|another|an additional|a second) £|^(?:to )?(?:another |a further |an additional |each of )?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Child|her|him|them|the \w+|his \w+|her \w+)\b[^,;£]{0,24}£`)
	failing = regexp.MustCompile(`(?i)\b(?:fail(?:ed|ing|ure|ures|s)?|faults?|delays?|not) (?:to|in|by)\b[^;]{0,120}$`)
	told    = regexp.MustCompile(`(?i)\b(?:remind|train|ask|tell|instruct|brief|advis|requir)\w*\b[^;]*\b(?:to|that|how|of the need)\b|\b(?:ensur\w*|make sure|so that|how to|how it|what it|whether)\b`)
	others  = regexp.MustCompile(`(?i)\bothers?\b|\banyone else\b`)
	// acts are the words by which a part of a sentence promises something.
	acts    = regexp.MustCompile(`(?i)(?:^|\s)(?:` + verbForm + `)\b|£|\b(?:to|will|must|should) (?:not )?be \w+|\b(?:apology|payment|refund|training|said sorry|apologised|paid|offered|repaid|refunded|reviewed|trained)\b|^(?:an?|new|free) `)
	pronoun = regexp.MustCompile(`^(?:it|them|this|these|those|both)\b|^(?:\w+ ){0,3}(?:for|with|to|on|by|of|in) (?:them|it)\b`)

	// personalVerb always begin a promise of their own; dependent never do in
	// the middle of a sentence; nounToo are also nouns.
	personalVerb = regexp.MustCompile(`^(?:pay|apologis|refund|repay|reimburs|backdat|waiv)`)
	dependent    = regexp.MustCompile(`^(?:decid|share|explain|tell|confirm|report|consider|show|demonstrat|say|note|reflect|use|have|go|do)`)
	nounToo      = regexp.MustCompile(`^(?:review|record|help|plan|report|work|check|list|audit|contact|award|grant|offer|return|change|update|order|register|monitor|design|fund|move|start|repair|visit|support|issue|process|transfer|place|share|request|call|test|measure|end|match|fit|run|link|staff|answer|reply|note|credit|increase|remedy|brief|trace|use|learn|open|clear|correct|complete|name|fix|draft|display|action|look|let|set|put|warn)(?:s|es|ed)?$`)
	joinedObject = regexp.MustCompile(`^(?:the|its|his|her|their|our|an?|all|any|each|every|this|that|these|how|whether|what|Mr|Mrs|Ms|Miss|Mx|Dr|Child|£|\p{Lu}|every|other|others|both|him|them)\b|^£`)
	takesObject  = regexp.MustCompile(`^(?:the|its|his|her|their|our|an?|all|any|each|every|this|that|these|how|whether|what|with|up|out|off|again|at|in place|Mr|Mrs|Ms|Miss|Mx|Dr|Child|£|\p{Lu}|every|other|others|both|to|on|within|for|into|sure|forward|officers|staff|him|them)\b|^£`)
)
