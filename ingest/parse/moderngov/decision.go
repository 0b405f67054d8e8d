package moderngov

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// decisionSections are the headings of a decision's page and what their text
// is for. Those not named here stay in the item's text alone.
var decisionSections = map[string]string{
	"purpose": "summary", "purpose of report": "summary", "summary": "summary", "decision": "decision", "decisions": "decision", "decision made": "decision",
	"reasons for the decision": "after", "reason for decision": "after", "reasons for decision": "after", "reason for the decision": "after",
	"alternative options considered": "after", "alternative options considered and rejected": "after", "other options considered": "after",
	"other reasons / organisations consulted": "after", "consultees": "after", "wards affected": "after", "contact": "after", "conflicts of interest": "after",
	"details of any conflict of interest": "after", "details": "summary", "background": "background", "dispensations": "after", "financial implications": "after",
	"decision taken": "decision", "details of decision": "decision", "reasons for recommendation": "after", "options considered": "after", "alternative options": "after",
	"alternatives considered": "after", "alternatives considered and rejected": "after", "details of any alternative options considered and rejected": "after", "consultation": "after", "consultations": "after",
	"conflicts of interest declared": "after", "declarations of interest": "after", "any conflict of interest declared": "after", "signed": "after", "background papers": "after", "call-in": "after",
	"accompanying documents": "documents", "additional documents": "documents", "supporting documents": "documents",
}

// decision reads the page of one decision.
func (p *page) decision() (front, []entry) {
	f := front{council: firstOf(p.council(), p.headedBy())}
	e := entry{lines: span(0, len(p.lines))}
	if len(e.lines) == 0 {
		return f, nil
	}
	if id := p.query("id"); id != "" {
		e.id, e.itemID = "decision-"+id, p.query("aiid")
	} else if id := p.query("aiid"); id != "" {
		e.id = "ai" + id
	}
	f.issue = p.query("iid")
	i := p.decisionTitle(&e)
	e.lines = span(p.belowHeading(i-1), len(p.lines)) // the title stands at i-1
	under := ""
	var maker string
	for ; i < len(p.lines); i++ {
		head, value, ok := decisionHead(p.text(i))
		if !ok || p.inWord(i) && value == "" && under == "decision" {
			p.put(&e, under, i)
			continue
		}
		next := ""
		if value == "" && i+1 < len(p.lines) {
			next = p.text(i + 1)
		}
		switch head {
		case "decision maker", "decision-maker", "decision taken by", "decision made by":
			maker = firstOf(value, next)
		case "subject", "subject of decision", "title", "report title", "decision title":
			if e.title == "" {
				e.title = firstOf(value, next)
			}
		case "date of decision", "decision date", "date decision made":
			e.date = firstOf(found(value), found(next), e.date)
		case "decided at meeting":
			e.body, e.url = p.decidedAt(&e, i, firstOf(value, next))
		case "reference", "reference no", "reference number", "decision reference", "ref":
			e.reference = firstOf(value, next)
		case "publication date", "effective from", "decision status", "is key decision?", "is subject to call in?", "report author", "key decision", "date first published":
		default:
			under = decisionSections[head]
			if value != "" && under != "" && under != "after" {
				p.put(&e, under, i)
			}
			continue
		}
		under = ""
	}
	if e.body == "" && isBody(maker) {
		e.body = maker
	}
	if d := p.at(e.decision); len(d) > 0 && exemptForm.MatchString(d[0].Text) {
		e.exempt = true
	}
	f.title = e.title
	return f, []entry{e}
}

// decisionTitle finds the title and gives the line after it.
func (p *page) decisionTitle(e *entry) int {
	for i := range p.lines {
		if p.has(i, "mgSubTitleTxt") {
			e.title, _ = cutSize(p.text(i))
			return i + 1
		}
	}
	at := p.after("decision details", "issue - decisions", "manylion y penderfyniad")
	if at == 0 && p.recordOfDecision() {
		return 0 // its title stands beside a label
	}
	if at < len(p.lines) {
		if _, _, ok := decisionHead(p.text(at)); !ok {
			e.title, _ = cutSize(p.text(at))
			at++
		}
	}
	return at
}

// recordOfDecision reports whether the page is a record that an officer or a
// member made, which has its title under a label: "Subject: Gully cleaning".
func (p *page) recordOfDecision() bool {
	for i := range p.lines {
		if head, _, ok := decisionHead(p.text(i)); ok && strings.HasPrefix(head, "subject") || ok && strings.HasSuffix(head, "title") {
			return true
		}
	}
	return false
}

// headedBy is the council whose name heads the page, in capitals as such
// records have it; "" where none does.
func (p *page) headedBy() string {
	for i := 0; i < len(p.lines) && i < 4; i++ {
		words := strings.Fields(strings.ToLower(p.text(i)))
		for j, w := range words {
			if r := []rune(w); j == 0 || w != "of" && w != "and" && w != "the" && w != "upon" {
				words[j] = strings.ToUpper(string(r[:1])) + string(r[1:])
			}
		}
		if name := wholeCouncil(strings.Join(words, " ")); name != "" {
			return name
		}
	}
	return ""
}

// decisionHead reads a label of a decision's page with what follows it on
// its line.
func decisionHead(s string) (head, value string, ok bool) {
	before, after, found := strings.Cut(s, ":")
	if !found || len(before) > 60 {
		return "", "", false
	}
	head = strings.ToLower(strings.TrimSpace(before))
	if _, known := decisionSections[head]; !known && !decisionLabels[head] {
		return "", "", false
	}
	return head, strings.TrimSpace(after), true
}

var decisionLabels = map[string]bool{
	"decision maker": true, "decision status": true, "is key decision?": true, "is subject to call in?": true, "report author": true,
	"publication date": true, "date of decision": true, "decision date": true, "decided at meeting": true, "effective from": true,
	"reference": true, "reference no": true, "reference number": true, "decision reference": true, "ref": true, "key decision": true, "date first published": true,
	// the same as officers' and members' own records have them
	"decision-maker": true, "decision taken by": true, "decision made by": true, "date decision made": true, "subject": true, "subject of decision": true, "title": true, "report title": true, "decision title": true,
}

// put files line i under a section.
func (p *page) put(e *entry, under string, i int) {
	switch under {
	case "summary":
		e.summary = append(e.summary, i)
	case "decision":
		e.decision = append(e.decision, i)
	case "background":
		e.minutes = append(e.minutes, i)
	case "documents":
		if d, ok := p.attachment(i); ok {
			e.documents = append(e.documents, d)
		}
	}
	if withheld.MatchString(p.text(i)) {
		e.exempt = true
	}
}

// decidedAt reads "16/07/2013 - Cabinet" and its link.
func (p *page) decidedAt(e *entry, i int, value string) (body, url string) {
	for _, l := range p.lines[i].Links {
		if l.Href != "" {
			url = p.resolve(l.Href)
			e.itemID = firstOf(e.itemID, bookmark(l.Href))
		}
	}
	m := ukdate.Find(value)
	if len(m) == 0 {
		return e.body, url
	}
	e.date = m[0].Date
	return strings.Trim(value[m[0].End:], " -–"), url
}

func found(s string) archive.Date {
	if m := ukdate.Find(s); len(m) > 0 {
		return m[0].Date
	}
	return ""
}

// isBody reports whether a decision's maker is a body and no post: a service
// director decides alone, Cabinet meets.
func isBody(maker string) bool {
	return bodyWords.MatchString(maker) && !postWords.MatchString(maker)
}

var (
	bodyWords = regexp.MustCompile(`(?i)\b(?:council|cabinet|executive|committee|sub-committee|board|panel|forum|assembly|commission|authority)\b`)
	postWords = regexp.MustCompile(`(?i)\b(?:director|officer|head|manager|chief|leader|member|councillor|cllr|portfolio|mayor|holder|solicitor|secretary|lead|treasurer|assistant|deputy)\b`)
)

// decidedBy is the body that the first words of a decision name as the one
// that took it: "Executive approve the policy". "The Committee" names none.
func decidedBy(s string) string {
	m := decidingBody.FindStringSubmatch(s)
	if m == nil || genericBody.MatchString(m[1]) {
		return ""
	}
	return m[1]
}

var (
	decidingBody = regexp.MustCompile(`^(?:\(?[\da-z]{1,2}[.)]\s+)?(?:[Tt]hat )?(?:[Tt]he )?((?:[A-Z][\pL&,-]+ (?:and |of |for )?){0,6}?(?:Cabinet|Executive|Committee|Sub-Committee|Board|Panel)) (?:approved?|agree[sd]?|note[sd]?|resolve[sd]?|received|considered|endorse[sd]?)\b`)
	genericBody  = regexp.MustCompile(`^(?:Committee|Sub-Committee|Board|Panel|Chief Executive)$`)
)

// decisionLine heads each decision on an issue's page of decisions:
// "15/01/2021 - Highway Enforcement Policy".
var decisionLine = regexp.MustCompile(`^(\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(.+)$`)

// decisions reads an issue's page of decisions.
func (p *page) decisions() (front, []entry) {
	f := front{council: p.council(), issue: p.query("iid")}
	var starts []int
	for i := range p.lines {
		if decisionLine.MatchString(p.text(i)) && !p.inWord(i) {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return p.decision()
	}
	f.title = p.issueTitle(starts[0])
	var entries []entry
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		m := decisionLine.FindStringSubmatch(p.text(from))
		e := entry{lines: span(from, to), title: strings.TrimSpace(m[2]), date: dateOf(ukdate.Parse(m[1]))}
		p.sort(&e, span(from+1, to))
		// The page prints no label: what stands there is the decision.
		e.decision = append(e.agenda, e.decision...)
		e.agenda = nil
		if len(e.decision) > 0 {
			e.named = decidedBy(p.text(e.decision[0]))
		}
		entries = append(entries, e)
	}
	return f, entries
}
