package scan

import (
	"context"
	"image"
	"slices"
)

// Bounds of what is read again.
const (
	mostCells    = 300
	mostRead     = 200
	mostRuled    = 1_200  // ruled lines: more are no table
	tallestStrip = 12_000 // dots
	aroundCell   = 24     // dots of white
	doubtedCell  = 0.7    // the confidence below which a cell's words may be misread
)

// cells reads again what stands in the cells of ruled tables and was not read
// at all, or is doubted: the program takes a figure that stands alone between
// lines for a part of them. All are read at once, one below another.
func (r *reading) cells(ctx context.Context) error {
	if len(r.rules) > mostRuled {
		return nil
	}
	var chosen []image.Rectangle
	for _, c := range gridCells(r.rules) {
		inner := c.Inset(3)
		if inner.Dx() < 10 || inner.Dy() < 10 || c.Dx()*c.Dy()*6 > r.ink.across*r.ink.down || !r.ink.letterIn(inner) {
			continue
		}
		if sure, some := sureIn(r.lines, c); (!some || sure < doubtedCell) && len(chosen) < mostRead {
			chosen = append(chosen, inner)
		}
	}
	if len(chosen) == 0 {
		return nil
	}
	strip, tops := stacked(r.picture, chosen)
	chosen = chosen[:len(tops)]
	read, err := r.program.lines(ctx, strip, int(72/r.frame.Scale+0.5), r.language, "--psm", "6")
	if err != nil {
		return err
	}
	for i, c := range chosen {
		dx, dy := float64(c.Min.X-aroundCell), float64(c.Min.Y-tops[i])
		var here []line
		for _, l := range read {
			if y := int(l.words[0].y0+l.words[0].y1) / 2; y >= tops[i]-aroundCell/2 && y < tops[i]+c.Dy()+aroundCell/2 {
				here = append(here, l.moved(dx, dy))
			}
		}
		before, some := sureIn(r.lines, c)
		if after, n := belief(here); n > 0 && after >= 0.5 && (!some || after > float64(before)) {
			r.lines = append(without(r.lines, c), here...)
		}
	}
	return nil
}

// gridCells are the rectangles between ruled lines.
func gridCells(rules []image.Rectangle) []image.Rectangle {
	var floors, walls []image.Rectangle
	for _, r := range rules {
		if r.Dx() >= r.Dy() {
			floors = append(floors, r)
		} else {
			walls = append(walls, r)
		}
	}
	slices.SortFunc(floors, func(a, b image.Rectangle) int { return a.Min.Y - b.Min.Y })
	slices.SortFunc(walls, func(a, b image.Rectangle) int { return a.Min.X - b.Min.X })
	const near = 8 // dots
	covers := func(f image.Rectangle, x int) bool { return f.Min.X-near <= x && x <= f.Max.X+near }
	var out []image.Rectangle
	for i, top := range floors {
		left := -1
		for j, wall := range walls {
			y := top.Max.Y + near
			if wall.Min.Y > y || wall.Max.Y < y+near || !covers(top, (wall.Min.X+wall.Max.X)/2) {
				continue
			}
			if left >= 0 && walls[j].Min.X-walls[left].Max.X > near {
				mid := (walls[left].Max.X + wall.Min.X) / 2
				for _, bottom := range floors[i+1:] {
					if bottom.Min.Y > y && bottom.Min.X <= mid && mid <= bottom.Max.X {
						out = append(out, image.Rect(walls[left].Max.X, top.Max.Y, wall.Min.X, bottom.Min.Y))
						break
					}
				}
			}
			left = j
		}
		if len(out) > mostCells {
			return out[:mostCells]
		}
	}
	return out
}

// letterIn reports whether there is as much ink in a rectangle as a figure has.
func (k *ink) letterIn(r image.Rectangle) bool {
	b, n := image.Rectangle{}, 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if k.at(x, y) >= k.black {
				b = b.Union(image.Rect(x, y, x+1, y+1))
				n++
			}
		}
	}
	return n >= 20 && b.Dy() >= 8 && b.Dx() >= 3
}

// sureIn is the confidence of the least sure word in a rectangle; some is
// false where there is none.
func sureIn(lines []line, r image.Rectangle) (sure float32, some bool) {
	sure = 1
	for _, l := range lines {
		for _, w := range l.words {
			if w.in(r) {
				sure, some = min(sure, w.confidence), true
			}
		}
	}
	return sure, some
}

func (w word) in(r image.Rectangle) bool {
	return image.Pt(int(w.x0+w.x1)/2, int(w.y0+w.y1)/2).In(r)
}

// without is lines without the words in a rectangle.
func without(lines []line, r image.Rectangle) []line {
	var out []line
	for _, l := range lines {
		kept := l
		kept.words = nil
		for _, w := range l.words {
			if !w.in(r) {
				kept.words = append(kept.words, w)
			}
		}
		if len(kept.words) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

func (l line) moved(dx, dy float64) line {
	out := line{slope: l.slope, base: l.base + dy - l.slope*dx}
	for _, w := range l.words {
		w.x0, w.x1, w.y0, w.y1 = w.x0+dx, w.x1+dx, w.y0+dy, w.y1+dy
		out.words = append(out.words, w)
	}
	return out
}

// stacked puts pieces of a picture one below another on white, and says where
// each begins; those there is no room for are left out.
func stacked(g *image.Gray, pieces []image.Rectangle) (*image.Gray, []int) {
	across, down := 0, aroundCell
	var tops []int
	for _, p := range pieces {
		if down+p.Dy() > tallestStrip {
			break
		}
		tops = append(tops, down)
		across, down = max(across, p.Dx()+2*aroundCell), down+p.Dy()+aroundCell
	}
	out := image.NewGray(image.Rect(0, 0, across, down))
	white, _ := levels(g)
	for i := range out.Pix {
		out.Pix[i] = white
	}
	for i, top := range tops {
		p := pieces[i]
		for y := range p.Dy() {
			at := g.PixOffset(p.Min.X, p.Min.Y+y)
			copy(out.Pix[(top+y)*out.Stride+aroundCell:], g.Pix[at:at+p.Dx()])
		}
	}
	return out, tops
}
