package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// What is minuted between the exclusion of the public and its return is
// private, whether a heading that counts stands above it or not. Lines of it
// that lie within a public item, or in none, become entries of their own,
// which are exempt: a paper's text that no item holds is public.

// A span is lines from to to (exclusive).
type span struct{ from, to int }

// opensPrivate reports whether line j, in the middle of what is said under an
// item, opens the private part of the meeting: a heading that says so in full,
// for a report has a "Part 2" too.
func (p *paper) opensPrivate(j int) bool {
	text := strings.TrimSpace(p.text(j))
	if utf8.RuneCountInString(text) > 100 || endsSentence(text) {
		return false
	}
	if closedInFull.MatchString(text) {
		return true
	}
	l := p.lines[j]
	return closedAlone.MatchString(text) && (l.Kind == extract.Heading || l.Bold || capitals(text))
}

var (
	closedInFull = regexp.MustCompile(`^(?i:part (?:ii|2|b|two)\s*[-–—:(]+\s*(?:closed|private|exempt|confidential|restricted|not for publication|(?:press and )?public excluded)\b.{0,40})$`)
	closedAlone  = regexp.MustCompile(`^(?i:(?:(?:closed|private|confidential|exempt|restricted|non-public) (?:session|part|items?|business|section)|not for publication|(?:press and public|public and press) excluded)\b.{0,40})$`)
)

// privateMinutes heads the minutes of the private part, where items are below
// it; as an item of its own it is about the minutes of an earlier meeting.
var privateMinutes = regexp.MustCompile(`^(?i:(?:confidential|exempt|private|restricted|closed) (?:minutes|section))$`)

// divider is what line i says of the items below it.
func (p *paper) divider(i int) division {
	text := strings.TrimSpace(p.text(i))
	if !privateMinutes.MatchString(text) {
		return divider(text)
	}
	if i+1 < len(p.lines) {
		if c, ok := p.candidate(i + 1); ok && c.number != "" && !c.long && titled(c.title) {
			return closedPart
		}
	}
	return noDivider
}

// privateIn are the lines from e.body to full, where the next item begins, in
// which the public is not there; and whether it is still out at the end. An
// exempt entry holds its own lines, to e.to, already.
func (p *paper) privateIn(e entry, full int, private, last bool) (out []span, after bool) {
	from := -1
	if private {
		from = e.body
	}
	if excludes(e.glued, e.title) {
		from, private = e.body, true
	}
	if excludes(e.title, "") && e.body == full {
		private = true
	}
	shut := func(to int) {
		if from >= 0 && from < to {
			out = append(out, span{from, to})
		}
		from, private = -1, false
	}
	for j := e.body; j < full; j++ {
		text := p.text(j)
		d := p.divider(j)
		switch {
		case last && p.ends(j, full, e.title, false):
			still := private
			shut(j)
			return out, still
		case private && (d == openPart && j >= e.to || readmitted.MatchString(text) && !announced.MatchString(text)):
			if utf8.RuneCountInString(text) > 160 && d != openPart { // it may tell of both
				j++
			}
			shut(min(j, full))
		case !private && (d == closedPart && j >= e.to || p.opensPrivate(j)):
			from, private = j, true
		case !private && (excludes(text, e.title) || j > e.body && exclusion.MatchString(p.text(j-1)) && excludes(text, p.text(j-1))):
			from, private = j+1, true
		}
	}
	still := private
	shut(full)
	return out, still
}

// parted takes the private lines out of an entry that is public, and makes
// entries of them and of those below it that no item holds.
func (p *paper) parted(e entry, spans []span) []entry {
	var more []entry
	first := true
	if !e.exempt { // the paragraph that excludes the public may tell all
		e.exempt = goesOn(e.glued, e.title)
		for j := e.body; j < e.to && !e.exempt; j++ {
			e.exempt = goesOn(p.text(j), e.title)
		}
	}
	for _, s := range spans {
		if e.exempt {
			s.from = max(s.from, e.to)
		}
		if s.from >= s.to || !p.tellsMore(s) {
			continue
		}
		if !e.exempt && first && s.from <= e.body+1 && s.from <= e.to && s.to >= e.to && !exclusion.MatchString(e.title) && !p.opensPrivate(s.from) && p.divider(s.from) == noDivider {
			e.exempt, first = true, false
			continue
		}
		first = false
		switch {
		case s.from >= e.to:
		case s.to >= e.to:
			e.to = s.from
		default:
			e.aside = append(e.aside, s)
		}
		more = append(more, p.privateItems(e, s)...)
	}
	return append([]entry{e}, more...)
}

// tellsMore reports whether lines say more than that the public was excluded,
// why, for which items, and who left.
func (p *paper) tellsMore(s span) bool {
	for j := s.from; j < s.to; j++ {
		text := p.text(j)
		if p.divider(j) != noDivider || p.opensPrivate(j) || aboutLeaving.MatchString(text) || closing.MatchString(text) {
			continue
		}
		if endsSentence(text) || happened.MatchString(text) {
			return true
		}
	}
	return false
}

var aboutLeaving = regexp.MustCompile(`(?i)\b(?:schedule 12A|section 100|paragraphs? \d|exempt information|local government act|admission to meetings|public interest|excluded|exclusion)\b|\b(?:left|joined|re-?joined|withdrew|re-?entered|leave)\b.{0,40}\b(?:meeting|room|chamber)\b|^(?:it was )?(?:moved|proposed|seconded|carried|unanimous|on being put|the motion|resolved\W*$|agreed\W*$)|\b(?:re-?admitted|recording (?:was )?stopped|webcast)\b`)

// privateItems are the entries of private lines: one to each heading among
// them, and one with the title of what they stand under for those above the
// first.
func (p *paper) privateItems(under entry, s span) []entry {
	var out []entry
	for j := s.from; j < s.to; j++ {
		h, lines, glued, ok := p.privateHeading(j, s.to)
		if !ok {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].to = j
		}
		out = append(out, entry{from: j, body: j + lines, to: s.to, heading: h, glued: glued, exempt: true})
		j += lines - 1
	}
	top := s.to
	if len(out) > 0 {
		top = out[0].from
	}
	if top > s.from && (len(out) == 0 || p.tellsMore(span{s.from, top})) {
		e := entry{from: s.from, body: s.from, to: top, heading: heading{title: under.title}, exempt: true}
		if p.divider(s.from) == closedPart {
			e.title, e.body = strings.TrimSpace(p.text(s.from)), s.from+1
		}
		out = append([]entry{e}, out...)
	}
	return out
}

// privateHeading reads line j of private business as an item's heading.
func (p *paper) privateHeading(j, to int) (h heading, lines int, glued string, ok bool) {
	if p.divider(j) != noDivider || p.opensPrivate(j) || aboutLeaving.MatchString(p.text(j)) {
		return h, 0, "", false
	}
	if m := lettered.FindStringSubmatch(p.text(j)); m != nil && titled(m[2]) && j+1 < to {
		return heading{number: m[1], title: strings.TrimRight(m[2], " :–-")}, 1, "", true
	}
	c, ok := p.candidate(j)
	if !ok || c.long || c.listed || !titled(c.title) || !c.strong && c.number == "" || j+c.lines >= to && c.glued == "" {
		return h, 0, "", false
	}
	return c.heading, c.lines, c.glued, true
}

// lettered is the number of an item of the private part: "E1."
var lettered = regexp.MustCompile(`^([A-Z]{1,2}\.?\d{1,3})[.):]?\s+([A-Z].*)$`)
