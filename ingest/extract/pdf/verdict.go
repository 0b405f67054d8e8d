package pdf

import (
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/quality"
)

// A verdict is how far the letters stored in a page are those that are seen on
// it. A page of which most are right keeps its words, such as they are: the
// second engine or OCR may give better ones, and where neither can, these are
// all there is.
type verdict uint8

const (
	sound verdict = iota
	gappy         // some signs have no letters; what the others say is not known
	mixed         // some letters are of a font that is wrong, the others are not
	wrong         // what is seen stands nowhere on the page
)

const (
	// mostly is the share of a page's letters that are wrong from which on it is
	// not read as it stands.
	mostly = 0.3
	// hardlyAny is the share of signs without letters that a page may have: the
	// second engine has the maps that are not in the paper.
	hardlyAny = 0.05
	// half is the share of either from which on the words that are left are not
	// worth having.
	half = 0.5
)

// ofMute judges a page by its signs without letters.
func ofMute(p *content.Page) verdict {
	all := float64(p.Mute + len(p.Glyphs))
	switch mute := float64(p.Mute); {
	case mute > half*all:
		return wrong
	case mute > hardlyAny*all:
		return gappy
	}
	return sound
}

// ofFonts judges a page by its letters in fonts that are wrong.
func ofFonts(bad, all int) verdict {
	switch bad, all := float64(bad), float64(all); {
	case bad > half*all:
		return wrong
	case bad > mostly*all:
		return mixed
	}
	return sound
}

// mark says of a page what is to be made of its letters, and takes those off it
// that are rubbish. Where the fonts do not tell, all of the page does.
func (v verdict) mark(p *extract.Page) {
	switch {
	case v == wrong, v != mixed && quality.Rubbish(textOf(p)):
		p.Blocks, p.Words, p.Running = nil, nil, nil
		p.Unread = WrongLetters
	case v != sound:
		p.Unread = PartlyWrong
	}
}
