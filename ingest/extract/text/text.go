// Package text reads plain text into blocks, and holds what every reader of
// words needs: decoding bytes, tidying white space, and telling a list
// marker from what it marks.
//
// Plain text comes to us as the text rendition of a page (a paragraph to a
// line), as exported from Word (the same, without blank lines) and as printed
// by a program that breaks lines at a width. Each is read as its paragraphs.
package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// Engine names this reader and its version.
const Engine = "text/3"

// Read gives the paragraphs of a plain text, or the rows of one that is a
// table of values. A form feed begins a new page; a text without any is one
// page, or several of about a printed page's length where it is long. There is no text that Read refuses: bytes
// that are no letters of any encoding come out as U+FFFD.
func Read(raw []byte) (extract.Paper, error) {
	p := extract.Paper{Media: "text", Engine: Engine}
	s := strings.ReplaceAll(strings.ReplaceAll(Decode(raw), "\r\n", "\n"), "\r", "\n")
	if rows := table(s); rows != nil {
		p.Pages = cut(extract.Page{Number: 1, Blocks: rows})
		return p, nil
	}
	width := wrapWidth(s)
	sheets := strings.Split(strings.TrimRight(s, "\f\n "), "\f")
	for i, sheet := range sheets {
		page := extract.Page{Number: i + 1}
		page.Blocks = slices.DeleteFunc(blocks(sheet, width), func(b extract.Block) bool {
			furniture := Furniture(b.Text)
			if furniture {
				page.Running = append(page.Running, b.Text)
			}
			return furniture
		})
		if len(page.Blocks) == 0 && len(sheets) > 1 {
			page.Unread = "the page has no text"
		}
		p.Pages = append(p.Pages, page)
	}
	if len(p.Pages) == 1 {
		p.Pages = cut(p.Pages[0])
	}
	return p, nil
}

// Furniture reports whether a paragraph is only a page's own machinery: the
// link back to its top, which pages repeat after every section. It is kept as
// a running line.
func Furniture(s string) bool {
	return furniture[strings.ToLower(strings.Trim(Tidy(s), " .^↑"))]
}

var furniture = map[string]bool{"back to top": true, "return to top": true, "top of page": true, "skip to main content": true, "skip to content": true, "share this item": true}

// blocks parts one page into paragraphs. width is where its lines were
// broken, 0 where each line is a paragraph of its own.
func blocks(s string, width int) []extract.Block {
	var out []extract.Block
	var para []string // the lines of the paragraph we are in, as they stand in the file
	last := ""        // the last of them
	flush := func() {
		if b, ok := Block(strings.Join(para, " ")); ok {
			out = append(out, b)
		}
		para, last = para[:0], ""
	}
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRight(line, " \t\v\u00a0")
		switch {
		case Tidy(line) == "":
			flush()
			continue
		case last != "" && !runsOn(last, line, width):
			flush()
		}
		para = append(para, line)
		last = line
	}
	flush()
	SetLevels(out)
	return out
}

// RowClass is the class of what begins with a bar: a row of a table flattened
// to text, or the first line of one.
const RowClass = "row"

// Block makes a block of one paragraph as it stands in the file: an Entry
// where a marker opens it, a Row where bars part it into cells, else a
// Paragraph. ok is false where there are no words. Levels are left to
// SetLevels.
func Block(raw string) (b extract.Block, ok bool) {
	switch cells := barred(raw); {
	case len(cells) > 1:
		return extract.Block{Kind: extract.Row, Cells: cells, Text: strings.Join(cells, " | "), Class: RowClass}, true
	case len(cells) == 1:
		raw, b.Class = cells[0], RowClass
	case cells != nil:
		return b, false // the rule under a table's head
	}
	marker, rest, marked := Marker(raw)
	b.Marker, b.Text = marker, Tidy(rest)
	if marked {
		b.Kind = extract.Entry
	}
	return b, b.Text != "" || b.Marker != ""
}

// barred gives the cells of a table row flattened to text, "| 5. | Title |",
// without the empty ones; nil for a line that does not begin with a bar.
func barred(line string) []string {
	t := strings.TrimSpace(line)
	if t == "" || t[0] != '|' {
		return nil
	}
	cells := []string{}
	for _, c := range strings.Split(strings.Trim(t, "|"), "|") {
		if c = Tidy(c); strings.Trim(c, "-–—:= ") != "" {
			cells = append(cells, c)
		}
	}
	return cells
}

// wrapWidth says at which width a program broke the lines of a text, or 0 if
// it did not: one long line among others, or hardly any in which a sentence
// goes on from the one above, prove that a line is a paragraph. A long line
// between blank ones does not: printed minutes have their front in one, and
// the rest broken.
func wrapWidth(s string) int {
	const longest, shortest, broken = 130, 45, 2
	var widths []int
	lines := strings.Split(s, "\n")
	blank := func(i int) bool { return i < 0 || i >= len(lines) || Tidy(lines[i]) == "" }
	apart, goesOn := false, 0
	for i, line := range lines {
		if blank(i) {
			continue
		}
		n := utf8.RuneCountInString(strings.TrimRight(line, " \t\u00a0"))
		switch {
		case n <= longest:
			widths = append(widths, n)
		case blank(i-1) && blank(i+1):
			apart = true
		default:
			return 0
		}
		if !blank(i+1) && midSentence(line, lines[i+1]) {
			goesOn++
		}
	}
	if len(widths) < 4 || goesOn < broken || apart && goesOn == broken {
		return 0
	}
	slices.Sort(widths)
	w := widths[len(widths)*95/100]
	near := len(widths) - lowerBound(widths, w*3/4)
	if w < shortest || near*5 < len(widths) {
		return 0
	}
	return w
}

// midSentence reports whether the sentence of line a goes on in line b.
func midSentence(a, b string) bool {
	end, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(a))
	start, _ := utf8.DecodeRuneInString(strings.TrimSpace(b))
	return unicode.IsLower(start) && !strings.ContainsRune(".:;!?", end)
}

func lowerBound(sorted []int, v int) int {
	i, _ := slices.BinarySearch(sorted, v)
	return i
}

// runsOn reports whether line goes on with the paragraph whose last line is
// before: the break fell where the next word no longer fitted.
func runsOn(before, line string, width int) bool {
	if width == 0 {
		return false
	}
	if _, _, marked := Marker(line); marked || barred(line) != nil || barred(before) != nil {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	fits := utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) <= width*92/100
	if fits { // a line that stops early ends its paragraph, unless the sentence plainly goes on
		return midSentence(before, word)
	}
	return true
}
