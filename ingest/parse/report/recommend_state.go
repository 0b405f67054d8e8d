package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// wasDecided reports whether a paper is the record of a decision that was taken:
// it calls itself one, not a proposed one or a draft, and who decides says so:
// "I agree to:".
func wasDecided(lines []parse.Line, parts []part) bool {
	is := false
	for _, l := range lines[:min(len(lines), 12)] {
		if recordOf.MatchString(l.Text) {
			is = !notYet.MatchString(l.Text)
			break
		}
	}
	if !is {
		return false
	}
	for _, p := range parts {
		if p.canonical != recommending {
			continue
		}
		for _, l := range p.lines {
			if l.Kind != extract.Row && agreed.MatchString(l.Text) {
				return true
			}
		}
	}
	return false
}

var (
	recordOf = regexp.MustCompile(`(?i)\brecord of (?:[\pL-]+ ){0,3}decisions?\b`)
	notYet   = regexp.MustCompile(`(?i)\b(?:proposed|draft|template)\b`)
	agreed   = regexp.MustCompile(`\bI (?:(?:have|hereby|therefore) )*(?:agreed?|decided?|approved?|resolved?|determined?|authorised?)\b`)
)

// unread is the doubt that a heading says there are recommendations and none
// was found.
func unread(r *archive.Report) []parse.Doubt {
	if len(r.Recommendations) > 0 {
		return nil
	}
	for _, s := range r.Sections {
		if s.Canonical != recommending || !strings.Contains(strings.ToLower(s.Heading), "recommend") {
			continue
		}
		if !noneAsked.MatchString(s.Text) {
			return []parse.Doubt{{Where: s.Heading, Because: "the recommendations could not be read"}}
		}
	}
	return nil
}

// noneAsked is what stands where a report asks nothing.
var noneAsked = regexp.MustCompile(`(?i)^\s*(?:none|nil|n/?a|not applicable|there (?:are|is) no(?:ne)?\b.*|(?:this report is )?for (?:information|noting)(?: only)?)\s*\.?\s*$`)
