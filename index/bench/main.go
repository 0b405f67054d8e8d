// Command bench measures the index beside SQLite FTS5: the same records, the
// same questions, the same run. It prints a Markdown table.
//
// It is separate from the index's tests because it takes minutes and asserts
// nothing; `make bench` runs it.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"
)

func main() {
	sizes := flag.String("n", "10000,100000", "sizes of archive to measure, in records")
	each := flag.Duration("each", 2*time.Second, "how long each kind of question is asked, of each engine, by each number of clients")
	keep := flag.String("dir", "", "where to build, and to keep what is built; a temporary folder where empty")
	ours := flag.Bool("ours", false, "leave SQLite out")
	profile := flag.String("cpuprofile", "", "write a CPU profile of our searches here")
	flag.Parse()
	if err := run(*sizes, *each, *keep, *ours, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(sizes string, each time.Duration, keep string, oursOnly bool, profile string) error {
	ctx := context.Background()
	fmt.Printf("Measured on %s, %d processors, %s, %s, Go %s. Times in milliseconds.\n", processor(), runtime.NumCPU(), memory(), runtime.GOOS, strings.TrimPrefix(runtime.Version(), "go"))
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return err
		}
		dir := keep
		if dir == "" {
			if dir, err = os.MkdirTemp("", "moothall-bench-"); err != nil {
				return err
			}
			defer os.RemoveAll(dir)
		}
		if err := measure(ctx, n, each, filepath.Join(dir, strconv.Itoa(n)), oursOnly, profile); err != nil {
			return fmt.Errorf("%d records: %w", n, err)
		}
	}
	return nil
}

func measure(ctx context.Context, n int, each time.Duration, dir string, oursOnly bool, profile string) error {
	g := newGenerator()
	gen, text := generating(g, n)
	fmt.Printf("\n**%d records**, %.0f MB of text\n\n", n, float64(text)/1e6)

	var engines []engine
	ours, built, err := buildOurs(ctx, g, n, filepath.Join(dir, "index"))
	if err != nil {
		return err
	}
	defer ours.Close()
	engines = append(engines, ours)
	figures := []building{built}
	if !oursOnly {
		lite, built, err := buildSQLite(ctx, g, n, filepath.Join(dir, "sqlite"))
		if err != nil {
			return err
		}
		defer lite.Close()
		engines = append(engines, lite)
		figures = append(figures, built)
	}
	printBuilding(engines, figures, n, text, gen)

	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprint(w, "\n| question | clients |")
	for _, e := range engines {
		fmt.Fprintf(w, " %s p50 | p99 |", e.Name())
	}
	fmt.Fprint(w, " ours / SQLite |\n|---|--:|")
	for range engines {
		fmt.Fprint(w, "--:|--:|")
	}
	fmt.Fprintln(w, "--:|")
	for _, k := range kinds {
		for _, clients := range []int{1, 8} {
			fmt.Fprintf(w, "| %s | %d |", k.name, clients)
			var p50 []float64
			for _, e := range engines {
				t, err := ask(ctx, e, k, g, clients, each)
				if err != nil {
					return fmt.Errorf("%s: %s: %w", e.Name(), k.name, err)
				}
				p50 = append(p50, t.p50)
				fmt.Fprintf(w, " %s | %s |", ms(t.p50), ms(t.p99))
			}
			if len(p50) == 2 {
				fmt.Fprintf(w, " %.3f |", p50[0]/p50[1])
			}
			fmt.Fprintln(w)
			w.Flush()
		}
	}
	return nil
}

func ms(v float64) string {
	switch {
	case v < 0.1:
		return fmt.Sprintf("%.3f", v)
	case v < 10:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

func printBuilding(engines []engine, figures []building, n int, text int64, gen building) {
	fmt.Println("| indexing | records/s | records per CPU second | peak memory MB | size over text |\n|---|--:|--:|--:|--:|")
	var rates []float64
	for i, b := range figures {
		// What it cost to make the records up is not the engine's.
		cpu := (b.cpu - gen.cpu).Seconds()
		rates = append(rates, float64(n)/cpu)
		fmt.Printf("| %s | %.0f | %.0f | %d | %.2f |\n", engines[i].Name(), float64(n)/b.wall.Seconds(), float64(n)/cpu, b.peak>>20, float64(b.size)/float64(text))
	}
	if len(rates) == 2 {
		fmt.Printf("\nOurs indexes %.2f times as many records per CPU second as SQLite.\n", rates[0]/rates[1])
	}
}
