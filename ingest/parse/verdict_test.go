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
		{"214.2 Resolved: to write to the owner.", "to write to the owner."},
		{"Action: The Committee RESOLVED not to agree to it.", "not to agree to it."},
		{"214.2 The dispute was resolved by the owner.", ""},
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

// Weak forms decide where nothing else does.
func TestWeakVerdict(t *testing.T) {
	for text, want := range map[string]string{
		"Cllr Tull proposed it. 4 votes for, 2 abstentions – Carried": "4 votes for, 2 abstentions – Carried",
		"agreed and signed. (KT)":                         "agreed and signed. (KT)",
		"confirmed as a true record.":                     "confirmed as a true record.",
		"approved contractors were listed in the report.": "",
		"The lamp was found in the lane – Lost":           "",
	} {
		_, got, _, _ := verdict(text, true)
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if _, got, _, _ := verdict(text, false); got != "" {
			t.Errorf("%q decides without being asked: %q", text, got)
		}
	}
}
