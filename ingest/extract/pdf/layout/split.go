package layout

import "sort"

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
		if figure(l.Words) {
			n++
		}
	}
	return n >= 3 && n*10 >= len(c.Lines)*6
}
