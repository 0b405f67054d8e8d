//go:build unix

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/object"
)

// A spoiler makes the letters of a paper's fonts wrong as real papers have
// them: what a glyph says, for each font of its own.
type spoiler struct {
	name string
	// of gives what a font makes of a character; nil for a font left good.
	of func(r *rand.Rand) func(rune) rune
}

var spoilers = []spoiler{
	{"every letter some places on in the alphabet", func(r *rand.Rand) func(rune) rune {
		by := rune(1 + r.IntN(25))
		return func(c rune) rune { return along(c, by) }
	}},
	{"numbers of glyphs for letters", func(*rand.Rand) func(rune) rune {
		return func(c rune) rune {
			if c > 126 { // their numbers follow another order
				return c
			}
			return c - 29
		}
	}},
	{"letters in each other's place", lettersMixed},
	{"letters and signs in each other's place", func(r *rand.Rand) func(rune) rune {
		to := r.Perm(94)
		return func(c rune) rune {
			if c > ' ' && c < 127 {
				return '!' + rune(to[c-'!'])
			}
			return c
		}
	}},
	{"letters in each other's place, in half of the fonts", func(r *rand.Rand) func(rune) rune {
		if r.IntN(2) == 0 {
			return nil
		}
		return lettersMixed(r)
	}},
}

func along(c, by rune) rune {
	switch {
	case c >= 'a' && c <= 'z':
		return 'a' + (c-'a'+by)%26
	case c >= 'A' && c <= 'Z':
		return 'A' + (c-'A'+by)%26
	}
	return c
}

func lettersMixed(r *rand.Rand) func(rune) rune {
	to := r.Perm(26)
	return func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z':
			return 'a' + rune(to[c-'a'])
		case c >= 'A' && c <= 'Z':
			return 'A' + rune(to[c-'A'])
		}
		return c
	}
}

const (
	badPage  = 0.3  // share of wrong letters that makes a page rubbish
	someText = 20   // letters that make it a page of text
	putRight = 0.97 // word F1 of one whose letters were put right
)

// rubbishTable spoils every paper in every way and counts the pages that are
// known for rubbish, or put right; and the good pages taken for rubbish.
func rubbishTable(w io.Writer, corpus string) error {
	files, err := find([]string{corpus})
	if err != nil {
		return err
	}
	good, flagged := 0, 0
	bad, caught, right := make([]int, len(spoilers)), make([]int, len(spoilers)), make([]int, len(spoilers))
	for n, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		doc, err := object.Open(raw)
		if err != nil {
			continue
		}
		clean, err := pdf.Arrange(pagesDrawn(doc))
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		for _, p := range clean.Pages {
			switch {
			case doubted(&p):
				flagged++
				fmt.Fprintf(os.Stderr, "%s: page %d is taken for rubbish\n", f, p.Number)
			case len(letters(saidOn(p))) >= someText:
				good++
			}
		}
		for k, s := range spoilers {
			pages := pagesDrawn(doc)
			shares := spoil(pages, s, rand.New(rand.NewPCG(uint64(n), uint64(k))))
			got, err := pdf.Arrange(pages)
			if err != nil {
				return fmt.Errorf("%s: %w", f, err)
			}
			for i, share := range shares {
				if share < badPage || clean.Pages[i].Unread != "" || len(letters(saidOn(clean.Pages[i]))) < someText {
					continue
				}
				bad[k]++
				switch p := got.Pages[i]; {
				case doubted(&p):
					caught[k]++
				case compare(words(saidOn(p)), [][]string{words(saidOn(clean.Pages[i]))}).F1 > putRight:
					right[k]++
				default:
					if os.Getenv("MISSED") != "" {
						fmt.Fprintf(os.Stderr, "%d %s %d: %.2f %.150q\n", k, f, i+1, share, saidOn(p))
					}
				}
			}
		}
	}
	fmt.Fprintf(w, "The papers of the corpus with the letters of their fonts made wrong by rule or at random, a page counted bad where that is so of %.0f %% of its letters; "+
		"and their %d good pages, of which %d are taken for rubbish though they are not, or for what they are. The table of common pairs that judges was made on pages of the same papers.\n\n", 100*badPage, good, flagged)
	fmt.Fprint(w, "| what is wrong | bad pages | known for bad | put right | missed |\n|---|---|---|---|---|\n")
	for k, s := range spoilers {
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d (%.2f %%) |\n", s.name, bad[k], caught[k], right[k], bad[k]-caught[k]-right[k], 100*float64(bad[k]-caught[k]-right[k])/float64(max(1, bad[k])))
	}
	return nil
}

// doubted reports whether the letters of a page are known not to be, all of
// them, those that are seen on it.
func doubted(p *extract.Page) bool {
	return p.Unread == pdf.WrongLetters || p.Unread == pdf.PartlyWrong
}

func pagesDrawn(doc *object.Document) []content.Page {
	r := content.NewReader(doc)
	var out []content.Page
	for i := range doc.NumPages() {
		out = append(out, r.Page(i))
	}
	return out
}

// spoil makes the letters of the pages wrong and gives the share of each
// page's that are.
func spoil(pages []content.Page, s spoiler, r *rand.Rand) []float64 {
	fonts := map[*content.Font]func(rune) rune{}
	shares := make([]float64, len(pages))
	for i := range pages {
		wrong, all := 0, 0
		for j := range pages[i].Glyphs {
			g := &pages[i].Glyphs[j]
			to, known := fonts[g.Font]
			if !known {
				to = s.of(r)
				fonts[g.Font] = to
			}
			if strings.TrimSpace(g.Text) == "" {
				continue
			}
			all++
			if to == nil {
				continue
			}
			if was := g.Text; was != "" {
				if g.Text = strings.Map(to, was); g.Text != was {
					wrong++
				}
			}
		}
		shares[i] = float64(wrong) / float64(max(1, all))
	}
	return shares
}

func saidOn(p extract.Page) string {
	var b strings.Builder
	for _, block := range p.Blocks {
		b.WriteString(block.Text + "\n")
	}
	return b.String()
}
