//go:build ignore

// Makes the scans of the golden tests from papers that the tests of PDFs are
// made of, as they would come off an office scanner: grey, a little crooked and
// grainy. Run it in this folder, then the tests with -update.
package main

import (
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"math/rand/v2"
	"os"

	"moothall/ingest/extract/pdf/pdfium"
)

func main() {
	e, err := pdfium.Start(pdfium.Config{})
	check(err)
	for _, s := range []struct {
		name, paper string
		page, dpi   int
		degrees     float64
	}{
		{"minutes-1", "minutes-chromium", 1, 150, 0.6},
		{"minutes-2", "minutes-chromium", 2, 150, -0.4},
		{"attendance-1", "attendance-chromium", 2, 150, 0.3},
		{"columns-1", "columns-chromium", 1, 150, -0.8},
	} {
		raw, err := os.ReadFile("../../pdf/testdata/" + s.paper + ".in.pdf")
		check(err)
		flat, _, err := e.Render(raw, s.page, s.dpi)
		check(err)
		f, err := os.Create(s.name + ".in.png")
		check(err)
		check((&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, scanned(flat, s.degrees)))
		check(f.Close())
	}
}

// scanned turns a page and sprinkles it, in eight shades.
func scanned(flat *image.RGBA, degrees float64) *image.Paletted {
	b := flat.Bounds()
	var shades color.Palette
	for i := range 8 {
		shades = append(shades, color.Gray{Y: uint8(i * 36)})
	}
	out := image.NewPaletted(b, shades)
	grain := rand.New(rand.NewPCG(1, 2))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	at := func(x, y int) float64 {
		if !image.Pt(x, y).In(b) {
			return 252
		}
		c := flat.RGBAAt(x, y)
		return 20 + 0.91*(0.3*float64(c.R)+0.59*float64(c.G)+0.11*float64(c.B))
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x-b.Dx()/2), float64(y-b.Dy()/2)
			fx, fy := dx*cos-dy*sin+float64(b.Dx()/2), dx*sin+dy*cos+float64(b.Dy()/2)
			x0, y0 := int(math.Floor(fx)), int(math.Floor(fy))
			px, py := fx-float64(x0), fy-float64(y0)
			v := (1-py)*((1-px)*at(x0, y0)+px*at(x0+1, y0)) + py*((1-px)*at(x0, y0+1)+px*at(x0+1, y0+1))
			v += 7 * grain.NormFloat64()
			out.Pix[y*out.Stride+x] = uint8(min(max(v/36+0.5, 0), 7))
		}
	}
	return out
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
