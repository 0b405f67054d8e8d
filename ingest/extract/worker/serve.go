package worker

import (
	"errors"
	"io"
	"os"
	"runtime/debug"
)

// Serve is the child's side: it reads requests from r and answers them on w,
// one after the other, until r ends. It sets this process's limits first, so
// it belongs at the start of a process that does nothing else.
//
// When r ends while a job is being done the asker is gone: Serve returns an
// error at once, leaving the reading behind, and its caller must exit.
//
// A panic of do is not caught: it ends the process, and the asker reports
// its first line.
func Serve(r io.Reader, w io.Writer, do Func) error {
	if f, ok := w.(*os.File); ok && f == os.Stdout {
		os.Stdout = os.Stderr // a library that prints must not answer for us
	}
	lim := limitsFromEnv(os.Environ())
	if err := lim.set(); err != nil {
		return err
	}
	debug.SetMaxStack(64 << 20)

	requests := make(chan request)
	gone := make(chan error, 1)
	done := make(chan struct{})
	defer close(done)
	go func() {
		for {
			q, err := readRequest(r)
			if err != nil {
				gone <- err
				return
			}
			select {
			case requests <- q:
			case <-done:
				return
			}
		}
	}()
	for {
		var q request
		select {
		case q = <-requests:
		case err := <-gone:
			if err == io.EOF {
				return nil
			}
			return err
		}
		if err := lim.more(q.seconds); err != nil {
			return err
		}
		answers := make(chan answer, 1)
		size := len(q.raw)
		// Nobody else writes while the job is being done; that the asker is gone
		// is found out below.
		half := func() { _ = answer{status: halfway}.write(w) }
		go func() { answers <- newAnswer(do(q.job, q.raw, half)) }()
		select {
		case a := <-answers:
			if err := a.write(w); err != nil {
				return err
			}
		case <-gone:
			return errors.New("worker: whoever asked is gone")
		}
		if size > 4<<20 {
			debug.FreeOSMemory() // the next paper is likely small, and the child may wait long for it
		}
	}
}
