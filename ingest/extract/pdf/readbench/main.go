//go:build unix

// Readbench reads PDFs with our reader and with the programs others use, and
// prints how they compare: words found, order kept, words glued or split,
// speed. The reference for each paper is what pdftotext, mutool and, if asked
// for, PDFium agree on, so those score themselves a little kindly.
//
//	go run ./ingest/extract/pdf/readbench [-worst N] [-show FILE] FOLDER…
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
	"moothall/ingest/extract/pdf/quality"
)

func main() {
	worst := flag.Int("worst", 10, "how many of the worst papers to list")
	show := flag.Bool("show", false, "print the words that differ")
	cache := flag.String("cache", "", "keep what the other programs read in this folder")
	third := flag.Bool("pdfium", false, "compare with PDFium too")
	broken := flag.Bool("hostile", false, "read each file in a process of its own with limits, and count what came of it")
	single := flag.String("one", "", "read one file under the limits (what -hostile runs)")
	read := flag.String("blocks", "", "print what we make of a page, FILE:PAGE")
	listed := flag.String("list", "", "print the numbered lines of a page, FILE:PAGE, to label them against")
	chosen := flag.Int("choose", 0, "choose so many pages of a folder at random, to label them")
	columns := flag.Bool("parted", false, "with -choose: only pages with tables or columns")
	taken := flag.String("taken", "", "with -choose: files of labels, with commas, whose pages are not chosen again")
	notes := flag.String("label", "", "turn notes made against -list into labels, for papers in a folder")
	labels := flag.String("labels", "", "score the structure of the pages labelled in this file, of papers in a folder")
	counted := flag.Bool("counts", false, "with -labels: print the counts too, as later.first.tsv has them")
	through := flag.String("engine", "", "read papers with this engine and print the text of a single one (what the tables run)")
	known := flag.String("known", "", "write all tables: papers of known text in this folder, -labels, and a folder of real papers")
	out := flag.String("out", "", "put what is measured into its section of this file")
	only := flag.String("only", "", "with -known: measure this section alone")
	flips := flag.Int("flip", 0, "read so many byte-flipped copies of the papers of a folder, each in a process of its own with limits")
	seed := flag.Uint64("seed", 0, "with -one: flip bytes by this seed first; with -choose: choose by it")
	bombed := flag.String("bombs", "", "write papers made to exhaust a reader into this folder (what -hostile runs)")
	drawn := flag.Bool("drawn", false, "with -one: draw its first page with the second engine")
	flag.Parse()
	if *cache == "" && (*known != "" || *broken || *through == "PDFium") {
		*cache = filepath.Join(os.TempDir(), "moothall-readbench")
		end(os.MkdirAll(*cache, 0o755))
	}
	switch {
	case *bombed != "":
		end(writeBombs(*bombed))
		return
	case *through != "":
		end(readAll(*through, *cache, flag.Args()))
		return
	case *known != "":
		end(everything(ledger{*out, *only}, *known, *labels, flag.Arg(0), *cache))
		return
	case *flips > 0:
		end(ledger{*out, *only}.put("Byte-flipped copies", func(w io.Writer) error { return flipped(w, flag.Args(), *flips) }))
		return
	case *labels != "":
		s, err := scoreStructure(*labels, flag.Arg(0), *show)
		end(err)
		fmt.Printf("%d pages\n%s", s.pages, s.table())
		if *counted {
			fmt.Print(s.counts())
		}
		return
	case *listed != "" || *read != "":
		file, n, _ := strings.Cut(*listed+*read, ":")
		page, err := strconv.Atoi(n)
		switch {
		case err != nil:
		case *listed != "":
			err = list(file, page)
		default:
			err = blocks(file, page)
		}
		end(err)
		return
	case *chosen > 0:
		c := choosing{wanted: *chosen, seed: "moothall", parted: *columns}
		if *seed > 0 {
			c.seed += strconv.FormatUint(*seed, 10)
		}
		for file := range strings.SplitSeq(*taken, ",") {
			if file != "" {
				pages, err := readLabels(file)
				end(err)
				c.taken = append(c.taken, pages...)
			}
		}
		end(c.choose(flag.Arg(0)))
		return
	case *notes != "":
		end(writeLabels(*notes, flag.Arg(0)))
		return
	}
	if *single != "" {
		if err := one(*single, *seed, *drawn, *cache); err != nil {
			fmt.Fprintln(os.Stderr, "readbench:", err)
			os.Exit(1)
		}
		return
	}
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "readbench: name a folder of PDFs")
		os.Exit(2)
	}
	if *broken {
		end(ledger{*out, *only}.put("Broken and hostile files", func(w io.Writer) error { return hostile(w, flag.Args(), *cache) }))
		return
	}
	if err := run(flag.Args(), *worst, *show, *cache, *third); err != nil {
		fmt.Fprintln(os.Stderr, "readbench:", err)
		os.Exit(1)
	}
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "readbench:", err)
		os.Exit(1)
	}
}

// result is one paper's scores.
type result struct {
	file string
	score
	pages int
}

func run(places []string, worst int, show bool, cache string, third bool) error {
	var engine *pdfium.Engine
	if third {
		var err error
		if engine, err = pdfium.Start(pdfium.Config{Cache: cache}); err != nil {
			return err
		}
	}
	files, err := find(places)
	if err != nil {
		return err
	}
	var all []result
	var spent time.Duration
	pages, skipped := 0, 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		start := processor()
		paper, err := pdf.Read(raw)
		spent += processor() - start
		if err != nil {
			fmt.Printf("%s: %v\n", filepath.Base(f), err)
		}
		pages += len(paper.Pages)
		refs := references(f, cache)
		if engine != nil {
			pages, err := engine.Text(raw)
			if err != nil {
				fmt.Printf("%s: %v\n", filepath.Base(f), err)
			}
			refs = append(refs, words(strings.Join(pages, "\n")))
		}
		if len(refs) == 0 || len(refs[0]) < 20 {
			skipped++
			continue
		}
		if quality.Rubbish(strings.Join(refs[0], " ")) {
			fmt.Printf("%s: what the others read is rubbish\n", filepath.Base(f))
			skipped++
			continue
		}
		all = append(all, result{filepath.Base(f), compare(words(text(paper)), refs), len(paper.Pages)})
	}
	report(all, worst, show)
	fmt.Printf("%d papers compared, %d without text to compare; %d pages in %.2fs of processor: %.0f pages/s a core\n",
		len(all), skipped, pages, spent.Seconds(), float64(pages)/spent.Seconds())
	return nil
}

func find(places []string) ([]string, error) {
	var files []string
	for _, p := range places {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, p)
			continue
		}
		in, err := filepath.Glob(filepath.Join(p, "*.pdf"))
		if err != nil {
			return nil, err
		}
		files = append(files, in...)
	}
	sort.Strings(files)
	return files, nil
}

// text is everything read: running lines too, as the others give them, and a
// form feed after every page.
func text(p extract.Paper) string {
	var b strings.Builder
	for _, page := range p.Pages {
		for _, block := range page.Blocks {
			if block.Kind == extract.Row {
				block.Text = strings.Join(block.Cells, " ")
			}
			b.WriteString(block.Marker + " " + block.Text + "\n")
		}
		for _, r := range page.Running {
			b.WriteString(r + "\n")
		}
		b.WriteString("\f")
	}
	return b.String()
}

func references(file, cache string) [][]string {
	var out [][]string
	for _, c := range [][]string{
		{"pdftotext", "-enc", "UTF-8", file, "-"},
		{"mutool", "draw", "-q", "-F", "txt", file},
	} {
		if got, ok := other(c, file, cache); ok {
			out = append(out, words(got))
		}
	}
	return out
}

func other(command []string, file, cache string) (string, bool) {
	kept := filepath.Join(cache, filepath.Base(file)+"."+command[0])
	if cache != "" {
		if b, err := os.ReadFile(kept); err == nil {
			return string(b), true
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil && out.Len() == 0 {
		return "", false
	}
	if cache != "" {
		if err := os.WriteFile(kept, out.Bytes(), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "readbench:", err)
		}
	}
	return out.String(), true
}

func report(all []result, worst int, show bool) {
	if len(all) == 0 {
		return
	}
	sort.Slice(all, func(i, j int) bool { return all[i].F1 < all[j].F1 })
	var f1, bigram float64
	words, glued, split := 0, 0, 0
	for _, r := range all {
		f1 += r.F1
		bigram += r.Bigram
		words += r.Words
		glued += r.Glued
		split += r.Split
	}
	for i, r := range all {
		if i >= worst {
			break
		}
		fmt.Printf("%-32s F1 %.4f bigram %.4f words %d glued %d split %d\n", r.file, r.F1, r.Bigram, r.Words, r.Glued, r.Split)
		if show {
			fmt.Printf("   lost  %.600q\n   extra %.600q\n", r.Lost, r.Extra)
		}
	}
	n := float64(len(all))
	fmt.Printf("F1 mean %.4f worst %.4f; bigram mean %.4f; glued %.2f split %.2f per 1,000 words\n",
		f1/n, all[0].F1, bigram/n, 1000*float64(glued)/float64(words), 1000*float64(split)/float64(words))
	sort.Slice(all, func(i, j int) bool { return all[i].Bigram < all[j].Bigram })
	for i := range min(worst, len(all)) {
		fmt.Printf("%-32s bigram %.4f F1 %.4f\n", all[i].file, all[i].Bigram, all[i].F1)
	}
}
