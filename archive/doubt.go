package archive

import "encoding/json"

// A Doubt says how sure we are of one field and why.
type Doubt struct {
	Field      string  `json:"field"`
	Confidence float64 `json:"confidence"` // 0 to 1
	Because    string  `json:"because"`
}

// A PaperDoubt is something in a paper that could not be settled and that no
// record carries: a page without words, a part no parser could place.
type PaperDoubt struct {
	Field   string // DoubtWords or DoubtParts
	Page    int    // from 1; 0 for the paper as a whole
	Because string
}

// The fields of a paper's own doubts.
const (
	DoubtWords = "words" // what could not be read cannot be found
	DoubtParts = "parts" // what was read, and not told apart or placed
)

// weights are what it costs a reader when a field is wrong or missing. Words
// that nobody can find cost most; then what people narrow a search by and
// rely on before a vote; then where a thing belongs; then the rest, at 1.
var weights = map[string]float64{
	DoubtWords: 8, DoubtParts: 4,
	"finding": 6, "decision": 6, "outcome": 5, "remedy_status": 5,
	"council": 4, "committee": 4, "meeting_date": 4, "decision_date": 4,
	"services": 3, "remedies": 3, "case_refs": 3,
	"meeting_refs": 2, "title": 2, "item_number": 2,
}

// HoldsSeveral is the reason of a doubt about what an item of several things is
// about where most of them are about what is stated.
const HoldsSeveral = "it holds several things, and this is what most of them are about"

// Worth is how much a person's look at the doubt would gain, for ordering: the
// weight of its field times how unsure it is. Procedural business, which
// searches leave out, counts a quarter.
func (d Doubt) Worth(r Record) float64 {
	weight, ok := weights[d.Field]
	if !ok {
		weight = 1
	}
	if it, isItem := r.(*Item); isItem && it.Procedural {
		weight /= 4
	}
	return weight * (1 - d.Confidence)
}

// Stated reports whether the record states the field the doubt is about, or
// leaves it empty. Fields go by their names in the record's JSON.
func (d Doubt) Stated(r Record) bool {
	data, err := json.Marshal(r)
	if err != nil {
		return false
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return false
	}
	switch string(fields[d.Field]) {
	case "", "null", `""`, "[]", "{}":
		return false
	}
	return true
}

// A DoubtQuery asks for what is doubtful, what is worth most first. The zero
// query asks for all of it.
type DoubtQuery struct {
	Councils []string // slugs, any of them; none means all
	Fields   []string // any of them; none means all
	Limit    int      // doubts wanted; 0 means 20
	Page     int      // from 1; 0 means 1
	ByPaper  bool     // one entry where a paper has the same doubt about several of its records
}

// A DoubtList is one page of the doubts that answer a DoubtQuery.
type DoubtList struct {
	Total    int // entries on all pages together
	Records  int // what they are about: records, pages and papers; Total where they are not by paper
	Unopened int // of Total, those about a paper of which nothing could be read; they come last
	Doubts   []ListedDoubt
	Page     int // from 1
	Pages    int // at least 1
	// Fields counts the doubts of each field, whatever fields were asked for.
	Fields []FieldCount // most first
}

// A FieldCount is how many doubts there are of one field.
type FieldCount struct {
	Field   string
	Count   int // one by one
	Records int // what they are about, listed by paper: records, pages and papers, one for each entry
	Rows    int // entries when they are listed by paper
}

// A ListedDoubt is a doubt with what it is about: a record, or a paper or a
// page of it where ID is empty.
type ListedDoubt struct {
	Doubt
	Stated  bool
	Kind    Kind
	ID      ID
	Title   string // of the record, or what the paper calls itself
	Name    string // the paper's, as it reached us: with the folders it lay in
	Council string
	Date    Date
	Paper   Digest
	Page    int // of the paper; 0 where it is not known
	// Unopened says that nothing of the paper could be read.
	Unopened bool
	// Places are what the doubt is about where that is more than one thing, by
	// page. ID, Kind and Page are empty then, and Title is the paper's.
	Places []DoubtPlace
}

// A DoubtPlace is a record of a paper, or a page of it where ID is empty.
type DoubtPlace struct {
	Kind  Kind
	ID    ID
	Title string
	Page  int // of the paper; 0 where it is not known
}
