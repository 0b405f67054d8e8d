package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// A text has no pages. One that is long is cut into pieces of about a printed
// page, so that whatever is found in it leads to a place and not to a
// megabyte. A short text stays whole: most papers that reach us as text are
// one page of a site.
const (
	longText   = 12_000 // bytes from which a text is cut
	pieceLeast = 3_000
	pieceMost  = 6_000
)

// cut parts the blocks of a long text between blocks, best before one that
// opens a paragraph of its own. A block longer than a piece is parted after a
// sentence.
func cut(page extract.Page) []extract.Page {
	total := 0
	for _, b := range page.Blocks {
		total += len(b.Text)
	}
	if total < longText {
		return []extract.Page{page}
	}
	blocks := page.Blocks
	if slices.ContainsFunc(blocks, tooLong) {
		blocks = nil
		for _, b := range page.Blocks {
			blocks = append(blocks, parted(b)...)
		}
	}
	var pages []extract.Page
	from, size := 0, 0
	end := func(to int) {
		pages = append(pages, extract.Page{Number: page.Number + len(pages), Blocks: blocks[from:to:to]})
		from, size = to, 0
	}
	for i, b := range blocks {
		if size > 0 && size+len(b.Text) > pieceMost || size > (pieceLeast+pieceMost)/2 && opensParagraph(b) {
			end(i)
		}
		size += len(b.Text)
	}
	end(len(blocks))
	pages[0].Running = page.Running
	return pages
}

func tooLong(b extract.Block) bool { return len(b.Text) > pieceMost && b.Kind != extract.Row }

// opensParagraph reports whether a block cannot go on with the sentence above
// it.
func opensParagraph(b extract.Block) bool {
	first, _ := utf8.DecodeRuneInString(b.Text)
	return b.Kind != extract.Paragraph || !unicode.IsLower(first)
}

// parted cuts a block that is longer than a piece at the ends of sentences, or
// of words where it has none.
func parted(b extract.Block) []extract.Block {
	if !tooLong(b) {
		return []extract.Block{b}
	}
	var out []extract.Block
	rest := b.Text
	for len(rest) > pieceMost {
		at := strings.LastIndex(rest[:pieceMost], ". ") + 1
		if at < pieceLeast {
			at = strings.LastIndexByte(rest[:pieceMost], ' ')
		}
		if at <= 0 {
			for at = pieceMost; at > 0 && !utf8.RuneStart(rest[at]); at-- {
			}
		}
		piece := b
		piece.Text = strings.TrimSpace(rest[:at])
		out = append(out, piece)
		rest, b.Marker = strings.TrimSpace(rest[at:]), ""
		b.Kind, b.Level = extract.Paragraph, 0
	}
	if rest != "" {
		b.Text = rest
		out = append(out, b)
	}
	return out
}
