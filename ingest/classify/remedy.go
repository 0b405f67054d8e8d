package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// remedies fills kinds, sums, deadlines and, from what the record says below
// each remedy or after them all, its state with the sentence that proves it.
func remedies(h *archive.Head, rs []archive.Remedy, decided, met archive.Date) {
	at := places(h.Text, rs)
	for i := range rs {
		describe(&rs[i])
	}
	together := h.Kind != archive.KindFinding && len(rs) > 1 && unanswered(h.Text, rs, at)
	if together {
		answeredAfter(h, rs, at)
	}
	for i := range rs {
		r := &rs[i]
		day := decidedOn(decided, met, r.CaseRef, h.CaseRefs)
		switch {
		case r.Status != "" && r.Status != archive.StatusNotStated:
		case r.Evidence != nil:
			// A parser that found the council's answer under the remedy gives it
			// whole; the sentence that proves the state is enough.
			if state, quote := status(*r, since(r.Evidence.Quote, day)); quote != "" {
				r.Status = state
				r.Evidence = &archive.Evidence{Quote: quote, Page: r.Evidence.Page}
			}
		case together:
			r.Status = archive.StatusNotStated
		default:
			answer, from := below(h.Text, rs, at, i)
			state, quote := status(*r, since(answer, day))
			if h.Kind == archive.KindFinding && !doneSince.MatchString(quote) {
				state, quote = archive.StatusNotStated, "" // what the decision goes on to ask for
			}
			r.Status = state
			if quote != "" {
				r.Evidence = &archive.Evidence{Quote: quote, Page: h.PageAt(from + max(0, strings.Index(answer, quote)))}
			}
		}
	}
}

// doneSince is how a decision tells that a remedy it speaks of is done.
var doneSince = regexp.MustCompile(`(?i)\b(?:has|have|had) (?:now|already|since|also)\b`)

// describe fills what a remedy's own words say: kinds, sum and deadline.
func describe(r *archive.Remedy) {
	if len(r.Kinds) == 0 {
		r.Kinds = kinds(r.Text)
	}
	if r.AmountGBP == nil && is(*r, archive.Payment) {
		r.AmountGBP, r.Per = sum(r.Text)
	}
	if r.Due == "" {
		r.Due = deadline(r.Text)
	}
	if found := ukdate.Find(r.Due); len(found) == 1 {
		r.Due = string(found[0].Date)
	}
}

// payments sums the one-off payments of a finding, where it gives sums and each
// is paid to one.
func payments(f *archive.Finding) {
	if f.PaymentTotalGBP != nil {
		return
	}
	total := 0.0
	for _, r := range f.Remedies {
		switch {
		case r.AmountGBP != nil && r.Per == "" && severally.MatchString(r.Text):
			return
		case r.AmountGBP != nil && r.Per == "":
			total += *r.AmountGBP
		}
	}
	if total > 0 {
		f.PaymentTotalGBP = &total
	}
}

var severally = regexp.MustCompile(`(?i)\beach\b|\bup to £`)

// findingDate fills the day of the finding that a report answers.
func findingDate(r *archive.Report) {
	if r.FindingDate != "" {
		return
	}
	for _, s := range sentences(&r.Head) {
		if !ourWord.MatchString(s.text) || !findingForm.MatchString(s.text) {
			continue
		}
		if d := ukdate.Find(s.text); len(d) > 0 {
			r.FindingDate = d[0].Date
			return
		}
	}
}

var findingForm = regexp.MustCompile(`(?i)\b(?:published|issued|report by|final (?:decision|report)|decision (?:dated|of|on)|public report|finding)\b`)
