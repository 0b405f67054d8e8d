package server

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"moothall/archive"
)

// remediesView is what remedies.html shows.
type remediesView struct {
	WindowTitle string
	Text        string
	Mistakes    []BadParameter

	Summary, Where string
	Papers         string // "Read from 41 papers"
	Overdue        string // "12 are open past the day set", "" where none is
	Today          *dateView

	Chips    []chip
	ClearAll string
	Facets   []facetView
	Kept     []hidden
	From, To string
	Sorts    []choice
	Filtered bool

	Rows  []remedyLine
	Pager *pager
	Gets  []form
	Call  string // the same list at the API

	Empty bool       // nothing is found
	Bare  bool       // nothing is held
	Drops []dropView // the list without one filter
}

// remediesPage is the list of what was asked for and promised, with what the
// papers say became of it.
func (s *Server) remediesPage(r *http.Request) (view, error) {
	if prefersJSON(r) {
		return s.remediesJSON(r)
	}
	values := r.URL.Query()
	q, err := readRemedyQuery(values)
	if err != nil {
		return s.remediesMistake(r, values, err)
	}
	ask := s.remedyQuery(q)
	list, err := s.catalogue.Remedies(r.Context(), ask)
	if err != nil {
		return view{}, err
	}
	v := newRemediesView(q, list, ask.Today, values.Get("all"))
	if v.Empty {
		if v.Drops, err = s.lessRemedies(r.Context(), q); err != nil {
			return view{}, err
		}
		v.Bare = !v.Filtered && q.Text == ""
	}
	f := frame{Title: v.WindowTitle, NoIndex: true, Body: v}
	for _, g := range v.Gets {
		f.Alternates = append(f.Alternates, alternate{g.Media, g.Title, g.Href})
	}
	page, err := s.render(r, "remedies.html", f)
	return page.with("Vary", "Accept"), err
}

// remediesMistake is the page with what was wrong with its address.
func (s *Server) remediesMistake(r *http.Request, values url.Values, err error) (view, error) {
	bad, ok := err.(BadParameters)
	if !ok {
		return view{}, err
	}
	v := remediesView{Text: values.Get("q"), From: values.Get("from"), To: values.Get("to"), Mistakes: bad, WindowTitle: "Mistake in the list of remedies", Sorts: remedySorts("")}
	page, err := s.render(r, "remedies.html", frame{Title: v.WindowTitle, NoIndex: true, Body: v})
	page.status = http.StatusBadRequest
	return page, err
}

func newRemediesView(q archive.Query, list archive.RemedyList, today archive.Date, all string) remediesView {
	v := remediesView{
		Text: q.Text, From: string(q.From), To: string(q.To), Today: newDate(today),
		Summary: rowsCalled(list), Papers: "Read from " + count(list.Papers, "paper", "papers"),
		Chips: chips("/remedies", archive.RemedyFacets, q, list.Facets), Sorts: remedySorts(q.Sort),
		Gets: remedyForms(q), Call: address("/api/v1/remedies", firstPage(q)), Empty: list.Total == 0,
	}
	if list.Overdue > 0 {
		v.Overdue = count(list.Overdue, "is", "are") + " open past the day set"
	}
	if list.Pages > 1 {
		v.Where = fmt.Sprintf("page %s of %s", thousands(list.Page), thousands(list.Pages))
	}
	v.WindowTitle = strings.TrimSuffix(fmt.Sprintf("Remedies – %s (%s)", v.Summary, v.Where), " ()")
	if len(v.Chips) > 0 {
		v.Filtered = true
		v.ClearAll = address("/remedies", archive.Query{Text: q.Text, Sort: q.Sort})
	}
	for _, f := range list.Facets {
		if fv := newFacetView("/remedies", q, f, all); len(fv.Values) > 0 {
			v.Facets = append(v.Facets, fv)
		}
	}
	for _, facet := range archive.RemedyFacets {
		for _, value := range q.Filters[facet].Not {
			v.Kept = append(v.Kept, hidden{"-" + string(facet), value})
		}
	}
	if q.Limit > 0 {
		v.Kept = append(v.Kept, hidden{"limit", strconv.Itoa(q.Limit)})
	}
	for _, row := range list.Rows {
		v.Rows = append(v.Rows, newRemedyLine(row, q.Text, today))
	}
	v.Pager = newPager(list.Page, list.Pages, min(list.Pages, maxReached/cmp.Or(q.Limit, remediesOnPage)), func(page int) string {
		to := q
		to.Page = page
		return address("/remedies", to)
	})
	return v
}

// rowsCalled is how many rows there are, by what they are.
func rowsCalled(list archive.RemedyList) string {
	remedies, recommendations := 0, 0
	for _, f := range list.Facets {
		for _, v := range f.Values {
			// The counts leave the facet's own filter out of account.
			switch chosen := len(selected(f)) == 0 && !v.Excluded || v.Selected; {
			case f.Facet != archive.FacetWhat || !chosen:
			case v.Value == archive.WhatRemedy:
				remedies = v.Count
			case v.Value == archive.WhatRecommendation:
				recommendations = v.Count
			}
		}
	}
	switch {
	case recommendations == 0 && remedies > 0:
		return count(remedies, "remedy", "remedies")
	case remedies == 0 && recommendations > 0:
		return count(recommendations, "recommendation", "recommendations")
	case list.Total == 0:
		return "Nothing found"
	}
	return count(remedies, "remedy", "remedies") + " and " + count(recommendations, "recommendation", "recommendations")
}

func selected(f archive.FacetCount) (values []string) {
	for _, v := range f.Values {
		if v.Selected {
			values = append(values, v.Value)
		}
	}
	return values
}

func remedySorts(now archive.Sort) []choice {
	return []choice{
		{sortDue, "Open first, earliest due", now == archive.SortDefault}, {string(archive.SortNewest), "Newest first", now == archive.SortNewest},
		{string(archive.SortOldest), "Oldest first", now == archive.SortOldest},
	}
}

// remedyForms are the whole list for other programs.
func remedyForms(q archive.Query) []form {
	q = firstPage(q)
	q.Limit = 0
	return []form{
		{"CSV", "text/csv", "These rows as a table", address("/remedies.csv", q)},
		{"JSON", "application/json", "These rows as JSON", address("/remedies.json", q)},
		{"NDJSON", "application/x-ndjson", "These rows, a line each", address("/remedies.ndjson", q)},
	}
}

// lessRemedies are the list without each of its filters, where that has rows.
func (s *Server) lessRemedies(ctx context.Context, q archive.Query) ([]dropView, error) {
	var drops []dropView
	try := func(without string, q archive.Query) error {
		one := s.remedyQuery(q)
		one.Limit = 1
		list, err := s.catalogue.Remedies(ctx, one)
		if err == nil && list.Total > 0 {
			drops = append(drops, dropView{without, thousands(list.Total), address("/remedies", q)})
		}
		return err
	}
	for _, facet := range archive.RemedyFacets {
		if _, on := q.Filters[facet]; on {
			if err := try(strings.ToLower(facet.Label()), without(q, facet)); err != nil {
				return nil, err
			}
		}
	}
	if q.From != "" || q.To != "" {
		open := firstPage(q)
		open.From, open.To = "", ""
		if err := try("dates", open); err != nil {
			return nil, err
		}
	}
	if q.Text != "" {
		open := firstPage(q)
		open.Text = ""
		if err := try("words", open); err != nil {
			return nil, err
		}
	}
	return drops, nil
}
