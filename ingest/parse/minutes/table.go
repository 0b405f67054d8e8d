package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// Many minutes are laid out as a table: the number in one column, the title
// with what was said in the next, who is to act in the last; or the title in
// the margin and what was said beside it. A row that opens an item is read as
// its heading, and the rest of the row as the first of what was said.

// mostCells is how many cells of a row that opens an item hold words: number,
// title, what was said, who acts.
const mostCells = 4

// opensItem reports whether a row may be an item's heading: not too many of
// its cells are filled, and they hold no sums.
func opensItem(l parse.Line) bool {
	filled := 0
	for _, c := range l.Cells {
		if strings.TrimSpace(c) != "" {
			filled++
		}
	}
	if filled == mostCells && len(l.Cells) == mostCells {
		return numbered(l.Cells) && !figures(l.Cells)
	}
	return filled < mostCells && len(l.Cells) <= mostCells+1 && !figures(l.Cells)
}

// numbered reports whether a row begins with a number, has a short title in
// its second cell and what was said in its third.
func numbered(cells []string) bool {
	number, title, said := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
	return (numberAlone.MatchString(number) || onlyNumber(number)) && titled(title) && endsSentence(said) && len(strings.Fields(said)) > 3
}

// cellsAsText is a line as it is searched for a number and a title: text is
// the cell of the title with the number, and beside are the paragraphs of the
// row that stand after the title, none where the line is no row.
func cellsAsText(l parse.Line) (text string, beside []string) {
	cells, parts := l.Cells, l.Parts
	if l.Kind != extract.Row {
		cells, parts = strings.Split(parse.Printed(l.Block), " | "), nil
	}
	if len(cells) < 2 {
		return strings.ReplaceAll(parse.Printed(l.Block), " | ", " "), nil
	}
	n := 1
	if numberAlone.MatchString(strings.TrimSpace(cells[0])) || strings.TrimSpace(cells[0]) == "" || onlyNumber(cells[0]) {
		n = 2
	}
	title := cells[n-1]
	if len(parts) == len(cells) && len(parts[n-1]) > 1 && utf8.RuneCountInString(parts[n-1][0]) <= longestTitle {
		title, beside = parts[n-1][0], append(beside, parts[n-1][1:]...)
	}
	for i := n; i < len(cells); i++ {
		switch c := strings.Trim(cells[i], " |"); {
		case c == "":
		case len(parts) == len(cells) && len(parts[i]) > 1:
			beside = append(beside, parts[i]...)
		default:
			beside = append(beside, c)
		}
	}
	return strings.TrimSpace(strings.Join(cells[:n-1], " ") + " " + title), beside
}

// longestTitle is how many letters the title of an item has at most where
// paragraphs follow it in its cell.
const longestTitle = 160

// unfolded are the lines of an item whose heading is a table's row: rows of
// the same table, and lines that stand for one, as the paragraphs in their
// cells.
func unfolded(lines []parse.Line) []parse.Line {
	var out []parse.Line
	for _, l := range lines {
		if l.Kind != extract.Row || l.Header || len(l.Cells) > mostCells+1 {
			out = append(out, l)
			continue
		}
		for i, cell := range l.Cells {
			words := []string{cell}
			if i < len(l.Parts) && len(l.Parts[i]) > 1 {
				words = l.Parts[i]
			}
			for _, w := range words {
				if w = strings.TrimSpace(w); w != "" {
					p := l
					p.Kind, p.Cells, p.Parts, p.Marker, p.Text = extract.Paragraph, nil, nil, "", w
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// figures reports whether a row is a line of a table of accounts: a cell but
// the first holds nothing but sums, and they are two at least in all. Days are
// no sums.
func figures(cells []string) bool {
	all, alone := 0, false
	for _, c := range cells[min(1, len(cells)):] {
		if d := ukdate.Find(c); len(d) > 0 {
			c = c[:d[0].Start] + c[d[0].End:]
		}
		fields := strings.Fields(c)
		n := 0
		for _, f := range fields {
			if sum.MatchString(f) {
				n++
			}
		}
		all += n
		alone = alone || n > 0 && n == len(fields)
	}
	return alone && all >= 2
}

var sum = regexp.MustCompile(`^[-(£]*\d[\d,]*(?:\.\d+)?[)%mk]*$`)
