package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// minuteForms are the ways one minute points to another. Bare "minutes 3 to
// 5" is not one: the word or the number must say it is a reference.
var minuteForms = []struct {
	form *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`(?i)\bmin(?:ute)?s?\.?\s+(?:no|nos|number|numbers|ref|reference|references)\b\.?\s*:?\s*(` + minuteNumber + minuteMore + `)`), "[Min. No. 8 refers]; Minute Nos 12 and 15"},
	{regexp.MustCompile(`\b(?:Minute|Min\.?|minute|MINUTE)\s+(` + minuteNumber + `)`), "(Minute C221/Dec/22 refers); in Item 19 (minute 294); the item in Minute 35"},
	{regexp.MustCompile(`[(\[]\s*[Mm]in(?:ute)?s\.?\s+(` + minuteNumber + minuteMore + `)`), "(Minutes 34-36 refer)"},
	{regexp.MustCompile(`[(\[]\s*min\.\s+(` + minuteNumber + `)`), "(min. 24/105)"},
	{regexp.MustCompile(`\bMinutes\s+(` + minuteNumber + minuteMore + `)\s+refer\b`), "Minutes 34 to 36 refer"},
}

const (
	minuteNumber = `(?:[A-Z]{1,5}[. /]?)?\d{1,5}(?:[/.-](?:[A-Z][a-z]{2}|\d{2,5}))*(?:[/.-]\d{1,4})?[A-Za-z]?\b(?:\([a-z0-9]{1,3}\))?`
	minuteMore   = `(?:(?:, ?and |, ?| and | & | to | ?[-–] ?)` + minuteNumber + `)*`
)

var (
	notMinute = regexp.MustCompile(`(?i)\b(?:\d+|few|one|two|three|ten|five|the last|minutes? of the|draft|every|each|per|a)\s*$`)
	// afterMinute is the meeting that a minute is of, where it stands after it:
	// "Minute 34 of the meeting of the Cabinet held on 14 February 2024",
	// "(Minute 19, 4 July 2023)".
	afterMinute = regexp.MustCompile(`(?i)^,? ?\(?(?:of|at|from|,)?(?: the)?(?: minutes of(?: the)?)?(?: (?:last|previous))?(?: meeting)?(?: of(?: the)?)?$|^[^.;]{0,60}(?:held on|of|on|dated|,|\()(?: the)? ?$`)
)

// minuteRefs are the minutes a record refers to, each number once; own is the
// record's own number, which is no reference to another.
func minuteRefs(h *archive.Head, all []said, date archive.Date, own string) []archive.MinuteRef {
	var out []archive.MinuteRef
	years := calendarOf(date)
	for _, s := range all {
		if !mayHaveMinute(s.text) {
			continue
		}
		ms := mentions(s.text, split(s.text))
		for _, f := range minuteForms {
			for _, m := range f.form.FindAllStringSubmatchIndex(s.text, -1) {
				if notMinute.MatchString(s.text[max(0, m[0]-longestNotMinute):m[0]]) {
					continue
				}
				body, day := minuteMeeting(s.text, m[0], m[1], ms, years)
				for _, number := range eachLabel(s.text[m[2]:m[3]]) {
					ref := archive.MinuteRef{Number: number, Body: body, Date: day, Quote: s.text, Page: s.page(h)}
					if number != own && !hasMinute(out, ref) {
						out = append(out, ref)
					}
				}
			}
		}
	}
	return out
}

// mayHaveMinute is a quick look for the word and a number.
func mayHaveMinute(s string) bool {
	return strings.ContainsAny(s, "0123456789") &&
		(strings.Contains(s, "Min") || strings.Contains(s, "min") || strings.Contains(s, "MIN"))
}

// minuteMeeting is the body and the day of the meeting whose minute stands in
// s from start to end, as far as the words beside it say. ms are the bodies
// that s names.
func minuteMeeting(s string, start, end int, ms []mention, years calendar) (string, archive.Date) {
	body := ""
	for _, m := range ms {
		if !m.full {
			continue
		}
		switch {
		case m.end <= start && start-m.end <= longestDay && beforeMinute.MatchString(s[m.end:start]):
			body = m.name
		case m.end <= start && start-m.end <= longestDay:
			if day := dayBetween(s[m.end:start], years); day != "" {
				return m.name, day
			}
		case m.start >= end && m.start-end < 60 && ofMinute.MatchString(s[end:m.start+len(m.bracket(s))]):
			body = m.name
		}
	}
	behind := s[end:min(len(s), end+nearMinute)]
	if days := datesIn(behind, ukdate.Find(behind), years); len(days) > 0 && afterMinute.MatchString(s[end:end+days[0].start]) {
		return body, days[0].date
	}
	return body, ""
}

// dayBetween is the day that stands alone between a body and its minute:
// "Council (29 February 2024, Minute 66)".
func dayBetween(gap string, years calendar) archive.Date {
	days := datesIn(gap, ukdate.Find(gap), years)
	if len(days) != 1 || !beforeDay.MatchString(gap[:days[0].start]) || !afterDay.MatchString(gap[days[0].end:]) {
		return ""
	}
	return days[0].date
}

const (
	// longestDay is more bytes than a day has that stands between a body and its
	// minute, with what parts them.
	longestDay = 50
	// longestNotMinute is more than what tells that the word is of time.
	longestNotMinute = 24
)

// nearMinute is how many bytes behind a minute's number the date of its
// meeting may stand and end.
const nearMinute = 160

var (
	beforeMinute = regexp.MustCompile(`(?i)^(?:['’]s)?,? ?[(\[]?(?:the |at |in )?$`)
	beforeDay    = regexp.MustCompile(`(?i)^(?:['’]s)?,? ?[(\[]?(?:on |of |held on )?(?:the )?$`)
	afterDay     = regexp.MustCompile(`^[,;:]?\s?(?:[(\[–-] ?)?$`)
	ofMinute     = regexp.MustCompile(`(?i)^ ?\((?:the )?$|^,? ?\(?(?:of|from|at) (?:the )?(?:(?:last |previous )?(?:meeting|minutes) of (?:the )?)?$`)
)

// mergeMinutes adds b's references to a's.
func mergeMinutes(a, b []archive.MinuteRef) []archive.MinuteRef {
	for _, m := range b {
		if !hasMinute(a, m) {
			a = append(a, m)
		}
	}
	return a
}

func hasMinute(all []archive.MinuteRef, m archive.MinuteRef) bool {
	for _, o := range all {
		if o.Number == m.Number && (o.Body == m.Body || m.Body == "") && (o.Date == m.Date || m.Date == "") {
			return true
		}
	}
	return false
}
