package index

import (
	"slices"
	"testing"

	"moothall/archive"
)

func TestNotIsAWordOfItsOwn(t *testing.T) {
	done := item("Thornley District Council", "Audit", "2023-03-14", "1", "Recommendations implemented", "All recommendations were implemented.")
	mixed := item("Thornley District Council", "Audit", "2023-03-14", "2", "Recommendations implemented", "All recommendations were implemented. Members did not ask for more.")
	open1 := item("Thornley District Council", "Audit", "2022-03-14", "3", "Progress", "Two of the recommendations of the review in the year past had not yet been implemented.")
	ix, _ := open(t, done, mixed, open1)
	if got, want := found(t, ix, "recommendations not implemented"), []string{string(open1.ID), string(mixed.ID)}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := found(t, ix, "recommendations NOT implemented"); len(got) > 0 {
		t.Errorf("the operator finds %q", got)
	}
}

func TestRelaxedQueriesKeepWhatIsNegated(t *testing.T) {
	got := search(t, func() *Index { ix, _ := open(t, world()...); return ix }(), archive.Query{Text: "homelessness accommodation remedies guardianship not provided"}).Interpreted
	if want := `most(homelessness accommodation remedies guardianship "not provided")`; got != want {
		t.Errorf("read as %q, want %q", got, want)
	}
}
