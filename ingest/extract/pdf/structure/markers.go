package structure

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

var (
	numberMark  = regexp.MustCompile(`^(?:\d{1,3}\.?\)|\d{1,3}\.|\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|\d{1,4}/\d{2,4}[.)]?)$`)
	letterMark  = regexp.MustCompile(`^(?:\(?[a-zA-Z]\)|\([a-z]{2}\)|\(?[ivxIVX]{1,5}\)|[a-zA-Z]\.\)|[a-z]\.|[ivx]{2,5}\.)$`)
	capitalMark = regexp.MustCompile(`^[A-Z]\.$`) // or an initial, which stands closer to the name
	bareMark    = regexp.MustCompile(`^(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$`)
)

const bullets = "•·▪◦●○■□▫‣⁃➢➤✓✔✗❖◆–-—*o§"

// markerOf is the marker a line starts with, as printed, and how many words
// it takes. A number without a point counts only where loose says the line
// starts something, and with a wide gap after it.
func markerOf(l *layout.Line, loose bool) (string, int) {
	if len(l.Words) < 2 {
		return "", 0
	}
	w := l.Words[0]
	gap := l.Words[1].X0 - w.X1
	switch {
	case numberMark.MatchString(w.Text) && !years(w.Text), letterMark.MatchString(w.Text):
		if !loose && gap < 0.6*l.Size {
			return "", 0
		}
		return w.Text, 1
	case strings.Contains(bullets, w.Text):
		if w.Text == "o" && gap < 0.45*l.Size {
			return "", 0
		}
		return w.Text, 1
	case loose && bareMark.MatchString(w.Text) && gap > 0.9*l.Size, loose && capitalMark.MatchString(w.Text) && gap > 0.45*l.Size:
		return w.Text, 1
	}
	return "", 0
}

// years reports whether a marker is really two years, "2026/2027" or "2026/27".
func years(s string) bool {
	first, second, ok := strings.Cut(s, "/")
	a, err := strconv.Atoi(first)
	b, err2 := strconv.Atoi(second)
	return ok && err == nil && err2 == nil && a > 1900 && a < 2100 && (b == a+1 || b == (a+1)%100)
}

// numbered reports whether a marker may stand before a heading.
func numbered(marker string) bool {
	return marker[0] >= '0' && marker[0] <= '9' || len(marker) <= 2 && marker[0] >= 'A' && marker[0] <= 'Z'
}

// levels nests list entries by how far their markers are set in.
type levels struct{ xs []float64 }

func (v *levels) set(b *extract.Block, d *draft) {
	if b.Kind != extract.Entry {
		if b.Kind == extract.Heading {
			v.xs = v.xs[:0]
		}
		return
	}
	x := d.lines[0].X0
	for len(v.xs) > 0 && x < v.xs[len(v.xs)-1]-4 {
		v.xs = v.xs[:len(v.xs)-1]
	}
	if len(v.xs) == 0 || x > v.xs[len(v.xs)-1]+4 {
		v.xs = append(v.xs, x)
	}
	b.Level = len(v.xs)
}
