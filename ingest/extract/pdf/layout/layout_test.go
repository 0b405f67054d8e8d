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
