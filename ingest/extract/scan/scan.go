// Package scan reads the words in a picture of a page, by the program
// tesseract.
//
// It is separate from the readers of file formats because what it is given is
// no file but what a person sees, whoever drew it; and because the program may
// not be there: it is found when it is needed, and what is missing is said in
// words that tell how to get it. The program is run as a child of its own,
// with the picture on its standard input and nothing written to disk.
//
// What it says is not taken for the page's order. Each word goes with its
// place, size and weight through the rooms that put the letters of a PDF in
// order (pdf/layout, pdf/structure), so that a scan has the columns, tables,
// headings and running lines that the same paper would have had with letters.
package scan

import (
	"context"
	"errors"
	"image"
)

// DPI is at how many dots an inch a page is best drawn for reading. At 150
// more words of a bad scan are misread, and 300 takes half as long again and
// gains nothing.
const DPI = 200

// Read reads a picture of a page of so many points' width. A picture without
// words gives a sheet without them; the sheet has no number yet.
//
// A page that was put on the scanner the wrong way is turned and read again;
// so is one that seems to be in Welsh, where the program has learnt it.
func (p Program) Read(ctx context.Context, picture *image.Gray, width float64) (Sheet, error) {
	b := picture.Bounds()
	if width <= 0 || b.Dx() == 0 || b.Dy() == 0 {
		return Sheet{}, errors.New("scan: a picture of no size")
	}
	r := reading{program: p, published: picture, width: width}
	if blank(picture) {
		r.lay(0)
		return r.sheet(), nil
	}
	r.lay(0)
	if err := r.read(ctx, p.first()); err != nil {
		return Sheet{}, err
	}
	if err := r.upright(ctx); err != nil {
		return Sheet{}, err
	}
	wants, err := r.welsh(ctx)
	if err == nil {
		err = r.cells(ctx)
	}
	if err != nil {
		return Sheet{}, err
	}
	if mean, n := belief(r.lines); n == 0 || mean < believable {
		r.lines = nil
	}
	s := r.sheet()
	s.Wants = wants
	return s, nil
}

const (
	// believable is how sure the program must be of a page, on the whole, that
	// there are words on it at all.
	believable = 0.4
	// doubtful is how sure it is of one that may be the wrong way up.
	doubtful = 0.75
)

// A reading is one page being read: its picture as it is laid, and what was
// seen on it.
type reading struct {
	program   Program
	published *image.Gray
	width     float64

	picture *image.Gray // upright as far as is known, and straight
	frame   frame
	ink     *ink
	rules   []image.Rectangle
	lines   []line

	language string // in which they were read
}

// lay turns the picture so many quarters, straightens it and looks for ruled
// lines.
func (r *reading) lay(quarters int) {
	g := turn(r.published, quarters)
	b := r.published.Bounds()
	slope := slopeOf(g)
	r.frame = frame{Across: float64(g.Bounds().Dx()), Down: float64(g.Bounds().Dy()), Scale: r.width / float64(b.Dx()), Turn: quarters, Slope: slope}
	r.picture = straightened(g, slope)
	r.ink = newInk(r.picture)
	r.rules = r.ink.rules(r.frame.Scale)
}

func (r *reading) sheet() Sheet {
	return newSheet(unwalled(r.lines, r.rules), r.rules, r.ink, r.frame)
}

// first is the language a page is read in before anything is known of it.
func (p Program) first() string {
	if p.has(english) {
		return english
	}
	return ""
}

const english, cymraeg = "eng", "cym"

func (r *reading) read(ctx context.Context, language string) (err error) {
	dpi := int(72/r.frame.Scale + 0.5)
	r.lines, err = r.program.lines(ctx, r.picture, dpi, language)
	r.language = language
	return err
}

// upright turns the page and reads it again where its lines run upwards or
// downwards, or it seems to stand on its head, and keeps what reads better.
func (r *reading) upright(ctx context.Context) error {
	quarters, known := sideways(r.lines)
	if !known {
		if mean, n := belief(r.lines); n > 0 && mean >= doubtful {
			return nil
		}
		var ok bool
		if quarters, ok = r.program.turned(ctx, r.picture); !ok {
			return nil
		}
	}
	if quarters == 0 {
		return nil
	}
	other := *r
	other.lay(quarters)
	if err := other.read(ctx, r.program.first()); err != nil {
		return err
	}
	if _, still := sideways(other.lines); still {
		return nil
	}
	if score(other.lines) >= 0.9*score(r.lines) {
		*r = other
	}
	return nil
}

// score is how much was read, by how sure it is.
func score(lines []line) float64 {
	mean, n := belief(lines)
	return mean * mean * float64(n)
}

// sideways is by how many quarters a page must be turned clockwise whose words
// stand on their ends, as the program reads them without saying so; ok is false
// for others. Which way it must be turned shows in the order of the words.
func sideways(lines []line) (quarters int, ok bool) {
	tall, all := 0, 0
	down := 0.0
	for _, l := range lines {
		for _, w := range l.words {
			n := letters(w)
			if n < 3 {
				continue
			}
			all += n
			if w.y1-w.y0 > 1.3*(w.x1-w.x0) {
				tall += n
			}
		}
		down += l.words[len(l.words)-1].y0 - l.words[0].y0
	}
	switch {
	case 5*tall <= 3*all:
		return 0, false
	case down > 0:
		return 3, true
	}
	return 1, true
}

// blank reports whether a picture is of one colour, or so nearly that nothing
// can be read on it.
func blank(g *image.Gray) bool {
	var seen [256]int
	b := g.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		at := g.PixOffset(b.Min.X, y)
		for _, v := range g.Pix[at : at+b.Dx()] {
			seen[v]++
		}
	}
	low, high := 0, 255
	// A few dozen specks are no letter.
	for n := 0; low < 255; low++ {
		if n += seen[low]; n > 40 {
			break
		}
	}
	for n := 0; high > 0; high-- {
		if n += seen[high]; n > 40 {
			break
		}
	}
	return high-low < 24
}
