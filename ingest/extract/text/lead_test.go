package text

import "testing"

func TestLead(t *testing.T) {
	for _, c := range []struct {
		name, words, bold string
		want              int
	}{
		{"a title before a colon", "Apologies: none.", "Apologies:", 10},
		{"with a typed marker", "Minutes The minutes were signed.", "3. Minutes ", 7},
		{"all of it", "Apologies", "Apologies", 0},
		{"the marker alone", "Apologies were received.", "1.", 0},
		{"nothing", "Apologies were received.", "", 0},
		{"other words", "Apologies were received.", "Minutes", 0},
		{"wide spaces", "Any other business None", " Any  other\tbusiness", 18},
	} {
		if got := Lead(c.words, c.bold); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
