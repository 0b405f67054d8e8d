// Package archive is the vocabulary the rest of Moothall speaks: documents,
// the records read from them, what can be asked and what is answered.
//
// It is separate so that every room can share its types without sharing
// anything else. It imports only the standard library, does no I/O and keeps
// no state; a value of any type here may be copied and passed between
// goroutines as long as nobody changes the slices it holds.
//
// The json tags on records are the published form of a record (what the
// parse command prints, the API returns and the catalogue keeps), so renaming
// one breaks other people's programs.
package archive

import "errors"

// ErrNotFound is returned, wrapped, by every store asked for something it
// does not hold.
var ErrNotFound = errors.New("archive: not found")

// NotStated is the facet value of a record that says nothing on a question.
// It can be asked for like any other value.
const NotStated = "not_stated"
