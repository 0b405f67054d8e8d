package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// answeredForms are the ways to put the question and the answer into one
// sentence or paragraph. A form is tried only where one of its cues stands.
var answeredForms = []struct {
	cues []string
	form *regexp.Regexp // first group the issue, second the answer
	seen string
	not  string // what it must not read
}{
	{[]string{"In ", "By way of "}, regexp.MustCompile(`^(?:In|By way of) (?:response|answer|reply|responding) to (?:a |an |the |his |her |their |this |further |another |(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr) [\pL’'. -]{2,30}['’]s? )*((?:questions?|query|queries|enquiry|enquiries|comments?|concerns?|points?|observations?|issues?|requests? for (?:clarification|assurance|information))\b.{0,240}?), ((?:[A-Z]|the |it |he |she |they |officers |members ).*)$`),
		"In response to a question about the waiting list, the officer advised that it was short.",
		"In response to a letter about the waiting list, the Council had opened an office."},
	{[]string{"In ", "By way of "}, regexp.MustCompile(`^(?:In|By way of) (?:response|answer|reply) to ((?:how|what|whether|when|why|where|who|which)\b.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers |members ).*)$`),
		"In response to how the change would be paid for, it was confirmed that it cost nothing.",
		"In response to demand, the hours had been made longer."},
	{[]string{"Following ", "Responding ", "Replying ", "Answering ", "Addressing ", "In answering "}, regexp.MustCompile(`^(?:Following|Responding to|Replying to|Answering|Addressing|In answering) (?:a |an |the |further |another )*((?:questions?|query|queries|enquiry|enquiries|comments?|concerns?|points?)\b.{0,240}?), ((?:[A-Z]|the |it |he |she |they |officers ).*)$`),
		"Following a question from a member on costs, officers confirmed that they were low.",
		"Following a visit to the depot, officers drew up a plan."},
	{[]string{"Answering ", "Replying to ", "Responding to ", "In "}, regexp.MustCompile(`^(?:Answering|Replying to|Responding to|In (?:response|reply|answer) to) [^,;.]{3,60}?,? who (?:had )?(?:asked|enquired|queried|questioned|wondered|raised|expressed|was (?:curious|concerned|anxious|keen|worried))\b(.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers ).*)$`),
		"Answering Councillor Vane, who had asked about the debt, she said that it was paid.",
		"Responding to Councillor Vane, who had left the room, the Chair called a vote."},
	{[]string{"sked", "uestioned", "ressed", "hallenged"}, regexp.MustCompile(`^(?:(?:[Oo]n|[Ww]hen|[Uu]pon|[Hh]aving been|[Aa]fter|[Ww]hile) )?(?:being )?((?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Cc]hallenged)(?: by [^,;.]{3,60}?)?,? (?:about|on|whether|if|why|what|how|when|which|who|where|regarding|concerning|as to|for)\b.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers )[^;]{0,90}?\b(?:` + replying + `|` + telling + `|` + officially + `).*)$`),
		"When asked if web chat would be extended, she said that it would.",
		"When asked if web chat would be extended, members laughed."},
	{[]string{"; "}, regexp.MustCompile(`^((?:[A-Z][^;]{0,80}?\b)?(?:asked|queried|enquired|wanted to know|(?:raised|expressed) (?:a |some )?concerns?|concerns? (?:was|were) (?:raised|expressed)|question was asked)\b[^;]{5,240}?); ((?:the|officers?|it was|he|she|they|[A-Z])[^;]{0,90}?\b(?:replied|responded|answered|explained|confirmed|advised|clarified|said|stated|expected|undertook|thought)\b.*)$`),
		"A concern was raised about the quality of repairs; officers advised that all was well.",
		"Tenants were asked about the quality of repairs; nine of them were at home."},
	{[]string{"and was ", "and were "}, regexp.MustCompile(`^([A-Z].{0,80}?\b(?:asked|queried|enquired)\b.{5,240}?),? and ((?:was|were) (?:told|advised|informed|assured)\b.*)$`),
		"Councillor Vane asked whether the roof leaked and was told that it did.",
		"Councillor Vane asked whether the roof leaked and was thanked for her time."},
}

// answeredOpenings are cues of those forms that no word of raising has in it.
var answeredOpenings = []string{"esponse to", "eply to", "nswer to", "esponding", "ollowing", "eplying", "nswering", "ddressing", "ressed", "hallenged"}

// A question ends, in the sentence it is put in, within so many bytes and
// after so few words that might part it from an answer. A table that ran
// together holds sentences of many thousands of bytes, of which each "and"
// would otherwise be a parting to be looked at.
const (
	partedWithin = 1500
	partingsMost = 24
)

// both parts a sentence that holds a question and its answer: "In response to
// a question from Councillor A about costs, the officer said …". The issue is
// empty where the sentence names only who asked.
func both(sentence string) (x archive.Exchange, ok bool) {
	for _, f := range answeredForms {
		if !hasCue(opening(sentence), f.cues) {
			continue
		}
		if m := f.form.FindStringSubmatch(sentence); m != nil {
			x.Issue, x.Response = strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
			if onlyAsker.MatchString(x.Issue) {
				x.Issue = ""
			}
			return x, true
		}
	}
	how := raises(sentence)
	if how == notRaised {
		return x, false
	}
	if first, rest, cut := strings.Cut(sentence, "; "); cut && raises(first+".") <= remark && raises(rest) > remark {
		sentence, how = rest, concern // "Members noted the delay; the Chairman asked why and …"
	}
	if how < concern { // and so is what any part of it begins with
		return x, false
	}
	for _, m := range between.FindAllStringIndex(sentence[:min(len(sentence), partedWithin)], partingsMost) {
		issue, response := sentence[:m[0]], sentence[m[1]:]
		told := wasTold.MatchString(response) || sentence[m[0]] == ';' && inShort.MatchString(response)
		if !told && !answersStraight.MatchString(opening(response)) {
			continue
		}
		how := raises(issue + ".")
		if how >= concern && (told || answersHow(how, issue+".", response)) {
			return archive.Exchange{Issue: issue, Response: response}, true
		}
	}
	return x, false
}

var (
	// between stands between a question and its answer in one sentence.
	between = regexp.MustCompile(`(?:;|[,;]? (?:[–—-] )?(?:and|but|to which|whereupon)| [–—-]) `)
	// inShort answers in a few words after a semicolon: "; no one had."
	inShort = regexp.MustCompile(`^(?:none|no one|nobody|it|they|this|these|there|all|both) (?:had|has|have|was|were|did|could|would|is|are|will|do|does)\b`)
	// wasTold goes on from the asker to what he or she was told.
	wasTold = regexp.MustCompile(`^(?:(?:he|she|they) )?(?:was|were) (?:then |also )?(?:told|advised|informed|assured|reassured|reminded)\b`)
)

// onlyAsker is who asked, and nothing of what.
var onlyAsker = regexp.MustCompile(`^(?:questions?|query|queries|comments?|concerns?|points?|observations?|issues?)?,? ?(?:(?:raised|asked|put|made|expressed) )?(?:(?:from|by|of|put by|raised by|asked by) )?(?:(?:the|a|an|one|some|several|other|various) )?(?:(?i:members?|councillors?|cllrs?\.?|committee|panel|board|cabinet|chair\w*|mr|mrs|ms|miss|dr|public|residents?)(?: of the (?:committee|panel|public|board|cabinet))?)?(?:,? (?:and )?(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)?\.? ?[A-Z][\w’'-]+){0,6}$`)
