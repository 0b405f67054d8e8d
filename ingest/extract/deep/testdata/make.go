//go:build ignore

// Makes scan.in.pdf and scan.in.png, the papers of the tests of OCR, from the
// minutes that the tests of PDFs are made of: page 1 as it would come off an
// office scanner, grey, a little crooked and grainy. Run it in this folder.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"log"
	"math"
	"math/rand/v2"
	"os"

	"moothall/ingest/extract/pdf/pdfium"
)

func main() {
	raw, err := os.ReadFile("../../pdf/testdata/minutes-chromium.in.pdf")
	check(err)
	e, err := pdfium.Start(pdfium.Config{})
	check(err)
	flat, _, err := e.Render(raw, 1, 200)
	check(err)
	page := scanned(flat)
	var picture, small bytes.Buffer
	check(jpeg.Encode(&picture, page, &jpeg.Options{Quality: 45}))
	b := page.Bounds()
	check(os.WriteFile("scan.in.pdf", paper(picture.Bytes(), b.Dx(), b.Dy()), 0o644))
	check(png.Encode(&small, page.SubImage(image.Rect(0, 0, b.Dx(), b.Dy()/3))))
	check(os.WriteFile("scan.in.png", small.Bytes(), 0o644))
}

// scanned turns a page by half a degree and sprinkles it.
func scanned(flat *image.RGBA) *image.Gray {
	b := flat.Bounds()
	out := image.NewGray(b)
	grain := rand.New(rand.NewPCG(1, 2))
	sin, cos := math.Sincos(0.5 * math.Pi / 180)
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x-b.Dx()/2), float64(y-b.Dy()/2)
			fx, fy := int(dx*cos-dy*sin)+b.Dx()/2, int(dx*sin+dy*cos)+b.Dy()/2
			v := 250.0
			if image.Pt(fx, fy).In(b) {
				c := flat.RGBAAt(fx, fy)
				v = 30 + 0.85*(0.3*float64(c.R)+0.59*float64(c.G)+0.11*float64(c.B))
			}
			v += 5 * grain.NormFloat64()
			out.Pix[y*out.Stride+x] = uint8(min(max(v, 0), 255)) &^ 7
		}
	}
	return out
}

// paper is a PDF of one page that is nothing but a picture.
func paper(picture []byte, w, h int) []byte {
	var out bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	draw := "q 595 0 0 842 0 0 cm /Scan Do Q"
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>")
	object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw))
	object(fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream", w, h, len(picture), picture))
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return out.Bytes()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
