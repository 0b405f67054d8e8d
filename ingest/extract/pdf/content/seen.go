package content

import "math"

// seen drops the glyphs beside the page, and those of an invisible layer that
// lie under visible ones: papers that were read by OCR after they had text
// have each word twice.
func seen(glyphs []Glyph, width, height float64) []Glyph {
	hidden, visible := 0, 0
	out := glyphs[:0]
	for _, g := range glyphs {
		x, y := g.X+g.DX*g.W/2, g.Y+g.DY*g.W/2
		if x < -g.Size || x > width+g.Size || y < -g.Size || y > height+g.Size {
			continue
		}
		if g.Hidden {
			hidden++
		} else {
			visible++
		}
		out = append(out, g)
	}
	if hidden == 0 || visible == 0 {
		return out
	}
	return uncovered(out)
}

const (
	square = 5   // side of the squares by which neighbours are found, in points
	widest = 200 // of a letter, as far as it matters
)

// uncovered drops the runs of hidden glyphs most of which lie where visible
// ones do.
func uncovered(glyphs []Glyph) []Glyph {
	at := func(x, y float64) [2]int { return [2]int{int(math.Floor(x / square)), int(math.Floor(y / square))} }
	taken := map[[2]int]bool{}
	for _, g := range glyphs {
		if g.Hidden || isBlank(g.Text) {
			continue
		}
		// The middle of its body, along the whole of its width.
		for d := 0.0; d <= min(g.W, widest); d += square / 2 {
			taken[at(g.X+g.DX*d+g.DY*g.Size*0.3, g.Y+g.DY*d-g.DX*g.Size*0.3)] = true
		}
	}
	under := func(g Glyph) bool {
		x, y := g.X+g.DX*g.W/2+g.DY*g.Size*0.3, g.Y+g.DY*g.W/2-g.DX*g.Size*0.3
		for _, d := range [][2]float64{{0, 0}, {-square / 2, 0}, {square / 2, 0}, {0, -square / 2}, {0, square / 2}} {
			if taken[at(x+d[0], y+d[1])] {
				return true
			}
		}
		return false
	}
	out := glyphs[:0]
	for i := 0; i < len(glyphs); {
		j, covered, letters := i, 0, 0
		for ; j < len(glyphs) && glyphs[j].Hidden == glyphs[i].Hidden && math.Abs(glyphs[j].Y-glyphs[i].Y) < glyphs[i].Size/2; j++ {
			if !glyphs[j].Hidden || isBlank(glyphs[j].Text) {
				continue
			}
			letters++
			if under(glyphs[j]) {
				covered++
			}
		}
		j = max(j, i+1)
		if !glyphs[i].Hidden || 10*covered < 7*letters {
			out = append(out, glyphs[i:j]...)
		}
		i = j
	}
	return out
}

func isBlank(s string) bool {
	for _, r := range s {
		if r != ' ' {
			return false
		}
	}
	return true
}
