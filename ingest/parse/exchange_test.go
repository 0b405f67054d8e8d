package parse

import (
	"reflect"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
)

// Ways in which minutes set down what was raised and what was answered.
func TestExchanges(t *testing.T) {
	par := func(marker, text string) Line {
		kind := extract.Paragraph
		if marker != "" {
			kind = extract.Entry
		}
		return Line{Block: extract.Block{Kind: kind, Marker: marker, Text: text}}
	}
	for _, c := range []struct {
		name  string
		lines []Line
		want  []archive.Exchange
	}{
		{"a list under a heading", []Line{par("", "Questions and answers:"), par("·", "Target times – Councillor A asked why. The officer said that it was urgent."), par("·", "Staff – The officer said that there were two."), par("", "RESOLVED to note it.")},
			[]archive.Exchange{{Issue: "Target times", Response: "Councillor A asked why. The officer said that it was urgent."}, {Issue: "Staff", Response: "The officer said that there were two."}}},
		{"question and answer", []Line{par("", "Q: How many?"), par("", "A: Twelve.")}, []archive.Exchange{{Issue: "How many?", Response: "Twelve."}}},
		{"in prose", []Line{par("", "Members thanked the officer. In response to a question from Councillor A about costs, the officer said that they were low. They would fall.")},
			[]archive.Exchange{{Issue: "Councillor A about costs", Response: "the officer said that they were low. They would fall."}}},
		{"a list of something else", []Line{par("", "Questions and answers:"), par("·", "Ann Green"), par("·", "Bob Brown")}, nil},
		{"no question", []Line{par("", "In response to the letter the gate was painted.")}, nil},
	} {
		if got := exchanges(c.lines); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
