package scan

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

var (
	update = flag.Bool("update", false, "rewrite the wanted blocks")
	again  = flag.Bool("ask", false, "ask the program anew, and rewrite what it said")
)

// The scans in testdata (make.go says how they came about), with what the
// program said of them, are put in order as their papers stand.
func TestGolden(t *testing.T) {
	for _, paper := range []string{"attendance", "columns", "minutes"} {
		t.Run(paper, func(t *testing.T) {
			names, err := filepath.Glob("testdata/" + paper + "-*.in.png")
			if err != nil || len(names) == 0 {
				t.Fatal(names, err)
			}
			slices.Sort(names)
			var sheets []Sheet
			for _, name := range names {
				p := recorded(t, strings.TrimSuffix(name, ".in.png"))
				s, err := p.Read(context.Background(), picture(t, name), 595)
				if err != nil {
					t.Fatal(err)
				}
				sheets = append(sheets, s)
			}
			pages, err := Arrange(sheets)
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range pages {
				checkWords(t, p, sheets[i])
			}
			got := asJSON(t, pages)
			want := "testdata/" + paper + ".want.json"
			if *update {
				write(t, want, got)
			}
			if old := read(t, want); !bytes.Equal(got, old) {
				t.Errorf("got\n%s\nwant\n%s", got, old)
			}
		})
	}
}

// recorded is the program as it answered once: what it saw on a page, and in
// the cells that were read again.
func recorded(t *testing.T, name string) Program {
	installed, found := Program{}, false
	if *again {
		if installed, found = Find(context.Background()); !found {
			t.Fatal("tesseract is not installed")
		}
	}
	return Program{Languages: []string{"eng"}, ask: func(ctx context.Context, g *image.Gray, args []string) ([]byte, error) {
		at := name + ".in.hocr"
		if slices.Contains(args, "6") {
			at = name + ".cells.in.hocr"
		}
		if *again {
			said, err := installed.run(ctx, g, args...)
			if err != nil {
				t.Fatal(err)
			}
			write(t, at, said)
		}
		return read(t, at), nil
	}}
}

// checkWords holds for every page: each word that was seen is there, in its
// place, as sure as it was.
func checkWords(t *testing.T, p extract.Page, s Sheet) {
	t.Helper()
	if !p.OCR || len(p.Words) < len(s.Words)*9/10 {
		t.Errorf("page %d: OCR %v, %d words of %d", p.Number, p.OCR, len(p.Words), len(s.Words))
	}
	seen := map[string]bool{}
	for _, w := range s.Words {
		seen[w.Text] = true
	}
	for _, w := range p.Words {
		if w.Confidence <= 0 || w.X0 < -1 || w.Y0 < -1 || float64(w.X1) > p.Width+1 || float64(w.Y1) > p.Height+1 || w.X1 <= w.X0 || w.Y1 <= w.Y0 {
			t.Errorf("page %d: word %+v", p.Number, w)
		}
	}
}

func asJSON(t *testing.T, pages []extract.Page) []byte {
	t.Helper()
	type block struct {
		Kind   string   `json:"kind"`
		Level  int      `json:"level,omitempty"`
		Marker string   `json:"marker,omitempty"`
		Text   string   `json:"text,omitempty"`
		Cells  []string `json:"cells,omitempty"`
	}
	type page struct {
		Running []string `json:"running,omitempty"`
		Blocks  []block  `json:"blocks"`
	}
	var out []page
	for _, p := range pages {
		to := page{Running: p.Running}
		for _, b := range p.Blocks {
			kind := map[extract.BlockKind]string{extract.Paragraph: "paragraph", extract.Heading: "heading", extract.Entry: "entry", extract.Row: "row"}[b.Kind]
			if b.Cells != nil {
				b.Text = ""
			}
			to.Blocks = append(to.Blocks, block{kind, b.Level, b.Marker, b.Text, b.Cells})
		}
		out = append(out, to)
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

func picture(t *testing.T, name string) *image.Gray {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(read(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(m.Bounds())
	draw.Draw(g, g.Bounds(), m, m.Bounds().Min, draw.Src)
	return g
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func texts(blocks []extract.Block, running []string) []string {
	out := slices.Clone(running)
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}
