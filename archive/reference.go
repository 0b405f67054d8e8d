package archive

// A Reference is a part of another paper, or of this one, that a record points
// to: an earlier decision, an appendix, a section, a paragraph. Label or Date
// may be empty, never both. Meetings, minutes and cases have lists of their own.
type Reference struct {
	Kind  ReferenceKind `json:"kind"`
	Label string        `json:"label,omitempty"` // as printed, without its noun: "A", "6.4", "24/00109"
	Date  string        `json:"date,omitempty"`  // as far as it is stated: "2017-08-21", "2017-08"
	Quote string        `json:"quote"`
	Page  int           `json:"page,omitempty"`
}

// A ReferenceKind is what a Reference points to.
type ReferenceKind string

// The kinds of reference.
const (
	RefDecision  ReferenceKind = "decision"
	RefAppendix  ReferenceKind = "appendix"
	RefSection   ReferenceKind = "section"
	RefParagraph ReferenceKind = "paragraph"
)

// Label is the kind in a reader's words.
func (k ReferenceKind) Label() string { return label(string(k), nil) }
