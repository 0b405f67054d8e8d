package minutes

import (
	"regexp"
	"strings"
)

// numberForms are the ways minutes are numbered. The first group is the
// number, the second the bracket or stop after it.
var numberForms = []struct {
	name string
	form *regexp.Regexp
	seen string
}{
	{"dated", regexp.MustCompile(`^(\d{2}(?:\d{2})?\.\d{1,2}\.\d{1,3}[A-Za-z]?)([.):]?)(?:\s+|$)`), "15.11.1 Apologies, 15.11.3A Matters Arising (parish councils: year, month, item)"},
	{"yearly", regexp.MustCompile(`^((?:[A-Z]{1,4}\s?)?\d{1,4}/\d{1,4}(?:/(?:\d{1,4}|[A-Z][A-Z&]{0,5}))?|(?:[A-Z][A-Za-z]{0,5}/)?\d{1,4}[-/]\d{2}[-/]\d{2})([.):]?)(?:\s+|$)`), "77/21 (Surrey), 2023/145, 41/21/F&R, 31-22/23 and Cou/286/07-08 (parish and town councils)"},
	{"coded", regexp.MustCompile(`^([A-Z]{1,4}\d{1,4}(?:/[A-Z][a-z]{2}/\d{2})?|[A-Z]{2,6}(?:[./-]\d{1,4}){1,2}|[A-Z]\.\d{1,4}|[A-Z]{2,5} \d{1,4}|[A-Z](?:/\d{1,4}){2})([.):]?)(?:\s+|$)`), "C221/Dec/22 (Darlington), CA3 (Oxfordshire); a body's letters with a stop or a stroke: ASH.24, HWB/23/12, C/24/31"},
	{"lettered", regexp.MustCompile(`^(\d{1,4}[A-Za-z]|\d{1,2}\.[a-z])([.):]?)(?:\s+|$)`), "6A. (Dartford)"},
	{"whole", regexp.MustCompile(`^(\d{1,2}\.0)([.):]?)(?:\s+|$)`), "1.0 Welcome, over paragraphs 1.1 and 1.2"},
	{"pointed", regexp.MustCompile(`^(\d{1,4}\.\d{1,2})([.):]?)\s+`), "334.1 Apologies, 334.2 Minutes: all of a meeting under its number (parish councils)"},
	{"plain", regexp.MustCompile(`^(\d{1,5})(\.\.|[.):]?)(?:\s+|$)`), "183; 1916.; 15201 (town councils that never began anew)"},
	{"roman", regexp.MustCompile(`^([IVX]{1,6})([.):])\s+`), "IV. WASTE CONTRACT"},
	{"named", regexp.MustCompile(`^(?i:minute|item|agenda item)\s+(?:(?i:no\.?|number)\s*)?(\d{1,4})([.):]?)\s*(?:[-–—:]\s*|\s+|$)`), "Item 6 – Governance (Kent's excerpts)"},
}

// stuckNumber is a number with its title straight after it. It may be part of
// a word ("20Mph"), so it counts only where a run of numbers lacks it.
var stuckNumber = regexp.MustCompile(`^(\d{1,2})[A-Z][A-Za-z]{3}`)

// noCode are words in capitals before a number that are no body's letters.
var noCode = regexp.MustCompile(`^(?:ITEM|ITEMS|PAGE|PART|NO|NOTE|TABLE|ANNEX|STAGE|PHASE|YEAR|WARD|CLLR|MR|MRS|MS|DR|APRIL|MAY|JUNE|JULY) `)

// minuteWord stands before a number and says what it is: "MIN 045/23".
var minuteWord = regexp.MustCompile(`^MIN\.?\s+`)

var saysMinute = regexp.MustCompile(`^(?i:minute)`)

var numberAlone = regexp.MustCompile(`^(?:[A-Z]{1,6}[ ./-]?)?\d[\d./-]*[A-Za-z]?[.):]?$`)

func isYear(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// lastNumber is what a number counts by: of "15.11.3" and "2023/145" the last
// part, of "77/21" (item/year) the first, of "CA3" its digits.
func lastNumber(s string) int {
	parts := digitRuns.FindAllString(s, -1)
	if len(parts) == 0 {
		return -1
	}
	pick := parts[len(parts)-1]
	if strings.Contains(s, "/") {
		pick = parts[0]
		if len(parts) == 2 && (isYear(parts[0]) || len(parts[0]) == 2 && len(parts[1]) == 3) {
			pick = parts[1]
		}
	}
	n := 0
	for _, r := range pick {
		n = n*10 + int(r-'0')
	}
	return n
}

// gluedNumber is a number whose stop has no space after it: "1.Attendance".
var gluedNumber = regexp.MustCompile(`^(\d{1,3})(\.)[A-Z][a-z]`)

// under is what a number with a point counts under: "334" of "334.1", or "18" of
// "2711.18" where the years stand last. Only numbers under the same one make a
// run.
func (c candidate) under() string {
	head, tail, _ := strings.Cut(c.number, ".")
	if c.yearLast {
		return tail
	}
	return head
}

var digitRuns = regexp.MustCompile(`\d+`)
