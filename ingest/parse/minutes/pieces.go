package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/ukdate"
)

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
	if m := labelInside.FindStringIndex(line); m != nil && m[0] > 2 {
		label := line[m[0]:]
		return append(pieces(strings.TrimSpace(line[:m[0]])), pieces(strings.TrimSpace(label))...)
	}
	if at := opensWithCouncil.FindStringIndex(line); at != nil && councilIn(line[:at[1]]) != "" && !minutesTitle.MatchString(line) {
		if rest := strings.TrimLeft(line[at[1]:], " \t,;:.|–—-"); rest != "" && rest != line[at[1]:] && namesBody.MatchString(rest) {
			cut(at[1])
		}
	}
	if m := titleInside.FindStringIndex(line); m != nil && bodyTail.MatchString(strings.TrimRight(line[:m[0]], " .,:–-")) {
		cut(m[0])
	}
	if d := ukdate.Find(line); len(d) > 0 {
		before := strings.TrimRight(weekdayEnd.ReplaceAllString(line[:d[0].Start], ""), " ,.:–—-")
		if len(before) < d[0].Start && (bodyTail.MatchString(before) && !heldForm.MatchString(before) || bodyMinutes.MatchString(before)) {
			cut(len(before))
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

var (
	presentInside = regexp.MustCompile(`[^\s(]\s+(?:PRESENT\s*:|Present\s*:)`)
	// labelInside is a label in the middle of a line, where what was set in
	// columns stands on one: "CABINET HELD: Tuesday, 13 March Start: 7.00 pm".
	labelInside      = regexp.MustCompile(`\s(?:HELD|Held|DATE|Date|TIME|Time|VENUE|Venue|START|Start|FINISH|Finish|PLACE|Place|LOCATION|Location|CHAIR|Chair)\s?:`)
	opensWithCouncil = regexp.MustCompile(`^(?:[\pL][\w’'&.-]* ){1,6}?(?:Council|COUNCIL)\b`)
	namesBody        = regexp.MustCompile(`^(?:[\pL][\w’',&-]* ){0,9}?(?i:` + bodyWords + `)\b`)
	bodyMinutes      = regexp.MustCompile(`(?i)` + bodyWords + `(?: (?:public|draft|open|meeting))? minutes$`)
	titleInside      = regexp.MustCompile(`\b(?:Minutes|MINUTES|Notes|NOTES) (?:of|OF) `)
	weekdayEnd       = regexp.MustCompile(`(?i)[, .:–—-]*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$`)
)
