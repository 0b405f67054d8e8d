package classify

import (
	"testing"

	"moothall/archive"
)

// What was done before the decision was made cannot carry out its remedy.
func TestStatusSinceTheDecision(t *testing.T) {
	train := []archive.Remedy{{Text: "Train its officers.", CaseRef: "21 003 456"}}
	for _, c := range []struct {
		name, told   string
		decided, met archive.Date
		caseRef      string
		want         archive.RemedyStatus
	}{
		{"years before", "Training was held in 2019.", "2023-05-10", "2023-07-01", "", archive.StatusNotStated},
		{"a month before", "Training was held in March 2022.", "2023-05-10", "2023-07-01", "", archive.StatusNotStated},
		{"a day before", "Training was held on 9 May 2023.", "2023-05-10", "2023-07-01", "", archive.StatusNotStated},
		{"the day after", "Training was held on 11 May 2023.", "2023-05-10", "2023-07-01", "", archive.Implemented},
		{"no year", "Training was held on 9 May.", "2023-05-10", "2023-07-01", "", archive.Implemented},
		{"that year", "Training was held in 2023.", "2023-05-10", "2023-07-01", "", archive.Implemented},
		{"promised before, done after", "The training promised in 2019 was held on 11 June 2023.", "2023-05-10", "2023-07-01", "", archive.Implemented},
		{"before the case had a number", "Training was held in 2020.", "", "2023-07-01", "21 003 456", archive.StatusNotStated},
		{"after it had", "Training was held in 2021.", "", "2023-07-01", "21 003 456", archive.Implemented},
		{"before a longer number", "Training was held in 2021.", "", "2023-07-01", "202216043", archive.StatusNotStated},
		{"long before the meeting", "Training was held in 2019.", "", "2024-02-05", "", archive.StatusNotStated},
		{"the year before the meeting", "Training was held in 2023.", "", "2024-02-05", "", archive.Implemented},
		{"not done, long ago", "Training was not held in 2019.", "2023-05-10", "2023-07-01", "", archive.StatusNotStated},
		{"nothing is known", "Training was held in 2019.", "", "", "", archive.Implemented},
	} {
		train[0].CaseRef = c.caseRef
		h := &archive.Head{Kind: archive.KindReport, Text: "Train its officers.\n\n" + c.told}
		rs := []archive.Remedy{train[0]}
		remedies(h, rs, c.decided, c.met)
		if rs[0].Status != c.want {
			t.Errorf("%s: %q is %s, want %s", c.name, c.told, rs[0].Status, c.want)
		}
	}
}
