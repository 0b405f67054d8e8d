package layout

import (
	"sort"
	"strings"
	"unicode"
)

// A strip is a stretch of x that lines under one another leave free: what
// parts the columns of a table where no rule does.
type strip struct {
	x0, x1 float64
	// Of the lines with words on both sides of it: how many there are, in how
	// many the gap is wide, and in how many figures stand on its left, on its
	// right and on both.
	both, wide, left, right, figures int
}

const (
	wideGap   = 0.7 // of the size: more than between words
	narrowGap = 0.2 // of the size: enough between columns of figures
)

// stripsOf finds the strips that all but so many lines leave free. The words
// of each line stand from left to right.
func stripsOf(lines [][]Word, but int) []strip {
	size := usualSize(lines)
	var free []strip
	for _, s := range freeOf(lines, but) {
		if s.x1-s.x0 < narrowGap*size {
			continue
		}
		s.support(lines, size)
		if s.parts(size) {
			free = append(free, s)
		}
	}
	return free
}

// freeOf finds the stretches between words that at most so many lines cover.
func freeOf(lines [][]Word, but int) []strip {
	type edge struct {
		x float64
		d int
	}
	var edges []edge
	for _, l := range lines {
		for _, w := range l {
			edges = append(edges, edge{w.X0, 1}, edge{w.X1, -1})
		}
	}
	sort.Slice(edges, func(i, j int) bool {
		if edges[i].x != edges[j].x {
			return edges[i].x < edges[j].x
		}
		return edges[i].d > edges[j].d
	})
	var out []strip
	cover, from, begun := 0, 0.0, false
	for _, e := range edges {
		was := cover
		cover += e.d
		switch {
		case was > but && cover <= but:
			from, begun = e.x, true
		case was <= but && cover > but && begun:
			out = append(out, strip{x0: from, x1: e.x})
		}
	}
	return out
}

// support counts what the lines say for a strip.
func (s *strip) support(lines [][]Word, size float64) {
	mid := (s.x0 + s.x1) / 2
	for _, l := range lines {
		i := sort.Search(len(l), func(i int) bool { return (l[i].X0+l[i].X1)/2 > mid })
		if i == 0 || i == len(l) {
			continue
		}
		a, b := l[i-1], l[i]
		s.both++
		if b.X0-a.X1 >= wideGap*size {
			s.wide++
		}
		fa, fb := amount(a.Text), amount(b.Text)
		if fa {
			s.left++
		}
		if fb {
			s.right++
		}
		if fa && fb {
			s.figures++
		}
	}
}

// parts reports whether a strip is the gap between two columns. Where it is
// no wider than a space may be, there must be figures beside it.
func (s *strip) parts(size float64) bool {
	switch {
	case s.both < 2:
		return false
	case s.x1-s.x0 >= wideGap*size:
		return 2*s.wide >= s.both
	case 5*s.figures >= 4*s.both:
		return true
	case 5*s.right >= 4*s.both || 5*s.left >= 4*s.both:
		return 10*s.wide >= 6*s.both || s.both >= 8
	}
	return s.wide >= 3 && 5*s.wide >= 4*s.both && s.x1-s.x0 >= 1.5*narrowGap*size
}

func usualSize(lines [][]Word) float64 {
	var sizes []float64
	for _, l := range lines {
		for _, w := range l {
			sizes = append(sizes, w.Size)
		}
	}
	if len(sizes) == 0 {
		return 10
	}
	sort.Float64s(sizes)
	return sizes[len(sizes)/2]
}

// columnAt is the column in which x stands.
func columnAt(strips []strip, x float64) int {
	return sort.Search(len(strips), func(i int) bool { return (strips[i].x0+strips[i].x1)/2 > x })
}

// crosses counts the strips over whose middle a word of the line stands.
func crosses(strips []strip, line []Word) int {
	n := 0
	for _, s := range strips {
		mid := (s.x0 + s.x1) / 2
		for _, w := range line {
			if w.X0 < mid && w.X1 > mid {
				n++
				break
			}
		}
	}
	return n
}

// amount reports whether a word is a figure as columns have them: "1,204.5",
// "-3", "(12)", "£40", "7%", "–", "nil". A list's marker, "12." or "3)", is not.
func amount(s string) bool {
	t := strings.TrimLeft(s, "-–−+(£$€<>~")
	t = strings.TrimRight(t, "%*)kKmM")
	if t == "" {
		return s == "-" || s == "–" || s == "—" || s == "£" || s == "%"
	}
	if strings.HasSuffix(t, ".") || strings.HasSuffix(s, ")") && !strings.Contains(s, "(") {
		return false
	}
	for _, r := range t {
		if !unicode.IsDigit(r) && r != ',' && r != '.' {
			return false
		}
	}
	return true
}
