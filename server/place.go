package server

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"moothall/archive"
)

// placeView is what place.html shows: what is held of one council, committee
// or service, with a search that is scoped to it.
type placeView struct {
	Kicker, Title string
	WindowTitle   string
	Note          string // that bodies of several councils stand here together
	Crumbs        []textLink
	Facts         []fact
	Scope         []hidden
	All           textLink
	Feed          string
	Remedies      *textLink // that are open here, and how many
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
		council := ""
		if facet == archive.FacetCommittee {
			council = r.URL.Query().Get("council")
		}
		if slug, err := facetValue(archive.FacetCouncil, council); council != "" && (err != nil || slug != council) {
			return view{}, fmt.Errorf("server: council %q: %w", council, archive.ErrNotFound)
		}
		q := placeQuery(facet, id, council)
		q.Limit = newest
		res, err := s.search.Search(r.Context(), q)
		if err != nil {
			return view{}, err
		}
		c, err := s.catalogue.Coverage(r.Context())
		if err != nil {
			return view{}, err
		}
		v := newPlaceView(facet, id, council, res, c)
		if v.New, err = s.hitViews(r.Context(), "", res.Hits); err != nil {
			return view{}, err
		}
		if v.Remedies, err = s.openHere(r.Context(), facet, id, council); err != nil {
			return view{}, err
		}
		if res.Total == 0 && (v.Title == "" || council != "") {
			return view{}, fmt.Errorf("server: %s %q: %w", facet, id, archive.ErrNotFound)
		}
		return s.render(r, "place.html", frame{
			Title: v.WindowTitle, Canonical: placeAddress(r.URL.Path, council), Body: v,
			Alternates: []alternate{{"application/atom+xml", "What is new here", v.Feed}},
		})
	}
}

// placeQuery asks for what belongs to one value of a facet; a committee's may
// be narrowed to one council, for most councils have a Cabinet.
func placeQuery(facet archive.Facet, id, council string) archive.Query {
	q := with(archive.Query{}, facet, id)
	if council != "" {
		narrow(&q, archive.FacetCouncil, council, false)
	}
	return q
}

// openHere leads to what is open of one value of a facet; nil where nothing is.
func (s *Server) openHere(ctx context.Context, facet archive.Facet, id, council string) (*textLink, error) {
	q := with(placeQuery(facet, id, council), archive.FacetRemedyStatus, string(archive.StatusOpen))
	q.Limit = 1
	list, err := s.catalogue.Remedies(ctx, archive.RemedyQuery{Query: q, Today: s.today()})
	if err != nil || list.Total == 0 {
		return nil, err
	}
	q.Limit = 0
	return &textLink{count(list.Total, "open remedy or recommendation", "open remedies and recommendations"), address("/remedies", q)}, nil
}

// placeAddress is the address of a committee, of one council where it is said.
func placeAddress(path, council string) string {
	if council == "" {
		return path
	}
	return path + "?council=" + council
}

func newPlaceView(facet archive.Facet, id, council string, res archive.Results, c archive.Coverage) placeView {
	q := placeQuery(facet, id, council)
	v := placeView{
		Kicker: facet.Label(), Scope: []hidden{{string(facet), id}}, Feed: address("/search.atom", q),
		All: textLink{count(res.Total, "record", "records"), address("/search", q)},
	}
	if council != "" {
		v.Scope = append(v.Scope, hidden{string(archive.FacetCouncil), council})
	}
	for _, f := range res.Facets {
		if council != "" && f.Facet == archive.FacetCouncil {
			continue
		}
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
		if links := browse("/search", f, q); len(links) > 0 {
			v.Groups = append(v.Groups, browseGroup{f.Facet.Label(), links})
		}
	}
	switch facet {
	case archive.FacetCouncil:
		v.council(id, c)
	case archive.FacetCommittee:
		v.committee(id, council, c)
	}
	if v.WindowTitle == "" {
		v.WindowTitle = v.Title
	}
	return v
}

// council says what is held of one council and its bodies.
func (v *placeView) council(id string, c archive.Coverage) {
	for _, x := range c.Councils {
		if x.Slug != id {
			continue
		}
		var facts recordView
		v.Title = x.Label
		facts.fact("Period", period(x.From, x.To))
		facts.fact("Papers", thousands(x.Documents))
		facts.fact("Meetings", thousands(x.Meetings))
		v.Facts = facts.Facts
		for _, b := range x.Committees {
			if b.Slug != "" {
				v.Bodies = append(v.Bodies, newBodyRow(textLink{b.Label, placeAddress("/committees/"+b.Slug, x.Slug)}, b, x.Slug))
			}
		}
	}
}

// committee says which councils have a body of this name, or what is held of
// one council's.
func (v *placeView) committee(id, council string, c archive.Coverage) {
	for _, x := range c.Councils {
		for _, b := range x.Committees {
			if b.Slug != id || x.Slug == "" || council != "" && x.Slug != council {
				continue
			}
			v.Title = b.Label
			name := textLink{x.Label, placeAddress("/committees/"+id, x.Slug)}
			if council != "" {
				name.Href = "/councils/" + x.Slug
				v.Kicker, v.WindowTitle = x.Label, b.Label+" – "+x.Label
				v.Crumbs = []textLink{name, {"Every council’s " + b.Label, "/committees/" + id}}
			}
			v.Bodies = append(v.Bodies, newBodyRow(name, b, x.Slug))
		}
	}
	if len(v.Bodies) > 1 {
		v.Note = count(len(v.Bodies), "council", "councils") + " have a body of this name, and they stand here together. Choose one to see it alone."
	}
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
