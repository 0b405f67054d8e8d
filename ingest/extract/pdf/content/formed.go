package content

import (
	"encoding/binary"
	"maps"
)

// mostSteps bounds the work on one font's tables; real ones take a hundredth
// of it.
const mostSteps = 2_000_000

// glyphTexts reads what an embedded font's signs say: those of its character
// table, and those that its substitutions form out of such signs, as "ti" drawn
// in one. Makers that leave ligatures out of ToUnicode, printing to PDF from
// Windows among them, keep these tables whole (OpenType, GSUB: lookups of type
// 1, 3, 4 and 7). nil where the font has no character table.
func glyphTexts(font []byte) map[uint32]string {
	runes := glyphRunes(font)
	if runes == nil {
		return nil
	}
	f := former{known: make(map[uint32]string, len(runes)), formed: map[uint32]string{}}
	for gid, r := range runes {
		f.known[gid] = tidy(string(r))
	}
	table := otTable(sfntTable(font, "GSUB"))
	lookups := table.from(table.u16(8))
	// A sign formed of formed signs is seen in a second round.
	for range 2 {
		for i := range lookups.u16(0) {
			lookup := lookups.from(lookups.u16(2 + 2*i))
			for j := range lookup.u16(4) {
				f.form(lookup.u16(0), lookup.from(lookup.u16(6+2*j)))
			}
			if f.steps > mostSteps {
				break
			}
		}
		maps.Copy(f.known, f.formed)
		clear(f.formed)
	}
	return f.known
}

// former gathers what signs say.
type former struct {
	known, formed map[uint32]string
	steps         int
}

func (f *former) add(gid int, text string) {
	if _, is := f.known[uint32(gid)]; !is && f.formed[uint32(gid)] == "" && text != "" {
		f.formed[uint32(gid)] = text
	}
}

// form adds the signs that a substitution makes of signs whose text is known.
func (f *former) form(kind int, t otTable) {
	if f.steps++; f.steps > mostSteps {
		return
	}
	if kind == 7 { // stands further on
		if len(t) >= 8 && t.u16(2) != 7 {
			f.form(t.u16(2), t.from(int(binary.BigEndian.Uint32(t[4:]))))
		}
		return
	}
	covered := t.from(t.u16(2)).covered()
	f.steps += len(covered)
	for i, gid := range covered {
		text := f.known[gid]
		if text == "" || f.steps > mostSteps {
			continue
		}
		switch {
		case kind == 1 && t.u16(0) == 1:
			f.add((int(gid)+t.u16(4))&0xFFFF, text)
		case kind == 1 && i < t.u16(4):
			f.add(t.u16(6+2*i), text)
		case kind == 3 && i < t.u16(4):
			set := t.from(t.u16(6 + 2*i))
			f.steps += set.u16(0)
			for k := range set.u16(0) {
				f.add(set.u16(2+2*k), text)
			}
		case kind == 4 && i < t.u16(4):
			set := t.from(t.u16(6 + 2*i))
			f.steps += set.u16(0)
			for k := range set.u16(0) {
				ligature := set.from(set.u16(2 + 2*k))
				f.add(ligature.u16(0), f.joined(text, ligature))
			}
		}
	}
}

// joined is what the parts of a ligature say, of which the first is known; ""
// where one of them says nothing.
func (f *former) joined(text string, ligature otTable) string {
	parts := ligature.u16(2)
	if parts < 2 || parts > 8 {
		return ""
	}
	for k := range parts - 1 {
		next := f.known[uint32(ligature.u16(4+2*k))]
		if next == "" {
			return ""
		}
		text += next
	}
	return text
}

// otTable is a part of a font's table; what lies beyond its end is nought.
type otTable []byte

func (t otTable) u16(i int) int {
	if i < 0 || i+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[i:]))
}

// from is the part that begins at an offset; an offset of 0 means none.
func (t otTable) from(i int) otTable {
	if i <= 0 || i >= len(t) {
		return nil
	}
	return t[i:]
}

// covered are the signs that a coverage table lists, in its order.
func (t otTable) covered() (gids []uint32) {
	switch t.u16(0) {
	case 1:
		for i := range t.u16(2) {
			gids = append(gids, uint32(t.u16(4+2*i)))
		}
	case 2:
		for i := range t.u16(2) {
			for gid := t.u16(4 + 6*i); gid <= t.u16(6+6*i) && len(gids) < 1<<16; gid++ {
				gids = append(gids, uint32(gid))
			}
		}
	}
	return gids
}
