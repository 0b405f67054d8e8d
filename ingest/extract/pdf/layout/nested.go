package layout

import (
	"slices"
	"sort"
)

// dropShared keeps the larger of two tables that both have a word: rules that
// only lie near one another may look like two tables, one over the other.
func dropShared(tables []*Table, words []Word) []*Table {
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].words() > tables[j].words() })
	var out []*Table
	for _, t := range tables {
		over := slices.ContainsFunc(out, func(o *Table) bool {
			return o.X0 < t.X1 && o.X1 > t.X0 && o.Y0 < t.Y1 && o.Y1 > t.Y0 && slices.ContainsFunc(words, func(w Word) bool {
				return insideAny([]*Table{o}, w) && insideAny([]*Table{t}, w)
			})
		})
		if !over {
			out = append(out, t)
		}
	}
	return out
}

// dropNested keeps the outermost of tables within tables, but for a frame,
// most of whose words and rows are those of the tables inside. Where a table
// is all that rows of another hold, it takes their place.
func dropNested(tables []*Table) []*Table {
	frame := make([]bool, len(tables))
	for i, o := range tables {
		words, rows := 0, 0
		for j, t := range tables {
			if i != j && t.inside(o) {
				words += t.words()
				rows += len(t.Rows)
			}
		}
		frame[i] = 2*words > o.words() && rows > len(o.Rows)
	}
	var out []*Table
	for i, t := range tables {
		inside := false
		for j, o := range tables {
			if i != j && !frame[j] && t.inside(o) {
				inside = true
				o.nest(t)
			}
		}
		if !inside && !frame[i] {
			out = append(out, t)
		}
	}
	return out
}

// nest puts the rows of a table in place of those that hold nothing else.
func (t *Table) nest(inner *Table) {
	from, to, words := len(t.Rows), 0, 0
	for i, r := range t.Rows {
		if r.Y1 > inner.Y0+near && r.Y0 < inner.Y1-near {
			from, to = min(from, i), i+1
			words += r.words()
		}
	}
	if from < to && words == inner.words() && len(inner.Rows) > to-from {
		t.Rows = slices.Replace(t.Rows, from, to, inner.Rows...)
	}
}

const framedLines = 20 // of text in one cell, as wide as the table, that make it a frame

// frames reports whether a table is only a frame around text: most of its
// words are in one cell from side to side.
func (t *Table) frames() bool {
	for _, r := range t.Rows {
		if len(r.Cells) == 1 && len(r.Cells[0].Lines) >= framedLines && 5*r.words() > 3*t.words() {
			return true
		}
	}
	return false
}

func (t *Table) inside(o *Table) bool {
	return t.X0 >= o.X0-1 && t.X1 <= o.X1+1 && t.Y0 >= o.Y0-1 && t.Y1 <= o.Y1+1 &&
		(t.X1-t.X0)*(t.Y1-t.Y0) < (o.X1-o.X0)*(o.Y1-o.Y0)
}

func (t *Table) words() int {
	n := 0
	for _, r := range t.Rows {
		n += r.words()
	}
	return n
}

func (r *Row) words() int {
	n := 0
	for _, c := range r.Cells {
		for _, l := range c.Lines {
			n += len(l.Words)
		}
	}
	return n
}
