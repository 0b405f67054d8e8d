package minutes

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// printedAlike are the headings without a number among those that have one:
// printed as they are, at the same edge and one below the other in kind. Ahead
// of the first, where the front matter has headings too, it must be an item
// that almost every meeting has.
//
// Clerks print the headings within an item so too. One that stands under
// another heading, ends in a colon, comes twice or is of a minute's parts is
// such a one, and so are all where there are many: an item without a number is
// an exception.
func (p *paper) printedAlike(chain, plain []candidate) []candidate {
	if len(chain) < 5 {
		return nil
	}
	first := p.lines[chain[0].line]
	if first.Kind != extract.Heading {
		return nil
	}
	same := func(l parse.Line) bool {
		return l.Kind == extract.Heading && l.Level == first.Level && l.Bold == first.Bold && math.Abs(l.X0-first.X0) <= 4
	}
	for _, c := range chain {
		if c.lines > 1 || !same(p.lines[c.line]) {
			return nil
		}
	}
	times := map[string]int{}
	for _, c := range plain {
		times[p.text(c.line)]++
	}
	var out []candidate
	unusual, end := 0, len(p.lines)
	for i := chain[len(chain)-1].line + 1; i < len(p.lines) && i < end; i++ {
		if closing.MatchString(p.text(i)) {
			end = i
		}
	}
	for _, c := range plain {
		text := p.text(c.line)
		if c.lines > 1 || c.line > end || whoWrites.MatchString(text) || !same(p.lines[c.line]) || presentLabel.MatchString(text) || closing.MatchString(text) || nextMeeting.MatchString(text) ||
			annex.MatchString(text) || decides.MatchString(text) || endsSentence(text) || len(strings.Fields(text)) > 12 ||
			strings.HasSuffix(text, ":") || parse.HeadsPart(text) || p.lines[c.line-1].Kind == extract.Heading || times[text] > 1 {
			continue
		}
		if c.line < chain[0].line && !usual(c.title) {
			continue
		}
		if c.line+1 >= len(p.lines) || p.lines[c.line+1].Kind == extract.Heading {
			continue
		}
		if !usual(c.title) {
			unusual++
		}
		out = append(out, c)
	}
	if unusual > max(1, len(chain)/6) {
		out = slices.DeleteFunc(out, func(c candidate) bool { return !usual(c.title) })
	}
	return out
}

// unnumbered chooses among headings without numbers. At least two must be
// items that almost every meeting has; the others must be printed as those
// are.
func (p *paper) unnumbered(cs []candidate) []candidate {
	type style struct {
		kind  extract.BlockKind
		level int
		bold  bool
		caps  bool
	}
	of := func(c candidate) style {
		l := p.lines[c.line]
		if c.runIn && l.Lead > 0 { // printed as a heading in bold, in the same face
			return style{extract.Paragraph, 0, true, capitals(c.title)}
		}
		return style{l.Kind, l.Level, l.Bold, capitals(c.title)}
	}
	// What is printed as a heading may end in a stop or a colon.
	title := func(c candidate) string {
		if l := p.lines[c.line]; c.strong && (l.Bold || l.Kind == extract.Heading || capitals(c.title)) {
			return strings.TrimRight(c.title, " .:")
		}
		return c.title
	}
	labelled := func(c candidate) bool {
		return !c.runIn && strings.Contains(strings.TrimRight(p.text(c.line), " :"), ":")
	}
	known := map[style]int{}
	count := 0
	for _, c := range cs {
		if usual(c.title) && !p.labels(c) && len(strings.Fields(c.title)) <= 9 && !endsSentence(title(c)) && !labelled(c) {
			known[of(c)]++
			count++
		}
	}
	if count < 2 {
		return nil
	}
	var out []candidate
	for _, c := range cs {
		st := of(c)
		c.title = title(c)
		switch {
		case known[st] == 0 || endsSentence(c.title) || len(strings.Fields(c.title)) > 20:
		case !c.strong && !usual(c.title): // nothing marks it as a heading
		case !c.strong && (len(strings.Fields(c.title)) > 9 || strings.Contains(p.text(c.line), ":")):
		case p.labels(c): // "MINUTES: The Committee heard …"
		case underTitle(out, c): // what is said: "Apologies were received from …"
		case presentLabel.MatchString(c.title) || columnHeads.MatchString(c.title):
		default:
			out = append(out, c)
		}
	}
	return apart(out)
}

// labels reports whether c is no title but says what follows it is.
func (p *paper) labels(c candidate) bool {
	return c.glued != "" && capitals(c.title) && label.MatchString(c.title) && strings.HasPrefix(p.text(c.line), c.title+":")
}

// underTitle reports whether c begins what is said straight below the last of
// the headings and takes up its word: that has a line of its own, and c runs
// on.
func underTitle(heads []candidate, c candidate) bool {
	if len(heads) == 0 || c.strong || c.glued == "" {
		return false
	}
	last := heads[len(heads)-1]
	return last.glued == "" && last.line+last.lines == c.line && strings.EqualFold(strings.Fields(last.title)[0], strings.Fields(c.title)[0])
}

// countAnew reports whether the numbers below headings without any count from
// one under each: they are those of points, not of items.
func (p *paper) countAnew(heads, numbered []candidate) bool {
	ones := map[int]bool{}
	for _, c := range numbered {
		if c.value == 1 {
			ones[c.line] = true
		}
	}
	n := 0
	for _, h := range heads {
		if ones[h.line+h.lines] {
			n++
		}
	}
	return len(heads) >= 3 && n >= 2
}

// tabled are the items of minutes laid out as a table without numbers: a title
// in the first cell, what was said beside it. Two at least must be items that
// almost every meeting has, and none stands ahead of the first of them, where
// a table says who was there.
func (p *paper) tabled(cs []candidate) []candidate {
	first, known, cells := -1, 0, 0
	for i, c := range cs {
		if !usual(c.title) || presentLabel.MatchString(c.title) {
			continue
		}
		if known++; first < 0 {
			first, cells = i, len(p.lines[c.line].Cells)
		}
	}
	if known < 2 {
		return nil
	}
	var out []candidate
	for _, c := range cs[first:] {
		if len(p.lines[c.line].Cells) == cells && !columnHead.MatchString(c.title) && !closing.MatchString(c.title) {
			out = append(out, c)
		}
	}
	return out
}

// columnHeads is the row that heads such a table, where it is one line.
var columnHeads = regexp.MustCompile(`^(?i:(?:(?:no|item|agenda|subject|topic|discussion|minutes?|notes|actions?|by|whom|who|when|lead|owner|date|decision|ref|deadline|and|/|&)[ .:|]*){2,})$`)

// columnHead is the first cell of a row that heads a table of minutes.
var columnHead = regexp.MustCompile(`^(?i:(?:agenda )?items?(?: no\.?)?|no\.?|ref\.?|subject|topic|date|time|venue|name)$`)
