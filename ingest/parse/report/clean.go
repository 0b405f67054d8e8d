package report

import (
	"regexp"
	"strings"
	"unicode"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// clean leaves out of the lines what is not the report's words: telephone
// numbers and e-mail addresses, which are masked where they stand, and the
// remains of pictures and notes on blank pages, which come back as odd.
func clean(lines []parse.Line) (kept []parse.Line, odd []string) {
	for _, l := range lines {
		words := strings.TrimSpace(imageMark.ReplaceAllString(l.Text, ""))
		pictured := words != strings.TrimSpace(l.Text)
		switch {
		case !hasWords(words) && l.Kind != extract.Row && l.Marker == "":
			continue // a stray stop, a rule of dashes: no words are lost
		case parse.BlankPage(words):
			odd = append(odd, words)
			continue
		case pictured && len(strings.Fields(words)) <= 4, noisy(words) && l.Kind != extract.Row:
			if hasWords(words) {
				odd = append(odd, words)
			}
			continue
		}
		l.Text = mask(words)
		if len(l.Cells) > 0 {
			cells := make([]string, len(l.Cells))
			for i, c := range l.Cells {
				cells[i] = mask(imageMark.ReplaceAllString(c, ""))
			}
			l.Cells = cells
		}
		kept = append(kept, l)
	}
	return kept, odd
}

// imageMark is what programs that make text of Word files leave of a picture:
// "[image: image1.jpg]".
var imageMark = regexp.MustCompile(`\[(?:image|picture|cid):?[^\]\n]{0,80}\]`)

func hasWords(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// noisy says whether a line is what character recognition makes of a crest: a
// few words, and one among them that is mostly signs, one of them a sign that
// prose does not have. "County ‘@e"‘@." and "Council }g}:’)" stand under a
// county's logo.
func noisy(s string) bool {
	words := strings.Fields(s)
	if len(words) > 4 {
		return false
	}
	for _, w := range words {
		letters, all := 0, 0
		for _, r := range w {
			all++
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
		}
		if all >= 3 && letters > 0 && letters*2 < all && strings.ContainsAny(w, `@{}~^|\_<>=#"“”`) {
			return true
		}
	}
	return false
}

// mask puts words in the place of telephone numbers and e-mail addresses. The
// published bytes keep them.
func mask(s string) string {
	if strings.ContainsRune(s, '@') {
		s = email.ReplaceAllString(s, "[e-mail withheld]")
	}
	if digits(s) < 5 {
		return s
	}
	s = labelled.ReplaceAllStringFunc(s, func(m string) string {
		at := strings.IndexFunc(m, func(r rune) bool { return r == '(' || r == '+' || unicode.IsDigit(r) })
		if digits(m[at:]) < 5 {
			return m
		}
		return m[:at] + "[telephone withheld]"
	})
	if digits(s) < 10 {
		return s
	}
	return telephone.ReplaceAllStringFunc(s, func(m string) string {
		if n := digits(m); n < 10 || n > 13 {
			return m
		}
		lead := m[:strings.IndexAny(m, "(+0")]
		return lead + "[telephone withheld]"
	})
}

var (
	email = regexp.MustCompile(`[\pL\pN._%+'’-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	// "Tel: (01772) 533950", "Telephone 03000 414043", "Ext 4043"
	labelled = regexp.MustCompile(`(?i)\b(?:tel(?:ephone)?|phone|mobile|mob|fax|ext(?:ension)?|direct dial)(?:\s+(?:no|number))?\b[\s.:/]*[(+]?[+\d][\d\s()-]*\d`)
	// a number of the United Kingdom's own form, or with its code
	telephone = regexp.MustCompile(`(?:^|[^\d\pL.,£/-])(?:\+44|\(?0)[\d]?(?:[\s()-]{0,2}\d){8,11}\b`)
)

func digits(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
