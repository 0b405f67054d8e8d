package catalogue

import (
	"cmp"
	"database/sql"
	"fmt"
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
	listed, err := t.listed()
	if err != nil {
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

// listed counts the changes of the list.
func (t *view) listed() (n uint64, err error) {
	err = t.each(`SELECT listed FROM state`, nil, nil, &n)
	return n, err
}

func (t *view) countRemedies() (*remedyCounts, error) {
	counts := &remedyCounts{number: make(map[facetKey]uint32)}
	byKey := make(map[string]uint32)
	papers := make(map[string]uint32)
	var id int64
	var broken error
	var key sql.RawBytes
	err := t.each(`
		SELECT id, concat_ws(char(31), document, what, kind, council, committee, date, services, finding, kinds, status, due)
		FROM remedies ORDER BY record, id`, nil, func() {
		group, known := byKey[string(key)]
		if !known {
			group = uint32(len(counts.groups))
			columns := strings.SplitN(string(key), columnSeparator, columnsCounted)
			if len(columns) < columnsCounted {
				broken = fmt.Errorf("row %d of the list of remedies cannot be read", id)
				return
			}
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
	return counts, cmp.Or(err, broken)
}

// How countRemedies takes its columns from the file: as one, since to hand
// over a dozen takes most of the time.
const (
	columnSeparator = "\x1f" // char(31), which no column holds
	columnsCounted  = 11
)

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
