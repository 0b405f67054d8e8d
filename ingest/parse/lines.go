package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A Line is one block of a paper with the page it stands on.
type Line struct {
	Page int // the page's number, from 1; 0 where not known
	OCR  bool
	extract.Block
}

// Lines gives the blocks at places, in their order. A place that the paper
// does not have is left out.
func Lines(p extract.Paper, places []Place) []Line {
	lines := make([]Line, 0, len(places))
	for _, at := range places {
		if at.Page < 0 || at.Page >= len(p.Pages) {
			continue
		}
		page := p.Pages[at.Page]
		if at.Block < 0 || at.Block >= len(page.Blocks) {
			continue
		}
		lines = append(lines, Line{Page: page.Number, OCR: page.OCR, Block: page.Blocks[at.Block]})
	}
	return lines
}

// Places lists every block of a paper in reading order.
func Places(p extract.Paper) []Place {
	var all []Place
	for i := range p.Pages {
		for j := range p.Pages[i].Blocks {
			all = append(all, Place{i, j})
		}
	}
	return all
}

// Printed is a block as it is read aloud: its marker as printed, then its text.
func Printed(b extract.Block) string {
	switch {
	case b.Marker == "":
		return b.Text
	case b.Text == "":
		return b.Marker
	}
	return b.Marker + " " + b.Text
}

// Join makes a record's Text of its blocks: paragraphs separated by one blank
// line, markers kept as printed. A paragraph that runs over a page break is
// one paragraph. The marks say at which byte each page's words begin; pages
// are those the blocks stand on, each once.
func Join(lines []Line) (text string, marks []archive.PageMark, pages []int) {
	var b strings.Builder
	page := 0
	var before *Line
	lines = notesLast(lines)
	for i := range lines {
		l := &lines[i]
		words := Printed(l.Block)
		if strings.TrimSpace(words) == "" {
			continue
		}
		switch {
		case before == nil:
		case runsOn(*before, *l):
			b.WriteByte(' ')
		default:
			b.WriteString("\n\n")
		}
		if l.Page > 0 && l.Page != page {
			page = l.Page
			marks = append(marks, archive.PageMark{Offset: b.Len(), Page: page})
			if len(pages) == 0 || pages[len(pages)-1] < page {
				pages = append(pages, page)
			}
		}
		b.WriteString(words)
		before = l
	}
	return b.String(), marks, pages
}

// mend joins paragraphs that a page break cut in two, so that what follows
// sees whole sentences. The joined line stands on the page where it begins.
func mend(lines []Line) []Line {
	out := make([]Line, 0, len(lines))
	lines = notesLast(lines)
	for i, l := range lines {
		if strings.TrimSpace(Printed(l.Block)) == "" {
			continue
		}
		if n := len(out); n > 0 && i > 0 && runsOn(lines[i-1], l) {
			out[n-1].Text += " " + Printed(l.Block)
			continue
		}
		out = append(out, l)
	}
	return out
}

// notesLast puts footnotes that stand between two parts of a sentence, at the
// foot of the page on which it begins, after its end.
func notesLast(lines []Line) []Line {
	out, copied := lines, false
	for i, l := range lines {
		if !l.Continues {
			continue
		}
		k := i
		for k > 0 && out[k-1].Class == extract.Footnote {
			k--
		}
		if k == i || k == 0 || !runsOn(out[k-1], l) {
			continue
		}
		if !copied {
			out, copied = slices.Clone(lines), true
		}
		copy(out[k+1:i+1], out[k:i])
		out[k] = l
	}
	return out
}

// runsOn reports whether b goes on with the sentence that a began on the page
// before: the reader says so, or a stops without a stop and b starts in small
// letters.
func runsOn(a, b Line) bool {
	if b.Continues && b.Page > a.Page && a.Kind != extract.Row && b.Kind != extract.Row {
		return true
	}
	if b.Page != a.Page+1 || a.Page == 0 || b.Marker != "" || b.Kind != extract.Paragraph ||
		a.Kind == extract.Heading || a.Kind == extract.Row {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(a.Text))
	if strings.ContainsRune(".!?:;", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text)
	return unicode.IsLower(first)
}
