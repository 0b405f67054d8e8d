// Package worker reads papers in child processes, so that no file, however
// broken or hostile, can stop, hang or swell the process that asked.
//
// A goroutine with a timeout will not do: it cannot be stopped, and memory it
// took is not given back. A child costs some 60 ms to start and is
// kept for many papers. It runs the same binary (the hidden subcommand
// "extract", which calls Serve), is given one paper at a time over its
// standard input, and answers on its standard output; it is killed with all
// it started when it has used its processor time, passes its deadline or says too much, and it dies by
// itself when it passes its limits on memory, processor time and files
// (Linux), or when its parent is gone.
package worker

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"moothall/ingest/extract"
)

// A Func does one job with the bytes of a paper. It calls half when the first
// of two parts of the job is done; that is told where it dies of the second.
// Its error is meant for a person.
type Func func(job string, raw []byte, half func()) ([]byte, error)

// Config says how papers are to be read. Zero fields take the defaults named.
type Config struct {
	Command []string // the child: a program and its arguments; required
	Env     []string // "NAME=value" besides the few variables every child gets
	Workers int      // children at once; one for each processor

	Memory   int64         // bytes of data a child may hold; 600 MiB
	Deadline time.Duration // of processor time for the smallest paper; 20 s
	PerMiB   time.Duration // more for each MiB of a paper; 1 s
	Patience int           // how many times that may pass on the clock, where much else is done; 5
	Output   int64         // bytes a child may answer with; 64 MiB
	Papers   int           // papers a child reads before a new one takes its place; 1,000
}

func (c Config) withDefaults() Config {
	def(&c.Workers, runtime.GOMAXPROCS(0))
	def(&c.Memory, 600<<20)
	def(&c.Deadline, 20*time.Second)
	def(&c.PerMiB, time.Second)
	def(&c.Patience, 5)
	def(&c.Output, 64<<20)
	def(&c.Papers, 1000)
	return c
}

func def[T int | int64 | time.Duration](v *T, d T) {
	if *v <= 0 {
		*v = d
	}
}

func (c Config) allowed(size int) time.Duration {
	return c.Deadline + time.Duration(size>>20)*c.PerMiB
}

// A Kind is the way in which reading a paper failed.
type Kind string

// The kinds of failure.
const (
	Timeout Kind = "timeout" // it took too long and was stopped
	Memory  Kind = "memory"  // it needed more memory than it may have
	Crash   Kind = "crash"   // the reader died, or answered with nonsense
	Refused Kind = "refused" // the reader looked at it and said why not
)

// An Error is why one paper could not be read. The pool is none the worse
// for it.
type Error struct {
	Kind    Kind
	Detail  string // the reader's own words, or what is known of its end
	Halfway bool   // the first part of the job was done
}

// Error says it in words for the report of an ingest.
func (e *Error) Error() string {
	switch e.Kind {
	case Timeout:
		return "reading it took too long and was stopped: " + e.Detail
	case Memory:
		return "reading it needs too much memory: " + e.Detail
	case Crash:
		return "the reader crashed on it: " + e.Detail
	}
	return e.Detail
}

// ErrClosed is returned by a Do on a closed pool.
var ErrClosed = errors.New("worker: closed")

// A Pool keeps a number of children and hands papers to them. It is safe for
// concurrent use; a Do waits while all children are busy.
type Pool struct {
	config Config
	slots  chan struct{}

	mu     sync.Mutex
	closed bool
	idle   []*child
	all    map[*child]struct{}
}

// New gives a pool. No child is started before there is something to read.
func New(c Config) *Pool {
	c = c.withDefaults()
	return &Pool{config: c, slots: make(chan struct{}, c.Workers), all: map[*child]struct{}{}}
}

// Do has a child do one job. It returns
//
//   - an *Error when it cannot be done with this paper,
//   - the context's error when ctx is done; the child is killed then,
//   - ErrClosed when the pool is,
//   - any other error when no child can be started at all.
func (p *Pool) Do(ctx context.Context, job string, raw []byte) ([]byte, error) {
	if int64(len(raw)) > p.config.Memory/2 {
		return nil, &Error{Kind: Memory, Detail: fmt.Sprintf("what there is to read alone is %d MiB", len(raw)>>20)}
	}
	if len(job) > maxJob {
		return nil, &Error{Kind: Refused, Detail: fmt.Sprintf("what is said of it is %d KiB long", len(job)>>10)}
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	c, err := p.take()
	if err != nil {
		return nil, err
	}
	got, err := c.do(ctx, job, raw)
	var why *Error
	if c.spent() || err != nil && !(errors.As(err, &why) && why.Kind == Refused) {
		p.drop(c)
		return got, p.orClosed(err)
	}
	p.keep(c)
	return got, err
}

// Read has a child read a paper: a job whose answer is an extract.Paper.
func (p *Pool) Read(ctx context.Context, media string, raw []byte) (paper extract.Paper, err error) {
	answer, err := p.Do(ctx, media, raw)
	if err != nil {
		return extract.Paper{}, err
	}
	err = Decode(answer, &paper)
	return paper, err
}

// take gives an idle child or a new one.
func (p *Pool) take() (*child, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, ErrClosed
	}
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return c, nil
	}
	c, err := start(p.config)
	if err != nil {
		return nil, fmt.Errorf("worker: cannot start %s: %w", strings.Join(p.config.Command, " "), err)
	}
	p.all[c] = struct{}{}
	return c, nil
}

func (p *Pool) keep(c *child) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return // Close ends it
	}
	p.idle = append(p.idle, c)
}

func (p *Pool) drop(c *child) {
	p.mu.Lock()
	delete(p.all, c)
	p.mu.Unlock()
	c.end()
}

// orClosed turns what a child's death looked like into why it died.
func (p *Pool) orClosed(err error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil && p.closed {
		return ErrClosed
	}
	return err
}

// Close kills every child and returns when none is left. Jobs under way
// return ErrClosed.
func (p *Pool) Close() error {
	p.mu.Lock()
	p.closed = true
	var left []*child
	for c := range p.all {
		left = append(left, c)
	}
	p.idle, p.all = nil, map[*child]struct{}{}
	p.mu.Unlock()
	for _, c := range left {
		c.end()
	}
	return nil
}
