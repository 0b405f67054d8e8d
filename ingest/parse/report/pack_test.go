package report

import (
	"strings"
	"testing"

	"moothall/archive"
)

// TestPack: reports one behind the other are records of their own; a letter
// before a report, and one in its appendix, are not.
func TestPack(t *testing.T) {
	one := "Report to: Cabinet\nDate: 14 March 2023\nSubject: Bins\nReport of: Director of Place\n\nSummary\n\nBins are full.\n\nRecommendation: Cabinet is asked to note it."
	two := strings.NewReplacer("Bins", "Roads", "full", "wet").Replace(one)
	letter := "To: All members\nFrom: A Clerk\nDate: 7 March 2023\n\nDear Member\n\nThe report is enclosed."
	cases := []struct {
		name  string
		pages []string
		want  []string // title, date and pages of each record
		rest  int      // blocks left
	}{
		{"two reports", []string{one, "More of the first.", two}, []string{"Bins 2023-03-14 [1 2]", "Roads 2023-03-14 [3]"}, 0},
		{"a list before them", []string{"Agenda\n\n1. Bins", one, two}, []string{"Bins 2023-03-14 [2]", "Roads 2023-03-14 [3]"}, 2},
		{"a letter before it", []string{letter, one}, []string{"Bins 2023-03-14 [1 2]"}, 0},
		{"a letter behind it", []string{one, letter}, []string{"Bins 2023-03-14 [1 2]"}, 0},
	}
	for _, c := range cases {
		reading := Parse(documentOf(t, "x.txt", []byte(strings.Join(c.pages, "\f"))))
		var got []string
		for _, r := range reading.Records {
			x := r.(*archive.Report)
			var pages []string
			for _, p := range x.Pages {
				pages = append(pages, string(rune('0'+p)))
			}
			got = append(got, x.Title+" "+string(x.MeetingDate)+" ["+strings.Join(pages, " ")+"]")
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") || len(reading.Rest) != c.rest {
			t.Errorf("%s: got %q and %d blocks left, want %q and %d", c.name, got, len(reading.Rest), c.want, c.rest)
		}
	}
}
