package content

import "encoding/binary"

// glyphRunes reads an embedded TrueType font's character table backwards: from
// glyph number to character. nil where the font has no such table.
func glyphRunes(font []byte) map[uint32]rune {
	table := sfntTable(font, "cmap")
	if len(table) < 4 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(table[2:]))
	best, rank := []byte(nil), -1
	symbol := false
	for i := 0; i < n && 4+8*i+8 <= len(table); i++ {
		rec := table[4+8*i:]
		platform, enc := binary.BigEndian.Uint16(rec), binary.BigEndian.Uint16(rec[2:])
		off := int64(binary.BigEndian.Uint32(rec[4:]))
		r := -1
		switch {
		case platform == 3 && enc == 10, platform == 0 && enc >= 4:
			r = 4
		case platform == 3 && enc == 1, platform == 0:
			r = 3
		case platform == 3 && enc == 0:
			r = 2
		case platform == 1:
			r = 1
		}
		if r > rank && off+8 < int64(len(table)) {
			best, rank, symbol = table[off:], r, r == 1
		}
	}
	if best == nil {
		return nil
	}
	out := map[uint32]rune{}
	add := func(c, gid uint32) {
		r := rune(c)
		if symbol {
			r = macRoman[byte(c)]
		}
		if old, had := out[gid]; gid != 0 && (!had || r < old && r > ' ') {
			out[gid] = r
		}
	}
	eachMapped(best, add)
	if len(out) == 0 {
		return nil
	}
	return out
}

func sfntTable(font []byte, tag string) []byte {
	if len(font) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(font[4:]))
	for i := 0; i < n && 12+16*i+16 <= len(font); i++ {
		rec := font[12+16*i:]
		if string(rec[:4]) != tag {
			continue
		}
		off, size := uint64(binary.BigEndian.Uint32(rec[8:])), uint64(binary.BigEndian.Uint32(rec[12:]))
		if off >= uint64(len(font)) {
			return nil
		}
		return font[off:min(off+size, uint64(len(font)))]
	}
	return nil
}

// eachMapped calls f for every character of a cmap subtable in the formats 0,
// 4, 6 and 12.
func eachMapped(t []byte, f func(c, gid uint32)) {
	u16 := func(i int) uint32 {
		if i < 0 || i+2 > len(t) {
			return 0
		}
		return uint32(binary.BigEndian.Uint16(t[i:]))
	}
	switch u16(0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(t); c++ {
			f(uint32(c), uint32(t[6+c]))
		}
	case 4:
		n := int(u16(6)) / 2
		for i := range n {
			end, start := u16(14+2*i), u16(16+2*n+2*i)
			delta, offset := u16(16+4*n+2*i), u16(16+6*n+2*i)
			for c := start; c <= end && c < 0xFFFF; c++ {
				gid := c + delta
				if offset != 0 {
					if gid = u16(16 + 6*n + 2*i + int(offset) + 2*int(c-start)); gid != 0 {
						gid += delta
					}
				}
				f(c, gid&0xFFFF)
			}
		}
	case 6:
		first, count := u16(6), u16(8)
		for i := range count {
			f(first+i, u16(10+2*int(i)))
		}
	case 12:
		if len(t) < 16 {
			return
		}
		groups := int(min(binary.BigEndian.Uint32(t[12:]), 20_000))
		for i := 0; i < groups && 16+12*i+12 <= len(t); i++ {
			g := t[16+12*i:]
			start, end := binary.BigEndian.Uint32(g), binary.BigEndian.Uint32(g[4:])
			gid := binary.BigEndian.Uint32(g[8:])
			for c := start; c <= end && c-start < 0x10000 && c <= 0x10FFFF; c++ {
				f(c, gid+c-start)
			}
		}
	}
}
