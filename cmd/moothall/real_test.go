package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// realPapers is the folder of real papers beside the repository. They are not
// ours to publish, so a test that needs them is skipped where they are not;
// where they must be, it fails.
func realPapers(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	if os.Getenv("CI") != "" {
		t.Fatal("the real papers are not beside the repository")
	}
	t.Skip("no real papers beside the repository")
	return ""
}

// Every real paper is added or skipped with a reason, hostile ones among them;
// a second run adds nothing; all that is kept agrees.
func TestRealPapers(t *testing.T) {
	papers := realPapers(t)
	paths := []string{filepath.Join(papers, "seeds"), filepath.Join(papers, "corpus")}
	if testing.Short() {
		paths = paths[:1]
	}
	binary := build(t) // it reads PDFs many times faster than a test binary that looks for races
	data := filepath.Join(t.TempDir(), "data")
	first := ingestWith(t, binary, data, paths...)
	if first.Added == 0 || first.Changed+first.Unchanged != 0 {
		t.Errorf("first run: %d added, %d changed, %d unchanged", first.Added, first.Changed, first.Unchanged)
	}
	for _, s := range first.Skipped {
		if s.Reason == "" {
			t.Errorf("%s was skipped without a reason", s.Path)
		}
		if !strings.Contains(s.Path, "hostile") {
			t.Logf("skipped: %s: %s", s.Path, s.Reason)
		}
	}
	second := ingestWith(t, binary, data, paths...)
	if second.Added+second.Changed != 0 || second.Unchanged != first.Added || len(second.Skipped) != len(first.Skipped) {
		t.Errorf("second run: %d added, %d changed, %d unchanged, %d skipped; first: %d added, %d skipped",
			second.Added, second.Changed, second.Unchanged, len(second.Skipped), first.Added, len(first.Skipped))
	}
	must(t, "verify", "--data", data)
}

// What the two papers that started it all must give.
func TestSeeds(t *testing.T) {
	papers := realPapers(t)
	issue, err := filepath.Glob(filepath.Join(papers, "seeds", "000_*.txt"))
	if err != nil || len(issue) != 1 {
		t.Fatalf("seed 000: %v, %v", issue, err)
	}
	out := must(t, "parse", "--council", "Medway Council", issue[0])
	for _, want := range []string{
		`"id": "medway/2021-07-22/council/183"`, `"id": "medway/2021-07-01/business-support-overview-and-scrutiny-committee/124"`,
		`"title": "Findings from the Local Government and Social Care Ombudsman"`, `"label": "b"`, `"date": "2021-05-04"`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("seed 000 lacks %s", want)
		}
	}
	if n := strings.Count(out, "\n  \"kind\": \""); n != 2 {
		t.Errorf("seed 000 gives %d records, want two items", n)
	}
	report, err := filepath.Glob(filepath.Join(papers, "seeds", "001_*.txt"))
	if err != nil || len(report) != 1 {
		t.Fatalf("seed 001: %v, %v", report, err)
	}
	out = must(t, "parse", report[0])
	for _, want := range []string{`"kind": "report"`, `"council": "Lancashire County Council"`, `"meeting_date": "2019-07-18"`, `"label": "ii"`} {
		if !strings.Contains(out, want) {
			t.Errorf("seed 001 lacks %s", want)
		}
	}
	for status, want := range map[string]int{"implemented": 8, "partly": 1, "no_longer_required": 1, "waiting_on_others": 1} {
		if n := strings.Count(out, `"status": "`+status+`"`); n != want {
			t.Errorf("seed 001 has %d remedies %s, want %d", n, status, want)
		}
	}
	if n := strings.Count(out, "\n  \"kind\": \""); n != 1 {
		t.Errorf("seed 001 gives %d records, want one report", n)
	}
}
