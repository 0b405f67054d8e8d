// Package ingest leads a document through the rooms that read it: its bytes
// become pages of blocks (extract), the pages are recognised (Detect) and
// parsed (parse/...), what the records mean is stated (classify), and all of
// it is kept in one step.
//
// It is separate from the rooms because it alone knows their order, and holds
// the three promises that none of them can keep alone: one bad document never
// stops a run, a broken store always does, and every word that was read is in
// some record.
package ingest

import (
	"context"
	"iter"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Version is the version of everything between bytes and records but the
// reading of PDFs, which has its own. Whoever changes what any of it gives
// raises it, so that papers that are handed in again are read again.
const Version = "1"

// A Source yields raw documents. A yielded error concerns that document
// alone; iteration goes on unless ctx is done.
type Source interface {
	Documents(ctx context.Context) iter.Seq2[archive.Raw, error]
}

// A SourceFunc is a function that is a Source.
type SourceFunc func(ctx context.Context) iter.Seq2[archive.Raw, error]

// Documents calls f.
func (f SourceFunc) Documents(ctx context.Context) iter.Seq2[archive.Raw, error] { return f(ctx) }

// A Vault keeps bytes for good and gives their digest.
type Vault interface {
	Put(b []byte) (archive.Digest, error)
}

// A Sink keeps what was read. An error means that it could not, and ends a
// run.
type Sink interface {
	// Revisit tells whether bytes that were handed in again need reading.
	Revisit(ctx context.Context, e archive.Entry) (archive.Visit, error)
	// Put keeps entries, all of them or none.
	Put(ctx context.Context, entries ...archive.Entry) ([]archive.Kept, error)
	// Skip remembers files that were not kept, by path, with the reason.
	Skip(ctx context.Context, skips map[string]string) error
}

// An Extractor reads bytes of a medium into pages. An *Unreadable concerns
// that document alone; any other error means that nothing can be read.
type Extractor interface {
	Read(ctx context.Context, media string, raw []byte) (extract.Paper, error)
}

// A Finisher is an Extractor that can find more in a paper than its Read gave,
// at a high price: the words in pictures.
type Finisher interface {
	// Reads reports whether Read reads these bytes of a medium that holds no
	// text.
	Reads(media string, raw []byte) bool
	// Waiting reports whether Finish would try.
	Waiting(p extract.Paper) bool
	// Finish gives the paper with what it found besides. An error means that
	// nothing can be read, or that ctx is done.
	Finish(ctx context.Context, raw []byte, p extract.Paper) (extract.Paper, error)
}

// Unreadable says why one document cannot be read.
type Unreadable struct {
	Reason string // for a person
	Lethal bool   // it killed its reader or had to be stopped
}

func (u *Unreadable) Error() string { return u.Reason }

// A Reader is the way from bytes to records, its rooms joined.
type Reader struct {
	Extract  Extractor
	Parsers  map[archive.Format]parse.Func // a format without one is kept as pages
	Classify func(archive.Record)          // may be nil
	// Version names all of the above with their versions.
	Version string
}
