package classify

import (
	"regexp"
	"sort"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
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
	var out, undated []archive.MeetingRef
	named := "" // the last body with a name of its own that ended in each noun
	last := map[string]string{}
	if body != "" {
		last[lastWord(body)] = body
	}
	next := nextMeeting.MatchString(normal(h.Title))
	ofMinutes := minutesTitle.MatchString(h.Title)
	for _, s := range sentences(h) {
		ms := mentions(s.text)
		for _, d := range datesIn(s.text, date) {
			from := 0
			if d.after >= 0 {
				from = d.after
			}
			name, ok := meetingBefore(s.text, from, d, ms, out)
			if m, found := referrer(s.text, d, ms); found && date != "" && d.date < date {
				name, ok = m, true
			}
			if (next || ofMinutes) && !ok && aloneBefore.MatchString(s.text[:d.start]) { // "8.1 13 May 2024, in the hall"
				ok = true
			}
			if !ok {
				continue
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
			if d.date == date && (ref.Body == "" || sameBody(ref.Body, body)) {
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
var nextMeeting = regexp.MustCompile(`\b(?:next|future|forthcoming) (?:\w+ )?meetings?\b`)

// minutesTitle is the title of an item that confirms minutes; a date that
// opens one of its sentences is that of the meeting they are of.
var minutesTitle = regexp.MustCompile(`(?i)^(?:to (?:confirm|approve|receive|sign|agree) )?(?:the )?(?:draft |previous )?(?:minutes|notes|record)(?: of (?:the )?(?:last|previous) meetings?)?\W*$`)

// aloneBefore is what may stand before a date that opens a sentence: the
// paragraph's number and the day of the week.
var aloneBefore = regexp.MustCompile(`(?i)^[\s\d.()–:-]*(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)

// A dated is a date in a sentence. after is the end of the date before it
// when nothing but "and" or a comma stands between, else -1.
type dated struct {
	start, end int
	date       archive.Date
	after      int
	inferred   bool // the year is not printed
}

// bareDay is a day and month without its year: "13th February".
var bareDay = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (January|February|March|April|May|June|July|August|September|October|November|December)\b`)

// dashed is a date in two figures each, "12-10-23", as Welsh councils write
// them; a reference ("22-10-23-4") is none.
var dashed = regexp.MustCompile(`(?:^|[\s(])(\d{2})-(\d{2})-(\d{2})(?:$|[\s).,;:])`)

// datesIn are the dates of a sentence. A day without a year takes the year of
// the next date in its list, else the year that brings it nearest to near.
func datesIn(s string, near archive.Date) []dated {
	var out []dated
	for _, m := range ukdate.Find(s) {
		out = append(out, dated{start: m.Start, end: m.End, date: m.Date, after: -1})
	}
	for _, m := range dashed.FindAllStringSubmatchIndex(s, -1) {
		if d, ok := ukdate.Parse(s[m[2]:m[3]] + "/" + s[m[4]:m[5]] + "/20" + s[m[6]:m[7]]); ok {
			out = append(out, dated{start: m[2], end: m[7], date: d, after: -1})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	for _, m := range bareDay.FindAllStringSubmatchIndex(s, -1) {
		inside := false
		next := archive.Date("")
		for _, d := range out {
			if m[0] < d.end && m[1] > d.start {
				inside = true
			}
			if !d.inferred && d.start >= m[1] && next == "" && listed.MatchString(s[m[1]:d.start]) {
				next = d.date
			}
		}
		if inside {
			continue
		}
		if d := inYear(s[m[2]:m[3]], s[m[4]:m[5]], next, near); d != "" {
			out = append(out, dated{start: m[0], end: m[1], date: d, after: -1, inferred: true})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	for i := 1; i < len(out); i++ {
		if listed.MatchString(s[out[i-1].end:out[i].start]) {
			out[i].after = out[i-1].end
		}
	}
	return out
}

var listed = regexp.MustCompile(`^(?:,| and| &|, and| or)\s*(?:on )?(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$`)

func inYear(day, month string, next, near archive.Date) archive.Date {
	read := func(year string) archive.Date {
		d, ok := ukdate.Parse(day + " " + month + " " + year)
		if !ok {
			return ""
		}
		return d
	}
	if next != "" {
		return read(next.Year())
	}
	if near == "" {
		return ""
	}
	var best archive.Date
	var gap time.Duration
	for _, shift := range []int{-1, 0, 1} {
		d := read(near.Time().AddDate(shift, 0, 0).Format("2006"))
		if d == "" {
			continue
		}
		g := d.Time().Sub(near.Time()).Abs()
		if best == "" || g < gap {
			best, gap = d, g
		}
	}
	return best
}

// what ends a sentence's part before a date.
var (
	onDay = `(?:,? (?:on|of|for|from|dated|at|in|was|is|were|are|will be|would be|be|to be)(?: the)?|,| [-–]|\()?\s*(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`

	// "meeting(s) held on", "meeting of the Cabinet on", "met on"; between the
	// word and the date only what names the body, the place or the hour.
	meetingOn = regexp.MustCompile(`(?i)\b(?:meetings?|agm|session|met|sitting)\b((?: (?:of|for|held|was|were|is|are|to be|will be|would be|will|would|be|due|which|that|had|been|scheduled|took place|take place|taking place|place|next|the|in|at|on|and|again|also|virtually|remotely|no\.? ?\d+|date)\b| [A-Z][\w’'&,-]*| \([^)]*\)| \d{1,2}[.:]\d\d ?(?:am|pm)?,?| school,?| hall,?| library,?| online,?){0,16}?)` + onDay)
	// "the minutes of 6 September": minutes are a meeting's
	minutesOf = regexp.MustCompile(`(?i)(?:^|[^\d\w])\bminutes(?: of| for| from)? (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	// "the item was deferred to 8 March": what is put off is put off to a meeting
	putOff = regexp.MustCompile(`(?i)\b(?:item|items|application|applications|matter|matters|report|consideration|decision|question|motion|discussion|hearing)\b[^.;]{0,80}\b(?:deferred|put off|adjourned|postponed|held over|left over|stood over|carried over|put back)(?: [\w’'-]+){0,4}? (?:to|until|till) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	// "a further report on 6 December": a report comes to a meeting
	reportOn = regexp.MustCompile(`(?i)\b(?:(?:further|another|progress|update|updated) reports?|reports? back)(?: (?:be |to be )?(?:brought|presented|submitted|made))?(?: (?:back|to (?:the |this )?(?:committee|panel|board|council|cabinet)))? on (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	// "the motion passed on 7 December"
	carriedOn = regexp.MustCompile(`(?i)\b(?:motions?|resolutions?|amendments?) (?:that was |which was |was |were )?(?:passed|carried|adopted|lost|debated|moved)(?: unanimously)? on (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	// "at its next meeting, on"
	nextOn = regexp.MustCompile(`(?i)\bnext meeting\b[^.]{0,60}` + onDay)
	// a body straight before: "Cabinet on", "Panel held on", "Cabinet,", "Committee minutes of", "Council –"
	bodyOn = regexp.MustCompile(`(?i)^(?:['’]s)?(?: minutes| meetings?| agenda| \([^)]*\)|,? \(?(?:minute|min\.?)(?: no\.?)? [\w/.-]+,?)?(?: held| met| sat| on its meeting)?` + onDay)
	// a body that did something: "considered it … on"
	didOn = regexp.MustCompile(`(?i)^(?:['’]s)?(?:,)? [^.;:]{0,160}?\b(?:considered|considers|discussed|noted|approved|agreed|endorsed|received|resolved|recommended|heard|met|reviewed|scrutinised|debated|determined|decided|adopted|presented|reported|consider|debate|discuss|taken|take)\b[^.;:]{0,120}? on (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	// "considered by the Cabinet on" is bodyOn. Not a meeting:
	notMeeting = regexp.MustCompile(`(?i)\b(?:published|issued|dated|received|submitted|launched|launch|posted|circulated|letter|letters|email|e-mail|since|until|till|commenc\w*|start\w*|clos\w*|ends?|ended|ending|due|expir\w*|effect|force|born|died|signed|sent|by|before|after|deadline|consultation|effective|open\w*|complet\w*|inspect\w*|visit\w*|elections?|appointed|joined|left|retire\w*|announce\w*|between|from|report(?:s)? of|as at|act|census|minist\w+|government|parliament|hearing|tribunal|court|served|publication|built|erected|granted|lodged|paid|made)\b(?: (?:on|of|the|at|in|from|or|and|to|by|it|about|was|were|dated))*\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$`)
)

// meetingBefore decides whether d is the day of a meeting and of whose.
func meetingBefore(s string, from int, d dated, ms []mention, found []archive.MeetingRef) (mention, bool) {
	before := s[:d.start]
	if d.after >= 0 { // "on 19 December 2024 and 9 January 2025": as the first
		for i := len(found) - 1; i >= 0; i-- {
			if found[i].Quote == s {
				return mention{name: found[i].Body, full: true}, true
			}
		}
	}
	if m, ok := agentBefore(before, d.start, ms); ok {
		return m, true
	}
	if putOff.MatchString(before) || reportOn.MatchString(before) || carriedOn.MatchString(before) {
		return mention{}, true
	}
	if notMeeting.MatchString(before) {
		return mention{}, false
	}
	if minutesOf.MatchString(before) {
		return mention{}, true
	}
	if at := meetingOn.FindStringIndex(before); at != nil {
		m := meetingBody(before, at[0], ms)
		met := strings.EqualFold(before[at[0]:min(len(before), at[0]+3)], "met")
		if !met || m.name != "" { // members who met at a corner held no meeting
			return m, true
		}
	}
	if nextOn.MatchString(before) {
		return mention{}, true
	}
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if m.end > d.start {
			continue
		}
		rest := s[m.end:d.start]
		if bodyOn.MatchString(rest) && (m.full || i < len(ms)) {
			return m, true
		}
		if didOn.MatchString(rest) && !otherDate.MatchString(rest) && !passive.MatchString(rest) && !happened(rest) {
			return m, true
		}
		break
	}
	// the subject may stand before another body: "the Cabinet agreed with the
	// Board on …" belongs to neither for sure
	_ = from
	return mention{}, false
}

// agentBefore finds "considered by the Cabinet on": the body after "by" that
// stands straight before the date.
func agentBefore(before string, at int, ms []mention) (mention, bool) {
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if m.end > at {
			continue
		}
		if bodyOn.MatchString(before[m.end:]) && byBody.MatchString(before[:m.start]) {
			return m, true
		}
		return mention{}, false
	}
	return mention{}, false
}

// referrer finds who referred a matter to another body on a day that is past:
// "The Scrutiny Committee referred the plan to the Board on 14 July 2022" is
// the committee's meeting, for the board's is this one or still to come.
func referrer(s string, d dated, ms []mention) (mention, bool) {
	for i := len(ms) - 1; i > 0; i-- {
		if ms[i].end > d.start {
			continue
		}
		who := ms[i-1]
		return who, bodyOn.MatchString(s[ms[i].end:d.start]) && referredTo.MatchString(s[who.end:ms[i].start])
	}
	return mention{}, false
}

var referredTo = regexp.MustCompile(`(?i)^(?: had| has| have| also| then)* (?:referred|remitted|passed) [^.;]{0,100}?\bto (?:the |this )?$`)

// happened reports whether the words from a body to a date tell of something
// else that happened on it: what the body heard ("noted that a notice had been
// served on"), what was done by others, what a decision was for.
func happened(rest string) bool {
	if toldOf.MatchString(strings.TrimPrefix(strings.TrimPrefix(rest, ", which"), " which")) || forLater.MatchString(rest) {
		return true
	}
	m := doneOn.FindStringSubmatch(rest)
	return m != nil && !decidingVerb.MatchString(m[1])
}

var (
	toldOf       = regexp.MustCompile(`(?i)\b(?:that|which|who|whose|whether|how|because|when|after|where)\b`)
	forLater     = regexp.MustCompile(`(?i)\b(?:for|from|with effect|in force|into force) (?:\w+ ){0,3}(?:publication|implementation|launch|adoption|consultation|signature|completion|introduction|opening|delivery|collection|submission|use|effect|force|start)? ?(?:on|from) (?:the )?$`)
	doneOn       = regexp.MustCompile(`(?i)\b(?:was|were|been|be|being)(?: \w+ly)? (\w+ed|sent|made|paid|built|found|given|told|written|put|sold|set|begun|known|left|won|lost)\b[^.;]{0,40}? on (?:the )?$`)
	decidingVerb = regexp.MustCompile(`(?i)^(?:considered|discussed|noted|approved|agreed|endorsed|received|resolved|recommended|scrutinised|debated|determined|decided|adopted|presented|reported|referred|deferred|reviewed)$`)
)

var (
	byBody    = regexp.MustCompile(`(?i)\b(?:by|to|at|from)(?: the| a| both the)? ?$`)
	otherDate = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	passive   = regexp.MustCompile(`(?i)\b(?:published|issued|launched|received by|dated|letter|email)\b`)
)

// meetingBody is the body of the meeting whose word stands at offset at: "the
// Audit Committee meeting on", "meeting of the Cabinet", "the Committee, at
// its meeting on". An empty mention is a meeting of no stated body.
func meetingBody(s string, at int, ms []mention) mention {
	head := s[:at]
	for _, m := range ms { // meeting of the X
		if m.start > at && m.end <= len(s) && ofBody.MatchString(s[at:m.start]) {
			return m
		}
	}
	for i := len(ms) - 1; i >= 0; i-- { // X meeting
		m := ms[i]
		if m.end > at {
			continue
		}
		gap := head[m.end:]
		if adjacent.MatchString(gap) || its.MatchString(gap) || possessed.MatchString(gap) {
			return m
		}
		break
	}
	if its.MatchString(head) { // "the Chair of the Panel spoke of its meeting on"
		if c := chairOf.FindAllStringSubmatch(head, -1); c != nil {
			return mention{name: c[len(c)-1][1]}
		}
	}
	if g := smallGroup.FindStringSubmatch(head); g != nil { // a subgroup meeting
		return mention{name: g[1], full: true}
	}
	return mention{}
}

var (
	ofBody     = regexp.MustCompile(`(?i)^(?:meetings?|session|agm) (?:\(?no\.? ?\d+\)? )?(?:of|for) (?:the |this )?(?:full )?$`)
	chairOf    = regexp.MustCompile(`\b(?i:chair(?:man|person|woman)?) of (?:the |this )?((?:Sub-)?Committee|Panel|Board|Commission|Forum)\b`)
	adjacent   = regexp.MustCompile(`(?i)^(?:['’]s?)?(?: (?:minutes|agenda|paper|papers|last|next|previous|annual|ordinary|special|virtual|budget|of the|\([^)]*\)))* ?$`)
	its        = regexp.MustCompile(`(?i)\b(?:its|their|a|the|that|this|an)(?: (?:last|next|previous|first|annual|ordinary|special|extraordinary|recent|inaugural|own|budget))* $`)
	possessed  = regexp.MustCompile(`^[’']s? (?:\w+ )?$`)
	smallGroup = regexp.MustCompile(`\b(?:(?:a|an|the|our|its) )?((?:sub-?group|working group|working party|steering group|task group|task and finish group))s? $`)
)

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
// bodies apart.
func sameBody(a, b string) bool {
	return bodyKey(a) == bodyKey(b)
}

func bodyKey(s string) string {
	s = normal(s)
	s = strings.TrimPrefix(s, "the ")
	switch s {
	case "full council", "county council":
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
