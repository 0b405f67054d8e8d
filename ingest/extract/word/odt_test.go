package word

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

func odtOf(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("content.xml")
	if err != nil {
		t.Fatal(err)
	}
	const u = "urn:oasis:names:tc:opendocument:xmlns:"
	_, err = w.Write([]byte(`<office:document-content xmlns:office="` + u + `office:1.0" xmlns:text="` + u + `text:1.0" xmlns:table="` + u + `table:1.0" xmlns:style="` + u + `style:1.0"><office:automatic-styles>` +
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>` +
		`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`))
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestODTLists(t *testing.T) {
	item := func(inner string) string { return `<text:list-item>` + inner + `</text:list-item>` }
	list := func(attrs, inner string) string {
		return `<text:list text:style-name="L" ` + attrs + `>` + inner + `</text:list>`
	}
	p := func(s string) string { return `<text:p>` + s + `</text:p>` }
	body := list(`xml:id="one"`, item(p("a")+p("goes on")+`<text:list>`+item(p("b"))+item(p("c"))+`</text:list>`)+item(p("d"))) +
		p("between") +
		list(`text:continue-list="one"`, item(p("e"))) +
		list(``, item(p("f"))) +
		list(`text:continue-numbering="true"`, item(p("g"))) +
		list(``, `<text:list-item text:start-value="7">`+p("h")+`</text:list-item><text:list-header>`+p("i")+`</text:list-header>`)
	paper, err := Read("odt", odtOf(t, body))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range paper.Pages[0].Blocks {
		got = append(got, strings.TrimSpace(b.Marker+" "+b.Text))
	}
	want := "1. a\ngoes on\n1.a) b\n1.b) c\n2. d\nbetween\n3. e\n1. f\n2. g\n7. h\ni"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
