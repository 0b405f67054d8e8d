package catalogue

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"moothall/archive"
)

// The words of a page with their boxes are by far the largest thing kept, so
// they are packed: a version byte, then, deflated, their number and for each
// word its text, how far its corner lies from the last word's, its size, all
// in twentieths of a point, and the confidence of OCR in hundredths.

const (
	wordsVersion = 1
	perPoint     = 20
)

// packWords gives nil for a page without known words.
func packWords(words []archive.Word) []byte {
	if len(words) == 0 {
		return nil
	}
	b := binary.AppendUvarint(nil, uint64(len(words)))
	var x, y int64
	for _, w := range words {
		x0, y0 := grid(w.X0), grid(w.Y0)
		b = binary.AppendUvarint(b, uint64(len(w.Text)))
		b = append(b, w.Text...)
		b = binary.AppendVarint(b, x0-x)
		b = binary.AppendVarint(b, y0-y)
		b = binary.AppendVarint(b, grid(w.X1)-x0)
		b = binary.AppendVarint(b, grid(w.Y1)-y0)
		b = binary.AppendUvarint(b, uint64(clamp(math.Round(float64(w.Confidence)*100), 0, 100)))
		x, y = x0, y0
	}
	var out bytes.Buffer
	out.WriteByte(wordsVersion)
	z, _ := flate.NewWriter(&out, flate.BestSpeed) // the level is a valid one
	z.Write(b)                                     // a bytes.Buffer takes everything
	z.Close()
	return out.Bytes()
}

func unpackWords(packed []byte) ([]archive.Word, error) {
	if len(packed) == 0 {
		return nil, nil
	}
	if packed[0] != wordsVersion {
		return nil, fmt.Errorf("words packed in the unknown form %d", packed[0])
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed[1:])))
	if err != nil {
		return nil, fmt.Errorf("packed words: %w", err)
	}
	u := unpacker{b: b}
	n := u.unsigned()
	if n > uint64(len(b)) {
		return nil, errShort
	}
	words := make([]archive.Word, 0, n)
	var x, y int64
	for range n {
		w := archive.Word{Text: u.text()}
		x += u.signed()
		y += u.signed()
		w.X0, w.Y0 = points(x), points(y)
		w.X1 = points(x + u.signed())
		w.Y1 = points(y + u.signed())
		w.Confidence = float32(u.unsigned()) / 100
		words = append(words, w)
	}
	if u.short {
		return nil, errShort
	}
	return words, nil
}

var errShort = errors.New("packed words end early")

// An unpacker takes numbers and texts off its bytes; short says that it ran
// out of them.
type unpacker struct {
	b     []byte
	short bool
}

func (u *unpacker) unsigned() uint64 {
	v, n := binary.Uvarint(u.b)
	return v * uint64(u.take(n))
}

func (u *unpacker) signed() int64 {
	v, n := binary.Varint(u.b)
	return v * int64(u.take(n))
}

// take drops n bytes and gives 1, or 0 where there were none to drop.
func (u *unpacker) take(n int) int {
	if n <= 0 {
		u.short, u.b = true, nil
		return 0
	}
	u.b = u.b[n:]
	return 1
}

func (u *unpacker) text() string {
	n := u.unsigned()
	if n > uint64(len(u.b)) {
		u.short, u.b = true, nil
		return ""
	}
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

// grid is the nearest twentieth of a point; what is no number or lies beyond
// any paper is brought to the edge.
func grid(v float32) int64 {
	return int64(clamp(math.Round(float64(v)*perPoint), -1<<30, 1<<30))
}

func points(n int64) float32 { return float32(float64(n) / perPoint) }

func clamp(v, low, high float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return min(max(v, low), high)
}
