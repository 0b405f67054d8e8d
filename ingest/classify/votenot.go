package classify

import (
	"regexp"
	"strings"
)

// What looks like a vote and is none: "supported by 1 to 2 residents",
// "agreed 7:30 pm", "approved 2-3 bedroom houses", "12 letters, 9 in favour".
var (
	// pairAlone are two numbers that no word beside them calls votes.
	pairAlone = regexp.MustCompile(`(?i)^(?:carried|agreed|approved|refused|granted|passed|resolved|decided|supported|objected|adopted|recommended|lost|defeated|fell|rejected|not carried)\b[:,]*(?: by)?,? \d{1,3} ?(?:to|against|[-–:]) ?\d{1,3}`)
	// afterPair may go on behind such a pair: an end, a new sentence, or a word
	// that numbers nothing.
	afterPair = regexp.MustCompile(`^(?:$|[.,;:)\]]?$|[.,;:)\]"”]\D|[,;]? ?[(–-]? ?(?:in|against|for|with|and|that|to|on|upon|after|by|the|this|it|there|as|but|not|subject|following|votes?|voting|members?|councillors?|abst\w*|was|were|majority|of the|one|two|no|none|\d{1,2} abst\w*|\p{Lu}\w*)\b|\s*[\n(–-]\D)`)
	wonBy     = regexp.MustCompile(`(?i)\b(?:carried|agreed|approved|granted|passed|resolved|decided|supported|adopted|recommended|refused|objected)\b[:,]?(?: by)?(?: \d{1,3}.*|\s*)$`)
	notWon    = regexp.MustCompile(`(?i)\bnot (?:been )?$`)

	notWonAtAll = regexp.MustCompile(`(?i)^not\b`)
	// fromTo is a stretch of hours, pages or years.
	fromTo = regexp.MustCompile(`(?i)\b(?:from|between|items?|pages?|paragraphs?|ages?|aged) \d{1,3} (?:to|and) \d`)
	// upheld needs a meeting beside it: petitions are supported too.
	upheld = regexp.MustCompile(`(?i)^(?:supported|objected)\b`)

	byOthers  = regexp.MustCompile(`(?i)\b(?:letters?|representations?|e-?mails?|responses?|respondents|petitions?|residents|households|survey|questionnaires?|signatures|comments received|objections? (?:was|were|had been) received)\b`)
	byMembers = regexp.MustCompile(`(?i)\b(?:vot(?:e|es|ed|ing)|motion|members?|councillors?|cllrs?|council|committee|panel|board|carried|lost|abst\w+|amendment|recommendation|resolved)\b`)

	// pricedFor is so many for something, of which nobody says that they voted.
	pricedFor = regexp.MustCompile(`(?i)^\d{1,3} (?:for)\b`)
	// likeDate is a date in the form of three totals: "12-3-24".
	likeDate = regexp.MustCompile(`^\D*(?:0?[1-9]|[12]\d|3[01]) ?[-–] ?(?:0?[1-9]|1[0-2]) ?[-–] ?\d\d\)?$`)
)

// countsNoVotes reports whether a match of a form, text[at:end], tells of
// something else than votes that members cast.
func countsNoVotes(text string, at, end int, v voteCount) bool {
	said, rest, sentence := text[at:end], text[end:min(len(text), end+40)], aroundVote(text, at, end)
	if pairAlone.MatchString(said) && v.Abstained == nil {
		if !afterPair.MatchString(rest) || upheld.MatchString(said) && !byMembers.MatchString(sentenceBefore(text, at)) {
			return true
		}
	}
	front := text[max(0, at-20):at]
	won, lost := wonBy.MatchString(said) || wonBy.MatchString(front), notWonAtAll.MatchString(said)
	if won && !lost && notWon.MatchString(front) || fromTo.MatchString(said) {
		return true // "not carried" has a form of its own
	}
	if won && !lost && v.For != nil && v.Against != nil && *v.For < *v.Against {
		return true // whichever of the two is wrong
	}
	if v.For != nil && v.Against == nil && v.Abstained == nil && pricedFor.MatchString(said) && !byMembers.MatchString(sentence) {
		return true
	}
	if likeDate.MatchString(said) {
		return true
	}
	return byOthers.MatchString(sentence) && !byMembers.MatchString(sentence)
}

// sentenceBefore is the part of a vote's sentence that stands before it.
func sentenceBefore(text string, at int) string {
	near := text[max(0, at-sentenceMost):at]
	return near[max(strings.LastIndex(near, ". "), strings.LastIndex(near, "\n"), -1)+1:]
}

// aroundVote is the sentence that a vote stands in.
func aroundVote(text string, at, end int) string {
	after := text[end:min(len(text), end+sentenceMost)]
	if i := strings.IndexAny(after, ".\n"); i >= 0 {
		after = after[:i]
	}
	return sentenceBefore(text, at) + text[at:end] + after
}
