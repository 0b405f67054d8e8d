package archive

import "time"

// Coverage says what the archive holds and what it could not read, so that
// "nothing found" can be told from "not held".
type Coverage struct {
	Councils  []CouncilCoverage // by label; papers of no known council last, under the empty slug
	Documents int               // versions of papers, each counted once
	Records   map[Kind]int
	Meetings  int
	// LastRetrieved is when the newest paper reached us; zero in an empty archive.
	LastRetrieved time.Time
	// Unread are papers kept of which no word could be read, Skipped are files
	// that were not kept at all; both by reason, most frequent first.
	Unread  []ReasonCount
	Skipped []ReasonCount
	// Seq is the last change counted.
	Seq uint64
}

// A CouncilCoverage is what the archive holds of one council.
type CouncilCoverage struct {
	Label         string // as the council styles itself most often
	Slug          string // CouncilSlug of the label; "" for papers of no known council
	From, To      Date   // first and last day any of its records belongs to; "" where none is dated
	Documents     int
	Records       map[Kind]int
	Meetings      int
	LastRetrieved time.Time
	Committees    []CommitteeCoverage // most records first
}

// A CommitteeCoverage is what the archive holds of one body of a council.
type CommitteeCoverage struct {
	Label    string
	Slug     string
	From, To Date
	Records  map[Kind]int
	Meetings int
}

// A ReasonCount is how many times one reason was given.
type ReasonCount struct {
	Reason string
	Count  int
}
