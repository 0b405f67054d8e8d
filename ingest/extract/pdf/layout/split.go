package layout

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// splitRows parts ruled rows whose cells hold lines of figures side by side,
// as spreadsheets print them: each line is a row of its own. Where three lines
// show that a table is of that kind, two are enough elsewhere in it.
func splitRows(rows []Row) []Row {
	const few, many = 2, 3
	least := many
	for _, r := range rows {
		if len(r.bases(many)) >= many {
			least = few
		}
	}
	var out []Row
	for _, r := range rows {
		out = append(out, r.split(least)...)
	}
	return out
}

// bases are the baselines of a row's figures, if there are so many lines of
// them.
func (r *Row) bases(least int) []float64 {
	most, filled := 0, 0
	for _, c := range r.Cells {
		most = max(most, len(c.Lines))
		if len(c.Lines) > 0 {
			filled++
		}
	}
	if most < least || filled < 2 {
		return nil
	}
	var bases []float64
	for _, c := range r.Cells {
		if len(c.Lines)*2 >= most && c.figured(least) {
			for _, l := range c.Lines {
				bases = append(bases, l.Base)
			}
		}
	}
	return cluster(bases)
}

func (r *Row) split(least int) []Row {
	tops := r.bases(least)
	if len(tops) < 2 {
		return []Row{*r}
	}
	beside := 0.75 * (tops[len(tops)-1] - tops[0]) / float64(len(tops)-1)
	for _, c := range r.Cells { // lines that stand beside none are rows of their own
		right := c.right()
		for i, l := range c.Lines {
			k := nearest(tops, l.Base)
			if abs(tops[k]-l.Base) > min(beside, 0.7*l.Size) && (i == 0 || !runsOn(c.Lines[i-1], l, right)) {
				tops = append(tops, l.Base)
				sort.Float64s(tops)
			}
		}
	}
	out := make([]Row, len(tops))
	for i := range out {
		out[i] = Row{Y0: tops[i] - 8, Y1: tops[i] + 3, Bold: true, Cells: make([]Cell, len(r.Cells))}
		for c := range r.Cells {
			out[i].Cells[c].Span = r.Cells[c].Span
		}
	}
	for c, cell := range r.Cells {
		right, at := cell.right(), 0
		for i, l := range cell.Lines {
			k := nearest(tops, l.Base)
			if i == 0 || abs(tops[k]-l.Base) <= min(beside, 0.7*l.Size) || !runsOn(cell.Lines[i-1], l, right) {
				at = k
			}
			out[at].Cells[c].Lines = append(out[at].Cells[c].Lines, l)
			out[at].Bold = out[at].Bold && l.Bold
		}
	}
	return out
}

// runsOn reports whether a line closely under another in a cell that ends at
// right goes on with it: it starts small, or would not have fitted above.
func runsOn(above, l Line, right float64) bool {
	if l.Base-above.Base > 1.4*l.Size || above.Bold != l.Bold {
		return false
	}
	first := l.Words[0]
	r, _ := utf8.DecodeRuneInString(first.Text)
	return unicode.IsLower(r) || above.X1+first.X1-first.X0+0.25*l.Size > right
}

func (c *Cell) right() float64 {
	right := 0.0
	for _, l := range c.Lines {
		right = max(right, l.X1)
	}
	return right
}

func nearest(places []float64, v float64) int {
	best := 0
	for i := range places {
		if abs(places[i]-v) < abs(places[best]-v) {
			best = i
		}
	}
	return best
}

// figured reports whether most lines of a cell are figures.
func (c *Cell) figured(least int) bool {
	n := 0
	for _, l := range c.Lines {
		if figure(l.Words) {
			n++
		}
	}
	return n >= least && n*10 >= len(c.Lines)*6
}
