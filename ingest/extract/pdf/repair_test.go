package pdf

import (
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
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

func withMute(p content.Page, n int) content.Page {
	p.Mute = n
	return p
}
