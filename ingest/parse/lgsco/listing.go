package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// card is what a list prints under a decision's title: its type, its outcome,
// the subcategory alone, and the day. "Report Upheld Homelessness 27-Apr-2026".
var card = regexp.MustCompile(`^(Statement|Report)\s+(Closed after initial enquiries|Not upheld|Upheld)\s+(.+?)\s+(\d{1,2}[- ][A-Z][a-z]{2,8}[- ]\d{4})\b`)

// list reads a page that lists decisions: a finding to each entry that states
// its outcome and day. It says little of each, but it may be all there is; a
// decision's own page, where it is held too, says more under the same ID.
func (p *paper) list() ([]archive.Record, []parse.Place) {
	var out []archive.Record
	var rest []parse.Place
	seen := map[string]bool{}
	for i := 0; i < len(p.lines); {
		m := titleOf(p.lines[i].Text)
		if m == nil {
			rest = append(rest, p.places[i])
			i++
			continue
		}
		to, facts, summary := p.entry(i)
		c := card.FindStringSubmatch(facts)
		reference := canonical(m[2:])
		if c == nil || seen[reference] {
			rest = append(rest, p.places[i:to]...)
			i = to
			continue
		}
		seen[reference] = true
		f := &archive.Finding{
			Head: p.head("lgsco", reference, i, to), Ombudsman: "lgsco", Reference: reference,
			PublicReport: c[1] == "Report", Decision: c[2], Subcategory: c[3],
		}
		f.Body, f.Council, f.Title = parties(bodyName(m[1]), reference, "")
		f.Summary = summary
		f.DecisionDate, _ = ukdate.Parse(c[4])
		for _, l := range p.lines[i].Links {
			if u := urlRef.FindStringSubmatch(l.Href); u != nil && canonical(u[3:]) == reference {
				f.Category = categoryName(u[1])
			}
		}
		p.judge(f)
		f.Remedies = remedies([]archive.Section{{Canonical: "summary", Paragraphs: []archive.Paragraph{{Text: summary}}}}, f.Finding)
		f.PaymentTotalGBP = total(f.Remedies)
		out = append(out, f)
		i = to
	}
	if len(out) == 0 {
		return nil, p.places
	}
	return out, rest
}

// entry gives the line after the entry whose title stands at line i, what its
// card says, and its summary.
func (p *paper) entry(i int) (to int, facts, summary string) {
	const longest = 10
	to = i + 1
	for j := i + 1; j < len(p.lines) && j <= i+longest; j++ {
		t := p.text(j)
		if titleOf(t) != nil {
			break
		}
		if words, ok := strings.CutPrefix(t, "Summary:"); ok {
			return j + 1, facts, strings.TrimSpace(words)
		}
		if card.MatchString(facts) {
			break // the entry has no summary
		}
		facts = strings.TrimSpace(facts + " " + t)
		to = j + 1
	}
	if !card.MatchString(facts) {
		return i + 1, "", ""
	}
	return to, facts, ""
}
