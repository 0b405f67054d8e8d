package pdf

import (
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/quality"
)

// pictured says what a page's pictures are to its letters.
type pictured uint8

const (
	beside  pictured = iota // the letters are the page
	only                    // there are none
	stamped                 // a few letters over a picture of a page
	under                   // letters that are not seen, under a picture of them: somebody's OCR
)

const (
	someArea  = 0.2 // of a page that pictures cover where it may be nothing else
	wholeArea = 0.8 // of one that is a picture of a page
	fewSigns  = 300 // letters: some fifty words
	manySigns = 100
)

func picturedBy(p *content.Page) pictured {
	area := p.Width * p.Height
	if len(p.Glyphs) == 0 {
		if p.Pictures > someArea*area {
			return only
		}
		return beside
	}
	if p.Pictures < wholeArea*area {
		return beside
	}
	hidden, seen := 0, 0
	for i := range p.Glyphs {
		switch {
		case p.Glyphs[i].Hidden:
			hidden++
		case p.Glyphs[i].Text != " ":
			seen++
		}
	}
	switch {
	case hidden >= manySigns && hidden > 2*seen:
		return under
	case hidden+seen < fewSigns:
		return stamped
	}
	return beside
}

// readsWell is the share of common pairs that words read by a good OCR have: of
// 500 pages of councils' letters none has less than 0.95. What is below is not
// rubbish, but worse than we can do.
const readsWell, enoughPairs = 0.93, 60

// mark says of a page what is to be made of its letters.
func (k pictured) mark(p *extract.Page) {
	switch k {
	case only:
		p.Unread = PictureOnly
	case stamped:
		p.Unread = Stamped
	case under:
		p.OCR = true
		if share, n := quality.Share(textOf(p)); n >= enoughPairs && share < readsWell {
			p.Unread = Misread
		}
	}
}
