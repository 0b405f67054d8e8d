package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
)

// Rebuild makes the index anew from its source while the old one answers, and
// then changes over.
func (ix *Index) Rebuild(ctx context.Context) error {
	if ix.dir == "" {
		return errors.New("index: one in memory cannot be rebuilt")
	}
	n, err := ix.build(ctx)
	if err != nil {
		return err
	}
	if err := setCurrent(ix.dir, n); err != nil {
		return err
	}
	return ix.move()
}

// Rebuild makes the index in dir anew, whether or not another process has it
// open. One that has goes on answering from the old index until the new one
// is whole, and moves to it by itself.
func Rebuild(ctx context.Context, dir string, c Config) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	ix := newIndex(dir, c)
	n, err := ix.build(ctx)
	if err != nil {
		return err
	}
	old, err := currentNumber(dir)
	if err != nil {
		return err
	}
	if err := setCurrent(dir, n); err != nil {
		return err
	}
	if old > 0 && old != n {
		if held, err := lock(inside(genDir(dir, old), lockFile)); err == nil {
			os.RemoveAll(genDir(dir, old))
			held.Close()
		}
	}
	return nil
}

// build makes a new generation whole and closes it again.
func (ix *Index) build(ctx context.Context) (number int, err error) {
	making, err := lock(inside(ix.dir, rebuildingFile))
	if errors.Is(err, ErrLocked) {
		return 0, errors.New("index: a rebuild is already running")
	}
	if err != nil {
		return 0, err
	}
	defer making.Close()
	g, err := newGeneration(ix.dir)
	if err != nil {
		return 0, err
	}
	var applied atomic.Uint64
	err = ix.catchUp(ctx, g.engine, &applied)
	if err == nil {
		err = merge(ctx, g.engine)
	}
	if cerr := g.close(); err == nil {
		err = cerr
	}
	if err != nil {
		os.RemoveAll(g.dir)
		return 0, err
	}
	return g.number, nil
}

// move goes over to the generation that is named, if it is another.
func (ix *Index) move() error {
	if ix.dir == "" {
		return nil
	}
	n, err := currentNumber(ix.dir)
	if err != nil {
		return err
	}
	ix.writing.Lock()
	defer ix.writing.Unlock()
	ix.mu.Lock()
	old := ix.gen
	closed := ix.closed
	ix.mu.Unlock()
	if closed || n == 0 || n == old.number || formatOf(ix.dir, n) != format {
		return nil
	}
	g, err := openGeneration(ix.dir, n, false)
	if err != nil {
		return err
	}
	if err := ix.use(g); err != nil {
		g.close()
		return err
	}
	ix.log.Info("the index was made anew and is in use", "generation", n)
	// Whoever still looks at the old one holds its files open.
	if err := old.close(); err != nil {
		ix.log.Warn("closing the former index", "err", err)
	}
	os.RemoveAll(old.dir)
	return nil
}
