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
	"fmt"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/layout"
	"moothall/ingest/extract/pdf/object"
	"moothall/ingest/extract/pdf/quality"
	"moothall/ingest/extract/pdf/structure"
)

// Engine names this reader and its version. A paper read by another version
// may be read again.
const Engine = "pdf/1"

// Read reads a paper. A page that is only a picture has Unread set. The error
// says why nothing could be read: not a PDF, a password, no pages.
//
// Read never panics and ends within a few seconds a page, but a large paper
// may take memory in proportion: run it where both are watched.
func Read(raw []byte) (paper extract.Paper, err error) {
	defer func() {
		if x := recover(); x != nil { // a mistake of ours must cost one paper, not the run
			paper, err = extract.Paper{}, fmt.Errorf("pdf: the file could not be read: %v", x)
		}
	}()
	doc, err := object.Open(raw)
	if err != nil {
		return extract.Paper{}, err
	}
	paper = extract.Paper{Media: "pdf", Engine: Engine, Title: strings.Join(strings.Fields(doc.Info("Title")), " ")}
	reader := content.NewReader(doc)
	sheets := make([]structure.Sheet, doc.NumPages())
	unread := make([]string, len(sheets))
	for i := range sheets {
		p := reader.Page(i)
		sheets[i] = structure.Sheet{Width: p.Width, Height: p.Height, Page: layout.Arrange(&p)}
		if len(p.Glyphs) == 0 && p.Pictures > 0.2*p.Width*p.Height {
			unread[i] = "The page is a picture without text."
		}
		if p.Cut {
			paper.Doubts = append(paper.Doubts, fmt.Sprintf("page %d: reading stopped early", i+1))
		}
	}
	paper.Pages = structure.Pages(sheets)
	for i, why := range unread {
		paper.Pages[i].Unread = why
	}
	dropRubbish(&paper)
	return paper, nil
}

// dropRubbish takes the text off pages whose map from glyphs to letters is
// wrong: what it says stands nowhere on the page.
func dropRubbish(paper *extract.Paper) {
	for i := range paper.Pages {
		p := &paper.Pages[i]
		var text strings.Builder
		for _, b := range p.Blocks {
			text.WriteString(b.Text + "\n")
		}
		if quality.Rubbish(text.String()) {
			p.Blocks, p.Words, p.Running = nil, nil, nil
			p.Unread = "The letters stored in the page are not those that are seen on it."
		}
	}
}
