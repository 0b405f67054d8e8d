package scan

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// unglued is lines in which an "a" that the program has joined to the word
// beside it stands by itself again. It is the commonest word of one letter, and
// narrow: next to it the program often sees no space. Where there is one it is
// wider than any between the letters of the word.
func (k *ink) unglued(lines []line, sizes []float64) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = l
		out[i].words = nil
		for _, w := range l.words {
			out[i].words = append(out[i].words, k.parted(w, sizes[i])...)
		}
	}
	return out
}

// How wide a space beside an "a" is, in parts of the size, and by how much it
// is wider than those between letters; and how wide the "a" may be.
const (
	leastSpace, morePerSpace = 0.13, 1.6
	leastA, mostA            = 0.3, 0.65
)

func (k *ink) parted(w word, size float64) []word {
	n := utf8.RuneCountInString(w.text)
	if n < 3 || letters(w) != n {
		return []word{w}
	}
	gaps := k.gaps(w)
	if len(gaps) < 2 {
		return []word{w}
	}
	wide := func(at int) bool {
		g := gaps[at]
		others := slices.Delete(slices.Clone(gaps), at, at+1)
		widest := slices.MaxFunc(others, func(a, b [2]int) int { return (a[1] - a[0]) - (b[1] - b[0]) })
		width := float64(g[1] - g[0])
		return width >= leastSpace*size && width >= morePerSpace*float64(widest[1]-widest[0])
	}
	isA := func(width float64) bool { return width >= leastA*size && width <= mostA*size }
	first, last := gaps[0], gaps[len(gaps)-1]
	a, b := w, w
	switch {
	case strings.HasSuffix(w.text, "a") && isA(w.x1-float64(last[1])) && wide(len(gaps)-1):
		a.text, a.x1, b.text, b.x0 = strings.TrimSuffix(w.text, "a"), float64(last[0]), "a", float64(last[1])
	case (w.text[0] == 'a' || w.text[0] == 'A') && isA(float64(first[0])-w.x0) && wide(0):
		a.text, a.x1, b.text, b.x0 = w.text[:1], float64(first[0]), w.text[1:], float64(first[1])
	default:
		return []word{w}
	}
	return []word{a, b}
}

// gaps are the stretches of columns without ink inside a word.
func (k *ink) gaps(w word) [][2]int {
	var out [][2]int
	from := -1
	x0, x1 := max(int(w.x0), 0), min(int(w.x1), k.across)
	for x := x0; x < x1; x++ {
		empty := true
		for y := max(int(w.y0), 0); y < min(int(w.y1), k.down) && empty; y++ {
			empty = k.dark[y*k.across+x] < k.black
		}
		switch {
		case empty && from < 0:
			from = x
		case !empty && from > x0:
			out = append(out, [2]int{from, x})
			from = -1
		case !empty:
			from = -1
		}
	}
	return out
}
