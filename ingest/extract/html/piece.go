package html

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// A piece is the words gathered for one block, as they stand in the page.
type piece struct {
	raw    strings.Builder
	breaks []lineBreak
	links  []extract.Link
	bold   int // letters in bold
	all    int // letters
	faces  []face
}

// A face is where bold letters begin or end.
type face struct {
	at   int
	bold bool
}

// A lineBreak is where a line break was asked for, and how many letters stood
// before it.
type lineBreak struct{ at, bold, all int }

func (p *piece) breakLine() {
	p.breaks = append(p.breaks, lineBreak{p.raw.Len(), p.bold, p.all})
	p.raw.WriteByte('\n')
}

// begin notes the state of the first thing said in a block.
func (w *walker) begin(s state) {
	if w.cur.raw.Len() == 0 && len(w.cur.links) == 0 {
		w.state = s
	}
}

func (w *walker) say(words string, s state) {
	if w.cur.raw.Len() == 0 && len(w.cur.links) == 0 || w.cur.all == 0 {
		// Space before the first word says nothing; the state is the
		// word's own.
		w.state = s
	}
	at := w.cur.raw.Len()
	w.cur.raw.WriteString(words)
	for _, r := range words {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if n := len(w.cur.faces); unicode.IsLetter(r) && (n == 0 && s.bold || n > 0 && w.cur.faces[n-1].bold != s.bold) {
				w.cur.faces = append(w.cur.faces, face{at, s.bold})
			}
			w.cur.all++
			if s.bold {
				w.cur.bold++
			}
		}
	}
}

// flush ends the block whose words were gathered.
func (w *walker) flush() {
	cur, s := w.cur, w.state
	w.cur, w.state = piece{}, state{}
	if text.Tidy(cur.raw.String()) == "" && len(cur.links) == 0 {
		return
	}
	if !w.wanted(s) || text.Furniture(cur.raw.String()) {
		if t := text.Tidy(cur.raw.String()); t != "" {
			w.running = append(w.running, t)
		}
		return
	}
	for i, part := range cur.parts() {
		b := s.block(part.words)
		if b.Text == "" && b.Marker == "" && (i > 0 || len(cur.links) == 0) {
			continue
		}
		if i == 0 {
			b.Links = cur.links
		}
		b.Bold = part.bold*2 > part.all && part.all > 0
		b.Lead = text.Lead(b.Text, part.lead)
		w.blocks = append(w.blocks, b)
	}
}

// wanted reports whether a block is part of the page's content. A heading of
// the first level is too, where the main part has none: many sites put it
// above.
func (w *walker) wanted(s state) bool {
	if w.mains != nil {
		return s.main || !w.titled && s.kind == extract.Heading && s.level == 1
	}
	return !s.around
}

// A part is the words between two of the breaks that end a paragraph.
type part struct {
	words     string
	bold, all int
	lead      string // the bold words it begins with
}

// parts cuts the words at those line breaks that end a paragraph: after a
// full stop or a colon, before a list marker or a label, at an empty line, and
// where a heading in bold or with a number ends. Others only break a line (an address, a
// wrapped sentence).
func (p *piece) parts() []part {
	raw := p.raw.String()
	end := lineBreak{len(raw), p.bold, p.all}
	var parts []part
	from, line := lineBreak{}, lineBreak{}
	for i, here := range p.breaks {
		next := end
		if i+1 < len(p.breaks) {
			next = p.breaks[i+1]
		}
		before, after := text.Tidy(raw[max(from.at, lastRune(raw, here.at-80)):here.at]), raw[here.at:next.at]
		_, _, marked := text.Marker(after)
		_, _, numbered := text.Marker(raw[from.at:here.at])
		empty := text.Tidy(after) == ""
		headed := allBold(line, here) && next.all > here.all && next.bold == here.bold
		line = here
		if before == "" || !(marked || empty || headed || numbered && lineEnds(before, text.Tidy(after)) || strings.ContainsAny(before[len(before)-1:], ".:;!?") || labelled.MatchString(text.Tidy(after))) {
			continue
		}
		parts = append(parts, part{raw[from.at:here.at], here.bold - from.bold, here.all - from.all, p.lead(from.at, here.at)})
		from = here
	}
	return append(parts, part{raw[from.at:], end.bold - from.bold, end.all - from.all, p.lead(from.at, end.at)})
}

// lead is what of the words between two places is bold from their first letter
// on.
func (p *piece) lead(from, to int) string {
	raw := p.raw.String()
	bold := false
	for _, f := range p.faces {
		switch {
		case f.at >= to:
		case f.at <= from || strings.IndexFunc(raw[from:f.at], unicode.IsLetter) < 0:
			bold = f.bold
			continue
		case bold:
			return raw[from:f.at]
		default:
			return ""
		}
		break
	}
	if bold {
		return raw[from:to]
	}
	return ""
}

// lineEnds reports whether a line is too short to have been wrapped, leaves
// nothing open, and the next begins anew. A numbered line is an item's title
// then.
func lineEnds(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	return utf8.RuneCountInString(before) < 60 && (unicode.IsUpper(first) || unicode.IsDigit(first) || first == '£') && !leavesOpen.MatchString(before)
}

var leavesOpen = regexp.MustCompile(`(?i)(?:\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at|cllrs?|mrs?|ms|dr|councillors?)|[,–—&/(-])$`)

// allBold reports whether each letter between two places is bold. A number
// ahead of a heading need not be.
func allBold(from, to lineBreak) bool {
	all := to.all - from.all
	return all > 3 && to.bold-from.bold >= all-3
}

// lastRune is i moved back to where a rune starts, at least 0.
func lastRune(s string, i int) int {
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return max(i, 0)
}

var labelled = regexp.MustCompile(`^[A-Z][A-Za-z' ]{2,40}\??:`)

// block makes a block of words said in state s.
func (s state) block(raw string) extract.Block {
	b := extract.Block{Kind: s.kind, Level: s.level, Class: s.class}
	if s.kind == extract.Entry {
		if s.entry != nil && *s.entry {
			b.Kind = extract.Paragraph
		} else if s.entry != nil {
			*s.entry = true
			b.Marker = s.marker
		}
	}
	marker, rest, marked := text.Marker(raw)
	switch {
	case !marked || b.Kind == extract.Heading:
		b.Text = text.Tidy(raw)
	case b.Kind == extract.Entry:
		// The entry prints a marker of its own inside the list's; a bullet
		// of the list's making gives way to it.
		if b.Marker == "•" {
			b.Marker, b.Text = marker, text.Tidy(rest)
		} else {
			b.Text = text.Tidy(raw)
		}
	default:
		b.Kind, b.Level, b.Marker, b.Text = extract.Entry, s.word, marker, text.Tidy(rest)
	}
	return b
}
