// Package extract is the shape every reader of a file format gives: pages of
// blocks. Parsers work on this shape alone, so a paper means the same whether
// it was published as PDF, HTML, Word or text.
//
// It is separate from the readers (extract/pdf, extract/html …) so that
// parsers depend on the shape and on no reader.
package extract

import "moothall/archive"

// A Paper is what was read from one file. Pages are in order and numbered
// from 1; a file without pages of its own has one.
type Paper struct {
	Media  string // "pdf", "html", "docx", "odt", "rtf", "doc", "eml", "text", "xml"
	Engine string // what read it, with its version: "pdf/1"
	Title  string // from the file's own metadata, tidied; often wrong
	Pages  []Page
	// Attachments are files inside the file (an e-mail's).
	Attachments []archive.Raw
	// Doubts are things the reader could not do, in words for a person.
	Doubts []string
	// Settled says that the same readers would find no more in it, though some
	// of it is unread: all was tried, or a reader died of it.
	Settled bool `json:",omitempty"`
}

// A Page is one page in reading order.
type Page struct {
	Number        int     // from 1
	Printed       string  // the number printed on the page, where one is
	Width, Height float64 // points; 0 where there are no real pages
	Blocks        []Block
	Running       []string // headers, footers, page numbers: a line each
	Words         []archive.Word
	OCR           bool
	Unread        string // why the page has no text although it should
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading             // Level from 1
	Entry               // a list entry: Marker and Level (from 1)
	Row                 // a table row: Cells; Text joins them with " | "
)

// A Block is one paragraph-like piece of a page. Text is one line: white space
// tidied, line breaks within it gone, words untouched.
type Block struct {
	Kind   BlockKind
	Level  int
	Marker string // as printed: "·", "a)", "(iv)", "12."
	Text   string // without the marker
	Cells  []string
	// Parts are the paragraphs of each of Cells, where one has several: a table
	// that lays out minutes has an item's title and all that was said in one
	// cell. Joined by spaces they are Cells.
	Parts  [][]string `json:",omitempty"`
	Header bool       // a Row that heads its table
	// Continues is set where this block goes on with the last block of the
	// page before that is no footnote: the sentence, the entry or the cells of
	// that block's row were cut by the page's end. Its text is that of this
	// page alone.
	Continues bool `json:",omitempty"`

	Bold bool // most of it
	// Lead is how many bytes at the start of Text are in bold, where what
	// follows them is not: a title with what was said straight after it.
	Lead  int     `json:",omitempty"`
	Size  float64 // points; 0 where not known
	X0    float64 // left edge in points from the page's left; 0 where not known
	Class string  // the source's own name for it: an HTML class ("mgSubItemTitleTxt"), a Word style; Footnote
	Links []Link
}

// Footnote is the Class of footnotes and endnotes.
const Footnote = "footnote"

// A Link is a hyperlink inside a block.
type Link struct {
	Text string
	Href string
	ID   string // an anchor's name, where the link is only a target
}
