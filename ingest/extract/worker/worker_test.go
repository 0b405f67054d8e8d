package worker_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/worker"
)

// roleVar makes this test's binary a child (or a parent) instead of a test.
const roleVar = "WORKER_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleVar) {
	case "child":
		if err := worker.Serve(os.Stdin, os.Stdout, do); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	case "parent":
		p := pool(worker.Config{Env: []string{roleVar + "=child", fifoVar + "=" + os.Getenv(fifoVar)}})
		_, err := p.Read(context.Background(), "text", []byte("hang with fifo"))
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// patient is so much patience that only what never ends uses it up, however
// busy the machine is.
const patient = 1000

const fifoVar = "WORKER_TEST_FIFO"

// do says that it is halfway where the job says so, and misbehaves then.
func do(job string, raw []byte, half func()) ([]byte, error) {
	if job == "halfway" {
		half()
	}
	paper, err := misbehave(job, raw)
	if err != nil {
		return nil, err
	}
	return worker.Encode(paper)
}

// misbehave is a reader that does what the paper says.
func misbehave(media string, raw []byte) (extract.Paper, error) {
	word, arg, _ := strings.Cut(string(raw), " ")
	switch word {
	case "hang":
		if arg == "with fifo" {
			holdFifo()
		}
		spin()
	case "hold": // a program of its own that outlives it
		holdFifo()
		cmd := exec.Command("sleep", "1000")
		cmd.Stderr = os.Stderr
		cmd.ExtraFiles = []*os.File{fifo}
		if err := cmd.Start(); err != nil {
			return extract.Paper{}, err
		}
		spin()
	case "allocate":
		for {
			b := make([]byte, 8<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			hoard = append(hoard, b)
		}
	case "recurse":
		return recurse(raw), nil
	case "exit":
		os.Exit(3)
	case "panic":
		panic("a bad cross-reference")
	case "rubbish":
		os.NewFile(1, "stdout").WriteString("Warning: this is no answer at all\n")
		os.Exit(0)
	case "print": // what a library might do
		fmt.Println("a line on standard output")
	case "chatter":
		fmt.Fprintln(os.Stderr, strings.Repeat("a warning\n", 100_000))
	case "sleep":
		time.Sleep(time.Hour)
	case "refuse":
		return extract.Paper{}, errors.New("pdf: it needs a password")
	case "much":
		return extract.Paper{Title: strings.Repeat("x", 3<<20)}, nil
	case "write":
		return extract.Paper{}, os.WriteFile(arg, []byte("a file"), 0o600)
	case "secret":
		return extract.Paper{Title: os.Getenv("WORKER_TEST_SECRET")}, nil
	}
	return extract.Paper{Media: media, Title: strconv.Itoa(os.Getpid()), Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{{Text: string(raw)}}}}}, nil
}

var (
	hoard [][]byte
	turns int
)

func spin() {
	for {
		turns++
	}
}

func recurse(b []byte) extract.Paper {
	if turns < 0 {
		return extract.Paper{}
	}
	var deep [1024]byte
	copy(deep[:], b)
	return recurse(deep[:])
}

var fifo *os.File

// holdFifo opens the FIFO the test reads, so that the test sees its end when
// the last process that holds it is gone.
func holdFifo() {
	f, err := os.OpenFile(os.Getenv(fifoVar), os.O_WRONLY, 0)
	if err != nil {
		panic(err)
	}
	f.WriteString("here\n")
	fifo = f
}

func pool(c worker.Config) *worker.Pool {
	c.Command = []string{os.Args[0]}
	if c.Env == nil {
		c.Env = []string{roleVar + "=child"}
	}
	return worker.New(c)
}

func newPool(t *testing.T, c worker.Config) *worker.Pool {
	t.Helper()
	p := pool(c)
	t.Cleanup(func() { p.Close() })
	return p
}

// pid reads a well-behaved paper and gives the number of the child that read it.
func pid(t *testing.T, p *worker.Pool) string {
	t.Helper()
	paper, err := p.Read(context.Background(), "text", []byte("good"))
	if err != nil {
		t.Fatalf("a good paper: %v", err)
	}
	if paper.Media != "text" || len(paper.Pages) != 1 || paper.Pages[0].Blocks[0].Text != "good" {
		t.Fatalf("a good paper came back as %+v", paper)
	}
	return paper.Title
}

func TestChildIsKept(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1, Papers: 3})
	a, b, c, d := pid(t, p), pid(t, p), pid(t, p), pid(t, p)
	if a != b || b != c {
		t.Errorf("three papers were read by %s, %s and %s; want one child", a, b, c)
	}
	if c == d {
		t.Errorf("child %s read a fourth paper; want a new one after three", c)
	}
}

// TestFailures: each way of going wrong has its kind and its words, and the
// next paper is read as if nothing had been.
func TestFailures(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1, Deadline: 400 * time.Millisecond, Patience: patient, Output: 2 << 20})
	cases := []struct {
		paper string
		kind  worker.Kind
		words string
	}{
		{"hang", worker.Timeout, "more than 400ms"},
		{"exit", worker.Crash, "exit status 3"},
		{"panic", worker.Crash, "a bad cross-reference"},
		{"rubbish", worker.Crash, "no answer"},
		{"refuse", worker.Refused, "it needs a password"},
		{"much", worker.Memory, "more than 2 MiB"},
	}
	for _, c := range cases {
		_, err := p.Read(context.Background(), "pdf", []byte(c.paper))
		var why *worker.Error
		if !errors.As(err, &why) || why.Kind != c.kind || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: got %v, want kind %s with %q", c.paper, err, c.kind, c.words)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q has more than one line", c.paper, err)
		}
		pid(t, p)
	}
}

// Whoever asked learns whether a child died in the first part of a job or in
// the second, however quickly it died.
func TestHalfway(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1, Deadline: 400 * time.Millisecond, Patience: patient, Output: 2 << 20})
	for _, paper := range []string{"hang", "exit", "panic", "much"} {
		for _, job := range []string{"pdf", "halfway"} {
			_, err := p.Read(context.Background(), job, []byte(paper))
			var why *worker.Error
			if !errors.As(err, &why) || why.Halfway != (job == "halfway") {
				t.Errorf("%s, %s: got %+v", paper, job, err)
			}
		}
	}
	if paper, err := p.Read(context.Background(), "halfway", []byte("good")); err != nil || paper.Media != "halfway" {
		t.Errorf("a good paper: %+v, %v", paper, err)
	}
}

func TestRefusalKeepsTheChild(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1})
	before := pid(t, p)
	p.Read(context.Background(), "pdf", []byte("refuse"))
	if after := pid(t, p); after != before {
		t.Errorf("a refusal cost child %s; %s came in its place", before, after)
	}
}

func TestChatterIsDropped(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 1})
	for _, paper := range []string{"chatter", "print"} {
		if _, err := p.Read(context.Background(), "pdf", []byte(paper)); err != nil {
			t.Errorf("%s: %v", paper, err)
		}
	}
}

func TestSecretsStayHere(t *testing.T) {
	t.Setenv("WORKER_TEST_SECRET", "hunter2")
	p := newPool(t, worker.Config{Workers: 1})
	paper, err := p.Read(context.Background(), "pdf", []byte("secret"))
	if err != nil || paper.Title != "" {
		t.Errorf("got %q, %v; want nothing of our environment", paper.Title, err)
	}
}

func TestMuchAtOnce(t *testing.T) {
	p := newPool(t, worker.Config{Workers: 3, Papers: 5})
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			words := fmt.Sprintf("paper %d %s", i, strings.Repeat("x", i*1000))
			paper, err := p.Read(context.Background(), "text", []byte(words))
			if err != nil || paper.Pages[0].Blocks[0].Text != words {
				t.Errorf("paper %d: %v", i, err)
			}
		})
	}
	wg.Wait()
}

func TestClosed(t *testing.T) {
	p := pool(worker.Config{Workers: 1})
	pid(t, p)
	p.Close()
	p.Close()
	if _, err := p.Read(context.Background(), "text", nil); !errors.Is(err, worker.ErrClosed) {
		t.Errorf("got %v, want ErrClosed", err)
	}
}

func TestNoSuchProgram(t *testing.T) {
	p := worker.New(worker.Config{Command: []string{"/no/such/reader"}})
	defer p.Close()
	_, err := p.Read(context.Background(), "text", nil)
	var why *worker.Error
	if err == nil || errors.As(err, &why) || !strings.Contains(err.Error(), "/no/such/reader") {
		t.Errorf("got %v, want an error that is not about the paper and names the program", err)
	}
}

func TestServeEndsWithItsInput(t *testing.T) {
	var out bytes.Buffer
	if err := worker.Serve(strings.NewReader(""), &out, do); err != nil || out.Len() > 0 {
		t.Errorf("no request: got %v and %q", err, out.String())
	}
	if err := worker.Serve(strings.NewReader("MHQ2 and then rubbish ......"), &out, do); err == nil {
		t.Error("a broken request: got no error")
	}
	in, asker := io.Pipe()
	reading := make(chan struct{})
	go func() {
		asker.Write([]byte("MHQ2\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x01x"))
		<-reading
		asker.Close()
	}()
	err := worker.Serve(in, &out, func(string, []byte, func()) ([]byte, error) {
		close(reading)
		select {}
	})
	if err == nil || out.Len() > 0 {
		t.Errorf("asker gone in mid-paper: got %v and %q, want an error and silence", err, out.String())
	}
}
