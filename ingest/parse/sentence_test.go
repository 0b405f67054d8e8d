package parse

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"The Clerk read it.", "It was agreed."},
		{"Cllr. Ames and Mr. J. Cole (No. 8) spoke.", "Was it so?", "It was."},
		{"He went to the Forum on Weds. 6th. March at the hall.", "All agreed."},
		{"The Cttee. met on Tues. 4th Mar. 2025 at 7 p.m. in the hall.", "The Chair closed it."},
		{"Mins. of 8th Feb. agreed."},
		{"It ends at 9 p.m.", "The Clerk left."},
		{"The bus lane (min. 24/105, no. 6) was shut.", "He said no.", "The Chair closed it."},
		{"Signs, bins etc. were seen.", "They will be mended."},
		{"The fence is by Mill Ltd.", "Cllr Ames asked why."},
		{"Apologise to Mr X.", "It will also pay him."},
		{"(It was the 6th.)", "The Clerk wrote."},
		{"Done on the 6th. March was wet."}, // a month behind an ordinal is read as its own
	} {
		text := strings.Join(want, " ")
		if got := Sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q", text, got)
		}
	}
}
