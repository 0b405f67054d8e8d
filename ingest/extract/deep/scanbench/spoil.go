//go:build unix

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// A spoil is what a scanner does to a page.
type spoil struct {
	name    string
	dpi     int
	degrees float64 // by which the paper lies crooked
	grain   float64 // of 255
	ink     float64 // how black black is, of 1
	quality int     // of the JPEG
	turn    int     // quarter turns by which it was put in wrongly
}

var spoils = []spoil{
	{name: "clean 150", dpi: 150, ink: 1, quality: 80},
	{name: "clean 200", dpi: 200, ink: 1, quality: 80},
	{name: "clean 300", dpi: 300, ink: 1, quality: 80},
	{name: "bad 150", dpi: 150, degrees: 0.7, grain: 12, ink: 0.8, quality: 40},
	{name: "bad 200", dpi: 200, degrees: -0.9, grain: 14, ink: 0.8, quality: 35},
	{name: "crooked 200", dpi: 200, degrees: 2.5, grain: 6, ink: 0.9, quality: 60},
	{name: "sideways 200", dpi: 200, grain: 4, ink: 0.9, quality: 70, turn: 1},
	{name: "upside down 200", dpi: 200, grain: 4, ink: 0.9, quality: 70, turn: 2},
}

// A page is a scanned page: a JPEG and the page's size in points.
type page struct {
	picture       []byte
	across, down  int
	width, height float64
}

// page scans a drawing of a page of so many points.
func (s spoil) page(drawn *image.RGBA, width, height float64, seed uint64) page {
	b := drawn.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	grain := rand.New(rand.NewPCG(seed, 7))
	sin, cos := math.Sincos(s.degrees * math.Pi / 180)
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x)-float64(b.Dx())/2, float64(y)-float64(b.Dy())/2
			v := grey(drawn, dx*cos-dy*sin+float64(b.Dx())/2, dx*sin+dy*cos+float64(b.Dy())/2)
			v = 250 - (250-v)*s.ink + s.grain*grain.NormFloat64()
			out.Pix[y*out.Stride+x] = uint8(min(max(v, 0), 255))
		}
	}
	for range s.turn {
		out = quarter(out)
		width, height = height, width
	}
	var buf bytes.Buffer
	_ = jpeg.Encode(&buf, out, &jpeg.Options{Quality: s.quality}) // a buffer takes everything
	return page{buf.Bytes(), out.Rect.Dx(), out.Rect.Dy(), width, height}
}

// grey is the brightness between the dots around a place.
func grey(m *image.RGBA, x, y float64) float64 {
	at := func(x, y int) float64 {
		if !image.Pt(x, y).In(m.Bounds()) {
			return 250
		}
		c := m.RGBAAt(x, y)
		return 0.3*float64(c.R) + 0.59*float64(c.G) + 0.11*float64(c.B)
	}
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	if fx == 0 && fy == 0 {
		return at(x0, y0)
	}
	return (1-fy)*((1-fx)*at(x0, y0)+fx*at(x0+1, y0)) + fy*((1-fx)*at(x0, y0+1)+fx*at(x0+1, y0+1))
}

// quarter turns a picture clockwise.
func quarter(m *image.Gray) *image.Gray {
	b := m.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.Pix[x*out.Stride+b.Dy()-1-y] = m.Pix[y*m.Stride+x]
		}
	}
	return out
}

// bind makes a PDF of scanned pages.
func bind(pages []page) []byte {
	var out bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages)))
	for i, p := range pages {
		draw := fmt.Sprintf("q %.2f 0 0 %.2f 0 0 cm /Scan Do Q", p.width, p.height)
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /Scan %d 0 R >> >> >>", p.width, p.height, 4+3*i, 5+3*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw))
		object(fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream", p.across, p.down, len(p.picture), p.picture))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return out.Bytes()
}
