package classify

import (
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// A calendar is what is known of the years that a record's dates leave out.
type calendar struct {
	near archive.Date            // the record's own day, "" where it has none
	full map[string]archive.Date // by month and day, "03-05": the dates that the record prints in full
}

// calendarOf notes the dates that a record prints in full. A day and month
// that stand with two years name neither.
func calendarOf(near archive.Date) calendar {
	return calendar{near: near, full: map[string]archive.Date{}}
}

func (c calendar) note(printed []ukdate.Match) {
	for _, m := range printed {
		key := string(m.Date[5:])
		if d, ok := c.full[key]; ok && d != m.Date {
			c.full[key] = ""
		} else if !ok {
			c.full[key] = m.Date
		}
	}
}

// inYear gives a day its year. said is what is printed in place of one, "last
// year", "last"; next is the date after it in a list.
func (c calendar) inYear(y ukdate.Yearless, said string, next archive.Date) archive.Date {
	if next != "" {
		return y.In(next.Time().Year())
	}
	if c.near == "" {
		if strings.TrimSpace(said) != "" {
			return ""
		}
		return c.full[string(y.In(leapYear)[5:])]
	}
	if said == " last" {
		return c.shifted(c.nearest(y), true, false)
	}
	for word, shift := range map[string]int{"last": -1, "this": 0, "next": 1} {
		if strings.Contains(said, word) {
			return y.In(c.near.Time().Year() + shift)
		}
	}
	return c.nearest(y)
}

// leapYear has every day.
const leapYear = 2024

// nearest is the day in the year that brings it nearest to the record's own.
func (c calendar) nearest(y ukdate.Yearless) archive.Date {
	var best archive.Date
	var gap time.Duration
	for _, shift := range []int{-1, 0, 1} {
		d := y.In(c.near.Time().Year() + shift)
		if d == "" {
			continue
		}
		if g := d.Time().Sub(c.near.Time()).Abs(); best == "" || g < gap {
			best, gap = d, g
		}
	}
	return best
}

// shifted is a guessed day moved into the past or the future of the record's
// own, where the words say that it lies there: the minutes of a meeting are of
// one that was, and what is announced is to come.
func (c calendar) shifted(d archive.Date, past, future bool) archive.Date {
	switch {
	case c.near == "":
		return d
	case past && d > c.near:
		return inOtherYear(d, -1)
	case future && d < c.near:
		return nextYear(d)
	}
	return d
}

// far reports whether a day lies so far from the record's own that its year
// might as well be another. A clerk's tense alone does not move a near one: "23
// April was agreed for the meeting".
func (c calendar) far(d archive.Date) bool {
	const near = 120 * 24 * time.Hour
	return d.Time().Sub(c.near.Time()).Abs() > near
}

func nextYear(d archive.Date) archive.Date { return inOtherYear(d, 1) }

// inOtherYear is the same day some years later, d itself where there is none.
func inOtherYear(d archive.Date, years int) archive.Date {
	t := d.Time()
	if other := archive.NewDate(t.Year()+years, t.Month(), t.Day()); other != "" {
		return other
	}
	return d
}
