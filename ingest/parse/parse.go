// Package parse is the shape of a parser: what it is given and what it gives.
// Each parser (parse/moderngov, parse/minutes …) is a package of its own and
// knows no other.
package parse

import (
	"moothall/archive"
	"moothall/ingest/extract"
)

// A Document is a recognised paper, ready to be parsed.
type Document struct {
	Raw    archive.Raw
	Digest archive.Digest
	Paper  extract.Paper
	Format archive.Format
}

// A Reading is what a parser found. Every block of the paper is either in
// exactly one record's Text or in Rest.
type Reading struct {
	Records []archive.Record
	Rest    []Place // blocks that no record holds, in order
	Doubts  []Doubt
	// Front matter that holds for the whole paper, for the page records made
	// of Rest.
	Council     string
	Committee   string
	MeetingDate archive.Date
	Title       string
}

// A Place is one block of a paper: Paper.Pages[Page].Blocks[Block].
type Place struct{ Page, Block int }

// A Doubt is something a parser could not settle, for the report.
type Doubt struct {
	Where   string // "page 3", "item 124"
	Because string
}

// A Func finds the records in a paper. It does no I/O, keeps no state, reads
// no clock and does not panic, whatever the paper holds.
type Func func(Document) Reading
