package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// Councils publish what goes to a meeting as one file: the agenda, the minutes
// of the meeting before, the reports with their appendices. Each of those is a
// paper of its own, with its own body and day. A page that opens one says so
// in its first lines; where none does, the file is read as one paper.

// A front is what kind of paper a page opens.
type front uint8

const (
	noFront front = iota
	agendaFront
	minutesFront
	reportFront
)

// A bound is a paper within a file: its pages from to to (exclusive).
type bound struct {
	from, to int
	kind     front
}

// boundPapers are the papers bound in a file, in order, of which two at least
// are of different kinds; nil where it is one paper. Minutes that follow one another
// are left together, for their parser parts them.
func boundPapers(p extract.Paper) []bound {
	if len(p.Pages) < 3 || p.Media == "html" || p.Media == "text" {
		return nil
	}
	var all []bound
	kinds := map[front]bool{}
	for i := range p.Pages {
		kind := frontOf(p.Pages[i])
		if i == 0 && kind == noFront {
			return nil
		}
		if kind == noFront || kind == agendaFront && i > 0 || kind == minutesFront && len(all) > 0 && all[len(all)-1].kind == kind {
			continue
		}
		if len(all) > 0 {
			all[len(all)-1].to = i
		}
		all = append(all, bound{i, len(p.Pages), kind})
		kinds[kind] = true
	}
	if len(kinds) < 2 || !kinds[reportFront] {
		return nil
	}
	return all
}

// openingLines is how many of a page's lines its front stands in.
const openingLines = 16

// frontOf says what kind of paper a page opens, by its first lines, those that
// a reader took for running ones among them.
func frontOf(page extract.Page) front {
	var lines []string
	for _, r := range page.Running {
		lines = append(lines, strings.ToLower(strings.TrimSpace(r)))
	}
	for _, b := range page.Blocks[:min(len(page.Blocks), openingLines)] {
		lines = append(lines, strings.ToLower(strings.TrimSpace(strings.Join(strings.Fields(b.Marker+" "+b.Text), " "))))
	}
	dated := slices.ContainsFunc(lines, func(l string) bool { return len(ukdate.Find(l)) > 0 })
	has := func(re *regexp.Regexp) bool { return slices.ContainsFunc(lines, re.MatchString) }
	labels := map[string]bool{}
	for _, l := range lines {
		for _, m := range reportLabel.FindAllStringSubmatch(l, -1) {
			labels[m[1]] = true
		}
	}
	own := labels["report to"] || labels["report of"] || labels["report by"] || labels["report author"] || labels["report title"] || labels["title of report"] ||
		labels["subject"] && (labels["wards"] || labels["wards affected"] || labels["key decision"] || labels["decision maker"] || labels["classification"]) // not a letter's
	switch {
	case own && len(labels) >= 3 && dated:
		return reportFront
	case dated && has(minutesHead) && has(minutesPresent):
		return minutesFront
	case dated && has(agendaHead):
		return agendaFront
	}
	return noFront
}

var (
	reportLabel    = regexp.MustCompile(`(?:^|\s)(report to|report of|report by|report author|report title|title of report|subject|from|to|date(?: of meeting)?|meeting date|committee|wards?(?: affected)?|portfolio(?: holder)?|lead officer|contact officer|key decision|classification|decision maker)\s*:`)
	minutesHead    = regexp.MustCompile(`^(?:draft |unconfirmed )?(?:minutes|notes|record) of (?:the |a |an )?.{0,100}\b(?:meeting|held)\b|^(?:draft )?minutes$`)
	minutesPresent = regexp.MustCompile(`^(?:members |councillors |also )?present\b|^in attendance\b|^attendance\b|\spresent\s?:`)
	agendaHead     = regexp.MustCompile(`^agenda$|\b(?:will|to) be held\b|\bsummoned to\b|\bnotice of (?:a |the )?meeting\b`)
)

// parseBound parses each paper bound in a file by itself and joins what was
// found; ok is false where the file is one paper, or where nothing is gained.
func (r Rooms) parseBound(doc parse.Document) (out parse.Reading, ok bool) {
	var all []bound
	if doc.Format == archive.Minutes || doc.Format == archive.OfficerReport || doc.Format == archive.Plain && r.Parsers != nil {
		all = boundPapers(doc.Paper)
	}
	if all == nil {
		return out, false
	}
	var parts []parse.Reading
	for _, b := range all {
		part := partOf(doc, b, "")
		read := r.parse(part)
		if out.Council == "" {
			out.Council = read.Council
		}
		parts = append(parts, read)
	}
	for k, b := range all {
		if parts[k].Council == "" && out.Council != "" { // it is of the pack's council
			parts[k] = r.parse(partOf(doc, b, out.Council))
		}
		if b.kind == reportFront {
			fromRunning(parts[k].Records, doc.Paper.Pages[b.from].Running)
		}
		for i := range parts[k].Rest {
			parts[k].Rest[i].Page += b.from
		}
		out.Records = append(out.Records, parts[k].Records...)
		out.Rest = append(out.Rest, parts[k].Rest...)
		out.Doubts = append(out.Doubts, parts[k].Doubts...)
		ok = ok || b.kind == reportFront && len(parts[k].Records) > 0
	}
	out.Committee, out.MeetingDate, out.Title = parts[0].Committee, parts[0].MeetingDate, parts[0].Title
	return out, ok
}

// partOf is a paper bound in a file as a document of its own.
func partOf(doc parse.Document, b bound, council string) parse.Document {
	doc.Paper.Pages = doc.Paper.Pages[b.from:b.to]
	doc.Raw.Council = cmp.Or(doc.Raw.Council, council)
	if doc.Format = Detect(doc); doc.Format == archive.Plain || b.kind == reportFront {
		doc.Format = map[front]archive.Format{agendaFront: archive.Minutes, minutesFront: archive.Minutes, reportFront: archive.OfficerReport}[b.kind]
	}
	return doc
}

// fromRunning gives a report the body and the day that its first page prints
// above it, where a reader took those for running lines: the reports of one
// meeting all print the same.
func fromRunning(records []archive.Record, running []string) {
	if len(records) == 0 {
		return
	}
	report, ok := records[0].(*archive.Report)
	if !ok {
		return
	}
	for _, line := range running {
		if m := runningBody.FindStringSubmatch(line); m != nil && report.Committee == "" {
			report.Committee = strings.TrimSpace(m[1])
		}
		if d := ukdate.Find(line); len(d) == 1 && runningDay.MatchString(line) && report.MeetingDate == "" {
			report.MeetingDate = d[0].Date
		}
	}
}

var (
	runningBody = regexp.MustCompile(`(?i)(?:^|\s)(?:report to|committee|meeting)\s*:\s*([^:]{3,80}?)(?:\s+(?:date|on)\b.*)?$`)
	runningDay  = regexp.MustCompile(`(?i)(?:^|\s)(?:date|date of meeting|meeting date)\s*:`)
)
