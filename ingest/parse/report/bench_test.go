package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// BenchmarkParse reads a report of some five hundred paragraphs.
func BenchmarkParse(b *testing.B) {
	raw, err := os.ReadFile(filepath.Join("testdata", "full-council-remedies.in.txt"))
	if err != nil {
		b.Fatal(err)
	}
	doc := documentOf(b, "x.txt", raw)
	prose := strings.Repeat("The Council considered the report of the Director and noted that the Committee had asked for more. ", 6)
	for range 500 {
		doc.Paper.Pages[0].Blocks = append(doc.Paper.Pages[0].Blocks, extract.Block{Text: prose})
	}
	b.SetBytes(int64(len(raw) + 500*len(prose)))
	for b.Loop() {
		Parse(doc)
	}
}
