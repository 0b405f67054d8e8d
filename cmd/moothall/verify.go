package main

import (
	"context"
	"fmt"
	"slices"

	"moothall/archive"
	"moothall/index"
)

var verifyCommand = command{
	name:    "verify",
	summary: "reads every byte kept again, and compares catalogue and index",
	run:     runVerify,
}

// A verification is what verify found.
type verification struct {
	Documents int       `json:"documents"` // in the catalogue
	Files     int       `json:"files"`     // in the vault
	Records   int       `json:"records"`
	Problems  []problem `json:"problems"`
	// Unclaimed files are in the vault and in no catalogue: an ingest was
	// stopped between keeping the bytes and what was read from them. They do
	// no harm, and the next ingest of the same paper claims them.
	Unclaimed int `json:"unclaimed"`
}

type problem struct {
	Where string `json:"where"` // "vault", "catalogue", "index"
	What  string `json:"what"`
}

func (v *verification) amiss(where, format string, a ...any) {
	v.Problems = append(v.Problems, problem{where, fmt.Sprintf(format, a...)})
}

// A comparer lists the records on which an index and its catalogue differ.
type comparer interface {
	Compare(ctx context.Context) ([]index.Difference, error)
}

func runVerify(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	data := dataFlag(fs)
	asJSON := fs.Bool("json", false, "print what was found as JSON")
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(rest) > 0 {
		return misuse(std, "verify: takes no arguments; --data names the archive's folder")
	}
	s, err := openStore(*data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	ix, err := index.Attach(ctx, s.indexDir(), index.Config{Source: s.catalogue})
	if err != nil {
		return failed(std, err)
	}
	defer ix.Close()
	v, err := verify(ctx, s, ix)
	if err != nil {
		return failed(std, err)
	}
	if *asJSON {
		err = writeJSON(std.out, v)
	} else {
		printVerification(std, &v)
	}
	if err != nil {
		return failed(std, err)
	}
	if len(v.Problems) > 0 {
		return exitFailed
	}
	return exitDone
}

// verify reads every byte kept and compares what should agree. Its error says
// that it could not go on; what is amiss is in the verification.
func verify(ctx context.Context, s *store, ix comparer) (verification, error) {
	v := verification{Problems: []problem{}}
	held := make(map[archive.Digest]bool)
	err := s.vault.Verify(ctx, func(d archive.Digest, err error) {
		if err != nil {
			v.amiss("vault", "%v", err)
		}
		if d != "" {
			v.Files++
			held[d] = true
		}
	})
	if err != nil {
		return v, err
	}
	for e, err := range s.catalogue.Documents(ctx) {
		if err != nil {
			return v, err
		}
		v.Documents++
		if !held[e.SHA256] {
			v.amiss("vault", "the bytes of %s (%s) are missing", e.Name, e.SHA256)
		}
		delete(held, e.SHA256)
	}
	v.Unclaimed = len(held)
	found, err := s.catalogue.Check(ctx)
	if err != nil {
		return v, err
	}
	v.Records = found.Records
	for _, p := range found.Problems {
		v.amiss("catalogue", "%s", p)
	}
	differences, err := ix.Compare(ctx)
	if err != nil {
		return v, err
	}
	for _, d := range differences {
		v.amiss("index", "%s %s", d.ID, d.Why)
	}
	return v, nil
}

func printVerification(std stdio, v *verification) {
	for _, p := range v.Problems {
		fmt.Fprintf(std.out, "%s: %s\n", p.Where, p.What)
	}
	fmt.Fprintf(std.out, "%d documents, %d files, %d records: ", v.Documents, v.Files, v.Records)
	defer v.advise(std)
	if len(v.Problems) == 0 {
		fmt.Fprintln(std.out, "all as it should be")
	} else {
		fmt.Fprintf(std.out, "%d amiss\n", len(v.Problems))
	}
	if v.Unclaimed > 0 {
		fmt.Fprintf(std.out, "%d files in the vault are in no catalogue (an ingest was stopped); they do no harm\n", v.Unclaimed)
	}
}

// remedies are what to do about problems, by where they are.
var remedies = []struct{ where, what string }{
	{"vault", "hand in the papers again (`moothall ingest`), or copy their files from a backup; the vault takes back what it has lost"},
	{"catalogue", "put a backup of catalogue.db in its place, or `moothall rebuild --reparse` reads the papers again"},
	{"index", "`moothall rebuild` makes the index anew"},
}

// advise says on standard error what to do about each kind of problem.
func (v *verification) advise(std stdio) {
	for _, r := range remedies {
		if slices.ContainsFunc(v.Problems, func(p problem) bool { return p.Where == r.where }) {
			fmt.Fprintf(std.err, "%s: %s\n", r.where, r.what)
		}
	}
}
