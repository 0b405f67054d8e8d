package report

import (
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

func lettered(marker, s string) extract.Block {
	return extract.Block{Kind: extract.Entry, Marker: marker, Level: 1, Text: s}
}

func small(s string) extract.Block { return extract.Block{Kind: extract.Heading, Level: 4, Text: s} }

// askedOf are the recommendations of a report, "label text > to".
func askedOf(r *archive.Report) (all []string) {
	for _, x := range r.Recommendations {
		all = append(all, strings.TrimSpace(x.Label+" "+x.Text)+" > "+x.To)
	}
	return all
}

func TestRecommendationsReadWhole(t *testing.T) {
	budget := []extract.Block{words("Report to: County Council"), words("Subject: Budget of the Ferries"), head("Recommendations:"),
		words("County Council, having had regard to the treasurer’s report (item 4 of this Cabinet), is asked to approve the following:")}
	for name, c := range map[string]struct {
		blocks []extract.Block
		want   []string
	}{
		"headings between letters": {
			append(slices.Clone(budget), small("Ten years of piers"), lettered("(a)", "The programme for the piers."), small("Tolls"), lettered("(b)", "The toll of £2."),
				words("In addition:"), lettered("(c)", "To note the cost of rope"), words("All Members of the Council are reminded that who owes tax should not vote."), head("Piers today"), words("They stand.")),
			[]string{"a The programme for the piers. > County Council", "b The toll of £2. > County Council", "c To note the cost of rope > County Council"},
		},
		"the numbers of paragraphs are no list": {
			append(slices.Clone(budget), lettered("1.", "The toll of £2."), head("Piers today"), lettered("2.", "They stand.")),
			[]string{"1 The toll of £2. > County Council"},
		},
		"verbs without letters": {
			[]extract.Block{words("Report to: Cabinet"), words("Subject: Piers"), head("Recommendation(s):"), words("The Cabinet Member for Harbours is asked to:"),
				words("APPROVE the closing of the north pier."), words("DELEGATE authority to the Director of Harbours and Ferries of the county to sell it."),
				words("DELEGATE authority to the Director of Harbours and Ferries of the county to tell those who moor there."), words("Note the cost."), head("Background"), words("It leaks.")},
			[]string{"APPROVE the closing of the north pier. > Cabinet Member for Harbours",
				"DELEGATE authority to the Director of Harbours and Ferries of the county to sell it. > Cabinet Member for Harbours",
				"DELEGATE authority to the Director of Harbours and Ferries of the county to tell those who moor there. > Cabinet Member for Harbours",
				"Note the cost. > Cabinet Member for Harbours"},
		},
		"a noun at the head is no verb": {
			[]extract.Block{words("Report to: Cabinet"), words("Subject: Piers"), head("Recommendation"), words("Cabinet is asked to:"), words("Approve the works."),
				words("Support for the trade is long standing."), words("Review of tolls goes on.")},
			[]string{"Approve the works. > Cabinet"},
		},
		"again at the end": {
			[]extract.Block{words("Report to: Cabinet"), words("Subject: Piers"), head("Recommendations"), words("Cabinet is asked to:"), lettered("(1)", "Note the works on the north pier."),
				head("Background"), words("It leaks."), head("Recommendations"), lettered("4.1", "Cabinet is asked to:"), lettered("(1)", "Note the works on the north pier"), lettered("(2)", "Close it.")},
			[]string{"1 Note the works on the north pier. > Cabinet", "2 Close it. > Cabinet"},
		},
	} {
		if got := askedOf(reportOn(t, c.blocks...)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

// What a record of decision says was agreed is not waiting for anybody; a
// proposed one is.
func TestDecidedIsNotOpen(t *testing.T) {
	for name, c := range map[string]struct {
		heading, lead string
		want          bool
	}{
		"taken":           {"AMBERSHIRE COUNTY COUNCIL – RECORD OF DECISION", "As Cabinet Member for Harbours I agree to:", true},
		"proposed":        {"AMBERSHIRE COUNTY COUNCIL – PROPOSED RECORD OF DECISION", "As Cabinet Member for Harbours I agree to:", false},
		"who is asked":    {"AMBERSHIRE COUNTY COUNCIL – RECORD OF DECISION", "The Cabinet Member for Harbours is asked to:", false},
		"what I will say": {"AMBERSHIRE COUNTY COUNCIL – RECORD OF DECISION", "As Cabinet Member for Harbours I propose to:", false},
	} {
		r := reportOn(t, head(c.heading), words("Title of Decision: North pier"), head("Decision:"), words(c.lead), words("APPROVE the closing of the pier."), words("DELEGATE what follows from it."),
			head("Reason(s) for decision:"), words("It leaks."))
		if len(r.Recommendations) != 2 || r.Decided != c.want {
			t.Errorf("%s: %d parts, decided %v; want 2, %v", name, len(r.Recommendations), r.Decided, c.want)
		}
		if got := len(archive.ListRemedies(r)); (got == 0) != c.want {
			t.Errorf("%s: %d rows are listed", name, got)
		}
	}
}

func TestUnreadRecommendationsAreDoubted(t *testing.T) {
	for text, want := range map[string]bool{"See the paper laid round.": true, "None.": false, "There are no recommendations in this report.": false, "Cabinet is asked to note the report.": false} {
		paper := extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{words("Report to: Cabinet"), words("Subject: Piers"), head("Recommendation(s)"), words(text)}}}}
		got := Parse(parse.Document{Paper: paper, Digest: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
		doubted := slices.ContainsFunc(got.Doubts, func(d parse.Doubt) bool { return d.Because == "the recommendations could not be read" })
		if doubted != want {
			t.Errorf("%q: doubted %v, want %v", text, doubted, want)
		}
	}
}
