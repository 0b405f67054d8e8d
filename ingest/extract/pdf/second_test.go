package pdf

import (
	"errors"
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/object"
)

// said stands in for a second engine that finds one word on one page.
func said(word string) func([]byte) ([]content.Page, error) {
	return func([]byte) ([]content.Page, error) {
		p := content.Page{Width: 595, Height: 842}
		x := 72.0
		for _, r := range word {
			p.Glyphs = append(p.Glyphs, content.Glyph{Text: string(r), X: x, Y: 100, W: 6, Size: 12, DX: 1})
			x += 6
		}
		return []content.Page{p}, nil
	}
}

func TestSecondEngine(t *testing.T) {
	blank := []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/MediaBox[0 0 595 842]>>\nendobj\n")
	none := []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n")
	for _, c := range []struct {
		name   string
		raw    []byte
		second func([]byte) ([]content.Page, error)
		engine string
		err    error
	}{
		{"the first reads it", read(t, "testdata/linear.in.pdf"), said("wrong"), Engine, nil},
		{"the first finds no letters", blank, said("found"), SecondEngine, nil},
		{"neither finds letters", blank, said(""), Engine, nil},
		{"the first fails", none, said("found"), SecondEngine, nil},
		{"both fail", none, func([]byte) ([]content.Page, error) { return nil, errors.New("pdfium: no") }, "", object.ErrNoPages},
		{"a password is nobody's business", read(t, "testdata/password.in.pdf"), said("wrong"), "", object.ErrPassword},
	} {
		paper, err := Reader{Second: c.second}.Read(c.raw)
		if !errors.Is(err, c.err) || paper.Engine != c.engine {
			t.Errorf("%s: engine %q, error %v; want %q, %v", c.name, paper.Engine, err, c.engine, c.err)
		}
		if paper.Engine == SecondEngine && (paper.Pages[0].Blocks[0].Text != "found" || !strings.Contains(paper.Doubts[0], "second engine")) {
			t.Errorf("%s: %+v", c.name, paper)
		}
	}
}
