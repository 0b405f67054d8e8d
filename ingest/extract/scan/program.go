package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Install says what to do where the program is missing.
const Install = "install tesseract-ocr, then run moothall rebuild --unread"

// A Program is an installed tesseract.
type Program struct {
	Path string
	// Version is as it says it itself, "5.3.0".
	Version string
	// Languages are those it has been given, by its own names: "eng", "cym".
	// Among them "osd" is what tells which way up a page is.
	Languages []string

	// ask is run, but for tests.
	ask func(ctx context.Context, picture *image.Gray, args []string) ([]byte, error)
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
	// A program that cannot list its languages reads in the one it likes.
	if out, err = exec.CommandContext(ctx, path, "--list-langs").Output(); err == nil {
		p.Languages = languages(string(out))
	}
	return p, true
}

// languages reads the program's list, which has a heading.
func languages(list string) []string {
	var out []string
	for i, line := range strings.Split(strings.TrimSpace(list), "\n") {
		if line = strings.TrimSpace(line); i > 0 && line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Engine names the program with its version as the engine of what it read.
func (p Program) Engine() string { return strings.TrimSpace("tesseract " + p.Version) }

func (p Program) has(language string) bool { return slices.Contains(p.Languages, language) }

// maxOutput is how many bytes of answer are looked at: some 60,000 words.
const maxOutput = 16 << 20

// lines has the program read a picture in a language, "" for its own choice.
func (p Program) lines(ctx context.Context, picture *image.Gray, dpi int, language string, more ...string) ([]line, error) {
	args := append([]string{"stdin", "stdout", "--dpi", strconv.Itoa(max(70, dpi))}, more...)
	if language != "" {
		args = append(args, "-l", language)
	}
	out, err := p.run(ctx, picture, append(args, "hocr")...)
	if err != nil {
		return nil, err
	}
	return readHOCR(out), nil
}

// turned is by how many quarters a picture must be turned clockwise to stand
// upright; ok is false where the program cannot tell.
func (p Program) turned(ctx context.Context, picture *image.Gray) (quarters int, ok bool) {
	if !p.has("osd") {
		return 0, false
	}
	out, err := p.run(ctx, picture, "stdin", "stdout", "--psm", "0", "-l", "osd")
	if err != nil {
		return 0, false // too few letters to tell
	}
	return readTurn(string(out))
}

var turnLine, sureLine = regexp.MustCompile(`(?m)^Rotate: (\d+)`), regexp.MustCompile(`(?m)^Orientation confidence: ([\d.]+)`)

// sureTurn is how sure the program must be, on its own scale, that a page does
// not stand upright.
const sureTurn = 1.5

func readTurn(out string) (quarters int, ok bool) {
	turn, sure := turnLine.FindStringSubmatch(out), sureLine.FindStringSubmatch(out)
	if turn == nil || sure == nil {
		return 0, false
	}
	degrees, err := strconv.Atoi(turn[1])
	if err != nil || degrees%90 != 0 {
		return 0, false
	}
	confidence, err := strconv.ParseFloat(sure[1], 64)
	return degrees / 90 % 4, err == nil && confidence >= sureTurn
}

// run gives the program a picture and takes its answer.
func (p Program) run(ctx context.Context, picture *image.Gray, args ...string) ([]byte, error) {
	if p.ask != nil {
		return p.ask(ctx, picture, args)
	}
	cmd := exec.CommandContext(ctx, p.Path, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // pages are read beside each other, not threads
	cmd.Stdin = bytes.NewReader(netpbm(picture))
	out := &bounded{most: maxOutput}
	cmd.Stdout = out
	said := &bounded{most: 4 << 10}
	cmd.Stderr = said
	diesWithUs(cmd)
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, errors.New("scan: the page took longer than there is time for")
		}
		return nil, fmt.Errorf("scan: %s: %w: %s", p.Path, err, firstLine(said.String()))
	}
	return out.Bytes(), nil
}

func firstLine(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return first
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
