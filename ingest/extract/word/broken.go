package word

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// lineBreak stands in a paragraph's words where its writer broke the line. It
// is white space where it does not end a paragraph.
const lineBreak = "\v"

// parts cuts a paragraph at those line breaks by which clerks end one: a
// heading and what was said, typed with Shift and Enter between, are one
// paragraph to Word. Others only break a line: a wrapped sentence.
func parts(raw string) []string {
	var out []string
	for _, line := range strings.Split(raw, lineBreak) {
		if n := len(out); n > 0 && !endsAt(text.Tidy(out[n-1]), text.Tidy(line), line) {
			out[n-1] += lineBreak + line
			continue
		}
		out = append(out, line)
	}
	return out
}

// endsAt reports whether a line break between two lines ends a paragraph:
// after a stop or a colon, before a list's marker, at an empty line, and where
// a short line that leaves nothing open stands above one that begins anew.
func endsAt(before, after, raw string) bool {
	if before == "" || after == "" {
		return before != ""
	}
	if _, _, marked := text.Marker(raw); marked || strings.ContainsAny(before[len(before)-1:], ".:;!?") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(after)
	return utf8.RuneCountInString(before) < 80 && !unicode.IsLower(first) && !leavesOpen.MatchString(before)
}

var leavesOpen = regexp.MustCompile(`(?i)(?:\b(?:of|in|on|for|and|or|to|the|a|an|with|by|from|at)|[,–—&/(-])$`)

// more are the blocks of a paragraph's parts after the first, which are like
// it but for its list's label and its links.
func more(like extract.Block, parts []string) []extract.Block {
	var out []extract.Block
	for _, raw := range parts {
		b := extract.Block{Text: text.Tidy(raw), Class: like.Class, Size: like.Size, Bold: like.Bold}
		typedMarker(&b, raw)
		out = append(out, b)
	}
	return out
}
