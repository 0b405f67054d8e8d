package layout

import (
	"sort"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract/pdf/content"
)

// run is glyphs that the paper draws one after another on one baseline
// without a leap.
type run struct {
	glyphs   []content.Glyph
	x0, x1   float64
	base     float64
	size     float64
	trailing bool // ends with a space
	leading  bool // starts with one
}

// Gaps, in parts of the type size.
const (
	wordGap   = 0.16 // more is a space, where none is drawn
	touchGap  = 0.04 // less is none, even where one is drawn
	leapBack  = -0.6 // a leap to the left ends a run
	leapAhead = 1.1  // and one to the right
	sameBase  = 0.06
)

// wordsOf joins glyphs into words, line by line from top to bottom and left
// to right.
func wordsOf(glyphs []content.Glyph) []Word {
	lines := gather(raised(runsOf(glyphs)))
	var words []Word
	var buf []Word
	for _, l := range lines {
		buf = l.words(buf[:0])
		words = append(words, spaced(buf)...)
	}
	return words
}

func isSpace(s string) bool { return strings.TrimLeft(s, " ") == "" }

func runsOf(glyphs []content.Glyph) []run {
	var runs []run
	var cur run
	// All runs lie in one piece of memory: each space added stands for one or
	// more that are left out.
	kept := make([]content.Glyph, 0, len(glyphs))
	begun, space := 0, false
	flush := func() {
		if begun < len(kept) {
			cur.trailing, cur.glyphs = space, kept[begun:len(kept):len(kept)]
			runs = append(runs, cur)
		}
		cur, begun = run{}, len(kept)
	}
	for i := range glyphs {
		g := &glyphs[i]
		blank := isSpace(g.Text)
		if begun < len(kept) {
			gap := (g.X - cur.x1) / max(cur.size, g.Size)
			shift := abs(g.Y-cur.base) / max(cur.size, g.Size)
			if shift > sameBase || gap < leapBack || gap > leapAhead || g.Size > 1.35*cur.size || g.Size < 0.74*cur.size {
				flush()
				space = false
			}
		}
		if blank {
			space = true
			continue // what comes after is measured from where the space starts, see words
		}
		if begun == len(kept) {
			cur = run{x0: g.X, base: g.Y, size: g.Size, leading: space}
		} else if space {
			kept = append(kept, content.Glyph{Text: " ", X: cur.x1, Y: g.Y, W: g.X - cur.x1, Size: g.Size})
		}
		space = false
		kept = append(kept, *g)
		cur.x1 = max(cur.x1, g.X+g.W)
		cur.x0 = min(cur.x0, g.X)
	}
	flush()
	return runs
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// band is the runs that share a line across the page.
type band struct {
	runs   []run
	base   float64
	size   float64
	x0, x1 float64
}

// gather joins runs into lines across the page. Raised and lowered small type
// joins the line it touches.
func gather(runs []run) []*band {
	order := make([]int, len(runs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return runs[order[a]].base < runs[order[b]].base })
	var bands []*band
	for _, i := range order {
		r := runs[i]
		var home *band
		for k := len(bands) - 1; k >= 0 && k >= len(bands)-12; k-- {
			b := bands[k]
			if r.base-b.base > 1.5*max(r.size, b.size) && k < len(bands)-6 {
				break
			}
			if b.takes(r) && (home == nil || abs(r.base-b.base) < abs(r.base-home.base)) {
				home = b
			}
		}
		if home == nil {
			bands = append(bands, &band{runs: []run{r}, base: r.base, size: r.size, x0: r.x0, x1: r.x1})
			continue
		}
		home.add(r)
	}
	bands = joinRaised(bands)
	sort.SliceStable(bands, func(i, j int) bool { return bands[i].base < bands[j].base })
	for _, b := range bands {
		sort.SliceStable(b.runs, func(i, j int) bool { return b.runs[i].x0 < b.runs[j].x0 })
		b.dedupe()
	}
	return bands
}

func (b *band) add(r run) {
	b.runs = append(b.runs, r)
	b.x0, b.x1 = min(b.x0, r.x0), max(b.x1, r.x1)
	if r.size > b.size*1.05 {
		b.size, b.base = r.size, r.base
	}
}

func (b *band) takes(r run) bool {
	return abs(r.base-b.base) <= 0.22*min(r.size, b.size)
}

// joinRaised moves bands of small type that touch a bigger line beside them
// into that line: the "th" of 5th, footnote marks.
func joinRaised(bands []*band) []*band {
	out := bands[:0:0]
	for i, b := range bands {
		left := b.runs[:0:0]
		for _, r := range b.runs {
			home := beside(bands, i, r)
			if home == nil {
				left = append(left, r)
				continue
			}
			home.runs = append(home.runs, r)
		}
		if len(left) > 0 {
			b.runs = left
			out = append(out, b)
		}
	}
	return out
}

// beside finds the band a small run is raised from or lowered under.
func beside(bands []*band, at int, r run) *band {
	for d := 1; d <= 3; d++ {
		for _, k := range []int{at + d, at - d} {
			if k < 0 || k >= len(bands) {
				continue
			}
			b := bands[k]
			rise := b.base - r.base
			if r.size > 0.87*b.size || rise > 0.62*b.size || rise < -0.25*b.size {
				continue
			}
			for _, o := range b.runs {
				if o.size <= r.size*1.1 {
					continue
				}
				if gap := r.x0 - o.x1; gap > -0.25*o.size && gap < 0.35*o.size {
					return b
				}
				if gap := o.x0 - r.x1; gap > -0.25*o.size && gap < 0.2*o.size && len(r.glyphs) <= 3 {
					return b
				}
			}
		}
	}
	return nil
}

// dedupe drops text drawn twice on nearly the same spot: a made-up bold, or a
// shadow.
func (b *band) dedupe() {
	out := b.runs[:0:0]
	for _, r := range b.runs {
		twice := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-4 && !twice; k-- {
			o := out[k]
			over := min(o.x1, r.x1) - max(o.x0, r.x0)
			if over > 0.8*min(r.x1-r.x0, o.x1-o.x0) && over > 0 {
				twice = covered(o, r)
			}
		}
		if !twice {
			out = append(out, r)
		}
	}
	b.runs = out
}

// covered reports whether every glyph of r stands on the same one of o.
func covered(o, r run) bool {
	j := 0
	for _, g := range r.glyphs {
		if g.Text == " " {
			continue
		}
		for j < len(o.glyphs) && (o.glyphs[j].X < g.X-0.2*g.Size || o.glyphs[j].Text != g.Text) {
			j++
		}
		if j >= len(o.glyphs) || abs(o.glyphs[j].X-g.X) > 0.2*g.Size {
			return false
		}
		j++
	}
	return true
}

// words adds a band's words to out.
func (b *band) words(out []Word) []Word {
	var w wordBuilder
	end, space := 0.0, false
	lastSize := 0.0
	for _, r := range b.runs {
		if r.leading {
			space = true
		}
		spread := r.spread()
		for gi := range r.glyphs {
			g := &r.glyphs[gi]
			if g.Text == " " {
				space = true
				continue
			}
			if w.begun() {
				size := max(lastSize, g.Size)
				if gi > 0 {
					size = g.Size
				}
				gap := (g.X - end) / size
				limit := wordGap
				if gi > 0 {
					limit = max(limit, spread)
				}
				parted := gi == 0 && (g.Size > 1.2*lastSize || g.Size < 0.83*lastSize) && abs(g.Y-w.base) < 0.1*size
				if space && (gap > touchGap || parted) || gap > limit || gap < -1.5 || b.noteMark(&w, g) {
					out = append(out, w.word())
					w.text = w.text[:0]
				}
			}
			if !w.begun() {
				w = wordBuilder{text: w.text, x0: g.X, base: g.Y, raised: g.Y < b.base-0.12*b.size}
			}
			w.tall = w.tall || g.Y < b.base-0.12*b.size
			w.add(g)
			end, space, lastSize = g.X+g.W, false, g.Size
		}
		space = r.trailing
	}
	if w.begun() {
		out = append(out, w.word())
	}
	return out
}

// noteMark reports whether between w and g a footnote's mark ends or begins:
// raised figures that are no part of the word beside them.
func (b *band) noteMark(w *wordBuilder, g *content.Glyph) bool {
	small := func(y, size float64) bool { return y < b.base-0.12*b.size && size < 0.87*b.size }
	raised := small(g.Y, g.Size)
	if w.raised == raised {
		return false
	}
	text := string(w.text)
	last := text[len(text)-1] // a word begins with a letter
	digit := len(g.Text) == 1 && g.Text[0] >= '0' && g.Text[0] <= '9'
	if raised { // a mark after a word; a unit's power, "m2" or "1000km2", stays with it
		return digit && !w.raised && !unit(text)
	}
	return w.raised && last >= '0' && last <= '9' && !digit
}

// unit reports whether text ends in one or two letters by themselves, or in a
// figure: what a raised figure is the power of.
func unit(text string) bool {
	letters := len(text) - len(strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	last := text[len(text)-1]
	return letters == 1 || letters == 2 || last >= '0' && last <= '9'
}

// spread is the gap, in parts of the size, above which glyphs of a run that is
// set with space between its letters are still one word; 0 for ordinary text.
func (r *run) spread() float64 {
	if len(r.glyphs) < 6 {
		return 0
	}
	all, tight := 0, 0
	for i := 1; i < len(r.glyphs); i++ {
		if p, g := &r.glyphs[i-1], &r.glyphs[i]; gapCounts(p, g) {
			all++
			if (g.X-p.X-p.W)/g.Size < ordinaryGap {
				tight++
			}
		}
	}
	if all < 5 || tight > all/2 { // the middle gap is an ordinary one
		return 0
	}
	gaps := make([]float64, 0, all)
	for i := 1; i < len(r.glyphs); i++ {
		if p, g := &r.glyphs[i-1], &r.glyphs[i]; gapCounts(p, g) {
			gaps = append(gaps, (g.X-p.X-p.W)/g.Size)
		}
	}
	sort.Float64s(gaps)
	return gaps[len(gaps)/2]*1.4 + 0.1
}

const ordinaryGap = 0.08 // of the size: the letters of ordinary text stand closer

// gapCounts reports whether the gap between two glyphs tells how far apart a
// run's letters are set.
func gapCounts(p, g *content.Glyph) bool {
	return p.Text != " " && g.Text != " " && p.Text != "." && g.Text != "."
}

type wordBuilder struct {
	text             []byte // nothing while no word is begun
	x0, x1, base     float64
	size             float64
	letters, strong  int
	slanted          int
	artifact, raised bool
	tall             bool
}

func (w *wordBuilder) begun() bool { return len(w.text) > 0 }

func (w *wordBuilder) add(g *content.Glyph) {
	w.text = append(w.text, g.Text...)
	n := utf8.RuneCountInString(g.Text)
	w.letters += n
	if g.Strong || g.Font != nil && g.Font.Bold {
		w.strong += n
	}
	if g.Font != nil && g.Font.Italic {
		w.slanted += n
	}
	w.x0, w.x1 = min(w.x0, g.X), max(w.x1, g.X+g.W)
	w.size = max(w.size, g.Size)
	w.artifact = w.artifact || g.Artifact
}

func (w *wordBuilder) word() Word {
	return Word{
		Text: string(w.text), X0: w.x0, X1: max(w.x1, w.x0), Y0: w.base - 0.78*w.size, Y1: w.base + 0.22*w.size,
		Base: w.base, Size: w.size, Bold: 2*w.strong > w.letters, Italic: 2*w.slanted > w.letters, Artifact: w.artifact, Raised: w.raised, Tall: w.tall,
	}
}
