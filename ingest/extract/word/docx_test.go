package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// docxOf packs a DOCX of a body and any other parts.
func docxOf(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, content string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	put("word/document.xml", `<?xml version="1.0"?><w:document `+ns+`><w:body>`+body+`</w:body></w:document>`)
	for name, content := range parts {
		put(name, strings.Replace(content, "NS", ns, 1))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func paras(words ...string) string {
	var b strings.Builder
	for _, w := range words {
		fmt.Fprintf(&b, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, w)
	}
	return b.String()
}

// lines is what a body gives, a line for each block: marker, text.
func lines(t *testing.T, body string, parts map[string]string) string {
	t.Helper()
	p, err := Read("docx", docxOf(t, body, parts))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, b := range p.Pages[0].Blocks {
		all = append(all, strings.TrimSpace(b.Marker+" "+b.Text))
	}
	return strings.Join(all, "\n")
}

func TestDOCXWords(t *testing.T) {
	run := func(inner string) string { return `<w:r>` + inner + `</w:r>` }
	cases := []struct{ name, body, want string }{
		{"inserted and struck out", `<w:p>` + run(`<w:t>The Council </w:t>`) + `<w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins>` + run(`<w:t>agreed</w:t>`) + `</w:ins>` + run(`<w:t>.</w:t>`) + `</w:p>`, "The Council agreed."},
		{"moved", `<w:moveFrom>` + paras("from here") + `</w:moveFrom><w:moveTo>` + paras("to here") + `</w:moveTo>`, "to here"},
		{"a field's instruction", `<w:p>` + run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText>PAGE</w:instrText>`) + run(`<w:t>PAGEREF</w:t>`) + run(`<w:fldChar w:fldCharType="separate"/>`) + run(`<w:t>7</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) + run(`<w:t> of 9</w:t>`) + `</w:p>`, "7 of 9"},
		{"hidden", `<w:p>` + run(`<w:rPr><w:vanish/></w:rPr><w:t>unseen </w:t>`) + run(`<w:t>seen</w:t>`) + `</w:p>`, "seen"},
		{"breaks and hyphens", `<w:p>` + run(`<w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>re</w:t><w:noBreakHyphen/><w:t>let un</w:t><w:softHyphen/><w:t>til</w:t>`) + `</w:p>`, "one two re-let until"},
		{"either of two drawings", `<w:p>` + run(`<w:t>a</w:t>`) + `<mc:AlternateContent><mc:Choice>` + run(`<w:drawing><w:txbxContent>`+paras("boxed")+`</w:txbxContent></w:drawing>`) + `</mc:Choice><mc:Fallback>` + run(`<w:pict><w:txbxContent>`+paras("boxed")+`</w:txbxContent></w:pict>`) + `</mc:Fallback></mc:AlternateContent></w:p>`, "a\nboxed"},
		{"content controls", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + paras("inside") + `</w:sdtContent></w:sdt>`, "inside"},
		{"a bullet typed as a symbol", `<w:p>` + run(`<w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>point</w:t>`) + `</w:p>`, "• point"},
		{"a sign of the font Symbol", `<w:p>` + run(`<w:t>heights </w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:t> 3 m</w:t>`) + `</w:p>`, "heights ≤ 3 m"},
		{"a table that lays out the page", `<w:tbl><w:tr><w:tc>` + paras("one", "two") + `</w:tc></w:tr></w:tbl>`, "one\ntwo"},
		{"a table in a table", `<w:tbl><w:tr><w:tc>` + paras("left") + `</w:tc><w:tc><w:tbl><w:tr><w:tc>` + paras("a") + `</w:tc><w:tc>` + paras("b") + `</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`, "left\na | b"},
		{"damage", paras("before") + `<w:p><w:r><w:t>half</w:t></w:r>` + "\x00<", "before\nhalf"},
	}
	for _, c := range cases {
		if got := lines(t, c.body, nil); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDOCXLists(t *testing.T) {
	item := func(num string, level int, words string) string {
		return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, level, num, words)
	}
	lvl := func(n int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>`, n, format, text)
	}
	parts := map[string]string{"word/numbering.xml": `<w:numbering NS>
		<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2") + lvl(2, "lowerRoman", "(%3)") + `</w:abstractNum>
		<w:abstractNum w:abstractNumId="1">` + lvl(0, "bullet", "\uf0b7") + lvl(1, "upperLetter", "%2)") + `</w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
		<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`}
	got := lines(t, item("1", 0, "a")+item("1", 1, "b")+item("1", 1, "c")+item("1", 2, "d")+paras("between")+item("1", 0, "e")+item("1", 1, "f")+
		item("2", 0, "g")+item("2", 1, "h")+item("3", 0, "i")+item("3", 0, "j")+item("0", 0, "k")+item("9", 0, "l"), parts)
	want := "1. a\n1.1 b\n1.2 c\n(i) d\nbetween\n2. e\n2.1 f\n• g\nA) h\n5. i\n6. j\nk\nl"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDOCXStyles(t *testing.T) {
	parts := map[string]string{"word/styles.xml": `<w:styles NS>
		<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Council heading"/><w:basedOn w:val="A"/></w:style>
		<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Loop"/><w:basedOn w:val="L"/></w:style></w:styles>`}
	p, err := Read("docx", docxOf(t, `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>two</w:t></w:r></w:p>
		<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>three</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>four</w:t></w:r></w:p>`, parts))
	if err != nil {
		t.Fatal(err)
	}
	want := []extract.Block{
		{Kind: extract.Heading, Level: 2, Text: "one", Class: "heading 2", Bold: true},
		{Kind: extract.Heading, Level: 1, Text: "two", Class: "Section"},
		{Text: "three", Class: "Loop"},
		{Kind: extract.Heading, Level: 3, Text: "four", Bold: true},
	}
	for i, b := range p.Pages[0].Blocks {
		if w := want[i]; b.Kind != w.Kind || b.Level != w.Level || b.Text != w.Text || b.Class != w.Class || b.Bold != w.Bold {
			t.Errorf("block %d: got %+v, want %+v", i, b, w)
		}
	}
}

func TestDOCXRefusals(t *testing.T) {
	bomb := docxOf(t, paras(strings.Repeat("x", maxPart)), nil)
	deep := docxOf(t, strings.Repeat("<w:sdt><w:sdtContent>", 2000)+paras("x"), nil)
	cases := []struct {
		name  string
		raw   []byte
		words string
	}{
		{"cut short", docxOf(t, paras("x"), nil)[:100], "damaged or not complete"},
		{"a part that swells", bomb, "more text than a paper can"},
		{"nested without end", deep, "nested deeper"},
		{"no text part", emptyZip(t), "no text part"},
	}
	for _, c := range cases {
		if _, err := Read("docx", c.raw); err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: got %v, want words like %q", c.name, err, c.words)
		}
	}
}

func emptyZip(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("word/other.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A heading and its minute, typed with line breaks between, are paragraphs; a
// sentence broken over lines is one.
func TestDOCXLineBreaks(t *testing.T) {
	br := `</w:t><w:br/><w:t xml:space="preserve">`
	got := lines(t, paras("31/23 Apologies for absence"+br+"Cllr Gott.", "THORNLEY DISTRICT COUNCIL"+br+"Planning Committee"+br+"Present: Cllr Gott,"+br+"Cllr Hale",
		"RESOLVED that:"+br+"(a) it be noted; and"+br+"(b) it be paid", "The letter of the county says that nothing more can be done for the present about"+br+"the crossing"), nil)
	want := "31/23 Apologies for absence\nCllr Gott.\nTHORNLEY DISTRICT COUNCIL\nPlanning Committee\nPresent: Cllr Gott, Cllr Hale\n" +
		"RESOLVED that:\n(a) it be noted; and\n(b) it be paid\nThe letter of the county says that nothing more can be done for the present about the crossing"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
