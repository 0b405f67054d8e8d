package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"moothall/archive"
	"moothall/ingest/score"
)

// evalCommand scores what is read from real papers against labels made by
// reading them, end to end from the files.
var evalCommand = command{
	name:    "eval",
	args:    "LABELS.jsonl",
	summary: "scores what is read from papers against labels made by hand",
	run:     runEval,
}

func runEval(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	asJSON := fs.Bool("json", false, "print the scores as JSON")
	misses := fs.Bool("misses", false, "list each mistake with what was wanted and what was read")
	totals := fs.Bool("totals", false, "leave out the tables of single councils")
	corpus := fs.String("corpus", "", "the folder that the labels' files are in (default: ../corpus beside the labels)")
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(rest) != 1 {
		return misuse(std, "eval takes one file of labels; `moothall eval --help` says more")
	}
	labels, err := score.ReadLabels(rest[0])
	if err != nil {
		return failed(std, err)
	}
	if *corpus == "" {
		*corpus = filepath.Join(filepath.Dir(rest[0]), "..", "corpus")
	}
	reader, pool, err := newReader()
	if err != nil {
		return failed(std, err)
	}
	defer pool.Close()
	result, err := score.Run(labels, func(file string) ([]archive.Record, error) {
		raw, err := os.ReadFile(filepath.Join(*corpus, filepath.FromSlash(file)))
		if err != nil {
			return nil, fmt.Errorf("eval: %w", err)
		}
		sum := sha256.Sum256(raw)
		read, err := reader.Read(ctx, archive.Raw{Bytes: raw, Name: file}, archive.Digest(hex.EncodeToString(sum[:])))
		return read.Entry.Records, err
	})
	if err != nil {
		return failed(std, err)
	}
	if *asJSON {
		enc := json.NewEncoder(std.out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(result); err != nil {
			return failed(std, err)
		}
		return exitDone
	}
	printScores(std.out, result, *misses, *totals)
	return exitDone
}

// printScores prints the tables for a person.
func printScores(w io.Writer, r score.Evaluation, misses, totals bool) {
	fmt.Fprintf(w, "%d labels, %d of them with a file to read; %d files\n\n", r.Labels, r.Scored, r.Files)
	printFields(w, "all councils", r.Fields)
	for _, c := range r.Councils {
		if totals {
			break
		}
		printFields(w, c.Council, c.Fields)
	}
	for _, c := range r.Confusion {
		printConfusion(w, c)
	}
	if !misses {
		return
	}
	for _, m := range r.Misses {
		fmt.Fprintf(w, "%s  %s  %s\n    wanted %s\n    read   %s\n", m.File, m.Item, m.Field, m.Want, m.Got)
	}
}

func printFields(w io.Writer, name string, fields []score.Field) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "%s\tn\tright\tprecision\trecall\tF1\t\n", name)
	for _, f := range fields {
		fmt.Fprintf(tw, "%s\t%d\t%d\t%.3f\t%.3f\t%.3f\t\n", f.Field, f.N, f.Right, f.Precision, f.Recall, f.F1)
	}
	tw.Flush()
	fmt.Fprintln(w)
}

func printConfusion(w io.Writer, c score.Confusion) {
	fmt.Fprintf(w, "%s: wanted (down) against read (across)\n", c.Field)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tw, "\t")
	for _, v := range c.Values {
		fmt.Fprintf(tw, "%s\t", v)
	}
	fmt.Fprintln(tw)
	for i, v := range c.Values {
		fmt.Fprintf(tw, "%s\t", v)
		for j := range c.Values {
			cell := "."
			if n := c.Counts[i][j]; n > 0 {
				cell = fmt.Sprint(n)
			}
			fmt.Fprintf(tw, "%s\t", cell)
		}
		fmt.Fprintln(tw)
	}
	tw.Flush()
	fmt.Fprintln(w)
}
