package parse

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// One item may take several matters, each with a decision of its own: planning
// applications "(a) 23/00456/FUL – 12 Harbour Road", motions "(1) Bus
// services". The item stays one; its resolutions say by their label which
// matter each is of.

// A matter is where one begins among an item's lines, and its label: that of
// its list, or its own number.
type matter struct {
	line  int
	label string
}

// labelMatters gives the resolutions the labels of the matters they are of. A
// resolution that has a label in a list of its own keeps it behind the
// matter's: "a.2".
func (r *reader) labelMatters() {
	ms := r.matters()
	if ms == nil {
		return
	}
	for k := range r.resolutions {
		of := ""
		for _, m := range ms {
			if m.line <= r.at[k] {
				of = m.label
			}
		}
		if res := &r.resolutions[k]; of != "" && res.Label != "" && res.Label != of {
			res.Label = of + "." + res.Label
		} else if of != "" {
			res.Label = of
		}
	}
}

// matters finds where an item's matters begin, if it takes several: two at
// least must be followed by a decision before the next begins.
func (r *reader) matters() []matter {
	if len(r.resolutions) < 2 {
		return nil
	}
	decides := map[int]bool{}
	for _, i := range r.at {
		decides[i] = true
	}
	var numbered []matter
	runs := map[series][]matter{}
	for i, l := range r.lines {
		text := Printed(l.Block)
		if m := applicationRef.FindStringSubmatch(text); m != nil {
			label, _, ok := entry(l)
			if !ok || label == "" {
				label = m[1]
			}
			numbered = append(numbered, matter{i, label})
			continue
		}
		label, words, ok := entry(l)
		if !ok || label == "" || decides[i] || !headsMatter(words) {
			continue
		}
		for way, n := range countings(label) {
			if n == len(runs[way])+1 {
				runs[way] = append(runs[way], matter{i, label})
			}
		}
	}
	best := numbered
	if !r.decidedEach(best) {
		best = nil
	}
	for _, way := range []series{letters, romans, numbers} {
		if run := runs[way]; len(run) > len(best) && r.decidedEach(run) {
			best = run
		}
	}
	return best
}

// replies are the decisions on planning applications that a parish sends its
// district, a line to each: "24/01240/HOU 8 Green Lane. Loft conversion. OBJECT
// – overlooking." Two lines at least must be so; what is decided at more length
// below an application stays as it is.
func (r *reader) replies() {
	var found []archive.Resolution
	var at []int
	applications := 0
	for i, l := range r.lines {
		text := Printed(l.Block)
		m := applicationRef.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		applications++
		if slices.Contains(r.at, i) || slices.Contains(r.at, i+1) && !applicationAt(r.lines, i+1) {
			continue
		}
		if said := replyIn(text); said != "" {
			found = append(found, archive.Resolution{Text: said, Page: l.Page})
			at = append(at, i)
		}
	}
	if applications < 2 || len(found) == 0 || len(found)+len(r.at) < 2 {
		return
	}
	var said []Line
	for k, i := range at {
		n, _ := slices.BinarySearch(r.at, i)
		r.at = slices.Insert(r.at, n, i)
		r.resolutions = slices.Insert(r.resolutions, n, found[k])
		l := r.lines[i]
		l.Marker, l.Text = "", found[k].Text
		said = append(said, l)
	}
	r.parts[Decision] = append(said, r.parts[Decision]...)
}

func applicationAt(lines []Line, i int) bool {
	return i < len(lines) && applicationRef.MatchString(Printed(lines[i].Block))
}

// replyIn is what a line about an application ends in, if that is a reply.
func replyIn(text string) string {
	said := Sentences(text)
	for k := len(said) - 1; k > 0 && k >= len(said)-2; k-- {
		if reply.MatchString(said[k]) {
			return strings.Join(said[k:], " ")
		}
	}
	if at := dashedReply.FindStringSubmatchIndex(text); at != nil {
		return text[at[2]:]
	}
	return ""
}

const replyWords = `(?:no (?:objections?|comments?|observations?)|object(?:ions?|ed|s)?|supported|support|neutral|recommend(?:ed|s)? (?:approval|refusal)|approved?|refused?|refusal|granted|deferred|withdrawn)`

var (
	reply       = regexp.MustCompile(`^(?i:` + replyWords + `)\b`)
	dashedReply = regexp.MustCompile(`(?:\s[–—-]|:)\s*((?i:` + replyWords + `)\b[^.:]{0,80}\.?)$`)
)

// decidedEach reports whether two matters or more have a decision of their own.
func (r *reader) decidedEach(ms []matter) bool {
	n := 0
	for k, m := range ms {
		end := len(r.lines)
		if k+1 < len(ms) {
			end = ms[k+1].line
		}
		for _, i := range r.at {
			if i >= m.line && i < end {
				n++
				break
			}
		}
	}
	return len(ms) > 1 && n > 1
}

// headsMatter reports whether the words of a list's entry name a matter and
// say nothing of it.
func headsMatter(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return words != "" && utf8.RuneCountInString(words) <= 160 && !strings.ContainsAny(words[len(words)-1:], ".;:,") &&
		(unicode.IsUpper(first) || unicode.IsDigit(first)) && !saysThat.MatchString(words)
}

var (
	// saysThat opens an entry of a resolution.
	saysThat = regexp.MustCompile(`^(?:That|To|The|A|An|It|Note[sd]?|Approve[sd]?|Agree[sd]?|Endorse[sd]?|Authorise[sd]?|Delegate[sd]?)\b`)
	// applicationRef opens the line of a planning application: its number, after
	// its list's marker and the word for it.
	applicationRef = regexp.MustCompile(`^(?:\(?[a-z0-9]{1,3}[).]\s+)?(?i:(?:planning )?application(?: (?:no|ref|number))?\.?:?\s+)?((?:[A-Z]{1,4}/)?(?:\d/)?\d{2,4}/\d{3,6}(?:/[A-Z0-9]{1,6})*|[A-Z]{1,3}\d{2}/?[A-Z]?\d{3,5}(?:/[A-Z]{1,4})?)\b`)
)
