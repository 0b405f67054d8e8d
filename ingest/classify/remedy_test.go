package classify

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"moothall/archive"
)

func TestLeadOfTheNextListProvesNothing(t *testing.T) {
	text := "15. Within one month the Council has agreed to:\n\na. apologise to Ms A; and\n\nb. pay Ms A £200.\n\n" +
		"16. Within three months of my final decision the Council has agreed to:\n\na. review its policy.\n\n17. I have completed my investigation."
	h := &archive.Head{Text: text}
	rs := []archive.Remedy{{Label: "15a", Text: "apologise to Ms A"}, {Label: "15b", Text: "pay Ms A £200."}, {Label: "16a", Text: "review its policy."}}
	remedies(h, rs, "", "")
	for _, r := range rs {
		if r.Status != archive.StatusNotStated || r.Evidence != nil {
			t.Errorf("%s: %s by %+v", r.Label, r.Status, r.Evidence)
		}
	}
	h.Text = "The Council should:\n\na. apologise to Ms A.\n\nThe Council has apologised to Ms A.\n\nb. pay Ms A £200.\n\nThis has been paid."
	rs = []archive.Remedy{{Label: "a", Text: "apologise to Ms A."}, {Label: "b", Text: "pay Ms A £200."}}
	remedies(h, rs, "", "")
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
		"By the end of May 2024": "2024-05-31", "by 30 June": "2024-06-30", "by 3 January": "2025-01-03", "within 28 days of this determination": "2024-02-28",
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
		{"a list", "The Ombudsman had found fault and had recommended that the Council:\n\n(a) apologise to Mr B;\n\n(b) pay Mr B £300; and\n\n(c) review its policy.\n\nMembers were told that the apology had been sent and the money had been paid.",
			[]string{"apologise to Mr B: implemented", "pay Mr B £300: implemented", "review its policy: not_stated"}},
		{"by place", "The Housing Ombudsman had ordered the Council to:\n\n• apologise;\n\n• pay £2,100; and\n\n• inspect every flat.\n\nThe first two orders had been complied with. Eleven of the twenty flats had been inspected.",
			[]string{"apologise: implemented", "pay £2,100: implemented", "inspect every flat: partly"}},
		{"each in its clause", "The Ombudsman asked the Council to apologise and to carry out a new assessment. The apology had been sent but the assessment was still outstanding.",
			[]string{"apologise: implemented", "carry out a new assessment: not_implemented"}},
		{"two cases", "The Ombudsman's case 23 811 701 was about care. The Council agreed to apologise. This has been done.\n\nThe Ombudsman's case 23 811 702 was about roads. The Council agreed to apologise. The apology is to be sent in May.",
			[]string{"apologise: implemented", "apologise: in_progress"}},
		{"two sums", "The Ombudsman asked the Council to pay Mr A £200 and Ms B £300. The payment of £300 has been made.",
			[]string{"pay Mr A £200: not_stated", "Ms B £300: implemented"}},
		{"the others", "The Ombudsman asked the Council to pay £250, apologise and offer him a meeting. He had declined the meeting. The remaining actions were in hand.",
			[]string{"pay £250: in_progress", "apologise: in_progress", "offer him a meeting: no_longer_required"}},
		{"no Ombudsman", "The auditor recommended that the Council review its procedure.", nil},
		{"a decision of the meeting", "The Ombudsman's letter was received.\n\nRESOLVED that the letter be noted.", nil},
	} {
		h := &archive.Head{Text: c.text}
		var got []string
		for _, r := range remediesOf(h, nil, "", "") {
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
		if again := remediesOf(h, remediesOf(h, nil, "", ""), "", ""); len(again) != len(c.want) {
			t.Errorf("%s: asked again gives %d", c.name, len(again))
		}
	}
}

// What became of a list is told below it, by label, by place and by kind.
func TestAnswersBelowAList(t *testing.T) {
	const list = "The Ombudsman asked for this:\n\na) apologise;\n\nb) pay £600; and\n\nc) reconsider the application.\n\n"
	for _, c := range []struct {
		name, after string
		want        [3]archive.RemedyStatus
	}{
		{"labels", "Actions a) and b) were completed on 14 June. The application was reconsidered in July.", [3]archive.RemedyStatus{archive.Implemented, archive.Implemented, archive.Implemented}},
		{"one label", "Action b) is not accepted.", [3]archive.RemedyStatus{archive.StatusNotStated, archive.NotImplemented, archive.StatusNotStated}},
		{"from one to another", "Actions a) to c) have been completed.", [3]archive.RemedyStatus{archive.Implemented, archive.Implemented, archive.Implemented}},
		{"the last", "The last action is under way.", [3]archive.RemedyStatus{archive.StatusNotStated, archive.StatusNotStated, archive.InProgress}},
		{"all", "All three actions have been completed.", [3]archive.RemedyStatus{archive.Implemented, archive.Implemented, archive.Implemented}},
		{"under another heading", "Recommendation\n\nThat the payment of £600 made in May be noted.", [3]archive.RemedyStatus{archive.StatusNotStated, archive.StatusNotStated, archive.StatusNotStated}},
	} {
		h := &archive.Head{Kind: archive.KindReport, Text: list + c.after}
		rs := []archive.Remedy{{Label: "a", Text: "apologise;"}, {Label: "b", Text: "pay £600; and"}, {Label: "c", Text: "reconsider the application."}}
		remedies(h, rs, "", "")
		for i, r := range rs {
			if r.Status != c.want[i] {
				t.Errorf("%s: %s is %s, want %s", c.name, r.Text, r.Status, c.want[i])
			}
		}
	}
}

func TestSum(t *testing.T) {
	for text, want := range map[string]struct {
		pounds float64
		per    string
	}{
		"pay Mr X £1,250.50": {1250.5, ""}, "pay £150 per month from March": {150, "month"}, "a monthly payment of £250": {250, "month"},
		"send him two hundred pounds": {200, ""}, "one thousand two hundred and fifty pounds": {1250, ""}, "a hundred pounds a week": {100, "week"},
		"pay twenty-five pounds": {25, ""},
	} {
		n, per := sum(text)
		if n == nil || *n != want.pounds || per != want.per {
			t.Errorf("%q: got %v, %q; want %v", text, n, per, want)
		}
	}
	if n, _ := sum("pounds of apples"); n != nil {
		t.Errorf("apples cost %v", *n)
	}
}

// A paper of a great many remedies and sentences is read in bounded steps: four
// times as long takes about four times, not sixteen.
func BenchmarkManyRemedies(b *testing.B) {
	for _, n := range []int{500, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var text strings.Builder
			text.WriteString("The Ombudsman recommended that the Council:")
			for i := range n {
				text.WriteString("\n\n(a) pay Mr X £" + strconv.Itoa(i) + ";")
			}
			text.WriteString("\n\n" + strings.Repeat("The payment was made. ", n))
			h := &archive.Head{Text: text.String()}
			for b.Loop() {
				remediesOf(h, nil, "", "")
			}
		})
	}
}

// Whatever a paper says, what it is read to prove is its own words, and a
// remedy has a state only with its proof.
func FuzzToldRemedies(f *testing.F) {
	f.Add("The Ombudsman recommended that the Council:\n\n(a) apologise;\n\n(b) pay £5.\n\nAll had been done save for the last, which will be paid.")
	f.Add("The Ombudsman asked us to do two things. First, to pay £700; this was done. Secondly, to train our clerks. Neither had begun.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		for _, r := range remediesOf(&archive.Head{Text: text}, nil, "", "") {
			if (r.Evidence == nil) != (r.Status == archive.StatusNotStated) {
				t.Errorf("%q is %s by %+v", r.Text, r.Status, r.Evidence)
			}
			if r.Evidence != nil && !strings.Contains(text, r.Evidence.Quote) {
				t.Errorf("%q is not of the text", r.Evidence.Quote)
			}
		}
	})
}

// A sentence that is said twice in a paragraph which goes on overleaf proves
// with the page of its own place.
func TestProofHasItsOwnPage(t *testing.T) {
	const said = "The payment had been made."
	text := said + " The Ombudsman recommended that the Council pay Mr B £300. " + said
	h := &archive.Head{Text: text, PageMarks: []archive.PageMark{{Offset: 0, Page: 1}, {Offset: len(said) + 10, Page: 2}}}
	got := remediesOf(h, nil, "", "")
	if len(got) != 1 || got[0].Evidence == nil || got[0].Evidence.Page != 2 {
		t.Errorf("%+v", got)
	}
}

// Of remedies whose words begin alike only the first is told.
func TestToldAgain(t *testing.T) {
	for _, c := range []struct {
		first, then string
		again       bool
	}{
		{"pay Mr B £300", "pay Mr B £300", true},
		{"pay Mr B £300", "pay Mr B £300 for his time", true},
		{"pay Mr B £300 for his time", "pay Mr B £300", true},
		{"pay Mr B £300", "pay Mr C £300", false},
		{"review its policy on temporary accommodation in full", "review its policy on temporary accommodation within three months", true},
	} {
		var tell teller
		tell.told(archive.Remedy{Text: c.first})
		if got := tell.again(archive.Remedy{Text: c.then}); got != c.again {
			t.Errorf("%q after %q: %v", c.then, c.first, got)
		}
		if tell.again(archive.Remedy{Text: c.then, CaseRef: "21 003 456"}) {
			t.Errorf("%q of another case is told again", c.then)
		}
	}
}
