package structure

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// place is an item of a page: Sheets[page].Items[item].
type place struct{ page, item int }

const (
	edgeLines = 3    // at the top and bottom that may run along
	edgeBand  = 0.15 // of the page's height in which they stand
	often     = 0.4  // of the pages
)

// findRunning finds the lines that run along: the same but for its digits in
// the top or bottom lines of many pages, or a page number by its form.
func findRunning(sheets []Sheet) map[place]bool {
	out := map[place]bool{}
	seen := map[string]map[int][]place{}
	for i, s := range sheets {
		for _, k := range edges(s) {
			l := s.Items[k].Line
			key := masked(lineText(l))
			// A title that also runs along stands larger on the first page.
			side := fmt.Sprintf("t%d:", int(l.Size/4))
			if l.Base > s.Height/2 {
				side = "b0:"
			}
			if seen[side+key] == nil {
				seen[side+key] = map[int][]place{}
			}
			seen[side+key][i] = append(seen[side+key][i], place{i, k})
			if pageNumber.MatchString(lineText(l)) && outermost(s, k) {
				out[place{i, k}] = true
			}
			if l.Artifact && (l.Base < 0.12*s.Height || l.Base > 0.88*s.Height) {
				out[place{i, k}] = true
			}
		}
	}
	need := max(2, int(often*float64(len(sheets))+0.999))
	for key, pages := range seen {
		if len(pages) < need || len(strings.TrimSpace(key[3:])) == 0 {
			continue
		}
		for _, at := range pages {
			for _, p := range at {
				out[p] = true
			}
		}
	}
	return out
}

// pageNumber is a line that is nothing but the number of its page.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–— ]*\d{1,4}[-–— ]*|\|? ?page:? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,4} ?(?:of|/) ?\d{1,4}|page \d{1,4} ?\|.*)$`)

var numberIn = regexp.MustCompile(`(?i)(?:page:? ?)?(\d{1,4})(?: ?(?:of|/) ?\d{1,4})?`)

// printedNumber is the page number in a running line, or "".
func printedNumber(text string) string {
	if pageNumber.MatchString(text) {
		return numberIn.FindStringSubmatch(text)[1]
	}
	if m := pageWord.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

var pageWord = regexp.MustCompile(`(?i)\bpage:? ?(\d{1,4})\b`)

// outermost reports whether no line stands further out on the page.
func outermost(s Sheet, k int) bool {
	base := s.Items[k].Line.Base
	for _, it := range s.Items {
		if it.Table != nil {
			if it.Table.Y0 > base && base > s.Height/2 || it.Table.Y1 < base && base < s.Height/2 {
				return false
			}
			continue
		}
		if it.Line.Turned {
			continue
		}
		if base > s.Height/2 && it.Line.Base > base+1 || base <= s.Height/2 && it.Line.Base < base-1 {
			return false
		}
	}
	return base > 0.85*s.Height || base < 0.12*s.Height
}

// edges gives the items that are lines among the top and bottom ones.
func edges(s Sheet) []int {
	var out []int
	for k, it := range s.Items {
		if it.Line == nil || it.Line.Turned {
			continue
		}
		above, below := map[int]bool{}, map[int]bool{}
		for _, o := range s.Items {
			if o.Table != nil {
				for r := range o.Table.Rows {
					if y := o.Table.Rows[r].Y0; y < it.Line.Base {
						above[int(y)] = true
					} else {
						below[int(y)] = true
					}
				}
				continue
			}
			switch d := o.Line.Base - it.Line.Base; {
			case o.Line.Turned:
			case d < -2:
				above[int(o.Line.Base/2)] = true
			case d > 2:
				below[int(o.Line.Base/2)] = true
			}
			if len(above) >= edgeLines && len(below) >= edgeLines {
				break
			}
		}
		y := it.Line.Base / max(s.Height, 1)
		if len(above) < edgeLines && y < edgeBand || len(below) < edgeLines && y > 1-edgeBand {
			out = append(out, k)
		}
	}
	return out
}

// masked is a line with its digits alike, so that "Page 3" and "Page 4" are
// one.
func masked(text string) string {
	var b strings.Builder
	digit := false
	for _, r := range strings.ToLower(text) {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('0')
			}
			digit = true
			continue
		}
		digit = false
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
