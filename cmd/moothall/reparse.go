package main

import (
	"context"
	"fmt"

	"moothall/ingest"
)

// reparse reads every paper of the archive anew from the bytes kept, and says
// what came of it.
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
	report, err := ingest.Reparse(ctx, ingest.Kept{Documents: s.catalogue.Documents, Bytes: s.vault.Get},
		ingest.Config{Reader: reader, Vault: s.vault, Sink: s.catalogue, Bytes: s.vault.Get, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%d papers were read anew in %.1f seconds: %d now say something else, %d could not be read.\n",
		report.Documents, report.Seconds, report.Changed, len(report.Skipped))
	return nil
}
