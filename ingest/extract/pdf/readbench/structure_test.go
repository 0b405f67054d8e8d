//go:build unix

package main

import (
	"os"
	"strings"
	"testing"
)

// The labelled pages are read no worse than they were when last measured, those
// on which the rules were made and those labelled later.
func TestStructure(t *testing.T) {
	const folder = "../../../../../shared/corpus/pdf"
	if _, err := os.Stat(folder); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("the corpus beside the repository is not there")
		}
		t.Skip("no corpus beside the repository")
	}
	if testing.Short() {
		t.Skip("reads many long papers")
	}
	type least struct{ precision, recall float64 }
	for _, part := range []struct {
		labels                   string
		pages                    int
		unruled, headings, paras least
	}{
		{"testdata/labels.tsv", 60, least{0.70, 0.50}, least{0.95, 0.97}, least{0.92, 0.93}},
		{"testdata/later.tsv", 30, least{0.95, 0.95}, least{0.95, 0.97}, least{0.92, 0.93}},
		{"testdata/last.tsv", 12, least{0.95, 0.95}, least{0.90, 0.80}, least{0.70, 0.90}}, // few headings and paragraphs
	} {
		s, err := scoreStructure(part.labels, folder, false)
		if err != nil {
			t.Fatal(err)
		}
		if s.pages < part.pages {
			t.Errorf("%s: %d pages are labelled", part.labels, s.pages)
		}
		for _, c := range []struct {
			name string
			got  tally
			least
		}{
			{"headings", s.headings, part.headings},
			{"entries", s.entries, least{0.95, 0.95}},
			{"ruled rows", s.rows, least{0.95, 0.95}},
			{"rows without rules", s.unruled, part.unruled},
			{"running lines", s.runs, least{0.95, 0.98}},
			{"paragraphs", s.paras, part.paras},
		} {
			if c.got.precision() < c.precision || c.got.recall() < c.recall {
				t.Errorf("%s: %s: precision %.3f, recall %.3f; want %.2f and %.2f", part.labels, c.name, c.got.precision(), c.got.recall(), c.precision, c.recall)
			}
		}
	}
}

// What was scored the first time is read again as it was written.
func TestFirstScore(t *testing.T) {
	raw, err := os.ReadFile("testdata/later.first.tsv")
	if err != nil {
		t.Fatal(err)
	}
	s, err := readFirst("testdata/later.first.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if got := s.counts(); got != string(raw) {
		t.Errorf("%q, want %q", got, raw)
	}
	if table := s.beside(s); strings.Count(table, "\n") != 9 || !strings.Contains(table, "| headings | 53 | 0.865 | 0.849 |") {
		t.Errorf("the table is\n%s", table)
	}
}
