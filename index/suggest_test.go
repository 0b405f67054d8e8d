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
		{"two letters swapped", "Ambershire gaurdianship", "Ambershire guardianship"},
		{"nothing near", "xylophone", ""},
		{"found as typed", "accommodation", ""},
		{"known words that no record has together", "Lancashire special guardianship mill V", ""},
		{"short words", "nots", ""},
		{"a word beside one that goes on", "guardian", ""},
		{"finds no more", "accomodation elephants", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := search(t, ix, archive.Query{Text: c.typed}).Suggestion; got != c.want {
				t.Errorf("%q: got %q want %q", c.typed, got, c.want)
			}
		})
	}
}

// A word that records have is offered another spelling only where that is
// in far more of them.
func TestKnownWordsAreGoodAsTheyAre(t *testing.T) {
	records := []archive.Record{item("Thornley", "Cabinet", "2024-01-01", "a", "Special care", "The tenent was done an injustice.")}
	for _, n := range []string{"b", "c", "d"} {
		records = append(records, item("Thornley", "Cabinet", "2024-01-01", n, "Social care", "One tenant spoke of a social matter."))
	}
	for i := range 30 {
		records = append(records, item("Thornley", "Cabinet", "2024-02-01", string(rune('e'+i)), "Rents", "A tenant wrote."))
	}
	ix, _ := open(t, records...)
	for typed, want := range map[string]string{"special": "", "done": "", "tenent": "tenant", "special tenent injustice": ""} {
		if got := search(t, ix, archive.Query{Text: typed}).Suggestion; got != want {
			t.Errorf("%q: got %q want %q", typed, got, want)
		}
	}
}
