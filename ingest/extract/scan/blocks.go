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
// says which lines belong together, but takes the entries of a list for one
// paragraph, so a marker begins a block too.
func blocks(lines []line) []extract.Block {
	usual := usualHeight(lines)
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
			if _, _, marked := text.Marker(l.text()); marked || l.paragraph != before.paragraph || turnsHeading(before, l, usual) {
				flush()
			}
		}
		open = append(open, l)
	}
	flush()
	text.SetLevels(out)
	return out
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
