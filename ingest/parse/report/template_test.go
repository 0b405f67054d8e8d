package report

import (
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// report reads blocks as one page.
func reportOn(t *testing.T, blocks ...extract.Block) *archive.Report {
	t.Helper()
	paper := extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: blocks}}}
	got := Parse(parse.Document{Paper: paper, Digest: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
	if len(got.Records) != 1 {
		t.Fatalf("%d reports, want 1", len(got.Records))
	}
	return got.Records[0].(*archive.Report)
}

func head(s string) extract.Block { return extract.Block{Kind: extract.Heading, Bold: true, Text: s} }
func words(s string) extract.Block {
	return extract.Block{Kind: extract.Paragraph, Text: s}
}
func cells(c ...string) extract.Block {
	return extract.Block{Kind: extract.Row, Cells: c, Text: strings.Join(c, " | ")}
}

func headingsOf(r *archive.Report) (all []string) {
	for _, s := range r.Sections {
		all = append(all, s.Heading)
	}
	return all
}

// A date that somebody signed a revision on is no meeting's; "Date:" beside
// the body's name is.
func TestDateOfRevision(t *testing.T) {
	consultants := reportOn(t, head("Flood Study made for Ambershire County Council in support of its plan"), words("Revision number 2"),
		cells("PREPARED", "REVIEWED"), cells("Signature: Date: 21/02/2025", "Signature: Date: 22/02/2025"), words("Date: 23/02/2025"), words("24/02/2025"),
		head("Background"), words("The rivers rise."))
	if consultants.MeetingDate != "" {
		t.Errorf("a revision's date became the meeting's: %s", consultants.MeetingDate)
	}
	officers := reportOn(t, words("Report to: Planning Committee"), words("Date: 21 February 2025"), words("Subject: Flood Study"), head("Background"), words("The rivers rise."))
	if officers.MeetingDate != "2025-02-21" {
		t.Errorf("date %q, want that beside the body", officers.MeetingDate)
	}
}

func TestBlankPageIsNoHeading(t *testing.T) {
	r := reportOn(t, words("Report to: Cabinet"), words("Subject: Ferry Tolls"), head("Summary"), words("Tolls rise."), head("This page is intentionally left blank"))
	if got := headingsOf(r); !slices.Equal(got, []string{"Summary"}) {
		t.Errorf("headings %q", got)
	}
	if !strings.Contains(r.Furniture, "intentionally left blank") || strings.Contains(r.Text, "intentionally") {
		t.Errorf("text %q, furniture %q: the note belongs to the furniture", r.Text, r.Furniture)
	}
}

func TestPaperOfAListIsNoHeading(t *testing.T) {
	listed := func(m, s string, k extract.BlockKind) extract.Block {
		return extract.Block{Kind: k, Marker: m, Text: s}
	}
	r := reportOn(t, words("Report to: Cabinet"), words("Subject: Ferry Tolls"), head("Summary"), words("Tolls rise."), head("Background Documents"),
		listed("1", "Ferry Order 1951", extract.Entry), listed("2", "Harbour Strategy", extract.Heading), listed("3", "Toll Survey", extract.Entry), head("Contact details"), words("The Harbour Master"))
	if got := headingsOf(r); !slices.Equal(got, []string{"Summary", "Background Documents", "Contact details"}) {
		t.Errorf("headings %q", got)
	}
}

// A template that sets a section's number at the right edge, and its labels
// without colons.
func TestNumbersAtTheRightEdge(t *testing.T) {
	r := reportOn(t, head("Draft Budget for the Harbour"), cells("Section", "", "Page"), cells("Executive Summary", "1", "2"), cells("Harbour Dues", "2", "4"), cells("Reserves", "3", "6"),
		cells("From", "Leader of the Council; Una Thripp"), cells("Relevant Director(s) Chief Executive, Director of Ports"), words("Report author Head of Finance; Sol Wrack"), cells("Circulated to", "Cabinet"),
		head("Executive Summary 1"), words("1.1 This is the budget."), head("Harbour Dues 2"), head("Tonnage in 2024"), words("2.1 Dues fall."), head("Reserves 3"), words("3.1 They are low."), head("Article 4"), words("A direction."))
	if got, want := headingsOf(r), []string{"Executive Summary", "Harbour Dues", "Tonnage in 2024", "Reserves", "Article 4"}; !slices.Equal(got, want) {
		t.Errorf("headings %q, want %q", got, want)
	}
	if r.SubmittedBy != "Leader of the Council; Una Thripp" {
		t.Errorf("submitted by %q", r.SubmittedBy)
	}
}
