package index

import (
	"slices"
	"testing"
)

func TestAReferenceGoesToItsCase(t *testing.T) {
	f := finding("Thornley District Council", "22 907 331", "2023-02-01", "upheld", "Mr X said the roof leaked for a year.")
	other := finding("Thornley District Council", "22 907 332", "2023-02-02", "upheld", "A complaint about a case of damp.")
	ix, _ := open(t, f, other)
	for _, typed := range []string{"22 907 331", "case 22-907-331", "LGSCO complaint reference number 22907331", "ref: 22 907 331", "roof 22 907 331", "cellar 22 907 331"} {
		if got := found(t, ix, typed); !slices.Equal(got, []string{string(f.ID)}) {
			t.Errorf("%q finds %q", typed, got)
		}
	}
	if got := found(t, ix, "cellar -22 907 331"); len(got) > 0 {
		t.Errorf("an excluded reference finds %q", got)
	}
}
