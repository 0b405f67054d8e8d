package scan

import (
	"cmp"
	"image"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract/pdf/content"
)

// A Sheet is what was seen on one page, not yet put in order: whoever has all
// pages of a paper puts them in order together (Arrange), because what is a
// heading or runs along can be told only then.
type Sheet struct {
	Number        int     // of the page, from 1
	Width, Height float64 // of the page as published, in points
	Frame         frame
	Words         []Seen
	Rules, Shapes []content.Box // in points of the straight page
	// Wants is a language the page seems to be in and the program has not, by
	// the program's name for it.
	Wants string
}

// A Seen is a word with its place on the page as published, for showing, and
// on the straight page, for putting it in order.
type Seen struct {
	archive.Word
	X, Base, W, Size float64 // points; W is how long it is, Size that of the type
	Bold             bool
	Line             int // words of one line share a number
}

// newSheet puts what the program said in points.
func newSheet(lines []line, rules []image.Rectangle, ink *ink, f frame) Sheet {
	s := Sheet{Frame: f, Width: f.Across * f.Scale, Height: f.Down * f.Scale}
	if f.Turn%2 == 1 {
		s.Width, s.Height = s.Height, s.Width
	}
	sizes, usual := snapped(lines)
	lines = ink.unglued(lines, sizes)
	bold := ink.bold(lines, sizes)
	for i, l := range lines {
		if scrawled(l) {
			sizes[i] = min(sizes[i], usual)
			clear(bold[i])
		}
	}
	for i, l := range lines {
		ink.mendBullet(l, sizes[i])
		first, last := l.words[0], l.words[len(l.words)-1]
		base := l.base + l.slope*(first.x0+last.x1)/2
		for j, w := range l.words {
			s.Words = append(s.Words, Seen{
				Word: boxed(w, f), X: w.x0 * f.Scale, Base: base * f.Scale, W: (w.x1 - w.x0) * f.Scale, Size: sizes[i] * f.Scale, Bold: bold[i][j], Line: i,
			})
		}
	}
	s.Rules = ruled(rules, lines, f.Scale)
	s.Shapes = ink.bullets(lines, sizes, f.Scale)
	return s
}

// scrawled reports whether the program is unsure of any word of a line: it may
// be handwriting, which is large and thick and heads nothing.
func scrawled(l line) bool {
	for _, w := range l.words {
		if w.confidence < unsure && letters(w) > 0 {
			return true
		}
	}
	return false
}

// boxed is a word on the page as published.
func boxed(w word, f frame) archive.Word {
	ax, ay := f.published(w.x0*f.Scale, w.y0*f.Scale)
	bx, by := f.published(w.x1*f.Scale, w.y1*f.Scale)
	return archive.Word{
		Text: w.text, Confidence: w.confidence,
		X0: float32(min(ax, bx)), Y0: float32(min(ay, by)), X1: float32(max(ax, bx)), Y1: float32(max(ay, by)),
	}
}

// How tall letters are in parts of the size of their type: capitals, figures
// and those that rise or have a dot; t, which rises less; those that do not;
// what hangs below the line; and brackets.
const (
	rising, rather, low, hanging = 0.72, 0.66, 0.52, 0.21

	bracket = 0.93

	risers  = "bdfhiklßÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜŴŶàáâäèéêëìíîïòóôöùúûüŵŷ"
	hangers = "gjpqyçQŷ"
)

// typeSize is the size of the type of a line in dots, from how tall its words
// are: each says it as its letters rise and hang. 0 where none can say.
func typeSize(l line) float64 {
	var all []float64
	for _, w := range l.words {
		if part, n := tall(w.text); part > 0 {
			for range n {
				all = append(all, (w.y1-w.y0)/part)
			}
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// tall is how tall a word is in parts of its size, and how many of its signs
// are letters or figures; 0 for one that does not say.
func tall(text string) (part float64, letters int) {
	part = low
	hangs, brackets := false, false
	for _, r := range strings.TrimRight(text, ".:") {
		switch {
		case wordy(r):
			letters++
		case r == '(' || r == ')':
			brackets = true
			continue
		default: // quotation marks, dashes, strokes: each as tall as it likes
			return 0, 0
		}
		switch {
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(risers, r), r == 'j':
			part = rising
		case r == 't':
			part = max(part, rather)
		}
		hangs = hangs || strings.ContainsRune(hangers, r)
	}
	switch {
	case letters == 0:
		return 0, 0
	case brackets:
		return bracket, letters
	case hangs:
		part += hanging
	}
	return part, letters
}

// How far sizes may lie above and below one, in parts of it, that are the same
// size read twice. What is larger may be a heading.
const above, below = 0.09, 0.13

// snapped is the size of the type of each line in dots, those that differ by
// no more than a misreading made the same, and the commonest. A line that does
// not say has that.
func snapped(lines []line) (sizes []float64, usual float64) {
	sizes = make([]float64, len(lines))
	letters := make([]int, len(lines))
	for i, l := range lines {
		sizes[i] = typeSize(l)
		for _, w := range l.words {
			letters[i] += len(w.text)
		}
	}
	usual = commonest(sizes, letters)
	for taken := make([]bool, len(sizes)); ; {
		// The commonest size of what is left gathers those near it.
		left := make([]int, len(sizes))
		some := false
		for i := range sizes {
			if !taken[i] && sizes[i] > 0 {
				left[i], some = letters[i], true
			}
		}
		if !some {
			break
		}
		at := commonest(sizes, left)
		for i := range sizes {
			if left[i] > 0 && sizes[i] <= at*(1+above) && sizes[i] >= at*(1-below) {
				sizes[i], taken[i] = at, true
			}
		}
	}
	for i := range sizes {
		if sizes[i] == 0 {
			sizes[i] = usual
		}
	}
	return sizes, usual
}

// commonest is the size that most letters have or nearly have.
func commonest(sizes []float64, letters []int) float64 {
	var order []int
	for i, n := range letters {
		if n > 0 && sizes[i] > 0 {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return usualDots
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(sizes[a], sizes[b]) })
	best, most, sum, from := 0.0, 0, 0, 0
	for to, i := range order {
		sum += letters[i]
		for sizes[i] > sizes[order[from]]*(1+above) {
			sum -= letters[order[from]]
			from++
		}
		if sum < most {
			continue
		}
		most = sum
		// The one in the middle of these letters.
		half := sum / 2
		for _, k := range order[from : to+1] {
			if best, half = sizes[k], half-letters[k]; half < 0 {
				break
			}
		}
	}
	return best
}

// usualDots is the size of type, in dots, of a page that does not tell: eleven
// points.
const usualDots = 11.0 * DPI / 72
