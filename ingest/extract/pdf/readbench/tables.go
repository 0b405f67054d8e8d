//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/quality"
)

// sums adds up the scores of one engine's papers.
type sums struct {
	papers, failed       int
	f1, worst, cer, pair float64
	words, glued, split  int
}

func (s *sums) add(r score) {
	if s.papers == 0 || r.F1 < s.worst {
		s.worst = r.F1
	}
	s.papers++
	s.f1 += r.F1
	s.pair += r.Bigram
	s.words += r.Words
	s.glued += r.Glued
	s.split += r.Split
}

func (s *sums) per(n int) float64 { return 1000 * float64(n) / float64(max(s.words, 1)) }

// everything measures all there is to measure and writes it as Markdown.
func everything(l ledger, known, labels, corpus, cache string) error {
	return errors.Join(
		l.put("Known texts", func(w io.Writer) error { return knownTable(w, known, cache) }),
		l.put("Real papers", func(w io.Writer) error { return realTable(w, corpus, cache) }),
		l.put("The second engine", func(w io.Writer) error { return secondTable(w, []string{known, corpus}, cache) }),
		l.put("Rubbish", func(w io.Writer) error { return rubbishTable(w, corpus) }),
		l.put("Structure", func(w io.Writer) error { return structureTables(w, labels, corpus) }),
	)
}

// structureTables scores the labelled pages: those that were looked at while
// the rules were made, and those labelled after, with their first score.
func structureTables(w io.Writer, labels, corpus string) error {
	s, err := scoreStructure(labels, corpus, false)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d pages of real papers, chosen at random over all sources (pages without legible text left out), labelled by hand "+
		"on their pictures. A piece is right only whole: the same letters, the same kind, an entry with its marker, a row with as many filled cells.\n\n%s", s.pages, s.table())
	for _, part := range []struct{ name, chosen string }{
		{"later", "labelled later, of other papers or other pages, twelve of them chosen among those with tables or columns. " +
			"The first score was taken before any rule was changed for them; their mistakes were looked at only after it"},
		{"last", "labelled last, chosen in the same way, half of them among those with tables or columns: their first score is of the rules as the pages before had shaped them"},
	} {
		if s, err = scoreStructure(filepath.Join(filepath.Dir(labels), part.name+".tsv"), corpus, false); err != nil {
			return err
		}
		first, err := readFirst(filepath.Join(filepath.Dir(labels), part.name+".first.tsv"))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "\n%d pages %s.\n\n%s", s.pages, part.chosen, s.beside(first))
	}
	return nil
}

// rubbish reports whether what others read is not language, and no reference.
func rubbish(text string) bool {
	return quality.Rubbish(text) || 2*len(letters(text)) < len(strings.Join(strings.Fields(text), ""))
}

func knownTable(w io.Writer, folder, cache string) error {
	papers, err := knowns(folder)
	if err != nil {
		return err
	}
	if len(papers) == 0 {
		return fmt.Errorf("no papers with sources in %s", folder)
	}
	fmt.Fprintf(w, "%d papers made from texts of our own by Chromium, LibreOffice, groff, pdfTeX (bitmap fonts), Qt, ReportLab, by hand, and written anew by Ghostscript, cairo and qpdf (RC4, AES-128, AES-256): "+
		"minutes, two columns, budget and attendance tables, a landscape programme, an agenda pack, nested lists, a notice, a Welsh page, a form, a paper of layers and hidden doubles.\n\n", len(papers))
	fmt.Fprint(w, "| reader | word F1 | worst | character errors | bigram recall | glued | split | not read |\n|---|---|---|---|---|---|---|---|\n")
	for _, e := range engines(cache) {
		var s sums
		for _, k := range papers {
			got, _, err := e.text(k.file, false)
			if err != nil {
				s.failed++
			}
			r := compare(words(got), [][]string{words(k.truth)})
			s.add(r)
			cer := min(1, wrong(got, k.truth))
			s.cer += cer
			if e.name == ours && (r.F1 < 1 || cer > 0.005) {
				fmt.Fprintf(os.Stderr, "%s: F1 %.4f, character errors %.4f, lost %.200q, extra %.200q\n", filepath.Base(k.file), r.F1, cer, r.Lost, r.Extra)
			}
		}
		n := float64(s.papers)
		fmt.Fprintf(w, "| %s | %.4f | %.4f | %.4f | %.4f | %.2f | %.2f | %d |\n", e.name, s.f1/n, s.worst, s.cer/n, s.pair/n, s.per(s.glued), s.per(s.split), s.failed)
	}
	fmt.Fprintln(w, "\nGlued and split are per 1,000 words.")
	fmt.Fprintln(w)
	return nil
}

// realTable compares all engines on real papers, each with what pdftotext,
// mutool and PDFium agree on: once all papers, once without those in which what
// they agree on is no language.
func realTable(w io.Writer, corpus, cache string) error {
	files, err := find([]string{corpus})
	if err != nil {
		return err
	}
	all := engines(cache)
	totals, legible := make([]sums, len(all)), make([]sums, len(all))
	var left, parted []string
	pages, compared, lostPages, lostWords := 0, 0, 0, 0
	var some []string // for time and memory
	var worst []result
	for _, f := range files {
		readings := make([][]string, len(all))
		for i, e := range all {
			got, _, err := e.text(f, e.name == "ledongthuc/pdf")
			if err != nil && got == "" {
				totals[i].failed++
			}
			readings[i] = cutPages(got)
		}
		const others = 2 // after ours and the library under ours
		refs := wordsOf(readings[others:])
		switch {
		case len(refs[0]) < 20:
			left = append(left, filepath.Base(f)+" (no text, or next to none)")
			continue
		case rubbish(strings.Join(readings[others], "\n")):
			left = append(left, filepath.Base(f)+" (its text layer is rubbish to those who would agree)")
			continue
		}
		some = append(some, f)
		compared++
		out := coded(readings[others:])
		if len(out) > 0 {
			parted = append(parted, filepath.Base(f))
			lostPages += len(out)
			lostWords += len(refs[0])
		}
		for i := range all {
			r := compare(words(strings.Join(readings[i], "\n")), refs)
			totals[i].add(r)
			if i == 0 {
				worst = append(worst, result{filepath.Base(f), r, 0})
			}
			if len(out) == 0 {
				legible[i].add(r)
			}
		}
	}
	for _, f := range some {
		raw, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		paper, err := pdf.Read(raw)
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		pages += len(paper.Pages)
	}
	fmt.Fprintf(w, "%d papers of councils and inquiries, %d pages. The reference for each word is the middle one of what pdftotext, mutool and PDFium count, so those three score themselves kindly. "+
		"Time is of one processor: for programs of their own a start for each paper, for the others one start for all.\n\n", compared, pages)
	fmt.Fprint(w, "| reader | word F1 | worst paper | bigram recall | glued | split | not read | pages a second | memory |\n|---|---|---|---|---|---|---|---|---|\n")
	for i, e := range all {
		s := totals[i]
		took, err := e.all(some)
		if err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		n := float64(s.papers)
		fmt.Fprintf(w, "| %s | %.4f | %.4f | %.4f | %.2f | %.2f | %d | %.0f | %d MB |\n", e.name, s.f1/n, s.worst, s.pair/n, s.per(s.glued), s.per(s.split), s.failed,
			float64(pages)/took.processor.Seconds(), took.memory>>20)
	}
	fmt.Fprintf(w, "\nIn %d papers (%s; %d words) fonts without a map to letters set some lines, on %d pages, where the three agree on numbers of glyphs (\"WKH\" for \"the\"), which the pictures of the pages do not show. "+
		"Without those papers, for all readers alike:\n\n| reader | word F1 | worst paper | bigram recall | glued | split |\n|---|---|---|---|---|---|\n",
		len(parted), strings.Join(parted, ", "), lostWords, lostPages)
	for i, e := range all {
		s := legible[i]
		n := float64(s.papers)
		fmt.Fprintf(w, "| %s | %.4f | %.4f | %.4f | %.2f | %.2f |\n", e.name, s.f1/n, s.worst, s.pair/n, s.per(s.glued), s.per(s.split))
	}
	sort.Slice(worst, func(i, j int) bool { return worst[i].F1 < worst[j].F1 })
	fmt.Fprintf(w, "\nLeft out of both: %s.\n\nOur worst, of all:", strings.Join(left, "; "))
	for i, r := range worst[:min(6, len(worst))] {
		if i > 0 {
			fmt.Fprint(w, ";")
		}
		fmt.Fprintf(w, " %s %.4f", r.file, r.F1)
	}
	fmt.Fprintln(w, ".")
	return nil
}

// wordsOf are the words of some readings.
func wordsOf(readings [][]string) [][]string {
	var all [][]string
	for _, pages := range readings {
		all = append(all, words(strings.Join(pages, "\n")))
	}
	return all
}
