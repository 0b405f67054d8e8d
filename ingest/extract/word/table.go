package word

import (
	"encoding/xml"
	"sort"
	"strings"

	"moothall/ingest/extract"
)

// A row is one row of a table as it was read, each cell with its own blocks.
type row struct {
	cells  [][]extract.Block
	header bool
}

// table reads a DOCX table.
func (x *docx) table(s *scan, add func(extract.Block) error) error {
	var inTable func(e xml.StartElement) error
	inTable = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			r, err := x.tableRow(s)
			if err2 := addRow(r, add); err2 != nil {
				return err2
			}
			return err
		case "tblPr", "tblGrid", "del", "Fallback":
			return s.skip()
		}
		return s.children(inTable, nil)
	}
	return s.children(inTable, nil)
}

func (x *docx) tableRow(s *scan) (row, error) {
	var r row
	var inRow func(e xml.StartElement) error
	inRow = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr", "tblPrEx":
			return s.children(func(e xml.StartElement) error {
				if e.Name.Local == "tblHeader" && on(attr(e, "val")) {
					r.header = true
				}
				return s.skip()
			}, nil)
		case "tc":
			var cell []extract.Block
			err := s.children(func(e xml.StartElement) error {
				if e.Name.Local == "tcPr" {
					return s.skip()
				}
				return x.block(s, e, func(b extract.Block) error { cell = append(cell, b); return nil })
			}, nil)
			r.cells = append(r.cells, cell)
			return err
		case "sdtPr", "del":
			return s.skip()
		}
		return s.children(inRow, nil)
	}
	err := s.children(inRow, nil)
	return r, err
}

// mostInCell is how many paragraphs a cell of data has. A table whose cells
// hold more is a frame that the page was laid out in.
const mostInCell = 12

// addRow gives a row as one block, or, where the table only lays out the
// page, what stands in its cells one after the other: a cell alone, one with
// a heading or a table in it, or one as long as a page.
func addRow(r row, add func(extract.Block) error) error {
	full, frame := 0, false
	for _, c := range r.cells {
		blocks := withWords(c)
		if len(blocks) > 0 {
			full++
		}
		frame = frame || len(blocks) > mostInCell
		for _, b := range blocks {
			frame = frame || b.Kind == extract.Row || b.Kind == extract.Heading && len(r.cells) < 3 && len(blocks) > 1
		}
	}
	if full == 0 {
		return nil
	}
	if len(r.cells) == 1 || frame {
		for _, c := range r.cells {
			for _, b := range c {
				if err := add(b); err != nil {
					return err
				}
			}
		}
		return nil
	}
	out := extract.Block{Kind: extract.Row, Header: r.header, Bold: true}
	parts, several := make([][]string, len(r.cells)), false
	for i, c := range r.cells {
		var words []string
		for _, b := range withWords(c) {
			words = append(words, strings.TrimSpace(b.Marker+" "+b.Text))
			out.Bold = out.Bold && b.Bold
			out.Links = append(out.Links, b.Links...)
			out.Size = max(out.Size, b.Size)
		}
		out.Cells = append(out.Cells, strings.Join(words, " "))
		parts[i], several = words, several || len(words) > 1
	}
	if several {
		out.Parts = parts
	}
	out.Text = strings.Join(out.Cells, " | ")
	return add(out)
}

func withWords(blocks []extract.Block) []extract.Block {
	var out []extract.Block
	for _, b := range blocks {
		if hasWords(b.Text) || b.Marker != "" {
			out = append(out, b)
		}
	}
	return out
}

// sortNatural puts "header2" before "header10".
func sortNatural(s []string) {
	sort.Slice(s, func(i, j int) bool {
		if len(s[i]) != len(s[j]) {
			return len(s[i]) < len(s[j])
		}
		return s[i] < s[j]
	})
}
