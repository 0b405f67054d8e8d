package server

import (
	"strings"
	"testing"

	"moothall/archive"
)

func TestConsideredIsInTimeWithWhatIsNotHeld(t *testing.T) {
	w := newWorld()
	scrutiny := &archive.Item{
		Head:      archive.Head{Kind: archive.KindItem, ID: "ambershire/2022-10-03/scrutiny/7", Council: "Ambershire County Council", Title: "Respite care", CaseRefs: []string{"21 003 456"}, Text: "Case 21 003 456."},
		Committee: "Scrutiny", MeetingDate: "2022-10-03", ItemNumber: "7", Outcome: archive.Referred, Decision: "That Cabinet be asked to answer.",
	}
	w.records = append(w.records, scrutiny)
	doc := look(t, w.handler(t), "/items/ambershire/2022-11-08/cabinet/41", 200)
	want := []string{
		"30 June 2022 Local Government and Social Care Ombudsman",
		"3 October 2022 Scrutiny Agenda item 7 Meeting outcome: Referred Respite care That Cabinet be asked to answer.",
		"8 November 2022 Cabinet Agenda item 41 – this page",
		"8 November 2022 Cabinet Officers’ report Respite care: what has been done",
		"1 December 2022 Council named here, not held",
	}
	if n := doc.Find(".steps > li").Length(); n != len(want) {
		t.Fatalf("%d steps, want %d: %s", n, len(want), text(doc, ".steps"))
	}
	for i, s := range want {
		if got := text(doc, ".steps > li:nth-child("+string(rune('1'+i))+")"); !strings.HasPrefix(got, s) {
			t.Errorf("step %d is %q, want %q", i+1, got, s)
		}
	}
	if doc.Find(`.steps a[href="/items/ambershire/2022-10-03/scrutiny/7"]`).Length() != 1 || doc.Find("#mentions").Length() != 1 {
		t.Error("a step does not lead to its record, or a meeting not held to the words that name it")
	}
	if doc := look(t, w.handler(t), "/items/thornley/2021-01-03/committee-0/1", 200); doc.Find("#considered").Length() != 0 {
		t.Error("a record that stands alone has steps")
	}
}

func TestOpeningIsOfTheOutcomeShown(t *testing.T) {
	it := &archive.Item{Outcome: archive.Referred, Decision: "All of it.", Resolutions: []archive.Resolution{
		{Text: "The Cabinet noted the findings.", Outcome: archive.Noted}, {Text: "The report was referred to Council.", Outcome: archive.Referred},
	}}
	it.Exchanges = []archive.Exchange{{Issue: "Training"}, {Issue: "Cost"}}
	st := newStep(it, false)
	if st.Decision != "The report was referred to Council." || st.Raised == nil || st.Raised.Text != "2 points raised by members" {
		t.Errorf("the step says %q, %+v", st.Decision, st.Raised)
	}
}

func TestSaysOnly(t *testing.T) {
	const summary = "There was no fault."
	for _, tt := range []struct {
		name string
		x    archive.Section
		want bool
	}{
		{"as text", archive.Section{Text: "Summary: There was no fault."}, true},
		{"as a paragraph", archive.Section{Paragraphs: []archive.Paragraph{{Text: "Summary: There was no fault."}}}, true},
		{"and more", archive.Section{Text: "There was no fault. I have ended the case."}, false},
	} {
		if got := saysOnly(tt.x, summary); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSameMatter(t *testing.T) {
	item := func(change func(*archive.Item)) *archive.Item {
		it := &archive.Item{Head: archive.Head{Kind: archive.KindItem, Council: "Ambershire County Council", Title: "Charging for care at home"}, Committee: "Cabinet", MeetingDate: "2022-11-08"}
		change(it)
		return it
	}
	own := item(func(it *archive.Item) {
		it.IssueID, it.CaseRefs = "25001", []string{"21 003 456"}
		it.MeetingRefs = []archive.MeetingRef{{Body: "Scrutiny", Date: "2022-10-03"}}
	})
	for _, tt := range []struct {
		name  string
		other archive.Record
		want  bool
	}{
		{"the same case", item(func(it *archive.Item) {
			it.Title, it.MeetingDate, it.CaseRefs = "Something else", "2023-01-01", []string{"21 003 456"}
		}), true},
		{"the publisher's same issue", item(func(it *archive.Item) { it.Title, it.MeetingDate, it.IssueID = "Something else", "2023-01-01", "25001" }), true},
		{"a meeting that is named, the same title", item(func(it *archive.Item) { it.Committee, it.MeetingDate = "Scrutiny", "2022-10-03" }), true},
		{"a meeting that is named, another title", item(func(it *archive.Item) {
			it.Committee, it.MeetingDate, it.Title = "Scrutiny", "2022-10-03", "Bus routes in the north"
		}), false},
		{"the same title alone", item(func(it *archive.Item) { it.MeetingDate = "2023-01-01" }), false},
		{"another council's same issue", item(func(it *archive.Item) {
			it.Council, it.MeetingDate, it.IssueID = "Thornley District Council", "2023-01-01", "25001"
		}), false},
	} {
		if got := (matter{own: own}).same(tt.other); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestFindingAboutAnotherBodyNamesIt(t *testing.T) {
	w := newWorld()
	w.records = append(w.records, &archive.Finding{
		Head: archive.Head{Kind: archive.KindFinding, ID: "lgsco/25-908-933", Title: "Larkmead Homecare Limited (25 908 933)", Text: "Mr I complained."},
		Body: "Larkmead Homecare Limited", Ombudsman: "lgsco", Reference: "25 908 933",
	})
	if got := text(look(t, w.handler(t), "/findings/lgsco/25-908-933", 200), ".facts"); !strings.Contains(got, "Complaint about Larkmead Homecare Limited") {
		t.Errorf("facts: %q", got)
	}
}

func TestDaysBefore(t *testing.T) {
	for _, tt := range []struct {
		report, meeting archive.Date
		want            string
	}{
		{"2019-03-27", "2019-07-18", " (113 days before the meeting)"},
		{"2021-07-01", "2021-07-02", " (1 day before the meeting)"},
		{"2021-07-02", "2021-07-01", ""},
		{"2021-07-02", "", ""},
	} {
		if got := daysBefore(tt.report, tt.meeting); got != tt.want {
			t.Errorf("%s to %s: %q, want %q", tt.report, tt.meeting, got, tt.want)
		}
	}
}

func TestListEntriesHang(t *testing.T) {
	for words, want := range map[string]bool{"• there was nowhere to cook;": true, "· Training – five officers": true, "Training – five officers": false} {
		if got := drawn("p", words, nil)[0].Bullet; got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
