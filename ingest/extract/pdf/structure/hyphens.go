package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract/pdf/layout"
)

// vocabulary is what the paper's words say of a hyphen at the end of a line:
// whether it belongs to the word.
type vocabulary struct {
	seen map[string]int // how often each word stands within a line, in small letters
	// keeps is set where the paper does not part words at the ends of lines, so
	// that a hyphen there is one that the word has anyway.
	keeps bool
}

// eachLine calls f with every line of the paper, those in tables too.
func eachLine(sheets []Sheet, f func(l *layout.Line)) {
	for _, s := range sheets {
		for _, it := range s.Items {
			if it.Line != nil {
				f(it.Line)
				continue
			}
			for _, r := range it.Table.Rows {
				for _, c := range r.Cells {
					for i := range c.Lines {
						f(&c.Lines[i])
					}
				}
			}
		}
	}
}

func vocabularyOf(sheets []Sheet) vocabulary {
	parted := false
	eachLine(sheets, func(l *layout.Line) { parted = parted || hyphenated(l) })
	if !parted {
		return vocabulary{}
	}
	v := vocabulary{seen: map[string]int{}}
	type parts struct{ a, b string }
	var ends []parts
	long, first := 0, ""
	eachLine(sheets, func(l *layout.Line) {
		parted := hyphenated(l)
		if len(l.Words) >= longLine {
			long++
		}
		for i, w := range l.Words {
			if (i > 0 || first == "") && (i < len(l.Words)-1 || !parted) {
				v.seen[bare(w.Text)]++
			}
		}
		if first != "" && len(l.Words) > 0 {
			after, _ := utf8.DecodeRuneInString(l.Words[0].Text)
			if unicode.IsLower(after) {
				ends = append(ends, parts{bare(first), bare(l.Words[0].Text)})
			}
		}
		if first = ""; parted {
			first = l.Words[len(l.Words)-1].Text
		}
	})
	kept, joined := 0, 0
	for _, p := range ends {
		switch v.judge(p.a, p.b) {
		case oneWord:
			joined++
		case compound:
			kept++
		}
	}
	// A paper whose words are parted has a hyphen at the end of one line in
	// twenty or so, and some of them in words that show it.
	v.keeps = kept >= surely*joined && 2*kept > len(ends) || kept >= joined && len(ends)*rarely < long
	return v
}

const (
	longLine = 6  // words that a line has, at least, at whose end a word may be parted
	surely   = 6  // times as many compounds as parted words, where those are slips
	rarely   = 50 // of so many long lines one ends in a hyphen where words are not parted
)

// bare is a word in small letters without the signs around it.
func bare(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// join adds a word to the text so far. Where a line ended in a hyphen the two
// parts become one word, with or without it.
func (v vocabulary) join(b *strings.Builder, w string, newLine bool) {
	if b.Len() == 0 {
		b.WriteString(w)
		return
	}
	s := b.String()
	if newLine && strings.HasSuffix(s, "\u00AD") {
		b.Reset()
		b.WriteString(strings.TrimSuffix(s, "\u00AD"))
		b.WriteString(w)
		return
	}
	if !newLine || !strings.HasSuffix(s, "-") {
		b.WriteByte(' ')
		b.WriteString(w)
		return
	}
	first := s[strings.LastIndexByte(s, ' ')+1 : len(s)-1]
	before, _ := utf8.DecodeLastRuneInString(first)
	after, _ := utf8.DecodeRuneInString(w)
	switch {
	case !unicode.IsLetter(before) && !unicode.IsDigit(before), !unicode.IsLetter(after) && !unicode.IsDigit(after):
		b.WriteByte(' ')
	case unicode.IsLower(after) && unicode.IsLetter(before) && v.joins(first, w):
		b.Reset()
		b.WriteString(s[:len(s)-1])
	}
	b.WriteString(w)
}

// joins reports whether first and rest, parted at the end of a line, are
// one word without a hyphen. The paper's own use of the word decides; then
// what the two parts look like; then whether this paper parts words at all.
func (v vocabulary) joins(first, rest string) bool {
	if strings.Contains(first, "-") { // "cost-of-" and "living"
		return false
	}
	switch a, b := bare(first), bare(rest); v.judge(a, b) {
	case oneWord:
		return true
	case compound:
		return false
	default:
		return !v.keeps && (v.seen[a] == 0 || v.seen[b] == 0)
	}
}

// verdict is what the evidence says of two parts of a word.
type verdict int

const (
	unsure   verdict = iota
	oneWord          // one word without a hyphen
	compound         // a compound, which has its hyphen within a line too
)

// judge gives what the paper's words and the form of the parts say.
func (v vocabulary) judge(a, b string) verdict {
	switch one, two := v.seen[a+b], v.seen[a+"-"+b]; {
	case one > two:
		return oneWord
	case two > one:
		return compound
	}
	switch {
	case closed[a+b]:
		return oneWord
	case endings[b]:
		return oneWord
	case keepers[a]:
		return compound
	case syllables[a]:
		if v.seen[b] > 0 || seconds[b] {
			return compound
		}
		return unsure
	case torn(a, b) && v.seen[b] == 0:
		return oneWord
	case seconds[b] && (v.seen[a] > 0 || firsts[a] || seconds[a] || utf8.RuneCountInString(a) > 3):
		return compound
	case firsts[a] && v.seen[b] > 0:
		return compound
	}
	return unsure
}
