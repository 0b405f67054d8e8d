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
)

// Version is the version of everything between bytes and records but the
// reading of PDFs, which has its own. Whoever changes what any of it gives
// raises it, so that papers that are handed in again are read again.
const Version = "4"

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

// A Desk has documents read where one that takes too long or too much can be
// stopped. An *Unreadable concerns that document alone; any other error means
// that nothing can be read, or that ctx is done.
//
// Apart is one, and Rooms are, for documents that can do no harm.
type Desk interface {
	Read(ctx context.Context, a Ask) (Answer, error)
}

// An Ask is one document to be read.
type Ask struct {
	// Entry is what is known of it before: all that newEntry gives, and Media.
	Entry archive.Entry
	Bytes []byte
	// Paper is its pages where they have been read already. Bytes are not
	// needed then, unless it is XML.
	Paper *extract.Paper
	// Plain asks for its words as pages and no more.
	Plain bool
}

// An Answer is what was read, or only Paper where there is more to be found in
// the document before it is worth understanding.
type Answer struct {
	Reading Reading
	Paper   *extract.Paper
}

// A Finisher finds more in a paper, by means that are dear or slow.
type Finisher interface {
	// Reads reports whether there is anything to be found in these bytes of a
	// medium that holds no text.
	Reads(media string, raw []byte) bool
	// Again has another reader try what the first left unread; failed is why
	// the first gave nothing, nil where it did. Its errors are those of a Desk.
	Again(ctx context.Context, media string, raw []byte, p extract.Paper, failed *Unreadable) (extract.Paper, error)
	// Waiting reports whether Finish would try.
	Waiting(p extract.Paper) bool
	// Finish gives the paper with what it found besides, slowly: the words in
	// pictures. An error means that nothing can be read, or that ctx is done.
	Finish(ctx context.Context, raw []byte, p extract.Paper) (extract.Paper, error)
}

// Unreadable says why one document cannot be read.
type Unreadable struct {
	Reason string // for a person
	Lethal bool   // it killed its reader or had to be stopped
	// Halfway says that its pages were read, and that what failed was making
	// records of them.
	Halfway bool
}

func (u *Unreadable) Error() string { return u.Reason }

// A Reader is the way from bytes to records.
type Reader struct {
	Desk Desk
	More Finisher // may be nil
	// Version names all that reads, with their versions.
	Version string
}
