package index

import (
	"strings"
	"testing"

	"moothall/archive"
)

func TestSnippetsAreOfSentences(t *testing.T) {
	papers := "• Appendix 1 - Ombudsman's decision\n\n• Appendix 2 - Letter of the Ombudsman about the decision and the action plan\n\nMinutes:\n\nThe Ombudsman"
	prose := "The Monitoring Officer told Members that the Ombudsman had found the Council at fault in how it kept its promise."
	for _, c := range []struct{ name, text, query, want string }{
		{"prose before papers", "The following papers were attached to the report:\n\n" + papers + "\n\n" + prose, "ombudsman", "The Monitoring Officer told"},
		{"only papers say it", "The report was taken.\n\n• Appendix 1 - Ombudsman's decision", "ombudsman", "Appendix 1"},
		{"papers that say more of it", "• Appendix 1 - Ombudsman's decision on bins\n\n" + strings.Repeat("Much else was said that evening by those present. ", 12) + prose, "ombudsman bins", "Appendix 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ix, _ := open(t, item("Thornley District Council", "Council", "2023-07-20", "111", "Complaints", c.text))
			hits := search(t, ix, archive.Query{Text: c.query}).Hits
			if len(hits) == 0 || len(hits[0].Snippets) == 0 {
				t.Fatal("no snippet")
			}
			if got := strings.ReplaceAll(strings.ReplaceAll(show(hits[0].Snippets[0].Parts), "[", ""), "]", ""); !strings.Contains(got, c.want) || c.name == "prose before papers" && strings.Contains(got, "Appendix") {
				t.Errorf("%q: %q", c.query, got)
			}
		})
	}
}
