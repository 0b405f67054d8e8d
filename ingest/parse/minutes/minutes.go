// Package minutes reads printed minutes: the record of a meeting as a clerk
// types it, published as PDF, Word or text.
//
// Nothing in such a paper says what is an item: a number may be a minute's, a
// paragraph's within a minute, or a page's. So the parser first parts the
// paper into meetings, then asks which run of headings explains each meeting
// best (chain.go), and only then reads what stands under each heading. It is
// separate from the other parsers because none of their pages leaves so much
// unsaid.
package minutes

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Parse reads printed minutes, agendas and packs of both. Front matter,
// dividers, closing lines and whatever belongs to no item are left in Rest.
//
// An agenda bound together with minutes stays in Rest: its entries say only
// what another paper's minutes will say. A paper that is an agenda and no
// more gives an item for each entry, without outcome.
func Parse(doc parse.Document) parse.Reading {
	p := newPaper(doc)
	var out parse.Reading
	meetings := p.meetings()
	held := make([]bool, len(p.lines))
	used := map[archive.ID]int{}
	for i, m := range meetings {
		if m.agenda && len(meetings) > 1 {
			continue
		}
		entries := p.entries(m)
		if !m.agenda && !p.ofAMeeting(m, entries) {
			entries = nil
		}
		m.agenda = m.agenda || !p.minuted(m, entries)
		until := m.to
		if len(entries) > 0 {
			until = entries[0].from
		}
		f := p.front(m, until)
		if i == 0 || out.MeetingDate == "" {
			out.Council, out.Committee, out.MeetingDate, out.Title = f.council, f.body, f.date, f.title()
		}
		for _, e := range entries {
			it := p.item(f, e, m.agenda)
			it.ID = unique(used, it.ID)
			out.Records = append(out.Records, it)
			for l := e.from; l < e.to; l++ {
				held[l] = held[l] || !p.runs(l, e) && !e.leaves(l)
			}
			if f.date == "" {
				out.Doubts = append(out.Doubts, parse.Doubt{Where: "item " + it.ItemNumber + " " + it.Title, Because: "the paper does not say when the meeting was"})
			}
		}
	}
	for i := range p.lines {
		if !held[i] {
			out.Rest = append(out.Rest, p.places[i])
		}
	}
	out.Rest = append(out.Rest, p.aside...)
	sort.Slice(out.Rest, func(i, j int) bool {
		a, b := out.Rest[i], out.Rest[j]
		return a.Page < b.Page || a.Page == b.Page && a.Block < b.Block
	})
	if len(out.Records) == 0 {
		out.Doubts = append(out.Doubts, parse.Doubt{Because: "no item headings found"})
	}
	return out
}

// unique keeps two items of one paper from sharing an ID: the second "notes"
// is "notes-2".
func unique(used map[archive.ID]int, id archive.ID) archive.ID {
	used[id]++
	if n := used[id]; n > 1 {
		return unique(used, id+archive.ID("-"+strconv.Itoa(n)))
	}
	return id
}

// A paper is a document as one run of lines.
type paper struct {
	doc    parse.Document
	places []parse.Place
	lines  []parse.Line
	first  []bool // the line opens its page
	// aside are the pages' own numbers and where the chairman signed each,
	// where the reader took them for text. They belong to no item.
	aside []parse.Place
	// running are the running lines of its pages, but for short ones, which
	// may be words of a text too.
	running map[string]bool
}

// saidIn are the lines of an entry from one on, but for running lines.
func (p *paper) saidIn(e entry, from int) []parse.Line {
	var lines []parse.Line
	for l := from; l < e.to; l++ {
		if !p.runs(l, e) && !e.leaves(l) {
			lines = append(lines, p.lines[l])
		}
	}
	return lines
}

// runs reports whether line l, below the heading of e, is the running line of
// other pages: printed once more in the middle of one, where a new part begins.
func (p *paper) runs(l int, e entry) bool { return l >= e.body && p.running[p.text(l)] }

// decisionRef is a council's own reference at the head of a title: "23/00417 -
// Renewal of the Library Leases". It is no part of the title.
var decisionRef = regexp.MustCompile(`^(\d{2}/\d{5})\s*[-–—:]\s*(\S.*)$`)

var pageNumber = regexp.MustCompile(`^(?i:[-–—]?\s*(?:page )?\d{1,4}(?: of \d{1,4})?\s*[-–—]?)$`)

func newPaper(doc parse.Document) *paper {
	p := &paper{doc: doc, running: map[string]bool{}}
	for _, page := range doc.Paper.Pages {
		for _, r := range page.Running {
			if r = strings.TrimSpace(r); utf8.RuneCountInString(r) > 12 {
				p.running[r] = true
			}
		}
	}
	for i, page := range doc.Paper.Pages {
		for j, b := range page.Blocks {
			at, text := parse.Place{Page: i, Block: j}, parse.Printed(b)
			edge := (j == 0 || j == len(page.Blocks)-1) && len(doc.Paper.Pages) > 1
			if machinery(text) || edge && pageNumber.MatchString(text) {
				p.aside = append(p.aside, at)
			} else {
				p.places = append(p.places, at)
			}
		}
	}
	p.lines = parse.Lines(doc.Paper, p.places)
	p.first = make([]bool, len(p.lines))
	for i, at := range p.places {
		p.first[i] = i == 0 || p.places[i-1].Page != at.Page
	}
	return p
}

// text is line i as printed.
func (p *paper) text(i int) string { return parse.Printed(p.lines[i].Block) }

// An entry is one item: lines from to to (exclusive), of which the first,
// up to body, are its heading.
type entry struct {
	from, to int
	heading
	body   int    // the first line that is not of the heading
	glued  string // what the heading's last line says after the title, a line to a paragraph
	exempt bool
	// aside are lines between from and to that are of other entries: private
	// business in the middle of a public item.
	aside []span
	// question is set for a question with its answer: nothing is decided on it.
	question bool
}

// leaves reports whether line l is of another entry.
func (e entry) leaves(l int) bool {
	for _, s := range e.aside {
		if l >= s.from && l < s.to {
			return true
		}
	}
	return false
}

// item makes the record of an entry.
func (p *paper) item(f front, e entry, agenda bool) *archive.Item {
	it := &archive.Item{
		Head: archive.Head{
			Kind: archive.KindItem, Council: f.council, Title: e.title, Visibility: archive.Public,
			Source: archive.Source{URL: p.doc.Raw.URL, SHA256: p.doc.Digest, Name: p.doc.Raw.Name, Retrieved: p.doc.Raw.Retrieved},
		},
		Committee: f.body, MeetingDate: f.date, MeetingTime: f.time, Venue: f.venue,
		ItemNumber: e.number, AgendaItem: e.agenda,
	}
	if m := decisionRef.FindStringSubmatch(e.title); m != nil {
		it.DecisionRef, it.Title = m[1], m[2]
	}
	if agenda && e.agenda == "" {
		it.ItemNumber, it.AgendaItem = "", e.number
	}
	if f.inferred {
		it.Doubts = append(it.Doubts, archive.Doubt{Field: "council", Confidence: 0.8, Because: "the paper's title does not name it; its building or its text does"})
	}
	if f.members != nil {
		it.Doubts = append(it.Doubts, archive.Doubt{Field: "council", Because: "a joint body: the paper names " + strings.Join(f.members, ", ")})
	}
	if e.exempt {
		it.Visibility = archive.Exempt
	}
	body := p.saidIn(e, e.body)
	if p.lines[e.from].Kind == extract.Row {
		body = unfolded(body)
	}
	if e.glued != "" {
		var tail []parse.Line
		for words := range strings.SplitSeq(e.glued, "\n") {
			l := p.lines[e.body-1]
			l.Marker, l.Text, l.Kind, l.Cells, l.Parts = "", words, extract.Paragraph, nil, nil
			tail = append(tail, l)
		}
		body = append(tail, body...)
	}
	if len(body) == 0 { // the heading may be all that is minuted: "The report was approved."
		alone := p.lines[e.from]
		alone.Marker, alone.Text, alone.Kind = "", it.Title, extract.Paragraph
		body = []parse.Line{alone}
	}
	b := parse.ReadBody(nil, body)
	switch {
	case e.question:
		b = parse.Body{OCR: b.OCR}
		if x, ok := parse.QuestionAndAnswer(body); ok {
			b.Exchanges = []archive.Exchange{x}
		}
	case agenda: // nothing is minuted yet
		b = parse.Body{OCR: b.OCR}
	case e.body == e.to && e.glued == "" && b.Decision == "":
		b = parse.Body{OCR: b.OCR}
		it.Outcome = archive.OutcomeNone
	}
	b.Text, b.PageMarks, b.Pages = parse.Join(p.saidIn(e, e.from))
	b.Fill(it)
	it.ID = archive.ItemID(f.council, f.date, f.body, it.ItemNumber, it.Title, p.doc.Digest)
	return it
}
