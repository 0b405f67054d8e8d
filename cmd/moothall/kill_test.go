package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"moothall/archive"
	"moothall/ingest"
)

// An ingest is killed with signal 9 at fifty random moments, on archives that
// are new, half full and nearly done. Whatever the moment: when it is run once
// more, the archive holds what an ingest that was never disturbed gives, no
// more and no less, and verify finds nothing amiss.
func TestKilledAtAnyMoment(t *testing.T) {
	kills, killsEach := 50, 5
	if testing.Short() {
		kills = 8
	}
	binary := build(t)
	papers := t.TempDir()
	writePapers(t, papers, 3)
	copyFixtures(t, filepath.Join(papers, "fixtures"))

	undisturbed := filepath.Join(t.TempDir(), "data")
	began := time.Now()
	report := ingestWith(t, binary, undisturbed, papers)
	whole := time.Since(began)
	want := records(t, undisturbed)
	if len(want) < 40 {
		t.Fatalf("only %d records to lose", len(want))
	}

	rng := rand.New(rand.NewPCG(9, 9))
	archives, done := 0, 0
	for ; done < kills; archives++ {
		if archives > 3*kills {
			t.Fatalf("only %d of %d runs were killed before they were done", done, archives)
		}
		data := filepath.Join(t.TempDir(), "data")
		for range killsEach {
			// What is left to do is less each time.
			if !killAfter(t, time.Duration(rng.Int64N(int64(whole)*3/4)), binary, "ingest", "--data", data, papers) {
				break
			}
			done++
		}
		ingestWith(t, binary, data, papers)
		if again := ingestWith(t, binary, data, papers); again.Added+again.Changed != 0 {
			t.Errorf("one run more adds something: %+v", again)
		}
		compareArchives(t, data, want, report)
	}
	t.Logf("%d runs on %d archives were killed under way; undisturbed a run takes %v for %d documents and %d records",
		done, archives, whole.Round(time.Millisecond), report.Documents, len(want))
}

// compareArchives says what an archive holds too much or too little of.
func compareArchives(t *testing.T, data string, want map[archive.ID]string, undisturbed ingest.Report) {
	t.Helper()
	got := records(t, data)
	for id, record := range want {
		if got[id] != record {
			t.Errorf("%s is %q, undisturbed it is %q", id, got[id], record)
		}
		delete(got, id)
	}
	for id := range got {
		t.Errorf("%s is held and should not be", id)
	}
	code, out, errs := moothall(t, "verify", "--json", "--data", data)
	var v verification
	if err := json.Unmarshal([]byte(out), &v); code != exitDone || err != nil {
		t.Errorf("verify: exit %d, %v\n%s%s", code, err, out, errs)
	}
	if v.Documents != undisturbed.Documents {
		t.Errorf("%d documents in the catalogue, %d undisturbed", v.Documents, undisturbed.Documents)
	}
}

// build builds the program itself, once for all tests: a test binary is too
// slow to start.
func build(t *testing.T) string {
	t.Helper()
	binary, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

// builtIn is the folder of the program once it is built; TestMain removes it.
var builtIn string

var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "moothall-built-")
	if err != nil {
		return "", err
	}
	builtIn = dir
	binary := filepath.Join(dir, "moothall")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return binary, nil
})

// copyFixtures adds a few papers that are read in processes of their own.
func copyFixtures(t *testing.T, dir string) {
	t.Helper()
	names, err := filepath.Glob("../../testdata/demo/papers/*/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names[:min(len(names), 1)] {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, filepath.Base(name)), string(b), papersFrom)
	}
}

func ingestWith(t *testing.T, binary, data string, papers ...string) (report ingest.Report) {
	t.Helper()
	cmd := exec.Command(binary, append([]string{"ingest", "--json", "--data", data}, papers...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("ingest: %v\n%s", err, errs.String())
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("ingest: %v\n%s", err, out)
	}
	return report
}

// killAfter starts a command and kills it after a while; it reports whether
// the command was still at work then.
func killAfter(t *testing.T, wait time.Duration, command ...string) bool {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("%s ended by itself: %v", strings.Join(command[1:], " "), err)
		}
		return false
	case <-time.After(wait):
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Logf("done before it could be killed: %v", err)
	}
	<-done
	return true
}
