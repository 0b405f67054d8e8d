package text

import (
	"encoding/csv"
	"strings"

	"moothall/ingest/extract"
)

// table gives the rows of a file of values parted by commas, tabs or
// semicolons, as spreadsheets and registers are exported; nil for any other
// text. Prose has commas too, but never as many of them in every line.
func table(s string) []extract.Block {
	head, _, _ := strings.Cut(strings.TrimLeft(s, "\n"), "\n")
	for _, comma := range []rune{',', '\t', ';'} {
		if strings.Count(head, string(comma)) < leastColumns-1 {
			continue
		}
		r := csv.NewReader(strings.NewReader(s))
		r.Comma = comma // FieldsPerRecord is 0: every row as many as the first
		records, err := r.ReadAll()
		if err != nil || len(records) < leastRows {
			continue
		}
		return rows(records)
	}
	return nil
}

const leastColumns, leastRows = 3, 4

func rows(records [][]string) []extract.Block {
	var out []extract.Block
	for _, record := range records {
		b := extract.Block{Kind: extract.Row, Cells: make([]string, len(record))}
		var said []string
		for i, cell := range record {
			b.Cells[i] = Tidy(cell)
			if b.Cells[i] != "" {
				said = append(said, b.Cells[i])
			}
		}
		if b.Text = strings.Join(said, " | "); b.Text == "" {
			continue
		}
		b.Header = len(out) == 0 && headed(record)
		out = append(out, b)
	}
	return out
}

// headed reports whether a first row names its columns: each has a name, and
// no two the same.
func headed(record []string) bool {
	seen := map[string]bool{}
	for _, cell := range record {
		cell = Tidy(cell)
		if cell == "" || seen[cell] || strings.Trim(cell, "0123456789.,-/£%") == "" {
			return false
		}
		seen[cell] = true
	}
	return true
}
