package lgsco

import (
	"testing"

	"moothall/archive"
)

func TestVerdictOf(t *testing.T) {
	for _, row := range []struct {
		in   string
		want archive.Verdict
	}{
		{"Upheld", archive.Upheld}, {"Not upheld", archive.NotUpheld}, {"Closed after initial enquiries", archive.Closed},
		{"Upheld: fault and injustice", archive.Upheld}, {"Not upheld: no fault", archive.NotUpheld}, {"Closed after initial enquiries: out of jurisdiction", archive.Closed},
		{"Fault found causing injustice and recommendations made", archive.Upheld}, {"Maladministration with injustice", archive.Upheld},
		{"No maladministration", archive.NotUpheld}, {"Local settlement", archive.OtherVerdict}, {"Some upheld, recommendations", archive.Upheld}, {"", ""},
	} {
		if got := verdictOf(row.in); got != row.want {
			t.Errorf("verdictOf(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestInjustice(t *testing.T) {
	for _, row := range []struct {
		in   string
		want bool
	}{
		{"The Council’s delay caused Mrs B avoidable distress.", true},
		{"We found fault causing injustice.", true},
		{"The Council has agreed to remedy the injustice caused.", true},
		{"There was fault but it did not cause injustice.", false},
		{"The fault did not cause any significant injustice.", false},
		{"There was no fault.", false},
		{"The fault did not cause injustice to Mr B. But it caused Mrs B uncertainty.", true},
	} {
		if got := injusticeStated(row.in); got != row.want {
			t.Errorf("injusticeStated(%q) = %v", row.in, got)
		}
	}
}

func TestTotal(t *testing.T) {
	for _, row := range []struct {
		name  string
		texts []string
		want  float64 // -1: none stated
	}{
		{"one", []string{"pay Mr B £300"}, 300},
		{"several", []string{"pay Mr B £300", "pay Mrs B £150.50"}, 450.5},
		{"two in one", []string{"pay Mr B £300 and Mrs B £100"}, 400},
		{"made up of", []string{"pay £500, made up of £300 and £200"}, 500},
		{"a total", []string{"pay a total of £500, £350 of it now"}, 500},
		{"at a rate", []string{"pay £3,750, at £150 for each of 25 weeks"}, 3750},
		{"each, to two by name", []string{"pay £300 each to Mr and Mrs X"}, 600},
		{"each, to two by names", []string{"pay Mr X and Ms Y £200 each"}, 400},
		{"each, to so many", []string{"pay the three children £100 each"}, 300},
		{"each of two", []string{"pay each of Mr A and Mrs A £250"}, 500},
		{"each of two bodies", []string{"the Council and the Trust will each pay Mr J £500"}, 1000},
		{"each, to nobody knows how many", []string{"pay them £200 each"}, -1},
		{"taken off a bill", []string{"deduct £120 from her bill of £600"}, -1},
		{"recurring has no total", []string{"pay £300", "pay £250 each month until it does"}, -1},
		{"no payment", []string{"apologise to Mr B", "waive the fee of £20"}, -1},
		{"nothing", nil, -1},
	} {
		var rs []archive.Remedy
		for _, s := range row.texts {
			rs = append(rs, archive.Remedy{Text: s})
		}
		got := total(rs)
		if (got == nil) != (row.want < 0) || got != nil && *got != row.want {
			t.Errorf("%s: total of %q = %v, want %v", row.name, row.texts, got, row.want)
		}
	}
}
