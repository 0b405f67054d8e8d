package ukdate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Clock gives the first time of day in s on the twenty-four hour clock,
// "19:00". It reads "7.00 pm", "7:00pm", "7pm", "10.00 a.m.", "12 noon",
// "12 midnight", "19.00", "19:00" and "1900 hours". A bare "7.30" is not a time: it does not
// say of which half of the day, and is as often a paragraph's number.
func Clock(s string) (string, bool) {
	for _, p := range clock.FindAllStringSubmatchIndex(s, -1) {
		if t, ok := readClock(s, p); ok {
			return t, true
		}
	}
	return "", false
}

var clock = regexp.MustCompile(`(?i)(\d{1,2})(?:[\s\p{Z}]?([.:·])[\s\p{Z}]?(\d{2}))?[\s\p{Z}]{0,3}(noon|midday|midnight|a\.?[\s\p{Z}]?m\b\.?|p\.?[\s\p{Z}]?m\b\.?)` +
	`|(\d{1,2})([.:])(\d{2})(?:[\s\p{Z}]{0,2}(?:hours|hrs|hr)\b)?` +
	`|([012]\d)([0-5]\d)[\s\p{Z}]{0,2}(?:hours|hrs)\b` +
	`|\b(noon|midday|midnight)\b`)

// readClock says what the match p of clock in s means, if it is a time.
func readClock(s string, p []int) (string, bool) {
	if p[0] > 0 && strings.ContainsRune("0123456789.:/-£$", rune(s[p[0]-1])) && p[20] < 0 {
		return "", false
	}
	part := func(i int) string {
		if p[2*i] < 0 {
			return ""
		}
		return s[p[2*i]:p[2*i+1]]
	}
	switch {
	case part(10) != "":
		return named12(part(10)), true
	case part(8) != "":
		return hm(part(8), part(9))
	case part(4) != "":
		return twelve(part(1), part(3), strings.ToLower(part(4)))
	}
	return twentyFour(s, p, part(5), part(7))
}

// twelve reads "7.30" with am, pm, noon or midnight after it.
func twelve(hour, minute, half string) (string, bool) {
	h, _ := strconv.Atoi(hour)
	if minute == "" {
		minute = "00"
	}
	switch {
	case h > 12:
		// "14.00 pm" is a slip whose meaning is plain; "14.00 am" is not.
		if half[0] != 'p' {
			return "", false
		}
		return hm(hour, minute)
	case half == "noon" || half == "midday":
		if h != 12 {
			return "", false
		}
	case half == "midnight":
		if h != 12 {
			return "", false
		}
		h = 0
	case h == 0:
		return "", false
	case half[0] == 'p' && h < 12:
		h += 12
	case half[0] == 'a' && h == 12:
		h = 0
	}
	return hm(strconv.Itoa(h), minute)
}

// twentyFour reads a bare "19.00" or "09:30": two figures before the point,
// and nothing after that would make it a price, a share or a paragraph.
func twentyFour(s string, p []int, hour, minute string) (string, bool) {
	if len(hour) != 2 {
		return "", false
	}
	rest := s[p[1]:]
	if rest != "" && (strings.ContainsRune("0123456789%/", rune(rest[0])) ||
		len(rest) > 1 && strings.ContainsRune(".,:", rune(rest[0])) && rest[1] >= '0' && rest[1] <= '9') {
		return "", false
	}
	for _, unit := range []string{"m ", "million", "per cent", "billion", "km", "miles", "hectares"} {
		if strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), unit) {
			return "", false
		}
	}
	return hm(hour, minute)
}

func hm(hour, minute string) (string, bool) {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	if h > 23 || m > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

func named12(word string) string {
	if strings.EqualFold(word, "midnight") {
		return "00:00"
	}
	return "12:00"
}

// onlyClock reports whether s is a time of day and nothing else.
func onlyClock(s string) bool {
	p := clock.FindStringSubmatchIndex(s)
	if p == nil || p[0] != 0 {
		return false
	}
	_, ok := readClock(s, p)
	return ok && strings.Trim(s[p[1]:], " .,;\u00a0\t\r\n") == ""
}
