package moderngov

import "testing"

func TestWholeCouncil(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"Ambershire County Council", "Ambershire County Council"}, {"Welcome to Westermouth Council", "Westermouth Council"}, {"The Thornley District Council", "Thornley District Council"},
		{"Westermouth Council website", "Westermouth Council"}, {"London Borough of Eastmarsh", "London Borough of Eastmarsh"}, {"Royal Borough of Upham & Westmere", "Royal Borough of Upham & Westmere"},
		{"Upper and Lower Slade Parish Council", "Upper and Lower Slade Parish Council"}, {"Cyngor Sir Dyffryn", "Cyngor Sir Dyffryn"}, {"City of Amber", "City of Amber"},
		{"St. Aldwyn's Borough Council", "St. Aldwyn's Borough Council"},
		{"Full Council", ""}, {"Extraordinary Council", ""}, {"Council", ""}, {"Your Council", ""}, {"Contact Ambershire County Council now", ""}, {"Minutes of the Council meeting", ""}, {"Youth Council", ""}, {"Cabinet", ""}, {"", ""},
	} {
		if got := wholeCouncil(row.in); got != row.want {
			t.Errorf("wholeCouncil(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestHeading(t *testing.T) {
	for _, row := range []struct{ in, body, date, clock string }{
		{"Cabinet - Tuesday, 9th October 2012 10.00 a.m.", "Cabinet", "2012-10-09", "10:00"},
		{"Cabinet - Tuesday, 22 January 2019 2.00 pm", "Cabinet", "2019-01-22", "14:00"},
		{"CABINET - Thursday, 17th March, 2011 7.00 pm", "CABINET", "2011-03-17", "19:00"},
		{"Overview & Scrutiny Committee - Tuesday 28th January 2020 7.30 pm", "Overview & Scrutiny Committee", "2020-01-28", "19:30"},
		{"Licensing Sub-Committee - North - Wednesday, 21st October, 2020 9.30 am", "Licensing Sub-Committee - North", "2020-10-21", "09:30"},
		{"Thursday, 28th April, 2016 7.00 pm, CANCELLED", "", "2016-04-28", "19:00"},
		{"Agenda and minutes", "", "", ""},
	} {
		body, date, clock := heading(row.in)
		if body != row.body || string(date) != row.date || clock != row.clock {
			t.Errorf("heading(%q) = %q, %q, %q", row.in, body, date, clock)
		}
	}
}

func TestNumbered(t *testing.T) {
	for _, row := range []struct{ in, number, rest string }{
		{"183 Findings", "183", "Findings"}, {"1916. Apologies", "1916", "Apologies"}, {"77/21 Budget", "77/21", "Budget"}, {"C221/Dec/22 Letter", "C221/Dec/22", "Letter"},
		{"6A. Motion", "6A", "Motion"}, {"CA3 Plan", "CA3", "Plan"}, {"4: Admission", "4", "Admission"}, {"3.a Part", "3.a", "Part"}, {"2023/145 Grants", "2023/145", "Grants"}, {"183.", "183", ""},
	} {
		p := &page{}
		p.lines = append(p.lines, line(row.in))
		number, rest, ok := p.numbered(0)
		if !ok || number != row.number || rest != row.rest {
			t.Errorf("numbered(%q) = %q, %q, %v", row.in, number, rest, ok)
		}
	}
	for _, in := range []string{"Apologies", "A 20 mph zone", "", "£5 fee", "(a) note"} {
		p := &page{}
		p.lines = append(p.lines, line(in))
		if number, _, ok := p.numbered(0); ok {
			t.Errorf("numbered(%q) = %q", in, number)
		}
	}
}
