package scan

import (
	"image"
	"slices"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract/pdf/content"
)

// ink is what a picture has beside its letters' meaning: how dark each dot is,
// from 0 to 255, white being the paper's own white.
type ink struct {
	dark          []uint8
	across, down  int
	black, shaded uint8 // from where a dot is of a letter, and of a line
}

func newInk(g *image.Gray) *ink {
	b := g.Bounds()
	k := &ink{dark: make([]uint8, b.Dx()*b.Dy()), across: b.Dx(), down: b.Dy()}
	white, black := levels(g)
	span := max(int(white)-int(black), 1)
	for y := range k.down {
		row := g.Pix[g.PixOffset(b.Min.X, b.Min.Y+y):]
		for x := range k.across {
			k.dark[y*k.across+x] = uint8(min(max((int(white)-int(row[x]))*255/span, 0), 255))
		}
	}
	k.black, k.shaded = 128, 64
	return k
}

// levels are the paper's white, which most dots have about, and the black of
// its letters.
func levels(g *image.Gray) (white, black uint8) {
	var seen [256]int
	b := g.Bounds()
	all := 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		at := g.PixOffset(b.Min.X, y)
		for _, v := range g.Pix[at : at+b.Dx()] {
			seen[v]++
			all++
		}
	}
	at := func(part int) uint8 { // the level below which so many hundredths lie
		n := 0
		for v := range seen {
			if n += seen[v]; n*100 > all*part {
				return uint8(v)
			}
		}
		return 255
	}
	white, black = at(60), at(1)
	if int(white)-int(black) < 40 { // hardly anything on it
		black = uint8(max(int(white)-40, 0))
	}
	return white, black
}

func (k *ink) at(x, y int) uint8 {
	if x < 0 || y < 0 || x >= k.across || y >= k.down {
		return 0
	}
	return k.dark[y*k.across+x]
}

// stroke is how thick the strokes of a word are, in dots: twice its ink by the
// length of its edges.
func (k *ink) stroke(w word) float64 {
	area, edges := 0, 0
	x0, y0, x1, y1 := max(int(w.x0)-1, 0), max(int(w.y0)-1, 0), min(int(w.x1)+2, k.across), min(int(w.y1)+2, k.down)
	for y := y0; y < y1; y++ {
		row := k.dark[y*k.across : (y+1)*k.across]
		for x := x0; x < x1; x++ {
			v := row[x]
			if v > k.shaded {
				area += int(v)
			}
			in := v >= k.black
			if x > x0 && in != (row[x-1] >= k.black) {
				edges++
			}
			if y > y0 && in != (k.dark[(y-1)*k.across+x] >= k.black) {
				edges++
			}
		}
	}
	if edges == 0 {
		return 0
	}
	return 2 * float64(area) / 255 / float64(edges)
}

// By how much strokes are thicker than most of the page's, for the size of the
// type, where a line is bold, where a word is, and where a word cannot be. Of
// regular type hardly any line has a tenth more, and of bold few less than a
// fifth.
const boldLine, boldWord, lightWord = 1.14, 1.2, 1.08

// bold says of each word whether it is bold. A line that is nearly all one or
// the other is wholly so: short words and figures say little by themselves.
func (k *ink) bold(lines []line, sizes []float64) [][]bool {
	weights := make([][]float64, len(lines))
	var all []float64
	for i, l := range lines {
		for _, w := range l.words {
			weight := k.stroke(w) / sizes[i]
			weights[i] = append(weights[i], weight)
			if letters(w) >= 3 {
				for range letters(w) {
					all = append(all, weight)
				}
			}
		}
	}
	usual := 0.0
	if len(all) > 0 {
		slices.Sort(all)
		usual = all[len(all)*2/5] // more than half of a page may be bold
	}
	out := make([][]bool, len(lines))
	for i, l := range lines {
		heavy, light, n, sum, last := 0, 0, 0, 0.0, false
		for j, w := range l.words {
			is := usual > 0 && weights[i][j] > boldWord*usual
			if c := letters(w); c >= 3 {
				n += c
				sum += float64(c) * weights[i][j]
				switch {
				case is:
					heavy += c
				case weights[i][j] < lightWord*usual:
					light += c
				}
			} else {
				is = last
			}
			out[i] = append(out[i], is)
			last = is
		}
		for j := range out[i] {
			switch {
			case n == 0:
			case light*5 <= n && sum > boldLine*usual*float64(n):
				out[i][j] = true
			case heavy*5 <= n:
				out[i][j] = false
			}
		}
	}
	return out
}

func letters(w word) int {
	n := 0
	for _, r := range w.text {
		if wordy(r) {
			n++
		}
	}
	return n
}

// bulletLike are what the program makes of a bullet: it knows letters only.
const bulletLike = "e o O 0 « » ¢ © ® * ° + = @"

// mendBullet makes a bullet of what opens a line, where it is one: as small as
// no letter is, or all ink, or not believed.
func (k *ink) mendBullet(l line, size float64) {
	if len(l.words) < 2 {
		return
	}
	w, next := &l.words[0], l.words[1]
	if utf8.RuneCountInString(w.text) != 1 || !strings.Contains(bulletLike, w.text) || next.x0-w.x1 < 0.3*size {
		return
	}
	_, filled := k.blob(int(w.x0), int(w.y0), int(w.x1)+1, int(w.y1)+1, 0.68)
	if w.y1-w.y0 < 0.42*size || filled || w.confidence < 0.75 {
		w.text, w.confidence = "•", max(w.confidence, 0.9) // its shape says so, whatever was made of it
	}
}

// bullets finds the small shapes that stand by themselves before lines, where
// the program left them out, in points.
func (k *ink) bullets(lines []line, sizes []float64, scale float64) []content.Box {
	var out []content.Box
	for i, l := range lines {
		w, size := l.words[0], sizes[i]
		foot := l.base + l.slope*w.x0
		b, ok := k.blob(int(w.x0-3.5*size), int(foot-0.75*size), int(w.x0-0.25*size), int(foot+0.1*size), 0.5)
		if !ok || float64(max(b.Dx(), b.Dy())) > 0.6*size || float64(min(b.Dx(), b.Dy())) < 0.12*size || b.Dx() > 2*b.Dy() || b.Dy() > 2*b.Dx() {
			continue
		}
		out = append(out, content.Box{
			X0: float64(b.Min.X) * scale, Y0: float64(b.Min.Y) * scale, X1: float64(b.Max.X) * scale, Y1: float64(b.Max.Y) * scale,
		})
	}
	return out
}

// blob is the box around all ink in a rectangle, where that fills so much of
// it at least.
func (k *ink) blob(x0, y0, x1, y1 int, part float64) (image.Rectangle, bool) {
	var b image.Rectangle
	n := 0
	for y := max(y0, 0); y < min(y1, k.down); y++ {
		for x := max(x0, 0); x < min(x1, k.across); x++ {
			if k.dark[y*k.across+x] >= k.black {
				b = b.Union(image.Rect(x, y, x+1, y+1))
				n++
			}
		}
	}
	return b, n > 0 && float64(n) >= part*float64(b.Dx()*b.Dy())
}
