//go:build unix

package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
)

const (
	hostileSeconds = 20
	hostileBytes   = 400 << 20 // of data a reader may hold
	drawnBytes     = 700 << 20 // and one that draws
)

// hostile reads every file in a process of its own and counts what came of
// it, and those bombs makes too. A process that dies, runs out of time or of
// memory is a failure. Then it has the second engine draw the first page of
// each, which may end the process: whoever draws starts another.
func hostile(w io.Writer, places []string, cache string) error {
	files, err := find(places)
	if err != nil {
		return err
	}
	given := len(files)
	made, err := os.MkdirTemp("", "moothall-bombs")
	if err != nil {
		return err
	}
	defer os.RemoveAll(made) // in the folder for what is temporary, if that fails
	self, err := os.Executable()
	if err != nil {
		return err
	}
	// In a process of its own: what this one holds counts as what those it
	// starts held.
	if out, err := exec.Command(self, "-bombs", made).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	more, err := find([]string{made})
	if err != nil {
		return err
	}
	files = append(files, more...)
	var read, drawn [][]string
	for _, f := range files {
		read = append(read, []string{"-one", f})
		drawn = append(drawn, []string{"-one", f, "-cache", cache, "-drawn"})
	}
	slices.SortFunc(read, slices.Compare)
	what := fmt.Sprintf("files broken, or made to stop readers (%d of them by this program, each by one means repeated a million times)", len(files)-given)
	if err := attempts(w, what, read); err != nil {
		return err
	}
	fmt.Fprintln(w)
	return drawings(w, drawn)
}

// writeBombs writes all bombs into a folder.
func writeBombs(folder string) error {
	for name, raw := range bombs(1_000_000) {
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), raw, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// drawings draws a page of each file in a process of its own. The sandbox of
// the second engine may trap, and a page may take longer than its picture is
// worth; what must not happen is that it takes memory without end.
func drawings(w io.Writer, runs [][]string) error {
	all, err := outcomesOf(runs)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Pictures of their first pages by the second engine, each in a process of its own with %d MB of data and %d seconds: %d drawn, %d refused with a reason, %d stopped by the clock, %d ended by the limit on memory; largest process %d MB.\n",
		drawnBytes>>20, hostileSeconds, all.counts["drawn"], len(runs)-all.counts["drawn"]-all.counts["HANG"]-all.counts["CRASH"], all.counts["HANG"], all.counts["CRASH"], all.largest>>20)
	return nil
}

// outcomes are what came of reading files one by one.
type outcomes struct {
	counts  map[string]int
	bad     int // crashed or had to be stopped
	slowest time.Duration
	largest int64 // bytes, of a process
}

// outcomesOf runs this program once for each set of arguments.
func outcomesOf(runs [][]string) (outcomes, error) {
	all := outcomes{counts: map[string]int{}}
	self, err := os.Executable()
	if err != nil {
		return all, err
	}
	for _, args := range runs {
		ctx, cancel := context.WithTimeout(context.Background(), hostileSeconds*time.Second)
		cmd := exec.CommandContext(ctx, self, args...)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		start := time.Now()
		err := cmd.Run()
		took, late := time.Since(start), ctx.Err() != nil
		cancel()
		result := strings.TrimSpace(out.String())
		all.largest = max(all.largest, rusage(cmd.ProcessState))
		all.slowest = max(all.slowest, took)
		switch {
		case late:
			result = "HANG"
		case err != nil:
			result = "CRASH"
		}
		all.counts[result]++
		if result == "HANG" || result == "CRASH" {
			all.bad++
		}
		if result == "HANG" || result == "CRASH" || took > 5*time.Second {
			line, _, _ := strings.Cut(errs.String(), "\n")
			fmt.Fprintf(os.Stderr, "%s: %s after %.1fs %s\n", strings.Join(args, " "), result, took.Seconds(), line)
		}
	}
	return all, nil
}

// attempts reads files and says what came of what they are; an error where one
// brought the reader down.
func attempts(w io.Writer, what string, runs [][]string) error {
	all, err := outcomesOf(runs)
	switch {
	case err != nil:
		return err
	case all.bad > 0:
		return fmt.Errorf("%d of %d files brought the reader down", all.bad, len(runs))
	}
	fmt.Fprintf(w, "Of %d %s, each read in a process of its own with %d MB of data and %d seconds, none crashed, hung or ran out of memory; slowest %.1f s, largest process %d MB.\n\n",
		len(runs), what, hostileBytes>>20, hostileSeconds, all.slowest.Seconds(), all.largest>>20)
	fmt.Fprint(w, "| what came of it | files |\n|---|---|\n")
	reasons := slices.SortedFunc(maps.Keys(all.counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(all.counts[b], all.counts[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		fmt.Fprintf(w, "| %s | %d |\n", r, all.counts[r])
	}
	return nil
}

// flipped reads copies of good papers with some of their bytes changed, the
// same ones every time, and counts what came of them.
func flipped(w io.Writer, places []string, n int) error {
	files, err := find(places)
	if err != nil {
		return err
	}
	var runs [][]string
	for i := range n {
		seed := uint64(i + 1)
		r := rand.New(rand.NewPCG(seed, 0))
		runs = append(runs, []string{"-seed", strconv.FormatUint(seed, 10), "-one", files[r.IntN(len(files))]})
	}
	return attempts(w, "byte-flipped copies of good papers", runs)
}

// flip changes from one to 200 bytes anywhere in a paper, and cuts one in
// eight short.
func flip(raw []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	for range 1 + r.IntN(1+r.IntN(200)) {
		raw[r.IntN(len(raw))] = byte(r.IntN(256))
	}
	if r.IntN(8) == 0 {
		raw = raw[:r.IntN(len(raw))]
	}
	return raw
}

// one reads a single file under the memory limit and says what came of it.
// With a seed it reads a copy with bytes flipped; drawn, it draws the first
// page with the second engine.
func one(file string, seed uint64, drawn bool, cache string) error {
	limit := uint64(hostileBytes)
	if drawn {
		limit = drawnBytes
	}
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: limit, Max: limit}); err != nil {
		return err
	}
	debug.SetMemoryLimit(int64(limit) / 4 * 3) // so that rubbish is gathered before it comes to that
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if seed != 0 {
		raw = flip(raw, seed)
	}
	if drawn {
		engine, err := pdfium.Start(pdfium.Config{Cache: cache})
		if err != nil {
			return err
		}
		if _, err := engine.Picture(raw, 1, 600); err != nil {
			fmt.Println("not drawn")
			return nil
		}
		fmt.Println("drawn")
		return nil
	}
	paper, err := pdf.Read(raw)
	switch {
	case err != nil:
		fmt.Println(err)
	case strings.TrimSpace(text(paper)) == "":
		fmt.Println("no text")
	default:
		fmt.Println("read")
	}
	return nil
}
