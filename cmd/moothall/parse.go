package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/source"
)

var parseCommand = command{
	name:    "parse",
	args:    "FILE…",
	summary: "reads papers, stores nothing, prints their records as a JSON array",
	run:     runParse,
}

func runParse(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	from := originFlags(fs)
	paths, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(paths) == 0 {
		return misuse(std, "parse: name at least one file, or - for standard input")
	}
	if err := source.Check(paths); err != nil {
		return misuse(std, "parse: %v", err)
	}
	reader, pool, err := newReader()
	if err != nil {
		return failed(std, err)
	}
	defer pool.Close()
	p := parseRun{reader: reader, std: std, out: jsonArray{w: std.out}}
	for raw, err := range from.documents(paths, std.in, source.Limits{}) {
		if err == nil {
			err = p.document(ctx, raw, 4)
		}
		var skip *source.Skip
		switch {
		case errors.As(err, &skip):
			p.skip(skip.Path, skip.Reason)
		case err != nil:
			return failed(std, err)
		}
	}
	if err := p.out.end(); err != nil {
		return failed(std, err)
	}
	if p.skipped > 0 {
		return exitFailed
	}
	return exitDone
}

// A parseRun reads documents one after the other.
type parseRun struct {
	reader  ingest.Reader
	std     stdio
	out     jsonArray
	skipped int
}

func (p *parseRun) document(ctx context.Context, raw archive.Raw, depth int) error {
	sum := sha256.Sum256(raw.Bytes)
	reading, err := p.reader.Read(ctx, raw, archive.Digest(hex.EncodeToString(sum[:])))
	if err != nil {
		return err
	}
	if why := reading.Skip + reading.Entry.Unread; why != "" {
		p.skip(raw.Name, why)
	}
	for _, r := range reading.Entry.Records {
		if err := p.out.add(printed(r)); err != nil {
			return err
		}
	}
	for _, inside := range reading.Attachments {
		if depth == 0 {
			p.skip(inside.Name, "it lies too deep inside other documents")
		} else if err := p.document(ctx, inside, depth-1); err != nil {
			return err
		}
	}
	return nil
}

func (p *parseRun) skip(path, reason string) {
	p.skipped++
	fmt.Fprintf(p.std.err, "%s: %s\n", path, reason)
}

// A jsonArray is written as its elements come.
type jsonArray struct {
	w io.Writer
	n int
}

func (a *jsonArray) add(v any) error {
	lead := ",\n"
	if a.n == 0 {
		lead = "[\n"
	}
	a.n++
	if _, err := io.WriteString(a.w, lead); err != nil {
		return err
	}
	return writeJSON(a.w, v)
}

func (a *jsonArray) end() error {
	tail := "]\n"
	if a.n == 0 {
		tail = "[]\n"
	}
	_, err := io.WriteString(a.w, tail)
	return err
}

// writeJSON writes v for people and programs, with < and & as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
