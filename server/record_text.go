package server

import (
	"strconv"
	"strings"

	"moothall/archive"
)

// A point is a resolution or a recommendation.
type point struct {
	ID, Label string
	Paras     []para
	To        string
	Tag       *tag
	Page      *textLink
}

// A para is one paragraph, or rows of a table; Page leads to the page that
// begins with it.
type para struct {
	ID, Number string
	Parts      []archive.Part
	Rows       [][][]archive.Part // of cells, instead of Parts
	Lang       string
	Bullet     bool // it begins with one
	Page       *textLink
}

// A section is a heading with what stands under it.
type section struct {
	ID, Heading string
	Paras       []para
	Page        *textLink
}

// A reader draws the words of one record, marking what was searched for and
// linking pages.
type reader struct {
	terms []string
	text  string
	head  *archive.Head
	loose bool // the paper has no pages worth naming: it is a web page
}

func (rd reader) parts(text string) []archive.Part { return mark(text, rd.terms) }

// page links a page of the record's paper.
func (rd reader) page(n int) *textLink {
	if n < 1 || rd.loose || rd.head.Source.SHA256 == "" {
		return nil
	}
	return &textLink{"page " + strconv.Itoa(n), withText(pageURL(rd.head.Source.SHA256, n), rd.text)}
}

// paras draws text; prefix begins each paragraph's anchor. A paragraph that
// begins a new page says so, unless it is the one its heading has named.
func (rd reader) paras(prefix, text string, named ...int) []para {
	last := 0
	if len(named) > 0 {
		last = named[0]
	}
	out := drawn(prefix, text, rd.terms)
	if rd.loose || len(rd.head.PageMarks) == 0 {
		return out
	}
	at := 0 // in the record's text; its parts are mostly in order
	for i := range out {
		words := out[i].opening()
		if j := strings.Index(rd.head.Text[at:], words); j >= 0 {
			at += j
		} else if at = strings.Index(rd.head.Text, words); at < 0 {
			at = 0
			continue
		}
		if n := rd.head.PageAt(at); n != 0 && n != last {
			out[i].Page, last = rd.page(n), n
		}
	}
	return out
}

// opening is the words a paragraph begins with: a table's first row.
func (p para) opening() string {
	if len(p.Rows) == 0 {
		return joined(p.Parts)
	}
	var cells []string
	for _, c := range p.Rows[0] {
		cells = append(cells, joined(c))
	}
	return strings.Join(cells, " | ")
}

// drawn cuts text into paragraphs and marks what was searched for. Paragraphs
// that are rows of a table, "Year | Plans | Within 20 weeks", with as many
// cells as their neighbours, are a table again.
func drawn(prefix, text string, terms []string) []para {
	var out []para
	for i, words := range paragraphs(text) {
		cells := strings.Split(words, " | ")
		if len(cells) < 2 {
			out = append(out, para{ID: prefix + strconv.Itoa(i+1), Parts: mark(words, terms), Lang: language(words), Bullet: bullet(words)})
			continue
		}
		var row [][]archive.Part
		for _, c := range cells {
			row = append(row, mark(c, terms))
		}
		if n := len(out); n > 0 && len(out[n-1].Rows) > 0 && len(out[n-1].Rows[0]) == len(row) {
			out[n-1].Rows = append(out[n-1].Rows, row)
			continue
		}
		out = append(out, para{ID: prefix + strconv.Itoa(i+1), Rows: [][][]archive.Part{row}})
	}
	return out
}

// bullet reports whether a paragraph is an entry of a list without numbers.
func bullet(words string) bool {
	return strings.HasPrefix(words, "• ") || strings.HasPrefix(words, "· ") || strings.HasPrefix(words, "– ")
}

// plain is paras without pages, for what says its page itself.
func (rd reader) plain(prefix, text string) []para {
	out := rd.paras(prefix, text)
	for i := range out {
		out[i].Page = nil
	}
	return out
}

// saysOnly reports whether a section holds the words and no others but what
// announces them ("Summary: ").
func saysOnly(x archive.Section, words string) bool {
	text := strings.TrimSpace(x.Text)
	for _, p := range x.Paragraphs {
		text = strings.TrimSpace(text + " " + p.Text)
	}
	return words != "" && strings.TrimSpace(strings.TrimPrefix(text, "Summary:")) == words
}

func (v *recordView) section(rd reader, heading, id, text string) {
	if paras := rd.paras(id+"-", text); len(paras) > 0 {
		v.Sections = append(v.Sections, section{ID: id, Heading: heading, Paras: paras})
	}
}

// sections draws a report's or a finding's own sections. A numbered paragraph
// has its number as anchor.
func (v *recordView) sections(rd reader, list []archive.Section) {
	taken := map[string]bool{}
	for i, x := range list {
		sec := section{ID: "section-" + strconv.Itoa(i+1), Heading: x.Heading}
		if len(x.Pages) > 0 {
			sec.Page = rd.page(x.Pages[0])
		}
		sec.Paras = rd.paras(sec.ID+"-", x.Text, x.Pages...)
		for j, p := range x.Paragraphs {
			q := para{ID: sec.ID + "-n" + strconv.Itoa(j+1), Parts: rd.parts(p.Text), Lang: language(p.Text), Bullet: bullet(p.Text)}
			if p.N > 0 {
				q.Number = strconv.Itoa(p.N)
				if id := "para-" + q.Number; !taken[id] {
					q.ID, taken[id] = id, true
				}
			}
			sec.Paras = append(sec.Paras, q)
		}
		if sec.Heading != "" || len(sec.Paras) > 0 {
			v.Sections = append(v.Sections, sec)
		}
	}
}

// contents leads to the sections of a long record.
func contents(list []section) []textLink {
	var out []textLink
	for _, x := range list {
		if x.Heading != "" {
			out = append(out, textLink{x.Heading, "#" + x.ID})
		}
	}
	if len(out) < 4 {
		return nil
	}
	return out
}

// whole is everything the paper says, folded away where it has been shown in
// its parts.
func (v *recordView) whole(rd reader, text string, folded bool) {
	if paras := rd.paras("p", text); len(paras) > 0 {
		v.Whole = &section{ID: "text", Heading: "The whole text, in order", Paras: paras}
		v.WholeFolded = folded
	}
}
