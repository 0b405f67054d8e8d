package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"moothall/ingest/extract"
)

func TestDecode(t *testing.T) {
	for _, row := range []struct{ name, in, want string }{
		{"utf-8", "Children’s £300", "Children’s £300"},
		{"utf-8 with mark", "\xef\xbb\xbfMinutes", "Minutes"},
		{"windows-1252", "Children\x92s \xa3300 \x96 agreed", "Children’s £300 – agreed"},
		{"both in one file", "Children’s and Children\x92s", "Children’s and Children’s"},
		{"utf-16 little endian", "\xff\xfeM\x00i\x00n\x00", "Min"},
		{"utf-16 big endian", "\xfe\xff\x00M\x00i\x00n", "Min"},
		{"utf-16 without mark", "M\x00i\x00n\x00u\x00t\x00e\x00s\x00.\x00", "Minutes."},
		{"control characters", "Min\x00u\x08tes\tand\x0cmore", "Minutes\tand\x0cmore"},
		{"nothing", "", ""},
	} {
		if got := Decode([]byte(row.in)); got != row.want {
			t.Errorf("%s: Decode(%q) = %q, want %q", row.name, row.in, got, row.want)
		}
	}
}

func TestMarker(t *testing.T) {
	for _, row := range []struct{ in, marker, rest string }{
		{"·\u00a0\u00a0\u00a0Member involvement", "·", "Member involvement"},
		{"• none", "•", "none"}, {"•none", "•", "none"}, {"o\u00a0\u00a0second level", "o", "second level"}, {"o  gap", "o", "gap"},
		{"- that the report", "-", "that the report"}, {"– that", "–", "that"}, {"§ square", "§", "square"}, {"\uf0b7 symbol", "\uf0b7", "symbol"},
		{"a)\u00a0\u00a0 The Council", "a)", "The Council"}, {"(a) noted", "(a)", "noted"}, {"(iv) noted", "(iv)", "noted"}, {"iv. noted", "iv.", "noted"},
		{"12. Apologies", "12.", "Apologies"}, {"1.1 Background", "1.1", "Background"}, {"1.1. background", "1.1.", "background"}, {"1) Note", "1)", "Note"},
		{"i.) note", "i.)", "note"}, {"a)The Council", "a)", "The Council"}, {"A) Note", "A)", "Note"}, {"a)", "a)", ""},
		{"A report was received", "", "A report was received"}, {"15 members", "", "15 members"}, {"3.5 million was spent", "", "3.5 million was spent"},
		{"o clock", "", "o clock"}, {"(see page 3) and", "", "(see page 3) and"}, {"Mr. Smith", "", "Mr. Smith"}, {"2021. The", "", "2021. The"},
		{"-", "", "-"}, {"- 5 -", "", "- 5 -"}, {"e.g. this", "", "e.g. this"}, {"", "", ""},
	} {
		m, rest, ok := Marker(row.in)
		if m != row.marker || Tidy(rest) != row.rest || ok != (row.marker != "") {
			t.Errorf("Marker(%q) = %q, %q, %v, want %q, %q", row.in, m, rest, ok, row.marker, row.rest)
		}
	}
}

func read(t *testing.T, s string) []extract.Page {
	t.Helper()
	p, err := Read([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return p.Pages
}

func texts(blocks []extract.Block) []string {
	var out []string
	for _, b := range blocks {
		s := b.Text
		if b.Kind == extract.Entry {
			s = strings.Repeat(">", b.Level) + b.Marker + "|" + s
		}
		out = append(out, s)
	}
	return out
}

func TestRead(t *testing.T) {
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"a paragraph to a line", "Issue - meetings\n\nA long title that says what the matter is about and goes on for longer than any width a program would break it at, so that lines are paragraphs.\nNext\n",
			[]string{"Issue - meetings", "A long title that says what the matter is about and goes on for longer than any width a program would break it at, so that lines are paragraphs.", "Next"}},
		{"no-break lines are blank", "Background:\n\u00a0\nThis\u00a0report  provided.\u00a0\n", []string{"Background:", "This report provided."}},
		{"lines broken at a width", "The Committee considered a report of the Director of Housing on the\nfindings of the Ombudsman, which had been published in the spring of\nthat year.\nThe Director answered questions of members on the delays that there\nhad been.\n\nRESOLVED\n",
			[]string{"The Committee considered a report of the Director of Housing on the findings of the Ombudsman, which had been published in the spring of that year.",
				"The Director answered questions of members on the delays that there had been.", "RESOLVED"}},
		{"lists in lists", "a) one\n(i) first\n(ii) second\nb) two\n· three\no\u00a0\u00a0four\n· five",
			[]string{">a)|one", ">>(i)|first", ">>(ii)|second", ">b)|two", ">>·|three", ">>>o|four", ">>·|five"}},
		{"h and i are letters", "(g) a\n(h) b\n(i) c\n(j) d", []string{">(g)|a", ">(h)|b", ">(i)|c", ">(j)|d"}},
		{"a flattened table", "| No. | Item |\n| --- | --- |\n| 5. | Budget Minutes: Noted. |", []string{"No. | Item", "5. | Budget Minutes: Noted."}},
		{"nothing", "\n \u00a0\n", nil},
	} {
		got := texts(read(t, row.in)[0].Blocks)
		if strings.Join(got, "\n") != strings.Join(row.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", row.name, got, row.want)
		}
	}
}

func TestReadPages(t *testing.T) {
	pages := read(t, "one\ftwo\f\fthree\f")
	if len(pages) != 4 || pages[1].Blocks[0].Text != "two" || pages[2].Unread == "" || pages[3].Number != 4 {
		t.Errorf("pages of a text with form feeds: %+v", pages)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Issue - meetings\n\n183 Findings\x92 pdf icon PDF 264 KB\n·\u00a0\u00a0one\n| a | b |\f(i) two"))
	f.Add([]byte("\xff\xfeM\x00i\x00n\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		var got, want strings.Builder
		for i, page := range p.Pages {
			if page.Number != i+1 {
				t.Errorf("page %d has number %d", i+1, page.Number)
			}
			got.WriteString(letters(strings.Join(page.Running, "")))
			for _, b := range page.Blocks {
				if !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\n\f\u00a0") || b.Text != Tidy(b.Text) {
					t.Errorf("block is not one tidy line: %q", b.Text)
				}
				got.WriteString(letters(b.Marker + b.Text))
			}
		}
		want.WriteString(letters(Decode(raw)))
		if sorted(got.String()) != sorted(want.String()) {
			t.Errorf("letters of the blocks %q, of the text %q", got.String(), want.String())
		}
	})
}

// letters are the letters and digits of s: what a reader must never lose.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

func sorted(s string) string {
	b := []byte(s)
	slices.Sort(b)
	return string(b)
}

// A long line that is a paragraph by itself says nothing of the lines that are
// broken: printed minutes have their front in one.
func TestBrokenBelowALongLine(t *testing.T) {
	p, err := Read([]byte("PRESENT: " + strings.Repeat("Mrs A Fairweather, ", 12) + "\n\n" +
		"211.   Apologies for Absence\n       (Item 1)\n\n" +
		"       RESOLVED that the minutes of the meeting held on 14 December 2023 are correctly\n       recorded and that they be signed by the Chairman.\n\n" +
		"       RESOLVED that the report of the Section 151 Officer on the robustness of the\n       estimates be noted.\n\n" +
		"       The Chairman spoke of the death of Mr Cyril Vance, who served the Wold\n       division from 1989 to 2005.\n\n" +
		"       In accordance with Procedure Rule 14, nine questions were asked and replies given.\n       Questions 7 to 9 were not put in the time and written replies are on the website.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range p.Pages[0].Blocks[1:] {
		got = append(got, b.Marker+b.Text)
	}
	want := []string{"211.Apologies for Absence", "(Item 1)",
		"RESOLVED that the minutes of the meeting held on 14 December 2023 are correctly recorded and that they be signed by the Chairman.",
		"RESOLVED that the report of the Section 151 Officer on the robustness of the estimates be noted.",
		"The Chairman spoke of the death of Mr Cyril Vance, who served the Wold division from 1989 to 2005.",
		"In accordance with Procedure Rule 14, nine questions were asked and replies given. Questions 7 to 9 were not put in the time and written replies are on the website."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	asked := "Q: Is there a waiting list for stays of a night?\nA: Yes, nineteen families, six of whom wait a year.\nQ: Were direct payments offered instead?\nA: To eleven of them.\n"
	p, err = Read([]byte(strings.Repeat("Parents told the Panel of holidays without any provision at all. ", 4) + "\n\n" + asked))
	if err != nil || len(p.Pages[0].Blocks) != 5 {
		t.Errorf("questions and answers of a line each: %v, %v", p.Pages, err)
	}
}
