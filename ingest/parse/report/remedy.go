package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// remedies are what an Ombudsman asked for, as a report tells of them: the
// entries of a list, each with the paragraphs below it that say what was done,
// or the rows of a table with a column for each. Of a report that answers no
// Ombudsman they are the rows of a table of recommendations (an auditor's, a
// scrutiny committee's) that says what became of each. What a remedy asks for
// and what became of it is not decided here.
func remedies(parts []part, ombudsmans bool) []archive.Remedy {
	var all []archive.Remedy
	for _, p := range parts {
		if p.canonical == recommending {
			continue // what the body is asked to do, not what the council was
		}
		if rem, ok := p.headed(); ok && ombudsmans {
			all = append(all, rem)
			continue
		}
		all = append(all, tabled(asRows(p.lines), ombudsmans)...)
		if !ombudsmans {
			continue
		}
		for _, run := range runs(unfoldAsked(p.lines)) {
			if run.ofRemedies(p.heading) {
				all = append(all, run.remedies()...)
			}
		}
	}
	if len(all) == 0 && ombudsmans {
		return told(parts)
	}
	return all
}

// headed reads a part that is one remedy, named by its heading, and what became
// of it: "Recommendation 2 – Pay the family £450", "Progress: paid in March."
func (p part) headed() (archive.Remedy, bool) {
	m := headedRemedy.FindStringSubmatch(p.heading)
	if m == nil || len(p.lines) == 0 {
		return archive.Remedy{}, false
	}
	answer, _, _ := parse.Join(p.lines)
	return archive.Remedy{
		Label: m[1], Text: strings.TrimSpace(p.heading[len(m[0]):]), Status: archive.StatusNotStated, Page: p.lines[0].Page,
		Evidence: &archive.Evidence{Quote: answer, Page: p.lines[0].Page},
	}, true
}

var headedRemedy = regexp.MustCompile(`^(?:Recommendation|Remedy|Agreed action|Action|Order) (\d{1,2}|[a-z]|[ivx]{1,4})\s*[:.)–-]\s+`)

// unfoldAsked parts a paragraph that tells several remedies in one sentence,
// "The Council agreed to: a) apologise; and b) pay £200.", into entries.
func unfoldAsked(lines []parse.Line) []parse.Line {
	var out []parse.Line
	for _, l := range lines {
		if l.Kind == extract.Row || !asksOfCouncil.MatchString(l.Text) {
			out = append(out, l)
			continue
		}
		out = append(out, unfoldBy(l, innerSmall)...)
	}
	return out
}

// asRows takes the lines of a table that was typed with strokes between its
// columns for the rows they are.
func asRows(lines []parse.Line) []parse.Line {
	var out []parse.Line
	for i, l := range lines {
		if l.Kind != extract.Row && strings.Contains(l.Text, " | ") && (i > 0 && strings.Contains(lines[i-1].Text, " | ") || i+1 < len(lines) && strings.Contains(lines[i+1].Text, " | ")) {
			l.Kind, l.Cells = extract.Row, typedCells(parse.Printed(l.Block))
		}
		out = append(out, l)
	}
	return out
}

// typedCells are the cells of a row typed with strokes between them, and maybe
// at either end; a cell may be empty.
func typedCells(row string) []string {
	row = strings.TrimSpace(row)
	cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}
