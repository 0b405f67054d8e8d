package main

import (
	"context"
	"fmt"
	"iter"
	"path"

	"moothall/archive"
	"moothall/ingest"
)

// reparse reads every paper of the archive anew from the bytes kept, and says
// what came of it. Papers that are in the vault and in no catalogue, since that
// was lost or an ingest was stopped, are read with them; where they came from
// is not known.
func reparse(ctx context.Context, s *store, std stdio) error {
	reader, pool, err := newReader()
	if err != nil {
		return err
	}
	defer pool.Close()
	held, err := s.catalogue.Coverage(ctx)
	if err != nil {
		return err
	}
	bar := newProgress(std.err, held.Documents)
	report, err := ingest.Reparse(ctx, ingest.Kept{Documents: s.documents, Bytes: s.vault.Get},
		ingest.Config{Reader: reader, Vault: s.vault, Sink: s.catalogue, Bytes: s.vault.Get, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%d papers were read anew in %.1f seconds: %d now say something else, %d could not be read.\n",
		report.Documents, report.Seconds, report.Changed, len(report.Skipped))
	return nil
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
