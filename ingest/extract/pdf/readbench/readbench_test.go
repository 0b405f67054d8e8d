//go:build unix

package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"testing"

	"moothall/ingest/extract/pdf"
)

// Sixty of the flipped copies that -flip makes thousands of: read or refused.
func TestFlipped(t *testing.T) {
	files, err := filepath.Glob("../testdata/*.in.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no papers: %v", err)
	}
	read := 0
	for seed := range uint64(60) {
		raw, err := os.ReadFile(files[int(seed)%len(files)])
		if err != nil {
			t.Fatal(err)
		}
		broken := flip(bytes.Clone(raw), seed+1)
		if bytes.Equal(raw, broken) {
			t.Errorf("seed %d changes nothing", seed+1)
		}
		if _, err := pdf.Read(broken); err == nil {
			read++
		}
	}
	if read < 30 {
		t.Errorf("only %d of 60 flipped copies are read", read)
	}
}

// What is made to exhaust a reader ends, here with a thousandth of what
// -hostile repeats; most of it still gives the text that is there.
func TestBombs(t *testing.T) {
	read := 0
	for _, raw := range bombs(1000) {
		paper, err := pdf.Read(raw)
		if err == nil && bytes.Contains([]byte(text(paper)), []byte("minutes of the meeting")) {
			read++
		}
	}
	if read < 11 {
		t.Errorf("only %d bombs give their text", read)
	}
}

func TestCoded(t *testing.T) {
	good := "RESOLVED that the minutes be signed.\nThe Clerk reported."
	a := []string{good, good + "\n7KDW\x03WKH\x03&OHUN\x03ZULWH\x03WR\x03WKHP", good}
	b := []string{good, good + "\n\uFFFD\uFFFDa\uFFFDb", good + "\nxqzj kvwqx zqjxk"}
	if got := coded([][]string{a, b, a}); len(got) != 1 || !got[1] {
		t.Errorf("pages %v are coded, want the second alone", got)
	}
}

func TestReplaced(t *testing.T) {
	const old = "# How\n\nBy hand.\n\n## One\n\n1\n\n## Two\n\n2\n"
	for _, c := range []struct{ heading, section, want string }{
		{"One", "## One\n\nnew\n", "# How\n\nBy hand.\n\n## One\n\nnew\n\n## Two\n\n2\n"},
		{"Three", "## Three\n\n3\n", old + "\n## Three\n\n3\n"},
	} {
		if got := replaced(old, c.heading, c.section); got != c.want {
			t.Errorf("%s: %q", c.heading, got)
		}
	}
	if got := replaced("", "One", "## One\n\n1\n"); got != "## One\n\n1\n" {
		t.Errorf("%q", got)
	}
}

// The papers made from our own texts read as those texts: every word, and the
// characters in order but for what a table without rules does to it.
func TestKnownTexts(t *testing.T) {
	papers, err := knowns("../testdata")
	if err != nil || len(papers) < 20 {
		t.Fatalf("%d papers: %v", len(papers), err)
	}
	makers := map[string]bool{}
	all := 0.0
	for _, k := range papers {
		makers[k.maker] = true
		raw, err := os.ReadFile(k.file)
		if err != nil {
			t.Fatal(err)
		}
		paper, err := pdf.Read(raw)
		if err != nil {
			t.Errorf("%s: %v", k.file, err)
			continue
		}
		got := text(paper)
		if s := compare(words(got), [][]string{words(k.truth)}); s.F1 < 0.999 {
			t.Errorf("%s: F1 %.4f, lost %q, extra %q", k.file, s.F1, s.Lost, s.Extra)
		}
		cer := wrong(got, k.truth)
		if all += cer; cer > 0.03 {
			t.Errorf("%s: %.4f of its characters are wrong", k.file, cer)
		}
	}
	if mean := all / float64(len(papers)); mean > 0.005 {
		t.Errorf("%.4f of characters are wrong in the mean, want at most 0.005", mean)
	}
	for _, m := range []string{"chromium", "libreoffice", "groff", "pdftex", "reportlab", "wkhtmltopdf", "ghostscript", "cairo", "qpdf rc4", "qpdf aes128", "qpdf aes256"} {
		if !makers[m] {
			t.Errorf("no paper by %s", m)
		}
	}
}

func TestWrong(t *testing.T) {
	for _, c := range []struct {
		got, truth string
		want       float64
	}{
		{"the same", "the  same\n", 0},
		{"• with its bullet", "with its bullet", 0},
		{"efﬁcient", "efficient", 0},
		{"abcd", "abxd", 0.25},
		{"", "four", 1},
	} {
		if got := wrong(c.got, c.truth); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("wrong(%q, %q) = %v, want %v", c.got, c.truth, got, c.want)
		}
	}
}
