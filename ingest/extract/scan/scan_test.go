package scan

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/content"
)

// said is the program's answer for lines of words "left top right bottom
// confidence text".
func said(lines ...[]string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><html><body><div class='ocr_page' title='image "stdin"; bbox 0 0 1654 2339'>` + "\n")
	for _, l := range lines {
		foot := 0
		for _, w := range l {
			var n [4]int
			fmt.Sscan(w, &n[0], &n[1], &n[2], &n[3])
			foot = max(foot, n[3])
		}
		fmt.Fprintf(&b, "<span class='ocr_line' title=\"bbox 100 100 900 %d; baseline 0 -8; x_size 40\">\n", foot)
		for _, w := range l {
			var x0, y0, x1, y1, conf int
			var text string
			fmt.Sscan(w, &x0, &y0, &x1, &y1, &conf, &text)
			fmt.Fprintf(&b, "<span class='ocrx_word' title='bbox %d %d %d %d; x_wconf %d'>%s</span>\n", x0, y0, x1, y1, conf, text)
		}
		b.WriteString("</span>\n")
	}
	b.WriteString("</div></body></html>")
	return []byte(b.String())
}

func textOf(lines []line) string {
	var all []string
	for _, l := range lines {
		var words []string
		for _, w := range l.words {
			words = append(words, w.text)
		}
		all = append(all, strings.Join(words, " "))
	}
	return strings.Join(all, "/")
}

func TestReadHOCR(t *testing.T) {
	answer := said(
		[]string{"200 100 300 140 96 Cabinet", "320 100 420 140 31 mecting", "430 100 450 140 20 ~—"}, // the last a mark on the paper
		[]string{"200 150 300 190 93 —", "x 150 300 190 93 broken", "300 190 200 150 93 inside-out"},
		[]string{"200 250 300 290 0 <em>R&amp;D</em>"},
		nil,
	)
	lines := readHOCR(answer)
	if got := textOf(lines); got != "Cabinet mecting/—/R&D" {
		t.Fatalf("lines %q", got)
	}
	if w := lines[0].words[1]; w.confidence != 0.31 || w.x0 != 320 || w.y1 != 140 {
		t.Errorf("a word the program doubts: %+v", w)
	}
	if c := lines[2].words[0].confidence; c <= 0 {
		t.Errorf("a word read without any confidence passes for text that was no OCR: %v", c)
	}
	if lines[0].base != 132 {
		t.Errorf("baseline at %v, want 132", lines[0].base)
	}
	cut := readHOCR(answer[:len(answer)/2])
	if len(cut) == 0 || !strings.HasPrefix(textOf(lines), textOf(cut)) {
		t.Errorf("of an answer that was cut: %q", textOf(cut))
	}
}

func FuzzReadHOCR(f *testing.F) {
	f.Add(said([]string{"200 100 300 140 96 Cabinet"}))
	f.Add([]byte("<span class='ocr_line' title='bbox 1e300 NaN -1 Inf'><span class='ocrx_word' title='bbox 1 2 1e9 4; x_wconf 1e9'>\xff"))
	f.Fuzz(func(t *testing.T, answer []byte) {
		lines := readHOCR(answer)
		n := 0
		for _, l := range lines {
			if len(l.words) == 0 {
				t.Fatal("a line without words")
			}
			for _, w := range l.words {
				if w.confidence <= 0 || w.confidence > 1 || w.text == "" || w.x1 <= w.x0 || w.y1 <= w.y0 || strings.ContainsAny(w.text, " \n") {
					t.Fatalf("word %+v", w)
				}
				n++
			}
		}
		s := newSheet(lines, nil, newInk(image.NewGray(image.Rect(0, 0, 40, 60))), frame{Across: 40, Down: 60, Scale: 0.36})
		pages, err := Arrange([]Sheet{s})
		if err != nil || len(pages) != 1 || len(pages[0].Words) > n {
			t.Fatalf("%d words on %d pages of %d, %v", len(pages[0].Words), len(pages), n, err)
		}
	})
}

// A place of the page as published and one of the straight page are the same
// place, however it was turned.
func TestFrame(t *testing.T) {
	for quarters := range 4 {
		f := frame{Across: 1000, Down: 1400, Scale: 0.36, Turn: quarters, Slope: 0.02}
		x, y := f.published(100, 200)
		if bx, by := f.straight(x, y); math.Abs(bx-100) > 1e-6 || math.Abs(by-200) > 1e-6 {
			t.Errorf("turned %d times: %v, %v comes back as %v, %v", quarters, x, y, bx, by)
		}
	}
	// A dot in the top left corner of a page stands top right once it is turned
	// clockwise.
	g := image.NewGray(image.Rect(0, 0, 30, 50))
	g.SetGray(2, 3, color.Gray{Y: 9})
	for quarters, want := range []image.Point{{2, 3}, {46, 2}, {27, 46}, {3, 27}} {
		m := turn(g, quarters)
		if m.GrayAt(want.X, want.Y).Y != 9 {
			t.Errorf("turned %d times it is not at %v", quarters, want)
		}
		b := m.Bounds()
		f := frame{Across: float64(b.Dx()), Down: float64(b.Dy()), Scale: 1, Turn: quarters}
		if x, y := f.published(float64(want.X)+0.5, float64(want.Y)+0.5); x != 2.5 || y != 3.5 {
			t.Errorf("turned %d times it was published at %v, %v", quarters, x, y)
		}
	}
}

// page is a white page with dark bars where lines of text stand.
func page(rows ...int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, 800, 1000))
	draw.Draw(g, g.Bounds(), image.White, image.Point{}, draw.Src)
	for _, y := range rows {
		for x := 80; x < 700; x += 20 {
			draw.Draw(g, image.Rect(x, y, x+12, y+14), image.Black, image.Point{}, draw.Src)
		}
	}
	return g
}

func TestCrookedPagesAreStraightened(t *testing.T) {
	level := page(100, 140, 180, 220, 260, 300, 500, 540, 580, 900)
	if s := slopeOf(level); s != 0 {
		t.Errorf("a level page slopes by %v", s)
	}
	for _, degrees := range []float64{-2.5, -0.5, 1, 3} {
		want := math.Tan(degrees * math.Pi / 180)
		crooked := straightened(level, -want)
		if got := slopeOf(crooked); math.Abs(got-want) > 0.002 {
			t.Errorf("%v degrees: slope %.4f, want %.4f", degrees, got, want)
		}
		if s := slopeOf(straightened(crooked, slopeOf(crooked))); s != 0 {
			t.Errorf("%v degrees: once straightened it slopes by %v", degrees, s)
		}
	}
	if s := slopeOf(image.NewGray(image.Rect(0, 0, 200, 200))); s != 0 {
		t.Errorf("a black page slopes by %v", s)
	}
}

// answers is the program with an answer for each time it is asked.
func answers(languages []string, f func(g *image.Gray, args string) []byte) (Program, *[]string) {
	var asked []string
	return Program{Languages: languages, ask: func(_ context.Context, g *image.Gray, args []string) ([]byte, error) {
		all := strings.Join(args, " ")
		asked = append(asked, all)
		return f(g, all), nil
	}}, &asked
}

// standing are words that stand on their ends, as the program gives them.
func standing(down bool) []byte {
	top, next := 100, 300
	if !down {
		top, next = next, top
	}
	return said([]string{fmt.Sprintf("200 %d 230 %d 95 Cabinet", top, top+150), fmt.Sprintf("200 %d 230 %d 95 minutes", next, next+150)})
}

func TestPagesAreTurnedUpright(t *testing.T) {
	well := said([]string{"100 100 300 130 95 Cabinet", "320 100 500 130 95 minutes"})
	badly := said([]string{"100 100 300 130 41 Ipqeuq", "320 100 500 130 45 sjnmw"})
	for _, c := range []struct {
		name      string
		languages []string
		first     []byte
		osd       string
		turned    []byte
		want      int // quarters
		asked     int
	}{
		{"upright", []string{"eng", "osd"}, well, "", nil, 0, 1},
		{"lines run down", []string{"eng"}, standing(true), "", well, 3, 2},
		{"lines run up", []string{"eng"}, standing(false), "", well, 1, 2},
		{"on its head", []string{"eng", "osd"}, badly, "Rotate: 180\nOrientation confidence: 9.1\n", well, 2, 3},
		{"on its head, and nobody can tell", []string{"eng"}, badly, "", nil, 0, 1},
		{"badly printed", []string{"eng", "osd"}, badly, "Rotate: 0\nOrientation confidence: 9.1\n", nil, 0, 2},
		{"hardly anything on it", []string{"eng", "osd"}, badly, "Rotate: 90\nOrientation confidence: 0.3\n", nil, 0, 2},
		{"no better for it", []string{"eng", "osd"}, badly, "Rotate: 90\nOrientation confidence: 3\n", said(nil), 0, 3},
	} {
		first := true
		p, asked := answers(c.languages, func(_ *image.Gray, args string) []byte {
			switch {
			case strings.Contains(args, "--psm 0"):
				return []byte(c.osd)
			case first:
				first = false
				return c.first
			}
			return c.turned
		})
		s, err := p.Read(context.Background(), page(100, 140), 595)
		if err != nil || s.Frame.Turn != c.want || len(*asked) != c.asked {
			t.Errorf("%s: turned %d times, asked %q, %v; want %d and %d", c.name, s.Frame.Turn, *asked, err, c.want, c.asked)
		}
		if math.Abs(s.Width-595) > 1e-6 || math.Abs(s.Height-743.75) > 1e-6 {
			t.Errorf("%s: the page is %v by %v", c.name, s.Width, s.Height)
		}
	}
}

func TestWelsh(t *testing.T) {
	var words []string
	for i, w := range strings.Fields("Cyngor Sir cofnodion cyfarfod y Pwyllgor ac mae yr adroddiad yn") {
		words = append(words, fmt.Sprintf("%d 100 %d 130 90 %s", 100+60*i, 150+60*i, w))
	}
	for _, c := range []struct {
		languages []string
		asked     string
		wants     string
	}{
		{[]string{"eng", "osd"}, "eng", "cym"},
		{[]string{"cym", "eng"}, "eng, cym+eng", ""},
	} {
		p, asked := answers(c.languages, func(*image.Gray, string) []byte { return said(words) })
		s, err := p.Read(context.Background(), page(100), 595)
		var languages []string
		for _, a := range *asked {
			fields := strings.Fields(a)
			languages = append(languages, fields[slices.Index(fields, "-l")+1])
		}
		if got := strings.Join(languages, ", "); err != nil || got != c.asked || s.Wants != c.wants {
			t.Errorf("with %q: read as %q, wants %q, %v", c.languages, got, s.Wants, err)
		}
	}
}

// The grain of a photograph is no text, and neither is a white page.
func TestNothingToRead(t *testing.T) {
	p, _ := answers([]string{"eng"}, func(*image.Gray, string) []byte {
		return said([]string{"1 1 9 9 12 iW", "20 1 29 9 25 Ze"})
	})
	s, err := p.Read(context.Background(), page(100), 595)
	if err != nil || len(s.Words) > 0 {
		t.Errorf("what the program does not believe in passes for words: %+v, %v", s.Words, err)
	}
	g := image.NewGray(image.Rect(0, 0, 200, 300))
	for i := range g.Pix {
		g.Pix[i] = 250
	}
	for i := range 30 {
		g.SetGray(i, 10, color.Gray{})
	}
	if !blank(g) {
		t.Error("a white page with specks is not blank")
	}
	for i := range 200 {
		g.SetGray(i, 20, color.Gray{})
	}
	if blank(g) {
		t.Error("a page with a rule across is blank")
	}
	s, err = Program{Path: "/no/such/program"}.Read(context.Background(), image.NewGray(image.Rect(0, 0, 20, 20)), 100)
	if err != nil || len(s.Words) > 0 {
		t.Errorf("a black page: %+v, %v; want nothing, and the program not asked", s, err)
	}
}

// A figure that stands alone in a cell, which the program passes over, is read
// by itself and put in its place.
func TestCellsAreReadAgain(t *testing.T) {
	g := page()
	for _, y := range []int{100, 160, 220} {
		draw.Draw(g, image.Rect(100, y, 501, y+2), image.Black, image.Point{}, draw.Src)
	}
	for _, x := range []int{100, 300, 500} {
		draw.Draw(g, image.Rect(x, 100, x+2, 222), image.Black, image.Point{}, draw.Src)
	}
	draw.Draw(g, image.Rect(390, 180, 400, 200), image.Black, image.Point{}, draw.Src) // a figure
	p, asked := answers([]string{"eng"}, func(g *image.Gray, args string) []byte {
		if !strings.Contains(args, "--psm 6") {
			return said([]string{"120 110 220 140 95 Member"}, []string{"320 110 420 140 95 Meetings"}, []string{"120 180 220 200 95 Osgood", "298 180 306 200 40 |"})
		}
		if b := g.Bounds(); b.Dx() < 150 || b.Dx() > 300 || b.Dy() > 150 {
			t.Errorf("the cell is %v", b)
		}
		return said([]string{"111 39 121 59 92 7"})
	})
	s, err := p.Read(context.Background(), g, 400)
	if err != nil || len(*asked) != 2 {
		t.Fatalf("asked %q, %v", *asked, err)
	}
	var got []string
	for _, w := range s.Words {
		got = append(got, w.Text)
	}
	if want := []string{"Member", "Meetings", "Osgood", "7"}; !slices.Equal(got, want) {
		t.Fatalf("read %q, want %q", got, want)
	}
	if w := s.Words[3]; w.X0 < 190 || w.X0 > 200 || w.Y0 < 88 || w.Y0 > 94 {
		t.Errorf("the figure is placed at %v, %v", w.X0, w.Y0)
	}
	pages, err := Arrange([]Sheet{s})
	if err != nil || len(pages[0].Blocks) != 2 || strings.Join(pages[0].Blocks[1].Cells, "|") != "Osgood|7" {
		t.Errorf("rows %+v, %v", pages[0].Blocks, err)
	}
}

func TestRules(t *testing.T) {
	g := page(300)
	draw.Draw(g, image.Rect(100, 100, 600, 103), image.Black, image.Point{}, draw.Src)
	draw.Draw(g, image.Rect(100, 400, 400, 440), image.Black, image.Point{}, draw.Src) // an area
	k := newInk(g)
	if got := k.rules(0.5); len(got) != 1 || got[0] != image.Rect(100, 100, 600, 103) {
		t.Errorf("rules %v; want the line alone", got)
	}
	word := line{words: []word{{text: "Tt", x0: 90, y0: 90, x1: 610, y1: 130}}}
	if got := ruled(k.rules(0.5), []line{word}, 0.5); len(got) != 0 {
		t.Errorf("a stroke of a letter passes for a ruled line: %v", got)
	}
}

// Handwriting is large, and the program knows that it cannot read it: it heads
// nothing, where print of that size does.
func TestHandwritingHeadsNothing(t *testing.T) {
	for _, c := range []struct {
		confidence int
		want       extract.BlockKind
	}{{95, extract.Heading}, {45, extract.Paragraph}} {
		p, _ := answers([]string{"eng"}, func(*image.Gray, string) []byte {
			lines := [][]string{{fmt.Sprintf("100 50 400 110 %d Finance", c.confidence), fmt.Sprintf("420 50 700 110 %d Chairman", c.confidence)}}
			for y := 200; y < 600; y += 40 {
				lines = append(lines, []string{fmt.Sprintf("100 %d 400 %d 95 Members", y, y+24), fmt.Sprintf("420 %d 700 %d 95 considered", y, y+24)})
			}
			return said(lines...)
		})
		s, err := p.Read(context.Background(), page(60, 200, 240), 595)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := Arrange([]Sheet{s})
		if err != nil || pages[0].Blocks[0].Kind != c.want {
			t.Errorf("%d%% sure: %+v, %v", c.confidence, pages[0].Blocks[0], err)
		}
	}
}

// A word that ends in a narrow word is parted where the paper parts it, and
// only there.
func TestUnglued(t *testing.T) {
	for _, c := range []struct {
		text string
		at   []int // where each letter begins; all are 10 dots wide
		want string
	}{
		{"whena", []int{0, 13, 26, 39, 58}, "when a"},
		{"asecond", []int{0, 20, 33, 46, 59, 72, 85}, "a second"},
		{"idea", []int{0, 13, 26, 39}, "idea"},
		{"spacea", []int{0, 18, 36, 54, 72, 90}, "spacea"}, // set wide
		{"when", []int{0, 13, 26, 45}, "when"},
	} {
		g := page()
		for _, x := range c.at {
			draw.Draw(g, image.Rect(100+x, 100, 110+x, 114), image.Black, image.Point{}, draw.Src)
		}
		w := word{text: c.text, x0: 100, y0: 100, x1: float64(110 + c.at[len(c.at)-1]), y1: 114, confidence: 0.9}
		got := newInk(g).unglued([]line{{words: []word{w}}}, []float64{25})
		if s := textOf(got); s != c.want {
			t.Errorf("%s is read as %q", c.text, s)
		}
	}
}

// What is stored in a page and what was seen there are one word.
func TestOver(t *testing.T) {
	s := Sheet{Width: 595, Height: 842, Frame: frame{Across: 1654, Down: 2339, Scale: 0.36}}
	at := func(text string, x, y float32, conf float32) Seen {
		return Seen{Word: archive.Word{Text: text, X0: x, Y0: y, X1: x + 40, Y1: y + 10, Confidence: conf}, X: float64(x), Base: float64(y + 8), W: 40, Size: 10}
	}
	s.Words = []Seen{at("Letter", 100, 100, 0.9), at("Agcnda", 400, 20, 0.4), at("Item", 450, 20, 0.9)}
	s.Over([]archive.Word{{Text: "Agenda", X0: 399, Y0: 19, X1: 442, Y1: 31}, {Text: "Item", X0: 449, Y0: 19, X1: 491, Y1: 31}, {Text: "5", X0: 495, Y0: 19, X1: 501, Y1: 31}})
	pages, err := Arrange([]Sheet{s})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range pages[0].Words {
		got = append(got, fmt.Sprintf("%s %v", w.Text, w.Confidence > 0))
	}
	slices.Sort(got)
	if want := []string{"5 false", "Agenda false", "Item false", "Letter true"}; !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
	if !pages[0].OCR || !slices.ContainsFunc(texts(pages[0].Blocks, pages[0].Running), func(s string) bool { return s == "Agenda Item 5" }) {
		t.Errorf("page %+v", pages[0])
	}
}

// Two words whose boxes touch are two.
func TestWordsThatTouch(t *testing.T) {
	s := Sheet{Width: 595, Height: 842, Frame: frame{Across: 1654, Down: 2339, Scale: 0.36}}
	x := 100.0
	for _, text := range []string{"when", "a", "follow-up"} {
		w := 5.0 * float64(len(text))
		s.Words = append(s.Words, Seen{Word: archive.Word{Text: text, X0: float32(x), X1: float32(x + w + 0.5), Y0: 90, Y1: 100, Confidence: 0.9}, X: x, Base: 98, W: w + 0.5, Size: 10})
		x += w
	}
	pages, err := Arrange([]Sheet{s})
	if err != nil || len(pages[0].Words) != 3 || pages[0].Blocks[0].Text != "when a follow-up" {
		t.Errorf("%+v, %v", pages, err)
	}
}

func TestArrangeSurvives(t *testing.T) {
	far := float64(math.Inf(1))
	s := Sheet{Number: 1, Width: 595, Height: 842, Words: []Seen{{Word: archive.Word{Text: "x", Confidence: 1}, X: far, Base: math.NaN(), W: -far, Size: far}}, Rules: []content.Box{{X0: far}}}
	if pages, err := Arrange([]Sheet{s, {Number: 2}}); err == nil && len(pages) != 2 {
		t.Errorf("%d pages", len(pages))
	}
}
