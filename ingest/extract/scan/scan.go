// Package scan reads the words in a picture of a page, by the program
// tesseract.
//
// It is separate from the readers of file formats because what it is given is
// no file but what a person sees, whoever drew it; and because the program may
// not be there: it is found when it is needed, and what is missing is said in
// words that tell how to get it. The program is run as a child of its own,
// with the picture on its standard input and nothing written to disk.
package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"strings"

	"moothall/ingest/extract"
)

// DPI is at how many dots an inch a page is best drawn for reading. At 150
// more words of a bad scan are misread, and 300 takes half as long again and
// gains nothing.
const DPI = 200

// Install says what to do where the program is missing.
const Install = "install tesseract-ocr and hand it in again"

// A Program is an installed tesseract.
type Program struct {
	Path string
	// Version is as it says it itself, "5.3.0".
	Version string
}

// Find looks for the program on the search path. ok is false where there is
// none, or one that does not run.
func Find(ctx context.Context) (p Program, ok bool) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return Program{}, false
	}
	out, err := exec.CommandContext(ctx, path, "--version").CombinedOutput()
	if err != nil {
		return Program{}, false
	}
	p = Program{Path: path}
	first, _, _ := strings.Cut(string(out), "\n")
	if v := strings.Fields(first); len(v) > 1 {
		p.Version = strings.TrimPrefix(v[1], "v")
	}
	return p, true
}

// Engine names the program with its version as the engine of what it read.
func (p Program) Engine() string { return strings.TrimSpace("tesseract " + p.Version) }

// maxOutput is how many bytes of answer are looked at: some 200,000 words.
const maxOutput = 16 << 20

// Read reads a picture of a page of so many points' width. Words have their
// places in points and how sure the program is of each; the page has no number
// yet. A picture without words gives a page without blocks.
func (p Program) Read(ctx context.Context, picture *image.Gray, width float64) (extract.Page, error) {
	b := picture.Bounds()
	if width <= 0 || b.Dx() == 0 || b.Dy() == 0 {
		return extract.Page{}, errors.New("scan: a picture of no size")
	}
	scale := width / float64(b.Dx())
	page := extract.Page{Width: width, Height: float64(b.Dy()) * scale, OCR: true}
	if blank(picture) {
		return page, nil
	}
	cmd := exec.CommandContext(ctx, p.Path, "stdin", "stdout", "--dpi", fmt.Sprint(max(70, int(72/scale+0.5))), "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // pages are read beside each other, not threads
	cmd.Stdin = bytes.NewReader(netpbm(picture))
	out := &bounded{most: maxOutput}
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return extract.Page{}, fmt.Errorf("scan: %s: %w", p.Path, err)
	}
	lines := readTSV(out.Bytes(), scale)
	if !readable(lines) {
		return page, nil
	}
	for _, l := range lines {
		page.Words = append(page.Words, l.words...)
	}
	page.Blocks = blocks(lines)
	return page, nil
}

// bounded keeps the first bytes written to it.
type bounded struct {
	bytes.Buffer
	most int
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := b.most - b.Len(); room > 0 {
		b.Buffer.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}

// netpbm is the picture in the plainest format the program reads.
func netpbm(g *image.Gray) []byte {
	b := g.Bounds()
	out := fmt.Appendf(make([]byte, 0, b.Dx()*b.Dy()+32), "P5 %d %d 255\n", b.Dx(), b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		at := g.PixOffset(b.Min.X, y)
		out = append(out, g.Pix[at:at+b.Dx()]...)
	}
	return out
}

// blank reports whether a picture is of one colour, or so nearly that nothing
// can be read on it.
func blank(g *image.Gray) bool {
	var seen [256]int
	b := g.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		at := g.PixOffset(b.Min.X, y)
		for _, v := range g.Pix[at : at+b.Dx()] {
			seen[v]++
		}
	}
	low, high := 0, 255
	// A few dozen specks are no letter.
	for n := 0; low < 255; low++ {
		if n += seen[low]; n > 40 {
			break
		}
	}
	for n := 0; high > 0; high-- {
		if n += seen[high]; n > 40 {
			break
		}
	}
	return high-low < 24
}
