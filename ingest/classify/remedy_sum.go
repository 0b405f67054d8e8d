package classify

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	amount = regexp.MustCompile(`£\s?(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d+(?:\.\d{2})?)`)
	each   = regexp.MustCompile(`(?i)^\s*(?:per|a|each|every|for each|for every|/)\s*(?:calendar |school )?(month|week|year|day|term|session)\b|^\s*(month|week)ly\b`)
	worded = regexp.MustCompile(`(?i)\b(` + wordedNumber + `) pounds?\b`)
	// before is a period before the sum it is for: "a monthly payment of £250".
	before = regexp.MustCompile(`(?i)\b(month|week|year)ly (?:payments?|sums?|allowance) of\s*$`)
)

// wordedNumber is a number in letters, "two hundred and fifty".
const wordedNumber = `(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|an?)[ -](?:and )?)*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)`

// sum is the first amount of money in a text, in digits or in letters, and
// the period for which it recurs.
func sum(text string) (*float64, string) {
	m := amount.FindStringSubmatchIndex(text)
	if m == nil {
		if w := worded.FindStringSubmatchIndex(text); w != nil {
			if n, ok := worth(text[w[2]:w[3]]); ok {
				return &n, period(text[:w[0]], text[w[1]:])
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

// worth is a number in letters: 1250 of "one thousand two hundred and fifty".
func worth(words string) (float64, bool) {
	total, part, any := 0, 0, false
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' }) {
		n, known := count(w)
		switch {
		case w == "and":
			continue
		case w == "a", w == "an":
			n, known = 1, true
			part += n
		case w == "hundred":
			part, known = max(part, 1)*100, true
		case w == "thousand":
			total, part, known = total+max(part, 1)*1000, 0, true
		default:
			part += n
		}
		if !known {
			return 0, false
		}
		any = true
	}
	return float64(total + part), any && total+part > 0
}
