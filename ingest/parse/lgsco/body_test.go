package lgsco

import (
	"testing"

	"moothall/archive"
)

func TestCouncilOf(t *testing.T) {
	for _, row := range []struct{ body, want string }{
		{"Ambershire County Council", "Ambershire County Council"},
		{"London Borough of Eastmere", "London Borough of Eastmere"},
		{"Royal Borough of Northmere & Southmere", "Royal Borough of Northmere & Southmere"},
		{"City of Westermouth Council", "City of Westermouth Council"},
		{"City of Thornley", "City of Thornley"},
		{"Amber Hills National Park Authority", "Amber Hills National Park Authority"},
		{"West Ambershire Combined Authority", "West Ambershire Combined Authority"},
		{"The Orchard Care Homes Limited", ""},
		{"Ambershire Homecare Ltd", ""},
		{"Ambershire Partnership NHS Foundation Trust", ""},
		{"NHS Ambershire ICB", ""},
		{"Westermouth University Health Board", ""},
		{"Transport for Ambershire", ""},
		{"St Olave's Church of England Primary School", ""},
		{"Thornley Academy Independent Appeals Panel", ""},
		{"Meadow Housing Association", ""},
		{"The Willows", ""},
		{"Ambershire County Council and Ambershire Integrated Care Board", "Ambershire County Council"},
		{"NHS Ambershire ICB and Ambershire County Council", ""},
		{"", ""},
	} {
		if got := councilOf(row.body); got != row.want {
			t.Errorf("councilOf(%q) = %q, want %q", row.body, got, row.want)
		}
	}
}

func TestBodyThatIsNoCouncil(t *testing.T) {
	paper := "Orchard View Homecare Limited (23 004 511)\n\nCategory: Adult care services > Domiciliary care\n\nDecision: Upheld\n\nDecision date: 04 Mar 2024\n\n" +
		"The Ombudsman's final decision\n\nSummary: The care provider was at fault.\n\nThe complaint\n\n1. Mrs X complains about her care.\n"
	d := document(t, "care.txt", []byte(paper))
	d.Raw.Council = "Ambershire County Council"
	f := one(t, "care", Parse(d))
	if f.Council != "" || f.Body != "Orchard View Homecare Limited" || f.Title != "Orchard View Homecare Limited (23 004 511)" {
		t.Errorf("council %q, body %q, title %q", f.Council, f.Body, f.Title)
	}
	if f.ID != archive.FindingID("lgsco", "23 004 511") {
		t.Errorf("ID %q", f.ID)
	}
}
