package word

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.in.*")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d golden files, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			media := extract.Media(raw)
			if want := strings.TrimPrefix(filepath.Ext(f), "."); media != want {
				t.Errorf("Media says %s, want %s", media, want)
			}
			p, err := Read(media, raw)
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.MarshalIndent(p, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			name := strings.Replace(f, ".in.", ".", 1) + ".want.json"
			if *update {
				if err := os.WriteFile(name, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if string(got)+"\n" != string(want) {
				t.Errorf("%s differs from what was read; run with -update and look at the difference", name)
			}
		})
	}
}

// TestSameWords: the four formats of one source give the same words in the
// same order, each as the same kind of block. DOC keeps no list labels.
func TestSameWords(t *testing.T) {
	shape := func(media string, b extract.Block) string {
		mark := b.Marker
		if b.Class == "footnote" { // DOC numbers its notes when it is printed
			mark = ""
		}
		return string(rune('0'+b.Kind)) + string(rune('0'+b.Level)) + " " + mark + " " + b.Text
	}
	var first []string
	for _, media := range []string{"docx", "odt", "rtf", "doc"} {
		raw, err := os.ReadFile("testdata/report.in." + media)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(media, raw)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, b := range p.Pages[0].Blocks {
			lines = append(lines, shape(media, b))
		}
		if first == nil {
			first = lines
			continue
		}
		if got, want := strings.Join(lines, "\n"), strings.Join(first, "\n"); got != want {
			t.Errorf("%s gives\n%s\nwant, as docx,\n%s", media, got, want)
		}
		if strings.Contains(strings.Join(lines, " "), "struck out") {
			t.Errorf("%s: words that were struck out are in the text", media)
		}
	}
}
