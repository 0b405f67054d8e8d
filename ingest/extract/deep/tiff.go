package deep

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"

	"golang.org/x/image/tiff"
)

// A directory is one page of a TIFF: where it is told of in the file, and its
// size on paper.
type directory struct {
	at    uint32
	width float64 // points; 0 where the file does not say
	dots  image.Config
}

// maxDirectories bounds the pages of one TIFF.
const maxDirectories = 500

// The tags that are looked at, and what they may say.
const (
	tagSubfile, tagAcross, tagDown, tagResolution, tagUnit = 254, 256, 257, 282, 296

	reduced     = 1 // a small copy of another page
	centimetres = 3

	entryLength = 12
)

// directories are the pages of a TIFF in order. The library reads the first
// alone, so the chain is followed here.
func directories(raw []byte) ([]directory, error) {
	order, err := tiffOrder(raw)
	if err != nil {
		return nil, err
	}
	var out []directory
	seen := map[uint32]bool{}
	for at := order.Uint32(raw[4:]); at != 0 && len(out) < maxDirectories && !seen[at]; {
		seen[at] = true
		if uint64(at)+2 > uint64(len(raw)) {
			break
		}
		end := uint64(at) + 2 + entryLength*uint64(order.Uint16(raw[at:]))
		if end+4 > uint64(len(raw)) {
			break
		}
		if d, copied := readDirectory(order, raw, raw[at+2:end]); !copied {
			d.at = at
			out = append(out, d)
		}
		at = order.Uint32(raw[end:])
	}
	if len(out) == 0 {
		return nil, errors.New("deep: the TIFF has no pages")
	}
	return out, nil
}

// tiffSized says what keeps all pages of a TIFF from being pages to read. A
// small one may come first: a cover, or a copy that does not say it is one.
func tiffSized(pages []directory) (err error) {
	for _, p := range pages {
		if err = pageSize(p.dots); err == nil {
			return nil
		}
	}
	return err
}

func tiffOrder(raw []byte) (binary.ByteOrder, error) {
	switch {
	case len(raw) < 8:
	case bytes.HasPrefix(raw, []byte("II*\x00")):
		return binary.LittleEndian, nil
	case bytes.HasPrefix(raw, []byte("MM\x00*")):
		return binary.BigEndian, nil
	}
	return nil, errors.New("deep: not a TIFF")
}

func readDirectory(order binary.ByteOrder, raw, entries []byte) (d directory, copied bool) {
	number := func(e []byte) uint32 {
		if order.Uint16(e[2:]) == 3 { // a short
			return uint32(order.Uint16(e[8:]))
		}
		return order.Uint32(e[8:])
	}
	resolution, inch := 0.0, 1.0
	for ; len(entries) >= entryLength; entries = entries[entryLength:] {
		switch order.Uint16(entries) {
		case tagSubfile:
			copied = number(entries)&reduced != 0
		case tagAcross:
			d.dots.Width = int(number(entries))
		case tagDown:
			d.dots.Height = int(number(entries))
		case tagResolution:
			if at := uint64(order.Uint32(entries[8:])); at+8 <= uint64(len(raw)) {
				resolution = float64(order.Uint32(raw[at:])) / max(float64(order.Uint32(raw[at+4:])), 1)
			}
		case tagUnit:
			if number(entries) == centimetres {
				inch = 2.54
			}
		}
	}
	if dpi := resolution * inch; dpi >= 72 && dpi <= 1200 {
		d.width = float64(d.dots.Width) * 72 / dpi
	}
	return d, copied
}

// tiffPage is page n, from 1, of a TIFF, and how wide it is in points.
func tiffPage(raw []byte, n int) (m image.Image, width float64, err error) {
	pages, err := directories(raw)
	if err != nil {
		return nil, 0, err
	}
	if n < 1 || n > len(pages) {
		return nil, 0, fmt.Errorf("deep: the TIFF has no page %d", n)
	}
	r := &repointed{Reader: bytes.NewReader(raw)}
	copy(r.head[:], raw)
	order, _ := tiffOrder(raw)
	order.PutUint32(r.head[4:], pages[n-1].at)
	c, err := tiff.DecodeConfig(r)
	if err != nil {
		return nil, 0, fmt.Errorf("deep: page %d: %w", n, err)
	}
	if err := pageSize(c); err != nil {
		return nil, 0, err
	}
	if m, err = tiff.Decode(r); err != nil {
		return nil, 0, fmt.Errorf("deep: page %d: %w", n, err)
	}
	return m, pages[n-1].width, nil
}

// repointed is a file with another opening, which names another first page.
type repointed struct {
	*bytes.Reader
	head [8]byte
}

func (r *repointed) ReadAt(p []byte, off int64) (int, error) {
	n, err := r.Reader.ReadAt(p, off)
	if off >= 0 && off < int64(len(r.head)) {
		copy(p[:n], r.head[off:])
	}
	return n, err
}
