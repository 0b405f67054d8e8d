package minutes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/parse"
)

// Papers of the corpus, read as minutes whatever they are: each word of one in
// exactly one place, no record without words or title, and no running line in
// an item's text. Every third is tried, all with MOOTHALL_EVERY_PAPER set.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some two hundred papers")
	}
	files, _ := filepath.Glob("../../../../shared/corpus/pdf/*.pdf")
	if len(files) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("no papers under ../shared/corpus/pdf")
		}
		t.Skip("no papers under ../shared/corpus/pdf")
	}
	for i, file := range files {
		if i%3 != 0 && os.Getenv("MOOTHALL_EVERY_PAPER") == "" {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(raw) > 2<<20 { // the reader's own tests hold those
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			paper, err := pdf.Read(raw)
			if err != nil {
				t.Skip(err)
			}
			doc := parse.Document{Paper: paper, Digest: digest, Format: archive.Minutes}
			r := Parse(doc)
			everyBlockOnce(t, doc, r)
			running := map[string]bool{}
			for _, page := range paper.Pages {
				for _, l := range page.Running {
					if utf8.RuneCountInString(l) > 12 {
						running[strings.TrimSpace(l)] = true
					}
				}
			}
			for _, rec := range r.Records {
				h := rec.About()
				if strings.TrimSpace(h.Text) == "" || strings.TrimSpace(h.Title) == "" {
					t.Errorf("%s: no text or no title", h.ID)
				}
				for _, par := range strings.Split(h.Text, "\n\n") {
					if running[strings.TrimSpace(par)] && par != h.Title {
						t.Errorf("%s: holds the running line %q", h.ID, par)
					}
				}
			}
		})
	}
}
