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
