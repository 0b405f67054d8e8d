package ingest

import (
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

func TestBlankPageMakesNoRecord(t *testing.T) {
	page := func(n int, running string, texts ...string) extract.Page {
		p := extract.Page{Number: n, Running: []string{running}}
		for _, s := range texts {
			p.Blocks = append(p.Blocks, extract.Block{Text: s})
		}
		return p
	}
	doc := parse.Document{Paper: extract.Paper{Pages: []extract.Page{
		page(1, "Page 1", "The harbour master reported on dues."),
		page(2, "Harbour Board, 4 May 2021", "This page is intentionally left blank", "14"),
		page(3, "Page 3"),
		page(4, "Harbour Board, 4 May 2021", "The dredger is repaired."),
		page(5, "Harbour Board, 4 May 2021"),
	}}, Digest: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
	read := func(doc parse.Document) []archive.Record {
		parsed := Pages(doc)
		rest, _ := leftOver(doc.Paper, parsed)
		return pageRecords(doc, parsed, rest, "Harbour Board")
	}
	records := read(doc)
	if len(records) != 3 {
		t.Fatalf("%d records, want those of pages 1, 4 and 5", len(records))
	}
	first, fourth := records[0].About(), records[1].About()
	for _, words := range []string{"This page is intentionally left blank", "14", "Harbour Board"} {
		if !strings.Contains(first.Furniture, words) || strings.Contains(first.Text, words) {
			t.Errorf("page 1 has furniture %q, want %q in it and not in its text", first.Furniture, words)
		}
	}
	if !strings.Contains(fourth.Furniture, "Page 3") {
		t.Errorf("page 4 has furniture %q, want the number of page 3", fourth.Furniture)
	}
	doc.Paper.Pages = doc.Paper.Pages[1:3]
	if got := read(doc); len(got) == 0 || !strings.Contains(got[0].About().Text, "blank") {
		t.Errorf("a paper of a blank page has no record of it: %d", len(got))
	}
}
