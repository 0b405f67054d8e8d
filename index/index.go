// Package index answers questions about what the catalogue holds: full text,
// facets, dates, ranking, snippets.
//
// It is separate because it is a projection: everything in it is made from
// the catalogue, follows it by sequence number, and may be thrown away. Only
// this package knows Bleve, and it uses it for what it does best: building,
// keeping and merging immutable segments with a crash-safe root. What Bleve
// does badly it does itself, on the segments: counting facets through columns
// (columns.go), BM25 with true statistics (rank.go), cutting snippets for the
// ten hits shown (snippet.go), reading what people type (query.go). What that
// costs: this package reads segments through Bleve's segment interface, and a
// new major version of Bleve means reading exec.go again.
package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"moothall/archive"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// A Source is what the index follows: the catalogue, or a slice in a test.
type Source interface {
	// Changes gives up to limit changes after a sequence number, in order. A
	// record that changed several times may be given once, at its last change.
	Changes(ctx context.Context, after uint64, limit int) ([]archive.Change, error)
	// Seq is the number of the last change.
	Seq(ctx context.Context) (uint64, error)
}

// Config is what an index needs besides its folder.
type Config struct {
	Source Source       // nil for an index that is only searched
	Log    *slog.Logger // nil for none
	// Notice is told about long work, in words for a person; nil for nobody.
	Notice func(string)
}

// ErrLocked is returned, wrapped, by Open while another process has the index
// open. That process can be asked instead: see Attach.
var ErrLocked = errors.New("index: in use by another process")

// An Index is open in one process at a time. Its methods may be called from
// any number of goroutines.
type Index struct {
	dir    string // "" for one in memory
	source Source
	log    *slog.Logger
	notice func(string)
	gate   gate

	writing sync.Mutex // one batch after the other
	applied atomic.Uint64

	mu      sync.Mutex // the fields below
	gen     *generation
	view    *view
	columns map[uint64]*columns
	values  *values
	closed  bool

	peer io.Closer // see peer.go; nil where there is none
}

// Open opens the index in dir, or begins a new one. An index of another
// format, or whose making was broken off, is made anew when it next catches
// up; Open says so in the log.
func Open(dir string, c Config) (*Index, error) {
	ix := newIndex(dir, c)
	g, err := openCurrent(dir, ix.log)
	if err != nil {
		return nil, err
	}
	if err := ix.use(g); err != nil {
		g.close()
		return nil, err
	}
	ix.sweep()
	if ix.peer, err = ix.listen(); err != nil {
		// Everything but a second process works without.
		ix.log.Warn("other commands cannot ask this process while it has the index", "err", err)
	}
	return ix, nil
}

func newIndex(dir string, c Config) *Index {
	ix := &Index{dir: dir, source: c.Source, log: c.Log, notice: c.Notice, gate: newGate()}
	if ix.log == nil {
		ix.log = slog.New(slog.DiscardHandler)
	}
	if ix.notice == nil {
		ix.notice = func(string) {}
	}
	return ix
}

// use makes g the generation that answers.
func (ix *Index) use(g *generation) error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return ix.useLocked(g)
}

func (ix *Index) useLocked(g *generation) error {
	reader, err := g.engine.Reader()
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer reader.Close()
	seq, err := reader.GetInternal(seqKey)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if ix.view != nil {
		ix.view.release()
	}
	ix.gen, ix.view, ix.columns, ix.values = g, nil, nil, newValues()
	ix.applied.Store(decodeSeq(seq))
	return nil
}

// look gives the newest view, which the caller must release.
func (ix *Index) look() (*view, error) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if ix.closed {
		return nil, errors.New("index: closed")
	}
	reader, err := ix.gen.engine.Reader()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if ix.view != nil && ix.view.reader == reader {
		reader.Close()
		ix.view.hold()
		return ix.view, nil
	}
	v, used, err := newView(reader, ix.columns, ix.values)
	if err != nil {
		reader.Close()
		return nil, err
	}
	if ix.view != nil {
		ix.view.release()
	}
	ix.view, ix.columns = v, used
	v.hold()
	return v, nil
}

// Seq is the last change of the source that can be searched.
func (ix *Index) Seq() uint64 { return ix.applied.Load() }

// Count is how many records can be found.
func (ix *Index) Count() (int, error) {
	v, err := ix.look()
	if err != nil {
		return 0, err
	}
	defer v.release()
	return v.docs, nil
}

// Close lets go of the index. Searches must have ended.
func (ix *Index) Close() error {
	if ix.peer != nil {
		ix.peer.Close()
	}
	ix.writing.Lock()
	defer ix.writing.Unlock()
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if ix.closed {
		return nil
	}
	ix.closed = true
	if ix.view != nil {
		ix.view.release()
		ix.view = nil
	}
	return ix.gen.close()
}

// A gate lets as many searches run at once as there are processors: more only
// make each other late.
type gate chan struct{}

func newGate() gate { return make(gate, runtime.GOMAXPROCS(0)) }

func (g gate) enter(ctx context.Context) error {
	select {
	case g <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g gate) leave() { <-g }

// openEngine opens Bleve's scorch in a folder, "" for memory. A bulk engine is
// one that is being filled: it merges nothing by itself, for all of it is
// merged once when it is full.
func openEngine(dir string, bulk bool) (*scorch.Scorch, error) {
	config := map[string]any{
		"path":               dir,
		"bolt_timeout":       "1s", // without it a second opener waits for ever
		"numSnapshotsToKeep": 1,
	}
	if bulk {
		config["scorchMergePlanOptions"] = map[string]any{"maxSegmentsPerTier": bulkSegments, "segmentsPerMergeTask": bulkSegments}
	}
	if dir == "" {
		// In memory Bleve neither persists nor merges.
		config["unsafe_batch"] = true
	}
	e, err := scorch.NewScorch(scorch.Name, config, api.NewAnalysisQueue(1))
	if err != nil {
		return nil, err
	}
	if err := e.Open(); err != nil {
		return nil, err
	}
	return e.(*scorch.Scorch), nil
}

// bulkSegments is more segments than are ever merged at once.
const bulkSegments = 100_000

var seqKey = []byte("seq")

// pause sleeps, or returns false when ctx is done.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func inside(dir string, parts ...string) string {
	return filepath.Join(append([]string{dir}, parts...)...)
}
