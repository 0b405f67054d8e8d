package ukdate

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
)

// A Yearless is a day and a month without a year: text[Start:End] names it.
type Yearless struct {
	Start, End int
	Month      time.Month
	Day        int
}

// In is the day in a year, "" where the year has none such.
func (y Yearless) In(year int) archive.Date {
	d := archive.NewDate(year, y.Month, y.Day)
	if !d.Valid() {
		return ""
	}
	return d
}

// FindYearless gives the days in s that stand with their month, in order and
// never overlapping: "13th February", "13 Feb.", "13 th of February", "the 2 Mawrth",
// "February 13th". Those of a full date are among them, for the caller may
// know better what follows. A month in small letters is none: "items 3 and 4
// may be taken".
func FindYearless(s string) []Yearless {
	var found []Yearless
	last := 0 // the end of the one before
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		run := digits(s[i:])
		y, ok := yearlessAt(s, i, run)
		if !ok || y.Start < last {
			i += run
			continue
		}
		found = append(found, y)
		i, last = y.End, y.End
	}
	return found
}

// yearlessAt reads the day whose figures are the run of n at s[i].
func yearlessAt(s string, i, n int) (Yearless, bool) {
	if n > 2 || !freeLeft(s[:i]) {
		return Yearless{}, false
	}
	rest := s[i:min(len(s), i+40)]
	if monthNear(rest) {
		if m := dayThenMonth.FindStringSubmatchIndex(rest); m != nil && capital(rest[m[4]]) {
			return yearless(i, i+m[5], rest[m[4]:m[5]], rest[m[2]:m[3]])
		}
	}
	if m := nthAlone.FindStringSubmatchIndex(rest); m != nil {
		t := tail(s[:i])
		if b := monthBefore.FindStringSubmatchIndex(t); b != nil && capital(t[b[2]]) && freeLeft(s[:i-len(t)+b[0]]) {
			return yearless(i-len(t)+b[0], i+m[1], t[b[2]:b[3]], rest[m[2]:m[3]])
		}
	}
	return Yearless{}, false
}

func yearless(start, end int, month, day string) (Yearless, bool) {
	d, _ := strconv.Atoi(day)
	y := Yearless{Start: start, End: end, Month: time.Month(monthNum[strings.ToLower(month)]), Day: d}
	return y, y.In(2024) != "" // a leap year has every day
}

func capital(b byte) bool { return b >= 'A' && b <= 'Z' }

var (
	dayThenMonth = regexp.MustCompile(`(?i)^(\d{1,2})` + nth + `\.?` + sp + `{0,3}(?:(?:day` + sp + `+)?of` + sp + `+|o` + sp + `+)?(` + names + `)\b`)
	nthAlone     = regexp.MustCompile(`(?i)^(\d{1,2})` + sp + `?(?:st|nd|rd|th)\b`)
	monthBefore  = regexp.MustCompile(`(?i)(` + names + `)\.?` + sp + `{1,4}(?:the` + sp + `)?$`)
)
