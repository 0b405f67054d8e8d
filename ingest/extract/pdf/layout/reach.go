package layout

import "sort"

// Spreadsheets print a table's head, and the totals under it, as coloured
// bands without rules. They are rows of the table all the same when their
// words stand in its columns.

const (
	headLines = 5   // of a head, at most
	headShare = 0.6 // of the columns that a head has something over
)

// reach adds to ruled tables the rows just above and below their rules, and
// gives the words that are left. The words come line by line.
func reach(tables []*Table, words []Word) []Word {
	if len(tables) == 0 {
		return words
	}
	taken := map[int]bool{}
	for _, t := range tables {
		above, below := t.beside(tables, words, taken)
		t.addHead(above, words, taken)
		t.addTotals(below, words, taken)
	}
	if len(taken) == 0 {
		return words
	}
	out := make([]Word, 0, len(words))
	for i, w := range words {
		if !taken[i] {
			out = append(out, w)
		}
	}
	return out
}

// beside gives the lines above a table and those below it, by their words'
// indexes, the nearest first, as far as they stand close.
func (t *Table) beside(tables []*Table, words []Word, taken map[int]bool) (above, below [][]int) {
	var lines [][]int
	for i, w := range words {
		if w.Base < t.Y0-8*w.Size || w.Base > t.Y1+40*w.Size || taken[i] || insideAny(tables, w) {
			continue
		}
		if n := len(lines); n > 0 && abs(words[lines[n-1][0]].Base-w.Base) < 0.3*w.Size {
			lines[n-1] = append(lines[n-1], i)
			continue
		}
		lines = append(lines, []int{i})
	}
	sort.SliceStable(lines, func(i, j int) bool { return words[lines[i][0]].Base < words[lines[j][0]].Base })
	y := t.Y0
	for i := len(lines) - 1; i >= 0 && len(above) < headLines; i-- {
		first := words[lines[i][0]]
		if first.Base > t.Y0+0.3*first.Size {
			continue
		}
		if y-first.Base > 1.5*first.Size || !t.holds(lines[i], words) {
			break
		}
		above, y = append(above, lines[i]), first.Base
	}
	y = t.Y1
	for _, l := range lines {
		first := words[l[0]]
		if first.Base < t.Y1 {
			continue
		}
		if first.Base-y > 1.9*first.Size || !t.holds(l, words) {
			break
		}
		below, y = append(below, l), first.Base
	}
	return above, below
}

// holds reports whether a line stands between a table's sides.
func (t *Table) holds(line []int, words []Word) bool {
	sort.SliceStable(line, func(i, j int) bool { return words[line[i]].X0 < words[line[j]].X0 })
	return words[line[0]].X0 > t.X0-2 && words[line[len(line)-1]].X1 < t.X1+2
}

// columnOf is the column of the rules in which a word stands, -1 where it runs
// across one.
func (t *Table) columnOf(w Word) int {
	c := min(max(sort.SearchFloat64s(t.edges, (w.X0+w.X1)/2)-1, 0), len(t.edges)-2)
	if w.X0 < t.edges[c]-1.5 || w.X1 > t.edges[c+1]+1.5 {
		return -1
	}
	return c
}

// addHead adds the lines above a table that are its head: all of their words
// stand in its columns, and over most of them.
func (t *Table) addHead(above [][]int, words []Word, taken map[int]bool) {
	columns := len(t.edges) - 1
	var over []Row // from the lowest line up
	n := 0
	all := map[int]bool{}
	for i, line := range above {
		if !apart(line, words, t.edges) {
			break
		}
		in := make([][]Word, columns)
		for _, k := range line {
			w := words[k]
			c := t.columnOf(w)
			if c < 0 {
				in = nil
				break
			}
			in[c] = append(in[c], w)
		}
		if in == nil {
			break
		}
		filled := 0
		row := Row{Cells: make([]Cell, columns)}
		for c, ws := range in {
			row.Cells[c] = cellOf(ws, 1)
			if len(ws) > 0 {
				filled++
				all[c] = true
			}
		}
		over = append(over, row)
		if filled > 1 && float64(len(all)) >= headShare*float64(columns) {
			n = i + 1
		}
	}
	if n == 0 || len(t.Rows) == 0 {
		return
	}
	first := words[above[n-1][0]]
	head := Row{Y0: first.Base - first.Size, Y1: t.Y0, Bold: true, Cells: make([]Cell, columns)}
	for c := range columns {
		head.Cells[c].Span = 1
		for i := n - 1; i >= 0; i-- {
			for _, l := range over[i].Cells[c].Lines {
				head.Cells[c].Lines = append(head.Cells[c].Lines, l)
				head.Bold = head.Bold && l.Bold
			}
		}
	}
	t.Rows = append([]Row{head}, t.Rows...)
	take(above[:n], taken)
}

// apart reports whether at least half the gaps over the rules of a table are
// wide, as no sentence has them.
func apart(line []int, words []Word, edges []float64) bool {
	over, wide := 0, 0
	for i := 1; i < len(line); i++ {
		a, b := words[line[i-1]], words[line[i]]
		k := sort.SearchFloat64s(edges, (a.X0+a.X1)/2)
		if k < len(edges) && edges[k] < (b.X0+b.X1)/2 {
			over++
			if b.X0-a.X1 > wideGap*b.Size {
				wide++
			}
		}
	}
	return 2*wide >= over
}

func take(lines [][]int, taken map[int]bool) {
	for _, l := range lines {
		for _, i := range l {
			taken[i] = true
		}
	}
}

// addTotals adds the lines below a table that have figures under its figures.
func (t *Table) addTotals(below [][]int, words []Word, taken map[int]bool) {
	y := t.Y1
	for k, indexes := range below {
		var line []Word
		for _, i := range indexes {
			line = append(line, words[i])
		}
		figures, label := 0, 0
		for i, w := range line {
			switch c := t.columnOf(w); {
			case !amount(w.Text) && figures > 0:
				return // a sentence with a figure in it
			case !amount(w.Text):
				label++
			case c >= 0 && t.figured(c):
				figures++
			case i > 0:
				return
			}
		}
		if figures < 2 || label == 0 {
			return
		}
		row := Row{Y0: y, Y1: line[0].Base + 0.25*line[0].Size, Cells: []Cell{cellOf(line, len(t.edges)-1)}}
		row.Bold = row.Cells[0].Lines[0].Bold
		row.splitMerged(t.edges)
		if len(row.Cells) < 2 {
			return
		}
		t.Rows = append(t.Rows, row)
		take(below[k:k+1], taken)
		y = row.Y1
	}
}

// figured reports whether most cells of a column of the rules are figures.
func (t *Table) figured(column int) bool {
	cells, figures := 0, 0
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			for _, l := range c.Lines {
				if l.X0 > t.edges[column]-2 && l.X1 < t.edges[column+1]+2 {
					cells++
					if figure(l.Words) {
						figures++
					}
				}
			}
		}
	}
	return figures > 0 && 2*figures >= cells
}
