package layout

import (
	"math"
	"sort"
)

// Columns set close together leave a gutter hardly wider than the spaces of a
// justified line. What tells it from them is that it goes straight down: for
// many lines one column ends and the next begins at the same place.

const (
	strait       = 0.5  // of the size: the narrowest gutter looked for
	straitLines  = 8    // on each side, at least
	straitBeside = 4    // on one baseline, at least
	straitFull   = 0.7  // of its width that each column fills in these lines, at least
	straitWords  = 3    // that each has in a line, at least, on average
	columnWidth  = 90.0 // points
)

// cut is a place where no word runs on into the next, over some lines.
type cut struct{ x, top, bottom float64 }

// cutsIn finds the narrow gutters among words, which come line by line.
func cutsIn(words []Word) []cut {
	starts := map[int]int{} // of words after a gap that may be a gutter, by point
	narrow := map[int]int{} // after one that segmentsOf does not cut at
	for i := 1; i < len(words); i++ {
		a, b := &words[i-1], &words[i]
		gap, size := b.X0-a.X1, max(a.Size, b.Size)
		if gap < strait*size || abs(a.Base-b.Base) > 0.65*size {
			continue
		}
		x := int(math.Round(b.X0))
		if starts[x]++; gap < segmentGap*size {
			narrow[x]++
		}
	}
	var places []int
	for x := range narrow {
		if starts[x-1]+starts[x]+starts[x+1] >= straitBeside && starts[x] >= starts[x-1] && starts[x] > starts[x+1] {
			places = append(places, x)
		}
	}
	if len(places) == 0 {
		return nil
	}
	sort.Ints(places)
	rows := rowsOf(words)
	var out []cut
	for _, x := range places {
		out = append(out, straits(rows, float64(x))...)
	}
	return out
}

// rowsOf parts words where a line ends.
func rowsOf(words []Word) [][]Word {
	var out [][]Word
	from := 0
	for i := 1; i <= len(words); i++ {
		if i == len(words) || words[i].X0 < words[i-1].X0 || abs(words[i].Base-words[i-1].Base) > 0.65*max(words[i].Size, words[i-1].Size) {
			out = append(out, words[from:i])
			from = i
		}
	}
	return out
}

// straits finds the stretches of lines in which a column begins at x and all
// words keep clear of the gutter before it.
func straits(rows [][]Word, x float64) []cut {
	var out []cut
	from := 0
	for i := 0; i <= len(rows); i++ {
		if i < len(rows) && keepsClear(rows[i], x) {
			continue
		}
		if twoColumns(rows[from:i], x) {
			out = append(out, cut{x - 1.5, rows[from][0].Base - 1, rows[i-1][0].Base + 1})
		}
		from = i + 1
	}
	return out
}

// keepsClear reports whether no word of a line reaches into the gutter before x.
func keepsClear(row []Word, x float64) bool {
	for _, w := range row {
		if w.X0 < x-1.5 && w.X1 > x-strait*w.Size {
			return false
		}
	}
	return true
}

// twoColumns reports whether lines are two columns of prose, of which the second
// begins at x.
func twoColumns(rows [][]Word, x float64) bool {
	var left, right side
	beside, begin, words := 0, 0, [2]int{}
	for _, row := range rows {
		i := sort.Search(len(row), func(i int) bool { return row[i].X0 >= x-1.5 })
		if i > 0 {
			left.add(segment{x0: row[0].X0, x1: row[i-1].X1, base: row[0].Base})
			words[0] += i
		}
		if i < len(row) {
			right.add(segment{x0: row[i].X0, x1: row[len(row)-1].X1, base: row[i].Base})
			words[1] += len(row) - i
			if row[i].X0 <= x+1.5 {
				begin++
			}
		}
		if i > 0 && i < len(row) {
			beside++
		}
	}
	return left.n >= straitLines && right.n >= straitLines && beside >= straitBeside && 3*begin >= 2*right.n &&
		words[0] >= straitWords*left.n && words[1] >= straitWords*right.n &&
		left.x1-left.x0 >= columnWidth && right.x1-right.x0 >= columnWidth &&
		left.full() >= straitFull && right.full() >= straitFull
}

// cutBetween reports whether a cut lies before word i.
func cutBetween(cuts []cut, words []Word, i int) bool {
	for _, c := range cuts {
		if w := words[i]; c.x >= words[i-1].X1-0.5 && c.x <= w.X0+0.5 && w.Base >= c.top && w.Base <= c.bottom {
			return true
		}
	}
	return false
}
