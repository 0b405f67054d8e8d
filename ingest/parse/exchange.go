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
var exchangeIntro = regexp.MustCompile(`(?i)\b(?:rais\w+|asked|questions?|questioned|queries|comments?|commented|discussed|made|sought clarification|responded|issues|points)\b[^.]*[:–—-]\s*$`)

var exchangeWho = regexp.MustCompile(`(?i)\b(?:members?|councillors?|committee|panel|board|cabinet|sub-committee|following)\b`)

// exchangeHeading is a heading that announces such a list by itself.
var exchangeHeading = regexp.MustCompile(`(?i)^(?:(?:members['’]|councillors['’]|public) )?(?:questions?(?:,? comments?)? (?:and|&) (?:answers?|responses?|replies)|comments and responses|issues and responses|q ?(?:&|and) ?a)\s*[:.–—-]?$`)

// answered forms are one paragraph that holds both the question and the answer.
var answeredForms = []struct {
	form *regexp.Regexp // first group the issue, second the answer
	seen string
}{
	{regexp.MustCompile(`^(?:In|By way of) (?:response|answer|reply|responding) to (?:a |an |the |further )?(?:questions?|query|queries|comments?|concerns?|points?)(?: raised)?(?: from| by)?(.{0,240}?), ((?:[A-Z]|the |it |officers).*)$`),
		"In response to a question about the waiting list, the officer advised that …"},
	{regexp.MustCompile(`^(?:Following|Responding to|Answering) (?:a |an |the |further )?(?:questions?|query|queries|comments?)(?: raised)?(?: from| by)?(.{0,240}?), ((?:[A-Z]|the |it |officers).*)$`),
		"Following a question from a member on costs, officers confirmed …"},
	{regexp.MustCompile(`^((?:[A-Z][^;]{0,80}?\b)?(?:asked|queried|enquired|wanted to know|(?:raised|expressed) (?:a |some )?concerns?|concerns? (?:was|were) (?:raised|expressed)|question was asked)\b[^;]{5,240}?); ((?:the|officers?|it was|he|she|they|[A-Z])[^;]{0,90}?\b(?:replied|responded|answered|explained|confirmed|advised|clarified|said|stated|expected|undertook|thought)\b.*)$`),
		"A concern was raised about the quality of repairs; officers advised that …"},
	{regexp.MustCompile(`^([A-Z].{0,80}?\b(?:asked|queried|enquired)\b.{5,240}?),? and ((?:was|were) (?:told|advised|informed|assured)\b.*)$`),
		"Councillor A asked whether the roof leaked and was told that it did"},
}

// Question and answer each in a paragraph of its own.
var (
	questionForm = regexp.MustCompile(`^(?:\(Q\d*\)|(?:Q(?:uestion|uery)?\s*\d*|Issue|Comment)\s*[.:–—-])\s*(.+)$`)
	answerForm   = regexp.MustCompile(`^(?:\(A\d*\)|(?:A(?:nswer)?\s*\d*|R(?:esponse|eply)?\s*\d*|Officer response|Officers['’] response)\s*[.:–—-])\s*(.+)$`)
)

// dash stands between an issue and its answer in one entry.
var dash = regexp.MustCompile(`\s+[–—-]\s+`)

// exchanges pairs what members raised with what they were told.
func exchanges(lines []Line) []archive.Exchange {
	var out []archive.Exchange
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if exchangeIntro.MatchString(l.Text) && exchangeWho.MatchString(l.Text) || exchangeHeading.MatchString(strings.TrimSpace(l.Text)) {
			found, next := raised(lines, i+1)
			if len(found) > 0 {
				out = append(out, found...)
				i = next - 1
				continue
			}
		}
		if q := questionForm.FindStringSubmatch(l.Text); q != nil && i+1 < len(lines) {
			if a := answerForm.FindStringSubmatch(lines[i+1].Text); a != nil {
				out = append(out, archive.Exchange{Issue: q[1], Response: a[1], Page: l.Page})
				i++
				continue
			}
		}
		if x, next := questionBlock(lines, i); next > i {
			out = append(out, x)
			i = next - 1
			continue
		}
		if found, next := told(lines, i); len(found) > 0 {
			out = append(out, found...)
			i = next - 1
		}
	}
	return out
}

// raised reads the list of issues that starts at line i, each with its answer
// after a dash or in the paragraph below. A list in which no entry is answered
// is a list of something else, and gives nothing.
func raised(lines []Line, i int) ([]archive.Exchange, int) {
	var out []archive.Exchange
	answered := 0
	for i < len(lines) {
		l := lines[i]
		_, text, ok := entry(l)
		if !ok || l.Kind == extract.Heading {
			break
		}
		x := archive.Exchange{Issue: text, Page: l.Page}
		if said := Sentences(text); len(said) > 1 && repliedForm.MatchString(said[1]) && (askedForm.MatchString(said[0]) || answersStraight.MatchString(said[1]) && dash.FindStringIndex(said[0]) == nil) {
			x.Issue, x.Response = said[0], strings.TrimSpace(text[len(said[0]):])
			answered++
		} else if at := dash.FindStringIndex(text); at != nil {
			x.Issue, x.Response = strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:])
			answered++
		}
		out = append(out, x)
		i++
	}
	if answered == 0 || answered*2 < len(out) {
		return nil, i
	}
	return out, i
}

// tidyIssue drops the small words that led to the issue.
func tidyIssue(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range []string{"about ", "on ", "regarding ", "concerning ", "relating to ", "as to ", "in relation to "} {
		if strings.HasPrefix(s, w) {
			return strings.TrimSpace(s[len(w):])
		}
	}
	return s
}
