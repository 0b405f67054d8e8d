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

// searchPage is the search as a page. Parameters that cannot be read are said
// on the page itself, beside the form that can put them right.
func (s *Server) searchPage(r *http.Request) (view, error) {
	if prefersJSON(r) {
		return s.searchJSON(r)
	}
	values := r.URL.Query()
	q, err := ReadQuery(values)
	if err != nil {
		return s.searchMistake(r, values, err)
	}
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	v := newSearchView(q, res, values.Get("all"))
	if v.Hits, err = s.hitViews(r.Context(), q.Text, res.Hits); err != nil {
		return view{}, err
	}
	if res.Total == 0 {
		if v.Empty, err = s.emptyView(r.Context(), q); err != nil {
			return view{}, err
		}
	}
	f := frame{Title: v.WindowTitle, NoIndex: len(values) > 0, Body: v}
	for _, g := range v.Gets {
		f.Alternates = append(f.Alternates, alternate{g.Media, g.Title, g.Href})
	}
	page, err := s.render(r, "search.html", f)
	return page.with("Vary", "Accept"), err
}

// searchMistake is the search page with what was wrong and nothing found.
func (s *Server) searchMistake(r *http.Request, values url.Values, err error) (view, error) {
	bad, ok := err.(BadParameters)
	if !ok {
		return view{}, err
	}
	v := searchView{
		Text: values.Get("q"), From: values.Get("from"), To: values.Get("to"),
		Mistakes: bad, WindowTitle: "Mistake in the search", Sorts: sortChoices(archive.Query{}),
	}
	page, err := s.render(r, "search.html", frame{Title: v.WindowTitle, NoIndex: true, Body: v})
	page.status = http.StatusBadRequest
	return page, err
}

// A searchView is what search.html shows. Every number and address is ready.
type searchView struct {
	WindowTitle string
	Text        string
	Mistakes    []BadParameter

	Summary     string // "143 results"
	Where       string // "page 2 of 15", "" where there is one
	Interpreted string
	Plain       bool
	Related     []string
	Alone       string // the search for the words typed and no related ones
	Suggestion  *textLink

	Chips      []chip
	ClearAll   string
	Facets     []facetView
	Kept       []hidden // parameters the form must carry along
	From, To   string
	Procedural bool
	Sorts      []choice
	Filtered   bool

	Start int
	Hits  []hitView
	Pager *pager
	Gets  []form
	Call  string // the same search at the API
	Empty *emptyView
}

// A textLink is words with an address.
type textLink struct{ Text, Href string }

// A hidden is a form field that is not shown.
type hidden struct{ Name, Value string }

// A choice is one entry of a select.
type choice struct {
	Value, Label string
	Selected     bool
}

// A form is the same results in another form.
type form struct{ Label, Media, Title, Href string }

// A tag is a word or two in a box. Sort is what is being told ("Ombudsman’s
// finding"), Word what it is, Look only how the box is drawn.
type tag struct{ Sort, Word, Look string }

// A dateView is a day for people and for programs.
type dateView struct{ ISO, Long string }

func newSearchView(q archive.Query, res archive.Results, all string) searchView {
	v := searchView{
		Text: q.Text, From: string(q.From), To: string(q.To), Procedural: q.Procedural,
		Summary:     count(res.Total, "result", "results"),
		Interpreted: res.Interpreted, Plain: res.Plain, Related: res.Related,
		Chips: chips("/search", archive.Facets, q, res.Facets), Sorts: sortChoices(q), Gets: forms(q), Call: address("/api/v1/search", firstPage(q)),
		Start: 1,
	}
	if res.Pages > 1 && res.Page > 0 {
		v.Where = fmt.Sprintf("page %s of %s", thousands(res.Page), thousands(res.Pages))
		v.Start = (res.Page-1)*cmp.Or(q.Limit, defaultLimit) + 1
	}
	v.WindowTitle = windowTitle(q, v.Summary, v.Where)
	if len(v.Chips) > 0 {
		v.Filtered = true
		v.ClearAll = address("/search", archive.Query{Text: q.Text, Sort: q.Sort})
	}
	if len(res.Related) > 0 && !strings.ContainsAny(q.Text, `":()`) {
		own := firstPage(q)
		own.Text = `"` + strings.Join(strings.Fields(q.Text), `" "`) + `"`
		v.Alone = address("/search", own)
	}
	if res.Suggestion != "" && !slices.Equal(terms(res.Suggestion), terms(q.Text)) {
		try := firstPage(q)
		try.Text = res.Suggestion
		v.Suggestion = &textLink{res.Suggestion, address("/search", try)}
	}
	for _, f := range res.Facets {
		if fv := newFacetView("/search", q, f, all); len(fv.Values) > 0 {
			v.Facets = append(v.Facets, fv)
		}
	}
	for _, facet := range archive.Facets {
		for _, value := range q.Filters[facet].Not {
			v.Kept = append(v.Kept, hidden{"-" + string(facet), value})
		}
	}
	if q.Limit > 0 {
		v.Kept = append(v.Kept, hidden{"limit", strconv.Itoa(q.Limit)})
	}
	v.Pager = newPager(res.Page, res.Pages, min(res.Pages, maxReached/cmp.Or(q.Limit, defaultLimit)), func(page int) string {
		to := q
		to.Cursor, to.Page = "", page
		return address("/search", to)
	})
	return v
}

// windowTitle is "rent – 143 results (page 2 of 15)".
func windowTitle(q archive.Query, summary, where string) string {
	t := summary
	if where != "" {
		t += " (" + where + ")"
	}
	if q.Text != "" {
		return q.Text + " – " + t
	}
	return "Search – " + t
}

func sortChoices(q archive.Query) []choice {
	now := q.Sort
	if now == archive.SortDefault {
		now = archive.SortNewest
		if q.Text != "" {
			now = archive.SortRelevance
		}
	}
	var out []choice
	for _, c := range []choice{{"relevance", "Best match", false}, {"newest", "Newest first", false}, {"oldest", "Oldest first", false}} {
		c.Selected = c.Value == string(now)
		out = append(out, c)
	}
	return out
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func newDate(d archive.Date) *dateView {
	if long := d.Long(); long != "" {
		return &dateView{string(d), long}
	}
	return nil
}

// withText carries what was searched for on to a page, which marks it.
func withText(href, text string) string {
	if text == "" {
		return href
	}
	return href + "?q=" + url.QueryEscape(text)
}

// forms are the same results for other programs. Exports are of everything
// found, so they start at the beginning.
func forms(q archive.Query) []form {
	q = firstPage(q)
	q.Limit = 0
	return []form{
		{"Atom feed", "application/atom+xml", "New results of this search", address("/search.atom", q)},
		{"CSV", "text/csv", "These results as a table", address("/search.csv", q)},
		{"JSON", "application/json", "These results as JSON", address("/search.json", q)},
		{"NDJSON", "application/x-ndjson", "These results, a line each", address("/search.ndjson", q)},
	}
}
