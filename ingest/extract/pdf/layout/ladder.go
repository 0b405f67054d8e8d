package layout

import (
	"slices"
	"sort"

	"moothall/ingest/extract/pdf/content"
)

// A ladder is a table with rules across and none upright: its rows lie
// between the rules, its columns show by the ends of the rules, where each
// cell has its own, or by what the lines leave free.
type ladder struct {
	x0, x1 float64
	ys     []float64
	ends   []float64 // where pieces of the rules end, but for their outer ends
}

const (
	rungs        = 4   // at least, where only alignment shows the columns
	rungLines    = 8   // in a cell on the average, at most: more is prose in columns
	shortestRung = 120 // points
)

// findLadders finds tables among the rules that no table has yet.
func findLadders(rules []content.Box, tables []*Table, words []Word) []*Table {
	var out []*Table
	for _, l := range ladders(rules, tables) {
		if t := l.table(words); t != nil {
			out = append(out, t)
		}
	}
	return out
}

func ladders(rules []content.Box, tables []*Table) []*ladder {
	var across []content.Box
	for _, r := range rules {
		if r.X1-r.X0 > r.Y1-r.Y0 && !slices.ContainsFunc(tables, func(t *Table) bool {
			return r.Y0 > t.Y0-near && r.Y1 < t.Y1+near && r.X0 < t.X1 && r.X1 > t.X0
		}) {
			across = append(across, r)
		}
	}
	sort.Slice(across, func(i, j int) bool {
		if a, b := across[i].Y0, across[j].Y0; abs(a-b) > 1 {
			return a < b
		}
		return across[i].X0 < across[j].X0
	})
	var out []*ladder
	for i := 0; i < len(across); {
		r, ends := across[i], []float64(nil)
		j := i + 1
		for ; j < len(across) && abs(across[j].Y0-r.Y0) <= 1 && across[j].X0 <= r.X1+near; j++ {
			if across[j].X0 > r.X1-near {
				ends = append(ends, across[j].X0)
			}
			r.X1 = max(r.X1, across[j].X1)
		}
		i = j
		if r.X1-r.X0 < shortestRung {
			continue
		}
		y := (r.Y0 + r.Y1) / 2
		k := slices.IndexFunc(out, func(l *ladder) bool { return abs(l.x0-r.X0) <= near && abs(l.x1-r.X1) <= near })
		if k < 0 {
			out = append(out, &ladder{x0: r.X0, x1: r.X1, ys: []float64{y}, ends: ends})
			continue
		}
		if l := out[k]; y-l.ys[len(l.ys)-1] > 4 { // double rules are one
			l.ys, l.ends = append(l.ys, y), append(l.ends, ends...)
		}
	}
	return out
}

// table fills the ladder; nil where it is none.
func (l *ladder) table(words []Word) *Table {
	rows := len(l.ys) - 1
	if rows < 2 || rows > 400 {
		return nil
	}
	var inside []Word
	for _, w := range words {
		x, y := (w.X0+w.X1)/2, w.Base-0.3*w.Size
		if x > l.x0 && x < l.x1 && y > l.ys[0] && y < l.ys[rows] {
			inside = append(inside, w)
		}
	}
	xs := l.columns(inside)
	if len(xs) < 3 {
		return nil
	}
	cells := make([][][]Word, rows)
	crossing := 0
	for _, w := range inside {
		r := sort.SearchFloat64s(l.ys, w.Base-0.3*w.Size) - 1
		c := min(max(sort.SearchFloat64s(xs, (w.X0+w.X1)/2)-1, 0), len(xs)-2)
		if cells[r] == nil {
			cells[r] = make([][]Word, len(xs)-1)
		}
		if w.X1 > xs[c+1]+2 || w.X0 < xs[c]-2 {
			crossing++
		}
		cells[r][c] = append(cells[r][c], w)
	}
	t := &Table{X0: l.x0, X1: l.x1, Y0: l.ys[0], Y1: l.ys[rows], Ruled: true, edges: xs}
	lines, filled, several := 0, 0, 0
	for r, cs := range cells {
		row := Row{Y0: l.ys[r], Y1: l.ys[r+1], Bold: true}
		n := 0
		for _, ws := range cs {
			cell := Cell{Span: 1, Lines: cellLines(ws)}
			for _, line := range cell.Lines {
				row.Bold = row.Bold && line.Bold
			}
			if len(cell.Lines) > 0 {
				n++
				lines += len(cell.Lines)
			}
			row.Cells = append(row.Cells, cell)
		}
		if n > 0 {
			t.Rows = append(t.Rows, row)
			filled += n
		}
		if n > 1 {
			several++
		}
	}
	if several < 2 || 3*several < 2*len(t.Rows) || 2*len(t.Rows) < rows || lines > rungLines*filled || crossing*20 > len(inside) {
		return nil
	}
	split := splitRows(t.Rows)
	if len(l.ends) == 0 && len(split) > len(t.Rows) {
		return nil // the rules part groups of rows, which alignment tells better
	}
	t.Rows = split
	return t
}

// columns are the edges of the columns.
func (l *ladder) columns(inside []Word) []float64 {
	xs := []float64{l.x0}
	ends := append([]float64(nil), l.ends...)
	for _, x := range cluster(ends) {
		n := 0
		for _, e := range l.ends {
			if abs(e-x) <= near {
				n++
			}
		}
		if 2*n >= len(l.ys) && x > l.x0+near && x < l.x1-near {
			xs = append(xs, x)
		}
	}
	if len(xs) == 1 && len(l.ys) >= rungs {
		lines := linesOf(inside)
		for _, s := range stripsOf(lines, len(lines)/20) {
			if 2*s.both >= len(l.ys)-1 {
				xs = append(xs, (s.x0+s.x1)/2)
			}
		}
	}
	return append(xs, l.x1)
}

// linesOf gathers words, which come line by line, into lines.
func linesOf(words []Word) [][]Word {
	var out [][]Word
	for _, w := range words {
		if n := len(out); n > 0 && abs(out[n-1][0].Base-w.Base) < 0.3*w.Size {
			out[n-1] = append(out[n-1], w)
			continue
		}
		out = append(out, []Word{w})
	}
	for _, l := range out {
		sort.SliceStable(l, func(i, j int) bool { return l[i].X0 < l[j].X0 })
	}
	return out
}
