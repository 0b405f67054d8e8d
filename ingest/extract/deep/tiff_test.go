package deep

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"

	"moothall/ingest/extract"
	"moothall/ingest/extract/scan"
)

// bound is pages as one TIFF, grey and not compressed, at 150 dots an inch; a
// page may be the small copy of another.
func bound(order binary.AppendByteOrder, copies map[int]bool, pages ...*image.Gray) []byte {
	out := []byte("II*\x00")
	if order.String() == binary.BigEndian.String() {
		out = []byte("MM\x00*")
	}
	link := len(out) // where the place of the next directory goes
	out = order.AppendUint32(out, 0)
	for i, g := range pages {
		b := g.Bounds()
		pixels := len(out)
		for y := range b.Dy() {
			out = append(out, g.Pix[y*g.Stride:y*g.Stride+b.Dx()]...)
		}
		resolution := len(out)
		out = order.AppendUint32(order.AppendUint32(out, 150), 1)
		put32(order, out[link:], len(out))
		subfile := 0
		if copies[i] {
			subfile = reduced
		}
		entries := [][3]int{ // tag, type, value
			{tagSubfile, 4, subfile}, {tagAcross, 4, b.Dx()}, {257, 4, b.Dy()}, {258, 3, 8}, {259, 3, 1}, {262, 3, 1},
			{273, 4, pixels}, {277, 3, 1}, {278, 4, b.Dy()}, {279, 4, b.Dx() * b.Dy()}, {tagResolution, 5, resolution}, {tagUnit, 3, 2},
		}
		out = order.AppendUint16(out, uint16(len(entries)))
		for _, e := range entries {
			out = order.AppendUint32(order.AppendUint16(order.AppendUint16(out, uint16(e[0])), uint16(e[1])), 1)
			if e[1] == 3 {
				out = order.AppendUint16(order.AppendUint16(out, uint16(e[2])), 0)
			} else {
				out = order.AppendUint32(out, uint32(e[2]))
			}
		}
		link = len(out)
		out = order.AppendUint32(out, 0)
	}
	return out
}

func put32(order binary.AppendByteOrder, at []byte, v int) {
	copy(at, order.AppendUint32(nil, uint32(v)))
}

// plain is a grey page of a size.
func plain(shade uint8, across, down int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, across, down))
	for i := range g.Pix {
		g.Pix[i] = shade
	}
	return g
}

func TestPagesOfATIFF(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		raw := bound(order, map[int]bool{1: true}, plain(10, 900, 1200), plain(20, 90, 120), plain(30, 1200, 900))
		p, err := Picture("tiff", raw)
		if err != nil || len(p.Pages) != 2 || p.Media != "image" || p.Pages[1].Number != 2 || p.Pages[1].Unread == "" {
			t.Fatalf("%v: %+v, %v", order, p, err)
		}
		m, width, err := tiffPage(raw, 2)
		if err != nil || m.Bounds() != image.Rect(0, 0, 1200, 900) || color.GrayModel.Convert(m.At(5, 5)).(color.Gray).Y != 30 || width != 576 {
			t.Errorf("%v: page 2 is %v, %v points wide, %v", order, m.Bounds(), width, err)
		}
		if _, _, err := tiffPage(raw, 3); err == nil {
			t.Error("there is a page 3")
		}
		drawn, err := tiffPicture(raw, 2, 600)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := png.DecodeConfig(bytes.NewReader(drawn.Attachments[0].Bytes)); err != nil || c.Width != 600 {
			t.Errorf("%v: a picture %d dots wide, %v", order, c.Width, err)
		}
	}
	small := bound(binary.LittleEndian, nil, plain(10, 90, 120))
	if _, _, err := tiffPage(small, 1); err == nil {
		t.Error("a logo passes for a page")
	}
}

// A TIFF is read where any of its pages is one to be read.
func TestATIFFThatOpensWithSomethingSmall(t *testing.T) {
	r := &Reader{OCR: func() (scan.Program, bool) { return scan.Program{}, true }}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		if !r.Reads("tiff", bound(order, nil, plain(10, 90, 120), plain(20, 900, 1200))) {
			t.Error("a page after a small picture is not read")
		}
		if r.Reads("tiff", bound(order, nil, plain(10, 90, 120), plain(20, 120, 90))) {
			t.Error("two logos are taken for pages")
		}
	}
}

// A chain of pages that leads back to its beginning ends all the same.
func TestTIFFThatNeverEnds(t *testing.T) {
	raw := bound(binary.LittleEndian, nil, plain(10, 4, 4))
	copy(raw[len(raw)-4:], raw[4:8])
	if pages, err := directories(raw); err != nil || len(pages) != 1 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
}

func FuzzDirectories(f *testing.F) {
	f.Add(bound(binary.LittleEndian, nil, plain(10, 4, 4), plain(20, 2, 2)))
	f.Add(bound(binary.BigEndian, nil, plain(10, 4, 4)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		pages, err := directories(raw)
		if err == nil && (len(pages) == 0 || len(pages) > maxDirectories) {
			t.Fatalf("%d pages", len(pages))
		}
		for _, p := range pages {
			if uint64(p.at)+2 > uint64(len(raw)) || p.width < 0 {
				t.Fatalf("page %+v of %d bytes", p, len(raw))
			}
		}
		if err == nil && extract.Media(raw) == "tiff" {
			if paper, err := Picture("tiff", raw); err != nil || len(paper.Pages) != len(pages) {
				t.Fatalf("%d pages of %d, %v", len(paper.Pages), len(pages), err)
			}
		}
	})
}

func TestShrunk(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 5, 4))
	copy(g.Pix, []byte{0, 100, 9, 9, 1, 100, 200, 9, 9, 1})
	if s := shrunk(g, 2); s.Bounds() != image.Rect(0, 0, 2, 2) || s.Pix[0] != 100 || s.Pix[1] != 9 {
		t.Errorf("%v %v", s.Bounds(), s.Pix)
	}
}
