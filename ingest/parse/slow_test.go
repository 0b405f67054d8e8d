package parse

import (
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// A paper whose lines have run together is one paragraph of thousands of
// sentences. Each of them was once looked at from the paragraph's beginning,
// which took minutes.
func TestOneLongParagraph(t *testing.T) {
	const many = 4000
	text := strings.Repeat("It was resolved (a) that this be noted; (b) and. Cllr. Bell said no. ", many)
	if got := len(Sentences(text)); got != 2*many {
		t.Errorf("%d sentences, want %d", got, 2*many)
	}
	b := ReadBody(nil, []Line{{Block: extract.Block{Text: text}}})
	if b.Text == "" {
		t.Error("the paragraph is gone")
	}
}
