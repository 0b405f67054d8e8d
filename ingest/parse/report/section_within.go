package report

import (
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// listGoesOn reports whether a heading stands within a list of recommendations:
// below the words that lead to it and over its first entry, or between two
// letters that follow each other. Numbers that follow each other may be those
// of the report's paragraphs; there the heading must be a smaller one.
func (p part) listGoesOn(lines []parse.Line) bool {
	head := lines[0]
	if p.canonical != recommending || head.Marker != "" || len(p.lines) == 0 {
		return false
	}
	var below parse.Line
	for _, l := range lines[1:min(len(lines), 4)] {
		if l.Kind != extract.Heading {
			below = l
			break
		}
	}
	label := parse.Label(below.Marker)
	if label == "" {
		return false
	}
	for i := len(p.lines) - 1; i >= 0; i-- {
		l := p.lines[i]
		switch last := parse.Label(l.Marker); {
		case last != "" && strings.Replace(l.Marker, last, "", 1) == strings.Replace(below.Marker, label, "", 1):
			smaller := p.level > 0 && head.Level > p.level
			return followsLabel(last, label) && (smaller || last[0] > '9')
		case leadIn(l.Text):
			return place26(label) == 1
		}
	}
	return false
}

// followsLabel reports whether a label is next in the series of another: "i"
// follows "h", and is the first of the small Roman numbers.
func followsLabel(last, label string) bool {
	if len(last) == 1 && len(label) == 1 && last[0] >= 'a' {
		return label[0] == last[0]+1
	}
	n := place26(last)
	return n > 0 && place26(label) == n+1
}
