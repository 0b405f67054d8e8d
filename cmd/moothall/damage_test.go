package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/index"
)

// spoil changes one byte of a file of the vault, which nobody may write.
func spoil(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// The vault takes back what the disk has lost when the papers are handed in
// again, although all of them are known.
func TestIngestHealsTheVault(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	kept, err := filepath.Glob(filepath.Join(data, vaultDir, "??", "*"))
	if err != nil || len(kept) < 2 {
		t.Fatalf("%d files in the vault (%v)", len(kept), err)
	}
	spoil(t, kept[0])
	if err := os.Remove(kept[1]); err != nil {
		t.Fatal(err)
	}
	code, out, errs := moothall(t, "verify", "--data", data)
	if code != exitFailed || !strings.Contains(out, "is damaged") || !strings.Contains(out, "are missing") || !strings.Contains(errs, "hand in the papers again") {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	if again := ingestJSON(t, "--data", data, dir); again.Added+again.Changed > 0 {
		t.Errorf("%d added, %d changed by handing the same papers in", again.Added, again.Changed)
	}
	must(t, "verify", "--data", data)
}

// A lost catalogue is said to be lost, never replaced by an empty one, and can
// be read again from the vault.
func TestLostCatalogue(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	before := records(t, data)
	parts, _ := filepath.Glob(filepath.Join(data, catalogueFile+"*"))
	for _, p := range parts {
		if err := os.Remove(p); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"search", "x"}, {"verify"}, {"rebuild"}, {"show", "x"}} {
		code, _, errs := moothall(t, append(args, "--data", data)...)
		if code != exitFailed || !strings.Contains(errs, "rebuild --reparse") {
			t.Errorf("%s: exit %d, %q", args[0], code, errs)
		}
	}
	must(t, "rebuild", "--reparse", "--data", data)
	must(t, "verify", "--data", data)
	after := records(t, data)
	for id := range before {
		if after[id] == "" && strings.Count(string(id), "/") == 3 { // pages are named by their paper
			t.Errorf("%s was not found again", id)
		}
	}
	if r := ingestJSON(t, "--data", data, dir); r.Added > 0 {
		t.Errorf("%d papers added by handing them in again", r.Added)
	}
}

// What is wrong with the catalogue's file is said with what to do about it.
func TestDamagedCatalogue(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	must(t, "verify", "--data", data)
	path := filepath.Join(data, catalogueFile)
	if err := os.WriteFile(path, []byte(strings.Repeat("this is no database ", 500)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"search", "x"}, {"verify"}, {"ingest", dir}} {
		code, out, errs := moothall(t, append(args, "--data", data)...)
		if code != exitFailed || out != "" || !strings.Contains(errs, "put a backup in its place") {
			t.Errorf("%s: exit %d, %q, %q", args[0], code, out, errs)
		}
	}
}

// Verify tells of each sort of damage by where it is.
func TestVerifyTellsSortsApart(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	writePapers(t, dir, 1)
	must(t, "ingest", "--data", data, dir)
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if v, err := verify(t.Context(), s, differs{}); err != nil || len(v.Problems) > 0 || v.Unclaimed > 0 {
		t.Fatalf("a sound archive: %+v, %v", v, err)
	}
	if _, err := s.vault.Put([]byte("bytes of which the catalogue does not know")); err != nil {
		t.Fatal(err)
	}
	if v, err := verify(t.Context(), s, differs{}); err != nil || len(v.Problems) > 0 || v.Unclaimed != 1 {
		t.Errorf("an unclaimed file: %+v, %v", v, err)
	}
	kept, _ := filepath.Glob(filepath.Join(data, vaultDir, "??", "*"))
	spoil(t, kept[0])
	for _, stranger := range []string{filepath.Join(data, vaultDir, "notes.txt"), filepath.Join(filepath.Dir(kept[0]), "notes.txt")} {
		if err := os.WriteFile(stranger, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	v, err := verify(t.Context(), s, differs{{ID: "thornley/2023-01-10/cabinet/1", Why: "is missing from the index"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range v.Problems {
		got = append(got, p.Where)
	}
	if slices.Sort(got); !slices.Equal(got, []string{"index", "vault", "vault", "vault"}) {
		t.Errorf("found %+v", v.Problems)
	}
}

// differs is an index that differs from its catalogue as it says.
type differs []index.Difference

func (d differs) Compare(context.Context) ([]index.Difference, error) { return d, nil }
