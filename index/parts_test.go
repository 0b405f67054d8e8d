package index

import (
	"slices"
	"testing"

	"moothall/archive"
)

// TestSubcategoriesAreParts finds findings by the Ombudsman's sub-category,
// which stands below its service.
func TestSubcategoriesAreParts(t *testing.T) {
	var records []archive.Record
	for i, sub := range []string{"Homelessness", "Homelessness", "Council house repairs", ""} {
		f := finding("Thornley District Council", "22 907 33"+string(rune('0'+i)), "2023-02-01", archive.Upheld, "A complaint.")
		f.Services, f.Subcategory = []archive.Service{archive.Housing}, sub
		records = append(records, f)
	}
	bins := finding("Thornley District Council", "22 907 340", "2023-02-01", archive.Upheld, "A complaint.")
	bins.Services, bins.Subcategory = []archive.Service{archive.Planning}, "Planning"
	ix, _ := open(t, append(records, bins)...)
	for _, c := range []struct {
		chosen string
		total  int
		values []string
		counts []int
	}{
		{"", 5, []string{"housing", "planning"}, []int{4, 1}},
		{"housing", 4, []string{"housing", "housing/homelessness", "housing/council-house-repairs", "planning"}, []int{4, 2, 1, 1}},
		{"housing/homelessness", 2, []string{"housing", "housing/homelessness", "housing/council-house-repairs", "planning"}, []int{4, 2, 1, 1}},
	} {
		var filter archive.Filter
		if c.chosen != "" {
			filter.Any = []string{c.chosen}
		}
		res := search(t, ix, archive.Query{Filters: map[archive.Facet]archive.Filter{archive.FacetService: filter}})
		var values []string
		var counts []int
		for _, f := range res.Facets {
			if f.Facet == archive.FacetService {
				for _, v := range f.Values {
					values, counts = append(values, v.Value), append(counts, v.Count)
				}
			}
		}
		if res.Total != c.total || !slices.Equal(values, c.values) || !slices.Equal(counts, c.counts) {
			t.Errorf("service=%s: %d of %v %v, want %d of %v %v", c.chosen, res.Total, values, counts, c.total, c.values, c.counts)
		}
	}
	if got := archive.FacetService.ValueLabel("housing/homelessness"); got != "Housing: Homelessness" {
		t.Errorf("label %q", got)
	}
	if got := search(t, ix, archive.Query{Text: "service:housing/homelessness"}).Total; got != 2 {
		t.Errorf("as typed: %d", got)
	}
}
