package classify

import (
	"reflect"
	"testing"

	"moothall/archive"
)

// The ways in which clerks of all kinds of council name a meeting by its day,
// as a committee and a parish council have them in minutes of 14 March 2024.
func TestMeetingRefsInManyHands(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // body@date
	}{
		{"a body that meets", "The Personnel Committee meets on 25 March 2024 to shortlist.", []string{"Personnel Committee@2024-03-25"}},
		{"next meets", "The Transport Board next meets on Monday 15th April.", []string{"Transport Board@2024-04-15"}},
		{"when it meets", "The Board will consider the plan when it meets on 23 April 2024.", []string{"Board@2024-04-23"}},
		{"the day amid the verb", "The Pensions Committee will on 19 March 2024 consider the valuation.", []string{"Pensions Committee@2024-03-19"}},
		{"in small letters", "The Clerk reported that the finance committee met on 26th February.", []string{"finance committee@2024-02-26"}},
		{"in small letters, to come", "The village hall committee will meet on 19 March 2024.", []string{"village hall committee@2024-03-19"}},
		{"to meet again", "It was agreed to meet again on 26 March 2024.", []string{"@2024-03-26"}},
		{"month named, then the day", "A report will go to Full Council in May (16 May 2024).", []string{"Full Council@2024-05-16"}},
		{"which of its meetings", "The Governance & Audit Committee would receive it at its June meeting on 19 June 2024.", []string{"Governance & Audit Committee@2024-06-19"}},
		{"meeting in brackets", "The Schools Forum (meeting of 17 January 2024) had agreed the formula.", []string{"Schools Forum@2024-01-17"}},
		{"held in brackets", "The Trent and Dove Joint Committee (held 4 December 2023) approved the budget.", []string{"Trent and Dove Joint Committee@2023-12-04"}},
		{"brackets in the name", "The Cabinet (Resources) Panel meeting held on 17 January 2024 approved it.", []string{"Cabinet (Resources) Panel@2024-01-17"}},
		{"another body's body", "The County Council's Cabinet on 30 January 2024 had cut the grant.", []string{"Cabinet@2024-01-30"}},
		{"a decision dated", "Reference was made to the decision of the Planning Committee dated 14 September 2023.", []string{"Planning Committee@2023-09-14"}},
		{"minutes dated", "The minutes for the meeting dated 6 February 2024 were taken as read.", []string{"@2024-02-06"}},
		{"minutes of a day and whose", "The Planning Committee's minutes of 21 February 2024 were noted.", []string{"Planning Committee@2024-02-21"}},
		{"minutes of a day not yet in its year", "The minutes of the meeting held on 3rd Sept were signed.", []string{"@2023-09-03"}},
		{"previous minutes", "Approval of the previous minutes (6th February 2024).", []string{"@2024-02-06"}},
		{"the day before its minute", "It had been resolved on 8 February 2024 (minute 58) to close the depot.", []string{"@2024-02-08"}},
		{"the minute before its day", "Min. 58/24 - 8 February 2024 - the survey was complete.", []string{"@2024-02-08"}},
		{"deferred from", "Item deferred from 8 February 2024.", []string{"@2024-02-08"}},
		{"carried forward", "Carried forward to 9 April 2024.", []string{"@2024-04-09"}},
		{"stood over", "Resolved to stand the application over to 11 April.", []string{"@2024-04-11"}},
		{"moved", "The meeting scheduled for 4 July 2024 was moved to 11 July 2024.", []string{"@2024-07-04", "@2024-07-11"}},
		{"after a comma", "The last meeting, held on 8 February 2024, had no quorum.", []string{"@2024-02-08"}},
		{"an action log", "The action log from 8 February was reviewed.", []string{"@2024-02-08"}},
		{"an agenda", "The item to be on the agenda for 9 April 2024.", []string{"@2024-04-09"}},
		{"set for a meeting", "A date of 23 April was agreed for the Annual Parish Meeting.", []string{"Annual Parish Meeting@2024-04-23"}},
		{"meeting dates", "Meeting dates for 2024: 9 April, 14 May, 11 June.", []string{"@2024-04-09", "@2024-05-14", "@2024-06-11"}},
		{"the month first", "The minutes of February 6th were signed.", []string{"@2024-02-06"}},
		{"a day with its letters apart", "The minutes of the meeting held on 6 th February were signed.", []string{"@2024-02-06"}},
		{"a short weekday", "The minutes of the meeting held on Weds 7th Feb were signed.", []string{"@2024-02-07"}},
		{"initials and a branch", "Cllr Brook reported on the WALC branch meeting on 22 February 2024.", []string{"WALC@2024-02-22"}},
		{"initials that are next", "The next WALC is on 20/3/24.", []string{"WALC@2024-03-20"}},
		{"capitals that are a name", "There was feedback from the Police Liaison meeting held on 1 March 2024.", []string{"Police Liaison@2024-03-01"}},
		{"capitals that are a sort of meeting", "The minutes of the Extraordinary General meeting held on 1 March 2024 were signed.", []string{"@2024-03-01"}},
		{"an extraordinary council", "An Extraordinary Council meeting would be convened for 27 March 2024.", []string{"Council@2024-03-27"}},

		{"who joined", "Mr Ormond joined the Council on 3 July 2017.", nil},
		{"who resigned", "The councillor resigned from the Committee on 1 March 2024.", nil},
		{"who was elected", "Cllr Cole was elected to the Council on 4 May 2023.", nil},
		{"who wrote", "He had written to the Council on 14 February 2024.", nil},
		{"what was circulated", "The report had been circulated to the Committee on 7 March 2024.", nil},
		{"what a council charges", "There is a charge by the Council from 1 April 2024.", nil},
		{"what a council became", "The Council, on 1 April 2009, took over the functions of the districts.", nil},
		{"who sits in judgment", "The Tribunal heard the appeal on 21 February 2024.", nil},
		{"a payment put off", "Payment was deferred from 1 April 2024.", nil},
	} {
		h := &archive.Head{Text: c.text}
		var got []string
		for _, m := range meetingRefs(h, sentences(h), "Environment Committee", "2024-03-14") {
			got = append(got, m.Body+"@"+string(m.Date))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// An item whose title says that meetings are announced names them in few words.
func TestMeetingRefsAnnounced(t *testing.T) {
	for _, c := range []struct {
		title, text string
		want        []string
	}{
		{"Meeting Dates", "Tuesday 7 May 2024\nTuesday 2 July 2024", []string{"@2024-05-07", "@2024-07-02"}},
		{"Schedule of meetings", "7 May 7pm, 4 June 7pm", []string{"@2024-05-07", "@2024-06-04"}},
		{"Date of next meeting", "To be held at 7.30pm on Tuesday 7th May in the hall. Items for the agenda by 1 May 2024.", []string{"@2024-05-07"}},
		{"Next meeting", "This will be on Weds 8th May at 7pm.", []string{"@2024-05-08"}},
		{"Annual Parish Meeting", "To be held on 23 April 2024 at 7pm.", []string{"Annual Parish Meeting@2024-04-23"}},
		{"Minutes of the Parish Council Meeting", "6 February 2024 – approved and signed.", []string{"@2024-02-06"}},
		{"Litter pick", "To be held on 23 April 2024 at 7pm.", nil},
		{"Next meeting", "Training for members is on 3 May 2024.", nil},
	} {
		h := &archive.Head{Kind: archive.KindItem, Title: c.title, Text: c.text}
		var got []string
		for _, m := range meetingRefs(h, sentences(h), "Parish Council", "2024-03-14") {
			got = append(got, m.Body+"@"+string(m.Date))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s, %q: got %q, want %q", c.title, c.text, got, c.want)
		}
	}
}
