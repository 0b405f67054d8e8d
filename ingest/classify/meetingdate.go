package classify

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// A dated is a date in a sentence. after is the end of the date before it
// when nothing but "and" or a comma stands between, else -1.
type dated struct {
	start, end int
	date       archive.Date
	after      int
	guessed    bool // its year is printed neither beside it nor in its list
}

// A calendar is what is known of the years that a record's dates leave out.
type calendar struct {
	near archive.Date            // the record's own day, "" where it has none
	full map[string]archive.Date // by month and day, "03-05": the dates that the record prints in full
}

// calendarOf reads the dates that a record prints in full. A day and month that stand
// with two years name neither.
func calendarOf(text string, near archive.Date) calendar {
	c := calendar{near: near, full: map[string]archive.Date{}}
	for _, m := range ukdate.Find(text) {
		key := string(m.Date[5:])
		if d, ok := c.full[key]; ok && d != m.Date {
			c.full[key] = ""
		} else if !ok {
			c.full[key] = m.Date
		}
	}
	return c
}

const months = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`

var (
	// bareDay is a day and month without its year: "13th February", "February 13th".
	bareDay = regexp.MustCompile(`\b(?:(\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? (` + months + `)|(` + months + `) (?:the )?(\d{1,2})(?:st|nd|rd|th))\b(\.?,? (?:of )?(?:last|this|next) year\b)?`)

	// dashed is a date in two figures each, "12-10-23", as Welsh councils write
	// them; a reference ("22-10-23-4") is none.
	dashed = regexp.MustCompile(`(?:^|[\s(])(\d{2})-(\d{2})-(\d{2})(?:$|[\s).,;:])`)

	// short is a date in as few figures as it needs, "19/4/23": beside the word
	// meeting it is no fraction, and after "on" or "held" no paragraph's number.
	short = regexp.MustCompile(`(?:^|[\s(])(\d{1,2})/(\d{1,2})/(\d{2})(?:$|[\s).,;:])|\b(?:on|held|of) (\d{1,2})\.(\d{1,2})\.(\d{2})(?:$|[\s).,;:])`)

	// slashed is a day and a month in figures, "on 16/04".
	slashed = regexp.MustCompile(`\b(?:on|held|of) (?:the )?(\d{1,2})/(\d{1,2})(?:$|[\s).,;:])`)

	// daysBefore are the days of a list whose month stands after its last:
	// "4, 11 and" before "25 September 2023".
	daysBefore = regexp.MustCompile(`(?:^|[^\d.,/£-])((?:(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day )?\d{1,2}(?:st|nd|rd|th)?(?:, ?and |, ?| and | & ))+)(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$`)
	aDay       = regexp.MustCompile(`\d{1,2}`)
	// numbered is what stands before a number that is no day: "Items 4, 11 and".
	numbered = regexp.MustCompile(`(?i)\b(?:items?|minutes?|no|nos|numbers?|pages?|sections?|paragraphs?|appendix|appendices|tables?|recommendations?|wards?|phases?|stages?|at|£)\.? ?$`)

	// itemNumber is a minute's number that looks like a date: "21.01.03 Minutes".
	itemNumber = regexp.MustCompile(`^\s*\d\d\.\d\d\.\d\d\s+\p{Lu}`)
)

// datesIn are the dates of a sentence. A day without a year takes the year of
// the next date in its list, else that of the same day printed in full
// elsewhere, else the year that brings it nearest to the record's own day.
func datesIn(s string, c calendar) []dated {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []dated
	for _, m := range ukdate.Find(s) {
		if m.Start < 3 && itemNumber.MatchString(s) {
			continue
		}
		out = append(out, dated{start: m.Start, end: m.End, date: m.Date, after: -1})
	}
	if strings.ContainsAny(s, "/-") || strings.Count(s, ".") > 1 {
		out = figures(s, c, out)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	out = append(out, bareDays(s, c, out)...)
	for _, d := range out {
		out = append(out, listBefore(s, d)...)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	for i := 1; i < len(out); i++ {
		if out[i].start >= out[i-1].end && follows(s, out[i-1].end, out[i].start) {
			out[i].after = out[i-1].end
		}
	}
	return out
}

// bareDays are the days and months without a year that stand apart from the
// dates found already, which are in order. It goes from the end, for a year is
// passed on through the whole of a list.
func bareDays(s string, c calendar, found []dated) []dated {
	var out []dated
	bare := bareDay.FindAllStringSubmatchIndex(s, -1)
	next := len(found)       // the first date found that stands after the day
	list := dated{start: -1} // the day after it, where a list gave that its year
	for i := len(bare) - 1; i >= 0; i-- {
		m := bare[i]
		if m[2] < 0 { // the month first
			copy(m[2:6], []int{m[8], m[9], m[6], m[7]})
		}
		for next > 0 && found[next-1].start >= m[1] {
			next--
		}
		if overlaps(found[max(0, next-3):min(len(found), next+3)], m[0], m[1]) {
			continue
		}
		of := archive.Date("")
		if next < len(found) && follows(s, m[1], found[next].start) {
			of = found[next].date
		} else if list.start >= m[1] && follows(s, m[1], list.start) {
			of = list.date
		}
		year := ""
		if m[10] >= 0 {
			year = strings.ToLower(s[m[10]:m[11]])
		}
		if d := c.inYear(s[m[2]:m[3]], s[m[4]:m[5]], year, of); d != "" {
			out = append(out, dated{start: m[0], end: m[1], date: d, after: -1, guessed: of == ""})
			if of != "" {
				list = out[len(out)-1]
			}
		}
	}
	return out
}

// follows reports whether nothing but what parts the days of a list stands
// between from and to.
func follows(s string, from, to int) bool {
	const longest = 40 // ", and on the Wednesday, the"
	return to-from <= longest && listed.MatchString(s[from:to])
}

// figures adds the dates that are printed in figures alone and in forms that
// elsewhere may be something else.
func figures(s string, c calendar, out []dated) []dated {
	for _, m := range dashed.FindAllStringSubmatchIndex(s, -1) {
		if d, ok := ukdate.Parse(s[m[2]:m[3]] + "/" + s[m[4]:m[5]] + "/20" + s[m[6]:m[7]]); ok {
			out = append(out, dated{start: m[2], end: m[7], date: d, after: -1})
		}
	}
	for _, m := range short.FindAllStringSubmatchIndex(s, -1) {
		if m[2] < 0 {
			m = append(m[:2:2], m[8:]...)
		}
		day, _ := strconv.Atoi(s[m[2]:m[3]])
		month, _ := strconv.Atoi(s[m[4]:m[5]])
		year, _ := strconv.Atoi(s[m[6]:m[7]])
		if d := archive.NewDate(2000+year, time.Month(month), day); d != "" && !overlaps(out, m[2], m[7]) {
			out = append(out, dated{start: m[2], end: m[7], date: d, after: -1})
		}
	}
	for _, m := range slashed.FindAllStringSubmatchIndex(s, -1) {
		month, _ := strconv.Atoi(s[m[4]:m[5]])
		if month < 1 || month > 12 || overlaps(out, m[2], m[5]) {
			continue
		}
		if d := c.inYear(s[m[2]:m[3]], time.Month(month).String(), "", ""); d != "" {
			out = append(out, dated{start: m[2], end: m[5], date: d, after: -1, guessed: true})
		}
	}
	return out
}

func overlaps(all []dated, start, end int) bool {
	for _, d := range all {
		if start < d.end && end > d.start {
			return true
		}
	}
	return false
}

// listBefore are the days before d that share its month and year.
func listBefore(s string, d dated) []dated {
	m := daysBefore.FindStringSubmatchIndex(s[:d.start])
	if m == nil || numbered.MatchString(s[:m[2]]) {
		return nil
	}
	var out []dated
	for _, at := range aDay.FindAllStringIndex(s[m[2]:m[3]], -1) {
		day, _ := strconv.Atoi(s[m[2]+at[0] : m[2]+at[1]])
		t := d.date.Time()
		if date := archive.NewDate(t.Year(), t.Month(), day); date != "" {
			end := m[2] + at[1]
			for _, th := range []string{"st", "nd", "rd", "th"} {
				if strings.HasPrefix(s[end:], th) {
					end += 2
					break
				}
			}
			out = append(out, dated{start: m[2] + at[0], end: end, date: date, after: -1})
		}
	}
	return out
}

var listed = regexp.MustCompile(`^(?:,| and| &|, and| or|;| and on|, on)\s*(?:on )?(?:the )?` + weekDay + `(?:the )?$`)

// inYear gives a day its year. said is what is printed in place of one, "last
// year"; next is the date after it in a list.
func (c calendar) inYear(day, month, said string, next archive.Date) archive.Date {
	read := func(year string) archive.Date {
		d, ok := ukdate.Parse(day + " " + month + " " + year)
		if !ok {
			return ""
		}
		return d
	}
	if next != "" {
		return read(next.Year())
	}
	for word, shift := range map[string]int{"last": -1, "this": 0, "next": 1} {
		if strings.Contains(said, word) {
			if c.near == "" {
				return ""
			}
			return read(c.near.Time().AddDate(shift, 0, 0).Format("2006"))
		}
	}
	if leap := read("2024"); leap != "" { // any day has one there
		if d := c.full[string(leap[5:])]; d != "" && c.near == "" {
			return d
		}
	}
	if c.near == "" {
		return ""
	}
	var best archive.Date
	var gap time.Duration
	for _, shift := range []int{-1, 0, 1} {
		d := read(c.near.Time().AddDate(shift, 0, 0).Format("2006"))
		if d == "" {
			continue
		}
		g := d.Time().Sub(c.near.Time()).Abs()
		if best == "" || g < gap {
			best, gap = d, g
		}
	}
	return best
}
