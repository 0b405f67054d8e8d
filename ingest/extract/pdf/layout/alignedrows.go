package layout

import (
	"strings"
	"unicode"
)

// items gives the rows, in tables, and the lines between them that run across.
func (t *aligned) items(bands [][]segment, a *arranger) []Item {
	var out []Item
	var table *Table
	for i, b := range bands {
		line := bandWords(b)
		begun := i+1 < len(bands) && begins(b, bands[i+1])
		if !sideBySide(b) && !begun && (t.across(b[0]) || t.heads(b[0])) {
			table = nil
			l := lineOf(b)
			l.Left, l.Right, l.Column = a.left, a.right, a.columns
			out = append(out, Item{Line: &l})
			continue
		}
		if table == nil {
			table = &Table{X0: line[0].X0, X1: line[0].X1, Y0: b[0].base - b[0].size}
			out = append(out, Item{Table: table})
		}
		cells := t.split(b)
		if begun {
			cells = make([][]segment, len(t.strips)+1)
			cells[0] = b
		}
		if i > 0 && !begun && t.goesOn(table, cells, b[0].base-bands[i-1][0].base) {
			table.extend(cells)
			continue
		}
		table.add(cells, a.columns)
	}
	return out
}

// across reports whether the only piece of a line runs from one column into
// another.
func (t *aligned) across(s segment) bool {
	for _, o := range t.strips {
		if s.x0 < o.x0 && s.x1 > o.x1-0.1*s.size {
			return true
		}
	}
	return false
}

// begins reports whether a line of one piece is the beginning of the label
// with which the next line starts in small letters: a long one, that runs over
// columns which have nothing beside it.
func begins(b, next []segment) bool {
	if len(b) > 1 || sideBySide(b) || !sideBySide(next) {
		return false
	}
	initial := []rune(next[0].words[0].Text)[0]
	return unicode.IsLower(initial) && next[0].base-b[0].base < 1.35*b[0].size && abs(next[0].x0-b[0].x0) < 2
}

// heads reports whether a lone piece is larger than what is in the table: a
// heading between two of its parts.
func (t *aligned) heads(s segment) bool { return s.size > 1.08*t.size }

// split parts a band at the strips. A word that runs across stands where its
// middle does, a lone piece where it starts.
func (t *aligned) split(b []segment) [][]segment {
	out := make([][]segment, len(t.strips)+1)
	if !sideBySide(b) {
		out[columnAt(t.strips, b[0].words[0].X0)] = b
		return out
	}
	for _, s := range b {
		for _, w := range s.words {
			c := columnAt(t.strips, (w.X0+w.X1)/2)
			if n := len(out[c]); n > 0 {
				last := &out[c][n-1]
				last.words = append(last.words, w)
				last.x1 = max(last.x1, w.X1)
				if w.Size > last.size {
					last.size, last.base = w.Size, w.Base
				}
				continue
			}
			out[c] = []segment{{words: []Word{w}, x0: w.X0, x1: w.X1, base: w.Base, size: w.Size}}
		}
	}
	return out
}

// goesOn reports whether a line goes on with the row above: it stands beside
// it, or closely under it with each of its pieces going on with a cell, be it
// that nothing of it is a figure or that the row has none yet.
func (t *aligned) goesOn(table *Table, cells [][]segment, step float64) bool {
	if len(table.Rows) == 0 {
		return false
	}
	row := table.Rows[len(table.Rows)-1]
	filled, above, under, figures := 0, 0, 0, 0
	size := 0.0
	for c, segs := range cells {
		if len(row.Cells[c].Lines) > 0 {
			above++
		}
		if len(segs) == 0 {
			continue
		}
		filled++
		size = max(size, segs[0].size)
		if figure(segs[0].words) {
			figures++
		}
		if lines := row.Cells[c].Lines; len(lines) > 0 {
			under++
			if !t.wraps(lines[len(lines)-1], segs[0], c) && step > 0.8*size {
				return false
			}
		}
	}
	switch {
	case step <= 0.8*size:
		return true
	case step > 1.35*size || under == 0:
		return false
	case above == 1: // a label begun above the line that has the figures
		return len(cells[0]) > 0 && len(row.Cells[0].Lines) > 0 && figures > 0
	}
	return figures == 0 && under == filled && filled < above
}

// wraps reports whether a piece goes on with the line above it in its cell:
// that one was full, or it starts small.
func (t *aligned) wraps(above Line, s segment, c int) bool {
	first := s.words[0]
	initial := []rune(first.Text)[0]
	if unicode.IsLower(initial) || initial == '(' || c > 0 && len(above.Words) > 1 && hyphened(above) {
		return true
	}
	return above.X1+(first.X1-first.X0)+0.25*s.size > t.rightOf(c)-0.5*s.size && above.Bold == first.Bold
}

func hyphened(l Line) bool { return strings.HasSuffix(l.Words[len(l.Words)-1].Text, "-") }

// rightOf is where the widest cell of a column ends.
func (t *aligned) rightOf(c int) float64 {
	right := 0.0
	for i, b := range t.bands {
		if t.lines[i] == nil || !sideBySide(b) && t.across(b[0]) {
			continue
		}
		for _, w := range t.cells(t.lines[i])[c] {
			right = max(right, w.X1)
		}
	}
	return right
}

func (t *Table) add(cells [][]segment, column int) {
	row := Row{Bold: true}
	for _, segs := range cells {
		cell := Cell{Span: 1}
		if len(segs) > 0 {
			l := lineOf(segs)
			l.Column = column
			cell.Lines = []Line{l}
			row.Bold = row.Bold && l.Bold
			t.grow(&row, l)
		}
		row.Cells = append(row.Cells, cell)
	}
	t.Rows = append(t.Rows, row)
}

func (t *Table) extend(cells [][]segment) {
	row := &t.Rows[len(t.Rows)-1]
	for c, segs := range cells {
		if len(segs) > 0 {
			l := lineOf(segs)
			row.Cells[c].Lines = append(row.Cells[c].Lines, l)
			t.grow(row, l)
		}
	}
}

// grow makes a row and its table large enough for a line.
func (t *Table) grow(r *Row, l Line) {
	top, foot := l.Base-l.Size, l.Base+0.25*l.Size
	if r.Y0 == 0 || top < r.Y0 {
		r.Y0 = top
	}
	r.Y1 = max(r.Y1, foot)
	t.X0, t.X1, t.Y1 = min(t.X0, l.X0), max(t.X1, l.X1), max(t.Y1, foot)
}
