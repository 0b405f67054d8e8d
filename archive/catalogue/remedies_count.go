package catalogue

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"

	"moothall/archive"
)

// remedyCounts is the list of remedies as far as it takes to count, narrow and
// order it, held in memory and read again when the list has changed: to count
// eight facets of a hundred thousand rows in SQLite would take a hundred times
// as long. Rows that say the same on every facet share a group.
type remedyCounts struct {
	listed uint64 // state.listed as of which this is
	groups []remedyGroup
	papers int
	values []facetValue // that groups have, by their number
	number map[facetKey]uint32

	urgent, newest, oldest []listedRow // the rows in each order
}

type remedyGroup struct {
	paper uint32 // its number among those of the list
	date  archive.Date
	due   archive.Date
	open  bool
	asked bool     // it is a recommendation
	has   []uint32 // numbers of values
	rows  int
}

type listedRow struct {
	id    int64
	group uint32
}

// A rowSet is a set of rows by their numbers, a bit each.
type rowSet []uint64

func (s *rowSet) add(id int64) {
	for int64(len(*s)) <= id/64 {
		*s = append(*s, 0)
	}
	(*s)[id/64] |= 1 << (id % 64)
}

func (s rowSet) remove(id int64) {
	if s.has(id) {
		s[id/64] &^= 1 << (id % 64)
	}
}

func (s rowSet) has(id int64) bool { return id/64 < int64(len(s)) && s[id/64]&(1<<(id%64)) != 0 }

type facetKey struct {
	facet archive.Facet
	value string
}

type facetValue struct {
	facetKey
	label string // of a council or a committee
	place int    // of the facet in archive.RemedyFacets
}

// remedyCounts gives the counts as of the transaction.
func (c *Catalogue) remedyCounts(t *view) (*remedyCounts, error) {
	var listed uint64
	if err := t.each(`SELECT listed FROM state`, nil, nil, &listed); err != nil {
		return nil, err
	}
	c.listing.Lock()
	defer c.listing.Unlock()
	if c.remedies != nil && c.remedies.listed == listed {
		return c.remedies, nil
	}
	counts, err := t.countRemedies()
	if err != nil {
		return nil, err
	}
	counts.listed = listed
	if c.remedies == nil || c.remedies.listed < listed {
		c.remedies = counts
	}
	return counts, nil
}

func (t *view) countRemedies() (*remedyCounts, error) {
	counts := &remedyCounts{number: make(map[facetKey]uint32)}
	byKey := make(map[string]uint32)
	papers := make(map[string]uint32)
	var id int64
	var key sql.RawBytes // one column, for to hand over a dozen takes most of the time
	err := t.each(`
		SELECT id, concat_ws(char(31), document, what, kind, council, committee, date, services, finding, kinds, status, due)
		FROM remedies ORDER BY record, id`, nil, func() {
		group, known := byKey[string(key)]
		if !known {
			group = uint32(len(counts.groups))
			columns := strings.Split(string(key), "\x1f")
			byKey[string(key)] = group
			paper, seen := papers[columns[0]]
			if !seen {
				paper = uint32(len(papers))
				papers[columns[0]] = paper
			}
			counts.groups = append(counts.groups, counts.newGroup(paper, columns))
		}
		counts.groups[group].rows++
		counts.newest = append(counts.newest, listedRow{id, group})
	}, &id, &key)
	counts.papers = len(papers)
	counts.order()
	return counts, err
}

// newGroup reads the columns of countRemedies, the document first.
func (c *remedyCounts) newGroup(paper uint32, columns []string) remedyGroup {
	row := archive.ListedRemedy{
		What: columns[1], Kind: archive.Kind(columns[2]), Council: columns[3], Committee: columns[4], Date: archive.Date(columns[5]),
		Services: splitList[archive.Service](columns[6]), Finding: archive.Verdict(columns[7]),
	}
	row.Kinds, row.Status = splitList[archive.RemedyKind](columns[8]), archive.RemedyStatus(columns[9])
	g := remedyGroup{paper: paper, date: row.Date, due: archive.Date(columns[10]), open: row.Status.Open(), asked: row.What == archive.WhatRecommendation}
	for place, facet := range archive.RemedyFacets {
		values := row.Values(facet)
		if len(values) == 0 {
			values = []string{archive.NotStated}
		}
		for _, v := range values {
			key := facetKey{facet, v}
			n, known := c.number[key]
			if !known {
				n = uint32(len(c.values))
				c.number[key] = n
				c.values = append(c.values, facetValue{key, labelOf(row, key), place})
			}
			g.has = append(g.has, n)
		}
	}
	return g
}

func labelOf(row archive.ListedRemedy, key facetKey) string {
	switch {
	case key.value == archive.NotStated:
	case key.facet == archive.FacetCouncil:
		return row.Council
	case key.facet == archive.FacetCommittee:
		return row.Committee
	}
	return ""
}

// order sorts the rows, which come in the order of their records. Of the open
// ones without a day what was promised comes before what reports recommend, of
// which most is that something be noted.
func (c *remedyCounts) order() {
	of := func(r listedRow) *remedyGroup { return &c.groups[r.group] }
	slices.SortStableFunc(c.newest, func(a, b listedRow) int { return cmp.Compare(of(b).date, of(a).date) })
	c.oldest, c.urgent = slices.Clone(c.newest), slices.Clone(c.newest)
	slices.SortStableFunc(c.oldest, func(a, b listedRow) int { return lateIfNone(of(a).date, of(b).date) })
	slices.SortStableFunc(c.urgent, func(a, b listedRow) int {
		x, y := of(a), of(b)
		switch {
		case x.open != y.open:
			return boolFirst(x.open, y.open)
		case !x.open:
			return 0
		}
		return cmp.Or(lateIfNone(x.due, y.due), boolFirst(y.asked, x.asked))
	})
}

// boolFirst puts what is so before what is not.
func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// lateIfNone compares days; one that is not known comes last.
func lateIfNone(a, b archive.Date) int {
	if a == "" || b == "" {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}

func (c *remedyCounts) inOrder(s archive.Sort) []listedRow {
	switch s {
	case archive.SortNewest:
		return c.newest
	case archive.SortOldest:
		return c.oldest
	}
	return c.urgent
}

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
