//go:build unix

// Scanbench measures how scans are read: it draws papers whose text is known,
// spoils the drawing as an office scanner would, and compares what OCR gives
// with what the papers say.
//
// It is no test because a run takes minutes and its figures are to be read by
// a person:
//
//	go run ./ingest/extract/deep/scanbench [-paper NAME] [-kind NAME]
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/deep"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
)

func main() {
	log.SetFlags(0)
	folder := flag.String("papers", "ingest/extract/pdf/testdata", "folder of papers")
	paper := flag.String("paper", "", "only papers with this in their names")
	kind := flag.String("kind", "", "only this kind of scan")
	keep := flag.String("keep", "", "a folder to leave the scans in")
	show := flag.Bool("show", false, "print what was read")
	flag.Parse()
	names, err := filepath.Glob(filepath.Join(*folder, "*.in.pdf"))
	check(err)
	cache, err := os.UserCacheDir()
	check(err)
	engine, err := pdfium.Start(pdfium.Config{Cache: filepath.Join(cache, "moothall", "scanbench")})
	check(err)
	b := bench{engine: engine, jobs: deep.NewJobs(), keep: *keep, show: *show}
	fmt.Println("| scan | pages | word F1 | worst | bigram recall | character errors | headings | entries | rows | running | CPU seconds a page |")
	fmt.Println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
	check(b.warm(names[0]))
	for _, s := range spoils {
		if *kind != "" && s.name != *kind {
			continue
		}
		var all total
		for _, name := range names {
			base := strings.TrimSuffix(filepath.Base(name), ".in.pdf")
			if chosen[base] && strings.Contains(base, *paper) {
				check(b.paper(name, base, s, &all))
			}
		}
		fmt.Println(all.row(s.name))
	}
}

// warm has the engine of the jobs compiled, which is no page's cost.
func (b *bench) warm(name string) error {
	raw, err := os.ReadFile(name)
	if err == nil {
		_, _, err = b.jobs.Read("pdf picture 1 600", raw)
	}
	return err
}

// chosen are the papers: one of each layout, most in one producer's hand.
var chosen = map[string]bool{
	"attendance-chromium": true, "budget-chromium": true, "columns-chromium": true, "landscape-chromium": true,
	"lists-libreoffice": true, "minutes-libreoffice": true, "minutes-chromium": true, "notice-groff": true,
	"pack-chromium": true, "report-libreoffice": true, "cymraeg-chromium": true,
}

type bench struct {
	engine *pdfium.Engine
	jobs   *deep.Jobs
	keep   string
	show   bool
}

// paper scans one paper, reads the scan and adds to the total.
func (b *bench) paper(name, base string, s spoil, all *total) error {
	raw, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	truth, err := pdf.Read(raw)
	if err != nil {
		return fmt.Errorf("%s: %w", base, err)
	}
	var pages []page
	for n := range truth.Pages {
		drawn, width, err := b.engine.Render(raw, n+1, s.dpi)
		if err != nil {
			return fmt.Errorf("%s: %w", base, err)
		}
		_ = width
		pages = append(pages, s.page(drawn, truth.Pages[n].Width, truth.Pages[n].Height, uint64(n)))
	}
	scan := bind(pages)
	if b.keep != "" {
		if err := os.WriteFile(filepath.Join(b.keep, base+"-"+s.name+".pdf"), scan, 0o600); err != nil {
			return err
		}
	}
	reader := &deep.Reader{First: b, Deep: b, OCR: b.jobs.OCR}
	began := cpu()
	got, err := reader.Read(context.Background(), "pdf", scan)
	if err == nil {
		got, err = reader.Finish(context.Background(), scan, got)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", base, err)
	}
	c := compare(truth, got)
	c.seconds = (cpu() - began).Seconds()
	if b.show {
		fmt.Println(base, s.name, c)
		fmt.Printf("lost %q, read instead %q\n", without(words(truth), words(got)), without(words(got), words(truth)))
		for _, p := range got.Pages {
			fmt.Println("== page", p.Number, "running", p.Running, p.Unread)
			for _, bl := range p.Blocks {
				fmt.Printf("%d.%d [%s] %s\n", bl.Kind, bl.Level, bl.Marker, bl.Text)
			}
		}
	}
	all.add(c)
	return nil
}

// cpu is the processor time that this process and the programs it ran have
// taken: what a page costs, whatever else the machine is doing.
func cpu() (sum time.Duration) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		check(syscall.Getrusage(who, &u))
		sum += time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	return sum
}

// Read does a job, or reads a paper, in this process.
func (b *bench) Read(_ context.Context, media string, raw []byte) (extract.Paper, error) {
	if p, ok, err := b.jobs.Read(media, raw); ok {
		return p, err
	}
	return pdf.Read(raw)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
