package server

import (
	"errors"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
)

func TestReadQuery(t *testing.T) {
	any := func(f archive.Facet, values ...string) map[archive.Facet]archive.Filter {
		return map[archive.Facet]archive.Filter{f: {Any: values}}
	}
	tests := []struct {
		name, in string
		want     archive.Query
	}{
		{"nothing is everything", "", archive.Query{}},
		{"a form's empty fields are absent", "q=&from=&to=&sort=&council=", archive.Query{}},
		{"words, tidied", "q=+special++guardianship%0Aallowance+", archive.Query{Text: "special guardianship allowance"}},
		{"repeated is or", "outcome=noted&outcome=approved&outcome=noted", archive.Query{Filters: any("outcome", "noted", "approved")}},
		{"minus is not", "-kind=page", archive.Query{Filters: map[archive.Facet]archive.Filter{"kind": {Not: []string{"page"}}}}},
		{"a council by its name", "council=Ambershire+County+Council", archive.Query{Filters: any("council", "ambershire")}},
		{"a committee by its name", "committee=Children+%26+Families", archive.Query{Filters: any("committee", "children-and-families")}},
		{"not stated is a value", "service=not_stated", archive.Query{Filters: any("service", "not_stated")}},
		{"part of a service", "service=housing/allocations", archive.Query{Filters: any("service", "housing/allocations")}},
		{"an ISO day", "from=2021-07-22", archive.Query{From: "2021-07-22"}},
		{"day before month", "from=02/03/2021", archive.Query{From: "2021-03-02"}},
		{"a day in words", "from=22+July+2021", archive.Query{From: "2021-07-22"}},
		{"a month is its days", "from=2020-02&to=2020-02", archive.Query{From: "2020-02-01", To: "2020-02-29"}},
		{"a year is its days", "from=2020&to=2020", archive.Query{From: "2020-01-01", To: "2020-12-31"}},
		{"sort, page and limit", "sort=oldest&page=3&limit=50", archive.Query{Sort: archive.SortOldest, Page: 3, Limit: 50}},
		{"procedural items", "procedural=1", archive.Query{Procedural: true}},
		{"a cursor", "cursor=abc", archive.Query{Cursor: "abc"}},
		{"marks of mail programs", "utm_source=x&fbclid=y&q=rent", archive.Query{Text: "rent"}},
		{"a facet shown whole", "all=committee", archive.Query{}},
		{"a query's own syntax is not ours to judge", `q="open+-(title:`, archive.Query{Text: `"open -(title:`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := url.ParseQuery(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			got, err := ReadQuery(v)
			if err != nil {
				t.Fatalf("ReadQuery(%q): %v", tt.in, err)
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("ReadQuery(%q) = %+v, want %+v", tt.in, got, tt.want)
			}
		})
	}
}

func TestReadQueryRefuses(t *testing.T) {
	tests := []struct{ name, in, parameter, says string }{
		{"an unknown name", "colour=red", "colour", "remedy_status"},
		{"an unknown outcome", "outcome=upheld", "outcome", "approved, noted"},
		{"an unknown excluded kind", "-kind=minute", "-kind", "item, finding, report, page"},
		{"no such day", "from=2021-02-30", "from", "such as 2021-07-22"},
		{"month before day", "to=12/31/2021", "to", "such as"},
		{"from after to", "from=2022&to=2021", "from", "after to"},
		{"an unknown order", "sort=best", "sort", "newest"},
		{"a page of words", "page=two", "page", "whole number"},
		{"no page 0", "page=0", "page", "from 1"},
		{"too many hits", "limit=101", "limit", "100"},
		{"too deep", "page=1001&limit=10", "page", "10000th"},
		{"two searches", "q=a&q=b", "q", "once"},
		{"a long search", "q=" + strings.Repeat("a", 1001), "q", "1000"},
		{"a year of five digits", "year=20210", "year", "such as 2021"},
		{"a committee of signs", "committee=%3F%3F", "committee", "not the name"},
		{"neither yes nor no", "procedural=perhaps", "procedural", "1 nor 0"},
		{"a part of no service", "service=gardening/x", "service", "housing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := url.ParseQuery(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			_, err = ReadQuery(v)
			if !errors.Is(err, ErrBadRequest) {
				t.Fatalf("ReadQuery(%q): %v, want ErrBadRequest", tt.in, err)
			}
			bad := err.(BadParameters)
			if len(bad) != 1 || bad[0].Parameter != tt.parameter || !strings.Contains(bad[0].Detail, tt.says) {
				t.Errorf("ReadQuery(%q): %v, want one line on %s with %q", tt.in, bad, tt.parameter, tt.says)
			}
		})
	}
}

func TestReadQueryNamesEveryFault(t *testing.T) {
	_, err := ReadQuery(url.Values{"sort": {"x"}, "from": {"y"}, "kind": {"z"}})
	if bad, ok := err.(BadParameters); !ok || len(bad) != 3 {
		t.Errorf("got %v, want three faults", err)
	}
}

// What ReadQuery accepts has an address, and the address means the same.
func FuzzReadQuery(f *testing.F) {
	for _, s := range []string{
		"", "q=rent&kind=item&-kind=page&council=Medway+Council&from=2020&to=2021-03&sort=newest&page=2&limit=20&procedural=1",
		"cursor=a%00b&q=%ff", "committee=A+%26+B&service=housing/allocations&year=2021&remedy_status=partly", "q=%22a&all=x&utm_x=1",
		"outcome=none&finding=other&-year=not_stated&to=1/2/2003",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := url.ParseQuery(s)
		if err != nil {
			return
		}
		q, err := ReadQuery(v)
		if err != nil {
			if !errors.Is(err, ErrBadRequest) {
				t.Fatalf("error of another sort: %v", err)
			}
			return
		}
		again, err := ReadQuery(queryValues(q))
		if err != nil {
			t.Fatalf("own address of %+v refused: %v", q, err)
		}
		if q.Cursor != "" || q.Page == 1 {
			q.Page = 0
		}
		if !reflect.DeepEqual(q, again) {
			t.Fatalf("%q\n got %+v\nthen %+v", s, q, again)
		}
		u, err := url.Parse(address("/search", q))
		if err != nil || !reflect.DeepEqual(u.Query(), queryValues(q)) {
			t.Fatalf("address %q: %v", address("/search", q), err)
		}
	})
}

func TestChoosingDoesNotTouchTheQuery(t *testing.T) {
	q := archive.Query{Text: "rent", Page: 4, Filters: map[archive.Facet]archive.Filter{"kind": {Any: []string{"item", "page"}}}}
	if got := address("/search", with(q, "kind", "item")); got != "/search?q=rent&kind=page" {
		t.Errorf("unchosen: %s", got)
	}
	if got := address("/search", with(q, "year", "2021")); got != "/search?q=rent&kind=item&kind=page&year=2021" {
		t.Errorf("chosen: %s", got)
	}
	if got := address("/search", without(q, "kind")); got != "/search?q=rent" {
		t.Errorf("cleared: %s", got)
	}
	if q.Page != 4 || len(q.Filters["kind"].Any) != 2 || q.Filters["kind"].Any[0] != "item" {
		t.Errorf("the query itself changed: %+v", q)
	}
}
