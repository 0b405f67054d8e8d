package index

import (
	"testing"

	"moothall/archive"
)

// TestServicePartsAreFound finds a meeting's business by the Ombudsman's
// sub-category, beside the findings of it.
func TestServicePartsAreFound(t *testing.T) {
	f := finding("Thornley District Council", "22 907 331", "2023-02-01", archive.Upheld, "A complaint.")
	f.Services, f.Subcategory = []archive.Service{archive.Housing}, "Homelessness"
	it := &archive.Item{Head: archive.Head{Kind: archive.KindItem, ID: "thornley-district/2023-03-01/cabinet/7", Council: "Thornley District Council", Title: "Rough sleepers",
		Services: []archive.Service{archive.Housing}, ServiceParts: []archive.ServicePart{{Part: "housing/homelessness", Quote: "Rough sleepers"}}}, Committee: "Cabinet", MeetingDate: "2023-03-01"}
	ix, _ := open(t, f, it)
	q := archive.Query{Filters: map[archive.Facet]archive.Filter{archive.FacetService: {Any: []string{"housing/homelessness"}}}}
	if got := search(t, ix, q).Total; got != 2 {
		t.Errorf("found %d of the finding and the item", got)
	}
}
