package moderngov

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// item reads the page of one agenda item.
func (p *page) item() (front, []entry) {
	f := front{council: p.council()}
	f.committee, f.date, f.time, f.url = p.breadcrumb()
	e := entry{lines: span(0, len(p.lines))}
	if id := firstOf(p.query("id"), p.query("aiid")); id != "" {
		e.id = "ai" + id
	}
	start := p.after("agenda item", "agenda item details", "eitem ar yr agenda", "eitem agenda")
	at := start
	for i := range p.lines {
		if p.has(i, "mgSubTitleTxt") {
			at = i
			break
		}
	}
	e.lines = span(p.belowHeading(at), len(p.lines))
	rest := at
	if at < len(p.lines) && p.label(at, noLabel) == noLabel {
		var n int
		e.title, n = p.titleAt(&e, at, len(p.lines))
		rest = n
		if number, words, ok := p.numbered(at); ok && words != "" && e.number == "" && at == 0 && start == 0 {
			// Not this system's page of an item, which prints no number, but a
			// part of a page whose heading was lost.
			e.number = number
			e.title, _ = cutSize(words)
		}
	}
	if e.title == "" {
		e.title = strings.TrimPrefix(p.doc.Paper.Title, "Agenda item - ")
		if e.title == p.doc.Paper.Title {
			e.title = ""
		}
	}
	f.title = e.title
	if len(e.lines) == 0 {
		return f, nil
	}
	p.sort(&e, span(rest, len(p.lines)))
	p.closing(&e)
	return f, []entry{e}
}

// closing finds the resolution on a page without the system's labels, where
// it stands last, as it was recommended: "To note the report.", "2. That a
// report be brought to a future meeting." Before a meeting such a line is all
// there is, and no resolution.
func (p *page) closing(e *entry) {
	if len(e.minutes) > 0 || len(e.decision) > 0 {
		return
	}
	at := len(e.agenda)
	for at > 0 && asRecommended.MatchString(p.text(e.agenda[at-1])) {
		at--
	}
	if at == len(e.agenda) || !told.MatchString(joined(p.at(e.agenda[:at]))) && !introduced.MatchString(joined(p.at(e.agenda[:at]))) {
		return
	}
	e.minutes, e.decision, e.agenda = e.agenda[:at], e.agenda[at:], nil
}

var (
	asRecommended = regexp.MustCompile(`^(?:\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*)?(?:To [a-z]+|That) `)
	introduced    = regexp.MustCompile(`\b(?:introduced|presented|submitted) (?:the|a|an|his|her|their) (?:[\w-]+ ){0,4}(?:report|paper|item|update)\b`)
)

// belowHeading is the line from which a page speaks of its matter: the one of
// its title, or the first where no title is known. The page's own heading
// ("Agenda item") above it is no word of the matter.
func (p *page) belowHeading(title int) int {
	if title < 0 || title >= len(p.lines) {
		return 0
	}
	return title
}

// after is the index of the line after the first one that is one of headings
// and nothing else, among the page's first lines; 0 where there is none.
func (p *page) after(headings ...string) int {
	for i := 0; i < len(p.lines) && i < 12; i++ {
		for _, h := range headings {
			if strings.EqualFold(strings.TrimRight(p.text(i), ": "), h) {
				return i + 1
			}
		}
	}
	return 0
}

// breadcrumb is what the links that say where a page stands tell of its
// meeting.
func (p *page) breadcrumb() (committee string, date archive.Date, clock, url string) {
	for _, l := range p.links {
		switch name := strings.ToLower(l.Href); {
		case strings.Contains(name, "mgcommitteedetails.aspx"):
			committee = l.Text
		case strings.Contains(name, "ielistdocuments.aspx") && l.Text != "canonical" && l.Text != "form":
			url = p.resolve(l.Href)
			body, d, c := heading(l.Text)
			if d != "" {
				date, clock = d, c
			}
			committee = firstOf(committee, body)
		case strings.Contains(name, "ielistmeetings.aspx") && committee == "" && !strings.Contains(strings.ToLower(l.Text), "meetings"):
			committee = l.Text
		}
	}
	return committee, date, clock, url
}

// heading reads "Cabinet - Tuesday, 9th October 2012 10.00 a.m.": the body,
// whose name may hold hyphens, the day and the time.
func heading(s string) (body string, date archive.Date, clock string) {
	found := ukdate.Find(s)
	if len(found) == 0 {
		return "", "", ""
	}
	m := found[len(found)-1]
	clock, _ = ukdate.Clock(s[m.End:])
	body = strings.TrimSpace(s[:m.Start])
	if body == "" {
		// "Thursday, 22nd July, 2021 7.00 pm, Council": the other way round.
		if _, after, ok := strings.Cut(s[m.End:], " - "); ok {
			body = after
		}
	}
	return strings.Trim(body, " -–—,:"), m.Date, clock
}
