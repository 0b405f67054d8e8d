package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
	"moothall/ingest/extract/pdf/object"
)

const sentence = "The Committee considered the report of the Director of Resources on the capital programme, and asked whether the sum had been agreed. "

// leaf is a page of text in one font, ten words a line.
func leaf(p content.Page, f *content.Font, text string, top float64) content.Page {
	p.Width, p.Height = 595, 842
	x, y := 50.0, top
	for i, w := range strings.Fields(text) {
		if i%10 == 0 {
			x, y = 50, y+14
		}
		for _, r := range w {
			p.Glyphs = append(p.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, W: 5, Size: 10, DX: 1, Font: f})
			x += 5
		}
		x += 3
	}
	return p
}

func codes(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' {
			return r
		}
		return r - 29
	}, s)
}

func mixedUp(s string) string {
	const order = "qjxzkvbwpygmufdclhrnsioate"
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return rune(order[r-'a'])
		}
		return r
	}, s)
}

func TestRepair(t *testing.T) {
	body, other := &content.Font{Name: "Body"}, &content.Font{Name: "Other"}
	long := strings.Repeat(sentence, 8)
	for _, c := range []struct {
		name   string
		page   content.Page
		want   string // "" for a page not read
		doubts int
		unread string
	}{
		{"sound", leaf(content.Page{}, body, long, 0), long, 0, ""},
		{"numbers of glyphs", leaf(content.Page{}, body, codes(long), 0), long, 0, ""},
		{"letters moved round the alphabet", leaf(content.Page{}, body, turned(long, 7), 0), long, 0, ""},
		{"and a line too short to tell by itself", leaf(leaf(content.Page{}, body, codes(long), 20), other, codes("Declarations of interest in the matter"), 0), "Declarations of interest in the matter " + long, 0, ""},
		{"letters in each other's place", leaf(content.Page{}, body, mixedUp(long), 0), "", 0, WrongLetters},
		{"most of them", leaf(leaf(content.Page{}, body, mixedUp(long), 200), other, sentence+sentence, 0), "", 0, WrongLetters},
		{"a third of them", leaf(leaf(content.Page{}, body, mixedUp(sentence+sentence), 300), other, strings.Repeat(sentence, 4), 0), strings.Repeat(sentence, 4) + mixedUp(sentence+sentence), 0, PartlyWrong},
		{"a few of them", leaf(leaf(content.Page{}, body, mixedUp(sentence), 300), other, long, 0), long + mixedUp(sentence), 1, ""},
		{"letters of a map that is elsewhere", withMute(leaf(content.Page{}, body, sentence, 0), 200), "", 0, WrongLetters},
		{"some of them", withMute(leaf(content.Page{}, body, sentence, 0), 10), sentence, 0, PartlyWrong},
		{"some of what is rubbish", withMute(leaf(content.Page{}, nil, mixedUp(long), 0), 100), "", 0, WrongLetters},
		{"hardly any of them", withMute(leaf(content.Page{}, body, sentence, 0), 2), sentence, 0, ""},
	} {
		paper, err := Arrange([]content.Page{c.page})
		if err != nil {
			t.Fatal(err)
		}
		p := paper.Pages[0]
		var got []string
		for _, b := range p.Blocks {
			got = append(got, b.Text)
		}
		if text, want := strings.Join(got, " "), strings.TrimSpace(c.want); text != want || p.Unread != c.unread || (len(p.Words) == 0) != (want == "") || len(paper.Doubts) != c.doubts {
			t.Errorf("%s: unread %q, doubts %q, text %.200q, want %.200q", c.name, p.Unread, paper.Doubts, text, want)
		}
	}
}

// A paper is read three times where a font is wrong: each time with the same
// fonts, those that stand inside other objects too, and with all of its budget.
func TestReadAgainIsTheSame(t *testing.T) {
	long := strings.Repeat(sentence, 8)
	raw := overPicture(lines(0, turned(long, 7)))
	raw = bytes.Replace(raw, []byte("/Im Do"), []byte("      "), 1)
	paper, err := Read(raw)
	if err != nil || len(paper.Pages) != 1 {
		t.Fatal(err)
	}
	if p := paper.Pages[0]; p.Unread != "" || !strings.HasPrefix(textOf(&p), "The Committee considered the report") {
		t.Errorf("unread %q, text %.80q", p.Unread, textOf(&p))
	}

	doc, err := object.Open(withSpaces(t, object.MaxStream))
	if err != nil {
		t.Fatal(err)
	}
	for range object.MaxPaper / object.MaxStream {
		if n := len(doc.Page(0).Key("Resources").Key("XObject").Key("Spaces").Data()); n < object.MaxStream-100 {
			t.Fatalf("the stream has %d bytes", n)
		}
	}
	each := pagesOf(doc)
	for range 2 {
		each(func(p *content.Page) {
			if len(p.Glyphs) == 0 {
				t.Error("nothing is left to read the page with")
			}
		})
	}
}

// withSpaces is a paper of one page with text, and a stream of so many spaces.
func withSpaces(t *testing.T, n int) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	if _, err := w.Write(bytes.Repeat([]byte(" "), n)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	raw := bytes.Replace(overPicture(lines(0, sentence)), []byte("/Im 5 0 R"), []byte("/Im 5 0 R /Spaces 6 0 R"), 1)
	stream := fmt.Appendf(nil, "6 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream endobj\ntrailer", packed.Len(), packed.Bytes())
	return bytes.Replace(raw, []byte("trailer"), stream, 1)
}

// A page that the clock ends when it is read again stays as it was, or waits.
func TestReadAgainLosesNoWord(t *testing.T) {
	body, other := &content.Font{Name: "Body"}, &content.Font{Name: "Other"}
	long := strings.Repeat(sentence, 8)
	texts := []string{"Roads and bridges were spoken of at length by all who had come to hear. " + long,
		"Nobody from the public wished to say anything about the paths by the river. " + long, "After lunch the members went to see the new library and its garden. " + long}
	passes := 0
	d := drawAll("", func(f func(*content.Page)) {
		passes++
		pages := []content.Page{leaf(content.Page{}, body, codes(texts[0]), 100), leaf(content.Page{}, other, texts[1], 150), leaf(content.Page{}, body, codes(texts[2]), 200)}
		if passes > 2 {
			for i := range pages[1:] {
				p := &pages[1+i]
				p.Glyphs, p.Cut = p.Glyphs[:40], true
			}
		}
		for i := range pages {
			f(&pages[i])
		}
	})
	paper, err := d.paper(Engine)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range paper.Pages[:2] {
		var got []string
		for _, w := range p.Words {
			got = append(got, w.Text)
		}
		if text := strings.Join(got, " "); text != strings.TrimSpace(texts[i]) || p.Unread != "" {
			t.Errorf("page %d: unread %q, text %.200q", i+1, p.Unread, text)
		}
	}
	if p := paper.Pages[2]; p.Unread != PartlyWrong || len(p.Words) == 0 || p.Words[0].Text != "After" {
		t.Errorf("a page whose letters could not all be put right in time: unread %q, %+v", p.Unread, p.Words)
	}
}

func withMute(p content.Page, n int) content.Page {
	p.Mute = n
	return p
}
