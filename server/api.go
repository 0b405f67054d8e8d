package server

import (
	"net/url"
	"strconv"

	"moothall/archive"
)

// The types of this file are the published shape of the API's answers. They
// are apart from the archive's own so that renaming one of those breaks
// nobody's program.

// A SearchAnswer is what /api/v1/search says.
type SearchAnswer struct {
	Total        int          `json:"total"`
	TotalIsExact bool         `json:"total_is_exact"`
	Query        QueryAnswer  `json:"query"`
	Hits         []HitAnswer  `json:"hits"`
	Facets       []FacetGroup `json:"facets"`
	Page         int          `json:"page,omitempty"`
	Pages        int          `json:"pages,omitempty"`
	// Next and Prev are addresses, relative to the server; null at either end.
	Next *string `json:"next"`
	Prev *string `json:"prev"`
}

// A QueryAnswer says how the search was read.
type QueryAnswer struct {
	Text        string   `json:"text"`
	Interpreted string   `json:"interpreted"`
	Escaped     bool     `json:"escaped"` // it could not be read as a query and was taken as plain words
	Related     []string `json:"related"`
	Suggestion  *string  `json:"suggestion"`
}

// A HitAnswer is one record found.
type HitAnswer struct {
	ID         archive.ID         `json:"id"`
	Kind       archive.Kind       `json:"kind"`
	Title      string             `json:"title"`
	Council    string             `json:"council,omitempty"`
	Committee  string             `json:"committee,omitempty"`
	Date       archive.Date       `json:"date,omitempty"`
	Services   []archive.Service  `json:"services"`
	Outcome    archive.Outcome    `json:"outcome,omitempty"`
	Finding    archive.Verdict    `json:"finding,omitempty"`
	Reference  string             `json:"reference,omitempty"`
	Number     string             `json:"item_number,omitempty"`
	Decision   string             `json:"decision,omitempty"`
	Procedural bool               `json:"procedural"`
	Visibility archive.Visibility `json:"visibility,omitempty"`
	OCR        bool               `json:"ocr,omitempty"`
	Matter     *archive.ID        `json:"matter"`
	Snippets   []SnippetAnswer    `json:"snippets"`
	Pages      []int              `json:"pages,omitempty"`
	Source     *SourceAnswer      `json:"source,omitempty"`
	URL        string             `json:"url"`
}

// A SourceAnswer says which published bytes a record was read from.
type SourceAnswer struct {
	URL    string         `json:"url,omitempty"`
	SHA256 archive.Digest `json:"sha256,omitempty"`
}

// A SnippetAnswer is a piece of a record's words around what was found.
type SnippetAnswer struct {
	Field string       `json:"field"`
	Page  int          `json:"page,omitempty"`
	Parts []PartAnswer `json:"parts"`
}

// A PartAnswer is plain text; Match says it is what was searched for.
type PartAnswer struct {
	Text  string `json:"text"`
	Match bool   `json:"match"`
}

// A FacetGroup is one facet with its counts.
type FacetGroup struct {
	Name   archive.Facet      `json:"name"`
	Label  string             `json:"label"`
	Values []FacetValueAnswer `json:"values"`
}

// A FacetValueAnswer is one value of a facet; Href asks the same search with
// the value chosen, or no longer chosen.
type FacetValueAnswer struct {
	Value    string `json:"value"`
	Label    string `json:"label"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
	Excluded bool   `json:"excluded,omitempty"`
	Href     string `json:"href"`
}

// SearchJSON is the published form of results. Addresses in it lead to path,
// "/api/v1/search" or the list that was asked. Contact details are masked and
// the words of exempt items are left out.
func SearchJSON(path string, q archive.Query, res archive.Results) SearchAnswer {
	a := SearchAnswer{
		Total:        res.Total,
		TotalIsExact: true,
		Query: QueryAnswer{
			Text: q.Text, Interpreted: res.Interpreted, Escaped: res.Plain,
			Related: orEmpty(res.Related), Suggestion: orNull(res.Suggestion),
		},
		Hits:   make([]HitAnswer, 0, len(res.Hits)),
		Facets: make([]FacetGroup, 0, len(res.Facets)),
		Page:   res.Page,
		Pages:  res.Pages,
		Next:   orNull(atCursor(path, q, res.Next)),
		Prev:   orNull(atCursor(path, q, res.Prev)),
	}
	for _, h := range res.Hits {
		a.Hits = append(a.Hits, hitAnswer(h))
	}
	for _, f := range res.Facets {
		a.Facets = append(a.Facets, facetAnswer(path, q, f))
	}
	return a
}

func hitAnswer(h archive.Hit) HitAnswer {
	h = publicHit(h)
	a := HitAnswer{
		ID: h.ID, Kind: h.Kind, Title: h.Title, Council: h.Council, Committee: h.Committee, Date: h.Date,
		Services: orEmpty(h.Services), Outcome: h.Outcome, Finding: h.Finding, Reference: h.Reference,
		Number: h.Number, Decision: h.Decision, Procedural: h.Procedural, Visibility: h.Visibility, OCR: h.OCR,
		Snippets: make([]SnippetAnswer, 0, len(h.Snippets)), Pages: h.Pages, URL: hitURL(h),
	}
	if h.Matter != "" {
		a.Matter = &h.Matter
	}
	if h.Source.SHA256 != "" || h.Source.URL != "" {
		a.Source = &SourceAnswer{URL: h.Source.URL, SHA256: h.Source.SHA256}
	}
	for _, s := range h.Snippets {
		out := SnippetAnswer{Field: s.Field, Page: s.Page, Parts: make([]PartAnswer, 0, len(s.Parts))}
		for _, p := range s.Parts {
			out.Parts = append(out.Parts, PartAnswer(p))
		}
		a.Snippets = append(a.Snippets, out)
	}
	return a
}

func facetAnswer(path string, q archive.Query, f archive.FacetCount) FacetGroup {
	g := FacetGroup{Name: f.Facet, Label: f.Facet.Label(), Values: make([]FacetValueAnswer, 0, len(f.Values))}
	for _, v := range f.Values {
		g.Values = append(g.Values, FacetValueAnswer{
			Value: v.Value, Label: valueLabel(f.Facet, v), Count: v.Count,
			Selected: v.Selected, Excluded: v.Excluded, Href: address(path, with(q, f.Facet, v.Value)),
		})
	}
	return g
}

func valueLabel(f archive.Facet, v archive.FacetValue) string {
	if v.Label != "" {
		return v.Label
	}
	return f.ValueLabel(v.Value)
}

// atCursor is the address at which the same question goes on, or "".
func atCursor(path string, q archive.Query, cursor string) string {
	if cursor == "" {
		return ""
	}
	q.Cursor, q.Page = cursor, 0
	return address(path, q)
}

// hitURL is the address of a hit's page. The text of a page that no parser
// could structure is read in the paper it stands in.
func hitURL(h archive.Hit) string {
	if h.Kind == archive.KindPage && h.Source.SHA256 != "" && len(h.Pages) > 0 {
		return pageURL(h.Source.SHA256, h.Pages[0])
	}
	return recordURL(h.Kind, h.ID)
}

// pageURL is the address of one page of a document as text.
func pageURL(d archive.Digest, page int) string {
	return "/documents/" + string(d) + "/pages/" + strconv.Itoa(page)
}

// recordURL is the address of a record's page.
func recordURL(kind archive.Kind, id archive.ID) string {
	return recordRoom(kind) + (&url.URL{Path: string(id)}).EscapedPath()
}

// recordRoom is the address under which all records of a kind stand.
func recordRoom(kind archive.Kind) string {
	switch kind {
	case archive.KindReport:
		return "/reports/"
	case archive.KindFinding:
		return "/findings/"
	case archive.KindPage:
		return "/pages/"
	}
	return "/items/"
}

// orEmpty makes an absent list an empty one: a program that loops over it
// should not have to ask first.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// counts are numbers by kind, also where there are none.
func counts(m map[archive.Kind]int) map[archive.Kind]int {
	if m == nil {
		return map[archive.Kind]int{}
	}
	return m
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
