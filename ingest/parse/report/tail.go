package report

import (
	"regexp"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// numbersOff gives the lines of a report with the headings that end in their
// own number, "Council Tax 6", without it: some templates set the section's
// number at the right edge. It is a number where the list of contents has it
// beside that title, or the paragraph below is "6.1". lines are unchanged.
func numbersOff(lines []parse.Line) []parse.Line {
	listed := contents(lines)
	out := lines
	for i, l := range lines {
		m := numberLast.FindStringSubmatch(l.Text)
		if m == nil || l.Kind != extract.Heading || l.Marker != "" {
			continue
		}
		below := i+1 < len(lines) && strings.HasPrefix(parse.Printed(lines[i+1].Block), m[2]+".1 ")
		if !below && !listed[plainKey(m[1])+" "+m[2]] {
			continue
		}
		if &out[0] == &lines[0] {
			out = append([]parse.Line(nil), lines...)
		}
		out[i].Text = m[1]
	}
	return out
}

var numberLast = regexp.MustCompile(`^(\pL.*[\pL)’'?])\s+(\d{1,2})$`)

// contents are the entries of a list of contents laid out as a table: each
// title with each of the numbers beside it.
func contents(lines []parse.Line) map[string]bool {
	listed := map[string]bool{}
	for _, l := range lines {
		if l.Kind != extract.Row {
			continue
		}
		title := ""
		for _, c := range l.Cells {
			c = strings.TrimSpace(c)
			switch {
			case number.MatchString(c) && title != "":
				listed[plainKey(title)+" "+c] = true
			case c != "":
				title = c
			}
		}
	}
	return listed
}

var number = regexp.MustCompile(`^\d{1,3}$`)
