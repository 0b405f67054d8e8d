package layout

import (
	"strings"
	"unicode"
)

// Tables without rules show by their alignment: lines one under another that
// leave the same strips free. What a person takes for a table has figures in
// a column, or words set at the same stops line after line; columns of prose,
// lists with their numbers set apart, forms and lists of names in columns look
// much the same and are none.

const (
	alignedLines = 3      // with something in two columns, at least
	quietLines   = 4      // with one piece only may stand between such lines
	tries        = 6      // of where a table may start and end
	triedWords   = 80_000 // of a page, one as often as it is looked at: ten times what real pages take
)

// alignedTable looks for a table that starts at band i or a few below it, and
// gives how many bands it takes, with the lines that stand before and between
// its rows; 0 for none.
func (a *arranger) alignedTable(bands [][]segment, i int) (int, []Item) {
	if a.inCell {
		return 0, nil
	}
	lead := 0 // a line over one column: the first of its head
	if i+1 < len(bands) && overColumn(bands[i], bands[i+1]) {
		lead = 1
		i++
	}
	if !sideBySide(bands[i]) {
		return 0, nil
	}
	t, start, end := a.find(bands, i)
	if t == nil || t.head(bands[i:start]) < start-i {
		return 0, nil // what stands before it is read first
	}
	items := t.items(bands[i:end], a)
	if lead > 0 && !t.crown(items, bands[i-1][0]) {
		return 0, nil
	}
	return end - i + lead, items
}

// overColumn reports whether a line of one piece stands closely over a line of
// several, and not over the first of them.
func overColumn(b, below []segment) bool {
	s := b[0]
	return len(b) == 1 && !sideBySide(b) && below[0].base-s.base < 1.5*s.size && s.x0 > below[0].x1
}

// crown puts a piece on top of the first row, in the column it stands over.
func (t *aligned) crown(items []Item, s segment) bool {
	c := columnAt(t.strips, (s.x0+s.x1)/2)
	if c == 0 || t.across(s) || items[0].Table == nil {
		return false
	}
	table := items[0].Table
	cell := &table.Rows[0].Cells[c]
	cell.Lines = append([]Line{lineOf([]segment{s})}, cell.Lines...)
	table.grow(&table.Rows[0], cell.Lines[0])
	table.Y0 = min(table.Y0, s.base-s.size)
	return true
}

// find looks for a table that starts at band i or a few below it.
func (a *arranger) find(bands [][]segment, i int) (t *aligned, start, end int) {
	ends := endsOf(bands, i)
	for start := i; start < i+tries; start++ {
		for k, end := range ends {
			if k >= tries || end-start < alignedLines {
				break
			}
			if a.failed[[2]int{start, end}] {
				continue
			}
			for _, b := range bands[start:end] {
				for _, s := range b {
					a.tried += len(s.words)
				}
			}
			if a.tried > triedWords {
				return nil, 0, 0
			}
			if t := tryTable(bands[start:end]); t != nil {
				return t, start, end
			}
			a.failed[[2]int{start, end}] = true
		}
	}
	return nil, 0, 0
}

// sideBySide reports whether a band has two pieces, of which the first is more
// than the marker of the second, or two figures.
func sideBySide(b []segment) bool {
	if len(b) > 1 {
		w := b[0].words
		return len(b) > 2 || len(w) > 1 || !isMarker(w[0].Text)
	}
	n := 0
	for _, w := range b[0].words {
		if amount(w.Text) && strings.ContainsAny(w.Text, ".,") {
			n++
		}
	}
	return n > 1
}

// endsOf gives where a table that starts at band i may end, the furthest
// first: after a line of two pieces with which it stops, or before a quieter
// line or a gap.
func endsOf(bands [][]segment, i int) []int {
	var out []int
	quiet, last := 0, i
	for j := i + 1; j < len(bands); j++ {
		b, p := bands[j][0], bands[j-1][0]
		step := (b.base - p.base) / max(b.size, p.size)
		if step > 3 {
			break
		}
		if !sideBySide(bands[j]) {
			if quiet++; quiet > quietLines {
				break
			}
			continue
		}
		if (quiet > 0 || step > 1.8) && last-i+1 >= alignedLines {
			out = append(out, last+1)
		}
		quiet, last = 0, j
	}
	out = append(out, last+1)
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}

// aligned is a table found by its alignment.
type aligned struct {
	bands   [][]segment
	lines   [][]Word // of each band, from left to right
	strips  []strip
	columns []column
	size    float64 // of most of its words
}

// column is what the cells of a column have in common.
type column struct {
	cells, figures, markers, colons, names, words int
	lower, digit                                  int     // cells that start with such
	wrapped                                       int     // that go on with a full line above
	left, right                                   float64 // where the leftmost starts and the rightmost ends
	atLeft                                        int     // cells that start there
}

// tryTable makes a table of all the bands, nil where they are none.
func tryTable(bands [][]segment) *aligned {
	t := &aligned{bands: bands, lines: make([][]Word, len(bands))}
	var rows [][]Word
	for i, b := range bands {
		t.lines[i] = bandWords(b)
		if sideBySide(b) {
			rows = append(rows, t.lines[i])
		}
	}
	if len(rows) < alignedLines {
		return nil
	}
	t.size = usualSize(rows)
	t.strips = stripsOf(rows, len(rows)/10)
	t.dropSparse(rows)
	if len(t.strips) == 0 {
		return nil
	}
	across, filled := 0, 0
	for _, r := range rows {
		if crosses(t.strips, r) > 0 {
			across++
			continue
		}
		if t.filled(r) > 1 {
			filled++
		}
	}
	if filled < alignedLines || across*7 > len(rows) || filled*3 < len(rows)*2 {
		return nil
	}
	t.measure(rows)
	if !t.tabular(len(rows)) {
		return nil
	}
	return t
}

func bandWords(b []segment) []Word {
	var out []Word
	for _, s := range b {
		out = append(out, s.words...)
	}
	return out
}

// dropSparse takes away strips beside which a column has next to nothing.
func (t *aligned) dropSparse(rows [][]Word) {
	for len(t.strips) > 0 {
		counts := make([]int, len(t.strips)+1)
		for _, r := range rows {
			for c, cell := range t.cells(r) {
				if len(cell) > 0 {
					counts[c]++
				}
			}
		}
		least := 0
		for c, n := range counts {
			if n < counts[least] {
				least = c
			}
		}
		if counts[least] >= 2 && counts[least]*10 >= len(rows) {
			return
		}
		drop := least // the narrower strip beside it
		if least == len(t.strips) || least > 0 && width(t.strips[least-1]) < width(t.strips[least]) {
			drop = least - 1
		}
		t.strips = append(t.strips[:drop:drop], t.strips[drop+1:]...)
	}
}

func width(s strip) float64 { return s.x1 - s.x0 }

// cells parts a line at the strips.
func (t *aligned) cells(line []Word) [][]Word {
	out := make([][]Word, len(t.strips)+1)
	for _, w := range line {
		c := columnAt(t.strips, (w.X0+w.X1)/2)
		out[c] = append(out[c], w)
	}
	return out
}

func (t *aligned) filled(line []Word) int {
	n := 0
	for _, c := range t.cells(line) {
		if len(c) > 0 {
			n++
		}
	}
	return n
}

func (t *aligned) measure(rows [][]Word) {
	t.columns = make([]column, len(t.strips)+1)
	for c := range t.columns {
		t.columns[c].left = 1e9
	}
	var cells [][][]Word
	for _, r := range rows {
		cs := t.cells(r)
		cells = append(cells, cs)
		for c, ws := range cs {
			if len(ws) > 0 {
				t.columns[c].left = min(t.columns[c].left, ws[0].X0)
				t.columns[c].right = max(t.columns[c].right, ws[len(ws)-1].X1)
			}
		}
	}
	for i, cs := range cells {
		for c, ws := range cs {
			if len(ws) == 0 {
				continue
			}
			col := &t.columns[c]
			col.add(ws)
			if i > 0 && unicode.IsLower([]rune(ws[0].Text)[0]) {
				above := cells[i-1][c]
				if n := len(above); n > 0 && above[n-1].X1+ws[0].X1-ws[0].X0+0.25*ws[0].Size > col.right {
					col.wrapped++
				}
			}
		}
	}
}

func (c *column) add(ws []Word) {
	c.cells++
	c.words += len(ws)
	if figure(ws) {
		c.figures++
	}
	if len(ws) == 1 && len([]rune(ws[0].Text)) <= 6 && isMarker(ws[0].Text) {
		c.markers++
	}
	if strings.HasSuffix(ws[len(ws)-1].Text, ":") {
		c.colons++
	}
	if named(ws) {
		c.names++
	}
	switch r := []rune(ws[0].Text)[0]; {
	case unicode.IsLower(r):
		c.lower++
	case unicode.IsDigit(r):
		c.digit++
	}
	if ws[0].X0-c.left < 1.5 {
		c.atLeft++
	}
}

// tabular tells a table from what looks like one.
func (t *aligned) tabular(rows int) bool {
	first, n := t.columns[0], len(t.columns)
	figures, names, colons, cells, small, wrapped := 0, 0, 0, 0, 0, 0
	for i, c := range t.columns {
		if c.figures > 1 && 10*c.figures >= 7*(c.cells-1) && (i > 0 || 2*c.markers < c.cells) { // one may be its head
			figures++
		}
		names, colons, cells = names+c.names, colons+c.colons, cells+c.cells
		small, wrapped = small+c.lower+c.digit, wrapped+c.wrapped
	}
	listed := 2*first.markers >= first.cells
	switch {
	case figures >= 2:
		return true
	case listed, 2*colons >= cells, 2*first.colons >= first.cells:
		return false
	case figures == 1:
		last := t.columns[n-1]
		return n > 2 || 10*last.figures >= 7*(last.cells-1) && 10*last.cells >= 6*rows
	case 2*names >= cells, 5*wrapped >= cells: // names, or prose in columns
		return false
	}
	// Words only: they must stand at the same stops, and be few.
	for _, c := range t.columns {
		if 10*c.atLeft < 9*c.cells || c.words > 7*c.cells || 2*c.cells < rows {
			return false
		}
	}
	if n == 2 {
		return rows == len(t.bands) && 3*t.strips[0].wide >= 2*t.strips[0].both
	}
	return rows > alignedLines && 5*small >= cells
}

// head gives how many of the bands just above the table are its head: each
// with a piece over some column.
func (t *aligned) head(bands [][]segment) int {
	n := 0
	below := t.bands[0][0]
	for i := len(bands) - 1; i >= 0; i-- {
		b := bands[i]
		if below.base-b[0].base > 2.5*max(b[0].size, below.size) || len(b) < 2 || t.filled(bandWords(b)) < 2 {
			break
		}
		below = b[0]
		n++
	}
	return n
}

// items gives the rows, in tables, and the lines between them that run across.
func (t *aligned) items(bands [][]segment, a *arranger) []Item {
	var out []Item
	var table *Table
	for i, b := range bands {
		line := bandWords(b)
		begun := i+1 < len(bands) && begins(b, bands[i+1])
		if !sideBySide(b) && !begun && (t.across(b[0]) || t.heads(b[0])) {
			table = nil
			l := lineOf(b)
			l.Left, l.Right, l.Column = a.left, a.right, a.columns
			out = append(out, Item{Line: &l})
			continue
		}
		if table == nil {
			table = &Table{X0: line[0].X0, X1: line[0].X1, Y0: b[0].base - b[0].size}
			out = append(out, Item{Table: table})
		}
		cells := t.split(b)
		if begun {
			cells = make([][]segment, len(t.strips)+1)
			cells[0] = b
		}
		if i > 0 && !begun && t.goesOn(table, cells, b[0].base-bands[i-1][0].base) {
			table.extend(cells)
			continue
		}
		table.add(cells, a.columns)
	}
	return out
}

// across reports whether the only piece of a line runs from one column into
// another.
func (t *aligned) across(s segment) bool {
	for _, o := range t.strips {
		if s.x0 < o.x0 && s.x1 > o.x1-0.1*s.size {
			return true
		}
	}
	return false
}

// begins reports whether a line of one piece is the beginning of the label
// with which the next line starts in small letters: a long one, that runs over
// columns which have nothing beside it.
func begins(b, next []segment) bool {
	if len(b) > 1 || sideBySide(b) || !sideBySide(next) {
		return false
	}
	initial := []rune(next[0].words[0].Text)[0]
	return unicode.IsLower(initial) && next[0].base-b[0].base < 1.35*b[0].size && abs(next[0].x0-b[0].x0) < 2
}

// heads reports whether a lone piece is larger than what is in the table: a
// heading between two of its parts.
func (t *aligned) heads(s segment) bool { return s.size > 1.08*t.size }

// split parts a band at the strips. A word that runs across stands where its
// middle does, a lone piece where it starts.
func (t *aligned) split(b []segment) [][]segment {
	out := make([][]segment, len(t.strips)+1)
	if !sideBySide(b) {
		out[columnAt(t.strips, b[0].words[0].X0)] = b
		return out
	}
	for _, s := range b {
		for _, w := range s.words {
			c := columnAt(t.strips, (w.X0+w.X1)/2)
			if n := len(out[c]); n > 0 {
				last := &out[c][n-1]
				last.words = append(last.words, w)
				last.x1 = max(last.x1, w.X1)
				if w.Size > last.size {
					last.size, last.base = w.Size, w.Base
				}
				continue
			}
			out[c] = []segment{{words: []Word{w}, x0: w.X0, x1: w.X1, base: w.Base, size: w.Size}}
		}
	}
	return out
}

// goesOn reports whether a line goes on with the row above: it stands beside
// it, or closely under it with each of its pieces going on with a cell, be it
// that nothing of it is a figure or that the row has none yet.
func (t *aligned) goesOn(table *Table, cells [][]segment, step float64) bool {
	if len(table.Rows) == 0 {
		return false
	}
	row := table.Rows[len(table.Rows)-1]
	filled, above, under, figures := 0, 0, 0, 0
	size := 0.0
	for c, segs := range cells {
		if len(row.Cells[c].Lines) > 0 {
			above++
		}
		if len(segs) == 0 {
			continue
		}
		filled++
		size = max(size, segs[0].size)
		if figure(segs[0].words) {
			figures++
		}
		if lines := row.Cells[c].Lines; len(lines) > 0 {
			under++
			if !t.wraps(lines[len(lines)-1], segs[0], c) && step > 0.8*size {
				return false
			}
		}
	}
	switch {
	case step <= 0.8*size:
		return true
	case step > 1.35*size || under == 0:
		return false
	case above == 1: // a label begun above the line that has the figures
		return len(cells[0]) > 0 && len(row.Cells[0].Lines) > 0 && figures > 0
	}
	return figures == 0 && under == filled && filled < above
}

// wraps reports whether a piece goes on with the line above it in its cell:
// that one was full, or it starts small.
func (t *aligned) wraps(above Line, s segment, c int) bool {
	first := s.words[0]
	initial := []rune(first.Text)[0]
	if unicode.IsLower(initial) || initial == '(' || c > 0 && len(above.Words) > 1 && hyphened(above) {
		return true
	}
	return above.X1+(first.X1-first.X0)+0.25*s.size > t.rightOf(c)-0.5*s.size && above.Bold == first.Bold
}

func hyphened(l Line) bool { return strings.HasSuffix(l.Words[len(l.Words)-1].Text, "-") }

// rightOf is where the widest cell of a column ends.
func (t *aligned) rightOf(c int) float64 {
	right := 0.0
	for i, b := range t.bands {
		if t.lines[i] == nil || !sideBySide(b) && t.across(b[0]) {
			continue
		}
		for _, w := range t.cells(t.lines[i])[c] {
			right = max(right, w.X1)
		}
	}
	return right
}

func (t *Table) add(cells [][]segment, column int) {
	row := Row{Bold: true}
	for _, segs := range cells {
		cell := Cell{Span: 1}
		if len(segs) > 0 {
			l := lineOf(segs)
			l.Column = column
			cell.Lines = []Line{l}
			row.Bold = row.Bold && l.Bold
			t.grow(&row, l)
		}
		row.Cells = append(row.Cells, cell)
	}
	t.Rows = append(t.Rows, row)
}

func (t *Table) extend(cells [][]segment) {
	row := &t.Rows[len(t.Rows)-1]
	for c, segs := range cells {
		if len(segs) > 0 {
			l := lineOf(segs)
			row.Cells[c].Lines = append(row.Cells[c].Lines, l)
			t.grow(row, l)
		}
	}
}

// grow makes a row and its table large enough for a line.
func (t *Table) grow(r *Row, l Line) {
	top, foot := l.Base-l.Size, l.Base+0.25*l.Size
	if r.Y0 == 0 || top < r.Y0 {
		r.Y0 = top
	}
	r.Y1 = max(r.Y1, foot)
	t.X0, t.X1, t.Y1 = min(t.X0, l.X0), max(t.X1, l.X1), max(t.Y1, foot)
}

func isMarker(s string) bool {
	r := []rune(s)
	return len(r) == 1 || strings.ContainsAny(s, ".)(") && !strings.ContainsAny(s, ",£%")
}

// figure reports whether there are more digits than letters, or a dash where
// a figure would be.
func figure(words []Word) bool {
	digits, letters := 0, 0
	for _, w := range words {
		for _, r := range w.Text {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	return digits > letters || letters == 0 && len(words) == 1 && amount(words[0].Text)
}

// named reports whether the words may be a person's name: a few, each with a
// capital, and no figures.
func named(ws []Word) bool {
	if len(ws) > 6 {
		return false
	}
	for _, w := range ws {
		t := strings.TrimLeft(w.Text, "(“‘'\"")
		if t == "" {
			continue
		}
		switch r := []rune(t)[0]; {
		case unicode.IsUpper(r), t == "and", t == "de", t == "&", t == "–", t == "-", t == "the":
		default:
			return false
		}
	}
	return true
}
