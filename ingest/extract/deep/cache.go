package deep

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/pdfium"
	"moothall/ingest/extract/worker"
)

// Config says how jobs are run.
type Config struct {
	Command []string // the reading process; with "--warm" after it, it fills the cache of the compiled engine
	Env     []string
	// Cache is the folder for compiled engines, 19 MB. It is made, and emptied
	// of the engines of other versions. Without it each reading process
	// compiles the engine for itself, which takes seconds.
	Cache    string
	Workers  int           // processes at once
	Deadline time.Duration // of one job; 90 s, for a page may be read three times on a busy machine
}

// memory is how many bytes of data a reading process may hold that runs the
// second engine: its sandbox takes three and a half times its own limit for a
// moment when it grows.
const memory = 700 << 20

// Start gives the pool for jobs. No process is started, and no engine
// compiled, before the first job.
func Start(c Config) *Processes {
	p := &Processes{config: c, warm: make(chan struct{})}
	env := c.Env
	if c.Cache != "" {
		p.folder = filepath.Join(c.Cache, engineName())
		env = append(append([]string(nil), env...), cacheVar+"="+p.folder)
	}
	if c.Deadline == 0 {
		c.Deadline = 90 * time.Second
	}
	p.pool = worker.New(worker.Config{
		Command: c.Command, Env: env, Workers: c.Workers, Memory: memory, Deadline: c.Deadline, Papers: 100,
	})
	return p
}

// Processes do jobs.
type Processes struct {
	config Config
	pool   *worker.Pool
	folder string
	warmed sync.Once
	warm   chan struct{} // closed when the cache is full, or cannot be
}

// Read does a job.
func (p *Processes) Read(ctx context.Context, media string, raw []byte) (extract.Paper, error) {
	if err := p.Warm(ctx); err != nil {
		return extract.Paper{}, err
	}
	return p.pool.Read(ctx, media, raw)
}

// Warm has the cache of the compiled engine filled where it is not, once, and
// waits for that: seconds the first time on a machine, up to half a minute on
// a busy one. It goes on when nobody waits any more; the error is ctx's.
// Whoever gives a job a deadline calls it first, with another.
func (p *Processes) Warm(ctx context.Context) error {
	p.warmed.Do(func() {
		go func() {
			defer close(p.warm)
			if p.folder != "" {
				// Without the cache the reading processes are slower; that is all.
				_ = warm(p.config.Command, p.config.Env, p.folder)
			}
		}()
	})
	select {
	case <-p.warm:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Close ends the processes.
func (p *Processes) Close() error { return p.pool.Close() }

// ready is the file that says that a cache is complete.
const ready = "ready"

// warm has a process without limits fill the cache. The reading processes
// cannot: they may not write files.
func warm(command, env []string, folder string) error {
	if _, err := os.Stat(filepath.Join(folder, ready)); err == nil {
		return nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("deep: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], append(append([]string(nil), command[1:]...), WarmFlag, folder)...)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("deep: fill the cache: %w: %s", err, out)
	}
	dropOthers(folder)
	return nil
}

// WarmFlag, with a folder after it, has the reading process fill the cache
// (Warm) and end.
const WarmFlag = "--warm"

// Warm compiles the engine into a folder.
func Warm(folder string) error {
	e, err := pdfium.Start(pdfium.Config{Cache: folder})
	if err != nil {
		return err
	}
	if err := e.Close(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, ready), nil, 0o600); err != nil {
		return fmt.Errorf("deep: %w", err)
	}
	return nil
}

// dropOthers removes the engines of other versions beside folder. Only what is
// named as one is touched.
func dropOthers(folder string) {
	entries, err := os.ReadDir(filepath.Dir(folder))
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != filepath.Base(folder) && strings.HasPrefix(e.Name(), enginePrefix) {
			// What cannot be removed now is removed another time.
			_ = os.RemoveAll(filepath.Join(filepath.Dir(folder), e.Name()))
		}
	}
}

const enginePrefix = "pdfium-"

// engineName names the compiled engine: another version, or another sort of
// machine, needs another.
func engineName() string {
	name := enginePrefix + runtime.GOOS + "-" + runtime.GOARCH
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			switch m.Path {
			case "github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero":
				name += "-" + strings.ReplaceAll(m.Version, "/", "_")
			}
		}
	}
	return name
}
