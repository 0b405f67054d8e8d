package content

import (
	"bytes"
	"math"
	"strings"
	"time"

	"moothall/ingest/extract/pdf/object"
)

// state is the graphics state, as far as words and rules need it.
type state struct {
	ctm                        matrix
	font                       *Font
	size, charSpace, wordSpace float64
	stretch, lead, rise        float64
	mode                       int
	lineWidth                  float64
}

// machine runs one page.
type machine struct {
	reader *Reader
	page   *Page
	base   matrix
	until  time.Time
	ops    int
	forms  int

	state
	saved     []state
	tm, tlm   matrix
	path      path
	marks     []mark
	beside    beside
	artifacts int
	unseen    int // marks that are open and switched off
	resources object.Value
	fonts     map[string]*Font // of the resources, by name
	// properties are what the resources say of marks, by name.
	properties map[string]mark
	items      []operand // of the arrays of one operator
}

// mark is a marked-content sequence that is open.
type mark struct {
	artifact bool
	unseen   bool // optional content that is switched off
	actual   bool
	text     string
	from     int // first glyph in it
}

// operand is a number, a name, a string or an array of numbers and strings.
type operand struct {
	kind  object.Kind
	num   float64
	bytes []byte
	items []operand
}

func (m *machine) run(data []byte, resources object.Value, ctm matrix, depth int) {
	outer, outerSaved, outerRes, outerFonts, outerProperties := m.state, m.saved, m.resources, m.fonts, m.properties
	m.fonts, m.properties = nil, nil
	m.state = state{ctm: ctm, stretch: 1, lineWidth: 1}
	m.saved, m.resources = nil, resources
	m.tm, m.tlm = identity, identity // text drawn outside BT … ET is text all the same
	marks := len(m.marks)
	l := &object.Lexer{Data: data}
	var stack []operand
	for !m.page.Cut {
		t := l.Next()
		switch t.Kind {
		case object.EOF:
			m.closeMarks(marks)
			m.state, m.saved, m.resources, m.fonts, m.properties = outer, outerSaved, outerRes, outerFonts, outerProperties
			return
		case object.Keyword:
			if string(t.Bytes) == "BI" {
				m.inlineImage(l)
			} else {
				m.do(string(t.Bytes), stack, depth)
			}
			stack = stack[:0]
			l.Reset()
			if m.ops++; m.ops > maxOperators || m.ops%32 == 0 && time.Now().After(m.until) {
				m.page.Cut = true
			}
		case object.ArrayOpen:
			stack = append(stack, operand{kind: object.ArrayOpen, items: m.array(l)})
		case object.DictOpen:
			stack = append(stack, m.dict(l))
		default:
			if len(stack) < 64 {
				stack = append(stack, operand{kind: t.Kind, num: t.Num, bytes: t.Bytes})
			}
		}
	}
}

func (m *machine) array(l *object.Lexer) []operand {
	items := m.items[:0] // no operator takes two arrays that matter
	defer func() { m.items = items }()
	for {
		t := l.Next()
		switch t.Kind {
		case object.EOF, object.ArrayClose:
			return items
		case object.Keyword:
			switch string(t.Bytes) { // written inside the array by makers that know no better
			case "Tc", "Tw", "Tz", "Ts", "TL", "Tr":
				if len(items) > 0 {
					items = items[:len(items)-1]
				}
				continue
			}
			l.Pos -= len(t.Bytes) // an array that never closes
			return items
		case object.Number, object.String:
			if len(items) < 1<<16 {
				items = append(items, operand{kind: t.Kind, num: t.Num, bytes: t.Bytes})
			}
		}
	}
}

// dict reads an inline property list, keeping its ActualText.
func (m *machine) dict(l *object.Lexer) operand {
	out := operand{kind: object.DictOpen}
	depth, wanted := 1, false
	for depth > 0 {
		t := l.Next()
		switch t.Kind {
		case object.EOF:
			return out
		case object.DictOpen:
			depth++
		case object.DictClose:
			depth--
		case object.Name:
			wanted = string(t.Bytes) == "ActualText"
			continue
		case object.String:
			if wanted {
				out.bytes, out.num = t.Bytes, 1
			}
		}
		wanted = false
	}
	return out
}

// inlineImage passes over BI … ID … EI.
func (m *machine) inlineImage(l *object.Lexer) {
	for {
		t := l.Next()
		if t.Kind == object.EOF {
			return
		}
		if t.Kind == object.Keyword && string(t.Bytes) == "ID" {
			break
		}
	}
	m.picture()
	for {
		i := bytes.Index(l.Data[l.Pos:], []byte("EI"))
		if i < 0 {
			l.Pos = len(l.Data)
			return
		}
		at := l.Pos + i
		l.Pos = at + 2
		if at > 0 && !blank(l.Data[at-1]) || l.Pos < len(l.Data) && !blank(l.Data[l.Pos]) {
			continue
		}
		if printable(l.Data[l.Pos:min(len(l.Data), l.Pos+12)]) {
			return
		}
	}
}

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func printable(b []byte) bool {
	for _, c := range b {
		if !blank(c) && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}

// picture notes the area that the unit square now covers.
func (m *machine) picture() {
	area := math.Abs(m.ctm.a*m.ctm.d - m.ctm.b*m.ctm.c)
	if area < far*far && m.unseen == 0 {
		m.page.Pictures += area
	}
}

// args gives the last n operands as numbers; missing ones are an operator to
// pass over.
func args(stack []operand, n int) ([6]float64, bool) {
	var out [6]float64
	if len(stack) < n {
		return out, false
	}
	for i, o := range stack[len(stack)-n:] {
		if o.kind != object.Number {
			return out, false
		}
		out[i] = o.num
	}
	return out, true
}

func last(stack []operand) operand {
	if len(stack) == 0 {
		return operand{}
	}
	return stack[len(stack)-1]
}

func (m *machine) do(op string, stack []operand, depth int) {
	switch op {
	case "q":
		if len(m.saved) < maxStates {
			m.saved = append(m.saved, m.state)
		}
	case "Q":
		if n := len(m.saved); n > 0 {
			m.state, m.saved = m.saved[n-1], m.saved[:n-1]
		}
	case "cm":
		if a, ok := args(stack, 6); ok {
			m.ctm = matrix{a[0], a[1], a[2], a[3], a[4], a[5]}.then(m.ctm)
		}
	case "w":
		if a, ok := args(stack, 1); ok {
			m.lineWidth = a[0]
		}
	case "Do":
		m.xobject(string(last(stack).bytes), depth)
	case "BMC", "BDC":
		m.beginMark(op, stack)
	case "EMC":
		m.closeMarks(len(m.marks) - 1)
	default:
		if !m.text(op, stack) {
			m.draw(op, stack)
		}
	}
}

func (m *machine) text(op string, stack []operand) bool {
	one := func(to *float64) {
		if a, ok := args(stack, 1); ok {
			*to = a[0]
		}
	}
	switch op {
	case "BT":
		m.tm, m.tlm = identity, identity
	case "ET":
	case "Tf":
		if len(stack) >= 2 {
			m.font = m.fontNamed(string(stack[len(stack)-2].bytes))
			one(&m.size)
		}
	case "Tc":
		one(&m.charSpace)
	case "Tw":
		one(&m.wordSpace)
	case "Tz":
		one(&m.stretch)
		m.stretch /= 100
	case "TL":
		one(&m.lead)
	case "Ts":
		one(&m.rise)
	case "Tr":
		if a, ok := args(stack, 1); ok {
			m.mode = int(a[0])
		}
	case "Td":
		if a, ok := args(stack, 2); ok {
			m.move(a[0], a[1])
		}
	case "TD":
		if a, ok := args(stack, 2); ok {
			m.lead = -a[1]
			m.move(a[0], a[1])
		}
	case "Tm":
		if a, ok := args(stack, 6); ok {
			m.tlm = matrix{a[0], a[1], a[2], a[3], a[4], a[5]}
			m.tm = m.tlm
		}
	case "T*":
		m.move(0, -m.lead)
	case "Tj":
		m.show(last(stack).bytes)
	case "'":
		m.move(0, -m.lead)
		m.show(last(stack).bytes)
	case "\"":
		if len(stack) >= 3 {
			if a, ok := args(stack[:len(stack)-1], 2); ok {
				m.wordSpace, m.charSpace = a[0], a[1]
			}
		}
		m.move(0, -m.lead)
		m.show(last(stack).bytes)
	case "TJ":
		for _, o := range last(stack).items {
			if o.kind == object.String {
				m.show(o.bytes)
				continue
			}
			m.advance(-o.num / 1000 * m.size * m.stretch)
		}
	default:
		return false
	}
	return true
}

// fontNamed finds a font among the resources. Looking it up reads the font's
// object anew, and a page may change fonts at every word.
func (m *machine) fontNamed(key string) *Font {
	if f, ok := m.fonts[key]; ok {
		return f
	}
	f := m.reader.font(m.resources.Key("Font").Key(key))
	if m.fonts == nil {
		m.fonts = map[string]*Font{}
	}
	m.fonts[key] = f
	return f
}

func (m *machine) move(x, y float64) {
	m.tlm = matrix{1, 0, 0, 1, x, y}.then(m.tlm)
	m.tm = m.tlm
}

func (m *machine) advance(x float64) {
	m.tm.e += x * m.tm.a
	m.tm.f += x * m.tm.b
}

// show draws a string.
func (m *machine) show(s []byte) {
	f := m.font
	if f == nil || len(s) == 0 {
		return
	}
	full := m.tm.then(m.ctm)
	along := math.Hypot(full.a, full.b)
	size := math.Abs(m.size) * math.Hypot(full.c, full.d)
	if along == 0 || size == 0 || math.IsNaN(along) || math.IsNaN(size) || along > far || size > far {
		return
	}
	dx, dy := full.a/along, full.b/along
	if m.size < 0 {
		dx, dy = -dx, -dy
	}
	scale := math.Abs(m.size) * m.stretch * along
	if f.vertical {
		m.showDown(f, s, size, full)
		return
	}
	numbers := f == fallback && glyphNumbers(s)
	spoken := m.spoken()
	for i := 0; i < len(s); {
		g, n := f.next(s[i:])
		i += n
		m.page.Lost += m.beside.see(f, g, spoken)
		if numbers && (g.text < "0" || g.text > "z") {
			g.text = ""
		}
		w := g.width*m.size*m.stretch + m.charSpace*m.stretch
		if n == 1 && s[i-1] == ' ' {
			w += m.wordSpace * m.stretch
		}
		if g.text == "" && f.foreign {
			m.page.Mute++
		}
		if g.text != "" {
			t := m.tm.then(m.ctm)
			x, y := t.at(0, m.rise)
			m.put(Glyph{
				Text: g.text, X: x, Y: y, W: g.width * scale, Size: size, DX: dx, DY: dy, Font: f,
				Hidden: m.mode == 3 || m.mode == 7, Strong: m.mode == 2, Artifact: m.artifacts > 0,
			})
		}
		m.advance(w)
	}
}

// glyphNumbers reports whether a string cannot be letters: those of a font that
// is lost are numbers of its glyphs. Its signs are none.
func glyphNumbers(s []byte) bool {
	return bytes.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' })
}

// showDown draws a string of a font written from top to bottom: each sign as
// far below the other as it is high, in the middle of the line. Other heights
// than the usual are left alone.
func (m *machine) showDown(f *Font, s []byte, size float64, full matrix) {
	tall := math.Hypot(full.c, full.d)
	dx, dy := -full.c/tall, -full.d/tall
	for i := 0; i < len(s); {
		g, n := f.next(s[i:])
		i += n
		if g.text == "" && f.foreign {
			m.page.Mute++
		}
		if g.text != "" {
			x, y := m.tm.then(m.ctm).at(0, m.rise)
			m.put(Glyph{Text: g.text, X: x, Y: y, W: size, Size: size, DX: dx, DY: dy, Font: f, Hidden: m.mode == 3 || m.mode == 7, Artifact: m.artifacts > 0})
		}
		down := -m.size - m.charSpace
		m.tm.e += down * m.tm.c
		m.tm.f += down * m.tm.d
	}
}

func (m *machine) put(g Glyph) {
	if m.unseen > 0 || !(math.Abs(g.X) < far && math.Abs(g.Y) < far && math.Abs(g.W) < far) {
		return
	}
	if len(m.page.Glyphs) >= maxGlyphs {
		m.page.Cut = true
		return
	}
	m.page.Glyphs = append(m.page.Glyphs, g)
}

func (m *machine) xobject(key string, depth int) {
	x := m.resources.Key("XObject").Key(key)
	if m.unseen > 0 || m.reader.layer.hides(x.Key("OC")) {
		return
	}
	switch x.Key("Subtype").Name() {
	case "Image":
		m.picture()
	case "Form":
		m.form(x, m.ctm, depth)
	}
}

func (m *machine) form(x object.Value, ctm matrix, depth int) {
	if m.forms++; m.forms > maxForms || depth >= maxFormDepth {
		return
	}
	res := x.Key("Resources")
	if !res.IsDict() {
		res = m.resources
	}
	tm, tlm, path := m.tm, m.tlm, m.path
	m.path = nil
	m.run(x.Data(), res, matrixOf(x.Key("Matrix")).then(ctm), depth+1)
	m.tm, m.tlm, m.path = tm, tlm, path
}

func (m *machine) beginMark(op string, stack []operand) {
	if len(m.marks) >= 10_000 {
		return
	}
	k := mark{from: len(m.page.Glyphs)}
	if len(stack) > 0 && string(stack[0].bytes) == "Artifact" {
		k.artifact = true
		m.artifacts++
	}
	if op == "BDC" && len(stack) > 1 {
		switch o := stack[len(stack)-1]; o.kind {
		case object.DictOpen:
			if o.num == 1 {
				k.actual, k.text = true, textString(o.bytes)
			}
		case object.Name:
			p := m.property(string(o.bytes))
			k.actual, k.text = p.actual, p.text
			if p.unseen && string(stack[0].bytes) == "OC" {
				k.unseen = true
				m.unseen++
			}
		}
	}
	m.marks = append(m.marks, k)
}

// property finds what the resources say of a mark; they may say much, and a
// page mark every word.
func (m *machine) property(key string) mark {
	if k, ok := m.properties[key]; ok {
		return k
	}
	v := m.resources.Key("Properties").Key(key)
	k := mark{unseen: m.reader.layer.hides(v)}
	if text := v.Key("ActualText"); !text.IsNull() {
		k.actual, k.text = true, textString([]byte(text.Bytes()))
	}
	if m.properties == nil {
		m.properties = map[string]mark{}
	}
	m.properties[key] = k
	return k
}

func (m *machine) closeMarks(to int) {
	for len(m.marks) > max(to, 0) {
		k := m.marks[len(m.marks)-1]
		m.marks = m.marks[:len(m.marks)-1]
		if k.artifact {
			m.artifacts--
		}
		if k.unseen {
			m.unseen--
		}
		if k.actual {
			m.replace(k)
		}
	}
}

// annotations draws what forms and comments show on the page: the values of
// form fields above all.
func (m *machine) annotations(list object.Value) {
	for i := range min(list.Len(), 2_000) {
		a := list.Index(i)
		switch a.Key("Subtype").Name() {
		case "Widget", "FreeText", "Stamp":
		default:
			continue
		}
		const hidden, noView = 1 << 1, 1 << 5
		if a.Key("F").Int()&(hidden|noView) != 0 || m.reader.layer.hides(a.Key("OC")) {
			continue
		}
		look := a.Key("AP").Key("N")
		if !look.IsStream() {
			look = look.Key(a.Key("AS").Name())
		}
		x0, y0, x1, y1, ok := rectangle(a.Key("Rect"))
		bx0, by0, bx1, by1, box := rectangle(look.Key("BBox"))
		switch {
		case !ok:
		case !look.IsStream():
			m.value(a, x0, y1)
		case box:
			mat := matrixOf(look.Key("Matrix"))
			cx, cy := corners(mat, bx0, by0, bx1, by1)
			sx, sy := (x1-x0)/max(cx[1]-cx[0], 1e-3), (y1-y0)/max(cy[1]-cy[0], 1e-3)
			place := matrix{sx, 0, 0, sy, x0 - cx[0]*sx, y0 - cy[0]*sy}
			m.resources = object.Value{}
			m.form(look, place.then(m.base), 0)
		}
	}
}

// value draws what a field of a form holds where the maker left the drawing
// of it to the reader: in the field's top left corner, a line below another.
func (m *machine) value(a object.Value, x, top float64) {
	text := a.Key("V")
	switch {
	case a.Key("Subtype").Name() == "FreeText":
		text = a.Key("Contents")
	case a.Key("FT").Name() != "Tx" && a.Key("FT").Name() != "Ch":
		return // of a button the value is no text
	}
	const size = 10
	y := top
	lines := strings.FieldsFunc(text.Text(), func(r rune) bool { return r == '\r' || r == '\n' })
	for _, line := range lines[:min(len(lines), 200)] {
		y -= 1.2 * size
		at := x + 2
		for _, r := range line {
			px, py := m.base.at(at, y)
			m.put(Glyph{Text: string(r), X: px, Y: py, W: 0.5 * size, Size: size, DX: 1, Font: fallback})
			at += 0.5 * size
		}
	}
}

func corners(t matrix, x0, y0, x1, y1 float64) (xs, ys [2]float64) {
	xs, ys = [2]float64{math.Inf(1), math.Inf(-1)}, [2]float64{math.Inf(1), math.Inf(-1)}
	for _, p := range [][2]float64{{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}} {
		x, y := t.at(p[0], p[1])
		xs = [2]float64{min(xs[0], x), max(xs[1], x)}
		ys = [2]float64{min(ys[0], y), max(ys[1], y)}
	}
	return xs, ys
}
