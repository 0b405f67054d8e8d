package classify

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// meetingRefs are the meetings a record names: a body and a day, a day of a
// meeting whose body the words do not say, each with the sentence of all that
// names it. body and date are the record's own meeting, which is no reference
// to another.
//
// A date is a meeting's where the words beside it say so: "at its meeting on",
// "minutes of the meeting held on", a body straight before it ("to Cabinet on
// 6 December 2022"), or a body that considered, noted or decided something on
// it. The date of a publication or a letter is not. The ways are in a table
// (meetingWays), what a title does to the dates below it in another place (heading).
func meetingRefs(h *archive.Head, all []said, body string, date archive.Date) []archive.MeetingRef {
	f := &finder{
		head:   h,
		own:    owner{council: h.Council, body: body, date: date, minutes: h.Kind == archive.KindItem, finding: h.Kind == archive.KindFinding},
		title:  headingOf(h.Title),
		bodies: map[string]string{},
	}
	if body != "" {
		f.bodies[lastWord(body)] = body
	}
	printed := make([][]ukdate.Match, len(all))
	f.years = calendarOf(date)
	for i, s := range all {
		printed[i] = ukdate.Find(s.text)
		if s.offset >= 0 {
			f.years.note(printed[i])
		}
	}
	for i, s := range all {
		f.sentence(s, printed[i])
	}
	return f.withUndated()
}

// A finder goes through a record's sentences and keeps the meetings they name.
type finder struct {
	head    *archive.Head
	own     owner
	title   heading
	years   calendar
	bodies  map[string]string // by noun: the last body with a name of its own that ended in it
	found   meetingSet
	undated []archive.MeetingRef // of a pathway: meetings whose days are not given
}

// sentence adds the meetings that one sentence names; printed are its dates in
// full.
func (f *finder) sentence(s said, printed []ukdate.Match) {
	words := split(s.text)
	ms := slices.DeleteFunc(mentions(s.text, words), func(m mention) bool {
		return m.nameless && lastWord(m.name) != lastWord(f.own.body)
	})
	if !f.title.announces && f.own.minutes && s.opensParagraph(f.head) && announces.MatchString(s.text) && !f.ofAnother(s.text, ms) {
		return
	}
	var prior ruling
	before := dated{end: -1}
	for _, d := range datesIn(s.text, printed, f.years) {
		c := newClue(s.text, words, ms, d, f.own, prior)
		c.last = max(0, before.end)
		prior = readMeeting(c)
		if prior.is != meeting {
			prior = f.title.read(c, before)
		}
		before = d
		if prior.is == meeting {
			f.add(s, c, prior.body)
		}
	}
	for _, m := range ms {
		if !m.full {
			continue
		}
		f.bodies[lastWord(m.name)] = m.name
		if !sameBody(m.name, f.own.body) && pathway.MatchString(s.text) {
			f.undated = append(f.undated, archive.MeetingRef{Body: tidyBody(m.name), Quote: s.text, Page: s.page(f.head)})
		}
	}
}

// add keeps the meeting of body on the date of c, unless it is the record's own.
func (f *finder) add(s said, c *clue, body mention) {
	d := c.d
	if d.guessed {
		minutes := c.has("min") && minutesBefore.MatchString(c.before)
		past, future := false, false
		if !f.title.announces && f.years.far(d.date) {
			past, future = c.tense()
		}
		d.date = f.years.shifted(d.date, minutes || past, f.title.announces || future)
		if minutes && !c.has("annual", "agm") && f.years.near.Time().Sub(d.date.Time()) > longAgo {
			return // minutes wait less than a year to be confirmed, but for those of annual meetings: a slip
		}
	}
	name := body.name
	if name != "" && !body.full {
		name = f.fullName(c, body)
	}
	if name == strings.ToUpper(name) && sameBody(name, f.own.body) || // as the heading has it
		f.own.isCouncil() && sameBody(name, f.own.council) { // "Thornley Parish Council", as its own minutes have it
		name = f.own.body
	}
	name = tidyBody(name)
	if d.date == f.own.date && (name == "" || f.own.is(name)) {
		return
	}
	f.found.add(archive.MeetingRef{Body: name, Date: d.date, Quote: s.text, Page: s.page(f.head)})
}

// longAgo is longer than minutes wait to be confirmed.
const longAgo = 300 * 24 * time.Hour

// fullName is the name of a body that is spoken of by its noun alone, "the
// Committee": as it stands before it in the sentence, else as the record had it
// last.
func (f *finder) fullName(c *clue, body mention) string {
	noun := lastWord(body.name)
	if noun == lastWord(f.own.body) && strings.HasSuffix(strings.ToLower(c.s[:body.start]), "this ") {
		return f.own.body
	}
	for _, m := range slices.Backward(c.ms) {
		if m.full && m.start < body.start && lastWord(m.name) == noun {
			return m.name
		}
	}
	if name := f.bodies[noun]; name != "" {
		return name
	}
	return body.name
}

// ofAnother reports whether a body is named that is not the record's own.
func (f *finder) ofAnother(s string, ms []mention) bool {
	if g := ofParish.FindString(s); g != "" && !strings.EqualFold(g, f.own.body) {
		return true
	}
	for _, m := range ms {
		if m.full && !f.own.is(m.name) && lastWord(m.name) != lastWord(f.own.body) {
			return true
		}
	}
	return false
}

// withUndated are the meetings found, and the bodies of a pathway that none of
// them is of.
func (f *finder) withUndated() []archive.MeetingRef {
	out := f.found.all
	for _, r := range f.undated {
		if !namesBody(out, r.Body) {
			out = append(out, r)
		}
	}
	return out
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

// isCouncil reports whether the meeting is the council's own, "Parish Council"
// of "Thornley Parish Council".
func (o owner) isCouncil() bool {
	return lastWord(o.body) == "council" && strings.HasSuffix(strings.ToLower(o.council), " "+strings.ToLower(o.body))
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
