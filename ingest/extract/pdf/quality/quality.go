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

import "unicode"

const (
	// enough is how many pairs it takes to judge.
	enough = 60
	// common is the share of common pairs below which text is rubbish. Of
	// 1,500 pages of council papers none that reads well had less than 0.9;
	// seven that read as rubbish had 0.55 at most.
	common = 0.75
)

// Rubbish reports whether text, of a page or more, cannot be what a person
// sees there. Too little text is never rubbish.
func Rubbish(text string) bool {
	share, n := Share(text)
	return n >= enough && share < common
}

// Share is the part of neighbouring letters, in words of three letters and
// more, that are common neighbours; and how many neighbours there are.
// Letters with accents count as common, and so does what is not Latin.
func Share(text string) (share float64, n int) {
	var word []byte
	good := 0
	flush := func() {
		if len(word) >= 3 {
			prev := byte('_')
			for _, c := range append(word, '_') {
				n++
				if prev == '*' || c == '*' || follows[prev][c] {
					good++
				}
				prev = c
			}
		}
		word = word[:0]
	}
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z':
			word = append(word, byte(r))
		case r >= 'A' && r <= 'Z':
			word = append(word, byte(r)+'a'-'A')
		case r > 127 && unicode.IsLetter(r):
			word = append(word, '*')
		default:
			flush()
		}
	}
	flush()
	if n == 0 {
		return 1, 0
	}
	return float64(good) / float64(n), n
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
