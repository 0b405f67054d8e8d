package deep

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"moothall/archive"
)

// Pictures draws pages of papers as they were published, when somebody wants
// to see them, one at a time, and keeps what it drew in a folder of bounded
// size. It is safe for concurrent use.
type Pictures struct {
	draw  Pool
	bytes func(archive.Digest) ([]byte, error)
	dir   string
	most  int64

	turn    chan struct{} // who may draw
	waiting chan struct{}

	mu    sync.Mutex
	size  int64 // of the folder in bytes; -1 before it is known
	never map[string]error
}

// Bounds of drawing.
const (
	waitingAtOnce = 12
	drawingTime   = 40 * time.Second // of one; most take a fifth of a second
	rememberedBad = 10_000
)

// widths are the widths in dots in which pictures are made: for a telephone,
// beside the text, and for a close look.
var widths = []int{600, 1000, 1600}

// ErrNoPicture is why a page has none: the paper cannot be drawn.
var ErrNoPicture = errors.New("deep: the page cannot be drawn")

// ErrBusy is returned where too many wait for pictures already.
var ErrBusy = errors.New("deep: too many pictures are being drawn")

// NewPictures gives pictures of the papers whose bytes it can get, drawn by a
// pool that does this package's jobs, kept in dir up to most bytes. Dir is made
// when it is needed; "" keeps none.
func NewPictures(draw Pool, bytes func(archive.Digest) ([]byte, error), dir string, most int64) *Pictures {
	return &Pictures{
		draw: draw, bytes: bytes, dir: dir, most: most, size: -1, never: map[string]error{},
		turn: make(chan struct{}, 1), waiting: make(chan struct{}, waitingAtOnce),
	}
}

// Picture is the picture, PNG or JPEG, of a page of a PDF, from 1, at least so
// many dots wide as far as that is made. A page that could not be drawn once is
// not tried again while this process lives.
func (p *Pictures) Picture(ctx context.Context, d archive.Digest, page, width int) ([]byte, error) {
	width = made(width)
	name := fmt.Sprintf("%s-%d-%d", d, page, width)
	if b, ok := p.kept(name); ok {
		return b, nil
	}
	if err := p.known(name); err != nil {
		return nil, err
	}
	select {
	case p.waiting <- struct{}{}:
		defer func() { <-p.waiting }()
	default:
		return nil, ErrBusy
	}
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	if b, ok := p.kept(name); ok { // somebody before us wanted it too
		return b, nil
	}
	if err := p.known(name); err != nil {
		return nil, err
	}
	raw, err := p.bytes(d)
	if err != nil {
		return nil, fmt.Errorf("deep: %w", err)
	}
	// The first picture on a machine waits for the engine, not for itself.
	if w, ok := p.draw.(interface{ Warm(context.Context) error }); ok {
		if err := w.Warm(ctx); err != nil {
			return nil, err
		}
	}
	// Whoever asked may turn the leaf; the picture is kept for the next.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), drawingTime)
	defer cancel()
	paper, err := p.draw.Read(ctx, job{what: picture, page: page, width: width}.String(), raw)
	failed, ok := ofPaper(err)
	switch {
	case !ok:
		return nil, err
	case failed != nil:
		return nil, p.remember(name, fmt.Errorf("%w: %v", ErrNoPicture, failed))
	case len(paper.Attachments) != 1:
		return nil, fmt.Errorf("%w: no answer", ErrNoPicture)
	}
	b := paper.Attachments[0].Bytes
	// A full disk costs the next reader a second; this one has the picture.
	_ = p.keep(name, b)
	return b, nil
}

// made is the width in which a picture is made for who wants it so wide.
func made(width int) int {
	for _, w := range widths {
		if width <= w {
			return w
		}
	}
	return widths[len(widths)-1]
}

func (p *Pictures) known(name string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.never[name]
}

func (p *Pictures) remember(name string, err error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.never) < rememberedBad {
		p.never[name] = err
	}
	return err
}

func (p *Pictures) kept(name string) ([]byte, bool) {
	if p.dir == "" {
		return nil, false
	}
	path := filepath.Join(p.dir, name+suffix)
	b, err := os.ReadFile(path)
	if err != nil || len(b) == 0 {
		return nil, false
	}
	// When it was last wanted is what decides who has to go; if that cannot be
	// written down, it goes sooner.
	now := time.Now()
	_ = os.Chtimes(path, now, now)
	return b, true
}

// suffix is of the pictures in the folder; nothing else in it is touched.
const suffix = ".page"

func (p *Pictures) keep(name string, b []byte) error {
	if p.dir == "" {
		return nil
	}
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(p.dir, "new-*"+suffix)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(p.dir, name+suffix))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.size >= 0 {
		p.size += int64(len(b))
	}
	if p.size < 0 || p.size > p.most {
		p.size, err = evict(p.dir, p.most)
	}
	return err
}

// evict removes the pictures that nobody wanted for longest where the folder
// is too large, a quarter more than it must, and gives its size.
func evict(dir string, most int64) (int64, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return -1, err
	}
	var files []fs.FileInfo
	size := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && strings.HasSuffix(e.Name(), suffix) {
			files = append(files, info)
			size += info.Size()
		}
	}
	if size <= most {
		return size, nil
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files {
		if size <= most*3/4 {
			break
		}
		if err := os.Remove(filepath.Join(dir, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return -1, err
		}
		size -= f.Size()
	}
	return size, nil
}
