package ukdate

import (
	"fmt"
	"reflect"
	"testing"
)

func TestFindYearless(t *testing.T) {
	for s, want := range map[string][]string{
		"on 13th February and 2 Mar. at noon":      {"13th February=13/2", "2 Mar=2/3"},
		"the 13 th of February":                    {"13 th of February=13/2"},
		"on Weds. 6th. March":                      {"6th. March=6/3"},
		"February 13th, and May 2 is none":         {"February 13th=13/2"},
		"ar 8 Chwefror ac 2 Mawrth":                {"8 Chwefror=8/2", "2 Mawrth=2/3"},
		"on 4 MAY":                                 {"4 MAY=4/5"},
		"items 3 and 4 may be taken":               nil,
		"31 June, 104 May, £4 March, 3.4 April":    nil,
		"4 Mayfield Road, 7 Marsh Lane, 1 Junee":   nil,
		"4 May 2021 is a full date with one in it": {"4 May=4/5"},
	} {
		var got []string
		for _, y := range FindYearless(s) {
			got = append(got, fmt.Sprintf("%s=%d/%d", s[y.Start:y.End], y.Day, y.Month))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestYearlessIn(t *testing.T) {
	y := FindYearless("29 February")[0]
	if got := y.In(2024); got != "2024-02-29" {
		t.Errorf("in a leap year: %q", got)
	}
	if got := y.In(2023); got != "" {
		t.Errorf("in another: %q", got)
	}
}
