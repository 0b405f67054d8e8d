package lgsco

import (
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// remedies reads what the body agreed, or was recommended, to do: one for
// each entry of the lists under "Agreed action" and for each sentence there
// that says what will be done. What each asks for is read by whoever
// classifies; here only its words, its place and its time are.
func remedies(sections []archive.Section, verdict archive.Verdict) []archive.Remedy {
	var out []archive.Remedy
	var under []string
	read := func(has func(archive.Section) bool) {
		for _, s := range sections {
			if has(s) {
				var at []string
				out, at = actions(out, s)
				under = append(under, at...)
			}
		}
	}
	read(func(s archive.Section) bool { return s.Canonical == "actions" })
	if out == nil { // some reports recommend in their summary alone
		read(func(s archive.Section) bool { return canonicalHeading(s.Heading) == "actions" })
	}
	tellApart(out, under)
	if out == nil && verdict != archive.NotUpheld && verdict != archive.Closed {
		out = summedUp(sections)
	}
	return out
}

// tellApart puts the number of its paragraph before each letter that labels a
// remedy, where a letter labels more than one: the "a" under paragraphs 11 and
// 12 are "11a" and "12a". under are the paragraphs' numbers.
func tellApart(remedies []archive.Remedy, under []string) {
	seen := map[string]bool{}
	twice := false
	for i, r := range remedies {
		twice = twice || seen[r.Label] && r.Label != under[i]
		seen[r.Label] = true
	}
	for i := range remedies {
		if r := &remedies[i]; twice && under[i] != "" && r.Label != under[i] {
			r.Label = under[i] + r.Label
		}
	}
}

// actions adds the remedies of one section, and gives beside them the number
// of the paragraph each added one stands under.
func actions(out []archive.Remedy, s archive.Section) (all []archive.Remedy, under []string) {
	at := reader{out: out, before: len(out)}
	if len(s.Pages) == 1 {
		at.page = s.Pages[0]
	}
	for i, para := range s.Paragraphs {
		at.numberUnder()
		if para.N > 0 {
			at.label = strconv.Itoa(para.N)
		}
		if cells := cellsOf(para.Text); cells != nil {
			at.row(cells)
			continue
		}
		at.columns = columns{}
		marker, rest, marked := parse.Marker(para.Text)
		marked = marked && para.N == 0
		next := ""
		if i+1 < len(s.Paragraphs) {
			next = s.Paragraphs[i+1].Text
		}
		if at.intro && marked && at.partOf(marker) {
			at.more = append(at.more, strings.TrimRight(trimAnd(rest), " ,"))
			continue
		}
		at.goOn()
		switch {
		case marked && (at.intro || len(promise.Split(rest)) > 0):
			at.entry(first(parse.Label(marker), at.label), rest)
		case at.intro && (para.N > 0 && goesUnder(para.Text) || para.N == 0 && startsSmall(para.Text)):
			at.entry(at.label, para.Text)
		case opensList(para.Text, next):
			at.open(para.Text)
		default:
			if marked {
				para.Text = rest
			}
			at.prose(para.Text)
		}
	}
	at.goOn()
	at.numberUnder()
	return at.out, at.under
}
