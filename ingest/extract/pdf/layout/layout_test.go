package layout

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"moothall/ingest/extract/pdf/content"
)

// typist places letters half as wide as their size.
type typist struct{ page content.Page }

func newTypist() *typist { return &typist{content.Page{Width: 600, Height: 800}} }

// at writes text from x on the baseline y; a space in it is a gap of a quarter
// of the size without a glyph.
func (t *typist) at(x, y, size float64, text string) *typist {
	for _, r := range text {
		if r == ' ' {
			x += size / 4
			continue
		}
		t.page.Glyphs = append(t.page.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, W: size / 2, Size: size, DX: 1})
		x += size / 2
	}
	return t
}

func (t *typist) rule(x0, y0, x1, y1 float64) *typist {
	t.page.Rules = append(t.page.Rules, content.Box{X0: x0, Y0: y0, X1: x1, Y1: y1})
	return t
}

// lines gives the page line by line, tables row by row with their cells
// parted by bars.
func lines(p Page) []string {
	var out []string
	join := func(ws []Word) string {
		var s []string
		for _, w := range ws {
			s = append(s, w.Text)
		}
		return strings.Join(s, " ")
	}
	for _, it := range p.Items {
		if it.Line != nil {
			out = append(out, join(it.Line.Words))
			continue
		}
		for _, r := range it.Table.Rows {
			var cells []string
			for _, c := range r.Cells {
				var parts []string
				for _, l := range c.Lines {
					parts = append(parts, join(l.Words))
				}
				cells = append(cells, strings.Join(parts, " "))
			}
			out = append(out, strings.Join(cells, "|"))
		}
	}
	return out
}

func TestArrange(t *testing.T) {
	for _, c := range []struct {
		name string
		page *typist
		want []string
	}{
		{"words by gaps", newTypist().at(50, 100, 10, "the Council noted"), []string{"the Council noted"}},
		{"lines from top to bottom, however drawn", newTypist().at(50, 120, 10, "second").at(50, 100, 10, "first"), []string{"first", "second"}},
		{"a word drawn in two pieces", newTypist().at(50, 100, 10, "Coun").at(70, 100, 10, "cil"), []string{"Council"}},
		{"two ends of a line, the right one first", newTypist().at(200, 100, 10, "right").at(50, 100, 10, "left"), []string{"left right"}},
		{"a raised ordinal", newTypist().at(50, 100, 10, "5").at(55, 96, 6, "th").at(63, 100, 10, "May"), []string{"5th May"}},
		{"a footnote's mark after a word", newTypist().at(50, 100, 10, "officers").at(90, 96, 6, "2").at(96, 100, 10, "said"), []string{"officers 2 said"}},
		{"a raised power", newTypist().at(50, 100, 10, "40m").at(65, 96, 6, "2"), []string{"40m2"}},
		{"text drawn twice to look bold", newTypist().at(50, 100, 10, "Agenda").at(50.3, 100, 10, "Agenda"), []string{"Agenda"}},
		{"a doubled letter stays", newTypist().at(50, 100, 10, "staff"), []string{"staff"}},
	} {
		if got := lines(Arrange(&c.page.page)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Letters set apart evenly are one word.
func TestSpacedLetters(t *testing.T) {
	p := newTypist()
	x := 50.0
	for _, r := range "AGENDA ITEMS" {
		if r == ' ' {
			x += 6
			continue
		}
		p.at(x, 100, 10, string(r))
		x += 7.2
	}
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, []string{"AGENDA ITEMS"}) {
		t.Errorf("%q", got)
	}
}

// A space that is drawn and then drawn over parts nothing.
func TestPhantomSpace(t *testing.T) {
	p := newTypist().at(50, 100, 10, "Coun")
	p.page.Glyphs = append(p.page.Glyphs, content.Glyph{Text: " ", X: 70, Y: 100, W: 2.5, Size: 10, DX: 1})
	p.at(70, 100, 10, "cil")
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, []string{"Council"}) {
		t.Errorf("%q", got)
	}
}

func TestColumns(t *testing.T) {
	p := newTypist().at(50, 60, 16, "A headline across both columns of the page")
	var want []string
	want = append(want, "A headline across both columns of the page")
	for _, column := range []int{0, 1} {
		for i := range 10 {
			want = append(want, fmt.Sprintf("column %d line %02d is as long as the others", column, i))
		}
	}
	for i := range 10 { // drawn line by line across the gutter
		p.at(50, 100+12*float64(i), 10, want[1+i])
		p.at(320, 100+12*float64(i), 10, want[11+i])
	}
	p.at(50, 300, 10, "below them a line that runs across the whole page again and is long enough")
	want = append(want, "below them a line that runs across the whole page again and is long enough")
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// A gutter narrower than a letter is high shows because it goes straight down.
func TestNarrowGutter(t *testing.T) {
	for _, c := range []struct {
		name        string
		left, right string
		lines       int
		columns     bool
	}{
		{"columns of prose", "column %c line %02d runs to its edge", "second %c line %02d begins at its own", 10, true},
		{"too few lines to tell", "column %c line %02d runs to its edge", "second %c line %02d begins at its own", 5, false},
		{"names and what is said of them", "Member%c%02d", "second %c line %02d begins at its own", 10, false},
		{"words that never stand one under another", "column %c line %02d runs to", "second %c line %02d begins at its own", 10, false},
	} {
		p := newTypist()
		var left, right, across []string
		for i := range c.lines {
			l, r := fmt.Sprintf(c.left, 'a'+i, i), fmt.Sprintf(c.right, 'a'+i, i)
			x := 50 + 5*float64(len(l)) + 8
			if strings.HasPrefix(c.name, "words") {
				l = strings.Repeat("w", 1+i*3%7) + " " + l
				x += 5 * float64(2+i*3%7)
			}
			p.at(50, 100+12*float64(i), 10, l).at(x, 100+12*float64(i), 10, r)
			left, right, across = append(left, l), append(right, r), append(across, l+" "+r)
		}
		want := across
		if c.columns {
			want = append(left, right...)
		}
		if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q\nwant %q", c.name, got, want)
		}
	}
}

func TestRuledTable(t *testing.T) {
	p := newTypist().at(50, 80, 10, "before")
	for _, y := range []float64{100, 120, 160} {
		p.rule(50, y, 350, y)
	}
	for _, x := range []float64{50, 200, 350} {
		p.rule(x, 100, x, 160)
	}
	p.at(60, 114, 10, "Member").at(210, 114, 10, "Remarks")
	p.at(60, 134, 10, "Bell").at(210, 134, 10, "away until").at(210, 148, 10, "the spring")
	p.at(50, 190, 10, "after")
	want := []string{"before", "Member|Remarks", "Bell|away until the spring", "after"}
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// grid draws the rules of a table.
func (t *typist) grid(xs, ys []float64) *typist {
	for _, y := range ys {
		t.rule(xs[0], y, xs[len(xs)-1], y)
	}
	for _, x := range xs {
		t.rule(x, ys[0], x, ys[len(ys)-1])
	}
	return t
}

// What rules leave open is told by alignment.
func TestRuledTables(t *testing.T) {
	for _, c := range []struct {
		name string
		page *typist
		want []string
	}{
		{"a head without rules above, totals without them below",
			newTypist().grid([]float64{50, 200, 300, 400}, []float64{140, 160, 180}).
				at(55, 120, 10, "Service").at(255, 120, 10, "2026").at(355, 120, 10, "2027").
				at(255, 132, 10, "£000").at(355, 132, 10, "£000").
				at(55, 154, 10, "Roads").at(250, 154, 10, "1,200.0").at(350, 154, 10, "1,300.0").
				at(55, 174, 10, "Parks").at(250, 174, 10, "1,100.0").at(350, 174, 10, "1,000.0").
				at(55, 192, 10, "TOTAL SPENDING").at(250, 192, 10, "2,300.0").at(350, 192, 10, "2,300.0").
				at(50, 204, 10, "In thousands of pounds of the year 2026."),
			[]string{"Service|2026 £000|2027 £000", "Roads|1,200.0|1,300.0", "Parks|1,100.0|1,000.0", "TOTAL SPENDING|2,300.0|2,300.0", "In thousands of pounds of the year 2026."}},
		{"a paragraph above is no head",
			newTypist().grid([]float64{50, 200, 400}, []float64{140, 160, 180}).
				at(50, 124, 10, "The Council noted what is spent on roads and parks in the").at(50, 136, 10, "years that are shown in this table here.").
				at(55, 154, 10, "Roads").at(250, 154, 10, "1,200.0").at(55, 174, 10, "Parks").at(250, 174, 10, "1,100.0"),
			[]string{"The Council noted what is spent on roads and parks in the", "years that are shown in this table here.", "Roads|1,200.0", "Parks|1,100.0"}},
		{"a total in one box from side to side",
			newTypist().grid([]float64{50, 200, 300, 400}, []float64{100, 120}).rule(50, 140, 400, 140).rule(50, 120, 50, 140).rule(400, 120, 400, 140).
				at(55, 114, 10, "Roads").at(250, 114, 10, "1,200.0").at(350, 114, 10, "1,300.0").
				at(55, 134, 10, "TOTAL").at(250, 134, 10, "1,200.0").at(350, 134, 10, "1,300.0"),
			[]string{"Roads|1,200.0|1,300.0", "TOTAL|1,200.0|1,300.0"}},
		{"no rules at the sides",
			newTypist().rule(50, 100, 400, 100).rule(50, 120, 400, 120).rule(50, 160, 400, 160).rule(200, 100, 200, 160).
				at(55, 114, 10, "Symptom").at(205, 114, 10, "Assessment").at(55, 134, 10, "Falling reserves").at(205, 134, 10, "They are above what").at(205, 146, 10, "is needed."),
			[]string{"Symptom|Assessment", "Falling reserves|They are above what is needed."}},
		{"a frame round columns of figures, line after line",
			newTypist().grid([]float64{50, 200, 400}, []float64{100, 160}).
				at(55, 114, 10, "Roads").at(220, 114, 10, "1.0").at(300, 114, 10, "3.0").
				at(55, 126, 10, "Parks and what is in").at(220, 126, 10, "2.0").at(300, 126, 10, "5.0").at(55, 138, 10, "them").
				at(55, 150, 10, "Schools").at(220, 150, 10, "4.0").at(300, 150, 10, "8.0"),
			[]string{"Roads|1.0|3.0", "Parks and what is in them|2.0|5.0", "Schools|4.0|8.0"}},
		{"rows without rules, parted by where their cells begin",
			newTypist().grid([]float64{50, 200, 400}, []float64{100, 120, 190}).
				at(55, 114, 10, "Ward").at(205, 114, 10, "What was said").
				at(55, 134, 10, "Mill").at(205, 134, 10, "The member asked when the lane in").at(205, 146, 10, "Mill would be mended.").
				at(55, 158, 10, "Pond and the fields").at(205, 158, 10, "Nothing was said.").at(55, 170, 10, "around it").
				at(55, 182, 10, "Lamp").at(205, 182, 10, "Thanks were given."),
			[]string{"Ward|What was said", "Mill|The member asked when the lane in Mill would be mended.", "Pond and the fields around it|Nothing was said.", "Lamp|Thanks were given."}},
		{"rows without rules, parted by the space between them",
			newTypist().grid([]float64{50, 200, 400}, []float64{100, 120, 190}).
				at(55, 114, 10, "Ward").at(205, 114, 10, "What was said").
				at(55, 140, 10, "Mill").at(205, 134, 10, "The member asked when the lane").at(205, 146, 10, "would be mended.").
				at(55, 161, 10, "Pond and all the").at(205, 167, 10, "Nothing was said.").at(55, 173, 10, "fields"),
			[]string{"Ward|What was said", "Mill|The member asked when the lane would be mended.", "Pond and all the fields|Nothing was said."}},
		{"lists beside one another are one row",
			newTypist().grid([]float64{50, 200, 400}, []float64{100, 120, 190}).
				at(55, 114, 10, "Mornings").at(205, 114, 10, "Evenings").
				at(55, 134, 10, "• Singing").at(205, 134, 10, "• Chess").at(55, 146, 10, "• Walking").at(205, 146, 10, "• Cards").at(55, 158, 10, "• Talks").at(205, 158, 10, "• Films"),
			[]string{"Mornings|Evenings", "• Singing • Walking • Talks|• Chess • Cards • Films"}},
		{"a row of paragraphs is one",
			newTypist().grid([]float64{50, 200, 400}, []float64{100, 120, 190}).
				at(55, 114, 10, "Ward").at(205, 114, 10, "What was said").
				at(55, 134, 10, "Mill").at(205, 134, 10, "The member asked when the lane in").at(205, 146, 10, "Mill would be mended.").
				at(205, 164, 10, "It will be mended in spring.").at(205, 182, 10, "Nobody else spoke."),
			[]string{"Ward|What was said", "Mill|The member asked when the lane in Mill would be mended. It will be mended in spring. Nobody else spoke."}},
		{"rules across only, with cells of several lines",
			newTypist().rule(50, 100, 400, 100).rule(50, 120, 400, 120).rule(50, 156, 400, 156).rule(50, 192, 400, 192).
				at(55, 114, 10, "Action").at(205, 114, 10, "Who").at(305, 114, 10, "By when").
				at(55, 134, 10, "Write to the county about").at(205, 134, 10, "Clerk with the").at(305, 134, 10, "the May meeting").
				at(55, 146, 10, "the lamps in Mill Lane").at(205, 146, 10, "chair").
				at(55, 170, 10, "Mend the bench by the").at(205, 170, 10, "Cllr Bell").at(305, 170, 10, "as soon as the").
				at(55, 182, 10, "pond").at(305, 182, 10, "weather allows"),
			[]string{"Action|Who|By when", "Write to the county about the lamps in Mill Lane|Clerk with the chair|the May meeting",
				"Mend the bench by the pond|Cllr Bell|as soon as the weather allows"}},
		{"rules that end with each cell",
			newTypist().rule(50, 120, 200, 120).rule(200, 120, 400, 120).rule(50, 150, 200, 150).rule(200, 150, 400, 150).rule(50, 180, 200, 180).rule(200, 180, 400, 180).
				at(55, 134, 10, "Roads").at(205, 134, 10, "mended in the spring and").at(205, 146, 10, "paid for").at(55, 170, 10, "Parks").at(205, 170, 10, "none"),
			[]string{"Roads|mended in the spring and paid for", "Parks|none"}},
		{"rules above and below prose are no table",
			newTypist().rule(50, 90, 400, 90).rule(50, 130, 400, 130).rule(50, 170, 400, 170).rule(50, 210, 400, 210).
				at(50, 104, 10, "The Council noted what is spent on roads").at(50, 116, 10, "and on parks in the years that follow.").
				at(50, 144, 10, "It asked for a report on the reserves in").at(50, 156, 10, "the autumn when the year is half over.").
				at(50, 184, 10, "The meeting ended at nine in the evening").at(50, 196, 10, "and nobody was sorry for it at all."),
			[]string{"The Council noted what is spent on roads", "and on parks in the years that follow.", "It asked for a report on the reserves in",
				"the autumn when the year is half over.", "The meeting ended at nine in the evening", "and nobody was sorry for it at all."}},
		{"a table inside a frame",
			newTypist().grid([]float64{20, 40, 500}, []float64{80, 300}).grid([]float64{50, 200, 400}, []float64{100, 120, 140}).
				at(55, 114, 10, "Yes").at(250, 114, 10, "12").at(55, 134, 10, "No").at(250, 134, 10, "7"),
			[]string{"Yes|12", "No|7"}},
	} {
		if got := lines(Arrange(&c.page.page)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// A page laid out in a frame, with its name in a box, is text.
func TestFrame(t *testing.T) {
	p := newTypist().grid([]float64{40, 400}, []float64{90, 120, 500}).rule(250, 90, 250, 120).at(50, 110, 10, "Thornley News")
	want := []string{"Thornley News"}
	for i := range 24 {
		want = append(want, fmt.Sprintf("line %d of what the council has to say", i))
		p.at(50, 140+12*float64(i), 10, want[i+1])
	}
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestTableWithoutRules(t *testing.T) {
	p := newTypist()
	for i, r := range [][3]string{{"Reserve", "Opening", "Closing"}, {"General", "12.4", "11.8"}, {"Schools", "7.0", "5.9"}} {
		for k, x := range []float64{50, 250, 350} {
			p.at(x, 100+14*float64(i), 10, r[k])
		}
	}
	want := []string{"Reserve|Opening|Closing", "General|12.4|11.8", "Schools|7.0|5.9"}
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// row is one line of a page: its pieces by where they start.
type row map[float64]string

// TestAligned shows what is a table without rules and what only looks like
// one: lines that are read across, or one by one.
func TestAligned(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []row
		want []string
	}{
		{"figures close together are columns", []row{
			{50: "Roads", 200: "1,204.5", 240: "2,204.5", 280: "3,409.0"},
			{50: "Schools", 210: "88.0", 240: "1,100.0", 280: "1,188.0"},
			{50: "Total", 200: "1,292.5", 240: "3,304.5", 280: "4,597.0"},
		}, []string{"Roads|1,204.5|2,204.5|3,409.0", "Schools|88.0|1,100.0|1,188.0", "Total|1,292.5|3,304.5|4,597.0"}},
		{"a label of two lines is one cell, its figures below or above", []row{
			{50: "Roads", 250: "12.0", 300: "13.0"},
			{50: "Children in care and those who"},
			{50: "have left it", 250: "40.0", 300: "41.0"},
			{50: "Homes for older people and for", 250: "50.0", 300: "51.0"},
			{50: "those who need care"},
			{50: "Total", 250: "102.0", 300: "105.0"},
		}, []string{"Roads|12.0|13.0", "Children in care and those who have left it|40.0|41.0", "Homes for older people and for those who need care|50.0|51.0", "Total|102.0|105.0"}},
		{"a line that runs across is none of it", []row{
			{50: "Roads", 250: "12.0", 300: "13.0"},
			{50: "Parks", 250: "10.0", 300: "11.0"},
			{50: "of which some is spent before the year begins and is paid back"},
			{50: "Homes", 250: "10.0", 300: "11.0"},
		}, []string{"Roads|12.0|13.0", "Parks|10.0|11.0", "of which some is spent before the year begins and is paid back", "Homes|10.0|11.0"}},
		{"words at the same stops", []row{
			{50: "Standing orders", 250: "agreed to sign"},
			{50: "Code of conduct for members", 250: "agreed to sign"},
			{50: "Risk policy", 250: "left to the next meeting"},
		}, []string{"Standing orders|agreed to sign", "Code of conduct for members|agreed to sign", "Risk policy|left to the next meeting"}},
		{"members in columns are no table", []row{
			{50: "Cllr A. Ashworth", 200: "Cllr B. Bell", 350: "Cllr C. Crane"},
			{50: "Cllr D. Dunn", 200: "Cllr E. Eaves", 350: "Cllr F. Frost"},
			{50: "Cllr G. Gray", 200: "Cllr H. Hall", 350: "Cllr I. Innes"},
			{50: "Cllr J. Jones", 200: "Cllr K. King", 350: "Cllr L. Lamb"},
		}, []string{"Cllr A. Ashworth Cllr B. Bell Cllr C. Crane", "Cllr D. Dunn Cllr E. Eaves Cllr F. Frost", "Cllr G. Gray Cllr H. Hall Cllr I. Innes", "Cllr J. Jones Cllr K. King Cllr L. Lamb"}},
		{"what is filled in beside its name is no table", []row{
			{50: "Date:", 150: "4 May 2027"}, {50: "Time:", 150: "7 pm"}, {50: "Place:", 150: "Thornley Hall"},
		}, []string{"Date: 4 May 2027", "Time: 7 pm", "Place: Thornley Hall"}},
		{"nor are addresses beside one another", []row{
			{50: "Town Clerk", 250: "Finance Officer"}, {50: "Ann Ashworth", 250: "Brian Bell"}, {50: "Town Hall", 250: "County House"}, {50: "High Street", 250: "Mill Road"},
		}, []string{"Town Clerk Finance Officer", "Ann Ashworth Brian Bell", "Town Hall County House", "High Street Mill Road"}},
		{"nor is prose in short columns", []row{
			{50: "The Council has", 200: "The county asked", 350: "The district wrote"},
			{50: "asked the county", 200: "for more time and", 350: "to say that it had"},
			{50: "for its views on", 200: "will answer in the", 350: "no views on this or"},
			{50: "the new road", 200: "spring", 350: "on the last plan"},
		}, []string{"The Council has The county asked The district wrote", "asked the county for more time and to say that it had", "for its views on will answer in the no views on this or", "the new road spring on the last plan"}},
	} {
		p := newTypist()
		for i, r := range c.rows {
			for x, s := range r {
				p.at(x, 100+12*float64(i), 10, s)
			}
		}
		if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// Numbers set before the items of an agenda make no table of it.
func TestAgendaIsNoTable(t *testing.T) {
	p := newTypist()
	for i, s := range []string{"Apologies", "Declarations of interest", "Minutes", "Petitions"} {
		p.at(50, 100+14*float64(i), 10, fmt.Sprintf("%d.", i+1)).at(90, 100+14*float64(i), 10, s)
	}
	for _, it := range Arrange(&p.page).Items {
		if it.Table != nil {
			t.Fatal("an agenda was taken for a table")
		}
	}
}

func TestBullets(t *testing.T) {
	p := newTypist().at(70, 100, 10, "first").at(70, 114, 10, "second")
	for _, y := range []float64{95, 109} {
		p.page.Shapes = append(p.page.Shapes, content.Box{X0: 58, Y0: y, X1: 61, Y1: y + 3})
	}
	p.page.Shapes = append(p.page.Shapes, content.Box{X0: 500, Y0: 500, X1: 503, Y1: 503})
	if got := lines(Arrange(&p.page)); !reflect.DeepEqual(got, []string{"• first", "• second"}) {
		t.Errorf("%q", got)
	}
}

// Text up the side of a page is read in its own direction, after the rest.
func TestTurned(t *testing.T) {
	p := newTypist().at(50, 100, 10, "upright")
	for i, r := range "DRAFT" {
		p.page.Glyphs = append(p.page.Glyphs, content.Glyph{Text: string(r), X: 20, Y: 400 - 5*float64(i), W: 5, Size: 10, DY: -1})
	}
	page := Arrange(&p.page)
	if got := lines(page); !reflect.DeepEqual(got, []string{"upright", "DRAFT"}) {
		t.Fatalf("%q", got)
	}
	if w := page.Items[1].Line.Words[0]; !w.Turned || w.Y1-w.Y0 < 20 || w.X0 < 5 || w.X1 > 30 {
		t.Errorf("the turned word's box is %+v", w)
	}
}

// Every letter that is drawn is in some word, wherever it stands.
func FuzzArrange(f *testing.F) {
	f.Add([]byte("some letters somewhere"), int64(3))
	f.Add([]byte("\x1a\x1a\xa0\x00\x1a\x40\xa0\x00\x1a\x60\xa0\x00\x1a\x1a\x46\x01\x40\x1a\x46\x01\x78\x1a\x46\x01letters in a table of rules and more of them until it is full"), int64(1))
	f.Fuzz(func(t *testing.T, raw []byte, step int64) {
		p := newTypist()
		x, y := 50.0, 100.0
		for i, c := range raw {
			x += float64(int(c)%23) - 4
			if c%11 == 0 {
				x, y = 50+float64(c), y+float64(c%17)
			}
			p.page.Glyphs = append(p.page.Glyphs, content.Glyph{
				Text: string(rune('a' + i%26)), X: x, Y: y, W: 5, Size: 8 + float64((int64(i)*step)%5+5)/2, DX: 1,
			})
		}
		for i := 0; i+3 < len(raw) && i < 160; i += 4 { // and rules among them
			a, b := float64(raw[i])*2, float64(raw[i+1])*2
			if long := float64(raw[i+2]) * 2; raw[i+3]%2 == 0 {
				p.rule(a, b, a+long, b)
			} else {
				p.rule(a, b, a, b+long)
			}
		}
		n := 0
		for _, l := range lines(Arrange(&p.page)) {
			n += len(strings.ReplaceAll(strings.ReplaceAll(l, " ", ""), "|", ""))
		}
		if n > len(raw) || n < len(raw)-overlaps(p.page.Glyphs) {
			t.Errorf("%d letters drawn, %d read", len(raw), n)
		}
	})
}

// overlaps counts letters on top of others, which may be taken for a made-up
// bold.
func overlaps(gs []content.Glyph) int {
	n := 0
	for i := range gs {
		for j := range gs {
			if i != j && gs[i].Text == gs[j].Text && abs(gs[i].X-gs[j].X) < 4 && abs(gs[i].Y-gs[j].Y) < 4 {
				n++
				break
			}
		}
	}
	return n
}
