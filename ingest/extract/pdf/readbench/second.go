//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
)

// secondTable counts the papers for which the second engine is asked, and why,
// and what it could do for them.
func secondTable(w io.Writer, folders []string, cache string) error {
	files, err := find(folders)
	if err != nil {
		return err
	}
	engine, err := pdfium.Start(pdfium.Config{Cache: cache})
	if err != nil {
		return err
	}
	var rows []string
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		first, err := pdf.Read(raw)
		why := wanting(first, err)
		if why == "" {
			continue
		}
		gave := "read"
		pages, failed := engine.Pages(raw)
		second, err := pdf.Arrange(pages)
		switch {
		case failed != nil && len(pages) == 0:
			gave = "could not open it either"
		case err != nil || wanting(second, nil) != "":
			gave = "no better: left to OCR"
		}
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |\n", filepath.Base(f), why, gave))
	}
	if err := engine.Close(); err != nil {
		return err
	}
	fmt.Fprintf(w, "Of %d papers, known and real, the second engine is asked for %d. `ingest` says so of each paper, and counts the papers each engine read.\n\n| paper | why | what it gave |\n|---|---|---|\n%s",
		len(files), len(rows), strings.Join(rows, ""))
	return nil
}

// wanting is why a reading asks for another engine, "" where it does not.
func wanting(p extract.Paper, err error) string {
	if err != nil {
		return err.Error()
	}
	if pdf.Silent(p) {
		return "no letters found"
	}
	n := 0
	for _, page := range p.Pages {
		if doubted(&page) {
			n++
		}
	}
	if n > 0 {
		return fmt.Sprintf("wrong letters on %d of %d pages", n, len(p.Pages))
	}
	return ""
}
