package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A reader walks over an item's lines and puts each in its part.
type reader struct {
	lines       []Line
	weak        bool // weak forms of verdict decide too
	parts       [After + 1][]Line
	resolutions []archive.Resolution
	at          []int // the line that opened each of them
	deciding    int   // the line that is being read
}

func (r *reader) read() {
	under := NoPart
	for i := 0; i < len(r.lines); {
		r.deciding = i
		l := r.lines[i]
		text := l.Text
		if l.Kind == extract.Row {
			r.put(under, l)
			i++
			continue
		}
		part, rest := headingOf(text)
		switch {
		case part == Decision && l.Marker == "":
			if rest != "" {
				printed := ""
				if before, _, _, ok := verdict(text, r.weak); ok && before == "" {
					printed = text // "RESOLVED: That …" is no heading to be left out
				}
				i = r.decide(i, printed, rest)
			} else {
				i = r.decideBelow(i)
			}
			under = NoPart
		case part != NoPart && l.Marker == "":
			under = part
			if rest != "" {
				l.Text = rest
				r.put(under, l)
			}
			i++
		default:
			before, decision, words, ok := verdict(text, r.weak)
			if !ok {
				before, decision, ok = r.announced(i)
				words = ""
			}
			if !ok || under == After && before != "" {
				r.put(under, l)
				i++
				continue
			}
			if before != "" {
				said := l
				said.Text = before
				r.put(under, said)
			}
			i = r.decide(i, decision, words)
			if under == After || under == Summary {
				under = NoPart
			}
		}
	}
}

// announced reads line i as the announcement, in small letters, of a decision
// that the list below it tells: "The Committee agreed:-", "The Board resolved,
// unanimously:", "The Board:" over entries that begin "Approved …".
func (r *reader) announced(i int) (before, decision string, ok bool) {
	text := strings.TrimSpace(r.lines[i].Text)
	if !strings.HasSuffix(strings.TrimRight(text, " -–—"), ":") || i+1 >= len(r.lines) || !r.continues(i+1) {
		return text, "", false
	}
	label, entryText, listed := entry(r.lines[i+1])
	if !listed || label != "" && !first(label) {
		return text, "", false
	}
	said := Sentences(text)
	last := said[len(said)-1]
	if !announcesList.MatchString(last) && !(bodyAlone.MatchString(last) && doneForm.MatchString(entryText)) {
		return text, "", false
	}
	return strings.TrimSpace(strings.TrimSuffix(text, last)), last, true
}

var (
	announcesList = regexp.MustCompile(`^(?:(?:After|Following|Having)\b[^:]{0,160}, )?(?:` + whoDecides + `|[Ii]t was|[Tt]he (?:Sub-Committee|Executive|Joint Committee|Assembly|meeting)) (?:then |also |therefore |unanimously |duly |accordingly |further |formally )*(?:agreed|resolved|decided|recommended|approved|endorsed|RESOLVED|AGREED)\b[^:]{0,80}:[\s–—-]*$`)
	bodyAlone     = regexp.MustCompile(`^` + whoDecides + `\s*:[\s–—-]*$`)
	doneForm      = regexp.MustCompile(`^(?:then )?(?i:noted|approved|agreed|endorsed|recommended|resolved|delegated|supported|received|adopted|deferred|requested|authorised|appointed)\b`)
)

// put files a line under a part; what no heading claims is discussion.
func (r *reader) put(p Part, l Line) {
	if p == NoPart {
		p = Discussion
	}
	r.parts[p] = append(r.parts[p], l)
}

// decideBelow files everything under a heading "Decision" up to the next
// heading.
func (r *reader) decideBelow(i int) int {
	i++
	for i < len(r.lines) {
		l := r.lines[i]
		if part, _ := headingOf(l.Text); part != NoPart && part != Decision || l.Kind == extract.Heading && i > 0 {
			return i
		}
		if part, rest := headingOf(l.Text); part == Decision && rest == "" {
			i++
			continue
		}
		if next := r.list(i, true); next > i {
			i = next
			continue
		}
		_, printed, words, ok := verdict(l.Text, r.weak)
		if ok && printed == l.Text {
			i = r.decide(i, printed, words)
			continue
		}
		i = r.decide(i, "", l.Text)
	}
	return i
}

// continues reports whether line i can belong to the decision above it: it is
// no heading, unless one of the lowest kind such as parts a long resolution,
// and opens no decision of its own.
func (r *reader) continues(i int) bool {
	l := r.lines[i]
	if part, _ := headingOf(l.Text); part != NoPart || l.Kind == extract.Heading && l.Level < 4 || l.Kind == extract.Row {
		return false
	}
	_, decision, _, ok := verdict(l.Text, r.weak)
	return !ok || decision != l.Text || !capitalKeyword.MatchString(l.Text)
}

var capitalKeyword = regexp.MustCompile(`^(?:IT WAS )?(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\b`)
