// Package ukdate reads dates and times of day as British councils write
// them: the day before the month, ordinals or none, commas anywhere, English
// or Welsh months.
//
// It is separate because every parser needs it, and because one rule must
// hold everywhere: a date that could be read two ways is read day first, and
// a day that does not exist is not a date.
package ukdate

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// A Match is one date found in a text: text[Start:End] names the day Date.
type Match struct {
	Start, End int
	Date       archive.Date
}

// Parse reads a string that is a date and nothing else but white space, a
// weekday before it and a time of day after it:
//
//	22/07/2021   2021-07-22   9 Oct 2012   22nd-Jul-2021   26May 2026
//	Tuesday, 9th October 2012 10.00 a.m.   July 22nd, 2021   202107221900
//
// It gives false for anything else, a day that does not exist among them.
func Parse(s string) (archive.Date, bool) {
	s = strings.TrimFunc(s, unicode.IsSpace)
	if paging.MatchString(s) {
		return day(s[:4], s[4:6], s[6:8])
	}
	found := Find(s)
	if len(found) != 1 || found[0].Start != 0 {
		return "", false
	}
	rest := strings.TrimLeft(s[found[0].End:], ",.; \u00a0\t\r\n")
	if rest != "" && !onlyClock(rest) {
		return "", false
	}
	return found[0].Date, true
}

// paging is the form of ModernGov's paging links: yyyyMMddHHmm.
var paging = regexp.MustCompile(`^(?:1[89]|20|21)\d{10}$`)

// Find gives every full date in s, in order and never overlapping. A weekday
// before a date belongs to its span; a time of day after it does not. A day
// without a year is not a date.
func Find(s string) []Match {
	var found []Match
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		run := digits(s[i:])
		m, ok := at(s, i, run)
		if !ok || len(found) > 0 && m.Start < found[len(found)-1].End {
			i += run
			continue
		}
		found = append(found, m)
		i = m.End
	}
	return found
}

// at reads the date whose first digits are the run of n digits at s[i].
func at(s string, i, n int) (Match, bool) {
	if n > 4 || n == 3 || !freeLeft(s[:i]) {
		return Match{}, false
	}
	rest := s[i:]
	if len(rest) > 64 {
		rest = rest[:64]
	}
	start := i
	var d archive.Date
	var end int
	switch {
	case n == 4:
		p := iso.FindStringSubmatchIndex(rest)
		if p == nil {
			return Match{}, false
		}
		d, _ = day(rest[p[2]:p[3]], rest[p[4]:p[5]], rest[p[6]:p[7]])
		end = p[1]
	default:
		d, end = dayFirst(rest)
		if d == "" {
			var month int
			d, end, month = monthFirst(s[:i], rest)
			start = i - month
		}
	}
	if d == "" || !freeRight(s[i+end:]) {
		return Match{}, false
	}
	if w := weekday.FindStringIndex(tail(s[:start])); w != nil {
		from := start - (len(tail(s[:start])) - w[0])
		if freeLeft(s[:from]) {
			start = from
		}
	}
	return Match{Start: start, End: i + end, Date: d}, true
}

const (
	sp    = `[\s\p{Z}]`
	dash  = `[-‐‑‒–/.]`
	nth   = `(?:` + sp + `{0,2}(?:st|nd|rd|th)|af|il|ydd|ed|fed|eg|ain)?`
	names = `january|february|march|april|may|june|july|august|september|october|november|december|` +
		`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|` +
		`ionawr|chwefror|mawrth|fawrth|ebrill|mai|fai|mehefin|fehefin|gorffennaf|orffennaf|awst|medi|fedi|hydref|tachwedd|dachwedd|rhagfyr|ragfyr`
)

var (
	iso     = regexp.MustCompile(`^(\d{4})[-‐‑–](\d{2})[-‐‑–](\d{2})`)
	numeric = regexp.MustCompile(`^(\d{1,2})` + sp + `?([/.-])` + sp + `?(\d{1,2})` + sp + `?([/.-])` + sp + `?(\d{4}|\d{2})`)
	named   = regexp.MustCompile(`(?i)^(\d{1,2})` + nth + `(?:` + sp + `{0,3}` + dash + sp + `{0,3}|,?` + sp + `{0,6}(?:of` + sp + `+|o` + sp + `+|day` + sp + `+of` + sp + `+)?)` +
		`(` + names + `)\.?(?:` + sp + `{0,3}` + dash + sp + `{0,3}(\d{4}|\d{2})|,?` + sp + `{0,6}(\d{4}))`)
	usual   = regexp.MustCompile(`(?i)^(\d{1,2})(?:st|nd|rd|th)?(?:,` + sp + `{0,4}|` + sp + `{1,4})(\d{4})`)
	before  = regexp.MustCompile(`(?i)(` + names + `)\.?` + sp + `{1,4}$`)
	weekday = regexp.MustCompile(`(?i)(?:mon|tues?|wed(?:nes|s)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]{0,2}` + sp + `{1,4}(?:the` + sp + `{1,4})?$|dydd` + sp + `+(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul),?` + sp + `{1,4}$`)
)

// monthNum is the number of every name in names.
var monthNum = func() map[string]int {
	number := map[string]int{}
	for i, row := range strings.Fields(`january|jan|ionawr february|feb|chwefror march|mar|mawrth|fawrth
		april|apr|ebrill may|mai|fai june|jun|mehefin|fehefin july|jul|gorffennaf|orffennaf
		august|aug|awst september|sept|sep|medi|fedi october|oct|hydref november|nov|tachwedd|dachwedd december|dec|rhagfyr|ragfyr`) {
		for _, name := range strings.Split(row, "|") {
			number[name] = i + 1
		}
	}
	return number
}()

// dayFirst reads "22/07/2021" and "9th October, 2012" at the start of s.
func dayFirst(s string) (archive.Date, int) {
	if p := numeric.FindStringSubmatch(s); p != nil && p[2] == p[4] {
		// A two-figure year is only believed of the forms 04/05/21 and
		// 04.05.21: shorter ones are as often fractions and paragraph
		// numbers, and with hyphens the year may stand first.
		if len(p[5]) == 4 || p[2] != "-" && len(p[0]) == 8 {
			if d, ok := day(century(p[5]), p[3], p[1]); ok {
				return d, len(p[0])
			}
		}
	}
	if !monthNear(s) {
		return "", 0
	}
	if p := named.FindStringSubmatch(s); p != nil {
		year := century(p[3] + p[4])
		if d, ok := day(year, strconv.Itoa(monthNum[strings.ToLower(p[2])]), p[1]); ok {
			return d, len(p[0])
		}
	}
	return "", 0
}

// monthNear reports whether one of the first words of s begins as a month
// does. It spares most numbers the long expression.
func monthNear(s string) bool {
	if len(s) > 32 {
		s = s[:32]
	}
	for i := 0; i+3 <= len(s); i++ {
		if monthStart[strings.ToLower(s[i:i+3])] {
			return true
		}
	}
	return false
}

var monthStart = func() map[string]bool {
	start := map[string]bool{}
	for name := range monthNum {
		start[name[:3]] = true
	}
	return start
}()

// monthFirst reads "July 22nd, 2021" where s starts at the day and head ends
// with the month; month is how many bytes of head belong to it.
func monthFirst(head, s string) (d archive.Date, end, month int) {
	p := usual.FindStringSubmatch(s)
	if p == nil {
		return "", 0, 0
	}
	t := tail(head)
	m := before.FindStringSubmatchIndex(t)
	if m == nil || !freeLeft(head[:len(head)-len(t)+m[0]]) {
		return "", 0, 0
	}
	d, ok := day(p[2], strconv.Itoa(monthNum[strings.ToLower(t[m[2]:m[3]])]), p[1])
	if !ok {
		return "", 0, 0
	}
	return d, len(p[0]), len(t) - m[0]
}

// day makes a date of its three parts in figures.
func day(year, month, dayOfMonth string) (archive.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(dayOfMonth)
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	date := archive.NewDate(y, time.Month(m), d)
	if !date.Valid() {
		return "", false
	}
	return date, true
}

// century makes four figures of a year written with two: 70 to 99 are the
// twentieth century's.
func century(year string) string {
	switch {
	case len(year) != 2:
		return year
	case year >= "70":
		return "19" + year
	}
	return "20" + year
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// freeLeft reports whether a date may begin after head: not inside a number,
// a word or a longer run of figures and slashes ("1/22/07/2021").
func freeLeft(head string) bool {
	r, size := utf8.DecodeLastRuneInString(head)
	if size == 0 {
		return true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '£' {
		return false
	}
	if strings.ContainsRune("/.-‐‑–,", r) {
		p, _ := utf8.DecodeLastRuneInString(head[:len(head)-size])
		// "4–6 May 2021" is a range and its second day is a date; figures
		// joined by the others are one number.
		return !unicode.IsDigit(p) || r == '–' || r == '-' && len(head) > 1
	}
	return true
}

// freeRight reports whether a date may end before rest.
func freeRight(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if size == 0 {
		return true
	}
	if unicode.IsDigit(r) {
		return false
	}
	if r == '/' || r == '.' || r == '-' {
		p, _ := utf8.DecodeRuneInString(rest[size:])
		return !unicode.IsDigit(p)
	}
	return true
}

// tail is the end of s, long enough for a weekday or a month, cut at a rune.
func tail(s string) string {
	const enough = 40
	if len(s) <= enough {
		return s
	}
	s = s[len(s)-enough:]
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}
