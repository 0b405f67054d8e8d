package minutes

import (
	"math"
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
		kind extract.BlockKind
		bold bool
		caps bool
	}
	of := func(c candidate) style {
		l := p.lines[c.line]
		return style{l.Kind, l.Bold, capitals(c.title)}
	}
	known := map[style]int{}
	count := 0
	for _, c := range cs {
		if usual(c.title) && len(strings.Fields(c.title)) <= 9 && !endsSentence(c.title) && !strings.Contains(p.text(c.line), ":") {
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
		switch {
		case known[st] == 0 || endsSentence(c.title) || len(strings.Fields(c.title)) > 20:
		case !c.strong && !usual(c.title): // nothing marks it as a heading
		case !c.strong && (len(strings.Fields(c.title)) > 9 || strings.Contains(p.text(c.line), ":")):
		case presentLabel.MatchString(c.title):
		default:
			out = append(out, c)
		}
	}
	return apart(out)
}
