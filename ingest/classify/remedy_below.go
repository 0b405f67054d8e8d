package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// places are the offsets at which each remedy stands in the text, -1 where it
// does not.
func places(text string, rs []archive.Remedy) []int {
	at := make([]int, len(rs))
	from := 0
	for i, r := range rs {
		at[i] = -1
		if r.Text == "" {
			continue
		}
		first, _, _ := strings.Cut(r.Text, "\n\n")
		if j := strings.Index(text[from:], first); j >= 0 {
			at[i] = from + j
			from = at[i] + len(first)
		}
	}
	return at
}

// below is what the text says between remedy i and the next, and where that
// begins: the council's answer, where a paper sets one under each remedy. The
// last one's answer ends with the paragraphs that speak of doing.
func below(text string, rs []archive.Remedy, at []int, i int) (string, int) {
	if at[i] < 0 {
		return "", -1
	}
	first, _, _ := strings.Cut(rs[i].Text, "\n\n")
	from := at[i] + len(first)
	to := len(text)
	last := true
	for j := i + 1; j < len(rs); j++ {
		if at[j] > from {
			to = at[j]
			last = false
			break
		}
	}
	answer := withoutLead(text[from:to])
	if line, _, _ := strings.Cut(answer, "\n\n"); strings.Contains(line, " | ") || strings.HasSuffix(strings.TrimRight(text[:at[i]], " "), " |") {
		return "", -1 // a table's row has its answer in its cells
	}
	if last {
		pars := strings.SplitN(strings.TrimLeft(answer, "\n"), "\n\n", 3)
		if len(pars) > 2 {
			pars = pars[:2]
		}
		n := 0
		for n < len(pars) && (n == 0 || len(pars[0]) < 200 && doing.MatchString(pars[n])) {
			n++
		}
		lead := len(answer) - len(strings.TrimLeft(answer, "\n"))
		answer = answer[:lead] + strings.Join(pars[:n], "\n\n")
	}
	return answer, from
}

// withoutLead drops what stands below a remedy and is not about it: the
// paragraph that opens the next list ("Within three months the Council has
// agreed to:") with that list's first marker, and the Ombudsman's closing of
// the case.
func withoutLead(answer string) string {
	if at := closesCase.FindStringIndex(answer); at != nil {
		answer = answer[:at[0]]
	}
	answer = loneMarker.ReplaceAllString(answer, "")
	for {
		end := strings.TrimRight(answer, " \n")
		if !strings.HasSuffix(end, ":") {
			return answer
		}
		answer = end[:max(strings.LastIndex(end, "\n\n"), 0)]
	}
}

var (
	loneMarker = regexp.MustCompile(`\n\n\S{1,6}\s*$`)
	closesCase = regexp.MustCompile(`(?i)\b(?:i|we) have (?:now )?completed (?:my|our|the) investigation\b`)
)

var doing = regexp.MustCompile(`(?i)\b(?:has|have|had|was|were|is|are|will) (?:now |also |been )*(?:paid|made|done|completed|implemented|produced|sent|calculated|arranged|written|progressed|actioned)\b`)

// unanswered reports whether the remedies stand one below the other with
// nothing said between them, and none has its answer yet.
func unanswered(text string, rs []archive.Remedy, at []int) bool {
	for i, r := range rs {
		if r.Evidence != nil || at[i] < 0 {
			return false
		}
		if i == 0 {
			continue
		}
		first, _, _ := strings.Cut(rs[i-1].Text, "\n\n")
		if gap := text[min(at[i-1]+len(first), at[i]):at[i]]; len(strings.TrimSpace(gap)) > len("; and\n\n(iii)") {
			return false
		}
	}
	return len(rs) > 0
}

// answeredAfter reads what became of a list of remedies from the paragraphs
// below it, each sentence of which proves those that it speaks of.
func answeredAfter(h *archive.Head, rs []archive.Remedy, at []int) {
	last := len(rs) - 1
	first, _, _ := strings.Cut(rs[last].Text, "\n\n")
	from := at[last] + len(first)
	open := make([]int, len(rs))
	for i := range open {
		open[i] = i
	}
	read, looked := 0, 0
	for _, par := range strings.Split(h.Text[from:], "\n\n") {
		if read++; read > answerParagraphs || closesAnswer.MatchString(par) {
			break
		}
		for _, s := range parse.Sentences(par) {
			if looked++; looked > mostProofs {
				return
			}
			addProof(rs, open, s, h.PageAt(from+max(0, strings.Index(par, s))))
		}
		from += len(par) + 2
	}
}

// answerParagraphs is how many paragraphs below a list of remedies may tell
// what became of them.
const answerParagraphs = 8

// closesAnswer is a paragraph that speaks of something else: what the meeting
// is asked or resolved, money, law, the next case.
var closesAnswer = regexp.MustCompile(`(?i)^(?:\d{1,2}(?:\.\d{1,2})?\.? +)?(?:(?:officer )?recommendations?$|(?:financial|legal|resource|other|equality) (?:and [\w ]{3,20} )?implications?|conclusions?$|background papers|resolved\b|agreed\b|it was (?:resolved|agreed)\b|reasons? for\b|that (?:the )?(?:cabinet|committee|council|members|report)\b|case \d)`)
