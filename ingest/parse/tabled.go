package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
)

// Heads of the columns of a table of questions and answers.
var (
	askedColumn    = regexp.MustCompile(`(?i)^(?:(?:members?['’]?s?|public|committee|panel|scrutiny)['’]? )?(?:questions?|quer(?:y|ies)|issues?|comments?|points?|concerns?|observations?|matters?)(?: (?:raised|asked|made|/ ?comments?|by members|from members|and comments))*(?: (?:raised|asked))?[:?]?$`)
	answeredColumn = regexp.MustCompile(`(?i)^(?:(?:officers?|council|cabinet|service|executive|management|written)['’]?s?['’]? )*(?:answers?|responses?|repl(?:y|ies))(?: (?:given|from officers?|by officers?|provided|received))?[:]?$`)
)

// tabled reads a table with a column for what was asked and one for what was
// answered, whose head is row i. next is the line after it; i+1 where the row
// heads no such table.
func tabled(lines []Line, i int) (out []archive.Exchange, next int) {
	issue, answer := -1, -1
	const longest = 80 // bytes of a column's head
	for c, text := range lines[i].Cells {
		switch text = strings.TrimSpace(text); {
		case len(text) > longest:
		case issue < 0 && askedColumn.MatchString(text):
			issue = c
		case answer < 0 && answeredColumn.MatchString(text):
			answer = c
		}
	}
	if issue < 0 || answer < 0 {
		return nil, i + 1
	}
	for i++; i < len(lines) && lines[i].Kind == extract.Row; i++ {
		cells := lines[i].Cells
		if issue >= len(cells) || answer >= len(cells) {
			continue
		}
		q, a := strings.TrimSpace(cells[issue]), strings.TrimSpace(cells[answer])
		if q != "" && a != "" && (len(q) > longest || !askedColumn.MatchString(q)) {
			out = append(out, archive.Exchange{Issue: q, Response: a, Page: lines[i].Page})
		}
	}
	return out, i
}
