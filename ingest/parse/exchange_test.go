package parse

import (
	"reflect"
	"strings"
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
	row := func(cells ...string) Line {
		return Line{Block: extract.Block{Kind: extract.Row, Cells: cells, Text: strings.Join(cells, " | ")}}
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
			[]archive.Exchange{{Issue: "question from Councillor A about costs", Response: "the officer said that they were low. They would fall."}}},
		{"a list of something else", []Line{par("", "Questions and answers:"), par("·", "Ann Green"), par("·", "Bob Brown")}, nil},
		{"told in one paragraph", []Line{par("", "Claims took 17 days. Councillor Orme wondered whether changes took as long. The Manager said that these took 6. All were glad.")},
			[]archive.Exchange{{Issue: "Councillor Orme wondered whether changes took as long.", Response: "The Manager said that these took 6. All were glad."}}},
		{"told in two paragraphs", []Line{par("(a)", "Councillor Orme asked the Leader: \"How many drains are there?\""), par("", "The Leader replied: \"Nine.\""), par("-", "It was enquired what was done about rats."), par("-", "In response it was noted that traps were set.")},
			[]archive.Exchange{{Issue: "Councillor Orme asked the Leader: \"How many drains are there?\"", Response: "The Leader replied: \"Nine.\""}, {Issue: "It was enquired what was done about rats.", Response: "In response it was noted that traps were set."}}},
		{"a question under its asker's name", []Line{par("(1)", "Question from Councillor Vane: what of school coats?"), par("", "Answer – Councillor Pell: schools were asked to allow plain ones.")},
			[]archive.Exchange{{Issue: "Question from Councillor Vane: what of school coats?", Response: "Answer – Councillor Pell: schools were asked to allow plain ones."}}},
		{"answers end where another matter begins", []Line{par("", "Members asked how many were housed. The Director said that it was forty. That was fewer than before. A concern was raised about damp; officers advised that homes were looked at each month. Another resident complained of noise.")},
			[]archive.Exchange{{Issue: "Members asked how many were housed.", Response: "The Director said that it was forty. That was fewer than before."},
				{Issue: "A concern was raised about damp", Response: "officers advised that homes were looked at each month."}}},
		{"points of a list", []Line{par("", "Members raised the following points:"), par("-", "Whether homes had room. The Officer said that forty beds stood empty."), par("-", "Concern about weekends. It was explained that a team would start.")},
			[]archive.Exchange{{Issue: "Whether homes had room.", Response: "The Officer said that forty beds stood empty."}, {Issue: "Concern about weekends.", Response: "It was explained that a team would start."}}},
		{"a concern and what came of it", []Line{par("", "Councillor Orme expressed concern about the delay. The Head of Housing explained that a roofer had failed. Councillor Vane raised concerns about cost. Members moved on.")},
			[]archive.Exchange{{Issue: "Councillor Orme expressed concern about the delay.", Response: "The Head of Housing explained that a roofer had failed."}}},
		{"the public's questions in blocks", []Line{par("", "Question 1 – Mrs Wray to the Leader"), par("", "“When will the bridge be mended?”"), par("", "Answer"), par("", "The Leader replied that it would be October."),
			par("", "Supplementary question"), par("", "Mrs Wray asked whether the path stayed open."), par("", "The Leader said that it did."), par("", "Question 2 – Mr Dove to the Leader"), par("", "“Why is the library shut?”")},
			[]archive.Exchange{{Issue: "Question 1 – Mrs Wray to the Leader: “When will the bridge be mended?”", Response: "The Leader replied that it would be October."},
				{Issue: "Supplementary question: Mrs Wray asked whether the path stayed open.", Response: "The Leader said that it did."}}},
		{"letters in brackets", []Line{par("", "(Q) What was spent?"), par("", "(A) £2.1m.")}, []archive.Exchange{{Issue: "What was spent?", Response: "£2.1m."}}},
		{"in one sentence", []Line{par("", "Cllr Boyd wanted to know whether the home would open this year; the Director expected it to in September.")},
			[]archive.Exchange{{Issue: "Cllr Boyd wanted to know whether the home would open this year", Response: "the Director expected it to in September."}}},
		{"a supplementary question", []Line{par("", "Mr Dove asked why the tip was closed."), par("", "Mr Jolley replied that few people came."), par("", "By way of a supplementary question Mr Dove asked whether it would open in May. Mr Jolley said that it would.")},
			[]archive.Exchange{{Issue: "Mr Dove asked why the tip was closed.", Response: "Mr Jolley replied that few people came."},
				{Issue: "By way of a supplementary question Mr Dove asked whether it would open in May.", Response: "Mr Jolley said that it would."}}},
		{"nothing asked", []Line{par("", "Members questioned the Cabinet Member. In reply it was stated that:"), par("(i)", "the roof leaked;")}, nil},
		{"only who asked is told", []Line{par("", "In response to questions from Members, the officer said that there were nine.")}, nil},
		{"a request and a thanks", []Line{par("", "Councillor Orme asked that the gate be shut. The Leader said that it would be."), par("", "Members asked how it was. The Chair thanked them.")}, nil},
		{"a list of questions, each with its answer", []Line{par("", "Responses to questions from members were as follows:"), par("-", "How many wardens are there? Eight, in two shifts."), par("-", "Do they work on Sundays? Not at present.")},
			[]archive.Exchange{{Issue: "How many wardens are there?", Response: "Eight, in two shifts."}, {Issue: "Do they work on Sundays?", Response: "Not at present."}}},
		{"a list of answers by topic", []Line{par("", "In answer to members' questions, it was said that:"), par("i.", "With regard to waiting times, nobody waited long."), par("ii.", "In relation to relapse, a third came back.")},
			[]archive.Exchange{{Issue: "With regard to waiting times", Response: "nobody waited long."}, {Issue: "In relation to relapse", Response: "a third came back."}}},
		{"a list of answers to nothing told", []Line{par("", "In response to comments and questions the following was stated:"), par("-", "There were 41 families. Six were in hotels."), par("-", "A bid had been made. It was large.")}, nil},
		{"comments and responses side by side", []Line{par("", "The Panel made the following comments and received the following responses:"), par("(i)", "Photographs were not kept. A new system would hold them.")},
			[]archive.Exchange{{Issue: "Photographs were not kept.", Response: "A new system would hold them."}}},
		{"what was raised beside it without answer", []Line{par("", "Members raised the following questions:"), par("-", "Was glass taken? It was confirmed that it was."), par("-", "Was oil taken? Officers said not."), par("-", "Members praised the crews.")},
			[]archive.Exchange{{Issue: "Was glass taken?", Response: "It was confirmed that it was."}, {Issue: "Was oil taken?", Response: "Officers said not."}}},
		{"who speaks stands before", []Line{par("", "Councillor Vane: Have visitors come back?"), par("", "Head of Libraries: Four in five have.")},
			[]archive.Exchange{{Issue: "Councillor Vane: Have visitors come back?", Response: "Head of Libraries: Four in five have."}}},
		{"asked, in one sentence, and answered", []Line{par("", "When asked if chat would be extended, she said that it would. Councillor Vane was concerned that nobody knew, but the Markets Officer said that all did. Members asked why this was so and the Head of Audit said that two had left.")},
			[]archive.Exchange{{Issue: "asked if chat would be extended", Response: "she said that it would."}, {Issue: "Councillor Vane was concerned that nobody knew", Response: "the Markets Officer said that all did."},
				{Issue: "Members asked why this was so", Response: "the Head of Audit said that two had left."}}},
		{"the asker says more", []Line{par("", "Councillor Vane asked how many roofs leaked. He had seen three. Did nobody look? The Director said that there were nine.")},
			[]archive.Exchange{{Issue: "Councillor Vane asked how many roofs leaked. He had seen three. Did nobody look?", Response: "The Director said that there were nine."}}},
		{"a supplementary, headed by that word alone", []Line{par("", "Question 2 – Councillor Rudd"), par("", "Is the roof sound?"), par("", "Reply by Councillor Marsh"), par("", "It is."), par("", "Supplementary"), par("", "Will it be painted?"), par("", "Reply"), par("", "Yes.")},
			[]archive.Exchange{{Issue: "Question 2 – Councillor Rudd: Is the roof sound?", Response: "It is."}, {Issue: "Supplementary: Will it be painted?", Response: "Yes."}}},
		{"letters in columns", []Line{par("", "Q Why was it shut?"), par("", "A For mending."), par("", "A Member spoke.")}, []archive.Exchange{{Issue: "Why was it shut?", Response: "For mending."}}},
		{"who asks whom, in a line above", []Line{par("(a)", "Councillor Vane to the Cabinet Member for Housing"), par("", "“How many stand empty?”"), par("", "The Cabinet Member replied that 88 did."), par("1.", "From Mrs Robins to Councillor Dove, Cabinet Member for Property"), par("", "Why is the lift out of order?"), par("", "ANSWER:"), par("", "A part has to be made.")},
			[]archive.Exchange{{Issue: "Councillor Vane to the Cabinet Member for Housing: “How many stand empty?”", Response: "The Cabinet Member replied that 88 did."},
				{Issue: "From Mrs Robins to Councillor Dove, Cabinet Member for Property: Why is the lift out of order?", Response: "A part has to be made."}}},
		{"asked again by the same person", []Line{par("", "A stallholder asked why rents had risen. The Mayor replied that they had not. He then asked if they could be paid monthly. The Clerk said that they could.")},
			[]archive.Exchange{{Issue: "A stallholder asked why rents had risen.", Response: "The Mayor replied that they had not."}, {Issue: "He then asked if they could be paid monthly.", Response: "The Clerk said that they could."}}},
		{"answered in a few words", []Line{par("", "Cllr Lund asked whether anyone had been turned away; no one had.")}, []archive.Exchange{{Issue: "Cllr Lund asked whether anyone had been turned away", Response: "no one had."}}},
		{"members' opinions", []Line{par("", "Cllr Oakes asked why the reserve was so high. Cllr Tarn thought it too low. Cllr Pease felt it about right.")}, nil},
		{"that questions were answered", []Line{par("", "Mr Rudge said that his school had been told late."), par("", "Mr Sheaf then responded to members' questions on the report.")}, nil},
		{"a table", []Line{row("No.", "Question", "Response"), row("1", "How long?", "Nine weeks."), row("2", "Why?", ""), row("3", "Who pays?", "The owner.")},
			[]archive.Exchange{{Issue: "How long?", Response: "Nine weeks."}, {Issue: "Who pays?", Response: "The owner."}}},
		{"a table of something else", []Line{row("Action", "Who"), row("Mend the gate", "Clerk")}, nil},
		{"a debate", []Line{par("", "Councillor Vane spoke for the order. Councillor Dove said that it was hard to enforce. Councillor Vane commented that all was well. The Chair moved on.")}, nil},
		{"no question", []Line{par("", "In response to the letter the gate was painted.")}, nil},
	} {
		if got := exchanges(c.lines); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
