package layout

import (
	"math"
	"sort"
)

// segment is words of one line with no wide gap between them.
type segment struct {
	words  []Word
	x0, x1 float64
	base   float64
	size   float64
}

const segmentGap = 1.0 // of the size: more may be a gutter or a column of a table

// arranger carries what ordering one page needs.
type arranger struct {
	items   []Item
	columns int
	left    float64 // of the column in hand
	right   float64
	failed  map[[2]int]bool // stretches of lines known to be no table
	tried   int             // words looked at for tables
	tables  []*Table
	inCell  bool // a cell of a table: no table is looked for inside
}

// arrange orders words, which come line by line, and tables.
func arrange(words []Word, tables []*Table, width float64) []Item {
	free := words[:0:0]
	for _, w := range words {
		if !insideAny(tables, w) {
			free = append(free, w)
		}
	}
	a := arranger{tables: tables, failed: map[[2]int]bool{}}
	a.place(segmentsOf(free, cutsIn(free)))
	return a.merge()
}

func insideAny(tables []*Table, w Word) bool {
	x, y := (w.X0+w.X1)/2, w.Base-0.3*w.Size
	for _, t := range tables {
		if x > t.X0 && x < t.X1 && y > t.Y0 && y < t.Y1 {
			return true
		}
	}
	return false
}

// segmentsOf cuts the words, which come line by line, at wide gaps and where
// a narrow gutter is.
func segmentsOf(words []Word, cuts []cut) []segment {
	var out []segment
	from := 0 // where the last of them begins
	for i := range words {
		w := &words[i]
		if n := len(out); n > 0 {
			s := &out[n-1]
			gap := w.X0 - s.x1
			if abs(w.Base-s.base) < 0.65*max(w.Size, s.size) && gap < segmentGap*max(w.Size, s.size) && gap > -1.5*w.Size && !cutBetween(cuts, words, i) {
				s.words = words[from : i+1 : i+1]
				s.x1 = max(s.x1, w.X1)
				if w.Size > s.size {
					s.size, s.base = w.Size, w.Base
				}
				continue
			}
		}
		from = i
		out = append(out, segment{words: words[i : i+1 : i+1], x0: w.X0, x1: w.X1, base: w.Base, size: w.Size})
	}
	return out
}

// place orders segments: where a gutter parts two columns of prose, what is
// above it first, then the left column, then the right, then what is below.
func (a *arranger) place(segs []segment) {
	if len(segs) == 0 {
		return
	}
	if g, ok := findGutter(segs); ok {
		var above, left, right, below []segment
		for _, s := range segs {
			switch {
			case s.base < g.top:
				above = append(above, s)
			case s.base > g.bottom:
				below = append(below, s)
			case (s.x0+s.x1)/2 < g.x:
				left = append(left, s)
			default:
				right = append(right, s)
			}
		}
		a.place(above)
		a.place(left)
		a.place(right)
		a.place(below)
		return
	}
	a.lines(segs)
}

// gutter is an upright empty strip between two columns, from the first
// baseline beside it to the last.
type gutter struct{ x, top, bottom float64 }

const (
	gutterLines = 6    // on each side at least
	gutterFull  = 0.62 // of a column's width that its lines fill at least
)

// findGutter looks for the strip with the most lines beside it.
func findGutter(segs []segment) (gutter, bool) {
	if len(segs) < 2*gutterLines {
		return gutter{}, false
	}
	byBase := append([]segment(nil), segs...)
	sort.SliceStable(byBase, func(i, j int) bool { return byBase[i].base < byBase[j].base })
	var best gutter
	most := 0
	for _, x := range gutterCandidates(byBase) {
		if g, n := stretch(byBase, x); n > most {
			best, most = g, n
		}
	}
	return best, most > 0
}

// gutterCandidates are places just left of where several segments start.
func gutterCandidates(segs []segment) []float64 {
	starts := map[int]int{}
	for _, s := range segs {
		starts[int(math.Round(s.x0/3))]++
	}
	var out []float64
	for x, n := range starts {
		if n+starts[x+1]+starts[x-1] >= gutterLines {
			out = append(out, float64(x)*3-3.5)
		}
	}
	sort.Float64s(out)
	return out
}

// stretch measures the longest stretch of lines that leave x free and have
// prose on both sides; n is how many lines that is, 0 for none.
func stretch(segs []segment, x float64) (g gutter, n int) {
	from := 0
	for i := 0; i <= len(segs); i++ {
		if i < len(segs) && !(segs[i].x0 < x && segs[i].x1 > x) {
			continue
		}
		if count := prose(segs[from:i], x); count > n {
			g, n = gutter{x, segs[from].base - 0.1, segs[i-1].base + 0.1}, count
			l, r := edge(segs[from:i], x)
			g.top, g.bottom = max(l.top, r.top)-40, min(l.bottom, r.bottom)+1e4
			g.top, g.bottom = max(g.top, segs[from].base-0.1), min(g.bottom, segs[i-1].base+0.1)
		}
		from = i + 1
	}
	return g, n
}

type extent struct{ top, bottom float64 }

func edge(segs []segment, x float64) (l, r extent) {
	l, r = extent{1e9, -1e9}, extent{1e9, -1e9}
	for _, s := range segs {
		side := &r
		if s.x1 <= x {
			side = &l
		}
		side.top, side.bottom = min(side.top, s.base), max(side.bottom, s.base)
	}
	return l, r
}

// prose counts the lines beside x when both sides read as columns of text.
func prose(segs []segment, x float64) int {
	var left, right side
	for _, s := range segs {
		if s.x1 <= x {
			left.add(s)
		} else {
			right.add(s)
		}
	}
	if left.n < gutterLines || right.n < gutterLines {
		return 0
	}
	if left.full() < gutterFull || right.full() < gutterFull || right.x0-left.x1 < 4 {
		return 0
	}
	if w := left.x1 - left.x0; w < columnWidth || right.x1-right.x0 < columnWidth {
		return 0
	}
	return left.n + right.n
}

type side struct {
	n            int
	x0, x1, used float64
	lines        map[int]bool
}

func (s *side) add(g segment) {
	if s.lines == nil {
		s.x0, s.x1, s.lines = g.x0, g.x1, map[int]bool{}
	}
	s.x0, s.x1 = min(s.x0, g.x0), max(s.x1, g.x1)
	s.used += g.x1 - g.x0
	if k := int(g.base); !s.lines[k] {
		s.lines[k] = true
		s.n++
	}
}

func (s *side) full() float64 { return s.used / (float64(s.n) * max(s.x1-s.x0, 1)) }

// lines makes lines of segments that stand in one column.
func (a *arranger) lines(segs []segment) {
	a.columns++
	a.left, a.right = math.Inf(1), math.Inf(-1)
	for _, s := range segs {
		a.left, a.right = min(a.left, s.x0), max(a.right, s.x1)
	}
	sort.SliceStable(segs, func(i, j int) bool { return segs[i].base < segs[j].base })
	var bands [][]segment
	for _, s := range segs {
		if n := len(bands); n > 0 && abs(bands[n-1][0].base-s.base) <= 0.3*min(s.size, bands[n-1][0].size) {
			bands[n-1] = append(bands[n-1], s)
			continue
		}
		bands = append(bands, []segment{s})
	}
	for _, b := range bands {
		sort.SliceStable(b, func(i, j int) bool { return b[i].x0 < b[j].x0 })
	}
	clear(a.failed)
	for i := 0; i < len(bands); i++ {
		b := bands[i]
		if n, items := a.alignedTable(bands, i); n > 0 {
			a.items = append(a.items, items...)
			i += n - 1
			continue
		}
		l := lineOf(b)
		l.Left, l.Right, l.Column = a.left, a.right, a.columns
		a.items = append(a.items, Item{Line: &l})
	}
}

func lineOf(segs []segment) Line {
	l := Line{X0: segs[0].x0, X1: segs[0].x1, Base: segs[0].base}
	bold, letters, artifacts := 0, 0, 0
	one := segs[0].words[0].Size
	l.Italic = true
	for _, s := range segs {
		l.X1 = max(l.X1, s.x1)
		l.Words = append(l.Words, s.words...)
		for _, w := range s.words {
			n := len(w.Text)
			letters += n
			if w.Size != one {
				one = 0
			}
			if w.Bold {
				bold += n
			}
			l.Italic = l.Italic && w.Italic
			if w.Artifact {
				artifacts += n
			}
		}
	}
	if l.Size = math.Round(one*4) / 4; one == 0 {
		l.Size = mostSize(segs)
	}
	l.Bold = bold*5 >= letters*4
	l.Artifact = artifacts*2 > letters
	return l
}

// mostSize is the size that most letters have.
func mostSize(segs []segment) float64 {
	sizes := map[float64]int{}
	for _, s := range segs {
		for _, w := range s.words {
			sizes[math.Round(w.Size*4)/4] += len(w.Text)
		}
	}
	size, most := 0.0, 0
	for s, n := range sizes {
		if n > most || n == most && s > size {
			size, most = s, n
		}
	}
	return size
}

// merge puts the tables between the lines, each where its top stands.
func (a *arranger) merge() []Item {
	out := a.items
	tables := append([]*Table(nil), a.tables...)
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].Y0 < tables[j].Y0 })
	for _, t := range tables {
		at := len(out)
		for i, it := range out {
			top := 0.0
			switch {
			case it.Table != nil:
				top = it.Table.Y0
				if it.Table.X1 < t.X0 || it.Table.X0 > t.X1 {
					continue
				}
			default:
				top = it.Line.Base
				if it.Line.Right < t.X0+2 || it.Line.Left > t.X1-2 {
					continue
				}
			}
			if top > t.Y0+1 {
				at = i
				break
			}
		}
		out = append(out, Item{})
		copy(out[at+1:], out[at:])
		out[at] = Item{Table: t}
	}
	return out
}
