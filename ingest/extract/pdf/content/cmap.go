package content

import (
	"unicode/utf16"

	"moothall/ingest/extract/pdf/object"
)

// cmap is a character map: of codes to text (ToUnicode), or of codes to glyph
// numbers (an embedded encoding).
type cmap struct {
	text   map[uint32]string
	cid    map[uint32]uint32
	spaces []codespace
	work   int // entries made, those made twice too
}

type codespace struct {
	size   int
	lo, hi uint32
}

const maxMapped = 300_000 // entries of one map

func readCMap(data []byte) *cmap {
	c := &cmap{text: map[uint32]string{}}
	l := &object.Lexer{Data: data}
	for {
		t := l.Next()
		if t.Kind == object.EOF || c.work >= maxMapped {
			return c
		}
		if t.Kind != object.Keyword {
			continue
		}
		switch string(t.Bytes) {
		case "begincodespacerange":
			c.codespaces(l)
		case "beginbfchar":
			c.chars(l)
		case "beginbfrange":
			c.ranges(l)
		case "begincidchar":
			c.cids(l, false)
		case "begincidrange":
			c.cids(l, true)
		}
		l.Reset()
	}
}

func code(b []byte) uint32 {
	var v uint32
	for _, c := range b[:min(4, len(b))] {
		v = v<<8 | uint32(c)
	}
	return v
}

func (c *cmap) codespaces(l *object.Lexer) {
	for len(c.spaces) < 256 {
		lo, hi := l.Next(), l.Next()
		if lo.Kind != object.String || hi.Kind != object.String {
			return
		}
		if n := len(lo.Bytes); n >= 1 && n <= 4 {
			c.spaces = append(c.spaces, codespace{n, code(lo.Bytes), code(hi.Bytes)})
		}
	}
}

func (c *cmap) chars(l *object.Lexer) {
	for c.work < maxMapped {
		from := l.Next()
		if from.Kind != object.String {
			return
		}
		to := l.Next()
		if to.Kind == object.String {
			c.work++
			c.text[code(from.Bytes)] = textOf(to.Bytes)
		}
	}
}

func (c *cmap) ranges(l *object.Lexer) {
	for c.work < maxMapped {
		from := l.Next()
		if from.Kind != object.String {
			return
		}
		until := l.Next()
		lo, hi := code(from.Bytes), code(until.Bytes)
		hi = min(hi, lo+0xffff)
		to := l.Next()
		switch to.Kind {
		case object.String:
			units := unitsOf(to.Bytes)
			if len(units) == 0 {
				continue
			}
			for v := lo; v <= hi && c.work < maxMapped && v >= lo; v++ {
				c.work++
				c.text[v] = mend(units)
				units[len(units)-1]++
			}
		case object.ArrayOpen:
			for v := lo; ; v++ {
				t := l.Next()
				if t.Kind != object.String {
					break
				}
				if v <= hi && c.work < maxMapped {
					c.work++
					c.text[v] = textOf(t.Bytes)
				}
			}
		}
	}
}

func (c *cmap) cids(l *object.Lexer, ranges bool) {
	if c.cid == nil {
		c.cid = map[uint32]uint32{}
	}
	for c.work < maxMapped {
		from := l.Next()
		if from.Kind != object.String {
			return
		}
		lo := code(from.Bytes)
		hi := lo
		if ranges {
			hi = min(code(l.Next().Bytes), lo+0xffff)
		}
		to := l.Next()
		for v := lo; v <= hi && v >= lo && c.work < maxMapped; v++ {
			c.work++
			c.cid[v] = uint32(to.Num) + v - lo
		}
	}
}

func unitsOf(b []byte) []uint16 {
	if len(b) == 1 {
		return []uint16{uint16(b[0])}
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b) && i < 64; i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return units
}

func textOf(b []byte) string { return mend(unitsOf(b)) }

// mend turns UTF-16 into text. Ghostscript writes the letters of a ligature
// with their bytes swapped, so that "tt" reads U+7400 U+7400; that is undone
// where every unit looks like that.
func mend(units []uint16) string {
	swapped := len(units) > 0
	for _, u := range units {
		hi := u >> 8
		swapped = swapped && u&0xff == 0 && (hi >= 'a' && hi <= 'z' || hi == 0xCF || hi == 0xD2)
	}
	if !swapped {
		return tidy(string(utf16.Decode(units)))
	}
	var out []byte
	for _, u := range units {
		switch hi := byte(u >> 8); hi {
		case 0xCF:
			out = append(out, "fi"...)
		case 0xD2:
			out = append(out, "fl"...)
		default:
			out = append(out, hi)
		}
	}
	return string(out)
}

// textString reads a PDF text string: UTF-16, UTF-8 with its mark, or bytes.
func textString(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(units))
	case len(b) >= 3 && string(b[:3]) == "\xEF\xBB\xBF":
		return string(b[3:])
	}
	out := make([]rune, 0, len(b))
	for _, c := range b {
		out = append(out, winAnsi[c])
	}
	return string(out)
}
