package report

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A part is one headed piece of a report, in the report's words.
type part struct {
	heading   string
	canonical string
	level     int // of the heading as the reader of the file saw it, 0 where it did not
	lines     []parse.Line
}

func (p part) section() archive.Section {
	text, _, pages := parse.Join(p.lines)
	return archive.Section{Heading: p.heading, Canonical: p.canonical, Text: text, Pages: pages}
}

// readParts cuts what follows the front at its headings. What stands before
// the first is a part without a heading.
func readParts(lines []parse.Line) []part {
	var parts []part
	for i, l := range lines {
		o, ok := openingOf(l)
		if !ok {
			o, ok = numberedHeading(lines, i)
		}
		if ok && o.canonical == "" && len(parts) > 0 && parts[len(parts)-1].canonical == recommending && recommends.MatchString(l.Text) {
			ok = false // printed large, but what is asked and no heading
			l.Kind = extract.Entry
		}
		if ok && o.canonical == "" && len(parts) > 0 && parts[len(parts)-1].listGoesOn(lines[i:]) {
			ok = false // over a few of the entries of a list, which goes on below it
			l.Kind = extract.Heading
		}
		if ok && o.canonical == "" && l.Marker != "" && len(parts) > 0 && parts[len(parts)-1].listsPapers() {
			ok = false // a paper of the list, printed as a link or in bold
			l.Kind = extract.Entry
		}
		if ok {
			parts = append(parts, part{heading: o.heading, canonical: o.canonical, level: l.Level})
			if o.rest == "" {
				continue
			}
			l.Text, l.Marker, l.Kind = o.rest, "", extract.Paragraph
			if m, rest, ok := parse.Marker(o.rest); ok && o.entry {
				l.Text, l.Marker, l.Kind = rest, m, extract.Entry
			}
		}
		if len(parts) == 0 {
			parts = append(parts, part{})
		}
		p := &parts[len(parts)-1]
		p.lines = append(p.lines, l)
	}
	return parts
}

// listsPapers reports whether a part is a list of background papers with
// numbers or letters of its own.
func (p part) listsPapers() bool {
	for _, l := range p.lines {
		if m := parse.Label(l.Marker); p.canonical == backPapers && (m == "1" || m == "a" || m == "i") {
			return true
		}
	}
	return false
}

// An opening is a line that begins a part: its heading, what that means, and
// what the line goes on to say.
type opening struct {
	heading, canonical, rest string
	entry                    bool // rest is the first entry of a list
}

// openingOf reads a line as the beginning of a part: a heading of the tables
// alone in its line ("Executive Summary", "2. Financial implications:"), one
// with its text behind it ("Summary: Transitions involve …"), or what the
// reader of the file saw to be a heading.
func openingOf(l parse.Line) (opening, bool) {
	text := strings.TrimSpace(l.Text)
	if l.Kind == extract.Row || text == "" || l.Marker != "" && parse.Label(l.Marker) == "" {
		return opening{}, false
	}
	if len(text) < 90 {
		if c := canonicalOf(text); c != "" && startsUpper(text) {
			return opening{heading: strings.TrimRight(text, " :"), canonical: c}, true
		}
	}
	if head, rest, found := strings.Cut(text, ":"); found && len(head) < 60 && startsUpper(head) && l.Kind != extract.Entry {
		if c := canonicalOf(head); c != "" && strings.TrimSpace(rest) != "" && !forWhat.MatchString(rest) {
			return opening{heading: head, canonical: c, rest: strings.TrimSpace(rest)}, true
		}
	}
	if m := beforeList.FindStringSubmatch(text); m != nil && l.Marker == "" && l.Kind != extract.Entry {
		if c := canonicalOf(m[1]); c != "" {
			return opening{heading: m[1], canonical: c, rest: m[2], entry: true}, true
		}
	}
	if l.Kind == extract.Heading || l.Bold && l.Marker == "" && len(text) < 90 && !strings.ContainsAny(text[len(text)-1:], ".;,:") && hasWords(text) {
		return opening{heading: strings.TrimRight(text, " :")}, true
	}
	return opening{}, false
}

// beforeList is a heading that a reader put in one line with the first entry
// of the list below it: "Progress a) Pay Ms C".
var beforeList = regexp.MustCompile(`^([A-Z][A-Za-z' ]{3,40}) ((?:\(?[a1]\)|\(?i\)) [A-Z].{8,})`)

// forWhat is what a template says a report is for: "Purpose: For decision".
var forWhat = regexp.MustCompile(`(?i)^\s*for (?:decision|information|noting|approval|discussion|consideration|scrutiny|comment)s?\.?$`)

// recommends is how a recommendation begins.
var recommends = regexp.MustCompile(`^(?:That|To|NOTE|Note|AGREE|Agree|APPROVE|Approve|ENDORSE|Endorse|RECOMMEND|Recommend|CONSIDER|Consider|COMMENT|Comment|DELEGATE|Delegate|ADOPT|Adopt|If)\b.{12}`)

func startsUpper(s string) bool {
	if m := numbered.FindString(strings.ToLower(s)); m != "" {
		s = s[len(m):]
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// follows reports whether the last paragraph that has a number of a part has
// that of the part before n: "2.3" before the heading "3. Agreed actions".
func follows(lines []parse.Line, n string) bool {
	want, err := strconv.Atoi(n)
	for i := len(lines) - 1; i >= 0 && err == nil; i-- {
		if m := inPart.FindStringSubmatch(parse.Printed(lines[i].Block)); m != nil {
			last, _ := strconv.Atoi(m[1])
			return last == want-1
		}
	}
	return false
}

var inPart = regexp.MustCompile(`^(\d{1,2})\.\d{1,2}\.?\s`)

// numberedHeading reads "2. Quarterly Performance Report" as a heading where
// what follows is numbered below it, "2.1", or where it goes on from the
// numbers above it.
func numberedHeading(lines []parse.Line, i int) (opening, bool) {
	l := lines[i]
	printed := parse.Printed(l.Block)
	m := wholeNumber.FindStringSubmatch(printed)
	if m == nil || l.Kind == extract.Row || len(printed) > 110 || strings.ContainsAny(printed[len(printed)-1:], ".;,:") || i+1 >= len(lines) {
		return opening{}, false
	}
	next := parse.Printed(lines[i+1].Block)
	if !strings.HasPrefix(next, m[1]+".1") && !l.Bold && !(len(strings.Fields(m[2])) <= 8 && follows(lines[:i], m[1])) {
		return opening{}, false
	}
	heading := strings.TrimSpace(m[2])
	return opening{heading: heading, canonical: canonicalOf(heading)}, startsUpper(heading)
}

var wholeNumber = regexp.MustCompile(`^(\d{1,2})(?:\.0)?[.)]?\s+(\S.*)$`)
