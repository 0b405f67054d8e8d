package structure

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"moothall/ingest/extract/pdf/layout"
)

// place is an item of a page: Sheets[page].Items[item].
type place struct{ page, item int }

const (
	edgeLines = 3    // at the top and bottom that may run along
	edgeBand  = 0.15 // of the page's height in which they stand
	often     = 0.4  // of the pages
)

// running is which lines run along, and the page numbers that some of them
// have.
type running struct {
	lines   map[place]bool
	numbers map[place]string
}

// edgeLine is a line at the top or bottom of a page.
type edgeLine struct {
	place
	line *layout.Line
	text string
	top  bool
	loud bool // larger than the text
	free bool // to run along: it is no head of a table

	number int // with which it begins or ends
}

// findRunning finds the lines that run along: the same but for its digits in
// the top or bottom lines of many pages, or at the same place of a few pages
// in a row; lines that count the pages; or a page number by its form.
func findRunning(sheets []Sheet) running {
	out := running{map[place]bool{}, map[place]string{}}
	body := bodySize(sheets)
	seen := map[string][]edgeLine{}
	counted := map[string][]edgeLine{}
	for i, s := range sheets {
		for _, k := range edges(s) {
			l := s.Items[k].Line
			e := edgeLine{place: place{i, k}, line: l, text: lineText(l), top: l.Base <= s.Height/2, loud: l.Size >= 1.12*body, free: true}
			if e.top {
				e.free = !headsTable(s, l)
			}
			// A title that also runs along stands larger on the first page.
			side := "b0:"
			if e.top {
				side = fmt.Sprintf("t%d:", int(l.Size/4))
			}
			if key := masked(e.text); key != "" {
				seen[side+key] = append(seen[side+key], e)
			}
			outer := outermost(s, k)
			if outer && (pageNumber.MatchString(e.text) || !e.top && romanNumber.MatchString(e.text)) {
				out.lines[e.place] = true
			}
			if outer {
				for _, n := range numbersAt(l) {
					at := fmt.Sprint(e.top, n-i)
					e.number = n
					counted[at] = append(counted[at], e)
				}
			}
			if l.Artifact && (l.Base < 0.12*s.Height || l.Base > 0.88*s.Height) {
				out.lines[e.place] = true
			}
		}
	}
	for _, es := range seen {
		out.repeated(es, len(sheets))
	}
	for _, at := range slices.Sorted(maps.Keys(counted)) {
		out.counting(counted[at], len(sheets))
	}
	return out
}

const (
	inARow = 3   // pages one after another with the same line at the same place
	apart  = 4.0 // points by which that place may differ
)

// repeated takes the lines that are the same but for their digits, in the
// order of the pages.
func (r *running) repeated(es []edgeLine, sheets int) {
	pages := 0
	for i, e := range es {
		if i == 0 || es[i-1].page != e.page {
			pages++
		}
	}
	most := pages >= max(2, int(often*float64(sheets)+0.999))
	from := 0
	for i := range es {
		if i+1 < len(es) && es[i].follows(es[i+1]) {
			continue
		}
		stretch := es[from : i+1]
		first := stretch[0].page
		if most {
			first = es[0].page
		}
		if most || stretch[len(stretch)-1].page-first >= inARow-1 && len(stretch) >= inARow && alike(stretch) {
			for _, e := range stretch {
				if e.free && !(e.page == first && e.title()) {
					r.lines[e.place] = true
				}
			}
		}
		from = i + 1
	}
}

// alike reports whether lines are the same with their digits, too.
func alike(es []edgeLine) bool {
	for _, e := range es[1:] {
		if e.text != es[0].text {
			return false
		}
	}
	return true
}

// follows reports whether next is the same line on one of the next two pages,
// as left and right pages may differ, or on the same page.
func (e edgeLine) follows(next edgeLine) bool {
	a, b := e.line, next.line
	return next.page-e.page <= 2 && abs(a.Base-b.Base) <= apart &&
		(abs(a.X0-b.X0) <= apart || abs(a.X1-b.X1) <= apart || abs(a.X0+a.X1-b.X0-b.X1) <= 2*apart)
}

// title reports whether the first of the lines that run along is the title
// that the others repeat.
func (e edgeLine) title() bool { return e.top && e.loud && !e.line.Artifact }

// counting takes the outermost lines that begin or end with a number that is
// as far from the page's on each: "36  BEHAVIOUR" and "A CHAPTER'S NAME  37".
func (r *running) counting(es []edgeLine, sheets int) {
	if len(es) < inARow || 3*len(es) < sheets && len(es) < inARow+2 {
		return
	}
	for _, e := range es {
		if !e.free || len(e.text) > 120 {
			continue
		}
		r.lines[e.place] = true
		if r.numbers[e.place] == "" {
			r.numbers[e.place] = strconv.Itoa(e.number)
		}
	}
}

// numbersAt are the numbers with which a line begins or ends.
func numbersAt(l *layout.Line) []int {
	var out []int
	for i, w := range l.Words {
		if i > 0 && i < len(l.Words)-1 {
			continue
		}
		if n, err := strconv.Atoi(w.Text); err == nil && n > 0 && n < 10_000 {
			out = append(out, n)
		}
	}
	return out
}

// headsTable reports whether a line is of the head of a table below it: it
// stands closely over it, or over another line of the head, and in pieces or
// away from the table's left side.
func headsTable(s Sheet, l *layout.Line) bool {
	for _, it := range s.Items {
		t := it.Table
		if t == nil || t.X0 > l.X0+2*l.Size || t.X1 < l.X1-5*l.Size || t.Y0 < l.Base-l.Size {
			continue
		}
		if foot := lowest(s, l, t.Y0); t.Y0-foot > 1.6*l.Size {
			return false
		}
		pieces := 1
		for i := 1; i < len(l.Words); i++ {
			if l.Words[i].X0-l.Words[i-1].X1 > l.Size {
				pieces++
			}
		}
		return pieces > 1 || l.X0 > t.X0+3*l.Size && !centred(l)
	}
	return false
}

// lowest is the baseline of the last of the lines that follow l closely, one
// under another, down to y.
func lowest(s Sheet, l *layout.Line, y float64) float64 {
	base := l.Base
	for again := true; again; {
		again = false
		for _, it := range s.Items {
			if o := it.Line; o != nil && o.Base > base+1 && o.Base < y && o.Base-base <= 1.6*o.Size {
				base, again = o.Base, true
			}
		}
	}
	return base
}

// bodySize is the size of most letters, in points.
func bodySize(sheets []Sheet) float64 {
	letters := map[int]int{}
	for _, s := range sheets {
		for _, it := range s.Items {
			if it.Line != nil && !it.Line.Turned {
				letters[halves(it.Line.Size)] += textLength(it.Line)
			}
		}
	}
	return commonest(letters)
}

// pageNumber is a line that is nothing but the number of its page.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–— ]*\d{1,4}[-–— ]*|\|? ?page:? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,4} ?(?:of|/) ?\d{1,4}|page \d{1,4} ?\|.*)$`)

// romanNumber is one in front matter.
var romanNumber = regexp.MustCompile(`^[ivxl]{1,6}$`)

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
