package word

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// check holds the claims every reader makes of what it accepts: one page
// numbered 1, text in one line and in valid letters, levels where there are
// headings and entries, a row's text made of its cells, and the same result
// twice.
func check(t *testing.T, media string, raw []byte) {
	p, err := Read(media, raw)
	if err != nil {
		if strings.Contains(err.Error(), "\n") {
			t.Fatalf("the error has more than one line: %v", err)
		}
		return
	}
	again, err := Read(media, raw)
	if err != nil || !reflect.DeepEqual(p, again) {
		t.Fatalf("read twice: %v", err)
	}
	if len(p.Pages) != 1 || p.Pages[0].Number != 1 || p.Media != media || p.Engine == "" {
		t.Fatalf("got %d pages, media %q, engine %q", len(p.Pages), p.Media, p.Engine)
	}
	for _, b := range p.Pages[0].Blocks {
		if !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\r\n\t") {
			t.Fatalf("text %q", b.Text)
		}
		if (b.Kind == extract.Heading || b.Kind == extract.Entry) && b.Level < 1 {
			t.Fatalf("no level: %+v", b)
		}
		if b.Kind == extract.Row && b.Text != strings.Join(b.Cells, " | ") {
			t.Fatalf("a row's text is not its cells': %+v", b)
		}
	}
}

func seeds(f *testing.F, ext string) {
	files, err := filepath.Glob("testdata/*.in." + ext)
	if err != nil || len(files) == 0 {
		f.Fatalf("%d seeds, %v", len(files), err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
}

func FuzzRTF(f *testing.F) {
	seeds(f, "rtf")
	f.Add([]byte(`{\rtf1\ansi\uc1 a\u8217 'b\par{\*\unknown x}\trowd\intbl c\cell d\cell\row {\footnote e}}`))
	f.Fuzz(func(t *testing.T, raw []byte) { check(t, "rtf", raw) })
}

func FuzzDOC(f *testing.F) {
	seeds(f, "doc")
	f.Fuzz(func(t *testing.T, raw []byte) { check(t, "doc", raw) })
}

// FuzzDOCX and FuzzODT change the XML and not the zip around it, so that the
// changes reach the reader.
func FuzzDOCX(f *testing.F) {
	f.Add(paras("one", "two"), `<w:numbering NS><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	f.Add(`<w:tbl><w:tr><w:tc>`+paras("a")+`</w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r></w:p>`, "")
	f.Fuzz(func(t *testing.T, body, numbering string) {
		check(t, "docx", docxOf(t, body, map[string]string{"word/numbering.xml": numbering}))
	})
}

func FuzzODT(f *testing.F) {
	f.Add(`<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item></text:list>`)
	f.Add(`<text:h text:outline-level="2">a</text:h><table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) { check(t, "odt", odtOf(t, body)) })
}
