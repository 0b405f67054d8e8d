package structure

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

// line sets text at x on the baseline y, letters half as wide as the size. A
// tab is a wide gap. Lines are of a column from 50 to 550.
func line(x, y, size float64, text string) layout.Item {
	l := layout.Line{X0: x, Base: y, Size: size, Left: 50, Right: 550, Column: 1}
	for _, part := range strings.SplitAfter(text, "\t") {
		for _, w := range strings.Fields(part) {
			width := float64(len([]rune(w))) * size / 2
			l.Words = append(l.Words, layout.Word{Text: w, X0: x, X1: x + width, Base: y, Size: size})
			l.X1 = x + width
			x += width + size/4
		}
		if strings.HasSuffix(part, "\t") {
			x += 2 * size
		}
	}
	return layout.Item{Line: &l}
}

func bold(it layout.Item) layout.Item {
	it.Line.Bold = true
	for i := range it.Line.Words {
		it.Line.Words[i].Bold = true
	}
	return it
}

func italic(it layout.Item) layout.Item {
	it.Line.Italic = true
	return it
}

func underlined(it layout.Item) layout.Item {
	it.Line.Underlined = true
	return it
}

func sheet(items ...layout.Item) Sheet {
	return Sheet{Width: 600, Height: 800, Page: layout.Page{Items: items}}
}

// brief is a block in a word: its kind, level, marker and text.
func brief(bs []extract.Block) []string {
	var out []string
	for _, b := range bs {
		out = append(out, fmt.Sprintf("%s%d %s|%s", []string{"P", "H", "E", "R"}[b.Kind], b.Level, b.Marker, b.Text))
	}
	return out
}

const full = "a line that is long enough to reach the right edge of its column, more or less, so that it wraps and goes on"

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []layout.Item
		want  []string
	}{
		{"a paragraph's lines are one block", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, "and ends here.")},
			[]string{"P0 |" + full + " and ends here."}},
		{"a gap parts paragraphs", []layout.Item{line(50, 200, 10, full), line(50, 230, 10, "Another.")},
			[]string{"P0 |" + full, "P0 |Another."}},
		{"an early stop parts paragraphs", []layout.Item{line(50, 200, 10, "It ended at 7 pm."), line(50, 212, 10, "Another.")},
			[]string{"P0 |It ended at 7 pm.", "P0 |Another."}},
		{"a ragged line goes on in small letters", []layout.Item{line(50, 200, 10, "the Council considered the publication of all"), line(50, 212, 10, "questions received")},
			[]string{"P0 |the Council considered the publication of all questions received"}},
		{"numbered items", []layout.Item{line(50, 200, 10, "1.\t"+full[:80]), line(75, 212, 10, "and on."), line(50, 224, 10, "2.\tSecond.")},
			[]string{"E1 1.|" + strings.TrimSpace(full[:80]) + " and on.", "E1 2.|Second."}},
		{"nested entries", []layout.Item{line(50, 200, 10, "a)\tfirst"), line(80, 212, 10, "•\tinner"), line(50, 224, 10, "b)\tsecond")},
			[]string{"E1 a)|first", "E2 •|inner", "E1 b)|second"}},
		{"a number that falls at the start of a line is text", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, "12. This is how it ends.")},
			[]string{"P0 |" + full + " 12. This is how it ends."}},
		{"a numbered heading", []layout.Item{bold(line(50, 200, 10, "76.\tApologies for absence")), line(50, 224, 10, "(Item 1)"), line(50, 248, 10, "None were received.")},
			[]string{"H3 76.|Apologies for absence", "P0 |(Item 1)", "P0 |None were received."}},
		{"bold that ends like a sentence is no heading", []layout.Item{bold(line(50, 200, 10, "The report was noted."))},
			[]string{"P0 |The report was noted."}},
		{"slanted alone above text heads it", []layout.Item{italic(line(50, 200, 10, "Other matters")), line(50, 224, 10, full), line(50, 236, 10, full), line(50, 248, 10, full)},
			[]string{"H4 |Other matters", "P0 |" + full + " " + full + " " + full}},
		{"underlined too, but not links in a row", []layout.Item{underlined(line(50, 200, 10, "16.11.7\tBonfire")), line(50, 224, 10, "It was held."),
			underlined(line(50, 248, 10, "Budget webpage")), underlined(line(50, 272, 10, "Grant details")), line(50, 296, 10, "These were noted.")},
			[]string{"H4 16.11.7|Bonfire", "P0 |It was held.", "P0 |Budget webpage", "P0 |Grant details", "P0 |These were noted."}},
		{"a bold total is a row without rules, no heading", []layout.Item{bold(line(50, 200, 10, "TOTAL\t1,250.0\t2,400.0")), line(50, 224, 10, "In thousands.")},
			[]string{"P0 |TOTAL 1,250.0 2,400.0", "P0 |In thousands."}},
		{"half bold is an entry", []layout.Item{func() layout.Item {
			it := bold(line(50, 200, 10, "8.\tSchool Parent Council - No report"))
			it.Line.Words[len(it.Line.Words)-1].Bold = false
			return it
		}()}, []string{"E1 8.|School Parent Council - No report"}},
		{"a list opens under an entry's own text", []layout.Item{line(50, 200, 10, "1.\t"+full[:80]), line(67.5, 212, 10, "a.\tinner")},
			[]string{"E1 1.|" + strings.TrimSpace(full[:80]), "E2 a.|inner"}},
		{"text that hangs beside a label", []layout.Item{line(50, 200, 10, "Subject:\t\t\t"+full[:70]), line(155, 212, 10, "in the district."), line(50, 224, 10, "To:\tCabinet")},
			[]string{"P0 |Subject: " + strings.TrimSpace(full[:70]) + " in the district.", "P0 |To: Cabinet"}},
		{"large type", []layout.Item{line(50, 200, 18, "Annual report"), line(50, 240, 10, full), line(50, 252, 10, full)},
			[]string{"H1 |Annual report", "P0 |" + full + " " + full}},
	} {
		page := Pages([]Sheet{sheet(c.items...)})[0]
		if got := brief(page.Blocks); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestHyphens(t *testing.T) {
	for _, c := range []struct{ name, before, first, second, want string }{
		{"a word parted", "", "the in-", "cluding rest", "the including rest"},
		{"one the paper writes with its hyphen", "a sub-committee met", "the sub-", "committee rest", "the sub-committee rest"},
		{"one the paper writes whole", "the subcommittee met", "the sub-", "committee rest", "the subcommittee rest"},
		{"a soft hyphen", "", "the coun\u00AD", "cil rest", "the council rest"},
		{"two words of the paper", "follow the decision making", "the decision-", "making rest", "the decision-making rest"},
		{"a name", "", "the Smith-", "Jones rest", "the Smith-Jones rest"},
		{"a dash", "", "the -", "rest", "the - rest"},
		{"a compound by its first part", "", "through ill-", "health rest", "through ill-health rest"},
		{"one by its second part", "", "the short-", "term rest", "the short-term rest"},
		{"a word that ends so", "", "the part-", "ners rest", "the partners rest"},
		{"a word of two words", "", "the frame-", "work rest", "the framework rest"},
		{"a prefix before a word", "the ordination", "the co-", "ordination rest", "the co-ordination rest"},
		{"a prefix that is none", "", "the re-", "ceipt rest", "the receipt rest"},
	} {
		items := []layout.Item{}
		if c.before != "" {
			items = append(items, line(50, 100, 10, c.before))
		}
		items = append(items, line(50, 200, 10, c.first), line(50, 212, 10, c.second))
		items[len(items)-2].Line.Right, items[len(items)-1].Line.Right = items[len(items)-2].Line.X1, items[len(items)-2].Line.X1
		blocks := Pages([]Sheet{sheet(items...)})[0].Blocks
		if got := blocks[len(blocks)-1].Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A paper that parts no words has every hyphen at a line's end on purpose; one
// that parts them has it by chance.
func TestHyphensOfAPaper(t *testing.T) {
	for _, c := range []struct{ name, parted, want string }{
		{"parts none", "and", "the lamp-post was"},
		{"parts many", "inclu- ding", "the lamppost was"},
	} {
		var items []layout.Item
		y := 100.0
		add := func(s string) {
			items = append(items, line(50, y, 10, s))
			y += 12
		}
		for range 60 {
			for _, s := range strings.Split("the Council thought of its roads "+c.parted+" then of other things for years", "- ") {
				add(strings.TrimSpace(s) + strings.Repeat("-", strings.Count(c.parted, "-")*strings.Count(s, "inclu")))
			}
		}
		add("it asked what became of the lamp-")
		add("post was")
		for i := range items {
			items[i].Line.Right = items[0].Line.X1
		}
		text := ""
		for _, b := range Pages([]Sheet{sheet(items...)})[0].Blocks {
			text += b.Text + " "
		}
		if !strings.Contains(text, c.want) {
			t.Errorf("%s: %q has no %q", c.name, text[max(0, len(text)-80):], c.want)
		}
	}
}

func TestRunning(t *testing.T) {
	var sheets []Sheet
	for i := range 4 {
		sheets = append(sheets, sheet(
			line(50, 40, 9, "Ambershire County Council"),
			line(50, 200, 10, fmt.Sprintf("Body %c begins with the same words", 'A'+i)),
			line(50, 230, 10, "The same words on every page in the middle."),
			line(250, 770, 9, fmt.Sprintf("Page %d of 9", i+5)),
		))
	}
	for i, p := range Pages(sheets) {
		if len(p.Running) != 2 || p.Printed != fmt.Sprint(i+5) || len(p.Blocks) != 2 {
			t.Errorf("page %d: running %q, printed %q, blocks %q", i+1, p.Running, p.Printed, brief(p.Blocks))
		}
		if n := len(p.Words); n != 6+9+7+4-0-1 && n == 0 {
			t.Errorf("page %d: %d words", i+1, n)
		}
	}
}

// A lone page keeps its first and last lines, but for its number.
func TestRunningOnePage(t *testing.T) {
	p := Pages([]Sheet{sheet(line(50, 40, 12, "Agenda"), line(50, 200, 10, full), line(300, 770, 9, "3"))})[0]
	if len(p.Running) != 1 || p.Printed != "3" || len(p.Blocks) != 2 {
		t.Errorf("running %q, printed %q, blocks %q", p.Running, p.Printed, brief(p.Blocks))
	}
}

func TestPrintedNumber(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"7", "7"}, {"- 7 -", "7"}, {"Page 12", "12"}, {"Page 3 of 9", "3"}, {"3/9", "3"}, {"Cabinet 4 May 2021 Page 6", "6"},
		{"Cabinet, 4 May 2021", ""}, {"www.example.org", ""},
	} {
		if got := printedNumber(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestMarkers(t *testing.T) {
	for _, c := range []struct {
		text   string
		loose  bool
		marker string
	}{
		{"1. Apologies", true, "1."}, {"(iv) That it be noted", true, "(iv)"}, {"a) one", true, "a)"}, {"3.2 Funding", true, "3.2"},
		{"76/21 Apologies", true, "76/21"}, {"• one", false, "•"}, {"– one", false, "–"}, {"12\tApologies", true, "12"},
		{"12 members voted", true, ""}, {"12. members", false, ""}, {"A.\tAgree", true, "A."}, {"A. Bell", true, ""}, {"A member asked", true, ""}, {"2021 was", true, ""},
	} {
		if m, _ := markerOf(line(50, 100, 10, c.text).Line, c.loose); m != c.marker {
			t.Errorf("%q: marker %q, want %q", c.text, m, c.marker)
		}
	}
}

func table(y float64, rows ...string) layout.Item {
	t := &layout.Table{X0: 50, X1: 550, Y0: y}
	for i, r := range rows {
		row := layout.Row{Y0: y + 14*float64(i), Y1: y + 14*float64(i+1)}
		for j, c := range strings.Split(r, "|") {
			l := line(50+100*float64(j), y+14*float64(i)+10, 10, c)
			row.Cells = append(row.Cells, layout.Cell{Span: 1, Lines: []layout.Line{*l.Line}})
		}
		t.Rows = append(t.Rows, row)
		t.Y1 = row.Y1
	}
	return layout.Item{Table: t}
}

// What runs along and what only comes again.
func TestRunningOrNot(t *testing.T) {
	title := func(i int) layout.Item { return line(50, 40, 16, "Budget of the year") }
	for _, c := range []struct {
		name  string
		page  func(i int) []layout.Item
		first []string // running on the first page
		third []string // and on the third
	}{
		{"a title is one where it stands first", func(i int) []layout.Item { return []layout.Item{title(i), line(50, 200, 10, full)} },
			nil, []string{"Budget of the year"}},
		{"a head that counts the pages, whatever it says", func(i int) []layout.Item {
			return []layout.Item{line(50, 40, 9, fmt.Sprintf("%d\tOF %s", i+7, strings.Repeat("CHAPTER ", i+1))), line(50, 200, 10, full)}
		}, []string{"7 OF CHAPTER"}, []string{"9 OF CHAPTER CHAPTER CHAPTER"}},
		{"the head of a table goes with it", func(i int) []layout.Item {
			return []layout.Item{line(50, 60, 10, "Service\t2026\t2027"), table(66, "Roads|1.0|2.0", "Parks|1.0|2.0"), line(50, 300, 10, full)}
		}, nil, nil},
		{"numbered headings are no running line", func(i int) []layout.Item {
			return []layout.Item{line(50, 60, 10, fmt.Sprintf("Recommendation %d", 2*i+1)), line(50, 80, 10, full), line(50, 92, 10, full), line(50, 300, 10, full)}
		}, nil, nil},
	} {
		var sheets []Sheet
		for i := range 5 {
			sheets = append(sheets, sheet(c.page(i)...))
		}
		for i := range 12 { // a long paper of which these are a part
			sheets = append(sheets, sheet(line(50, 60, 10, fmt.Sprintf("%c: %s", 'a'+i, full)), line(50, 300, 10, full), line(50, 400, 10, full)))
		}
		pages := Pages(sheets)
		if got := pages[0].Running; !reflect.DeepEqual(got, c.first) {
			t.Errorf("%s: first page: %q, want %q", c.name, got, c.first)
		}
		if got := pages[2].Running; !reflect.DeepEqual(got, c.third) {
			t.Errorf("%s: third page: %q, want %q", c.name, got, c.third)
		}
	}
}

// What a page's end cuts goes on at the top of the next one.
func TestContinues(t *testing.T) {
	long := func(end string) string { // a line as wide as its column
		return full[:len(full)-len(end)-1] + " " + end
	}
	for _, c := range []struct {
		name          string
		before, after []layout.Item
		want          bool
	}{
		{"a sentence", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, long("the"))}, []layout.Item{line(50, 60, 10, "council in its turn.")}, true},
		{"a sentence whose next word is a name", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, long("and"))}, []layout.Item{line(50, 60, 10, "Thornley agreed.")}, true},
		{"an entry", []layout.Item{line(50, 200, 10, "a)\t"+full[:80]), line(75, 212, 10, full[:96])}, []layout.Item{line(75, 60, 10, "as it was.")}, true},
		{"on a left page with another margin", []layout.Item{line(50, 200, 10, full)}, []layout.Item{func() layout.Item {
			it := line(80, 60, 10, "as it was.")
			it.Line.Left, it.Line.Right = 80, 580
			return it
		}()}, true},
		{"not after a full stop", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, long("end."))}, []layout.Item{line(50, 60, 10, "council in its turn.")}, false},
		{"not a heading", []layout.Item{line(50, 200, 10, full)}, []layout.Item{bold(line(50, 60, 10, "Apologies for absence")), line(50, 80, 10, full)}, false},
		{"not an entry of its own", []layout.Item{line(50, 200, 10, full)}, []layout.Item{line(50, 60, 10, "b)\tas it was.")}, false},
		{"not a short line, nor a capital", []layout.Item{line(50, 200, 10, "Councillor A. Bell")}, []layout.Item{line(50, 60, 10, "Councillor C. Dunn")}, false},
		{"over the notes at a page's foot", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, long("the")), line(50, 700, 8, "1 The rent of 2026."), line(50, 712, 8, "2 A sum for the year.")}, []layout.Item{line(50, 60, 10, "council in its turn.")}, true},
		{"not over a list in small letters", []layout.Item{line(50, 200, 10, full), line(50, 212, 10, long("the")), line(50, 700, 8, "1.\tThe rent of 2026.")}, []layout.Item{line(50, 60, 10, "council in its turn.")}, false},
		{"a row with its first cell empty", []layout.Item{table(200, "Roads|they were mended in the spring and|1")}, []layout.Item{table(60, "|paid for in the summer|", "Parks|none|2")}, true},
		{"not a row with figures", []layout.Item{table(200, "Roads|12|1")}, []layout.Item{table(60, "|14|2")}, false},
		{"not a row with a name", []layout.Item{table(200, "Roads|they were mended in the spring and|1")}, []layout.Item{table(60, "Parks|none|2")}, false},
	} {
		pages := Pages([]Sheet{sheet(c.before...), sheet(c.after...)})
		if b := pages[1].Blocks[0]; b.Continues != c.want {
			t.Errorf("%s: continues %v, want %v: %q after %q", c.name, b.Continues, c.want, brief(pages[1].Blocks), brief(pages[0].Blocks))
		}
		if pages[0].Blocks[0].Continues {
			t.Errorf("%s: the first page goes on with none", c.name)
		}
	}
	// Below a head that is printed again.
	pages := Pages([]Sheet{sheet(table(200, "Service|Remarks|Cost", "Roads|they were mended in the spring and|1")), sheet(table(60, "Service|Remarks|Cost", "|paid for in the summer|"))})
	if !pages[1].Blocks[1].Continues || pages[1].Blocks[0].Continues {
		t.Errorf("%+v", pages[1].Blocks)
	}
}

// A paragraph goes on at the top of the next column.
func TestNextColumn(t *testing.T) {
	column := func(it layout.Item, n int) layout.Item {
		it.Line.Column, it.Line.Left, it.Line.Right = n, 50+300*float64(n), 250+300*float64(n)
		return it
	}
	page := Pages([]Sheet{sheet(
		column(line(50, 500, 10, "the Council noted what it had been told"), 0), column(line(50, 512, 10, "by the officers and what the"), 0),
		column(line(350, 100, 10, "members had said of it."), 1), column(line(350, 112, 10, "The report was noted."), 1),
	)})[0]
	want := []string{"P0 |the Council noted what it had been told by the officers and what the members had said of it.", "P0 |The report was noted."}
	if got := brief(page.Blocks); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
