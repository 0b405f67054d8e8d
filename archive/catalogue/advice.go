package catalogue

import (
	"errors"

	"modernc.org/sqlite"
)

// SQLite's primary result codes (https://www.sqlite.org/rescode.html) for what
// lies beneath the catalogue: disks, permissions, other programs.
const (
	busy     = 5
	readOnly = 8
	inputOut = 10
	corrupt  = 11
	full     = 13
	cantOpen = 14
	notADB   = 26
)

// Advice says what a person can do about an error that comes from beneath the
// catalogue, or "" for any other error.
func Advice(err error) string {
	var s *sqlite.Error
	if !errors.As(err, &s) {
		return ""
	}
	switch s.Code() & 0xff {
	case busy:
		return "another program holds the catalogue; wait until it is done and try again"
	case readOnly, cantOpen:
		return "catalogue.db and the folder it is in must be yours to write, even to search: allow that, or copy the folder and name the copy with --data"
	case full, inputOut:
		return "the disk is full, failing, or more than you may write; nothing that was kept before is lost, so make room and do it again"
	case corrupt, notADB:
		return "catalogue.db is damaged: put a backup in its place; without one, move the files catalogue.db* away and " +
			"`moothall rebuild --reparse` reads the papers of the vault again, all but where they came from"
	}
	return ""
}
