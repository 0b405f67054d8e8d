package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// recommendations are what a report asks a body to do: the entries of the
// list under its heading, or the one sentence there. committee is the body
// the report goes to; it stands where the words say "the Committee".
func recommendations(parts []part, committee string) []archive.Recommendation {
	var all []archive.Recommendation
	for _, p := range parts {
		if p.canonical == recommending {
			all = append(all, notAgain(all, asked(p, committee))...)
		}
	}
	return all
}

func asked(p part, committee string) []archive.Recommendation {
	var found []archive.Recommendation
	var more []string // what goes on the last of them
	goOn := func() {
		if len(more) > 0 {
			last := &found[len(found)-1]
			last.Text += " " + strings.Join(more, " ")
			more = nil
		}
	}
	var level int
	led := true // the words stand right below the heading, a lead-in or their like
	addressee := addresseeOf(p.heading, committee)
	for _, l := range unfold(p.lines) {
		if a := addresseeOf(l.Text, committee); a != "" {
			addressee = a
		}
		last := len(found) - 1
		switch {
		case l.Kind == extract.Row, l.Kind == extract.Heading: // what a few of the entries are about
		case leadIn(l.Text): // "4.1 Cabinet is asked to:" has a number, and is no entry
			goOn()
			led, level = true, 0
		case isEntry(l) && last >= 0 && level > 0 && l.Level > level:
			more = append(more, parse.Printed(l.Block))
		case isEntry(l):
			goOn()
			if level == 0 {
				level = l.Level
			}
			found = append(found, archive.Recommendation{Label: parse.Label(l.Marker), Text: l.Text, To: addressee, Page: l.Page})
		case led && isAsked(l.Text):
			goOn()
			found = append(found, archive.Recommendation{Text: l.Text, To: addressee, Page: l.Page})
		case reminds.MatchString(l.Text):
			goOn()
			led = false
		case last >= 0 && unfinished(found[last].Text, more...) && goesOn(l.Text, found[last].Label):
			more = append(more, l.Text)
		case !strings.HasSuffix(l.Text, ":") && asks.MatchString(l.Text) && !leadsList(l.Text):
			goOn()
			found = append(found, archive.Recommendation{Text: l.Text, To: addressee, Page: l.Page})
		default:
			led = false
		}
	}
	goOn()
	for i := range found {
		if found[i].To == "" {
			found[i].To = committee
		}
	}
	return found
}

// isEntry says whether a line is a list's, though old Word files lose the
// labels of lists.
func isEntry(l parse.Line) bool { return l.Marker != "" || l.Kind == extract.Entry }

// asks are the words of a recommendation that is one sentence: "County Council
// is asked to note the report."
var asks = regexp.MustCompile(`(?i)\b(?:asked|recommended|requested|invited|recommends?|recommendation is|agrees?|notes?|approves?|endorses?|considers?|is to|should)\b`)

// leadsList says whether a sentence only leads to a list: "Cabinet is asked to".
func leadsList(s string) bool { return leads.MatchString(strings.TrimSpace(s)) }

var leads = regexp.MustCompile(`(?i)(?:\bto|\bthat|:|[-–])$`)

// unfinished reports whether a text stops without a stop; more is what goes on it.
func unfinished(s string, more ...string) bool {
	s = strings.TrimSpace(s)
	for i := len(more) - 1; i >= 0; i-- {
		if last := strings.TrimSpace(more[i]); last != "" {
			s = last
			break
		}
	}
	return s != "" && !strings.ContainsAny(s[len(s)-1:], ".;:!?")
}

// unfold parts a paragraph that runs several labelled recommendations
// together, "a) NOTE the forecast; b) AGREE the changes", into entries.
func unfold(lines []parse.Line) []parse.Line {
	var out []parse.Line
	next := 1 // the place of the next label that stands before a paragraph: "A.", then "B."
	for _, l := range lines {
		switch m := opens.FindStringSubmatch(l.Text); {
		case l.Kind == extract.Row, l.Marker != "" && !inner.MatchString(l.Text):
			out = append(out, l)
		case l.Marker == "" && m != nil && place26(parse.Label(m[1])) == next && len(unfoldOne(l)) == 1:
			next++
			l.Kind, l.Marker, l.Text, l.Level = extract.Entry, m[1], l.Text[len(m[0]):], 1
			out = append(out, l)
		default:
			out = append(out, unfoldOne(l)...)
		}
	}
	return out
}

var opens = regexp.MustCompile(`^(\(?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})[.)])\s+`)

var inner = regexp.MustCompile(`(?:^|[\s:;,.])(\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}|[A-Z])[.)])\s+[A-Z]`)

// innerSmall is the same before words in small letters, where brackets must
// stand for the capital.
var innerSmall = regexp.MustCompile(`(?:^|[\s:;,.])(\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\))\s+\pL`)

func unfoldOne(l parse.Line) []parse.Line { return unfoldBy(l, inner) }

func unfoldBy(l parse.Line, inner *regexp.Regexp) []parse.Line {
	text := parse.Printed(l.Block)
	var cuts [][2]int // where a marker begins and ends
	want := 0
	for _, m := range inner.FindAllStringSubmatchIndex(text, -1) {
		marker := text[m[2]:m[3]]
		label := parse.Label(marker)
		if n := place26(label); label != "" && (n == want+1 || want == 0 && n == 1) {
			cuts = append(cuts, [2]int{m[2], m[3]})
			want = n
		}
	}
	if len(cuts) == 0 || len(cuts) == 1 && !strings.HasSuffix(strings.TrimSpace(text[:cuts[0][0]]), ":") {
		return []parse.Line{l}
	}
	var out []parse.Line
	if lead := strings.TrimSpace(text[:cuts[0][0]]); lead != "" {
		first := l
		first.Marker, first.Kind, first.Text = "", extract.Paragraph, lead
		out = append(out, first)
	}
	for i, c := range cuts {
		end := len(text)
		if i+1 < len(cuts) {
			end = cuts[i+1][0]
		}
		e := l
		e.Kind, e.Marker, e.Text = extract.Entry, text[c[0]:c[1]], strings.TrimSpace(text[c[1]:end])
		if e.Level == 0 {
			e.Level = 1
		}
		out = append(out, e)
	}
	return out
}

// place26 is where a label stands in its series: "a", "i" and "1" are first.
func place26(label string) int {
	romans := []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}
	if label == "i" {
		return 1
	}
	for i, r := range romans {
		if label == r && len(label) > 1 {
			return i + 1
		}
	}
	if len(label) == 1 && label[0] >= 'a' && label[0] <= 'z' {
		return int(label[0]-'a') + 1
	}
	n := 0
	for _, r := range label {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
