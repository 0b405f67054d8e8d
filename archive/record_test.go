package archive

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

func TestRecordsSurviveTheirPublishedForm(t *testing.T) {
	forVotes, pounds, yes := 10, 300.0, true
	head := Head{
		ID: "x/2021-07-22/council/1", Council: "X Council", Title: "T", Text: "One.\n\nTwo.",
		PageMarks: []PageMark{{0, 3}, {6, 4}}, Services: []Service{Housing}, CaseRefs: []string{"21 003 456"},
		MeetingRefs: []MeetingRef{{Body: "Cabinet", Date: "2021-05-04", Quote: "q"}}, Visibility: Public,
		Pages: []int{3, 4}, Source: Source{SHA256: "ab", Retrieved: time.Date(2021, 8, 1, 0, 0, 0, 0, time.UTC)},
	}
	with := func(k Kind) Head { h := head; h.Kind = k; return h }
	remedy := Remedy{Text: "Pays £300", Kinds: []RemedyKind{Payment}, AmountGBP: &pounds, Status: Implemented, Evidence: &Evidence{"Paid.", 2}}
	for _, r := range []Record{
		&Item{Head: with(KindItem), Outcome: Noted, Votes: &Votes{For: &forVotes}, Exchanges: []Exchange{{Issue: "i", Response: "r"}}},
		&Report{Head: with(KindReport), Sections: []Section{{Heading: "Summary", Text: "s"}}, Remedies: []Remedy{remedy}},
		&Finding{Head: with(KindFinding), Reference: "21 003 456", Fault: &yes, Sections: []Section{{Heading: "The complaint", Paragraphs: []Paragraph{{1, "p"}}}}},
		&Page{Head: with(KindPage), Page: 7},
	} {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeRecord(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, r) {
			t.Errorf("%s:\n got %+v\nwant %+v", r.About().Kind, got, r)
		}
	}
}

func TestDecodeRecordRefusesAnUnknownKind(t *testing.T) {
	if _, err := DecodeRecord([]byte(`{"kind":"novel"}`)); err == nil {
		t.Error("a novel was taken for a record")
	}
}

func TestPageAt(t *testing.T) {
	h := Head{PageMarks: []PageMark{{0, 3}, {10, 4}}}
	for _, c := range []struct{ offset, want int }{{0, 3}, {9, 3}, {10, 4}, {99, 4}} {
		if got := h.PageAt(c.offset); got != c.want {
			t.Errorf("PageAt(%d) = %d, want %d", c.offset, got, c.want)
		}
	}
	if got := new(Head).PageAt(5); got != 0 {
		t.Errorf("without marks: page %d, want 0", got)
	}
}

func TestDate(t *testing.T) {
	if d := NewDate(2021, 2, 29); d != "" {
		t.Errorf("29 February 2021 became %q", d)
	}
	d := NewDate(2021, 7, 22)
	if d != "2021-07-22" || !d.Valid() || d.Year() != "2021" || d.Long() != "22 July 2021" {
		t.Errorf("22 July 2021: %q, %v, %q, %q", d, d.Valid(), d.Year(), d.Long())
	}
	for _, bad := range []Date{"", "2021-13-01", "22/07/2021", "0001-01-01"} {
		if bad.Valid() {
			t.Errorf("%q is taken for a day", bad)
		}
	}
}
