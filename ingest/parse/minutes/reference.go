package minutes

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// Clerks number minutes in more ways than can be listed: "P&D/24/31",
// "2023-31", "FC2024-031", "(31/24)", "Minute 31/24:". What they have in common
// is that all are made alike and that one of their figures counts. That is
// looked for where none of the usual forms makes a run.

// referenceForm is a word with a figure in it, such as a number may be, after
// the word for it. The first group is the number.
var referenceForm = regexp.MustCompile(`^(?:(?i:minute|min|no|ref)\b\.?:?\s*)?[\[(#]?\s?([A-Za-z&]{0,6}[/.-]?[A-Za-z0-9&/.-]*\d[A-Za-z0-9&/.-]*?)[\])]?[.:]?(?:\s+|$)`)

// references are headings whose numbers are made alike, one of their figures
// counting up by one; nil where fewer than three are. One at least must be an
// item that almost every meeting has.
func (p *paper) references(m meeting) []candidate {
	groups := map[string][]candidate{}
	var order []string
	for i := m.from; i < m.to; i++ {
		c, ok := p.reference(i)
		if !ok || divider(p.text(i)) != noDivider {
			continue
		}
		made := digitRuns.ReplaceAllString(c.number, "9")
		if groups[made] == nil {
			order = append(order, made)
		}
		groups[made] = append(groups[made], c)
	}
	var best []candidate
	for _, made := range order {
		if run := counting(groups[made]); len(run) > len(best) {
			best = run
		}
	}
	return best
}

// reference reads line i as a heading with a number of any make.
func (p *paper) reference(i int) (candidate, bool) {
	l := p.lines[i]
	if l.Continues || l.Kind == extract.Row && !opensItem(l) {
		return candidate{}, false
	}
	text, beside := cellsAsText(l)
	at := referenceForm.FindStringSubmatchIndex(text)
	if at == nil {
		return candidate{}, false
	}
	c := candidate{line: i, form: "reference", lines: 1, x0: l.X0, heading: heading{number: strings.Trim(text[at[2]:at[3]], ".-/")}}
	title := strings.TrimLeft(text[at[1]:], " \u00a0-–—:")
	if len(c.number) > 16 || strings.Count(c.number, "/") > 3 {
		return candidate{}, false
	}
	if title == "" {
		if i+1 >= len(p.lines) || p.lines[i+1].Kind == extract.Row || utf8.RuneCountInString(p.text(i+1)) > 160 {
			return candidate{}, false
		}
		title, c.lines = p.text(i+1), 2
	}
	if !startsTitle(title) {
		return candidate{}, false
	}
	if beside != nil {
		c.title, c.glued = strings.TrimRight(title, " .:–-"), strings.Join(beside, "\n")
	} else {
		p.readTitle(&c, title)
	}
	c.strong = l.Kind == extract.Heading || l.Bold || capitals(c.title)
	c.long = utf8.RuneCountInString(title) > 160
	c.score = likeness(c, title)
	return c, c.title != "" && !(c.long && c.glued == "")
}

// counting is the run of candidates, made alike, in which one figure goes up
// by one or little more and the others stay.
func counting(cs []candidate) []candidate {
	if len(cs) < 3 {
		return nil
	}
	var best []candidate
	for f := range digitRuns.FindAllString(cs[0].number, -1) {
		var run []candidate
		known := 0
		for _, c := range cs {
			figures := digitRuns.FindAllString(c.number, -1)
			value, err := strconv.Atoi(figures[f])
			if err != nil {
				continue
			}
			if n := len(run); n > 0 {
				if step := value - run[n-1].value; step < 1 || step > 3 || !sameBut(run[n-1].number, c.number, f) || c.line < run[n-1].line+run[n-1].lines {
					continue
				}
			}
			c.value = value
			run = append(run, c)
			if usual(c.title) {
				known++
			}
		}
		if len(run) >= 3 && known > 0 && len(run) > len(best) {
			best = run
		}
	}
	return best
}

// sameBut reports whether two numbers differ in figure f alone.
func sameBut(a, b string, f int) bool {
	x, y := digitRuns.FindAllString(a, -1), digitRuns.FindAllString(b, -1)
	for i := range x {
		if i != f && (i >= len(y) || x[i] != y[i]) {
			return false
		}
	}
	return true
}
