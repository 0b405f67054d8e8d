package numeral

import (
	"regexp"
	"testing"
)

func TestOf(t *testing.T) {
	for s, want := range map[string]int{
		"one": 1, "Nine": 9, "ten": 10, "nineteen": 19, "twenty": 20, "ninety": 90, "twenty-one": 21, "Forty two": 42, "ninety-nine": 99,
		"": 0, "none": 0, "ten-one": 0, "twenty-ten": 0, "one-twenty": 0, "hundred": 0, "7": 0, "twenty-one-two": 0, "once": 0,
	} {
		got, ok := Of(s)
		if ok != (want > 0) || ok && got != want {
			t.Errorf("Of(%q) = %d, %v; want %d", s, got, ok, want)
		}
	}
}

func TestSum(t *testing.T) {
	any := regexp.MustCompile(`(?i)^(?:` + Any + `)$`)
	for s, want := range map[string]int{
		"fifty": 50, "a hundred": 100, "two hundred and fifty": 250, "one thousand two hundred and fifty": 1250, "Thirty-five thousand": 35000, "thousand": 1000,
		"": 0, "a few": 0, "hundreds": 0, "and": 0,
	} {
		got, ok := Sum(s)
		if ok != (want > 0) || ok && got != want {
			t.Errorf("Sum(%q) = %d, %v; want %d", s, got, ok, want)
		}
		if any.MatchString(s) != (want > 0) {
			t.Errorf("Any matches %q: %v", s, want == 0)
		}
	}
}

// Whatever Below100 matches whole, Of reads.
func TestBelow100(t *testing.T) {
	form := regexp.MustCompile(`^(?:` + Below100 + `)$`)
	for w := range words {
		for v := range words {
			for _, s := range []string{w, w + "-" + v, w + " " + v} {
				if _, ok := Of(s); ok != form.MatchString(s) {
					t.Errorf("%q: read %v, matched %v", s, ok, !ok)
				}
			}
		}
	}
}
