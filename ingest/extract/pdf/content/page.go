// Package content runs the drawing instructions of a PDF page and tells what
// they put where: glyphs with their text and place, ruled lines, small filled
// shapes, the area that pictures cover.
//
// It knows nothing of words, lines or order, which are layout's business; and
// layout knows nothing of PDF, so that other engines can share it.
package content

import (
	"time"

	"moothall/ingest/extract/pdf/object"
)

// A Glyph is one drawn character, or what one drawn sign stands for: the text
// of a ligature has several letters. Places are in points from the page's top
// left corner, y downwards, after the page's own rotation.
type Glyph struct {
	Text   string
	X, Y   float64 // where it starts, on the baseline
	W      float64 // how far it advances along the baseline
	Size   float64 // of the type
	DX, DY float64 // the direction of writing, a unit vector: 1, 0 for upright text
	Font   *Font
	Hidden bool // drawn invisibly: the text layer under a scan
	Strong bool // drawn filled and stroked: a made-up bold
	// Artifact is set where the maker marked it as no part of the text: a
	// running header, a page number.
	Artifact bool
}

// A Box is a rectangle: a ruled line when one side is next to nothing, or a
// shape. X0 <= X1 and Y0 <= Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// A Page is what one page draws.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Box // thin horizontal and vertical lines
	Shapes        []Box // small filled shapes: bullets, tick boxes
	Pictures      float64
	// Mute is how many signs are drawn whose letters the paper does not tell.
	Mute int
	// Lost is how many signs stand beside letters of their font and have none
	// themselves: words lack something there.
	Lost int
	// Cut is set where a budget ended the page early.
	Cut bool
}

// Limits of one page. They are far above what any paper needs and exist for
// files made to exhaust a reader.
const (
	maxOperators = 5_000_000
	maxGlyphs    = 200_000
	maxForms     = 2_000
	maxFormDepth = 12
	maxStates    = 512
	maxRules     = 20_000
	maxSeconds   = 5
	maxFonts     = 10_000 // of a paper
	far          = 1e5    // points; nothing beyond is on a page
)

// A Reader reads the pages of one document and keeps its fonts between them.
type Reader struct {
	doc   *object.Document
	fonts map[int]*Font
	// within are the fonts that stand inside other objects and have no number: a
	// page met again finds those it had.
	within map[spot]*Font
	at     spot
	made   int // fonts, kept or not
	layer  layers
	last   int // glyphs of the page before: about what the next one has
}

// spot is the nth font without a number that a page asks for.
type spot struct{ page, nth int }

// NewReader prepares to read a document's pages.
func NewReader(doc *object.Document) *Reader {
	return &Reader{doc: doc, fonts: map[int]*Font{}, within: map[spot]*Font{}, layer: layersOf(doc)}
}

// Page runs page i, from 0. What was drawn before an error in the page is
// kept; there is no other error.
func (r *Reader) Page(i int) (page Page) {
	dict := r.doc.Page(i)
	r.at = spot{page: i}
	view, width, height := frame(dict)
	m := machine{
		reader: r, page: &Page{Width: width, Height: height}, until: time.Now().Add(maxSeconds * time.Second),
	}
	defer func() {
		// A panic in one page must not cost the others; what it drew stays.
		if recover() != nil {
			m.page.Cut = true
			page = *m.page
		}
	}()
	m.page.Glyphs = make([]Glyph, 0, r.last+r.last/8)
	m.base = view
	m.run(contents(dict.Key("Contents")), dict.Key("Resources"), view, 0)
	m.annotations(dict.Key("Annots"))
	m.page.Glyphs = seen(m.page.Glyphs, width, height)
	r.last = min(len(m.page.Glyphs), 20_000)
	return *m.page
}

// contents joins the parts of a page's content with white space between, as a
// token never spans two.
func contents(v object.Value) []byte {
	if !v.IsArray() {
		return v.Data()
	}
	var all []byte
	for i := range min(v.Len(), 10_000) {
		all = append(append(all, v.Index(i).Data()...), '\n')
	}
	return all
}

// frame gives the matrix from the page's own space to points from its top
// left corner as a reader sees it, and the page's size.
func frame(dict object.Value) (m matrix, width, height float64) {
	x0, y0, x1, y1, ok := rectangle(dict.Key("CropBox"))
	mx0, my0, mx1, my1, media := rectangle(dict.Key("MediaBox"))
	if ok && media {
		cx0, cy0, cx1, cy1 := max(x0, mx0), max(y0, my0), min(x1, mx1), min(y1, my1)
		if cx1-cx0 > 1 && cy1-cy0 > 1 {
			x0, y0, x1, y1 = cx0, cy0, cx1, cy1
		} else {
			ok = false
		}
	}
	if !ok {
		x0, y0, x1, y1 = mx0, my0, mx1, my1
		if !media {
			x0, y0, x1, y1 = 0, 0, 595, 842
		}
	}
	unit := dict.Key("UserUnit").Number()
	if unit < 0.1 || unit > 100 {
		unit = 1
	}
	width, height = (x1-x0)*unit, (y1-y0)*unit
	turn := ((dict.Key("Rotate").Int()/90)%4 + 4) % 4
	switch turn {
	case 1:
		m = matrix{0, unit, unit, 0, -y0 * unit, -x0 * unit}
	case 2:
		m = matrix{-unit, 0, 0, unit, x1 * unit, -y0 * unit}
	case 3:
		m = matrix{0, -unit, -unit, 0, y1 * unit, x1 * unit}
	default:
		m = matrix{unit, 0, 0, -unit, -x0 * unit, y1 * unit}
	}
	if turn%2 == 1 {
		width, height = height, width
	}
	return m, width, height
}

func rectangle(v object.Value) (x0, y0, x1, y1 float64, ok bool) {
	if v.Len() != 4 {
		return 0, 0, 0, 0, false
	}
	var c [4]float64
	for i := range c {
		c[i] = v.Index(i).Number()
		if c[i] < -far || c[i] > far {
			return 0, 0, 0, 0, false
		}
	}
	x0, x1, y0, y1 = min(c[0], c[2]), max(c[0], c[2]), min(c[1], c[3]), max(c[1], c[3])
	return x0, y0, x1, y1, x1-x0 > 1 && y1-y0 > 1
}

// matrix is a PDF transformation: x' = ax+cy+e, y' = bx+dy+f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// then gives the transformation that does m first and n after.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

func matrixOf(v object.Value) matrix {
	if v.Len() != 6 {
		return identity
	}
	n := func(i int) float64 { return v.Index(i).Number() }
	return matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
}
