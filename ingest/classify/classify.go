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
	"slices"

	"moothall/archive"
)

// Record fills the inferred fields of r in place. Fields a parser has already
// filled are left alone, but for references, which are added to. It does no
// I/O and gives the same for the same record, however often it is called.
func Record(r archive.Record) {
	switch r := r.(type) {
	case *archive.Item:
		item(r)
	case *archive.Report:
		report(r)
	case *archive.Finding:
		finding(r)
	case *archive.Page:
		references(&r.Head, r.Committee, r.MeetingDate, "")
	}
}

// The steps for each kind of record, in their order. A later step may look at
// what an earlier one found.

func item(it *archive.Item) {
	passedOver(it)
	outcomes(it)
	votes(it)
	movers(it)
	references(&it.Head, it.Committee, it.MeetingDate, it.ItemNumber)
	services(it)
	it.Remedies = remediesOf(&it.Head, it.Remedies, "", it.MeetingDate)
	dueDates(it.Remedies, "")
	unlessDecided(it)
}

func report(r *archive.Report) {
	references(&r.Head, r.Committee, r.MeetingDate, r.DecisionRef)
	services(r)
	findingDate(r)
	r.Remedies = remediesOf(&r.Head, r.Remedies, r.FindingDate, r.MeetingDate)
	dueDates(r.Remedies, r.FindingDate)
}

func finding(f *archive.Finding) {
	references(&f.Head, "", "", "")
	f.CaseRefs = without(f.CaseRefs, f.Reference)
	services(f)
	remedies(&f.Head, f.Remedies, "", "")
	dueDates(f.Remedies, f.DecisionDate)
	payments(f)
}

// passedOver marks an item that every meeting has as procedural, by its title.
func passedOver(it *archive.Item) {
	it.Procedural = it.Procedural || procedural(it.Title)
}

// unlessDecided takes that mark away where business was settled under it.
func unlessDecided(it *archive.Item) {
	if decides(it) {
		it.Procedural = false
	}
}

// references fills the case, meeting and minute references, and those to parts
// of papers, of a record that belongs to body's meeting on date; number is its
// own, by which it does not refer to itself.
func references(h *archive.Head, body string, date archive.Date, number string) {
	all := sentences(h)
	h.CaseRefs = union(h.CaseRefs, caseRefs(h.Title+"\n\n"+h.Summary+"\n\n"+h.Text))
	h.MeetingRefs = mergeMeetings(h.MeetingRefs, meetingRefs(h, all, body, date))
	h.MinuteRefs = mergeMinutes(h.MinuteRefs, minuteRefs(h, all, date, number))
	h.References = papers(h, all, number)
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

// union is a with those of b that it lacks.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
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
