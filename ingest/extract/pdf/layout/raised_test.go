package layout

import (
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
)

// typed sets text from x on, six points a letter.
func typed(s string, x, y, size float64) (out []content.Glyph) {
	for i, r := range s {
		out = append(out, content.Glyph{Text: string(r), X: x + 6*float64(i), Y: y, W: 6, Size: size, DX: 1})
	}
	return out
}

func wordsIn(glyphs ...[]content.Glyph) string {
	var all []content.Glyph
	for _, g := range glyphs {
		all = append(all, g...)
	}
	var out []string
	for _, w := range wordsOf(all) {
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}

func TestRaised(t *testing.T) {
	for _, c := range []struct {
		name, want string
		glyphs     [][]content.Glyph
	}{
		{"in type as large as the line's", "the line before the 5th edition",
			[][]content.Glyph{typed("the line before", 50, 100, 11), typed("the 5", 50, 114, 11), typed("th", 80, 108.6, 10.7), typed(" edition", 92, 114, 11)}},
		{"lowered", "CO2 levels", [][]content.Glyph{typed("CO", 50, 114, 11), typed("2", 62, 116, 9.5), typed(" levels", 68, 114, 11)}},
		{"a word cut off by the next cell's", "local councils and North",
			[][]content.Glyph{typed("local councils and ", 50, 100, 8), typed("North", 157.6, 100.3, 11)}},
		{"the next line is none", "one two", [][]content.Glyph{typed("one", 50, 100, 11), typed("two", 50, 112, 11)}},
	} {
		if got := wordsIn(c.glyphs...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSpaced(t *testing.T) {
	// apart sets letters so many points after each other, words so many more.
	apart := func(s string, letter, word float64) (out []content.Glyph) {
		x := 50.0
		for _, r := range s {
			if r == ' ' {
				x += word
				continue
			}
			out = append(out, content.Glyph{Text: string(r), X: x, Y: 100, W: 8, Size: 12, DX: 1})
			x += 8 + letter
		}
		return out
	}
	for _, c := range []struct {
		name, want string
		glyphs     []content.Glyph
	}{
		{"two words", "NOTICE OF MEETING", apart("NOTICE OF MEETING", 3.4, 7)},
		{"one word", "AGENDA", apart("AGENDA", 3.4, 0)},
		{"heads of columns", "A B C D E F", apart("ABCDEF", 20, 0)},
		{"too few to tell", "A B C", apart("ABC", 3.4, 0)},
	} {
		if got := joinedText(spaced(wordsOf(c.glyphs))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func joinedText(words []Word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}
