// Package source is where documents come from: files, folders, zip archives
// and standard input, one document at a time.
//
// It is separate from reading them: here is all that can go wrong with disks
// and archives, and nothing of what a document says. At no time is more than
// one document held in memory, however large the folder or the archive.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"moothall/archive"
)

// Limits bound what is taken. Zero fields take the defaults named.
type Limits struct {
	Document int64 // bytes of one document; 256 MiB
	Entries  int   // entries of one zip; 100,000
	Total    int64 // bytes one zip may unpack to; 32 GiB
	Ratio    int64 // bytes one byte of a zip may unpack to; 250

	// DataDir is the archive's own folder. It is passed over where it lies
	// within a folder that is read.
	DataDir string
}

func (l Limits) withDefaults() Limits {
	if l.Document <= 0 {
		l.Document = 256 << 20
	}
	if l.Entries <= 0 {
		l.Entries = 100_000
	}
	if l.Total <= 0 {
		l.Total = 32 << 30
	}
	if l.Ratio <= 0 {
		l.Ratio = 250
	}
	return l
}

// A Skip is a document that was passed over. It concerns that document alone.
type Skip struct {
	Path   string // "papers/a.zip!2021/minutes.pdf"
	Reason string // for a person: what is the matter and, where something can be done, what
}

func (s *Skip) Error() string { return s.Path + ": " + s.Reason }

// Check says whether every path can be looked at: the mistakes of whoever
// typed them, before anything is read, in words for them.
func Check(paths []string) error {
	for _, p := range paths {
		if p == "-" {
			continue
		}
		if _, err := os.Stat(p); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("there is no file or folder %q", p)
			}
			return fmt.Errorf("%q cannot be read: %s", p, plain(err))
		}
	}
	return nil
}

// Paths gives every document under the paths, in their order: a file, all
// files of a folder and the folders in it in the order of their names, all
// entries of a zip (named "a.zip!folder/file.pdf") and of the zips in it, but
// no deeper; "-" is standard input.
//
// Raw.Name is the path, Raw.Retrieved when the file was last changed. An error
// is always a *Skip and never ends the sequence.
func Paths(paths []string, stdin io.Reader, lim Limits) iter.Seq2[archive.Raw, error] {
	return func(yield func(archive.Raw, error) bool) {
		w := walk{lim: lim.withDefaults(), yield: yield}
		w.own, _ = os.Stat(lim.DataDir)
		for _, p := range paths {
			if p == "-" {
				w.stream("standard input", stdin)
			} else {
				w.path(p)
			}
			if w.stopped {
				return
			}
		}
	}
}

// walk is one going through of paths.
type walk struct {
	lim     Limits
	own     fs.FileInfo // the archive's own folder, nil where there is none
	yield   func(archive.Raw, error) bool
	stopped bool // whoever asked wants no more
}

func (w *walk) give(raw archive.Raw) {
	w.stopped = w.stopped || !w.yield(raw, nil)
}

func (w *walk) skip(path, format string, a ...any) {
	w.stopped = w.stopped || !w.yield(archive.Raw{Name: path}, &Skip{path, fmt.Sprintf(format, a...)})
}

// plain is what an error of the file system says, without the path that
// stands beside it already.
func plain(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it; allow it or leave it out"
	case errors.Is(err, fs.ErrNotExist):
		return "it was gone before it could be read"
	case errors.As(err, &p):
		return p.Err.Error()
	}
	return err.Error()
}

// size is a number of bytes for a person.
func size(n int64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GiB", n>>30)
	case n >= 10<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
