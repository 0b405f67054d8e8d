package archive

import "time"

// Raw is one document as it reached us: its bytes, where they came from and
// when.
type Raw struct {
	Bytes     []byte
	Name      string // path or file name, for reports to people; never trusted for what the document is
	URL       string // where it is published, if known
	Council   string // what the person who handed it in says it belongs to, if anything
	Retrieved time.Time
}

// A Format is what a document was recognised as.
type Format string

// The formats. Plain is anything readable that no parser structures.
const (
	ModernGovMeeting  Format = "moderngov-meeting"
	ModernGovIssue    Format = "moderngov-issue"
	ModernGovItem     Format = "moderngov-item"
	ModernGovDecision Format = "moderngov-decision"
	ModernGovXML      Format = "moderngov-xml"
	Minutes           Format = "minutes"
	OfficerReport     Format = "report"
	LGSCODecision     Format = "lgsco-decision"
	LGSCOReport       Format = "lgsco-report"
	Plain             Format = "plain"
)

// A Document is one version of one published paper, as the archive keeps it.
type Document struct {
	SHA256    Digest    `json:"sha256"`
	Name      string    `json:"name,omitempty"`
	URL       string    `json:"url,omitempty"`
	Council   string    `json:"council,omitempty"`
	Title     string    `json:"title,omitempty"`
	Media     string    `json:"media"` // "pdf", "html", "docx", "xml", "text" …
	Format    Format    `json:"format"`
	Bytes     int64     `json:"bytes"`
	Pages     int       `json:"pages"`
	Engine    string    `json:"engine,omitempty"` // what read it, with its version
	Retrieved time.Time `json:"retrieved,omitzero"`
	// Unread says why nothing could be read, "" where something was.
	Unread string `json:"unread,omitempty"`
	// Replaces is the digest of the version before this one, if any.
	Replaces Digest `json:"replaces,omitempty"`
	// ReplacedBy is the digest of the version after this one, if any.
	ReplacedBy Digest `json:"replaced_by,omitempty"`
}

// PageText is one page of a document as text.
type PageText struct {
	Number  int     `json:"number"`            // from 1
	Printed string  `json:"printed,omitempty"` // the number printed on the page, where one is
	Text    string  `json:"text"`              // paragraphs separated by one blank line, running lines left out
	Running string  `json:"running,omitempty"` // headers, footers and page numbers
	Width   float64 `json:"width,omitempty"`   // points; 0 where the document has no pages of its own
	Height  float64 `json:"height,omitempty"`
	OCR     bool    `json:"ocr,omitempty"`
	// Unread says why the page has no text although it should, "" otherwise.
	Unread string `json:"unread,omitempty"`
	// Words are the page's words with their boxes, in reading order, where known.
	Words []Word `json:"words,omitempty"`
}

// A Word is one word on a page, with its box in points from the page's top
// left corner.
type Word struct {
	Text           string
	X0, Y0, X1, Y1 float32
	Confidence     float32 // of OCR, 0 to 1; 0 for text that was not read by OCR
}

// A Change is one step in the catalogue's history. Whoever has applied every
// change up to Seq holds what the catalogue held then.
type Change struct {
	Seq    uint64
	ID     ID
	Record Record // nil when the record is gone
}

// A Meeting is one meeting of one body with the records that belong to it.
type Meeting struct {
	ID        ID
	Council   string
	Committee string
	Date      Date
	Time      string
	Venue     string
	Records   []Record // in the order of the agenda
}
