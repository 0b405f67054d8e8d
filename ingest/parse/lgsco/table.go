package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// columns say where a table of orders has what is to be done, by when, and its
// number; each counts from 1, and 0 is nowhere.
type columns struct{ text, due, label int }

// cellsOf are the cells of a table's row, nil of a paragraph that is none.
func cellsOf(text string) []string {
	if !strings.Contains(text, " | ") {
		return nil
	}
	cells := strings.Split(strings.Trim(text, "| "), " | ")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// row reads a row of a table of orders: its head, or one order.
func (r *reader) row(cells []string) {
	r.goOn()
	if c, ok := orderColumns(cells); ok {
		r.columns = c
		return
	}
	cell := func(i int) string {
		if i == 0 || i > len(cells) {
			return ""
		}
		return cells[i-1]
	}
	text, label := cell(r.columns.text), first(parse.Label(cell(r.columns.label)), r.label)
	if r.columns.text == 0 { // no head: the longest cell says what is to be done
		for _, c := range cells {
			if len(c) > len(text) {
				text = c
			}
		}
		if len(promise.Split(text)) == 0 {
			return
		}
	}
	if text == "" {
		return
	}
	r.out = append(r.out, archive.Remedy{Label: label, Text: text, Due: first(when(cell(r.columns.due)), when(text)), AddressedTo: addressee(text), Status: archive.StatusNotStated, Page: r.page})
}

// orderColumns reads the head of a table of orders.
func orderColumns(cells []string) (columns, bool) {
	var c columns
	for i, cell := range cells {
		switch {
		case len(cell) > 60:
			return c, false
		case dueHead.MatchString(cell):
			c.due = i + 1
		case textHead.MatchString(cell):
			c.text = i + 1
		case labelHead.MatchString(cell):
			c.label = i + 1
		}
	}
	if c.text == 0 && c.label > 0 { // "Order | Due date": the order itself
		c.text, c.label = c.label, 0
	}
	return c, c.text > 0 && (c.due > 0 || c.label > 0)
}

var (
	dueHead   = regexp.MustCompile(`(?i)^(?:due(?: date)?|deadline|by when|date due|timescale|to be done by|compliance date)$`)
	textHead  = regexp.MustCompile(`(?i)^(?:what (?:the )?[\w ]{2,30} (?:must|should) do|(?:agreed |required )?actions?|orders? made|recommendations?|details?|requirement)$`)
	labelHead = regexp.MustCompile(`(?i)^(?:orders?|no\.?|number|ref(?:erence)?)$`)
)
