package archive

import (
	"encoding/json"
	"fmt"
	"time"
)

// A Record is an *Item, a *Report, a *Finding or a *Page.
type Record interface {
	// About is what every record has; the pointer is into the record itself.
	About() *Head
}

// Head is what every kind of record has. In JSON its fields stand beside the
// record's own. An unknown field is empty; nothing is guessed.
type Head struct {
	Kind    Kind   `json:"kind"`
	ID      ID     `json:"id"`
	Council string `json:"council,omitempty"` // as the council styles itself: "Medway Council"
	Title   string `json:"title,omitempty"`
	Summary string `json:"summary,omitempty"`

	// Text is everything the paper says under this record, in order:
	// paragraphs separated by one blank line, white space tidied, words
	// untouched.
	Text string `json:"text,omitempty"`
	// PageMarks say on which page each part of Text stands. They are in
	// order of offset; text before the first is on no known page.
	PageMarks []PageMark `json:"page_marks,omitempty"`
	// Furniture holds the running headers, footers and page numbers of the
	// pages the record covers: kept so that no published word is
	// unfindable, never shown.
	Furniture string `json:"furniture,omitempty"`

	Services []Service `json:"services,omitempty"`
	// ServiceParts are the Ombudsman's sub-categories below those services,
	// "housing/homelessness", where the words support one. A finding has its
	// own in Subcategory.
	ServiceParts []ServicePart `json:"service_parts,omitempty"`

	CaseRefs    []string     `json:"case_refs,omitempty"` // canonical: "21 003 456"
	MeetingRefs []MeetingRef `json:"meeting_refs,omitempty"`
	MinuteRefs  []MinuteRef  `json:"minute_refs,omitempty"`
	References  []Reference  `json:"references,omitempty"` // decisions, appendices, sections, paragraphs
	Visibility  Visibility   `json:"visibility,omitempty"`
	Pages       []int        `json:"pages,omitempty"` // pages of the document, from 1
	OCR         bool         `json:"ocr,omitempty"`   // some of the text was read by OCR
	Source      Source       `json:"source"`
	Doubts      []Doubt      `json:"doubts,omitempty"`
}

// About returns h.
func (h *Head) About() *Head { return h }

// PageAt is the page on which the byte of Text at offset stands, or 0.
func (h *Head) PageAt(offset int) int {
	page := 0
	for _, m := range h.PageMarks {
		if m.Offset > offset {
			break
		}
		page = m.Page
	}
	return page
}

// A PageMark says that from byte Offset of a record's Text on, the words
// stand on Page.
type PageMark struct {
	Offset int `json:"offset"`
	Page   int `json:"page"`
}

// Source is where a record came from.
type Source struct {
	URL       string    `json:"url,omitempty"`
	SHA256    Digest    `json:"sha256,omitempty"` // of the raw bytes
	Name      string    `json:"name,omitempty"`   // the file's name as it reached us
	Retrieved time.Time `json:"retrieved,omitzero"`
}

// Visibility is Public, or Exempt for business taken with the public
// excluded (Local Government Act 1972, Schedule 12A).
type Visibility string

// The two visibilities.
const (
	Public Visibility = "public"
	Exempt Visibility = "exempt"
)

// A ServicePart is a part of a service that a record is about, with the words
// that say so.
type ServicePart struct {
	Part  Service `json:"part"` // the service, a stroke, the part: "housing/homelessness"
	Quote string  `json:"quote"`
	Page  int     `json:"page,omitempty"`
}

// A MeetingRef is a meeting a paper names, with the words that name it.
// Body or Date may be empty, never both.
type MeetingRef struct {
	Body  string `json:"body,omitempty"`
	Date  Date   `json:"date,omitempty"`
	Quote string `json:"quote"`
	Page  int    `json:"page,omitempty"`
}

// A MinuteRef is another minute a paper refers to: "(Minute 56 refers)".
type MinuteRef struct {
	Number string `json:"number"`
	Body   string `json:"body,omitempty"`
	Date   Date   `json:"date,omitempty"`
	Quote  string `json:"quote"`
	Page   int    `json:"page,omitempty"`
}

// An Attachment is a paper a record links to.
type Attachment struct {
	Title      string `json:"title"`
	URL        string `json:"url,omitempty"`
	Media      string `json:"media,omitempty"` // "pdf", "docx" …
	Restricted bool   `json:"restricted"`
}

// A Page is readable text that no parser could structure: one page, or the
// part of it, that no other record holds.
type Page struct {
	Head
	Page        int    `json:"page"`
	Committee   string `json:"committee,omitempty"`
	MeetingDate Date   `json:"meeting_date,omitempty"`
}

// DecodeRecord reads one record from its published JSON form. An unknown kind
// is an error; an unknown field is not.
func DecodeRecord(data []byte) (Record, error) {
	var head struct {
		Kind Kind `json:"kind"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("archive: record: %w", err)
	}
	var r Record
	switch head.Kind {
	case KindItem:
		r = new(Item)
	case KindReport:
		r = new(Report)
	case KindFinding:
		r = new(Finding)
	case KindPage:
		r = new(Page)
	default:
		return nil, fmt.Errorf("archive: record of unknown kind %q", head.Kind)
	}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("archive: %s: %w", head.Kind, err)
	}
	return r, nil
}

// Committee is the body a record belongs to, or "".
func Committee(r Record) string {
	switch r := r.(type) {
	case *Item:
		return r.Committee
	case *Report:
		return r.Committee
	case *Page:
		return r.Committee
	}
	return ""
}

// When is the day a record belongs to: the meeting's, or the decision's for a
// finding. "" where it is not known.
func When(r Record) Date {
	switch r := r.(type) {
	case *Item:
		return r.MeetingDate
	case *Report:
		return r.MeetingDate
	case *Finding:
		return r.DecisionDate
	case *Page:
		return r.MeetingDate
	}
	return ""
}

// Remedies are the remedies and recommendations a record carries.
func Remedies(r Record) []Remedy {
	switch r := r.(type) {
	case *Item:
		return r.Remedies
	case *Report:
		return r.Remedies
	case *Finding:
		return r.Remedies
	}
	return nil
}
