package minutes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A writing is a number at the head of a line in whatever way a clerk writes
// it: letters and figures parted by strokes, stops or dashes, with a word
// before it or none. Which of its figures count is not told by one number but
// by those that look like it: settleWritings finds it out.
type writing struct {
	number string // as printed, without the word before it and the stop after it
	shape  string // the number with # for each run of figures, and its brackets
	tail   string // what closes it: "", ".", ":", ")"
	rest   string // the line from the title on
}

// writingForm is such a number: the word before it, what opens it, itself,
// what closes it. Strokes may have spaces beside them.
var writingForm = regexp.MustCompile(`^((?i:(?:(?:agenda )?item|minute|min|ref|no|number|agenda)(?: (?:no|number|ref))?\b[.:]?\s*))?([(\[#]?)((?:[A-Z&]{1,6}\s?[./-]?\s?|[A-Za-z]{1,6}[./-]?)?\d{1,4}[a-z]?(?:\s?[/.–-]\s?(?:\d{1,4}[a-z]?|[A-Za-z]{1,6})){0,4})([)\]]?[.:)]?)(?:\s*[-–—|:]\s+|\s+|$)`)

// noWriting are figures at the head of a line that number nothing: days,
// times, sums and the numbers of planning applications.
var noWriting = regexp.MustCompile(`^(?:\d{1,2}([./-])\d{1,2}[./-](?:19|20)?\d{2}|\d{1,2}[.:]\d{2} ?[ap]\.?m|(?:19|20)\d{2})$`)

// readWriting reads a number of any writing at the head of a line. ok is false
// where it has only one run of figures and neither a word nor a bracket that
// says it is a number: those are read by numberForms.
func readWriting(text string) (w writing, ok bool) {
	m := writingForm.FindStringSubmatch(text)
	if m == nil {
		return w, false
	}
	word, open, number, end := m[1], m[2], m[3], m[4]
	if noWriting.MatchString(number) || noCode.MatchString(number+" ") || strings.ContainsAny(open, "([") && !strings.ContainsAny(end, ")]") {
		return w, false
	}
	number = strings.ReplaceAll(number, " ", "")
	runs := digitRuns.FindAllString(number, -1)
	if word == "" && open == "" && !strings.ContainsAny(end, ")]") && len(runs) < 2 {
		return w, false
	}
	shape := open + digitRuns.ReplaceAllString(number, "#") + strings.TrimRight(end, ".:")
	if word != "" {
		shape = strings.ToLower(strings.TrimSpace(word)) + " " + shape
	}
	return writing{number: number, shape: shape, tail: end, rest: text[len(m[0]):]}, true
}

// settleWritings finds out what numbers of one shape count by: the run of
// figures that takes most values, the last of them where several do. The
// others are the same in all the numbers of a chain; they become part of the
// form.
func settleWritings(cs []candidate) {
	byShape := map[string][]int{}
	for i, c := range cs {
		if strings.HasPrefix(c.form, writtenForm) {
			byShape[c.form] = append(byShape[c.form], i)
		}
	}
	for _, is := range byShape {
		values := []map[string]bool{}
		for _, i := range is {
			for k, run := range digitRuns.FindAllString(cs[i].number, -1) {
				for len(values) <= k {
					values = append(values, map[string]bool{})
				}
				values[k][run] = true
			}
		}
		most := 0
		for k := range values {
			if len(values[k]) >= len(values[most]) {
				most = k
			}
		}
		for _, i := range is {
			at := digitRuns.FindAllStringIndex(cs[i].number, -1)[most]
			cs[i].value, _ = strconv.Atoi(cs[i].number[at[0]:at[1]])
			cs[i].form += " " + cs[i].number[:at[0]] + "#" + cs[i].number[at[1]:]
		}
	}
}

// writtenForm begins the form of a candidate whose number readWriting read.
const writtenForm = "written "

// listed chooses among headings whose numbers have a bracket: "1)", "(1)",
// "[1]". Lists within items are numbered so far more often; so the numbers
// must begin at one, or go on from those of earlier meetings, and leave hardly
// any out, and known titles must be among them.
func listed(cs []candidate) []candidate {
	var best []candidate
	forms := map[string]bool{}
	for _, c := range cs {
		if forms[c.form] {
			continue
		}
		forms[c.form] = true
		of := slices.DeleteFunc(slices.Clone(cs), func(x candidate) bool { return x.form != c.form })
		run := bestChain(of)
		if len(run) < 3 || run[0].value > 2 && run[0].value < 10 {
			continue
		}
		run = fill(run, of)
		gaps := run[len(run)-1].value - run[0].value + 1 - len(run)
		if gaps > len(run)/6 || knownAmong(run) < 2 && !titlesAll(run) || slices.ContainsFunc(run, func(c candidate) bool { return decides.MatchString(c.title) }) {
			continue
		}
		if knownAmong(run) > knownAmong(best) || best == nil {
			best = run
		}
	}
	return best
}

// knownAmong is how many of the headings are titles almost every meeting has.
func knownAmong(cs []candidate) int {
	n := 0
	for _, c := range cs {
		if usual(c.title) {
			n++
		}
	}
	return n
}

// titlesAll reports whether each of the headings is short, is no sentence, and
// has something said under it before the next.
func titlesAll(cs []candidate) bool {
	for i, c := range cs {
		if endsSentence(c.title) || utf8.RuneCountInString(c.title) > 100 || personal.MatchString(c.title) || verbal.MatchString(c.title) {
			return false
		}
		if i > 0 && cs[i-1].glued == "" && cs[i-1].line+cs[i-1].lines >= c.line {
			return false
		}
	}
	return true
}

// onlyNumber reports whether a cell holds a number in some writing and no
// more: "Item 1:", "(4)".
func onlyNumber(cell string) bool {
	w, ok := readWriting(strings.TrimSpace(cell))
	return ok && w.rest == ""
}

// monthAlone is what stands after a year and a month in figures.
var monthAlone = regexp.MustCompile(`^(?i:january|february|march|april|may|june|july|august|september|october|november|december)\W*$`)
