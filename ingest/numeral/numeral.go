// Package numeral reads numbers written in letters: "seven", "twenty-one",
// "one thousand two hundred and fifty".
//
// It is separate because votes, sums of money, periods and counts of what was
// done are all written so, and one list of the words must serve them all.
package numeral

import "strings"

// The words as alternatives of a pattern, in small letters.
const (
	Units = `one|two|three|four|five|six|seven|eight|nine`
	Teens = `ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen`
	Tens  = `twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`

	// Below100 is any number of one to ninety-nine.
	Below100 = `(?:` + Tens + `)[- ](?:` + Units + `)|` + Units + `|` + Teens + `|` + Tens
	// Any is a number of any size as a sum of money is written: hundreds and
	// thousands, "and" between them, "a" for one before them.
	Any = `(?:(?:` + word + `|an?)[ -](?:and )?)*(?:` + word + `)`

	word = Units + `|` + Teens + `|` + Tens + `|hundred|thousand`
)

// words are the number of each word of one to ninety.
var words = func() map[string]int {
	m := map[string]int{}
	for i, w := range strings.Split(Units+"|"+Teens, "|") {
		m[w] = i + 1
	}
	for i, w := range strings.Split(Tens, "|") {
		m[w] = 20 + 10*i
	}
	return m
}()

// Of is a number of one to ninety-nine: 21 of "twenty-one" and of "Twenty
// one". Anything else in s, and a number in figures, gives false.
func Of(s string) (int, bool) {
	parts := parts(s)
	switch len(parts) {
	case 1:
		n, ok := words[parts[0]]
		return n, ok
	case 2:
		ten, unit := words[parts[0]], words[parts[1]]
		return ten + unit, ten >= 20 && unit >= 1 && unit <= 9
	}
	return 0, false
}

// Sum is a number of any size, as Any finds it: 1250 of "one thousand two
// hundred and fifty". It is false where a word is no number, and of nothing.
func Sum(s string) (int, bool) {
	total, part := 0, 0
	for _, w := range parts(s) {
		switch n, known := words[w]; {
		case known:
			part += n
		case w == "and":
		case w == "a", w == "an":
			part++
		case w == "hundred":
			part = max(part, 1) * 100
		case w == "thousand":
			total, part = total+max(part, 1)*1000, 0
		default:
			return 0, false
		}
	}
	return total + part, total+part > 0
}

func parts(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' })
}
