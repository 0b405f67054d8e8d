package moderngov

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A page is a paper's lines. A row of a table flattened to text is several
// lines, one to each thing it says, that share a place.
type page struct {
	doc      parse.Document
	lines    []parse.Line
	places   []parse.Place // of each line
	marked   bool          // the page has the system's classes
	labelled bool          // its labels have their class too
	flat     bool          // the page's tables were flattened to text
	barred   bool          // they were, and bars alone part their rows
	links    []extract.Link
	elements map[string][]int // the lines beneath each element of an XML answer; see beneath
}

// addressClass is how the HTML reader marks the links that say where a page
// itself stands.
const addressClass = "page-address"

func newPage(d parse.Document) *page {
	p := &page{doc: d}
	all := parse.Places(d.Paper)
	alone := 0
	for i, l := range parse.Lines(d.Paper, all) {
		if l.Class == addressClass {
			p.links = append(p.links, l.Links...)
			continue
		}
		p.labelled = p.labelled || strings.Contains(l.Class, "mgSubItemTitleTxt")
		p.marked = p.marked || strings.Contains(l.Class, "mg")
		if label(l.Text) != noLabel {
			alone++
		}
		p.lines = append(p.lines, l)
		p.places = append(p.places, all[i])
	}
	if !p.marked && alone == 0 {
		p.flatten()
	}
	return p
}

// flatten cuts the lines of a page whose tables were flattened to text,
// "| 5. | Budget PDF 1 MB Minutes: Noted. |", at the labels inside them.
func (p *page) flatten() {
	var lines []parse.Line
	var places []parse.Place
	for i, l := range p.lines {
		pieces := cells(l.Block)
		var cut []string
		for _, c := range pieces {
			cut = append(cut, cutAtLabels(c)...)
		}
		if len(cut) < 2 {
			lines, places = append(lines, l), append(places, p.places[i])
			continue
		}
		p.flat = true
		for _, c := range cut {
			v := l
			v.Block = extract.Block{Text: c, Class: "row"}
			lines, places = append(lines, v), append(places, p.places[i])
		}
	}
	p.lines, p.places = lines, places
}

func cells(b extract.Block) []string {
	if b.Kind == extract.Row {
		return b.Cells
	}
	return []string{parse.Printed(b)}
}

// inlineCut is where a line flattened from several falls apart: around a
// label, and after the size that ends a title's link.
var inlineCut = regexp.MustCompile(`(?:^|\s)((?:Additional documents|Supporting documents|Decision|Minutes):)|\b(?:PDF|DOCX?|XLSX?) [\d.,]+ [KM]B\b`)

func cutAtLabels(s string) []string {
	var out []string
	from := 0
	for _, m := range inlineCut.FindAllStringSubmatchIndex(s, -1) {
		switch {
		case m[2] < 0:
			out = append(out, s[from:m[1]])
		case m[3] < len(s) && s[m[3]] != ' ':
			continue
		default:
			out = append(out, s[from:m[2]], s[m[2]:m[3]])
		}
		from = m[1]
	}
	out = append(out, s[from:])
	kept := out[:0]
	for _, o := range out {
		if o = strings.TrimSpace(o); o != "" {
			kept = append(kept, o)
		}
	}
	return kept
}

// text is line i as it is read aloud.
func (p *page) text(i int) string {
	if i < 0 || i >= len(p.lines) {
		return ""
	}
	return parse.Printed(p.lines[i].Block)
}

func (p *page) has(i int, class string) bool { return strings.Contains(p.lines[i].Class, class) }

// inWord reports whether a line was typed by the clerk, not written by the
// system.
func (p *page) inWord(i int) bool {
	return p.has(i, "mgWordPara") || p.has(i, "Mso")
}

// opens reports whether one of the page's first lines, or its title, begins
// with words, which are in small letters.
func (p *page) opens(words string) bool {
	for i := 0; i < len(p.lines) && i < 12; i++ {
		if strings.HasPrefix(strings.ToLower(p.text(i)), words) {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(p.doc.Paper.Title), words)
}

// at gives the lines at indexes.
func (p *page) at(indexes []int) []parse.Line {
	lines := make([]parse.Line, 0, len(indexes))
	for _, i := range indexes {
		lines = append(lines, p.lines[i])
	}
	return lines
}

// under gives the lines at indexes beneath a heading, or nothing where there
// are none.
func (p *page) under(heading string, indexes []int) []parse.Line {
	if len(indexes) == 0 {
		return nil
	}
	return append([]parse.Line{{Block: extract.Block{Text: heading}}}, p.at(indexes)...)
}

// blocks gives the blocks behind lines, each once, as they stand in the
// paper but for the size a link to a file ends with.
func (p *page) blocks(indexes []int) []parse.Line {
	var lines []parse.Line
	last := parse.Place{Page: -1}
	for _, i := range indexes {
		if p.places[i] == last {
			continue
		}
		last = p.places[i]
		l := parse.Lines(p.doc.Paper, []parse.Place{last})[0]
		if l.Kind != extract.Row {
			l.Text, _ = cutSize(l.Text)
		}
		lines = append(lines, l)
	}
	return lines
}

// furniture are the sizes that blocks leaves out, and the lines aside.
func (p *page) furniture(indexes, aside []int) string {
	var cut []string
	for _, i := range aside {
		if t := p.text(i); t != "" {
			cut = append(cut, t)
		}
	}
	last := parse.Place{Page: -1}
	for _, i := range indexes {
		if p.places[i] == last {
			continue
		}
		last = p.places[i]
		l := parse.Lines(p.doc.Paper, []parse.Place{last})[0]
		if l.Kind == extract.Row {
			continue
		}
		if _, size := cutSize(l.Text); size != "" {
			cut = append(cut, size)
		}
	}
	return strings.Join(cut, "\n")
}

// wordless reports whether a block has nothing to show.
func (p *page) wordless(at parse.Place) bool {
	b := p.doc.Paper.Pages[at.Page].Blocks[at.Block]
	return strings.TrimSpace(parse.Printed(b)) == ""
}

// joined makes one text of lines.
func joined(lines []parse.Line) string {
	text, _, _ := parse.Join(lines)
	return text
}

// council is the council the page belongs to, as it is styled: what we were
// told, else what the page says.
func (p *page) council() string {
	if p.doc.Raw.Council != "" {
		return p.doc.Raw.Council
	}
	return councilOf(p)
}

func itoa(n int) string { return strconv.Itoa(n) }

// dateOf is a date or none.
func dateOf(d archive.Date, ok bool) archive.Date {
	if !ok {
		return ""
	}
	return d
}
