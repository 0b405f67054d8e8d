package catalogue

import (
	"cmp"
	"path/filepath"
	"reflect"
	"testing"

	"moothall/archive"
)

func doubt(field string, sure float64) archive.Doubt {
	return archive.Doubt{Field: field, Confidence: sure, Because: "a test doubts it"}
}

func TestDoubtsComeByWorth(t *testing.T) {
	c := open(t)
	budget := item("1", "Budget", "Agreed.")
	budget.Services = []archive.Service{archive.Corporate}
	budget.Doubts = []archive.Doubt{doubt("services", .6), doubt("outcome", .4)}
	budget.Pages = []int{3}
	apologies := item("2", "Apologies", "None.")
	apologies.Procedural, apologies.Doubts = true, []archive.Doubt{doubt("outcome", .1)}
	secret := item("3", "Land", "Agreed in private.")
	secret.Visibility, secret.Doubts = archive.Exempt, []archive.Doubt{doubt("outcome", 0)}
	scan, dead := paper("scan.pdf", 2, budget, apologies, secret), paper("dead.pdf", 1)
	scan.Texts = append(scan.Texts, archive.PageText{Number: 2, Unread: "a scan"})
	scan.Doubts = []archive.PaperDoubt{{Field: archive.DoubtParts, Because: "an attachment is missing"}}
	scan.Council, dead.Unread = council, "damaged"
	put(t, c, scan, dead)

	type line struct {
		field  string
		stated bool
		title  string
		page   int
		about  archive.ID
	}
	lines := func(q archive.DoubtQuery) (all []line) {
		t.Helper()
		list, err := c.Doubts(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range list.Doubts {
			all = append(all, line{d.Field, d.Stated, cmp.Or(d.Title, d.Name), d.Page, d.ID})
		}
		return all
	}
	want := []line{
		{"words", false, "scan.pdf", 2, ""},
		{"parts", false, "scan.pdf", 0, ""},
		{"outcome", false, "Budget", 3, budget.ID},
		{"services", true, "Budget", 3, budget.ID},
		{"outcome", false, "Apologies", 0, apologies.ID},
		{"words", false, "dead.pdf", 0, ""}, // nobody can open it: last, whatever its words were worth
	}
	if got := lines(archive.DoubtQuery{}); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := lines(archive.DoubtQuery{Councils: []string{"thornley"}, Limit: 2, Page: 2}); !reflect.DeepEqual(got, want[2:4]) {
		t.Errorf("the second page of one council's: %+v, want %+v", got, want[2:4])
	}
	list, err := c.Doubts(t.Context(), archive.DoubtQuery{Fields: []string{"services"}})
	counts := []archive.FieldCount{
		{Field: "outcome", Count: 2, Records: 2, Rows: 1}, {Field: "words", Count: 2, Records: 2, Rows: 2},
		{Field: "parts", Count: 1, Records: 1, Rows: 1}, {Field: "services", Count: 1, Records: 1, Rows: 1},
	}
	if err != nil || list.Total != 1 || list.Pages != 1 || !reflect.DeepEqual(list.Fields, counts) {
		t.Errorf("of services alone: %+v, %v; want 1 and the counts %v", list, err, counts)
	}

	// Read anew: what is settled now is off the list, and what is gone too.
	budget.Doubts = nil
	again := paper("scan.pdf", 2, budget)
	again.Council = council
	put(t, c, again)
	if got := lines(archive.DoubtQuery{}); !reflect.DeepEqual(got, want[5:]) {
		t.Errorf("after another reading: %+v, want %+v", got, want[5:])
	}
}

// An archive from before doubts were listed lists them when it is opened.
func TestDoubtsOfOlderArchivesAreListed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	budget := item("1", "Budget", "Agreed.")
	budget.Doubts = []archive.Doubt{doubt("outcome", .4)}
	part, dead := paper("part.pdf", 2, budget), paper("dead.pdf", 1)
	part.Texts = append(part.Texts, archive.PageText{Number: 2, Unread: "a scan"})
	dead.Unread = "damaged"
	put(t, c, part, dead)
	want, err := c.Doubts(t.Context(), archive.DoubtQuery{})
	if err != nil || want.Total != 3 {
		t.Fatalf("%+v, %v; want three doubts", want, err)
	}
	c.Close()
	if c, err = Open(older(t, path, beforeDoubts)); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got, err := c.Doubts(t.Context(), archive.DoubtQuery{}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
	}
}
