package classify

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/promise"
	"moothall/ingest/ukdate"
)

// deadline is until when a remedy is due, as stated, or an ISO date.
func deadline(text string) string {
	due := promise.Due(text)
	if found := ukdate.Find(due); len(found) == 1 {
		return string(found[0].Date)
	}
	return due
}

// dueDates fills the days by which remedies are due, as far as they are stated
// or can be counted from the day of the decision; decided is "" where that is
// not known.
func dueDates(rs []archive.Remedy, decided archive.Date) {
	for i := range rs {
		if rs[i].DueDate == "" {
			rs[i].DueDate = dueDate(rs[i].Due, decided)
		}
	}
}

// dueDate is the day by which a remedy is due: the one stated, or so many days,
// weeks or months after the decision was made. Working days are not counted,
// nor times that run from something else ("within two weeks of the review").
func dueDate(due string, decided archive.Date) archive.Date {
	if d := archive.Date(due); d.Valid() {
		return d
	}
	if m := monthEnd.FindStringSubmatch(due); m != nil {
		first, err := time.Parse("January 2006", m[1]+" "+m[2])
		if err != nil {
			return ""
		}
		last := first.AddDate(0, 1, -1)
		return archive.NewDate(last.Year(), last.Month(), last.Day())
	}
	if m := noYear.FindStringSubmatch(due); m != nil && decided != "" {
		return nextDay(m[1], decided)
	}
	m := spanOf.FindStringSubmatch(due)
	if m == nil || decided == "" {
		return ""
	}
	n, ok := count(m[1])
	if strings.EqualFold(m[1], "a") || strings.EqualFold(m[1], "an") {
		n, ok = 1, true
	}
	if !ok {
		return ""
	}
	from := decided.Time()
	switch strings.ToLower(m[2]) {
	case "day":
		from = from.AddDate(0, 0, n)
	case "week":
		from = from.AddDate(0, 0, 7*n)
	case "month":
		day := from.Day()
		from = from.AddDate(0, n, 0)
		if from.Day() != day { // 31 January and a month is the last of February
			from = from.AddDate(0, 0, -from.Day())
		}
	case "year":
		from = from.AddDate(n, 0, 0)
	}
	return archive.NewDate(from.Year(), from.Month(), from.Day())
}

// nextDay is the first day of that name after a decision: 30 June 2024 of "30
// June", decided in March 2024.
func nextDay(day string, decided archive.Date) archive.Date {
	from := decided.Time()
	for year := from.Year(); year <= from.Year()+1; year++ {
		if found := ukdate.Find(day + " " + strconv.Itoa(year)); len(found) == 1 && found[0].Date >= decided {
			return found[0].Date
		}
	}
	return ""
}

var (
	monthEnd = regexp.MustCompile(`(?i)^(?:by|before|no later than)? ?(?:the )?end of ([A-Z][a-z]+) (\d{4})$`)
	noYear   = regexp.MustCompile(`(?i)^(?:by|before|no later than|on or before) (\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+)$`)
)

var spanOf = regexp.MustCompile(`(?i)^(?:within|in)?\s?(?:the next )?(\d{1,3}|[a-z]+)(?: calendar)?[ -](day|week|month|year)s?(?: (?:of|from|after) (?:the |my |our |this )*(?:date of )?(?:the |my |our |this )?(?:final )?(?:decision|report|statement|determination))?$`)
