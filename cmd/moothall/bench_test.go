//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkIngest ingests a folder of about ten thousand small papers, once,
// and reports papers a second of processor and of clock, and the largest
// memory of the process and of any one it started.
func BenchmarkIngest(b *testing.B) {
	papers := b.TempDir()
	writePapers(b, papers, 1430)
	binary := filepath.Join(b.TempDir(), "moothall")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for b.Loop() {
		began := time.Now()
		cmd := exec.Command(binary, "ingest", "--json", "--data", filepath.Join(b.TempDir(), "data"), papers)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		const n = 1431 * 7
		b.ReportMetric(n/time.Since(began).Seconds(), "papers/s")
		b.ReportMetric(n/(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()).Seconds(), "papers/cpu-s")
		if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			b.ReportMetric(float64(use.Maxrss)/1024, "MiB")
		}
	}
}
