package scan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// blocks joins lines into paragraphs, list entries and headings. The program
// says which lines belong together, but not well: it takes the entries of a
// list for one paragraph, and parts paragraphs of a page that lies crooked. So
// it is believed only where the places of the lines say nothing else.
func blocks(lines []line) []extract.Block {
	usual, leading := usualHeight(lines), usualLeading(lines)
	var out []extract.Block
	var open []line
	flush := func() {
		if b, ok := block(open, usual); ok {
			out = append(out, b)
		}
		open = nil
	}
	for _, l := range lines {
		if len(open) > 0 {
			before := open[len(open)-1]
			if _, _, marked := text.Marker(l.text()); marked || turnsHeading(before, l, usual) || !runsOn(before, l, leading, rightOf(lines, before)) {
				flush()
			}
		}
		open = append(open, l)
	}
	flush()
	text.SetLevels(out)
	return out
}

// runsOn reports whether l goes on with the paragraph of the line before it,
// in a column that ends at right.
func runsOn(before, l line, leading, right float64) bool {
	a, b := before.box(), l.box()
	gap := before.gap(l)
	if leading == 0 || gap <= 0 || min(a.X1, b.X1)-max(a.X0, b.X0) < 0.3*min(a.X1-a.X0, b.X1-b.X0) {
		return l.paragraph == before.paragraph // not below it, or there is no measure
	}
	first := b.X0
	if len(l.words) > 0 {
		first = l.words[0].X1
	}
	switch {
	case gap > 1.35*leading:
		return false
	case float64(a.X1)+float64(first-b.X0)+0.5*leading < right:
		// The next word would have fitted: the paragraph ended here, unless the
		// lines are set in the middle.
		return centred(a, b) && l.paragraph == before.paragraph
	}
	return true
}

func centred(a, b archive.Word) bool {
	off := (a.X0 + a.X1 - b.X0 - b.X1) / 2
	return max(off, -off) < 6 && max(a.X0-b.X0, b.X0-a.X0) > 6
}

// compared is up to how many lines are looked at for each line.
const compared = 400

// rightOf is where the column ends that a line stands in: the end of the
// longest line that begins about where it does.
func rightOf(lines []line, l line) float64 {
	at := l.box()
	right := at.X1
	for _, other := range lines[:min(len(lines), compared)] {
		if o := other.box(); o.X0 > at.X0-40 && o.X0 < at.X0+40 {
			right = max(right, o.X1)
		}
	}
	return float64(right)
}

// usualLeading is the distance of baselines within paragraphs, in points; 0
// where no two lines stand below each other.
func usualLeading(lines []line) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if g := lines[i-1].gap(lines[i]); g > 0 && g < 40 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	// Most distances are those between paragraphs where those are short.
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}

// box is the rectangle around a line.
func (l line) box() archive.Word {
	b := l.words[0]
	for _, w := range l.words[1:] {
		b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, w.X0), min(b.Y0, w.Y0), max(b.X1, w.X1), max(b.Y1, w.Y1)
	}
	return b
}

// gap is how far below a line another one stands.
func (l line) gap(next line) float64 { return next.foot() - l.foot() }

// foot is about where a line's letters stand, in the middle of a crooked one.
func (l line) foot() float64 {
	var ys []float64
	for _, w := range l.words {
		ys = append(ys, float64(w.Y1))
	}
	slices.Sort(ys)
	return ys[len(ys)/2]
}

func block(lines []line, usual float64) (extract.Block, bool) {
	if len(lines) == 0 {
		return extract.Block{}, false
	}
	b, ok := text.Block(joined(lines))
	if !ok {
		return b, false
	}
	b.X0 = float64(lines[0].words[0].X0)
	b.Size = lines[0].height()
	if level := headingLevel(lines, b, usual); level > 0 {
		b.Kind, b.Level = extract.Heading, level
	}
	return b, true
}

// joined is the text of several lines, a word broken at a line's end mended
// where the rest begins small.
func joined(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		t := l.text()
		if i > 0 {
			before := b.String()
			first, _ := utf8.DecodeRuneInString(t)
			stem, broken := strings.CutSuffix(before, "-")
			last, _ := utf8.DecodeLastRuneInString(stem)
			if broken && unicode.IsLower(first) && unicode.IsLetter(last) {
				b.Reset()
				b.WriteString(stem)
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(t)
	}
	return b.String()
}

// headingLevel is 1 for lines much larger than the rest, 2 for larger ones and
// for a short line in capitals, 0 for what is no heading.
func headingLevel(lines []line, b extract.Block, usual float64) int {
	n := len(strings.Fields(b.Text))
	if b.Kind != extract.Paragraph || len(lines) > 3 || n > 16 || strings.HasSuffix(b.Text, ".") || strings.HasSuffix(b.Text, ",") || !believed(lines) {
		return 0
	}
	switch h := b.Size; {
	case h > 1.6*usual:
		return 1
	case h > 1.25*usual, allCapitals(b.Text) && n >= 1:
		return 2
	}
	return 0
}

// turnsHeading reports whether a line and the one before it are of different
// size or one of them is in capitals: a heading close to its text.
func turnsHeading(a, b line, usual float64) bool {
	if allCapitals(a.text()) != allCapitals(b.text()) {
		return true
	}
	return (a.height() > 1.25*usual) != (b.height() > 1.25*usual)
}

func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4
}

// believed reports whether the program is fairly sure of the words.
func believed(lines []line) bool {
	for _, l := range lines {
		for _, w := range l.words {
			if w.Confidence < unsure {
				return false
			}
		}
	}
	return true
}

func (l line) text() string {
	words := make([]string, len(l.words))
	for i, w := range l.words {
		words[i] = w.Text
	}
	return strings.Join(words, " ")
}

// height is how tall the tallest of most of the line's words are, in points.
func (l line) height() float64 {
	var hs []float64
	for _, w := range l.words {
		if strings.IndexFunc(w.Text, wordy) >= 0 {
			hs = append(hs, tall(w))
		}
	}
	return upperQuarter(hs)
}

func tall(w archive.Word) float64 { return float64(w.Y1 - w.Y0) }

func usualHeight(lines []line) float64 {
	var hs []float64
	for _, l := range lines {
		for range l.words { // long lines weigh more
			hs = append(hs, l.height())
		}
	}
	if len(hs) == 0 {
		return 0
	}
	slices.Sort(hs)
	return hs[len(hs)/2]
}

func upperQuarter(hs []float64) float64 {
	if len(hs) == 0 {
		return 0
	}
	slices.Sort(hs)
	return hs[len(hs)*3/4]
}
