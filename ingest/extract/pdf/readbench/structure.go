//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
)

// tally counts the pieces of one kind: how many a person saw, how many we
// read, how many of those are the same piece.
type tally struct{ seen, read, right int }

func (t tally) precision() float64 { return share(t.right, t.read) }
func (t tally) recall() float64    { return share(t.right, t.seen) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// structureScore is what of the labelled pages we read as a person did. A
// piece counts only whole: the same letters, of the same kind, and for an
// entry its marker, for a row its number of filled cells.
type structureScore struct {
	pages                                int
	headings, entries, rows, runs, paras tally
	levels                               tally // of the entries read rightly
	unruled                              tally // rows without rules
}

// piece is one thing read from a page.
type piece struct {
	kind       byte
	level      int
	marker     string
	hash, full string // of the text, and with the marker
	text       string
}

func pieces(p extract.Page) []piece {
	var out []piece
	for _, b := range p.Blocks {
		k := piece{level: b.Level, marker: b.Marker, text: b.Marker + " " + b.Text}
		k.full, _ = hashOf(b.Marker + b.Text)
		k.hash, _ = hashOf(b.Text)
		switch b.Kind {
		case extract.Heading:
			k.kind, k.hash = 'h', k.full
		case extract.Entry:
			k.kind = 'e'
		case extract.Row:
			k.kind, k.level = 'r', 0
			for _, c := range b.Cells {
				if strings.TrimSpace(c) != "" {
					k.level++
				}
			}
		default:
			k.kind, k.hash = 'p', k.full
		}
		out = append(out, k)
	}
	for _, r := range p.Running {
		h, n := hashOf(r)
		if n > 0 {
			out = append(out, piece{kind: 'f', hash: h, full: h, text: r})
		}
	}
	return out
}

// scoreStructure reads the labelled pages and compares. With show it prints
// each piece that was read otherwise than labelled.
func scoreStructure(labels, folder string, show bool) (structureScore, error) {
	var s structureScore
	pages, err := readLabels(labels)
	if err != nil {
		return s, err
	}
	papers := map[string]extract.Paper{}
	for _, l := range pages {
		paper, ok := papers[l.file]
		if !ok {
			raw, err := os.ReadFile(filepath.Join(folder, l.file))
			if err != nil {
				return s, err
			}
			if paper, err = pdf.Read(raw); err != nil {
				return s, fmt.Errorf("%s: %w", l.file, err)
			}
			papers[l.file] = paper
		}
		if l.page > len(paper.Pages) {
			return s, fmt.Errorf("%s has no page %d", l.file, l.page)
		}
		s.pages++
		s.page(l, pieces(paper.Pages[l.page-1]), show)
	}
	return s, nil
}

func (s *structureScore) of(kind byte) *tally {
	switch kind {
	case 'h':
		return &s.headings
	case 'e':
		return &s.entries
	case 'r':
		return &s.rows
	case 'u':
		return &s.unruled
	case 'f':
		return &s.runs
	}
	return &s.paras
}

func (s *structureScore) page(l pageLabel, read []piece, show bool) {
	// A row that nobody labelled is taken for one without rules on pages with
	// no others.
	stray := byte('r')
	if l.has('u') && !l.has('r') {
		stray = 'u'
	}
	left := map[string]bool{}
	taken := make([]bool, len(read))
	for _, want := range l.labels {
		if want.kind == '-' {
			left[want.hash] = true
			continue
		}
		s.of(want.kind).seen++
		found := -1
		for i, p := range read {
			if !taken[i] && same(want, p) {
				found = i
				break
			}
		}
		if found < 0 {
			if show {
				fmt.Printf("%s %d: missed %c %s, %d letters%s\n", l.file, l.page, want.kind, want.marker, want.letters, nearly(want, read))
			}
			continue
		}
		taken[found] = true
		s.of(want.kind).right++
		s.of(want.kind).read++
		if want.kind == 'e' {
			s.levels.seen++
			s.levels.read++
			if read[found].level == want.level {
				s.levels.right++
			}
		}
	}
	for i, p := range read {
		if taken[i] || left[p.hash] || left[p.full] || letters(p.text) == "" {
			continue
		}
		kind := p.kind
		if kind == 'r' {
			kind = stray
		}
		s.of(kind).read++
		if show {
			fmt.Printf("%s %d: read as %c: %.70q\n", l.file, l.page, p.kind, p.text)
		}
	}
}

// same reports whether a piece is what the label says.
func same(want label, p piece) bool {
	kind := want.kind
	if kind == 'u' {
		kind = 'r'
	}
	if kind != p.kind || want.hash != p.hash {
		return false
	}
	switch want.kind {
	case 'e':
		return letters(strings.Trim(want.marker, "*")) == letters(p.marker) || want.marker == "*" && len([]rune(p.marker)) == 1
	case 'r', 'u':
		return want.level == p.level
	}
	return true
}

// nearly says as what a piece was read that has the label's letters.
func nearly(want label, read []piece) string {
	for _, p := range read {
		if p.hash == want.hash || p.full == want.hash {
			return fmt.Sprintf(", read as %c %s %d: %.60q", p.kind, p.marker, p.level, p.text)
		}
	}
	return ""
}

// named are the kinds as the tables name them.
func (s *structureScore) named() []struct {
	name string
	*tally
} {
	return []struct {
		name string
		*tally
	}{
		{"headings", &s.headings},
		{"list entries, with marker", &s.entries},
		{"– at the right level", &s.levels},
		{"rows of ruled tables, with their cells", &s.rows},
		{"rows without rules", &s.unruled},
		{"running lines", &s.runs},
		{"paragraphs, whole", &s.paras},
	}
}

func (s structureScore) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "| kind | on the pages | read | right | precision | recall |\n|---|---|---|---|---|---|\n")
	for _, k := range s.named() {
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %.3f | %.3f |\n", k.name, k.seen, k.read, k.right, k.precision(), k.recall())
	}
	return b.String()
}

// beside is the table with what was scored the first time, before anybody had
// looked at a mistake.
func (s structureScore) beside(first structureScore) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| kind | on the pages | first precision | first recall | read | right | precision | recall |\n|---|---|---|---|---|---|---|---|\n")
	before := first.named()
	for i, k := range s.named() {
		fmt.Fprintf(&b, "| %s | %d | %.3f | %.3f | %d | %d | %.3f | %.3f |\n", k.name, k.seen, before[i].precision(), before[i].recall(), k.read, k.right, k.precision(), k.recall())
	}
	return b.String()
}

// counts are the tallies as readFirst reads them: seen, read and right of each
// kind, a line each.
func (s structureScore) counts() string {
	var b strings.Builder
	for _, k := range s.named() {
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d\n", k.name, k.seen, k.read, k.right)
	}
	return b.String()
}

func readFirst(file string) (structureScore, error) {
	var s structureScore
	raw, err := os.ReadFile(file)
	if err != nil {
		return s, err
	}
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		for _, k := range s.named() {
			if len(f) == 4 && f[0] == k.name {
				if _, err := fmt.Sscan(strings.Join(f[1:], " "), &k.seen, &k.read, &k.right); err != nil {
					return s, fmt.Errorf("%s: %w", file, err)
				}
			}
		}
	}
	return s, nil
}
