package report

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

var update = flag.Bool("update", false, "write the golden files anew")

const digest = archive.Digest("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")

func documentOf(t testing.TB, name string, raw []byte) parse.Document {
	t.Helper()
	d := parse.Document{Digest: digest, Format: archive.OfficerReport}
	var err error
	if strings.HasSuffix(name, ".json") { // blocks as a reader of a paginated file gives them
		err = json.Unmarshal(raw, &d.Paper)
	} else {
		d.Paper, err = text.Read(raw)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.in.*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d golden files, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			doc := documentOf(t, f, raw)
			reading := Parse(doc)
			claims(t, doc, reading)
			got, err := json.MarshalIndent(reading, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			name := f[:strings.Index(f, ".in.")] + ".want.json"
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

// TestSeed reads a real county's report on an Ombudsman's report.
func TestSeed(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "seeds", "001_*.txt"))
	if len(files) != 1 {
		t.Fatalf("%d seeds", len(files))
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	doc := documentOf(t, files[0], raw)
	reading := Parse(doc)
	claims(t, doc, reading)
	r := reading.Records[0].(*archive.Report)
	for _, c := range []struct{ what, got, want string }{
		{"council", r.Council, "Lancashire County Council"},
		{"committee", r.Committee, "Full Council"},
		{"date", string(r.MeetingDate), "2019-07-18"},
		{"title", r.Title, "Report by the Local Government and Social Care Ombudsman on Children's Social Care - 27 March 2019"},
		{"submitted by", r.SubmittedBy, "Executive Director of Education and Children’s Services"},
		{"finding date", string(r.FindingDate), "2019-03-27"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	var canonical []string
	for _, s := range r.Sections {
		canonical = append(canonical, s.Canonical)
	}
	want := "summary recommendations background consultation implications implications implications background_papers exemption"
	if got := strings.Join(canonical, " "); got != want {
		t.Errorf("sections: got %s, want %s", got, want)
	}
	if n := len(r.Recommendations); n != 2 || r.Recommendations[0].Label != "i" || r.Recommendations[1].Label != "ii" || r.Recommendations[1].To != "Full Council" {
		t.Errorf("recommendations: got %+v", r.Recommendations)
	}
	if len(r.Remedies) != 11 {
		t.Errorf("got %d remedies, want 11", len(r.Remedies))
	}
	for _, m := range r.Remedies {
		if m.Evidence == nil || m.Evidence.Quote == "" {
			t.Errorf("remedy without its answer: %q", m.Text)
		}
	}
	if len(r.EarlierDecisions) != 1 || r.EarlierDecisions[0].When != "2017-08" {
		t.Errorf("earlier decisions: got %+v", r.EarlierDecisions)
	}
	for _, unwanted := range []string{"[image", "@", "53", "}g}"} {
		if strings.Contains(strings.ReplaceAll(r.Text, "533", "53"), unwanted) {
			t.Errorf("the text shown holds %q", unwanted)
		}
	}
}

// claims are what holds of every reading: a record has an ID and its text has
// no address or number of anybody; what a block says stands in the record's
// text or furniture, or the block is in Rest, never both; the same again when
// read again.
func claims(t testing.TB, doc parse.Document, reading parse.Reading) {
	t.Helper()
	if !reflect.DeepEqual(reading, Parse(doc)) {
		t.Fatal("read twice, and not the same")
	}
	if len(reading.Records) == 0 {
		if len(reading.Rest) != len(parse.Places(doc.Paper)) {
			t.Fatalf("%d blocks are left, of %d", len(reading.Rest), len(parse.Places(doc.Paper)))
		}
		return
	}
	left := map[parse.Place]bool{}
	for _, p := range reading.Rest {
		left[p] = true
	}
	ids, shown, hidden := map[archive.ID]bool{}, "", ""
	for _, record := range reading.Records {
		r := record.(*archive.Report)
		ids[r.ID] = true
		shown += "\n\n" + r.Text
		hidden += "\n" + r.Furniture
		claimsOf(t, r)
	}
	if len(ids) != len(reading.Records) {
		t.Fatal("two records have one ID")
	}
	for _, at := range parse.Places(doc.Paper) {
		if left[at] {
			continue
		}
		kept, odd := clean(parse.Lines(doc.Paper, []parse.Place{at}))
		for _, k := range kept {
			if !strings.Contains(shown, k.Text) {
				t.Fatalf("lost: %q", k.Text)
			}
		}
		for _, o := range odd {
			if !strings.Contains(hidden, o) {
				t.Fatalf("lost: %q", o)
			}
		}
	}
}

func claimsOf(t testing.TB, r *archive.Report) {
	t.Helper()
	if r.ID == "" || r.Kind != archive.KindReport || r.MeetingDate != "" && !r.MeetingDate.Valid() {
		t.Fatalf("got %q, kind %q, date %q", r.ID, r.Kind, r.MeetingDate)
	}
	if email.MatchString(r.Text) {
		t.Fatalf("an address is in the text: %q", email.FindString(r.Text))
	}
	for i, m := range r.PageMarks {
		if m.Offset > len(r.Text) || i > 0 && m.Offset <= r.PageMarks[i-1].Offset {
			t.Fatalf("marks %+v in a text of %d bytes", r.PageMarks, len(r.Text))
		}
	}
}

// FuzzParse holds the claims for any text.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.in.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("%d seeds, %v", len(files), err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add("To: Cabinet – 4th March 2025\nSubject: x\n| Action | Progress |\n| a | b |\nRecommendation: Cabinet is asked to: a) NOTE it; b) AGREE it.")
	f.Fuzz(func(t *testing.T, s string) {
		doc := documentOf(t, "x.txt", []byte(s))
		claims(t, doc, Parse(doc))
	})
}

func TestMask(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Tel: (01632) 960107, Complaints", "Tel: [telephone withheld], Complaints"},
		{"Telephone 03000 414043", "Telephone [telephone withheld]"},
		{"call 020 7946 0123 today", "call [telephone withheld] today"},
		{"+44 1632 960 107", "[telephone withheld]"},
		{"Ext 4043", "Ext 4043"},
		{"anna.o'field@ambershire.example.", "[e-mail withheld]."},
		{"£01632960107 and 2021-2022", "£01632960107 and 2021-2022"},
		{"1,429,506.8 0.0 1,429,506.8", "1,429,506.8 0.0 1,429,506.8"},
		{"reference 21 003 456", "reference 21 003 456"},
		{"in 2019 0 cases and 2020 12 cases", "in 2019 0 cases and 2020 12 cases"},
	} {
		if got := mask(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNoisy(t *testing.T) {
	for s, want := range map[string]bool{
		`County ‘@e"‘@.`: true, "Council }g}:’)": true, "None;": false, "N/A": false, "Part A": false,
		"(Appendix 'A' refers)": false, `the "public" report`: false, "£300 (£250)": false, "": false,
	} {
		if got := noisy(s); got != want {
			t.Errorf("%q: got %v", s, got)
		}
	}
}

func TestBodyAndDate(t *testing.T) {
	for _, c := range []struct {
		in, body string
		day      archive.Date
		is       bool
	}{
		{"Cabinet – 30th January 2025", "Cabinet", "2025-01-30", true},
		{"County Council: 13 March 2025", "County Council", "2025-03-13", true},
		{"the Members of the Planning Committee", "Planning Committee", "", true},
		{"Meeting of the Full Council", "Full Council", "", true},
		{"Cabinet Member for Housing", "Cabinet Member for Housing", "", false},
		{"Overview and Scrutiny Committee (Adults) meeting to be held on 5 June 2019", "Overview and Scrutiny Committee (Adults)", "2019-06-05", true},
		{"Delays in adaptations", "Delays in adaptations", "", false},
		{"The council has no committee.", "council has no committee", "", true},
	} {
		body, day := bodyAndDate(c.in)
		if body != c.body || day != c.day || isBody(body) != c.is {
			t.Errorf("%q: got %q, %q, %v", c.in, body, day, isBody(body))
		}
	}
}

func TestCouncil(t *testing.T) {
	lines := func(s ...string) []parse.Line {
		var all []parse.Line
		for _, x := range s {
			all = append(all, parse.Line{Block: extract.Block{Text: x}})
		}
		return all
	}
	for _, c := range []struct {
		name  string
		raw   archive.Raw
		lines []parse.Line
		want  string
	}{
		{"as handed in", archive.Raw{Council: "Thornley District Council"}, lines("Ambershire County Council"), "Thornley District Council"},
		{"named most", archive.Raw{}, lines("Report to Full Council", "That Ambershire County Council notes", "Ambershire County Council and Westermouth Council"), "Ambershire County Council"},
		{"another in the prose of a short report", archive.Raw{}, lines("THORNLEY DISTRICT COUNCIL", "Agree with the county how children who live in hotels are to get to school each day. We have written twice to Ambershire County Council and await its reply."), "Thornley District Council"},
		{"two as often", archive.Raw{}, lines("Ambershire County Council", "Westermouth Council"), ""},
		{"in capitals", archive.Raw{}, lines("THORNLEY DISTRICT COUNCIL"), "Thornley District Council"},
		{"a borough", archive.Raw{}, lines("the Royal Borough of Westermouth and Scarth Cabinet"), "Royal Borough of Westermouth and Scarth"},
		{"no place", archive.Raw{}, lines("Full Council", "the County Council", "Cabinet and Council"), ""},
		{"a tax", archive.Raw{}, lines("Ambershire Council Tax"), ""},
		{"by its officers' addresses", archive.Raw{}, lines("a.b@kent.gov.uk", "Medway Council"), "Kent County Council"},
		{"by where it was published", archive.Raw{URL: "https://democracy.westermouth.gov.uk/x"}, lines("Ambershire County Council", "Westermouth Council"), "Westermouth Council"},
	} {
		if got := council(c.raw, c.lines); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// shared is the folder of real papers, or skips the test.
func shared(t *testing.T) string {
	t.Helper()
	root := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("../shared is absent")
		}
		t.Skip("../shared is absent")
	}
	return root
}
