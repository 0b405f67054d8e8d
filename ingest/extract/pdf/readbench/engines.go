//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	stock "github.com/ledongthuc/pdf"

	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/pdfium"
)

// An engine is one way to get a paper's text.
type engine struct {
	name string
	// program and its arguments, with FILE for the paper; nothing for those
	// that read inside this program.
	program []string
	read    func(raw []byte) (string, error)
}

const ours = "moothall"

// engines are ours and those it is measured against. PDFium needs to be
// compiled first, which the cache spares the next start.
func engines(cache string) []engine {
	return []engine{
		{name: ours, read: func(raw []byte) (string, error) {
			paper, err := pdf.Read(raw)
			return text(paper), err
		}},
		{name: "ledongthuc/pdf", read: stockText},
		{name: "pdftotext", program: []string{"pdftotext", "-enc", "UTF-8", "FILE", "-"}},
		{name: "mutool", program: []string{"mutool", "draw", "-q", "-F", "txt", "FILE"}},
		{name: "PDFium", read: pdfiumText(cache)},
	}
}

// stockText is what the library under ours gives by itself.
func stockText(raw []byte) (text string, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("panic: %v", x)
		}
	}()
	r, err := stock.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", err
	}
	// Page by page, as fonts of one name differ between pages and the library's
	// own reading of a whole file takes them for one.
	var b strings.Builder
	for i := range r.NumPage() {
		page, err := r.Page(i + 1).GetPlainText(nil)
		if err != nil {
			return b.String(), err
		}
		b.WriteString(page + "\f")
	}
	return b.String(), nil
}

// pdfiumText starts PDFium when it is first asked.
func pdfiumText(cache string) func([]byte) (string, error) {
	var e *pdfium.Engine
	return func(raw []byte) (string, error) {
		if e == nil {
			var err error
			if e, err = pdfium.Start(pdfium.Config{Cache: cache}); err != nil {
				return "", err
			}
		}
		pages, err := e.Text(raw)
		for i := range pages {
			pages[i] = strings.ReplaceAll(pages[i], "\f", " ")
		}
		return strings.Join(pages, "\f") + "\f", err
	}
}

// spent is what a reading took.
type spent struct {
	processor time.Duration
	memory    int64 // bytes, the most at one time
}

// text gives a paper's text. What reads inside this program is run in another
// process of it when the paper is not ours, as it may never come back.
func (e engine) text(file string, apart bool) (string, spent, error) {
	command := e.program
	switch {
	case command != nil:
		command = append([]string(nil), command...)
		for i := range command {
			if command[i] == "FILE" {
				command[i] = file
			}
		}
	case apart:
		self, err := os.Executable()
		if err != nil {
			return "", spent{}, err
		}
		command = []string{self, "-engine", e.name, file}
	default:
		raw, err := os.ReadFile(file)
		if err != nil {
			return "", spent{}, err
		}
		got, err := e.read(raw)
		return got, spent{}, err
	}
	return runFor(20*time.Second, command)
}

func runFor(limit time.Duration, command []string) (string, spent, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var s spent
	if cmd.ProcessState != nil {
		s = spent{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), rusage(cmd.ProcessState)}
	}
	if ctx.Err() != nil {
		err = errors.New("out of time")
	}
	return out.String(), s, err
}

// readAll reads papers one after another. It prints the text of a single one;
// of many, what they took.
func readAll(name, cache string, files []string) error {
	for _, e := range engines(cache) {
		if e.name != name {
			continue
		}
		for _, f := range files {
			got, _, err := e.text(f, false)
			if len(files) > 1 {
				continue
			}
			if err != nil && got == "" {
				return err
			}
			fmt.Print(got)
		}
		if len(files) > 1 {
			took := ofThis()
			if e.program != nil {
				took = ofChildren()
			}
			fmt.Println(took.processor.Nanoseconds(), took.memory)
		}
		return nil
	}
	return fmt.Errorf("no engine %q", name)
}

// all reads all papers by one process of this program, which says what it or
// the programs it started took.
func (e engine) all(files []string) (spent, error) {
	self, err := os.Executable()
	if err != nil {
		return spent{}, err
	}
	out, _, err := runFor(5*time.Minute, append([]string{self, "-engine", e.name}, files...))
	if err != nil {
		return spent{}, err
	}
	var nanoseconds, bytes int64
	if _, err := fmt.Sscan(out, &nanoseconds, &bytes); err != nil {
		return spent{}, err
	}
	return spent{time.Duration(nanoseconds), bytes}, nil
}
