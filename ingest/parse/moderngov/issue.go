package moderngov

import (
	"regexp"
	"strings"

	"moothall/ingest/ukdate"
)

// meetingLine heads each meeting's part of an issue page: "Meeting:
// 22/07/2021 - Council (Item 183)". The body's name may hold hyphens and
// brackets, so the date at the front and the last bracket are what is sure.
var meetingLine = regexp.MustCompile(`^(?i:Meeting|Cyfarfod):\s*(\d{1,2}/\d{1,2}/\d{4})\s*(?:[-–]\s*)?(.*?)\s*(?:\((?i:Item|Eitem)\s*([^()]*)\))?\s*$`)

// issue reads an issue's page of meetings.
func (p *page) issue() (front, []entry) {
	f := front{council: p.council(), issue: firstOf(p.query("iid"))}
	var starts []int
	for i := range p.lines {
		if meetingLine.MatchString(p.text(i)) && !(p.marked && p.inWord(i)) {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return f, nil
	}
	f.title = p.issueTitle(starts[0])
	var entries []entry
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		entries = append(entries, p.meetingEntry(from, to, f.title))
	}
	return f, entries // what stands above the first meeting is the page's own heading
}

// issueTitle is the line under the page's heading, or the heading's own end.
func (p *page) issueTitle(end int) string {
	for i := range end {
		if t := p.text(i); !strings.HasPrefix(strings.ToLower(t), "issue - ") && strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// meetingEntry reads the lines [from, to) of one meeting.
func (p *page) meetingEntry(from, to int, issueTitle string) entry {
	m := meetingLine.FindStringSubmatch(p.text(from))
	e := entry{lines: span(from, to), body: strings.TrimSpace(m[2]), number: strings.TrimRight(strings.TrimSpace(m[3]), ".:")}
	e.date = dateOf(ukdate.Parse(m[1]))
	for _, l := range p.lines[from].Links {
		if strings.Contains(strings.ToLower(l.Href), "documents.aspx") {
			e.url, e.itemID = p.resolve(l.Href), bookmark(l.Href)
		}
	}
	rest := from + 1
	if rest < to && p.label(rest, noLabel) == noLabel {
		e.title, rest = p.titleAt(&e, rest, to)
	}
	if e.title == "" || reportHeading.MatchString(e.title) {
		e.title = firstOf(issueTitle, e.title)
	}
	p.sort(&e, span(rest, to))
	return e
}

// reportHeading is a heading of the report in the place of a title that was
// lost.
var reportHeading = regexp.MustCompile(`(?i)^(?:purpose(?: of (?:the )?report)?|recommendations?|summary|executive summary|background|report of .{3,80})\s*:?$`)

// titleAt reads the title at line i, which begins with the item's number or
// does not, and gives the line after it.
func (p *page) titleAt(e *entry, i, to int) (string, int) {
	number, rest, ok := p.numbered(i)
	switch {
	case ok && rest == "" && i+1 < to && p.label(i+1, noLabel) == noLabel:
		// The number stands in a line of its own.
		e.number = firstOf(e.number, number)
		return p.titleAt(e, i+1, to)
	case ok && rest != "" && (e.number == "" || strings.EqualFold(number, e.number)):
		if e.number == "" && !(p.flat || p.has(i, "mgAiTitle")) {
			break // "20 mph zones" has a number that is the title's own
		}
		e.number = number
		title, _ := cutSize(rest)
		e.documents = append(e.documents, p.lead(i, title)...)
		return title, i + 1
	}
	title, _ := cutSize(p.text(i))
	e.documents = append(e.documents, p.lead(i, title)...)
	return title, i + 1
}

func span(from, to int) []int {
	var s []int
	for i := from; i < to; i++ {
		s = append(s, i)
	}
	return s
}
