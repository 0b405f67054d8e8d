package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// bodyAndDate parts "Cabinet – 30th January 2025" into the body and the day.
// A text without a date is all body.
func bodyAndDate(s string) (string, archive.Date) {
	var day archive.Date
	if found := ukdate.Find(s); len(found) > 0 {
		day = found[0].Date
		s = s[:found[0].Start]
	}
	s = strings.Trim(s, " ,;:.-–—|(")
	s = bodyLead.ReplaceAllString(s, "")
	s = bodyTail.ReplaceAllString(s, "")
	return strings.Trim(s, " ,;:.-–—|("), day
}

var (
	bodyLead = regexp.MustCompile(`(?i)^(?:(?:report to|to|meeting of|meeting:|a meeting of|for|the meeting of)\s+)?(?:the )?(?:members of (?:the )?)?`)
	bodyTail = regexp.MustCompile(`(?i)[\s,–-]*(?:meeting)?(?:\s+(?:to be )?held)?(?:\s+on)?$`)
)

// isBody says whether a few words are the name of a body that meets: the last
// of them, brackets aside, says so.
func isBody(s string) bool {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	if s == "" || len(s) > 110 || strings.ContainsAny(s, ".:;?") {
		return false
	}
	return (bodyName.MatchString(s) || bodyFirst.MatchString(s)) && !alone.MatchString(s)
}

var (
	bodyName  = regexp.MustCompile(`(?i)(?:^|\s)(?:cabinet|council|(?:sub-?\s?)?committee|board|panel|executive|forum|commission|authority|assembly|working (?:group|party)|task group|group|partnership|sub-?group)(?:\s+(?:[A-D]|\d|north|south|east|west|central|meeting|members))?$`)
	bodyFirst = regexp.MustCompile(`(?i)^(?:committee of|board of|panel of)\b`) // "Committee of the Whole Council"
	// alone is who decides alone: a person is no body, as ModernGov's decisions
	// have it too, though the post may end in one's name ("Leader of the Council").
	alone = regexp.MustCompile(`(?i)\b(?:cabinet member|executive member|portfolio holder|(?:deputy )?leader|lead member|director|chief (?:executive|officer)|head of|monitoring officer)\b`)
)

// named says whether a loose line may be a body's name: all its words that
// carry weight begin with capitals, as in "Health and Wellbeing Board" and not
// in "Circulated to Cabinet".
func named(s string) bool {
	for _, w := range strings.Fields(s) {
		switch w {
		case "of", "and", "the", "for", "with", "on", "in", "&", "-", "–":
			continue
		}
		if w = strings.TrimLeft(w, "('‘"); w != "" && w[0] >= 'a' && w[0] <= 'z' {
			return false
		}
	}
	return true
}
