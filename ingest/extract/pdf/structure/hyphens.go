package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract/pdf/layout"
)

// vocabulary is how often the paper has each word within a line, in small
// letters: what decides whether a hyphen at the end of a line belongs to the
// word.
type vocabulary map[string]int

func vocabularyOf(sheets []Sheet) vocabulary {
	parted := false
	lines := func(f func(l *layout.Line)) {
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
	lines(func(l *layout.Line) { parted = parted || hyphenated(l) })
	if !parted {
		return nil
	}
	v := vocabulary{}
	rest := false // the line starts with the rest of a word
	lines(func(l *layout.Line) {
		parted := hyphenated(l)
		for i, w := range l.Words {
			if (i > 0 || !rest) && (i < len(l.Words)-1 || !parted) {
				v[bare(w.Text)]++
			}
		}
		rest = parted
	})
	return v
}

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
	case unicode.IsLower(after) && unicode.IsLetter(before) && v.oneWord(first, w):
		b.Reset()
		b.WriteString(s[:len(s)-1])
	}
	b.WriteString(w)
}

// prefixes keep their hyphen when the paper has neither form elsewhere.
var prefixes = map[string]bool{
	"self": true, "non": true, "well": true, "multi": true, "vice": true, "cross": true, "semi": true, "mid": true,
	"part": true, "full": true, "half": true, "long": true, "short": true, "low": true, "high": true,
	"year": true, "month": true, "week": true, "follow": true, "two": true, "three": true,
}

// syllables are prefixes that are also where words are parted, "sub-committee"
// and "sub-ject": they keep their hyphen before what the paper has as a word.
var syllables = map[string]bool{
	"sub": true, "co": true, "re": true, "pre": true, "post": true, "inter": true, "anti": true, "ex": true, "over": true, "under": true,
}

// oneWord reports whether first and rest, parted at the end of a line, are
// one word without a hyphen. The paper's own use decides; then whether the
// first part is a word of the paper by itself.
func (v vocabulary) oneWord(first, rest string) bool {
	a, b := bare(first), bare(rest)
	whole, apart := v[a+b], v[a+"-"+b]
	switch {
	case strings.Contains(first, "-"): // "cost-of-" and "living"
		return false
	case whole != apart:
		return whole > apart
	case prefixes[a], syllables[a] && v[b] > 0:
		return false
	}
	return v[a] == 0 || v[b] == 0
}
