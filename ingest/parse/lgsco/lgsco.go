// Package lgsco reads what ombudsmen publish of their decisions: the Local
// Government and Social Care Ombudsman's decision statements and public
// reports, as web pages, as their text and as PDF, and as far as their forms
// are known those of the Housing Ombudsman and of the Scottish, the Welsh and the
// Northern Irish Public Services Ombudsman.
//
// One paper is one finding (a page of Scottish summaries is several): first
// the lines are put under the headings they stand beneath, then the parts say
// what was found and what the council agreed to do.
package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Parse reads an Ombudsman's decision or public report. A paper in which no
// reference is found gives no record: every block of it is in Rest. A listing
// of decisions gives one to each entry that states its outcome.
func Parse(d parse.Document) parse.Reading {
	p := newPaper(d)
	var findings []archive.Record
	var rest []parse.Place
	switch {
	case listing(p):
		findings, rest = p.list()
	case isHousing(p):
		findings, rest = p.housing()
	case isSPSO(p):
		findings, rest = p.spso()
	case isPSOW(p):
		findings, rest = p.psow()
	case isNIPSO(p):
		findings, rest = p.nipso()
	default:
		findings, rest = p.local()
	}
	r := parse.Reading{Records: findings, Rest: rest, Title: d.Paper.Title}
	if len(findings) == 0 {
		if !listing(p) {
			r.Doubts = append(r.Doubts, parse.Doubt{Where: "the paper", Because: "no Ombudsman's reference was found in it"})
		}
		return r
	}
	if len(findings) == 1 {
		first := findings[0].(*archive.Finding)
		r.Council, r.Title = first.Council, first.Title
	}
	return r
}

// A paper is its lines, in order, with where each stands.
type paper struct {
	doc    parse.Document
	lines  []parse.Line
	places []parse.Place
}

func newPaper(d parse.Document) *paper {
	p := &paper{doc: d}
	all := parse.Places(d.Paper)
	for i, l := range parse.Lines(d.Paper, all) {
		if strings.TrimSpace(parse.Printed(l.Block)) == "" {
			continue
		}
		p.lines, p.places = append(p.lines, l), append(p.places, all[i])
	}
	return p
}

// text is line i as it is read aloud, "" past either end.
func (p *paper) text(i int) string {
	if i < 0 || i >= len(p.lines) {
		return ""
	}
	return parse.Printed(p.lines[i].Block)
}

// opening is the first n lines as one text.
func (p *paper) opening(n int) string {
	var b strings.Builder
	for i := 0; i < len(p.lines) && i < n; i++ {
		b.WriteString(p.text(i))
		b.WriteByte('\n')
	}
	return b.String()
}

// head is what every finding of this paper has, with the words of the lines
// [from, to).
func (p *paper) head(scheme, reference string, from, to int) archive.Head {
	h := archive.Head{
		Kind: archive.KindFinding, ID: archive.FindingID(scheme, reference), Visibility: archive.Public,
		Source: archive.Source{URL: p.doc.Raw.URL, SHA256: p.doc.Digest, Name: p.doc.Raw.Name, Retrieved: p.doc.Raw.Retrieved},
	}
	h.Text, h.PageMarks, h.Pages = parse.Join(p.lines[from:to])
	for _, l := range p.lines[from:to] {
		h.OCR = h.OCR || l.OCR
	}
	return h
}

// local reads a paper of the Local Government and Social Care Ombudsman.
func (p *paper) local() ([]archive.Record, []parse.Place) {
	h := p.readHeader()
	if h.reference == "" {
		return nil, p.places
	}
	f := &archive.Finding{
		Head: p.head("lgsco", h.reference, 0, len(p.lines)), Ombudsman: "lgsco", Reference: h.reference,
		Category: h.category, Subcategory: h.subcategory, Decision: h.decision, DecisionDate: h.date, PublicReport: h.public,
	}
	f.Body, f.Council, f.Title = parties(h.body, h.reference, p.doc.Raw.Council)
	f.CaseRefs = h.others
	f.Sections = p.sections(h.end)
	f.Summary = p.summary(f.Sections)
	if f.Category == "" {
		f.Category, f.Subcategory = subject(f.Sections)
	}
	if f.Decision == "" {
		f.Decision = reportFinding(f.Sections)
	}
	p.judge(f)
	f.Remedies = remedies(f.Sections, f.Finding)
	f.PaymentTotalGBP = total(f.Remedies)
	return []archive.Record{f}, nil
}

// listing reports whether a page lists decisions and is none: it says so, or
// bears many references each with a body's name.
func listing(p *paper) bool {
	if strings.Contains(p.opening(15), "Recent statements in this category") || resultCount.MatchString(p.opening(20)) {
		return true
	}
	n := 0
	for i := range p.lines {
		switch canonicalHeading(p.lines[i].Text) {
		case "powers", "considered", "decision":
			return false // a decision's own page, with others named beside it
		}
		if l := p.lines[i]; titleOf(l.Text) != nil && (l.Kind == extract.Entry || len(l.Links) > 0 || l.Kind == extract.Paragraph) {
			n++
		}
	}
	return n >= 3
}

var resultCount = regexp.MustCompile(`(?i)\byour search has \d[\d,]* results?\b`)
