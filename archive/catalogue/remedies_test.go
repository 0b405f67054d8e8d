package catalogue

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// decision is an Ombudsman's decision that asks for the remedies.
func decision(reference string, decided archive.Date, remedies ...archive.Remedy) *archive.Finding {
	f := &archive.Finding{Ombudsman: "lgsco", Reference: reference, DecisionDate: decided, Finding: archive.Upheld, Remedies: remedies, Subcategory: "Homelessness"}
	f.Kind, f.Council, f.Title, f.Text = archive.KindFinding, council, "Decision "+reference, "The complaint "+reference
	f.Services = []archive.Service{archive.Housing}
	f.ID = archive.FindingID(f.Ombudsman, reference)
	return f
}

// answer is a report to Cabinet on what became of remedies.
func answer(title string, recommendations []archive.Recommendation, remedies ...archive.Remedy) *archive.Report {
	r := &archive.Report{Committee: "Cabinet", MeetingDate: day, Recommendations: recommendations, Remedies: remedies}
	r.Kind, r.Council, r.Title, r.Text = archive.KindReport, council, title, "The report "+title
	r.ID = archive.ReportID(council, day, r.Committee, title, "")
	return r
}

func remedy(text string, status archive.RemedyStatus, due archive.Date, kinds ...archive.RemedyKind) archive.Remedy {
	return archive.Remedy{Text: text, Status: status, DueDate: due, Kinds: kinds}
}

// rowsOf are the words of the rows a query finds, and the whole answer.
func rowsOf(t testing.TB, c *Catalogue, q archive.RemedyQuery) (rows []string, list archive.RemedyList) {
	t.Helper()
	list, err := c.Remedies(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list.Rows {
		rows = append(rows, r.Text)
	}
	return rows, list
}

func TestRemediesAreListedByUrgency(t *testing.T) {
	c := open(t)
	found := decision("21 003 456", "2022-06-30",
		remedy("Apologise to Ms A.", archive.StatusNotStated, "2022-07-30", archive.Apology),
		remedy("Pay Ms A £300.", archive.Implemented, "2022-07-01", archive.Payment),
		remedy("Review the letters to tenants.", archive.InProgress, "2022-07-10", archive.PolicyReview, archive.Training))
	older := decision("19 003 456", "2020-06-30", remedy("Meet Ms B.", archive.Partly, ""))
	put(t, c, paper("decision", 1, found), paper("report", 2, answer("Learning",
		[]archive.Recommendation{{Label: "1", Text: "That Cabinet notes the report.", To: "Cabinet", Page: 2}},
		remedy("Train the officers.", archive.NotImplemented, "", archive.Training))), paper("older", 3, older))
	want := []string{
		"Review the letters to tenants.", "Apologise to Ms A.", // open and due, the earliest first
		"Train the officers.", "Meet Ms B.", "That Cabinet notes the report.", // open, remedies first, then the newest
		"Pay Ms A £300.",
	}
	got, list := rowsOf(t, c, archive.RemedyQuery{Today: "2022-07-30"})
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if list.Total != 6 || list.Papers != 3 || list.Overdue != 1 || list.Pages != 1 {
		t.Errorf("of %d rows of %d papers %d are overdue on %d pages; want 6 of 3, 1 overdue, on 1", list.Total, list.Papers, list.Overdue, list.Pages)
	}
	if got := list.Rows[0]; got.ID != found.ID || got.N != 3 || got.What != archive.WhatRemedy || got.Title != found.Title || got.Paper != digestOf("decision") ||
		got.Pages != 1 || !slices.Equal(got.CaseRefs, []string{"21 003 456"}) || !slices.Equal(got.Services, []archive.Service{archive.Housing, "housing/homelessness"}) || got.Finding != archive.Upheld {
		t.Errorf("got %+v", got)
	}
	if got := list.Rows[4]; got.What != archive.WhatRecommendation || got.Status != "" || got.AddressedTo != "Cabinet" || got.Page != 2 || got.Committee != "Cabinet" || got.Date != day {
		t.Errorf("got %+v", got)
	}
	for _, tt := range []struct {
		name string
		q    archive.Query
		want []string
	}{
		{"newest", archive.Query{Sort: archive.SortNewest}, []string{want[2], want[4], want[1], want[5], want[0], want[3]}},
		{"oldest", archive.Query{Sort: archive.SortOldest}, []string{want[3], want[1], want[5], want[0], want[2], want[4]}},
		{"a page", archive.Query{Limit: 2, Page: 2}, want[2:4]},
		{"past the end", archive.Query{Limit: 2, Page: 4}, nil},
		{"a word in another form", archive.Query{Text: "reviewing letter"}, want[:1]},
		{"a phrase", archive.Query{Text: `"the report"`}, want[4:5]},
		{"words not side by side", archive.Query{Text: `"cabinet the"`}, nil},
		{"without a word", archive.Query{Text: `-ms`}, []string{want[0], want[2], want[4]}},
		{"without a phrase", archive.Query{Text: `the -"the officers"`}, []string{want[0], want[4]}},
		{"the case", archive.Query{Text: "21003456"}, []string{want[0], want[1], want[5]}},
		{"nothing but signs", archive.Query{Text: `"! * (`}, want},
		{"from a day", archive.Query{From: day}, []string{want[2], want[4]}},
		{"to a day", archive.Query{To: "2022-12-31"}, []string{want[0], want[1], want[3], want[5]}},
	} {
		if got, _ := rowsOf(t, c, archive.RemedyQuery{Query: tt.q}); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A list of what is shown: what is exempt, replaced or read otherwise is not
// on it.
func TestRemediesFollowTheRecords(t *testing.T) {
	c := open(t)
	minute := item("1", "Complaints", "Agreed.")
	minute.Remedies = []archive.Remedy{remedy("Write to the tenants.", archive.InProgress, ""), remedy("Ring 01632 960123.", archive.Partly, "")}
	secret := item("2", "Settlement", "Agreed in private.")
	secret.Visibility, secret.Remedies = archive.Exempt, []archive.Remedy{remedy("Pay £9,000.", archive.InProgress, "")}
	put(t, c, paper("minutes", 1, minute, secret))
	check := func(want ...string) {
		t.Helper()
		if got, _ := rowsOf(t, c, archive.RemedyQuery{}); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		checked, err := c.Check(t.Context())
		if err != nil || len(checked.Problems) > 0 {
			t.Errorf("Check: %v, %v", checked.Problems, err)
		}
	}
	check("Write to the tenants.", "Ring 01632 960123.")
	if got, _ := rowsOf(t, c, archive.RemedyQuery{Query: archive.Query{Text: "960123"}}); got != nil {
		t.Errorf("a telephone number finds %q", got)
	}

	minute.Remedies = minute.Remedies[:1]
	minute.Remedies[0].Status = archive.Implemented
	put(t, c, paper("minutes", 1, minute))
	check("Write to the tenants.")
	if _, list := rowsOf(t, c, archive.RemedyQuery{Query: archive.Query{Filters: map[archive.Facet]archive.Filter{archive.FacetRemedyStatus: {Any: []string{"open"}}}}}); list.Total != 0 {
		t.Errorf("%d rows are open still", list.Total)
	}

	again := paper("minutes", 1)
	put(t, c, again)
	check()
}

// What is not listed, or listed and gone, is found by Check.
func TestCheckComparesTheListOfRemedies(t *testing.T) {
	for name, damage := range map[string]string{
		"a row is missing":     `DELETE FROM remedies WHERE n = 2`,
		"a row says otherwise": `UPDATE remedies SET status = 'implemented' WHERE n = 1`,
		"a row has no words":   `DELETE FROM remedy_words WHERE rowid = 1`,
	} {
		path := filepath.Join(t.TempDir(), "catalogue.db")
		c, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		put(t, c, paper("d", 1, decision("21 003 456", day, remedy("Apologise.", archive.Partly, ""), remedy("Pay.", archive.Partly, ""))))
		alter(t, path, damage)
		checked, err := c.Check(t.Context())
		if err != nil || !slices.ContainsFunc(checked.Problems, func(p string) bool { return strings.Contains(p, "are not listed as it has them") }) {
			t.Errorf("%s: %v, %v", name, checked.Problems, err)
		}
		c.Close()
	}
}

// An archive from before remedies were listed lists them when it is opened.
func TestRemediesOfOlderArchivesAreListed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	minute := item("1", "Complaints", "Agreed.")
	minute.Remedies = []archive.Remedy{remedy("Write to the tenants.", archive.InProgress, "")}
	put(t, c, paper("minutes", 1, minute, item("2", "Budget", "Agreed.")),
		paper("report", 2, answer("Learning", []archive.Recommendation{{Text: "That it be noted."}})),
		paper("decision", 3, decision("21 003 456", day, remedy("Apologise.", archive.StatusNotStated, "2024-04-05"))))
	_, want := rowsOf(t, c, archive.RemedyQuery{})
	if want.Total != 3 {
		t.Fatalf("%+v; want three rows", want)
	}
	c.Close()
	if c, err = Open(older(t, path, beforeRemedies)); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, got := rowsOf(t, c, archive.RemedyQuery{}); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if checked, err := c.Check(t.Context()); err != nil || len(checked.Problems) > 0 {
		t.Errorf("Check: %v, %v", checked.Problems, err)
	}
}

// Whatever is asked, the rows and the counts are those that the records give
// when they are looked through one by one.
func TestRemediesCountAsTheRecordsDo(t *testing.T) {
	c := open(t)
	random := rand.New(rand.NewPCG(1, 2))
	one := func(list ...string) string { return list[random.IntN(len(list))] }
	var all []archive.ListedRemedy
	for i := range 60 {
		var remedies []archive.Remedy
		for j := range random.IntN(4) {
			m := remedy(one("Apologise", "Pay", "Train")+fmt.Sprint(" ", j), archive.RemedyStatuses[random.IntN(7)], archive.Date(one("", "2022-01-01", "2023-01-01")))
			if random.IntN(3) > 0 {
				m.Kinds = []archive.RemedyKind{archive.RemedyKinds[random.IntN(7)]}
			}
			remedies = append(remedies, m)
		}
		var r archive.Record = decision(fmt.Sprintf("21 003 %03d", i), archive.Date(one("", "2021-05-05", "2022-06-06")), remedies...)
		if i%3 == 0 {
			r = answer(fmt.Sprint("Learning ", i), []archive.Recommendation{{Text: "That it be noted."}}, remedies...)
		}
		r.About().Council = one("Thornley District Council", "Westermouth Council", "")
		r.About().Services = [][]archive.Service{nil, {archive.Housing}, {archive.Planning, archive.Housing}}[random.IntN(3)]
		put(t, c, paper(fmt.Sprint(i), 1, r))
		all = append(all, archive.ListRemedies(r)...)
	}
	for range 200 {
		q := archive.RemedyQuery{Today: "2022-06-30", Query: archive.Query{Limit: 1000, Filters: map[archive.Facet]archive.Filter{}}}
		for _, facet := range archive.RemedyFacets {
			if random.IntN(4) > 0 {
				continue
			}
			row := all[random.IntN(len(all))]
			values := valuesOr(row, facet)
			f := archive.Filter{Any: values[:1]}
			if random.IntN(3) == 0 {
				f = archive.Filter{Not: values[len(values)-1:]}
			}
			q.Filters[facet] = f
		}
		list, err := c.Remedies(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		total, overdue := 0, 0
		for _, row := range all {
			if row.Answers(q) != passes(row, q, "") {
				t.Errorf("%v: Answers says %v of %+v", q.Filters, row.Answers(q), row)
			}
			if passes(row, q, "") {
				total++
				if row.Overdue(q.Today) {
					overdue++
				}
			}
		}
		if list.Total != total || len(list.Rows) != total || list.Overdue != overdue {
			t.Fatalf("%v: %d rows, %d given, %d overdue; want %d and %d", q.Filters, list.Total, len(list.Rows), list.Overdue, total, overdue)
		}
		for _, f := range list.Facets {
			want := make(map[string]int)
			for _, row := range all {
				if passes(row, q, f.Facet) {
					for _, v := range valuesOr(row, f.Facet) {
						want[v]++
					}
				}
			}
			for _, v := range f.Values {
				if v.Count != want[v.Value] {
					t.Errorf("%v: %d rows have %s %s, want %d", q.Filters, v.Count, f.Facet, v.Value, want[v.Value])
				}
				delete(want, v.Value)
			}
			if len(want) > 0 {
				t.Errorf("%v: of %s the counts leave out %v", q.Filters, f.Facet, want)
			}
		}
		var every []string
		for row, err := range c.EveryRemedy(t.Context(), q) {
			if err != nil {
				t.Fatal(err)
			}
			every = append(every, row.Text)
		}
		if got, _ := rowsOf(t, c, q); !slices.Equal(got, every) {
			t.Errorf("%v: every row is %q, on the page are %q", q.Filters, every, got)
		}
	}
}

func valuesOr(row archive.ListedRemedy, f archive.Facet) []string {
	if values := row.Values(f); len(values) > 0 {
		return values
	}
	return []string{archive.NotStated}
}

// passes reports whether a row passes every filter but one facet's.
func passes(row archive.ListedRemedy, q archive.RemedyQuery, but archive.Facet) bool {
	for facet, f := range q.Filters {
		has := func(v string) bool { return slices.Contains(valuesOr(row, facet), v) }
		if facet != but && (len(f.Any) > 0 && !slices.ContainsFunc(f.Any, has) || slices.ContainsFunc(f.Not, has)) {
			return false
		}
	}
	return true
}

// A row that goes while the list is read ends it with an error, never early.
func TestEveryRemedyIsAllOrAnError(t *testing.T) {
	c := open(t)
	var remedies []archive.Remedy
	for i := range remediesAtOnce + 1 {
		remedies = append(remedies, remedy(fmt.Sprint("Apology ", i), archive.Partly, ""))
	}
	put(t, c, paper("d", 1, decision("21 003 456", day, remedies...)))
	n := 0
	for _, err := range c.EveryRemedy(t.Context(), archive.RemedyQuery{}) {
		if n++; n == 1 {
			put(t, c, paper("d", 1, decision("21 003 456", day, remedies[0])))
		}
		if n <= remediesAtOnce && err != nil || n > remediesAtOnce && err == nil {
			t.Fatalf("step %d: %v", n, err)
		}
	}
	if n != remediesAtOnce+1 {
		t.Errorf("%d steps", n)
	}
}

// What anybody may type is a query that SQLite can read.
func FuzzRemedyWords(f *testing.F) {
	for _, s := range []string{"", `pay "the tenant" -money`, `"`, `-"a b" “c”`, "NEAR(a b) * ^x {y}: OR", "a\x00b", "\xff", "child’s"} {
		f.Add(s)
	}
	c := open(f)
	put(f, c, paper("d", 1, decision("21 003 456", day, remedy("Apologise to the child’s family.", archive.Partly, ""))))
	f.Fuzz(func(t *testing.T, text string) {
		list, err := c.Remedies(t.Context(), archive.RemedyQuery{Query: archive.Query{Text: text}})
		if err != nil || list.Total > 1 || list.Total != len(list.Rows) {
			t.Errorf("%q: %+v, %v", text, list, err)
		}
	})
}
