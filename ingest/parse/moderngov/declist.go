package moderngov

import (
	"regexp"
	"strings"

	"moothall/ingest/ukdate"
)

// listedDecision heads each decision on a page of decisions published in a
// span of days: "16/11/2021 - Garage rents ref: 1055    Recommendations
// Approved". The status may stay as it was before the decision was taken, so
// it says nothing of the outcome.
var listedDecision = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(.+?)\s*\bref:?\s*(\d+)\b`)

// listsDecisions reports whether the page lists decisions and is none.
func (p *page) listsDecisions() bool {
	for i := range p.lines {
		if listedDecision.MatchString(p.text(i)) {
			return true
		}
	}
	return false
}

// decisionList reads a list of published decisions: an item to each, with who
// made it, when and what was decided.
func (p *page) decisionList() (front, []entry) {
	f := front{council: p.council(), title: "Decisions"}
	var starts []int
	for i := range p.lines {
		if listedDecision.MatchString(p.text(i)) && !p.inWord(i) {
			starts = append(starts, i)
		}
	}
	var entries []entry
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		entries = append(entries, p.listed(from, to))
	}
	return f, entries
}

// listed reads the lines [from, to) of one decision of a list.
func (p *page) listed(from, to int) entry {
	m := listedDecision.FindStringSubmatch(p.text(from))
	e := entry{lines: span(from, to), title: strings.TrimSpace(m[2]), id: "decision-" + m[3], date: dateOf(ukdate.Parse(m[1]))}
	under, maker := "", ""
	for i := from + 1; i < to; i++ {
		name, value, labelled := strings.Cut(p.text(i), ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		switch {
		case labelled && name == "decision maker":
			maker = value
		case labelled && name == "made at meeting":
			if found := ukdate.Find(value); len(found) > 0 {
				e.date, e.body = found[0].Date, strings.Trim(value[found[0].End:], " -–")
			}
		case labelled && listLabels[name]:
			if name == "effective from" {
				under = "decision" // the label of the decision may be lost
			}
		case labelled && name == "decision" && value == "":
			under = "decision"
		case reasonsHead.MatchString(p.text(i)):
			under = "after"
		case under == "decision":
			p.put(&e, under, i)
		}
	}
	if e.body == "" && isBody(maker) {
		e.body = maker
	}
	if exemptTitle.MatchString(e.title) {
		e.exempt = true
	}
	return e
}

var (
	listLabels = map[string]bool{
		"decision published": true, "effective from": true, "lead officer": true, "wards affected": true, "decision due date": true,
		"notice of decision": true, "contact": true, "report author": true, "is key decision?": true, "call-in": true,
	}
	reasonsHead = regexp.MustCompile(`(?i)^(?:reasons? for (?:the )?(?:decision|recommendation)s?|(?:alternative|other) options? (?:considered|rejected)[\w ]*)\s*:?\s*$`)
)
