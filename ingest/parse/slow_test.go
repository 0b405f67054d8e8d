package parse

import (
	"fmt"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// Papers whose lines have run together are one paragraph of thousands of
// sentences, or one sentence of thousands of words. Each of them was once
// looked at from its beginning for each of its words, which took minutes.
var runTogether = []struct {
	name, opens, again string
	kb                 int // as long as the time of a test allows
}{
	{"sentences", "", "It was resolved (a) that this be noted; (b) and. Cllr. Bell said no. ", 8},
	{"a question of many ands", "Councillor Birch asked whether the bins ", "and the lamps ", 100},
	{"a question of many stops within", "Councillor Birch asked whether the bins; ", "the Clerk said that; ", 24},
	{"an answer of many sentences", "Councillor Birch asked whether it was so. The Clerk said that it was. ", "It had been so for long. ", 8},
	{"questions alone", "", "Members asked why it was. ", 8},
	{"answers to nothing", "", "In response to a question, ", 8},
	{"a question without end", "", "Was it so and was it not, Councillor Birch asked? ", 8},
}

func oneParagraph(opens, again string, size int) []Line {
	text := opens + strings.Repeat(again, size/len(again)) + "."
	return []Line{{Block: extract.Block{Text: text}}}
}

func TestOneLongParagraph(t *testing.T) {
	const many = 1000
	text := strings.Repeat(runTogether[0].again, many)
	if got := len(Sentences(text)); got != 2*many {
		t.Errorf("%d sentences, want %d", got, 2*many)
	}
	for _, c := range runTogether {
		lines := oneParagraph(c.opens, c.again, c.kb<<10)
		if b := ReadBody(nil, lines); b.Text != lines[0].Text {
			t.Errorf("%s: the paragraph is gone", c.name)
		}
	}
}

// Each entry announces a list of which none is answered: every line is looked
// at for the lists of all above it, and read once.
func TestListsWithinLists(t *testing.T) {
	var lines []Line
	for range 400 {
		lines = append(lines, Line{Block: extract.Block{Kind: extract.Entry, Marker: "(a)", Text: "Members raised the following points:"}})
	}
	lists := raisedLists{lines: lines}
	if found, next := lists.at(0, issuesOnly); found != nil || next != len(lines) {
		t.Errorf("got %d exchanges up to line %d", len(found), next)
	}
	if got := exchanges(lines); got != nil {
		t.Errorf("got %d exchanges", len(got))
	}
}

// BenchmarkExchanges reads the exchanges of such paragraphs. The time a byte
// takes is the same in a long one as in a short one.
func BenchmarkExchanges(b *testing.B) {
	for _, c := range runTogether {
		for _, kb := range []int{10, 100} {
			lines := oneParagraph(c.opens, c.again, kb<<10)
			b.Run(fmt.Sprintf("%s/%dKB", c.name, kb), func(b *testing.B) {
				b.SetBytes(int64(len(lines[0].Text)))
				for b.Loop() {
					exchanges(lines)
				}
			})
		}
	}
}
