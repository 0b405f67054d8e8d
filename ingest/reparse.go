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
// Bytes that cannot be read back are a skip; they are what verify is for.
func Reparse(ctx context.Context, held Kept, c Config) (Report, error) {
	c.Anew = true
	return Run(ctx, SourceFunc(held.raw), c)
}

func (k Kept) raw(ctx context.Context) iter.Seq2[archive.Raw, error] {
	return func(yield func(archive.Raw, error) bool) {
		for e, err := range k.Documents(ctx) {
			if err != nil {
				yield(archive.Raw{}, fmt.Errorf("ingest: %w", err))
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
