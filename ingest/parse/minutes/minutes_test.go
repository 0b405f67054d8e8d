package minutes

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
	"moothall/ingest/parse"
)

var update = flag.Bool("update", false, "rewrite the wanted readings")

const digest = archive.Digest("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")

func read(t testing.TB, raw []byte) parse.Document {
	paper, err := text.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return parse.Document{Paper: paper, Digest: digest, Format: archive.Minutes}
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.in.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden pairs: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.MarshalIndent(Parse(read(t, raw)), "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSuffix(file, ".in.txt") + ".want.json"
			if *update {
				if err := os.WriteFile(want, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			old, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(old)) != string(got) {
				t.Errorf("reads otherwise than %s says; -update rewrites it\n%s", want, got)
			}
		})
	}
}

// block is a short way to write a paper as a PDF's reader gives it.
func block(kind extract.BlockKind, marker, words string, bold bool, x float64) extract.Block {
	return extract.Block{Kind: kind, Marker: marker, Text: words, Bold: bold, X0: x}
}

func titles(r parse.Reading) []string {
	var out []string
	for _, rec := range r.Records {
		it := rec.(*archive.Item)
		out = append(out, it.ItemNumber+"/"+it.AgendaItem+" "+it.Title)
	}
	return out
}

// Titles that break over lines and pages, page numbers among the text, and a
// title page known only by its running lines.
func TestAwkwardPages(t *testing.T) {
	front := block(extract.Heading, "", "AMBERSHIRE COUNTY COUNCIL", true, 90)
	present := block(extract.Paragraph, "", "PRESENT: Mrs A Fairweather and Mr B Okoro", false, 90)
	doc := parse.Document{Digest: digest, Paper: extract.Paper{Pages: []extract.Page{
		{Number: 1, Running: []string{"AUDIT COMMITTEE", "24 SEPTEMBER 2023"}, Blocks: []extract.Block{front, present,
			block(extract.Entry, "1", "DECLARATIONS OF INTEREST", false, 90),
			block(extract.Paragraph, "", "There were none.", false, 90),
			block(extract.Entry, "2", "AUDITED FINAL ACCOUNTS AND USE OF RESOURCES", false, 90),
			block(extract.Paragraph, "", "1", false, 300)}},
		{Number: 2, Running: []string{"AUDIT COMMITTEE", "24 SEPTEMBER 2023"}, Blocks: []extract.Block{
			block(extract.Paragraph, "", "JUDGEMENT (Agenda item 4)", false, 120),
			block(extract.Paragraph, "", "RESOLVED: That the report be noted.", false, 120),
			block(extract.Entry, "3", "WORK PROGRAMME (Agenda item 7)", false, 90),
			block(extract.Paragraph, "", "NOTED", false, 90),
			block(extract.Paragraph, "", "2", false, 300)}},
	}}}
	r := Parse(doc)
	want := []string{"1/ DECLARATIONS OF INTEREST", "2/4 AUDITED FINAL ACCOUNTS AND USE OF RESOURCES JUDGEMENT", "3/7 WORK PROGRAMME"}
	if got := titles(r); !reflect.DeepEqual(got, want) {
		t.Errorf("items %q, want %q", got, want)
	}
	if r.Council != "Ambershire County Council" || r.Committee != "Audit Committee" || r.MeetingDate != "2023-09-24" {
		t.Errorf("front matter: %q %q %q", r.Council, r.Committee, r.MeetingDate)
	}
	if it := r.Records[1].(*archive.Item); !reflect.DeepEqual(it.Pages, []int{1, 2}) || strings.Contains(it.Text, "\n\n1\n\n") {
		t.Errorf("pages %v, text %q", it.Pages, it.Text)
	}
	everyBlockOnce(t, doc, r)
}

// everyBlockOnce fails unless each block is in exactly one record's text or in
// Rest.
func everyBlockOnce(t *testing.T, doc parse.Document, r parse.Reading) {
	t.Helper()
	rest := map[parse.Place]int{}
	for _, p := range r.Rest {
		rest[p]++
	}
	var restText strings.Builder
	words := map[string]int{}
	for _, at := range parse.Places(doc.Paper) {
		b := doc.Paper.Pages[at.Page].Blocks[at.Block]
		for _, w := range strings.Fields(parse.Printed(b)) {
			words[w]++
		}
		switch rest[at] {
		case 0:
		case 1:
			restText.WriteString(" " + parse.Printed(b))
		default:
			t.Errorf("block %v is in Rest %d times", at, rest[at])
		}
	}
	for _, w := range strings.Fields(restText.String()) {
		words[w]--
	}
	for _, rec := range r.Records {
		for _, w := range strings.Fields(rec.About().Text) {
			words[w]--
		}
	}
	for w, n := range words {
		if n != 0 {
			t.Errorf("word %q: %+d between the paper and what holds it", w, n)
		}
	}
}

// Whatever the paper: every word is in one place, each item has an ID of its
// own and a title, page marks stand on the text, and reading twice is the
// same.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.in.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 8000 {
			return
		}
		doc := read(t, raw)
		r := Parse(doc)
		everyBlockOnce(t, doc, r)
		seen := map[archive.ID]bool{}
		for _, rec := range r.Records {
			h := rec.About()
			if h.ID == "" || seen[h.ID] || h.Title == "" {
				t.Errorf("item %q %q: no ID or title of its own", h.ID, h.Title)
			}
			seen[h.ID] = true
			for _, m := range h.PageMarks {
				if m.Offset < 0 || m.Offset > len(h.Text) {
					t.Errorf("item %q: page mark %+v outside its text", h.ID, m)
				}
			}
		}
		if again := Parse(doc); !reflect.DeepEqual(r, again) {
			t.Error("reading twice gives two readings")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	raw, err := os.ReadFile("testdata/county.in.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := read(b, raw)
	for b.Loop() {
		Parse(doc)
	}
}

// Whose paper it is, and which day it is of, where other names and days stand
// beside them.
func TestFront(t *testing.T) {
	for _, c := range []struct {
		name                string
		lines, running      []string
		council, body, date string
	}{
		{"electors' meeting", []string{"Nether Sallow Annual Parish Meeting - 8th May 2018"}, nil, "Nether Sallow Parish Council", "Annual Parish Meeting", "2018-05-08"},
		{"a community's yearly meeting", []string{"Upper Combe Community Council", "Minutes of the Annual Meeting held on Wednesday 8 May 2024 at 7pm"}, nil, "Upper Combe Community Council", "Annual Meeting", "2024-05-08"},
		{"a district's yearly meeting", []string{"Thornley District Council", "Minutes of the Annual Meeting held on Wednesday 8 May 2024 at 7pm"}, nil, "Thornley District Council", "Council", "2024-05-08"},
		{"signed at the foot", []string{"Nether Sallow Parish Council", "1st November 2016"}, []string{"Signature ____________Dated 10th January 2017"}, "Nether Sallow Parish Council", "Parish Council", "2016-11-01"},
		{"an extract's running title", nil, []string{"Minutes extract from Selection Committee – 13 December 2025"}, "", "Selection Committee", "2025-12-13"},
	} {
		page := extract.Page{Number: 1, Running: c.running}
		for _, l := range c.lines {
			page.Blocks = append(page.Blocks, block(extract.Paragraph, "", l, false, 90))
		}
		page.Blocks = append(page.Blocks, block(extract.Paragraph, "", "Item 6 – Annual Report of the Council", true, 90),
			block(extract.Paragraph, "", "The Chairman read the Report of the Council.", false, 90))
		r := Parse(parse.Document{Digest: digest, Paper: extract.Paper{Pages: []extract.Page{page}}})
		if r.Council != c.council || r.Committee != c.body || string(r.MeetingDate) != c.date {
			t.Errorf("%s: read %q, %q, %q", c.name, r.Council, r.Committee, r.MeetingDate)
		}
	}
}

// Names of councils among other words that begin with capitals.
func TestCouncilIn(t *testing.T) {
	for in, want := range map[string]string{
		"Annual Report of the Council":                   "",
		"the Planning Committee of Amber Town Council":   "Amber Town Council",
		"The Strath Council":                             "The Strath Council",
		"THE STRATH COUNCIL":                             "The Strath Council",
		"The Thornley District Council":                  "Thornley District Council",
		"Members of the Strath Council":                  "Strath Council",
		"Report of Thornley District Council":            "Thornley District Council",
		"Chief Executive of Westermouth Council":         "Westermouth Council",
		"Vale of Amber Borough Council":                  "Vale of Amber Borough Council",
		"MINUTES OF THE MEETING OF AMBER TOWN COUNCIL":   "Amber Town Council",
		"Election of the Chair of the Council, May 2020": "",
	} {
		if got := councilIn(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// What was taken without the public, and what only speaks of it.
func TestExempt(t *testing.T) {
	front := "THORNLEY DISTRICT COUNCIL\n\nSTANDARDS COMMITTEE\n\nMinutes of the meeting held on 3 June 2024\n\nPresent: Councillor Orme\n\n"
	for _, c := range []struct {
		name string
		text string
		want []archive.Visibility
	}{
		{"said of the item itself", "1. Apologies\n\nNone.\n\n2. A complaint\n\nPress and public excluded by paragraphs 1 and 2. The Committee found no breach.\n\n3. Whistleblowing policy\n\nThe policy was noted.",
			[]archive.Visibility{archive.Public, archive.Exempt, archive.Public}},
		{"resolved for those that follow", "1. Apologies\n\nNone.\n\n2. Exclusion of the press and public\n\nRESOLVED: That the public be excluded from the meeting for the following items under section 100A.\n\n3. A lease\n\nRESOLVED: That it be let.",
			[]archive.Visibility{archive.Public, archive.Public, archive.Exempt}},
		{"a line between items", "1. Apologies\n\nNone.\n\n2. Work programme\n\nNoted.\n\nPress and public excluded\n\n3. A lease\n\nRESOLVED: That it be let.",
			[]archive.Visibility{archive.Public, archive.Public, archive.Exempt}},
		{"the decision is withheld", "1. Apologies\n\nNone.\n\n2. A breach\n\nThe decision of the Committee is restricted.\n\n3. Work programme\n\nNoted.",
			[]archive.Visibility{archive.Public, archive.Exempt, archive.Public}},
	} {
		r := Parse(read(t, []byte(front+c.text+"\n")))
		var got []archive.Visibility
		for _, rec := range r.Records {
			got = append(got, rec.About().Visibility)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Headings without a number are items where they are printed as those with one
// are; the list of those present is none, nor is what stands in the middle.
func TestPrintedAlike(t *testing.T) {
	heading := func(marker, words string, x float64) extract.Block {
		b := block(extract.Heading, marker, words, true, x)
		b.Level = 3
		return b
	}
	said := func(words string) extract.Block { return block(extract.Paragraph, "", words, false, 90) }
	doc := parse.Document{Digest: digest, Paper: extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{
		heading("", "Nether Sallow Parish Council - 1st March 2016", 159), heading("", "Present", 90), said("B Mabey, T Ock"),
		heading("", "Apologies", 90), said("L Prewett"),
		heading("16.03.2", "Register of Interests", 90), said("None"),
		heading("16.03.3", "Minutes", 90), said("Approved."),
		heading("16.03.4", "Bus shelter", 90), heading("", "Background:", 90), said("It is green."), heading("", "Decision", 90), said("It was resolved to paint it."),
		heading("16.03.5", "Finance", 90), said("Nothing to pay."),
		heading("16.03.6", "Any Other Business", 90), said("None"),
		heading("", "Precept 2016/17", 90), said("It was resolved to keep it at £5,000."),
		heading("", "Signed by all", 200), said("The meeting closed at 8pm"),
		heading("", "Doris Winch, Democratic Services Officer", 90), said("clerk@sallow.example"),
	}}}}}
	r := Parse(doc)
	want := []string{"/ Apologies", "16.03.2/ Register of Interests", "16.03.3/ Minutes", "16.03.4/ Bus shelter", "16.03.5/ Finance", "16.03.6/ Any Other Business", "/ Precept 2016/17"}
	if got := titles(r); !reflect.DeepEqual(got, want) {
		t.Errorf("items %q, want %q", got, want)
	}
	everyBlockOnce(t, doc, r)
}

// Papers with numbered headings that are no meeting's.
func TestNoMeeting(t *testing.T) {
	r := Parse(read(t, []byte("AMBERSHIRE COUNTY COUNCIL\n\nAlternative budget for Council on 27 February 2025\n\n1. Introduction\n\nThe group has considered the budget.\n\n"+
		"2. Budget principles\n\nReserves were used.\n\n3. Manifesto pledges\n\nThe pledges were reported.\n\n4. Conclusions\n\nThe budget is sound.\n")))
	if len(r.Records) != 0 {
		t.Errorf("items %q of a paper that is no meeting's", titles(r))
	}
}
