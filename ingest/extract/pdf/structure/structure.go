// Package structure says what the lines of a paper are: headings, paragraphs,
// list entries, rows of tables, and what runs along the top and bottom of
// every page.
//
// It sees the whole paper at once, because what is a heading depends on the
// size of the other text, and what runs along on the other pages.
package structure

import (
	"math"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

// A Sheet is one page in reading order with its size in points.
type Sheet struct {
	Width, Height float64
	layout.Page
}

// Pages turns laid-out pages into pages of blocks.
func Pages(sheets []Sheet) []extract.Page {
	running := findRunning(sheets)
	t := measure(sheets, running.lines)
	out := make([]extract.Page, len(sheets))
	ends := make([]pageEnds, len(sheets))
	for i, s := range sheets {
		p := &out[i]
		p.Number, p.Width, p.Height = i+1, s.Width, s.Height
		var run, flow []layout.Item
		for k, it := range s.Items {
			if running.lines[place{i, k}] {
				run = append(run, it)
			} else {
				flow = append(flow, it)
			}
		}
		for _, it := range run {
			text := lineText(it.Line)
			p.Running = append(p.Running, text)
			if n := printedNumber(text); n != "" && p.Printed == "" {
				p.Printed = n
			}
		}
		for k := range s.Items {
			if n := running.numbers[place{i, k}]; n != "" && p.Printed == "" {
				p.Printed = n
			}
		}
		p.Blocks, ends[i] = t.blocks(flow)
		p.Words = wordsOf(flow, run)
	}
	markContinued(out, ends)
	return out
}

// wordsOf gives the words of the flow and then of the running lines, as the
// text of the page has them.
func wordsOf(flow, run []layout.Item) []archive.Word {
	var out []archive.Word
	add := func(l *layout.Line) {
		for _, w := range l.Words {
			out = append(out, archive.Word{
				Text: w.Text, X0: float32(w.X0), Y0: float32(w.Y0), X1: float32(w.X1), Y1: float32(w.Y1),
			})
		}
	}
	for _, it := range append(append([]layout.Item(nil), flow...), run...) {
		if it.Line != nil {
			add(it.Line)
			continue
		}
		for _, r := range it.Table.Rows {
			for _, c := range r.Cells {
				for i := range c.Lines {
					add(&c.Lines[i])
				}
			}
		}
	}
	return out
}

func lineText(l *layout.Line) string {
	var b strings.Builder
	for i, w := range l.Words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// traits are what is usual in this paper.
type traits struct {
	body float64 // size of most letters
	// Where much of the paper is slanted or in capitals, or all of it loud,
	// that is no sign of a heading.
	bold, italic, capitals bool
	poster                 bool            // short and all loud: only the largest lines head it
	leading                map[int]float64 // usual distance of baselines, by size in half points
	words                  vocabulary
	justified              map[int]bool // columns of the page in hand
}

const posterPages = 2 // that a poster has, at most

func halves(size float64) int { return int(math.Round(size * 2)) }

func measure(sheets []Sheet, running map[place]bool) *traits {
	letters := map[int]int{}
	all, bold, italic, capitals := 0, 0, 0, 0
	tables := false
	gaps := map[int]map[int]int{}
	for i, s := range sheets {
		var prev *layout.Line
		for k, it := range s.Items {
			tables = tables || it.Table != nil
			if it.Line == nil || running[place{i, k}] || it.Line.Turned {
				prev = nil
				continue
			}
			l := it.Line
			for _, w := range l.Words {
				letters[halves(l.Size)] += len(w.Text)
				all += len(w.Text)
				if w.Bold {
					bold += len(w.Text)
				}
			}
			if l.Italic {
				italic += textLength(l)
			}
			if inCapitals(lineText(l)) {
				capitals += textLength(l)
			}
			if prev != nil && prev.Column == l.Column && halves(prev.Size) == halves(l.Size) {
				d := l.Base - prev.Base
				if d > 0.9*l.Size && d < 2.6*l.Size {
					h := halves(l.Size)
					if gaps[h] == nil {
						gaps[h] = map[int]int{}
					}
					gaps[h][halves(d)]++
				}
			}
			prev = l
		}
	}
	t := &traits{leading: map[int]float64{}, words: vocabularyOf(sheets)}
	t.italic, t.capitals = 5*italic > all, 5*capitals > all
	t.bold = 2*bold > all && t.capitals // all bold and no capitals may be a paper of headings
	t.poster = t.bold && !tables && len(sheets) <= posterPages
	t.body = commonest(letters)
	for h, ds := range gaps {
		if d := usualGap(ds, float64(h)/2); d > 0 {
			t.leading[h] = d
		}
	}
	return t
}

// commonest is the size most letters have, out of how many have each size in
// half points.
func commonest(letters map[int]int) float64 {
	size, most := 0.0, 0
	for h, n := range letters {
		if n > most || n == most && float64(h)/2 > size {
			size, most = float64(h)/2, n
		}
	}
	if size == 0 {
		return 11
	}
	return size
}

// usualGap is the distance of baselines within paragraphs, out of how often
// each distance was seen; 0 where it cannot be told. The commonest distance is
// not always it: in a paper of one-line paragraphs that is the distance
// between paragraphs.
func usualGap(seen map[int]int, size float64) float64 {
	best, n, all := 0, 0, 0
	for d, c := range seen {
		all += c
		if c > n || c == n && d < best {
			best, n = d, c
		}
	}
	if n < 3 {
		return 0
	}
	for d, c := range seen {
		if d < best && 5*c >= n && c >= 2 && float64(d)/2 > size {
			best, n = d, max(c, n/5)
		}
	}
	if gap := float64(best) / 2; gap <= 1.5*size || all >= 12 {
		return gap
	}
	return 0
}

// usual is the distance of baselines within a paragraph of this size.
func (t *traits) usual(size float64) float64 {
	if d, ok := t.leading[halves(size)]; ok {
		return d
	}
	return 1.2 * size
}
