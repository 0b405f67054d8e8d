package classify

import (
	"reflect"
	"testing"

	"moothall/archive"
)

func TestCaseRefs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"canonical", "The Ombudsman’s decision (21 003 456) was published.", []string{"21 003 456"}},
		{"dashes", "Ombudsman ref. 21-003-456", []string{"21 003 456"}},
		{"strokes", "LGSCO ref: 21/003/456", []string{"21 003 456"}},
		{"stops", "the LGO's decision 21.003.456", []string{"21 003 456"}},
		{"run together near the word", "complaint case no 19019179", []string{"19 019 179"}},
		{"with whose it is before it", "LGSCO-21-003-456 was upheld.", []string{"21 003 456"}},
		{"half together", "LGO reference 21 003456 and 21003 457", []string{"21 003 456", "21 003 457"}},
		{"joint, with a letter", "Ombudsman investigation 17 002 402b", []string{"17 002 402b"}},
		{"no-break spaces", "Ombudsman case 21\u00a0003\u00a0456", []string{"21 003 456"}},
		{"each once", "Ombudsman 21 003 456; Ombudsman 21-003-456", []string{"21 003 456"}},
		{"a date is none", "The Ombudsman wrote on 20210722.", nil},
		{"a telephone number is none", "complaints, Tel: 01772 533 950, Ombudsman link officer", nil},
		{"money is none", "The Ombudsman's budget was £21 003 456.", nil},
		{"figures without the word are none", "The population rose from 21 003 456 to more.", nil},
		{"the Housing Ombudsman's nine digits", "Housing Ombudsman case 202012345", []string{"202012345"}},
		{"the Scottish Ombudsman's", "SPSO case 201901234 was upheld.", []string{"201901234"}},
		{"the Welsh Ombudsman's, two", "The Public Services Ombudsman for Wales (202001234/202001235)", []string{"202001234", "202001235"}},
		{"until 2008", "Ombudsman complaints 06/A/12345 and 07B01234", []string{"06/A/12345", "07/B/01234"}},
		{"a list under a title", "Complaints upheld by the Ombudsman\n\nFour were told of here and there is no other word beside them in this long paragraph:\n\n20/009/112 – a summons;\n\n20 010 306 – a delay;\n\n21-000-417 – a ticket", []string{"20 009 112", "20 010 306", "21 000 417"}},
		{"a planning reference is none", "Ombudsman complaint about application 21/00345/FUL", nil},
		{"a contract is none", "complaints about contract 21 003 456", nil},
		{"nine digits of nobody", "Contract 202012345 was let.", nil},
	} {
		if got := caseRefs(c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMeetingRefs(t *testing.T) {
	for _, c := range []struct {
		name, body, text string
		want             []string // body@date
	}{
		{"three bodies, each with its day", "Council", "The Cabinet considered the report at a meeting on 4 May 2021, the Children and Young People Overview and Scrutiny Committee considered it at a meeting on 9 June 2021 and the Business Support Overview and Scrutiny Committee considered it at a meeting held on 1 July 2021.",
			[]string{"Cabinet@2021-05-04", "Children and Young People Overview and Scrutiny Committee@2021-06-09", "Business Support Overview and Scrutiny Committee@2021-07-01"}},
		{"considered, without the word meeting", "Council", "The report had also been considered by the Children and Young People Overview and Scrutiny Committee on 9 June 2021 and the Business Support Overview and Scrutiny Committee on 1 July 2021.",
			[]string{"Children and Young People Overview and Scrutiny Committee@2021-06-09", "Business Support Overview and Scrutiny Committee@2021-07-01"}},
		{"had considered on", "Council", "As required, the Cabinet had considered the Ombudsman findings on 4 May 2021 (attached at Appendix A).", []string{"Cabinet@2021-05-04"}},
		{"no body", "Cabinet", "RESOLVED that the minutes of the meeting on 26 September 2024 were an accurate record.", []string{"@2024-09-26"}},
		{"two days of one body", "Council", "The notes of the Harbour Users Panel meetings held on 8 May 2024 and 3 July 2024 be received.",
			[]string{"Harbour Users Panel@2024-05-08", "Harbour Users Panel@2024-07-03"}},
		{"first without its year", "Council", "The notes of the Panel meetings held on 8 May and 3 July 2024 be received.", []string{"Panel@2024-05-08", "Panel@2024-07-03"}},
		{"the Committee is the one that meets", "Audit Committee", "The Committee, at its meeting on 4 May 2021, asked for more.", []string{"Audit Committee@2021-05-04"}},
		{"body held on", "Audit Committee", "The advice of the Harbour Users Panel held on 22 September 2020 was reported.", []string{"Harbour Users Panel@2020-09-22"}},
		{"previous report to", "Council", "Progress since the preparation of the previous report to Cabinet on 6 December 2020 was good.", []string{"Cabinet@2020-12-06"}},
		{"a year not printed", "Cabinet", "The budget goes to Full Council on 13th September.", []string{"Full Council@2021-09-13"}},
		{"a comma inside a name", "Cabinet", "It was considered by the Roads, Parks and Harbours Cabinet Committee on 16 January 2021.",
			[]string{"Roads, Parks and Harbours Cabinet Committee@2021-01-16"}},
		{"a pathway without a day", "Cabinet", "Past Pathway of report: Health Cabinet Committee", []string{"Health Cabinet Committee@"}},
		{"a notice served", "Council", "The Council noted that a notice had been served on 4 August 2020.", nil},
		{"a notice served, told plainly", "Planning Committee", "Council heard the notice had been served on 4 August 2020.", nil},
		{"what it is for", "Health and Wellbeing Board", "The Board approved the assessment for publication on 1 October 2020.", nil},
		{"who referred it", "Health and Wellbeing Board", "The Housing and Communities Committee referred the action plan to the Board on 14 July 2020.", []string{"Housing and Communities Committee@2020-07-14"}},
		{"to whom it is to be referred", "Cabinet", "The Cabinet agreed to refer the plan to the Audit Committee on 14 September 2021.", []string{"Audit Committee@2021-09-14"}},
		{"an officer is no body", "Scrutiny Committee", "The SEND Improvement Board, which is chaired by the Chief Executive, considered it at its meeting on 20 March 2021.", []string{"SEND Improvement Board@2021-03-20"}},
		{"a leader is no body", "Scrutiny Committee", "The Leader of the Council approved the grant on 20 March 2021.", nil},
		{"a tax is no body", "Cabinet", "The Council Tax was agreed on 20 March 2021.", nil},
		{"in the heading's capitals", "Audit Committee", "AUDIT COMMITTEE\n\nThis Committee considered it on 8 June 2020.", []string{"Audit Committee@2020-06-08"}},
		{"its own meeting", "Council", "The Council at its meeting on 22 July 2021 agreed.", nil},
		{"a publication", "Council", "Cabinet considered the report published on 5 February 2021.", nil},
		{"a deadline", "Council", "The consultation closes on 12 February 2021.", nil},
		{"a day of something else", "Council", "He was appointed an Alderman on 3 March 2016 by the county.", nil},
		{"minutes of a day", "Council", "The minutes of 6 September 2020 were signed.", []string{"@2020-09-06"}},
		{"minutes too long since", "Council", "It had lasted 90 minutes on 6 September 2020.", nil},
		{"body and minute", "Council", "RECOMMENDATION FROM CABINET (Minute 19, 4 July 2021): BUSINESS PLAN", []string{"CABINET@2021-07-04"}},
		{"chair of whose meeting", "Cabinet", "RECOMMENDATIONS OF THE PLACE SCRUTINY PANEL\n\nCouncillor Nye, as Chair of the Panel, presented the advice given at its meeting on 16 February 2021.", []string{"PLACE SCRUTINY PANEL@2021-02-16"}},
		{"put off to a day", "Cabinet", "A decision on charging for two carers was put off to 8 September 2021.", []string{"@2021-09-08"}},
		{"a rise put off", "Cabinet", "The rise in fees was deferred to 8 September 2021.", nil},
		{"a further report", "Cabinet", "To ask for a further report on 6 December.", []string{"@2021-12-06"}},
		{"a report of something", "Cabinet", "There was a report on 6 December of a break-in.", nil},
		{"a motion passed", "Council", "A letter of 12 January 2021 in response to the motion passed on 7 December 2020.", []string{"@2020-12-07"}},
		{"two figures each", "Scrutiny Committee", "The minutes of the previous meeting of this committee held on 12-10-20.", []string{"@2020-10-12"}},
		{"no date in a reference", "Scrutiny Committee", "The meeting noted reference 12-10-20-7.", nil},
		{"the day first, then the body", "Cabinet", "On 17 May 2021, the Scrutiny Committee considered the draft.", []string{"Scrutiny Committee@2021-05-17"}},
		{"the day first, a paper was taken", "Cabinet", "After talks with partners, on 17 May 2021, a paper went to County Council asking for more.", []string{"County Council@2021-05-17"}},
		{"the day first, an employer", "Cabinet", "On 17 May 2021 the Council wrote to the family.", nil},
		{"the day before the word", "Cabinet", "At the 20 February 2021 meeting, members asked for more.", []string{"@2021-02-20"}},
		{"the day before the body", "Cabinet", "This was put back from the 6th July Planning Committee.", []string{"Planning Committee@2021-07-06"}},
		{"a balance on a day", "Cabinet", "At 30 June 2021 the Council held £40m of loans.", nil},
		{"in brackets", "Audit Committee", "Cabinet (5 March 2021) had asked for a paper.", []string{"Cabinet@2021-03-05"}},
		{"in a table", "Audit Committee", "Timetable | Cabinet | 11 August 2021", []string{"Cabinet@2021-08-11"}},
		{"in a table, the day first", "Audit Committee", "11 August 2021 | Cabinet", []string{"Cabinet@2021-08-11"}},
		{"days of one month", "Audit Committee", "Minutes of sub-committee hearings held on 4, 11 and 25 May 2021", []string{"@2021-05-04", "@2021-05-11", "@2021-05-25"}},
		{"two days of one meeting", "Audit Committee", "The meeting held on 3rd and 4th May 2021 was inquorate.", []string{"@2021-05-03", "@2021-05-04"}},
		{"a year at the end of a list", "Audit Committee", "Members heard this. Dates for proposed meetings are 11 January, 7 March and 2 May 2022.", []string{"@2022-01-11", "@2022-03-07", "@2022-05-02"}},
		{"last year", "Council", "At the Full Council meeting on 9 June last year our group asked for signs.", []string{"Full Council@2020-06-09"}},
		{"a decision of a body", "Council", "Following the Cabinet decision to widen the bridge on 5 March 2021, work goes on.", []string{"Cabinet@2021-03-05"}},
		{"a decision of the council as landlord", "Cabinet", "The Council's decision of 5 March 2021 to refuse her application was sent.", nil},
		{"approval", "Cabinet", "The papers will be ready for County Council approval on 13 August 2021.", []string{"County Council@2021-08-13"}},
		{"the years of a scheme", "Cabinet", "The Standards Committee agreed the scheme for 2021-25 on 4 May 2021.", []string{"Standards Committee@2021-05-04"}},
		{"what was heard at a meeting", "Council", "It was agreed at the last Events Group meeting that a supper would take place on Friday, 6 August.", nil},
		{"what the meeting is asked to close", "Council", "The Council considered the closing of roads for the rally on 29 August 2021.", nil},
		{"a training session", "Council", "A training session for members took place on 3 June 2021.", nil},
		{"what will end", "Cabinet", "If the Full Council cannot meet and vote in time the contracts will end on 31 August 2021.", nil},
		{"European law", "Cabinet", "Directive 2009/147/EC of the European Parliament and of the Council of 30 November 2009 on wild birds.", nil},
		{"who signs a letter", "Cabinet", "Leader - Thornley Council 5 June 2021", nil},
		{"a minute's number like a date", "Parish Council", "21.01.03 Minutes", nil},
		{"a name without a body's noun", "Parish Council", "Members noted a meeting of the Upper Wold Health Watch on 4 August 2021.", []string{"Upper Wold Health Watch@2021-08-04"}},
		{"a body in initials", "Parish Council", "The next UWAP meeting is on 19/8/21.", []string{"UWAP@2021-08-19"}},
		{"all a parish's electors", "Parish Council", "The notes of the Annual Parish Meeting held on 6 May 2021 were read.", []string{"Annual Parish Meeting@2021-05-06"}},
		{"the general meeting", "Parish Council", "There will be more at the AGM on 9th October.", []string{"AGM@2021-10-09"}},
		{"initials of a body named before", "Cabinet", "The Adult Social Care Committee met on 4 May 2021. The ASC Committee on 4 May 2021 asked for more.", []string{"Adult Social Care Committee@2021-05-04"}},
		{"day and month in figures", "Parish Council", "A UWAP meeting took place on 16/08.", []string{"UWAP@2021-08-16"}},
		{"between whom", "Parish Council", "A meeting was set for 9 August 2021 between the Clerk and Ambershire County Council about the site.", []string{"Ambershire County Council@2021-08-09"}},
		{"with whom", "Parish Council", "The Clerk had a meeting with Ambershire County Council about the site on 9 July 2021.", []string{"Ambershire County Council@2021-07-09"}},
		{"minute and day", "Council", "Minute 34 (14 June 2021) refers.", []string{"@2021-06-14"}},
		{"members who met somewhere", "Parish Council", "Councillors met on the 4th October 2020 at the top of the village.", nil},
	} {
		h := &archive.Head{Text: c.text}
		var got []string
		for _, m := range meetingRefs(h, sentences(h), c.body, "2021-07-22") {
			got = append(got, m.Body+"@"+string(m.Date))
			if m.Quote == "" {
				t.Errorf("%s: no quotation", c.name)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// The line below the last item that says when the body meets next is no part
// of that item's business; in an item about meetings, or within a paragraph, it is.
func TestMeetingRefsNextMeeting(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              int
	}{
		{"below the last item", "Any other business", "The swings were mended.\n\nNext Meeting Tuesday, 7 September 2021.", 0},
		{"under its own heading", "Date of next meeting", "Tuesday, 7 September 2021.", 1},
		{"within the business", "Any other business", "The swings were mended. The next meeting is on Tuesday, 7 September 2021.", 1},
	} {
		h := &archive.Head{Kind: archive.KindItem, Title: c.title, Text: c.text}
		if got := meetingRefs(h, sentences(h), "Parish Council", "2021-07-22"); len(got) != c.want {
			t.Errorf("%s: got %v, want %d", c.name, got, c.want)
		}
	}
}

// A paper without a date of its own takes the year of a day from where it
// prints that day in full, and from nowhere else.
func TestMeetingRefsUndated(t *testing.T) {
	h := &archive.Head{Text: "It goes to Cabinet on 30 January. The Cabinet of 30 January 2025 has it; the Audit Committee sees it on 4 March."}
	got := meetingRefs(h, sentences(h), "", "")
	if len(got) != 1 || got[0].Date != "2025-01-30" || got[0].Body != "Cabinet" {
		t.Errorf("got %v", got)
	}
}

func TestMinuteRefs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"(Minute C221/Dec/22 refers)", []string{"C221/Dec/22"}},
		{"(Minute 56 refers)", []string{"56"}},
		{"[Min. No. 8 refers]", []string{"8"}},
		{"Minute No 98 – the centre’s plan", []string{"98"}},
		{"in Item 19 (minute 294)", []string{"294"}},
		{"prior to consideration of the item in Minute 35", []string{"35"}},
		{"The minutes of 8 May were read.", nil},
		{"Each speaker had 3 minutes.", nil},
		{"Further to Minute No. 45/23 the Clerk wrote.", []string{"45/23"}},
		{"Minute 112 refers", []string{"112"}},
		{"(Minutes 34-36 refer)", []string{"34–36"}},
		{"Minute Nos 12 and 15 of the last meeting", []string{"12", "15"}},
		{"Minute reference 2023/145 was noted.", []string{"2023/145"}},
		{"(Min CA.44/24 refers)", []string{"CA.44/24"}},
		{"Minutes 3 to 5 of the film were shown.", nil},
		{"The bus lane (Minute no. 6(ii) refers)", []string{"6(ii)"}},
		{"The Clerk wrote (min. 24/105).", []string{"24/105"}},
		{"Minute No. 2023-24/117 was read.", []string{"2023-24/117"}},
		{"That decision (Minute 58/2023-24) stood.", []string{"58/2023-24"}},
		{"There was a one minute 30 second silence.", nil},
	} {
		var got []string
		for _, m := range minutesIn(c.text, "2021-07-22", "") {
			got = append(got, m.Number)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestMinuteRefsOfAMeeting(t *testing.T) {
	for text, want := range map[string]string{
		"Further to Minute 34 of the meeting held on 14 June 2021 the Clerk wrote.": "34 @2021-06-14",
		"The Cabinet (Minute 19, 4 July 2021) asked for more.":                      "19 Cabinet@2021-07-04",
		"Minute 7 of the Planning Committee was received.":                          "7 Planning Committee@",
		"Minute 7 refers. The Clerk wrote on 4 July 2021.":                          "7 @",
		"Council (29 June 2021, Minute 66) had set the tax.":                        "66 Council@2021-06-29",
		"Minute EX/88/20 of Executive on 9 November 2020 was read.":                 "EX/88/20 Executive@2020-11-09",
		"See minute ref 117.24 (Cabinet, 6 July 2021).":                             "117.24 Cabinet@2021-07-06",
	} {
		got := minutesIn(text, "2021-07-22", "")
		if len(got) != 1 || got[0].Number+" "+got[0].Body+"@"+string(got[0].Date) != want {
			t.Errorf("%q: got %+v, want %s", text, got, want)
		}
	}
	if got := minutesIn("He declared an interest in Minute 93 and in Minute 95.", "2021-07-22", "93"); len(got) != 1 || got[0].Number != "95" {
		t.Errorf("its own number: got %+v", got)
	}
}

func TestPapers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // kind label date
	}{
		{"an appendix", "The Ombudsman's report is attached at Appendix A to this paper.", []string{"appendix A "}},
		{"an appendix in quotation marks", "The figures are in the table (Appendix 'B' refers).", []string{"appendix B "}},
		{"several", "The budget is set out in Appendices 1, 2 and 4 to this report.", []string{"appendix 1 ", "appendix 2 ", "appendix 4 "}},
		{"a range", "Details are shown in Appendices A to D as attached.", []string{"appendix A–D "}},
		{"a heading", "Appendix 1 – Fees", nil},
		{"sections", "The Committee noted the delays listed in sections 3 and 7 of the report.", []string{"section 3 ", "section 7 "}},
		{"a section's part", "The rise is as shown in section 7.2 and is legal.", []string{"section 7.2 "}},
		{"a section of an Act", "It is made under section 31 of the Local Government Act 1974 in this report.", nil},
		{"sections of a constitution", "It was done in accordance with Sections 14.2 to 14.9 of the Constitution.", nil},
		{"a Report in capitals", "The risks are detailed in section 4 of the Report before Members.", []string{"section 4 "}},
		{"of another report", "The options are weighed in Section 5.3 of the full HRA Report.", []string{"section 5.3 "}},
		{"a decision by a body", "This reverses the decision made by Cabinet in March 2021 to end it.", []string{"decision  2021-03"}},
		{"a decision to come", "A decision will be made in May 2025 by the Secretary of State.", nil},
		{"a section 106 agreement", "The section 106 agreement was signed with the developer today.", nil},
		{"a paragraph", "The Ombudsman's reasons are in paragraph 57 onwards of it.", []string{"paragraph 57 "}},
		{"a paragraph of law", "It is exempt under paragraph 3 of Part 1 of Schedule 12A.", nil},
		{"a decision by its number", "Scrutiny called in Key Decision 24/00193 last week.", []string{"decision 24/00193 "}},
		{"a planning application", "The application for planning permission, decision 24/00109, was refused by officers.", nil},
		{"an earlier decision", "The previous decision taken in August 2017 was put in part.", []string{"decision  2017-08"}},
		{"a decision of a day", "This follows the Cabinet's decision of 4 May 2021 to close it.", []string{"decision  2021-05-04"}},
	} {
		var got []string
		for _, r := range papersIn(c.text) {
			got = append(got, string(r.Kind)+" "+r.Label+" "+r.Date)
			if r.Quote != c.text {
				t.Errorf("%s: quoted %q", c.name, r.Quote)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProcedural(t *testing.T) {
	for title, want := range map[string]bool{
		"Apologies for Absence": true, "APOLOGIES": true, "Declarations of Interest": true, "Declarations of Disclosable Pecuniary Interests or Other Significant Interests in items on the agenda": true,
		"Minutes": true, "Minutes of the Meeting held on 26 September 2024": true, "Minutes of Previous Meetings": true, "Matters Arising": true, "Chairman’s Announcements": true,
		"Chair's announcements": true, "Mayor's Announcements": true, "Questions": true, "Public Question Time": true, "Petitions": true, "Urgent Business": true, "Exclusion of Press & Public": true,
		"Exclusion of the public and press": true, "Date of Next Meeting": true, "Work Programme": true, "Forward Plan": true, "Register of Interests": true, "Any Other Business": true,
		"Date, Time and Place of Next Meeting": true, "Cabinet Member Updates": true, "To receive apologies for absence": true,
		"Prayers": true, "PRAYERS BY THE MAYOR’S CHAPLAIN": true, "Record of meeting": true, "Record of decisions": true, "Record of the last meeting": true, "Chairman (election of)": true, "Vice-Chairman (Election of)": true,
		"Election of Chair": true, "To elect a Chairman": true, "Disclosable Pecuniary Interests": true, "Disclosable and Other Registrable Interests": true, "Non-Registrable Interests": true, "Members’ Interests": true,
		"Declaration of Party Whip": true, "Moment of Silence": true, "Late items": true, "Notification of Late Items": true, "Public Speaking": true, "Statements from the public": true, "Leader’s Question Time": true,
		"Confidential business": true, "Suspension of Standing Orders": true, "Adoption of the agenda": true, "Action log": true, "Confirmation of Minutes": true, "Receipt of petitions": true, "Opening remarks": true,
		"Record of Decisions taken by the Leader": true, "Recording of meetings": true, "Extension of time": true,
		"Petition: Save the Library": false, "Petition – Save Hollin Bridge Day Centre": false, "Response to petition": false, "Review of Standing Orders": false, "Election of Councillors: returning officer’s report": false,
		"Chairman’s allowance": false, "Record Office opening hours": false, "Public participation strategy": false, "Quorum of the pension board: change to the constitution": false, "Urgent care centres": false,
		"Interest-free loans": false, "Questions of privacy in CCTV": false, "Minutes’ storage: archives lease": false, "Closure of the library": false, "End of life care": false, "Public Forum on Housing: findings": false,
		"Exclusions from school": false, "Additional Licensing of Houses in Multiple Occupation": false, "Prayer in council meetings: change of standing orders": false, "Welcome to Westermouth signs": false,
		"Findings from the Local Government and Social Care Ombudsman": false, "Petition for a crossing in Mill Lane": false, "Budget 2025/26": false, "Planning Applications": false,
		"Questionnaire on the local plan": false, "Ambershire Minerals and Waste Local Plan 2021-36": false, "Minutes silence policy": false, "Police Report": false, "Treasury Management": false,
		"Interest rate strategy": false, "Declaration of a climate emergency": false,
	} {
		if got := procedural(title); got != want {
			t.Errorf("%q: got %v, want %v", title, got, want)
		}
	}
}

// An item that every meeting has is not passed over where business was settled
// under it.
func TestBusinessUnderAnOpenHeading(t *testing.T) {
	for _, tt := range []struct {
		title, decision string
		want            bool
	}{
		{"Any other business", "RESOLVED: That the quotation of £177 for the gate be accepted.", false},
		{"Any other business", "The report was noted.", true},
		{"Apologies", "RESOLVED: That the apologies be approved.", true},
		{"Minutes", "RESOLVED: That the minutes be approved as a correct record.", true},
	} {
		it := &archive.Item{Head: archive.Head{Title: tt.title, Text: tt.title + "\n\n" + tt.decision}, Decision: tt.decision}
		for range 2 {
			Record(it)
			if it.Procedural != tt.want {
				t.Errorf("%s, %s: procedural %v, want %v", tt.title, tt.decision, it.Procedural, tt.want)
			}
		}
	}
}

func minutesIn(text string, date archive.Date, own string) []archive.MinuteRef {
	h := &archive.Head{Text: text}
	return minuteRefs(h, sentences(h), date, own)
}

func papersIn(text string) []archive.Reference {
	h := &archive.Head{Text: text}
	return papers(h, sentences(h), "")
}
