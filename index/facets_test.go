package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// TestCountsAreThoseOfCounting compares facets, totals, order and pages with
// counting by hand, over random records in several segments with updates and
// removals.
func TestCountsAreThoseOfCounting(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	held := map[archive.ID]archive.Record{}
	ix, h := open(t)
	for range 12 {
		for range 60 {
			r := randomRecord(rnd)
			held[r.About().ID] = r
			h.put(r)
		}
		for range 8 {
			for id := range maps.Keys(held) { // any one
				delete(held, id)
				h.remove(id)
				break
			}
		}
		catchUp(t, ix)
	}
	for range 300 {
		q := randomQuery(rnd)
		res := search(t, ix, q)
		wantTotal, wantFacets := countByHand(held, q)
		if res.Total != wantTotal {
			t.Fatalf("%+v: total %d, want %d", q, res.Total, wantTotal)
		}
		for i, f := range res.Facets {
			if f.Facet != archive.Facets[i] {
				t.Fatalf("facet %d is %s", i, f.Facet)
			}
			got := map[string]int{}
			before := -1 // the last value that is no part of one
			for k, v := range f.Values {
				if v.Count > 0 {
					got[v.Value] = v.Count
				}
				if whole, _, part := strings.Cut(v.Value, "/"); part {
					if before >= 0 && f.Values[before].Value != whole && slices.ContainsFunc(f.Values, func(o archive.FacetValue) bool { return o.Value == whole }) {
						t.Fatalf("%s is not below %s: %v", v.Value, whole, f.Values)
					}
					continue
				}
				if before >= 0 && f.Values[before].Count < v.Count && v.Value != archive.NotStated {
					t.Fatalf("%s is not in order: %v", f.Facet, f.Values)
				}
				before = k
			}
			if !maps.Equal(got, wantFacets[f.Facet]) {
				t.Fatalf("%+v: %s\n got %v\nwant %v", q, f.Facet, got, wantFacets[f.Facet])
			}
		}
	}
}

func TestPagesAndCursorsMeetEveryHitOnce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	ix, h := open(t)
	for range 5 {
		for range 40 {
			h.put(randomRecord(rnd))
		}
		catchUp(t, ix)
	}
	for _, q := range []archive.Query{
		{Procedural: true, Limit: 7}, {Text: "alpha", Procedural: true, Limit: 7}, {Sort: archive.SortOldest, Limit: 9},
		{Text: "beta OR gamma", Sort: archive.SortNewest, Procedural: true, Limit: 5},
	} {
		var byPage, byCursor, back []archive.ID
		for q.Page = 1; ; q.Page++ {
			res := search(t, ix, q)
			if len(res.Hits) == 0 {
				break
			}
			byPage = append(byPage, ids(res)...)
		}
		q.Page = 0
		var last archive.Results
		for page := 1; ; page++ {
			res := search(t, ix, q)
			if res.Page != page {
				t.Errorf("%+v: says page %d, is %d", q, res.Page, page)
			}
			byCursor = append(byCursor, ids(res)...)
			last = res
			if res.Next == "" {
				break
			}
			q.Cursor = res.Next
		}
		for res := last; ; res = search(t, ix, q) {
			back = append(ids(res), back...)
			if res.Prev == "" {
				break
			}
			q.Cursor = res.Prev
		}
		if len(byPage) != last.Total || !slices.Equal(byPage, byCursor) || !slices.Equal(byPage, back) {
			t.Errorf("%+v: %d in all, %d by page, %d by cursor, %d going back", q, last.Total, len(byPage), len(byCursor), len(back))
		}
		if len(slices.Compact(slices.Sorted(slices.Values(byPage)))) != len(byPage) {
			t.Errorf("%+v: a hit came twice", q)
		}
	}
}

func TestLandingPageFollows(t *testing.T) {
	ix, h := open(t, world()...)
	before := search(t, ix, archive.Query{})
	again := search(t, ix, archive.Query{})
	if before.Total != 4 || again.Total != 4 || before.Hits[0].ID != idSGO {
		t.Fatalf("%d, %d, %s", before.Total, again.Total, before.Hits[0].ID)
	}
	h.remove(idSGO)
	catchUp(t, ix)
	if after := search(t, ix, archive.Query{}); after.Total != 3 || after.Hits[0].ID == idSGO {
		t.Errorf("after a removal: %d, first %s", after.Total, after.Hits[0].ID)
	}
}

func TestChosenValuesStayWithoutHits(t *testing.T) {
	ix, _ := open(t, world()...)
	res := search(t, ix, archive.Query{Text: "guardianship", Filters: map[archive.Facet]archive.Filter{
		archive.FacetCommittee: {Any: []string{"cabinet", "nowhere"}},
	}})
	if res.Total != 0 {
		t.Errorf("total %d", res.Total)
	}
	got := counts(res, archive.FacetCommittee)
	want := map[string]int{"cabinet": 0, "nowhere": 0, "childrens-scrutiny": 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v want %v", got, want)
	}
}

func ids(res archive.Results) (list []archive.ID) {
	for _, h := range res.Hits {
		list = append(list, h.ID)
	}
	return list
}

var (
	randomWords    = []string{"alpha", "beta", "gamma", "delta", "epsilon"}
	randomCouncils = []string{"Ambershire County Council", "Westermouth Council", "Thornley District Council", ""}
	randomBodies   = []string{"Cabinet", "CABINET", "Council", "Planning Committee", ""}
)

func pick[T any](rnd *rand.Rand, list []T) T { return list[rnd.IntN(len(list))] }

func randomRecord(rnd *rand.Rand) archive.Record {
	n := rnd.IntN(500)
	text := strings.Join([]string{pick(rnd, randomWords), pick(rnd, randomWords), pick(rnd, randomWords)}, " ")
	date := archive.Date(fmt.Sprintf("%d-%02d-%02d", 2018+n%6, n%12+1, n%28+1))
	if n%17 == 0 {
		date = ""
	}
	if n%3 == 0 {
		f := finding(pick(rnd, randomCouncils), fmt.Sprintf("21 %03d %03d", n, n), date, pick(rnd, []archive.Verdict{archive.Upheld, archive.NotUpheld, ""}), text)
		for range rnd.IntN(3) {
			f.Remedies = append(f.Remedies, archive.Remedy{Status: pick(rnd, archive.RemedyStatuses)})
		}
		for range rnd.IntN(3) {
			f.Services = append(f.Services, pick(rnd, archive.Services))
		}
		return f
	}
	it := item(pick(rnd, randomCouncils), pick(rnd, randomBodies), date, fmt.Sprint(n), "Title "+text, text)
	it.ID = archive.ID(fmt.Sprintf("x/%d", n))
	it.Outcome = pick(rnd, append([]archive.Outcome{""}, archive.Outcomes...))
	it.Procedural = rnd.IntN(5) == 0
	if rnd.IntN(2) == 0 {
		it.Services = []archive.Service{pick(rnd, archive.Services), "housing/allocations"}
	}
	return it
}

func randomQuery(rnd *rand.Rand) archive.Query {
	q := archive.Query{Procedural: rnd.IntN(2) == 0, Filters: map[archive.Facet]archive.Filter{}}
	if rnd.IntN(2) == 0 {
		q.Text = pick(rnd, randomWords)
	}
	choices := map[archive.Facet][]string{
		archive.FacetKind: {"item", "finding"}, archive.FacetCouncil: {"ambershire", "thornley", archive.NotStated},
		archive.FacetCommittee: {"cabinet", "council", archive.NotStated, "none-such"},
		archive.FacetService:   {"housing", "housing/allocations", "planning", archive.NotStated},
		archive.FacetOutcome:   {"noted", "approved", archive.NotStated}, archive.FacetFinding: {"upheld", archive.NotStated},
		archive.FacetRemedyStatus: {"implemented", "partly", archive.NotStated}, archive.FacetYear: {"2019", "2021", archive.NotStated},
	}
	for f, values := range choices {
		var filter archive.Filter
		if rnd.IntN(4) == 0 {
			filter.Any = append(filter.Any, pick(rnd, values), pick(rnd, values))
		}
		if rnd.IntN(8) == 0 {
			filter.Not = append(filter.Not, pick(rnd, values))
		}
		q.Filters[f] = filter
	}
	if rnd.IntN(4) == 0 {
		q.From = "2019-05-10"
	}
	if rnd.IntN(4) == 0 {
		q.To = "2022-03-01"
	}
	return q
}

// countByHand looks at every record, one facet after the other.
func countByHand(held map[archive.ID]archive.Record, q archive.Query) (total int, facets map[archive.Facet]map[string]int) {
	facets = map[archive.Facet]map[string]int{}
	for _, f := range archive.Facets {
		facets[f] = map[string]int{}
	}
	for _, r := range held {
		it, isItem := r.(*archive.Item)
		when := archive.When(r)
		switch {
		case q.Text != "" && !strings.Contains(r.About().Text+r.About().Title, q.Text),
			!q.Procedural && isItem && it.Procedural,
			q.From != "" && (when == "" || when < q.From),
			q.To != "" && (when == "" || when > q.To):
			continue
		}
		failed := map[archive.Facet]bool{}
		has := map[archive.Facet][]string{}
		for _, f := range archive.Facets {
			for _, v := range facetValues(r)[f] {
				value, _, _ := strings.Cut(v, "\x00")
				has[f] = append(has[f], value)
			}
			want := q.Filters[f]
			in := func(list []string) bool {
				return slices.ContainsFunc(list, func(v string) bool { return slices.Contains(has[f], v) })
			}
			if len(want.Any) > 0 && !in(want.Any) || in(want.Not) {
				failed[f] = true
			}
		}
		if len(failed) == 0 {
			total++
		}
		for _, f := range archive.Facets {
			if len(failed) == 0 || len(failed) == 1 && failed[f] {
				for _, v := range has[f] {
					facets[f][v]++
				}
			}
		}
	}
	// "housing/allocations" is the only part of a service there is.
	chosen := append(slices.Clone(q.Filters[archive.FacetService].Any), q.Filters[archive.FacetService].Not...)
	if !slices.Contains(chosen, "housing") && !slices.Contains(chosen, "housing/allocations") {
		delete(facets[archive.FacetService], "housing/allocations")
	}
	return total, facets
}
