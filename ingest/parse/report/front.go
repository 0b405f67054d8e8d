package report

import (
	"regexp"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A field is one labelled thing in front of a report, in the report's words.
type field struct {
	key    key
	label  string
	values []string
	x      float64 // where the label begins, in points; 0 where not known
	shared bool    // the label before it stands in the same line, both without values
}

// front is what stands before a report's first section.
type front struct {
	fields []field
	loose  []parse.Line // what no label claims, the title and the body among it
}

// readFront takes the front matter off a report.
func readFront(lines []parse.Line) (front, []parse.Line) {
	var f front
	for i, l := range lines {
		if f.ends(lines, i) {
			return f, lines[i:]
		}
		if l.Kind == extract.Row {
			var above []string
			if i > 0 && lines[i-1].Kind == extract.Row {
				above = lines[i-1].Cells
			}
			f.row(l.Cells, above)
			continue
		}
		n := len(f.fields)
		if !f.labelled(parse.Printed(l.Block)) && !f.goesOn(l.Text, l.X0) {
			f.loose = append(f.loose, l)
		}
		for ; n < len(f.fields); n++ {
			f.fields[n].x = l.X0
		}
	}
	return f, nil
}

// mostFront is how many blocks a front may have, and longFront how long the
// longest of them may be: what is longer is the report itself.
const (
	mostFront = 60
	longFront = 400
)

// ends says whether the front is over before line i: a section's heading
// stands there, or prose.
func (f *front) ends(lines []parse.Line, i int) bool {
	l := lines[i]
	printed := parse.Printed(l.Block)
	if i < mostFront && (l.Kind == extract.Row || labelOf(l.Text) != none && canonicalOf(l.Text) == "" || isFurnitureOfFront(l.Text)) {
		return false
	}
	if p := labelPieces(printed); i < mostFront && len(p) > 0 && canonicalOf(printed[p[0].start:p[0].end]) == "" {
		return false
	}
	if i >= mostFront || len(l.Text) > longFront {
		return true
	}
	if h, ok := openingOf(l); ok && h.canonical != "" && h.canonical != contactSection {
		// A report may be called "Overview" or "Consultation": the first line is
		// no section's heading.
		return i > 0 || h.rest != ""
	}
	if l.Kind == extract.Heading && f.has(title) && !f.hangs(l.X0) && !answered.MatchString(printed) {
		return true
	}
	marker := parse.Label(l.Marker)
	return l.Kind == extract.Entry && (marker == "1" || marker == "1.1" || marker == "1.0") && (f.has(title) || f.has(to) || len(f.loose) > 0)
}

func (f *front) has(k key) bool {
	for _, x := range f.fields {
		if x.key == k && len(x.values) > 0 {
			return true
		}
	}
	return false
}

var ombudsman = regexp.MustCompile(`(?i)\bombudsm[ae]n\b|\bLGS?C?O\b`)
