package server

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// meetingsOnPage is how many meetings a list has when nobody says.
const meetingsOnPage = 20

// readMeetingQuery reads the query string of a list of meetings: a part of
// what every list understands.
func readMeetingQuery(v url.Values) (archive.MeetingQuery, error) {
	q, err := ReadQuery(v)
	if err != nil {
		return archive.MeetingQuery{}, err
	}
	var bad BadParameters
	for _, name := range sortedKeys(v) {
		switch name {
		case "council", "committee", "from", "to", "sort", "page", "limit":
		default:
			if len(nonEmpty(v[name])) > 0 && !ignored(name) {
				bad = append(bad, BadParameter{name, "does not narrow meetings; council, committee, from, to, sort, page and limit do"})
			}
		}
	}
	if q.Sort == archive.SortRelevance {
		bad = append(bad, BadParameter{"sort", "meetings are sorted newest or oldest"})
	}
	if len(bad) > 0 {
		return archive.MeetingQuery{}, bad
	}
	return archive.MeetingQuery{
		Councils: q.Filters[archive.FacetCouncil].Any, Committees: q.Filters[archive.FacetCommittee].Any,
		From: q.From, To: q.To, Oldest: q.Sort == archive.SortOldest,
		Limit: cmp.Or(q.Limit, meetingsOnPage), Page: q.Page,
	}, nil
}

// meetingsAddress is the address of a list of meetings.
func meetingsAddress(path string, m archive.MeetingQuery, page int) string {
	q := archive.Query{From: m.From, To: m.To, Page: page}
	for _, c := range m.Councils {
		narrow(&q, archive.FacetCouncil, c, false)
	}
	for _, c := range m.Committees {
		narrow(&q, archive.FacetCommittee, c, false)
	}
	if m.Oldest {
		q.Sort = archive.SortOldest
	}
	if m.Limit != meetingsOnPage {
		q.Limit = m.Limit
	}
	return address(path, q)
}

// meetingsView is what meetings.html shows.
type meetingsView struct {
	Councils, Committees []choice
	From, To             string
	Sorts                []choice
	Summary, Where       string
	Months               []month
	Pager                *pager
	JSON                 string
}

// A month is the meetings of one month.
type month struct {
	Name     string
	Meetings []meetingRow
}

// A meetingRow is one meeting in a list.
type meetingRow struct {
	Date          *dateView
	Name, Href    string
	Council       string
	Items, Others string
}

func (s *Server) meetingsPage(r *http.Request) (view, error) {
	if prefersJSON(r) {
		return s.meetingsJSON(r)
	}
	q, err := readMeetingQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	list, err := s.catalogue.Meetings(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	c, err := s.catalogue.Coverage(r.Context())
	if err != nil {
		return view{}, err
	}
	v := meetingsView{
		From: string(q.From), To: string(q.To), Summary: count(list.Total, "meeting", "meetings"),
		JSON:  meetingsAddress("/meetings.json", q, 0),
		Sorts: []choice{{"newest", "Newest first", !q.Oldest}, {"oldest", "Oldest first", q.Oldest}},
		Pager: newPager(list.Page, list.Pages, min(list.Pages, maxReached/q.Limit), func(page int) string { return meetingsAddress("/meetings", q, page) }),
	}
	if list.Pages > 1 {
		v.Where = fmt.Sprintf("page %s of %s", thousands(list.Page), thousands(list.Pages))
	}
	v.Councils, v.Committees = bodyChoices(c, q)
	for _, m := range list.Meetings {
		name := cmp.Or(monthName(m.Date), "Date not known")
		if n := len(v.Months); n == 0 || v.Months[n-1].Name != name {
			v.Months = append(v.Months, month{Name: name})
		}
		last := &v.Months[len(v.Months)-1]
		last.Meetings = append(last.Meetings, newMeetingRow(m))
	}
	title := v.Summary
	if v.Where != "" {
		title += " (" + v.Where + ")"
	}
	return s.render(r, "meetings.html", frame{
		Title: "Meetings – " + title, Body: v, Alternates: []alternate{{"application/json", "These meetings as JSON", v.JSON}},
	})
}

func monthName(d archive.Date) string {
	if t := d.Time(); !t.IsZero() {
		return t.Format("January 2006")
	}
	return ""
}

func newMeetingRow(m archive.MeetingSummary) meetingRow {
	row := meetingRow{
		Date: newDate(m.Date), Name: cmp.Or(m.Committee, "Meeting"), Href: "/meetings/" + string(m.ID), Council: m.Council,
		Items: count(m.Records[archive.KindItem], "item", "items"),
	}
	if n := m.Records[archive.KindReport]; n > 0 {
		row.Others = count(n, "report", "reports")
		if m.Records[archive.KindItem] == 0 {
			row.Items, row.Others = row.Others, ""
		}
	}
	return row
}

// bodyChoices are the councils and committees that can be chosen. Committees
// of one name in several councils are one choice.
func bodyChoices(c archive.Coverage, q archive.MeetingQuery) (councils, committees []choice) {
	seen := map[string]bool{}
	for _, council := range c.Councils {
		if council.Slug != "" && council.Meetings > 0 {
			councils = append(councils, choice{council.Slug, council.Label, slices.Contains(q.Councils, council.Slug)})
		}
		for _, body := range council.Committees {
			if body.Slug != "" && body.Meetings > 0 && !seen[body.Slug] {
				seen[body.Slug] = true
				committees = append(committees, choice{body.Slug, body.Label, slices.Contains(q.Committees, body.Slug)})
			}
		}
	}
	slices.SortFunc(committees, func(a, b choice) int { return cmp.Compare(a.Label, b.Label) })
	return councils, committees
}

// A MeetingListAnswer is a list of meetings for programs.
type MeetingListAnswer struct {
	Total    int                    `json:"total"`
	Meetings []MeetingSummaryAnswer `json:"meetings"`
	Page     int                    `json:"page"`
	Pages    int                    `json:"pages"`
	Next     *string                `json:"next"`
	Prev     *string                `json:"prev"`
}

// A MeetingSummaryAnswer is one meeting in such a list.
type MeetingSummaryAnswer struct {
	ID        archive.ID           `json:"id"`
	Council   string               `json:"council,omitempty"`
	Committee string               `json:"committee,omitempty"`
	Date      archive.Date         `json:"date,omitempty"`
	Time      string               `json:"time,omitempty"`
	Venue     string               `json:"venue,omitempty"`
	Records   map[archive.Kind]int `json:"records"`
	URL       string               `json:"url"`
}

func (s *Server) meetingsJSON(r *http.Request) (view, error) {
	q, err := readMeetingQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	list, err := s.catalogue.Meetings(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	path := r.URL.Path
	if path == "/meetings" {
		path = "/meetings.json"
	}
	a := MeetingListAnswer{Total: list.Total, Page: list.Page, Pages: list.Pages, Meetings: []MeetingSummaryAnswer{}}
	for _, m := range list.Meetings {
		a.Meetings = append(a.Meetings, MeetingSummaryAnswer{
			m.ID, m.Council, m.Committee, m.Date, m.Time, archive.MaskContacts(m.Venue), counts(m.Records), "/meetings/" + string(m.ID),
		})
	}
	a.Next, a.Prev = neighbouring(list.Page, list.Pages, func(page int) string { return meetingsAddress(path, q, page) })
	v, err := jsonView(a)
	return linked(v, a.Next, a.Prev), err
}

// meetingView is what meeting.html shows.
type meetingView struct {
	Title    string
	Council  string
	Facts    []fact
	Agenda   []agendaRow
	Reports  []agendaRow
	Pages    []agendaRow
	Papers   []textLink
	SearchIn []hidden // what narrows a search to this meeting
	JSON     string
	Summary  string
}

// An agendaRow is one record of a meeting.
type agendaRow struct {
	Number, Title, Href string
	Outcome             *tag
	Procedural, Exempt  bool
	Decision            string
}

// meeting is one meeting as a page, or as JSON with ".json" after it.
func (s *Server) meeting(r *http.Request) (view, error) {
	id, asJSON := strings.CutSuffix(r.PathValue("id"), ".json")
	r.SetPathValue("id", id)
	if asJSON || prefersJSON(r) {
		return s.meetingJSON(r)
	}
	m, err := s.findMeeting(r)
	if err != nil {
		return view{}, err
	}
	v := meetingView{Title: meetingName(m.Committee, m.Date), Council: m.Council, JSON: "/meetings/" + id + ".json"}
	var facts recordView
	facts.councilFact("Council", m.Council)
	if slug := archive.Slug(m.Committee); slug != "" {
		facts.Facts = append(facts.Facts, fact{"Committee", []textLink{{m.Committee, placeAddress("/committees/"+slug, archive.CouncilSlug(m.Council))}}})
	}
	facts.fact("Date", m.Date.Long())
	facts.fact("Time", m.Time)
	facts.fact("Place", archive.MaskContacts(m.Venue))
	v.Facts = facts.Facts
	papers := map[archive.Digest]bool{}
	for _, rec := range m.Records {
		rec = publicRecord(rec)
		h := rec.About()
		row := agendaRow{Title: cmp.Or(h.Title, "Without a title"), Href: recordURL(h.Kind, h.ID), Exempt: h.Visibility == archive.Exempt}
		switch rec := rec.(type) {
		case *archive.Item:
			row.Number, row.Procedural, row.Decision = rec.ItemNumber, rec.Procedural, opening(rec)
			if rec.Outcome != "" {
				row.Outcome = &tag{"Meeting outcome", rec.Outcome.Label(), "outcome"}
			}
			v.Agenda = append(v.Agenda, row)
		case *archive.Report:
			v.Reports = append(v.Reports, row)
		case *archive.Page:
			row.Title = "Page " + strconv.Itoa(rec.Page) + " of " + cmp.Or(h.Title, h.Source.Name, "a paper")
			row.Href = pageURL(h.Source.SHA256, rec.Page)
			v.Pages = append(v.Pages, row)
		}
		if d := h.Source.SHA256; d != "" && !papers[d] {
			papers[d] = true
			v.Papers = append(v.Papers, textLink{s.paperName(r, d, h), "/documents/" + string(d) + "/pages"})
		}
	}
	v.Summary = count(len(v.Agenda), "item", "items") + " on the agenda"
	if len(v.Agenda) == 0 {
		v.Summary = "None of its agenda items is held here"
	}
	if m.Date.Valid() && m.Committee != "" {
		v.SearchIn = []hidden{{"committee", archive.Slug(m.Committee)}, {"from", string(m.Date)}, {"to", string(m.Date)}, {"procedural", "1"}}
		if m.Council != "" {
			v.SearchIn = append(v.SearchIn, hidden{"council", archive.CouncilSlug(m.Council)})
		}
	}
	title := v.Title
	if m.Council != "" {
		title += " – " + m.Council
	}
	return s.render(r, "meeting.html", frame{
		Title: title, Canonical: "/meetings/" + id, Body: v,
		Alternates: []alternate{{"application/json", "This meeting as JSON", v.JSON}},
	})
}

// opening is the beginning of what was decided, a line of it: of several
// resolutions the first that has the outcome shown beside it.
func opening(it *archive.Item) string {
	text := it.Decision
	if len(it.Resolutions) > 0 {
		text = it.Resolutions[0].Text
	}
	for _, res := range it.Resolutions {
		if res.Outcome == it.Outcome {
			text = res.Text
			break
		}
	}
	return shortened(text, 180)
}

// paperName is what a paper is called: by its own title, else its file.
func (s *Server) paperName(r *http.Request, d archive.Digest, h *archive.Head) string {
	if doc, err := s.catalogue.Document(r.Context(), d); err == nil {
		return documentName(doc)
	}
	return cmp.Or(h.Source.Name, h.Source.URL, d.Short())
}

func (s *Server) findMeeting(r *http.Request) (archive.Meeting, error) {
	id := r.PathValue("id")
	if !idLike(id) {
		return archive.Meeting{}, fmt.Errorf("server: meeting %q: %w", id, archive.ErrNotFound)
	}
	return s.catalogue.Meeting(r.Context(), archive.ID(id))
}

// A MeetingAnswer is one meeting for programs.
type MeetingAnswer struct {
	ID        archive.ID            `json:"id"`
	Council   string                `json:"council,omitempty"`
	Committee string                `json:"committee,omitempty"`
	Date      archive.Date          `json:"date,omitempty"`
	Time      string                `json:"time,omitempty"`
	Venue     string                `json:"venue,omitempty"`
	Records   []MeetingRecordAnswer `json:"records"` // in the order of the agenda
	URL       string                `json:"url"`
}

// A MeetingRecordAnswer is one record of a meeting; the address has the rest.
type MeetingRecordAnswer struct {
	ID         archive.ID         `json:"id"`
	Kind       archive.Kind       `json:"kind"`
	Title      string             `json:"title"`
	ItemNumber string             `json:"item_number,omitempty"`
	Outcome    archive.Outcome    `json:"outcome,omitempty"`
	Procedural bool               `json:"procedural"`
	Visibility archive.Visibility `json:"visibility,omitempty"`
	URL        string             `json:"url"`
}

func (s *Server) meetingJSON(r *http.Request) (view, error) {
	m, err := s.findMeeting(r)
	if err != nil {
		return view{}, err
	}
	a := MeetingAnswer{
		ID: m.ID, Council: m.Council, Committee: m.Committee, Date: m.Date, Time: m.Time, Venue: archive.MaskContacts(m.Venue),
		Records: []MeetingRecordAnswer{}, URL: "/meetings/" + string(m.ID),
	}
	for _, rec := range m.Records {
		rec = publicRecord(rec)
		h := rec.About()
		x := MeetingRecordAnswer{ID: h.ID, Kind: h.Kind, Title: h.Title, Visibility: h.Visibility, URL: recordURL(h.Kind, h.ID)}
		if it, ok := rec.(*archive.Item); ok {
			x.ItemNumber, x.Outcome, x.Procedural = it.ItemNumber, it.Outcome, it.Procedural
		}
		a.Records = append(a.Records, x)
	}
	return jsonView(a)
}
