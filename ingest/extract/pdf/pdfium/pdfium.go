// Package pdfium is the second engine for PDFs: PDFium compiled to
// WebAssembly, run in this process without cgo by wazero.
//
// It is not the first because it is slower, heavier and no better on council
// papers. It is here for what the first cannot do: files it cannot open, and
// the picture of a page. The sandbox it runs in sees no files, and its memory
// has a limit; a page that goes beyond traps and costs that paper alone.
package pdfium

import (
	"fmt"
	"image"
	"image/draw"
	"io"
	"math"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"moothall/ingest/extract/pdf/content"
)

// Config says how the engine may run. The zero value is sensible.
type Config struct {
	// Cache is a folder for the compiled engine, 19 MB. Without it every
	// start compiles anew, which takes 300 MB and from four seconds up to
	// twenty on a busy machine: too long for a process that reads one paper
	// against a clock. Let the process that lives longest start it first.
	Cache string
	// Memory is how much one paper may take inside the sandbox, in bytes; 0
	// is 96 MiB. The process takes up to three and a half times as much for a
	// moment when the memory grows.
	Memory int
}

// Limits of one paper.
const (
	memory    = 96 << 20
	maxPages  = 5_000
	maxChars  = 400_000   // of a page
	maxPixels = 8_000_000 // of a picture
	maxSide   = 20_000    // of a page to be drawn, in points
	patience  = 20 * time.Second
)

// An Engine reads and draws papers. It may be used by several goroutines.
type Engine struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

// Start compiles the engine, or fetches it from the cache.
func Start(c Config) (*Engine, error) {
	if c.Memory == 0 {
		c.Memory = memory
	}
	// The default would share the whole file system with the sandbox.
	// WithCloseOnContextDone is left out on purpose: it makes all work three
	// to four times slower, and whoever has to stop a page stops the process.
	conf := wazero.NewRuntimeConfig().WithMemoryLimitPages(uint32(c.Memory >> 16))
	e := &Engine{}
	if c.Cache != "" {
		cache, err := wazero.NewCompilationCacheWithDir(c.Cache)
		if err != nil {
			return nil, fmt.Errorf("pdfium: cache: %w", err)
		}
		e.cache = cache
		conf = conf.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 4, FSConfig: wazero.NewFSConfig(), RuntimeConfig: conf,
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("pdfium: start: %w", err)
	}
	e.pool = pool
	return e, nil
}

// Close frees what the engine holds.
func (e *Engine) Close() error {
	if err := e.pool.Close(); err != nil {
		return fmt.Errorf("pdfium: close: %w", err)
	}
	return nil
}

// with opens a paper in a sandbox of its own, which is thrown away after: a
// trap leaves nothing behind.
func (e *Engine) with(raw []byte, do func(pdfium.Pdfium, references.FPDF_DOCUMENT) error) (err error) {
	inst, err := e.pool.GetInstance(patience)
	if err != nil {
		return fmt.Errorf("pdfium: %w", err)
	}
	defer func() {
		if x := recover(); x != nil { // the library panics when the sandbox traps
			err = fmt.Errorf("pdfium: the engine gave up: %v", x)
		}
		// The sandbox may already be dead; what was read of the paper stands.
		_ = inst.Close()
	}()
	doc, err := inst.OpenDocument(&requests.OpenDocument{File: &raw})
	if err != nil {
		return fmt.Errorf("pdfium: open: %w", err)
	}
	return do(inst, doc.Document)
}

// Pages gives what each page draws, letters only. Pages after one that failed
// are read still; the error is the last one's, and the pages stand with it.
func (e *Engine) Pages(raw []byte) (pages []content.Page, err error) {
	err = e.with(raw, func(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		n, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err != nil {
			return fmt.Errorf("pdfium: pages: %w", err)
		}
		var failed error
		for i := range min(n.PageCount, maxPages) {
			page, err := readPage(inst, doc, i)
			if err != nil {
				failed = fmt.Errorf("pdfium: page %d: %w", i+1, err)
			}
			pages = append(pages, page)
		}
		return failed
	})
	return pages, err
}

// Text gives each page's text in the engine's own order.
func (e *Engine) Text(raw []byte) (pages []string, err error) {
	err = e.with(raw, func(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		n, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err != nil {
			return fmt.Errorf("pdfium: pages: %w", err)
		}
		for i := range min(n.PageCount, maxPages) {
			text, err := inst.GetPageText(&requests.GetPageText{Page: byIndex(doc, i)})
			if err != nil {
				return fmt.Errorf("pdfium: page %d: %w", i+1, err)
			}
			pages = append(pages, text.Text)
		}
		return nil
	})
	return pages, err
}

// Render draws page n, from 1, at so many dots an inch, or fewer where the
// picture would be too large; width is the page's in points.
func (e *Engine) Render(raw []byte, n, dpi int) (picture *image.RGBA, width float64, err error) {
	picture, err = e.render(raw, n, func(w, _ float64) int { width = w; return dpi })
	return picture, width, err
}

// Picture draws page n, from 1, about so many dots wide, or fewer where the
// picture would be too large.
func (e *Engine) Picture(raw []byte, n, dots int) (*image.RGBA, error) {
	return e.render(raw, n, func(w, _ float64) int { return max(1, int(float64(dots)*72/w+0.5)) })
}

// render draws a page at the dots an inch that fit its size in points.
func (e *Engine) render(raw []byte, n int, dots func(width, height float64) int) (picture *image.RGBA, err error) {
	err = e.with(raw, func(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		page := byIndex(doc, n-1)
		width, height, err := size(inst, page)
		if err != nil {
			return err
		}
		if !(width >= 1 && height >= 1 && width < maxSide && height < maxSide) {
			return fmt.Errorf("pdfium: page %d is %.0f by %.0f points", n, width, height)
		}
		dpi := dots(width, height)
		if pixels := width * height * float64(dpi*dpi) / (72 * 72); pixels > maxPixels {
			dpi = max(1, int(float64(dpi)*math.Sqrt(maxPixels/pixels)))
		}
		got, err := inst.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: dpi})
		if err != nil {
			return fmt.Errorf("pdfium: draw page %d: %w", n, err)
		}
		// The picture lies in the sandbox's memory: copy it out.
		picture = image.NewRGBA(got.Result.Image.Bounds())
		draw.Draw(picture, picture.Bounds(), got.Result.Image, got.Result.Image.Bounds().Min, draw.Src)
		got.Cleanup()
		return nil
	})
	return picture, err
}

func byIndex(doc references.FPDF_DOCUMENT, i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}
}

func size(inst pdfium.Pdfium, page requests.Page) (width, height float64, err error) {
	w, err := inst.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: page})
	if err != nil {
		return 0, 0, fmt.Errorf("pdfium: width: %w", err)
	}
	h, err := inst.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: page})
	if err != nil {
		return 0, 0, fmt.Errorf("pdfium: height: %w", err)
	}
	return w.Width, h.Height, nil
}

// readPage turns the engine's letters into glyphs. Turned pages and letters
// are placed as the first engine places them.
func readPage(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (content.Page, error) {
	page := byIndex(doc, i)
	var out content.Page
	var err error
	if out.Width, out.Height, err = size(inst, page); err != nil {
		return out, err
	}
	turn, err := inst.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return out, err
	}
	place := frame(inst, page, int(turn.PageRotation), out.Width, out.Height)
	loaded, err := inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return out, err
	}
	text := loaded.TextPage
	n, err := inst.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return out, err
	}
	fonts := map[string]*content.Font{}
	for k := range min(n.Count, maxChars) {
		if g, ok := glyph(inst, text, k, fonts); ok {
			out.Glyphs = append(out.Glyphs, place(g))
		}
	}
	_, err = inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	return out, err
}

// glyph reads one letter, in the page's own space. Those the engine made up,
// spaces and line ends, are left out: layout knows better.
func glyph(inst pdfium.Pdfium, text references.FPDF_TEXTPAGE, k int, fonts map[string]*content.Font) (content.Glyph, bool) {
	u, err := inst.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: k})
	if err != nil || u.Unicode < ' ' || u.Unicode == 0xFFFE || u.Unicode == 0xFFFF {
		return content.Glyph{}, false
	}
	made, err := inst.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text, Index: k})
	if err != nil || made.IsGenerated {
		return content.Glyph{}, false
	}
	box, err := inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: k})
	if err != nil {
		return content.Glyph{}, false
	}
	at, err := inst.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: k})
	if err != nil {
		return content.Glyph{}, false
	}
	angle, err := inst.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text, Index: k})
	if err != nil {
		return content.Glyph{}, false
	}
	sin, cos := math.Sincos(float64(angle.CharAngle))
	w, h := float64(box.Rect.Right-box.Rect.Left), math.Abs(float64(box.Rect.Top-box.Rect.Bottom))
	if math.Abs(sin) > math.Abs(cos) {
		w, h = h, w
	}
	g := content.Glyph{
		Text: content.Letters(rune(u.Unicode)), X: at.X, Y: at.Y, W: w, Size: h / 1.15, DX: cos, DY: sin,
		Font: fontOf(inst, text, k, fonts),
	}
	return g, g.Text != "" && g.Size > 0
}

func fontOf(inst pdfium.Pdfium, text references.FPDF_TEXTPAGE, k int, fonts map[string]*content.Font) *content.Font {
	info, err := inst.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: text, Index: k})
	if err != nil {
		return nil
	}
	f := fonts[info.FontName]
	if f == nil {
		name := strings.ToLower(info.FontName)
		f = &content.Font{Name: info.FontName, Bold: strings.Contains(name, "bold") || strings.Contains(name, "black")}
		fonts[info.FontName] = f
	}
	return f
}

// frame gives the way from the page's own space, y upwards, to points from
// the top left corner of the page as it is seen.
func frame(inst pdfium.Pdfium, page requests.Page, turn int, width, height float64) func(content.Glyph) content.Glyph {
	var x0, y0 float64
	if box, err := inst.FPDFPage_GetCropBox(&requests.FPDFPage_GetCropBox{Page: page}); err == nil {
		x0, y0 = float64(box.Left), float64(box.Bottom)
	} else if box, err := inst.FPDFPage_GetMediaBox(&requests.FPDFPage_GetMediaBox{Page: page}); err == nil {
		x0, y0 = float64(box.Left), float64(box.Bottom)
	}
	return func(g content.Glyph) content.Glyph {
		x, y, dx, dy := g.X-x0, g.Y-y0, g.DX, g.DY
		switch turn {
		case 1:
			g.X, g.Y, g.DX, g.DY = y, x, dy, dx
		case 2:
			g.X, g.Y, g.DX, g.DY = width-x, y, -dx, dy
		case 3:
			g.X, g.Y, g.DX, g.DY = width-y, height-x, -dy, -dx
		default:
			g.X, g.Y, g.DX, g.DY = x, height-y, dx, -dy
		}
		return g
	}
}
