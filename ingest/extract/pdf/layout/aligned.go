package layout

import "strings"

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
	return len(b) == 1 && s.x0 > below[0].x1 && below[0].base-s.base < 1.5*s.size && !sideBySide(b)
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
