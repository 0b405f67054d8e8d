package report

import (
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A cut is the lines of one report in a pack. Its front matter begins at
// front: a letter may go before it.
type cut struct{ from, front, to int }

// divide cuts a paper where a page begins with a report's front matter. A
// paper without any, and what stands before the first, is one piece. A page
// that only looks like a front (a letter in an appendix, "To: From: Date:")
// begins no report.
func divide(lines []parse.Line) []cut {
	var begin []int
	for i := range lines {
		if i == 0 || lines[i].Page != lines[i-1].Page {
			if begins(lines[i:]) {
				begin = append(begin, i)
			}
		}
	}
	switch len(begin) {
	case 0:
		return []cut{{0, 0, len(lines)}}
	case 1: // one report with all that belongs to it
		return []cut{{0, begin[0], len(lines)}}
	}
	if begin[0] != 0 {
		begin = append([]int{0}, begin...)
	}
	var cuts []cut
	for i, from := range begin {
		to := len(lines)
		if i+1 < len(begin) {
			to = begin[i+1]
		}
		cuts = append(cuts, cut{from, from, to})
	}
	return cuts
}

// begins says whether a page begins a report: its first lines say which body
// it goes to, and two of when, from whom and about what; and sections follow.
func begins(page []parse.Line) bool {
	const opening = 15
	head := page[:min(len(page), opening)]
	for i, l := range head {
		if l.Page != head[0].Page {
			head = head[:i]
			break
		}
	}
	var r archive.Report
	front, _ := readFront(head)
	front.fill(&r)
	if r.Committee == "" || r.SubmittedBy == "" || !front.has(title) && r.MeetingDate == "" {
		return false
	}
	for i, l := range page {
		if i > 80 {
			break
		}
		if o, ok := openingOf(l); ok && (o.canonical == summary || o.canonical == recommending) {
			return true
		}
	}
	return false
}

// runningLines are the headers and footers of a paper's first pages, which
// often name the council and nothing else does.
func runningLines(doc parse.Document) []parse.Line {
	var all []parse.Line
	for _, p := range doc.Paper.Pages[:min(len(doc.Paper.Pages), 3)] {
		for _, r := range p.Running {
			all = append(all, parse.Line{Page: p.Number, Block: extract.Block{Text: strings.TrimSpace(r)}})
		}
	}
	return all
}
