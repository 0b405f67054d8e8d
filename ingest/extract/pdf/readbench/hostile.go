//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
func hostile(places []string) error {
	files, err := find(places)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	outcomes := map[string]int{}
	slowest, largest := time.Duration(0), int64(0)
	for _, f := range files {
		ctx, cancel := context.WithTimeout(context.Background(), hostileSeconds*time.Second)
		cmd := exec.CommandContext(ctx, self, "-one", f)
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
		if result == "HANG" || result == "CRASH" || took > 5*time.Second {
			line, _, _ := strings.Cut(errs.String(), "\n")
			fmt.Printf("%s: %s after %.1fs %s\n", filepath.Base(f), result, took.Seconds(), line)
		}
	}
	for r, n := range outcomes {
		fmt.Printf("%4d %s\n", n, r)
	}
	fmt.Printf("%d files; slowest %.1fs; largest process %d MB\n", len(files), slowest.Seconds(), largest>>20)
	return nil
}

// one reads a single file under the memory limit and says what came of it.
func one(file string) error {
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: hostileBytes, Max: hostileBytes}); err != nil {
		return err
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
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
