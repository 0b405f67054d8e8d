package lgsco

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/parse"
)

// The plain text of a decision says what its page says: every decision of the
// sample archive is read as HTML and as its text, and gives the same finding.
func TestTextSaysTheSame(t *testing.T) {
	pages, _ := filepath.Glob("../../../testdata/demo/papers/ombudsman/*.html")
	if len(pages) < 10 {
		t.Fatalf("only %d decisions in the sample archive", len(pages))
	}
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(page)
		d := document(t, name, raw)
		var b strings.Builder
		for _, l := range parse.Lines(d.Paper, parse.Places(d.Paper)) {
			b.WriteString(parse.Printed(l.Block) + "\n\n")
		}
		plain := document(t, name+".txt", []byte(b.String()))
		want, got := one(t, name, Parse(d)), one(t, name, Parse(plain))
		if w, g := outline(want), outline(got); !slices.Equal(w, g) {
			t.Errorf("%s:\n page %q\n text %q", name, w, g)
		}
	}
}

func one(t *testing.T, name string, r parse.Reading) *archive.Finding {
	t.Helper()
	if len(r.Records) != 1 {
		t.Fatalf("%s: %d findings", name, len(r.Records))
	}
	return r.Records[0].(*archive.Finding)
}

// outline is what a finding says, in lines that can be compared.
func outline(f *archive.Finding) []string {
	out := []string{string(f.ID), f.Council, f.Category, f.Subcategory, f.Decision, string(f.Finding), string(f.DecisionDate), f.Summary}
	for _, s := range f.Sections {
		out = append(out, s.Heading, s.Canonical)
		for _, p := range s.Paragraphs {
			out = append(out, string(rune('0'+p.N%10))+" "+p.Text)
		}
	}
	for _, r := range f.Remedies {
		out = append(out, r.Label, r.Text, r.Due)
	}
	return out
}
