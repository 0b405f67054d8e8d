package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// Where no number counts, the items are told by how their titles are printed.
// unnumbered asks for titles that almost every meeting has; here a whole
// series of lines of one kind is looked for instead, whatever they are called:
// it must begin straight below the front matter, and something must be said
// under each line of it.

// kinds are the ways in which titles without numbers are set off from what is
// said below them or after them, the plainest last.
var kinds = []struct {
	is func(p *paper, i int) (title, rest string, ok bool)
	// known is how many of the titles must be such as almost every meeting has
	known int
}{
	{(*paper).headingLine, 0},
	{(*paper).boldLine, 0},
	{(*paper).boldOpening, 0},
	{(*paper).capitalsLine, 0},
	{(*paper).colonLine, 1},
	{(*paper).lineAlone, 1},
	{(*paper).bulletLine, 3},
	{opening(colonThen), 2},
	{opening(stopThen), 2},
	{opening(dashThen), 2},
}

// ofOneKind is the longest series of titles of one kind in a meeting; nil
// where there is none. known is what was found otherwise: all of it must be of
// the series.
func (p *paper) ofOneKind(m meeting, known []candidate) []candidate {
	from, ok := p.belowFront(m)
	if !ok || m.agenda {
		return nil
	}
	to := from
	for to < m.to && !closing.MatchString(p.text(to)) {
		to++
	}
	if !p.decided(from, to) {
		return nil
	}
	var best []candidate
	for _, k := range kinds {
		var run []candidate
		last := from - 1
		for i := from; i+1 < m.to && i < to; i++ {
			title, rest, ok := k.is(p, i)
			if !ok || !titled(title) {
				continue
			}
			if len(run) > 0 && last == i-1 && run[len(run)-1].glued == "" {
				run = run[:len(run)-1] // nothing is said under it
			}
			run = append(run, candidate{line: i, value: -1, lines: 1, glued: rest, strong: true, heading: heading{title: title}})
			last = i
		}
		if len(run) < 3 || run[0].line > from+1 || knownAmong(run) < k.known && (k.known > 1 || len(run) < 4 || run[0].line > from) || alone(run) || !holds(run, known) {
			continue
		}
		if len(run) > len(best) {
			best = run
		}
	}
	return best
}

// titled reports whether words can be an item's title: they name no one, tell
// nothing and are no label of something within an item.
func titled(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if presentLabel.MatchString(s) || decides.MatchString(s) || closing.MatchString(s) {
		return false
	}
	if words := len(strings.Fields(s)); usual(s) && words > 1 && words <= 14 && !endsSentence(s) && !verbal.MatchString(s) || reportsOf.MatchString(s) {
		return true
	}
	n := utf8.RuneCountInString(s)
	return n >= 3 && n <= 100 && len(strings.Fields(s)) <= 14 && !unicode.IsLower(first) && startsTitle(s) && !endsSentence(s) &&
		!personal.MatchString(s) && !ofActing.MatchString(s) &&
		!(listsNames.MatchString(s) && !usual(s)) && !verbal.MatchString(s) && !nothingWords.MatchString(s) && !sentenceInside.MatchString(s)
}

// reportsOf is the item under which members or officers report.
var reportsOf = regexp.MustCompile(`^[A-Z][\pL’'-]+(?: [\pL’'-]+){0,3} (?i:reports?)$`)

// nothingWords is a minute that says there was nothing.
var nothingWords = regexp.MustCompile(`^(?i:none|nil|no|n/a|nothing|not|noted|agreed|approved|as above|all)\b`)

// alone reports whether two titles are the same: such a line is a label within
// items.
func alone(cs []candidate) bool {
	seen := map[string]bool{}
	for _, c := range cs {
		if seen[c.title] {
			return true
		}
		seen[c.title] = true
	}
	return false
}

// holds reports whether the known headings are of the run, or the run has as
// many that almost every meeting has and more in all.
func holds(run, known []candidate) bool {
	lines := map[int]bool{}
	for _, c := range run {
		lines[c.line] = true
	}
	all := true
	for _, c := range known {
		all = all && (lines[c.line] || c.line < run[0].line)
	}
	return all || knownAmong(run) >= knownAmong(known) && len(run) > len(known)
}

func (p *paper) headingLine(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	return strings.TrimRight(l.Text, " .:–-"), "", l.Kind == extract.Heading && l.Marker == ""
}

func (p *paper) boldLine(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	return strings.TrimRight(l.Text, " .:–-"), "", (l.Kind == extract.Paragraph || l.Kind == extract.Entry && bullet(l.Marker)) && l.Bold
}

func (p *paper) boldOpening(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	if l.Kind != extract.Paragraph || l.Lead == 0 || l.Lead >= len(l.Text) {
		return "", "", false
	}
	return strings.Trim(l.Text[:l.Lead], " .:–—-"), strings.TrimLeft(l.Text[l.Lead:], " .:–—-"), true
}

func (p *paper) capitalsLine(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	return strings.TrimRight(l.Text, " .:–-"), "", l.Kind == extract.Paragraph && l.Marker == "" && capitals(l.Text)
}

func (p *paper) colonLine(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	title, ok = strings.CutSuffix(l.Text, ":")
	return strings.TrimSpace(title), "", ok && l.Kind == extract.Paragraph && l.Marker == "" && utf8.RuneCountInString(title) <= 80 && len(strings.Fields(title)) <= 12
}

// lineAlone is a short line that ends in nothing, below the end of what was
// said and above what is said next.
func (p *paper) lineAlone(i int) (title, rest string, ok bool) {
	if !p.shortLine(i) || i+1 >= len(p.lines) {
		return "", "", false
	}
	text := p.lines[i].Text
	if usual(text) && !usual(p.text(i+1)) {
		return text, "", true
	}
	if p.shortLine(i+1) && !p.tells(i+1) {
		return "", "", false
	}
	return text, "", i == 0 || !p.shortLine(i-1) || p.tells(i-1) || p.present(i-1) || i > 1 && usual(p.text(i-2)) && !usual(p.text(i-1))
}

// bulletLine is a short line behind a bullet with a paragraph below it.
func (p *paper) bulletLine(i int) (title, rest string, ok bool) {
	l := p.lines[i]
	ok = l.Kind == extract.Entry && bullet(l.Marker) && i+1 < len(p.lines) && p.lines[i+1].Kind == extract.Paragraph
	return strings.TrimRight(l.Text, " :–-"), "", ok
}

func bullet(marker string) bool {
	return marker != "" && strings.IndexFunc(marker, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// opening is a title parted in one hand from what is said after it, at the
// beginning of a paragraph.
func opening(hand func(string) (string, string, bool)) func(*paper, int) (string, string, bool) {
	return func(p *paper, i int) (title, rest string, ok bool) {
		l := p.lines[i]
		if l.Kind != extract.Paragraph || l.Marker != "" {
			return "", "", false
		}
		title, rest, ok = hand(l.Text)
		return title, rest, ok && titleInHand(title) && runsInHand(l.Text, rest) && (!label.MatchString(title) || title == "Minutes") && !applicationNo.MatchString(strings.Fields(title)[0])
	}
}

// shortLine reports whether a line may be a title by its length and its end.
func (p *paper) shortLine(i int) bool {
	l := p.lines[i]
	return l.Kind == extract.Paragraph && l.Marker == "" && utf8.RuneCountInString(l.Text) <= 90 && len(strings.Fields(l.Text)) <= 13 && !strings.ContainsAny(l.Text[max(0, len(l.Text)-1):], ".;:,?!")
}

// tells reports whether a short line says what was done or who came, so that
// it is what stands under a title.
func (p *paper) tells(i int) bool {
	text := p.text(i)
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first) || verbal.MatchString(text) || nothingWords.MatchString(text) || happened.MatchString(text) || personal.MatchString(text) || namesPerson.MatchString(text) || listsNames.MatchString(text) || p.lines[i].Kind == extract.Entry
}

// opensBelowFront reports whether a heading stands straight below the front
// matter.
func (p *paper) opensBelowFront(m meeting, c candidate) bool {
	from, ok := p.belowFront(m)
	return ok && c.line >= from && c.line <= from+1
}
