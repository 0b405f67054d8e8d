package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// A heading is what opens an item.
type heading struct {
	number string // the minute number as printed: "183", "77/21", "15.11.1"; "" where it has none
	agenda string // the agenda's number: "(Item 5)"
	title  string
}

// A candidate is a line that may open an item.
type candidate struct {
	line  int
	form  string // name of the number form, "" where it has no number
	tail  string // the bracket or stop after the number
	value int    // the number to count by, -1 where it has none
	heading
	lines  int    // lines the heading takes
	glued  string // what the last of them says after the title
	x0     float64
	strong bool // printed as a heading: bold, capitals or so marked by the reader
	long   bool // the line goes on beyond a heading's length
	score  float64
	// agendaOnly says that the number is the agenda's: "Item 6 –".
	agendaOnly bool
	byAgenda   bool // it says so: "Agenda item 6"
	question   bool // of a paper of questions
	yearLast   bool // the number counts before its point: "2711.18"
	stuck      bool // the number has no space after it: "7Planning"
	tabled     bool // a row without a number: its first cell is the title
	listed     bool // the number has a bracket, as those of lists have
	runIn      bool // the title is in capitals or in bold, and what was said goes on after it
}

// candidate reads line i as an item's heading; ok is false where it cannot be
// one.
func (p *paper) candidate(i int) (c candidate, ok bool) {
	l := p.lines[i]
	if l.Kind == extract.Row && !opensItem(l) || l.Continues {
		return c, false
	}
	text, row := cellsAsText(l)
	beside := strings.Join(row, "\n")
	c = candidate{line: i, value: -1, lines: 1, x0: l.X0}
	for _, f := range numberForms {
		m := f.form.FindStringSubmatchIndex(text)
		if m == nil || f.name == "coded" && noCode.MatchString(text) {
			continue
		}
		c.form, c.number, c.tail = f.name, minuteWord.ReplaceAllString(text[m[2]:m[3]], ""), text[m[4]:m[5]]
		switch c.value = lastNumber(c.number); f.name {
		case "roman":
			c.value = parse.Roman(c.number)
		case "whole":
			c.value = lastNumber(c.under())
		}
		text = strings.TrimLeft(text[m[1]:], " \u00a0-–—:|") // "16.11.11 - Any Other Business"
		break
	}
	if w, ok := readWriting(text); ok && c.form == "" && !monthAlone.MatchString(w.rest) {
		c.form, c.number, c.tail, c.value = writtenForm+w.shape, w.number, w.tail, lastNumber(w.number)
		text = w.rest
	}
	if m := gluedNumber.FindStringSubmatch(text); m != nil && c.form == "" {
		c.form, c.number, c.tail, c.value = "plain", m[1], m[2], lastNumber(m[1])
		text = text[len(m[1])+len(m[2]):]
	}
	if m := stuckNumber.FindStringSubmatch(text); m != nil && c.form == "" {
		c.form, c.number, c.value, c.stuck = "plain", m[1], lastNumber(m[1]), true
		text = text[len(m[1]):]
	}
	c.listed = strings.ContainsAny(c.tail, ")]")
	if c.form == "plain" && len(c.number) == 4 && c.tail == "" && isYear(c.number) {
		return c, false
	}
	if text == "" && c.number != "" { // the number has a line of its own
		if i+1 >= len(p.lines) || p.lines[i+1].Kind == extract.Row || c.form == "named" && (p.lines[i+1].Page != l.Page || endsSentence(p.text(i+1)) || utf8.RuneCountInString(p.text(i+1)) > 160) {
			return c, false
		}
		text = p.text(i + 1)
		c.lines = 2
		if closing.MatchString(text) { // a number left over at the end
			return c, false
		}
	}
	if c.form == "named" && !saysMinute.MatchString(p.text(i)) {
		c.agendaOnly, c.byAgenda = true, strings.HasPrefix(strings.ToLower(p.text(i)), "agenda")
	}
	if text == "" || !startsTitle(text) {
		return c, false
	}
	if l.Kind == extract.Row && c.number == "" && beside != "" {
		if c.tabled = l.Cells[0] != "" && !l.Header && !endsSentence(text) && len(strings.Fields(text)) <= 14; !c.tabled {
			return c, false
		}
		c.title, c.glued = strings.TrimRight(text, " .:–-"), beside
	} else if title, rest := leadOf(l, text, c.number != ""); title != "" && beside == "" {
		c.title, c.glued, c.runIn = title, rest, c.number == ""
		c.strong = true
	} else if beside != "" && c.number != "" && text != beside {
		c.title, c.glued = strings.TrimRight(text, " .:–-"), beside
		if sentenceInside.MatchString(text) || utf8.RuneCountInString(text) > 110 { // title and text in one cell
			l.Kind = extract.Paragraph
			title, rest := shortTitle(text, l)
			c.title, c.glued = title, strings.TrimSpace(rest+"\n"+beside)
		}
		if title, agenda, rest, ok := marked(text); ok {
			c.title, c.agenda, c.glued = title, agenda, strings.TrimSpace(rest+"\n"+beside)
		}
	} else {
		p.readTitle(&c, strings.TrimSpace(text+" "+strings.Join(row, " ")))
	}
	c.title = ownReference.ReplaceAllString(c.title, "")
	if d := ukdate.Find(c.title); c.title == "" || len(d) > 0 && len(c.title)-(d[0].End-d[0].Start) < 3 { // a date is no title
		return c, false
	}
	last := p.lines[i+c.lines-1]
	c.strong = c.strong || l.Kind == extract.Heading || last.Kind == extract.Heading || l.Bold || last.Bold && c.lines == 2 || capitals(c.title)
	if c.number == "" && c.glued != "" && !c.tabled && !c.runIn {
		if capitals(c.title) {
			_, _, c.runIn = capitalsOpen(text)
		}
		c.runIn = c.runIn || doneAfter.MatchString(text)
	}
	c.long = utf8.RuneCountInString(text) > 160
	c.score = likeness(c, text)
	return c, true
}

var decides = regexp.MustCompile(`^(?:RESOLVED|Resolved|AGREED|NOTED|RECOMMENDED|DECIDED)\b`)

// likeness scores how much a candidate looks like an item's heading: what it
// is called, how it is printed, how long it is. Zero is no opinion.
func likeness(c candidate, text string) float64 {
	s := 0.0
	if c.agenda != "" {
		s += 3
	}
	if c.strong {
		s += 1.5
	}
	if usual(c.title) {
		s += 1.5
	}
	n := utf8.RuneCountInString(c.title)
	switch {
	case c.long && c.glued == "":
		s -= 2
	case n <= 100 && !endsSentence(text):
		s += 0.6
	case c.glued != "" && n <= 60:
		s += 0.3
	}
	if c.agenda == "" && endsSentence(text) && c.glued == "" {
		if s -= 0.2; verbal.MatchString(text) || len(strings.Fields(text)) > 14 || sentenceInside.MatchString(text) {
			s--
		}
	}
	if personal.MatchString(text) {
		s -= 1.5
	}
	if decides.MatchString(text) {
		s -= 3
	}
	first, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLower(first) {
		s -= 1.5
	}
	if strings.HasPrefix(c.form, writtenForm) && len(digitRuns.FindAllString(c.number, 3)) > 1 || c.form == "dated" || c.form == "yearly" || c.form == "coded" {
		s += 1
	}
	return s
}

// personal opens a paragraph of a discussion: a speaker, or what was said.
var personal = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|Councillor|In response|In reply|Following|Further to|It was|The (?:Chair|Chairman|Leader|Committee|Panel|Cabinet|Director|Head|report|Council|following)|Members|Officers|That|A |An )\b`)

// usualTitles are the items almost every meeting has: they tell a chain of
// items from a chain of paragraphs.
var usualTitles = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`apolog(?:y|ies)`,
	`declarations?`,
	`disclosures?`,
	`registers? of interest`,
	`minutes`,
	`matters? arising`,
	`chair(?:man|person)?['’]?s?\b.*(?:announcement|report|remarks|business)`,
	`mayor['’]?s? announcement`,
	`announcements`,
	`communications`,
	`welcome`,
	`attendance`,
	`(?:election|appointment) of (?:a )?(?:chair|vice|mayor)`,
	`substitut`,
	`membership`,
	`public (?:participation|question|forum|session|open)`,
	`open (?:public )?forum`,
	`questions`,
	`petitions`,
	`deputations`,
	`urgent`,
	`any other`,
	`aocb`,
	`aob`,
	`date.* next`,
	`next meeting`,
	`work programme`,
	`forward plan`,
	`exclusion of`,
	`exempt`,
	`correspondence`,
	`finance`,
	`planning`,
	`police report`,
	`clerk['’]?s report`,
	`committee members present`,
	`present`,
	`those (?:present|attending)`,
	`sederunt`,
	`reports? (?:from|of|by)`,
	`motions?`,
	`items for`,
	`notice`,
	`to (?:receive|consider|approve|confirm|note|review|agree|discuss|appoint|elect|accept|adopt|sign|hear)`,
}, "|") + `)`)

func usual(title string) bool { return usualTitles.MatchString(title) }
