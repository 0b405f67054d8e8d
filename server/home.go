package server

import (
	"context"
	"net/http"

	"moothall/archive"
)

// newest is how many records the home page shows.
const newest = 5

// homeView is what home.html shows.
type homeView struct {
	Held     string // "1,204 records from 96 papers of 3 councils"
	Coverage []coverageRow
	New      []hitView
	Groups   []browseGroup
}

// homeGroups are the facets that can be looked through from the home page.
var homeGroups = map[archive.Facet]string{
	archive.FacetService: "Services", archive.FacetOutcome: "What meetings did",
	archive.FacetFinding: "What the Ombudsman found",
}

// A coverageRow is what is held of one council.
type coverageRow struct {
	Council, Href      string
	From, To           *dateView
	Items, Reports     string
	Findings, Meetings string
	Papers             string
	Retrieved          *dateView
	MeetingsHref       string
}

// A browseLink is one value to look through, with how much there is.
type browseLink struct{ Label, Href, Count string }

// home is the search box, what the archive covers and what is new.
func (s *Server) home(r *http.Request) (view, error) {
	c, err := s.catalogue.Coverage(r.Context())
	if err != nil {
		return view{}, err
	}
	res, err := s.search.Search(r.Context(), archive.Query{Limit: newest})
	if err != nil {
		return view{}, err
	}
	v := homeView{Coverage: coverageRows(c), Held: held(c)}
	if v.New, err = s.hitViews(r.Context(), "", res.Hits); err != nil {
		return view{}, err
	}
	for _, f := range res.Facets {
		heading, shown := homeGroups[f.Facet]
		if links := browse("/search", f, archive.Query{}); shown && len(links) > 0 {
			v.Groups = append(v.Groups, browseGroup{heading, links})
		}
	}
	states, err := s.remedyStates(r.Context())
	if err != nil {
		return view{}, err
	}
	if len(states) > 0 {
		v.Groups = append(v.Groups, browseGroup{"What became of remedies and recommendations", states})
	}
	return s.render(r, "home.html", frame{Canonical: "/", Body: v, Alternates: []alternate{
		{"application/atom+xml", "What is new in the archive", "/search.atom"},
	}})
}

// remedyStates are the states of remedies and recommendations, what is open first,
// as links to the list of them. Nothing is said of those of which no state is
// stated.
func (s *Server) remedyStates(ctx context.Context) ([]browseLink, error) {
	list, err := s.catalogue.Remedies(ctx, archive.RemedyQuery{Query: archive.Query{Limit: 1}, Today: s.today()})
	if err != nil {
		return nil, err
	}
	var links []browseLink
	for _, f := range list.Facets {
		if f.Facet == archive.FacetRemedyStatus {
			links = browse("/remedies", f, archive.Query{})
		}
	}
	return links, nil
}

// browse is a facet as links that narrow a query, without those that say
// nothing.
func browse(path string, f archive.FacetCount, q archive.Query) []browseLink {
	var out []browseLink
	for _, v := range f.Values {
		if v.Value != archive.NotStated && v.Count > 0 && len(out) < 12 {
			out = append(out, browseLink{valueLabel(f.Facet, v), address(path, with(q, f.Facet, v.Value)), thousands(v.Count)})
		}
	}
	return out
}

func held(c archive.Coverage) string {
	records := 0
	for _, n := range c.Records {
		records += n
	}
	councils := 0
	for _, row := range c.Councils {
		if row.Slug != "" {
			councils++
		}
	}
	return count(records, "record", "records") + " from " + count(c.Documents, "paper", "papers") + " of " + count(councils, "council", "councils")
}

func coverageRows(c archive.Coverage) []coverageRow {
	var out []coverageRow
	for _, x := range c.Councils {
		row := coverageRow{
			Council: x.Label, From: newDate(x.From), To: until(x.From, x.To), Papers: thousands(x.Documents),
			Items: thousands(x.Records[archive.KindItem]), Reports: thousands(x.Records[archive.KindReport]),
			Findings: thousands(x.Records[archive.KindFinding]), Meetings: thousands(x.Meetings),
		}
		if !x.LastRetrieved.IsZero() {
			row.Retrieved = newDate(archive.Date(x.LastRetrieved.UTC().Format("2006-01-02")))
		}
		row.Href = "/councils/" + x.Slug
		if x.Slug == "" {
			row.Council, row.Href = "Council not known", address("/search", with(archive.Query{}, archive.FacetCouncil, archive.NotStated))
		} else if x.Meetings > 0 {
			row.MeetingsHref = "/meetings?council=" + x.Slug
		}
		out = append(out, row)
	}
	return out
}

// until is the end of a period, nil where it is the day it begins.
func until(from, to archive.Date) *dateView {
	if from == to {
		return nil
	}
	return newDate(to)
}
