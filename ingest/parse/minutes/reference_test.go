package minutes

import (
	"fmt"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Every way of numbering that clerks were seen to use gives the same seven
// items, with the number as printed but for what is around it.
func TestNumbers(t *testing.T) {
	said := []string{"Apologies for absence\n\nCllr Rook.", "Declarations of interest\n\nNone.", "Minutes of the last meeting\n\nResolved: that the minutes be signed.",
		"Bus shelter in Mill Lane\n\nThe shelter leaks. It was agreed to mend it.", "Finance\n\nThe payments were approved.", "Allotments\n\nPlot 4 is vacant.", "Date of next meeting\n\nThe second Tuesday of May."}
	for form, number := range map[string]string{
		"%d/23-24": "%d/23-24", "FC/2023/%d": "FC/2023/%d", "23-24/%d": "23-24/%d", "2023-%d": "2023-%d", "FC2024-0%d": "FC2024-0%d", "Minute %d/24:": "%d/24",
		"%d:": "%d", "M%d": "M%d", "P&D/24/%d": "P&D/24/%d", "C1%d/24": "C1%d/24", "%d -": "%d", "%d.1": "%d.1", "No. %d": "%d", "PC%d/2024": "PC%d/2024",
		"(%d/24)": "%d/24", "24/%d.": "24/%d", "HR24/%d": "HR24/%d", "%d.24": "%d.24", "F.%d": "F.%d", "#%d": "%d", "Min. %d": "%d", "0%d/24": "0%d/24",
		"24%d": "24%d", "FGP.2024.%d": "FGP.2024.%d", "[%d]": "%d", "%d/2023/24": "%d/2023/24", "TC-24-%d": "TC-24-%d", "2024/P%d": "2024/P%d", "Item %d.": "%d",
		"Item No. %d:": "%d", "%d.0": "%d.0", "23/24.%d": "23/24.%d", "C/%d/24": "C/%d/24", "Cl.%d": "Cl.%d",
	} {
		paper := "NETHER SALLOW PARISH COUNCIL\n\nMinutes of the meeting held on Tuesday 9 April 2024 at 7.30pm\n\nPresent: Cllrs Moss (Chair), Tull, Vane\n\n"
		var want []string
		for i, s := range said {
			title, _, _ := strings.Cut(s, "\n")
			paper += fmt.Sprintf(form, 31+i) + " " + s + "\n\n"
			want = append(want, fmt.Sprintf(number, 31+i)+"/ "+title)
		}
		doc := read(t, []byte(paper))
		r := Parse(doc)
		if got := titles(r); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: items %q, want %q", form, got, want)
		}
		everyBlockOnce(t, doc, r)
	}
}

// Figures that are made alike and count, and are no numbers of items: sums,
// days, applications.
func TestNoNumbers(t *testing.T) {
	for _, lines := range [][]string{
		{"2024-01 January", "2024-02 February", "2024-03 March"},
		{"£31.10 Hedge & Daughters", "£32.10 Ash Homes", "£33.10 The Village Hall"},
		{"24/00131 A porch at Mill Lane", "24/00132 A garage at Back Lane", "24/00133 A tree at the Rectory"},
	} {
		doc := read(t, []byte("NETHER SALLOW PARISH COUNCIL\n\nMinutes of the meeting held on 9 April 2024\n\nPresent: Cllrs Moss, Tull\n\n"+strings.Join(lines, "\n\n")+"\n"))
		if got := titles(Parse(doc)); len(got) > 0 {
			t.Errorf("%q are read as items", got)
		}
	}
}

// The same claims as FuzzParse's, for papers with headings, tables, bold
// beginnings and running lines: and no running line stands in an item's text.
func FuzzBlocks(f *testing.F) {
	f.Add("#MINUTES OF THE MEETING\nPresent: A, B\n|1|Apologies/None.|\n|2|Minutes/RESOLVED: That they be signed.|Clerk\n@THORNLEY DISTRICT COUNCIL HOUSING\nTHORNLEY DISTRICT COUNCIL HOUSING\nclosed")
	f.Add("Present: A\n*Apologies~: none\n*Minutes~: agreed\n*Bus~: leaks\n\f*AOB~ none")
	f.Add("#31/24 Apologies\nNone\n#32/24 Minutes\nAgreed\n#33/24 Bus\n(a) 24/0123 A\nREFUSED\n(b) 24/0124 B\nGRANTED")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 3000 {
			return
		}
		doc := parse.Document{Digest: digest}
		for i, page := range strings.Split(s, "\f") {
			p := extract.Page{Number: i + 1}
			for line := range strings.SplitSeq(page, "\n") {
				line = strings.Join(strings.Fields(line), " ")
				switch {
				case line == "":
				case line[0] == '@':
					p.Running = append(p.Running, line[1:])
				case line[0] == '#':
					p.Blocks = append(p.Blocks, extract.Block{Kind: extract.Heading, Level: 2, Bold: true, Text: line[1:]})
				case line[0] == '|':
					p.Blocks = append(p.Blocks, cells(strings.Split(line[1:], "|")...))
				case line[0] == '*':
					bold, rest, _ := strings.Cut(line[1:], "~")
					p.Blocks = append(p.Blocks, extract.Block{Text: bold + rest, Lead: len(bold)})
				default:
					p.Blocks = append(p.Blocks, extract.Block{Text: line})
				}
			}
			doc.Paper.Pages = append(doc.Paper.Pages, p)
		}
		r := Parse(doc)
		everyBlockOnce(t, doc, r)
		seen := map[archive.ID]bool{}
		for _, rec := range r.Records {
			h := rec.About()
			if h.ID == "" || seen[h.ID] || strings.TrimSpace(h.Title) == "" || strings.TrimSpace(h.Text) == "" {
				t.Errorf("item %q %q: no ID of its own, no title or no text", h.ID, h.Title)
			}
			seen[h.ID] = true
			for _, page := range doc.Paper.Pages {
				for _, l := range page.Running {
					if len([]rune(strings.TrimSpace(l))) <= 12 {
						continue
					}
					for i, par := range strings.Split(h.Text, "\n\n") {
						if i > 0 && par == strings.TrimSpace(l) && !strings.HasPrefix(h.Title, par) {
							t.Errorf("item %q holds the running line %q", h.ID, par)
						}
					}
				}
			}
		}
	})
}
