package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
)

// exchangeIntro is the sentence that announces a list of what members raised:
// "Members raised the following issues which were responded to:" (Medway),
// "The following points were raised by the Committee:".
var exchangeIntro = regexp.MustCompile(`(?i)\b(?:rais\w+|asked|questions?|questioned|queries|comments?|commented|observations?|discussed|made|sought clarification|responded|responses?|answers?|issues|points)\b[^.]*[:–—-]\s*$`)

var exchangeWho = regexp.MustCompile(`(?i)\b(?:members?|councillors?|committee|panel|board|cabinet|sub-committee|commission|public|residents?|following)\b`)

// announced is what the line above a list says of its entries.
type announced int

const (
	issuesOnly    announced = iota
	answersOnly             // "In response to questions it was said that:"
	answersBeside           // "The Panel made the following comments and received the following responses:"
)

func withAnswers(text string) announced {
	switch {
	case inResponse.MatchString(text):
		return answersOnly
	case besideIssues.MatchString(text):
		return answersBeside
	case answersToo.MatchString(text):
		return answersOnly
	}
	return issuesOnly
}

var (
	inResponse   = regexp.MustCompile(`(?i)\b(?:in|by way of) (?:response|reply|answer) to\b|\bresponding to\b|\bresponses? to\b`)
	besideIssues = regexp.MustCompile(`(?i)\b(?:questions?|queries|comments?|points|issues|observations?|concerns)\b[^.]*(?:\b(?:and|with)\b|/)[^.]*\b(?:responses?|answers?|replies)\b`)
)

// answersToo announces the answers beside the questions: "In answer to
// members' questions the following responses were given:".
var answersToo = regexp.MustCompile(`(?i)\b(?:questions?|queries|comments?|points|issues|observations?|matters|concerns)\b.*\b(?:respon\w+|answer\w*|repl\w+)\b|\b(?:respon\w+|answer\w*|repl\w+)\b.*\b(?:questions?|queries|comments?|points|issues|observations?|matters|concerns)\b`)

// exchangeHeading is a heading that announces such a list by itself.
var exchangeHeading = regexp.MustCompile(`(?i)^(?:(?:members['’]|councillors['’]|public) )?(?:questions?(?:,? comments?)? (?:and|&) (?:answers?|responses?|replies)|comments and responses|issues and responses|q ?(?:&|and) ?a)\s*[:.–—-]?$`)

// answered forms are one paragraph that holds both the question and the answer.
var answeredForms = []struct {
	form *regexp.Regexp // first group the issue, second the answer
	seen string
}{
	{regexp.MustCompile(`^(?:In|By way of) (?:response|answer|reply|responding) to (?:a |an |the |his |her |their |this |further |another |(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr) [\pL’'. -]{2,30}['’]s? )*((?:questions?|query|queries|enquiry|enquiries|comments?|concerns?|points?|observations?|issues?|requests? for (?:clarification|assurance|information))\b.{0,240}?), ((?:[A-Z]|the |it |he |she |they |officers |members ).*)$`),
		"In response to a question about the waiting list, the officer advised that …"},
	{regexp.MustCompile(`^(?:In|By way of) (?:response|answer|reply) to ((?:how|what|whether|when|why|where|who|which)\b.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers |members ).*)$`),
		"In response to how the change would be paid for, it was confirmed that …"},
	{regexp.MustCompile(`^(?:Following|Responding to|Replying to|Answering|Addressing|In answering) (?:a |an |the |further |another )*((?:questions?|query|queries|enquiry|enquiries|comments?|concerns?|points?)\b.{0,240}?), ((?:[A-Z]|the |it |he |she |they |officers ).*)$`),
		"Following a question from a member on costs, officers confirmed …"},
	{regexp.MustCompile(`^(?:Answering|Replying to|Responding to|In (?:response|reply|answer) to) [^,;.]{3,60}?,? who (?:had )?(?:asked|enquired|queried|questioned|wondered|raised|expressed|was (?:curious|concerned|anxious|keen|worried))\b(.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers ).*)$`),
		"Answering Councillor A, who had asked about the debt, she said …"},
	{regexp.MustCompile(`^(?:(?:[Oo]n|[Ww]hen|[Uu]pon|[Hh]aving been|[Aa]fter|[Ww]hile) )?(?:being )?((?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Cc]hallenged)(?: by [^,;.]{3,60}?)?,? (?:about|on|whether|if|why|what|how|when|which|who|where|regarding|concerning|as to|for)\b.{3,240}?), ((?:[A-Z]|the |it |he |she |they |officers )[^;]{0,90}?\b(?:` + replying + `|` + telling + `|` + officially + `).*)$`),
		"When asked if web chat would be extended, she said that it would"},
	{regexp.MustCompile(`^((?:[A-Z][^;]{0,80}?\b)?(?:asked|queried|enquired|wanted to know|(?:raised|expressed) (?:a |some )?concerns?|concerns? (?:was|were) (?:raised|expressed)|question was asked)\b[^;]{5,240}?); ((?:the|officers?|it was|he|she|they|[A-Z])[^;]{0,90}?\b(?:replied|responded|answered|explained|confirmed|advised|clarified|said|stated|expected|undertook|thought)\b.*)$`),
		"A concern was raised about the quality of repairs; officers advised that …"},
	{regexp.MustCompile(`^([A-Z].{0,80}?\b(?:asked|queried|enquired)\b.{5,240}?),? and ((?:was|were) (?:told|advised|informed|assured)\b.*)$`),
		"Councillor A asked whether the roof leaked and was told that it did"},
}

// Question and answer each in a paragraph of its own.
var (
	questionForm = regexp.MustCompile(`^(?:\(Q\d*\)|(?:Q(?:uestion|uery)?\s*\d*|Issue|Comment|Observation|Concern|Point raised)\s*[.:–—-])\s*(.+)$`)
	answerForm   = regexp.MustCompile(`^(?:\(A\d*\)|(?:A(?:nswer)?\s*\d*|R(?:esponse|eply)?\s*\d*|Officer response|Officers['’] response)\s*[.:–—-])\s*(.+)$`)
)

// Letters without a stop stand in columns: "Q   Why was it shut?", "A   For mending."
var (
	bareQuestion = regexp.MustCompile(`^Q\d{0,2}\s+(\p{Lu}.+\?)["”]?$`)
	bareAnswer   = regexp.MustCompile(`^A\d{0,2}\s+(.+)$`)
)

// dash stands between an issue and its answer in one entry.
var dash = regexp.MustCompile(`\s+[–—-]\s+`)

// exchanges pairs what members raised with what they were told.
func exchanges(lines []Line) []archive.Exchange {
	var out []archive.Exchange
	for i := 0; i < len(lines); {
		found, next := exchangeAt(lines, i)
		out = append(out, found...)
		i = max(next, i+1)
	}
	return out
}

// exchangeAt reads what line i opens: a table, a list, a question with its
// answer below, or prose. next is the line to go on with.
func exchangeAt(lines []Line, i int) (found []archive.Exchange, next int) {
	l := lines[i]
	if l.Kind == extract.Row {
		return tabled(lines, i)
	}
	if announces(l.Text) {
		if found, next := raised(lines, i+1, withAnswers(l.Text)); len(found) > 0 {
			return found, next
		}
	}
	if i+1 < len(lines) {
		if q, a := questionForm.FindStringSubmatch(l.Text), answerForm.FindStringSubmatch(lines[i+1].Text); q != nil && a != nil {
			return []archive.Exchange{{Issue: q[1], Response: a[1], Page: l.Page}}, i + 2
		}
		if q, a := bareQuestion.FindStringSubmatch(l.Text), bareAnswer.FindStringSubmatch(lines[i+1].Text); q != nil && a != nil {
			return []archive.Exchange{{Issue: q[1], Response: a[1], Page: l.Page}}, i + 2
		}
		if q, a := speaker.FindStringSubmatch(l.Text), speaker.FindStringSubmatch(lines[i+1].Text); q != nil && a != nil && asksOutright(q[1]) && !asksOutright(a[1]) {
			return []archive.Exchange{{Issue: l.Text, Response: lines[i+1].Text, Page: l.Page}}, i + 2
		}
	}
	if x, next := questionBlock(lines, i); next > i {
		return []archive.Exchange{x}, next
	}
	return told(lines, i)
}

// announces reports whether a line stands over a list of what was raised.
func announces(text string) bool {
	return exchangeIntro.MatchString(text) && (exchangeWho.MatchString(text) || answersToo.MatchString(text)) || exchangeHeading.MatchString(strings.TrimSpace(text))
}

// speaker is a line that opens with who speaks: "Head of Libraries: They are."
var speaker = regexp.MustCompile(`^(?:(?:The )?(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Head|Director|Cabinet Member|Portfolio Holder|Leader|Chair\w*|Officer|Member|Resident|Manager|Clerk|Assistant|Deputy|Chief)\b|\p{Lu}[\pL’'-]+(?: [\pL’'&-]+){0,6} (?:Officer|Manager|Director|Leader|Clerk|Chair\w*|Engineer))[^:.?!]{0,60}: (.+)$`)

func asksOutright(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, `"”’' `), "?")
}

// raised reads the list of issues that starts at line i, each with its answer
// in the same entry. What was raised and not answered is no exchange. A list
// in which less than half is answered is a list of something else, and gives
// nothing.
func raised(lines []Line, i int, with announced) ([]archive.Exchange, int) {
	var out []archive.Exchange
	entries := 0
	for ; i < len(lines); i++ {
		l := lines[i]
		_, text, ok := entry(l)
		if !ok || l.Kind == extract.Heading {
			break
		}
		entries++
		if x, ok := inEntry(text, with); ok {
			x.Page = l.Page
			out = append(out, x)
		}
	}
	if len(out)*2 < entries {
		return nil, i
	}
	return out, i
}

// inEntry parts an entry of such a list into the issue and its answer.
func inEntry(text string, with announced) (x archive.Exchange, ok bool) {
	said := Sentences(text)
	after := func(n int) archive.Exchange { // the first n sentences raise, the rest answer
		issue := strings.Join(said[:n], " ")
		return archive.Exchange{Issue: issue, Response: strings.Join(said[n:], " ")}
	}
	const longest = 4 // sentences of an issue
	dashed := len(said) > 0 && dash.FindStringIndex(said[0]) != nil
	for n := 1; n < len(said) && n <= longest; n++ {
		switch {
		case answersOutright.MatchString(said[n]), answers(said[0], said[n]),
			n == 1 && !dashed && answersForm.MatchString(said[n]) && answersStraight.MatchString(said[n]),
			!dashed && asksOutright(said[n-1]) && !asksOutright(said[n]):
			return after(n), true
		}
		if !saysMore.MatchString(said[n]) && !asksOutright(said[n]) {
			break
		}
	}
	if at := dash.FindStringIndex(text); at != nil {
		return archive.Exchange{Issue: strings.TrimSpace(text[:at[0]]), Response: strings.TrimSpace(text[at[1]:])}, true
	}
	if x, ok := both(said[0]); ok && x.Issue != "" {
		x.Response += strings.TrimSuffix(" "+strings.Join(said[1:], " "), " ")
		return x, true
	}
	if m := onTopic.FindStringSubmatch(text); m != nil && with >= answersOnly {
		return archive.Exchange{Issue: m[1], Response: m[2]}, true
	}
	if len(said) > 1 && with == answersBeside {
		return after(1), true
	}
	return x, false
}

// onTopic opens an answer with what it answers: "With regard to waiting times,
// nobody waited longer than three weeks."
var onTopic = regexp.MustCompile(`^((?i:with (?:regard|respect|reference) to|in (?:relation|regard|respect|answer|response|reply) (?:to|of)|regarding|concerning|on|as (?:to|regards)|asked (?:about|whether|if|on|how|why|what|when)|about|turning to|in terms of) [^,;]{3,160}), (.+)$`)
