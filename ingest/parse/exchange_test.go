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
		{"told in one paragraph", []Line{par("", "Claims took 17 days. Councillor Orme wondered whether changes took as long. The Manager said that these took 6. All were glad.")},
			[]archive.Exchange{{Issue: "Councillor Orme wondered whether changes took as long.", Response: "The Manager said that these took 6. All were glad."}}},
		{"told in two paragraphs", []Line{par("(a)", "Councillor Orme asked the Leader: \"How many drains are there?\""), par("", "The Leader replied: \"Nine.\""), par("-", "It was enquired what was done about rats."), par("-", "In response it was noted that traps were set.")},
			[]archive.Exchange{{Issue: "Councillor Orme asked the Leader: \"How many drains are there?\"", Response: "The Leader replied: \"Nine.\""}, {Issue: "It was enquired what was done about rats.", Response: "In response it was noted that traps were set."}}},
		{"a question under its asker's name", []Line{par("(1)", "Question from Councillor Vane: what of school coats?"), par("", "Answer – Councillor Pell: schools were asked to allow plain ones.")},
			[]archive.Exchange{{Issue: "Question from Councillor Vane: what of school coats?", Response: "Answer – Councillor Pell: schools were asked to allow plain ones."}}},
		{"a request and a thanks", []Line{par("", "Councillor Orme asked that the gate be shut. The Leader said that it would be."), par("", "Members asked how it was. The Chair thanked them.")}, nil},
		{"no question", []Line{par("", "In response to the letter the gate was painted.")}, nil},
	} {
		if got := exchanges(c.lines); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
