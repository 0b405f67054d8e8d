package layout

import (
	"sort"

	"moothall/ingest/extract/pdf/content"
)

// findTables joins ruled lines that touch into grids and fills their cells
// with the words inside.
func findTables(rules []content.Box, words []Word) []*Table {
	if len(rules) < 4 || len(rules) > 6000 {
		return nil
	}
	var out []*Table
	for _, g := range grids(rules) {
		if t := g.table(words); t != nil {
			out = append(out, t)
		}
	}
	out = dropNested(out)
	return dropShared(append(out, findLadders(rules, out, words)...), words)
}

// grid is rules that touch one another.
type grid struct {
	across, upright []content.Box
	xs, ys          []float64
}

const near = 2.5 // points within which rules meet

func grids(rules []content.Box) []*grid {
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	order := make([]int, len(rules))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return rules[order[a]].X0 < rules[order[b]].X0 })
	for n, i := range order {
		for _, j := range order[n+1:] {
			a, b := rules[i], rules[j]
			if b.X0 > a.X1+near {
				break
			}
			if a.Y0 <= b.Y1+near && b.Y0 <= a.Y1+near {
				parent[find(i)] = find(j)
			}
		}
	}
	byRoot := map[int]*grid{}
	var roots []int
	for i, r := range rules {
		root := find(i)
		g := byRoot[root]
		if g == nil {
			g = &grid{}
			byRoot[root] = g
			roots = append(roots, root)
		}
		if r.X1-r.X0 >= r.Y1-r.Y0 {
			g.across = append(g.across, r)
		} else {
			g.upright = append(g.upright, r)
		}
	}
	var out []*grid
	for _, root := range roots {
		g := byRoot[root]
		for _, r := range g.upright {
			g.xs = append(g.xs, (r.X0+r.X1)/2)
		}
		for _, r := range g.across {
			g.ys = append(g.ys, (r.Y0+r.Y1)/2)
		}
		g.xs, g.ys = cluster(g.xs), cluster(g.ys)
		g.open()
		if len(g.xs) >= 3 && len(g.ys) >= 2 && len(g.xs) < 60 && len(g.ys) < 400 {
			out = append(out, g)
		}
	}
	return out
}

// open adds the sides that a table has no rules for: where those across all
// end, and those down.
func (g *grid) open() {
	if len(g.xs) == 0 || len(g.ys) == 0 {
		return
	}
	var left, right, top, foot []float64
	for _, r := range g.across {
		left, right = append(left, r.X0), append(right, r.X1)
	}
	for _, r := range g.upright {
		top, foot = append(top, r.Y0), append(foot, r.Y1)
	}
	if x, ok := shared(left, -1); ok && x < g.xs[0]-openSide {
		g.xs = append([]float64{x}, g.xs...)
	}
	if x, ok := shared(right, 1); ok && x > g.xs[len(g.xs)-1]+openSide {
		g.xs = append(g.xs, x)
	}
	if y, ok := shared(top, -1); ok && y < g.ys[0]-openSide {
		g.ys = append([]float64{y}, g.ys...)
	}
	if y, ok := shared(foot, 1); ok && y > g.ys[len(g.ys)-1]+openSide {
		g.ys = append(g.ys, y)
	}
}

const openSide = 9.0 // points by which rules reach beyond the last that crosses them

// shared is the furthest place in a direction, if half of all reach it and no
// fewer than two.
func shared(places []float64, direction float64) (float64, bool) {
	if len(places) < 2 {
		return 0, false
	}
	best := places[0]
	for _, p := range places {
		if direction*p > direction*best {
			best = p
		}
	}
	n := 0
	for _, p := range places {
		if abs(p-best) <= near {
			n++
		}
	}
	return best, n >= 2 && 2*n >= len(places)
}

// cluster joins places closer than a few points.
func cluster(v []float64) []float64 {
	sort.Float64s(v)
	var out []float64
	for i := 0; i < len(v); {
		j, sum := i, 0.0
		for j < len(v) && v[j]-v[i] <= 4 {
			sum += v[j]
			j++
		}
		out = append(out, sum/float64(j-i))
		i = j
	}
	return out
}

// parted reports whether a rule runs between two cells beside each other, at
// x over the height y0 to y1.
func (g *grid) parted(x, y0, y1 float64) bool {
	covered := 0.0
	for _, r := range g.upright {
		if abs((r.X0+r.X1)/2-x) <= near+1.5 {
			covered += max(0, min(r.Y1, y1)-max(r.Y0, y0))
		}
	}
	return covered >= 0.5*(y1-y0)
}

// underlined reports whether a rule runs at y between x0 and x1.
func (g *grid) underlined(y, x0, x1 float64) bool {
	covered := 0.0
	for _, r := range g.across {
		if abs((r.Y0+r.Y1)/2-y) <= near+1.5 {
			covered += max(0, min(r.X1, x1)-max(r.X0, x0))
		}
	}
	return covered >= 0.5*(x1-x0)
}

// at is a place in a grid.
type at struct{ r, c int }

// merged gives for each place the top left one of the merged cell that holds
// it. Places beside each other go together where no rule parts them, and then
// with those above that reach as far.
func (g *grid) merged() [][]at {
	nx, ny := len(g.xs)-1, len(g.ys)-1
	owner := make([][]at, ny)
	for r := range owner {
		owner[r] = make([]at, nx)
		for c := 0; c < nx; {
			end := c + 1
			for end < nx && !g.parted(g.xs[end], g.ys[r], g.ys[r+1]) {
				end++
			}
			o := at{r, c}
			if r > 0 && owner[r-1][c].c == c && owner[r-1][end-1] == owner[r-1][c] && (end == nx || owner[r-1][end] != owner[r-1][c]) &&
				!g.underlined(g.ys[r], g.xs[c], g.xs[end]) {
				o = owner[r-1][c]
			}
			for ; c < end; c++ {
				owner[r][c] = o
			}
		}
	}
	return owner
}

// full reports whether the grid has three columns or more, all parted from
// top to bottom: a table though it may have one cell filled, where a page
// begins with the rest of a row.
func (g *grid) full() bool {
	nx, ny := len(g.xs)-1, len(g.ys)-1
	for c := 1; c < nx; c++ {
		if !g.parted(g.xs[c], g.ys[0], g.ys[ny]) {
			return false
		}
	}
	return nx >= 3
}

// table fills the grid with words; nil when it is no table: its words cross
// its rules, it is nearly empty, or it has one column.
func (g *grid) table(words []Word) *Table {
	nx, ny := len(g.xs)-1, len(g.ys)-1
	x0, x1, y0, y1 := g.xs[0], g.xs[nx], g.ys[0], g.ys[ny]
	owner := g.merged()
	cells := map[at][]Word{}
	inside, crossing := 0, 0
	for _, w := range words {
		cx, cy := (w.X0+w.X1)/2, w.Base-0.3*w.Size
		if cx <= x0 || cx >= x1 || cy <= y0 || cy >= y1 {
			continue
		}
		c := sort.SearchFloat64s(g.xs, cx) - 1
		r := sort.SearchFloat64s(g.ys, cy) - 1
		o := owner[r][c]
		inside++
		for k := 1; k < nx; k++ {
			if g.xs[k] > w.X0+1.5 && g.xs[k] < w.X1-1.5 && g.parted(g.xs[k], g.ys[r], g.ys[r+1]) {
				crossing++
				break
			}
		}
		cells[o] = append(cells[o], w)
	}
	if inside == 0 || crossing*5 > inside || len(cells) < 2 && !g.full() {
		return nil
	}
	// A cell that runs down many rows and has words in most of them is a
	// column without rules, not one merged cell.
	for o, ws := range cells {
		rows, down := map[int]bool{}, 0
		for r := o.r; r < ny && owner[r][o.c] == o; r++ {
			down++
		}
		for _, w := range ws {
			rows[sort.SearchFloat64s(g.ys, w.Base-0.3*w.Size)-1] = true
		}
		if down < 3 || len(rows)*10 < down*6 {
			continue
		}
		delete(cells, o)
		for r := o.r; r < o.r+down; r++ {
			for c := o.c; c < nx && owner[r][c] == o; c++ {
				owner[r][c] = at{r, o.c}
			}
		}
		for _, w := range ws {
			r := sort.SearchFloat64s(g.ys, w.Base-0.3*w.Size) - 1
			cells[at{r, o.c}] = append(cells[at{r, o.c}], w)
		}
	}
	t := &Table{X0: x0, X1: x1, Y0: y0, Y1: y1, Ruled: true, edges: g.xs}
	widest := 0
	for r := range ny {
		row := Row{Y0: g.ys[r], Y1: g.ys[r+1], Bold: true}
		filled := 0
		for c := 0; c < nx; c++ {
			o := owner[r][c]
			span := 1
			for c+span < nx && owner[r][c+span] == o {
				span++
			}
			cell := Cell{Span: span}
			if o == (at{r, c}) {
				cell.Lines = cellLines(cells[o])
			}
			for _, l := range cell.Lines {
				row.Bold = row.Bold && l.Bold
			}
			if len(cell.Lines) > 0 {
				filled++
			}
			row.Cells = append(row.Cells, cell)
			c += span - 1
		}
		if filled > 0 {
			row.splitMerged(g.xs)
			t.Rows = append(t.Rows, row)
			widest = max(widest, len(row.Cells))
		}
	}
	if widest < 2 || t.frames() {
		return nil
	}
	t.Rows = partBody(splitRows(t.Rows), g.xs)
	t.splitColumns(nx)
	return t
}

func cellLines(words []Word) []Line {
	if len(words) == 0 {
		return nil
	}
	a := arranger{inCell: true}
	a.lines(segmentsOf(words, nil))
	var out []Line
	for _, it := range a.items {
		out = append(out, *it.Line)
	}
	return out
}
