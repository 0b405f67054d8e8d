package archive

import "testing"

func TestMaskContacts(t *testing.T) {
	const w = Withheld
	tests := []struct{ name, in, want string }{
		{"e-mail address", "write to jane.o'brien@ambershire.gov.uk.", "write to " + w + "."},
		{"bracketed area code", "Tel: (01772) 900123, Complaints", "Tel: " + w + ", Complaints"},
		{"spaced number", "call 01632 960 001 today", "call " + w + " today"},
		{"London number", "020 7946 0018", w},
		{"mobile", "07700 900123 or 07700900456", w + " or " + w},
		{"international", "+44 (0)1632 960001", w},
		{"non-geographic", "0300 061 0614", w},
		{"local number after a cue", "Telephone: Thornley 960001 (mornings)", "Telephone: Thornley " + w + " (mornings)"},
		{"extension", "ext. 4512", "ext. " + w},
		{"no-break spaces", "call 01632\u00a0960\u00a0001 now", "call " + w + " now"},
		{"en dash", "01632–960001", w},
		{"non-breaking hyphen", "01632\u2011960 001", w},
		{"direct dial", "DDI 960001", "DDI " + w},
		{"e-mail address over two lines", "jane.doe@\nambershire.gov.uk", w},
		{"e-mail address spaced out", "write to jane.doe @ambershire.gov.uk", "write to " + w},
		{"early joined case reference stays", "reference 07003456", "reference 07003456"},
		{"day and time stay", "01.02.2021 19.00 and 01-02-2021 at 19:00", "01.02.2021 19.00 and 01-02-2021 at 19:00"},
		{"case reference stays", "reference 21 003 456 of 2022", "reference 21 003 456 of 2022"},
		{"joined case reference stays", "21003456", "21003456"},
		{"money stays", "£250,000 and 01/07/2021", "£250,000 and 01/07/2021"},
		{"dates and minutes stay", "Minute 77/21 of 2021-07-01 at 19:00", "Minute 77/21 of 2021-07-01 at 19:00"},
		{"planning reference stays", "application 21/00109/FUL", "application 21/00109/FUL"},
		{"decision reference stays", "decision 24/00109", "decision 24/00109"},
		{"phone as a word", "members asked about the phone line in 2021.", "members asked about the phone line in 2021."},
		{"extension of time", "an extension of 12 months", "an extension of 12 months"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := MaskContacts(tt.in); got != tt.want {
				t.Errorf("MaskContacts(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
