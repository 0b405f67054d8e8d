package source

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"moothall/archive"
)

// path gives what one path given by a person leads to.
func (w *walk) path(path string) {
	info, err := os.Stat(path)
	if err != nil {
		w.skip(path, "%s", plain(err))
		return
	}
	switch {
	case info.IsDir():
		w.folder(path)
	case info.Mode().IsRegular():
		w.file(path)
	default: // a pipe, "<(…)", /dev/stdin
		f, err := os.Open(path)
		if err != nil {
			w.skip(path, "%s", plain(err))
			return
		}
		defer f.Close()
		w.stream(path, f)
	}
}

// folder gives the files below a folder, in the order of their names.
func (w *walk) folder(root string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if w.stopped {
			return fs.SkipAll
		}
		if err != nil {
			w.skip(path, "%s", plain(err))
			return nil
		}
		switch {
		case d.IsDir() && w.isOwn(d):
			w.skip(path, "it is the folder this archive is kept in")
			return fs.SkipDir
		case path == root:
			return nil
		case hidden(d.Name()) && d.IsDir():
			w.skip(path, "a hidden folder; name it itself to have it read")
			return fs.SkipDir
		case d.IsDir():
			return nil
		case hidden(d.Name()):
			w.skip(path, "a hidden file; name it itself to have it read")
			return nil
		}
		w.found(path, d)
		return nil
	})
}

// found gives a file met in a folder, or what a link there leads to.
func (w *walk) found(path string, d fs.DirEntry) {
	if d.Type().IsRegular() {
		w.file(path)
		return
	}
	if d.Type()&fs.ModeSymlink == 0 {
		w.skip(path, "not a file that can be read (%s)", d.Type())
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.skip(path, "a link that leads nowhere")
	case info.IsDir():
		w.skip(path, "a link to a folder; name the folder itself to have it read")
	case !info.Mode().IsRegular():
		w.skip(path, "not a file that can be read (%s)", info.Mode().Type())
	default:
		w.file(path)
	}
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") && name != "." && name != ".." ||
		name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini" ||
		strings.HasPrefix(name, "~$") // the lock Word leaves beside an open paper
}

func (w *walk) isOwn(d fs.DirEntry) bool {
	if w.own == nil {
		return false
	}
	info, err := d.Info()
	return err == nil && os.SameFile(info, w.own)
}

// file gives one file, or what is in it where it is a zip.
func (w *walk) file(path string) {
	f, err := os.Open(path)
	if err != nil {
		w.skip(path, "%s", plain(err))
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		w.skip(path, "%s", plain(err))
		return
	}
	w.seekable(path, f, info.Size(), info.ModTime(), nest{})
}

// seekable gives what is in something that can be read from any place.
func (w *walk) seekable(name string, r io.ReaderAt, n int64, changed time.Time, in nest) {
	var head [4]byte
	r.ReadAt(head[:], 0) // too short is no zip
	if isZip(head[:]) && w.zip(name, r, n, in) {
		return
	}
	w.whole(name, io.NewSectionReader(r, 0, n), n, changed)
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// whole gives one document of about n bytes.
func (w *walk) whole(name string, r io.Reader, n int64, changed time.Time) {
	if n > w.lim.Document {
		w.tooLarge(name, n)
		return
	}
	b := bytes.NewBuffer(make([]byte, 0, n+bytes.MinRead))
	got, err := b.ReadFrom(io.LimitReader(r, w.lim.Document+1))
	switch {
	case err != nil:
		w.skip(name, "it could not be read to its end: %s", plain(err))
	case got > w.lim.Document:
		w.tooLarge(name, got)
	case got == 0:
		w.skip(name, "it is empty")
	default:
		w.give(archive.Raw{Bytes: b.Bytes(), Name: name, Retrieved: changed})
	}
}

func (w *walk) tooLarge(name string, n int64) {
	w.skip(name, "%s is more than the %s one document may have; split it", size(n), size(w.lim.Document))
}
