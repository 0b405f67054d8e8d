package lgsco

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// headings are the Ombudsman's section headings and what each is, in small
// letters with straight apostrophes. The template has changed over the years
// and investigators vary it.
var headings = map[string]string{
	"the complaint": "complaint", "complaint": "complaint", "the complaints": "complaint", "subject": "complaint",
	"what i have investigated": "scope", "what i have and have not investigated": "scope", "what i have not investigated": "scope", "what we have and have not investigated": "scope",
	"the ombudsman's role and powers": "powers", "the ombudsman's role": "powers", "the ombudsman's powers": "powers", "our role and powers": "powers", "the ombudsmen's role and powers": "powers",
	"how i considered this complaint": "considered", "how we considered this complaint": "considered", "how i considered the complaint": "considered", "how i considered these complaints": "considered",
	"relevant law and guidance": "law", "law and guidance": "law", "relevant legislation, guidance and policy": "law", "legal and administrative background": "law", "relevant law": "law",
	"the law": "law", "relevant law, policy and guidance": "law", "relevant law and policy": "law", "what should have happened": "law", "legislation and guidance": "law", "law, guidance and policy": "law",
	"finding": "found", "what i found": "found", "what we found": "found", "findings": "found", "my findings": "found", "investigation": "found", "the investigation": "found",
	"background": "background", "background summary": "background", "what happened": "background", "key facts": "background", "summary of the key events": "background", "introduction": "background",
	"analysis": "analysis", "my assessment": "analysis", "assessment": "analysis", "my analysis": "analysis", "conclusions": "analysis", "conclusion": "analysis", "was there fault": "analysis", "was there fault and did it cause injustice": "analysis", "did the fault cause injustice": "analysis", "did the fault cause an injustice": "analysis", "was there fault causing injustice": "analysis",
	"fault": "analysis", "injustice": "analysis", "fault and injustice": "analysis", "consideration": "analysis", "our findings": "analysis", "my consideration": "analysis",
	"agreed action": "actions", "agreed actions": "actions", "action": "actions", "actions": "actions", "agreed remedy": "actions", "remedy": "actions", "recommended action": "actions", "recommended actions": "actions",
	"recommendations": "actions", "recommendation": "actions", "recommended remedy": "actions", "agreed recommendations": "actions", "proposed action": "actions", "agreed and recommended action": "actions",
	"final decision": "decision", "decision": "decision", "my decision": "decision", "provisional decision": "decision", "draft decision": "decision", "my final decision": "decision", "our decision": "decision",
	"the ombudsman's final decision": "summary", "report summary": "summary", "summary": "summary", "executive summary": "summary", "the ombudsman's decision": "summary",
	// The Housing Ombudsman's and the Scottish Ombudsman's own.
	"our approach": "considered", "assessment and findings": "found", "our investigation": "found", "what the complaint is about": "complaint", "scope of investigation": "scope", "scope of the investigation": "scope",
	"determination": "decision", "determinations": "decision", "determination (decision)": "decision", "our decision (determination)": "decision",
	"orders": "actions", "orders and recommendations": "actions", "putting things right": "actions", "what we asked the organisation to do in this case": "actions", "our recommendations": "actions",
	"parts of the complaint that i did not investigate": "scope", "parts of the complaint i did not investigate": "scope",
}

// canonicalHeading says which section a heading opens, "" for a line that is
// none we know.
func canonicalHeading(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	s = strings.Trim(strings.Join(strings.Fields(s), " "), " :.?")
	if is := headings[s]; is != "" {
		return is
	}
	if len(s) < 70 && actionHeading.MatchString(s) {
		return "actions"
	}
	return ""
}

// actionHeading is a heading over what is to be done, in words of its own:
// "Recommended remedy, which the Council accepts", "Agreed settlement".
var actionHeading = regexp.MustCompile(`^(?:the )?(?:agreed|recommended|proposed) (?:and \w+ )?(?:remed(?:y|ies)|actions?|settlement|recommendations?)(?:$|[,(–-]| (?:and|for|by|which|to)\b)|^(?:orders|recommendations)(?: \(\w+\))? (?:and|to)\b`)

// sections puts the lines from on under their headings. What stands before
// the first heading is in a section of its own without one, if it is more
// than the cover's words.
func (p *paper) sections(from int) []archive.Section {
	var out []archive.Section
	n := numbering{}
	summing := false // in a report's summary, whose headings are those of the report
	for i := from; i < len(p.lines); i++ {
		l := p.lines[i]
		if signed.MatchString(l.Text) {
			continue // it stands under the decision and is none of its words
		}
		if p.isHeading(i, n.last) {
			s := archive.Section{Heading: strings.TrimRight(parse.Printed(l.Block), ":"), Canonical: canonicalHeading(l.Text)}
			summing = isReportSummary(l.Text) || summing && n.last == 0 && s.Canonical != "complaint" && s.Canonical != "background" && s.Canonical != "powers"
			if summing {
				s.Canonical = "summary"
			}
			out = append(out, s)
			n.newSection()
			addPage(&out[len(out)-1], l.Page)
			continue
		}
		if len(out) == 0 {
			out = append(out, archive.Section{})
		}
		s := &out[len(out)-1]
		s.Paragraphs = append(s.Paragraphs, n.paragraph(l, p.text(i-1)))
		addPage(s, l.Page)
	}
	return out
}

// signed is the line that closes a decision: "Investigator's decision on
// behalf of the Ombudsman".
var signed = regexp.MustCompile(`(?i)^[\pL ]{3,40}(?:['’]s?|s['’])? (?:final |draft |provisional )?decisions? on behalf of the ombudsm[ae]n\.?$`)

func isReportSummary(s string) bool {
	return strings.EqualFold(strings.Trim(s, " :."), "report summary")
}

func addPage(s *archive.Section, page int) {
	if page > 0 && (len(s.Pages) == 0 || s.Pages[len(s.Pages)-1] != page) {
		s.Pages = append(s.Pages, page)
	}
}

// isHeading reports whether line i heads a section: its reader says so, its
// words are the template's, or it is a short line without a stop between
// numbered paragraphs.
func (p *paper) isHeading(i, last int) bool {
	l := p.lines[i]
	if l.Kind == extract.Row || len(l.Text) > 120 {
		return false
	}
	if l.Kind == extract.Heading || canonicalHeading(l.Text) != "" && (l.Kind != extract.Entry || len(l.Text) > 8) {
		return true
	}
	if l.Kind != extract.Paragraph || strings.ContainsAny(l.Text[len(l.Text)-1:], ".:;,!)") || len(l.Text) > 80 || !startsUpper(l.Text) {
		return false
	}
	next, ok := paragraphNumber(p.text(i + 1))
	return ok && last > 0 && (next == last+1 || next == 1)
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// numberedForm is a paragraph's number: "57. The Council".
var numberedForm = regexp.MustCompile(`^(\d{1,3})\.(?:\s|$)`)

func paragraphNumber(s string) (int, bool) {
	m := numberedForm.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(m[1])
	return n, n > 0
}

// numbering keeps the numbers of a decision's paragraphs continuous, as they
// are on the published page, for text made from pages starts each list again
// at 1. Lists inside paragraphs count for themselves.
type numbering struct {
	last    int // the last paragraph's continuous number
	printed int // and as it was printed
	inner   int // the last number of a list inside it
	fresh   bool
}

func (n *numbering) newSection() { n.fresh, n.inner = true, 0 }

// paragraph reads a line as a paragraph. before is the line above it.
func (n *numbering) paragraph(l parse.Line, before string) archive.Paragraph {
	printed := parse.Printed(l.Block)
	number, ok := paragraphNumber(printed)
	if !ok || l.Kind == extract.Entry && l.Level > 1 {
		return archive.Paragraph{Text: printed}
	}
	rest := strings.TrimSpace(numberedForm.ReplaceAllString(printed, ""))
	opens := strings.HasSuffix(strings.TrimSpace(before), ":") && !n.fresh
	switch {
	case n.inner > 0 && number == n.inner+1 && (number != n.printed+1 || strings.HasSuffix(before, ";") || strings.HasSuffix(before, "; and")):
		n.inner++
		return archive.Paragraph{Text: printed}
	case opens && number == 1 && n.last > 0:
		n.inner = 1
		return archive.Paragraph{Text: printed}
	case number > n.last:
		n.last = number
	default:
		n.last++
	}
	n.printed, n.inner, n.fresh = number, 0, false
	return archive.Paragraph{N: n.last, Text: rest}
}

// summary is what the paper sums itself up in.
func (p *paper) summary(sections []archive.Section) string {
	for i := 0; i < len(p.lines) && i < headerLines; i++ {
		if rest, ok := strings.CutPrefix(p.lines[i].Text, "Summary:"); ok {
			if rest = strings.TrimSpace(rest); rest != "" {
				return rest
			}
			return p.text(i + 1)
		}
	}
	var words []string
	for _, s := range sections {
		if s.Canonical != "summary" {
			continue
		}
		for _, para := range s.Paragraphs {
			words = append(words, para.Text)
		}
	}
	return strings.Join(words, "\n\n")
}
