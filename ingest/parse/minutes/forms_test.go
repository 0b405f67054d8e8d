package minutes

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	htmlreader "moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
	"moothall/ingest/parse"
)

// A minuted is one item of the papers that are written in every form.
type minuted struct {
	title string
	said  []string
}

// formPapers are the papers: what comes first in each, and its items.
var formPapers = []struct {
	front []string
	items []minuted
}{
	{
		[]string{"Nether Sallow Parish Council", "Minutes of the meeting held on Tuesday 9 April 2024 at 7.30pm in the Village Hall", "Present: Cllrs Moss (Chair), Tull, Vane. The Clerk."},
		[]minuted{
			{"Apologies for absence", []string{"Apologies were received from Cllr Rook."}},
			{"Declarations of interest", []string{"Cllr Tull declared an interest in the allotments."}},
			{"Minutes of the last meeting", []string{"The minutes of the meeting held on 12 March 2024 were approved and signed."}},
			{"Bus shelter in Mill Lane", []string{"The Clerk reported that the shelter leaks. Two quotations had been received.", "RESOLVED: that the quotation of £420 be accepted."}},
			{"Finance", []string{"It was agreed that the payments listed be made."}},
			{"Flooding at Back Lane", []string{"Highways had cleared the gully. The Clerk will write to thank them."}},
		},
	},
	{
		[]string{"Thornley District Council", "Planning Committee", "Date: 14/03/2022", "Time: 19:00", "Present: Councillors Ash (Chair), Birch and Coyle."},
		[]minuted{
			{"Apologies for absence", []string{"Councillor Dell sent her apologies."}},
			{"Minutes", []string{"It was resolved that the minutes of 14 February 2022 be signed as a correct record."}},
			{"Field at Brook End", []string{"The case officer showed the layout of the nineteen houses. Three people spoke against them.", "RESOLVED that permission be refused, five voting for and two against."}},
			{"Review of the validation list", []string{"The Committee noted that the list would be published for six weeks."}},
			{"14 Castle Row – loft", []string{"MINUTES: The applicant spoke. The Committee had regard to the light of the neighbours."}},
			{"Enforcement report", []string{"The report was received."}},
		},
	},
}

// formNumbers are the ways to write the number of the nth item, and what is
// kept of it.
var formNumbers = []struct{ written, number string }{
	{"%d.", "%d"}, {"%d)", "%d"}, {"(%d)", "%d"}, {"%d", "%d"}, {"[%d]", "%d"}, {"%d.0", "%d.0"}, {"%d –", "%d"}, {"Item %d:", "%d"}, {"Minute %d", "%d"},
	{"No. %d", "%d"}, {"#%d", "%d"}, {"4%d/24", "4%d/24"}, {"2024/4%d", "2024/4%d"}, {"24/25-10%d", "24/25-10%d"}, {"03.24/%d", "03.24/%d"}, {"04.24.%d", "04.24.%d"},
	{"C24/01%d", "C24/01%d"}, {"PC/24/1%d", "PC/24/1%d"}, {"33%d.", "33%d"}, {"2024-25/3%d", "2024-25/3%d"}, {"Minute No. 3%d/24", "3%d/24"}, {"", ""},
}

// formLayouts are the ways to put number, title and what was said.
var formLayouts = []struct {
	name     string
	page     bool // of a page on the web
	bare     bool // without a number too
	numbered bool // with one too
	write    func(number, title string, said []string) string
}{
	{"a title on its line", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, t), s)
	}},
	{"in capitals", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, strings.ToUpper(t)), s)
	}},
	{"a colon at its end", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, t)+":", s)
	}},
	{"run in after a colon", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, t)+": "+s[0], s[1:])
	}},
	{"run in after a stop", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, t)+". "+s[0], s[1:])
	}},
	{"run in after a dash", false, true, true, func(n, t string, s []string) string {
		return lines(join(n, t)+" – "+s[0], s[1:])
	}},
	{"run in after capitals", false, false, true, func(n, t string, s []string) string {
		return lines(join(n, strings.ToUpper(t))+" "+s[0], s[1:])
	}},
	{"h3", true, true, true, func(n, t string, s []string) string {
		return tag("h3", join(n, t)) + paras(s)
	}},
	{"bold", true, true, true, func(n, t string, s []string) string {
		return "<p>" + tag("b", join(n, t)) + "</p>" + paras(s)
	}},
	{"underlined", true, true, true, func(n, t string, s []string) string {
		return "<p>" + tag("u", join(n, t)) + "</p>" + paras(s)
	}},
	{"bold, run in", true, true, true, func(n, t string, s []string) string {
		return "<p>" + tag("b", join(n, t)) + " " + html.EscapeString(s[0]) + "</p>" + paras(s[1:])
	}},
	{"bold over a break", true, true, true, func(n, t string, s []string) string {
		return "<p>" + tag("b", join(n, t)) + "<br>" + html.EscapeString(strings.Join(s, " ")) + "</p>"
	}},
	{"a table", true, false, true, func(n, t string, s []string) string {
		return "<table><tr>" + tag("td", n) + "<td>" + tag("b", t) + "<br>" + html.EscapeString(strings.Join(s, " ")) + "</td><td></td></tr></table>"
	}},
	{"a table of four columns", true, false, true, func(n, t string, s []string) string {
		return "<table><tr>" + tag("td", n) + tag("td", t) + tag("td", strings.Join(s, " ")) + "<td>Clerk</td></tr></table>"
	}},
	{"bold behind a bullet", true, true, false, func(n, t string, s []string) string {
		return "<ul><li>" + tag("b", t) + paras(s) + "</li></ul>"
	}},
	{"with points counted under each", false, false, true, func(n, t string, s []string) string {
		points := []string{join(n, t)}
		for i, words := range s {
			points = append(points, fmt.Sprintf("(%c) %s", 'a'+i, words))
		}
		return lines(points[0], points[1:])
	}},
	{"definitions", true, false, true, func(n, t string, s []string) string {
		return "<dl>" + tag("dt", join(n, t)) + tag("dd", strings.Join(s, " ")) + "</dl>"
	}},
}

func join(number, title string) string { return strings.TrimSpace(number + " " + title) }

func lines(head string, said []string) string {
	return strings.Join(append([]string{head}, said...), "\n\n") + "\n\n"
}

func tag(name, words string) string {
	return "<" + name + ">" + html.EscapeString(words) + "</" + name + ">"
}

func paras(said []string) string {
	var b strings.Builder
	for _, s := range said {
		b.WriteString(tag("p", s))
	}
	return b.String()
}

// However a clerk writes the numbers and sets off the titles, the items are
// the same.
func TestForms(t *testing.T) {
	forms := 0
	for _, layout := range formLayouts {
		for _, form := range formNumbers {
			if form.written == "" && !layout.bare || form.written != "" && !layout.numbered || form.written == "%d –" && strings.HasPrefix(layout.name, "a table") {
				continue
			}
			forms++
			for _, paper := range formPapers {
				var b strings.Builder
				for _, l := range paper.front {
					if layout.page {
						l = tag("p", l)
					}
					b.WriteString(l + "\n\n")
				}
				var want []string
				for i, it := range paper.items {
					n, number := "", ""
					if form.written != "" {
						n, number = fmt.Sprintf(form.written, i+1), fmt.Sprintf(form.number, i+1)
					}
					b.WriteString(layout.write(n, it.title, it.said))
					want = append(want, strings.ToLower(number+"/ "+it.title))
				}
				end := "There being no further business the meeting closed at 8.45 pm."
				if layout.page {
					end = tag("p", end)
				}
				b.WriteString(end + "\n")
				doc := readForm(t, b.String(), layout.page)
				r := Parse(doc)
				var got []string
				for _, rec := range r.Records {
					it := rec.(*archive.Item)
					got = append(got, strings.ToLower(it.ItemNumber+it.AgendaItem+"/ "+it.Title))
				}
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s, numbers %q, %s: items\n%q, want\n%q", layout.name, form.written, paper.front[0], got, want)
				}
			}
		}
	}
	if forms < 200 {
		t.Errorf("only %d forms were tried", forms)
	}
}

func readForm(t *testing.T, words string, page bool) parse.Document {
	t.Helper()
	read := text.Read
	if page {
		read = htmlreader.Read
	}
	var paper extract.Paper
	paper, err := read([]byte(words))
	if err != nil {
		t.Fatal(err)
	}
	return parse.Document{Paper: paper, Digest: digest, Format: archive.Minutes}
}
