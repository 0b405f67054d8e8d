package main

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A building is what it cost to index.
type building struct {
	wall, cpu time.Duration
	peak      int64 // bytes held at most, files mapped into memory left out where the system tells
	size      int64 // bytes on disk
	began     time.Time
	used      time.Duration
	stop      chan struct{}
	done      chan int64
}

func begin() building {
	runtime.GC()
	b := building{began: time.Now(), used: cpuTime(), stop: make(chan struct{}), done: make(chan int64)}
	go watchMemory(b.stop, b.done)
	return b
}

func (b *building) end() {
	b.wall, b.cpu = time.Since(b.began), cpuTime()-b.used
	close(b.stop)
	b.peak = <-b.done
}

// generating is what making up the records costs by itself.
func generating(g *generator, n int) (b building, text int64) {
	b = begin()
	for i := range n {
		h := g.record(i).About()
		text += int64(len(h.Text) + len(h.Title))
	}
	b.end()
	return b, text
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// watchMemory follows the process's own memory until it is told to stop.
func watchMemory(stop chan struct{}, done chan int64) {
	peak := int64(0)
	t := time.NewTicker(20 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-stop:
			done <- peak
			return
		case <-t.C:
			peak = max(peak, anonymous())
		}
	}
}

// anonymous is the memory that is no file's, in bytes.
func anonymous() int64 {
	b, err := os.ReadFile("/proc/self/status")
	if err == nil {
		for _, line := range strings.Split(string(b), "\n") {
			var kb int64
			if n, _ := fmt.Sscanf(line, "RssAnon: %d kB", &kb); n == 1 {
				return kb << 10
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}

func size(dir string) (n int64) {
	filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if i, err := d.Info(); err == nil {
				n += i.Size()
			}
		}
		return nil
	})
	return n
}

// A kind of question, with how its words are drawn.
type kind struct {
	name string
	make func(g *generator, rnd *rand.Rand) question
}

// common, middling and rare are ranks in the vocabulary, stop words left out.
func drawn(from, to, n int) func(g *generator, rnd *rand.Rand) string {
	return func(g *generator, rnd *rand.Rand) string {
		var list []string
		for range n {
			list = append(list, g.words[from+rnd.IntN(to-from)])
		}
		return strings.Join(list, " ")
	}
}

var (
	common   = drawn(60, 125, 1)
	middling = drawn(300, 2000, 1)
	three    = drawn(60, 600, 3)
)

var kinds = []kind{
	{"common word", func(g *generator, r *rand.Rand) question { return question{words: common(g, r)} }},
	{"phrase", func(g *generator, r *rand.Rand) question {
		return question{words: g.phrases[r.IntN(len(g.phrases))], phrase: true}
	}},
	{"three words", func(g *generator, r *rand.Rand) question { return question{words: three(g, r)} }},
	{"common word, five facets", func(g *generator, r *rand.Rand) question { return question{words: common(g, r), facets: true} }},
	{"common word, five facets, ten snippets", func(g *generator, r *rand.Rand) question {
		return question{words: common(g, r), facets: true, snippets: true}
	}},
	{"middling word, five facets, ten snippets", func(g *generator, r *rand.Rand) question {
		return question{words: middling(g, r), facets: true, snippets: true}
	}},
	{"three words, five facets, ten snippets", func(g *generator, r *rand.Rand) question {
		return question{words: three(g, r), facets: true, snippets: true}
	}},
	{"common word, three groups ticked", func(g *generator, r *rand.Rand) question {
		return question{words: common(g, r), facets: true, snippets: true, ticked: true}
	}},
	{"landing page", func(*generator, *rand.Rand) question { return question{facets: true, snippets: true, front: true} }},
}

type times struct{ p50, p99 float64 } // milliseconds

// ask asks one kind of question for a while, each client as soon as it has
// its answer.
func ask(ctx context.Context, e engine, k kind, g *generator, clients int, each time.Duration) (times, error) {
	var mu sync.Mutex
	var all []float64
	var first error
	var wg sync.WaitGroup
	end := time.Now().Add(each)
	for c := range clients {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(uint64(c), 31))
			var list []float64
			for n := 0; n < 5 || time.Now().Before(end); n++ {
				q := k.make(g, rnd)
				began := time.Now()
				if _, err := e.Ask(ctx, q); err != nil {
					mu.Lock()
					first = fmt.Errorf("%q: %w", q.words, err)
					mu.Unlock()
					return
				}
				list = append(list, float64(time.Since(began).Nanoseconds())/1e6)
			}
			mu.Lock()
			defer mu.Unlock()
			all = append(all, list...)
		})
	}
	wg.Wait()
	if first != nil {
		return times{}, first
	}
	slices.Sort(all)
	return times{all[len(all)/2], all[len(all)*99/100]}, nil
}

func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if name, ok := strings.CutPrefix(s.Text(), "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "\t :"))
		}
	}
	return runtime.GOARCH
}

func memory() string {
	b, err := os.ReadFile("/proc/meminfo")
	var kb int64
	if err == nil {
		if n, _ := fmt.Sscanf(string(b), "MemTotal: %d kB", &kb); n == 1 {
			return fmt.Sprintf("%d GB", (kb+1<<19)>>20)
		}
	}
	return "memory unknown"
}
