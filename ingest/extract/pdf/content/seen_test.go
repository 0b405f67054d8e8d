package content

import (
	"bytes"
	"testing"
)

func TestSeen(t *testing.T) {
	line := func(s string, x, y float64, hidden bool) (out []Glyph) {
		for i, r := range s {
			out = append(out, Glyph{Text: string(r), X: x + 6*float64(i), Y: y, W: 6, Size: 11, DX: 1, Hidden: hidden})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		glyphs [][]Glyph
		want   string
	}{
		{"a scan's layer alone", [][]Glyph{line("minutes", 50, 100, true)}, "minutes"},
		{"a layer under the same words", [][]Glyph{line("minutes", 50, 100, false), line("m1nutes", 51, 101, true)}, "minutes"},
		{"a layer before the same words", [][]Glyph{line("m1nutes", 51, 101, true), line("minutes", 50, 100, false)}, "minutes"},
		{"a layer beside other words", [][]Glyph{line("Page 57", 500, 20, false), line("minutes", 50, 100, true)}, "Page 57minutes"},
		{"a layer on the line between", [][]Glyph{line("minutes", 50, 100, false), line("of the", 50, 112, true), line("council", 50, 124, false)}, "minutesof thecouncil"},
		{"beside the page", [][]Glyph{line("seen", 50, 100, false), line("unseen", -200, 100, false), line("unseen", 50, 900, false)}, "seen"},
	} {
		var all []Glyph
		for _, g := range c.glyphs {
			all = append(all, g...)
		}
		got := ""
		for _, g := range seen(all, 595, 842) {
			got += g.Text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReplaceByWord(t *testing.T) {
	const content = "BT /F 10 Tf 50 700 Td /P<</ActualText(The Cabinet agreed to fund the bridge at once)>>BDC (Xhe Xabinet Xgreed Xo Xund Xhe Xridge Xt Xnce) Tj EMC ET"
	if got := text(draw(t, paper("", content, ""))); got != "The Cabinet agreed to fund the bridge at once" {
		t.Errorf("%q", got)
	}
	const fewer = "BT /F 10 Tf 50 700 Td /P<</ActualText(A picture)>>BDC (The Cabinet agreed to fund the bridge at once) Tj EMC ET"
	if got := text(draw(t, paper("", fewer, ""))); got != "The Cabinet agreed to fund the bridge at once" {
		t.Errorf("%q", got)
	}
}

func TestFontsOfTeX(t *testing.T) {
	const font = "/Font<</F<</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FontBBox[0 0 1 1]/CharProcs<<>>/Encoding<</Differences[28/a28 77/a77/.notdef 102/a102]>>/FirstChar 0/LastChar 0/Widths[50]>>>>"
	if got := text(draw(t, paper("", "BT /F 10 Tf 50 700 Td (M) Tj (\\034) Tj ET", font))); got != "Mfi" {
		t.Errorf("%q", got)
	}
}

func TestTopToBottom(t *testing.T) {
	const font = "/Font<</V<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/UniJIS-UCS2-V/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/X>>]>>>>"
	p := draw(t, paper("", "BT /V 10 Tf 50 700 Td <753A8B70> Tj ET", font))
	if text(p) != "町議" || p.Glyphs[1].Y-p.Glyphs[0].Y != 10 || p.Glyphs[0].DY != 1 {
		t.Errorf("%q %+v", text(p), p.Glyphs)
	}
}

// Signs of a map that is not in the paper are counted, for a reader that has
// the map.
func TestMute(t *testing.T) {
	const font = "/Font<</V<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/90ms-RKSJ-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/X>>]>>>>"
	p := draw(t, paper("", "BT /V 10 Tf 50 700 Td <8E82> Tj ET", font))
	if p.Mute != 1 || len(p.Glyphs) != 0 {
		t.Errorf("%d mute, %d glyphs", p.Mute, len(p.Glyphs))
	}
}

func TestLayers(t *testing.T) {
	const groups, other = "<</Type/OCG/Name(English)>>", "<</Type/OCG/Name(Cymraeg)>>"
	for _, c := range []struct{ name, config, content, want string }{
		{"all on", "", "/OC/A BDC (a) Tj EMC /OC/B BDC (b) Tj EMC (c) Tj", "abc"},
		{"one off", "/OFF[11 0 R]", "/OC/A BDC (a) Tj EMC /OC/B BDC (b) Tj /Span BMC (b) Tj EMC EMC (c) Tj", "ac"},
		{"all off but one", "/BaseState/OFF/ON[11 0 R]", "/OC/A BDC (a) Tj EMC /OC/B BDC (b) Tj EMC (c) Tj", "bc"},
		{"a set of which one is on", "/OFF[11 0 R]", "/OC/M BDC (m) Tj EMC (c) Tj", "mc"},
		{"a set that wants all", "/OFF[11 0 R]", "/OC/N BDC (n) Tj EMC (c) Tj", "c"},
	} {
		raw := paper("", "BT /F 10 Tf 50 700 Td "+c.content+" ET",
			"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/Properties<</A 10 0 R/B 11 0 R/M<</Type/OCMD/OCGs[10 0 R 11 0 R]>>/N<</Type/OCMD/P/AllOn/OCGs[10 0 R 11 0 R]>>>>",
			groups, other)
		if got := text(draw(t, bytes.Replace(raw, []byte("/Type/Catalog"), []byte("/Type/Catalog/OCProperties<</OCGs[10 0 R 11 0 R]/D<<"+c.config+">>>>"), 1))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A field's value may stand with the field above the one that is seen.
func TestFieldInherits(t *testing.T) {
	p := draw(t, paper("/Annots[10 0 R]", "", "", "<</Type/Annot/Subtype/Widget/Rect[100 700 300 720]/Parent 11 0 R>>", "<</FT/Tx/V(14 Mill Lane)/Kids[10 0 R]>>"))
	if got := text(p); got != "14 Mill Lane" {
		t.Errorf("%q", got)
	}
}

// What is set in a font that is lost is letters only where it can be.
func TestLostFont(t *testing.T) {
	if got := text(draw(t, paper("", "BT /Lost 10 Tf 50 700 Td <0021002200230024> Tj (seen, it is) Tj ET", ""))); got != "seen, it is" {
		t.Errorf("%q", got)
	}
}
