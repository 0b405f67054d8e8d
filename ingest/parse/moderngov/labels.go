package moderngov

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A labelKind is one of the labels the system prints inside an item.
type labelKind uint8

const (
	noLabel labelKind = iota
	documentsLabel
	decisionLabel
	minutesLabel
)

// labels are what the system prints, small letters, without the colon. Meeting
// and issue pages say "Additional documents:", item pages "Supporting
// documents:", decision pages "Accompanying Documents:". The Welsh pages have
// their own.
var labels = map[string]labelKind{
	"additional documents": documentsLabel, "supporting documents": documentsLabel, "accompanying documents": documentsLabel,
	"decision": decisionLabel, "decisions": decisionLabel, "minutes": minutesLabel, "draft minutes": minutesLabel,
	"dogfennau ychwanegol": documentsLabel, "dogfennau ategol": documentsLabel, "penderfyniad": decisionLabel, "cofnodion": minutesLabel,
}

// label says which of the system's labels a line is; it must be the whole
// line and end with a colon.
func label(text string) labelKind {
	head, ok := strings.CutSuffix(strings.TrimSpace(text), ":")
	if !ok || len(head) > 30 {
		return noLabel
	}
	return labels[strings.ToLower(strings.TrimSpace(head))]
}

// label is the system's label at line i. In a clerk's own text "Decision:" is
// only a heading of the minutes: on marked pages its class tells, on plain
// ones its place, for the system prints its labels in one order.
func (p *page) label(i int, within labelKind) labelKind {
	l := label(p.text(i))
	switch {
	case l == noLabel:
		return noLabel
	case p.marked && p.inWord(i), p.labelled && !p.has(i, "mgSub") && !p.has(i, "mgSectionTitle"):
		return noLabel
	case !p.marked && within == minutesLabel && l != documentsLabel:
		return noLabel
	}
	return l
}

// sort puts the lines of an entry from the one after its title under the
// labels they stand beneath.
func (p *page) sort(e *entry, lines []int) {
	within := noLabel
	empty := -1 // a label under which nothing stands so far
	for _, i := range lines {
		if l := p.label(i, within); l != noLabel {
			p.putAside(e, empty)
			within, empty = l, i
			e.draft = e.draft || l == minutesLabel && strings.HasPrefix(strings.ToLower(p.text(i)), "draft")
			continue
		}
		if p.text(i) != "" {
			empty = -1
		}
		t := p.text(i)
		switch {
		case strings.TrimSpace(t) == "":
		case p.isAction(i):
			p.action(e, i)
		case within == documentsLabel:
			if d, ok := p.attachment(i); ok {
				e.documents = append(e.documents, d)
			}
		case within == decisionLabel:
			e.decision = append(e.decision, i)
		case within == minutesLabel:
			e.minutes = append(e.minutes, i)
		default:
			e.agenda = append(e.agenda, i)
		}
		e.exempt = e.exempt || saysExempt(t, within)
	}
	p.putAside(e, empty)
	if exemptTitle.MatchString(e.title) {
		e.exempt = true
	}
}

// saysExempt reports whether a line under a label says that its item was
// taken in private.
func saysExempt(t string, within labelKind) bool {
	small := strings.ToLower(t)
	if !slices.ContainsFunc(privateWords, func(w string) bool { return strings.Contains(small, w) }) {
		return false
	}
	return within != documentsLabel && within != minutesLabel && reasonsLink.MatchString(t) ||
		within != minutesLabel && exemptForm.MatchString(t) || withheld.MatchString(t)
}

// privateWords are what the forms below need at the least: most lines have
// none of them and need no closer look.
var privateWords = []string{"restrict", "exempt", "confidential", "withheld", "not for publication"}

// putAside keeps a label that has nothing under it out of what is shown. One
// that shares its block with other words stays with them.
func (p *page) putAside(e *entry, i int) {
	if i < 0 || p.flat {
		return
	}
	e.aside = append(e.aside, i)
}

// isAction reports whether a line is one of the links the system puts under
// a title: "View the background to item 12."
func (p *page) isAction(i int) bool {
	if p.has(i, "mgActionList") {
		return true
	}
	t := p.text(i)
	return len(t) < 120 && (strings.Contains(t, "View the ") || strings.Contains(t, "Share this item")) && actionForm.MatchString(t)
}

var actionForm = regexp.MustCompile(`^(?:[•·-] )?(?:View the (?:background to|decision for|reasons why (?:item|document|agenda item)) .{1,40}|Share this item)\.?$`)

// action takes from a link under a title what it says of the item.
func (p *page) action(e *entry, i int) {
	if strings.Contains(p.text(i), "reasons why document") {
		if n := len(e.documents); n > 0 {
			e.documents[n-1].Restricted = true
		}
		return
	}
	for _, l := range p.lines[i].Links {
		q := query(l.Href)
		if e.issue == "" {
			e.issue = q["iid"]
		}
		e.itemID = firstOf(e.itemID, q["aiid"], bookmark(l.Href)) // "View the decision for item 4."
		if strings.Contains(strings.ToLower(l.Href), "mgreasonsrestricted") && q["ot"] == "a" {
			e.exempt = true
		}
	}
	if strings.Contains(p.text(i), "reasons why item") || strings.Contains(p.text(i), "reasons why agenda item") {
		e.exempt = true
	}
}

// The words by which pages say that an item was taken in private. They are
// the system's own ("View the reasons why item 9 is restricted"), and the
// forms of Schedule 12A in titles and in the line clerks put under them. The
// resolution to exclude the public names the Schedule too and is public
// itself, so the Schedule's name alone proves nothing.
var (
	reasonsLink = regexp.MustCompile(`(?i)view the reasons why (?:agenda )?item .{0,20}is restricted`)
	exemptForm  = regexp.MustCompile(`(?i)^(?:this (?:matter|item|report|decision) (?:contains|contained|includes|included) exempt information\b|\(?(?:this|the) (?:item|report|agenda item) (?:is|was) (?:exempt|restricted|confidential|not for publication)\b|\(?(?:not for publication|exempt (?:item|information|report|by virtue)|restricted item|confidential item)\b|this item is restricted)`)
	withheld    = regexp.MustCompile(`(?i)\b(?:decision|minutes?|resolution)\b.{0,40}\b(?:is|are|was|were) (?:restricted|exempt|withheld)\b.{0,40}\b(?:exempt|confidential) information\b|\bminutes? (?:of|for) this item (?:is|are) (?:exempt|restricted|confidential)\b|^the (?:decision|minute|resolution)s?\b[^.]{0,60} (?:is|are|was|were) (?:restricted|exempt|confidential|withheld)\.?$`)
	exemptTitle = regexp.MustCompile(`(?i)^non-public\b|(?:^|[-–(\[]\s*)(?:exempt|restricted|confidential|not for publication|private)(?: (?:item|report|minutes?|appendix|information|session|business))?\s*(?:[)\]:–-]|$)`)
)

// attachment reads a line of a list of documents.
func (p *page) attachment(i int) (archive.Attachment, bool) {
	l := p.lines[i]
	title, size := cutSize(l.Text)
	a := archive.Attachment{Title: title, Media: mediaOf(size)}
	a.Restricted = restrictedForm.MatchString(l.Text)
	for _, link := range l.Links {
		if strings.Contains(strings.ToLower(link.Href), "mgreasonsrestricted") {
			a.Restricted = true
			a.Title = strings.TrimSpace(strings.TrimSuffix(title, link.Text))
			continue
		}
		if link.Href != "" && a.URL == "" {
			a.URL = p.resolve(link.Href)
			if t, _ := cutSize(link.Text); t != "" {
				a.Title = t
			}
			if a.Media == "" {
				a.Media = mediaOfURL(link.Href)
			}
		}
	}
	if at := strings.Index(a.Title, "View the reasons why"); at > 0 {
		a.Title = strings.TrimSpace(a.Title[:at])
	}
	return a, a.Title != ""
}

var restrictedForm = regexp.MustCompile(`(?i)\b(?:restricted enclosure|view the reasons why document|exempt appendix|\(exempt\)|\(restricted\)|\(confidential\)|not for publication)`)

// lead is the paper a title links to, if any.
func (p *page) lead(i int, title string) []archive.Attachment {
	l := p.lines[i]
	_, size := cutSize(l.Text)
	a := archive.Attachment{Title: title, Media: mediaOf(size)}
	for _, link := range l.Links {
		if link.Href != "" && documentLink.MatchString(link.Href) {
			a.URL = p.resolve(link.Href)
			if a.Media == "" {
				a.Media = mediaOfURL(link.Href)
			}
			break
		}
	}
	if a.URL == "" && size == "" {
		return nil
	}
	return []archive.Attachment{a}
}

var documentLink = regexp.MustCompile(`(?i)(?:^|/)documents/[sgb]\d+/|mgConvert2PDF\.aspx|\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt)(?:[?#]|$)`)

// marker of an entry must not hide a title's number.
func (p *page) numbered(i int) (number, rest string, ok bool) {
	words := p.text(i)
	if l := p.lines[i]; l.Kind == extract.Row {
		words = strings.Join(l.Cells, " ")
	}
	if words == "" || words[0] != ' ' && (words[0] < '0' || words[0] > '9') && (words[0] < 'A' || words[0] > 'Z') {
		return "", words, false
	}
	m := numberForm.FindStringSubmatch(words)
	if m == nil {
		return "", words, false
	}
	return strings.TrimRight(m[1], ".:"), strings.TrimSpace(m[2]), true
}

// numberForm are the forms of minute numbers at the head of a line: "183",
// "1916.", "77/21", "29\\14", "C221/Dec/22", "6A.", "CA3", "4:", "3.a", "2023/145".
var numberForm = regexp.MustCompile(`^((?:[A-Z]{2,5} |[A-Z]{1,5}[-/]?)?\d{1,5}(?:[A-Za-z]|\.[a-z]|\.\d{1,3})?(?:[/\\](?:[A-Z][a-z]{2}/)?\d{1,4}(?:-\d{2})?)?[.:]?)(?:\s+(.*))?$`)
