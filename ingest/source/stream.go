package source

import (
	"bufio"
	"io"
	"os"
	"time"
)

// stream gives what is in something that can be read once: a document, or a
// zip, which is kept in a temporary file while it is read.
func (w *walk) stream(name string, r io.Reader) {
	b := bufio.NewReader(r)
	head, _ := b.Peek(4) // what is wrong shows at the next reading
	if !isZip(head) {
		w.whole(name, b, 0, time.Time{})
		return
	}
	w.spooled(name, b, w.lim.Total, time.Time{}, nest{})
}

// spooled copies at most so many bytes to a temporary file and gives what is
// in that.
func (w *walk) spooled(name string, r io.Reader, most int64, changed time.Time, in nest) {
	f, err := os.CreateTemp("", "moothall-zip-*")
	if err != nil {
		w.skip(name, "there is no room to unpack it: %s", plain(err))
		return
	}
	defer os.Remove(f.Name())
	defer f.Close()
	n, err := io.Copy(f, io.LimitReader(r, most+1))
	switch {
	case err != nil:
		w.skip(name, "it could not be read to its end: %s", plain(err))
	case n > most:
		w.skip(name, "it is more than %s; unpack it and name the folder", size(most))
	default:
		w.seekable(name, f, n, changed, in)
	}
}
