package pdf

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/object"
	"moothall/ingest/extract/pdf/quality"
)

// Whether the map from a font's glyphs to letters is right is judged by all
// that the paper sets in it: a page may have too little of it to tell, and a
// good font beside a bad one would hide it.

// tallies are what each font of a paper says.
type tallies struct {
	of map[*content.Font]*quality.Tally
}

func (t *tallies) add(glyphs []content.Glyph) {
	if t.of == nil {
		t.of = map[*content.Font]*quality.Tally{}
	}
	var font *content.Font
	var tally *quality.Tally
	for i := range glyphs {
		g := &glyphs[i]
		if g.Font != font || tally == nil {
			font, tally = g.Font, t.of[g.Font]
			if tally == nil {
				tally = &quality.Tally{}
				t.of[g.Font] = tally
			}
		}
		if i == 0 || apart(&glyphs[i-1], g) {
			tally.Gap()
		}
		tally.Add(g.Text)
	}
}

// apart reports whether two glyphs drawn one after the other are of two words.
func apart(a, b *content.Glyph) bool {
	gap := (b.X-a.X)*a.DX + (b.Y-a.Y)*a.DY - a.W
	aside := (b.Y-a.Y)*a.DX - (b.X-a.X)*a.DY
	return a.Font != b.Font || gap > 0.16*b.Size || gap < -0.5*b.Size || aside > 0.1*b.Size || aside < -0.1*b.Size
}

// wrong are the fonts whose letters are not those that are seen.
func (t *tallies) wrong() map[*content.Font]*repair {
	out := map[*content.Font]*repair{}
	for f, tally := range t.of {
		if f != nil && !f.Lost() && tally.Rubbish() {
			out[f] = &repair{}
		}
	}
	if len(out) == 0 {
		return nil
	}
	for f, tally := range t.of {
		if share, n := tally.Share(); f != nil && !f.Lost() && out[f] == nil && n < fewPairs && share < surely {
			out[f] = &repair{maybe: true}
		}
	}
	return out
}

// repair is what can be done about a font: all its letters moved by one number
// of places (see moved), as where the maker took the numbers of glyphs for
// letters.
type repair struct {
	text  strings.Builder // some of what it says
	by    rune            // 0 where it cannot be repaired
	maybe bool            // it says too little to be judged beside the others
}

const (
	enoughText = 8_000
	surely     = 0.93 // share of common pairs that makes a shift the right one
	fewPairs   = 40
	mostFonts  = 100 // that are looked at: each costs some hundredths of a second
	likely     = 0.85
	hardly     = 0.02 // see quality.Tally: Strange
	oddly      = 0.15 // and Odd
	familiar   = 0.05 // and Known
)

// learn keeps what a font says as far as it takes to judge.
func learn(fonts map[*content.Font]*repair, glyphs []content.Glyph) {
	for i := range glyphs {
		r := fonts[glyphs[i].Font]
		if r == nil || r.text.Len() > enoughText {
			continue
		}
		if i == 0 || apart(&glyphs[i-1], &glyphs[i]) {
			r.text.WriteByte('\n')
		}
		r.text.WriteString(glyphs[i].Text)
	}
}

// solve looks for the number of places: the one that makes the text most like
// language. Capitals have the pairs of small letters, so that small letters
// decide between the two.
func (r *repair) solve() {
	text, best := r.text.String(), 0.0
	_, all := quality.Share(text)
	for by := rune(-94); by <= 94+25; by++ {
		var t quality.Tally
		t.Add(moved(text, by))
		share, n := t.Share()
		if by == 0 || share < surely || n < fewPairs || 2*n < all || t.Strange() > hardly || t.Odd() > oddly || t.Known() < familiar {
			continue
		}
		if score := share - t.Odd() + t.Small()/2; score > best {
			r.by, best = by, score
		}
	}
}

// follow has fonts take the number of places of those that say most, where it
// makes language of them too: some say too little to be judged, and those in
// capitals alone do not tell them from small letters.
func follow(fonts map[*content.Font]*repair) {
	votes := map[rune]int{}
	for _, r := range fonts {
		votes[r.by] += r.text.Len()
	}
	delete(votes, 0)
	by := rune(0)
	for k, n := range votes {
		if n > votes[by] || n == votes[by] && k < by {
			by = k
		}
	}
	for _, r := range fonts {
		if r.by == by || by == 0 {
			continue
		}
		var t quality.Tally
		t.Add(moved(r.text.String(), by))
		if share, n := t.Share(); n > 0 && share > likely && t.Odd() < oddly {
			r.by = by
		}
	}
}

// moved moves the signs of a text by so many places; what leaves the printed
// signs of ASCII, and spaces, stays as it is. More than 94 places, which is all
// there are, move letters alone, round the alphabet, by those above 94.
func moved(text string, by rune) string {
	if by > 94 {
		return turned(text, by-94)
	}
	return strings.Map(func(r rune) rune {
		if m := r + by; r > 0 && r < 127 && r != '\n' && r != ' ' && m >= ' ' && m < 127 {
			return m
		}
		return r
	}, text)
}

func turned(text string, by rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+by)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+by)%26
		}
		return r
	}, text)
}

// mend puts right what can be on a page, and gives the letters of fonts that
// cannot be, of all.
func mend(fonts map[*content.Font]*repair, p *content.Page) (wrong, all int) {
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Text == " " {
			continue
		}
		all++
		if r := fonts[g.Font]; r != nil {
			if r.by == 0 {
				if !r.maybe {
					wrong++
				}
				continue
			}
			g.Text = moved(g.Text, r.by)
		}
	}
	return wrong, all
}

// repaired reads the pages of a paper again in which the letters of some
// fonts are wrong: each gives the pages one by one, the same every time but for
// those that the clock ends.
func (first *drawn) repaired(fonts map[*content.Font]*repair, each func(func(*content.Page))) *drawn {
	each(func(p *content.Page) { learn(fonts, p.Glyphs) })
	names := map[string]bool{}
	most := slices.SortedFunc(maps.Values(fonts), func(a, b *repair) int {
		return cmp.Or(b.text.Len()-a.text.Len(), strings.Compare(a.text.String(), b.text.String()))
	})
	for _, r := range most[:min(len(most), mostFonts)] {
		if !r.maybe {
			r.solve()
		}
	}
	follow(fonts)
	for f, r := range fonts {
		if r.by == 0 && !r.maybe {
			names[f.Name] = true
		}
	}
	d := &drawn{}
	some := 0
	each(func(p *content.Page) {
		bad, all := mend(fonts, p)
		d.add(p)
		v := ofFonts(bad, all)
		if v == sound && bad > 0 {
			some++
		}
		last := len(d.verdicts) - 1
		d.verdicts[last] = max(d.verdicts[last], v)
		if d.letters[last] < first.letters[last] {
			d.less(first, last, bad > 0 || moves(fonts, p.Glyphs))
		}
	})
	if some > 0 {
		list := slices.Sorted(maps.Keys(names))
		d.doubts = append(d.doubts, fmt.Sprintf("the letters of the font %s are not those that are seen, on %d pages that are read otherwise", strings.Join(list, ", "), some))
	}
	return d
}

// less is of page i that gives less than it gave at first. It stays as it was
// then, unless letters of it were wrong.
func (d *drawn) less(first *drawn, i int, wrong bool) {
	if wrong {
		d.verdicts[i] = max(d.verdicts[i], gappy)
		return
	}
	d.sheets[i], d.pictures[i], d.letters[i], d.verdicts[i] = first.sheets[i], first.pictures[i], first.letters[i], first.verdicts[i]
}

// moves reports whether letters of a page are in a font that is put right.
func moves(fonts map[*content.Font]*repair, glyphs []content.Glyph) bool {
	return slices.ContainsFunc(glyphs, func(g content.Glyph) bool { return fonts[g.Font] != nil && fonts[g.Font].by != 0 })
}

// pagesOf gives the pages of an opened paper one by one.
func pagesOf(doc *object.Document) func(func(*content.Page)) {
	reader := content.NewReader(doc)
	return func(f func(*content.Page)) {
		doc.Anew()
		for i := range doc.NumPages() {
			p := reader.Page(i)
			f(&p)
		}
	}
}

// oneByOne gives pages that are at hand.
func oneByOne(pages []content.Page) func(func(*content.Page)) {
	return func(f func(*content.Page)) {
		for i := range pages {
			f(&pages[i])
		}
	}
}
