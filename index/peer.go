package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"moothall/archive"
)

// One process has an index open; another, as `moothall search` beside a
// running `moothall serve`, asks that one. Whoever opens an index listens on a
// socket that only its own user can reach, and writes the socket's path into
// the index's folder. A process that died leaves both behind, but not the
// lock: who gets the lock never looks at them, and who does not get it tries
// again when nobody answers.

// peerFile holds the path of the socket, for a socket's own path may be no
// longer than about a hundred bytes; peerRoom is the folder the socket is in.
const (
	peerFile      = "peer"
	peerRoom      = "ask"
	maxSocketPath = 100
)

// A Peer answers as an Index does: the index itself, or another process that
// has it open.
type Peer interface {
	// Search is as Index.Search, over all that the source holds now.
	Search(ctx context.Context, q archive.Query) (archive.Results, error)
	// Compare is as Index.Compare.
	Compare(ctx context.Context) ([]Difference, error)
	io.Closer
}

// Attach opens the index in dir and brings it up to date, or, where another
// process has it open, asks that one.
func Attach(ctx context.Context, dir string, c Config) (Peer, error) {
	for tries := 0; ; tries++ {
		ix, err := Open(dir, c)
		if err == nil {
			if err := ix.CatchUp(ctx); err != nil {
				ix.Close()
				return nil, err
			}
			return ix, nil
		}
		if !errors.Is(err, ErrLocked) {
			return nil, err
		}
		p := &remote{dir: dir}
		if _, rerr := p.ask(ctx, request{Op: "hello"}); rerr == nil {
			return p, nil
		} else if tries >= 40 || !pause(ctx, 100*time.Millisecond) {
			return nil, fmt.Errorf("%w, which does not answer: %v", err, rerr)
		}
	}
}

type request struct {
	Op    string // "hello", "search", "compare"
	Query archive.Query
}

type reply struct {
	Results     archive.Results
	Differences []Difference
	Error       string
	BadCursor   bool
}

// remote asks the process that has the index in dir.
type remote struct{ dir string }

func (r *remote) Search(ctx context.Context, q archive.Query) (archive.Results, error) {
	a, err := r.ask(ctx, request{Op: "search", Query: q})
	return a.Results, err
}

func (r *remote) Compare(ctx context.Context) ([]Difference, error) {
	a, err := r.ask(ctx, request{Op: "compare"})
	return a.Differences, err
}

func (r *remote) Close() error { return nil }

func (r *remote) ask(ctx context.Context, q request) (reply, error) {
	b, err := os.ReadFile(inside(r.dir, peerFile))
	if err != nil {
		return reply{}, fmt.Errorf("index: %w", err)
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unix", strings.TrimSpace(string(b)))
	if err != nil {
		return reply{}, fmt.Errorf("index: %w", err)
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	var a reply
	err = json.NewEncoder(conn).Encode(q)
	if err == nil {
		err = json.NewDecoder(conn).Decode(&a)
	}
	switch {
	case ctx.Err() != nil:
		return reply{}, ctx.Err()
	case err != nil:
		return reply{}, fmt.Errorf("index: asking the process that has it: %w", err)
	case a.BadCursor:
		return reply{}, ErrBadCursor
	case a.Error != "":
		return reply{}, errors.New(a.Error)
	}
	return a, nil
}

// listener is a socket with those who use it.
type listener struct {
	net.Listener
	cancel context.CancelFunc
	asking sync.WaitGroup
	apart  string // the folder made for the socket, if it had to have one
}

func (l *listener) Close() error {
	l.cancel()
	err := l.Listener.Close()
	l.asking.Wait()
	if l.apart != "" {
		os.Remove(l.apart)
	}
	return err
}

// listen answers other processes until it is closed.
func (ix *Index) listen() (io.Closer, error) {
	// The folder around the socket keeps others out from the first moment on; a
	// socket's own permissions come only after it listens, and the index's
	// folder may have been made by somebody who lets others in.
	room := inside(ix.dir, peerRoom)
	if err := os.MkdirAll(room, 0o700); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if err := os.Chmod(room, 0o700); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	path := inside(room, "socket")
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	os.Remove(path) // of a process that died
	apart := ""
	if len(path) > maxSocketPath {
		var err error
		if apart, err = os.MkdirTemp("", "moothall-"); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
		path = inside(apart, "socket")
	}
	nl, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if err := errors.Join(os.Chmod(path, 0o600), writeWhole(inside(ix.dir, peerFile), []byte(path+"\n"))); err != nil {
		nl.Close()
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	l := &listener{Listener: nl, cancel: cancel, apart: apart}
	go func() {
		for {
			conn, err := nl.Accept()
			if err != nil {
				return
			}
			l.asking.Go(func() {
				defer conn.Close()
				ix.answer(ctx, conn)
			})
		}
	}()
	return l, nil
}

// answer answers one request. The other's going away ends it.
func (ix *Index) answer(ctx context.Context, conn net.Conn) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	context.AfterFunc(ctx, func() { conn.Close() })
	var q request
	conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	if json.NewDecoder(io.LimitReader(conn, 1<<20)).Decode(&q) != nil {
		return
	}
	var a reply
	err := error(nil)
	switch q.Op {
	case "search":
		if err = ix.CatchUp(ctx); err == nil {
			a.Results, err = ix.Search(ctx, q.Query)
		}
	case "compare":
		if err = ix.CatchUp(ctx); err == nil {
			a.Differences, err = ix.Compare(ctx)
		}
	}
	if err != nil {
		a = reply{Error: err.Error(), BadCursor: errors.Is(err, ErrBadCursor)}
	}
	json.NewEncoder(conn).Encode(a)
}
