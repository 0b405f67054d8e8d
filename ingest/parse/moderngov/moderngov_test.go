package moderngov

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
	"moothall/ingest/extract/xml"
	"moothall/ingest/parse"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// parsers are by the word a golden input's name begins with.
var parsers = map[string]parse.Func{
	"meeting": ParseMeeting, "issue": ParseIssue, "item": ParseItem, "decision": ParseDecision, "service": ParseXML,
}

// document reads a golden input as the pipeline would.
func document(t testing.TB, name string, raw []byte) parse.Document {
	t.Helper()
	read := text.Read
	switch {
	case strings.HasSuffix(name, ".html"):
		read = html.Read
	case strings.HasSuffix(name, ".xml"):
		read = xml.Read
	}
	p, err := read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return parse.Document{Paper: p, Digest: "00112233445566778899", Raw: archive.Raw{Bytes: raw, Name: name}}
}

func TestGolden(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.in.*")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no golden inputs: %v", err)
	}
	for _, in := range inputs {
		if strings.HasSuffix(in, ".url") {
			continue
		}
		name := filepath.Base(in)
		raw, err := os.ReadFile(in)
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := strings.Cut(name, "-")
		d := document(t, name, raw)
		if u, err := os.ReadFile(in + ".url"); err == nil {
			d.Raw.URL = strings.TrimSpace(string(u))
		}
		r := parsers[kind](d)
		checkClaims(t, name, d, r)
		got := marshal(t, r)
		golden := filepath.Join("testdata", name[:strings.Index(name, ".in.")]+".want.json")
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != string(got) {
			t.Errorf("%s is not read as %s says; got\n%s", in, golden, got)
		}
	}
}

func marshal(t testing.TB, r parse.Reading) []byte {
	t.Helper()
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

// checkClaims holds what every reading owes: an ID to each record, a real
// date or none and a doubt, and every word of the paper in exactly one place.
func checkClaims(t testing.TB, name string, d parse.Document, r parse.Reading) {
	t.Helper()
	ids := map[archive.ID]bool{}
	var got []string
	undated := 0
	for _, rec := range r.Records {
		it := rec.(*archive.Item)
		if it.ID == "" || ids[it.ID] {
			t.Errorf("%s: a record has the ID %q, empty or twice", name, it.ID)
		}
		ids[it.ID] = true
		if it.MeetingDate == "" {
			undated++
		} else if !it.MeetingDate.Valid() {
			t.Errorf("%s: %s has the date %q", name, it.ID, it.MeetingDate)
		}
		got = append(got, strings.Fields(it.Text+" "+it.Furniture)...)
	}
	if undated > len(r.Doubts) {
		t.Errorf("%s: %d items without a date, %d doubts", name, undated, len(r.Doubts))
	}
	for _, l := range parse.Lines(d.Paper, r.Rest) {
		got = append(got, strings.Fields(parse.Printed(l.Block))...)
	}
	var want []string
	for _, l := range parse.Lines(d.Paper, parse.Places(d.Paper)) {
		want = append(want, strings.Fields(parse.Printed(l.Block))...)
	}
	if a, b := letters(got), letters(want); a != b {
		t.Errorf("%s: the records and the rest do not hold the paper's words, each once\n got %q\nwant %q", name, got, want)
	}
}

// letters are the letters of words, sorted: a size cut from a word it was
// glued to makes two of one.
func letters(words []string) string {
	r := []rune(strings.Join(words, ""))
	slices.Sort(r)
	return string(r)
}

// root is the repository's root.
func root(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = parent
	}
}

// shared reads a real paper, or skips the test where there are none.
func shared(t *testing.T, pattern string) (string, []byte) {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(root(t), "..", "shared", pattern))
	if len(found) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatalf("no %s", pattern)
		}
		t.Skipf("no %s here", pattern)
	}
	raw, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Base(found[0]), raw
}

func TestIssueAsText(t *testing.T) {
	name, raw := shared(t, "seeds/000_*.txt")
	d := document(t, name, raw)
	d.Raw.Council = "Medway Council"
	r := ParseIssue(d)
	checkClaims(t, name, d, r)
	if len(r.Records) != 2 || len(r.Rest) != 2 {
		t.Fatalf("%d records, %d blocks left over; want 2 and the page's two headings", len(r.Records), len(r.Rest))
	}
	council, scrutiny := r.Records[0].(*archive.Item), r.Records[1].(*archive.Item)
	if council.ID != "medway/2021-07-22/council/183" || scrutiny.ID != "medway/2021-07-01/business-support-overview-and-scrutiny-committee/124" {
		t.Errorf("IDs %q and %q", council.ID, scrutiny.ID)
	}
	for _, it := range []*archive.Item{council, scrutiny} {
		if it.Title != "Findings from the Local Government and Social Care Ombudsman" {
			t.Errorf("%s has the title %q", it.ID, it.Title)
		}
		if !strings.HasPrefix(it.Text, "Meeting: ") || strings.Contains(it.Text, "Issue - meetings") || strings.Contains(it.Text, "Additional documents:") {
			t.Errorf("%s: its text holds the page's own words: %q", it.ID, it.Text[:200])
		}
		if it.Summary == "" || it.Decision == "" || strings.Contains(it.Text, "PDF 2") {
			t.Errorf("%s: summary %q, decision %q, text %q", it.ID, it.Summary, it.Decision, it.Text)
		}
	}
	if len(council.Resolutions) != 2 || council.Resolutions[0].Label != "a" || council.Resolutions[1].Label != "b" || council.Background == "" {
		t.Errorf("resolutions of 183: %+v", council.Resolutions)
	}
	if len(scrutiny.Exchanges) != 4 || scrutiny.Exchanges[0].Issue != "Member involvement" || scrutiny.Discussion == "" {
		t.Errorf("exchanges of 124: %+v", scrutiny.Exchanges)
	}
}

func TestDecisionPage(t *testing.T) {
	name, raw := shared(t, "corpus/html/lgsf__modgov_decision*.html")
	r := ParseDecision(document(t, name, raw))
	if len(r.Records) != 1 {
		t.Fatalf("%d records", len(r.Records))
	}
	it := r.Records[0].(*archive.Item)
	if it.MeetingDate != "2021-07-27" || it.Committee != "" || it.Council != "" || it.Title != "Appointment of contractor to demolish Holme Park Court" ||
		!strings.HasPrefix(it.Decision, "The demolition of the existing tower blocks has been approved") {
		t.Errorf("got %+v", it)
	}
}

func TestService(t *testing.T) {
	name, raw := shared(t, "corpus/xml/lgsf__meeting_with*.xml")
	d := document(t, name, raw)
	r := ParseXML(d)
	checkClaims(t, name, d, r)
	if len(r.Records) != 2 {
		t.Fatalf("%d records", len(r.Records))
	}
	a, b := r.Records[0].(*archive.Item), r.Records[1].(*archive.Item)
	if a.Committee != "Audit Committee" || a.MeetingDate != "2026-02-10" || a.ItemNumber != "1" || a.Title != "Minutes" || a.MeetingTime != "10:00" || len(a.Documents) != 1 || a.Discussion+a.Decision == "" {
		t.Errorf("first item %+v", a)
	}
	if b.ItemNumber != "9" || b.Title != "Work Programme" {
		t.Errorf("second item %+v", b)
	}
}

// The service counts an agenda's headings among its items and a page does
// not, so only a number above the service's can be the minutes' own.
func TestServiceNumbers(t *testing.T) {
	for _, row := range []struct{ agenda, minutes, shown, number, onAgenda string }{
		{"4", "64", "64.", "64", "4"},
		{"4", "1", "1.", "1", "1"}, // three headings, then item 1
		{"3", "3", "3.", "3", "3"},
		{"2", "12/24", "12/24.", "12/24", "2"},
		{"5", "0", "5.", "5", "5"}, // no minutes yet
		{"1", "0", "", "1", ""},
	} {
		v := map[string]string{"agendaitemnumber": row.agenda, "minutesitemnumber": row.minutes, "fulldisplaynumberformat": row.shown}
		number := serviceNumber(v)
		if agenda := onAgenda(v, number); number != row.number || agenda != row.onAgenda {
			t.Errorf("agenda %s, minutes %s, shown %q: number %q, agenda %q, want %q and %q", row.agenda, row.minutes, row.shown, number, agenda, row.number, row.onAgenda)
		}
	}
}

func TestDraftMinutes(t *testing.T) {
	r := ParseIssue(document(t, "issue.txt", []byte("Issue - meetings\n\nRents\n\nMeeting: 22/07/2021 - Council (Item 183)\n\n183 Rents\n\nDraft minutes:\n\nRESOLVED that the report be noted.\n\n"+
		"Meeting: 22/06/2021 - Cabinet (Item 12)\n\n12 Rents\n\nMinutes:\n\nThe draft minutes were noted.\n")))
	if len(r.Records) != 2 || !r.Records[0].(*archive.Item).Draft || r.Records[1].(*archive.Item).Draft {
		t.Errorf("only the first of two items is a draft; got %s", marshal(t, r))
	}
}

func FuzzParse(f *testing.F) {
	inputs, _ := filepath.Glob("testdata/*.in.*")
	for _, in := range inputs {
		if strings.HasSuffix(in, ".url") {
			continue
		}
		raw, _ := os.ReadFile(in)
		f.Add(raw, byte(strings.Index("thx", filepath.Ext(in)[1:2])))
	}
	f.Fuzz(func(t *testing.T, raw []byte, kind byte) {
		name := "fuzz" + []string{".txt", ".html", ".xml"}[int(kind)%3]
		if _, err := xml.Read(raw); err != nil && strings.HasSuffix(name, ".xml") {
			t.Skip("no XML")
		}
		d := document(t, name, raw)
		for kind, parser := range parsers {
			r := parser(d)
			checkClaims(t, kind, d, r)
			if again := parser(d); string(marshal(t, again)) != string(marshal(t, r)) {
				t.Errorf("%s: read twice, two readings", kind)
			}
		}
	})
}
