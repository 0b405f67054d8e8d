package pdfium

import (
	"errors"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxScanned is how many dots a picture may have that is taken as it is: an A4
// page at 400 dots an inch.
const maxScanned = 16_000_000

// errNoScan is why a page is not taken as the picture it holds.
var errNoScan = errors.New("pdfium: the page is more than one picture")

// Scanned gives page n, from 1, as the scanner made it where the page is one
// upright picture and nothing else, and its width in points. Drawing such a
// page would blur it: its dots are hardly ever those of the drawing. ok is
// false for other pages.
func (e *Engine) Scanned(raw []byte, n int) (picture *image.Gray, width float64, ok bool) {
	err := e.with(raw, func(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT) (err error) {
		picture, width, err = scanned(inst, byIndex(doc, n-1))
		return err
	})
	return picture, width, err == nil && !inverted(picture)
}

func scanned(inst pdfium.Pdfium, page requests.Page) (*image.Gray, float64, error) {
	width, height, err := size(inst, page)
	if err != nil {
		return nil, 0, err
	}
	objects, err := inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil || objects.Count != 1 {
		return nil, 0, errors.Join(errNoScan, err)
	}
	object, err := inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page})
	if err != nil {
		return nil, 0, err
	}
	kind, err := inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
	if err != nil || kind.Type != enums.FPDF_PAGEOBJ_IMAGE {
		return nil, 0, errors.Join(errNoScan, err)
	}
	turn, err := inst.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil || turn.PageRotation != 0 {
		return nil, 0, errors.Join(errNoScan, err)
	}
	m, err := inst.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object.PageObject})
	if err != nil {
		return nil, 0, err
	}
	// The picture must be the page: upright, and as large.
	about := func(a float32, b float64) bool { return math.Abs(float64(a)-b) < 0.01*max(width, height) }
	if t := m.Matrix; !about(t.A, width) || !about(t.D, height) || !about(t.B, 0) || !about(t.C, 0) || !about(t.E, 0) || !about(t.F, 0) {
		return nil, 0, errNoScan
	}
	dots, err := inst.FPDFImageObj_GetImagePixelSize(&requests.FPDFImageObj_GetImagePixelSize{ImageObject: object.PageObject})
	if err != nil || dots.Width == 0 || dots.Height == 0 || uint64(dots.Width)*uint64(dots.Height) > maxScanned {
		return nil, 0, errors.Join(errNoScan, err)
	}
	got, err := inst.FPDFImageObj_GetBitmap(&requests.FPDFImageObj_GetBitmap{ImageObject: object.PageObject})
	if err != nil {
		return nil, 0, err
	}
	picture, err := bitmap(inst, got.Bitmap, int(dots.Width), int(dots.Height))
	return picture, width, err
}

// bitmap is a picture in the sandbox without its colour.
func bitmap(inst pdfium.Pdfium, b references.FPDF_BITMAP, across, down int) (*image.Gray, error) {
	format, err := inst.FPDFBitmap_GetFormat(&requests.FPDFBitmap_GetFormat{Bitmap: b})
	if err != nil {
		return nil, err
	}
	bytes := map[enums.FPDF_BITMAP_FORMAT]int{
		enums.FPDF_BITMAP_FORMAT_GRAY: 1, enums.FPDF_BITMAP_FORMAT_BGR: 3, enums.FPDF_BITMAP_FORMAT_BGRX: 4, enums.FPDF_BITMAP_FORMAT_BGRA: 4,
	}[format.Format]
	stride, err := inst.FPDFBitmap_GetStride(&requests.FPDFBitmap_GetStride{Bitmap: b})
	if err != nil {
		return nil, err
	}
	buffer, err := inst.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: b})
	if err != nil {
		return nil, err
	}
	if bytes == 0 || stride.Stride < across*bytes || len(buffer.Buffer) < stride.Stride*down {
		return nil, errNoScan
	}
	out := image.NewGray(image.Rect(0, 0, across, down))
	for y := range down {
		row := buffer.Buffer[y*stride.Stride:]
		to := out.Pix[y*out.Stride : y*out.Stride+across]
		if bytes == 1 {
			copy(to, row)
			continue
		}
		for x := range to {
			p := row[x*bytes:]
			to[x] = uint8((114*uint32(p[0]) + 587*uint32(p[1]) + 299*uint32(p[2]) + 500) / 1000)
		}
	}
	return out, nil
}

// inverted reports whether a picture is mostly dark: a stencil, of which the
// dots say where ink goes and not what is seen.
func inverted(g *image.Gray) bool {
	if g == nil {
		return true
	}
	sum := 0
	for _, v := range g.Pix {
		sum += int(v)
	}
	return sum < 128*len(g.Pix)
}
