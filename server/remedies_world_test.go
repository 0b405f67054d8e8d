package server

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"moothall/archive"
)

// remedyRows are the rows of the world that answer a query, but for one
// facet's filter.
func (w *world) remedyRows(q archive.RemedyQuery, ignore archive.Facet) (rows []archive.ListedRemedy) {
	for _, r := range w.records {
		for _, l := range archive.ListRemedies(r) {
			l.Pages = w.documents[l.Paper].Pages
			ok := strings.Contains(strings.ToLower(l.Text), strings.ToLower(q.Text))
			for facet, f := range q.Filters {
				has := func(v string) bool { return slices.Contains(listedValues(l, facet), v) }
				if facet != ignore && (len(f.Any) > 0 && !slices.ContainsFunc(f.Any, has) || slices.ContainsFunc(f.Not, has)) {
					ok = false
				}
			}
			if ok && (q.From == "" || l.Date >= q.From) && (q.To == "" || l.Date <= q.To) {
				rows = append(rows, l)
			}
		}
	}
	return rows
}

func listedValues(l archive.ListedRemedy, f archive.Facet) []string {
	if values := l.Values(f); len(values) > 0 {
		return values
	}
	return []string{archive.NotStated}
}

func (w *world) Remedies(_ context.Context, q archive.RemedyQuery) (archive.RemedyList, error) {
	rows := w.remedyRows(q, "")
	limit := cmp.Or(q.Limit, 20)
	list := archive.RemedyList{Total: len(rows), Page: max(q.Page, 1), Pages: max(1, (len(rows)+limit-1)/limit)}
	papers := map[archive.Digest]bool{}
	for _, l := range rows {
		papers[l.Paper] = true
		if l.Overdue(q.Today) {
			list.Overdue++
		}
	}
	list.Papers = len(papers)
	at := min((list.Page-1)*limit, len(rows))
	list.Rows = rows[at:min(at+limit, len(rows))]
	for _, facet := range archive.RemedyFacets {
		counts := map[string]int{}
		for _, l := range w.remedyRows(q, facet) {
			for _, v := range listedValues(l, facet) {
				counts[v]++
			}
		}
		f := archive.FacetCount{Facet: facet}
		for v, n := range counts {
			f.Values = append(f.Values, archive.FacetValue{
				Value: v, Count: n, Selected: slices.Contains(q.Filters[facet].Any, v), Excluded: slices.Contains(q.Filters[facet].Not, v),
			})
		}
		slices.SortFunc(f.Values, func(a, b archive.FacetValue) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
		list.Facets = append(list.Facets, f)
	}
	return list, w.fail
}

func (w *world) EveryRemedy(_ context.Context, q archive.RemedyQuery) iter.Seq2[archive.ListedRemedy, error] {
	return func(yield func(archive.ListedRemedy, error) bool) {
		for i, l := range w.remedyRows(q, "") {
			if w.remediesBreak > 0 && i == w.remediesBreak-1 {
				yield(archive.ListedRemedy{}, errors.New("world: broken"))
				return
			}
			if !yield(l, nil) {
				return
			}
		}
	}
}
