package worker_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"moothall/ingest/extract/worker"
)

func TestMemory(t *testing.T) {
	// The race detector's shadow memory is data too.
	limit := int64(200 << 20)
	if raceEnabled {
		t.Skip("the race detector needs more memory than the limit")
	}
	p := newPool(t, worker.Config{Workers: 1, Memory: limit})
	for _, paper := range []string{"allocate", "recurse"} {
		_, err := p.Read(context.Background(), "pdf", []byte(paper))
		var why *worker.Error
		if !errors.As(err, &why) || why.Kind != worker.Memory {
			t.Errorf("%s: got %v, want kind memory", paper, err)
		}
	}
	_, err := p.Read(context.Background(), "pdf", make([]byte, limit/2+1))
	var why *worker.Error
	if !errors.As(err, &why) || why.Kind != worker.Memory {
		t.Errorf("a file larger than the limit: got %v, want kind memory", err)
	}
	pid(t, p)
}

func TestNoFileIsWritten(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1})
	name := filepath.Join(t.TempDir(), "written")
	if _, err := p.Read(context.Background(), "pdf", []byte("write "+name)); err == nil {
		t.Error("the child could write a file")
	}
	if info, err := os.Stat(name); err == nil && info.Size() > 0 {
		t.Errorf("%d bytes were written", info.Size())
	}
}

// newFifo gives a FIFO's path, and a channel that gives each line written to
// it and is closed when nobody holds it any more.
func newFifo(t *testing.T) (path string, lines <-chan string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	c := make(chan string, 10)
	go func() {
		defer close(c)
		f, err := os.Open(path)
		if err != nil {
			return
		}
		defer f.Close()
		for s := bufio.NewScanner(f); s.Scan(); {
			c <- s.Text()
		}
	}()
	return path, c
}

func await(t *testing.T, lines <-chan string, want string) {
	t.Helper()
	select {
	case got := <-lines:
		if got != want {
			t.Fatalf("from the child: got %q, want %q", got, want)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("waited 20 s for %q from the child", want)
	}
}

// TestNoneIsLeft: however reading ends, no process of it remains.
func TestNoneIsLeft(t *testing.T) {
	ends := []struct {
		name  string
		paper string
		end   func(p *worker.Pool, cancel func())
		want  error
	}{
		{"the caller no longer wants it", "hang with fifo", func(_ *worker.Pool, cancel func()) { cancel() }, context.Canceled},
		{"the pool is closed", "hang with fifo", func(p *worker.Pool, _ func()) { p.Close() }, worker.ErrClosed},
		{"it has started a program", "hold", func(p *worker.Pool, _ func()) { p.Close() }, worker.ErrClosed},
	}
	for _, e := range ends {
		t.Run(e.name, func(t *testing.T) {
			path, lines := newFifo(t)
			p := newPool(t, worker.Config{Workers: 1, Env: []string{roleVar + "=child", fifoVar + "=" + path}})
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			got := make(chan error, 1)
			go func() {
				_, err := p.Read(ctx, "pdf", []byte(e.paper))
				got <- err
			}()
			await(t, lines, "here")
			e.end(p, cancel)
			if err := <-got; !errors.Is(err, e.want) {
				t.Errorf("got %v, want %v", err, e.want)
			}
			await(t, lines, "")
		})
	}
}

// TestOrphanDies: a child in mid-paper does not outlive a parent that had no
// time to end it.
func TestOrphanDies(t *testing.T) {
	path, lines := newFifo(t)
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), roleVar+"=parent", fifoVar+"="+path)
	parent.Stdout = io.Discard
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	await(t, lines, "here")
	parent.Process.Kill()
	if err := parent.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
		t.Errorf("the parent ended with %v, want it killed", err)
	}
	await(t, lines, "")
}

// A child that waits for ever uses no processor: the clock ends it. One that
// works is not ended by the clock before its processor time is used.
func TestClockAndProcessor(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1, Deadline: 500 * time.Millisecond, Patience: 2})
	_, err := p.Read(context.Background(), "pdf", []byte("sleep"))
	var why *worker.Error
	if !errors.As(err, &why) || why.Kind != worker.Timeout || !strings.Contains(err.Error(), "on the clock") {
		t.Errorf("one that waits: got %v, want a timeout by the clock", err)
	}
	p = newPool(t, worker.Config{Workers: 1, Deadline: 500 * time.Millisecond, Patience: patient})
	_, err = p.Read(context.Background(), "pdf", []byte("hang"))
	if !errors.As(err, &why) || why.Kind != worker.Timeout || !strings.Contains(err.Error(), "of the processor") {
		t.Errorf("one that works: got %v, want a timeout by the processor", err)
	}
}
