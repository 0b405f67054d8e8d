package classify

import (
	"slices"
	"strings"
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

func TestDueDate(t *testing.T) {
	for due, want := range map[string]archive.Date{
		"2024-03-31": "2024-03-31", "within one month of my final decision": "2024-02-29", "Within 4 weeks": "2024-02-28", "In three months": "2024-04-30",
		"Within twelve weeks of the date of this report": "2024-04-24", "within a year": "2025-01-31",
		"within 15 working days": "", "within two weeks of the review": "", "immediately": "", "": "",
	} {
		if got := dueDate(due, "2024-01-31"); got != want {
			t.Errorf("%q: got %q, want %q", due, got, want)
		}
	}
	if got := dueDate("within one month", ""); got != "" {
		t.Errorf("without a decision's day: %q", got)
	}
}

// Remedies told in minutes and reports, each with its state and its proof.
func TestToldRemedies(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // text: status
	}{
		{"in a minute", "The Monitoring Officer reported a decision of the Ombudsman. The Ombudsman had recommended that the Council apologise to Mr X, pay him £300 and review its procedure. The apology had been sent and the £300 paid; the review was under way.",
			[]string{"apologise to Mr X: implemented", "pay him £300: implemented", "review its procedure: in_progress"}},
		{"only one told of", "The Ombudsman recommended that the Council apologise and pay Mrs A £200. The payment was made on 3 May 2023.",
			[]string{"apologise: not_stated", "pay Mrs A £200: implemented"}},
		{"all together", "The Ombudsman asked the Council to apologise and to pay £200.\n\nBoth actions had been completed by 3 May 2023.",
			[]string{"apologise: implemented", "pay £200: implemented"}},
		{"counted off", "The Ombudsman (case 23 001 556) asked us to do three things. First, to send Miss T a letter of apology; this was sent on 20 December 2023. Secondly, to pay £700. This has not yet been paid. Lastly, to train our clerks.",
			[]string{"send Miss T a letter of apology: implemented", "pay £700: not_implemented", "train our clerks: not_stated"}},
		{"no Ombudsman", "The auditor recommended that the Council review its procedure.", nil},
		{"a decision of the meeting", "The Ombudsman's letter was received.\n\nRESOLVED that the letter be noted.", nil},
	} {
		h := &archive.Head{Text: c.text}
		var got []string
		for _, r := range remediesOf(h, nil) {
			got = append(got, r.Text+": "+string(r.Status))
			if (r.Evidence == nil) != (r.Status == archive.StatusNotStated) {
				t.Errorf("%s: %q is %s by %+v", c.name, r.Text, r.Status, r.Evidence)
			}
			if r.Evidence != nil && !strings.Contains(c.text, r.Evidence.Quote) {
				t.Errorf("%s: quote %q is not the text's", c.name, r.Evidence.Quote)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if again := remediesOf(h, remediesOf(h, nil)); len(again) != len(c.want) {
			t.Errorf("%s: asked again gives %d", c.name, len(again))
		}
	}
}
