package archive

import (
	"strings"
	"testing"
)

func TestBlankContacts(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Write to ann.lea@ambershire.example.", "Write to " + strings.Repeat(" ", len("ann.lea@ambershire.example")) + "."},
		{"Telephone: 533950 or (01632) 960123", "Telephone:        or               "},
		{"Case 21 003 456, 0.5 per cent, £1,250, 07/03/2024", "Case 21 003 456, 0.5 per cent, £1,250, 07/03/2024"},
		{"One.\n\nRing 01632 960 123.\n\nThree.", "One.\n\nRing              .\n\nThree."},
	} {
		if got := BlankContacts(tt.text); got != tt.want {
			t.Errorf("BlankContacts(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// What is passed over without a close look holds nothing.
func FuzzMayHoldContact(f *testing.F) {
	for _, s := range []string{"tel 01632 960123", "a@b.example", "+44 1632 960123", "(01632) 960123", "Ext. 4512", "Next 4512", "é0163 2960123", "direct dial: 960 123", "00441632960123"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !mayHoldContact(s) && contact.MatchString(s) {
			t.Errorf("%q holds %q", s, contact.FindString(s))
		}
		if b := BlankContacts(s); len(b) != len(s) {
			t.Errorf("%q became %q", s, b)
		}
	})
}

func BenchmarkBlankContacts(b *testing.B) {
	text := strings.Repeat("The Cabinet considered the report of 4 May 2021 and agreed to pay £1,250 within 10 weeks.\n\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		BlankContacts(text)
	}
}
