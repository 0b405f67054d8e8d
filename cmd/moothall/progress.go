package main

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"moothall/ingest"
)

// A progress shows how far an ingest has come: a bar that is redrawn where
// standard error is a terminal, else a plain line now and then.
type progress struct {
	w       io.Writer
	width   int // of the terminal; 0 where there is none
	total   int // documents expected; 0 where that is not known
	drawn   bool
	last    ingest.Progress
	started time.Time
	next    time.Time // when something is shown again
}

func newProgress(w io.Writer, total int) *progress {
	p := &progress{w: w, total: total, started: time.Now()}
	p.next = p.started.Add(plainEvery)
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.width = 80
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 20 {
			p.width = width
		}
		p.next = p.started
	}
	return p
}

const (
	plainEvery = 10 * time.Second
	drawnEvery = 100 * time.Millisecond
)

func (p *progress) show(now ingest.Progress) {
	p.last = now
	if time.Now().Before(p.next) {
		return
	}
	p.draw()
	if p.width > 0 {
		p.next = time.Now().Add(drawnEvery)
	} else {
		p.next = time.Now().Add(plainEvery)
	}
}

// end leaves the last state standing, or nothing where nothing was drawn.
func (p *progress) end() {
	if p.drawn && p.width > 0 {
		p.draw()
		fmt.Fprintln(p.w)
	}
}

func (p *progress) draw() {
	p.drawn = true
	said := fmt.Sprintf("%d documents, %d records, %d skipped", p.last.Documents, p.last.Records, p.last.Skipped)
	if p.total > 0 {
		said = fmt.Sprintf("%d of %d documents, %d records, %d skipped", p.last.Documents, max(p.total, p.last.Documents), p.last.Records, p.last.Skipped)
	}
	if p.last.Page > 0 {
		said += fmt.Sprintf(", OCR of page %d of %d", p.last.Page, p.last.Pages)
	}
	said += fmt.Sprintf(", %s", time.Since(p.started).Round(time.Second))
	if p.width == 0 {
		fmt.Fprintln(p.w, said)
		return
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s", bar(p.last.Documents, p.total, p.width-1, said))
}

// bar is a line of at most width characters: a bar as long as there is room,
// then the words.
func bar(done, total, width int, said string) string {
	if room := width - len(said) - 3; total > 0 && room >= 10 {
		full := min(room*done/total, room)
		said = "[" + strings.Repeat("#", full) + strings.Repeat(".", room-full) + "] " + said
	}
	return said[:min(len(said), width)]
}

// countDocuments is about how many documents the paths lead to, or 0 where
// that cannot be told beforehand.
func countDocuments(paths []string) int {
	n := 0
	for _, path := range paths {
		if path == "-" {
			return 0
		}
		filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil, d.IsDir():
			case strings.EqualFold(filepath.Ext(name), ".zip"):
				n += countEntries(name)
			default:
				n++
			}
			return nil
		})
	}
	return n
}

func countEntries(name string) int {
	z, err := zip.OpenReader(name)
	if err != nil {
		return 1
	}
	defer z.Close()
	return len(z.File)
}
