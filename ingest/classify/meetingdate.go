package classify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// A dated is a date in a sentence.
type dated struct {
	start, end int
	date       archive.Date
	listed     bool // nothing but "and" or a comma stands between it and the date before
	guessed    bool // its year is printed neither beside it nor in its list
}

// datesIn are the dates of a sentence, of which printed are those in full. A
// day without a year takes the year of the next date in its list, else that of
// the same day printed in full elsewhere, else the year that brings it nearest
// to the record's own day.
func datesIn(s string, printed []ukdate.Match, c calendar) []dated {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []dated
	for _, m := range printed {
		if m.Start < 3 && itemNumber.MatchString(s) {
			continue
		}
		out = append(out, dated{start: m.Start, end: m.End, date: m.Date})
	}
	if strings.ContainsAny(s, "/-") || strings.Count(s, ".") > 1 {
		out = figures(s, c, out)
		inOrder(out)
	}
	out = append(out, yearlessDays(s, c, out)...)
	for _, d := range out {
		for _, other := range listBefore(s, d) {
			if !overlaps(out, other.start, other.end) { // "Feb 28th, June 13th"
				out = append(out, other)
			}
		}
	}
	inOrder(out)
	for i := 1; i < len(out); i++ {
		out[i].listed = out[i].start >= out[i-1].end && follows(s, out[i-1].end, out[i].start)
		near := out[i].listed || out[i-1].guessed && out[i].start-out[i-1].end < besideDate
		if near && out[i].guessed && out[i-1].date.Time().Sub(out[i].date.Time()) > halfYear {
			out[i].date = nextYear(out[i].date)
		}
	}
	return out
}

// besideDate is as many bytes as part the days of a timetable, "Cabinet 13
// December, Scrutiny 12 January".
const besideDate = 40

// halfYear is more than a list of days goes back, but for the turn of a year.
const halfYear = 182 * 24 * time.Hour

func inOrder(all []dated) {
	slices.SortStableFunc(all, func(a, b dated) int { return a.start - b.start })
}

// itemNumber is a minute's number that looks like a date: "21.01.03 Minutes".
var itemNumber = regexp.MustCompile(`^\s*\d\d\.\d\d\.\d\d\s+\p{Lu}`)

// yearlessDays are the days and months without a year that stand apart from the
// dates found already, which are in order. It goes from the end, for a year is
// passed on through the whole of a list.
func yearlessDays(s string, c calendar, found []dated) []dated {
	var out []dated
	bare := ukdate.FindYearless(s)
	next := len(found)       // the first date found that stands after the day
	list := dated{start: -1} // the day after it, where a list gave that its year
	for _, y := range slices.Backward(bare) {
		for next > 0 && found[next-1].start >= y.End {
			next--
		}
		if overlaps(found[max(0, next-3):min(len(found), next+3)], y.Start, y.End) {
			continue
		}
		of := archive.Date("")
		if next < len(found) && follows(s, y.End, found[next].start) {
			of = found[next].date
		} else if list.start >= y.End && follows(s, y.End, list.start) {
			of = list.date
		}
		instead := insteadOfYear.FindString(s[y.End:min(len(s), y.End+30)])
		d := dated{start: y.Start, end: y.End + len(instead), date: c.inYear(y, strings.ToLower(instead), of), guessed: of == "" && instead == ""}
		if d.date == "" {
			continue
		}
		out = append(out, d)
		if of != "" {
			list = d
		}
	}
	return out
}

// insteadOfYear is what may be said in place of a year: "9 June last year",
// "16th November last".
var insteadOfYear = regexp.MustCompile(`^\.?,? (?:of )?(?:last|this|next) year\b|^,? last\b`)

// follows reports whether nothing but what parts the days of a list stands
// between from and to.
func follows(s string, from, to int) bool {
	const longest = 100 // ", and on the Wednesday, the"
	return to-from <= longest && listed.MatchString(s[from:to])
}

var listed = regexp.MustCompile(`^(?: \([^()]{1,80}\))?(?:,| and| &|, and| or|;| and on|, on)\s*(?:on )?(?:the )?` + weekDay + `(?:the )?$`)

var (
	// dashed is a date in two figures each, "12-10-23", as Welsh councils write
	// them; a reference ("22-10-23-4") is none.
	dashed = regexp.MustCompile(`(?:^|[\s(])(\d{2})-(\d{2})-(\d{2})(?:$|[\s).,;:])`)

	// short is a date in as few figures as it needs, "19/4/23": beside the word
	// meeting it is no fraction, and after "on" or "held" no paragraph's number.
	short = regexp.MustCompile(`(?:^|[\s(])(\d{1,2})/(\d{1,2})/(\d{2})(?:$|[\s).,;:])|\b(?i:on|held|of) (?i:the )?(\d{1,2})\.(\d{1,2})\.(\d{2})(?:$|[\s).,;:])`)

	// slashed is a day and a month in figures, "on 16/04", "the next meeting
	// (11/4)", "Planning Cttee 11/12", and slashedMore one more of the same list.
	slashed     = regexp.MustCompile(`\b(?:(?:on|held|of) (?:the )?|(?:[Mm]eeting|[Mm]in(?:ute)?s|[Cc]ommittee|[Cc]ttee|[Pp]anel|[Bb]oard),?\.? \(?)(\d{1,2})/(\d{1,2})(?:$|[\s).,;:])`)
	slashedMore = regexp.MustCompile(`^(?:,| and| &|, and) (\d{1,2})/(\d{1,2})(?:$|[\s).,;:])`)
)

// figures adds the dates that are printed in figures alone and in forms that
// elsewhere may be something else.
func figures(s string, c calendar, out []dated) []dated {
	for _, m := range dashed.FindAllStringSubmatchIndex(s, -1) {
		if d, ok := ukdate.Parse(s[m[2]:m[3]] + "/" + s[m[4]:m[5]] + "/20" + s[m[6]:m[7]]); ok {
			out = append(out, dated{start: m[2], end: m[7], date: d})
		}
	}
	for _, m := range short.FindAllStringSubmatchIndex(s, -1) {
		if m[2] < 0 {
			m = append(m[:2:2], m[8:]...)
		}
		if d := archive.NewDate(2000+figure(s[m[6]:m[7]]), time.Month(figure(s[m[4]:m[5]])), figure(s[m[2]:m[3]])); d != "" && !overlaps(out, m[2], m[7]) {
			out = append(out, dated{start: m[2], end: m[7], date: d})
		}
	}
	for _, m := range slashed.FindAllStringSubmatchIndex(s, -1) {
		for m != nil {
			if overlaps(out, m[2], m[5]) {
				break
			}
			y := ukdate.Yearless{Month: time.Month(figure(s[m[4]:m[5]])), Day: figure(s[m[2]:m[3]])}
			if y.In(leapYear) == "" {
				break
			}
			if d := c.inYear(y, "", ""); d != "" {
				out = append(out, dated{start: m[2], end: m[5], date: d, guessed: true})
			}
			end := m[5]
			if m = slashedMore.FindStringSubmatchIndex(s[end:]); m != nil {
				for i := range m {
					m[i] += end
				}
			}
		}
	}
	return out
}

func figure(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func overlaps(all []dated, start, end int) bool {
	for _, d := range all {
		if start < d.end && end > d.start {
			return true
		}
	}
	return false
}

// listBefore are the days before d that share its month and year: "4, 11 and"
// before "25 September 2023".
func listBefore(s string, d dated) []dated {
	before := s[max(0, d.start-longestList):d.start]
	if !mayEndList(before) {
		return nil
	}
	m := daysBefore.FindStringSubmatchIndex(before)
	from := d.start - len(before)
	if m == nil || numbered.MatchString(s[max(0, from+m[2]-longestNumbered):from+m[2]]) {
		return nil
	}
	var out []dated
	t := d.date.Time()
	for _, at := range aDay.FindAllStringSubmatchIndex(before[m[2]:m[3]], -1) {
		start := from + m[2]
		if date := archive.NewDate(t.Year(), t.Month(), figure(s[start+at[2]:start+at[3]])); date != "" {
			out = append(out, dated{start: start + at[0], end: start + at[1], date: date, guessed: d.guessed})
		}
	}
	return out
}

// longestList is how many bytes of a list of days are looked at before its
// last.
const longestList = 160

// longestNumbered is more bytes than what says that a list is of numbers.
const longestNumbered = 24

// mayEndList is a quick look for what parts the days of a list, with a figure
// or its letters before it: "4 and", "11th,".
func mayEndList(before string) bool {
	whole := before[:leadOf(before, len(before))]
	head := whole
	for _, part := range []string{" and", " or", "&", ","} {
		head = strings.TrimRight(strings.TrimSuffix(head, part), " ")
	}
	if head == whole || head == "" {
		return false
	}
	last := head[len(head)-1]
	return last >= '0' && last <= '9' || last >= 'a' && last <= 'z' && len(head) > 2 && strings.Contains("st nd rd th", head[len(head)-2:])
}

var (
	daysBefore = regexp.MustCompile(`(?:^|[^\d.,/£-])((?:(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day )?\d{1,2}(?:st|nd|rd|th)?(?:, ?and |, ?| and | & | or ))+)(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	aDay       = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th)?`)
	// numbered is what stands before a number that is no day: "Items 4, 11 and".
	numbered = regexp.MustCompile(`(?i)\b(?:items?|minutes?|no|nos|numbers?|pages?|sections?|paragraphs?|appendix|appendices|tables?|recommendations?|wards?|phases?|stages?|at|£)\.? ?$`)
)

// weekDay is a day of the week that stands before a date, with what parts them.
const weekDay = `(?:(?i:mon|tue?s?|wed(?:nes|s)?|thu?r?s?|fri|sat(?:ur)?|sun)(?i:day)?\.?,? )?`
