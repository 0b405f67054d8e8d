// Package quality tells text from rubbish.
//
// Some papers carry a map from glyphs to letters that is wrong, so that every
// reader gets "&*81&,/" where a person sees "COUNCIL". Such a page must not
// pass for read: its words find nothing, and it should be read by OCR.
//
// The measure is which letters follow which. Words of any subject, names and
// Welsh among them, are made of a few hundred common pairs; letters put in
// each other's place are not. Stop words would not do, because a budget has
// none.
package quality

import (
	"math"
	"math/bits"
	"strings"
	"unicode"
)

const (
	// fewest is how many pairs it takes to judge, and then only what is far
	// from language; from enough pairs on, limit is the same for all.
	fewest = 20
	// common is the share of common pairs below which text is rubbish. Of
	// 1,500 pages of council papers none that reads well had less than 0.9, and
	// of other languages in Latin letters Polish and Slovene have least, 0.79 in
	// the worst of hundreds of passages; letters put in each other's place have
	// a half.
	common = 0.75
	// doubtful is the share of common pairs below which text without a frequent
	// word is rubbish, unless its accents tell of another language.
	doubtful = 0.80
	// strangest is the share of letters that may come after a sign within a
	// word, or as a capital after a small letter.
	strangest = 0.1
	// spoken is the share of frequent words that text has which is some language
	// with signs in it.
	spoken = 0.05
	// fewestSigns is how many signs it takes to judge text by their kinds.
	fewestSigns = 60
)

// Rubbish reports whether text, of a page or more, cannot be what a person
// sees there. Too little text is never rubbish.
func Rubbish(text string) bool {
	var t Tally
	t.Add(text)
	return t.Rubbish()
}

// Share is the part of neighbouring letters, in words of three letters and
// more, that are common neighbours; and how many neighbours there are.
// Letters with accents count as common, and so does what is not Latin.
func Share(text string) (share float64, n int) {
	var t Tally
	t.Add(text)
	return t.Share()
}

// A Tally judges text that comes piece by piece, as that of one font does. The
// zero Tally has seen nothing.
type Tally struct {
	word    []byte
	pairs   int
	good    int
	words   int       // of three letters and more
	known   int       // those that are frequent
	accents int       // letters that are not ASCII
	signs   int       // what is no space
	odd     int       // signs that are neither letters nor figures, nor set in rows
	foreign int       // controls, and characters that mean nothing by themselves
	kinds   [2]uint64 // of odd signs
	letters int
	small   int
	strange int     // signs between letters, small letters before capitals
	last    [2]rune // the two before
}

// Add adds text; a word may go on in the next piece.
func (t *Tally) Add(text string) {
	for _, r := range text {
		t.count(r)
		switch {
		case r >= 'a' && r <= 'z':
			t.word = append(t.word, byte(r))
		case r >= 'A' && r <= 'Z':
			t.word = append(t.word, byte(r)+'a'-'A')
		case r > 127 && unicode.IsLetter(r):
			t.word = append(t.word, '*')
			t.accents++
		default:
			t.end()
		}
	}
}

func (t *Tally) count(r rune) {
	if unicode.IsLetter(r) {
		t.letters++
		if unicode.IsLower(r) {
			t.small++
		}
		if a, b := t.last[0], t.last[1]; unicode.IsLower(b) && unicode.IsUpper(r) || unicode.IsLetter(a) && b > ' ' && b < 127 && !unicode.IsLetter(b) && !strings.ContainsRune("'-./@&", b) {
			t.strange++
		}
	}
	t.last[0], t.last[1] = t.last[1], r
	switch {
	case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
		return
	case r < ' ', r >= 0x7F && r < 0xA0, r == unicode.ReplacementChar:
		t.foreign++
	case r < 127 && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-=*", r):
		t.odd++
		t.kinds[r>>6] |= 1 << (r & 63)
	}
	t.signs++
}

// Gap ends a word.
func (t *Tally) Gap() {
	t.end()
	t.last = [2]rune{}
}

func (t *Tally) end() {
	if len(t.word) >= 3 {
		t.words++
		if frequent[string(t.word)] {
			t.known++
		}
		prev := byte('_')
		for _, c := range append(t.word, '_') {
			t.pairs++
			if prev == '*' || c == '*' || follows[prev][c] {
				t.good++
			}
			prev = c
		}
	}
	t.word = t.word[:0]
}

// Share is what Share gives for all that was added.
func (t *Tally) Share() (share float64, n int) {
	t.end()
	if t.pairs == 0 {
		return 1, 0
	}
	return float64(t.good) / float64(t.pairs), t.pairs
}

// Strange is the share of letters that stand where letters seldom do: after a
// sign within a word, as a capital after a small letter.
func (t *Tally) Strange() float64 { return float64(t.strange) / float64(max(1, t.letters)) }

// Known is the share of words that are frequent in English or Welsh.
func (t *Tally) Known() float64 { return float64(t.known) / float64(max(1, t.words)) }

// Small is the share of letters that are no capitals.
func (t *Tally) Small() float64 { return float64(t.small) / float64(max(1, t.letters)) }

// Odd is the share of signs that are neither letters nor figures, nor in rows.
func (t *Tally) Odd() float64 { return float64(t.odd+t.foreign) / float64(max(1, t.signs)) }

// Rubbish reports whether what was added cannot be what a person sees.
func (t *Tally) Rubbish() bool {
	share, n := t.Share()
	if n >= fewest && share < min(common, 0.86-1/math.Sqrt(float64(n))) {
		return true
	}
	if share < doubtful && t.words >= fewest && 50*t.known < t.words && 200*t.accents < t.letters {
		return true
	}
	if t.known > 0 && t.Known() > spoken { // beside what is odd there are words
		return false
	}
	if t.letters >= 2*fewest && t.Strange() > strangest {
		return true
	}
	if t.signs < fewestSigns {
		return false
	}
	// Letters written as signs: many of them, of many kinds.
	kinds := bits.OnesCount64(t.kinds[0]) + bits.OnesCount64(t.kinds[1])
	return kinds >= 10 && 3*t.odd > t.signs || 5*t.foreign > t.signs
}

// follows is pairs as a table.
var follows = func() (t [128][128]bool) {
	for a, next := range pairs {
		for _, b := range []byte(next) {
			t[a][b] = true
		}
	}
	return t
}()
