package layout

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some tables have rules around them and under their head only: all that is
// under the head lies in one row of the grid. The rows in it show by the space
// between them, or where the first cell and others begin at one height.

const (
	headDepth = 3    // lines of a cell in a head, at most
	rowLines  = 8    // and in a row: more is paragraphs beside one another
	padded    = 1.07 // times the distance of lines in a cell: between rows there is more
	level     = 0.3  // of the size: what stands on one baseline
)

// partBody parts the only row under a table's head where it is many rows, and
// a single line under it may be a foot.
func partBody(rows []Row, edges []float64) []Row {
	if len(rows) < 2 || len(rows) > 3 || len(rows) == 3 && rows[2].deepest() > 1 || rows[0].deepest() > headDepth || rows[1].deepest() < 2 {
		return rows
	}
	for _, c := range rows[0].Cells {
		if len(c.Lines) == 0 {
			return rows
		}
	}
	if rows[1].listed() {
		return rows
	}
	body := rows[1].part(edges)
	if len(body) < 2 || slices.ContainsFunc(body, func(r Row) bool { return r.deepest() > rowLines }) {
		return rows
	}
	return slices.Concat(rows[:1], body, rows[2:])
}

// listed reports whether the first cell is a list or a form, the lines of
// which are no rows though those of others stand beside them.
func (r *Row) listed() bool {
	for _, l := range r.Cells[0].Lines {
		first, n := utf8.DecodeRuneInString(l.Words[0].Text)
		bullet := n == len(l.Words[0].Text) && !unicode.IsLetter(first) && !unicode.IsDigit(first)
		if bullet && len(l.Words) > 1 || strings.HasSuffix(l.Words[len(l.Words)-1].Text, ":") {
			return true
		}
	}
	return false
}

// deepest is how many lines the row's longest cell has.
func (r *Row) deepest() int {
	most := 0
	for _, c := range r.Cells {
		most = max(most, len(c.Lines))
	}
	return most
}

// part gives the rows that lie in one row of the grid; nil where it is one.
func (r *Row) part(edges []float64) []Row {
	rights := make([]float64, len(r.Cells))
	column := 0
	leading := 0.0 // the distance of lines within a cell
	for c, cell := range r.Cells {
		left := edges[column]
		column += cell.Span
		rights[c] = edges[column]
		for i, l := range cell.Lines {
			rights[c] = min(rights[c], edges[column]-max(0, l.X0-left))
			if i > 0 && needsAbove(cell.Lines[i-1], l) {
				if step := l.Base - cell.Lines[i-1].Base; leading == 0 || step < leading {
					leading = step
				}
			}
		}
	}
	levels := r.levels()
	var spaced, begun []int
	for i := 1; i < len(levels); i++ {
		step := levels[i] - levels[i-1]
		apart, begin := r.partsAt(levels[i-1], levels[i], rights)
		if !apart {
			continue
		}
		if leading > 0 && step > padded*leading {
			spaced = append(spaced, i)
		}
		if begin {
			begun = append(begun, i)
		}
	}
	if len(spaced) > 0 {
		if rows := r.cutAt(levels, spaced); len(rows) > 1 {
			return rows
		}
	}
	return r.cutAt(levels, begun)
}

// levels are the baselines of all the row's lines.
func (r *Row) levels() []float64 {
	var bases []float64
	size := 0.0
	for _, c := range r.Cells {
		for _, l := range c.Lines {
			bases = append(bases, l.Base)
			size = max(size, l.Size)
		}
	}
	sort.Float64s(bases)
	out := bases[:0]
	for _, b := range bases {
		if n := len(out); n == 0 || b-out[n-1] > level*size {
			out = append(out, b)
		}
	}
	return out
}

// needsAbove reports whether a line cannot but go on with the one above it.
func needsAbove(above, l Line) bool {
	initial, _ := utf8.DecodeRuneInString(l.Words[0].Text)
	last := above.Words[len(above.Words)-1].Text
	return unicode.IsLower(initial) || strings.HasSuffix(last, ",") || strings.HasSuffix(last, "-")
}

// partsAt reports whether one row may end at a baseline and another begin at
// the next, as no cell goes on over them; and whether the first cell and
// another begin there, one of them under a line with room left.
func (r *Row) partsAt(above, below float64, rights []float64) (apart, begin bool) {
	beside, room := 0, false
	for c, cell := range r.Cells {
		k := slices.IndexFunc(cell.Lines, func(l Line) bool { return l.Base > (above+below)/2 })
		if k < 0 {
			continue
		}
		l := cell.Lines[k]
		if below-above < 0.8*l.Size || k > 0 && needsAbove(cell.Lines[k-1], l) {
			return false, false
		}
		if l.Base-below > level*l.Size {
			continue
		}
		beside++
		begin = begin || c == 0
		first := l.Words[0]
		room = room || k > 0 && cell.Lines[k-1].X1+first.X1-first.X0+0.3*l.Size < rights[c]
	}
	return true, begin && beside > 1 && room
}

// cutAt gives the rows that begin at these levels. What has nothing in its
// first cell, or nothing beside it, belongs to the row before.
func (r *Row) cutAt(levels []float64, at []int) []Row {
	var out []Row
	for k := 0; k <= len(at); k++ {
		top, foot := levels[0]-1, levels[len(levels)-1]+1
		if k > 0 {
			top = (levels[at[k-1]-1] + levels[at[k-1]]) / 2
		}
		if k < len(at) {
			foot = (levels[at[k]-1] + levels[at[k]]) / 2
		}
		row := Row{Y0: top, Y1: foot, Bold: true, Cells: make([]Cell, len(r.Cells))}
		filled := 0
		for c, cell := range r.Cells {
			row.Cells[c].Span = cell.Span
			for _, l := range cell.Lines {
				if l.Base > top && l.Base <= foot {
					row.Cells[c].Lines = append(row.Cells[c].Lines, l)
					row.Bold = row.Bold && l.Bold
				}
			}
			if len(row.Cells[c].Lines) > 0 {
				filled++
			}
		}
		if len(out) > 0 && (filled < 2 || len(row.Cells[0].Lines) == 0) {
			last := &out[len(out)-1]
			last.Y1, last.Bold = row.Y1, last.Bold && row.Bold
			for c := range row.Cells {
				last.Cells[c].Lines = append(last.Cells[c].Lines, row.Cells[c].Lines...)
			}
			continue
		}
		out = append(out, row)
	}
	return out
}
