package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/source"
)

var ingestCommand = command{
	name:    "ingest",
	args:    "PATH…",
	summary: "reads files, folders, zips or - (standard input) into the archive and says what it found",
	run:     runIngest,
}

// ingestMemory is what the garbage collector is told to stay below, in bytes;
// reading processes have limits of their own.
const ingestMemory = 400 << 20

func runIngest(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	data := dataFlag(fs)
	from := originFlags(fs)
	asJSON := fs.Bool("json", false, "print the report as JSON")
	paths, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(paths) == 0 {
		return misuse(std, "ingest: name at least one file, folder or zip, or - for standard input")
	}
	if err := from.check(); err != nil {
		return misuse(std, "ingest: %v", err)
	}
	if err := source.Check(paths); err != nil {
		return misuse(std, "ingest: %v", err)
	}
	s, err := makeStore(*data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	reader, pool, err := newReader()
	if err != nil {
		return failed(std, err)
	}
	defer pool.Close()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(ingestMemory))

	limits := source.Limits{DataDir: *data}
	bar := newProgress(std.err, countDocuments(paths))
	report, err := ingest.Run(ctx, ingest.SourceFunc(func(context.Context) iter.Seq2[archive.Raw, error] {
		return from.documents(paths, std.in, limits)
	}), ingest.Config{Reader: reader, Vault: s.vault, Sink: s.catalogue, Bytes: s.vault.Get, Place: placeOf, Progress: bar.show})
	bar.end()
	if perr := printReport(std.out, report, *asJSON); err == nil {
		err = perr
	}
	switch {
	case errors.Is(err, context.Canceled):
		return failed(std, errors.New("stopped; what the report counts is kept, and the next ingest goes on from there"))
	case err != nil:
		return failed(std, err)
	}
	return exitDone
}

// placeOf is the name by which a file is known when it is handed in again from
// another working directory. Standard input has none.
func placeOf(name string) string {
	if name == "standard input" || strings.HasPrefix(name, "standard input!") {
		return ""
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	return abs
}

// printReport prints what a run did, as JSON or for a person.
func printReport(w io.Writer, r ingest.Report, asJSON bool) error {
	if asJSON {
		return writeJSON(w, r)
	}
	_, err := io.WriteString(w, reportTable(r))
	return err
}

// shownReasons is how many papers a person is shown for each reason.
const shownReasons = 5

func reportTable(r ingest.Report) string {
	var b strings.Builder
	row := func(label string, n int, note string) {
		fmt.Fprintf(&b, "%-12s %7d  %s\n", label, n, note)
	}
	row("documents", r.Documents, fmt.Sprintf("in %.1f s", r.Seconds))
	row("  added", r.Added, "")
	row("  changed", r.Changed, "")
	row("  unchanged", r.Unchanged, "")
	row("  skipped", len(r.Skipped), "")
	for _, k := range archive.Kinds {
		row(string(k)+"s read", r.Records[k], "")
	}
	for _, engine := range slices.Sorted(maps.Keys(r.Engines)) {
		fmt.Fprintf(&b, "%-12s %7d  with %s\n", "papers read", r.Engines[engine], engine)
	}
	var reasons grouped
	for _, s := range r.Skipped {
		reasons.add(s.Reason, s.Path)
	}
	reasons.write(&b, "Skipped")
	reasons = grouped{}
	for _, d := range r.Doubts {
		reasons.add(d.Reason, strings.TrimSpace(d.Path+" "+d.Where))
	}
	reasons.write(&b, "In doubt")
	if r.MoreDoubts > 0 {
		fmt.Fprintf(&b, "  and %d doubts more\n", r.MoreDoubts)
	}
	return b.String()
}

// grouped are places by the reason given for them, in the order in which
// reasons first came.
type grouped struct {
	reasons []string
	places  map[string][]string
}

func (g *grouped) add(reason, place string) {
	if g.places == nil {
		g.places = make(map[string][]string)
	}
	if g.places[reason] == nil {
		g.reasons = append(g.reasons, reason)
	}
	g.places[reason] = append(g.places[reason], place)
}

func (g *grouped) write(b *strings.Builder, heading string) {
	if len(g.reasons) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s:\n", heading)
	for _, reason := range g.reasons {
		places := g.places[reason]
		fmt.Fprintf(b, "  %s (%d)\n", reason, len(places))
		for _, p := range places[:min(len(places), shownReasons)] {
			fmt.Fprintf(b, "    %s\n", p)
		}
		if more := len(places) - shownReasons; more > 0 {
			fmt.Fprintf(b, "    and %d more; --json lists all\n", more)
		}
	}
}
