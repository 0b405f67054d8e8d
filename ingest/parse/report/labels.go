package report

import (
	"regexp"
	"strings"
)

// A key is what a label in a report's front matter stands for.
type key uint8

const (
	none key = iota
	meeting
	to
	date
	from
	author
	title
	wards
	contact
	decisionNo
	classification
	other // known and of no use here; it ends the value before it
)

// labels are the labels of front matter, in small letters and without their
// colon, as they stand in councils' templates: Lancashire's "Report submitted
// by:" and "Electoral Division affected:", Kent's "From: To: Subject:",
// Medway's "Report from: Author:", and the tables of unitary and district
// councils ("Report title", "Decision maker", "Lead officer").
var labels = map[key][]string{
	meeting: {"meeting", "meeting of", "committee", "body", "decision maker", "decision-maker", "final decision-maker", "final decision maker",
		"decision to be taken by", "decision taken by", "name of committee", "name of meeting", "committee name"},
	to: {"to", "report to", "report to the", "submitted to", "for consideration by", "for decision by"},
	date: {"date", "meeting date", "date of meeting", "date of the meeting", "meeting to be held on", "to be held on", "date of committee", "committee date",
		"date of decision", "decision date", "decision due date", "meeting held on", "council date", "cabinet date", "report date", "date of report"},
	from:   {"from", "report of", "report of the", "report by", "report by the", "report from", "report submitted by", "submitted by", "presented by", "report presented by"},
	author: {"author", "report author", "report authors", "author of report", "report prepared by", "prepared by", "lead officer and report author", "officer contact and author"},
	title: {"subject", "title", "report title", "title of report", "report subject", "subject of report", "name of report", "title of decision", "subject matter",
		"item title", "heading", "report heading", "re", "subject/title", "subject matter / title of decision", "subject matter/title of decision", "decision title"},
	wards: {"wards affected", "ward affected", "ward(s) affected", "wards", "ward", "ward(s)", "wards/electoral divisions affected", "electoral division affected",
		"electoral divisions affected", "electoral division(s) affected", "electoral division", "electoral divisions", "electoral division(s)", "divisions affected",
		"division affected", "area affected", "areas affected", "local member", "local members", "local member(s)"},
	contact: {"contact", "contacts", "contact officer", "contact officers", "contact officer(s)", "contact details", "contacts for further information",
		"contact for further information", "further information", "for further information contact", "officer contact", "lead officer", "lead officers", "lead contact", "report contact",
		"name and contact details", "relevant director", "relevant director(s)", "accountable officer"},
	decisionNo: {"decision no", "decision number", "decision ref", "decision reference", "forward plan ref", "forward plan reference", "forward plan number", "key decision ref", "decision number/reference"},
	classification: {"classification", "status", "report status", "confidentiality", "publication", "exempt", "is the report exempt", "public or exempt", "protective marking",
		"security classification", "exempt information", "open or exempt", "part"},
	other: {"key decision", "key decision?", "is this a key decision", "is the decision eligible for call-in", "is the decision eligible for call-in?", "past pathway", "past pathway of report", "past pathway of paper",
		"previous pathway", "future pathway", "future pathway of report", "future pathway of paper", "pathway", "portfolio holder", "portfolio holder(s)", "portfolio", "cabinet member", "cabinet members",
		"cabinet member(s)", "lead member", "lead cabinet member", "executive member", "relevant cabinet member", "relevant portfolio holder", "agenda item", "agenda item no", "agenda item number", "agenda no", "item", "item no", "item number", "direct dial/ext", "direct dial", "ask for", "e-mail", "email",
		"telephone", "tel", "your ref", "our ref", "priority", "corporate priority", "corporate plan priority", "directorate", "department", "service", "service area", "head of service", "lead head of service",
		"report reference", "report number", "report no", "call-in", "call in", "urgent", "urgency", "in forward plan", "on forward plan", "type of report", "report type", "type of decision",
		"purpose code", "appendix attached", "chief officer", "corporate director", "director", "lead director", "decision type", "key decision no", "implementation date", "not before date", "time", "venue", "place", "recommendation tracker", "for publication", "consultation period", "timetable", "scrutiny", "previous consideration", "previously considered by", "considered by"},
}

var labelKeys = func() map[string]key {
	m := map[string]key{}
	for k, all := range labels {
		for _, l := range all {
			m[l] = k
		}
	}
	return m
}()

// labelOf is what a label stands for, whatever its case, and with or without
// its colon.
func labelOf(s string) key { return labelKeys[plainKey(s)] }

// plainKey is a label or heading as the tables have it: small letters, no
// number before it and no sign after it.
func plainKey(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ").Replace(s)
	if m := numbered.FindString(s); m != "" {
		s = s[len(m):]
	}
	return strings.Trim(strings.Join(strings.Fields(s), " "), " :.-–—;*?")
}

// numbered is the number before a heading: "1.", "2.3", "3)".
var numbered = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-z][.)]|\(\w{1,3}\))\s+`)

// The canonical names of sections.
const (
	summary        = "summary"
	recommending   = "recommendations"
	background     = "background"
	options        = "options"
	reasons        = "reasons"
	consultation   = "consultation"
	implications   = "implications"
	conclusion     = "conclusion"
	nextSteps      = "next_steps"
	backPapers     = "background_papers"
	appendices     = "appendices"
	exemption      = "exemption"
	contactSection = "contact"
)

// headings are the headings of sections with their variants: the template of
// Lancashire's report of 18 July 2019, Maidstone's of 17 July 2019, Kent's,
// Cambridge's, Worcestershire's, and what their neighbours call the same.
var headings = map[string][]string{
	summary: {"summary", "executive summary", "purpose", "purpose of report", "purpose of the report", "purpose of this report", "introduction", "overview", "summary of report", "brief summary",
		"report summary", "summary of the report", "summary of main issues", "key points", "purpose and summary", "in brief", "executive overview", "what is this report about"},
	recommending: {"recommendation", "recommendations", "recommendation(s)", "proposed recommendation", "proposed recommendations", "recommended", "officer recommendation", "officer recommendations", "the recommendation",
		"recommendation(s) and reasons", "recommendations and reasons", "summary of recommendations", "recommendations to council", "recommendations to cabinet", "recommendation to council", "recommendation to cabinet", "recommendation to full council",
		"this report makes the following recommendations", "action required", "decision required", "decisions required", "decision", "proposed decision", "proposed decisions", "proposed resolution", "draft recommendations"},
	background: {"background", "background and advice", "background information", "context", "background and context", "introduction and background", "background to the report", "supporting information",
		"background/introduction", "relevant background", "main issues", "details", "report details", "key issues", "current position", "current situation", "position", "progress", "progress to date", "progress made", "action taken", "actions taken", "action taken to date", "actions taken to date", "what has been done", "what we have done", "what we were asked to do", "what the ombudsman asked for", "the ombudsman's recommendations", "detail", "main report", "issues", "discussion",
		"analysis", "proposal", "proposals", "proposal details", "the proposal", "findings", "the complaint", "the ombudsman's findings", "ombudsman's findings", "the findings", "the issue", "material considerations"},
	options: {"options", "options considered", "alternative options", "alternative options considered", "alternatives considered", "alternatives considered and rejected", "alternative options considered and rejected",
		"options appraisal", "options and analysis", "available options", "other options considered", "any alternatives considered", "any alternatives considered and rejected", "preferred option and reasons for recommendations"},
	reasons: {"reasons", "reason", "reason for decision", "reasons for decision", "reason(s) for decision", "reason for recommendation", "reasons for recommendation", "reasons for recommendations",
		"reason for recommendations", "reasons for the recommendation", "reason for urgency", "reasons for urgency", "reason(s) for urgency"},
	consultation: {"consultation", "consultations", "consultation results", "consultation results and previous committee feedback", "consultation and engagement", "engagement", "consultees", "views of the local member", "views of consultees",
		"results of consultation", "public consultation", "cabinet committee recommendations and other consultation", "stakeholder engagement", "consultation undertaken"},
	implications: {"implications", "risk", "risks", "risk management", "risk management implications", "risk assessment", "financial", "finance", "financial implications", "finance implications", "financial and resource implications",
		"resource implications", "resources", "legal", "legal implications", "legal and governance implications", "legal implications/powers", "staffing", "human resources", "hr implications", "staffing implications", "human resource implications", "personnel", "personnel implications",
		"equality", "equalities", "equalities implications", "equality implications", "equality and diversity", "equality and cohesion", "equality analysis", "equality impact assessment", "equality impact", "public sector equality duty", "equality and diversity implications", "human rights", "climate", "climate change", "climate change implications", "climate implications",
		"environmental implications", "environmental impact", "environment", "sustainability", "sustainability implications", "crime and disorder", "crime and disorder implications", "data protection", "data protection implications", "health and wellbeing",
		"health implications", "public health implications", "safeguarding", "safeguarding implications", "property", "property implications", "procurement", "procurement implications", "social value", "information technology", "it implications", "ict implications", "policy implications", "policy framework", "policy framework implications", "communities", "children and young people", "cross-cutting issues and implications",
		"corporate implications", "other implications", "other corporate implications", "key implications", "commercial implications", "governance", "governance implications", "impact assessments", "implications of the decision", "risk management and health and safety", "corporate priorities", "link to corporate priorities", "links to corporate priorities", "council priorities", "customer impact", "budget implications", "value for money"},
	conclusion: {"conclusion", "conclusions", "conclusion and recommendation", "summary and conclusion", "conclusions and next steps", "concluding remarks"},
	nextSteps:  {"next steps", "implementation", "timetable for implementation", "next steps and timetable", "communication and implementation", "next steps: communication and implementation of the decision", "monitoring", "follow-up", "action plan"},
	backPapers: {"background papers", "list of background papers", "background documents", "background document", "background paper", "local government (access to information) act 1985 list of background papers", "list of background documents", "papers", "sources of information"},
	appendices: {"appendices", "appendix", "list of appendices", "report appendices", "attachments", "appendices and background documents", "appendices attached", "annexes"},
	exemption: {"reason for inclusion in part ii, if appropriate", "reason for inclusion in part ii", "reason for inclusion in part 2, if appropriate", "exemption", "reason for exemption", "exempt information", "exclusion of press and public",
		"confidential information", "reason for confidentiality", "not for publication", "reason(s) for exemption"},
	contactSection: {"contact", "contacts", "contact details", "contact officer", "contact officers", "contacts for further information", "report author", "author", "further information", "relevant director", "lead officer", "lead officer contact", "report authors", "contact information"},
}

var canonicals = func() map[string]string {
	m := map[string]string{}
	for canonical, all := range headings {
		for _, h := range all {
			m[h] = canonical
		}
	}
	return m
}()

// canonicalOf is the canonical name of a heading, "" where no table has it.
func canonicalOf(heading string) string {
	k := plainKey(heading)
	if c := canonicals[k]; c != "" {
		return c
	}
	if i := strings.IndexByte(k, '('); i > 0 { // "Summary (why this matters)"
		return canonicals[strings.TrimSpace(k[:i])]
	}
	return ""
}
