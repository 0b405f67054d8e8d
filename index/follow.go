package index

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"moothall/archive"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	api "github.com/blevesearch/bleve_index_api"
)

const (
	// What one batch holds: records, and bytes of their text. Larger batches
	// cost memory, smaller ones merging.
	batchRecords = 2000
	batchBytes   = 16 << 20
	// A catch-up of so many changes ends by merging all segments into one.
	manyChanges = 5000
	// How often Follow asks the source.
	pollEvery = 250 * time.Millisecond
)

// CatchUp applies every change of the source that has not been. The number of
// the last one is written in the same batch as the records, so that a kill at
// any instant loses nothing and repeats nothing. It returns when the index
// holds what the source held when CatchUp was called, or more.
func (ix *Index) CatchUp(ctx context.Context) error {
	ix.writing.Lock()
	defer ix.writing.Unlock()
	ix.mu.Lock()
	g := ix.gen
	ix.mu.Unlock()
	if err := ix.catchUp(ctx, g.engine, &ix.applied); err != nil || !g.bulk {
		return err
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if err := g.filled(); err != nil {
		return err
	}
	return ix.useLocked(g)
}

// applied is where the number of the last change is kept for those who ask.
type counter interface {
	Load() uint64
	Store(uint64)
}

func (ix *Index) catchUp(ctx context.Context, e *scorch.Scorch, applied counter) error {
	if ix.source == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan batch, 1) // one is made while one is written
	go ix.batches(ctx, applied.Load(), batches)
	total, began := 0, time.Now()
	for b := range batches {
		if b.err != nil {
			return b.err
		}
		if err := e.Batch(b.batch); err != nil {
			return fmt.Errorf("index: writing: %w", err)
		}
		applied.Store(b.seq)
		total += b.changes
		if total > manyChanges {
			ix.notice(fmt.Sprintf("indexed %d changes, %.0f a second", total, float64(total)/time.Since(began).Seconds()))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if total > manyChanges {
		return merge(ctx, e)
	}
	return nil
}

// merge makes one segment of all.
func merge(ctx context.Context, e *scorch.Scorch) error {
	whole := mergeplan.SingleSegmentMergePlanOptions
	whole.SegmentsPerMergeTask = bulkSegments // all in one step, not ten at a time
	if err := e.ForceMerge(ctx, &whole); err != nil {
		return fmt.Errorf("index: merging: %w", err)
	}
	return nil
}

// A batch is changes ready to be written.
type batch struct {
	batch   *api.Batch
	seq     uint64
	changes int
	err     error
}

// batches makes batches of the changes after a number until there are no
// more, and closes out.
func (ix *Index) batches(ctx context.Context, after uint64, out chan<- batch) {
	defer close(out)
	send := func(b batch) bool {
		select {
		case out <- b:
			return b.err == nil
		case <-ctx.Done():
			return false
		}
	}
	for {
		changes, err := ix.source.Changes(ctx, after, batchRecords)
		if err != nil {
			send(batch{err: fmt.Errorf("index: following the catalogue from %d: %w", after, err)})
			return
		}
		if len(changes) == 0 {
			return
		}
		after = changes[len(changes)-1].Seq
		for len(changes) > 0 {
			n := fitting(changes)
			b, err := newBatch(changes[:n])
			if err != nil {
				send(batch{err: err})
				return
			}
			if !send(b) {
				return
			}
			changes = changes[n:]
		}
	}
}

// fitting is how many of the changes go into one batch.
func fitting(changes []archive.Change) int {
	size := 0
	for i, c := range changes {
		if c.Record != nil {
			size += len(c.Record.About().Text)
		}
		if size > batchBytes && i > 0 {
			return i
		}
	}
	return len(changes)
}

// newBatch analyses changes on all processors.
func newBatch(changes []archive.Change) (batch, error) {
	entries := make([]*entry, len(changes))
	errs := make([]error, len(changes))
	var next sync.Mutex
	at := 0
	take := func() int {
		next.Lock()
		defer next.Unlock()
		at++
		return at - 1
	}
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := take(); i < len(changes); i = take() {
				if r := changes[i].Record; r != nil {
					entries[i], errs[i] = newEntry(newDoc(r))
				}
			}
		})
	}
	wg.Wait()
	b := api.NewBatch()
	for i, c := range changes {
		if errs[i] != nil {
			return batch{}, fmt.Errorf("index: %s: %w", c.ID, errs[i])
		}
		// The change's own ID: it is what a later change or removal will name.
		if c.Record == nil {
			b.Delete(string(c.ID))
			continue
		}
		entries[i].name = string(c.ID)
		b.Update(entries[i])
	}
	last := changes[len(changes)-1].Seq
	b.SetInternal(seqKey, encodeSeq(last))
	return batch{batch: b, seq: last, changes: len(changes)}, nil
}

// Follow keeps the index level with its source until ctx is done: what another
// process ingests can be found within a second or so. It also moves to a new
// generation when another process has made one. What fails is logged and
// tried again.
func (ix *Index) Follow(ctx context.Context) error {
	failing := ""
	for pause(ctx, pollEvery) {
		err := ix.follow(ctx)
		switch {
		case err == nil:
			failing = ""
		case ctx.Err() != nil:
			return ctx.Err()
		case err.Error() != failing:
			failing = err.Error()
			ix.log.Error("the index does not follow the catalogue; trying again", "err", err)
		}
	}
	return ctx.Err()
}

func (ix *Index) follow(ctx context.Context) error {
	if err := ix.move(); err != nil {
		return err
	}
	if ix.source == nil {
		return nil
	}
	seq, err := ix.source.Seq(ctx)
	if err != nil {
		return fmt.Errorf("index: following the catalogue: %w", err)
	}
	switch have := ix.applied.Load(); {
	case seq > have:
		return ix.CatchUp(ctx)
	case seq < have:
		// The catalogue was put back to an earlier state.
		ix.log.Warn("the index is ahead of the catalogue and is made anew", "index", have, "catalogue", seq)
		return ix.Rebuild(ctx)
	}
	return nil
}
