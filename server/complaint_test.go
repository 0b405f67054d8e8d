package server

import (
	"strings"
	"testing"

	"moothall/archive"
)

func TestDecisionIsShownByWhatItIsAbout(t *testing.T) {
	f := &archive.Finding{
		Head: archive.Head{
			Kind: archive.KindFinding, Title: "Thornley District Council (21 911 853)", Summary: "Mr Z complained about his homelessness application. There was no fault.",
			Text:   "Category : Housing > Homelessness Decision : Not upheld\n\nSummary: Mr Z complained about his homelessness application. There was no fault.\n\nHe waited in a hotel.",
			Source: archive.Source{SHA256: decisionOf}, PageMarks: []archive.PageMark{{Offset: 0, Page: 1}},
		},
		Category: "Housing", Subcategory: "Homelessness", Reference: "21 911 853",
	}
	for _, tt := range []struct{ name, text, snippet, first, decision string }{
		{"found in the form the paper begins with", "homelessness", "Category : Housing > Homelessness Decision : Not upheld Summary: Mr Z …", "Mr Z complained about his homelessness application. There was no fault.", ""},
		{"found further on", "hotel", "… He waited in a hotel.", "… He waited in a hotel.", "Mr Z complained about his homelessness application. There was no fault."},
		{"nothing searched for", "", "Category : Housing", "Mr Z complained about his homelessness application. There was no fault.", ""},
	} {
		v := newHitView(tt.text, archive.Hit{
			Kind: archive.KindFinding, Title: f.Title, Council: "Thornley District Council", Reference: "21 911 853", Decision: "I have completed my investigation.",
			Snippets: []archive.Snippet{{Field: "text", Page: 1, Parts: mark(tt.snippet, terms(tt.text))}},
		})
		v.complaint(tt.text, f)
		if v.First == nil || joined(v.First.Parts) != tt.first || v.Decision != tt.decision {
			t.Errorf("%s: first %+v, then %q; want %q, then %q", tt.name, v.First, v.Decision, tt.first, tt.decision)
		}
		if got := strings.Join(v.Facts, "; "); got != "Housing > Homelessness" {
			t.Errorf("%s: facts are %q", tt.name, got)
		}
	}
}
