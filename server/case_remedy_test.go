package server

import (
	"encoding/csv"
	"strings"
	"testing"

	"moothall/archive"
)

// Of a paper on several cases it is said of each remedy which one it is of.
func TestRemediesNameTheirCase(t *testing.T) {
	w := newWorld()
	tell := func(n string, cases []string, remedies ...archive.Remedy) archive.Record {
		return &archive.Item{
			Head: archive.Head{
				Kind: archive.KindItem, ID: archive.ID("westermouth/2023-03-01/cabinet/" + n), Council: "Westermouth Council", Title: "Learning from complaints", Text: "x",
				Source: archive.Source{SHA256: minutesDigest}, CaseRefs: cases,
			},
			Committee: "Cabinet", MeetingDate: "2023-03-01", Remedies: remedies,
		}
	}
	w.records = []archive.Record{
		tell("1", []string{"22 001 002", "22 001 003"},
			archive.Remedy{Text: "Clear the gully.", CaseRef: "22 001 003", Status: archive.Partly}, archive.Remedy{Text: "Train the officers.", Status: archive.Partly}),
		tell("2", []string{"22 001 004"}, archive.Remedy{Text: "Mend the gate.", CaseRef: "22 001 004", Status: archive.Partly}),
	}
	h := w.handler(t)
	for _, tt := range []struct {
		path string
		says []string
		not  string
	}{
		{"/items/westermouth/2023-03-01/cabinet/1", []string{"Clear the gully. case 22 001 003", "Train the officers. Status"}, "case 22 001 002"},
		{"/items/westermouth/2023-03-01/cabinet/2", []string{"Mend the gate. Status"}, "case 22 001 004"},
		{"/remedies?q=gully", []string{"22 001 003"}, "22 001 002"},
		{"/remedies?q=officers", []string{"22 001 002", "22 001 003"}, ""},
		{"/remedies?q=gate", []string{"22 001 004"}, ""},
	} {
		said := text(look(t, h, tt.path, 200), "table tbody")
		for _, want := range tt.says {
			if !strings.Contains(spaced(said), spaced(want)) {
				t.Errorf("%s: %q is not in %q", tt.path, want, said)
			}
		}
		if tt.not != "" && strings.Contains(spaced(said), spaced(tt.not)) {
			t.Errorf("%s: %q is in %q", tt.path, tt.not, said)
		}
	}
	want := map[string]string{"Clear the gully.": "22 001 003", "Train the officers.": "", "Mend the gate.": ""}
	for _, a := range decode[RemedyListAnswer](t, get(t, h, "/remedies.json")).Remedies {
		if a.CaseRef != want[a.Text] {
			t.Errorf("as JSON the case of %q is %q, want %q", a.Text, a.CaseRef, want[a.Text])
		}
	}
	rows, err := csv.NewReader(get(t, h, "/remedies.csv").Body).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows[1:] {
		if got := row[len(row)-1]; got != want[row[2]] {
			t.Errorf("as CSV the case of %q is %q, want %q", row[2], got, want[row[2]])
		}
	}
	if rows, err = csv.NewReader(get(t, h, "/search.csv?q=learning").Body).ReadAll(); err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cells := map[string]bool{}
	for _, row := range rows[1:] {
		cells[row[len(row)-1]] = true
	}
	if !cells["22 001 003 | "] || !cells[""] {
		t.Errorf("an export of records has the cases %v", cells)
	}
}
