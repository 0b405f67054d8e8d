package ingest

import (
	"reflect"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

func pageOf(number int, running []string, lines ...string) extract.Page {
	p := extract.Page{Number: number, Running: running}
	for _, l := range lines {
		p.Blocks = append(p.Blocks, extract.Block{Text: l})
	}
	return p
}

var (
	agendaPage  = pageOf(1, nil, "THORNLEY DISTRICT COUNCIL", "AGENDA", "A meeting of the Housing Committee will be held on Tuesday 12 March 2024", "1. Apologies", "2. Garage rents")
	minutesPage = pageOf(2, nil, "HOUSING COMMITTEE", "Minutes of the meeting held on Tuesday 9 January 2024", "Present: Councillors Ashdown and Birch", "21. Apologies", "There were none.")
	goesOnPage  = pageOf(3, nil, "22. Repairs", "RESOLVED: That the contract be let.", "The meeting closed at 7.40 pm.")
	reportPage  = pageOf(4, []string{"Report to: Housing Committee Date: 12 March 2024"}, "Report of: Head of Housing", "Subject: Garage rents", "Wards affected: All", "1. Purpose of the report")
	letterPage  = pageOf(5, nil, "From: A Resident", "To: The Council", "Date: 3 May 2023", "Subject: My garage", "It leaks.")
)

// Which papers are bound in a file.
func TestBoundPapers(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages []extract.Page
		want  []bound
	}{
		{"agenda, minutes, report with a letter in its appendix", []extract.Page{agendaPage, minutesPage, goesOnPage, reportPage, letterPage},
			[]bound{{0, 1, agendaFront}, {1, 3, minutesFront}, {3, 5, reportFront}}},
		{"agenda and two reports", []extract.Page{agendaPage, reportPage, letterPage, reportPage},
			[]bound{{0, 1, agendaFront}, {1, 3, reportFront}, {3, 4, reportFront}}},
		{"agenda and minutes alone are read together", []extract.Page{agendaPage, minutesPage, goesOnPage}, nil},
		{"a report alone", []extract.Page{reportPage, letterPage, goesOnPage}, nil},
		{"no front on the first page", []extract.Page{letterPage, reportPage, minutesPage}, nil},
	} {
		if got := boundPapers(extract.Paper{Media: "pdf", Pages: c.pages}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Each paper bound in a file is parsed by itself, what is left of it stands
// where it stood in the file, and a report takes its body and day from what is
// printed above it.
func TestParseBound(t *testing.T) {
	var formats []archive.Format
	var councils []string
	saw := func(doc parse.Document) {
		formats, councils = append(formats, doc.Format), append(councils, doc.Raw.Council)
	}
	r := Rooms{Parsers: map[archive.Format]parse.Func{
		archive.Minutes: func(doc parse.Document) parse.Reading {
			saw(doc)
			return parse.Reading{Council: "Thornley District Council", Committee: "Housing Committee", Rest: parse.Places(doc.Paper)}
		},
		archive.OfficerReport: func(doc parse.Document) parse.Reading {
			saw(doc)
			return parse.Reading{Council: doc.Raw.Council, Records: []archive.Record{&archive.Report{}}, Rest: []parse.Place{{Page: 1, Block: 0}}}
		},
	}}
	doc := parse.Document{Format: archive.Minutes, Paper: extract.Paper{Media: "pdf", Pages: []extract.Page{agendaPage, reportPage, letterPage}}}
	out, ok := r.parseBound(doc)
	if !ok || len(out.Records) != 1 || out.Council != "Thornley District Council" || out.Committee != "Housing Committee" {
		t.Fatalf("%v %+v", ok, out)
	}
	if report := out.Records[0].(*archive.Report); report.Committee != "Housing Committee" || report.MeetingDate != "2024-03-12" {
		t.Errorf("the report is of %q, %q", report.Committee, report.MeetingDate)
	}
	if last := out.Rest[len(out.Rest)-1]; last != (parse.Place{Page: 2, Block: 0}) {
		t.Errorf("what is left stands at %v", last)
	}
	if want := []archive.Format{archive.Minutes, archive.OfficerReport, archive.OfficerReport}; !reflect.DeepEqual(formats, want) {
		t.Errorf("parsed as %v, want %v", formats, want)
	}
	if want := []string{"", "", "Thornley District Council"}; !reflect.DeepEqual(councils, want) {
		t.Errorf("with the councils %q, want %q", councils, want)
	}
}
