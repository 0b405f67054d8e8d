package parse

import (
	"regexp"
	"strconv"
	"strings"
)

// Marker parts the marker that opens a paragraph from its words: "a) Notes the
// report" gives "a)" and "Notes the report". Bullets, letters, roman numerals
// and numbers in the forms clerks type are known; ok is false where there is
// none.
func Marker(text string) (marker, rest string, ok bool) {
	m := markerForm.FindStringSubmatch(text)
	if m == nil {
		if m = gluedMarker.FindStringSubmatch(text); m != nil {
			return m[1], strings.TrimSpace(text[strings.Index(text, m[1])+len(m[1]):]), true
		}
		return "", text, false
	}
	return m[1], strings.TrimSpace(text[len(m[0]):]), true
}

// A letter or a number alone ("A report was", "15 members") is no marker: it
// needs its bracket or its stop. Numbers of three digits are minutes'.
var markerForm = regexp.MustCompile(`^\s*((?:[·•●▪■◦‣∙⁃*]|\x{F0B7}|\x{F0A7}|§)|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,5})\.|[-–—o])(?:[\s\x{00A0}]+|$)`)

// gluedMarker is a number that a clerk typed without the space: "1.To note".
var gluedMarker = regexp.MustCompile(`^\s*(\d{1,2}\.)(?:To|That|The|It|Note|Approve|Agree)\b`)

// Label is a marker without its brackets and stops: "(iv)" is "iv", a bullet
// is "".
func Label(marker string) string {
	l := strings.ToLower(strings.Trim(marker, "()[]. \u00a0:"))
	for _, r := range l {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' {
			return ""
		}
	}
	if l == "o" && marker == "o" {
		return ""
	}
	return l
}

// A series is the kind of counting a list does.
type series uint8

const (
	bullets series = iota
	letters
	romans
	numbers
)

// countings gives every way a label may be read, with its place in the
// series: "i" is the ninth letter and the first roman numeral.
func countings(label string) map[series]int {
	if label == "" {
		return map[series]int{bullets: 1}
	}
	ways := map[series]int{}
	if n, err := strconv.Atoi(label); err == nil {
		ways[numbers] = n
	}
	if len(label) == 1 && label[0] >= 'a' && label[0] <= 'z' {
		ways[letters] = int(label[0]-'a') + 1
	}
	if n := roman(label); n > 0 {
		ways[romans] = n
	}
	return ways
}

// first reports whether a label can open a list.
func first(label string) bool {
	for _, n := range countings(label) {
		if n == 1 {
			return true
		}
	}
	return false
}

// Roman is the value of a roman numeral in letters of either case, or 0.
func Roman(s string) int { return roman(strings.ToLower(s)) }

// roman is the value of a small roman numeral, or 0.
func roman(s string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10}
	total := 0
	for i := 0; i < len(s); i++ {
		v := value[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	return total
}

// inlineMarker is a label inside a running sentence: "; (b) approves".
var inlineMarker = regexp.MustCompile(`(?:^|[\s:;,])(\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\))\s`)

// splitInline parts a sentence that holds a whole list, "to (a) note the
// report; and (b) approve the plan", into what leads to it and its entries,
// label and text by turns. It gives nil entries unless the labels count from
// the first on without a gap.
func splitInline(text string) (lead string, entries [][2]string) {
	spots := inlineMarker.FindAllStringSubmatchIndex(text, -1)
	type cut struct {
		from, to int
		label    string
	}
	for _, way := range []series{letters, romans, numbers} {
		var cuts []cut
		for _, s := range spots {
			label := Label(text[s[2]:s[3]])
			if n, ok := countings(label)[way]; ok && n == len(cuts)+1 {
				cuts = append(cuts, cut{s[2], s[3], label})
			}
		}
		if len(cuts) < 2 {
			continue
		}
		for i, c := range cuts {
			end := len(text)
			if i+1 < len(cuts) {
				end = cuts[i+1].from
			}
			entries = append(entries, [2]string{c.label, strings.TrimSpace(text[c.to:end])})
		}
		return strings.TrimSpace(text[:cuts[0].from]), entries
	}
	return text, nil
}
