package report

import (
	"regexp"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// row reads the cells of a table's row: a label and its value, several such
// pairs, "Label: value" in one cell, or the values below a row of labels.
func (f *front) row(cells, above []string) {
	if len(cells) == len(above) && len(cells) > 1 && allLabels(above) && !allLabels(cells) {
		for i, c := range cells {
			f.add(labelOf(above[i]), above[i], c)
		}
		return
	}
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		if k := labelOf(c); k != none {
			value := ""
			if i+1 < len(cells) && labelOf(cells[i+1]) == none && len(labelPieces(cells[i+1])) == 0 {
				value = cells[i+1]
				i++
			}
			f.add(k, c, value)
			continue
		}
		if !f.labelled(c) && !f.goesOn(c, 0) && hasWords(c) {
			f.loose = append(f.loose, parse.Line{Block: extract.Block{Text: c}})
		}
	}
}

func allLabels(cells []string) bool {
	for _, c := range cells {
		if labelOf(c) == none {
			return false
		}
	}
	return len(cells) > 0
}

func (f *front) add(k key, label, value string) {
	x := field{key: k, label: label}
	if value = strings.TrimSpace(value); value != "" {
		x.values = []string{value}
	}
	f.fields = append(f.fields, x)
}

// labelled reads a line that holds one or more labels.
func (f *front) labelled(text string) bool {
	if k := labelOf(text); k != none && len(text) < 80 {
		f.add(k, text, "")
		return true
	}
	if m := answered.FindStringSubmatch(text); m != nil && len(text) < 100 {
		f.add(other, m[1], m[2])
		return true
	}
	pieces := labelPieces(text)
	if len(pieces) == 0 {
		if k, at := f.openingLabel(text); k != none {
			f.add(k, text[:at], text[at:])
			return true
		}
		return false
	}
	defer f.share(len(f.fields))
	for i, p := range pieces {
		end := len(text)
		if i+1 < len(pieces) {
			end = pieces[i+1].start
		}
		f.add(p.key, text[p.start:p.end], text[p.end:end])
	}
	return true
}

// openingLabel finds the label of two words or more that opens a line without
// a colon, "Report author Head of Finance", and where it ends. Only below a
// label that has no colon either is it one.
func (f *front) openingLabel(text string) (key, int) {
	if len(f.fields) == 0 || strings.HasSuffix(f.fields[len(f.fields)-1].label, ":") {
		return none, 0
	}
	starts := wordStarts(text, 0, min(len(text), 60))
	for i := len(starts) - 1; i >= 2; i-- {
		if rest := text[starts[i]:]; rest[0] >= 'A' && rest[0] <= 'Z' {
			if k := labelOf(text[:starts[i]]); k == contact || k == author || k == from || k == other {
				return k, starts[i]
			}
		}
	}
	return none, 0
}

// answered is a question of the template with its answer: "Is the decision
// eligible for call-in? Yes".
var answered = regexp.MustCompile(`^([A-Z][^?]{8,80}\?)\s*(Yes|No|N/A|YES|NO)\b`)

// share marks labels that stand in one line with no values between them: the
// head of a table whose ruling was lost.
func (f *front) share(from int) {
	for i := from + 1; i < len(f.fields); i++ {
		f.fields[i].shared = len(f.fields[i-1].values) == 0 && len(f.fields[i].values) == 0
	}
}

// A piece is where a label stands in a line, its colon included.
type piece struct {
	key        key
	start, end int
}

// labelPieces finds the labels in a line: one that opens it, and others with a
// capital further on, for a layout may put "To: Cabinet Date: 5 June" in one.
func labelPieces(text string) []piece {
	var found []piece
	for from := 0; ; {
		colon := strings.IndexByte(text[from:], ':')
		if colon < 0 {
			return found
		}
		colon += from
		if p, ok := labelBefore(text, from, colon); ok && (len(found) > 0 || p.start == 0) {
			found = append(found, p)
		}
		from = colon + 1
	}
}

// labelBefore finds the longest label that ends at the colon.
func labelBefore(text string, from, colon int) (piece, bool) {
	words := wordStarts(text, from, colon)
	for _, at := range words {
		if colon-at > 70 {
			continue
		}
		first := text[at]
		if first < 'A' || first > 'Z' || at > from+1 && endsBody.MatchString(text[at:colon]) {
			continue
		}
		if k := labelOf(text[at:colon]); k != none {
			return piece{k, at, colon + 1}, true
		}
	}
	return piece{}, false
}

// endsBody is a word that ends a body's name and may begin a label: "Report
// to: Environment Committee Date: 14 March".
var endsBody = regexp.MustCompile(`^(?:Committee|Council|Cabinet|Board|Panel) `)

func wordStarts(s string, from, to int) []int {
	var at []int
	space := true
	for i := from; i < to; i++ {
		if s[i] == ' ' || s[i] == '|' {
			space = true
			continue
		}
		if space {
			at = append(at, i)
		}
		space = false
	}
	return at
}
