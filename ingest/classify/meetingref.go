package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// meetingRefs are the meetings a record names: a body and a day, a day of a
// meeting whose body the words do not say, each with the sentence that names
// it. body and date are the record's own meeting, which is no reference to
// another.
//
// A date is a meeting's where the words before it say so: "at its meeting on",
// "minutes of the meeting held on", a body straight before it ("to Cabinet on
// 6 December 2022"), or a body that considered, noted or decided something on
// it. The date of a publication or a letter is not.
func meetingRefs(h *archive.Head, body string, date archive.Date) []archive.MeetingRef {
	own := owner{council: h.Council, body: body, date: date, minutes: h.Kind == archive.KindItem, finding: h.Kind == archive.KindFinding}
	var out, undated []archive.MeetingRef
	named := "" // the last body with a name of its own that ended in each noun
	last := map[string]string{}
	if body != "" {
		last[lastWord(body)] = body
	}
	next := nextMeeting.MatchString(normal(h.Title))
	titled := mention{}
	if g := meetingTitle.FindStringSubmatch(h.Title); g != nil {
		next, titled = true, mention{name: g[1], full: true}
	}
	ofMinutes := minutesTitle.MatchString(h.Title)
	years := calendarOf(h.Text, date)
	for _, s := range sentences(h) {
		if own.minutes && !next && s.opensParagraph(h) && announces.MatchString(s.text) {
			continue
		}
		ms := mentions(s.text)
		before := dated{end: -1}
		for _, d := range datesIn(s.text, years) {
			name, ok := meetingBefore(s.text, d, ms, out, own)
			if m, found := referrer(s.text, d, ms); found && date != "" && d.date < date {
				name, ok = m, true
			}
			if (next || ofMinutes) && !ok && aloneBefore.MatchString(s.text[:d.start]) { // "8.1 13 May 2024, in the hall"
				ok = true
			}
			if next && !ok && announcesDay(s.text, before, d) {
				name, ok = titled, true
			}
			before = d
			if !ok {
				continue
			}
			if d.guessed && date != "" && d.date > date && minutesBefore.MatchString(s.text[:d.start]) { // they are of a meeting that was
				d.date = archive.NewDate(d.date.Time().Year()-1, d.date.Time().Month(), d.date.Time().Day())
			}
			if name.name != "" && !name.full {
				if full := last[lastWord(name.name)]; full != "" {
					name.name = full
				}
			}
			if sameBody(name.name, body) && name.name == strings.ToUpper(name.name) { // as the heading has it
				name.name = body
			}
			ref := archive.MeetingRef{Body: tidyBody(name.name), Date: d.date, Quote: s.text, Page: s.page(h)}
			if d.date == date && (ref.Body == "" || own.is(ref.Body)) {
				continue
			}
			out = mergeMeetings(out, []archive.MeetingRef{ref})
		}
		for _, m := range ms {
			if !m.full {
				continue
			}
			named = m.name
			last[lastWord(named)] = named
			if pathway.MatchString(s.text) && !sameBody(named, body) {
				undated = append(undated, archive.MeetingRef{Body: tidyBody(named), Quote: s.text, Page: s.page(h)})
			}
		}
	}
	for _, r := range undated {
		if !namesBody(out, r.Body) {
			out = append(out, r)
		}
	}
	return out
}

// opensParagraph reports whether a sentence is the first of its paragraph.
func (s said) opensParagraph(h *archive.Head) bool {
	return s.offset == 0 || s.offset > 1 && h.Text[s.offset-2:s.offset] == "\n\n"
}

// An owner is the meeting that a record belongs to, and what kind of record
// speaks.
type owner struct {
	council, body string
	date          archive.Date
	minutes       bool // the minutes of an item
	finding       bool // an Ombudsman's decision
}

// is reports whether a name is that of the owner: its body's, or the
// council's own where the council itself meets.
func (o owner) is(name string) bool {
	return sameBody(name, o.body) || lastWord(o.body) == "council" && (sameBody(name, o.council) || bodyKey(name) == "council")
}

// pathway is a report's list of where it has been and where it goes: "Past
// Pathway of report: Health Cabinet Committee" (Kent). The bodies in it were
// meetings even where their days are not given.
var pathway = regexp.MustCompile(`(?i)^(?:past|previous) pathway\b[^:]{0,30}:|^previously considered by\b`)

func namesBody(refs []archive.MeetingRef, body string) bool {
	for _, r := range refs {
		if sameBody(r.Body, body) {
			return true
		}
	}
	return false
}

// nextMeeting is the title of an item that announces meetings.
var nextMeeting = regexp.MustCompile(`\b(?:next|future|forthcoming|proposed|further) (?:\w+ ){0,2}meetings?\b|\bmeeting dates?\b|\bdates? (?:of|for) (?:the )?(?:\w+ ){0,2}meetings?\b|\b(?:schedule|calendar|programme|timetable) of (?:\w+ ){0,2}meetings\b|^meetings(?: \d{4}.*)?$`)

// meetingTitle is a title that only names a meeting that is its own body.
var meetingTitle = regexp.MustCompile(`(?i)^(?:the )?(annual (?:parish|town|community|village) (?:meeting|assembly))[\s\d/:–.-]*$`)

// announcesDay reports whether a day is that of a meeting where the title says
// that meetings are announced: the first day of a sentence that tells of
// nothing else, or one that stands straight behind another.
func announcesDay(s string, before, d dated) bool {
	if before.end < 0 {
		return d.start < 120 && !notMeeting.MatchString(s[:d.start]) && !otherEvent.MatchString(s[:d.start])
	}
	return before.end <= d.start && d.start-before.end < 60 && nextRow.MatchString(s[before.end:d.start])
}

var (
	otherEvent = regexp.MustCompile(`(?i)\b(?:items?|agenda|papers|reports?|apolog\w+|training|visit|event|festival|fair|holiday|minutes?|workshop|election|deadline)\b`)
	// nextRow is what parts two days in a list of meetings: the hour of the first.
	nextRow = regexp.MustCompile(`(?i)^[\s,;|&–-]*(?:(?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|hrs|noon)?[\s,;|&–-]*)?(?:and |on |then )*` + weekDay + `(?:the )?$`)
)

// announces is the paragraph below the last item of minutes that says when the
// body meets next. It belongs to the paper, not to the business of that item.
var announces = regexp.MustCompile(`(?i)^\W*(?:(?:the )?dates?(?:,? times?,?(?: and (?:place|venue))?)? (?:of|for) (?:the )?(?:next |future |forthcoming |proposed )?meetings?\b|next meetings?\b(?: of (?:the )?[\w ]{2,30})?(?:\W| is | will be | on | to be |\d)|(?:and )?future meetings?\b)`)

// minutesTitle is the title of an item that confirms minutes; a date that
// opens one of its sentences is that of the meeting they are of.
var minutesTitle = regexp.MustCompile(`(?i)^(?:to (?:confirm|approve|receive|sign|agree) )?(?:the )?(?:draft |previous )?(?:minutes|notes|record)(?: (?:of|from) (?:the )?(?:(?:last|previous|annual|ordinary|special|parish|town|community|council) ){0,4}meetings?(?: held)?(?: on)?)?\W*$`)

// minutesBefore is what stands before the day of minutes that were confirmed.
var minutesBefore = regexp.MustCompile(`(?i)\bminutes (?:of|from|for) [^.;]{0,80}$`)

// aloneBefore is what may stand before a date that opens a sentence: the
// paragraph's number and the day of the week.
var aloneBefore = regexp.MustCompile(`(?i)^[\s\d.()–:-]*(?:on )?` + weekDay + `(?:the )?$`)

// mergeMeetings adds b's references to a's. The same day of the same body is
// named once; a day whose body was not said gives way to one whose body is.
func mergeMeetings(a, b []archive.MeetingRef) []archive.MeetingRef {
next:
	for _, r := range b {
		for i, o := range a {
			if o.Date != r.Date {
				continue
			}
			switch {
			case sameBody(o.Body, r.Body) || r.Body == "":
				continue next
			case o.Body == "":
				a[i] = r
				continue next
			}
		}
		a = append(a, r)
	}
	return a
}

// sameBody compares names as written: case, "the" and "Full" do not tell
// bodies apart, nor does a name cut to its initials ("CYPE Cabinet Committee").
func sameBody(a, b string) bool {
	return bodyKey(a) == bodyKey(b) || shortOf(a, b) || shortOf(b, a)
}

// shortOf reports whether a is b with all but its noun cut to initials.
func shortOf(a, b string) bool {
	short, rest, ok := strings.Cut(strings.TrimPrefix(a, "the "), " ")
	if !ok || len(short) < 2 || short != strings.ToUpper(short) || !strings.HasSuffix(bodyKey(b), " "+bodyKey(rest)) {
		return false
	}
	initials := ""
	for _, w := range strings.Fields(strings.TrimSuffix(bodyKey(b), " "+bodyKey(rest))) {
		if !joiners[w] {
			initials += w[:1]
		}
	}
	return strings.EqualFold(initials, short)
}

func bodyKey(s string) string {
	s = normal(s)
	s = strings.TrimPrefix(s, "the ")
	switch s {
	case "full council", "county council", "city council", "borough council", "district council":
		return "council"
	}
	return s
}

func tidyBody(s string) string { return strings.Join(strings.Fields(s), " ") }

func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[len(f)-1], ".,;:’'")
}
