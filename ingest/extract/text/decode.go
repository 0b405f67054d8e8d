package text

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Decode gives the text of bytes whose encoding nobody stated: UTF-16 where a
// mark or the zeros between letters show it, else UTF-8, and every byte that
// is no UTF-8 as Windows-1252. Old papers mix the last two within one file,
// so it is decided byte by byte. Control characters other than tab, line and
// page breaks are dropped; the result is always valid UTF-8.
func Decode(raw []byte) string {
	if order, rest := utf16Order(raw); order != nil {
		return plain(decode16(rest, order))
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return plain(string(raw))
	}
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/8)
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size <= 1 {
			r = charmap.Windows1252.DecodeByte(raw[0])
		}
		b.WriteRune(r)
		raw = raw[size:]
	}
	return plain(b.String())
}

// utf16Order is the byte order of a text in UTF-16 and the text without its
// mark; nil for anything else.
func utf16Order(raw []byte) (binary.ByteOrder, []byte) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return binary.LittleEndian, raw[2:]
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return binary.BigEndian, raw[2:]
	}
	var zeros [2]int
	head := raw[:min(len(raw), 4096)]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 4 && zeros[1]*10 > half*7 && zeros[0]*20 < half:
		return binary.LittleEndian, raw
	case half >= 4 && zeros[0]*10 > half*7 && zeros[1]*20 < half:
		return binary.BigEndian, raw
	}
	return nil, raw
}

func decode16(raw []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(raw)/2)
	for ; len(raw) >= 2; raw = raw[2:] {
		units = append(units, order.Uint16(raw))
	}
	return string(utf16.Decode(units))
}

// plain drops control characters that no reader needs.
func plain(s string) string {
	if strings.IndexFunc(s, odd) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if odd(r) {
			return -1
		}
		return r
	}, s)
}

func odd(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' || r == 0x7f
}

// Tidy makes one line of a text: every run of white space of any kind,
// no-break spaces too, is one space, none stands at either end, and
// characters without width (zero-width spaces and joiners, soft hyphens,
// marks of byte order) are gone. The words are untouched.
func Tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) || r == '\u2028' || r == '\u2029':
			space = b.Len() > 0
			continue
		case weightless(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func weightless(r rune) bool {
	return r >= '\u200b' && r <= '\u200f' || r == '\u00ad' || r == '\ufeff' || r == '\u2060' ||
		r >= '\u202a' && r <= '\u202e' || odd(r)
}
