package server

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"moothall/archive"
)

// An export has each record's remedies, in every column the same number and
// order, and nothing of them that is not to be seen by everybody.
func TestExportHasRemedies(t *testing.T) {
	w := newWorld()
	w.records = append(w.records, &archive.Finding{
		Head: archive.Head{Kind: archive.KindFinding, ID: "lgsco/22-000-001", Title: "Thornley District Council (22 000 001)", Text: "ferret"},
		Remedies: []archive.Remedy{
			{Text: "Write to jo.marsh@thornley.example | and apologise.", Kinds: []archive.RemedyKind{archive.Apology}, Due: "within four weeks"},
			{Text: "Pay £300.", Kinds: []archive.RemedyKind{archive.Payment}, AmountGBP: pointer(300.0), Status: archive.Implemented},
		},
	})
	h := w.handler(t)
	rows, err := csv.NewReader(get(t, h, "/search.csv?q=ferret").Body).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatal(rows, err)
	}
	got := map[string]string{}
	for i, column := range rows[0] {
		got[column] = rows[1][i]
	}
	for column, want := range map[string]string{
		"remedies":           "Write to " + archive.Withheld + " / and apologise. | Pay £300.",
		"remedy_kinds":       "apology | payment",
		"remedy_amounts_gbp": " | 300",
		"remedy_due":         "within four weeks | ",
		"remedy_statuses":    "not_stated | implemented",
		"payment_total_gbp":  "",
	} {
		if got[column] != want {
			t.Errorf("%s is %q, not %q", column, got[column], want)
		}
	}

	var line ExportAnswer
	if err := json.Unmarshal(get(t, h, "/search.ndjson?q=ferret").Body.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if len(line.Remedies) != 2 || line.ID == "" || strings.Contains(line.Remedies[0].Text, "jo.marsh") {
		t.Errorf("a line of NDJSON is %+v", line)
	}

	rows, err = csv.NewReader(get(t, h, "/search.csv?q=complained").Body).ReadAll()
	if err != nil || len(rows) != 2 || rows[1][len(rows[1])-2] != "1250.5" {
		t.Errorf("the sum of all payments: %q, %v", rows, err)
	}
	if rows, err = csv.NewReader(get(t, h, "/search.csv?q=budget&limit=1").Body).ReadAll(); err != nil || len(rows) != 2 || strings.Join(rows[1][len(rows[1])-9:], "") != "" {
		t.Errorf("an item without remedies: %q, %v", rows, err)
	}
}
