package moderngov

import (
	"net/url"
	"regexp"
	"strings"

	"moothall/archive"
)

// meeting reads a meeting page.
func (p *page) meeting() (front, []entry) {
	f := p.meetingFront()
	starts := p.rows()
	var entries []entry
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		e := entry{lines: span(from, to)}
		e.number, e.id = p.rowNumber(from)
		rest := from
		if number, words, ok := p.numbered(from); ok && words == "" {
			e.number, rest = firstOf(e.number, number), from+1
		} else if e.number != "" && cellNumber.MatchString(e.number) {
			rest = from + 1
		} else if p.text(from) == "" {
			rest = from + 1
		}
		if rest < to && p.label(rest, noLabel) == noLabel {
			e.title, rest = p.rowTitle(&e, rest)
		}
		if e.title == "" && e.number == "" {
			continue
		}
		p.sort(&e, span(rest, to))
		entries = append(entries, e)
	}
	return f, entries
}

// cellNumber is a number of a clerk's own making, which nothing but its cell
// tells from a title: "PL61-22/23", "19-20/FRA/1".
var cellNumber = regexp.MustCompile(`^[A-Za-z./\\-]{0,12}\d[\dA-Za-z./\\-]{0,15}$`)

// meetingFront reads what stands above the agenda.
func (p *page) meetingFront() front {
	f := front{council: p.council(), url: p.resolve(p.doc.Raw.URL)}
	for i := 0; i < len(p.lines) && i < 3 && f.council == "" && !p.marked; i++ {
		f.council = wholeCouncil(p.text(i))
	}
	at := -1
	for i := 0; i < len(p.lines) && i < 25; i++ {
		body, date, clock := heading(p.text(i))
		if date == "" || at >= 0 && !p.has(i, "mgSubTitleTxt") || len(p.text(i)) > 250 || p.has(i, "mgActionList") {
			continue
		}
		if at >= 0 && p.has(at, "mgSubTitleTxt") {
			break
		}
		at = i
		f.committee, f.date, f.time = body, date, clock
	}
	committee, date, clock, _ := p.breadcrumb()
	if m := p.imported(); m != "" {
		committee, f.date = m, firstOf(p.importedDay(), f.date)
		f.committee = ""
	}
	if f.date == "" {
		f.date, f.time = date, clock
	}
	if f.date == "" {
		if body, date, clock := heading(p.doc.Paper.Title); date != "" {
			f.date, f.time = date, clock
			f.committee = firstOf(f.committee, afterKind(body))
		}
	}
	f.committee = firstOf(afterKind(withoutNote(f.committee)), committee)
	if f.committee == "" {
		// A cancelled meeting's page may name its body in its title only.
		if body, date, _ := heading(p.doc.Paper.Title); date == f.date {
			f.committee = afterKind(body)
		}
	}
	f.title = strings.Trim(f.committee+" - "+f.date.Long(), " -")
	for i := 0; i < len(p.lines) && i < 60; i++ {
		if v, ok := cutLabel(p.text(i), "Venue", "Lleoliad"); ok && !p.inWord(i) {
			if v == "" && i+1 < len(p.lines) {
				v = p.text(i + 1)
			}
			f.venue = venue(v)
			break
		}
	}
	return f
}

// imported is the body that the page of a meeting from an earlier system
// names; its day stands in its address alone.
func (p *page) imported() string {
	for i := 0; i < len(p.lines) && i < 6; i++ {
		if rest, ok := strings.CutPrefix(p.text(i), "This is a meeting of the "); ok && len(rest) < 100 {
			return strings.TrimRight(rest, ". ")
		}
	}
	return ""
}

// importedDay is the day in such a page's address: "DF=25%2f08%2f2011".
func (p *page) importedDay() archive.Date {
	u, err := url.Parse(p.pageURL())
	if err != nil {
		return ""
	}
	for name, values := range u.Query() {
		if strings.EqualFold(name, "df") && len(values) > 0 {
			return found(values[0])
		}
	}
	return ""
}

// withoutNote drops what a page says of a meeting before its body: "Agenda for
// Cabinet on", "Virtual meeting in public, Cabinet", "Reconvened from 10
// November 2021, Planning Committee".
func withoutNote(s string) string {
	if m := agendaFor.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return strings.TrimSpace(meetingNote.ReplaceAllString(s, ""))
}

var (
	agendaFor   = regexp.MustCompile(`(?i)^(?:agenda|minutes|decisions|agenda and minutes|meeting) (?:for|of) (?:the )?(.+?)(?:,)? on$`)
	meetingNote = regexp.MustCompile(`(?i)^(?:(?:reconvened|adjourned|re-?arranged|rescheduled|virtual|remote|hybrid|online|special|extraordinary|additional|informal|urgent|cancelled|moved|new|postponed|please note)\b[^,-]{0,60}, )+`)
)

// afterKind drops what a page's title says the page is: "Agenda and minutes -
// Council" is Council's.
func afterKind(s string) string {
	for {
		head, rest, ok := strings.Cut(s, " - ")
		if !ok {
			if kindOfPage.MatchString(s) {
				return ""
			}
			return s
		}
		if !kindOfPage.MatchString(head) {
			return s
		}
		s = rest
	}
}

var kindOfPage = regexp.MustCompile(`(?i)^(?:(?:cancelled|postponed|withdrawn|moved|new)\b[ ,:]*)?(?:agendas?|minutes|decisions|draft|and|meetings?|papers|,|\s)+$`)

// venue is a venue without the link to its directions.
func venue(s string) string {
	s, _, _ = strings.Cut(s, "View directions")
	return strings.TrimRight(strings.TrimSpace(s), ". ")
}

// cutLabel gives what follows one of names and a colon.
func cutLabel(s string, names ...string) (string, bool) {
	head, rest, ok := strings.Cut(s, ":")
	if !ok {
		return "", false
	}
	for _, n := range names {
		if strings.EqualFold(strings.TrimSpace(head), n) {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}
