package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// Each paper we have, real ones and those of our labels, read as `parse` reads
// it: no record is empty, no running line stands in an item's text, and each
// word of the paper's pages is in one record and in no second. Every fifth
// real paper is tried, all with MOOTHALL_EVERY_PAPER set.
func TestEachWordInOneRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some two hundred papers")
	}
	files := append(labelledPapers(t), realFiles(t)...)
	reader, pool, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(raw) > 6<<20 { // the readers' own tests hold those
			continue
		}
		name := filepath.Base(file)
		reading, err := reader.Read(t.Context(), archive.Raw{Bytes: raw, Name: name}, archive.DigestOf(raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(reading.Entry.Records) == 0 && reading.Entry.Unread == "" && reading.Skip == "" {
			t.Errorf("%s: no records and no reason why", name)
		}
		checkRecords(t, name, reading.Entry)
		checkWords(t, name, reading.Entry)
	}
}

// realFiles are the real papers that are no traps.
func realFiles(t *testing.T) []string {
	corpus := filepath.Join(realPapers(t), "corpus")
	every := 5
	if os.Getenv("MOOTHALL_EVERY_PAPER") != "" {
		every = 1
	}
	var some []string
	for _, kind := range []string{"pdf", "xml", "html"} {
		all, err := filepath.Glob(filepath.Join(corpus, kind, "*"))
		if err != nil || len(all) == 0 {
			t.Fatalf("no %s among the real papers: %v", kind, err)
		}
		for i, f := range all {
			if i%every == 0 || kind != "pdf" {
				some = append(some, f)
			}
		}
	}
	return some
}

// labelledPapers are the papers of our labels that may be looked at.
func labelledPapers(t *testing.T) []string {
	labels := filepath.Join("..", "..", "testdata", "labels")
	f, err := os.Open(filepath.Join(labels, "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var files []string
	s := bufio.NewScanner(f)
	s.Buffer(nil, 4<<20)
	for s.Scan() {
		var l struct{ File string }
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		if file := filepath.Join(labels, "papers", l.File); !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	if s.Err() != nil || len(files) == 0 {
		t.Fatalf("%d labelled papers were found (%v)", len(files), s.Err())
	}
	return files
}

// checkRecords fails on records that say nothing and on running lines in the
// text of those that a parser made.
func checkRecords(t *testing.T, name string, e archive.Entry) {
	running := map[string]bool{}
	for _, p := range e.Texts {
		for l := range strings.SplitSeq(p.Running, "\n") {
			if utf8.RuneCountInString(l) > 12 {
				running[strings.TrimSpace(l)] = true
			}
		}
	}
	for _, r := range e.Records {
		h := r.About()
		if strings.TrimSpace(h.Text) == "" || strings.TrimSpace(h.Title) == "" {
			t.Errorf("%s: %s has no text or no title", name, h.ID)
		}
		if h.Kind == archive.KindPage {
			continue
		}
		for par := range strings.SplitSeq(h.Text, "\n\n") {
			if running[strings.TrimSpace(par)] && par != h.Title {
				t.Errorf("%s: %s holds the running line %q", name, h.ID, par)
			}
		}
	}
}

// checkWords fails on words that no record holds and on words that stand in
// more records than the paper has them. What is found and not shown counts as
// held; so do the names of a record's papers, which stand beside its text. How
// officers may be reached is left out of records on purpose.
func checkWords(t *testing.T, name string, e archive.Entry) {
	left := map[string]int{}
	for _, p := range e.Texts {
		count(left, address.ReplaceAllString(p.Text, " "), 1)
	}
	beside := map[string]int{}
	for _, r := range e.Records {
		h := r.About()
		if p, ok := r.(*archive.Page); ok && onlyRunning(e, p) {
			continue
		}
		count(left, withheld.ReplaceAllString(address.ReplaceAllString(h.Text, " "), " "), -1)
		count(beside, h.Furniture, 1)
		if it, ok := r.(*archive.Item); ok {
			count(beside, it.Title+" "+it.ItemNumber+" "+it.AgendaItem, 1)
			for _, d := range it.Documents {
				count(beside, d.Title, 1)
			}
		}
	}
	var lost, twice []string
	for w, n := range left {
		switch {
		case n < 0:
			twice = append(twice, w)
		case n > beside[w]:
			lost = append(lost, w)
		}
	}
	slices.Sort(lost)
	slices.Sort(twice)
	if len(lost) > 0 {
		t.Errorf("%s: in no record: %.300q", name, lost)
	}
	if len(twice) > 0 {
		t.Errorf("%s: in more records than the paper has them: %.300q", name, twice)
	}
}

var (
	withheld = regexp.MustCompile(`\[[a-z-]+ withheld\]`)
	address  = regexp.MustCompile(`[\w.+-]+@[\w.-]+`)
)

// onlyRunning reports whether a page record holds a page of which there is
// nothing but its running lines.
func onlyRunning(e archive.Entry, p *archive.Page) bool {
	for _, text := range e.Texts {
		if text.Number == p.Page {
			return strings.TrimSpace(text.Text) == "" || !strings.Contains(text.Text, strings.SplitN(p.Text, "\n", 2)[0])
		}
	}
	return false
}

func count(words map[string]int, text string, by int) {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		words[strings.ToLower(w)] += by
	}
}
