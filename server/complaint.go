package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"moothall/archive"
)

// hitViews are results as they are shown. An Ombudsman's decision is headed
// with a council and a number, and its paper opens with a form; so what the
// complaint was about and how it ended is taken from the record.
func (s *Server) hitViews(ctx context.Context, text string, hits []archive.Hit) ([]hitView, error) {
	var out []hitView
	for _, h := range hits {
		v := newHitView(text, h)
		if h.Kind == archive.KindFinding {
			rec, err := s.catalogue.Record(ctx, h.ID)
			if err != nil && !errors.Is(err, archive.ErrNotFound) {
				return nil, err
			}
			if f, ok := rec.(*archive.Finding); ok {
				v.complaint(text, publicRecord(f).(*archive.Finding))
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// summaryMost is how many characters of a decision's summary a result shows.
const summaryMost = 420

// complaint puts what a decision is about in front of where its words were
// found. The summary is the first thing quoted where it has what was searched
// for, or nothing was; else it follows the words found.
func (v *hitView) complaint(text string, f *archive.Finding) {
	title := joined(v.Title)
	v.Facts = slices.DeleteFunc(v.Facts, func(fact string) bool { return strings.Contains(title, strings.TrimPrefix(fact, "Reference ")) })
	if about := categories(f); about != "" {
		v.Facts = slices.Insert(v.Facts, 0, about)
	}
	if f.Summary == "" {
		return
	}
	var found []snippetView
	if v.First != nil {
		found = append([]snippetView{*v.First}, v.More...)
	}
	found = slices.DeleteFunc(found, func(sn snippetView) bool { return !hasMatch(sn.Parts) || inOpening(f, joined(sn.Parts)) })
	summary := snippetView{Field: "summary", Parts: mark(shortened(f.Summary, summaryMost), terms(text)), Lang: language(f.Summary)}
	if n := f.PageAt(max(0, strings.Index(f.Text, f.Summary))); n > 0 && f.Source.SHA256 != "" {
		summary.Page = &textLink{fmt.Sprintf("page %d", n), withText(pageURL(f.Source.SHA256, n), text)}
	}
	v.First, v.More, v.Decision = nil, nil, ""
	if len(found) > 0 && !hasMatch(summary.Parts) {
		v.First, v.More = &found[0], found[1:]
		v.Decision, v.DecisionLabel = shortened(f.Summary, 220), "Summary"
	} else {
		v.First, v.More = &summary, found
	}
	v.MoreLabel = count(len(v.More), "more match here", "more matches here")
}

// categories is "Housing > Homelessness", as the Ombudsman files a complaint.
func categories(f *archive.Finding) string {
	return strings.Trim(f.Category+" > "+f.Subcategory, " >")
}

func hasMatch(parts []archive.Part) bool {
	return slices.ContainsFunc(parts, func(p archive.Part) bool { return p.Match })
}

// inOpening reports whether a snippet stands in the form a decision begins
// with, or in its summary.
func inOpening(f *archive.Finding, snippet string) bool {
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	text, summary := plain(f.Text), plain(f.Summary)
	at := strings.Index(text, strings.Trim(plain(snippet), "… "))
	end := strings.Index(text, summary)
	return at >= 0 && end >= 0 && at < end+len(summary)
}
