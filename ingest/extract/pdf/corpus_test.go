package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"moothall/ingest/extract"
)

// corpus lists the real papers kept beside the repository, thinned to every
// nth. Without them a test that needs them is skipped, but not where CI says
// that they must be there.
func corpus(t *testing.T, pattern string, nth int) []string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above")
		}
		dir = filepath.Dir(dir)
	}
	all, err := filepath.Glob(filepath.Join(dir, "../shared/corpus", pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("the corpus beside the repository is not there")
		}
		t.Skip("no corpus beside the repository")
	}
	var out []string
	for i := 0; i < len(all); i += nth {
		out = append(out, all[i])
	}
	return out
}

// Nearly every page of the real papers has text, and no block breaks the
// rules every reading keeps. Their words are compared with other readers' by
// readbench.
func TestReadCorpus(t *testing.T) {
	nth := 3
	if testing.Short() {
		nth = 12
	}
	pages, empty := 0, 0
	for _, f := range corpus(t, "pdf/*.pdf", nth) {
		paper, err := Read(read(t, f))
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(f), err)
			continue
		}
		checkPaper(t, paper)
		for _, p := range paper.Pages {
			pages++
			if len(p.Blocks) == 0 && p.Unread == "" {
				empty++
			}
		}
	}
	if empty*50 > pages {
		t.Errorf("%d of %d pages have neither text nor a reason", empty, pages)
	}
}

// Files made to break readers end as a paper or as an error.
func TestReadHostile(t *testing.T) {
	nth := 1
	if testing.Short() {
		nth = 6
	}
	for _, f := range corpus(t, "hostile/*.pdf", nth) {
		paper, err := Read(read(t, f))
		if err == nil {
			checkPaper(t, paper)
		}
	}
}

var sink extract.Paper

func BenchmarkRead(b *testing.B) {
	raw, err := os.ReadFile("testdata/report-libreoffice.in.pdf")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if sink, err = Read(raw); err != nil {
			b.Fatal(err)
		}
	}
}
