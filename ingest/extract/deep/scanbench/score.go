//go:build unix

package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"moothall/ingest/extract"
)

// pieces counts the pieces of one kind: how many there are, were read and
// were read rightly.
type pieces struct{ there, read, right int }

func (p *pieces) add(o pieces) { p.there += o.there; p.read += o.read; p.right += o.right }

func (p pieces) String() string {
	if p.there == 0 {
		return fmt.Sprintf("– (%d read)", p.read)
	}
	return fmt.Sprintf("%.2f / %.2f", float64(p.right)/float64(max(p.read, 1)), float64(p.right)/float64(p.there))
}

// comparison is how a reading compares with the truth.
type comparison struct {
	f1, bigram, cer float64
	pages           int
	kinds           map[string]pieces
	seconds         float64
}

func (c comparison) String() string {
	return fmt.Sprintf("F1 %.4f bigram %.4f CER %.4f headings %v entries %v rows %v running %v %.1f s",
		c.f1, c.bigram, c.cer, c.kinds["heading"], c.kinds["entry"], c.kinds["row"], c.kinds["running"], c.seconds)
}

type total struct {
	of    []comparison
	pages int
}

func (t *total) add(c comparison) { t.of = append(t.of, c); t.pages += c.pages }

func (t *total) row(name string) string {
	var f1, bigram, cer, seconds float64
	worst := 1.0
	kinds := map[string]pieces{}
	for _, c := range t.of {
		n := float64(len(t.of))
		f1, bigram, cer, seconds = f1+c.f1/n, bigram+c.bigram/n, cer+c.cer/n, seconds+c.seconds
		worst = min(worst, c.f1)
		for k, p := range c.kinds {
			sum := kinds[k]
			sum.add(p)
			kinds[k] = sum
		}
	}
	return fmt.Sprintf("| %s | %d | %.4f | %.4f | %.4f | %.4f | %v | %v | %v | %v | %.2f |", name, t.pages, f1, worst, bigram, cer,
		kinds["heading"], kinds["entry"], kinds["row"], kinds["running"], seconds/float64(max(t.pages, 1)))
}

func compare(want, got extract.Paper) comparison {
	c := comparison{pages: len(want.Pages), kinds: map[string]pieces{}}
	a, b := words(want), words(got)
	c.f1 = f1(a, b)
	if two := pairs(a); len(two) > 0 {
		c.bigram = float64(shared(two, pairs(b))) / float64(len(two))
	}
	errors, letters := 0, 0
	for i := range want.Pages {
		x, y := []rune(text(want.Pages[i])), []rune{}
		if i < len(got.Pages) {
			y = []rune(text(got.Pages[i]))
		}
		errors, letters = errors+distance(x, y), letters+len(x)
	}
	c.cer = float64(errors) / float64(max(letters, 1))
	for _, k := range []string{"heading", "entry", "row", "running"} {
		x, y := of(k, want), of(k, got)
		c.kinds[k] = pieces{len(x), len(y), shared(x, y)}
	}
	return c
}

// of are the pieces of a kind as they are compared: letters and digits alone.
func of(kind string, p extract.Paper) []string {
	kinds := map[extract.BlockKind]string{extract.Heading: "heading", extract.Entry: "entry", extract.Row: "row"}
	var out []string
	for _, page := range p.Pages {
		if kind == "running" {
			for _, l := range page.Running {
				out = append(out, bare(l))
			}
		}
		for _, b := range page.Blocks {
			if kinds[b.Kind] == kind {
				out = append(out, bare(b.Marker+" "+b.Text))
			}
		}
	}
	return out
}

func bare(s string) string { return strings.Join(cut(s), " ") }

// text is a page as it is compared letter by letter.
func text(p extract.Page) string {
	var all []string
	for _, b := range p.Blocks {
		all = append(all, strings.TrimSpace(b.Marker+" "+strings.ReplaceAll(b.Text, " | ", " ")))
	}
	return quotes.Replace(strings.Join(append(all, p.Running...), " "))
}

var quotes = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "—", "–")

func words(p extract.Paper) []string {
	var all []string
	for _, page := range p.Pages {
		all = append(all, cut(text(page))...)
	}
	return all
}

func cut(s string) []string {
	return strings.FieldsFunc(strings.ToLower(quotes.Replace(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func pairs(ws []string) []string {
	var out []string
	for i := 1; i < len(ws); i++ {
		out = append(out, ws[i-1]+" "+ws[i])
	}
	return out
}

// shared is how many of the two lists are in both, each as often as it is in
// both.
func shared(a, b []string) int {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// without are the words of a list that another has not, as often as it has not.
func without(a, b []string) []string {
	left := map[string]int{}
	for _, w := range b {
		left[w]++
	}
	var out []string
	for _, w := range a {
		if left[w]--; left[w] < 0 {
			out = append(out, w)
		}
	}
	return out
}

func f1(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// distance is how many letters have to be changed, put in or taken out.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			d := before
			if a[i] != b[j] {
				d = min(before, row[j], row[j+1]) + 1
			}
			before, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
