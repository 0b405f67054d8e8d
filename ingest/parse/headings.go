package parse

import (
	"regexp"
	"strings"
)

// A Part is a part of an item's minutes.
type Part uint8

// The parts. NoPart is text that no heading claims.
const (
	NoPart Part = iota
	Summary
	Background
	Discussion
	Decision
	After // reasons, options and call-in notes: they follow a decision and end it
)

// clerksHeadings are the headings clerks type inside an item's minutes. They
// stand alone in a paragraph or open one with a colon. The forms are those of
// ModernGov councils' pages, where clerks add their own headings to the
// system's: "Background:", "Discussion:", "Decision:" (Medway), "REASONS –"
// (Darlington), "Reason for decision:", "Alternative options considered",
// "Eligible for call-in to:" (Southend), "Issues considered", "Recommendation"
// (Oxfordshire's decisions).
var clerksHeadings = []struct {
	part  Part
	words []string
}{
	{Summary, []string{"summary", "executive summary", "summary of report", "purpose of report", "purpose of the report", "purpose", "matter considered", "issue", "subject"}},
	{Background, []string{"background", "background information", "context", "introduction", "introduction and background", "background and context"}},
	{Discussion, []string{"discussion", "debate", "consideration", "comments", "comments and questions", "questions", "questions and comments",
		"issues considered", "issues raised", "issues discussed", "points raised", "matters raised", "key points", "discussion points", "summary of discussion", "members' comments"}},
	{Decision, []string{"decision", "decisions", "decision taken", "decision made", "decisions made", "the decision", "resolved", "resolution", "resolutions", "it was resolved",
		"agreed", "it was agreed", "outcome", "recommendation", "recommendations", "recommendation agreed", "recommended", "conclusion", "conclusions", "action agreed", "agreed action", "agreed actions", "actions agreed", "resolution agreed"}},
	{After, []string{"reason", "reasons", "reason for decision", "reasons for decision", "reason for the decision", "reasons for the decision", "reason for decisions", "reasons for decisions",
		"reason for recommendation", "reasons for recommendation", "reasons for recommendations",
		"alternative options", "alternative options considered", "alternative options considered and rejected", "alternatives considered", "alternatives considered and rejected",
		"details of any alternative options considered and rejected", "other options", "other options considered", "options considered", "call-in", "eligible for call-in", "eligible for call-in to",
		"not eligible for call-in", "declared interests", "declarations of interest", "interests declared", "conflicts of interest", "wards affected", "dispensations", "contact officer", "executive lead", "lead officer"}},
}

var headingParts = func() map[string]Part {
	m := map[string]Part{}
	for _, h := range clerksHeadings {
		for _, w := range h.words {
			m[w] = h.part
		}
	}
	return m
}()

// headingOf says which part a paragraph opens: rest is what the paragraph says
// after the heading, "" where the heading stands alone.
//
// "Decision" and "Agreed:" are headings; "Agreed." is a verdict.
func headingOf(text string) (part Part, rest string) {
	if p, ok := headingParts[headingKey(text)]; ok && !(p == Decision && strings.HasSuffix(strings.TrimSpace(text), ".")) {
		return p, ""
	}
	head, rest, found := strings.Cut(text, ":")
	if !found || len(head) > 70 {
		if m := dashedReasons.FindStringSubmatchIndex(text); m != nil {
			return After, strings.TrimSpace(text[m[1]:])
		}
		return NoPart, ""
	}
	if p, ok := headingParts[headingKey(head)]; ok {
		return p, strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(rest), "-–—"))
	}
	return NoPart, ""
}

// HeadsPart reports whether a line is a heading that clerks type inside an
// item's minutes: "Background:", "Decision".
func HeadsPart(text string) bool {
	part, rest := headingOf(text)
	return part != NoPart && rest == ""
}

// "REASONS – To ensure that …" (Darlington): a dash after the heading, which
// must be in capitals, for "Reasons - " may open a sentence of the discussion.
var dashedReasons = regexp.MustCompile(`^(?:REASONS?|ALTERNATIVE OPTIONS[A-Z ]*)\s*[-–—]\s*`)

// headingKey is a heading as the table has it: small letters, straight
// apostrophes, nothing around it.
func headingKey(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	s = strings.Join(strings.Fields(s), " ")
	s = strings.ReplaceAll(s, "(s)", "s")
	return strings.Trim(s, " .:;-–—*_")
}
