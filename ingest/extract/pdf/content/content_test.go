package content

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/object"
)

// paper makes a file of one page with the content, the fonts F (Helvetica) and
// whatever else resources name; more are whole objects, numbered from 10.
func paper(pageKeys, content, resources string, more ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n")
	if !strings.Contains(pageKeys, "MediaBox") {
		pageKeys += "/MediaBox[0 0 600 800]"
	}
	fmt.Fprintf(&b, "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R%s>>\nendobj\n", pageKeys)
	fmt.Fprintf(&b, "4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", len(content), content)
	if !strings.Contains(resources, "/Font") {
		resources += "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
	}
	fmt.Fprintf(&b, "5 0 obj\n<<%s>>\nendobj\n", resources)
	for i, o := range more {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", 10+i, o)
	}
	return []byte(b.String())
}

func stream(dict, body string) string {
	return fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(body), dict, body)
}

func draw(t *testing.T, raw []byte) Page {
	t.Helper()
	doc, err := object.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	return NewReader(doc).Page(0)
}

func text(p Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func TestText(t *testing.T) {
	font := func(s string) string { return "/Font<</F " + s + ">>" }
	const (
		type0 = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/X/DW 500>>]"
		cmap  = "1 begincodespacerange <00><ff> endcodespacerange 2 beginbfchar <01><0048> <02><00660066> endbfchar " +
			"1 beginbfrange <10><12><0041> endbfrange 1 beginbfrange <20><21>[<0058><0059>] endbfrange"
	)
	for _, c := range []struct {
		name, content, resources, want string
		more                           []string
	}{
		{"Tj", "BT /F 12 Tf (Council) Tj ET", "", "Council", nil},
		{"TJ", "BT /F 12 Tf [(Co) -20 (un) 30 (cil)] TJ ET", "", "Council", nil},
		{"quote and double quote", "BT /F 12 Tf 10 700 Td 14 TL (a) ' 1 2 (b) \" ET", "", "ab", nil},
		{"double quote without its operands", "BT /F 12 Tf (b) \" ET", "", "b", nil},
		{"operators inside an array", "BT /F 12 Tf [(a) 0.0 Tc -250 (b)] TJ ET", "", "ab", nil},
		{"no BT", "/F 12 Tf (a) Tj", "", "a", nil},
		{"an array that never closes", "BT /F 12 Tf [(a) (b) Tj (c) Tj ET", "", "c", nil},
		{"an inline image holding operators", "BI /W 2 /H 2 ID \x00(EI) Tj\xffEI\x01 EI Q BT /F 12 Tf (a) Tj ET", "", "a", nil},
		{"windows characters", "BT /F 12 Tf (\\2231\\224 \\243) Tj ET", "", "“1” £", nil},
		{"a form", "BT /F 12 Tf (a) Tj ET /X Do BT /F 12 Tf (c) Tj ET", "/XObject<</X 10 0 R>>", "abc",
			[]string{stream("/Type/XObject/Subtype/Form", "BT /F 12 Tf (b) Tj ET")}},
		{"a form that draws itself", "/X Do", "/XObject<</X 10 0 R>>", strings.Repeat("b", maxFormDepth),
			[]string{stream("/Type/XObject/Subtype/Form", "BT /F 12 Tf (b) Tj ET /X Do")}},
		{"differences", "BT /F 12 Tf (\\001\\002\\003\\004\\005a) Tj ET", font("<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[1/eacute/uni0175/f_i/A.sc/Euro]>>>>"), "éŵfiA€a", nil},
		{"ToUnicode", "BT /F 12 Tf <0102 10 11 12 20 21> Tj ET", font("<</Type/Font/Subtype/TrueType/BaseFont/X/ToUnicode 10 0 R>>"), "HffABCXY", []string{stream("", cmap)}},
		{"ToUnicode of a composite font", "BT /F 12 Tf <00010002> Tj ET", font(type0 + "/ToUnicode 10 0 R>>"), "Hff", []string{stream("", cmap)}},
		{"a ligature with its bytes swapped", "BT /F 12 Tf <03> Tj ET", font("<</Type/Font/Subtype/TrueType/BaseFont/X/ToUnicode 10 0 R>>"), "tt",
			[]string{stream("", "1 beginbfchar <03><74007400> endbfchar")}},
		{"glyph numbers without a map", "BT /F 12 Tf <0026 0052 0058 0051 0046 004C 004F 00B6> Tj ET", font(type0 + ">>"), "Council’", nil},
		{"a symbol font's bullet", "BT /F 12 Tf <B7> Tj ET", font("<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"), "•", nil},
		{"a private bullet", "BT /F 12 Tf <01> Tj ET", font("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Wingdings-Regular/ToUnicode 10 0 R>>"), "▪",
			[]string{stream("", "1 beginbfchar <01><F0A7> endbfchar")}},
		{"what stands for a few signs", "BT /F 12 Tf /Span<</ActualText(fi)>>BDC (x) Tj EMC (n) Tj ET", "", "fin", nil},
		{"what stands, by name", "BT /F 12 Tf /Span/P BDC (x) Tj EMC (n) Tj ET", "/Properties<</P<</ActualText<FEFF00660069>>>>>", "fin", nil},
		{"a font that is not there", "BT /G 12 Tf (a) Tj ET", "", "a", nil},
		{"coordinates beyond any page", "BT /F 12 Tf 1 0 0 1 1e30 0 Tm (a) Tj 1 0 0 1 10 10 Tm (b) Tj ET", "", "ab", nil},
	} {
		if got := text(draw(t, paper("", c.content, c.resources, c.more...))); got != c.want {
			if c.name == "coordinates beyond any page" && got == "b" {
				continue // "1e30" is no number of PDF; what is read of it does not matter
			}
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, page, content string
		x, y, size          float64 // of the last glyph
	}{
		{"from the top left", "", "BT /F 10 Tf 100 700 Td (a) Tj ET", 100, 100, 10},
		{"after a wide letter", "", "BT /F 10 Tf 100 700 Td (ma) Tj ET", 108.33, 100, 10},
		{"scaled", "", "2 0 0 2 0 0 cm BT /F 10 Tf 50 350 Td (a) Tj ET", 100, 100, 20},
		{"letter spacing", "", "BT /F 10 Tf 5 Tc 100 700 Td (ma) Tj ET", 113.33, 100, 10},
		{"word spacing", "", "BT /F 10 Tf 5 Tw 100 700 Td ( a) Tj ET", 107.78, 100, 10},
		{"stretched", "", "BT /F 10 Tf 50 Tz 100 700 Td (ma) Tj ET", 104.165, 100, 10},
		{"raised", "", "BT /F 10 Tf 4 Ts 100 700 Td (a) Tj ET", 100, 96, 10},
		{"kerned", "", "BT /F 10 Tf 100 700 Td [(m) 330 (a)] TJ ET", 105.03, 100, 10},
		{"next line", "", "BT /F 10 Tf 12 TL 100 700 Td (a) Tj T* (b) Tj ET", 100, 112, 10},
		{"TD sets the leading", "", "BT /F 10 Tf 100 700 TD 0 -15 TD T* (b) Tj ET", 100, 130, 10},
		{"turned page", "/Rotate 90", "BT /F 10 Tf 0 1 -1 0 100 700 Tm (a) Tj ET", 700, 100, 10},
		{"page whose corner is elsewhere", "/MediaBox[10 20 610 820]", "BT /F 10 Tf 110 720 Td (a) Tj ET", 100, 100, 10},
	} {
		p := draw(t, paper(c.page, c.content, ""))
		if len(p.Glyphs) == 0 {
			t.Errorf("%s: nothing drawn", c.name)
			continue
		}
		g := p.Glyphs[len(p.Glyphs)-1]
		if math.Hypot(g.X-c.x, g.Y-c.y) > 0.02 || math.Abs(g.Size-c.size) > 0.01 {
			t.Errorf("%s: at %.2f, %.2f of size %.2f; want %.2f, %.2f, %.2f", c.name, g.X, g.Y, g.Size, c.x, c.y, c.size)
		}
		if c.name == "turned page" && (g.DX < 0.99 || p.Width != 800) {
			t.Errorf("%s: writes towards %.1f, %.1f on a page %.0f wide", c.name, g.DX, g.DY, p.Width)
		}
	}
}

func TestRulesAndShapes(t *testing.T) {
	p := draw(t, paper("", "100 100 m 300 100 l S 50 50 0.5 200 re f 10 10 4 4 re f 400 400 100 100 re f 20 20 100 100 re W n", ""))
	if len(p.Rules) != 2 || len(p.Shapes) != 1 {
		t.Errorf("%d rules, %d shapes: %v %v; want 2 and 1", len(p.Rules), len(p.Shapes), p.Rules, p.Shapes)
	}
}

func TestMarks(t *testing.T) {
	p := draw(t, paper("", "BT /F 9 Tf /Artifact<</Type/Pagination>>BDC (h) Tj EMC (b) Tj 3 Tr 40 0 Td (i) Tj ET", ""))
	if len(p.Glyphs) != 3 || !p.Glyphs[0].Artifact || p.Glyphs[1].Artifact || !p.Glyphs[2].Hidden {
		t.Errorf("%+v", p.Glyphs)
	}
}

func TestFormField(t *testing.T) {
	p := draw(t, paper("/Annots[10 0 R 12 0 R]", "", "",
		"<</Type/Annot/Subtype/Widget/Rect[100 700 200 720]/AP<</N 11 0 R>>>>",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>", "BT /F 10 Tf 2 5 Td (Yes) Tj ET"),
		"<</Type/Annot/Subtype/Widget/F 2/Rect[0 0 9 9]/AP<</N 11 0 R>>>>"))
	if text(p) != "Yes" || p.Glyphs[0].X != 102 || p.Glyphs[0].Y != 95 {
		t.Errorf("%q at %+v", text(p), p.Glyphs)
	}
}

// A page made to take for ever ends, and says that it was cut.
func TestBudgets(t *testing.T) {
	forms := []string{}
	for i := range 12 {
		forms = append(forms, stream(fmt.Sprintf("/Type/XObject/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", 11+i), strings.Repeat("/X Do ", 10)))
	}
	p := draw(t, paper("", "/X Do", "/XObject<</X 10 0 R>>", forms...)) // 10 to the 12th forms
	if len(p.Glyphs) != 0 {
		t.Errorf("%d glyphs", len(p.Glyphs))
	}
	p = draw(t, paper("", "BT /F 1 Tf "+strings.Repeat("1 0 0 1 0 9 Tm ("+strings.Repeat("a", 1000)+") Tj ", 500)+"ET", ""))
	if !p.Cut || len(p.Glyphs) != maxGlyphs {
		t.Errorf("cut %v after %d glyphs", p.Cut, len(p.Glyphs))
	}
	p = draw(t, paper("", strings.Repeat("q ", 100_000)+"BT /F 9 Tf (a) Tj ET", ""))
	if text(p) != "a" {
		t.Errorf("after many q: %q", text(p))
	}
}

func TestGlyphText(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"A", "A"}, {"eacute", "é"}, {"uni0175", "ŵ"}, {"u1F600", "😀"}, {"f_i", "fi"}, {"one.oldstyle", "1"}, {"g123", ""}, {"", ""},
	} {
		if got := glyphText(c.name); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
