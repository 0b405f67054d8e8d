package ukdate

import (
	"testing"
	"unicode/utf8"

	"moothall/archive"
)

var good = []struct {
	name, in string
	want     archive.Date
}{
	{"day before month", "02/03/2021", "2021-03-02"},
	{"single figures", "2/3/2021", "2021-03-02"},
	{"dots", "02.03.2021", "2021-03-02"},
	{"hyphens", "02-03-2021", "2021-03-02"},
	{"two-figure year", "04/05/21", "2021-05-04"},
	{"two-figure year with dots", "10.12.24", "2024-12-10"},
	{"two-figure year of the last century", "04/05/98", "1998-05-04"},
	{"iso", "2021-07-22", "2021-07-22"},
	{"paging link", "202107221900", "2021-07-22"},
	{"short month", "09 Oct 2022", "2022-10-09"},
	{"short month with hyphens", "19-May-2026", "2026-05-19"},
	{"ordinal with hyphens", "22nd-Jul-2021", "2021-07-22"},
	{"weekday with hyphens", "Wednesday 24-Jul-2024", "2024-07-24"},
	{"file name's time", "25th-Jun-2024 16.30", "2024-06-25"},
	{"long", "22 July 2021", "2021-07-22"},
	{"ordinal", "4th May 2021", "2021-05-04"},
	{"ordinal, comma before year", "21st October, 2020", "2020-10-21"},
	{"everything", "Tuesday, 9th October 2012 10.00 a.m.", "2012-10-09"},
	{"weekday without comma", "Tuesday 28th January 2020 7.30 pm", "2020-01-28"},
	{"commas all over", "Wednesday, 21st October, 2020 9.30 am", "2020-10-21"},
	{"glued", "26May 2026", "2026-05-26"},
	{"glued ordinal", "26thMay2026", "2026-05-26"},
	{"ordinal apart", "22 nd July 2021", "2021-07-22"},
	{"day of", "9th day of October 2012", "2012-10-09"},
	{"ordinal of", "1st of May 2021", "2021-05-01"},
	{"month first", "July 22nd, 2021", "2021-07-22"},
	{"weekday and month first", "Thursday, July 22, 2021", "2021-07-22"},
	{"capitals", "THURSDAY, 17TH MARCH, 2011", "2011-03-17"},
	{"no-break spaces", "4\u00a0May\u00a02021", "2021-05-04"},
	{"sept", "3 Sept. 2021", "2021-09-03"},
	{"welsh", "9 Mawrth 2021", "2021-03-09"},
	{"welsh weekday and ordinal", "Dydd Mawrth, 9fed Mawrth 2021", "2021-03-09"},
	{"welsh mutated", "1af o Fai 2022", "2022-05-01"},
	{"leap day", "29/02/2024", "2024-02-29"},
	{"white space around", "  4 May 2021\n", "2021-05-04"},
}

var bad = []string{
	"", "the", "4 May", "May 2021", "30/02/2021", "31 April 2021", "29 February 2023", "13/13/2021",
	"22/07/20211", "1/2/21", "24-10-29", "1.10.12", "24/00109", "77/21", "21 003 456", "07:30", "0/1/2021", "32/1/2021",
	"22 July 2021 and 23 July 2021", "on 22 July 2021", "22 July 2021 in the Council Chamber",
	"1/22/07/2021", "2021-13-01", "22 July 0021", "12 May 21", "99999999999999999999", "202113221900",
	"22 Julian 2021", "22/07-2021",
}

func TestParse(t *testing.T) {
	for _, row := range good {
		got, ok := Parse(row.in)
		if got != row.want || ok != (row.want != "") {
			t.Errorf("%s: Parse(%q) = %q, %v, want %q", row.name, row.in, got, ok, row.want)
		}
	}
	for _, in := range bad {
		if got, ok := Parse(in); ok || got != "" {
			t.Errorf("Parse(%q) = %q, true; want no date", in, got)
		}
	}
}

func TestFind(t *testing.T) {
	type found struct {
		text string
		date archive.Date
	}
	for _, row := range []struct {
		name, in string
		want     []found
	}{
		{"none", "The report was noted.", nil},
		{"in a sentence", "considered it on 4 May 2021, and again on Thursday 1st July, 2021.",
			[]found{{"4 May 2021", "2021-05-04"}, {"Thursday 1st July, 2021", "2021-07-01"}}},
		{"heading", "Cabinet - Tuesday, 9th October 2012 10.00 a.m.", []found{{"Tuesday, 9th October 2012", "2012-10-09"}}},
		{"issue heading", "Meeting: 22/07/2021 - Council (Item 183)", []found{{"22/07/2021", "2021-07-22"}}},
		{"glued to a word after", "22/07/2021Council", []found{{"22/07/2021", "2021-07-22"}}},
		{"range gives its second day", "4-6 May 2021", []found{{"6 May 2021", "2021-05-06"}}},
		{"no such day is passed over", "31 June 2021 or 1 July 2021", []found{{"1 July 2021", "2021-07-01"}}},
		{"a price is not a day", "£12 May 2021", nil},
		{"month first in a sentence", "It met on March 3, 2021.", []found{{"March 3, 2021", "2021-03-03"}}},
		{"numbers before", "Minute 56 4 May 2021", []found{{"4 May 2021", "2021-05-04"}}},
		{"a list", "4 May 2021; 9 June 2021; 1 July 2021",
			[]found{{"4 May 2021", "2021-05-04"}, {"9 June 2021", "2021-06-09"}, {"1 July 2021", "2021-07-01"}}},
	} {
		got := Find(row.in)
		if len(got) != len(row.want) {
			t.Errorf("%s: Find(%q) = %v, want %v", row.name, row.in, got, row.want)
			continue
		}
		for i, m := range got {
			if w := row.want[i]; row.in[m.Start:m.End] != w.text || m.Date != w.date {
				t.Errorf("%s: Find(%q)[%d] = %q %s, want %q %s", row.name, row.in, i, row.in[m.Start:m.End], m.Date, w.text, w.date)
			}
		}
	}
}

func TestClock(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"7.00 pm", "19:00"}, {"7:00pm", "19:00"}, {"7pm", "19:00"}, {"10.00 a.m.", "10:00"}, {"12 noon", "12:00"},
		{"12.00 noon", "12:00"}, {"12.30 pm", "12:30"}, {"12.15 am", "00:15"}, {"12 midnight", "00:00"}, {"noon", "12:00"},
		{"19.00", "19:00"}, {"09:30", "09:30"}, {"1900 hours", "19:00"}, {"19:00 hrs", "19:00"}, {"6.30\u00a0p.m.", "18:30"},
		{"Tuesday, 9th October 2012 10.00 a.m.", "10:00"}, {"25th-Jun-2024 16.30 Cabinet", "16:30"},
		{"22.07.2021 at 2.00 pm", "14:00"}, {"The meeting ended at 8.45 pm", "20:45"}, {"14.00 pm", "14:00"},
		{"7 p m", "19:00"}, {"7.30", ""}, {"", ""}, {"£19.00", ""}, {"25.00 pm", ""}, {"10.75 am", ""}, {"20.21%", ""},
		{"12.50 million", ""}, {"on the rising of Council", ""}, {"paragraph 1.10.12", ""}, {"22/07/2021", ""}, {"0.30 pm", ""},
		{"3 members", ""}, {"5 amendments", ""},
	} {
		got, ok := Clock(row.in)
		if got != row.want || ok != (row.want != "") {
			t.Errorf("Clock(%q) = %q, %v, want %q", row.in, got, ok, row.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, row := range good {
		f.Add("at its meeting on " + row.in + ", and")
		f.Add(row.in)
	}
	for _, in := range bad {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, m := range Find(s) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) {
				t.Fatalf("span %d-%d after %d in %q", m.Start, m.End, end, s)
			}
			end = m.End
			if !m.Date.Valid() {
				t.Errorf("%q: found %q, not a day", s, m.Date)
			}
			text := s[m.Start:m.End]
			if utf8.ValidString(s) && !utf8.ValidString(text) {
				t.Errorf("%q: span %q cuts a rune", s, text)
			}
			if d, ok := Parse(text); !ok || d != m.Date {
				t.Errorf("%q: found %q as %s, parsed alone as %q", s, text, m.Date, d)
			}
		}
		end = 0
		for _, y := range FindYearless(s) {
			if y.Start < end || y.End <= y.Start || y.End > len(s) || y.In(2024) == "" {
				t.Fatalf("yearless %+v after %d in %q", y, end, s)
			}
			end = y.End
		}
		if d, ok := Parse(s); ok && !d.Valid() {
			t.Errorf("Parse(%q) = %q, not a day", s, d)
		}
		if c, ok := Clock(s); ok && len(c) != 5 {
			t.Errorf("Clock(%q) = %q", s, c)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := ""
	for range 200 {
		text += "The Committee considered the report of 4 officers at its meeting on 9 June 2021 and agreed 12 actions by March 2022. "
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
