package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Councils publish the questions put to a meeting as a paper of their own:
// who asks whom, the question, "Answer" and what was answered, a page or two
// for each. Each question is an item with one exchange and no outcome.

// questionTitle opens a question: "Question by Ada Vane to the Leader",
// "Question 3 from Mr Dove".
var questionTitle = regexp.MustCompile(`^(?i:(?:(?:supplementary|public|member['’]?s?) )?question (?:no\.? ?)?(?:\d{1,3}[.:]? ?[-–—]? ?)?(?:by|from|asked by|put by|submitted by)\b)[^?]{3,140}$`)

// questionNo is a question's number in a line above it.
var questionNo = regexp.MustCompile(`^(?i:question (?:no\.? ?)?\d{1,3}[.:]?)$`)

// questions are the headings of a paper of questions; nil where it is none.
// Each must be answered before the next is asked.
func (p *paper) questions(m meeting) []candidate {
	var heads []candidate
	answered := true
	for i := m.from; i < m.to; i++ {
		text := p.text(i)
		switch {
		case questionTitle.MatchString(text):
			if !answered {
				return nil
			}
			c := candidate{line: i, value: -1, lines: 1, question: true, heading: heading{title: text}}
			if i > m.from && questionNo.MatchString(p.text(i-1)) {
				c.line, c.lines = i-1, 2
			}
			for i+1 < m.to && c.lines < 4 && p.goesOnTitle(i, c.title) {
				i++
				c.lines++
				c.title += " " + p.text(i)
			}
			c.title = strings.TrimRight(c.title, " :,;")
			heads = append(heads, c)
			answered = false
		case parse.OpensAnswer(text):
			answered = true
		}
	}
	if len(heads) < 2 || !answered {
		return nil
	}
	return heads
}

// goesOnTitle reports whether the line after i still says whom a question is
// put to.
func (p *paper) goesOnTitle(i int, title string) bool {
	a, b := p.lines[i], p.lines[i+1]
	if b.Marker != "" || b.Kind == extract.Row || utf8.RuneCountInString(b.Text) > 90 || endsSentence(b.Text) || parse.OpensAnswer(b.Text) || a.Page != b.Page {
		return false
	}
	return hanging.MatchString(title) || (b.Bold || b.Kind == extract.Heading) && (a.Bold || a.Kind == extract.Heading)
}
