package scan

import (
	"image"
	"math"
)

// Bounds of how crooked a page is straightened: degrees.
const (
	mostCrooked  = 4.0
	leastCrooked = 0.15 // less does no harm

	coarse = 3 // dots that are looked at as one
)

// slopeOf is how much the lines of a page slope, in dots down for each dot to
// the right: the slope along which dark and light rows part best. 0 where that
// cannot be told.
func slopeOf(g *image.Gray) float64 {
	type dot struct{ x, y float64 }
	b := g.Bounds()
	w, h := b.Dx()/coarse, b.Dy()/coarse
	white, black := levels(g)
	limit := (int(white) + int(black)) / 2
	var dots []dot
	for y := range h {
		for x := range w {
			sum := 0
			for dy := range coarse {
				at := g.PixOffset(b.Min.X+x*coarse, b.Min.Y+y*coarse+dy)
				for _, v := range g.Pix[at : at+coarse] {
					sum += int(v)
				}
			}
			if sum < limit*coarse*coarse {
				dots = append(dots, dot{float64(x - w/2), float64(y)})
			}
		}
	}
	if len(dots) < 200 || len(dots) > w*h/3 {
		return 0
	}
	rows := make([]int, h+2*int(float64(w)*math.Tan(mostCrooked*math.Pi/180))+2)
	lean := (len(rows) - h) / 2
	sharp := func(slope float64) float64 {
		clear(rows)
		for _, d := range dots {
			if y := int(d.y-slope*d.x+0.5) + lean; y >= 0 && y < len(rows) {
				rows[y]++
			}
		}
		sum := 0.0
		for i := 1; i < len(rows); i++ {
			d := float64(rows[i] - rows[i-1])
			sum += d * d
		}
		return sum
	}
	level := sharp(0)
	best, most := 0.0, level
	look := func(from, to, step float64) {
		for a := from; a <= to; a += step {
			slope := math.Tan(a * math.Pi / 180)
			if s := sharp(slope); s > most {
				best, most = slope, s
			}
		}
	}
	look(-mostCrooked, mostCrooked, 0.2)
	at := math.Atan(best) * 180 / math.Pi
	look(at-0.2, at+0.2, 0.04)
	if most < 1.1*level || math.Abs(math.Atan(best)*180/math.Pi) < leastCrooked {
		return 0
	}
	return best
}

// straightened turns a picture about its middle so that lines of that slope
// are level. What comes in from outside is as white as the paper.
func straightened(g *image.Gray, slope float64) *image.Gray {
	if slope == 0 {
		return g
	}
	b := g.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	white, _ := levels(g)
	sin, cos := math.Sincos(math.Atan(slope))
	midX, midY := float64(b.Dx())/2, float64(b.Dy())/2
	for y := range b.Dy() {
		dy := float64(y) + 0.5 - midY
		for x := range b.Dx() {
			dx := float64(x) + 0.5 - midX
			fx, fy := dx*cos-dy*sin+midX-0.5, dx*sin+dy*cos+midY-0.5
			x0, y0 := int(math.Floor(fx)), int(math.Floor(fy))
			v := white
			if x0 >= 0 && y0 >= 0 && x0+1 < b.Dx() && y0+1 < b.Dy() {
				// Between the four dots around the place, in parts of 256.
				px, py := int((fx-float64(x0))*256), int((fy-float64(y0))*256)
				at := g.PixOffset(b.Min.X+x0, b.Min.Y+y0)
				top := int(g.Pix[at])*(256-px) + int(g.Pix[at+1])*px
				low := int(g.Pix[at+g.Stride])*(256-px) + int(g.Pix[at+g.Stride+1])*px
				v = uint8((top*(256-py) + low*py) >> 16)
			}
			out.Pix[y*out.Stride+x] = v
		}
	}
	return out
}
