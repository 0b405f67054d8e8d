package main

import (
	"context"
	"fmt"
	"iter"
	"path"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/extract/scan"
)

// reparse reads every paper of the archive anew from the bytes kept, and says
// what came of it. Papers that are in the vault and in no catalogue, since that
// was lost or an ingest was stopped, are read with them; where they came from
// is not known. Unless all is set only those are read of which something could
// not be read.
func reparse(ctx context.Context, s *store, all bool, std stdio) error {
	reader, pool, err := newReader()
	if err != nil {
		return err
	}
	defer pool.Close()
	documents := s.documents
	if !all {
		documents = s.unread
	}
	n := 0
	for _, err := range documents(ctx) {
		if err != nil {
			return err
		}
		n++
	}
	bar := newProgress(std.err, n)
	report, err := ingest.Reparse(ctx, ingest.Kept{Documents: documents, Bytes: s.vault.Get},
		ingest.Config{Reader: reader, Vault: s.vault, Sink: s.catalogue, Bytes: s.vault.Get, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%d papers were read anew in %.1f seconds: %d now say something else, %d could not be read.\n",
		report.Documents, report.Seconds, report.Changed, len(report.Skipped))
	if report.Earlier > 0 {
		fmt.Fprintf(std.out, "Of %d the earlier reading stands, since less can be read of them now (%s).\n", report.Earlier, scan.Install)
	}
	return nil
}

// unread are the documents of which something could not be read.
func (s *store) unread(ctx context.Context) iter.Seq2[archive.Entry, error] {
	return func(yield func(archive.Entry, error) bool) {
		for e, err := range s.catalogue.Documents(ctx) {
			if err == nil && e.Unread == "" && !e.Partial {
				continue
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// documents are those of the catalogue, then those that only the vault holds.
func (s *store) documents(ctx context.Context) iter.Seq2[archive.Entry, error] {
	return func(yield func(archive.Entry, error) bool) {
		known := make(map[archive.Digest]bool)
		for e, err := range s.catalogue.Documents(ctx) {
			known[e.SHA256] = true
			if !yield(e, err) || err != nil {
				return
			}
		}
		for d, err := range s.vault.All() {
			if err != nil || known[d] {
				continue // verify tells of what does not belong in the vault
			}
			var e archive.Entry
			e.SHA256, e.Name = d, path.Join(vaultDir, string(d[:2]), string(d))
			if e.Retrieved, err = s.vault.Since(d); err != nil {
				continue
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}
