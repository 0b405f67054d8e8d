package moderngov

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// The plain text of a page says what the page says: every page of the sample
// archive is read as HTML and as its text, and gives the same items. What
// stands in the breadcrumb alone (an item page's meeting and date) is lost
// with the markup and is not compared.
func TestTextSaysTheSame(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join(root(t), "testdata/demo/papers/*/*.html"))
	compared := 0
	for _, page := range pages {
		if filepath.Base(filepath.Dir(page)) == "ombudsman" {
			continue
		}
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(page)
		read := ParseMeeting
		for prefix, parser := range parsers {
			if strings.HasPrefix(name, prefix+"-") {
				read = parser
			}
		}
		d := document(t, name, raw)
		want := read(d)
		plain := document(t, name+".txt", []byte(rendition(d)))
		plain.Raw.Council = want.Council
		got := read(plain)
		checkClaims(t, name, plain, got)
		if len(got.Records) != len(want.Records) {
			t.Errorf("%s: %d items, as text %d", name, len(want.Records), len(got.Records))
			continue
		}
		for i := range want.Records {
			w, g := spoken(want.Records[i]), spoken(got.Records[i])
			if strings.HasPrefix(name, "item-") {
				w.MeetingDate, g.MeetingDate = "", ""
			}
			for _, f := range []struct{ field, want, got string }{
				{"title", w.Title, g.Title}, {"number", w.ItemNumber, g.ItemNumber}, {"date", string(w.MeetingDate), string(g.MeetingDate)},
				{"venue", w.Venue, g.Venue}, {"summary", w.Summary, g.Summary}, {"background", w.Background, g.Background}, {"discussion", w.Discussion, g.Discussion},
				{"decision", w.Decision, g.Decision}, {"visibility", string(w.Visibility), string(g.Visibility)},
			} {
				if f.want != f.got {
					t.Errorf("%s: %s of %s is %q, as text %q", name, f.field, w.ID, f.want, f.got)
				}
			}
			if len(w.Documents) != len(g.Documents) || len(w.Resolutions) != len(g.Resolutions) {
				t.Errorf("%s: %s has %d documents and %d resolutions, as text %d and %d", name, w.ID, len(w.Documents), len(w.Resolutions), len(g.Documents), len(g.Resolutions))
			}
			compared++
		}
	}
	if compared < 50 {
		t.Errorf("only %d items compared: where is the sample archive?", compared)
	}
}

func spoken(r archive.Record) *archive.Item { return r.(*archive.Item) }

// rendition is a page as plain text: a paragraph to a block, an item's number
// before its title.
func rendition(d parse.Document) string {
	var b strings.Builder
	for _, l := range parse.Lines(d.Paper, parse.Places(d.Paper)) {
		words := parse.Printed(l.Block)
		if words == "" {
			continue
		}
		b.WriteString(words)
		if strings.Contains(l.Class, "mgItemNumberCell") {
			b.WriteByte(' ')
		} else {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func line(words string) parse.Line { return parse.Line{Block: extract.Block{Text: words}} }
