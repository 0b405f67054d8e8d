package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/ukdate"
)

// A meeting is the lines of a paper that belong to one meeting.
type meeting struct {
	from, to int
	agenda   bool // what is to be discussed, not what was
}

// presentLabel opens the list of who was there: every meeting's minutes have
// one, and no agenda does.
var presentLabel = regexp.MustCompile(`^(?:(?i:(?:members |councillors |committee members |voting members )?present(?: were)?\s*(?:[:–-]|$))|PRESENT\b|Present\s+(?:Councillors?|Cllrs?|were)|(?i:sederunt)\b|(?i:in attendance|attendance|attendees|those (?:present|attending))\s*(?:[:–-]|$)|(?i:those (?:present|attending))\s+(?:Councillors?|Cllrs?|Mrs?|Ms|Dr)\b)`)

// minutesTitle is the title of minutes.
var minutesTitle = regexp.MustCompile(`^(?i:(?:draft |unconfirmed |confirmed )?(?:minutes|notes|record) of (?:the |a |an )?.{0,120}\b(?:meeting|session|held)\b)|^(?i:the .{0,60}\bmeeting of\b.{0,80}\bwas held\b)`)

// announces says that a meeting is still to come.
var announces = regexp.MustCompile(`(?i)\b(?:will be held|to be held|is to be held|are (?:hereby )?summoned|you are (?:invited|requested)|notice is hereby given)\b|^agenda$|\bsummons\b`)

// meetings parts a paper where a new meeting's front matter begins.
func (p *paper) meetings() []meeting {
	n := len(p.lines)
	if n == 0 {
		return nil
	}
	starts := []int{}
	last := -30
	for i := range p.lines {
		if !p.present(i) {
			continue
		}
		start, ok := p.frontStart(i)
		if !ok || start <= last {
			continue
		}
		if len(starts) > 0 && !p.somethingBetween(starts[len(starts)-1], start, i) {
			continue
		}
		starts = append(starts, start)
		last = i
	}
	var out []meeting
	if len(starts) == 0 || starts[0] > 0 {
		end := n
		if len(starts) > 0 {
			end = starts[0]
		}
		first := meeting{from: 0, to: end, agenda: p.isAgenda(0, end)}
		if first.agenda {
			first.to = p.agendaEnd(end)
		}
		if first.agenda || len(starts) == 0 {
			out = append(out, first)
		} else {
			starts[0] = 0
		}
	}
	for i, s := range starts {
		end := n
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		out = append(out, meeting{from: s, to: end})
	}
	return out
}

// agendaEnd is where the agenda that a paper begins with is over: at the page
// that opens another paper, a report bound behind it.
func (p *paper) agendaEnd(to int) int {
	for i := 1; i < to; i++ {
		if !p.first[i] {
			continue
		}
		for j := i; j < to && j < i+4 && (j == i || !p.first[j]); j++ {
			if reportFront.MatchString(p.text(j)) {
				return i
			}
		}
	}
	return to
}

// reportFront is a line on the first page of an officer's report.
var reportFront = regexp.MustCompile(`^(?i:(?:from|to|subject|report (?:author|title|of|by|to)|wards? affected|classification|decision maker|purpose of (?:the )?report)\s*:|(?:joint )?report (?:of|by) the\b|agenda item (?:no\.? ?)?:? ?\d{1,2}$)`)

// present reports whether line i opens a list of who was there.
func (p *paper) present(i int) bool {
	return presentLabel.MatchString(p.lines[i].Text) && p.lines[i].Marker == ""
}

// frontStart walks back from the list of those present to the first line of
// the meeting's front matter: short lines, of which one has a date.
func (p *paper) frontStart(i int) (start int, ok bool) {
	dated := len(ukdate.Find(p.text(i))) > 0
	start = i
	for j := i - 1; j >= 0 && i-j <= 12; j-- {
		text := p.text(j)
		title := minutesTitle.MatchString(text)
		if !title && (utf8.RuneCountInString(text) > 140 || endsSentence(text) && len(ukdate.Find(text)) == 0) {
			break
		}
		if p.first[j+1] && j+1 < i && p.titled(j+1) {
			break
		}
		if p.lines[j].Kind == extract.Entry || closing.MatchString(text) || agendaMark.MatchString(text) {
			break
		}
		if len(ukdate.Find(text)) > 0 {
			dated = true
		}
		start = j
	}
	if start == 0 {
		return 0, true
	}
	// A title printed on every page is a running line of the page it opens.
	if p.first[start] {
		for _, r := range p.doc.Paper.Pages[p.places[start].Page].Running {
			dated = dated || len(ukdate.Find(r)) > 0
		}
	}
	return start, dated && (start < i || p.first[start])
}

// titled reports whether the page that line i opens has a date in its running
// lines or in its first ones: the title of a meeting does not lie on the page
// before it.
func (p *paper) titled(i int) bool {
	for _, r := range p.doc.Paper.Pages[p.places[i].Page].Running {
		if len(ukdate.Find(r)) > 0 {
			return true
		}
	}
	for j := i; j < i+4 && j < len(p.lines); j++ {
		if len(ukdate.Find(p.text(j))) > 0 {
			return true
		}
	}
	return false
}

// somethingBetween reports whether there is room for a meeting between two
// starts: who was present and who was in attendance are often two lists of
// one meeting. A few lines are enough where the second, whose list stands at
// line list, has a title of its own.
func (p *paper) somethingBetween(a, b, list int) bool {
	if b-a > 12 {
		return true
	}
	for i := b; i < list; i++ {
		if minutesTitle.MatchString(p.text(i)) {
			return b-a > 4
		}
	}
	return false
}

// isAgenda reports whether lines from to to announce a meeting.
func (p *paper) isAgenda(from, to int) bool {
	for i := from; i < to && i < from+40; i++ {
		text := p.text(i)
		if minutesTitle.MatchString(text) && !announces.MatchString(text) || p.present(i) {
			return false
		}
		if announces.MatchString(text) {
			return true
		}
	}
	return false
}

// titleOfMinutes is the line that says whose minutes these are and of which
// day, above the list of those present; -1 where there is none. It may begin
// as an item's heading does: "MINUTES OF THE MEETING HELD ON 2 MAY".
func (p *paper) titleOfMinutes(m meeting) int {
	for i := m.from; i < m.to && i < m.from+12 && !p.present(i); i++ {
		if text := p.text(i); minutesTitle.MatchString(text) && !earlier.MatchString(text) {
			return i
		}
	}
	return -1
}

// earlier is said of the meeting whose minutes this one approves.
var earlier = regexp.MustCompile(`(?i)\b(?:last|previous|preceding)\b`)

// ofAMeeting reports whether numbered headings can be a meeting's items: one
// is such as almost every meeting has or bears a number that paragraphs do not,
// or the paper says who was there. The sections of a budget proposal count up
// too.
func (p *paper) ofAMeeting(m meeting, es []entry) bool {
	for _, e := range es {
		if usual(e.title) || e.agenda != "" || e.number != "" && strings.Trim(e.number, "0123456789") != "" || e.number == "" {
			return true
		}
	}
	for i := m.from; i < m.to; i++ {
		if p.present(i) || minutesTitle.MatchString(p.text(i)) || closing.MatchString(p.text(i)) || decides.MatchString(p.text(i)) {
			return true
		}
	}
	return len(es) == 0
}

// minuted reports whether anything says that a meeting took place: who was
// there, the title of minutes, or what was said and done under some item. An
// agenda that does not call itself one has none of it.
func (p *paper) minuted(m meeting, es []entry) bool {
	for i := m.from; i < m.to; i++ {
		if p.present(i) || minutesTitle.MatchString(p.text(i)) || closing.MatchString(p.text(i)) {
			return true
		}
	}
	if m.from < len(p.places) {
		for _, r := range p.doc.Paper.Pages[p.places[m.from].Page].Running {
			if minutesWord.MatchString(r) {
				return true
			}
		}
	}
	for _, e := range es {
		if happened.MatchString(p.said(e)) || happened.MatchString(e.title) {
			return true
		}
	}
	return len(es) == 0
}

var (
	minutesWord = regexp.MustCompile(`(?i)\bminutes?\b`)
	happened    = regexp.MustCompile(`\b(?:RESOLVED|AGREED|NOTED|RECOMMENDED)\b|(?i)\b(?:resolved|agreed|noted|approved|considered|reported|advised|explained|confirmed|thanked|declared|elected|proposed|seconded|carried|there (?:were|was) no|(?:was|were) (?:received|given|discussed|raised|asked|deferred|signed))\b`)
)
