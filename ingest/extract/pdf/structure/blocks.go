package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

// draft is a block while its lines are gathered.
type draft struct {
	lines  []*layout.Line
	marker string
	skip   int     // words of the first line that are the marker
	textX  float64 // where the text after the marker starts
}

// blocks turns a page's flow into blocks.
func (t *traits) blocks(flow []layout.Item) ([]extract.Block, pageEnds) {
	var out []extract.Block
	var drafts []*draft // of the blocks; nil for rows
	var d *draft
	var lists levels
	t.justified = justified(flow)
	quiet := map[int]bool{} // headings by a weak sign
	flush := func() {
		if d != nil {
			b := t.block(d)
			if b.Kind != extract.Heading && t.quietHeading(&b, d) {
				quiet[len(out)] = true
			}
			lists.set(&b, d)
			out, drafts = append(out, b), append(drafts, d)
		}
		d = nil
	}
	for i := range flow {
		if flow[i].Table != nil {
			flush()
			out = append(out, tableBlocks(flow[i].Table, t.words)...)
			drafts = append(drafts, make([]*draft, len(out)-len(drafts))...)
			continue
		}
		l := flow[i].Line
		if d != nil && t.continues(d, l) {
			d.lines = append(d.lines, l)
			continue
		}
		flush()
		d = start(l)
	}
	flush()
	for i := range out {
		if quiet[i] && headsText(out, quiet, i) {
			out[i].Kind, out[i].Level = extract.Heading, quietLevel
		}
	}
	return out, t.endsOf(out, drafts)
}

// headsText reports whether a heading by a weak sign heads text: it is not one
// of a list of such, though two slanted ones may stand one under the other.
func headsText(out []extract.Block, quiet map[int]bool, i int) bool {
	first, last := i, i
	for quiet[first-1] {
		first--
	}
	for quiet[last+1] {
		last++
	}
	if last+1 >= len(out) || out[last+1].Kind == extract.Row {
		return false
	}
	below := out[last+1]
	return first == last || last == first+1 && first > 0 && out[first-1].Kind == extract.Heading && below.Kind != extract.Heading && len(below.Text) > 80
}

func start(l *layout.Line) *draft {
	d := &draft{lines: []*layout.Line{l}, textX: l.X0}
	d.marker, d.skip = markerOf(l, true)
	if d.skip > 0 && d.skip < len(l.Words) {
		d.textX = l.Words[d.skip].X0
	}
	if d.skip == 0 {
		d.textX = afterLabel(l)
	}
	return d
}

// afterLabel is where the text starts that hangs beside a label, "From:" or
// "Subject:"; the line's start where there is none.
func afterLabel(l *layout.Line) float64 {
	for i := 1; i < len(l.Words) && i < 6; i++ {
		if w := l.Words[i-1]; strings.HasSuffix(w.Text, ":") && l.Words[i].X0-w.X1 > l.Size {
			return l.Words[i].X0
		}
	}
	return l.X0
}

// continues reports whether l goes on the paragraph whose lines d has.
func (t *traits) continues(d *draft, l *layout.Line) bool {
	prev := d.lines[len(d.lines)-1]
	if prev.Column != l.Column || prev.Turned != l.Turned {
		return l.Base < prev.Base && l.Left > prev.Right-l.Size && carriesOn(d, l) // from one column into the next
	}
	step := l.Base - prev.Base
	room := 1.23*t.usual(max(l.Size, prev.Size)) + 0.5
	if raised(l) { // raised signs push lines apart
		room += 0.2 * l.Size
	}
	if step < 0.5*l.Size || step > room {
		return false
	}
	if abs(l.Size-prev.Size) > 0.12*max(l.Size, prev.Size) {
		return false
	}
	if l.Bold != prev.Bold && (l.Bold || allBold(d)) && !(d.marker != "" && l.Words[0].Bold && !t.ended(prev, l)) {
		return false
	}
	broke := t.ended(prev, l)
	loose := broke || step > 1.08*t.usual(l.Size)
	if m, _ := markerOf(l, loose || l.X0 < d.textX-0.8*l.Size); m != "" && (loose || !wrapsTo(d, l) || opens(m)) {
		return false
	}
	if w := l.Words[0].Text; d.marker != "" && len(l.Words) > 1 && strings.HasSuffix(w, ".") && opens(w) {
		return false
	}
	if broke && !hyphenated(prev) {
		return false
	}
	// A line set in from the left starts a paragraph, unless it hangs under
	// the text after a marker.
	in := l.X0 - d.lines[0].X0
	if len(d.lines) > 1 {
		in = l.X0 - prev.X0
	}
	switch {
	case abs(l.X0-d.textX) < 0.6*l.Size, in < 0.8*l.Size && in > -0.8*l.Size:
		return true
	case len(d.lines) == 1 && in < 0: // the first line was set in
		return in > -6*l.Size
	case centred(l) && (centred(prev) || prev.X1 > prev.Right-3*prev.Size):
		return true
	case d.marker != "" && len(d.lines) == 1:
		return in > 0 && in < 8*l.Size
	}
	return false
}

func raised(l *layout.Line) bool {
	for _, w := range l.Words {
		if w.Raised || w.Size > 1.02*l.Size || w.Tall {
			return true
		}
	}
	return false
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func allBold(d *draft) bool {
	for _, l := range d.lines {
		if !l.Bold {
			return false
		}
	}
	return true
}

func centred(l *layout.Line) bool {
	left, right := l.X0-l.Left, l.Right-l.X1
	return left > 2*l.Size && abs(left-right) < 0.15*(l.Right-l.Left)
}

// wrapsTo reports whether l starts where the paragraph's other lines do, so
// that what looks like a marker may be a number that fell there.
func wrapsTo(d *draft, l *layout.Line) bool {
	x := d.textX
	if len(d.lines) > 1 {
		x = d.lines[len(d.lines)-1].X0
	}
	return abs(l.X0-x) < 0.5*l.Size
}

// opens reports whether a marker is the first of a list inside an entry. It
// may stand just where the entry's text does.
func opens(marker string) bool {
	switch strings.Trim(marker, "().") {
	case "a", "i":
		return true
	}
	return false
}

// ended reports whether prev stops so early that the first word of next would
// have fitted: its end was meant. Text set ragged may stop a little earlier
// than it must, so without a full stop more has to be missing; where both
// sides are set straight, a line that stops short is the last one.
func (t *traits) ended(prev, next *layout.Line) bool {
	if len(next.Words) == 0 || len(prev.Words) == 0 {
		return false
	}
	first := next.Words[0]
	room := prev.Right - prev.X1 - (first.X1 - first.X0) - 0.3*prev.Size
	stops := strings.ContainsAny(lastRune(prev), ".:;!?")
	initial, _ := utf8.DecodeRuneInString(first.Text)
	short := 0.0 // by how much, of the size
	if t.justified[prev.Column] {
		short = (prev.Right - prev.X1) / prev.Size
	}
	switch {
	case stops:
		return room > prev.Size || short > 0.4 && !unicode.IsLower(initial)
	case unicode.IsLower(initial), goesOn[strings.ToLower(prev.Words[len(prev.Words)-1].Text)]:
		return false
	}
	return room > 3.5*prev.Size || short > 0.7 && room > 0 && !centred(prev)
}

// goesOn are words with which no line that was meant to end does.
var goesOn = map[string]bool{
	"and": true, "or": true, "of": true, "the": true, "to": true, "for": true, "in": true, "with": true, "by": true, "a": true, "an": true,
	"from": true, "at": true, "on": true, "that": true, "&": true, "is": true, "be": true, "a'r": true, "ac": true, "y": true, "yr": true,
}

// justified says of each column whether its lines are set straight at both
// sides: half of the long ones or more end where the longest does.
func justified(flow []layout.Item) map[int]bool {
	full, long := map[int]int{}, map[int]int{}
	for _, it := range flow {
		if l := it.Line; l != nil && l.X1-l.Left > 0.75*(l.Right-l.Left) {
			long[l.Column]++
			if l.Right-l.X1 < 0.15*l.Size {
				full[l.Column]++
			}
		}
	}
	out := map[int]bool{}
	for c, n := range long {
		out[c] = n >= 4 && 2*full[c] >= n
	}
	return out
}

func lastRune(l *layout.Line) string {
	w := strings.TrimRight(l.Words[len(l.Words)-1].Text, `"”’')`)
	_, n := utf8.DecodeLastRuneInString(w)
	return w[len(w)-n:]
}

func hyphenated(l *layout.Line) bool {
	if len(l.Words) == 0 {
		return false
	}
	w := l.Words[len(l.Words)-1].Text
	return strings.HasSuffix(w, "-") || strings.HasSuffix(w, "\u00AD")
}

func (t *traits) block(d *draft) extract.Block {
	first := d.lines[0]
	b := extract.Block{Marker: d.marker, Size: first.Size, X0: first.X0, Bold: allBold(d)}
	var text strings.Builder
	lead, bold := 0, !b.Bold
	for i, l := range d.lines {
		words := l.Words
		if i == 0 {
			words = words[d.skip:]
		}
		for j, w := range words {
			t.words.join(&text, w.Text, i > 0 && j == 0)
			if bold = bold && (w.Bold || strings.IndexFunc(w.Text, unicode.IsLetter) < 0); bold {
				lead = text.Len()
			}
		}
	}
	b.Text = strings.ReplaceAll(text.String(), "\u00AD", "")
	b.Lead = leadOf(b.Text, text.String()[:lead])
	if b.Text == "" && b.Marker != "" { // a marker alone is text
		b.Text, b.Marker = b.Marker, ""
	}
	switch {
	case t.heading(&b, d):
		b.Kind, b.Level = extract.Heading, t.level(b.Size, b.Bold)
	case b.Marker != "":
		b.Kind, b.Level = extract.Entry, 1
	}
	return b
}

func (t *traits) level(size float64, bold bool) int {
	switch r := size / t.body; {
	case r >= 1.5:
		return 1
	case r >= 1.12:
		return 2
	}
	return 3
}

const maxSpan = 60 // columns that an empty cell is taken to cover

func tableBlocks(t *layout.Table, words vocabulary) []extract.Block {
	var out []extract.Block
	for i, r := range t.Rows {
		b := extract.Block{Kind: extract.Row, X0: t.X0, Bold: r.Bold, Header: i == 0 && r.Bold && len(t.Rows) > 1}
		var filled []string
		parts, several := make([][]string, 0, len(r.Cells)), false
		for _, c := range r.Cells {
			var text strings.Builder
			var ends []int
			for li := range c.Lines {
				if li > 0 && partEnds(c.Lines, li) {
					ends = append(ends, text.Len())
				}
				for j, w := range c.Lines[li].Words {
					words.join(&text, w.Text, li > 0 && j == 0)
				}
				if b.Size == 0 {
					b.Size = c.Lines[li].Size
				}
			}
			s := strings.ReplaceAll(text.String(), "\u00AD", "")
			b.Cells = append(b.Cells, s)
			parts, several = append(parts, cutAt(text.String(), ends)), several || len(ends) > 0
			if s != "" {
				filled = append(filled, s)
				continue
			}
			for range min(c.Span-1, maxSpan) { // an empty cell over several columns is empty in each
				b.Cells, parts = append(b.Cells, ""), append(parts, nil)
			}
		}
		if several {
			b.Parts = parts
		}
		b.Text = strings.Join(filled, " | ")
		out = append(out, b)
	}
	return out
}

// partEnds reports whether a paragraph of a cell ends above its line i: the
// next line stands further off than lines do, or is printed otherwise, as
// titles are. A line that ends in a hyphen goes on.
func partEnds(lines []layout.Line, i int) bool {
	a, b := lines[i-1], lines[i]
	if n := len(a.Words); n == 0 || len(b.Words) == 0 || strings.HasSuffix(a.Words[n-1].Text, "-") || strings.HasSuffix(a.Words[n-1].Text, "\u00AD") {
		return false
	}
	return a.Bold != b.Bold || abs(b.Base-a.Base) > 1.65*max(a.Size, b.Size)
}

// cutAt gives the pieces of a cell's words between the places where a
// paragraph ends, tidied as the cell is.
func cutAt(text string, ends []int) []string {
	var parts []string
	from := 0
	for _, at := range append(ends, len(text)) {
		if s := strings.TrimSpace(strings.ReplaceAll(text[from:at], "\u00AD", "")); s != "" {
			parts = append(parts, s)
		}
		from = at
	}
	return parts
}

// leadOf is how many bytes of a block's text were bold at its beginning. Where
// that is all of it, or no letter, it is none.
func leadOf(words, bold string) int {
	bold = strings.TrimRight(strings.ReplaceAll(bold, "\u00AD", ""), " ")
	if !strings.HasPrefix(words, bold) || len(bold) == len(words) || strings.IndexFunc(bold, unicode.IsLetter) < 0 {
		return 0
	}
	return len(bold)
}
