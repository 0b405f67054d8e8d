package minutes

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/parse"
)

// bracketForms are the numbers of a list where they stand before items:
// "(1) Taxi fares" in short minutes of a committee, "a) Chairman" in those of
// a parish. The first group is the number.
var bracketForms = []*regexp.Regexp{
	regexp.MustCompile(`^\((\d{1,3})\)\s+`),
	regexp.MustCompile(`^(\d{1,3})\)\s+`),
	regexp.MustCompile(`^\(([a-z])\)\s+`),
	regexp.MustCompile(`^([a-z])[).]\s+`),
	regexp.MustCompile(`^([A-Z])[).]\s+`),
}

// bracketed are items numbered as lists are. It is asked last, for a list
// stands within an item far more often than it is one: the numbers must begin
// at one and leave none out, each line must be short and no sentence, and
// something must be said below each before the next.
func (p *paper) bracketed(m meeting) []candidate {
	var best []candidate
	for _, form := range bracketForms {
		var run []candidate
		for i := m.from; i < m.to; i++ {
			c, ok := p.bracketHead(form, i)
			if !ok {
				continue
			}
			if c.value != len(run)+1 || len(run) > 0 && run[len(run)-1].glued == "" && run[len(run)-1].line+1 == i || i+1 >= m.to && c.glued == "" {
				run = nil
				break
			}
			run = append(run, c)
		}
		known, glued := 0, 0
		for _, c := range run {
			if usual(c.title) {
				known++
			}
			if c.glued != "" {
				glued++
			}
		}
		if len(run) >= 3 && len(run) > len(best) && (glued == 0 || known >= 2) {
			best = run
		}
	}
	if best == nil {
		return p.bracketedOn(m)
	}
	return best
}

// bracketedOn are items whose bracketed numbers go on from those of earlier
// meetings: "(214) APOLOGIES", "(215) MINUTES". No list begins so.
func (p *paper) bracketedOn(m meeting) []candidate {
	for _, form := range bracketForms[:2] {
		var run []candidate
		known := 0
		for i := m.from; i+1 < m.to; i++ {
			c, ok := p.bracketHead(form, i)
			if !ok || len(run) == 0 && c.value < 10 || len(run) > 0 && (c.value <= run[len(run)-1].value || c.value > run[len(run)-1].value+3) {
				continue
			}
			if usual(c.title) {
				known++
			}
			run = append(run, c)
		}
		if len(run) >= 3 && known >= 2 {
			return run
		}
	}
	return nil
}

// bracketHead reads line i as an item's heading numbered in the form.
func (p *paper) bracketHead(form *regexp.Regexp, i int) (candidate, bool) {
	text := p.text(i)
	at := form.FindStringSubmatchIndex(text)
	if at == nil {
		return candidate{}, false
	}
	number, title := text[at[2]:at[3]], text[at[1]:]
	first, _ := utf8.DecodeRuneInString(title)
	glued := ""
	if utf8.RuneCountInString(title) > 60 || endsSentence(title) || strings.Contains(title, ":") {
		title, glued = shortTitle(title, parse.Line{})
	}
	if unicode.IsLower(first) || utf8.RuneCountInString(title) > 160 || endsSentence(title) || glued != "" && form != bracketForms[1] {
		return candidate{}, false
	}
	value, err := strconv.Atoi(number)
	if err != nil { // a letter
		value = int(unicode.ToLower(rune(number[0]))-'a') + 1
	}
	return candidate{line: i, value: value, lines: 1, glued: glued, heading: heading{number: number, title: title}}, true
}
