package server

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// doubtsOnPage is how many doubts a list has when nobody says.
const doubtsOnPage = 50

// fieldLike is what the name of a record's field looks like.
var fieldLike = regexp.MustCompile(`^[a-z][a-z_]{0,40}$`)

// readDoubtQuery reads the query string of a list of doubts: council, page and
// limit as every list does, and field.
func readDoubtQuery(v url.Values) (archive.DoubtQuery, error) {
	common := url.Values{}
	var bad BadParameters
	for _, name := range sortedKeys(v) {
		switch name {
		case "council", "page", "limit":
			common[name] = v[name]
		case "field":
			for _, f := range nonEmpty(v[name]) {
				if !fieldLike.MatchString(f) {
					bad = append(bad, BadParameter{name, fmt.Sprintf("%q is not the name of a field", f)})
				}
			}
		default:
			if len(nonEmpty(v[name])) > 0 && !ignored(name) {
				bad = append(bad, BadParameter{name, "does not narrow what wants checking; council, field, page and limit do"})
			}
		}
	}
	q, err := ReadQuery(common)
	if err != nil {
		return archive.DoubtQuery{}, err
	}
	if len(bad) > 0 {
		return archive.DoubtQuery{}, bad
	}
	return archive.DoubtQuery{
		Councils: q.Filters[archive.FacetCouncil].Any, Fields: nonEmpty(v["field"]),
		Limit: cmp.Or(q.Limit, doubtsOnPage), Page: max(q.Page, 1),
	}, nil
}

// reviewAddress is the address of a list of doubts.
func reviewAddress(path string, q archive.DoubtQuery, page int) string {
	v := url.Values{"council": q.Councils, "field": q.Fields}
	if q.Limit != doubtsOnPage {
		v.Set("limit", strconv.Itoa(q.Limit))
	}
	if page > 1 {
		v.Set("page", strconv.Itoa(page))
	}
	if encoded := v.Encode(); encoded != "" {
		return path + "?" + encoded
	}
	return path
}

// reviewView is what review.html shows.
type reviewView struct {
	Councils, Fields []choice
	Summary, Where   string
	Narrowed         bool
	Doubts           []doubtRow
	Unopened         string     // what the part that stands last is headed
	ToUnopened       string     // where it begins, when not all here are of it
	Dead             []doubtRow // of it, those on this page
	Pager            *pager
	JSON             string
}

// A doubtRow is one thing to check.
type doubtRow struct {
	Title, Href string
	Council     string
	Date        *dateView
	Field, Sure string
	Stated      bool
	Because     string
	Page        textLink   // of the paper, where one is known
	Several     string     // how many things it is about: "13 items"
	Places      []textLink // these, where they are more than one
}

// review lists what is unsure or could not be read, what a look would gain
// most by first.
func (s *Server) review(r *http.Request) (view, error) {
	if prefersJSON(r) {
		return s.reviewJSON(r)
	}
	q, list, err := s.doubts(r, true)
	if err != nil {
		return view{}, err
	}
	c, err := s.catalogue.Coverage(r.Context())
	if err != nil {
		return view{}, err
	}
	v := reviewView{
		Summary: doubtCount(list), Narrowed: len(q.Councils)+len(q.Fields) > 0,
		JSON:  reviewAddress("/review.json", q, 0),
		Pager: newPager(list.Page, list.Pages, min(list.Pages, maxReached/q.Limit), func(page int) string { return reviewAddress("/review", q, page) }),
	}
	if list.Pages > 1 {
		v.Where = fmt.Sprintf("page %s of %s", thousands(list.Page), thousands(list.Pages))
	}
	for _, x := range c.Councils {
		if x.Slug != "" {
			v.Councils = append(v.Councils, choice{x.Slug, x.Label, slices.Contains(q.Councils, x.Slug)})
		}
	}
	for _, f := range list.Fields {
		v.Fields = append(v.Fields, choice{f.Field, fieldLabel(f.Field) + " (" + rowsOf(f) + ")", slices.Contains(q.Fields, f.Field)})
	}
	for _, d := range list.Doubts {
		if row := newDoubtRow(d); d.Unopened {
			v.Dead = append(v.Dead, row)
		} else {
			v.Doubts = append(v.Doubts, row)
		}
	}
	if list.Unopened > 0 {
		v.Unopened = count(list.Unopened, "file", "files") + " of which nothing could be read"
		if at := (list.Total-list.Unopened)/q.Limit + 1; len(v.Doubts) > 0 && at*q.Limit <= maxReached {
			v.ToUnopened = reviewAddress("/review", q, at) + "#unopened"
		}
	}
	return s.render(r, "review.html", frame{
		Title: "What wants checking", NoIndex: true, Body: v,
		Alternates: []alternate{{"application/json", "These doubts as JSON", v.JSON}},
	})
}

// doubtCount says how many rows a list has and, where that is more, how many
// records, pages and papers they are about.
func doubtCount(list archive.DoubtList) string {
	n := count(list.Total, "thing", "things") + " to check"
	if list.Records > list.Total {
		n += ", in " + thousands(list.Records) + " records and pages"
	}
	return n
}

// rowsOf says how many rows there are of a field and, where that is more, how
// many records they are about.
func rowsOf(f archive.FieldCount) string {
	if f.Records <= f.Rows {
		return thousands(f.Rows)
	}
	of := "records"
	if f.Field == archive.DoubtWords || f.Field == archive.DoubtParts {
		of = "pages"
	}
	return fmt.Sprintf("%s, in %s %s", thousands(f.Rows), thousands(f.Records), of)
}

// doubts is the list a request asks for.
func (s *Server) doubts(r *http.Request, byPaper bool) (archive.DoubtQuery, archive.DoubtList, error) {
	q, err := readDoubtQuery(r.URL.Query())
	if err != nil {
		return q, archive.DoubtList{}, err
	}
	q.ByPaper = byPaper
	list, err := s.catalogue.Doubts(r.Context(), q)
	return q, list, err
}

func newDoubtRow(d archive.ListedDoubt) doubtRow {
	row := doubtRow{
		Title: cmp.Or(doubtTitle(d), "Without a title"), Href: doubtURL(d), Council: d.Council, Date: newDate(d.Date),
		Field: fieldLabel(d.Field), Stated: d.Stated, Because: archive.MaskContacts(d.Because),
	}
	row.Several, row.Places = severalPlaces(d)
	if d.ID != "" || len(d.Places) > 0 && d.Places[0].ID != "" {
		row.Sure = sureness(d.Confidence)
	}
	if !d.Stated { // which the row says of itself
		row.Because = strings.TrimSuffix(row.Because, ", and it is left unstated")
	}
	if d.Page > 0 && d.Paper != "" {
		row.Page = textLink{"Page " + strconv.Itoa(d.Page), pageURL(d.Paper, d.Page)}
	}
	return row
}

// severalPlaces are what a doubt is about where that is several things, with
// how many of what.
func severalPlaces(d archive.ListedDoubt) (several string, links []textLink) {
	items := true
	for _, p := range d.Places {
		items = items && p.Kind == archive.KindItem
		title := archive.MaskContacts(p.Title)
		if p.ID == "" {
			title = "Page " + strconv.Itoa(p.Page)
		}
		links = append(links, textLink{cmp.Or(title, "Without a title"), doubtURL(archive.ListedDoubt{ID: p.ID, Kind: p.Kind, Page: p.Page, Paper: d.Paper})})
	}
	switch {
	case len(links) == 0:
		return "", nil
	case d.Places[0].ID == "":
		return count(len(links), "page", "pages"), links
	case items:
		return count(len(links), "item", "items"), links
	}
	return count(len(links), "record", "records"), links
}

// doubtTitle is what a doubt is about: a record's title or a paper's, else the
// name of the file without its folders.
func doubtTitle(d archive.ListedDoubt) string {
	return archive.MaskContacts(cmp.Or(d.Title, publicName(d.Name)))
}

// doubtURL is where what is doubted can be looked at.
func doubtURL(d archive.ListedDoubt) string {
	switch {
	case d.ID != "":
		return recordURL(d.Kind, d.ID)
	case d.Page > 0:
		return pageURL(d.Paper, d.Page)
	}
	return "/documents/" + string(d.Paper) + "/pages"
}

// fieldLabel is a field's name in a reader's words.
func fieldLabel(field string) string {
	switch field {
	case archive.DoubtWords:
		return "Words that could not be read"
	case archive.DoubtParts:
		return "Parts of the paper"
	}
	return archive.Facet(field).Label()
}

// sureness is a confidence in a reader's words.
func sureness(confidence float64) string {
	return fmt.Sprintf("%.0f %%", confidence*100)
}

// A DoubtListAnswer is a list of what is unsure, for programs.
type DoubtListAnswer struct {
	Total int `json:"total"`
	// Unopened is how many of the total are about papers of which nothing could
	// be read. They come last.
	Unopened int            `json:"unopened"`
	Doubts   []DoubtAnswer  `json:"doubts"` // what a look would gain most by first
	Fields   map[string]int `json:"fields"` // how many of each field there are in all
	// FieldRows is how many rows those of each field are on the page for people.
	FieldRows map[string]int `json:"field_rows"`
	Page      int            `json:"page"`
	Pages     int            `json:"pages"`
	Next      *string        `json:"next"`
	Prev      *string        `json:"prev"`
}

// A DoubtAnswer is one of them. Field is a record's field, or of a paper "words"
// for what could not be read and "parts" for what could not be told apart.
type DoubtAnswer struct {
	Field      string         `json:"field"`
	Stated     bool           `json:"stated"` // whether the record states the field all the same
	Confidence float64        `json:"confidence"`
	Because    string         `json:"because"`
	Kind       archive.Kind   `json:"kind,omitempty"`
	ID         archive.ID     `json:"id,omitempty"`
	Title      string         `json:"title,omitempty"`
	Council    string         `json:"council,omitempty"`
	Date       archive.Date   `json:"date,omitempty"`
	SHA256     archive.Digest `json:"sha256,omitempty"`
	Page       int            `json:"page,omitempty"` // of the paper
	URL        string         `json:"url"`
	Unopened   bool           `json:"unopened"` // nothing of the paper could be read
}

func (s *Server) reviewJSON(r *http.Request) (view, error) {
	q, list, err := s.doubts(r, false)
	if err != nil {
		return view{}, err
	}
	path := r.URL.Path
	if path == "/review" {
		path = "/review.json"
	}
	a := DoubtListAnswer{Total: list.Total, Page: list.Page, Pages: list.Pages, Unopened: list.Unopened, Doubts: []DoubtAnswer{}, Fields: map[string]int{}, FieldRows: map[string]int{}}
	for _, f := range list.Fields {
		a.Fields[f.Field], a.FieldRows[f.Field] = f.Count, f.Rows
	}
	for _, d := range list.Doubts {
		a.Doubts = append(a.Doubts, DoubtAnswer{
			d.Field, d.Stated, d.Confidence, archive.MaskContacts(d.Because), d.Kind, d.ID, doubtTitle(d),
			d.Council, d.Date, d.Paper, d.Page, doubtURL(d), d.Unopened,
		})
	}
	a.Next, a.Prev = neighbouring(list.Page, list.Pages, func(page int) string { return reviewAddress(path, q, page) })
	v, err := jsonView(a)
	return linked(v, a.Next, a.Prev), err
}
