package report

import (
	"regexp"
	"strings"

	"moothall/ingest/ukdate"
)

// goesOn takes a line that begins at x as the value, or more of the value, of
// the label before it.
func (f *front) goesOn(text string, x float64) bool {
	if len(f.fields) == 0 {
		return false
	}
	last := &f.fields[len(f.fields)-1]
	text = strings.TrimSpace(text)
	switch {
	case last.shared && (len(last.values) == 0 || len(f.fields[len(f.fields)-2].values) < 2 && !isFurnitureOfFront(text) && len(text) < 100):
		f.spread(text)
		return true
	case len(last.values) == 0:
		last.values = []string{text}
		return true
	case isFurnitureOfFront(text):
		return false
	case f.hangs(x), last.takes(text):
		last.more(text)
		return true
	}
	return false
}

// hangs says whether a line at x stands in the column of the last label's
// value.
func (f *front) hangs(x float64) bool {
	const indent = 15
	if len(f.fields) == 0 {
		return false
	}
	last := f.fields[len(f.fields)-1]
	return last.x > 0 && x > last.x+indent && len(last.values) > 0
}

// spread parts the line below two labels that stand side by side, "Cabinet
// 24/00109": the number is the decision's, a date is the meeting's.
func (f *front) spread(text string) {
	a, b := &f.fields[len(f.fields)-2], &f.fields[len(f.fields)-1]
	cut := -1
	if len(b.values) > 0 {
		a.more(text)
		return
	}
	if m := decisionNumber.FindStringIndex(text); b.key == decisionNo && m != nil {
		cut = m[0]
	} else if m := ukdate.Find(text); b.key == date && len(m) > 0 {
		cut = m[0].Start
	}
	if cut < 0 {
		a.more(text)
		return
	}
	a.more(text[:cut])
	b.more(text[cut:])
}

// takes says whether a value that has begun goes on with a line that nothing
// but its words can place.
func (x *field) takes(text string) bool {
	switch x.key {
	case contact, author:
		return contactLike(text)
	case from:
		return role.MatchString(text) && len(text) <= 160 && !ombudsman.MatchString(text)
	case title:
		last := x.values[len(x.values)-1]
		return len(x.values) < 3 && !strings.HasSuffix(last, ".") && len(text) <= 200 && titleGoesOn(last, text)
	}
	return false
}

// more adds a line to a value. A person's office may run over two lines; a
// line without the word of an office goes on with the one before.
func (x *field) more(text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	n := len(x.values)
	if x.key == from && n > 0 && !role.MatchString(text) {
		x.values[n-1] += " " + text
		return
	}
	x.values = append(x.values, text)
}

// titleGoesOn says whether a title that broke at the end of a line goes on:
// the line stops in mid-phrase, or the next begins in small letters.
func titleGoesOn(last, next string) bool {
	words := strings.Fields(strings.ToLower(last))
	if len(words) == 0 {
		return true
	}
	if next[0] >= 'a' && next[0] <= 'z' || strings.HasSuffix(last, ",") || strings.HasSuffix(last, "-") || strings.HasSuffix(last, "–") {
		return true
	}
	switch words[len(words)-1] {
	case "the", "of", "and", "to", "for", "in", "on", "with", "by", "a", "an", "at", "from", "&", "report:", "update:":
		return true
	}
	return false
}

func contactLike(s string) bool {
	return len(s) < 250 && (strings.Contains(s, "withheld]") || role.MatchString(s)) && canonicalOf(s) == ""
}

// role is a word that only stands by a person's office.
var role = regexp.MustCompile(`(?i)\b(?:officer|director|directorate|leader|cabinet member|head of|manager|counsel|chief|portfolio|executive|chair(?:man|woman)?|councillor|cllr|solicitor|treasurer|clerk|assistant|lead|monitoring|secretary|town clerk|planner|engineer|adviser|advisor)\b`)
