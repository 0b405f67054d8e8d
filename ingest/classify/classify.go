// Package classify says what a record is about and what became of it:
// services, outcomes, references to cases, meetings and minutes, votes, and
// the state of remedies.
//
// It is separate from the parsers because those copy a paper's shape, and
// these are opinions: each is a small table of rules over the words of a
// record, so that a new way of putting things is a new row with a test. What
// no rule settles is left unstated. A rule that is not sure adds a Doubt.
package classify

import (
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Record fills the inferred fields of r in place. Fields a parser has already
// filled are left alone, but for references, which are added to. It does no
// I/O and gives the same for the same record, however often it is called.
func Record(r archive.Record) {
	h := r.About()
	switch r := r.(type) {
	case *archive.Item:
		item(r)
	case *archive.Report:
		references(h, r.Committee, r.MeetingDate, r.DecisionRef)
		services(r)
		findingDate(r)
		r.Remedies = remediesOf(h, r.Remedies)
	case *archive.Finding:
		references(h, "", "", "")
		h.CaseRefs = without(h.CaseRefs, r.Reference)
		services(r)
		remedies(h, r.Remedies)
		for i := range r.Remedies {
			r.Remedies[i].DueDate = dueDate(r.Remedies[i].Due, r.DecisionDate)
		}
		payments(r)
	case *archive.Page:
		references(h, r.Committee, r.MeetingDate, "")
	}
}

func item(it *archive.Item) {
	if !it.Procedural {
		it.Procedural = procedural(it.Title)
	}
	outcomes(it)
	votes(it)
	movers(it)
	references(&it.Head, it.Committee, it.MeetingDate, it.ItemNumber)
	services(it)
	it.Remedies = remediesOf(&it.Head, it.Remedies)
	if decides(it) {
		it.Procedural = false
	}
}

// references fills the case, meeting and minute references, and those to parts
// of papers, of a record that belongs to body's meeting on date; number is its
// own, by which it does not refer to itself.
func references(h *archive.Head, body string, date archive.Date, number string) {
	h.CaseRefs = union(h.CaseRefs, caseRefs(h.Title+"\n\n"+h.Summary+"\n\n"+h.Text))
	h.MeetingRefs = mergeMeetings(h.MeetingRefs, meetingRefs(h, body, date))
	for _, m := range minuteRefs(h, date, number) {
		if !hasMinute(h.MinuteRefs, m) {
			h.MinuteRefs = append(h.MinuteRefs, m)
		}
	}
	h.References = papers(h, number)
}

// doubt adds a doubt of a field, in place of an earlier one.
func doubt(h *archive.Head, field string, confidence float64, because string) {
	for i := range h.Doubts {
		if h.Doubts[i].Field == field {
			h.Doubts[i] = archive.Doubt{Field: field, Confidence: confidence, Because: because}
			return
		}
	}
	h.Doubts = append(h.Doubts, archive.Doubt{Field: field, Confidence: confidence, Because: because})
}

// said is one sentence of a record and the byte of its Text where its
// paragraph begins, or -1 where it is not in Text.
type said struct {
	text   string
	offset int
}

// sentenceMost is how many bytes of a sentence are looked at together. A
// paper whose full stops were lost is one sentence of its whole length, and
// all the words before each of its dates would be read anew for each.
const sentenceMost = 800

// sentences are those of the title, the summary and the text.
func sentences(h *archive.Head) []said {
	var out []said
	add := func(par string, offset int) {
		for _, s := range parse.Sentences(par) {
			at := offset
			if offset >= 0 {
				at += max(0, strings.Index(par, s))
			}
			for len(s) > sentenceMost {
				cut := strings.LastIndexByte(s[:sentenceMost], ' ') + 1
				if cut == 0 {
					break
				}
				out = append(out, said{s[:cut], at})
				if s = s[cut:]; offset >= 0 {
					at += cut
				}
			}
			out = append(out, said{s, at})
		}
	}
	add(h.Title, -1)
	for _, par := range strings.Split(h.Summary, "\n\n") {
		if !strings.Contains(h.Text, par) {
			add(par, -1)
		}
	}
	at := 0
	for _, par := range strings.Split(h.Text, "\n\n") {
		add(par, at)
		at += len(par) + 2
	}
	return out
}

func (s said) page(h *archive.Head) int {
	if s.offset < 0 {
		return 0
	}
	return h.PageAt(s.offset)
}

func union(a, b []string) []string {
	for _, s := range b {
		found := false
		for _, t := range a {
			found = found || t == s
		}
		if !found {
			a = append(a, s)
		}
	}
	return a
}

func without(all []string, s string) []string {
	var out []string
	for _, t := range all {
		if t != s {
			out = append(out, t)
		}
	}
	return out
}
