package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"moothall/archive"
	"moothall/archive/vault"
	"moothall/index"
)

// sharedPapers is the folder of real papers beside the checkout. Tests that
// need it are skipped without it, and fail without it where CI is set.
func sharedPapers(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the real papers are missing: %v", err)
		}
		t.Skip("the real papers are not here")
	}
	return dir
}

// Any word that another reader finds on a page of a readable paper finds that
// page. The other reader is Poppler's pdftotext; every ninth paper is tried,
// and on each page every so manieth word, so that all parts of pages are; with
// MOOTHALL_EVERY_PAPER set, all papers and more words.
func TestEveryWordFindsItsPage(t *testing.T) {
	papers := sharedPapers(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	all, err := filepath.Glob(filepath.Join(papers, "corpus", "pdf", "*.pdf"))
	if err != nil || len(all) == 0 {
		t.Fatalf("no papers: %v", err)
	}
	every, step := 9, 61
	if os.Getenv("MOOTHALL_EVERY_PAPER") != "" {
		every, step = 1, 7
	}
	var some []string
	for i := 0; i < len(all); i += every {
		some = append(some, all[i])
	}
	data := filepath.Join(t.TempDir(), "archive")
	var out, errs strings.Builder
	if code := run(t.Context(), append([]string{"ingest", "--data", data}, some...), strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatalf("ingest: exit %d\n%s", code, errs.String())
	}
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ix, err := index.Attach(t.Context(), s.indexDir(), index.Config{Source: s.catalogue})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()

	tried, missed := 0, 0
	for _, path := range some {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		digest := vault.DigestOf(raw)
		d, err := s.catalogue.Document(t.Context(), digest)
		if err != nil || d.Unread != "" {
			continue // not readable; ingest's report says so
		}
		text, err := exec.Command("pdftotext", path, "-").Output()
		if err != nil {
			continue
		}
		for n, page := range strings.Split(string(text), "\f") {
			if p, err := s.catalogue.PageText(t.Context(), digest, n+1); err != nil || p.Unread != "" {
				continue
			}
			if strings.ContainsRune(page, '\x03') {
				continue // the other reader gives glyph numbers, not letters: its spaces are U+0003
			}
			words := wordsOf(page)
			for i := n % step; i < len(words); i += step {
				tried++
				if !finds(t.Context(), t, s, ix, words[i], digest, n+1) {
					missed++
					t.Logf("%s page %d: %q does not find it", filepath.Base(path), n+1, words[i])
				}
			}
		}
	}
	t.Logf("%d words of %d papers tried, %d missed", tried, len(some), missed)
	// What is let through is where the two readers disagree on what the word is.
	if tried < 500 || missed*1000 > tried {
		t.Errorf("%d of %d words do not find their page", missed, tried)
	}
}

// finds reports whether searching for word leads to a record that stands on that page.
func finds(ctx context.Context, t *testing.T, s *store, ix index.Peer, word string, digest archive.Digest, page int) bool {
	q := archive.Query{Text: strconv.Quote(word), Procedural: true, Limit: 100}
	for {
		res, err := ix.Search(ctx, q)
		if err != nil {
			t.Fatalf("searching for %q: %v", word, err)
		}
		for _, h := range res.Hits {
			if h.Source.SHA256 == digest && slices.Contains(h.Pages, page) {
				return true
			}
			// Another paper's reading of the same record may be shown; this
			// paper is then listed with it.
			also, err := s.catalogue.Sightings(ctx, h.ID)
			if err != nil {
				t.Fatal(err)
			}
			if slices.ContainsFunc(also, func(s archive.Source) bool { return s.SHA256 == digest }) {
				return true
			}
		}
		if res.Next == "" {
			return false
		}
		q.Cursor = res.Next
	}
}

// wordsOf are the words of a page as somebody would type them: what stands
// between spaces, without the punctuation around it.
func wordsOf(page string) []string {
	var words []string
	for _, f := range strings.Fields(page) {
		f = strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if f != "" {
			words = append(words, f)
		}
	}
	return words
}
