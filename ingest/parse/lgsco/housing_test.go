package lgsco

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"moothall/archive"
)

// The Housing Ombudsman's determinations of thousands of complaints against
// councils, in the words of the reports, beside what somebody else read in
// them: at least 99 of a hundred are read alike.
func TestDeterminationsAsPublished(t *testing.T) {
	f, err := os.Open("../../../../shared/corpus/csv/housing_ombudsman_council_landlords.csv")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const words, finding = 7, 8
	n, right := 0, 0
	for _, r := range rows[1:] {
		if !strings.Contains(strings.ToLower(r[words]), "in accordance with paragraph") {
			continue // a heading, or a sentence cut before its finding
		}
		n++
		if d := determinations([]archive.Section{{Canonical: "decision", Paragraphs: []archive.Paragraph{{Text: r[words]}}}}); strings.Contains(strings.ToLower(d), strings.ToLower(r[finding])) {
			right++
		}
	}
	if n < 2000 || right*100 < n*99 {
		t.Errorf("%d of %d determinations are read as published", right, n)
	}
}
