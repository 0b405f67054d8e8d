package text

import "testing"

// What is spared the forms of markers matches none of them.
func FuzzOpensWord(f *testing.F) {
	for _, s := range []string{"a) x", "o\tx", "o\u00a0x", "iv. x", "vii) ", "(a) x", "a.", "abc", "abcdefg.", "• x", "15 members"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !opensWord(s) {
			return
		}
		for _, form := range markerForms {
			if form.MatchString(s) {
				t.Errorf("%q has the marker of %v", s, form)
			}
		}
	})
}
