package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

// A column or a page may end in the middle of a paragraph, an entry or a
// table's row. What comes next carries it on.

// carriesOn reports whether l, the first line of another column or page, goes
// on with the paragraph or entry d: no sentence ends there, the last line is
// as full as it can be, and l begins small or after a word that needs more.
func carriesOn(d *draft, l *layout.Line) bool {
	prev := d.lines[len(d.lines)-1]
	if len(l.Words) == 0 || prev.Turned || l.Turned || abs(l.Size-prev.Size) > 0.06*prev.Size || l.Bold != prev.Bold {
		return false
	}
	if m, _ := markerOf(l, true); m != "" {
		return false
	}
	if !sameIndent(d, l) || strings.ContainsAny(lastRune(prev), ".!?:;") {
		return false
	}
	first := l.Words[0]
	initial, _ := utf8.DecodeRuneInString(first.Text)
	room := prev.Right - prev.X1 - (first.X1 - first.X0) - 0.3*prev.Size
	last := prev.Words[len(prev.Words)-1].Text
	needs := goesOn[strings.ToLower(last)] || strings.HasSuffix(last, ",") || hyphenated(prev)
	switch {
	case unicode.IsLower(initial):
		return room < 3.5*prev.Size || needs
	case needs:
		return room < prev.Size
	}
	return room < 0 && len(d.lines) > 1
}

// sameIndent reports whether a line stands where the lines of a draft do, on
// the page or in its column: left and right pages may differ.
func sameIndent(d *draft, l *layout.Line) bool {
	prev := d.lines[len(d.lines)-1]
	for _, x := range []float64{prev.X0, d.textX} {
		if abs(l.X0-x) < l.Size || abs((l.X0-l.Left)-(x-prev.Left)) < l.Size {
			return true
		}
	}
	return len(d.lines) == 1 && abs(l.X0-l.Left) < l.Size && prev.X0-prev.Left < 4*l.Size // its first line was set in
}

// pageEnds are the first block of a page with its lines and the last that is
// no footnote; nil where they are rows. After body blocks come footnotes only.
type pageEnds struct {
	first, last *draft
	body        int
}

// endsOf finds the ends of a page and marks the footnotes at its foot: smaller
// than the text, and begun with a number or sign.
func (t *traits) endsOf(blocks []extract.Block, drafts []*draft) pageEnds {
	e := pageEnds{body: len(blocks)}
	if len(blocks) == 0 {
		return e
	}
	for i := len(blocks) - 1; i > 0 && blocks[i].Kind != extract.Row && blocks[i].Size < noteSize*t.body; i-- {
		if noted(drafts[i]) {
			e.body = i
		}
	}
	if above := blocks[e.body-1]; above.Kind != extract.Row && above.Size < noteSize*t.body {
		e.body = len(blocks) // small print, not notes
	}
	for i := e.body; i < len(blocks); i++ {
		blocks[i].Class = extract.Footnote
		if blocks[i].Kind == extract.Heading {
			blocks[i].Kind, blocks[i].Level = extract.Paragraph, 0
		}
	}
	e.first, e.last = drafts[0], drafts[e.body-1]
	return e
}

const noteSize = 0.93 // of the body's: footnotes are smaller

// noted reports whether a block begins as a footnote does: "3", "[3]" or a
// sign, with no stop after it as lists have.
func noted(d *draft) bool {
	words := d.lines[0].Words
	if len(words) < 2 {
		return false
	}
	w := words[0].Text
	if number := strings.TrimSuffix(strings.TrimPrefix(w, "["), "]"); number != "" && len(number) <= 3 {
		return strings.Trim(number, "0123456789") == "" || strings.Trim(number, "*†‡§") == ""
	}
	return false
}

// markContinued sets Continues on what goes on with the page before.
func markContinued(pages []extract.Page, ends []pageEnds) {
	for i := 1; i < len(pages); i++ {
		before, blocks := pages[i-1].Blocks[:ends[i-1].body], pages[i].Blocks
		if len(before) == 0 || len(blocks) == 0 {
			continue
		}
		last := before[len(before)-1]
		switch {
		case last.Kind == extract.Row:
			if k := rowCarried(before, blocks); k >= 0 {
				blocks[k].Continues = true
			}
		case last.Kind != extract.Heading && blocks[0].Kind == extract.Paragraph && blocks[0].Class != extract.Footnote:
			blocks[0].Continues = carriesOn(ends[i-1].last, ends[i].first.lines[0])
		}
	}
}

// rowCarried is which of the rows at the top of a page goes on with the last
// row of the page before, -1 for none: the first, or the one after the head
// that is printed again.
func rowCarried(before, blocks []extract.Block) int {
	last := before[len(before)-1]
	k := 0
	if blocks[0].Kind == extract.Row && len(blocks) > 1 && sameRow(blocks[0], before) {
		k = 1
	}
	row := blocks[k]
	if row.Kind != extract.Row || len(row.Cells) != len(last.Cells) || row.Cells[0] != "" || abs(row.X0-last.X0) > 12 {
		return -1
	}
	open := false
	for c, text := range row.Cells {
		if text == "" {
			continue
		}
		above := last.Cells[c]
		if above == "" || figures(above) || figures(text) {
			return -1
		}
		initial, _ := utf8.DecodeRuneInString(text)
		end, _ := utf8.DecodeLastRuneInString(above)
		open = open || unicode.IsLower(initial) || utf8.RuneCountInString(above) > 25 && !strings.ContainsRune(".!?:;", end)
	}
	if !open {
		return -1
	}
	return k
}

// figures reports whether a cell has more digits than letters.
func figures(cell string) bool {
	digits, letters := 0, 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > letters
}

// sameRow reports whether a row stands, word for word, in the table with
// which a page ends.
func sameRow(row extract.Block, page []extract.Block) bool {
	for i := len(page) - 1; i >= 0 && page[i].Kind == extract.Row; i-- {
		if page[i].Text == row.Text {
			return true
		}
	}
	return false
}
