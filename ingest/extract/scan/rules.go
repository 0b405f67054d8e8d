package scan

import (
	"image"
	"slices"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract/pdf/content"
)

// How long ruled lines are at least and how thick at most, in points. What is
// shorter may be a letter's stroke.
const (
	shortestRule = 22.0
	shortestWall = 13.0 // of a table's row, which stands on others
	thickestRule = 3.0

	mostRules = 4_000
)

// rules finds the ruled lines, level and upright, of a straight picture, as
// rectangles of dots; scale is points to a dot.
func (k *ink) rules(scale float64) []image.Rectangle {
	thick := int(thickestRule/scale) + 1
	off := thick + 1
	across := ruler{length: k.across, rows: k.down, least: int(shortestRule / scale), thick: thick,
		at: func(along, row int) bool { return k.edge(along, row, 0, off) }}
	upright := ruler{length: k.down, rows: k.across, least: int(shortestWall / scale), thick: thick,
		at: func(along, row int) bool { return k.edge(row, along, off, 0) }}
	var out []image.Rectangle
	for _, s := range across.stretches() {
		out = append(out, image.Rect(s.x0, s.from, s.x1+1, s.to+1))
	}
	for _, s := range upright.stretches() {
		out = append(out, image.Rect(s.from, s.x0, s.to+1, s.x1+1))
	}
	return out
}

// ruled is the lines among rules that are no strokes of words, in points.
func ruled(rules []image.Rectangle, lines []line, scale float64) []content.Box {
	var out []content.Box
	for _, r := range rules {
		if inWord(r, lines) {
			continue
		}
		out = append(out, content.Box{
			X0: float64(r.Min.X) * scale, Y0: float64(r.Min.Y) * scale, X1: float64(r.Max.X) * scale, Y1: float64(r.Max.Y) * scale,
		})
	}
	return out
}

// wallLike are what the program makes of ruled lines.
const wallLike = "|[]{}_—–-~'‘’!"

// unwalled is lines without the words, and the signs at the ends of words, that
// are ruled lines taken for letters.
func unwalled(lines []line, rules []image.Rectangle) []line {
	if len(rules) == 0 {
		return lines
	}
	touches := func(x0, y0, x1, y1 float64) bool {
		box := image.Rect(int(x0)-2, int(y0), int(x1)+3, int(y1)+1)
		return slices.ContainsFunc(rules, func(r image.Rectangle) bool { return r.Overlaps(box) })
	}
	var out []line
	for _, l := range lines {
		kept := l
		kept.words = nil
		for _, w := range l.words {
			bare := strings.Trim(w.text, wallLike)
			wide := (w.x1 - w.x0) / float64(utf8.RuneCountInString(w.text)) // about, of one sign
			switch {
			case bare == "" && touches(w.x0, w.y0, w.x1, w.y1):
				continue
			case bare != "" && strings.TrimLeft(w.text, "|[]") != w.text && touches(w.x0, w.y0, w.x0+wide/2, w.y1):
				w.text = strings.TrimLeft(w.text, "|[]")
			}
			if bare != "" && strings.TrimRight(w.text, "|[]") != w.text && touches(w.x1-wide/2, w.y0, w.x1, w.y1) {
				w.text = strings.TrimRight(w.text, "|[]")
			}
			if w.text != "" {
				kept.words = append(kept.words, w)
			}
		}
		if len(kept.words) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

func inWord(r image.Rectangle, lines []line) bool {
	for _, l := range lines {
		for _, w := range l.words {
			if letters(w) > 0 && float64(r.Min.X) >= w.x0-2 && float64(r.Max.X) <= w.x1+2 && float64(r.Min.Y) >= w.y0-2 && float64(r.Max.Y) <= w.y1+1 {
				return true
			}
		}
	}
	return false
}

// edge reports whether a dot is dark and lighter ones lie so far off on one
// side of it at least: the inside of a shaded cell is no line.
func (k *ink) edge(x, y, dx, dy int) bool {
	v := k.dark[y*k.across+x]
	if v < k.shaded {
		return false
	}
	lighter := v - min(v, 40)
	return k.at(x+dx, y+dy) < lighter || k.at(x-dx, y-dy) < lighter
}

// A ruler looks for lines of dots along rows.
type ruler struct {
	length, rows int
	least, thick int // dots
	at           func(along, row int) bool
}

// A stretch is dots from x0 to x1 along rows from to to.
type stretch struct{ x0, x1, from, to int }

// gap is how many dots may be missing within a line.
const gap = 3

func (r ruler) stretches() []stretch {
	var open, done []stretch
	for row := range r.rows {
		for _, run := range r.runs(row) {
			open = join(open, run)
		}
		kept := open[:0]
		for _, s := range open {
			if s.to < row-2 {
				done = r.close(done, s)
			} else {
				kept = append(kept, s)
			}
		}
		if open = kept; len(open) > mostRules {
			return done // a photograph, or hatching
		}
	}
	for _, s := range open {
		done = r.close(done, s)
	}
	return done
}

func (r ruler) close(done []stretch, s stretch) []stretch {
	if s.to-s.from >= r.thick || len(done) >= mostRules {
		return done
	}
	return append(done, s)
}

// runs are the long stretches of dots in one row.
func (r ruler) runs(row int) []stretch {
	var out []stretch
	from, last, dots := -1, -1, 0
	flush := func() {
		if from >= 0 && last-from >= r.least && dots*10 >= (last-from)*9 {
			out = append(out, stretch{from, last, row, row})
		}
		from, dots = -1, 0
	}
	for x := range r.length {
		if !r.at(x, row) {
			if from >= 0 && x-last > gap {
				flush()
			}
			continue
		}
		if from < 0 {
			from = x
		}
		last = x
		dots++
	}
	flush()
	return out
}

// join puts a run with the stretch just above it that it goes on, else by
// itself.
func join(open []stretch, run stretch) []stretch {
	for i := range open {
		s := &open[i]
		if s.to >= run.to-2 && run.x0 <= s.x1+gap && s.x0 <= run.x1+gap {
			s.x0, s.x1, s.to = min(s.x0, run.x0), max(s.x1, run.x1), run.to
			return open
		}
	}
	return append(open, run)
}
