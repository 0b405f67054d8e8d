package archive

// A Report is an officer's report to a committee.
type Report struct {
	Head
	Committee       string           `json:"committee,omitempty"`
	MeetingDate     Date             `json:"meeting_date,omitempty"`
	SubmittedBy     string           `json:"submitted_by,omitempty"`
	Wards           []string         `json:"wards,omitempty"`
	Sections        []Section        `json:"sections,omitempty"`
	Recommendations []Recommendation `json:"recommendations,omitempty"`
	Remedies        []Remedy         `json:"remedies,omitempty"`
	FindingDate     Date             `json:"finding_date,omitempty"` // of the Ombudsman's report it answers
	DecisionRef     string           `json:"decision_ref,omitempty"`
	// Decided says that the paper is the record of a decision that was taken:
	// its Recommendations are what was decided, and none of them is open.
	Decided bool `json:"decided,omitempty"`
	// EarlierDecisions are the Ombudsman's earlier decisions on the same
	// matter that the report speaks of.
	EarlierDecisions []EarlierDecision `json:"earlier_decisions,omitempty"`
}

// An EarlierDecision is a decision a report refers back to, with the words
// that do.
type EarlierDecision struct {
	When  string `json:"when"` // as far as it is stated: "2017-08-21", "2017-08"
	Quote string `json:"quote"`
	Page  int    `json:"page,omitempty"`
}

// A Section is one headed part of a report or a finding. Reports fill Text,
// findings fill Paragraphs.
type Section struct {
	Heading    string      `json:"heading"`
	Canonical  string      `json:"canonical,omitempty"` // "summary", "recommendations", "complaint" …
	Text       string      `json:"text,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`
	Pages      []int       `json:"pages,omitempty"`
}

// A Paragraph is one paragraph of a finding, with its number where it has
// one; 0 means it has none.
type Paragraph struct {
	N    int    `json:"n,omitempty"`
	Text string `json:"text"`
}

// A Recommendation is one thing a report asks a body to do.
type Recommendation struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
	To    string `json:"to,omitempty"`
	Page  int    `json:"page,omitempty"`
}
