package classify

import (
	"fmt"
	"strings"
	"testing"

	"moothall/archive"
)

func TestVotesInMoreForms(t *testing.T) {
	for text, want := range map[string]string{
		"The motion was carried by 7 votes to 3 with 2 abstentions.": "7 3 2",
		"Approved (For: 7, Against: 3, Abstain: 1).":                 "7 3 1",
		"It was resolved by a majority of 7 to 3.":                   "7 3 -",
		"The vote was 7-3.":                        "7 3 -",
		"There voted for the motion 7, against 3.": "7 3 -",
		"Agreed with one abstention.":              "- - 1",
		"The voting being equal, 5 for and 5 against, the Chairman gave his casting vote and the motion was carried.":    "5 5 -",
		"For: Councillors Ash, Birch and Cole\n\nAgainst: Councillors Dean and Elm\n\nAbstained: Councillor Fox":         "3 2 1",
		"Voting for the motion: Councillors Ash, Birch, Cole, Dean. Against: Councillors Elm and Fox. Abstaining: None.": "4 2 0",
		"For: Councillors Ash and Birch (3)\n\nAgainst: Councillor Dean (1)":                                             "3 1 -", // the printed figure
		"The amendment was lost by 4 votes to 8. The substantive motion was carried by 8 votes to 4.":                    "8 4 -",
		"The amendment was agreed with one abstention. The motion was carried.":                                          "",
		"The motion was carried nem con.":                                          "",
		"Reasons for: Councillors Ash and Birch spoke. There was nothing against.": "",
		"In favour 7, against 3, abstaining 1.":                                    "7 3 1",
		"Ayes 7, Noes 3.":                                                          "7 3 -",
		"8 for/3 against/1 abstention":                                             "8 3 1",
		"The motion was lost, 4 votes to 8.":                                       "4 8 -",
		"Votes: 7 for; 3 against; 0 abstentions.":                                  "7 3 0",
		"Seven members voted in favour, three voted against and one abstained.":    "7 3 1",
		"7 members voted for the motion and 3 against.":                            "7 3 -",
		"Voting: For 7; Against 3; Abstention 1":                                   "7 3 1",
		"Resolved by 7 votes, with 3 voting against.":                              "7 3 -",
		"Agreed. (Cllr Ash, Cllr Birch; 7-3-1)":                                    "7 3 1",
		"A vote was taken, the result being seven to three in favour of Mrs Ash.":  "7 3 -",
		"The minutes were adopted. 7 votes for 1 abstention – Carried":             "7 - 1",
		"Proposed by Cllr Ash, Cllr Birch abstained, seven in favour.":             "7 - 1",
		"Defeated, one voting for and three against.":                              "1 3 -",
		"The motion was carried with no votes against and one abstention.":         "- 0 1",
		"Three members voted against and the rest in favour.":                      "- 3 -",
		"Twelve voted for and twenty-one against, with two abstentions.":           "12 21 2",
		"Those voting for it were Councillors Ash and Birch (2). Those voting against it were Councillors Cole, Dean and Elm (3). There were no abstentions.": "2 3 0",
		"FOR THE MOTION: Cllrs Ash, Birch and Cole – 3\n\nAGAINST THE MOTION: Cllr Dean – 1\n\nABSTAINING: Cllr Elm – 1":                                      "3 1 1",
		"There were two votes in favour of the motion and four votes in favour of the amendment, with no abstentions.":                                        "4 2 0",
		"Following a vote of 18 to 17, with one abstention, the motion was lost.":                                                                             "17 18 1",
		"Following a vote of 18 to 17 the motion was carried.":                                                                                                "18 17 -",
		"Upon a vote, 3 were for the rise, 1 against and 1 abstained.":                                                                                        "3 1 1",
		"Votes for: 3. Votes against: 1. One abstention.":                                                                                                     "3 1 1",
		"Two voted for, one against and the Chair abstained: carried.":                                                                                        "2 1 1",
		"The motion was put and lost by 3 votes to 1.":                                                                                                        "1 3 -",
		"The Council objected, four to two, on account of the lane.":                                                                                          "4 2 -",
		"RESOLVED by three to one to buy two in oak.":                                                                                                         "3 1 -",
		"The cost rose from three to four pounds.":                                                                                                            "",
		"The petition with 12,000 names for and against 3 routes was debated.":                                                                                "",
		"Of the appeals decided 7 were dismissed and 3 allowed.":                                                                                              "",
		"Councillor Ash asked that her vote against be recorded.":                                                                                             "",
		"Petition of 120 signatures was supported by one to two residents. Agreed, with 5 to 10 houses refused.":                                              "",
		"The committee supported, seven to three, the plan.":                                                                                                  "7 3 -",
		"The motion was not carried by 7 votes to 3.":                                                                                                         "3 7 -",
		"The motion was not carried, 3 votes to 7.":                                                                                                           "3 7 -",
		"A vote was taken to open from 7 to 9.":                                                                                                               "",
		"The committee was supported, seven to three.":                                                                                                        "7 3 -",
		"Agreed: 7:30 pm at the hall.":                                                                                                                        "",
		"The plans were approved, 2-3 bedrooms in each.":                                                                                                      "",
		"Of the letters received, 12 were in favour and 3 against.":                                                                                           "",
		"Letters were read. On the vote, 5 were in favour and 3 against.":                                                                                     "5 3 -",
		"Granted by 7 to 3 subject to conditions.":                                                                                                            "7 3 -",
		"Carried 7-3": "7 3 -",
		"The motion was carried by 3 votes to 7.": "", // one of the two is wrong
		"The grant was approved on 7/3/24.":       "",
	} {
		it := &archive.Item{Head: archive.Head{Text: text}}
		votes(it)
		got := ""
		if v := it.Votes; v != nil {
			for _, n := range []*int{v.For, v.Against, v.Abstained} {
				if n == nil {
					got += " -"
					continue
				}
				got += fmt.Sprintf(" %d", *n)
			}
			got = got[1:]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Each form reads what it is shown to read.
func TestForms(t *testing.T) {
	for _, f := range voteForms {
		it := &archive.Item{Head: archive.Head{Text: "The motion was put and " + f.seen + "."}}
		if votes(it); it.Votes == nil {
			t.Errorf("no votes in %q", f.seen)
		}
		it = &archive.Item{Head: archive.Head{Text: f.not + "."}}
		if votes(it); it.Votes != nil {
			t.Errorf("votes in %q: %+v", f.not, it.Votes)
		}
	}
	for _, f := range moverForms {
		it := &archive.Item{Head: archive.Head{Text: f.seen}}
		movers(it)
		if f.form.MatchString(f.not) {
			t.Errorf("%q is read as one of %q", f.not, f.seen)
		}
		not := &archive.Item{Head: archive.Head{Text: f.not}}
		if movers(not); not.MovedBy != "" {
			t.Errorf("%q: moved by %q", f.not, not.MovedBy)
		}
		two := f.form.NumSubexp() == 2
		if !strings.Contains(it.MovedBy+" ", "V") || two != (it.SecondedBy != "") || two && !strings.Contains(it.SecondedBy, "D") {
			t.Errorf("%q: got %q and %q", f.seen, it.MovedBy, it.SecondedBy)
		}
	}
}

func TestWhichMotion(t *testing.T) {
	for _, c := range []struct{ name, text, moved, seconded string }{
		{"the first", "Mr Ash moved and Mrs Birch seconded the motion. Mr Cole moved and Mr Dean seconded the following amendment: that it wait.", "Mr Ash", "Mrs Birch"},
		{"not one to amend", "AMENDMENT moved by Councillor Cole and seconded by Councillor Dean.\n\nMoved by Councillor Ash, seconded by Councillor Birch: that it be kept.", "Councillor Ash", "Councillor Birch"},
		{"not one that was lost", "A proposal to defer, moved by Councillor Ash and seconded by Councillor Birch, was lost. Councillor Cole then proposed, and Councillor Dean seconded, that it be granted.", "Councillor Cole", "Councillor Dean"},
		{"lost, and none after it", "Cllr Ash moved that the link be ended. Seconded Cllr Birch. The motion failed.", "Cllr Ash", "Cllr Birch"},
		{"in lines of their own", "Proposed by Councillor Ash,\n\nSeconded by Councillor Birch; and\n\nResolved: That it be kept.", "Councillor Ash", "Councillor Birch"},
		{"a nomination", "The nomination of Mr Cole was moved by Mr Ash and seconded by Mrs Birch.", "Mr Ash", "Mrs Birch"},
		{"a sum between", "Cllr Ash proposed that £1.5m be spent, Cllr Birch seconded it, all agreed.", "Cllr Ash", "Cllr Birch"},
		{"moving on", "Cllr Ash said the pool was cold. The Chair moved to the next business.", "", ""},
		{"in participles", "Bills of £309 were agreed for payment, Cllr Ash proposing and Cllr Birch seconding.", "Cllr Ash", "Cllr Birch"},
		{"nobody", "The motion was moved, seconded and carried. Cllr Ash proposed that members think about it.", "", ""},
	} {
		it := &archive.Item{Head: archive.Head{Text: c.text}}
		if movers(it); it.MovedBy != c.moved || it.SecondedBy != c.seconded {
			t.Errorf("%s: got %q and %q, want %q and %q", c.name, it.MovedBy, it.SecondedBy, c.moved, c.seconded)
		}
	}
}

func TestMoversInBrief(t *testing.T) {
	for text, want := range map[string][2]string{
		"Agreed as correct. Prop. Cllr Ash, sec. Cllr Birch.":  {"Cllr Ash", "Cllr Birch"},
		"Prop: Cllr Ash Sec: Cllr Birch":                       {"Cllr Ash", "Cllr Birch"},
		"Proposer: Cllr Ash Seconder: Cllr Birch":              {"Cllr Ash", "Cllr Birch"},
		"Resolved to approve (Proposed: Ash; Seconded: Birch)": {"Ash", "Birch"},
		"The accounts were approved (AB/CD).":                  {"AB", "CD"},
		"Resolved: to pay. Proposed JA, seconded KB.":          {"JA", "KB"},
		"The grant (KCC/NHS) was discussed.":                   {},
		"The proposed section is on page 3.":                   {},
	} {
		it := &archive.Item{Head: archive.Head{Text: text}}
		movers(it)
		if it.MovedBy != want[0] || it.SecondedBy != want[1] {
			t.Errorf("%q: got %q and %q, want %q and %q", text, it.MovedBy, it.SecondedBy, want[0], want[1])
		}
	}
}
