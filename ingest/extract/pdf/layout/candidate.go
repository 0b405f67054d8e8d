package layout

import (
	"strings"
	"unicode"
)

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
