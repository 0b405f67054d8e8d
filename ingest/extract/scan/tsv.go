package scan

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// A line is one line of words as the program found it.
type line struct {
	paragraph string // names the paragraph it is in
	words     []archive.Word
}

// The columns of the program's table. A word is a row of level 5.
const (
	colLevel, colBlock, colParagraph, colLine = 0, 2, 3, 4
	colLeft, colTop, colWidth, colHeight      = 6, 7, 8, 9
	colConfidence, colText, columns           = 10, 11, 12

	wordLevel = "5"
)

// readTSV reads the program's table; scale is points to a dot. Rows that are
// not as they should be are passed over.
func readTSV(tsv []byte, scale float64) []line {
	var out []line
	last := ""
	for row := range strings.Lines(string(tsv)) {
		c := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(c) != columns || c[colLevel] != wordLevel {
			continue
		}
		w, ok := word(c, scale)
		if !ok {
			continue
		}
		at := c[colBlock] + "." + c[colParagraph]
		if key := at + "." + c[colLine]; key != last || len(out) == 0 {
			out = append(out, line{paragraph: at})
			last = key
		}
		l := &out[len(out)-1]
		l.words = append(l.words, w)
	}
	for i := range out {
		mendBullet(out[i].words)
	}
	return out
}

// bulletLike are what the program makes of a bullet, and does not quite
// believe: it knows letters only.
const bulletLike = "e o O 0 « » ¢ © ® * ° + ="

// mendBullet makes a bullet of what opens a line, where it is one: much lower
// than a letter, or not believed.
func mendBullet(words []archive.Word) {
	if len(words) < 2 {
		return
	}
	w, next := &words[0], words[1]
	if utf8.RuneCountInString(w.Text) == 1 && w.Confidence < 0.75 && strings.Contains(bulletLike, w.Text) && next.X0-w.X1 > 0.3*(next.Y1-next.Y0) {
		w.Text = "•"
	}
}

// unsure is the confidence below which what has no letter or digit in it is
// taken for a mark on the paper.
const unsure = 0.6

func word(c []string, scale float64) (archive.Word, bool) {
	var at [4]float64
	for i, col := range []int{colLeft, colTop, colWidth, colHeight} {
		v, err := strconv.ParseFloat(c[col], 64)
		if err != nil || v < 0 || v > 1e6 {
			return archive.Word{}, false
		}
		at[i] = v * scale
	}
	conf, err := strconv.ParseFloat(c[colConfidence], 64)
	if err != nil || conf < 0 {
		return archive.Word{}, false
	}
	text := strings.TrimSpace(strings.ToValidUTF8(c[colText], "\uFFFD"))
	w := archive.Word{
		Text: text, X0: float32(at[0]), Y0: float32(at[1]), X1: float32(at[0] + at[2]), Y1: float32(at[1] + at[3]),
		// A confidence of nought would say that this is not OCR at all.
		Confidence: float32(min(max(conf/100, 0.01), 1)),
	}
	if text == "" || w.Confidence < unsure && strings.IndexFunc(text, wordy) < 0 {
		return archive.Word{}, false
	}
	return w, true
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// readable reports whether what was found is words at all: in the grain of a
// photograph the program sees letters too, but it does not believe in them.
func readable(lines []line) bool {
	sum, n := float32(0), 0
	for _, l := range lines {
		for _, w := range l.words {
			size := len([]rune(w.Text))
			sum += w.Confidence * float32(size)
			n += size
		}
	}
	return n > 0 && sum/float32(n) >= 0.4
}
