package ingest

import (
	"context"
	"fmt"
	"iter"

	"moothall/archive"
)

// Kept is what Reparse needs of the archive: the documents it holds, and their
// bytes.
type Kept struct {
	Documents func(ctx context.Context) iter.Seq2[archive.Entry, error]
	Bytes     func(archive.Digest) ([]byte, error)
}

// Reparse reads every document of the archive anew from the bytes kept, as if
// it had just been handed in, and puts what it finds in the sink. Where a
// paper was seen, and what replaced it, stays as it was.
//
// Bytes that cannot be read back are a skip; they are what verify is for. That
// the documents cannot be listed ends the run with an error.
func Reparse(ctx context.Context, held Kept, c Config) (Report, error) {
	c.Anew = true
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	return Run(ctx, SourceFunc(func(inner context.Context) iter.Seq2[archive.Raw, error] {
		return held.raw(inner, stop)
	}), c)
}

// raw gives the documents' bytes; broken is told why there are no more of them
// than were given.
func (k Kept) raw(ctx context.Context, broken func(error)) iter.Seq2[archive.Raw, error] {
	return func(yield func(archive.Raw, error) bool) {
		for e, err := range k.Documents(ctx) {
			if err != nil {
				broken(fmt.Errorf("ingest: %w", err))
				return
			}
			raw := archive.Raw{Name: e.Name, URL: e.URL, Council: e.Hint, Retrieved: e.Retrieved}
			if raw.Bytes, err = k.Bytes(e.SHA256); err != nil {
				err = fmt.Errorf("its bytes cannot be read back: %w", err)
			}
			if !yield(raw, err) {
				return
			}
		}
	}
}
