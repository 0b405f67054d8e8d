package scan

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/layout"
	"moothall/ingest/extract/pdf/structure"
)

// Arrange puts the words of a paper's sheets in order, as the letters of a PDF
// are: into lines, columns and tables, headings, entries and what runs along
// the edges. The pages are those of the sheets, in their order.
func Arrange(sheets []Sheet) (pages []extract.Page, err error) {
	defer func() {
		if x := recover(); x != nil { // a mistake of ours must cost one paper, not the run
			pages, err = nil, fmt.Errorf("scan: the pages could not be laid out: %v", x)
		}
	}()
	laid := make([]structure.Sheet, len(sheets))
	for i, s := range sheets {
		p := s.drawn()
		laid[i] = structure.Sheet{Width: p.Width, Height: p.Height, Page: layout.Arrange(p)}
	}
	pages = structure.Pages(laid)
	for i := range pages {
		p, s := &pages[i], &sheets[i]
		p.Words = s.found(p.Words)
		p.Number, p.Width, p.Height = s.Number, s.Width, s.Height
		p.OCR = slices.ContainsFunc(p.Words, func(w archive.Word) bool { return w.Confidence > 0 })
	}
	return pages, nil
}

var plain, strong = &content.Font{Name: "OCR"}, &content.Font{Name: "OCR Bold", Bold: true}

// leastGap is the space between two words, in parts of the size, that makes
// them two.
const leastGap = 0.1

// drawn is a sheet as if it had been drawn: a glyph for each word, with a
// space before those that go on a line.
func (s *Sheet) drawn() *content.Page {
	f := s.Frame
	p := &content.Page{Width: f.Across * f.Scale, Height: f.Down * f.Scale, Rules: s.Rules, Shapes: s.Shapes}
	for i, w := range s.Words {
		font := plain
		if w.Bold {
			font = strong
		}
		if i > 0 && s.Words[i-1].Line == w.Line && w.X > s.Words[i-1].X {
			// The boxes of two words may touch, and they are two all the same.
			before := &p.Glyphs[len(p.Glyphs)-1]
			before.W = max(min(before.W, w.X-leastGap*w.Size-before.X), 0)
			end := before.X + before.W
			p.Glyphs = append(p.Glyphs, content.Glyph{Text: " ", X: end, Y: w.Base, W: w.X - end, Size: w.Size, DX: 1, Font: font})
		}
		p.Glyphs = append(p.Glyphs, content.Glyph{Text: w.Text, X: w.X, Y: w.Base, W: w.W, Size: w.Size, DX: 1, Font: font})
	}
	return p
}

// found gives words that were put in order the places and the confidence with
// which they were seen. Those that were joined on the way have the places of
// all, and what was seen of the least sure.
func (s *Sheet) found(words []archive.Word) []archive.Word {
	type spot struct{ x, base int }
	at := make(map[spot][]int, len(s.Words))
	for i, w := range s.Words {
		k := spot{int(math.Round(w.X)), int(math.Round(w.Base))}
		at[k] = append(at[k], i)
	}
	used := make([]bool, len(s.Words))
	out := make([]archive.Word, 0, len(words))
	for _, w := range words {
		base := float64(w.Y1) - 0.22*float64(w.Y1-w.Y0) // as layout makes boxes
		k := spot{int(math.Round(float64(w.X0))), int(math.Round(base))}
		first := -1
	search:
		for _, d := range []spot{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}} {
			for _, i := range at[spot{k.x + d.x, k.base + d.base}] {
				if !used[i] && strings.HasPrefix(w.Text, s.Words[i].Text) {
					first = i
					break search
				}
			}
		}
		if first < 0 { // a bullet, which nobody read
			out = append(out, s.shown(w))
			continue
		}
		seen := s.Words[first].Word
		used[first] = true
		rest := strings.TrimPrefix(w.Text, seen.Text)
		for i := first + 1; rest != "" && i < len(s.Words) && strings.HasPrefix(rest, s.Words[i].Text); i++ {
			next := s.Words[i].Word
			used[i] = true
			rest = strings.TrimPrefix(rest, next.Text)
			seen.X0, seen.Y0, seen.X1, seen.Y1 = min(seen.X0, next.X0), min(seen.Y0, next.Y0), max(seen.X1, next.X1), max(seen.Y1, next.Y1)
			if next.Confidence > 0 && (seen.Confidence == 0 || next.Confidence < seen.Confidence) {
				seen.Confidence = next.Confidence
			}
		}
		seen.Text = w.Text
		out = append(out, seen)
	}
	return out
}

// shown is a word of the straight page where it lies on the page as published.
func (s *Sheet) shown(w archive.Word) archive.Word {
	ax, ay := s.Frame.published(float64(w.X0), float64(w.Y0))
	bx, by := s.Frame.published(float64(w.X1), float64(w.Y1))
	w.X0, w.Y0, w.X1, w.Y1 = float32(min(ax, bx)), float32(min(ay, by)), float32(max(ax, bx)), float32(max(ay, by))
	w.Confidence = 1
	return w
}
