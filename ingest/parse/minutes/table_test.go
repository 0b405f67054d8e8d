package minutes

import (
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// cells is a table's row; a cell's paragraphs are parted by "/".
func cells(all ...string) extract.Block {
	b := extract.Block{Kind: extract.Row}
	for _, c := range all {
		parts := strings.Split(c, "/")
		b.Cells = append(b.Cells, strings.Join(parts, " "))
		b.Parts = append(b.Parts, parts)
	}
	b.Text = strings.Join(b.Cells, " | ")
	return b
}

func frontOf(body string) []extract.Block {
	return []extract.Block{
		block(extract.Paragraph, "", "WESTERMOUTH COUNCIL", true, 0),
		block(extract.Paragraph, "", body, true, 0),
		block(extract.Paragraph, "", "Notes of the meeting held on 9 January 2024", false, 0),
		block(extract.Paragraph, "", "Present: A Lea (Chair), B Moor", false, 0),
	}
}

// Minutes laid out as tables: with numbers, with the title in the margin, and
// with neither; days in what was said are no sums, and sums are no items.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name      string
		rows      []extract.Block
		want      []string
		decisions []string
	}{
		{"number, title and text, who acts", []extract.Block{
			cells("No.", "Item", "Action"),
			cells("101", "Apologies for absence/Apologies were received from C Nye.", ""),
			cells("102", "Minutes/RESOLVED that the minutes of 5 December 2023 be signed.", ""),
			cells("103", "Market/The stallholders have asked for lower rents./RESOLVED to leave them as they are.", "Clerk"),
			cells("", "£120.00", "£24.00"),
			cells("104", "Date of next meeting/13 February 2024", ""),
		}, []string{"101/ Apologies for absence", "102/ Minutes", "103/ Market", "104/ Date of next meeting"},
			[]string{"", "RESOLVED that the minutes of 5 December 2023 be signed.", "RESOLVED to leave them as they are.", ""}},
		{"the number and the text in rows of their own", []extract.Block{
			cells("No", "Item", "Action by", "Action date"),
			cells("1.", "Apologies", "", ""),
			cells("", "None received", "", ""),
			cells("2.", "Minutes of the meeting", "", ""),
			cells("", "The minutes were agreed.", "BM", "2/8/13"),
			cells("3.", "Correspondence", "BM", ""),
			cells("", "A letter was read.", "", ""),
		}, []string{"1/ Apologies", "2/ Minutes of the meeting", "3/ Correspondence"}, []string{"", "The minutes were agreed.", ""}},
		{"the title in the margin", []extract.Block{
			cells("1. Apologies", "Apologies were received from C Nye."),
			cells("2. Minutes", "The minutes of the meeting of 3 October 2023 were agreed."),
			cells("3. Audit plan", "The auditor presented the plan./RESOLVED: That the plan be noted."),
		}, []string{"1/ Apologies", "2/ Minutes", "3/ Audit plan"}, []string{"", "The minutes of the meeting of 3 October 2023 were agreed.", "RESOLVED: That the plan be noted."}},
		{"no numbers", []extract.Block{
			cells("Chair", "A Lea", ""),
			cells("Item", "Discussion", "Action"),
			cells("Welcome and apologies", "The Chair welcomed all.", ""),
			cells("Minutes of the last meeting", "The minutes were agreed.", ""),
			cells("Flu", "BM reported that uptake was 61%./The Board agreed to write to practices.", "BM"),
		}, []string{"/ Welcome and apologies", "/ Minutes of the last meeting", "/ Flu"}, []string{"", "The minutes were agreed.", "The Board agreed to write to practices."}},
	} {
		doc := parse.Document{Digest: digest, Paper: extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: append(frontOf("HEALTH BOARD"), c.rows...)}}}}
		r := Parse(doc)
		if got := titles(r); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: items %q, want %q", c.name, got, c.want)
			continue
		}
		for i, rec := range r.Records {
			if got := rec.(*archive.Item).Decision; got != c.decisions[i] {
				t.Errorf("%s: item %d decides %q, want %q", c.name, i, got, c.decisions[i])
			}
		}
		everyBlockOnce(t, doc, r)
	}
}

// Titles in bold with what was said straight after them; keywords and names
// in bold are none.
func TestLead(t *testing.T) {
	lead := func(marker, bold, rest string) extract.Block {
		kind := extract.Paragraph
		if marker != "" {
			kind = extract.Entry
		}
		return extract.Block{Kind: kind, Marker: marker, Text: bold + rest, Lead: len(bold)}
	}
	for _, c := range []struct {
		name   string
		blocks []extract.Block
		want   []string
	}{
		{"numbered", []extract.Block{
			lead("1.", "Apologies", " C Nye had sent hers"),
			lead("2.", "Minutes of the last meeting:", " agreed"),
			lead("3.", "Section 106 – who pays", " Members should say what they want the money for"),
			lead("(a)", "RESOLVED", " that it be paid"),
			lead("4.", "AOCB. CS", " asked about the bus"),
			lead("5.", "Communications - MMcK", " had written"),
			lead("6.", "Any other business", " none"),
		}, []string{"1/ Apologies", "2/ Minutes of the last meeting", "3/ Section 106 – who pays", "4/ AOCB", "5/ Communications", "6/ Any other business"}},
		{"without numbers", []extract.Block{
			lead("", "In attendance:", " the Clerk"),
			lead("", "Apologies:", " C Nye"),
			lead("", "Minutes of the last meeting.", " These were agreed."),
			lead("", "Resolved:", " that they be signed"),
			lead("", "Bus shelter:", " It leaks."),
			lead("", "Action:", " Clerk"),
			lead("", "Correspondence:", " A letter was read."),
		}, []string{"/ Apologies", "/ Minutes of the last meeting", "/ Bus shelter", "/ Correspondence"}},
	} {
		doc := parse.Document{Digest: digest, Paper: extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: append(frontOf("PARISH FORUM"), c.blocks...)}}}}
		r := Parse(doc)
		if got := titles(r); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: items %q, want %q", c.name, got, c.want)
		}
		everyBlockOnce(t, doc, r)
	}
}
