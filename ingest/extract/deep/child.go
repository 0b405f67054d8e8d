package deep

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"sync"
	"time"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
	"moothall/ingest/extract/scan"
)

// cacheVar tells a reading process where the compiled engine lies.
const cacheVar = "MOOTHALL_PDFIUM_CACHE"

// Jobs does this package's jobs: it is the part that runs in the reading
// process. The engine is compiled, or fetched, when the first job needs it.
type Jobs struct {
	engine  func() (*pdfium.Engine, error)
	program func() (scan.Program, bool)
}

// NewJobs gives the jobs of a reading process.
func NewJobs() *Jobs {
	return &Jobs{
		engine: sync.OnceValues(func() (*pdfium.Engine, error) {
			cache := os.Getenv(cacheVar)
			e, err := pdfium.Start(pdfium.Config{Cache: cache})
			if err != nil && cache != "" {
				// A cache of another machine, which may not be written here.
				return pdfium.Start(pdfium.Config{})
			}
			return e, err
		}),
		program: sync.OnceValues(func() (scan.Program, bool) { return scan.Find(context.Background()) }),
	}
}

// OCR finds the program for it, once.
func (s *Jobs) OCR() (scan.Program, bool) { return s.program() }

// Read does the job that media names. ok is false, and nothing done, where it
// is a medium.
func (s *Jobs) Read(media string, raw []byte) (p extract.Paper, ok bool, err error) {
	j, ok := readJob(media)
	if !ok {
		return extract.Paper{}, false, nil
	}
	switch j.what {
	case second:
		p, err = s.second(raw)
	case ocr:
		p, err = s.ocr(raw, j.page)
	case look:
		p, err = s.look(raw, j.page)
	case arrange:
		p, err = arranged(raw)
	case picture:
		p, err = s.picture(raw, j.page, j.width)
	}
	return p, true, err
}

// second reads a whole paper with the second engine. Pages that it read before
// it failed are given, the failure as a doubt.
func (s *Jobs) second(raw []byte) (extract.Paper, error) {
	e, err := s.engine()
	if err != nil {
		return extract.Paper{}, err
	}
	pages, err := e.Pages(raw)
	if len(pages) == 0 {
		if err == nil {
			err = errors.New("pdfium: the file has no pages")
		}
		return extract.Paper{}, err
	}
	paper, failed := pdf.Arrange(pages)
	if err != nil {
		paper.Doubts = append(paper.Doubts, err.Error())
	}
	return paper, failed
}

// patience is how long the OCR of one page may take. Whoever asked may be less
// patient and end us all.
const patience = 80 * time.Second

func (s *Jobs) ocr(raw []byte, n int) (extract.Paper, error) {
	e, err := s.engine()
	if err != nil {
		return extract.Paper{}, err
	}
	if g, width, ok := e.Scanned(raw, n); ok && float64(g.Rect.Dx())*72 > coarsest*width {
		return s.words(atMost(g, width), width, n)
	}
	drawn, width, err := e.Render(raw, n, scan.DPI)
	if err != nil {
		return extract.Paper{}, err
	}
	return s.words(grey(drawn), width, n)
}

// words reads a picture of page n. What was seen travels as a sheet, since a
// page can be put in order only with the others.
func (s *Jobs) words(g *image.Gray, width float64, n int) (extract.Paper, error) {
	program, ok := s.program()
	if !ok {
		return extract.Paper{}, errors.New("deep: the program tesseract is gone")
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	sheet, err := program.Read(ctx, g, width)
	if err != nil {
		return extract.Paper{}, err
	}
	sheet.Number = n
	b, err := packed([]scan.Sheet{sheet})
	return extract.Paper{Media: "pdf", Engine: program.Engine(), Attachments: []archive.Raw{{Bytes: b}}}, err
}

// Bounds of a picture that is handed in as a file.
const (
	maxDots     = 40_000_000
	fullWidth   = 595.0 // points: an A4 page upright, which most scans are
	fullHeight  = 842.0
	fewestDots  = 600 // on each side; less is a logo, or too coarse to read
	landscapeBy = 1.1

	// The width that a file says it has is believed between half an A5 page and
	// a plan.
	leastWidth, mostWidth = 200.0, 3000.0
)

// Picture gives a file that is a picture, or several, as a paper: pages that
// nobody has read yet.
func Picture(media string, raw []byte) (extract.Paper, error) {
	n := 1
	if media == "tiff" {
		pages, err := directories(raw)
		if err != nil {
			return extract.Paper{}, err
		}
		n = len(pages)
	}
	paper := extract.Paper{Media: "image"}
	for i := range n {
		paper.Pages = append(paper.Pages, extract.Page{Number: i + 1, Unread: "The file is a picture."})
	}
	return paper, nil
}

// look reads page n of a picture that was handed in as a file.
func (s *Jobs) look(raw []byte, n int) (extract.Paper, error) {
	m, width, err := pictured(raw, n)
	if err != nil {
		return extract.Paper{}, err
	}
	b := m.Bounds()
	if !(width >= leastWidth && width <= mostWidth) {
		width = fullWidth
		if float64(b.Dx()) > landscapeBy*float64(b.Dy()) {
			width = fullHeight
		}
	}
	paper, err := s.words(atMost(grey(m), width), width, n)
	paper.Media = "image"
	return paper, err
}

// pictured is page n of a picture, and how many points wide it says it is.
func pictured(raw []byte, n int) (image.Image, float64, error) {
	if extract.Media(raw) == "tiff" {
		return tiffPage(raw, n)
	}
	if err := pageSized(raw); err != nil {
		return nil, 0, err
	}
	m, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, 0, fmt.Errorf("deep: %w", err)
	}
	return m, 0, nil
}

// pageSized says what keeps a picture, or all pages of it, from being a page to
// read. It never panics, whatever the library does: it is asked in the process
// that has to live on.
func pageSized(raw []byte) (err error) {
	if pages, err := directories(raw); err == nil {
		return tiffSized(pages)
	}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("deep: the picture could not be looked at: %v", x)
		}
	}()
	c, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return fmt.Errorf("deep: %w", err)
	}
	return pageSize(c)
}

func pageSize(c image.Config) error {
	if c.Width < fewestDots || c.Height < fewestDots || c.Width > maxDots/c.Height {
		return fmt.Errorf("a picture of %d by %d dots, which is no page to be read", c.Width, c.Height)
	}
	return nil
}

// coarsest is at how many dots an inch a scan is read as it is; what is coarser
// reads better drawn larger.
const coarsest = 140

// atMost is a picture of a page so many points wide with less than twice as
// many dots as reading takes.
func atMost(g *image.Gray, width float64) *image.Gray {
	if finer := int(float64(g.Rect.Dx()) * 72 / width / scan.DPI); finer > 1 {
		return shrunk(g, finer)
	}
	return g
}

// shrunk is a picture with k by k dots made one.
func shrunk(g *image.Gray, k int) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, g.Rect.Dx()/k, g.Rect.Dy()/k))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sum := 0
			for dy := range k {
				at := (y*k+dy)*g.Stride + x*k
				for _, v := range g.Pix[at : at+k] {
					sum += int(v)
				}
			}
			out.Pix[y*out.Stride+x] = uint8(sum / (k * k))
		}
	}
	return out
}

// grey takes the colour out of a picture; what is transparent is white.
func grey(m image.Image) *image.Gray {
	b := m.Bounds()
	g := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch m := m.(type) {
	case *image.Gray:
		for y := range b.Dy() {
			at := m.PixOffset(b.Min.X, b.Min.Y+y)
			copy(g.Pix[y*g.Stride:], m.Pix[at:at+b.Dx()])
		}
		return g
	case *image.YCbCr: // of a photograph the brightness is there already
		for y := range b.Dy() {
			at := m.YOffset(b.Min.X, b.Min.Y+y)
			copy(g.Pix[y*g.Stride:], m.Y[at:at+b.Dx()])
		}
		return g
	}
	rgba, fast := m.(*image.RGBA)
	for y := range b.Dy() {
		row := g.Pix[y*g.Stride : y*g.Stride+b.Dx()]
		if fast {
			from := rgba.Pix[rgba.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range row {
				r, gr, bl := uint32(from[4*x]), uint32(from[4*x+1]), uint32(from[4*x+2])
				row[x] = uint8((299*r + 587*gr + 114*bl + 500) / 1000)
			}
			continue
		}
		for x := range row {
			c := color.NRGBAModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
			v := color.GrayModel.Convert(color.RGBA{c.R, c.G, c.B, 255}).(color.Gray).Y
			row[x] = uint8((uint32(v)*uint32(c.A) + 255*(255-uint32(c.A))) / 255)
		}
	}
	return g
}

// picture draws one page so many dots wide. It is the paper's only attachment.
func (s *Jobs) picture(raw []byte, n, width int) (extract.Paper, error) {
	if extract.Media(raw) == "tiff" {
		return tiffPicture(raw, n, width)
	}
	e, err := s.engine()
	if err != nil {
		return extract.Paper{}, err
	}
	m, err := e.Picture(raw, n, width)
	if err != nil {
		return extract.Paper{}, err
	}
	b, err := encode(m)
	return extract.Paper{Attachments: []archive.Raw{{Bytes: b}}}, err
}

// tiffPicture gives a page of a TIFF, which browsers do not show, as one they
// do.
func tiffPicture(raw []byte, n, width int) (extract.Paper, error) {
	m, _, err := tiffPage(raw, n)
	if err != nil {
		return extract.Paper{}, err
	}
	g := grey(m)
	g = shrunk(g, max(1, g.Rect.Dx()/width))
	out := image.NewRGBA(g.Rect)
	draw.Draw(out, out.Rect, g, image.Point{}, draw.Src)
	b, err := encode(out)
	return extract.Paper{Attachments: []archive.Raw{{Bytes: b}}}, err
}

// large is from how many bytes a picture is worth losing a little of it.
const large = 400 << 10

// encode gives a page without colour in sixteen shades, which is all that
// print needs, and others as they are; a photograph, which makes that large,
// as JPEG.
func encode(m *image.RGBA) ([]byte, error) {
	var whole image.Image = m
	if colourless(m) {
		whole = shaded(m)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, whole); err != nil {
		return nil, fmt.Errorf("deep: %w", err)
	}
	if b.Len() <= large {
		return b.Bytes(), nil
	}
	b.Reset()
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 80}); err != nil {
		return nil, fmt.Errorf("deep: %w", err)
	}
	return b.Bytes(), nil
}

func colourless(m *image.RGBA) bool {
	for i := 0; i+3 < len(m.Pix); i += 4 {
		r, g, b := int(m.Pix[i]), int(m.Pix[i+1]), int(m.Pix[i+2])
		if max(r, g, b)-min(r, g, b) > 12 {
			return false
		}
	}
	return true
}

func shaded(m *image.RGBA) *image.Paletted {
	var shades color.Palette
	for i := range 16 {
		shades = append(shades, color.Gray{Y: uint8(i * 17)})
	}
	g := grey(m)
	out := image.NewPaletted(g.Bounds(), shades)
	for i, v := range g.Pix {
		out.Pix[i] = uint8((uint(v) + 8) / 17)
	}
	return out
}
