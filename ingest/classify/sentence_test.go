package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// A paper without a full stop is looked at in pieces, none of its words lost
// and each piece where it stands.
func TestSentencesOfEndlessText(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("Cabinet met on 4 March – ", 4000))
	whole := ""
	for _, s := range sentences(&archive.Head{Text: text}) {
		if len(s.text) > sentenceMost {
			t.Fatalf("a piece of %d bytes", len(s.text))
		}
		if s.offset != len(whole) {
			t.Fatalf("a piece at %d says %d", len(whole), s.offset)
		}
		whole += s.text
	}
	if whole != text {
		t.Error("the pieces are not the text")
	}
}

// A vote on the original proposition, after one on an amendment, is the item's.
func TestVoteOnProposition(t *testing.T) {
	it := &archive.Item{Head: archive.Head{Text: "An amendment was proposed. A registered vote: For 7, Against 18, Abstentions 4. The amendment fell.\n\nA vote was taken on the original proposition: For 19, Against 6, Abstentions 4."}}
	votes(it)
	if it.Votes == nil || it.Votes.For == nil || *it.Votes.For != 19 {
		t.Errorf("got %+v", it.Votes)
	}
}

// Counts in letters, and after the names.
func TestVotesInWordsAndNames(t *testing.T) {
	for text, want := range map[string][3]int{
		"Consent granted for a year, by two votes to one.":                                                     {2, 1, -1},
		"The policy was adopted, 3 votes for, none against, 1 abstention.":                                     {3, 0, 1},
		"For: Councillors Ash, Birch, Elm (3)\n\nAgainst: Councillor Oak (1)\n\nAbstained: Councillor Yew (1)": {3, 1, 1},
		"On a named vote: FOR: Ash, Birch (2); AGAINST: Oak, Elm, Yew (3). The motion was not carried.":        {2, 3, -1},
	} {
		it := &archive.Item{Head: archive.Head{Text: text}}
		votes(it)
		if it.Votes == nil {
			t.Errorf("%q: no votes", text)
			continue
		}
		got := [3]int{-1, -1, -1}
		for i, n := range []*int{it.Votes.For, it.Votes.Against, it.Votes.Abstained} {
			if n != nil {
				got[i] = *n
			}
		}
		if got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
