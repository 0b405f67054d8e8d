package html

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.in.html")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no golden inputs: %v", err)
	}
	for _, in := range inputs {
		raw, err := os.ReadFile(in)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(raw)
		if err != nil {
			t.Fatalf("%s: %v", in, err)
		}
		got, err := json.MarshalIndent(p, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(in, ".in.html") + ".want.json"
		if *update {
			if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != string(got)+"\n" {
			t.Errorf("%s is not read as %s says; got\n%s", in, golden, got)
		}
	}
}

func TestDeepMarkupIsReadAsWords(t *testing.T) {
	p, err := Read([]byte("<p>before</p>" + strings.Repeat("<div>", 3000) + "the words" + strings.Repeat("</div>", 3000) + "<script>no</script>after"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range p.Pages[0].Blocks {
		got = append(got, b.Text)
	}
	if strings.Join(got, "/") != "before/the words/after" || len(p.Doubts) != 1 {
		t.Errorf("got %q, doubts %q", got, p.Doubts)
	}
}

func TestFragment(t *testing.T) {
	blocks := Fragment(`<div class="WordSection1"><p class="MsoNormal">RESOLVED&nbsp;that</p><ul><li>one</ul>`, "minutes")
	if len(blocks) != 2 || blocks[0].Text != "RESOLVED that" || !strings.HasPrefix(blocks[1].Class, "minutes") || blocks[1].Kind != extract.Entry {
		t.Errorf("got %+v", blocks)
	}
}

func FuzzRead(f *testing.F) {
	inputs, _ := filepath.Glob("testdata/*.in.html")
	for _, in := range inputs {
		raw, _ := os.ReadFile(in)
		f.Add(raw)
	}
	f.Add([]byte("<p>a<br>b<table><tr><td>c<td><ul><li>d</table>e"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range p.Pages[0].Blocks {
			if !utf8.ValidString(b.Text) || b.Text != text.Tidy(b.Text) {
				t.Errorf("not one tidy line: %q", b.Text)
			}
			if b.Kind == extract.Entry && (b.Level < 1 || b.Marker == "") {
				t.Errorf("an entry without level or marker: %+v", b)
			}
			if b.Kind == extract.Row && said(b.Cells) != b.Text {
				t.Errorf("a row whose text is not its cells: %+v", b)
			}
			if b.Text == "" && b.Marker == "" && len(b.Links) == 0 {
				t.Errorf("an empty block: %+v", b)
			}
		}
	})
}
