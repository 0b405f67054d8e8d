package minutes

import (
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// few are the items of a short meeting, where nothing can be told by how
// headings go on: one number ("1. Application for a premises licence"), or one
// or two headings without any. It is asked last, and only of a paper that
// says who was there or calls itself minutes: below the last line of that kind
// a heading must stand with something said under it, and some of it must have
// been decided.
func (p *paper) few(m meeting, numbered, plain []candidate) []candidate {
	from, ok := p.belowFront(m)
	if !ok {
		return nil
	}
	for _, set := range [][]candidate{numbered, plain} {
		var heads []candidate
		for _, c := range set {
			if c.line >= from && p.headsSomething(c, m.to) {
				heads = append(heads, c)
			}
		}
		if len(heads) == 0 || len(heads) > 4 || len(set) > 2*len(heads)+2 || set[0].value >= 0 && !counts(heads) {
			continue
		}
		if p.decided(heads[0].line, m.to) {
			return apart(heads)
		}
	}
	return nil
}

// counts reports whether numbers go on one after the other.
func counts(cs []candidate) bool {
	for i := 1; i < len(cs); i++ {
		if cs[i].form != cs[0].form || cs[i].value != cs[i-1].value+1 {
			return false
		}
	}
	return true
}

// belowFront is the line after the last one of the front matter: who was there
// or, where nothing says that, the title of the minutes.
func (p *paper) belowFront(m meeting) (int, bool) {
	from := -1
	for i := m.from; i < m.to && i < m.from+40; i++ {
		if p.present(i) {
			from = i + 1
		}
	}
	if from < 0 {
		from = p.titleOfMinutes(m) + 1
	}
	return from, from > 0
}

// headsSomething reports whether c reads like a title, unlike a sentence or a
// name, and words stand below it that do not.
func (p *paper) headsSomething(c candidate, to int) bool {
	text := p.text(c.line)
	body := c.line + c.lines
	if body >= to || endsSentence(c.title) || c.glued != "" || c.long || utf8.RuneCountInString(c.title) > 160 || strings.HasSuffix(text, ":") && c.value < 0 ||
		closing.MatchString(text) || presentLabel.MatchString(c.title) || announces.MatchString(text) || personal.MatchString(c.title) || decides.MatchString(c.title) ||
		namesPerson.MatchString(c.title) || listsNames.MatchString(c.title) {
		return false
	}
	if c.value < 0 && !c.strong && verbal.MatchString(c.title) {
		return false
	}
	below := p.lines[body]
	return below.Kind != extract.Heading && (endsSentence(p.text(body)) || utf8.RuneCountInString(p.text(body)) > 60 || decides.MatchString(p.text(body)))
}

// decided reports whether anything was decided between from and to.
func (p *paper) decided(from, to int) bool {
	for i := from; i < to; i++ {
		if happened.MatchString(p.text(i)) {
			return true
		}
	}
	return false
}
