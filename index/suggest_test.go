package index

import (
	"context"
	"slices"
	"testing"

	"moothall/archive"
)

func TestSuggest(t *testing.T) {
	ix, _ := open(t, world()...)
	for _, c := range []struct {
		name, typed string
		want        []string
	}{
		{"most records first", "accom", []string{"accommodation"}},
		{"what was typed before stays", "the guard", []string{"the guardianship"}},
		{"too little typed", "a", nil},
		{"nothing begins so", "zzz", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ix.Suggest(context.Background(), c.typed)
			if len(c.want) > 0 && len(got) > 1 {
				got = got[:1]
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: got %q want %q", c.typed, got, c.want)
			}
		})
	}
}

func TestDidYouMean(t *testing.T) {
	ix, _ := open(t, world()...)
	for _, c := range []struct{ name, typed, want string }{
		{"a letter too few", "accomodation", "accommodation"},
		{"two letters swapped", "Thornley gaurdianship", "Thornley guardianship"},
		{"nothing near", "xylophone", ""},
		{"found as typed", "accommodation", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := search(t, ix, archive.Query{Text: c.typed}).Suggestion; got != c.want {
				t.Errorf("%q: got %q want %q", c.typed, got, c.want)
			}
		})
	}
}
