package parse

import (
	"regexp"
	"strings"
	"unicode/utf8"

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

// pairForms are a question and its answer each in a paragraph of its own.
// Letters without a stop stand in columns: "Q   Why was it shut?".
var pairForms = []struct{ asks, answers *regexp.Regexp }{
	{regexp.MustCompile(`^(?:\(Q\d*\)|(?:Q(?:uestion|uery)?\s*\d*|Issue|Comment|Observation|Concern|Point raised)\s*[.:–—-])\s*(.+)$`),
		regexp.MustCompile(`^(?:\(A\d*\)|(?:A(?:nswer)?\s*\d*|R(?:esponse|eply)?\s*\d*|Officer response|Officers['’] response)\s*[.:–—-])\s*(.+)$`)},
	{regexp.MustCompile(`^Q\d{0,2}\s+(\p{Lu}.+\?)["”]?$`), regexp.MustCompile(`^A\d{0,2}\s+(.+)$`)},
}

// exchanges pairs what members raised with what they were told.
func exchanges(lines []Line) []archive.Exchange {
	var out []archive.Exchange
	lists := raisedLists{lines: lines}
	for i := 0; i < len(lines); {
		found, next := exchangeAt(&lists, i)
		out = append(out, found...)
		i = max(next, i+1)
	}
	return out
}

// exchangeAt reads what line i opens: a table, a list, a question with its
// answer below, or prose. next is the line to go on with.
func exchangeAt(lists *raisedLists, i int) (found []archive.Exchange, next int) {
	lines := lists.lines
	l := lines[i]
	if l.Kind == extract.Row {
		return tabled(lines, i)
	}
	if announces(l.Text) {
		if found, next := lists.at(i+1, withAnswers(l.Text)); len(found) > 0 {
			return found, next
		}
	}
	if i+1 < len(lines) {
		for _, f := range pairForms {
			if q := f.asks.FindStringSubmatch(l.Text); q != nil {
				if a := f.answers.FindStringSubmatch(lines[i+1].Text); a != nil {
					return []archive.Exchange{{Issue: q[1], Response: a[1], Page: l.Page}}, i + 2
				}
			}
		}
		if next := lines[i+1].Text; asksOutright(l.Text) && !asksOutright(next) && speaker.MatchString(l.Text) && speaker.MatchString(next) {
			return []archive.Exchange{{Issue: l.Text, Response: next, Page: l.Page}}, i + 2
		}
	}
	if x, next := questionBlock(lines, i); next > i {
		return []archive.Exchange{x}, next
	}
	return told(lines, i)
}

// announces reports whether a line stands over a list of what was raised.
func announces(text string) bool {
	const longestHeading = 80
	if text = strings.TrimSpace(text); len(text) <= longestHeading && exchangeHeading.MatchString(text) {
		return true
	}
	if !endsOpen(text) {
		return false
	}
	last := max(strings.LastIndexByte(text, '.'), len(text)-openingMost, 0) // a word before the last stop announces nothing
	return exchangeIntro.MatchString(text[last:]) && (exchangeWho.MatchString(text) || answersToo.MatchString(text))
}

// endsOpen reports whether a line ends with a mark that something follows.
func endsOpen(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(":–—-", r)
}

// speaker is a line that opens with who speaks: "Head of Libraries: They are."
var speaker = regexp.MustCompile(`^(?:(?:The )?(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Head|Director|Cabinet Member|Portfolio Holder|Leader|Chair\w*|Officer|Member|Resident|Manager|Clerk|Assistant|Deputy|Chief)\b|\p{Lu}[\pL’'-]+(?: [\pL’'&-]+){0,6} (?:Officer|Manager|Director|Leader|Clerk|Chair\w*|Engineer))[^:.?!]{0,60}: (.+)$`)

func asksOutright(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, `"”’' `), "?")
}
