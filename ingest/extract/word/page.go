package word

import (
	"errors"
	"strings"
	"unicode"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// A page gathers the blocks of a file.
type page struct {
	blocks  []extract.Block
	notes   []extract.Block // footnotes and endnotes, in the order of their marks
	running []string
	doubts  []string
	title   string
	words   int // bytes of text so far
}

// What a file may hold. A paper of a thousand pages has some four million
// letters.
const (
	maxText   = 48 << 20
	maxBlocks = 500_000
	maxDepth  = 200 // of XML elements or RTF groups
)

var (
	errTooLong = errors.New("it holds more text than a paper can; split it")
	errTooDeep = errors.New("it is nested deeper than any paper; save it anew and try again")
)

func (p *page) add(b extract.Block) error {
	if !hasWords(b.Text) && b.Marker == "" {
		return nil
	}
	p.words += len(b.Text)
	if p.words > maxText || len(p.blocks) >= maxBlocks {
		return errTooLong
	}
	p.blocks = append(p.blocks, b)
	return nil
}

// run adds a running header's or footer's line, once.
func (p *page) run(line string) {
	line = text.Tidy(line)
	if !hasWords(line) {
		return
	}
	for _, r := range p.running {
		if r == line {
			return
		}
	}
	p.running = append(p.running, line)
}

// paper makes the paper of what was gathered.
func (p *page) paper(media, engine string) extract.Paper {
	blocks := append(p.blocks, p.notes...)
	text.SetLevels(blocks)
	one := extract.Page{Number: 1, Blocks: blocks, Running: p.running}
	if len(blocks) == 0 {
		one.Unread = "the file holds no text"
	}
	return extract.Paper{Media: media, Engine: engine, Title: text.Tidy(p.title), Pages: []extract.Page{one}, Doubts: p.doubts}
}

func hasWords(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && r != '|' && r != '\u00a0' }) >= 0
}

// typedMarker parts off a marker that was typed and not made by a list, and
// makes the block an entry. A heading keeps the words and gains the marker.
func typedMarker(b *extract.Block, raw string) {
	if b.Marker != "" || b.Kind == extract.Row {
		return
	}
	m, rest, ok := text.Marker(raw)
	if !ok || text.Tidy(rest) == "" && b.Kind == extract.Heading {
		return
	}
	b.Marker, b.Text = m, text.Tidy(rest)
	if b.Kind == extract.Paragraph {
		b.Kind = extract.Entry
	}
}

// signs are letters of the font Symbol that say something, for a run of words
// in which they stand for themselves.
var signs = map[rune]rune{
	0xF0A3: '≤', 0xF0B3: '≥', 0xF0B1: '±', 0xF0B4: '×', 0xF0B8: '÷', 0xF0B0: '°', 0xF0B9: '≠', 0xF0A2: '′', 0xF0B2: '″', 0xF0BC: '…', 0xF0AE: '→',
	0xF061: 'α', 0xF062: 'β', 0xF064: 'δ', 0xF06D: 'μ', 0xF070: 'π', 0xF073: 'σ', 0xF057: 'Ω', 0xF044: 'Δ', 0xF053: 'Σ',
}

// symbols are what the letters of Word's picture fonts look like: the bullets
// that lists are made with.
func symbol(r rune) rune {
	switch {
	case r < 0xF000 || r > 0xF0FF:
		return r
	case r == 0xF0B7 || r == 0xF06C || r == 0xF09F || r == 0xF0A1:
		return '•'
	case r == 0xF0A7 || r == 0xF06E || r == 0xF0A8:
		return '▪'
	case r == 0xF0D8 || r == 0xF0E0:
		return '➢'
	case r == 0xF0FC:
		return '✓'
	case r == 0xF02D:
		return '–'
	}
	return '•'
}
