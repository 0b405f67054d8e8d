package classify

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/ingest/numeral"
)

var (
	amount = regexp.MustCompile(`£\s?(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d+(?:\.\d{2})?)`)
	each   = regexp.MustCompile(`(?i)^\s*(?:per|a|each|every|for each|for every|/)\s*(?:calendar |school )?(month|week|year|day|term|session)\b|^\s*(month|week)ly\b`)
	worded = regexp.MustCompile(`(?i)\b(` + numeral.Any + `) pounds?\b`)
	// before is a period before the sum it is for: "a monthly payment of £250".
	before = regexp.MustCompile(`(?i)\b(month|week|year)ly (?:payments?|sums?|allowance) of\s*$`)
)

// sum is the first amount of money in a text, in digits or in letters, and
// the period for which it recurs.
func sum(text string) (*float64, string) {
	m := amount.FindStringSubmatchIndex(text)
	if m == nil {
		if w := worded.FindStringSubmatchIndex(text); w != nil {
			if n, ok := numeral.Sum(text[w[2]:w[3]]); ok {
				pounds := float64(n)
				return &pounds, period(text[:w[0]], text[w[1]:])
			}
		}
		return nil, ""
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text[m[2]:m[3]], ",", ""), 64)
	if err != nil {
		return nil, ""
	}
	return &n, period(text[:m[0]], text[m[1]:])
}

// period is how often a sum is paid, by what stands on either side of it.
func period(left, right string) string {
	if e := each.FindStringSubmatch(right); e != nil {
		return strings.ToLower(e[1] + e[2])
	}
	if e := before.FindStringSubmatch(left); e != nil {
		return strings.ToLower(e[1])
	}
	return ""
}
