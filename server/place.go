package server

import (
	"fmt"
	"net/http"
	"slices"

	"moothall/archive"
)

// placeView is what place.html shows: what is held of one council, committee
// or service, with a search that is scoped to it.
type placeView struct {
	Kicker, Title string
	Facts         []fact
	Scope         hidden
	All           textLink
	Feed          string
	Groups        []browseGroup
	Bodies        []bodyRow
	New           []hitView
}

// A browseGroup is one facet within the scope.
type browseGroup struct {
	Heading string
	Links   []browseLink
}

// A bodyRow is one committee of a council, or one council of a committee.
type bodyRow struct {
	Name            textLink
	From, To        *dateView
	Meetings, Items string
	MeetingsHref    string
}

// place is the page of one value of a facet.
func (s *Server) place(facet archive.Facet) handler {
	return func(r *http.Request) (view, error) {
		id := r.PathValue("id")
		if value, err := facetValue(facet, id); err != nil || value != id || id == archive.NotStated {
			return view{}, fmt.Errorf("server: %s %q: %w", facet, id, archive.ErrNotFound)
		}
		q := with(archive.Query{}, facet, id)
		q.Limit = newest
		res, err := s.search.Search(r.Context(), q)
		if err != nil {
			return view{}, err
		}
		c, err := s.catalogue.Coverage(r.Context())
		if err != nil {
			return view{}, err
		}
		v := newPlaceView(facet, id, res, c)
		if v.New, err = s.hitViews(r.Context(), "", res.Hits); err != nil {
			return view{}, err
		}
		if res.Total == 0 && v.Title == "" {
			return view{}, fmt.Errorf("server: %s %q: %w", facet, id, archive.ErrNotFound)
		}
		return s.render(r, "place.html", frame{
			Title: v.Title, Canonical: r.URL.Path, Body: v,
			Alternates: []alternate{{"application/atom+xml", "What is new here", v.Feed}},
		})
	}
}

func newPlaceView(facet archive.Facet, id string, res archive.Results, c archive.Coverage) placeView {
	q := with(archive.Query{}, facet, id)
	v := placeView{
		Kicker: facet.Label(), Scope: hidden{string(facet), id}, Feed: address("/search.atom", q),
		All: textLink{count(res.Total, "record", "records"), address("/search", q)},
	}
	for _, f := range res.Facets {
		if f.Facet == facet {
			for _, x := range f.Values {
				if x.Value == id {
					v.Title = valueLabel(facet, x)
				}
			}
			continue
		}
		if f.Facet == archive.FacetYear || f.Facet == archive.FacetKind {
			continue
		}
		if links := browse(f, q); len(links) > 0 {
			v.Groups = append(v.Groups, browseGroup{f.Facet.Label(), links})
		}
	}
	var facts recordView
	for _, council := range c.Councils {
		if facet == archive.FacetCouncil && council.Slug == id {
			v.Title = council.Label
			facts.fact("Period", period(council.From, council.To))
			facts.fact("Papers", thousands(council.Documents))
			facts.fact("Meetings", thousands(council.Meetings))
			for _, b := range council.Committees {
				if b.Slug != "" {
					v.Bodies = append(v.Bodies, newBodyRow(textLink{b.Label, "/committees/" + b.Slug}, b, council.Slug))
				}
			}
		}
		for _, b := range council.Committees {
			if facet == archive.FacetCommittee && b.Slug == id && council.Slug != "" {
				v.Title = b.Label
				v.Bodies = append(v.Bodies, newBodyRow(textLink{council.Label, "/councils/" + council.Slug}, b, council.Slug))
			}
		}
	}
	v.Facts = facts.Facts
	return v
}

func newBodyRow(name textLink, b archive.CommitteeCoverage, council string) bodyRow {
	row := bodyRow{Name: name, From: newDate(b.From), To: until(b.From, b.To), Meetings: thousands(b.Meetings), Items: thousands(b.Records[archive.KindItem])}
	if b.Meetings > 0 {
		row.MeetingsHref = meetingsAddress("/meetings", archive.MeetingQuery{Councils: []string{council}, Committees: []string{b.Slug}, Limit: meetingsOnPage}, 0)
	}
	return row
}

func period(from, to archive.Date) string {
	if from == to {
		return from.Long()
	}
	return from.Long() + " to " + to.Long()
}

// placeLinks are the services of a record as links to their pages; a part of
// a service has none of its own.
func placeLinks(list []archive.Service) []textLink {
	var out []textLink
	for _, sv := range list {
		href := "/services/" + string(sv)
		if !slices.Contains(archive.Services, sv) {
			href = address("/search", with(archive.Query{}, archive.FacetService, string(sv)))
		}
		out = append(out, textLink{sv.Label(), href})
	}
	return out
}
