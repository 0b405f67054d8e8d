package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"moothall/archive"
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
	ingestWith(t, build(t), data, some...) // the program itself, which reads PDFs many times faster than a test binary that looks for races
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
	find := finder{s: s, ix: ix, known: make(map[string]map[place]bool)}
	for _, path := range some {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		digest := archive.DigestOf(raw)
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
				if !find.stands(t, words[i], place{digest, n + 1}) {
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

// A place is a page of a paper; page 0 is any page of it.
type place struct {
	digest archive.Digest
	page   int
}

// A finder searches for words, for each word once.
type finder struct {
	s     *store
	ix    index.Peer
	known map[string]map[place]bool // the pages that a word's hits stand on
	also  map[archive.ID][]archive.Source
}

// stands reports whether searching for word leads to a record that stands on
// that page.
func (f *finder) stands(t *testing.T, word string, on place) bool {
	found := f.known[word]
	if found == nil {
		found = f.places(t, word)
		f.known[word] = found
	}
	// Where another paper's reading of the same record is shown, this paper is
	// listed with it, by no page.
	return found[on] || found[place{on.digest, 0}]
}

func (f *finder) places(t *testing.T, word string) map[place]bool {
	found := make(map[place]bool)
	q := archive.Query{Text: strconv.Quote(word), Procedural: true, Limit: 100, HitsOnly: true}
	for {
		res, err := f.ix.Search(t.Context(), q)
		if err != nil {
			t.Fatalf("searching for %q: %v", word, err)
		}
		for _, h := range res.Hits {
			for _, page := range h.Pages {
				found[place{h.Source.SHA256, page}] = true
			}
			for _, s := range f.sightings(t, h.ID) {
				if s.SHA256 != h.Source.SHA256 {
					found[place{s.SHA256, 0}] = true
				}
			}
		}
		if res.Next == "" {
			return found
		}
		q.Cursor = res.Next
	}
}

func (f *finder) sightings(t *testing.T, id archive.ID) []archive.Source {
	all, known := f.also[id]
	if known {
		return all
	}
	all, err := f.s.catalogue.Sightings(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if f.also == nil {
		f.also = make(map[archive.ID][]archive.Source)
	}
	f.also[id] = all
	return all
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
