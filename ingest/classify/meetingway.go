package classify

import (
	"regexp"
	"slices"
	"strings"
)

// A meetingWay is one in which clerks say that a date is a meeting's.
type meetingWay struct {
	name string
	seen string   // an example, with the date in "<>" and whose meeting behind "="
	near []string // words one of which stands before the date, in small letters; none where they may be any
	read func(c *clue) ruling
}

// meetingWays are tried in this order, and the first that tells decides. What is
// surest comes first: a date that goes on a list, a word for a meeting or its
// paper, then a body and what it did that day, and last the date that stands
// before its body.
var meetingWays = []meetingWay{
	{"on a list", "The Panel met on 4 May and <9 June 2021>=Panel", nil, onList},
	{"European law", "Directive 2009/147/EC of the European Parliament and of the Council of <30 November 2009>", []string{"parliament", "of the council"}, inLaw},
	{"who referred it", "The Scrutiny Committee referred the plan to the Board on <14 July 2020>=Scrutiny Committee", []string{"referred", "remitted", "passed"}, referrer},
	{"in Welsh", "Cofnodion y cyfarfod a gynhaliwyd ar <8 Chwefror 2021>=", []string{"yfarfod", "ofnodion"}, matching(cyfarfod)},
	{"on its agenda", "The item to be on the agenda for <9 April 2021>=", []string{"agenda"}, matching(agendaFor)},
	{"next, in initials", "The next UWAP is on <19/4/23>=UWAP", []string{"next ", "last "}, nextInitials},
	{"put off", "The application was deferred to <9 April 2021>=", []string{"defer", "adjourn", "postpon", " over", " off", " back", "forward", "stand ", "hold ", "leave ", "bring ", "take "}, matching(putOff, stoodOver, putFrom)},
	{"moved", "The meeting set for 4 July was moved to <11 July 2021>=", []string{"meeting"}, matching(moved)},
	{"reported again", "A further report would be brought on <6 December 2021>=", []string{"further report", "another report", "progress report", "update", "report back", "reports back", "motion", "resolution", "amendment"}, matching(reportOn, carriedOn)},
	{"hearings", "Minutes of sub-committee hearings held on <4 May 2021>=", []string{"hearing"}, matching(hearingsOn)},
	{"the day first, then meeting", "At the <20 February> meeting it was agreed=", nil, dayThenMeeting},
	{"minutes of a day", "The Planning Committee's minutes of <6 May 2021>=Planning Committee", []string{"min", "notes", "action"}, ofMinutes},
	{"minutes dated", "The minutes of the Audit Committee dated <6 May 2021>=Audit Committee", []string{"dated"}, datedMeeting},
	{"another thing's day", "The report published on <6 May 2021>", nil, otherThing},
	{"a meeting on", "The minutes of the meeting of the Cabinet held on <4 May 2021>=Cabinet", []string{"meeting", "agm", "egm", "assembly", "session", "met", "sitting", "adjourned"}, meetingOn},
	{"a meeting arranged for", "A meeting to discuss the bridge was arranged for <4 May 2021>=", []string{"meeting"}, meetingArranged},
	{"in small letters", "The finance committee met on <4 May 2021>=finance committee", []string{"meet", "met"}, inSmallLetters},
	{"in initials", "The JHOSC had last met informally on <4 May 2021>=JHOSC", []string{"meet", "met"}, inInitials},
	{"to meet", "It was agreed to meet again on <4 May 2021>=", []string{"meet", "conven"}, matching(nextOn, toMeet)},
	{"a day for a meeting", "<4 May 2021> was agreed for the Annual Parish Meeting=Annual Parish Meeting", nil, forMeeting},
	{"a body and its deed", "The Cabinet considered the report on <4 May 2021>=Cabinet", nil, bodyBefore},
	{"dates of meetings", "Meeting dates for 2021: <4 May 2021>=", []string{"meeting"}, datesOfMeetings},
	{"is to meet", "It met in May and was to meet formally on <4 June 2021>=", []string{"to meet", "to conv", "to rec", "next", "again"}, matching(isToMeet)},
	{"a minute and its day", "Minute 34 (<4 May 2021>) refers=", nil, minuteAndDay},
	{"the day first, then the body", "On <4 May 2021>, the Cabinet agreed=Cabinet", nil, dayThenBody},
}

// readMeeting asks each way in turn whether the date is a meeting's, and whose.
func readMeeting(c *clue) ruling {
	for _, w := range meetingWays {
		if w.near != nil && !c.has(w.near...) {
			continue
		}
		if f := w.read(c); f.is != unsaid {
			return f
		}
	}
	return ruling{}
}

// of is the ruling on a body's meeting; of an empty mention that of a meeting
// whose body is not said.
func of(m mention) ruling { return ruling{meeting, m} }

// onList gives a date that goes on a list what the date before it was given.
func onList(c *clue) ruling {
	if !c.d.listed {
		return ruling{}
	}
	f := c.prior
	f.body.full = true
	return f
}

func inLaw(c *clue) ruling {
	if foreignLaw.MatchString(c.before) {
		return ruling{is: noMeeting}
	}
	return ruling{}
}

// referrer finds who referred a matter to another body on a day that is past:
// "The Scrutiny Committee referred the plan to the Board on 14 July 2022" is
// the committee's meeting, for the board's is this one or still to come.
func referrer(c *clue) ruling {
	if c.own.date == "" || c.d.date >= c.own.date {
		return ruling{}
	}
	for i := len(c.ms) - 1; i > 0; i-- {
		whom, who := c.ms[i], c.ms[i-1]
		if whom.end > c.lead {
			continue
		}
		if bodyOn.MatchString(c.s[whom.end:c.lead]) && referredTo.MatchString(c.s[who.end:whom.start]) {
			return of(who)
		}
		break
	}
	return ruling{}
}

func nextInitials(c *clue) ruling {
	if g := nextOf.FindStringSubmatch(c.before); g != nil && !noBody[g[1]] {
		return of(mention{name: g[1], full: true})
	}
	return ruling{}
}

// dayThenMeeting finds "the 20 February meeting" and whose it is.
func dayThenMeeting(c *clue) ruling {
	after := c.after()
	if !strings.HasPrefix(after, " ") && !strings.HasPrefix(after, "'") && !strings.HasPrefix(after, "’") || !theDay.MatchString(c.s[max(0, c.d.start-beside):c.d.start]) {
		return ruling{}
	}
	at := dayMeeting.FindStringIndex(after)
	if at == nil && theBefore.MatchString(c.s[max(0, c.d.start-beside):c.d.start]) {
		at = dayBody.FindStringIndex(after)
	}
	if at == nil || itsThing.MatchString(after[at[1]:]) {
		return ruling{}
	}
	for _, m := range c.ms {
		if m.start >= c.d.end && m.end <= c.d.end+at[1] {
			return of(m)
		}
	}
	return of(meetingBody(c.s, c.d.end+strings.LastIndexByte(after[:at[1]], ' ')+1, c.ms))
}

// ofMinutes finds minutes of a day, and whose where the body stands straight
// before them: "the Planning Committee's minutes of".
func ofMinutes(c *clue) ruling {
	if !minutesOf.MatchString(c.before) {
		return ruling{}
	}
	if m, ok := c.nearest(); ok && ownMinutes.MatchString(c.s[m.end:c.lead]) {
		return of(m)
	}
	if at := thenMeeting.FindStringIndex(c.after()); at != nil { // "Minutes – 5 May 2021 Meeting of the Council"
		return of(meetingBody(c.s, c.d.end+at[1]-len("meeting"), c.ms))
	}
	return of(mention{})
}

// datedMeeting finds "the minutes of the Committee dated" and whose they are.
func datedMeeting(c *clue) ruling {
	g := datedOf.FindStringSubmatchIndex(c.before)
	if g == nil || datedPaper.MatchString(c.before[g[2]:g[3]]) {
		return ruling{}
	}
	if m, ok := c.nearest(); ok && m.start >= c.from(g[2]) && !organisation(m.name) {
		return of(m)
	}
	if minutesWord.MatchString(c.before[g[0]:g[1]]) {
		return of(mention{})
	}
	return ruling{}
}

// inSmallLetters finds a committee that the clerk writes in small letters.
func inSmallLetters(c *clue) ruling {
	if g := lowerMeets.FindStringSubmatch(c.before); g != nil {
		return of(mention{name: g[1], full: true})
	}
	return ruling{}
}

// inInitials finds a body that goes by its initials, where it met.
func inInitials(c *clue) ruling {
	if g := initialsMet.FindStringSubmatch(c.before); g != nil && !noBody[g[1]] {
		return of(mention{name: g[1], full: true})
	}
	return ruling{}
}

func datesOfMeetings(c *clue) ruling {
	at := datesOf.FindStringIndex(c.before)
	if at == nil {
		return ruling{}
	}
	return of(meetingBody(c.s, c.from(at[0])+strings.LastIndex(strings.ToLower(c.before[at[0]:]), "meeting"), c.ms))
}

func forMeeting(c *clue) ruling {
	after := c.after()
	at := dayFor.FindStringIndex(after)
	if at == nil || otherEvent.MatchString(c.before) {
		return ruling{}
	}
	return of(meetingBody(c.s, c.d.end+strings.LastIndexByte(after[:at[1]], ' ')+1, c.ms))
}

// bodyBefore finds the body that stands before the date and what it is or does
// on it. The subject may stand before another body: "the Cabinet agreed with
// the Board on" belongs to neither for sure, so only the nearest is asked.
func bodyBefore(c *clue) ruling {
	m, ok := c.nearest()
	if !ok {
		return ruling{}
	}
	before := c.s[max(0, m.start-beside):m.start]
	rest := c.s[m.end:c.lead]
	switch {
	case judges[lastWord(m.name)], isStranger(before), eventHeld(before, rest),
		organisation(m.name) && (doneBy(before, m) || somebodyOf(before)):
		return ruling{}
	}
	switch {
	case len(rest) > reach:
	case bodyOn.MatchString(rest) && (!organisation(m.name) || !tookEffect.MatchString(c.s[m.end:c.d.start]) || councilDid.MatchString(c.after())),
		meets.MatchString(rest),
		midway.MatchString(rest) && thenDid(c.after()),
		(!organisation(m.name) || !c.own.finding && strings.HasPrefix(rest, " ")) && decisionOf.MatchString(rest) && !otherDate(rest) && !happened(rest),
		did(c, rest, m):
		return of(m)
	}
	return ruling{}
}

func minuteAndDay(c *clue) ruling {
	if c.has("min") && minuteOn.MatchString(c.before) || thenMinute.MatchString(c.after()) && minuteDay.MatchString(c.before) {
		return of(mention{})
	}
	return ruling{}
}

// dayThenBody finds the meeting whose date stands before its body: "On 17
// August 2023, Cabinet agreed", "12 June – Audit Committee".
func dayThenBody(c *clue) ruling {
	i := slices.IndexFunc(c.ms, func(m mention) bool { return m.start >= c.d.end })
	if i < 0 {
		return ruling{}
	}
	m := c.ms[i]
	gap, rest := c.s[c.d.end:m.start], c.s[m.end:]
	if onFirst.MatchString(c.before) && !otherDate(gap) {
		if (nearIt.MatchString(gap) || inBetween.MatchString(gap) && !c.own.is(m.name)) && thenDid(rest) && (!organisation(m.name) || councilDid.MatchString(rest)) {
			return of(m)
		}
		if len(gap) < 160 && !strings.ContainsAny(gap, ".;:") && !newClause.MatchString(gap) && wasTaken.MatchString(gap) && (!organisation(m.name) || !strings.HasSuffix(strings.TrimSuffix(gap, " the "), " by")) {
			return of(m)
		}
	}
	if aloneBefore.MatchString(cell(c.s[:c.d.start])) && thenBody.MatchString(gap) && bodyEnds.MatchString(rest) {
		return of(m)
	}
	return ruling{}
}

// cell is what stands before a place in its own cell of a table's row.
func cell(s string) string { return s[strings.LastIndexByte(s, '|')+1:] }

// matching tells a meeting of no stated body where one of the forms matches
// what stands before the date.
func matching(forms ...*regexp.Regexp) func(c *clue) ruling {
	return func(c *clue) ruling {
		for _, f := range forms {
			if f.MatchString(c.before) {
				return of(mention{})
			}
		}
		return ruling{}
	}
}
