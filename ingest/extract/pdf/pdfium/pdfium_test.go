package pdfium

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/object"
)

// Compiling the engine takes seconds, so one test does it all.
func TestEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the engine")
	}
	e, err := Start(Config{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	raw, err := os.ReadFile("../testdata/aes256.in.pdf")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("places letters where the first engine does", func(t *testing.T) {
		pages, err := e.Pages(raw)
		if err != nil || len(pages) != 1 {
			t.Fatalf("%d pages, %v", len(pages), err)
		}
		doc, err := object.Open(raw)
		if err != nil {
			t.Fatal(err)
		}
		first := content.NewReader(doc).Page(0)
		a, b := solid(first), solid(pages[0])
		if len(a) != len(b) {
			t.Fatalf("%d letters, the first engine has %d", len(b), len(a))
		}
		for i := range a {
			if a[i].Text != b[i].Text || math.Hypot(a[i].X-b[i].X, a[i].Y-b[i].Y) > 1 || b[i].DX < 0.99 {
				t.Fatalf("letter %d is %+v, the first engine has %+v", i, b[i], a[i])
			}
		}
	})
	t.Run("draws a page", func(t *testing.T) {
		pic, width, err := e.Render(raw, 1, 72)
		if err != nil {
			t.Fatal(err)
		}
		if w := pic.Bounds().Dx(); w < 590 || w > 600 || width < 594 || width > 596 {
			t.Errorf("A4 at 72 dots an inch is %d wide", w)
		}
		dark := 0
		for i := 0; i < len(pic.Pix); i += 4 {
			if pic.Pix[i] < 100 {
				dark++
			}
		}
		if dark == 0 {
			t.Error("nothing is drawn")
		}
	})
	t.Run("takes a scan as it is", func(t *testing.T) {
		scan, err := os.ReadFile("../../deep/testdata/scan.in.pdf")
		if err != nil {
			t.Fatal(err)
		}
		g, width, ok := e.Scanned(scan, 1)
		if !ok || width != 595 || !bytes.Contains(scan, fmt.Appendf(nil, "/Width %d /Height %d ", g.Rect.Dx(), g.Rect.Dy())) {
			t.Errorf("the scan is taken as a picture: %v, %v points wide", ok, width)
		}
		if _, _, ok := e.Scanned(raw, 1); ok {
			t.Error("a page of letters passes for a scan")
		}
		if _, _, ok := e.Scanned(bytes.Replace(scan, []byte("595 0 0 842"), []byte("295 0 0 842"), 1), 1); ok {
			t.Error("a picture on a part of a page passes for the page")
		}
		if _, _, ok := e.Scanned(bytes.Replace(scan, []byte("/MediaBox"), []byte("/Rotate 90 /MediaBox"), 1), 1); ok {
			t.Error("a page that is turned passes for an upright one")
		}
		if !inverted(image.NewGray(image.Rect(0, 0, 9, 9))) {
			t.Error("a stencil passes for a picture")
		}
	})
	t.Run("draws as wide as asked", func(t *testing.T) {
		pic, err := e.Picture(raw, 1, 900)
		if err != nil {
			t.Fatal(err)
		}
		if w := pic.Bounds().Dx(); w < 890 || w > 910 {
			t.Errorf("900 dots wide came out as %d", w)
		}
		if _, err := e.Picture(raw, 2, 900); err == nil {
			t.Error("a page the paper does not have was drawn")
		}
	})
	t.Run("bounds a picture", func(t *testing.T) {
		pic, _, err := e.Render(raw, 1, 2400)
		if err != nil {
			t.Fatal(err)
		}
		if b := pic.Bounds(); b.Dx()*b.Dy() > maxPixels+10_000 {
			t.Errorf("the picture is %v", b)
		}
	})
	t.Run("refuses what is no paper", func(t *testing.T) {
		if _, err := e.Pages([]byte("<html>")); err == nil || !strings.HasPrefix(err.Error(), "pdfium: ") {
			t.Errorf("got %v", err)
		}
	})
}

func solid(p content.Page) []content.Glyph {
	var out []content.Glyph
	for _, g := range p.Glyphs {
		if strings.TrimSpace(g.Text) != "" {
			out = append(out, g)
		}
	}
	return out
}
