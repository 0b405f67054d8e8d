package parse

import (
	"strings"

	"moothall/archive"
)

// A Body is what the minutes of one item say, apart.
type Body struct {
	Text      string // all of it
	PageMarks []archive.PageMark
	Pages     []int
	OCR       bool

	Summary, Background, Discussion, Decision string

	Resolutions []archive.Resolution // without outcomes: classify says those
	Exchanges   []archive.Exchange
}

// Fill puts what the body says into an item. Summary is left alone where the
// item has one already.
func (b Body) Fill(it *archive.Item) {
	it.Text, it.PageMarks, it.Pages, it.OCR = b.Text, b.PageMarks, b.Pages, b.OCR
	if it.Summary == "" {
		it.Summary = b.Summary
	}
	it.Background, it.Discussion, it.Decision = b.Background, b.Discussion, b.Decision
	it.Resolutions, it.Exchanges = b.Resolutions, b.Exchanges
}

// ReadBody parts the blocks of one agenda item into background, discussion
// and decision. head is the item's heading (number, title, "(Item 5)"), which
// is in Text alone; it may be empty.
//
// Clerks' own headings rule where there are any. Elsewhere the decision is
// what a verdict keyword opens ("RESOLVED –", "It was AGREED that") with the
// list that follows it, or the closing sentence that says what the meeting
// did ("The Committee noted the report."); all the rest is discussion. Every
// line is in Text; the parts leave clerks' headings out.
func ReadBody(head, body []Line) Body {
	var b Body
	all := append(append([]Line{}, head...), body...)
	b.Text, b.PageMarks, b.Pages = Join(all)
	for _, l := range all {
		b.OCR = b.OCR || l.OCR
	}
	lines := mend(body)
	r := reader{lines: lines}
	r.read()
	if len(r.parts[Decision]) == 0 {
		r = reader{lines: lines, weak: true}
		r.read()
	}
	if len(r.parts[Decision]) == 0 {
		r.quietDecision()
	}
	r.replies()
	r.labelMatters()
	b.Summary = said(r.parts[Summary])
	b.Background = said(r.parts[Background])
	b.Discussion = said(r.parts[Discussion])
	b.Decision = said(r.parts[Decision])
	b.Resolutions = r.resolutions
	b.Exchanges = exchanges(lines)
	return b
}

// said joins lines as paragraphs.
func said(lines []Line) string {
	words := make([]string, 0, len(lines))
	for _, l := range lines {
		words = append(words, Printed(l.Block))
	}
	return strings.Join(words, "\n\n")
}
