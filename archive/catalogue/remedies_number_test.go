package catalogue

import (
	"fmt"
	"slices"
	"testing"

	"moothall/archive"
)

// numbered are the rows of the list by their numbers: "3 Pay £300."
func numbered(t *testing.T, c *Catalogue) (rows []string) {
	t.Helper()
	res, err := c.read.Query(`SELECT concat(id, ' ', remedy ->> 'text') FROM remedies ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	for res.Next() {
		var row string
		if err := res.Scan(&row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// A promise keeps its number whatever becomes of it or of the others, as long
// as numbers go up in the order of the record.
func TestRemediesKeepTheirNumbers(t *testing.T) {
	var made = func(texts ...string) (list []archive.Remedy) {
		for _, text := range texts {
			list = append(list, remedy(text, archive.Partly, ""))
		}
		return list
	}
	for _, tt := range []struct {
		name string
		now  []string
		want []string
	}{
		{"nothing changes", []string{"a", "b", "c"}, []string{"1 a", "2 b", "3 c"}},
		{"one is added behind", []string{"a", "b", "c", "d"}, []string{"1 a", "2 b", "3 c", "4 d"}},
		{"one goes", []string{"a", "c"}, []string{"1 a", "3 c"}},
		{"one is said in other words", []string{"a", "x", "c"}, []string{"1 a", "4 x", "5 c"}},
		{"one comes first", []string{"x", "a", "b", "c"}, []string{"4 x", "5 a", "6 b", "7 c"}},
		{"two change places", []string{"b", "a", "c"}, []string{"2 b", "4 a", "5 c"}},
		{"one is said twice", []string{"a", "a", "b", "c"}, []string{"1 a", "4 a", "5 b", "6 c"}},
		{"all go", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := open(t)
			put(t, c, paper("d", 1, decision("21 003 456", day, made("a", "b", "c")...)))
			later := decision("21 003 456", day, made(tt.now...)...)
			later.Title = "Another title"
			put(t, c, paper("d", 1, later))
			if got := numbered(t, c); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			rows, list := rowsOf(t, c, archive.RemedyQuery{})
			if !slices.Equal(rows, tt.now) {
				t.Errorf("listed %q, want %q", rows, tt.now)
			}
			for i, row := range list.Rows {
				if row.N != i+1 || row.Title != later.Title {
					t.Errorf("row %d is the %dth of %q", i+1, row.N, row.Title)
				}
			}
			if checked, err := c.Check(t.Context()); err != nil || len(checked.Problems) > 0 {
				t.Errorf("Check: %v, %v", checked.Problems, err)
			}
		})
	}
}

// Papers are read anew while the list is taken: it goes on, and gives what is
// so when its turn comes. It ends where a row does not answer any more.
func TestEveryRemedyGoesOnBesideIngest(t *testing.T) {
	var remedies []archive.Remedy
	for i := range remediesAtOnce + 2 {
		remedies = append(remedies, remedy(fmt.Sprint("Apology ", i), archive.Partly, ""))
	}
	last := len(remedies) - 1
	again := func(t *testing.T, c *Catalogue, list []archive.Remedy) {
		put(t, c, paper("d", 1, decision("21 003 456", day, list...)))
	}
	stillOpen := archive.Query{Filters: map[archive.Facet]archive.Filter{archive.FacetRemedyStatus: {Any: []string{"open"}}}}
	for _, tt := range []struct {
		name   string
		ask    archive.Query
		change archive.RemedyStatus
		goesOn bool
	}{
		{"the whole list", archive.Query{}, archive.Implemented, true},
		{"still open", stillOpen, archive.InProgress, true},
		{"open no more", stillOpen, archive.Implemented, false},
		{"by words", archive.Query{Text: "apology"}, archive.Implemented, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := open(t)
			again(t, c, remedies)
			n, ended := 0, error(nil)
			var got archive.ListedRemedy
			for row, err := range c.EveryRemedy(t.Context(), archive.RemedyQuery{Query: tt.ask}) {
				if ended = err; err != nil {
					break
				}
				if n++; n == 1 {
					changed := slices.Clone(remedies)
					changed[last].Status = tt.change
					again(t, c, append(changed, remedy("Apology for more", archive.Partly, "")))
				}
				got = row
			}
			if tt.goesOn != (ended == nil) {
				t.Fatalf("after %d rows: %v", n, ended)
			}
			if tt.goesOn && (n != len(remedies) || got.Status != tt.change) {
				t.Errorf("%d rows, the last %s; want %d, %s", n, got.Status, len(remedies), tt.change)
			}
		})
	}
}

// What stands in a council's name cannot move the columns of the count.
func TestColumnsOfTheCountStayApart(t *testing.T) {
	c := open(t)
	f := decision("21 003 456", day, remedy("Pay.", archive.Implemented, ""))
	f.Council = "Thornley" + columnSeparator + "District Council"
	put(t, c, paper("d", 1, f))
	_, list := rowsOf(t, c, archive.RemedyQuery{Query: archive.Query{Filters: map[archive.Facet]archive.Filter{archive.FacetRemedyStatus: {Any: []string{"implemented"}}}}})
	if list.Total != 1 || list.Rows[0].Council != "Thornley District Council" {
		t.Errorf("%d rows: %+v", list.Total, list.Rows)
	}
}
