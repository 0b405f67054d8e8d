package content

import "math"

// path is the current path: straight pieces, and the box of everything in it.
type path []piece

type piece struct {
	x0, y0, x1, y1 float64
	start, curve   bool
}

const (
	thin      = 3.0 // points: a filled box no thicker is a ruled line
	bulletMin = 1.2 // points: sides of a filled shape that may be a bullet
	bulletMax = 9.0
)

// draw handles path building and painting.
func (m *machine) draw(op string, stack []operand) {
	switch op {
	case "m":
		if a, ok := args(stack, 2); ok {
			x, y := m.ctm.at(a[0], a[1])
			m.extend(piece{x, y, x, y, true, false})
		}
	case "l":
		if a, ok := args(stack, 2); ok {
			m.lineTo(a[0], a[1], false)
		}
	case "c":
		if a, ok := args(stack, 6); ok {
			m.lineTo(a[4], a[5], true)
		}
	case "v", "y":
		if a, ok := args(stack, 4); ok {
			m.lineTo(a[2], a[3], true)
		}
	case "h":
		m.closePath()
	case "re":
		if a, ok := args(stack, 4); ok {
			m.rectangle(a[0], a[1], a[2], a[3])
		}
	case "s", "b", "b*":
		m.closePath()
		m.paint(op != "s", true)
	case "S":
		m.paint(false, true)
	case "f", "F", "f*":
		m.paint(true, false)
	case "B", "B*":
		m.paint(true, true)
	case "n":
		m.path = m.path[:0]
	}
}

func (m *machine) extend(p piece) {
	if len(m.path) < maxRules && math.Abs(p.x1) < far && math.Abs(p.y1) < far {
		m.path = append(m.path, p)
	}
}

func (m *machine) lineTo(ux, uy float64, curve bool) {
	if len(m.path) == 0 {
		return
	}
	x, y := m.ctm.at(ux, uy)
	end := m.path[len(m.path)-1]
	m.extend(piece{end.x1, end.y1, x, y, false, curve})
}

func (m *machine) closePath() {
	for i := len(m.path) - 1; i >= 0; i-- {
		if m.path[i].start {
			end, from := m.path[len(m.path)-1], m.path[i]
			m.extend(piece{end.x1, end.y1, from.x0, from.y0, false, false})
			return
		}
	}
}

func (m *machine) rectangle(x, y, w, h float64) {
	x0, y0 := m.ctm.at(x, y)
	m.extend(piece{x0, y0, x0, y0, true, false})
	m.lineTo(x+w, y, false)
	m.lineTo(x+w, y+h, false)
	m.lineTo(x, y+h, false)
	m.closePath()
}

// paint turns the path into rules and shapes and ends it.
func (m *machine) paint(fill, stroke bool) {
	if m.unseen > 0 {
		m.path = m.path[:0]
		return
	}
	if stroke && !fill && m.rounded() {
		m.fills()
	}
	if stroke {
		for _, p := range m.path {
			if !p.start && !p.curve {
				m.rule(Box{min(p.x0, p.x1), min(p.y0, p.y1), max(p.x0, p.x1), max(p.y0, p.y1)})
			}
		}
	}
	if fill {
		m.fills()
	}
	m.path = m.path[:0]
}

// rounded reports whether the path is drawn with curves: a ring, when it is
// small.
func (m *machine) rounded() bool {
	for _, p := range m.path {
		if p.curve {
			return true
		}
	}
	return false
}

// fills looks at each closed figure of the path by its box.
func (m *machine) fills() {
	for i := 0; i < len(m.path); {
		b := Box{m.path[i].x0, m.path[i].y0, m.path[i].x0, m.path[i].y0}
		j := i
		for ; j < len(m.path) && (j == i || !m.path[j].start); j++ {
			p := m.path[j]
			b = Box{min(b.X0, p.x1), min(b.Y0, p.y1), max(b.X1, p.x1), max(b.Y1, p.y1)}
		}
		i = j
		w, h := b.X1-b.X0, b.Y1-b.Y0
		switch {
		case w <= thin || h <= thin:
			if max(w, h) > 2*thin {
				m.rule(b)
				continue
			}
			fallthrough
		default:
			if w >= bulletMin && w <= bulletMax && h >= bulletMin && h <= bulletMax && w/h < 2 && h/w < 2 && len(m.page.Shapes) < maxRules {
				m.page.Shapes = append(m.page.Shapes, b)
			}
		}
	}
}

func (m *machine) rule(b Box) {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	if (w <= thin) == (h <= thin) || len(m.page.Rules) >= maxRules {
		return
	}
	m.page.Rules = append(m.page.Rules, b)
}
