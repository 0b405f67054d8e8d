package layout

// Rules do not always say where the cells are: a total's row is one box from
// edge to edge with its figures under those above, and a frame around three
// columns of figures stands for each of them. Alignment says it then.

// splitMerged parts the merged cells of a row whose words stand in the table's
// columns: figures, or pieces with wide gaps between them. The columns end
// at xs.
func (r *Row) splitMerged(xs []float64) {
	var out []Cell
	column, some := 0, false
	for _, c := range r.Cells {
		parts := c.atColumns(xs[column : column+c.Span+1])
		some = some || len(parts) > 1
		out = append(out, parts...)
		column += c.Span
	}
	if some {
		r.Cells = out
	}
}

// atColumns parts a cell at the columns it covers, if its one line has figures
// in them.
func (c Cell) atColumns(xs []float64) []Cell {
	if c.Span < 2 || len(c.Lines) != 1 {
		return []Cell{c}
	}
	words := c.Lines[0].Words
	var out []Cell
	from, left := 0, 0
	for k := 1; k < c.Span; k++ {
		i := from
		for i < len(words) && (words[i].X0+words[i].X1)/2 < xs[k] {
			i++
		}
		if i > 0 && i < len(words) && !freeAt(words[i-1], words[i], xs[k]) {
			continue
		}
		out = append(out, cellOf(words[from:i], k-left))
		from, left = i, k
	}
	out = append(out, cellOf(words[from:], c.Span-left))
	filled, figures := 0, 0
	for _, p := range out {
		if len(p.Lines) > 0 {
			filled++
			if figure(p.Lines[0].Words) {
				figures++
			}
		}
	}
	if figures == 0 || filled < 2 {
		return []Cell{c}
	}
	return out
}

// freeAt reports whether the gap between two words of a line may be where one
// column ends and the next begins.
func freeAt(a, b Word, x float64) bool {
	if a.X1 > x+1 || b.X0 < x-1 {
		return false
	}
	gap := b.X0 - a.X1
	return gap >= wideGap*b.Size || amount(b.Text) && (amount(a.Text) || gap >= 0.4*b.Size)
}

func cellOf(words []Word, span int) Cell {
	if len(words) == 0 {
		return Cell{Span: span}
	}
	l := lineOf([]segment{{words: words, x0: words[0].X0, x1: words[len(words)-1].X1, base: words[0].Base, size: words[0].Size}})
	return Cell{Span: span, Lines: []Line{l}}
}

// splitColumns parts the columns between rules in which figures stand side by
// side, line after line.
func (t *Table) splitColumns(columns int) {
	for c := columns - 1; c >= 0; c-- {
		if strips := t.stripsIn(c); len(strips) > 0 {
			for i := range t.Rows {
				t.Rows[i].splitAt(c, strips)
			}
		}
	}
}

// stripsIn finds the strips in a column that lie between figures.
func (t *Table) stripsIn(column int) []strip {
	var lines [][]Word
	figured := 0
	for _, r := range t.Rows {
		i := r.cellAt(column)
		if i < 0 || r.Cells[i].Span != 1 {
			continue
		}
		for _, l := range r.Cells[i].Lines {
			n := 0
			for _, w := range l.Words {
				if amount(w.Text) {
					n++
				}
			}
			if n > 1 && n == len(l.Words) {
				figured++
			}
			lines = append(lines, l.Words)
		}
	}
	if figured < alignedLines || 2*figured < len(lines) {
		return nil
	}
	var out []strip
	for _, s := range stripsOf(lines, len(lines)/8) {
		if 2*s.figures > s.both {
			out = append(out, s)
		}
	}
	return out
}

// cellAt is the cell that begins at a column, -1 where none does.
func (r *Row) cellAt(column int) int {
	for i, c := range r.Cells {
		if column == 0 {
			return i
		}
		if column -= c.Span; column < 0 {
			break
		}
	}
	return -1
}

func (r *Row) splitAt(column int, strips []strip) {
	at := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		if column >= at+c.Span {
			at += c.Span
			continue
		}
		if c.Span > 1 || len(c.Lines) == 0 {
			c.Span += len(strips)
			return
		}
		parts := make([]Cell, len(strips)+1)
		for k := range parts {
			parts[k].Span = 1
		}
		for _, l := range c.Lines {
			in := make([][]Word, len(parts))
			for _, w := range l.Words {
				k := columnAt(strips, (w.X0+w.X1)/2)
				in[k] = append(in[k], w)
			}
			for k := range in {
				parts[k].Lines = append(parts[k].Lines, cellOf(in[k], 1).Lines...)
			}
		}
		r.Cells = append(r.Cells[:i:i], append(parts, r.Cells[i+1:]...)...)
		return
	}
}
