package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
)

// agendaMark is the agenda's number beside or below a title.
var agendaMark = regexp.MustCompile(`[(\[]\s*(?i:agenda\s+)?(?i:item)s?\s*(?i:no\.?|number)?\s*:?\s*(\d{1,3}[a-zA-Z]?(?:\.\d{1,2})?)\b[^)\]]{0,60}[)\]]`)

// bareAgenda is the agenda's number between the minute's and a title in
// capitals: "91 (14) ADOPTION SCORECARD".
var bareAgenda = regexp.MustCompile(`^\((\d{1,3})\)\s+([A-Z][A-Z’'&/-]{3,}(?:\s.*)?|[A-Z][A-Z’'&/-]+ [A-Z][A-Z’'&/-]+.*)$`)

// readTitle parts the title from the agenda's number and from what the line
// goes on to say. The agenda's number may stand up to three lines below.
func (p *paper) readTitle(c *candidate, text string) {
	if m := bareAgenda.FindStringSubmatch(text); m != nil && c.number != "" && c.agenda == "" {
		c.agenda, text = m[1], m[2]
	}
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

// ownReference is a minute's own number in brackets behind its title: "Minutes
// (19/01)".
var ownReference = regexp.MustCompile(`\s*\(\d{1,3}/\d{2}\)$`)

// hanging is a title that cannot end where it does.
var hanging = regexp.MustCompile(`(?i)(?:\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at|&)|[,–—-])$`)

// hangingWord is a title in the middle of a phrase, told by its last word.
var hangingWord = regexp.MustCompile(`(?i)\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at|(?:and|or|any) other)$`)

// pageRange is an agenda's note of where a paper is bound: "(Pages 11 - 84)".
var pageRange = regexp.MustCompile(`\s*\((?i:pages?) \d+(?:\s*[-–]\s*\d+)?\)`)

func clipWords(s string, n int) string {
	f := strings.Fields(s)
	if len(f) > n {
		f = f[:n]
	}
	return strings.Join(f, " ")
}

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
