package parse

import "testing"

// Each row is a paragraph that decides, and what it decides without its
// keyword; "" where it decides nothing.
func TestVerdict(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"RESOLVED – That the report be noted.", "That the report be noted."},
		{"RESOLVED (8 for, 0 against, 1 abstention) that the scheme be brought into effect.", "that the scheme be brought into effect."},
		{"RESOLVED unanimously that the fee be paid.", "that the fee be paid."},
		{"Members looked at the plans. Resolved: approve, with a condition on the side window.", "approve, with a condition on the side window."},
		{"The stones were thought unsafe. Resolved to lay them flat.", "to lay them flat."},
		{"Members resolved their differences over tea.", ""},
		{"The matter was resolved in March, and nothing remains to be done.", ""},
	} {
		_, _, words, ok := verdict(c.text, false)
		if !ok {
			words = ""
		}
		if words != c.words {
			t.Errorf("%q: got %q, want %q", c.text, words, c.words)
		}
	}
}
