package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// A child is one reading process.
type child struct {
	config Config
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.ReadCloser
	stderr tail
	papers int

	once sync.Once // of end

	mu    sync.Mutex
	ended bool // its number may belong to another process now
}

// inherited are the variables a child gets from ours: what finding a program
// needs. A reader that a file took over finds no secret in its environment.
var inherited = []string{"PATH", "LANG", "TMPDIR", "TMP", "TEMP", "SystemRoot", "TESSDATA_PREFIX"}

func start(config Config) (*child, error) {
	if len(config.Command) == 0 {
		return nil, fmt.Errorf("no command")
	}
	c := &child{config: config}
	c.cmd = exec.Command(config.Command[0], config.Command[1:]...)
	c.cmd.Env = childEnv(config)
	c.cmd.Stderr = &c.stderr
	c.cmd.WaitDelay = time.Second // a program the child started may hold its standard error open
	ownGroup(c.cmd)
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if c.out, err = c.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	return c, nil
}

func childEnv(config Config) []string {
	env := []string{
		"GOMAXPROCS=1", // the pool runs one child for each processor
		fmt.Sprintf("GOMEMLIMIT=%d", config.Memory/2),
		limits{data: config.Memory}.env(),
	}
	for _, name := range inherited {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return append(env, config.Env...)
}

// do has the child do one job. After any error but a refusal the child is of
// no more use.
func (c *child) do(ctx context.Context, job string, raw []byte) ([]byte, error) {
	c.papers++
	allowed := c.config.allowed(len(raw))
	timed, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer c.watch(allowed, cancel)()
	c.stderr.reset()
	stop := context.AfterFunc(timed, c.kill)
	answer, half, err := c.ask(request{job: job, raw: raw, seconds: int(allowed / time.Second)})
	if stop() && err == nil {
		return answer.decode()
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	var why *Error
	if !errors.As(context.Cause(timed), &why) {
		c.end()
		why = c.verdict(err)
	}
	why.Halfway = half
	return nil, why
}

// watch calls late with the reason once the child has used the processor time
// it is allowed for a job, or the patience of whoever asked is at its end. The
// time on the clock alone would blame a paper for what else the machine does.
// Where a child's processor time cannot be known, the clock's is taken for it.
// The job is over when the function that watch returns is called.
func (c *child) watch(allowed time.Duration, late func(error)) (over func()) {
	pid := c.cmd.Process.Pid
	began := time.Now()
	before, known := processorTime(pid)
	done := make(chan struct{})
	go func() {
		for left := allowed; ; {
			select {
			case <-done:
				return
			case <-time.After(left):
			}
			used, ok := processorTime(pid)
			patience := allowed*time.Duration(c.config.Patience) - time.Since(began)
			switch left = min(allowed-(used-before), patience); {
			case !known || !ok:
				late(&Error{Kind: Timeout, Detail: fmt.Sprintf("more than %v", allowed.Round(time.Millisecond))})
			case patience <= 0:
				late(&Error{Kind: Timeout, Detail: fmt.Sprintf("more than %v on the clock", time.Since(began).Round(time.Millisecond))})
			case left <= 0:
				late(&Error{Kind: Timeout, Detail: fmt.Sprintf("more than %v of the processor", allowed.Round(time.Millisecond))})
			default:
				continue
			}
			return
		}
	}()
	return func() { close(done) }
}

// ask also reports whether the job was halfway when it ended.
func (c *child) ask(r request) (a answer, half bool, err error) {
	if err := r.write(c.in); err != nil {
		return answer{}, false, err
	}
	for {
		a, err = readAnswer(c.out, c.config.Output)
		if err != nil || a.status != halfway {
			return a, half, err
		}
		half = true
	}
}

func (c *child) spent() bool { return c.papers >= c.config.Papers }

// end kills the child and all it started, and waits for it. It may be called
// more than once and by several at a time; all return when it is over.
func (c *child) end() {
	c.once.Do(func() {
		c.kill() // before its input ends, or its last words would be about that
		c.in.Close()
		c.mu.Lock()
		c.ended = true
		c.mu.Unlock()
		c.cmd.Wait() // how it ended is in ProcessState
	})
}

func (c *child) kill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.ended {
		killGroup(c.cmd)
	}
}

// verdict says how a child that is over came to its end, from the first line
// of its last words; err is what its end looked like from here.
func (c *child) verdict(err error) *Error {
	words := c.stderr.firstLine()
	switch {
	case strings.Contains(words, "out of memory"), strings.Contains(words, "cannot allocate memory"),
		strings.Contains(words, "stack overflow"), strings.Contains(words, "stack exceeds"):
		return &Error{Kind: Memory, Detail: fmt.Sprintf("more than %d MiB", c.config.Memory>>20)}
	case strings.HasPrefix(words, "SIGXCPU"):
		return &Error{Kind: Timeout, Detail: "it used up its processor time"}
	case errors.Is(err, errTooMuch):
		return &Error{Kind: Memory, Detail: fmt.Sprintf("what was read of it is more than %d MiB", c.config.Output>>20)}
	case words != "":
		return &Error{Kind: Crash, Detail: words}
	case c.cmd.ProcessState.Exited():
		return &Error{Kind: Crash, Detail: fmt.Sprintf("%v (%v)", err, c.cmd.ProcessState)}
	}
	return &Error{Kind: Crash, Detail: err.Error()}
}

// A tail keeps the opening of what a child writes to its standard error since
// the last paper, and drops the rest.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const tailKept = 16 << 10

func (t *tail) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf.Reset()
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := tailKept - t.buf.Len(); room > 0 {
		t.buf.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}

// firstLine is the line that says most: the runtime's own verdict where there
// is one, else the first.
func (t *tail) firstLine() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	first := ""
	for line := range strings.Lines(t.buf.String()) {
		line = strings.TrimSpace(line)
		for _, p := range []string{"panic:", "fatal error:", "runtime:", "SIG"} {
			if strings.HasPrefix(line, p) {
				return clip(line)
			}
		}
		if first == "" {
			first = clip(line)
		}
	}
	return first
}

// clip keeps a line short enough to read in a report.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + " …"
}
