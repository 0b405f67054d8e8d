package catalogue

import (
	"cmp"
	"slices"

	"moothall/archive"
)

// A remedyCount is what a query finds.
type remedyCount struct {
	total, papers, overdue int
	found                  []bool // of each group, whether its rows are among the results
	facets                 []archive.FacetCount
}

// count answers a query; words are the rows that its text leaves, nil where it
// leaves all.
func (c *remedyCounts) count(q archive.RemedyQuery, words rowSet) remedyCount {
	rows := make([]int, len(c.groups))
	if words == nil {
		for i := range c.groups {
			rows[i] = c.groups[i].rows
		}
	} else {
		for _, r := range c.newest {
			if words.has(r.id) {
				rows[r.group]++
			}
		}
	}
	f := c.filter(q)
	out := remedyCount{found: make([]bool, len(c.groups))}
	counts := make([]int, len(c.values))
	papers := make([]bool, c.papers)
	for i := range c.groups {
		g := &c.groups[i]
		if rows[i] == 0 || q.From != "" && g.date < q.From || q.To != "" && (g.date > q.To || g.date == "") {
			continue
		}
		failed := f.failed(g)
		if failed == 0 {
			out.found[i] = true
			out.total += rows[i]
			if !papers[g.paper] {
				papers[g.paper] = true
				out.papers++
			}
			if g.open && g.due != "" && g.due < q.Today {
				out.overdue += rows[i]
			}
		}
		for _, v := range g.has {
			// A facet's own filter is left out of account.
			if failed&^(1<<c.values[v].place) == 0 {
				counts[v] += rows[i]
			}
		}
	}
	out.facets = c.facets(q, counts)
	return out
}

// A remedyFilter says of each value whether it is asked for or left out.
type remedyFilter struct {
	values    []facetValue
	any, not  []bool
	mustMatch uint // the facets of which a value must be had, a bit each
}

func (c *remedyCounts) filter(q archive.RemedyQuery) remedyFilter {
	f := remedyFilter{values: c.values, any: make([]bool, len(c.values)), not: make([]bool, len(c.values))}
	for place, facet := range archive.RemedyFacets {
		filter := q.Filters[facet]
		if len(filter.Any) > 0 {
			f.mustMatch |= 1 << place
		}
		for _, list := range []struct {
			values []string
			marked []bool
		}{{filter.Any, f.any}, {filter.Not, f.not}} {
			for _, v := range list.values {
				if n, known := c.number[facetKey{facet, v}]; known {
					list.marked[n] = true
				}
			}
		}
	}
	return f
}

// failed are the facets whose filters a group does not pass, a bit each.
func (f remedyFilter) failed(g *remedyGroup) uint {
	var had, left uint
	for _, v := range g.has {
		if f.any[v] {
			had |= 1 << f.values[v].place
		}
		if f.not[v] {
			left |= 1 << f.values[v].place
		}
	}
	return f.mustMatch&^had | left
}

// facets are the counts of values, the most frequent first.
func (c *remedyCounts) facets(q archive.RemedyQuery, counts []int) []archive.FacetCount {
	out := make([]archive.FacetCount, len(archive.RemedyFacets))
	for place, facet := range archive.RemedyFacets {
		out[place].Facet = facet
	}
	for n, v := range c.values {
		filter := q.Filters[v.facet]
		value := archive.FacetValue{
			Value: v.value, Label: v.label, Count: counts[n],
			Selected: slices.Contains(filter.Any, v.value), Excluded: slices.Contains(filter.Not, v.value),
		}
		if value.Count > 0 || value.Selected || value.Excluded {
			out[v.place].Values = append(out[v.place].Values, value)
		}
	}
	for _, f := range out {
		slices.SortFunc(f.Values, func(a, b archive.FacetValue) int {
			return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// rankOf puts what stands for several values first, and what says nothing last.
func rankOf(v archive.FacetValue) int {
	switch v.Value {
	case string(archive.StatusOpen):
		return -1
	case archive.NotStated:
		return 1
	}
	return 0
}
