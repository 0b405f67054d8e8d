package text

import (
	"regexp"
	"strings"

	"moothall/ingest/extract"
)

// Marker parts the marker that opens a paragraph from its words: "a) Notes
// the report" gives "a)" and "Notes the report". It knows bullets of any
// font, the "o" of Word's second level, dashes, and letters, roman numerals
// and numbers with their brackets or stops. It is asked before white space is
// tidied, for "o" marks an entry only where a gap follows it.
func Marker(s string) (marker, rest string, ok bool) {
	s = strings.TrimLeft(strings.TrimLeftFunc(s, func(r rune) bool { return r == '\u00a0' || weightless(r) || r <= ' ' }), "\u00a0")
	if opensWord(s) {
		return "", s, false
	}
	for _, form := range markerForms {
		if m := form.FindStringSubmatchIndex(s); m != nil {
			return s[m[2]:m[3]], s[m[3]:], true
		}
	}
	return "", s, false
}

// opensWord reports whether s begins with a word that no marker is: letters
// without a stop or a bracket after them. Nearly all paragraphs do, and are
// spared the forms.
func opensWord(s string) bool {
	i := 0
	for i < len(s) && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' {
		i++
	}
	switch {
	case i == 0:
		return false
	case i == len(s) || i > 6:
		return true
	}
	return s[i] != '.' && s[i] != ')' && s[:i] != "o"
}

// A letter or a number alone ("A report was", "15 members") is no marker: it
// needs its bracket or its stop. A number with a point in it may be a sum
// ("3.5 million"), so it needs a capital after it.
var markerForms = []*regexp.Regexp{
	regexp.MustCompile(`^([·•●▪■◦‣∙⁃§➢►✓*\x{F0B7}\x{F0A7}\x{F0D8}\x{F0FC}\x{F076}])(?:[\s\p{Zs}]|$)`),
	regexp.MustCompile(`^([·•●▪■◦‣∙⁃➢\x{F0B7}\x{F0A7}\x{F0D8}])[\p{L}\p{N}£"'‘“(]`),
	regexp.MustCompile(`^([-–—])[\s\p{Zs}]+[^\s\d]`),
	regexp.MustCompile(`^(o)(?:\t|\x{A0}|[\s\p{Zs}]{2})`),
	regexp.MustCompile(`^(\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxlIVXL]{1,6})\.?\))(?:[\s\p{Zs}]|$|[A-Z‘“][a-z])`),
	regexp.MustCompile(`^((?:\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,3}|[a-z]|[ivx]{1,5})\.)(?:[\s\p{Zs}]|$)`),
	regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){1,3})[\s\p{Zs}]+[A-Z‘“(]`),
}

// SetLevels gives the entries among blocks their level, from 1, where the
// source did not say it: a marker of a new kind under an entry begins a list
// inside that entry, and one of an outer kind ends it. Other blocks end every
// list.
func SetLevels(blocks []extract.Block) {
	var open []string // the kinds of the lists we are in, outermost first
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != extract.Entry {
			open = open[:0]
			continue
		}
		if b.Level > 0 {
			continue
		}
		k := markerKind(b.Marker)
		depth := -1
		for d, kind := range open {
			if kind == k || k == "i" && kind == "a" && follows(blocks, i) {
				depth = d
			}
		}
		if depth < 0 {
			open = append(open, k)
			depth = len(open) - 1
		}
		open = open[:depth+1]
		b.Level = depth + 1
	}
}

// follows reports whether the entry at i, marked with a letter that is a
// roman numeral too, comes after the letter before it: (h), (i).
func follows(blocks []extract.Block, i int) bool {
	if i == 0 {
		return false
	}
	a, b := bare(blocks[i-1].Marker), bare(blocks[i].Marker)
	return len(a) == 1 && len(b) == 1 && a[0]+1 == b[0]
}

func bare(marker string) string { return strings.ToLower(strings.Trim(marker, "().")) }

// markerKind is what kind of counting a marker belongs to.
func markerKind(marker string) string {
	m := bare(marker)
	switch {
	case m == "" || m[0] >= 0x80 || strings.ContainsAny(m[:1], "-*"):
		return m
	case marker == "o":
		return "bullet o"
	case m[0] >= '0' && m[0] <= '9':
		return strings.Repeat("1.", strings.Count(m, ".")+1)
	case strings.Trim(m, "ivxl") == "":
		return "i"
	}
	return "a"
}
