package scan

import (
	"image"
	"math"
)

// A frame leads between two ways of telling a place on a page: in points of the
// page as it would lie straight and upright, where lines are level; and in
// points of the page as it was published, which may be crooked or on its side.
// A picture is read straight: a dot of it is a place there but for the scale.
type frame struct {
	Across, Down float64 // of the straight picture, in dots
	Scale        float64 // points to a dot
	Turn         int     // quarters clockwise by which the picture was turned to be read
	Slope        float64 // of its lines before it was straightened: down for each dot to the right
}

// published is where a place of the straight page, in points, lies on the page
// as it was published.
func (f frame) published(x, y float64) (float64, float64) {
	sin, cos := math.Sincos(math.Atan(f.Slope))
	across, down := f.Across*f.Scale, f.Down*f.Scale
	dx, dy := x-across/2, y-down/2
	x, y = dx*cos-dy*sin+across/2, dx*sin+dy*cos+down/2
	switch f.Turn {
	case 1:
		return y, across - x
	case 2:
		return across - x, down - y
	case 3:
		return down - y, x
	}
	return x, y
}

// straight is published the other way round.
func (f frame) straight(x, y float64) (float64, float64) {
	across, down := f.Across*f.Scale, f.Down*f.Scale
	switch f.Turn {
	case 1:
		x, y = across-y, x
	case 2:
		x, y = across-x, down-y
	case 3:
		x, y = y, down-x
	}
	sin, cos := math.Sincos(math.Atan(f.Slope))
	dx, dy := x-across/2, y-down/2
	return dx*cos + dy*sin + across/2, dy*cos - dx*sin + down/2
}

// turn turns a picture so many quarters clockwise.
func turn(m *image.Gray, quarters int) *image.Gray {
	for range quarters % 4 {
		b := m.Bounds()
		out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
		for y := range b.Dy() {
			row := m.Pix[m.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range b.Dx() {
				out.Pix[x*out.Stride+b.Dy()-1-y] = row[x]
			}
		}
		m = out
	}
	return m
}
