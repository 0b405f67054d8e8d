package server

import (
	"cmp"
	"slices"
	"strings"

	"moothall/archive"
)

func findingView(v *recordView, rd reader, f *archive.Finding) {
	who := cmp.Or(ombudsmen[f.Ombudsman], "Ombudsman")
	v.Kicker = "Ombudsman decision " + f.Reference
	if f.PublicReport {
		v.Kicker = "Public report " + f.Reference
	}
	if about := categories(f); about != "" {
		v.Kicker += ": " + about
	}
	v.Crumbs = []textLink{{"Ombudsman decisions", address("/search", with(archive.Query{}, archive.FacetKind, string(archive.KindFinding)))}}
	if f.Finding != "" {
		v.Tags = append(v.Tags, tag{"Ombudsman’s finding", f.Finding.Label(), "finding"})
	}
	headTags(v, &f.Head)
	if f.Council != "" {
		v.councilFact("Complaint about", f.Council)
	} else {
		v.fact("Complaint about", f.Body) // no council: it has no page of its own
	}
	v.fact("Ombudsman", who)
	v.fact("Reference", f.Reference)
	v.fact("Category", categories(f))
	v.fact("Decision as published", f.Decision)
	v.fact("Decided on", f.DecisionDate.Long())
	v.fact("Fault", yesOrNo(f.Fault, "Fault found", "No fault found"))
	v.fact("Injustice", yesOrNo(f.Injustice, "Injustice caused", "No injustice caused"))
	if f.PaymentTotalGBP != nil {
		v.fact("Payments in all", pounds(*f.PaymentTotalGBP))
	}
	v.services(f.Services)
	if f.Summary != "" {
		v.Lead = &section{ID: "summary", Heading: "Summary", Paras: rd.plain("summary-", f.Summary)}
		v.Lead.Page = rd.page(f.PageAt(max(0, strings.Index(f.Text, f.Summary))))
	}
	v.sections(rd, slices.DeleteFunc(slices.Clone(f.Sections), func(x archive.Section) bool { return saysOnly(x, f.Summary) }))
	v.whole(rd, f.Text, len(f.Sections) > 0)
	v.Cite = sentence(who, cmp.Or(f.Title, "Decision"), "reference "+f.Reference, f.Council, f.DecisionDate.Long())
}

func yesOrNo(b *bool, yes, no string) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return yes
	}
	return no
}

// sentence joins what there is of the parts with commas and ends with a full
// stop.
func sentence(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ") + "."
}
