package ingest

import (
	"fmt"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A slowJob is a document that was read and kept as far as that is quick, and
// waits to be finished until all others have been read: one scan takes as long
// as hundreds of papers with text. Its bytes are in the vault, not here.
type slowJob struct {
	order  int
	raw    archive.Raw // without its bytes
	digest archive.Digest
}

// slowKey names a document of the slow queue.
type slowKey struct {
	order  int
	digest archive.Digest
}

func (res result) key() slowKey { return slowKey{res.order, res.entry.SHA256} }

// later puts a document in the slow queue.
func (r *run) later(j slowJob) {
	j.raw.Bytes = nil
	r.mu.Lock()
	defer r.mu.Unlock()
	r.slow = append(r.slow, j)
}

// nextSlow takes the document that waits longest.
func (r *run) nextSlow() (slowJob, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.slow) == 0 {
		return slowJob{}, false
	}
	j := r.slow[0]
	r.slow = r.slow[1:]
	return j, true
}

// workSlowly finishes documents until none waits, or the run is stopped.
func (r *run) workSlowly() {
	for r.ctx.Err() == nil {
		j, ok := r.nextSlow()
		if !ok {
			return
		}
		if err := r.finish(j); err != nil {
			r.stop(err)
			return
		}
	}
}

// finish reads a document again, slowly. What is inside it was seen to the
// first time.
func (r *run) finish(j slowJob) (err error) {
	if j.raw.Bytes, err = r.Bytes(j.digest); err != nil {
		return fmt.Errorf("ingest: %s: its bytes cannot be read back: %w", j.raw.Name, err)
	}
	ctx := extract.WithProgress(r.ctx, func(page, pages int) {
		r.send(result{path: j.raw.Name, page: page, pages: pages})
	})
	reading, err := r.Reader.read(ctx, j.raw, j.digest, true)
	if err != nil {
		return err
	}
	r.send(r.read(j.order, j.raw.Name, reading))
	return nil
}

// bothTimes is what keeping a document changed, the first time of one from the
// slow queue included.
func (r *run) bothTimes(res result, now archive.Kept) archive.Kept {
	before, ok := r.kept[res.key()]
	delete(r.kept, res.key())
	if !ok || before == archive.KeptUnchanged || before == archive.KeptEarlier {
		return now
	}
	return before
}
