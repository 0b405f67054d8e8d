package content

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// beside watches for signs without letters in the middle of words.
type beside struct {
	font   *Font
	letter bool // the sign before is one
	open   int  // signs without letters since the last that has some
}

// see is told of each sign that is drawn and gives how many more are known to
// be missing from words; spoken says that the paper tells by other means what
// they say.
func (b *beside) see(f *Font, g sign, spoken bool) (lost int) {
	if f != b.font || spoken || !f.composite || f.foreign {
		*b = beside{font: f}
	}
	first, _ := utf8.DecodeRuneInString(g.text)
	switch {
	case spoken, !f.composite, f.foreign, g.text == "" && g.width == 0:
		return 0
	case g.text == "":
		if b.open++; !b.letter {
			return 0
		}
	default:
		if b.letter = unicode.IsLetter(first); !b.letter {
			b.open = 0
		}
	}
	lost, b.open = b.open, 0
	return lost
}

// spoken reports whether an open mark says in its own words what is drawn.
func (m *machine) spoken() bool {
	return slices.ContainsFunc(m.marks, func(k mark) bool { return k.actual })
}
