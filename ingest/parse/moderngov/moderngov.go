// Package moderngov reads the pages of ModernGov, the system most British
// councils publish their meetings with: meeting pages, the pages of one
// matter across meetings ("issues"), of one agenda item, of a decision, and
// the answers of its web service.
//
// The council's own site wraps every page, so only the words and classes the
// system itself writes can be relied on. Pages reach us as HTML and as plain
// text with the same labels; one reading serves both: first the page's lines
// are cut into entries, in the page's own words, then each entry becomes an
// item.
package moderngov

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// ParseMeeting reads a meeting page: an item to each row of its agenda, with
// what the decisions and minutes say of it. The meeting page of CMIS, which
// has no such rows, gives the meeting alone.
func ParseMeeting(d parse.Document) parse.Reading {
	p := newPage(d)
	if p.isCMIS() {
		return p.reading(p.cmisFront(), nil)
	}
	return p.reading(p.meeting())
}

// ParseIssue reads an issue's page of meetings: an item to each meeting that
// took the matter.
func ParseIssue(d parse.Document) parse.Reading {
	p := newPage(d)
	return p.reading(p.issue())
}

// ParseItem reads the page of one agenda item. Such a page prints neither
// its meeting nor its date; they are taken from its breadcrumb where it has
// one, and left unknown, with a doubt, where not.
func ParseItem(d parse.Document) parse.Reading {
	p := newPage(d)
	return p.reading(p.item())
}

// ParseDecision reads a decision's page, an issue's page of decisions, or a
// list of decisions published.
func ParseDecision(d parse.Document) parse.Reading {
	p := newPage(d)
	if p.listsDecisions() {
		return p.reading(p.decisionList())
	}
	if p.opens("issue - decisions") {
		return p.reading(p.decisions())
	}
	return p.reading(p.decision())
}

// front is what a page says that holds for all its items.
type front struct {
	council   string
	committee string
	date      archive.Date
	time      string
	venue     string
	title     string
	url       string // of the meeting
	issue     string // the matter's id
}

// An entry is one meeting's treatment of one matter, in the page's own
// words. Its slices hold indexes of the page's lines.
type entry struct {
	date   archive.Date
	time   string
	body   string
	number string
	title  string

	agendaNumber string // where the source states it apart

	named string // the body that the decision's own words name

	reference string // a decision's own
	id        string // what names it where it has no date: "ai9542"
	itemID    string // the system's number of the agenda item: "9542"
	url       string // of its meeting
	issue     string
	lines     []int // all of them, in order
	aside     []int // those of them that are the system's own words, for finding only
	agenda    []int // what the agenda says of it
	decision  []int // under the system's "Decision:"
	minutes   []int // under the system's "Minutes:"
	summary   []int // a decision's purpose
	documents []archive.Attachment
	exempt    bool
	draft     bool // its minutes are under "Draft minutes:"
}

// reading makes the entries records and leaves every line no entry holds in
// Rest.
func (p *page) reading(f front, entries []entry) parse.Reading {
	r := parse.Reading{Council: f.council, Committee: f.committee, MeetingDate: f.date, Title: f.title}
	taken := map[parse.Place]bool{}
	ids := map[archive.ID]int{}
	for _, e := range entries {
		it := p.record(f, e)
		it.ID = unique(ids, it.ID)
		if it.MeetingDate == "" {
			where := "item " + it.ItemNumber
			if it.ItemNumber == "" {
				where = "item “" + it.Title + "”"
			}
			r.Doubts = append(r.Doubts, parse.Doubt{Where: where, Because: "the page gives no date for it"})
		}
		for _, i := range e.lines {
			taken[p.places[i]] = true
		}
		r.Records = append(r.Records, it)
	}
	for _, at := range parse.Places(p.doc.Paper) {
		if !taken[at] && !p.wordless(at) {
			r.Rest = append(r.Rest, at)
		}
	}
	return r
}

// record says what an entry means.
func (p *page) record(f front, e entry) *archive.Item {
	it := &archive.Item{
		Head: archive.Head{
			Kind: archive.KindItem, Council: f.council, Visibility: archive.Public,
			Source: archive.Source{URL: p.doc.Raw.URL, SHA256: p.doc.Digest, Name: p.doc.Raw.Name, Retrieved: p.doc.Raw.Retrieved},
		},
		Committee: firstOf(e.body, f.committee), MeetingDate: firstOf(e.date, f.date),
		MeetingTime: firstOf(e.time, f.time), Venue: f.venue,
		ItemNumber: e.number, Draft: e.draft, Documents: e.documents,
		AgendaItemID: firstOf(e.itemID, e.anchored()), DecisionRef: e.reference, IssueID: firstOf(e.issue, f.issue), MeetingURL: firstOf(e.url, f.url),
	}
	it.Title, it.AgendaItem = cutAgendaNumber(e.title)
	if it.AgendaItem == it.ItemNumber {
		it.AgendaItem = ""
	}
	it.AgendaItem = firstOf(it.AgendaItem, e.agendaNumber)
	if it.Committee == "" && e.named != "" {
		it.Committee = e.named
		it.Doubts = append(it.Doubts, archive.Doubt{Field: "committee", Confidence: 0.8, Because: "the page names no body; read from the first words of the decision"})
	}
	p.fill(it, e)
	if e.exempt {
		it.Visibility = archive.Exempt
	}
	number := e.number
	if it.MeetingDate == "" {
		// Without its date the number names nothing: the page's own id does.
		number = firstOf(e.id, "in-"+p.doc.Digest.Short()+"-"+e.number)
	}
	it.ID = archive.ItemID(it.Council, it.MeetingDate, it.Committee, number, it.Title, p.doc.Digest)
	return it
}

// anchored is the agenda item's number where the entry is named by it.
func (e entry) anchored() string {
	id, ok := strings.CutPrefix(e.id, "ai")
	if !ok || strings.Trim(id, "0123456789") != "" {
		return ""
	}
	return id
}

// fill puts the words of an entry into an item.
func (p *page) fill(it *archive.Item, e entry) {
	parse.ReadBody(nil, p.at(e.minutes)).Fill(it)
	if d := parse.ReadBody(nil, p.under("Decision:", e.decision)); d.Text != "" {
		if d.Decision != "" {
			it.Decision = d.Decision
		}
		if len(d.Resolutions) >= len(it.Resolutions) {
			it.Resolutions = d.Resolutions // the minutes may say the same in more detail
		}
	}
	it.Summary = joined(p.at(firstOfLines(e.summary, e.agenda)))
	if words := joined(p.at(e.agenda)); len(e.minutes) == 0 && len(e.decision) == 0 && (decided.MatchString(words) || told.MatchString(words)) {
		// Some sites print the minutes where others print the agenda's text.
		if b := parse.ReadBody(nil, p.at(e.agenda)); b.Decision != "" || told.MatchString(words) {
			summary := it.Summary
			b.Fill(it)
			if it.Summary = b.Summary; it.Summary == "" && it.Discussion == "" {
				it.Summary = summary
			}
		}
	}
	shown := without(e.lines, e.aside)
	it.Text, it.PageMarks, it.Pages = parse.Join(p.blocks(shown))
	it.Furniture = p.furniture(shown, e.aside)
}

// decided are words that only minutes have. An agenda's "To note the report"
// is no decision: the meeting is still to come.
var decided = regexp.MustCompile(`\b(?:RESOLVED|AGREED|DECIDED|APPROVED|RECOMMENDED|NOTED|DEFERRED|REFUSED|CARRIED)\b|(?m)^(?i:it was )?[Rr]esolved\b|\bput to the vote\b|(?m)^(?:Decision|Resolution)s?:?$`)

// told is how minutes tell what happened, which an agenda cannot.
var told = regexp.MustCompile(`\b(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.? [\pL.’' -]{2,40} (?:then |also )?(?:moved|seconded|introduced|presented|reported|declared|advised)\b|\b(?:[Ii]t was|was|were) (?:unanimously |then )?(?:agreed|noted|moved|reported)\b|\bThe (?:Committee|Sub-Committee|Board|Cabinet|Council|Panel|Executive|Authority) (?:then |also )?(?:noted|considered|agreed|received|resolved|discussed|heard|welcomed)\b`)

// without gives the lines that are not among others; both are in order.
func without(lines, others []int) []int {
	if len(others) == 0 {
		return lines
	}
	kept := make([]int, 0, len(lines))
	for _, i := range lines {
		if _, aside := slices.BinarySearch(others, i); !aside {
			kept = append(kept, i)
		}
	}
	return kept
}

// unique tells records of one page apart whose items have the same number or
// title.
func unique(seen map[archive.ID]int, id archive.ID) archive.ID {
	seen[id]++
	if n := seen[id]; n > 1 {
		return unique(seen, archive.ID(string(id)+"-"+itoa(n)))
	}
	return id
}

func firstOf[T ~string](values ...T) T {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func firstOfLines(a, b []int) []int {
	if len(a) > 0 {
		return a
	}
	return b
}
