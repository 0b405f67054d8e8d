package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"moothall/archive"
	"moothall/ingest"
)

func ingestJSON(t testing.TB, args ...string) ingest.Report {
	t.Helper()
	var r ingest.Report
	if err := json.Unmarshal([]byte(must(t, append([]string{"ingest", "--json"}, args...)...)), &r); err != nil {
		t.Fatal(err)
	}
	if n := r.Added + r.Changed + r.Unchanged + len(r.Skipped); n != r.Documents {
		t.Errorf("%d documents, but %d added, changed, unchanged or skipped", r.Documents, n)
	}
	return r
}

// records are all records of an archive by ID, as JSON.
func records(t testing.TB, data string) map[archive.ID]string {
	t.Helper()
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all := make(map[archive.ID]string)
	after := uint64(0)
	for {
		changes, err := s.catalogue.Changes(t.Context(), after, 500)
		if err != nil {
			t.Fatal(err)
		}
		if len(changes) == 0 {
			return all
		}
		for _, c := range changes {
			after = c.Seq
			if c.Record == nil {
				continue
			}
			b, err := json.Marshal(c.Record)
			if err != nil {
				t.Fatal(err)
			}
			all[c.ID] = string(b)
		}
	}
}

func TestIngestTwiceAddsNothing(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 5)
	writeFile(t, filepath.Join(dir, "logo.png"), "\x89PNG\r\n\x1a\n0000", papersFrom)
	first := ingestJSON(t, "--data", data, dir)
	if want := 6*7 + 1; first.Documents != want || first.Added != want-1 {
		t.Errorf("first run: %d documents, %d added; want %d and %d\nskipped: %v", first.Documents, first.Added, want, want-1, first.Skipped)
	}
	if len(first.Skipped) != 1 || !strings.HasSuffix(first.Skipped[0].Path, "logo.png") || !strings.Contains(first.Skipped[0].Reason, "picture") {
		t.Errorf("skipped %v", first.Skipped)
	}
	for _, k := range archive.Kinds {
		if first.Records[k] == 0 {
			t.Errorf("no %ss among %v", k, first.Records)
		}
	}
	before := records(t, data)
	second := ingestJSON(t, "--data", data, dir)
	if second.Added+second.Changed != 0 || second.Unchanged != first.Added {
		t.Errorf("second run: %+v", second)
	}
	if after := records(t, data); len(after) != len(before) {
		t.Errorf("%d records after the second run, %d before", len(after), len(before))
	}
	must(t, "verify", "--data", data)
}

// The draft, the final minutes, the meeting's page and the matter's page all
// carry one item.
func TestOneItemFromSeveralPapers(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, "--council", "Thornley District Council", filepath.Join(dir, "Thornley"))
	var it archive.Item
	if err := json.Unmarshal([]byte(must(t, "show", "--data", data, "thornley/2023-01-10/cabinet/1")), &it); err != nil {
		t.Fatal(err)
	}
	if filepath.Base(it.Source.Name) != "minutes.txt" {
		t.Errorf("shown from %s, want the final printed minutes, the fullest", it.Source.Name)
	}
	for _, word := range []string{"known", "checking"} { // of the matter's page and of the draft
		if !strings.Contains(it.Furniture, word) {
			t.Errorf("the word %q of another paper is not findable; furniture %q", word, it.Furniture)
		}
	}
	if it.Venue == "" {
		t.Error("the venue was not filled in from the meeting's page")
	}
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if seen, err := s.catalogue.Sightings(t.Context(), it.ID); err != nil || len(seen) != 4 {
		t.Errorf("%d papers carry it, want 4 (%v)", len(seen), err)
	}
}

func TestChangedPaperIsANewVersion(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	name := filepath.Join(dir, "Thornley", "m00000", "minutes.txt")
	must(t, "ingest", "--data", data, name)
	old, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, name, strings.Replace(string(old), "asked officers to report again", "asked nobody to report again", 1), papersFrom.Add(time.Hour))
	r := ingestJSON(t, "--data", data, name)
	if r.Changed != 1 || r.Added != 0 {
		t.Errorf("report %+v, want one changed", r)
	}
	if out := must(t, "show", "--data", data, "thornley/2023-01-10/cabinet/1"); !strings.Contains(out, "asked nobody") {
		t.Error("the older version is shown")
	}
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n := 0
	for e, err := range s.catalogue.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.vault.Get(e.SHA256); err != nil {
			t.Error(err)
		}
		if n++; n == 1 && e.ReplacedBy == "" {
			t.Error("the old version does not know the new one")
		}
	}
	if n != 2 {
		t.Errorf("%d documents, want both versions", n)
	}
	must(t, "verify", "--data", data)
}

func TestIngestStandardInput(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	files := make(map[string]string)
	meeting(files, 0)
	code, out, errs := moothallFed(t, files["Thornley/m00000/minutes.txt"], "ingest", "--data", data, "--url", "https://thornley.example/documents/s1/Minutes.txt", "-")
	if code != exitDone || !strings.Contains(out, "items read") {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	if out := must(t, "show", "--data", data, "thornley/2023-01-10/cabinet/1"); !strings.Contains(out, `"url": "https://thornley.example/documents/s1/Minutes.txt"`) {
		t.Errorf("no address in %s", out)
	}
}

func TestReparse(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 2)
	must(t, "ingest", "--data", data, dir)
	before := records(t, data)
	must(t, "rebuild", "--reparse", "--data", data)
	after := records(t, data)
	for id, record := range before {
		if after[id] != record {
			t.Errorf("%s:\nbefore %s\nafter  %s", id, record, after[id])
		}
	}
	must(t, "verify", "--data", data)
}

func TestVerifyFindsWhatIsAmiss(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	kept, err := filepath.Glob(filepath.Join(data, "vault", "??", "*"))
	if err != nil || len(kept) == 0 {
		t.Fatalf("nothing in the vault (%v)", err)
	}
	if err := os.Chmod(kept[0], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(kept[0], []byte("changed"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(kept[1]); err != nil {
		t.Fatal(err)
	}
	code, out, _ := moothall(t, "verify", "--data", data)
	if code != exitFailed || !strings.Contains(out, "is damaged") || !strings.Contains(out, "are missing") {
		t.Errorf("exit %d\n%s", code, out)
	}
	if code, _, _ := moothall(t, "verify", "--json", "--data", data); code != exitFailed {
		t.Errorf("as JSON: exit %d", code)
	}
}

func TestMisuse(t *testing.T) {
	empty := t.TempDir()
	for _, test := range []struct {
		name string
		code int
		say  string
		args []string
	}{
		{"ingest of nothing", exitMisuse, "at least one", []string{"ingest"}},
		{"ingest of what is not there", exitMisuse, "no file or folder", []string{"ingest", "--data", empty, filepath.Join(empty, "nowhere")}},
		{"parse of nothing", exitMisuse, "at least one", []string{"parse"}},
		{"ingest from no address", exitMisuse, "--url takes", []string{"ingest", "--url", "not an address", empty}},
		{"serve at no address", exitMisuse, "--addr takes", []string{"serve", "--data", empty, "--addr", "nonsense"}},
		{"serve at no port", exitMisuse, "--addr takes", []string{"serve", "--data", empty, "--addr", "127.0.0.1:99999"}},
		{"serve for no address", exitMisuse, "--base takes", []string{"serve", "--data", empty, "--base", "papers"}},
		{"unknown flag", exitMisuse, "--help", []string{"ingest", "--fast", "x"}},
		{"show of two", exitMisuse, "one ID", []string{"show", "--data", empty, "a", "b"}},
		{"show without an archive", exitFailed, "there is no archive", []string{"show", "--data", empty, "a"}},
		{"verify of something", exitMisuse, "no arguments", []string{"verify", "x"}},
	} {
		code, out, errs := moothall(t, test.args...)
		if code != test.code || !strings.Contains(errs, test.say) || strings.Count(errs, "\n") != 1 || out != "" {
			t.Errorf("%s: exit %d, stderr %q, stdout %q; want exit %d and one line with %q", test.name, code, errs, out, test.code, test.say)
		}
	}
	for _, name := range []string{"ingest", "parse", "show", "verify"} {
		if code, out, _ := moothall(t, name, "--help"); code != exitDone || !strings.Contains(out, "usage: moothall "+name) {
			t.Errorf("%s --help: exit %d, %q", name, code, out)
		}
	}
}

func TestShowSaysWhatIsNotHeld(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	if code, _, errs := moothall(t, "show", "--data", data, "thornley/1999-01-01/cabinet/1"); code != exitFailed || !strings.Contains(errs, "holds no record") {
		t.Errorf("exit %d, %q", code, errs)
	}
	if out := must(t, "show", "--data", data, "thornley/2023-01-10/cabinet"); !strings.Contains(out, `"kind": "meeting"`) {
		t.Errorf("a meeting is shown as %s", out)
	}
}
