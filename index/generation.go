package index

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// The folder of an index holds generations: gen-1, gen-2 … each a whole
// index, and a file that names the one in use. A rebuild makes the next one
// beside it and then changes the name, so that at any instant there is one
// whole index, and a kill leaves at most a folder that nothing names.
//
//	current            the number in use
//	rebuilding         locked while a new generation is made
//	gen-7/lock         locked by whoever has the generation open
//	gen-7/format.json  what it was made by
//	gen-7/store/       Bleve's own
const (
	currentFile    = "current"
	rebuildingFile = "rebuilding"
	lockFile       = "lock"
	formatFile     = "format.json"
	storeDir       = "store"
)

// A generation is one whole index, open.
type generation struct {
	number int
	dir    string
	lock   *os.File
	engine *scorch.Scorch
	bulk   bool // it has not been filled yet
}

// madeBy is what format.json says.
type madeBy struct {
	Format int `json:"format"`
}

// openCurrent opens the generation in use, or begins one: the first, or
// another where the one in use was made by a different version.
func openCurrent(dir string, log *slog.Logger) (*generation, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	n, err := currentNumber(dir)
	if err != nil {
		return nil, err
	}
	if n > 0 && formatOf(dir, n) == format {
		return openGeneration(dir, n, false)
	}
	if n > 0 {
		log.Warn("the index was made by another version of this program and is made anew", "had", formatOf(dir, n), "wanted", format)
		old, err := lock(inside(genDir(dir, n), lockFile))
		if err != nil {
			return nil, err
		}
		defer old.Close()
	}
	g, err := newGeneration(dir)
	if err != nil {
		return nil, err
	}
	if err := setCurrent(dir, g.number); err != nil {
		g.close()
		return nil, err
	}
	return g, nil
}

// newGeneration begins one that nothing names yet.
func newGeneration(dir string) (*generation, error) {
	n := 1
	for _, have := range generations(dir) {
		n = max(n, have+1)
	}
	if err := os.MkdirAll(genDir(dir, n), 0o700); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	b, _ := json.Marshal(madeBy{format})
	if err := writeWhole(inside(genDir(dir, n), formatFile), b); err != nil {
		return nil, err
	}
	return openGeneration(dir, n, true)
}

func openGeneration(dir string, n int, bulk bool) (*generation, error) {
	g := &generation{number: n, bulk: bulk}
	store := ""
	if dir != "" {
		g.dir = genDir(dir, n)
		store = inside(g.dir, storeDir)
		var err error
		// An older version made it for everybody to read.
		if err = os.Chmod(g.dir, 0o700); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
		if g.lock, err = lock(inside(g.dir, lockFile)); err != nil {
			return nil, err
		}
	}
	var err error
	if g.engine, err = openEngine(store, bulk); err != nil {
		if g.lock != nil {
			g.lock.Close()
		}
		return nil, fmt.Errorf("index: generation %d: %w", n, err)
	}
	return g, nil
}

func (g *generation) close() error {
	err := g.engine.Close()
	if g.lock != nil {
		g.lock.Close()
	}
	if err != nil {
		return fmt.Errorf("index: closing: %w", err)
	}
	return nil
}

// filled ends the filling of a new generation.
func (g *generation) filled() (err error) {
	if err := g.engine.Close(); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if g.engine, err = openEngine(inside(g.dir, storeDir), false); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	g.bulk = false
	return nil
}

func genDir(dir string, n int) string { return inside(dir, "gen-"+strconv.Itoa(n)) }

// generations lists the numbers of all there are.
func generations(dir string) []int {
	var list []int
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if s, ok := strings.CutPrefix(e.Name(), "gen-"); ok {
			if n, err := strconv.Atoi(s); err == nil {
				list = append(list, n)
			}
		}
	}
	return list
}

// currentNumber is the generation in use, 0 where there is none yet.
func currentNumber(dir string) (int, error) {
	b, err := os.ReadFile(inside(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("index: %w", err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || n < 1 || !exists(genDir(dir, n)) {
		return 0, nil // the index can always be made anew
	}
	return n, nil
}

func setCurrent(dir string, n int) error {
	return writeWhole(inside(dir, currentFile), []byte(strconv.Itoa(n)+"\n"))
}

// formatOf is 0 where it cannot be told.
func formatOf(dir string, n int) int {
	var m madeBy
	b, err := os.ReadFile(inside(genDir(dir, n), formatFile))
	if err != nil || json.Unmarshal(b, &m) != nil {
		return 0
	}
	return m.Format
}

// writeWhole puts a file in place in one step.
func writeWhole(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

// sweep removes what killed rebuilds and former generations left, unless one
// is being made at the moment.
func (ix *Index) sweep() {
	making, err := lock(inside(ix.dir, rebuildingFile))
	if err != nil {
		return
	}
	defer making.Close()
	for _, n := range generations(ix.dir) {
		if n == ix.gen.number {
			continue
		}
		held, err := lock(inside(genDir(ix.dir, n), lockFile))
		if err != nil {
			continue // somebody still answers from it
		}
		os.RemoveAll(genDir(ix.dir, n))
		held.Close()
	}
	left, _ := filepath.Glob(inside(ix.dir, "*.new-*"))
	for _, f := range left {
		os.Remove(f)
	}
}

func encodeSeq(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func decodeSeq(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}
