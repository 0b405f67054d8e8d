package classify

import (
	"fmt"
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
		"The grant was approved on 7/3/24.":                                        "",
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
