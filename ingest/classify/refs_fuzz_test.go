package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// Whatever the text, a reference quotes words that stand in it, and names a day
// that exists.
func FuzzReferences(f *testing.F) {
	for _, w := range meetingWays {
		text, _, _ := strings.Cut(w.seen, "=")
		f.Add("Minutes of Committees", strings.NewReplacer("<", "", ">", "").Replace(text))
	}
	f.Add("Minutes: Planning 4 March, Finance 11 March", "Council (29 February 2024, Minute 66); Cttee. 11/12 and 8/1, (the 3rd & 4 May), 2023-24/117 refers. Appendices A–D.")
	f.Add("Cofnodion", "cofnodion y cyfarfod a gynhaliwyd ar 29 Chwefror\u00a02023 …(on the evening of Weds. 6th. March")
	f.Fuzz(func(t *testing.T, title, text string) {
		it := &archive.Item{Head: archive.Head{Kind: archive.KindItem, Council: "Thornley District Council", Title: title, Text: text}, Committee: "Audit Committee", MeetingDate: "2024-03-14"}
		Record(it)
		said := title + "\n\n" + text
		for _, m := range it.MeetingRefs {
			if m.Quote == "" || !strings.Contains(said, m.Quote) {
				t.Errorf("%q is quoted, but not said", m.Quote)
			}
			if m.Date != "" && !m.Date.Valid() {
				t.Errorf("%q is no day", m.Date)
			}
		}
		for _, m := range it.MinuteRefs {
			if !strings.Contains(said, m.Quote) || m.Number == "" {
				t.Errorf("minute %q is quoted as %q", m.Number, m.Quote)
			}
		}
		for _, r := range it.References {
			if !strings.Contains(said, r.Quote) || r.Label == "" && r.Date == "" {
				t.Errorf("%+v", r)
			}
		}
	})
}
