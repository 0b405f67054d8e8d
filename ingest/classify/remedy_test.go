package classify

import (
	"slices"
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

func TestKindsOfWhatASummaryPromises(t *testing.T) {
	for text, want := range map[string][]archive.RemedyKind{
		"offer a small financial remedy to reflect this":          {archive.Payment},
		"pay financial redress to Mr X":                           {archive.Payment},
		"take action to prevent recurrence of the fault":          {archive.ServiceImprovement},
		"issue guidance to officers":                              {archive.ServiceImprovement},
		"service improvements":                                    {archive.ServiceImprovement},
		"remind staff to send care plans in time":                 {archive.ServiceImprovement},
		"remind panel members of the need for reasons":            {archive.Training},
		"ensure its staff are fully trained":                      {archive.Training},
		"review its internal procedure":                           {archive.PolicyReview},
		"review the way it keeps records of site visits":          {archive.PolicyReview},
		"ensure the information in its policy was consistent":     {archive.PolicyReview},
		"assess her correct council tax reduction":                {archive.Reassessment},
		"reconsider the complaint under its complaints procedure": {archive.Reassessment},
		"removal of the fees":                                     {archive.OtherRemedy},
		"arrange the child's annual review":                       {archive.Reassessment},
	} {
		if got := kinds(text); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
