// Package layout puts a page's glyphs in order: into words by the gaps
// between them, words into lines, lines into columns and the cells of ruled
// tables, all in the order in which a person reads them.
//
// It takes glyphs with places and knows nothing of PDF, so that every engine
// that can say where its letters stand is laid out alike.
package layout

import (
	"math"
	"slices"
	"sort"

	"moothall/ingest/extract/pdf/content"
)

// A Word is a piece of text without white space. Its box is in points from
// the page's top left corner.
type Word struct {
	Text           string
	X0, Y0, X1, Y1 float64
	Base           float64 // the baseline
	Size           float64
	Bold           bool
	Italic         bool
	Artifact       bool // marked by the maker as no part of the text
	Raised         bool // superscript
	Tall           bool // some of it is
	Turned         bool // not written from left to right
}

// A Line is one line within one column.
type Line struct {
	Words  []Word
	X0, X1 float64
	Base   float64
	Size   float64 // of most of its letters
	Bold   bool    // most of it
	Italic bool    // all of it
	// Underlined is set where one rule runs under all of it and no further.
	Underlined bool
	// Left and Right are the edges of the column it stands in.
	Left, Right float64
	Column      int // lines of one stretch of a column share a number
	Artifact    bool
	Turned      bool
}

// A Table is a table, row by row.
type Table struct {
	X0, Y0, X1, Y1 float64
	Ruled          bool      // with lines; else it shows by its alignment
	edges          []float64 // of the columns between its rules
	Rows           []Row
}

// A Row is one row of a table.
type Row struct {
	Y0, Y1 float64
	Cells  []Cell
	Bold   bool // all of its words
}

// A Cell is one cell of a table, its lines in order. Span is how many columns
// it covers.
type Cell struct {
	Lines []Line
	Span  int
}

// An Item is the next thing on a page: a line, or a table.
type Item struct {
	Line  *Line
	Table *Table
}

// A Page is a page in reading order.
type Page struct {
	Items []Item
}

// Arrange puts a page's glyphs in order.
func Arrange(p *content.Page) Page {
	var out Page
	groups := byDirection(p.Glyphs)
	for i, g := range groups {
		words := wordsOf(g.glyphs)
		if i > 0 || g.turned {
			out.Items = append(out.Items, turnedItems(words, g)...)
			continue
		}
		words = bullets(words, p.Shapes)
		tables := findTables(p.Rules, words)
		words = reach(tables, words)
		items := arrange(words, tables, p.Width)
		underline(items, p.Rules)
		out.Items = append(out.Items, items...)
	}
	return out
}

// underline marks the lines under which rules run, from their first letter to
// their last. Rules that go on are a table's, or part the page.
func underline(items []Item, rules []content.Box) {
	for _, it := range items {
		l := it.Line
		if l == nil {
			continue
		}
		under := 0.0
		for _, r := range rules {
			if r.Y0 < l.Base-0.02*l.Size || r.Y1 > l.Base+0.32*l.Size || r.X1 < l.X0 || r.X0 > l.X1 {
				continue
			}
			if r.X0 < l.X0-0.5*l.Size || r.X1 > l.X1+0.7*l.Size {
				under = 0
				break
			}
			under += r.X1 - r.X0
		}
		l.Underlined = under > 0.85*(l.X1-l.X0)
	}
}

// group is the glyphs written in one direction, in coordinates turned so that
// they run from left to right.
type group struct {
	glyphs []content.Glyph
	dx, dy float64
	turned bool
}

// byDirection sorts glyphs by direction, those from left to right first.
func byDirection(glyphs []content.Glyph) []group {
	turned := slices.IndexFunc(glyphs, func(g content.Glyph) bool { return g.DX <= 0.995 })
	if turned < 0 && len(glyphs) > 0 {
		return []group{{glyphs: glyphs, dx: 1}}
	}
	upright := group{dx: 1}
	var others map[int]*group
	for _, g := range glyphs {
		if g.DX > 0.995 {
			upright.glyphs = append(upright.glyphs, g)
			continue
		}
		if others == nil {
			others = map[int]*group{}
		}
		angle := int(math.Round(math.Atan2(g.DY, g.DX)*180/math.Pi/5)) * 5
		o := others[angle]
		if o == nil {
			sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
			o = &group{dx: cos, dy: sin, turned: true}
			others[angle] = o
		}
		g.X, g.Y = g.X*o.dx+g.Y*o.dy, g.Y*o.dx-g.X*o.dy
		o.glyphs = append(o.glyphs, g)
	}
	var out []group
	if len(upright.glyphs) > 0 {
		out = append(out, upright)
	}
	angles := make([]int, 0, len(others))
	for a := range others {
		angles = append(angles, a)
	}
	sort.Ints(angles)
	for _, a := range angles {
		out = append(out, *others[a])
	}
	return out
}

// turnedItems lays out a turned group by itself and turns its boxes back.
func turnedItems(words []Word, g group) []Item {
	items := arrange(words, nil, 0)
	for _, it := range items {
		l := it.Line
		l.Turned = true
		for i := range l.Words {
			w := &l.Words[i]
			w.Turned = true
			ax, ay := w.X0*g.dx-w.Y0*g.dy, w.Y0*g.dx+w.X0*g.dy
			bx, by := w.X1*g.dx-w.Y1*g.dy, w.Y1*g.dx+w.X1*g.dy
			w.X0, w.X1, w.Y0, w.Y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
		}
	}
	return items
}
