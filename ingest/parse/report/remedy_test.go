package report

import (
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// TestRemedies: ways of telling what the Ombudsman asked for and what was
// done. Each line wanted is "label|remedy|answer",
// with due, addressee, case and status behind it where they are known.
func TestRemedies(t *testing.T) {
	const front = "Report to: Cabinet\nDate: 14 March 2023\nSubject: The Ombudsman's decision on bins\n\nBackground\n\n"
	cases := []struct {
		name, body string
		want       []string
	}{
		{"answers below", "The Ombudsman recommended the following, and this is the action taken.\n\n• Apologise to Mr B.\n\nA letter was sent.\n\n• Pay him £100.\n\nThis has been paid.",
			[]string{"|Apologise to Mr B.|A letter was sent.", "|Pay him £100.|This has been paid."}},
		{"labels", "The actions agreed to remedy the injustice are below.\n\na) Apologise to Mr B.\n\nDone.\n\nb) Pay him £100.\n\nDone on 3 May.",
			[]string{"a|Apologise to Mr B.|Done.", "b|Pay him £100.|Done on 3 May."}},
		{"without answers", "The Ombudsman recommended that the Council should:\n\n• apologise to Mr B;\n\n• pay him £100; and\n\n• train its crews.\n\nThe crews are to be trained in June. Members will be told.",
			[]string{"|apologise to Mr B;|", "|pay him £100; and|", "|train its crews.|"}},
		{"in one sentence", "To remedy the injustice the Council has agreed to: a) apologise to Mr B; b) pay him £100; and c) train its crews.",
			[]string{"a|apologise to Mr B;|", "b|pay him £100; and|", "c|train its crews.|"}},
		{"each with its name", "The Ombudsman made two recommendations and the actions taken are:\n\nRecommendation 1: apologise to Mr B.\n\nResponse: sent on 2 May.\n\nRecommendation 2: pay him £100.\n\nResponse: paid on 3 May.",
			[]string{"1|apologise to Mr B.|Response: sent on 2 May.", "2|pay him £100.|Response: paid on 3 May."}},
		{"inner lists", "The actions taken to remedy the injustice are these.\n\n1. Apologise to:\n\na) Mr B, and\n\nb) Mrs B.\n\nBoth were written to.\n\n2. Pay £100.\n\nPaid.",
			[]string{"1|Apologise to: a) Mr B, and b) Mrs B.|Both were written to.", "2|Pay £100.|Paid."}},
		{"the law after the last", "The remedies and the actions taken are below.\n\n• Apologise.\n\nDone.\n\n• Pay £100.\n\nPaid.\n\nUnder section 31 of the Local Government Act 1974 the Council must tell the Ombudsman.",
			[]string{"|Apologise.|Done.", "|Pay £100.|Paid."}},
		{"a table", "The remedies are these.\n\n| Ombudsman's recommendation | Update |\n| Apologise | Done |\n| Pay £100 | Paid |",
			[]string{"|Apologise|Done", "|Pay £100|Paid"}},
		{"a table with a column of states", "The remedies are these.\n\n| Recommendation | What has been done | State |\n| Apologise | Sent in May. | Implemented |",
			[]string{"|Apologise|Sent in May.\n\nImplemented"}},
		{"a table without what was done", "The actions are these.\n\n| Agreed action | Lead | Deadline |\n| Apologise | Director | 3 May 2023 |",
			[]string{"|Apologise||3 May 2023|Director"}},
		{"several columns of answers", "The remedies are these.\n\n| Recommendation | Response | Update | RAG |\n| Apologise | Agreed. | Sent in May. | Green |",
			[]string{"|Apologise|Agreed.\n\nSent in May.\n\nGreen"}},
		{"a table of cases", "The cases are these.\n\n| Reference | Subject | Decision | Remedy |\n| 23 900 001 | Delay | Upheld | Apology and £300 |\n| 23900002 | Trees | Not upheld | None |\n| 23 900 003 | Fees | Upheld | Payment of £50; review of procedures |",
			[]string{"|Apology||23 900 001", "|£300||23 900 001", "|Payment of £50||23 900 003", "|review of procedures||23 900 003"}},
		{"days on which they were done", "The cases are these.\n\n| Case | Agreed remedy | Date completed |\n| 23 900 001 | Pay £300 | 14 June 2024 |\n| 23 900 002 | Pay £100 | Outstanding |",
			[]string{"|Pay £300|14 June 2024|23 900 001|implemented", "|Pay £100|Outstanding|23 900 002"}},
		{"a paragraph each", "The position is this.\n\n3.1 Pay Mr B £100. This was paid on 3 May.\n\n3.2 Apologise to Mr B. The Director wrote to him.\n\n3.3 Bins are green. They were blue.",
			[]string{"3.1|Pay Mr B £100.|This was paid on 3 May.", "3.2|Apologise to Mr B.|The Director wrote to him."}},
		{"things, not orders", "The position is this.\n\nApology to Mr B. Made by letter.\n\n£100 to Mr B. Paid in May.\n\nRefresher training for crews.",
			[]string{"|Apology to Mr B.|Made by letter.", "|£100 to Mr B.|Paid in May.", "|Refresher training for crews.|"}},
		{"below the recommendations", "Recommendations\n\nThat Cabinet notes it.\n\nAction taken\n\n• Pay Mr B £100.\n\nPaid in May.\n\n• Say sorry.\n\nA letter went.",
			[]string{"|Pay Mr B £100.|Paid in May.", "|Say sorry.|A letter went."}},
		{"the first beside its heading", "Summary\n\nIt was as it was.\n\nProgress a) Pay Mr B £100. £100 was paid in May.\n\nb) Train its crews. All were trained.",
			[]string{"a|Pay Mr B £100.|£100 was paid in May.", "b|Train its crews.|All were trained."}},
		{"a single sentence that sounds like one", "Pay was low. It rose.\n\nBins are green.", nil},
		{"a list of other things", "Crews met three kinds of weather.\n\n• Snow.\n\nIt fell in January.\n\n• Wind.\n\nIt blew in March.", nil},
		{"a table of other things", "| Month | Missed bins |\n| May | 12 |", nil},
		{"what the body is asked", "Nothing more.\n\nRecommendations\n\nThat Cabinet:\n\n1. notes the Ombudsman's remedy;\n\n2. agrees the actions.", nil},
	}
	for _, c := range cases {
		reading := Parse(documentOf(t, "x.txt", []byte(front+c.body)))
		var got []string
		for _, m := range reading.Records[0].(*archive.Report).Remedies {
			line := m.Label + "|" + m.Text + "|"
			if m.Evidence != nil {
				line += m.Evidence.Quote
			}
			for _, more := range []string{m.Due, m.AddressedTo, m.CaseRef} {
				if more != "" {
					line += "|" + more
				}
			}
			if m.Status != archive.StatusNotStated {
				line += "|" + string(m.Status)
			}
			got = append(got, line)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestRecommendations: ways of putting a recommendation. Each line wanted is
// "label|to|recommendation".
func TestRecommendations(t *testing.T) {
	const front = "Report to: Audit Committee\nDate: 14 March 2023\nSubject: Bins\n\n"
	cases := []struct {
		name, body string
		want       []string
	}{
		{"one sentence", "Recommendation: The Committee is asked to NOTE the report.", []string{"|Audit Committee|The Committee is asked to NOTE the report."}},
		{"to another body", "Recommendations\n\nThat Full Council:\n\n(i) Notes the report.\n\n(ii) Agrees the plan.", []string{"i|Full Council|Notes the report.", "ii|Full Council|Agrees the plan."}},
		{"each its own sentence", "Recommendations\n\n1.1 That the Committee notes the report.\n\n1.2 That Cabinet agrees the plan.", []string{"1.1|Audit Committee|That the Committee notes the report.", "1.2|Cabinet|That Cabinet agrees the plan."}},
		{"run together", "Recommendations\n\nMembers are recommended to: a) Note the report; and b) Agree the plan.", []string{"a|Audit Committee|Note the report; and", "b|Audit Committee|Agree the plan."}},
		{"capital letters", "Recommendations\n\nCabinet is asked to:\n\nA. Note the report.\n\nB. Agree the plan.", []string{"a|Cabinet|Note the report.", "b|Cabinet|Agree the plan."}},
		{"again at the end", "Recommendations\n\n1. Note the report.\n\nBackground\n\nBins.\n\nRecommendations\n\n1. Note the report.", []string{"1|Audit Committee|Note the report."}},
		{"with parts", "Recommendation\n\nThe Committee is recommended to:\n\n1. approve\n\na) the plan, and\n\nb) the budget.", []string{"1|Audit Committee|approve a) the plan, and b) the budget."}},
		{"it is recommended that", "Recommendation\n\nIt is recommended that Council approves the plan.", []string{"|Council|It is recommended that Council approves the plan."}},
		{"none", "Background\n\nBins.", nil},
	}
	for _, c := range cases {
		reading := Parse(documentOf(t, "x.txt", []byte(front+c.body)))
		var got []string
		for _, m := range reading.Records[0].(*archive.Report).Recommendations {
			got = append(got, m.Label+"|"+m.To+"|"+m.Text)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestFollowedUp: recommendations of others than an Ombudsman that a table
// says have been followed up, and tables that are none of them.
func TestFollowedUp(t *testing.T) {
	const front = "Report to: Audit Committee\nDate: 14 March 2023\nSubject: What became of it\n\nBackground\n\n"
	for _, c := range []struct {
		name, body string
		want       int
	}{
		{"internal audit", "| Audit | Recommendation | Responsible officer | Target date | Current position |\n| Payroll | Forms should be checked twice | Payroll Manager | 30 June 2022 | Implemented |", 1},
		{"scrutiny", "| No. | Scrutiny recommendation | Executive response |\n| 1 | That bins be doubled | Rejected. |\n| 2 | That schedules be published | Accepted. |", 2},
		{"a plan's actions", "| Action | Lead | Due | Status |\n| Build 40 homes | Director | March 2025 | On track |", 0},
		{"recommendations alone", "| Recommendation | Cost |\n| Buy a bus | £90,000 |", 0},
	} {
		reading := Parse(documentOf(t, "x.txt", []byte(front+c.body)))
		if got := reading.Records[0].(*archive.Report).Remedies; len(got) != c.want {
			t.Errorf("%s: %d remedies, want %d: %+v", c.name, len(got), c.want, got)
		}
	}
}

// TestRowsThatGoOn: a row cut in two by the end of a page is one again.
func TestRowsThatGoOn(t *testing.T) {
	var lines []parse.Line
	for _, cells := range [][]string{
		{"Recommendation", "Progress", "Status"},
		{"Apologise to", "A letter was", ""},
		{"the family", "sent in May.", "Done"},
		{"Pay £100", "Paid on", "Done"},
		{"", "3 May.", ""},
	} {
		lines = append(lines, parse.Line{Block: extract.Block{Kind: extract.Row, Cells: cells}})
	}
	var got []string
	for _, r := range tabled(lines, true) {
		got = append(got, r.Text+"|"+r.Evidence.Quote)
	}
	want := []string{"Apologise to the family|A letter was sent in May.\n\nDone", "Pay £100|Paid on 3 May.\n\nDone"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
