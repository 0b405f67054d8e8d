package lgsco

import (
	"net/url"
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// A header is what stands above a decision's text.
type header struct {
	body, reference       string
	others                []string // further references on a public report
	category, subcategory string
	decision              string
	date                  archive.Date
	public                bool
	end                   int // the line after it
}

// reference forms: "21 003 456", "21-003-456", "21003456", with a letter for
// one body of a joint investigation. Housing Ombudsman numbers have nine
// digits in one run and are never one of these.
const refDigits = `(0[6-9]|[1-4]\d)[\s\p{Z}./-]?(\d{3})[\s\p{Z}./-]?(\d{3})[\s\p{Z}]?([a-hA-H])?`

var (
	// titleForm is a decision page's heading: "Essex County Council (21 008 070)".
	titleForm = regexp.MustCompile(`^(.{3,120}?)\s*\(` + refDigits + `\)\s*$`)
	// namedRef is a reference that says it is one.
	namedRef = regexp.MustCompile(`(?i)(?:reference(?:\s+numbers?|\s+nos?\.?)?|refs?\.?(?:\s+nos?\.?)?|complaint\s+(?:no\.?|number)|case\s+(?:id|no\.?|number|ref\w*))\s*[:–-]?\s*\(?\s*` + refDigits + `\b`)
	// spacedRef is a reference by its spaces alone.
	spacedRef = regexp.MustCompile(`(?:^|[^\d\p{L}])(0[6-9]|[1-4]\d)[\s\p{Z}-](\d{3})[\s\p{Z}-](\d{3})([a-hA-H])?(?:[^\d\p{L}]|$)`)
	// urlRef is a decision page's address: category, subcategory, reference.
	urlRef = regexp.MustCompile(`(?i)/decisions/([^/]+)/([^/]+)/(\d\d)-(\d{3})-(\d{3})([a-h])?(?:[/?#]|$)`)
)

// titleOf reads a line as a decision's heading: the body, then the parts of
// the reference; nil where it is none.
func titleOf(line string) []string {
	if line = strings.TrimSpace(line); !strings.HasSuffix(line, ")") {
		return nil
	}
	return titleForm.FindStringSubmatch(line)
}

// Reference writes an Ombudsman's reference in its canonical form, "21 003
// 456" or "17 002 402b", from any of the forms in which it is written. ok is
// false for anything else.
func Reference(s string) (ref string, ok bool) {
	m := wholeRef.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	return canonical(m[1:]), true
}

var wholeRef = regexp.MustCompile(`^` + refDigits + `$`)

// canonical joins the parts of a reference: year, three digits, three digits
// and perhaps a letter.
func canonical(parts []string) string {
	return parts[0] + " " + parts[1] + " " + parts[2] + strings.ToLower(parts[3])
}

// headerLines is how far down a header is looked for.
const headerLines = 40

// readHeader reads a decision page's heading and labels, or a report's cover.
func (p *paper) readHeader() header {
	var h header
	h.public = p.doc.Format == archive.LGSCOReport || cover.MatchString(p.opening(25))
	for i := 0; i < len(p.lines) && i < headerLines; i++ {
		t := p.lines[i].Text
		if m := titleOf(t); m != nil && h.reference == "" {
			h.body, h.reference = bodyName(m[1]), canonical(m[2:])
			h.end = i + 1
			continue
		}
		if used := p.label(i, &h); used > 0 {
			i += used - 1
			h.end = i + 1
			continue
		}
		if p.coverLine(i, &h) {
			h.end = i + 1
			continue
		}
		if h.reference != "" && h.end > 0 && (i > h.end+14 || canonicalHeading(t) != "") {
			break
		}
	}
	p.fromRunning(&h)
	p.fromTitle(&h)
	p.fromURL(&h)
	if h.reference == "" {
		if m := spacedRef.FindStringSubmatch(p.opening(headerLines)); m != nil {
			h.reference = canonical(m[1:])
		}
	}
	return h
}

// cover are the words of a public report's cover and running head.
var cover = regexp.MustCompile(`(?i)(?:^|\n)(?:report by the local government (?:and social care )?ombudsman|investigation into (?:a |\d+ |two |three )?complaints? (?:against|about)|report on an investigation into|further report)|\bpublic interest report\b`)

// label reads a label and its value at line i, which stand on one line or on
// two, and gives how many lines that were.
func (p *paper) label(i int, h *header) int {
	name, value, ok := strings.Cut(p.lines[i].Text, ":")
	if !ok || len(name) > 24 {
		return 0
	}
	used := 1
	value = strings.TrimSpace(value)
	name = strings.ToLower(strings.TrimSpace(name))
	if !headerLabels[name] {
		return 0
	}
	if value == "" && i+1 < len(p.lines) && !strings.HasSuffix(p.text(i+1), ":") {
		value, used = strings.TrimSpace(p.text(i+1)), 2
	}
	switch name {
	case "category":
		h.category, h.subcategory, _ = strings.Cut(value, ">")
		h.category, h.subcategory = strings.TrimSpace(h.category), strings.TrimSpace(h.subcategory)
	case "decision", "outcome":
		if len(value) > 80 {
			return 0 // a section of the text with its first words
		}
		h.decision = value
	case "finding":
		if len(value) > 120 {
			return 0
		}
		h.decision = value
	case "decision date", "date":
		if m := ukdate.Find(value); len(m) > 0 {
			h.date = m[0].Date
		}
	case "type":
		h.public = h.public || strings.EqualFold(value, "report")
	case "complaint reference", "reference", "reference number", "case reference":
		if ref, ok := Reference(value); ok && h.reference == "" {
			h.reference = ref
		}
	case "complaint against", "body", "organisation", "authority":
		h.body = bodyName(value)
	}
	return used
}

var headerLabels = map[string]bool{
	"category": true, "decision": true, "outcome": true, "decision date": true, "date": true, "type": true, "finding": true,
	"complaint reference": true, "reference": true, "reference number": true, "case reference": true,
	"complaint against": true, "body": true, "organisation": true, "authority": true,
}

// coverLine reads one line of a report's cover: "Investigation into a
// complaint about Ambershire County Council (reference number: 21 904 118)",
// which may be spread over several lines.
func (p *paper) coverLine(i int, h *header) bool {
	t := p.lines[i].Text
	used := false
	for _, m := range namedRef.FindAllStringSubmatch(t, -1) {
		h.addRef(canonical(m[1:]))
		used = true
	}
	if used && strings.Contains(strings.ToLower(t), "numbers") {
		for _, m := range spacedRef.FindAllStringSubmatch(t, -1) {
			h.addRef(canonical(m[1:]))
		}
	}
	for _, m := range oldRef.FindAllStringSubmatch(t, -1) {
		h.addRef(m[1] + "/" + strings.ToUpper(m[2]) + "/" + m[3])
		used = true
	}
	if m := against.FindStringSubmatch(t); m != nil && h.body == "" {
		name := m[1]
		if name == "" && i+1 < len(p.lines) {
			name = p.text(i + 1)
		}
		h.body = bodyName(cutRef.ReplaceAllString(name, ""))
		used = true
	}
	if h.date == "" {
		if d, ok := ukdate.Parse(t); ok {
			h.date = d
			return true
		}
		if found := ukdate.Find(t); len(found) == 1 && len(t) < 60 && decidedOn.MatchString(t) {
			h.date = found[0].Date
			return true
		}
	}
	return used
}

var (
	against = regexp.MustCompile(`(?i)^(?:report on an )?(?:investigation into )?(?:a |an |\d+ |two |three )?complaints? (?:(?:nos?\.?|numbers?) [\w/., ]{5,80}? )?(?:against|about)\s*:?\s*(.*)$`)
	// oldRef is a reference as they were until 2008: "complaint no 06/A/12345",
	// "07B01234", the letter for the office that took the case.
	oldRef = regexp.MustCompile(`(?i)\b(0\d|9\d)[/ ]?([ABC])[/ ]?(\d{5})\b`)
	cutRef = regexp.MustCompile(`(?i)\s*\(?(?:reference|ref|complaint|case)\b.*$`)
)

// decidedOn are the words of a line that only says when a decision was made.
var decidedOn = regexp.MustCompile(`(?i)^(?:date (?:of|issued)\b|(?:final |provisional )?(?:decision|view|report|statement|determination)\b.{0,12}\b(?:confirmed|issued|made|dated|published|date))`)

func (h *header) addRef(ref string) {
	switch {
	case h.reference == "":
		h.reference = ref
	case h.reference != ref && !has(h.others, ref):
		h.others = append(h.others, ref)
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// fromRunning takes the labels that a site prints around the decision, and
// its reader therefore kept apart from the text.
func (p *paper) fromRunning(h *header) {
	around := &paper{}
	for _, page := range p.doc.Paper.Pages[:min(1, len(p.doc.Paper.Pages))] {
		for _, r := range page.Running {
			around.lines = append(around.lines, parse.Line{Block: extract.Block{Text: r}})
		}
	}
	var found header
	for i := 0; i < len(around.lines) && i < headerLines; i++ {
		around.label(i, &found)
	}
	if h.category == "" {
		h.category, h.subcategory = found.category, found.subcategory
	}
	h.decision, h.date = first(h.decision, found.decision), archive.Date(first(string(h.date), string(found.date)))
}

// fromTitle takes what the text left out from the file's own title.
func (p *paper) fromTitle(h *header) {
	title, _, _ := strings.Cut(p.doc.Paper.Title, " - Local Government")
	m := titleOf(title)
	if m == nil {
		return
	}
	if h.reference == "" {
		h.reference = canonical(m[2:])
	}
	if h.body == "" && h.reference == canonical(m[2:]) {
		h.body = bodyName(m[1])
	}
}

// fromURL takes the reference and the category from the page's address, where
// the page itself does not print them: some renditions leave the labels out.
func (p *paper) fromURL(h *header) {
	address := p.doc.Raw.URL
	if address == "" {
		for _, l := range parse.Lines(p.doc.Paper, parse.Places(p.doc.Paper)) {
			for _, link := range l.Links {
				if link.Text == "canonical" {
					address = link.Href
				}
			}
		}
	}
	m := urlRef.FindStringSubmatch(address)
	if m == nil {
		return
	}
	if h.reference == "" {
		h.reference = canonical(m[3:])
	}
	if h.category == "" && h.reference == canonical(m[3:]) {
		h.category, h.subcategory = categoryName(m[1]), categoryName(m[2])
	}
}

// categoryName is a category as the Ombudsman's site writes it, from its
// place in an address. Names with an apostrophe or capitals cannot be told
// from the address and are listed; the rest are words with hyphens.
func categoryName(slug string) string {
	slug = strings.ToLower(slug)
	if s, err := url.PathUnescape(slug); err == nil {
		slug = s
	}
	if name, ok := categoryNames[slug]; ok {
		return name
	}
	return capital(strings.ReplaceAll(slug, "-", " "))
}

var categoryNames = map[string]string{
	"children-s-care-services": "Children's care services",
	"other-categories":         "Other Categories",
	"covid-19":                 "COVID-19",
}

// bodyName tidies the name of the body complained about.
func bodyName(s string) string {
	return strings.Trim(strings.TrimSpace(s), " ,;:.–-")
}
