package layout

import (
	"sort"
	"strings"
	"unicode"
)

// Tables without rules show by their alignment: lines one under another whose
// wide gaps stand at the same places.

const (
	alignedLines = 3   // with a gap at least
	columnGap    = 0.7 // of the size, that stays free through all lines
)

// span is a stretch of x that is free.
type span struct{ x0, x1 float64 }

// alignedRun gives how many of the bands from i on are one table, 0 for none,
// and the free stretches between its columns.
func alignedRun(bands [][]segment, i int) (int, []span) {
	if len(bands[i]) < 2 {
		return 0, nil
	}
	gaps := gapsOf(bands[i])
	n, many := 1, 1
	end := 1
	for ; i+n < len(bands); n++ {
		b := bands[i+n]
		prev := bands[i+n-1]
		if b[0].base-prev[0].base > 3*max(b[0].size, prev[0].size) {
			break
		}
		left := narrow(gaps, b)
		if len(left) == 0 || len(b) >= 2 && len(left) < min(len(b)-1, len(gaps)) && len(left) < 2 {
			break
		}
		if len(b) == 1 && len(left) < len(gaps) { // it crosses a gap: no part of the table
			break
		}
		gaps = left
		if len(b) >= 2 {
			many++
			end = n + 1
		}
	}
	if many < alignedLines || many*2 < end {
		return 0, nil
	}
	if !tabular(bands[i:i+end], gaps) {
		return 0, nil
	}
	return end, gaps
}

func gapsOf(b []segment) []span {
	var out []span
	for i := 1; i < len(b); i++ {
		if b[i].x0-b[i-1].x1 >= columnGap*b[i].size {
			out = append(out, span{b[i-1].x1, b[i].x0})
		}
	}
	return out
}

// narrow keeps what of the gaps a line leaves free.
func narrow(gaps []span, b []segment) []span {
	var out []span
	for _, g := range gaps {
		for _, s := range b {
			if s.x1 <= g.x0 || s.x0 >= g.x1 {
				continue
			}
			switch {
			case s.x0 <= g.x0 && s.x1 >= g.x1:
				g.x1 = g.x0
			case s.x0 <= g.x0:
				g.x0 = s.x1
			default:
				g.x1 = s.x0
			}
		}
		if g.x1-g.x0 >= columnGap*b[0].size {
			out = append(out, g)
		}
	}
	return out
}

// tabular tells a table from a list with its markers set apart, and from a
// few lines of form: three columns, or two of which the last is figures.
func tabular(bands [][]segment, gaps []span) bool {
	markers, figures, firsts, lasts := 0, 0, 0, 0
	for _, b := range bands {
		for _, s := range b {
			switch columnOf(s, gaps) {
			case 0:
				firsts++
				if len(s.words) == 1 && len([]rune(s.words[0].Text)) <= 6 && isMarker(s.words[0].Text) {
					markers++
				}
			case len(gaps):
				lasts++
				if figure(s) {
					figures++
				}
			}
		}
	}
	if firsts == 0 || 2*markers >= firsts {
		return false
	}
	if len(gaps) >= 2 {
		return true
	}
	return lasts > 0 && figures*10 >= lasts*7
}

func isMarker(s string) bool {
	r := []rune(s)
	return len(r) == 1 || strings.ContainsAny(s, ".)(") && !strings.ContainsAny(s, ",£%")
}

func figure(s segment) bool {
	digits, letters := 0, 0
	for _, w := range s.words {
		for _, r := range w.Text {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	return digits > letters || digits+letters == 0
}

func columnOf(s segment, gaps []span) int {
	c := 0
	mid := (s.x0 + s.x1) / 2
	for _, g := range gaps {
		if mid > g.x0 {
			c++
		}
	}
	return c
}

// alignedTable makes a table of bands. A line with nothing in the first
// column that follows closely goes on the row above.
func alignedTable(bands [][]segment, gaps []span, column int) *Table {
	t := &Table{X0: bands[0][0].x0, X1: bands[0][0].x1, Y0: bands[0][0].base - bands[0][0].size}
	for i, b := range bands {
		cells := make([][]segment, len(gaps)+1)
		for _, s := range b {
			c := columnOf(s, gaps)
			cells[c] = append(cells[c], s)
			t.X0, t.X1, t.Y1 = min(t.X0, s.x0), max(t.X1, s.x1), s.base+0.25*s.size
		}
		close := i > 0 && b[0].base-bands[i-1][0].base < 1.3*b[0].size
		if len(cells[0]) == 0 && close && len(t.Rows) > 0 && !allFigures(b) {
			row := &t.Rows[len(t.Rows)-1]
			row.Y1 = t.Y1
			for c, segs := range cells {
				if len(segs) > 0 {
					row.Cells[c].Lines = append(row.Cells[c].Lines, lineOf(segs))
				}
			}
			continue
		}
		row := Row{Y0: b[0].base - b[0].size, Y1: t.Y1, Bold: true}
		for _, segs := range cells {
			cell := Cell{Span: 1}
			if len(segs) > 0 {
				l := lineOf(segs)
				l.Column = column
				cell.Lines = []Line{l}
				row.Bold = row.Bold && l.Bold
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func allFigures(b []segment) bool {
	for _, s := range b {
		if !figure(s) {
			return false
		}
	}
	return true
}

// splitRow parts a ruled row whose cells hold lines of figures side by side,
// as spreadsheets print them: each line is a row of its own.
func splitRow(r Row) []Row {
	most, filled := 0, 0
	for _, c := range r.Cells {
		most = max(most, len(c.Lines))
		if len(c.Lines) > 0 {
			filled++
		}
	}
	if most < 3 || filled < 2 {
		return []Row{r}
	}
	var bases []float64 // of the lines of figures
	for _, c := range r.Cells {
		if len(c.Lines)*2 >= most && figuresIn(c) {
			for _, l := range c.Lines {
				bases = append(bases, l.Base)
			}
		}
	}
	if len(bases) == 0 {
		return []Row{r}
	}
	tops := cluster(bases)
	if len(tops) < 2 {
		return []Row{r}
	}
	near := 0.75 * (tops[len(tops)-1] - tops[0]) / float64(len(tops)-1)
	for _, c := range r.Cells { // lines that stand beside none are rows of their own
		for _, l := range c.Lines {
			if i := nearest(tops, l.Base); abs(tops[i]-l.Base) > near {
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
		for _, l := range cell.Lines {
			best := nearest(tops, l.Base)
			out[best].Cells[c].Lines = append(out[best].Cells[c].Lines, l)
			out[best].Bold = out[best].Bold && l.Bold
		}
	}
	return out
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

func figuresIn(c Cell) bool {
	n := 0
	for _, l := range c.Lines {
		if figure(segment{words: l.Words}) {
			n++
		}
	}
	return n >= 3 && n*10 >= len(c.Lines)*6
}
