package server

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
)

func TestMaskParts(t *testing.T) {
	part := func(text string, match bool) archive.Part { return archive.Part{Text: text, Match: match} }
	tests := []struct {
		name     string
		in, want []archive.Part
	}{
		{"nothing to mask", []archive.Part{part("the ", false), part("rent", true)}, []archive.Part{part("the ", false), part("rent", true)}},
		{
			"a number across parts",
			[]archive.Part{part("Tel: (01632) ", false), part("960001", true), part(", Complaints", false)},
			[]archive.Part{part("Tel: "+archive.Withheld+", Complaints", false)},
		},
		{
			"an address that is itself the match",
			[]archive.Part{part("ask ", false), part("a@b.gov.uk", true)},
			[]archive.Part{part("ask "+archive.Withheld, false)},
		},
		{
			"a number cut by the edge",
			[]archive.Part{part("960001, ", false), part("Complaints", true)},
			[]archive.Part{part(archive.Withheld+", ", false), part("Complaints", true)},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := maskParts(tt.in); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestPublicRecord(t *testing.T) {
	item := &archive.Item{
		Head: archive.Head{
			Kind: archive.KindItem, Text: "Call 01632 960001.\n\nPage two. Mrs Larch, 27 Pelham Road, spoke of 4 Gull Lane.", PageMarks: []archive.PageMark{{Offset: 0, Page: 1}, {Offset: 20, Page: 2}},
			Furniture: "PAGE 1",
			Source:    archive.Source{Name: "/home/clerk/inbox/minutes 01632 960001.pdf"},
			Doubts:    []archive.Doubt{{Because: "only the line of 01632 960001 names it"}},
		},
		Documents:   []archive.Attachment{{Title: "Write", URL: "mailto:clerk@ambershire.gov.uk"}},
		Resolutions: []archive.Resolution{{Text: "write to clerk@ambershire.gov.uk"}},
	}
	before, _ := json.Marshal(item)
	got := publicRecord(item).(*archive.Item)
	if after, _ := json.Marshal(item); string(after) != string(before) {
		t.Errorf("the record itself changed:\n%s\n%s", before, after)
	}
	if b, _ := json.Marshal(got); strings.Contains(string(b), "960001") || strings.Contains(string(b), "clerk@") || strings.Contains(string(b), "PAGE 1") || strings.Contains(string(b), "inbox") || strings.Contains(string(b), "Pelham") || !strings.Contains(string(b), "4 Gull Lane") {
		t.Errorf("not public: %s", b)
	}
	if i := got.PageMarks[1].Offset; got.Text[i:] != "Page two. Mrs Larch, "+archive.Withheld+", spoke of 4 Gull Lane." {
		t.Errorf("page 2 begins at %q", got.Text[i:])
	}
}

func TestPublicRecordWithholdsExemptWords(t *testing.T) {
	item := &archive.Item{
		Head:       archive.Head{Title: "Disposal of land", Visibility: archive.Exempt, Text: "secret", Summary: "secret", MeetingRefs: []archive.MeetingRef{{Quote: "secret"}}, Doubts: []archive.Doubt{{Because: "secret"}}},
		Background: "secret", Discussion: "secret", Decision: "secret",
		Resolutions: []archive.Resolution{{Text: "secret"}}, Exchanges: []archive.Exchange{{Issue: "secret"}}, Remedies: []archive.Remedy{{Text: "secret"}},
	}
	b, err := json.Marshal(publicRecord(item))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "secret") || !strings.Contains(string(b), "Disposal of land") {
		t.Errorf("got %s", b)
	}
	report := &archive.Report{
		Head:     archive.Head{Title: "Disposal of land", Visibility: archive.Exempt, Text: "secret", CaseRefs: []string{"secret"}},
		Sections: []archive.Section{{Text: "secret"}}, Recommendations: []archive.Recommendation{{Text: "secret"}},
		EarlierDecisions: []archive.EarlierDecision{{Quote: "secret"}},
	}
	if b, _ := json.Marshal(publicRecord(report)); strings.Contains(string(b), "secret") {
		t.Errorf("report: %s", b)
	}
	hit := publicHit(archive.Hit{Title: "Disposal of land", Visibility: archive.Exempt, Decision: "secret", Snippets: []archive.Snippet{{}}})
	if hit.Decision != "" || hit.Snippets != nil {
		t.Errorf("hit: %+v", hit)
	}
}

func TestSearchJSON(t *testing.T) {
	q := archive.Query{Text: "rent", Filters: map[archive.Facet]archive.Filter{"outcome": {Any: []string{"noted"}}}}
	res := archive.Results{
		Total: 12, Suggestion: "", Next: "abc",
		Hits: []archive.Hit{{ID: "ambershire/2021-07-22/council/183", Kind: archive.KindItem, Title: "Rents", Snippets: []archive.Snippet{
			{Field: "text", Page: 3, Parts: []archive.Part{{Text: "the "}, {Text: "rent", Match: true}, {Text: " of 01632 960001"}}}}}},
		Facets: []archive.FacetCount{{Facet: "outcome", Values: []archive.FacetValue{{Value: "noted", Count: 12, Selected: true}, {Value: "not_stated", Count: 3}}}},
	}
	got, err := json.MarshalIndent(SearchJSON("/api/v1/search", q, res), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"total": 12`, `"total_is_exact": true`, `"suggestion": null`, `"related": []`, `"prev": null`, `"matter": null`,
		`"next": "/api/v1/search?q=rent\u0026cursor=abc\u0026outcome=noted"`,
		`"url": "/items/ambershire/2021-07-22/council/183"`, `"match": true`, `"text": " of [contact withheld]"`,
		`"href": "/api/v1/search?q=rent"`, `"label": "Not stated"`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(string(got), "960001") {
		t.Errorf("a telephone number in\n%s", got)
	}
}
