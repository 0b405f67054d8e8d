package archive

import (
	"cmp"
	"slices"
	"strings"
)

// The facets that a list of remedies has beside those of a search. A
// FacetRemedyStatus of a list may also be StatusOpen.
const (
	FacetWhat       Facet = "what" // a remedy or a recommendation
	FacetRemedyKind Facet = "remedy_kind"
)

// RemedyFacets lists every facet of a list of remedies in the order people are
// shown them.
var RemedyFacets = []Facet{
	FacetWhat, FacetRemedyStatus, FacetRemedyKind, FacetCouncil, FacetCommittee, FacetService, FacetYear, FacetFinding, FacetKind,
}

// What a row of the list is.
const (
	WhatRemedy         = "remedy"
	WhatRecommendation = "recommendation"
)

// Whats lists what a row can be in the order people are shown it.
var Whats = []string{WhatRemedy, WhatRecommendation}

// RemedyKinds lists every kind of remedy in the order people are shown them.
var RemedyKinds = []RemedyKind{Apology, Payment, Reassessment, ServiceImprovement, PolicyReview, Training, OtherRemedy}

// StatusOpen asks for every status that is Open. No remedy has it for its own.
const StatusOpen RemedyStatus = "open"

// Open reports whether a remedy of this status has still to be answered for: the
// paper says neither that it was carried out nor that it is no longer required.
// Of one whose status is not stated nobody knows; it is open as long as no
// paper says more.
func (s RemedyStatus) Open() bool { return s != Implemented && s != NoLongerRequired }

// A RemedyQuery asks for rows of the list of remedies and recommendations. Of
// the Query the Text, the dates, Limit (0 means 20), Page and the filters of
// RemedyFacets are looked at. SortDefault is the open ones first, those that
// are due earliest at the top, and of those without a day the remedies.
type RemedyQuery struct {
	Query
	Today Date // an open row that was due before it is overdue
}

// A RemedyList is one page of the rows that answer a RemedyQuery, with counts
// of all of them.
type RemedyList struct {
	Total   int
	Papers  int // that the rows were read from
	Overdue int // rows
	Rows    []ListedRemedy
	Page    int // from 1
	Pages   int // at least 1
	Facets  []FacetCount
}

// A ListedRemedy is a remedy or a recommendation with the record it stands in.
// A recommendation has a Label, a Text, an AddressedTo and a Page, and no
// Status.
type ListedRemedy struct {
	Remedy
	What      string // WhatRemedy or WhatRecommendation
	N         int    // which one of the record, from 1
	Kind      Kind   // of the record, as all that follows
	ID        ID
	Title     string
	Council   string
	Committee string
	Date      Date
	Services  []Service // with their parts
	Finding   Verdict
	CaseRefs  []string
	Paper     Digest
	Pages     int // of the paper
}

// Due is the day by which the row is to be done, or "" where the paper gives
// none that can be counted.
func (l ListedRemedy) Due() Date {
	if due := Date(l.Remedy.Due); l.DueDate == "" && due.Valid() {
		return due
	}
	return l.DueDate
}

// Overdue reports whether the row is open and was due before a day.
func (l ListedRemedy) Overdue(today Date) bool {
	return l.Status.Open() && l.Due() != "" && l.Due() < today
}

// ListRemedies are the rows of one record, its remedies first. What is exempt
// has none. Pages is left for whoever knows the paper.
func ListRemedies(r Record) []ListedRemedy {
	head := r.About()
	if head.Visibility == Exempt {
		return nil
	}
	row := ListedRemedy{
		Kind: head.Kind, ID: head.ID, Title: head.Title, Council: head.Council, Committee: Committee(r), Date: When(r),
		Services: ServicesOf(r), CaseRefs: head.CaseRefs, Paper: head.Source.SHA256,
	}
	if f, ok := r.(*Finding); ok {
		row.Finding = f.Finding
		if f.Reference != "" {
			row.CaseRefs = []string{f.Reference}
		}
	}
	var rows []ListedRemedy
	for i, m := range Remedies(r) {
		row.What, row.N, row.Remedy = WhatRemedy, i+1, m
		row.Status = cmp.Or(m.Status, StatusNotStated)
		rows = append(rows, row)
	}
	if rp, ok := r.(*Report); ok && !rp.Decided {
		for i, m := range rp.Recommendations {
			row.What, row.N = WhatRecommendation, i+1
			row.Remedy = Remedy{Label: m.Label, Text: m.Text, AddressedTo: m.To, Page: m.Page}
			rows = append(rows, row)
		}
	}
	return rows
}

// Values are what a row has of a facet; none where it says nothing.
func (l ListedRemedy) Values(f Facet) []string {
	var values []string
	switch f {
	case FacetWhat:
		values = []string{l.What}
	case FacetRemedyStatus:
		values = []string{string(cmp.Or(l.Status, StatusNotStated))}
		if l.Status.Open() {
			values = append(values, string(StatusOpen))
		}
	case FacetRemedyKind:
		for _, k := range l.Kinds {
			values = append(values, string(k))
		}
	case FacetCouncil:
		values = []string{CouncilSlug(l.Council)}
	case FacetCommittee:
		values = []string{Slug(l.Committee)}
	case FacetService:
		for _, s := range l.Services {
			values = append(values, string(s))
		}
	case FacetYear:
		values = []string{l.Date.Year()}
	case FacetFinding:
		values = []string{string(l.Finding)}
	case FacetKind:
		values = []string{string(l.Kind)}
	}
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

// Answers reports whether a row passes the filters and the dates of a query,
// whatever its text.
func (l ListedRemedy) Answers(q RemedyQuery) bool {
	if q.From != "" && l.Date < q.From || q.To != "" && (l.Date > q.To || l.Date == "") {
		return false
	}
	for facet, filter := range q.Filters {
		if !slices.Contains(RemedyFacets, facet) {
			continue
		}
		values := l.Values(facet)
		if len(values) == 0 {
			values = []string{NotStated}
		}
		has := func(v string) bool { return slices.Contains(values, v) }
		if len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) || slices.ContainsFunc(filter.Not, has) {
			return false
		}
	}
	return true
}

// ServicesOf are the services of a record, each with its parts; of a finding
// also the sub-category under the service that it is about first,
// "housing/homelessness".
func ServicesOf(r Record) []Service {
	var all []Service
	add := func(s Service) {
		if s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	head := r.About()
	for _, s := range head.Services {
		whole, _, _ := strings.Cut(string(s), "/")
		add(Service(whole))
		add(s)
	}
	for _, p := range head.ServiceParts {
		add(p.Part)
	}
	if f, ok := r.(*Finding); ok && len(f.Services) > 0 {
		whole, _, _ := strings.Cut(string(f.Services[0]), "/")
		if part := Slug(f.Subcategory); part != "" && whole != "" && whole != NotStated && part != Slug(whole) {
			add(Service(whole + "/" + part))
		}
	}
	return all
}
