package archive

// A MeetingQuery asks for a list of meetings. The zero query asks for all,
// newest first.
type MeetingQuery struct {
	Councils   []string // slugs (CouncilSlug), any of them; none means all
	Committees []string // slugs (Slug), any of them; none means all
	From, To   Date     // inclusive; "" is open
	Oldest     bool     // oldest first

	Limit int // meetings wanted; 0 means 20
	Page  int // from 1; 0 means 1
}

// A MeetingList is one page of the meetings that answer a MeetingQuery.
type MeetingList struct {
	Total    int // on all pages together
	Meetings []MeetingSummary
	Page     int // from 1
	Pages    int // at least 1
}

// A MeetingSummary is one meeting in a list.
type MeetingSummary struct {
	ID        ID
	Council   string
	Committee string
	Date      Date // "" where it is not known
	Time      string
	Venue     string
	Records   map[Kind]int // how many of each kind belong to it
}
