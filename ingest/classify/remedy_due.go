package classify

import (
	"regexp"
	"strings"

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

// dueDate is the day by which a remedy is due: the one stated, or so many days,
// weeks or months after the decision was made. Working days are not counted,
// nor times that run from something else ("within two weeks of the review").
func dueDate(due string, decided archive.Date) archive.Date {
	if d := archive.Date(due); d.Valid() {
		return d
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

var spanOf = regexp.MustCompile(`(?i)^(?:within|in)?\s?(?:the next )?(\d{1,3}|[a-z]+)(?: calendar)?[ -](day|week|month|year)s?(?: (?:of|from|after) (?:the |my |our |this )*(?:date of )?(?:the |my |our |this )?(?:final )?(?:decision|report|statement))?$`)
