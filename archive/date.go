package archive

import "time"

// A Date is a calendar day as ISO 8601, "2021-07-22", or "" where it is not
// known. Dates compare as strings.
type Date string

// NewDate gives the date, or "" if there is no such day.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day {
		return ""
	}
	return Date(t.Format(time.DateOnly))
}

// Valid reports whether d is a real day between 1800 and 2199: what a council
// paper can speak of.
func (d Date) Valid() bool {
	t, err := time.Parse(time.DateOnly, string(d))
	return err == nil && t.Year() >= 1800 && t.Year() < 2200
}

// Time is midnight UTC at the start of the day, or the zero time.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Year is the first four characters, or "" where the date is not known.
func (d Date) Year() string {
	if len(d) < 4 {
		return ""
	}
	return string(d[:4])
}

// Long is the date as a person writes it, "22 July 2021", or "".
func (d Date) Long() string {
	t := d.Time()
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006")
}
