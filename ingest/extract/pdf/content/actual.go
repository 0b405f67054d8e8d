package content

import (
	"math"
	"strings"
)

const (
	few  = 32    // signs that are taken for one thing that text stands for
	many = 4_000 // and that are taken for a passage
)

// replace puts what the maker says some signs stand for in their place. A
// replacement for a long passage is made word by word; one that has more or
// fewer words than are drawn, or stands over several lines, is left alone: its
// words could not be placed.
func (m *machine) replace(k mark) {
	glyphs := m.page.Glyphs[min(k.from, len(m.page.Glyphs)):]
	if len(glyphs) == 0 {
		return
	}
	if len(glyphs) > many {
		return
	}
	if m.ops += len(glyphs); len(glyphs) > few {
		m.page.Glyphs = append(m.page.Glyphs[:k.from], byWord(glyphs, strings.Fields(k.text))...)
		return
	}
	runes := []rune(k.text)
	if len(runes) == len(glyphs) {
		for i, r := range runes {
			glyphs[i].Text = string(clean(r))
		}
		return
	}
	first, end := glyphs[0], glyphs[len(glyphs)-1]
	along := (end.X-first.X)*first.DX + (end.Y-first.Y)*first.DY
	aside := (end.Y-first.Y)*first.DX - (end.X-first.X)*first.DY
	if math.Abs(aside) > first.Size/2 || along < 0 {
		return
	}
	first.Text, first.W = tidy(k.text), along+end.W
	m.page.Glyphs = m.page.Glyphs[:k.from]
	if first.Text != "" {
		m.page.Glyphs = append(m.page.Glyphs, first)
	}
}

// byWord gives each drawn word the text of the same word of what they stand
// for.
func byWord(glyphs []Glyph, words []string) []Glyph {
	type part struct{ from, to int }
	var drawn []part
	for i, g := range glyphs {
		if isBlank(g.Text) {
			continue
		}
		if n := len(drawn); n > 0 && drawn[n-1].to == i {
			before := glyphs[i-1]
			gap := (g.X-before.X)*before.DX + (g.Y-before.Y)*before.DY - before.W
			if math.Abs(gap) < 0.16*g.Size {
				drawn[n-1].to++
				continue
			}
		}
		drawn = append(drawn, part{i, i + 1})
	}
	if len(drawn) != len(words) {
		return glyphs
	}
	out := make([]Glyph, 0, len(glyphs))
	for k, p := range drawn {
		g, end := glyphs[p.from], glyphs[p.to-1]
		g.Text, g.W = tidy(words[k]), (end.X-g.X)*g.DX+(end.Y-g.Y)*g.DY+end.W
		if k > 0 {
			out = append(out, glyphs[drawn[k-1].to:p.from]...) // the spaces between
		}
		out = append(out, g)
	}
	return out
}
