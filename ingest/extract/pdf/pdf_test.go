package pdf

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"html"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/object"
)

var update = flag.Bool("update", false, "rewrite the wanted blocks")

// golden is what a golden file keeps of a page.
type golden struct {
	Printed string        `json:"printed,omitempty"`
	Running []string      `json:"running,omitempty"`
	Unread  string        `json:"unread,omitempty"`
	Blocks  []goldenBlock `json:"blocks"`
}

type goldenBlock struct {
	Kind   string   `json:"kind"`
	Level  int      `json:"level,omitempty"`
	Marker string   `json:"marker,omitempty"`
	Text   string   `json:"text,omitempty"`
	Cells  []string `json:"cells,omitempty"`
	Header bool     `json:"header,omitempty"`
	// Continues is set where it goes on with the page before.
	Continues bool `json:"continues,omitempty"`
}

var kinds = map[extract.BlockKind]string{
	extract.Paragraph: "paragraph", extract.Heading: "heading", extract.Entry: "entry", extract.Row: "row",
}

func summary(p extract.Paper) []golden {
	var out []golden
	for _, page := range p.Pages {
		g := golden{Printed: page.Printed, Running: page.Running, Unread: page.Unread}
		for _, b := range page.Blocks {
			k := goldenBlock{Kind: kinds[b.Kind], Level: b.Level, Marker: b.Marker, Text: b.Text, Cells: b.Cells, Header: b.Header, Continues: b.Continues}
			if b.Kind == extract.Row {
				k.Text = ""
			}
			g.Blocks = append(g.Blocks, k)
		}
		out = append(out, g)
	}
	return out
}

func TestReadGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.in.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no papers in testdata: %v", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".in.pdf")
		if name == "password" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			paper, err := Read(read(t, f))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(summary(paper)); err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSuffix(f, ".in.pdf") + ".want.json"
			if *update {
				if err := os.WriteFile(want, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if w := string(read(t, want)); got.String() != w {
				t.Errorf("%s reads otherwise than %s says; if that is right, run with -update\n%s", f, want, got.String())
			}
		})
	}
}

// Whatever encryption the paper has, it reads as the plain one does.
func TestReadEncrypted(t *testing.T) {
	plain, err := Read(read(t, "testdata/cymraeg-chromium.in.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"rc4", "aes128", "aes256", "linear"} {
		got, err := Read(read(t, "testdata/"+name+".in.pdf"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !reflect.DeepEqual(summary(got), summary(plain)) {
			t.Errorf("%s reads otherwise than the plain paper", name)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		want error
	}{
		{"password", read(t, "testdata/password.in.pdf"), object.ErrPassword},
		{"empty", nil, object.ErrNotPDF},
		{"a web page", []byte("<html><body>Not found"), object.ErrNotPDF},
		{"no pages", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"), object.ErrNoPages},
	} {
		if _, err := Read(c.raw); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// The words of the sources are the words of the papers, all of them and no
// others.
func TestReadKnownWords(t *testing.T) {
	for source, papers := range map[string][]string{
		"minutes.html": {"minutes-chromium", "minutes-libreoffice"},
		"columns.html": {"columns-chromium"},
		"budget.html":  {"budget-chromium"},
		"cymraeg.html": {"cymraeg-chromium", "aes256"},
	} {
		want := bag(sourceText(string(read(t, "testdata/src/"+source))))
		for _, name := range papers {
			paper, err := Read(read(t, "testdata/"+name+".in.pdf"))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			var text strings.Builder
			for _, p := range paper.Pages {
				for _, b := range p.Blocks {
					text.WriteString(b.Marker + " " + b.Text + "\n")
				}
			}
			if got := bag(text.String()); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: words differ from %s:\n got %v\nwant %v", name, source, got, want)
			}
		}
	}
}

var (
	head = regexp.MustCompile(`(?s)^.*</style>`)
	tag  = regexp.MustCompile(`<[^>]*>`)
	sup  = regexp.MustCompile(`</?(sup|b)>`)
)

func sourceText(s string) string {
	s = sup.ReplaceAllString(head.ReplaceAllString(s, ""), "")
	return html.UnescapeString(tag.ReplaceAllString(s, " "))
}

func bag(s string) []string {
	ws := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := ws[:0]
	for _, w := range ws {
		if len(w) > 1 { // the numbers of the source's lists are made by the browser: "a", "b"
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

func TestReadPicture(t *testing.T) {
	raw := []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" +
		"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>\nendobj\n" +
		"4 0 obj\n<</Length 28>>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream\nendobj\n" +
		"5 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>\nstream\nx\nendstream\nendobj\n")
	paper, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	if paper.Pages[0].Unread == "" {
		t.Error("a page that is one picture says nothing of being unread")
	}
}

// checkPaper tests what every reading owes, whatever the bytes were.
func checkPaper(t *testing.T, p extract.Paper) {
	t.Helper()
	for i, page := range p.Pages {
		if page.Number != i+1 {
			t.Errorf("page %d is numbered %d", i+1, page.Number)
		}
		for _, b := range page.Blocks {
			if strings.ContainsAny(b.Text, "\n\r\t") || strings.TrimSpace(b.Text) != b.Text {
				t.Errorf("page %d: a block's text is not one tidy line: %q", i+1, b.Text)
			}
			if b.Kind != extract.Row && b.Text == "" {
				t.Errorf("page %d: an empty block %+v", i+1, b)
			}
			if (b.Kind == extract.Row) != (len(b.Cells) > 0) {
				t.Errorf("page %d: cells without a row, or a row without cells: %+v", i+1, b)
			}
		}
		for _, w := range page.Words {
			if w.Text == "" || w.X1 < w.X0 || w.Y1 < w.Y0 {
				t.Errorf("page %d: a word without text or with its box inside out: %+v", i+1, w)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.in.pdf")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		once, err := Read(raw)
		twice, again := Read(raw)
		if (err == nil) != (again == nil) || !reflect.DeepEqual(once, twice) {
			t.Fatal("reading the same bytes twice gives two papers")
		}
		checkPaper(t, once)
	})
}

// Broken copies of a good paper are read as far as they go, or refused; they
// never bring the reader down.
func TestReadBroken(t *testing.T) {
	for _, name := range []string{"linear", "aes256", "budget-chromium", "report-libreoffice"} {
		raw := read(t, "testdata/"+name+".in.pdf")
		seed := uint32(2463534242)
		next := func(n int) int { // xorshift: the same breaks every time
			seed ^= seed << 13
			seed ^= seed >> 17
			seed ^= seed << 5
			return int(seed % uint32(n))
		}
		rounds := 60
		if testing.Short() {
			rounds = 10
		}
		for range rounds {
			broken := append([]byte(nil), raw...)
			for range 1 + next(20) {
				broken[next(len(broken))] = byte(next(256))
			}
			if next(4) == 0 {
				broken = broken[:next(len(broken))]
			}
			paper, err := Read(broken)
			if err == nil {
				checkPaper(t, paper)
			}
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
