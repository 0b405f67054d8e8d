package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// front is what a paper says of its meeting before the first item. What it
// does not say is empty: nothing is taken from the file's name.
type front struct {
	council, body string
	date          archive.Date
	time, venue   string
	inferred      bool // the council is not named where papers name it
}

func (f front) title() string {
	var parts []string
	for _, s := range []string{f.council, f.body, f.date.Long()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// front reads the front matter of a meeting whose first item begins at line
// until.
func (p *paper) front(m meeting, until int) front {
	lines := p.frontLines(m, until)
	f := front{council: strings.TrimSpace(p.doc.Raw.Council)}
	printed := ""
	for _, l := range lines {
		if name := councilIn(l); name != "" {
			printed = name
			break
		}
	}
	if f.council == "" {
		f.council = printed
	}
	if f.council == "" { // a pack names it on its first page
		for i := 0; i < len(p.lines) && i < 12 && f.council == ""; i++ {
			f.council = councilIn(p.text(i))
		}
		printed = f.council
	}
	if f.council == "" {
		f.council = welshCouncil(lines)
		f.inferred = f.council != ""
	}
	if f.council == "" {
		f.council = councilOfAssembly(lines)
		f.inferred = f.council != ""
	}
	if f.council == "" {
		f.council = councilOfSeat(lines)
		f.inferred = f.council != ""
	}
	if f.council == "" {
		f.council = p.commonCouncil()
		f.inferred = f.council != ""
	}
	if printed == "" {
		printed = f.council
	}
	f.body = bodyIn(lines, printed)
	f.date = dateIn(lines)
	f.time, f.venue = timeIn(lines), venueIn(lines)
	return f
}

// frontLines are the lines above the first item and, where a reader took the
// title for a running header because it is printed on every page, that
// header.
func (p *paper) frontLines(m meeting, until int) []string {
	var lines []string
	if m.from < len(p.places) {
		for _, r := range p.doc.Paper.Pages[p.places[m.from].Page].Running {
			if utf8.RuneCountInString(r) > 3 && !ofAnotherDay(r) {
				lines = append(lines, r)
			}
		}
	}
	for i := m.from; i < until && i < m.from+60; i++ {
		if ofAnotherDay(p.text(i)) {
			continue
		}
		lines = append(lines, pieces(strings.ReplaceAll(p.text(i), " | ", " "))...)
	}
	return lines
}

// pieces parts a line of front matter that says several things in one go, as
// where line breaks were lost or dashes stand for them: "THORNLEY DISTRICT
// COUNCIL PLANNING COMMITTEE 17 JANUARY 2024 PRESENT: Councillor A" is a
// council, a body, a day and the list of those present.
func pieces(line string) []string {
	var out []string
	cut := func(at int) {
		if s := strings.Trim(line[:at], " \t,;:.|–—-"); s != "" {
			out = append(out, s)
		}
		line = strings.TrimLeft(line[at:], " \t,;:.|–—-")
	}
	if m := presentInside.FindStringIndex(line); m != nil && utf8.RuneCountInString(line[:m[0]]) < 240 {
		_, width := utf8.DecodeRuneInString(line[m[0]:])
		at := m[0] + width
		last := line[at:]
		line = line[:at]
		return append(pieces(line), strings.TrimSpace(last))
	}
	if at := opensWithCouncil.FindStringIndex(line); at != nil && councilIn(line[:at[1]]) != "" && !minutesTitle.MatchString(line) {
		if rest := strings.TrimLeft(line[at[1]:], " \t,;:.|–—-"); rest != "" && rest != line[at[1]:] && namesBody.MatchString(rest) {
			cut(at[1])
		}
	}
	if m := titleInside.FindStringIndex(line); m != nil && bodyTail.MatchString(strings.TrimSpace(line[:m[0]])) {
		cut(m[0])
	}
	if d := ukdate.Find(line); len(d) > 0 {
		before := strings.TrimRight(weekdayEnd.ReplaceAllString(line[:d[0].Start], ""), " ,.:–—-")
		if len(before) < d[0].Start && bodyTail.MatchString(before) && !heldForm.MatchString(before) {
			cut(len(before))
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

var (
	presentInside    = regexp.MustCompile(`[^\s(]\s+(?:PRESENT\s*:|Present\s*:)`)
	opensWithCouncil = regexp.MustCompile(`^(?:[\pL][\w’'&.-]* ){1,6}?(?:Council|COUNCIL)\b`)
	namesBody        = regexp.MustCompile(`^(?:[\pL][\w’',&-]* ){0,9}?(?i:` + bodyWords + `)\b`)
	titleInside      = regexp.MustCompile(`\b(?:Minutes|MINUTES|Notes|NOTES) (?:of|OF) `)
	weekdayEnd       = regexp.MustCompile(`(?i)[, .:–—-]*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$`)
)

// dateIn is the meeting's day: the first date on a line that speaks of the
// meeting, else the first date of all. The day on which the clerk signed the
// summons is another day: it stands in for the meeting's only where the paper
// does not say at all when that is.
func dateIn(lines []string) archive.Date {
	var first, signed archive.Date
	named := false // a day is named, readable or not
	for i, l := range lines {
		l = misreadOrdinal.ReplaceAllString(l, "${1}th ${2}")
		found := ukdate.Find(l)
		if len(found) == 0 {
			named = named || onWeekday.MatchString(l)
			continue
		}
		before := l[:found[0].Start]
		switch {
		case clerks(lines, i, before):
			if signed == "" {
				signed = found[0].Date
			}
		case heldForm.MatchString(before):
			return found[0].Date
		case first == "":
			first = found[0].Date
		}
	}
	if first == "" && signed != "" {
		if named {
			return ""
		}
		return signed
	}
	if first != "" {
		return first
	}
	for i, l := range lines {
		m := shortYear.FindStringSubmatchIndex(l)
		if m == nil || named && clerks(lines, i, l[:m[0]]) {
			continue
		}
		if d, ok := ukdate.Parse(l[m[2]:m[3]] + "/" + l[m[4]:m[5]] + "/20" + l[m[6]:m[7]]); ok {
			return d
		}
	}
	return ""
}

// clerks reports whether a date in line i is that of an officer's signature.
// before is what the line says ahead of it.
func clerks(lines []string, i int, before string) bool {
	return clerksDate.MatchString(before) || onlyDated.MatchString(before) && i > 0 && officer.MatchString(lines[i-1])
}

var (
	// misreadOrdinal is a day whose small raised "th" was read as signs: 29".
	misreadOrdinal = regexp.MustCompile(`(?i)\b(\d{1,2})(?:["”“'’‘*°»«^]{1,3}|t[h]?["”’»*])\s*(january|february|march|april|may|june|july|august|september|october|november|december)\b`)
	// clerksDate is what stands before the day on which an officer signed.
	clerksDate = regexp.MustCompile(`(?i)\b(?:clerk|proper officer|chief executive|monitoring officer|signed)\b[^.]{0,40}?\bdated?\b[\s:]*$`)
	// onlyDated is that, below the officer's name.
	onlyDated = regexp.MustCompile(`^(?i:dated?)\s*:?\s*$`)
	// onWeekday names the day of a meeting.
	onWeekday = regexp.MustCompile(`(?i)\b(?:held|meeting)\b.{0,60}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`)
)

// shortYear is a day with a year of two digits at the end of a line: "SCRUTINY
// COMMITTEE, 21-11-23". Councils' papers on the web are of this century.
var shortYear = regexp.MustCompile(`(?:^|[\s,])(\d{1,2})[-./](\d{1,2})[-./](\d{2})$`)

var heldForm = regexp.MustCompile(`(?i)\b(?:held|meeting|minutes|date)\b`)

// timeIn is when the meeting began: the first time of day on the line that
// dates it or the lines beside it.
func timeIn(lines []string) string {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		if t, ok := ukdate.Clock(l); ok {
			return t
		}
	}
	return ""
}

// venueIn is where the meeting was held, as printed.
func venueIn(lines []string) string {
	for _, l := range lines {
		if m := venueLabel.FindStringSubmatch(l); m != nil {
			return tidyVenue(m[1])
		}
		if m := venueForm.FindStringSubmatch(l); m != nil && len(m[1]) > 3 {
			return tidyVenue(m[1])
		}
	}
	return ""
}

var (
	venueLabel = regexp.MustCompile(`^(?i:venue|place|location)\s*:\s*(.+)$`)
	venueForm  = regexp.MustCompile(`(?i)\bheld (?:in|at|on[^.]{0,60}? (?:in|at)) (?:\d{1,2}[.:]\d{2} ?[ap]\.?m\.? in )?((?:the )?[A-Z0-9][^.]*?)(?:,? (?:on|at|from|commencing|starting)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|the \d|\d|noon)[^.]*)?(?:\.|$)`)
)

func tidyVenue(s string) string {
	for _, d := range ukdate.Find(s) {
		s = s[:d.Start]
		break
	}
	if at := nextSentence.FindStringIndex(s); at != nil {
		_, width := utf8.DecodeRuneInString(s[at[0]:])
		s = s[:at[0]+width]
	}
	s = strings.TrimSpace(s)
	s = regexp.MustCompile(`(?i)[, ]+(?:on|at|from)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[, ]*$`).ReplaceAllString(s, "")
	return strings.Trim(s, " ,;:-–")
}

// nextSentence begins after a place whose full stop or line end was lost: "the
// Village Hall The agenda is below". "The Street" is part of a place.
var nextSentence = regexp.MustCompile(`[\pL\d)] (?:The|All|Members|You|Please|This|There|Present) [a-z]|\n`)
