package main

import (
	"context"
	"encoding/json"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/extract/worker"
	"moothall/ingest/source"
)

// diesOf makes the reading process of a test die of papers that hold its value.
const diesOf = "MOOTHALL_TEST_DIES_OF"

// die is a reading process that dies of some papers.
func die(of string) {
	err := worker.Serve(os.Stdin, os.Stdout, func(job string, raw []byte, half func()) ([]byte, error) {
		if strings.Contains(string(raw), of) {
			panic("killed by a paper")
		}
		return rooms.Do(job, raw, half)
	})
	if err != nil {
		os.Exit(exitFailed)
	}
}

// A paper that killed its reader is kept, reported, and not tried again until
// another reader would try it.
func TestQuarantine(t *testing.T) {
	raw, err := os.ReadFile("../../ingest/extract/pdf/testdata/linear.in.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	name := filepath.Join(dir, "lethal.pdf")
	if err := os.WriteFile(name, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	handIn := func() (r ingest.Report) {
		t.Helper()
		if err := json.Unmarshal([]byte(must(t, "ingest", "--json", "--data", data, dir)), &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	defer func(env []string) { readerEnv = env }(readerEnv)
	well := readerEnv
	readerEnv = append([]string{diesOf + "=%PDF-"}, well...)
	first := handIn()
	if len(first.Skipped) != 1 || !first.Skipped[0].Kept || !strings.Contains(first.Skipped[0].Reason, "killed by a paper") {
		t.Fatalf("a paper that kills its reader: %+v", first)
	}
	// A reader that would read it shows whether it is tried.
	readerEnv = well
	if second := handIn(); len(second.Skipped) != 1 || second.Skipped[0].Reason != first.Skipped[0].Reason {
		t.Errorf("handed in again: %+v; want the same reason, and no other try", second)
	}
	// Another version of the reader tries it.
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reader, processes, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	defer processes.Close()
	reader.Version += " and a mended one"
	report, err := ingest.Run(t.Context(), ingest.SourceFunc(func(context.Context) iter.Seq2[archive.Raw, error] {
		return source.Paths([]string{dir}, nil, source.Limits{})
	}), ingest.Config{
		Reader: reader, Vault: s.vault, Sink: s.catalogue, Place: placeOf,
	})
	if err != nil || len(report.Skipped) != 0 || report.Records[archive.KindPage]+report.Records[archive.KindItem] == 0 {
		t.Errorf("with another reader: %+v, %v", report, err)
	}
}

// Without the program a scan is listed with what to install, never silently
// empty; once it is there the same file, handed in again, is read.
func TestScansAreReadOnceTheProgramIsThere(t *testing.T) {
	_, ok := findOCR()
	if testing.Short() {
		t.Skip("reads by OCR")
	}
	if !ok {
		if os.Getenv("CI") != "" {
			t.Fatal("tesseract is not installed, and CI must have it: install tesseract-ocr")
		}
		t.Skip("tesseract is not installed: install tesseract-ocr")
	}
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	raw, err := os.ReadFile("../../ingest/extract/deep/testdata/scan.in.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "scan.pdf"), raw, 0o600); err != nil {
		t.Fatal(err)
	}
	// The program as it is shipped: a test binary that looks for races needs
	// more memory than a reading process may have.
	binary := build(t)
	handIn := func(path string) string {
		cmd := exec.Command(binary, "ingest", "--data", data, dir)
		cmd.Env = append(os.Environ(), "PATH="+path)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("ingest: %v\n%s", err, out)
		}
		return string(out)
	}
	if out := handIn(t.TempDir()); !strings.Contains(out, "install tesseract-ocr") {
		t.Errorf("without the program the report says\n%s", out)
	}
	if out := handIn(os.Getenv("PATH")); !strings.Contains(out, "read by OCR") || strings.Contains(out, "Skipped") {
		t.Errorf("with the program the report says\n%s", out)
	}
	if out := handIn(os.Getenv("PATH")); strings.Contains(out, "read by OCR") {
		t.Errorf("handed in a third time it was read again\n%s", out)
	}
	found := func() {
		t.Helper()
		if out := must(t, "search", "--data", data, "--json", "Ombudsman"); !strings.Contains(out, `"ocr": true`) {
			t.Errorf("a search for its words gives\n%s", out)
		}
	}
	found()
	// Reading all anew where the program is gone loses nothing.
	cmd := exec.Command(binary, "rebuild", "--reparse", "--data", data)
	cmd.Env = append(os.Environ(), "PATH="+t.TempDir())
	if out, err := cmd.Output(); err != nil || !strings.Contains(string(out), "Of 1 the earlier reading stands") {
		t.Errorf("read anew without the program: %v\n%s", err, out)
	}
	found()
}

// What was unread when it came is read by one command once that is possible,
// and nothing else is read again.
func TestUnreadPapersAreReadAgain(t *testing.T) {
	dir, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	for _, name := range []string{"linear.in.pdf", "password.in.pdf"} {
		raw, err := os.ReadFile("../../ingest/extract/pdf/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	must(t, "ingest", "--data", data, dir)
	if out := must(t, "rebuild", "--unread", "--data", data); !strings.HasPrefix(out, "1 papers were read anew") || strings.Contains(out, "index") {
		t.Errorf("rebuild --unread says %q", out)
	}
}
