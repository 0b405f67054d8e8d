package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A division is what a line between items says of those that follow.
type division uint8

const (
	noDivider  division = iota
	openPart            // the public may be present again
	closedPart          // they may not
	neutral             // a heading of the paper's own, of no item
)

// dividers are the lines between items. The marks of exempt business are
// those councils use (Local Government Act 1972, Schedule 12A; "Part II",
// "Part B", "Closed", "Private", "Pink papers", "NOT FOR PUBLICATION").
var dividers = []struct {
	is   division
	form *regexp.Regexp
}{
	{closedPart, regexp.MustCompile(`^(?i:(?:motion to )?exempt (?:items?|business|information|part)\b.*|confidential (?:items?|business)\b.*|restricted items?\b.*|part (?:ii|2|b|two)(?:\s*[-–—:(][^.]{0,80}|\s+(?:of (?:the |this )?(?:agenda|meeting|minutes|proceedings)\b|closed|private|exempt|confidential|restricted|excluded|not for|non-|(?:press and )?public\b|press|items?|business|agenda|matters)[^.]{0,80})?|closed (?:session|part|items?|business)\b.*|private (?:session|part|items?|business)\b.*|non-public (?:items?|agenda)\b.*|pink papers?|not for publication\b.*|(?:press and public|public and press) excluded[^.]*\.?)$`)},
	{openPart, regexp.MustCompile(`^(?i:unrestricted items?\b.*|public items?\b.*|open (?:session|part|items?|business)\b.*|part (?:i|1|a|one)(?:\s*[-–—:(][^.]{0,80}|\s+(?:of (?:the |this )?(?:agenda|meeting|minutes|proceedings)\b|open|public|unrestricted|non-exempt|items?|business|agenda|matters)[^.]{0,80})?|public (?:session|part|business)\b.*|the (?:meeting|public|press and public)[^.]{0,60}\b(?:returned to|re-?admitted|reconvened in) ?(?:open|public)?.*)$`)},
	{neutral, regexp.MustCompile(`^(?i:\(?during (?:this|these) items? the meeting\b.*|agenda|key decisions?|non-key decisions?|matters for (?:decision|information|discussion)|items? for (?:decision|information|discussion)|executive decisions?)$`)},
}

func divider(text string) division {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > 160 {
		return noDivider
	}
	for _, d := range dividers {
		if d.form.MatchString(text) {
			return d.is
		}
	}
	return noDivider
}

// exemptTitle is an item that says of itself that it is exempt.
var exemptTitle = regexp.MustCompile(`(?i)[(\[]\s*(?:exempt|confidential|restricted|not for publication|private)\b[^)\]]*[)\]]|^(?:exempt|confidential)\b\s*[-–:]|\b(?:exempt appendix|exempt minutes?|restricted minutes?)\b`)

// exemptBody is an item whose text says it was taken in private.
var exemptBody = regexp.MustCompile(`(?i)^\s*\(?(?:this (?:item|matter) was )?(?:taken|considered|discussed|dealt with|held) in (?:private|closed session|confidential session|camera)\b|\bis restricted due to exempt information\b|^\s*(?:the )?(?:press and public|public and press|public|press)(?: (?:were|was|having been|had been))? excluded (?:by|under|for this|during this)\b|^\s*the decision\b[^.]{0,60}\bis (?:restricted|exempt|confidential)\b|^\s*\(?(?:exempt|not for publication)\b.{0,80}\bparagraphs?\b|\b(?:by virtue of|under|as defined in) paragraphs? \d[^.]{0,60}\b(?:of )?(?:part \d[^.]{0,20})?schedule 12A\b`)

// divide ends items at the dividers between them and at the meeting's close,
// says which are exempt and makes exempt entries of private business that
// stands under no heading of its own.
func (p *paper) divide(es []entry, m meeting) []entry {
	var out []entry
	private, only := false, map[string]bool(nil)
	at := m.from
	for i, e := range es {
		for ; at < e.from; at++ {
			private = step(private, p.divider(at))
		}
		end, full := e.to, e.to
		for j := e.body; j < end; j++ {
			d := p.divider(j)
			if d != noDivider && j > e.from && p.betweenItems(j, end) {
				end = j
			} else if i == len(es)-1 && p.ends(j, e.to, e.title, m.agenda) {
				end = j
			}
		}
		at = full
		e.to = end
		said := p.said(e)
		hidden := private || only[e.agenda] || only[strings.Trim(e.number, ".): ")]
		e.exempt = hidden && !exclusion.MatchString(e.title) || exemptTitle.MatchString(e.title) || exemptBody.MatchString(said) && !exclusion.MatchString(e.title)
		if m.agenda {
			for j := end; j < full; j++ {
				private = step(private, p.divider(j))
			}
			private = private || excluded.MatchString(said) && leave.MatchString(said)
			out = append(out, e)
			continue
		}
		spans, after := p.privateIn(e, full, private, i == len(es)-1)
		if after && !private {
			if named := forItems(said); len(named) > 0 && amongLater(named, es[i+1:]) {
				only, spans, after = named, nil, false
			}
		}
		out = append(out, p.parted(e, spans)...)
		if !private && after && thisItem.MatchString(said) && !exclusion.MatchString(e.title) {
			after = false
		}
		private = after
	}
	return out
}

// amongLater reports whether each of the numbers is that of a later item.
func amongLater(numbers map[string]bool, later []entry) bool {
	found := map[string]bool{}
	for _, e := range later {
		for _, n := range []string{e.agenda, strings.Trim(e.number, ".): ")} {
			if numbers[n] {
				found[n] = true
			}
		}
	}
	return len(found) == len(numbers)
}

// exclusion is the title of the item by which the public leave; they are still
// there when it is taken.
var exclusion = regexp.MustCompile(`(?i)\bexclu(?:sion|de)\b.*\b(?:press|public)\b`)

func step(private bool, d division) bool {
	switch d {
	case closedPart:
		return true
	case openPart:
		return false
	}
	return private
}

// closedBetween reports whether a line between from and to opens the part of a
// meeting that is taken in private.
func (p *paper) closedBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if p.divider(i) == closedPart || excludes(p.text(i), p.text(i-1)) {
			return true
		}
	}
	return false
}

// betweenItems reports whether nothing but dividers and short notes stands
// between line j and end: a divider belongs to no item, "Part 2 of the report"
// in the middle of one does.
func (p *paper) betweenItems(j, end int) bool {
	if end-j > 6 {
		return false
	}
	for ; j < end; j++ {
		if p.divider(j) == noDivider && utf8.RuneCountInString(p.text(j)) > 250 {
			return false
		}
	}
	return true
}

// said is an entry's text below its heading.
func (p *paper) said(e entry) string {
	var b strings.Builder
	b.WriteString(e.glued)
	for i := e.body; i < e.to; i++ {
		if e.leaves(i) {
			continue
		}
		b.WriteString("\n\n")
		b.WriteString(p.text(i))
	}
	return b.String()
}
