package archive

// An Item is one agenda item at one meeting, with what the minutes say.
type Item struct {
	Head
	Committee   string `json:"committee,omitempty"`
	MeetingDate Date   `json:"meeting_date,omitempty"`
	MeetingTime string `json:"meeting_time,omitempty"` // "19:00", local time
	Venue       string `json:"venue,omitempty"`
	ItemNumber  string `json:"item_number,omitempty"` // the minute number as printed: "183", "77/21"
	AgendaItem  string `json:"agenda_item,omitempty"` // the agenda's number where it differs
	Draft       bool   `json:"draft,omitempty"`       // its minutes call themselves a draft
	Procedural  bool   `json:"procedural"`            // apologies, declarations, minutes of the last meeting …

	Background string `json:"background,omitempty"`
	Discussion string `json:"discussion,omitempty"`
	Decision   string `json:"decision,omitempty"`

	Resolutions []Resolution `json:"resolutions,omitempty"`
	Outcome     Outcome      `json:"outcome,omitempty"` // the leading one
	OutcomesAll []Outcome    `json:"outcomes_all,omitempty"`
	Votes       *Votes       `json:"votes,omitempty"`
	MovedBy     string       `json:"moved_by,omitempty"`
	SecondedBy  string       `json:"seconded_by,omitempty"`
	Exchanges   []Exchange   `json:"exchanges,omitempty"`
	Remedies    []Remedy     `json:"remedies,omitempty"`
	Documents   []Attachment `json:"documents,omitempty"`
	DecisionRef string       `json:"decision_ref,omitempty"` // a council's own: "24/00109"
	IssueID     string       `json:"issue_id,omitempty"`     // the publisher's own matter id
	// AgendaItemID is the publisher's own number of this item of this meeting,
	// by which its page, its meeting's page and its decision's are one thing.
	AgendaItemID string `json:"agenda_item_id,omitempty"`
	MeetingURL   string `json:"meeting_url,omitempty"`
}

// An Outcome is what a meeting did with an item. It is empty for a paper
// written before any decision.
type Outcome string

// The outcomes. OutcomeNone is an item whose minutes record no decision.
const (
	Noted       Outcome = "noted"
	Approved    Outcome = "approved"
	Endorsed    Outcome = "endorsed"
	Recommended Outcome = "recommended"
	Referred    Outcome = "referred"
	Deferred    Outcome = "deferred"
	Rejected    Outcome = "rejected"
	OtherResult Outcome = "other"
	OutcomeNone Outcome = "none"
)

// Outcomes lists every outcome in the order people are shown them.
var Outcomes = []Outcome{Approved, Noted, Endorsed, Recommended, Referred, Deferred, Rejected, OtherResult, OutcomeNone}

// A Resolution is one numbered part of what was decided.
type Resolution struct {
	Label   string  `json:"label,omitempty"` // "a", "ii", "" where there is only one
	Text    string  `json:"text"`
	Outcome Outcome `json:"outcome,omitempty"`
	Page    int     `json:"page,omitempty"`
}

// Votes are the totals a minute states. A nil count was not stated; totals
// are not expected to add up to those present.
type Votes struct {
	For       *int `json:"for,omitempty"`
	Against   *int `json:"against,omitempty"`
	Abstained *int `json:"abstained,omitempty"`
}

// An Exchange is what members raised and what officers answered.
type Exchange struct {
	Issue    string `json:"issue"`
	Response string `json:"response,omitempty"`
	Page     int    `json:"page,omitempty"`
}
