package parse

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"moothall/archive"
)

// decide files the decision that line i opens, with the list or the paragraph
// that belongs to it, and gives the first line after it. printed is the
// decision as printed, keyword and all, or "" where that is words itself.
func (r *reader) decide(i int, printed, words string) int {
	r.deciding = i
	l := r.lines[i]
	opener := l
	opener.Text, opener.Marker = printed, ""
	if printed == "" {
		opener.Text = words
	}
	r.put(Decision, opener)
	if _, entries := splitInline(words); entries != nil {
		for _, e := range entries {
			r.resolve(e[0], e[1], l.Page)
		}
		return r.goesOn(i, r.rest(i+1, entries))
	}
	if m, text, ok := Marker(words); ok && first(Label(m)) && Label(m) != "" { // "RESOLVED: (A) That …", (B) below
		r.resolve(Label(m), text, l.Page)
		return r.goesOn(i, r.rest(i+1, [][2]string{{Label(m), text}}))
	}
	if grounds.MatchString(words) { // what follows are reasons, not resolutions
		r.resolve("", words, l.Page)
		return r.grounds(i + 1)
	}
	if next := r.list(i+1, open(words)); next > i+1 {
		return r.goesOn(i, next)
	}
	if !open(words) {
		r.resolve("", words, l.Page)
		return r.goesOn(i, i+1)
	}
	if words == "" && strings.HasSuffix(opener.Text, ".") || soleVerdict.MatchString(opener.Text) {
		r.resolve("", opener.Text, l.Page) // "Agreed unanimously.", "NOTED"
		return i + 1
	}
	// The keyword stood alone: the next paragraph says what was decided, and
	// may itself open the list.
	next := i + 1
	for next < len(r.lines) && r.continues(next) && (next == i+1 || thatTo(r.lines[next].Text)) {
		if after := r.list(next+1, open(r.lines[next].Text)); after > next+1 {
			r.parts[Decision] = slices.Insert(r.parts[Decision], len(r.parts[Decision])-(after-next-1), r.lines[next])
			return r.goesOn(i, after)
		}
		r.put(Decision, r.lines[next])
		r.resolve(Label(r.lines[next].Marker), r.lines[next].Text, r.lines[next].Page)
		next++
	}
	if next == i+1 {
		r.resolve("", opener.Text, l.Page)
	}
	return r.goesOn(i, next)
}

// grounds adds the list of reasons or conditions that starts at line i to the
// resolution above it.
func (r *reader) grounds(i int) int {
	var ways map[series]int
	for n := 1; i < len(r.lines) && r.continues(i); i, n = i+1, n+1 {
		label, _, ok := entry(r.lines[i])
		if !ok || applicationRef.MatchString(Printed(r.lines[i].Block)) {
			break
		}
		if ways == nil {
			ways = countings(label)
		} else if !inSeries(ways, label, n) {
			break
		}
		r.extend(Printed(r.lines[i].Block))
		r.put(Decision, r.lines[i])
	}
	return i
}

// grounds ends a decision whose list says why or on what terms: "be REFUSED
// for the following reasons:".
var grounds = regexp.MustCompile(`(?i)\b(?:reasons?|conditions?|grounds|informatives?)\s*[:–—-]+$`)

// rest files the entries of a list whose first ones stood in the sentence
// above, from line i on.
func (r *reader) rest(i int, before [][2]string) int {
	ways := countings(before[0][0])
	for w, n := range ways {
		if n != 1 {
			delete(ways, w)
		}
	}
	n := len(before)
	for ; i < len(r.lines) && r.continues(i); i++ {
		label, text, ok := entry(r.lines[i])
		if !ok || label == "" || !inSeries(ways, label, n+1) {
			break
		}
		n++
		r.resolve(label, text, r.lines[i].Page)
		r.put(Decision, r.lines[i])
	}
	return i
}

// goesOn files what still belongs to the decision that line from opened: a
// second list with words of its own above it ("This Council agrees to:"), and
// paragraphs set in further than the line that decides. Neither is numbered
// with the paragraphs of the discussion.
func (r *reader) goesOn(from, i int) int {
	for i < len(r.lines) && r.continues(i) {
		l := r.lines[i]
		if _, _, ok := entry(l); ok {
			return i
		}
		inset := l.X0 > 0 && r.lines[from].X0 > 0 && l.X0 > r.lines[from].X0+5 && r.lines[from].Marker != ""
		switch {
		case connective.MatchString(l.Text) && i+1 < len(r.lines) && (inset || open(r.lines[i+1].Text)):
			r.put(Decision, l)
			i++
		case open(l.Text) && r.listAt(i+1):
			r.put(Decision, l)
			i = r.list(i+1, true)
		case inset && !votedName.MatchString(l.Text):
			r.put(Decision, l)
			r.resolve("", l.Text, l.Page)
			i++
		default:
			return i
		}
	}
	return i
}

// listAt reports whether a list starts at line i.
func (r *reader) listAt(i int) bool {
	if i >= len(r.lines) {
		return false
	}
	label, _, ok := entry(r.lines[i])
	return ok && label != "" && first(label)
}

var (
	connective = regexp.MustCompile(`^(?i:and|or|and that|further)\W*$`)
	votedName  = regexp.MustCompile(`^(?:For|Against|Abstain\w*|Abstentions?)\b`)
)

// list files the list that starts at line i as resolutions, one for each
// entry of its outermost series, and gives the first line after it; i itself
// where there is no list. Only an open decision, one that says its list is to
// come, takes bullets.
func (r *reader) list(i int, isOpen bool) int {
	if i >= len(r.lines) || !isOpen {
		return i
	}
	start := i
	if r.titled(i) {
		i++
	}
	label, _, ok := entry(r.lines[i])
	if !ok || !first(label) {
		return start
	}
	if i > start {
		r.put(Decision, r.lines[start])
	}
	ways := countings(label)
	for w, n := range ways {
		if n != 1 {
			delete(ways, w)
		}
	}
	count, inner := 0, ""
	for i < len(r.lines) && r.continues(i) {
		l := r.lines[i]
		label, text, ok := entry(l)
		switch {
		case ok && inSeries(ways, label, count+1):
			count++
			r.resolve(label, text, l.Page)
		case ok && count > 0 && len(countings(label)) > 0 && !first(label) && headsMatter(text) && l.Level <= r.lines[start].Level && inner == "":
			return i // the next matter of the item, in a list around this one
		case ok && count > 0: // a list within the list
			inner = label
			r.extend(Printed(l.Block))
		case count > 0 && joins(r.lines[i-1], l):
			r.extend(l.Text)
		case count > 0 && r.resumes(i+1, ways, count+1): // a heading within the list
		default:
			return i
		}
		r.put(Decision, l)
		i++
	}
	return i
}

// titled reports whether line i is a heading between "agrees the following:"
// and the list it announces.
func (r *reader) titled(i int) bool {
	if i+1 >= len(r.lines) {
		return false
	}
	l := r.lines[i]
	if _, _, ok := entry(l); ok || utf8.RuneCountInString(l.Text) > 80 || strings.ContainsAny(l.Text[len(l.Text)-1:], ".:;") || !r.continues(i) {
		return false
	}
	label, _, ok := entry(r.lines[i+1])
	return ok && label != "" && first(label)
}

// resumes reports whether a list goes on at line i, after a heading of its
// own ("2025-26 Council Tax").
func (r *reader) resumes(i int, ways map[series]int, n int) bool {
	if i >= len(r.lines) || n < 3 || utf8.RuneCountInString(r.lines[i-1].Text) > 100 || strings.HasSuffix(r.lines[i-1].Text, ".") {
		return false
	}
	label, _, ok := entry(r.lines[i])
	return ok && label != "" && inSeries(maps.Clone(ways), label, n)
}

// soleVerdict is a whole minute in one word.
var soleVerdict = regexp.MustCompile(`^(?:NOTED|APPROVED|ENDORSED|DEFERRED|REFUSED|GRANTED|WITHDRAWN|ADOPTED|RECEIVED|RATIFIED)\.?$`)

func (r *reader) resolve(label, text string, page int) {
	if text = strings.TrimSpace(text); text != "" {
		r.resolutions = append(r.resolutions, archive.Resolution{Label: label, Text: text, Page: page})
		r.at = append(r.at, r.deciding)
	}
}

func (r *reader) extend(text string) {
	last := &r.resolutions[len(r.resolutions)-1]
	last.Text += " " + text
}
