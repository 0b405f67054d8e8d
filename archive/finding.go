package archive

// A Finding is an Ombudsman's decision or public report.
type Finding struct {
	Head
	Ombudsman string `json:"ombudsman"` // "lgsco", "housing_ombudsman", "spso", "psow"
	Reference string `json:"reference"` // canonical: "21 003 456"
	// Body is the body complained of, as published. Head.Council names it only
	// where it is a council; a care provider or an NHS trust is none.
	Body            string    `json:"body,omitempty"`
	Category        string    `json:"category,omitempty"`
	Subcategory     string    `json:"subcategory,omitempty"`
	Decision        string    `json:"decision,omitempty"` // as published: "Upheld"
	Finding         Verdict   `json:"finding,omitempty"`
	Fault           *bool     `json:"fault,omitempty"`
	Injustice       *bool     `json:"injustice,omitempty"`
	PublicReport    bool      `json:"public_report"`
	DecisionDate    Date      `json:"decision_date,omitempty"`
	Sections        []Section `json:"sections,omitempty"`
	Remedies        []Remedy  `json:"remedies,omitempty"`
	PaymentTotalGBP *float64  `json:"payment_total_gbp,omitempty"`
}

// A Verdict is an Ombudsman's outcome.
type Verdict string

// The verdicts.
const (
	Upheld       Verdict = "upheld"
	NotUpheld    Verdict = "not_upheld"
	Closed       Verdict = "closed_after_initial_enquiries"
	OtherVerdict Verdict = "other"
)

// Verdicts lists every verdict in the order people are shown them.
var Verdicts = []Verdict{Upheld, NotUpheld, Closed, OtherVerdict}

// A Remedy is one thing an Ombudsman asked for, or a council promised, with
// what a paper says became of it.
type Remedy struct {
	Label       string       `json:"label,omitempty"`
	Text        string       `json:"text"`
	Kinds       []RemedyKind `json:"kinds,omitempty"`
	AmountGBP   *float64     `json:"amount_gbp,omitempty"`
	Per         string       `json:"per,omitempty"`      // "month", "week" where the sum recurs
	Due         string       `json:"due,omitempty"`      // as stated: "within one month"; or an ISO date
	DueDate     Date         `json:"due_date,omitempty"` // the day of Due, or counted from the decision's day where it is known
	AddressedTo string       `json:"addressed_to,omitempty"`
	Status      RemedyStatus `json:"status"`
	Evidence    *Evidence    `json:"evidence,omitempty"`
	Page        int          `json:"page,omitempty"`
	// CaseRef is the Ombudsman's case that the remedy is of, where a paper tells
	// of several; a finding's own remedies leave it to the finding.
	CaseRef string `json:"case_ref,omitempty"`
}

// Evidence is the sentence that proves a status, and the page it stands on.
type Evidence struct {
	Quote string `json:"quote"`
	Page  int    `json:"page,omitempty"`
}

// A RemedyKind is what sort of thing a remedy asks for.
type RemedyKind string

// The kinds of remedy.
const (
	Apology            RemedyKind = "apology"
	Payment            RemedyKind = "payment"
	ServiceImprovement RemedyKind = "service_improvement"
	Training           RemedyKind = "training"
	PolicyReview       RemedyKind = "policy_review"
	Reassessment       RemedyKind = "reassessment"
	OtherRemedy        RemedyKind = "other"
)

// A RemedyStatus is what became of a remedy.
type RemedyStatus string

// The statuses. StatusNotStated is a remedy of whose fate the paper says
// nothing.
const (
	Implemented      RemedyStatus = "implemented"
	Partly           RemedyStatus = "partly"
	InProgress       RemedyStatus = "in_progress"
	NotImplemented   RemedyStatus = "not_implemented"
	NoLongerRequired RemedyStatus = "no_longer_required"
	WaitingOnOthers  RemedyStatus = "waiting_on_others"
	StatusNotStated  RemedyStatus = "not_stated"
)

// RemedyStatuses lists every status in the order people are shown them.
var RemedyStatuses = []RemedyStatus{Implemented, Partly, InProgress, NotImplemented, NoLongerRequired, WaitingOnOthers, StatusNotStated}
