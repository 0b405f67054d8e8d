package classify

import (
	"regexp"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// Each way reads its own example, and none before it does.
func TestMeetingWays(t *testing.T) {
	for _, w := range meetingWays {
		text, want, isMeeting := strings.Cut(w.seen, "=")
		start, end := strings.Index(text, "<"), strings.Index(text, ">")-1
		text = strings.NewReplacer("<", "", ">", "").Replace(text)
		words := split(text)
		ms := mentions(text, words)
		var found string
		var got, prior ruling
		for _, d := range datesIn(text, ukdate.Find(text), calendarOf("2021-07-22")) {
			c := newClue(text, words, ms, d, owner{body: "Council", date: "2021-07-22"}, prior)
			for _, other := range meetingWays {
				if other.near == nil || c.has(other.near...) {
					if got = other.read(c); got.is != unsaid {
						found = other.name
						break
					}
				}
			}
			if prior = got; d.start <= start && end <= d.end {
				break
			}
		}
		if found != w.name || (got.is == meeting) != isMeeting || got.body.name != want {
			t.Errorf("%s: %q was read as %q, a meeting of %q (%v)", w.name, text, found, got.body.name, got.is)
		}
	}
}

// What stands between a body or a meeting and its day, however far.
func TestMeetingRefsFurther(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Cllr Ames was at the Flood Forum on Weds. 6th. March, where the gauge was shown.", "Flood Forum@2024-03-06"},
		{"The Amenities Cttee. met on Tues. 5th Mar. to buy benches.", "Amenities Cttee@2024-03-05"},
		{"It was seen by Overview & Scrutiny on 27 February 2024.", "Overview & Scrutiny@2024-02-27"},
		{"The comments of Corporate Overview and Scrutiny (meeting of 27 February) were read.", "Corporate Overview and Scrutiny@2024-02-27"},
		{"The Corporate Management Team – 16 January 2024", "Corporate Management Team@2024-01-16"},
		{"The Highways Team mended it on 16 January 2024.", ""},
		{"A meeting to talk over the state of the bridge with the engineer has been arranged for 26 March.", "@2024-03-26"},
		{"The meeting heard that a fete would be held on 26 March.", ""},
		{"There was a long talk at the meeting of the fete, held on 2 March.", ""},
		{"On 12 February 2024, after a debate in which eleven members spoke, the Licensing Committee approved it.", "Licensing Committee@2024-02-12"},
		{"It was backed by Cabinet the following week (19 December 2023).", "Cabinet@2023-12-19"},
		{"He spoke of the Police Panel held at Thornley Hall on 5 March.", "Police Panel@2024-03-05"},
		{"A forum run by the District Council on 5 March was thinly attended.", ""},
		{"It was agreed by the District Council on 5 March.", "District Council@2024-03-05"},
		{"Our views went to full Council on 29 February.", "full Council@2024-02-29"},
		{"The meeting arranged for 9 May would now take place on 16 May.", "@2024-05-09 @2024-05-16"},
		{"Agreed to move the April meeting from 11 April to 18 April.", "@2024-04-11 @2024-04-18"},
		{"The item was withdrawn from the agenda of 14 December 2023.", "@2023-12-14"},
		{"Mins. of 8th Feb. agreed.", "@2024-02-08"},
		{"Cllr Hope to report at the next meeting (11/4).", "@2024-04-11"},
		{"Items are wanted by 3 April for the meeting on 11 April.", "@2024-04-11"},
		{"The minutes of the Licensing Sub-Committee held on 31st January (1), 31st January (2), 14th February and 1st March 2024 were noted.",
			"Licensing Sub-Committee@2024-01-31 Licensing Sub-Committee@2024-02-14 Licensing Sub-Committee@2024-03-01"},
		{"Workshops were held on 4, 11 and 25 September 2023.", ""},
		{"Meetings for 2024 are as follows: 22 April, 4 or 10 May (the Annual Meeting), 14 June, 9 August (if wanted).", "@2024-04-22 @2024-05-04 @2024-05-10 @2024-06-14 @2024-08-09"},
		{"Cadarnhawyd cofnodion y cyfarfod a gynhaliwyd ar 8 Chwefror 2024.", "@2024-02-08"},
		{"It was put off from the Joint Meeting of Cabinet and the Place Scrutiny Panel on 4 November 2023.", "Joint Meeting of Cabinet and the Place Scrutiny Panel@2023-11-04"},
		{"The election was called for 2 May and the Council meeting of 9 May was put back to 16 May.", "Council@2024-05-09 @2024-05-16"},
		{"The views of the Panel were sought on an extra meeting in May, with what was to be considered at the meeting to be held on 9 April.", "@2024-04-09"},
		{"The Clerk told the Finance Board of the meeting held on 6 February with the engineer.", "@2024-02-06"},
		{"The Pensions Board asked for it, and the Board, at its meeting on 6 February, agreed.", "Pensions Board@2024-02-06"},
		{"At the Committee on 16th November last a promise was made.", "Environment Committee@2023-11-16"},
		{"The JHOSC had last met informally on 1 November and was to meet formally on 17 April.", "JHOSC@2023-11-01 @2024-04-17"},
		{"There were meetings of the Town Forum (16 November) and of the Market Users (30 November).", "Town Forum@2023-11-16 Market Users@2023-11-30"},
		{"The lease was signed on behalf of the Council on 13 November 2023.", ""},
		{"The Events Panel's wash-up meeting on Weds 6th Dec was short.", "Events Panel@2023-12-06"},
		{"The Leader said at Cabinet last week, 5 March, that it was so.", "Cabinet@2024-03-05"},
		{"The Licensing Board of 20 September had granted it.", "Licensing Board@2023-09-20"},
		{"The Licensing Board will meet on 8 September.", "Licensing Board@2024-09-08"},
		{"Planning Cttee 11/12 and 8/1; Finance Cttee 15/1. Received.", "Planning Cttee@2023-12-11 Planning Cttee@2024-01-08 Finance Cttee@2024-01-15"},
		{"The Police & Parish forum took place on 4/3/24.", "Police & Parish forum@2024-03-04"},
		{"The Annual Meeting of Electors is fixed for 30th May at 7 pm.", "Annual Meeting of Electors@2024-05-30"},
		{"The Clerk met Mr Rowe of the County Council on 5 March at the bridge.", ""},
		{"The Council's decision of 5 March to refuse her was sent.", ""},
		{"Following the Council decision on 5 December 2023 to close the pool, officers wrote to users.", "Council@2023-12-05"},
		{"A briefing took place on 5 March and the slides were put before the Pensions Board.", ""},
		{"He spoke of an earlier meeting, that of 8 February, when the same was said.", "@2024-02-08"},
		{"To receive the minutes of: Planning 11th and 25th January 2024; Amenities 4th March 2024.", "Planning@2024-01-11 Planning@2024-01-25 Amenities@2024-03-04"},
		{"The Planning Committee considered it on 12 February 2024, this Committee on 5 March 2024 and Full Council on 7 March 2024.",
			"Planning Committee@2024-02-12 Environment Committee@2024-03-05 Full Council@2024-03-07"},
		{"The petition was referred by Council on 29 February 2024.", "Council@2024-02-29"},
		{"The election for the Town Council will be held on 2 May 2024.", ""},
		{"It was decided at the Growth Partnership Board on 5 March.", "Growth Partnership Board@2024-03-05"},
		{"That the calendar of meetings be amended so that Audit Committee is held on 28 March.", "Audit Committee@2024-03-28"},
		{"The Cabinet's response of 5 March was read.", "Cabinet@2024-03-05"},
		{"The April meeting is cancelled; members meet next on Tuesday 14 May.", "@2024-05-14"},
		{"It goes to Full Council later this month (20 March).", "Full Council@2024-03-20"},
		{"The Joint Standards Committee, sitting on 6 February 2024, found no breach.", "Joint Standards Committee@2024-02-06"},
		{"The timetable: Cabinet 13 December, Scrutiny 12 January, Cabinet 7 February and Council 22 February.", "Cabinet@2023-12-13 Cabinet@2024-02-07 Council@2024-02-22"},
		{"He came back from the Parish Liaison Group at County Hall on 5 March.", "Parish Liaison Group@2024-03-05"},
		{"The next Members' Forum will take place on 7 May.", "Members' Forum@2024-05-07"},
		{"The Clerk is to put it on the April 9th agenda.", "@2024-04-09"},
		{"The Board asked to see the figures as they stood on 31 January 2024.", ""},
		{"The Licensing Committee had refused a licence on 3 January 2024.", "Licensing Committee@2024-01-03"},
		{"They were appointed by Council on 16 May 2023.", "Council@2023-05-16"},
		{"A workshop for the Pensions Committee and Board was held on 30 January.", ""},
		{"A meeting of Group Leaders on 9 January had agreed it.", "@2024-01-09"},
		{"The Cabinet considered at its meeting of 9 January 2024 a report of the Director dated 2 January.", "Cabinet@2024-01-09"},
		{"The Committee heard, on the evening of Tuesday 5th March, from six residents.", "Environment Committee@2024-03-05"},
	} {
		h := &archive.Head{Kind: archive.KindItem, Text: c.text}
		var got []string
		for _, m := range meetingRefs(h, sentences(h), "Environment Committee", "2024-03-14") {
			got = append(got, m.Body+"@"+string(m.Date))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// The minutes of several bodies, and of a day that has not come.
func TestMeetingRefsOfMinutes(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"Minutes of Committees", "Planning – 4th March 2024\n\nFinance and General Purposes – 11th March 2024\n\nRESOLVED: That the minutes be received.", "Planning@2024-03-04 Finance and General Purposes@2024-03-11"},
		{"Minutes: Planning 4 March, Finance 11 March", "These were received.", "Planning@2024-03-04 Finance@2024-03-11"},
		{"Minutes", "Those of 3 January 2024: approved.", "@2024-01-03"},
		{"Signing of the Minutes – 5th February 2024 Meeting of the Council", "Resolved that they be signed.", "Council@2024-02-05"},
		{"MINUTES OF MEETING HELD ON 5.2.24", "Approved.", "@2024-02-05"},
		{"Minutes of 7th February", "The minutes of Thornley Parish Council held on 7th February 2024 were approved.", "Parish Council@2024-02-07"},
		{"Planning committee", "Planning minutes, 8th April: APPROVED.", ""},
		{"Minutes of the Annual Meeting", "The minutes of the Annual Meeting held on 9 April were signed.", "@2023-04-09"},
		{"Any other business", "Next meeting, which is also the Annual Parish Meeting, was arranged for Wednesday 8th May.", "Annual Parish Meeting@2024-05-08"},
	} {
		h := &archive.Head{Kind: archive.KindItem, Council: "Thornley Parish Council", Title: c.title, Text: c.text}
		var got []string
		for _, m := range meetingRefs(h, sentences(h), "Parish Council", "2024-03-14") {
			got = append(got, m.Body+"@"+string(m.Date))
			if !strings.Contains(c.title+"\n"+c.text, m.Quote) {
				t.Errorf("%q is quoted, but not said", m.Quote)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.title, got, c.want)
		}
	}
}

// The time a date costs does not grow with the record: no form may look at all
// that stands before it.
func TestClueIsBounded(t *testing.T) {
	text := strings.Repeat("the Board and its members, ", 200) + "met on 4 May 2021"
	d := datesIn(text, ukdate.Find(text), calendarOf(""))[0]
	if c := newClue(text, split(text), nil, d, owner{}, ruling{}); len(c.before) > reach || !regexp.MustCompile(`met on$`).MatchString(c.before) {
		t.Errorf("looks at %d bytes that end in %q", len(c.before), c.before[max(0, len(c.before)-20):])
	}
}
