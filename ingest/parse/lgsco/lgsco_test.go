package lgsco

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
	"moothall/ingest/parse"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func document(t testing.TB, name string, raw []byte) parse.Document {
	t.Helper()
	read := text.Read
	if strings.HasSuffix(name, ".html") {
		read = html.Read
	}
	p, err := read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return parse.Document{Paper: p, Digest: "00112233445566778899", Raw: archive.Raw{Bytes: raw, Name: name}, Format: archive.LGSCODecision}
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
		raw, err := os.ReadFile(in)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(in)
		d := document(t, name, raw)
		if u, err := os.ReadFile(in + ".url"); err == nil {
			d.Raw.URL = strings.TrimSpace(string(u))
		}
		r := Parse(d)
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

// checkClaims holds what every reading owes: an ID and a reference to each
// finding, a real date or none, numbers that count up, and every word of the
// paper in exactly one place.
func checkClaims(t testing.TB, name string, d parse.Document, r parse.Reading) {
	t.Helper()
	ids := map[archive.ID]bool{}
	var got, want []string
	for _, rec := range r.Records {
		f := rec.(*archive.Finding)
		if f.ID == "" || f.Reference == "" || ids[f.ID] {
			t.Errorf("%s: a finding has the ID %q, the reference %q", name, f.ID, f.Reference)
		}
		ids[f.ID] = true
		if f.DecisionDate != "" && !f.DecisionDate.Valid() {
			t.Errorf("%s: date %q", name, f.DecisionDate)
		}
		last := 0
		for _, s := range f.Sections {
			for _, para := range s.Paragraphs {
				if para.N != 0 && para.N <= last {
					t.Errorf("%s: paragraph %d after %d", name, para.N, last)
				}
				last = max(last, para.N)
			}
		}
		got = append(got, strings.Fields(f.Text)...)
	}
	for _, l := range parse.Lines(d.Paper, r.Rest) {
		got = append(got, strings.Fields(parse.Printed(l.Block))...)
	}
	for _, l := range parse.Lines(d.Paper, parse.Places(d.Paper)) {
		want = append(want, strings.Fields(parse.Printed(l.Block))...)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: the findings and the rest do not hold the paper's words\n got %q\nwant %q", name, got, want)
	}
}

func TestReference(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"21 008 070", "21 008 070"}, {"21-008-070", "21 008 070"}, {"21008070", "21 008 070"}, {"21 008070", "21 008 070"},
		{"21/008/070", "21 008 070"}, {"21.008.070", "21 008 070"}, {"17 002 402b", "17 002 402b"}, {"17-002-402B", "17 002 402b"},
		{"21\u00a0008\u00a0070", "21 008 070"}, {"21\u2009008\u2009070", "21 008 070"},
		{"202347433", ""}, {"2100807", ""}, {"06/A/12345", ""}, {"99 008 070", ""}, {"", ""},
	} {
		got, ok := Reference(row.in)
		if got != row.want || ok != (row.want != "") {
			t.Errorf("Reference(%q) = %q, %v, want %q", row.in, got, ok, row.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	inputs, _ := filepath.Glob("testdata/*.in.*")
	for _, in := range inputs {
		raw, _ := os.ReadFile(in)
		f.Add(raw, strings.HasSuffix(in, ".html"))
	}
	f.Fuzz(func(t *testing.T, raw []byte, page bool) {
		name := "fuzz.txt"
		if page {
			name = "fuzz.html"
		}
		d := document(t, name, raw)
		r := Parse(d)
		checkClaims(t, name, d, r)
		if string(marshal(t, Parse(d))) != string(marshal(t, r)) {
			t.Error("read twice, two readings")
		}
	})
}

func TestRemediesOfTwoLists(t *testing.T) {
	paper := "Thornley District Council (22 101 202)\n\nThe Ombudsman's final decision\n\nSummary: The Council was at fault.\n\nThe complaint\n\n1. Mr X complains.\n\nAgreed action\n\n" +
		"2. Within four weeks of my decision, the Council has agreed to:\n\na. apologise to Mr X; and\n\nb. pay Mr X £250.\n\n" +
		"3. Within three months of my decision, the Council has agreed to:\n\na. review its policy; and\n\nb. train its staff.\n\n" +
		"Final decision\n\n4. I have completed my investigation. There was fault.\n\nInvestigator’s final decision on behalf of the Ombudsman"
	f := one(t, "two lists", Parse(document(t, "two-lists.txt", []byte(paper))))
	var got []string
	for _, r := range f.Remedies {
		got = append(got, r.Label+": "+r.Due)
	}
	want := []string{"2a: Within four weeks of my decision", "2b: Within four weeks of my decision", "3a: Within three months of my decision", "3b: Within three months of my decision"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	last := f.Sections[len(f.Sections)-1]
	if last.Canonical != "decision" || len(last.Paragraphs) != 1 || !strings.Contains(f.Text, "on behalf of the Ombudsman") {
		t.Errorf("the decision is %+v", last)
	}
}

func TestRemediesOfASummary(t *testing.T) {
	head := "Westermouth Council (24 811 902)\n\nCategory : Housing > Allocations\n\nDecision : %s\n\nDecision date : 08 Oct 2024\n\nThe Ombudsman's final decision:\n\nSummary: Ms T complained about delay. %s\n\nThe complaint\n\n1. Ms T complained.\n"
	for _, row := range []struct{ decision, summary, text string }{
		{"Upheld", "The Council was at fault. It has agreed to apologise, pay Ms T £500 for her distress and train its staff.", "It has agreed to apologise|pay Ms T £500 for her distress|train its staff."},
		{"Upheld", "The Council was at fault and has agreed to our recommendations.", ""},
		{"Closed after initial enquiries", "We will not investigate because the Council has agreed to review its decision.", ""},
		{"Not upheld", "There was no fault. The Council offered to pay £50, which it should not have had to.", ""},
	} {
		f := one(t, row.summary, Parse(document(t, "summary.txt", fmt.Appendf(nil, head, row.decision, row.summary))))
		var texts []string
		for _, r := range f.Remedies {
			texts = append(texts, r.Text)
		}
		if got := strings.Join(texts, "|"); got != row.text {
			t.Errorf("%s: remedies %q, want %q", row.summary, texts, row.text)
		}
		if row.text != "" && (f.PaymentTotalGBP == nil || *f.PaymentTotalGBP != 500 || f.Injustice == nil || !*f.Injustice) {
			t.Errorf("%s: total %v, injustice %v", row.summary, f.PaymentTotalGBP, f.Injustice)
		}
	}
}
