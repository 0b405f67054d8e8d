package report

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// aboutOmbudsman says whether a report answers an Ombudsman: its title says
// so, or its prose does again and again.
func aboutOmbudsman(title string, lines []parse.Line) bool {
	if ombudsman.MatchString(title) {
		return true
	}
	n := 0
	for _, l := range lines {
		if (strings.Contains(l.Text, "mbudsm") || strings.Contains(l.Text, "LG")) && ombudsman.MatchString(l.Text) {
			n++
		}
	}
	return n >= 3
}

// findingDate is when the Ombudsman's report or decision was given: the date
// in the title ("Report by the … Ombudsman … - 27 March 2019"), or in the
// first sentence that says when it was published.
func findingDate(title string, lines []parse.Line) archive.Date {
	if found := ukdate.Find(title); len(found) > 0 && ombudsman.MatchString(title) {
		return found[len(found)-1].Date
	}
	for _, form := range []*regexp.Regexp{given, decided} {
		for _, l := range lines {
			if digits(l.Text) < 4 {
				continue // no date
			}
			for _, s := range sentences(l.Text) {
				if !ombudsman.MatchString(s) || !form.MatchString(s) || earlier.MatchString(s) {
					continue
				}
				if found := ukdate.Find(s); len(found) > 0 {
					return found[0].Date
				}
			}
		}
	}
	return ""
}

var (
	given   = regexp.MustCompile(`(?i)\b(?:published|issued|final (?:decision|report)|report dated|decision dated|(?:report|decision) (?:was )?(?:dated|made) on)\b`)
	decided = regexp.MustCompile(`(?i)\b(?:decision|report|finding|findings|found|upheld|decided|concluded)\b`)
	earlier = regexp.MustCompile(`(?i)\b(?:earlier|previous|original|prior|first)\b[^.]{0,30}\b(?:decision|report|finding|findings|investigation)\b`)
)

// earlierDecisions are the sentences that speak of a decision before this
// one, with its date: "The previous decision taken in August 2017 …".
func earlierDecisions(lines []parse.Line) []archive.EarlierDecision {
	var all []archive.EarlierDecision
	for _, l := range lines {
		if digits(l.Text) < 4 {
			continue
		}
		for _, s := range sentences(l.Text) {
			if !earlier.MatchString(s) {
				continue
			}
			if when := when(s[earlier.FindStringIndex(s)[0]:]); when != "" {
				all = append(all, archive.EarlierDecision{When: when, Quote: s, Page: l.Page})
			}
		}
	}
	return all
}

// when is the first date in a text, or the first month with a year.
func when(s string) string {
	m := monthYear.FindStringSubmatchIndex(s)
	if found := ukdate.Find(s); len(found) > 0 && (m == nil || found[0].Start <= m[0]) {
		return string(found[0].Date)
	}
	if m == nil {
		return ""
	}
	month, err := time.Parse("January", s[m[2]:m[3]])
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s-%02d", s[m[4]:m[5]], month.Month())
}

var monthYear = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December),?\s+((?:19|20)\d\d)\b`)

// sentences cuts a paragraph at its full stops, but not after "Mr." and its
// like.
func sentences(s string) []string {
	var all []string
	begin := 0
	for _, m := range stop.FindAllStringIndex(s, -1) {
		if titled.MatchString(s[begin : m[0]+1]) {
			continue
		}
		all = append(all, strings.TrimSpace(s[begin:m[0]+1]))
		begin = m[0] + 1
	}
	return append(all, strings.TrimSpace(s[begin:]))
}

var (
	stop   = regexp.MustCompile(`[.!?]["'’”)]?\s+["'‘“(]?[A-Z£]`)
	titled = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Dr|St|No|Cllr|para)\.$`)
)
