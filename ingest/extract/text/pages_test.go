package text

import (
	"fmt"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// words are all that pages say, in order.
func words(pages []extract.Page) []string {
	var out []string
	for _, p := range pages {
		for _, b := range p.Blocks {
			out = append(out, strings.Fields(b.Marker+" "+b.Text)...)
		}
	}
	return out
}

func TestLongTextIsCut(t *testing.T) {
	var paragraphs, lines strings.Builder
	for i := range 400 {
		fmt.Fprintf(&paragraphs, "%d. The Committee discussed the matter numbered %d at some length, and Councillor Reed asked what it would cost.\n\n", i+1, i+1)
		fmt.Fprintf(&lines, "word%d and more words here ", i)
	}
	for _, row := range []struct {
		name, text string
		least      int
	}{
		{"paragraphs", paragraphs.String(), 8},
		{"one paragraph without a stop", strings.Repeat(lines.String(), 5), 8},
		{"one word", strings.Repeat("é", 20_000), 6},
		{"short", "1. Apologies\n\nNone.\n", 1},
	} {
		pages := read(t, row.text)
		if len(pages) < row.least || row.least == 1 && len(pages) != 1 {
			t.Errorf("%s: %d pages, want %d", row.name, len(pages), row.least)
		}
		for i, p := range pages {
			size := 0
			for _, b := range p.Blocks {
				size += len(b.Text)
			}
			if p.Number != i+1 || size > pieceMost || size == 0 {
				t.Errorf("%s: page %d of %d is numbered %d and has %d bytes", row.name, i+1, len(pages), p.Number, size)
			}
		}
		if got, want := strings.Join(words(pages), ""), strings.Join(strings.Fields(row.text), ""); got != want {
			t.Errorf("%s: the pages do not say what the text says", row.name)
		}
	}
}

func TestTableOfValues(t *testing.T) {
	pages := read(t, "case_id,landlord,finding\n202081234,\"Thornley, Westermouth and Ambershire Homes\",Maladministration\n202081235,,\"Service\nfailure\"\n202081236,Thornley District Council,None\n")
	blocks := pages[0].Blocks
	if len(pages) != 1 || len(blocks) != 4 {
		t.Fatalf("%d pages, %d rows", len(pages), len(blocks))
	}
	for i, want := range []string{"case_id | landlord | finding", "202081234 | Thornley, Westermouth and Ambershire Homes | Maladministration", "202081235 | Service failure", "202081236 | Thornley District Council | None"} {
		if b := blocks[i]; b.Kind != extract.Row || b.Text != want || len(b.Cells) != 3 || b.Header != (i == 0) {
			t.Errorf("row %d is %+v", i, b)
		}
	}
	for _, prose := range []string{
		"Present, Councillors Reed, Moss and Field\n\nApologies, if any, were noted.\n\nThe Chair, in opening, thanked officers.\n\nAgreed.\n",
		"a,b,c\n",
		"one\ttwo\tthree\nfour\tfive\n\nsix\tseven\teight\nnine\n",
	} {
		for _, b := range read(t, prose)[0].Blocks {
			if b.Kind == extract.Row {
				t.Errorf("%q was read as a table", prose)
			}
		}
	}
}
