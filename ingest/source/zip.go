package source

import (
	"archive/zip"
	"bufio"
	"errors"
	"io"
	"iter"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moothall/ingest/extract"
)

// maxDirectory is how much of a zip may be its list of contents: room for far
// more entries than are taken, and little enough to hold.
const maxDirectory = 32 << 20

// nest says how deep in zips we are, and how much all of them may still
// unpack to; nil for as much as one zip may.
type nest struct {
	depth int
	left  *int64
}

// zip gives the entries of a zip, one after the other. It gives false, having
// done nothing, where the file is one document that is a zip on the inside
// (DOCX, ODT …) or is no whole zip but may be the beginning of one.
func (w *walk) zip(name string, r io.ReaderAt, n int64, in nest) bool {
	m := &meter{r: r, left: maxDirectory}
	z, err := zip.NewReader(m, n)
	if errors.Is(err, errDirectory) {
		w.skip(name, "its list of contents is more than %s; unpack it and name the folder", size(maxDirectory))
		return true
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no name leads anywhere here
		if n <= w.lim.Document && w.isPaper(r, n) {
			return false
		}
		w.skip(name, "the zip is damaged or not complete; fetch it again")
		return true
	}
	m.left = -1 // what follows is counted entry by entry
	if extract.ZipMedia(mimetype(z), names(z)) != "zip" {
		return false
	}
	switch {
	case in.depth > 1:
		w.skip(name, "a zip in a zip in a zip; unpack it and name the folder")
	case len(z.File) > w.lim.Entries:
		w.skip(name, "%d entries are more than the %d one zip may have; split it", len(z.File), w.lim.Entries)
	case packed(z) > uint64(n):
		w.skip(name, "its entries overlap, as those of a bomb do")
	default:
		w.entries(name, z, in)
	}
	return true
}

func (w *walk) entries(name string, z *zip.Reader, in nest) {
	if in.left == nil {
		total := w.lim.Total
		in.left = &total
	}
	if !slices.ContainsFunc(z.File, func(f *zip.File) bool { return !strings.HasSuffix(f.Name, "/") }) {
		w.skip(name, "there is nothing in the zip")
	}
	for _, f := range z.File {
		inside := name + "!" + entryName(f)
		if w.stopped {
			return
		}
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if *in.left <= 0 {
			w.skip(inside, "the zip unpacks to more than %s; split it", size(w.lim.Total))
			return
		}
		w.entry(inside, f, in)
	}
}

// entry gives one entry of a zip and takes what it unpacks to off what is
// left.
func (w *walk) entry(name string, f *zip.File, in nest) {
	switch {
	case hiddenWithin(f.Name):
		w.skip(name, "a hidden file; unpack the zip and name it itself to have it read")
		return
	case f.Flags&1 != 0:
		w.skip(name, "it is locked with a password; unpack it and name the folder")
		return
	}
	r, err := f.Open()
	if err != nil {
		w.skip(name, "%s", zipError(err))
		return
	}
	defer r.Close()
	limited := &swelling{r: r, left: in.left, most: int64(f.CompressedSize64)*w.lim.Ratio + 1<<20}
	b := bufio.NewReader(limited)
	if head, _ := b.Peek(4); isZip(head) {
		w.spooled(name, b, w.lim.Document, known(f.Modified), nest{in.depth + 1, in.left})
		return
	}
	declared := min(f.UncompressedSize64, uint64(limited.most)) // what it says of itself may be untrue
	w.whole(name, b, int64(min(declared, uint64(w.lim.Document)+1)), known(f.Modified))
}

// known is a time a zip gives, or the zero time where it gives its epoch.
func known(t time.Time) time.Time {
	if t.Year() <= 1980 {
		return time.Time{}
	}
	return t
}

// swelling reads an entry for as long as it is not a bomb.
type swelling struct {
	r    io.Reader
	left *int64 // of the whole zip's allowance
	most int64  // of this entry's own
}

var (
	errSwells = errors.New("it unpacks to hundreds of times its size, as a bomb does")
	errTotal  = errors.New("the zip unpacks to more than one zip may; split it")
)

func (s *swelling) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.most -= int64(n)
	*s.left -= int64(n)
	switch {
	case s.most < 0:
		return 0, errSwells
	case *s.left < 0:
		return 0, errTotal
	case err != nil && err != io.EOF:
		return n, errors.New(zipError(err))
	}
	return n, err
}

func zipError(err error) string {
	if errors.Is(err, zip.ErrAlgorithm) {
		return "it is packed in a way this program cannot unpack; unpack it and name the folder"
	}
	return "it is damaged within the zip; fetch the zip again"
}

// meter reads no more than it may; -1 is without end.
type meter struct {
	r    io.ReaderAt
	left int64
}

var errDirectory = errors.New("source: the zip's directory is too large")

func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	if m.left >= 0 {
		if m.left -= int64(len(p)); m.left < 0 {
			return 0, errDirectory
		}
	}
	return m.r.ReadAt(p, at)
}

// isPaper says whether a zip that cannot be opened set out to be one document.
func (w *walk) isPaper(r io.ReaderAt, n int64) bool {
	raw := make([]byte, n)
	if _, err := r.ReadAt(raw, 0); err != nil && err != io.EOF {
		return false
	}
	return extract.Media(raw) != "zip"
}

// mimetype is the content of the part that OpenDocument begins with, or "".
func mimetype(z *zip.Reader) string {
	if len(z.File) == 0 || z.File[0].Name != "mimetype" {
		return ""
	}
	r, err := z.File[0].Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, 100))
	return string(b)
}

func names(z *zip.Reader) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, f := range z.File {
			if !yield(f.Name) {
				return
			}
		}
	}
}

func packed(z *zip.Reader) uint64 {
	var n uint64
	for _, f := range z.File {
		if n+f.CompressedSize64 < n {
			return ^uint64(0)
		}
		n += f.CompressedSize64
	}
	return n
}

// entryName is an entry's name for a person: in UTF-8 (old programs write the
// alphabet of DOS), with plain slashes, and nothing that moves a cursor.
func entryName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if s, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '�'
		}
		return r
	}, name)
}

func hiddenWithin(name string) bool {
	for dir := strings.ReplaceAll(name, `\`, "/"); dir != "." && dir != "/" && dir != ""; dir = path.Dir(dir) {
		if hidden(path.Base(dir)) {
			return true
		}
		if path.Dir(dir) == dir {
			return false
		}
	}
	return false
}
