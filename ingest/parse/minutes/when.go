package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// dateIn is the meeting's day: the first date on a line that speaks of the
// meeting, else the first date of all. The day on which the clerk signed the
// summons is another day: it stands in for the meeting's only where the paper
// does not say at all when that is.
func dateIn(lines []string) archive.Date {
	var first, signed archive.Date
	named := false // a day is named, readable or not
	for i, l := range lines {
		l = misreadOrdinal.ReplaceAllString(l, "${1}th ${2}")
		found := ukdate.Find(l)
		if len(found) == 0 {
			named = named || onWeekday.MatchString(l)
			continue
		}
		before := l[:found[0].Start]
		switch {
		case clerks(lines, i, before):
			if signed == "" {
				signed = found[0].Date
			}
		case heldForm.MatchString(before):
			return found[0].Date
		case first == "":
			first = found[0].Date
		}
	}
	if first == "" && signed != "" {
		if named {
			return ""
		}
		return signed
	}
	if first != "" {
		return first
	}
	for i, l := range lines {
		m := shortYear.FindStringSubmatchIndex(l)
		if m == nil || named && clerks(lines, i, l[:m[0]]) {
			continue
		}
		if d, ok := ukdate.Parse(l[m[2]:m[3]] + "/" + l[m[4]:m[5]] + "/20" + l[m[6]:m[7]]); ok {
			return d
		}
	}
	return ""
}

// clerks reports whether a date in line i is that of an officer's signature.
// before is what the line says ahead of it.
func clerks(lines []string, i int, before string) bool {
	return clerksDate.MatchString(before) || onlyDated.MatchString(before) && i > 0 && officer.MatchString(lines[i-1])
}

var (
	// misreadOrdinal is a day whose small raised "th" was read as signs: 29".
	misreadOrdinal = regexp.MustCompile(`(?i)\b(\d{1,2})(?:["”“'’‘*°»«^]{1,3}|t[h]?["”’»*])\s*(january|february|march|april|may|june|july|august|september|october|november|december)\b`)
	// clerksDate is what stands before the day on which an officer signed.
	clerksDate = regexp.MustCompile(`(?i)\b(?:clerk|proper officer|chief executive|monitoring officer|signed)\b[^.]{0,40}?\bdated?\b[\s:]*$`)
	// onlyDated is that, below the officer's name.
	onlyDated = regexp.MustCompile(`^(?i:dated?)\s*:?\s*$`)
	// onWeekday names the day of a meeting.
	onWeekday = regexp.MustCompile(`(?i)\b(?:held|meeting)\b.{0,60}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`)
)

// shortYear is a day with a year of two digits at the end of a line: "SCRUTINY
// COMMITTEE, 21-11-23". Councils' papers on the web are of this century.
var shortYear = regexp.MustCompile(`(?:^|[\s,])(\d{1,2})[-./](\d{1,2})[-./](\d{2})$`)

var heldForm = regexp.MustCompile(`(?i)\b(?:held|meeting|minutes|date)\b`)

// timeIn is when the meeting began: the first time of day on the line that
// dates it or the lines beside it.
func timeIn(lines []string) string {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		if t, ok := ukdate.Clock(l); ok {
			return t
		}
	}
	return ""
}

// venueIn is where the meeting was held, as printed.
func venueIn(lines []string) string {
	for _, l := range lines {
		if m := venueLabel.FindStringSubmatch(l); m != nil {
			return tidyVenue(m[1])
		}
		if m := venueForm.FindStringSubmatch(l); m != nil && len(m[1]) > 3 {
			return tidyVenue(m[1])
		}
	}
	for _, l := range lines { // "20th June 2017 at 7.30 pm in the Village Hall"
		if presentLabel.MatchString(l) {
			break
		}
		if m := venueAfterTime.FindStringSubmatch(l); m != nil {
			return tidyVenue(m[1])
		}
	}
	return ""
}

// venueAfterTime is a place straight after the time of day.
var venueAfterTime = regexp.MustCompile(`\b\d{1,2}(?:[.:]\d{2})? ?(?:(?i:[ap]\.?m\b\.?|noon|hours|hrs))?,? (?:in|at) ((?:[Tt]he )?[A-Z][^.;]{3,80})`)

// afterVenue is what goes on after a place: "…, commencing at 7 pm".
var afterVenue = regexp.MustCompile(`(?i)[, ]+(?:(?:and|&) (?:via|by|on|over) [a-z]+\s*)?(?:commencing|starting|beginning|following|immediately|when there were|at which|chaired by|pursuant)\b.*$|[, ]+(?:at|from)? ?\d{1,2}[.:]?\d{0,2} ?[ap]\.?m\b.*$`)

var (
	venueLabel = regexp.MustCompile(`^(?i:venue|place|location)\s*:\s*(.+)$`)
	venueForm  = regexp.MustCompile(`(?i)\bheld (?:in|at|on[^.]{0,60}? (?:in|at)) (?:\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\.?,? (?:in|at) )?((?:the )?[A-Z0-9][^.]*?)(?:,? (?:on|at|from|commencing|starting)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|the \d|\d|noon)[^.]*)?(?:\.|$)`)
)

func tidyVenue(s string) string {
	for _, d := range ukdate.Find(s) {
		s = s[:d.Start]
		break
	}
	if at := nextSentence.FindStringIndex(s); at != nil {
		_, width := utf8.DecodeRuneInString(s[at[0]:])
		s = s[:at[0]+width]
	}
	s = afterVenue.ReplaceAllString(strings.TrimSpace(s), "")
	s = regexp.MustCompile(`(?i)[, ]+(?:on|at|from)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[, ]*$`).ReplaceAllString(s, "")
	return strings.Trim(s, " ,;:-–")
}

// nextSentence begins after a place whose full stop or line end was lost: "the
// Village Hall The agenda is below". "The Street" is part of a place.
var nextSentence = regexp.MustCompile(`[\pL\d)] (?:The|All|Members|You|Please|This|There|Present) [a-z]|\n`)
