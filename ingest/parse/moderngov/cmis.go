package moderngov

import (
	"strings"

	"moothall/ingest/ukdate"
)

// isCMIS reports whether a page was made by CMIS, the system that one council
// in twelve uses. Its meeting page has labels with their values and a list of
// papers, and no word of what was said: its blocks stay the page's own, under
// the meeting they belong to.
func (p *page) isCMIS() bool {
	for i := range p.lines {
		if p.has(i, "DNNLabel") {
			return true
		}
	}
	return false
}

// cmisFront reads the meeting a CMIS page is about. The classes of the values
// cannot be relied on, so a value is the line after its label.
func (p *page) cmisFront() front {
	f := front{council: p.council(), url: p.resolve(p.doc.Raw.URL)}
	for i := range p.lines {
		if !p.has(i, "DNNLabel") {
			continue
		}
		label, value, _ := strings.Cut(p.text(i), ":")
		if value = strings.TrimSpace(value); value == "" && i+1 < len(p.lines) && !p.has(i+1, "DNNLabel") {
			value = p.text(i + 1)
		}
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "committee", "body", "meeting of":
			f.committee = firstOf(f.committee, value)
		case "date", "meeting date":
			if found := ukdate.Find(value); len(found) > 0 && f.date == "" {
				f.date = found[0].Date
				f.time, _ = ukdate.Clock(value[found[0].End:])
			}
		case "venue", "location":
			f.venue = firstOf(f.venue, value)
		}
	}
	f.title = strings.Trim(f.committee+" - "+f.date.Long(), " -")
	return f
}
