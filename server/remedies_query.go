package server

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"moothall/archive"
)

// remediesOnPage is how many rows a page of the list of remedies has when
// nobody says.
const remediesOnPage = 25

// sortDue is the list's own order: what is open first, the earliest due at the
// top.
const sortDue = "due"

// readRemedyQuery reads the query string of a list of remedies: what every list
// understands, what= and remedy_kind=, and remedy_status=open.
func readRemedyQuery(v url.Values) (archive.Query, error) {
	common := url.Values{}
	var own archive.Query
	var bad BadParameters
	for _, name := range sortedKeys(v) {
		bare, not := strings.CutPrefix(name, "-")
		values := nonEmpty(v[name])
		switch facet := archive.Facet(bare); {
		case facet == archive.FacetWhat || facet == archive.FacetRemedyKind:
			for _, raw := range values {
				value, err := facetValue(facet, raw)
				if err != nil {
					bad = append(bad, BadParameter{name, err.Error()})
					continue
				}
				narrow(&own, facet, value, not)
			}
		case facet == archive.FacetRemedyStatus:
			for _, raw := range values {
				if strings.EqualFold(raw, string(archive.StatusOpen)) {
					narrow(&own, facet, string(archive.StatusOpen), not)
				} else {
					common.Add(name, raw)
				}
			}
		case name == "sort" && slices.Equal(values, []string{sortDue}):
		case name == "sort" && slices.Equal(values, []string{string(archive.SortRelevance)}):
			bad = append(bad, BadParameter{name, "remedies are sorted by due, newest or oldest"})
		case facet == archive.FacetOutcome || name == "procedural" || name == "cursor":
			if len(values) > 0 {
				bad = append(bad, BadParameter{name, "does not narrow remedies; q, " + strings.Join(texts(archive.RemedyFacets), ", ") + ", from and to do"})
			}
		default:
			common[name] = v[name]
		}
	}
	q, err := ReadQuery(common)
	if more, ok := err.(BadParameters); ok {
		bad = append(bad, more...)
	} else if err != nil {
		return archive.Query{}, err
	}
	for facet, f := range own.Filters {
		if len(f.Any)+len(f.Not) > maxValues {
			bad = append(bad, BadParameter{string(facet), fmt.Sprintf("is given more than %d times", maxValues)})
		}
		for _, value := range f.Any {
			narrow(&q, facet, value, false)
		}
		for _, value := range f.Not {
			narrow(&q, facet, value, true)
		}
	}
	if q.Limit == 0 && q.Page > maxReached/remediesOnPage {
		bad = append(bad, BadParameter{"page", fmt.Sprintf("goes past the %dth row; narrow the list, or take all of it as CSV", maxReached)})
	}
	if len(bad) > 0 {
		return archive.Query{}, bad
	}
	return q, nil
}

// remedyQuery asks for a page of the list as of today.
func (s *Server) remedyQuery(q archive.Query) archive.RemedyQuery {
	if q.Limit == 0 {
		q.Limit = remediesOnPage
	}
	return archive.RemedyQuery{Query: q, Today: s.today()}
}

// today is the day on which somebody asks.
func (s *Server) today() archive.Date {
	now := s.now()
	return archive.NewDate(now.Year(), now.Month(), now.Day())
}

// openRemedies is the address of all that is open of one value of a facet.
func openRemedies(facet archive.Facet, value string) string {
	q := with(archive.Query{}, archive.FacetRemedyStatus, string(archive.StatusOpen))
	narrow(&q, facet, value, false)
	return address("/remedies", q)
}
