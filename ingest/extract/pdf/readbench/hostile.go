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
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"moothall/ingest/extract/pdf"
)

const (
	hostileSeconds = 20
	hostileBytes   = 400 << 20 // of data a reader may hold
)

// hostile reads every file in a process of its own and counts what came of
// it. A process that dies, runs out of time or of memory is a failure.
func hostile(w io.Writer, places []string) error {
	files, err := find(places)
	if err != nil {
		return err
	}
	var runs [][]string
	for _, f := range files {
		runs = append(runs, []string{"-one", f})
	}
	return attempts(w, "files broken, or made to stop readers", runs)
}

// attempts runs this program once for each set of arguments and says what came
// of what they are.
func attempts(w io.Writer, what string, runs [][]string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	outcomes := map[string]int{}
	slowest, largest := time.Duration(0), int64(0)
	bad := 0
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
		if ru := rusage(cmd.ProcessState); ru > largest {
			largest = ru
		}
		slowest = max(slowest, took)
		switch {
		case late:
			result = "HANG"
		case err != nil:
			result = "CRASH"
		}
		outcomes[result]++
		if result == "HANG" || result == "CRASH" {
			bad++
		}
		if result == "HANG" || result == "CRASH" || took > 5*time.Second {
			line, _, _ := strings.Cut(errs.String(), "\n")
			fmt.Printf("%s: %s after %.1fs %s\n", strings.Join(args, " "), result, took.Seconds(), line)
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d files brought the reader down", bad, len(runs))
	}
	fmt.Fprintf(w, "Of %d %s, each read in a process of its own with %d MB of data and %d seconds, none crashed, hung or ran out of memory; slowest %.1f s, largest process %d MB.\n\n",
		len(runs), what, hostileBytes>>20, hostileSeconds, slowest.Seconds(), largest>>20)
	fmt.Fprint(w, "| what came of it | files |\n|---|---|\n")
	reasons := slices.SortedFunc(maps.Keys(outcomes), func(a, b string) int {
		return cmp.Or(cmp.Compare(outcomes[b], outcomes[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		fmt.Fprintf(w, "| %s | %d |\n", r, outcomes[r])
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
// With a seed it reads a copy with bytes flipped.
func one(file string, seed uint64) error {
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: hostileBytes, Max: hostileBytes}); err != nil {
		return err
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if seed != 0 {
		raw = flip(raw, seed)
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
