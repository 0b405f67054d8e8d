// Package word reads word processors' files: DOCX, ODT, RTF and the DOC of
// Word 97 to 2003. Each gives one page, for a word processor's file has no
// pages of its own until it is printed.
//
// The readers are our own because the formats are plain once unpacked, and
// because what matters here (the label a list entry was printed with, text
// that was struck out, the cells of a row) is what general libraries leave
// out.
package word

import (
	"fmt"

	"moothall/ingest/extract"
)

// Read reads a file of the media "docx", "odt", "rtf" or "doc". Its error
// says to a person why it cannot be read, and what to do where something can
// be done.
func Read(media string, raw []byte) (extract.Paper, error) {
	switch media {
	case "docx":
		return readDOCX(raw)
	case "odt":
		return readODT(raw)
	case "rtf":
		return readRTF(raw)
	case "doc":
		return readDOC(raw)
	}
	return extract.Paper{}, fmt.Errorf("word: files of the kind %q are not read", media)
}
