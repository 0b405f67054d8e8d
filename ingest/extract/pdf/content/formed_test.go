package content

import (
	"encoding/binary"
	"strings"
	"testing"
)

// words puts 16-bit numbers one after the other, as font tables have them.
func words(list ...int) string {
	var b strings.Builder
	for _, n := range list {
		b.Write(binary.BigEndian.AppendUint16(nil, uint16(n)))
	}
	return b.String()
}

// program is a TrueType font whose glyphs 1 to 26 are the small letters, with
// the substitutions given.
func program(lookups ...string) string {
	cmap := words(0, 1, 3, 1, 0, 12) + words(6, 10+2*26, 0, 'a', 26)
	for g := 1; g <= 26; g++ {
		cmap += words(g)
	}
	list, offsets, at := "", []int{len(lookups)}, 2+2*len(lookups)
	for _, l := range lookups {
		offsets = append(offsets, at+len(list))
		list += l
	}
	gsub := words(1, 0, 0, 0, 10) + words(offsets...) + list
	head := words(0, 1, 2, 0, 0, 0)
	for _, t := range []struct {
		tag, body string
		at        int
	}{{"GSUB", gsub, 44 + len(cmap)}, {"cmap", cmap, 44}} {
		head += t.tag + words(0, 0, 0, t.at, 0, len(t.body))
	}
	return head + cmap + gsub
}

const (
	letterA, letterI, letterO, letterT = 1, 9, 15, 20
)

var (
	// tiInOne forms glyph 40 of t and i.
	tiInOne = words(4, 0, 1, 8) + words(1, 8, 1, 14, 1, 1, letterT) + words(1, 4, 40, 2, letterI)
	// otherA gives the letter a the form 50, by adding to its number.
	otherA = words(1, 0, 1, 8) + words(1, 6, 49, 2, 1, letterA, letterA, 0)
	// tioFurtherOn forms glyph 41 of glyph 40 and o, in a table that stands
	// further on.
	tioFurtherOn = words(7, 0, 1, 8) + words(1, 4, 0, 8) + words(1, 8, 1, 14, 1, 1, 40) + words(1, 4, 41, 2, letterO)
)

// Signs that ToUnicode leaves out say what the font's own substitutions formed
// them of; those that nothing tells of are counted where they stand in words.
func TestSignsFormedOfLetters(t *testing.T) {
	const cmap = "1 begincodespacerange <0000><ffff> endcodespacerange 2 beginbfchar <0005><0065> <000e><006e> endbfchar"
	for _, c := range []struct {
		name, shown, want string
		lost              int
		program           string
	}{
		{"two letters in one", "0028 000f 000e", "tion", 0, program(tiInOne)},
		{"another form of a letter", "0032 000e", "an", 0, program(otherA)},
		{"formed of a formed one, further on", "0029 000e", "tion", 0, program(tiInOne, tioFurtherOn)},
		{"nothing tells", "0005 0063 000e 0063", "en", 2, program(tiInOne)},
		{"no letter beside it", "0063 0064", "", 0, program(tiInOne)},
		{"no table", "0005 0028 000e", "en", 1, program()},
		{"a table that ends early", "0005 0028 000e", "en", 1, program(tiInOne)[:150]},
	} {
		t.Run(c.name, func(t *testing.T) {
			font := "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 10 0 R/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/X/DW 500/FontDescriptor<</FontFile2 11 0 R>>>>]>>>>"
			p := draw(t, paper("", "BT /F 12 Tf 10 700 Td <"+c.shown+"> Tj ET", font, stream("", cmap), stream("", c.program)))
			if text(p) != c.want || p.Lost != c.lost {
				t.Errorf("%q with %d lost, not %q with %d", text(p), p.Lost, c.want, c.lost)
			}
		})
	}
}

// A table that sends its reader round and round ends all the same.
func TestTablesWithoutEnd(t *testing.T) {
	lookup := make([]int, 30_000)
	for i := range lookup {
		lookup[i] = 4
	}
	f := former{known: map[uint32]string{4: "a"}, formed: map[uint32]string{}}
	table := otTable(words(lookup...))
	for range 1_000 {
		f.form(4, table)
	}
	if f.steps > mostSteps+200_000 {
		t.Errorf("%d steps", f.steps)
	}
}
