package catalogue

import (
	"fmt"
	"reflect"
	"testing"

	"moothall/archive"
)

// rowsByPaper are the rows of a list by paper, each in one line, and the list.
func rowsByPaper(t *testing.T, c *Catalogue, q archive.DoubtQuery) ([]string, archive.DoubtList) {
	t.Helper()
	q.ByPaper = true
	list, err := c.Doubts(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, d := range list.Doubts {
		line := fmt.Sprintf("%s %s p%d %.2f: %s", d.Field, d.Title, d.Page, d.Confidence, d.Because)
		for _, p := range d.Places {
			line += fmt.Sprintf(" | %s p%d", p.Title, p.Page)
		}
		lines = append(lines, line)
	}
	return lines, list
}

func because(field string, sure float64, reason string) archive.Doubt {
	return archive.Doubt{Field: field, Confidence: sure, Because: reason}
}

func itemOf(number, title string, page int, doubts ...archive.Doubt) *archive.Item {
	it := item(number, title, "Agreed.")
	it.Pages, it.Doubts, it.Services = []int{page}, doubts, []archive.Service{archive.Corporate}
	return it
}

// A paper's same doubt about several of its items is one row. Another reason,
// another field and another paper are rows of their own, and so is what is
// left unstated beside what is stated.
func TestOnePapersSameDoubtIsOneRow(t *testing.T) {
	c := open(t)
	council := because("council", .8, "only its building names it")
	roads, parks := itemOf("1", "Roads", 1, council, because("services", .4, "in passing")), itemOf("2", "Parks", 2, council)
	parks.Doubts = append(parks.Doubts, because("services", .4, "no words"))
	bins := itemOf("3", "Bins", 3, because("services", .3, "in passing"))
	trees := itemOf("4", "Trees", 4, because("services", .4, "in passing"))
	trees.Services = nil
	pier := itemOf("5", "Pier", 1, because("services", .5, "in passing"))
	first, second := paper("first.pdf", 4, roads, parks, bins, trees), paper("second.pdf", 1, pier)
	first.Title = "Minutes of March"
	put(t, c, first, second)

	lines, list := rowsByPaper(t, c, archive.DoubtQuery{})
	want := []string{
		"services Minutes of March p0 0.30: in passing | Roads p1 | Bins p3",
		"services Parks p2 0.40: no words",
		"services Trees p4 0.40: in passing",
		"services Pier p1 0.50: in passing",
		"council Minutes of March p0 0.80: only its building names it | Roads p1 | Parks p2",
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got  %q\nwant %q", lines, want)
	}
	fields := []archive.FieldCount{{Field: "services", Count: 5, Records: 5, Rows: 4}, {Field: "council", Count: 2, Records: 2, Rows: 1}}
	if list.Total != 5 || list.Records != 7 || !reflect.DeepEqual(list.Fields, fields) {
		t.Errorf("%d rows in %d places, fields %+v; want 5 in 7 and %+v", list.Total, list.Records, list.Fields, fields)
	}
	if lines, list := rowsByPaper(t, c, archive.DoubtQuery{Limit: 2, Page: 3}); list.Pages != 3 || !reflect.DeepEqual(lines, want[4:]) {
		t.Errorf("the last of %d pages of two: %q, want %q", list.Pages, lines, want[4:])
	}
	if each, err := c.Doubts(t.Context(), archive.DoubtQuery{}); err != nil || each.Total != 7 || len(each.Doubts) != 7 {
		t.Errorf("one by one there are %d of %d, %v; want 7", len(each.Doubts), each.Total, err)
	}
}

// What is said of a paper as a whole is one row, and what is said twice is
// said once. What is said of two pages names both.
func TestWhatIsSaidOfAPaperIsSaidOnce(t *testing.T) {
	c := open(t)
	report := paper("report.pdf", 3, itemOf("1", "Roads", 1))
	report.Title, report.Council = "Report on roads", council
	parts := func(page int, reason string) archive.PaperDoubt {
		return archive.PaperDoubt{Field: archive.DoubtParts, Page: page, Because: reason}
	}
	report.Doubts = []archive.PaperDoubt{
		parts(0, "the front: the body was not found"), parts(0, "the front: the date is not stated"), parts(0, "the front: the body was not found"),
		parts(0, "no headings"), parts(2, "no place"), parts(3, "no place"), parts(3, "no place"),
	}
	put(t, c, report)
	lines, list := rowsByPaper(t, c, archive.DoubtQuery{})
	want := []string{
		"parts Report on roads p0 0.00: no headings; the front: the body was not found; the front: the date is not stated",
		"parts Report on roads p0 0.00: no place | Report on roads p2 | Report on roads p3",
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got  %q\nwant %q", lines, want)
	}
	if list.Total != 2 || list.Records != 3 || list.Fields[0].Count != 5 {
		t.Errorf("%d rows in %d places, fields %+v; want 2 rows, 3 places, 5 doubts", list.Total, list.Records, list.Fields)
	}
}

func TestSaidTogether(t *testing.T) {
	for _, c := range []struct {
		reasons []string
		want    string
	}{
		{[]string{"no headings"}, "no headings"},
		{[]string{"the front: no body", "the front: no date"}, "the front: no body; no date"},
		{[]string{"the front: no body", "the end: no date"}, "the front: no body; the end: no date"},
		{[]string{"no body", "no date: none"}, "no body; no date: none"},
	} {
		if got := saidTogether(c.reasons); got != c.want {
			t.Errorf("%q are said as %q, want %q", c.reasons, got, c.want)
		}
	}
}

// What nobody can open is last, however much its words would be worth, and a
// paper of no known council comes after those of one. Where most of several
// things are about what is stated, a look gains little; where nothing could be
// stated of them, it gains as much as ever.
func TestWhatCanBeSettledComesFirst(t *testing.T) {
	c := open(t)
	updates := itemOf("1", "Updates", 1, because("services", .71, archive.HoldsSeveral))
	roads := itemOf("2", "Roads", 1, because("services", .8, "in passing"))
	unstated := itemOf("3", "Reports", 1, because("services", .71, "it holds too many things"))
	unstated.Services = nil
	minutes, nobodys := paper("minutes.pdf", 1, updates, roads, unstated), paper("nobodys.pdf", 1)
	nobodys.Doubts = []archive.PaperDoubt{{Field: archive.DoubtWords, Page: 1, Because: "signs without letters"}}
	locked, theirs := paper("locked.pdf", 1), paper("theirs.pdf", 1)
	locked.Unread, theirs.Unread, theirs.Council = "a password", "a password", council
	put(t, c, minutes, nobodys, locked, theirs)
	_, list := rowsByPaper(t, c, archive.DoubtQuery{})
	var got []string
	for _, d := range list.Doubts {
		name := d.Name
		if d.ID != "" {
			name = d.Title
		}
		got = append(got, name)
		if d.Unopened != (name == "locked.pdf" || name == "theirs.pdf") {
			t.Errorf("unopened is %v of %s", d.Unopened, name)
		}
	}
	want := []string{"Reports", "Roads", "Updates", "nobodys.pdf", "theirs.pdf", "locked.pdf"}
	if !reflect.DeepEqual(got, want) || list.Unopened != 2 {
		t.Errorf("got %q, %d unopened; want %q and 2", got, list.Unopened, want)
	}
	found, err := c.Check(t.Context())
	if err != nil || len(found.Problems) > 0 {
		t.Errorf("the check says %q, %v", found.Problems, err)
	}
}
