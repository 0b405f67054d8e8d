// Package mail reads an e-mail as it is kept in a file: its words, and the
// papers sent with it.
package mail

import (
	"errors"

	"moothall/ingest/extract"
)

// Read reads a message. Its error says to a person why it cannot be read.
func Read(raw []byte) (extract.Paper, error) {
	return extract.Paper{}, errors.New("mail: messages are not read")
}
