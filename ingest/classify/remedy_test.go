package classify

import (
	"testing"

	"moothall/archive"
)

func TestLeadOfTheNextListProvesNothing(t *testing.T) {
	text := "15. Within one month the Council has agreed to:\n\na. apologise to Ms A; and\n\nb. pay Ms A £200.\n\n" +
		"16. Within three months of my final decision the Council has agreed to:\n\na. review its policy.\n\n17. I have completed my investigation."
	h := &archive.Head{Text: text}
	rs := []archive.Remedy{{Label: "15a", Text: "apologise to Ms A"}, {Label: "15b", Text: "pay Ms A £200."}, {Label: "16a", Text: "review its policy."}}
	remedies(h, rs)
	for _, r := range rs {
		if r.Status != archive.StatusNotStated || r.Evidence != nil {
			t.Errorf("%s: %s by %+v", r.Label, r.Status, r.Evidence)
		}
	}
	h.Text = "The Council should:\n\na. apologise to Ms A.\n\nThe Council has apologised to Ms A.\n\nb. pay Ms A £200.\n\nThis has been paid."
	rs = []archive.Remedy{{Label: "a", Text: "apologise to Ms A."}, {Label: "b", Text: "pay Ms A £200."}}
	remedies(h, rs)
	for _, r := range rs {
		if r.Status != archive.Implemented {
			t.Errorf("%s: %s, want implemented by the paragraph under it", r.Label, r.Status)
		}
	}
}
