// Package report reads officers' reports to committees: the paper that says
// what a body is asked to decide, and why. It works on blocks alone, so a
// report means the same whether it came as PDF, Word file or text.
//
// First the shape is copied in the paper's own words (front.go, section.go):
// labelled lines, a title, headed sections. Then it is said what each means
// (recommend.go, remedy.go, ombudsman.go). What a report may look like is in
// tables (labels.go); the forms are those of county, unitary and district
// councils' templates.
//
// Telephone numbers and e-mail addresses are left out of every text, and the
// remains of a logo are kept where they can be found and not seen.
package report

import (
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Parse finds the reports a paper is: one as a rule, several where a pack holds
// them one behind the other. What stands before the first, and a paper that
// names no body and has no section that reports have, is left to its pages.
func Parse(doc parse.Document) parse.Reading {
	places := parse.Places(doc.Paper)
	lines := parse.Lines(doc.Paper, places)
	whose := council(doc.Raw, append(runningLines(doc), lines...))
	reading := parse.Reading{Council: whose}
	seen := map[archive.ID]bool{}
	for i, cut := range divide(lines) {
		r := read(doc, whose, lines[cut.from:cut.front], lines[cut.front:cut.to])
		if r == nil || seen[r.ID] {
			reading.Rest = append(reading.Rest, places[cut.from:cut.to]...)
			continue
		}
		seen[r.ID] = true
		reading.Records = append(reading.Records, r)
		reading.Doubts = append(reading.Doubts, doubts(r)...)
		if i == 0 || len(reading.Records) == 1 {
			reading.Committee, reading.MeetingDate, reading.Title = r.Committee, r.MeetingDate, r.Title
		}
	}
	if len(reading.Records) == 0 {
		reading.Doubts = append(reading.Doubts, parse.Doubt{Where: "the front of the report", Because: "neither the body it goes to nor any section a report has was found"})
	}
	return reading
}

// read makes the report of its lines, nil where they are none. What goes
// before the report is of its text and of nothing else.
func read(doc parse.Document, whose string, before, published []parse.Line) *archive.Report {
	lines, odd := clean(published)
	front, rest := readFront(numbersOff(lines))
	parts := readParts(rest)
	before, oddBefore := clean(before)
	lines, odd = append(before, lines...), append(oddBefore, odd...)

	r := &archive.Report{}
	r.Kind = archive.KindReport
	r.Source = archive.Source{URL: doc.Raw.URL, SHA256: doc.Digest, Name: doc.Raw.Name, Retrieved: doc.Raw.Retrieved}
	r.Council = whose
	front.fill(r)
	if !isReport(r, parts) {
		return nil
	}
	r.Text, r.PageMarks, r.Pages = parse.Join(lines)
	r.Furniture = strings.Join(odd, "\n")
	for _, l := range lines {
		r.OCR = r.OCR || l.OCR
	}
	for _, p := range parts {
		r.Sections = append(r.Sections, p.section())
		if r.Summary == "" && p.canonical == summary {
			r.Summary = p.section().Text
		}
	}
	r.Recommendations = recommendations(parts, r.Committee)
	r.Decided = len(r.Recommendations) > 0 && wasDecided(lines, parts)
	ombudsmans := aboutOmbudsman(r.Title, lines)
	r.Remedies = remedies(parts, ombudsmans)
	if ombudsmans {
		r.FindingDate = findingDate(r.Title, lines)
		r.EarlierDecisions = earlierDecisions(lines)
	}
	r.ID = archive.ReportID(r.Council, r.MeetingDate, r.Committee, r.Title, doc.Digest)
	return r
}

// doubts are what a report should say and does not.
func doubts(r *archive.Report) []parse.Doubt {
	var all []parse.Doubt
	for _, missing := range []struct {
		is    bool
		words string
	}{
		{r.Title == "", "the title was not found"},
		{r.Committee == "", "the body the report goes to was not found"},
		{r.MeetingDate == "", "the date of the meeting is not stated"},
		{r.Council == "", "the council is not named"},
	} {
		if missing.is {
			all = append(all, parse.Doubt{Where: "the front of the report", Because: missing.words})
		}
	}
	return append(all, unread(r)...)
}

// isReport says whether enough was found to call the paper a report.
func isReport(r *archive.Report, parts []part) bool {
	if r.Committee != "" {
		return true
	}
	for _, p := range parts {
		if p.canonical != "" && p.canonical != contactSection && p.canonical != appendices && r.Title != "" {
			return true
		}
	}
	return false
}
