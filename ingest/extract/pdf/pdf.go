// Package pdf reads PDFs into pages of blocks.
//
// A paper goes through four rooms: object (what the file holds), content
// (what each page draws where), layout (words, lines, columns, tables in
// reading order) and structure (headings, paragraphs, entries, running
// lines). Each knows only the one before it. The library under object gives
// glyphs' codes and nothing that reads as text, which is why the other three
// are ours.
package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/layout"
	"moothall/ingest/extract/pdf/object"
	"moothall/ingest/extract/pdf/structure"
)

// Engine names this reader and its version. A paper read by another version
// may be read again.
const Engine = "pdf/4"

// Read reads a paper. A page that is only a picture has Unread set. The error
// says why nothing could be read: not a PDF, a password, no pages.
//
// Read never panics and ends within a few seconds a page, but a large paper
// may take memory in proportion: run it where both are watched.
func Read(raw []byte) (extract.Paper, error) { return Reader{}.Read(raw) }

// A Reader reads papers with another engine at hand. The zero Reader has none.
type Reader struct {
	// Second gives what each page draws, by another engine: pdfium's Pages.
	// It is asked where ours fails or finds no letter on pages that are not
	// pictures, and what it gives is laid out as ours is.
	Second func(raw []byte) ([]content.Page, error)
}

// Why a page is unread although it could be opened.
const (
	PictureOnly  = "The page is a picture without text."
	WrongLetters = "The letters stored in the page are not those that are seen on it."
	// PartlyWrong is of a page whose words stand with it, the right ones and the
	// others.
	PartlyWrong = "Some of the letters of the page are not stored in it, or not as they are seen."
	// Stamped is of a page whose few words stand with it.
	Stamped = "The page is a picture with a few words set over it."
	// Misread is of a page whose words stand with it, such as they are.
	Misread = "The words stored under the picture of the page are misread."
)

// SecondEngine names the engine of papers that the second one read.
const SecondEngine = "pdfium/1"

// Read is Read, with the second engine taking over where it helps. Which one
// read the paper, and why, is in its Engine and Doubts.
func (r Reader) Read(raw []byte) (extract.Paper, error) {
	first, err := draw(raw)
	if r.Second == nil || err == nil && !first.silent() || errors.Is(err, object.ErrPassword) || errors.Is(err, object.ErrNotPDF) {
		if err != nil {
			return extract.Paper{}, err
		}
		return first.paper(Engine)
	}
	why := "read by the second engine: the first found no letters"
	if err != nil {
		why = "read by the second engine: " + err.Error()
	}
	pages, failed := r.Second(raw)
	second := drawAll(first.title, oneByOne(pages))
	second.doubts = append([]string{why}, second.doubts...)
	if failed != nil {
		second.doubts = append(second.doubts, failed.Error())
	}
	switch {
	case len(pages) > 0 && !second.silent():
		return second.paper(SecondEngine)
	case err != nil:
		return extract.Paper{}, err
	}
	return first.paper(Engine)
}

// Arrange lays out what another engine says the pages draw, as it would have
// been had ours said it.
func Arrange(pages []content.Page) (extract.Paper, error) {
	return drawAll("", oneByOne(pages)).paper(SecondEngine)
}

// drawAll lays out the pages that each gives one by one.
func drawAll(title string, each func(func(*content.Page))) *drawn {
	d := &drawn{}
	each(d.add)
	if wrong := d.fonts.wrong(); len(wrong) > 0 {
		d = d.repaired(wrong, each)
	}
	d.title = title
	return d
}

// Silent reports whether no page of a paper has a letter, and some page is not
// known to be a picture only: either the reader missed what is there, or it is
// drawn and not written.
func Silent(p extract.Paper) bool {
	some := false
	for _, page := range p.Pages {
		if len(page.Blocks)+len(page.Running)+len(page.Words) > 0 {
			return false
		}
		some = some || page.Unread == ""
	}
	return some
}

// drawn is a paper whose pages are drawn and laid out one by one, as the
// letters of many pages are too much to keep.
type drawn struct {
	title    string
	sheets   []structure.Sheet
	pictures []pictured
	letters  []int // of each page
	verdicts []verdict
	fonts    tallies
	doubts   []string
}

func (d *drawn) add(p *content.Page) {
	d.sheets = append(d.sheets, structure.Sheet{Width: p.Width, Height: p.Height, Page: layout.Arrange(p)})
	d.pictures = append(d.pictures, picturedBy(p))
	d.letters = append(d.letters, len(p.Glyphs))
	d.verdicts = append(d.verdicts, ofMute(p))
	d.fonts.add(p.Glyphs)
	if p.Lost > 0 {
		d.doubts = append(d.doubts, fmt.Sprintf("page %d: %d signs within words have no letters in the file, and the words lack them", len(d.sheets), p.Lost))
	}
	if p.Cut {
		d.doubts = append(d.doubts, fmt.Sprintf("page %d: reading stopped early", len(d.sheets)))
	}
}

// silent reports whether no page has a letter and some page is more than a
// picture.
func (d *drawn) silent() bool {
	return slices.Max(append(d.letters, 0)) == 0 && slices.ContainsFunc(d.pictures, func(p pictured) bool { return p != only })
}

// draw runs the pages of a paper with the first engine. What it gives is
// never nil.
func draw(raw []byte) (d *drawn, err error) {
	d = &drawn{}
	defer func() {
		if x := recover(); x != nil { // a mistake of ours must cost one paper, not the run
			err = fmt.Errorf("pdf: the file could not be read: %v", x)
		}
	}()
	doc, err := object.Open(raw)
	if err != nil {
		return d, err
	}
	return drawAll(strings.Join(strings.Fields(doc.Info("Title")), " "), pagesOf(doc)), nil
}

// paper says what the lines of the pages are.
func (d *drawn) paper(engine string) (paper extract.Paper, err error) {
	defer func() {
		if x := recover(); x != nil { // as in draw
			paper, err = extract.Paper{}, fmt.Errorf("pdf: the paper could not be laid out: %v", x)
		}
	}()
	paper = extract.Paper{Media: "pdf", Engine: engine, Title: d.title, Doubts: d.doubts}
	paper.Pages = structure.Pages(d.sheets)
	for i, is := range d.pictures {
		is.mark(&paper.Pages[i])
	}
	for i, v := range d.verdicts {
		v.mark(&paper.Pages[i])
	}
	return paper, nil
}

func textOf(p *extract.Page) string {
	var text strings.Builder
	for _, b := range p.Blocks {
		text.WriteString(b.Text + "\n")
	}
	return text.String()
}
