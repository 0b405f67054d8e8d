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

// numberForms are the ways minutes are numbered. The first group is the
// number, the second the bracket or stop after it.
var numberForms = []struct {
	name string
	form *regexp.Regexp
	seen string
}{
	{"dated", regexp.MustCompile(`^(\d{2}(?:\d{2})?\.\d{1,2}\.\d{1,3}[A-Za-z]?)([.):]?)(?:\s+|$)`), "15.11.1 Apologies, 15.11.3A Matters Arising (parish councils: year, month, item)"},
	{"yearly", regexp.MustCompile(`^((?:[A-Z]{1,4}\s?)?\d{1,4}/\d{1,4}(?:/\d{1,4})?)([.):]?)(?:\s+|$)`), "77/21 (Surrey), 2023/145 (parish councils)"},
	{"coded", regexp.MustCompile(`^([A-Z]{1,4}\d{1,4}(?:/[A-Z][a-z]{2}/\d{2})?|[A-Z]{2,6}(?:[./-]\d{1,4}){1,2}|[A-Z]\.\d{1,4}|[A-Z]{2,5} \d{1,4}|[A-Z](?:/\d{1,4}){2})([.):]?)(?:\s+|$)`), "C221/Dec/22 (Darlington), CA3 (Oxfordshire); a body's letters with a stop or a stroke: ASH.24, HWB/23/12, C/24/31"},
	{"lettered", regexp.MustCompile(`^(\d{1,4}[A-Za-z]|\d{1,2}\.[a-z])([.):]?)(?:\s+|$)`), "6A. (Dartford)"},
	{"plain", regexp.MustCompile(`^(\d{1,4})(\.\.|[.):]?)(?:\s+|$)`), "183; 1916."},
	{"roman", regexp.MustCompile(`^([IVX]{1,6})([.):])\s+`), "IV. WASTE CONTRACT"},
	{"named", regexp.MustCompile(`^(?i:minute|item|agenda item)\s+(?:(?i:no\.?|number)\s*)?(\d{1,4})([.):]?)\s*(?:[-–—:]\s*|\s+|$)`), "Item 6 – Governance (Kent's excerpts)"},
}

// agendaMark is the agenda's number beside or below a title.
var agendaMark = regexp.MustCompile(`[(\[]\s*(?i:agenda\s+)?(?i:item)s?\s*(?i:no\.?|number)?\s*:?\s*(\d{1,3}[a-zA-Z]?(?:\.\d{1,2})?)\b[^)\]]{0,60}[)\]]`)

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
	question   bool // of a paper of questions
	stuck      bool // the number has no space after it: "7Planning"
}

// stuckNumber is a number with its title straight after it. It may be part of
// a word ("20Mph"), so it counts only where a run of numbers lacks it.
var stuckNumber = regexp.MustCompile(`^(\d{1,2})[A-Z][A-Za-z]{3}`)

// noCode are words in capitals before a number that are no body's letters.
var noCode = regexp.MustCompile(`^(?:ITEM|ITEMS|PAGE|PART|NO|NOTE|TABLE|ANNEX|STAGE|PHASE|YEAR|WARD|CLLR|MR|MRS|MS|DR|APRIL|MAY|JUNE|JULY) `)

// minuteWord stands before a number and says what it is: "MIN 045/23".
var minuteWord = regexp.MustCompile(`^MIN\.?\s+`)

var saysMinute = regexp.MustCompile(`^(?i:minute)`)

// candidate reads line i as an item's heading; ok is false where it cannot be
// one.
func (p *paper) candidate(i int) (c candidate, ok bool) {
	l := p.lines[i]
	if l.Kind == extract.Row && (len(l.Cells) > 3 || figures(l.Cells)) || l.Continues {
		return c, false
	}
	text, beside := cellsAsText(l)
	c = candidate{line: i, value: -1, lines: 1, x0: l.X0}
	for _, f := range numberForms {
		m := f.form.FindStringSubmatchIndex(text)
		if m == nil || f.name == "coded" && noCode.MatchString(text) {
			continue
		}
		c.form, c.number, c.tail = f.name, minuteWord.ReplaceAllString(text[m[2]:m[3]], ""), text[m[4]:m[5]]
		if c.value = lastNumber(c.number); f.name == "roman" {
			c.value = parse.Roman(c.number)
		}
		text = strings.TrimLeft(text[m[1]:], " \u00a0-–—:|") // "16.11.11 - Any Other Business"
		break
	}
	if m := stuckNumber.FindStringSubmatch(text); m != nil && c.form == "" {
		c.form, c.number, c.value, c.stuck = "plain", m[1], lastNumber(m[1]), true
		text = text[len(m[1]):]
	}
	if c.tail == ")" || c.form == "plain" && len(c.number) == 4 && c.tail == "" && isYear(c.number) {
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
		c.agendaOnly = true
	}
	if text == "" || !startsTitle(text) {
		return c, false
	}
	if beside != "" && c.number != "" && text != beside {
		c.title, c.glued = strings.TrimRight(text, " .:–-"), beside
		if sentenceInside.MatchString(text) || utf8.RuneCountInString(text) > 110 { // title and text in one cell
			l.Kind = extract.Paragraph
			title, rest := shortTitle(text, l)
			c.title, c.glued = title, strings.TrimSpace(rest+" "+beside)
		}
		if title, agenda, rest, ok := marked(text); ok {
			c.title, c.agenda, c.glued = title, agenda, strings.TrimSpace(rest+" "+beside)
		}
	} else {
		p.readTitle(&c, strings.TrimSpace(text+" "+beside))
	}
	if d := ukdate.Find(c.title); c.title == "" || len(d) > 0 && len(c.title)-(d[0].End-d[0].Start) < 3 { // a date is no title
		return c, false
	}
	last := p.lines[i+c.lines-1]
	c.strong = l.Kind == extract.Heading || last.Kind == extract.Heading || l.Bold || last.Bold && c.lines == 2 || capitals(c.title)
	c.long = utf8.RuneCountInString(text) > 160
	c.score = likeness(c, text)
	return c, true
}

// cellsAsText is a line as it is searched for a number and a title. Minutes
// laid out as a table have the number and the title in one or two cells and
// what was said beside them: beside is that, "" elsewhere.
func cellsAsText(l parse.Line) (text, beside string) {
	cells := l.Cells
	if l.Kind != extract.Row {
		cells = strings.Split(parse.Printed(l.Block), " | ")
	}
	if len(cells) < 2 {
		return strings.ReplaceAll(parse.Printed(l.Block), " | ", " "), ""
	}
	n := 1
	if numberAlone.MatchString(strings.TrimSpace(cells[0])) {
		n = 2
	}
	return strings.Join(cells[:n], " "), strings.TrimSpace(strings.Join(cells[n:], " "))
}

var numberAlone = regexp.MustCompile(`^(?:[A-Z]{1,6}[ ./-]?)?\d[\d./-]*[A-Za-z]?[.):]?$`)

// figures reports whether the cells of a row but the first are for the most
// part sums: a line of a table of accounts.
func figures(cells []string) bool {
	n := 0
	for _, c := range cells[min(1, len(cells)):] {
		for _, f := range strings.Fields(c) {
			if sum.MatchString(f) {
				n++
			}
		}
	}
	return n >= 2
}

var sum = regexp.MustCompile(`^[-(£]*\d[\d,]*(?:\.\d+)?[)%mk]*$`)

// readTitle parts the title from the agenda's number and from what the line
// goes on to say. The agenda's number may stand up to three lines below.
func (p *paper) readTitle(c *candidate, text string) {
	if title, agenda, rest, ok := marked(text); ok {
		c.title, c.agenda, c.glued = title, agenda, rest
		return
	}
	joined := text
	for n := 1; n <= 3; n++ {
		at := c.line + c.lines - 1 + n
		if at >= len(p.lines) || utf8.RuneCountInString(joined) > 220 || endsSentence(joined) {
			break
		}
		next := p.text(at)
		if n > 1 && strings.HasPrefix(strings.ToUpper(next), "RESOLVED") {
			break
		}
		if title, agenda, rest, ok := marked(joined + " " + next); ok {
			c.title, c.agenda, c.glued = title, agenda, rest
			c.lines += n
			return
		}
		joined += " " + next
	}
	c.title, c.glued = shortTitle(text, p.lines[c.line])
	if c.glued != "" {
		return
	}
	for n := 0; n < 2; n++ { // a title broken over lines
		at := c.line + c.lines
		if at >= len(p.lines) || !p.continuesTitle(c, at) {
			return
		}
		c.title += " " + p.lines[at].Text
		c.lines++
	}
}

// marked parts "Title (Agenda item 3) The Chair said …". The mark must come
// before the first sentence is over, or it is a reference in running text.
func marked(text string) (title, agenda, rest string, ok bool) {
	m := agendaMark.FindStringSubmatchIndex(text)
	if m == nil || m[0] > 300 || m[0] == 0 {
		return "", "", "", false
	}
	title = strings.TrimSpace(text[:m[0]])
	if title == "" || endsSentence(title) || sentenceInside.MatchString(title) {
		return "", "", "", false
	}
	return strings.TrimRight(title, " -–:"), text[m[2]:m[3]], strings.TrimSpace(text[m[1]:]), true
}

var sentenceInside = regexp.MustCompile(`[a-z]{3,}\. [A-Z]`)

// continuesTitle reports whether line at is the rest of c's title.
func (p *paper) continuesTitle(c *candidate, at int) bool {
	a, b := p.lines[at-1], p.lines[at]
	if b.Marker != "" || b.Kind == extract.Row || utf8.RuneCountInString(b.Text) > 90 || endsSentence(b.Text) || strings.HasSuffix(b.Text, ":") {
		return false
	}
	if decides.MatchString(b.Text) {
		return false
	}
	if b.Continues {
		return true
	}
	same := a.Bold == b.Bold && a.Kind == b.Kind || a.Page != b.Page
	strong := b.Bold || b.Kind == extract.Heading
	first, _ := utf8.DecodeRuneInString(b.Text)
	switch {
	case hangingWord.MatchString(c.title) && a.Marker != "" && a.Page == b.Page && a.Bold == b.Bold && b.Kind == extract.Paragraph && a.X0 > 0 && b.X0 > a.X0+10:
		return true // set in below the number's entry, where justified lines part
	case hanging.MatchString(c.title):
		return same && (strong || capitals(b.Text) && capitals(c.title))
	case capitals(c.title) && capitals(b.Text) && same:
		return utf8.RuneCountInString(c.title) > 40
	case strong && same && unicode.IsLower(first):
		return true
	}
	return false
}

// hanging is a title that cannot end where it does.
var hanging = regexp.MustCompile(`(?i)(?:\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at|&)|[,–—-])$`)

// hangingWord is a title in the middle of a phrase, told by its last word.
var hangingWord = regexp.MustCompile(`(?i)\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at|(?:and|or|any) other)$`)

var decides = regexp.MustCompile(`^(?:RESOLVED|Resolved|AGREED|NOTED|RECOMMENDED|DECIDED)\b`)

// shortTitle parts a title from the text that runs on after it on the same
// line: "Police Report. The report had been circulated", "Planning - The only
// application". A line printed as a heading is all title, and so is a short
// one that is no sentence. rest is what ReadBody should see: where the title
// is the opening of the sentence itself ("Apologies were received from …"),
// all of it.
func shortTitle(text string, l parse.Line) (title, rest string) {
	text = strings.TrimSpace(pageRange.ReplaceAllString(text, ""))
	if m := nothing.FindStringSubmatchIndex(text); m != nil && !verbal.MatchString(text[:m[2]]) && !sentenceInside.MatchString(text[:m[2]]+" A") {
		return strings.TrimRight(text[:m[2]], " .:–-"), strings.TrimSpace(text[m[2]:])
	}
	length := utf8.RuneCountInString(text)
	if l.Kind == extract.Heading || l.Bold && length < 200 {
		if !endsSentence(text) || !runOn.MatchString(text) {
			return strings.TrimRight(text, " :–-"), ""
		}
	}
	if length <= 160 && !endsSentence(text) && (capitals(text) || subjectFollows.MatchString(text) && !verbal.MatchString(text)) && !listsPeople.MatchString(text) {
		return strings.TrimRight(text, " :–-"), ""
	}
	if m := gluedStop.FindStringSubmatchIndex(text); m != nil && length > 90 && !shortForm[text[:m[3]]] {
		return text[:m[3]], strings.TrimSpace(text[m[4]:])
	}
	if m := runOn.FindStringIndex(text); m != nil && m[0] >= 5 && m[0] <= 60 && strings.Count(text[:m[0]], " ") <= 7 && !verbal.MatchString(text[:m[0]]) && !strings.ContainsAny(text[:m[0]], "(") && saidAfter.MatchString(text[m[1]:]) {
		return strings.TrimRight(text[:m[0]], " .:–-"), strings.TrimSpace(text[m[1]:])
	}
	if m := knownOpening.FindStringSubmatchIndex(text); m != nil && length > 60 {
		return strings.TrimRight(text[:m[3]], " .:–-"), strings.TrimSpace(text[m[3]:])
	}
	if m := turns(text); m != nil && utf8.RuneCountInString(text[:m[0]]) <= 90 && !verbal.MatchString(text[:m[0]]) &&
		strings.IndexFunc(text[:m[0]], unicode.IsLetter) >= 0 && !applicationNo.MatchString(text[:m[0]]) && (length > 90 && (verbal.MatchString(text[m[0]:]) || sentenceInside.MatchString(text) || strings.Contains(text[m[0]:m[1]], ".") || strings.Contains(text[m[0]:m[1]], ":")) || endsSentence(text) || usual(text[:m[0]]) && tellsOfUsual(text[:m[0]], text[m[0]:])) {
		return strings.TrimRight(text[:m[0]], " .:–-"), strings.TrimSpace(text[m[1]:])
	}
	if length <= 160 && !endsSentence(text) && !verbal.MatchString(text) {
		return strings.TrimRight(text, " :–-."), ""
	}
	if m := verbal.FindStringIndex(text); m != nil && m[0] <= 90 && (strings.Contains(text[:m[0]], " ") || usual(text[:m[0]])) {
		return strings.TrimRight(text[:m[0]], " .:–-"), text
	}
	if length <= 160 || length <= 300 && !endsSentence(text) && !sentenceInside.MatchString(text) {
		return strings.TrimRight(text, " :–-."), ""
	}
	return clipWords(text, 12), text
}

// tellsOfUsual reports whether what stands after a usual title on its line
// tells of it: names, "none", a sentence. "Minutes - 5 July 2023" and "Exempt
// Information - Possible Exclusion of the Press and Public" are titles to
// their end.
func tellsOfUsual(title, rest string) bool {
	if strings.HasPrefix(strings.TrimLeft(rest, " ."), ":") || verbal.MatchString(rest) {
		return true
	}
	return tellsNames.MatchString(title) || personal.MatchString(strings.TrimLeft(rest, " .–—-"))
}

// tellsNames are titles after which names stand, or that there were none.
var tellsNames = regexp.MustCompile(`(?i)^(?:apolog|present|attendance|in attendance|declaration|disclosure|register of interest|any other|aocb|aob|correspondence|(?:public|open) (?:forum|session|participation)|chair|clerk|councillor|police|treasurer|secretary)`)

// subjectFollows opens a title whose subject stands after a colon or dash:
// "Urgent item: deed of release", "Motion on notice – renters".
var subjectFollows = regexp.MustCompile(`^(?i:urgent (?:items?|business)|(?:notices? of )?motions?(?: on notice)?|petitions?|deputations?|recommendations? (?:of|from) [^:–—-]{3,60})\s*(?:[:–—]|-\s)`)

// listsPeople is a title in capitals with names after it.
var listsPeople = regexp.MustCompile(`^(?i:apologies|present|in attendance|attendance|declarations?)\b[^:–—-]*[:–—-]`)

// pageRange is an agenda's note of where a paper is bound: "(Pages 11 - 84)".
var pageRange = regexp.MustCompile(`\s*\((?i:pages?) \d+(?:\s*[-–]\s*\d+)?\)`)

// nothing is a minute in one word after its title: "Register of Interests
// None".
var nothing = regexp.MustCompile(`^[A-Z].{2,60}?[\s:–-]+((?:None|NONE|Nil|N/A|No change|None (?:received|declared|raised)|(?i:no (?:reports?|updates?|news|matters arising|items?|business|change)|nothing to report|not discussed)(?: (?:this month|received|at this time))?)\.?)$`)

// knownOpening is a title that almost every meeting has, with a sentence
// straight after it and nothing between.
var knownOpening = regexp.MustCompile(`^((?i:public open forum|open forum|public participation|(?:city |county |district )?councillors?['’]? reports?|office bearers['’]? reports?|police report|matters arising|(?:declarations?|register) of interests?|apologies(?: for absence)?|minutes of (?:the )?(?:last|previous) meetings?|chair(?:man|person)?['’]s (?:annual )?report|treasurer['’]s report|secretary['’]s report|clerk['’]s report|correspondence(?: received)?|any other (?:competent )?business|aocb|aob))[\s:–-]+(?:(?:[A-Z][\w’'-]+|[A-Z]{1,5})\s+){1,4}[a-z]`)

// gluedStop is a title whose stop has no space after it: "VPAP.DR said that".
var gluedStop = regexp.MustCompile(`^([A-Z][\w’'&,/ -]{0,50}[A-Za-z]{3})\.([A-Z][\w’'.]* (?:[A-Z][\w’'.]* )?[a-z])`)

// shortForm are words whose stop ends no title.
var shortForm = map[string]bool{"Cllr": true, "Cllrs": true, "Mrs": true, "Messrs": true, "Rev": true, "Hon": true}

// saidAfter is a sentence, told by its verb: what runs on after a title.
var saidAfter = regexp.MustCompile(`^(?:[-–—]\s*)?(?:[\w’'&,./()-]+\s){0,8}?(?:were|was|has been|have been|had|had been|will be|reported|received|advised|said|asked|agreed|noted|presented|confirmed|resolved)\b`)

// turns is where the text that runs on after a title begins: the first sign
// of it that does not stand after a word which only opens a title.
func turns(text string) []int {
	for _, m := range runOn.FindAllStringIndex(text, 3) {
		if !opensTitle.MatchString(text[:m[0]]) {
			return m
		}
	}
	return nil
}

var opensTitle = regexp.MustCompile(`^(?i:exempt|confidential|restricted|private|part (?:2|ii|b)|urgent(?: items?| business)?|motions?|petitions?|deputations?)$`)

// runOn is what parts a title from the text on its line.
var runOn = regexp.MustCompile(`(?:(?:\.|\s?:|[-–—]\s|:-)\s+|\s[-–—]\s*)`)

// applicationNo is a planning application's number, which opens its title:
// "22/01877/FULL - Former Laundry - Demolition". It is none by itself.
var applicationNo = regexp.MustCompile(`^(?:[A-Z]{1,4}[/ ])?\d{2,4}/\d{3,6}(?:/[A-Z0-9]{1,6})*\.?$`)

// verbal is where a title that has become a sentence turns to what happened:
// "Apologies were received from …".
var verbal = regexp.MustCompile(`\s(?:were|was|is|are|had|has|have|will|received|reported)\b`)

func clipWords(s string, n int) string {
	f := strings.Fields(s)
	if len(f) > n {
		f = f[:n]
	}
	return strings.Join(f, " ")
}

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
		s -= 1.2
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
	if c.form == "dated" || c.form == "yearly" || c.form == "coded" {
		s += 1
	}
	return s
}

// personal opens a paragraph of a discussion: a speaker, or what was said.
var personal = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|Councillor|In response|In reply|Following|Further to|It was|The (?:Chair|Chairman|Leader|Committee|Panel|Cabinet|Director|Head|report|Council|following)|Members|Officers|That|A |An )\b`)

// usualTitles are the items almost every meeting has: they tell a chain of
// items from a chain of paragraphs.
var usualTitles = regexp.MustCompile(`(?i)^(?:apolog(?:y|ies)|declarations?|disclosures?|registers? of interest|minutes|matters? arising|chair(?:man|person)?['’]?s?\b.*(?:announcement|report|remarks|business)|mayor['’]?s? announcement|announcements|communications|welcome|attendance|(?:election|appointment) of (?:a )?(?:chair|vice|mayor)|substitut|membership|public (?:participation|question|forum|session|open)|open (?:public )?forum|questions|petitions|deputations|urgent|any other|aocb|aob|date.* next|next meeting|work programme|forward plan|exclusion of|exempt|correspondence|finance|planning|police report|clerk['’]?s report|committee members present|present|sederunt|reports? (?:from|of|by)|motions?|items for|notice|to (?:receive|consider|approve|confirm|note|review|agree|discuss|appoint|elect|accept|adopt|sign|hear))`)

func usual(title string) bool { return usualTitles.MatchString(title) }

func startsTitle(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("'\"“‘(£", first)
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \u00a0”’\"')")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "?")
}

// capitals reports whether s is printed in capitals: at least three letters
// and no small one but for a stray ("RIGHTs").
func capitals(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 3 && lower*10 <= upper
}

func isYear(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// lastNumber is what a number counts by: of "15.11.3" and "2023/145" the last
// part, of "77/21" (item/year) the first, of "CA3" its digits.
func lastNumber(s string) int {
	parts := digitRuns.FindAllString(s, -1)
	if len(parts) == 0 {
		return -1
	}
	pick := parts[len(parts)-1]
	if strings.Contains(s, "/") {
		pick = parts[0]
		if len(parts) == 2 && (isYear(parts[0]) || len(parts[0]) == 2 && len(parts[1]) == 3) {
			pick = parts[1]
		}
	}
	n := 0
	for _, r := range pick {
		n = n*10 + int(r-'0')
	}
	return n
}

var digitRuns = regexp.MustCompile(`\d+`)
