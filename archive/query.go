package archive

// A Facet is one question search results can be counted and narrowed by.
type Facet string

// The facets.
const (
	FacetKind         Facet = "kind"
	FacetCouncil      Facet = "council"
	FacetCommittee    Facet = "committee"
	FacetService      Facet = "service"
	FacetOutcome      Facet = "outcome" // of meetings
	FacetFinding      Facet = "finding" // of the Ombudsman
	FacetRemedyStatus Facet = "remedy_status"
	FacetYear         Facet = "year"
)

// Facets lists every facet in the order people are shown them.
var Facets = []Facet{FacetKind, FacetCouncil, FacetCommittee, FacetService, FacetOutcome, FacetFinding, FacetRemedyStatus, FacetYear}

// A Query is what somebody asks of the archive. The zero Query asks for
// everything but procedural items, newest first.
type Query struct {
	Text string

	// Filters narrow by facet. Values within a facet are alternatives; facets
	// together must all hold. Councils and committees are given by slug
	// (CouncilSlug, Slug); NotStated asks for records that say nothing.
	Filters map[Facet]Filter

	From, To   Date // inclusive; "" is open
	Procedural bool // include procedural items
	Sort       Sort

	Limit  int    // hits wanted; 0 means 10
	Page   int    // from 1; 0 means 1; ignored when Cursor is set
	Cursor string // a Results' Next or Prev

	// HitsOnly says that neither facets nor snippets will be looked at, as in
	// an export. Leaving them out then is a kindness, not a duty.
	HitsOnly bool
}

// A Filter is a choice of values in one facet.
type Filter struct {
	Any []string // any of these, if there are any
	Not []string // none of these
}

// Sort is an order of results.
type Sort string

// The orders. The empty one is by relevance when there is something to search
// for, else newest first.
const (
	SortDefault   Sort = ""
	SortRelevance Sort = "relevance"
	SortNewest    Sort = "newest"
	SortOldest    Sort = "oldest"
)

// Results answer a Query. Counts are of records and exact.
type Results struct {
	Total int
	// Interpreted is the text as it was read, when that is not what was
	// typed; Plain says that it could not be read as a query and was taken as
	// words.
	Interpreted string
	Plain       bool
	Related     []string // terms searched for beside those typed
	Suggestion  string   // a spelling that would find something, or ""
	Hits        []Hit
	Facets      []FacetCount
	Page        int
	Pages       int
	Next, Prev  string // cursors; "" at either end
}

// A Hit is one record found.
type Hit struct {
	ID         ID
	Kind       Kind
	Title      string
	Council    string
	Committee  string
	Date       Date
	Services   []Service
	Outcome    Outcome
	Finding    Verdict
	Reference  string // the Ombudsman's, of a finding
	Number     string // of an item
	Matter     ID
	Decision   string // the opening of what was decided, for display
	Procedural bool
	OCR        bool
	Visibility Visibility // Exempt hits have no Snippets and no Decision that may be shown
	Source     Source
	Pages      []int
	Remedies   int // how many the record has
	Snippets   []Snippet
	Score      float64
}

// A Snippet is a piece of a record's words around what was searched for.
type Snippet struct {
	Field string // "title", "text", "decision"
	Page  int    // of the document; 0 where it is not known
	Parts []Part
}

// A Part is plain text; Match says it is what was searched for.
type Part struct {
	Text  string
	Match bool
}

// A FacetCount is how many records of the results have each value of a facet.
// The facet's own filter is left out of account; those of all others are not.
type FacetCount struct {
	Facet  Facet
	Values []FacetValue // most frequent first, NotStated last
}

// A FacetValue is one value of a facet.
type FacetValue struct {
	Value    string // what a Filter takes
	Label    string // what people read; "" where Value is one of the archive's own constants
	Count    int
	Selected bool
	Excluded bool
}
