package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaced joins the letters of words set wide by spaces between them,
// "N O T I C E   O F   M E E T I N G", where the spaces between words are
// wider again. Letters that stand alone for themselves, the heads of columns
// or answers to choose from, are further apart or fewer.
func spaced(words []Word) []Word {
	var out []Word // nil while nothing is joined
	for i := 0; i < len(words); {
		n := letters(words[i:])
		var next []Word
		if n >= fewestLetters {
			next = joinLetters(words[i : i+n])
		}
		if next != nil && out == nil {
			out = append(make([]Word, 0, len(words)), words[:i]...)
		}
		n = max(n, 1)
		if next == nil {
			next = words[i : i+n]
		}
		if out != nil {
			out = append(out, next...)
		}
		i += n
	}
	if out == nil {
		return words
	}
	return out
}

const fewestLetters = 5

// letters counts the words at the start that are one capital letter or
// apostrophe each, on one line in one size, not far apart.
func letters(words []Word) int {
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w.Text)
		if size != len(w.Text) || !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’&:-", r) {
			return i
		}
		if i > 0 && (w.X0-words[i-1].X1 > 2*w.Size || w.X0 < words[i-1].X1 || abs(w.Base-words[i-1].Base) > 0.1*w.Size || abs(w.Size-words[i-1].Size) > 0.1*w.Size) {
			return i
		}
	}
	return len(words)
}

// joinLetters joins letters at the narrow gaps; nil where gaps are neither
// all alike nor of two kinds, or too wide for one word.
func joinLetters(words []Word) []Word {
	var gaps []float64
	capitals := 0
	for i, w := range words {
		if i > 0 {
			gaps = append(gaps, (w.X0-words[i-1].X1)/w.Size)
		}
		if r, _ := utf8.DecodeRuneInString(w.Text); unicode.IsUpper(r) {
			capitals++
		}
	}
	limit := split(gaps)
	if limit == 0 || capitals < fewestLetters {
		return nil
	}
	out := []Word{words[0]}
	for i, w := range words[1:] {
		last := &out[len(out)-1]
		if gaps[i] > limit {
			out = append(out, w)
			continue
		}
		last.Text += w.Text
		last.X1, last.Y0, last.Y1 = w.X1, min(last.Y0, w.Y0), max(last.Y1, w.Y1)
	}
	return out
}

const (
	widestLetter = 0.75 // of the size: a wider gap parts words
	clearly      = 1.5  // times wider
)

// split is the gap above which letters are of different words: between the
// widest leap from one gap to the next wider one, or above all of them where
// they are alike. 0 where they are not of letters set wide.
func split(gaps []float64) float64 {
	narrow := gaps[0]
	for _, g := range gaps {
		narrow = min(narrow, g)
	}
	narrow = max(narrow, 0.05)
	limit, wide := 0.0, 0.0
	for _, g := range gaps {
		if g < narrow*clearly+0.12 {
			limit = max(limit, g)
		} else if wide == 0 || g < wide {
			wide = g
		}
	}
	switch {
	case limit > widestLetter:
		return 0
	case wide == 0:
		return limit + 0.01
	case wide < limit*clearly:
		return 0
	}
	return (limit + wide) / 2
}
