package ingest

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Detect says what a paper is, from its content alone: the first rule that
// holds decides, and a paper for which none holds is Plain. It gives the same
// answer for the same paper however often it is asked, and never panics.
func Detect(d parse.Document) archive.Format {
	f, _ := detect(d)
	return f
}

// detect also gives the reason, for people who wonder.
func detect(d parse.Document) (archive.Format, string) {
	s := readSigns(d)
	for _, r := range rules {
		if r.holds(s) {
			return r.format, r.because
		}
	}
	return archive.Plain, "nothing in it says what it is"
}

// A rule is one way to know a format by. The rules stand in the order in which
// they are asked: pages that a system made before papers that people wrote,
// and of those the ones that say what they are before the ones that only look
// like it.
type rule struct {
	format  archive.Format
	because string
	holds   func(signs) bool
}

var rules = []rule{
	{archive.ModernGovXML, "the answer of a ModernGov web service about a meeting", func(s signs) bool {
		return s.media == "xml" && (bytes.Contains(s.raw, []byte("<agendaitem")) || s.root == "meeting" || s.root == "getmeeting")
	}},
	{archive.Plain, "XML of another kind", func(s signs) bool { return s.media == "xml" }},
	{archive.ModernGovIssue, `headed "Issue - meetings", or with entries "Meeting: 22/07/2021 - Council (Item 183)"`, func(s signs) bool {
		return s.headed(issueHeading) || s.count(meetingEntry) > 0
	}},
	{archive.ModernGovDecision, `headed "Decision details", or labelled "Decision Maker" and "Decision status"`, func(s signs) bool {
		return s.screen() && s.headed(decisionHeading) ||
			s.labelled("decision maker") && (s.labelled("decision status") || s.labelled("is key decision?"))
	}},
	{archive.ModernGovDecision, `a record of one person's decision: labelled with who decided, when, and what`, func(s signs) bool {
		return s.anyLabelled("decision maker", "decision taken by", "decision made by", "decision-maker") && s.anyLabelled("date of decision", "decision date", "date decision made") &&
			s.anyLabelled("decision", "decision made", "decision taken", "details of decision") && s.score(reportSigns) < 6
	}},
	{archive.ModernGovDecision, `a list of published decisions: "16/11/2021 - Garage rents ref: 1055", each with its maker`, func(s signs) bool {
		return s.screen() && s.count(publishedDecision) > 0 && s.labelled("decision maker")
	}},
	{archive.LGSCODecision, `a body and a reference, "Essex County Council (21 008 070)", over an Ombudsman's headings`, func(s signs) bool {
		return s.near(bodyAndReference, 40) && s.score(ombudsmanSigns) >= 2
	}},
	{archive.LGSCOReport, `an Ombudsman's public report: "Investigation into a complaint about …" with a reference number`, func(s signs) bool {
		return s.has(investigation) && (s.has(ombudsmanReport) || s.has(referenceNumber))
	}},
	{archive.LGSCODecision, "an Ombudsman's decision without its title: four of its headings", func(s signs) bool {
		return s.score(ombudsmanSigns) >= 4
	}},
	{archive.LGSCODecision, "a list of an Ombudsman's decisions: bodies with references, each with its outcome and day", func(s signs) bool {
		return s.count(bodyAndReference) > 0 && (s.count(listedDecision) > 1 || s.has(listHeading))
	}},
	{archive.LGSCODecision, "another Ombudsman's case: a label and nine digits that begin with a year", func(s signs) bool {
		return s.opening(40, nineDigitCase) && s.has(otherOmbudsman)
	}},
	{archive.LGSCODecision, `an Ombudsman's decision as they were until 2014: "Complaint reference" over "Complaint against"`, func(s signs) bool {
		return s.opening(20, complaintReference) && s.opening(20, complaintAgainst)
	}},
	{archive.LGSCODecision, "headed by another Ombudsman's name, with a case of theirs", func(s signs) bool {
		return s.opening(4, ombudsmanHeading) && s.opening(40, ombudsmanCase)
	}},
	{archive.ModernGovMeeting, "a table of numbered agenda items as ModernGov makes it", func(s signs) bool {
		return s.class("mgItemNumberCell", "mgItemTable")
	}},
	{archive.ModernGovMeeting, "a meeting's labels and values as CMIS makes them", func(s signs) bool {
		return s.class("DNNLabel") && s.labelled("committee") && s.labelled("date")
	}},
	{archive.ModernGovItem, `headed "Agenda item"`, func(s signs) bool {
		return s.screen() && s.headed(itemHeading)
	}},
	{archive.ModernGovMeeting, `headed "Agenda and minutes" or the like, then a body, a day and a time`, func(s signs) bool {
		return s.screen() && s.headed(meetingHeading) && s.near(bodyDayTime, 60)
	}},
	{archive.ModernGovMeeting, `a table of items as ModernGov heads it, "No. Item", in the text of a page`, func(s signs) bool {
		return s.media == "text" && s.headed(itemsHeading)
	}},
	{archive.ModernGovMeeting, "a meeting imported from an earlier system, whose body it names", func(s signs) bool {
		return s.screen() && s.headed(importedMeeting) && s.has(numberedLine)
	}},
	{archive.ModernGovDecision, "sections of a decision as ModernGov names them", func(s signs) bool {
		return s.class("mgPlanItemInForce", "mgSubSubTitleTxt")
	}},
	{archive.ModernGovMeeting, "a body and a day over ModernGov's own headings", func(s signs) bool {
		return s.class("mgSubTitleTxt", "mgAiTitleTxt") && s.near(bodyAndDay, 60)
	}},
	{archive.ModernGovMeeting, "a body, a day and a time over all else", func(s signs) bool {
		return s.screen() && s.near(onlyBodyDayTime, 8)
	}},
	{archive.ModernGovItem, "ModernGov's own labels under one title", func(s signs) bool {
		return s.screen() && s.count(minutesLabel) == 1 && s.count(documentsLabel) == 1
	}},
	{archive.OfficerReport, "laid out as a report: who it is from and to, what it asks for", func(s signs) bool {
		return s.score(reportSigns) >= 3 && s.score(reportSigns) > s.score(minutesSigns)
	}},
	{archive.OfficerReport, "headed as the report of an officer, with what it recommends and none of what minutes say", func(s signs) bool {
		return s.opening(12, officersReport) && s.has(recommendHeading) && s.score(reportSigns) >= 2 && s.score(minutesSigns) <= 1
	}},
	{archive.OfficerReport, "headed by a report's labels: to whom, of whom, the day and the title, and none of what minutes say", func(s signs) bool {
		return s.opening(16, reportTo) && s.opening(16, reportOf) && s.opening(16, reportTitle) && s.opening(16, reportDay) && s.score(minutesSigns) <= 1
	}},
	{archive.Minutes, "laid out as minutes: who was there, what was resolved, when it ended", func(s signs) bool {
		return s.score(minutesSigns) >= 3
	}},
	{archive.Minutes, "headed by a body and a day, who was there, and minutes whose numbers count up", func(s signs) bool {
		return s.opening(14, bodyHeading) && s.opening(14, headingDay) && s.opening(20, whoWasThere) && s.counting() >= 3
	}},
	{archive.Minutes, "questions put to a meeting, each with its answer", func(s signs) bool {
		return s.count(questionPut) >= 2 && s.count(answerBelow) >= 2
	}},
	{archive.Minutes, "headed by a body and a day, over items of which some are those every meeting has", func(s signs) bool {
		return s.opening(14, bodyHeading) && s.opening(14, headingDay) && s.score(reportSigns) <= 1 &&
			(s.score(everyMeeting) >= 2 || s.score(everyMeeting) >= 1 && s.counting() >= 2)
	}},
	{archive.Minutes, "laid out as an agenda: members are called to a meeting", func(s signs) bool {
		return s.score(agendaSigns) >= 2
	}},
}

var (
	issueHeading    = wholeLine(`issue - (meetings|items at meetings)( - .*)?`)
	decisionHeading = wholeLine(`decision details|issue - decisions`)
	itemHeading     = wholeLine(`agenda item( details)?|eitem (ar yr )?agenda`)
	itemsHeading    = wholeLine(`no\.?( \|)? item( \|)?|rhif\.? eitem`)
	importedMeeting = regexp.MustCompile(`^this is a meeting of the .{4,100}$`)
	numberedLine    = regexp.MustCompile(`(?m)^\d{1,2}\. \pL`)
	minutesLabel    = wholeLine(`(?:draft )?minutes:|cofnodion:`)
	documentsLabel  = wholeLine(`(?:additional|supporting) documents:|decision:|dogfennau (?:ychwanegol|ategol):`)
	meetingHeading  = wholeLine(`(.{1,80} - )?(agenda|decisions|minutes|draft minutes)((,| and) (draft )?(agenda|decisions|minutes))*( - .*)?`)
	investigation   = regexp.MustCompile(`\binvestigations? into (a |an |\d+ |two |three |four )?complaints? ((nos?\.?|numbers?) [\w/., ]{5,60}? )?(about|against)\b`)
	ombudsmanReport = regexp.MustCompile(`\breport by the local government( and social care)? ombudsman\b`)
	referenceNumber = regexp.MustCompile(`\breference numbers?\W{0,3}\d\d[ .\-]?\d{3}[ .\-]?\d{3}\b|\bcomplaints? nos?\.? \d\d/?[a-c]/?\d{5}\b`)

	publishedDecision = regexp.MustCompile(`^\d{1,2}/\d{1,2}/\d{4} ?[-–] ?.{3,300} ref:? ?\d+\b`)

	listedDecision = regexp.MustCompile(`^(statement|report) (closed after initial enquiries|not upheld|upheld) .{3,60} \d{1,2}[- ][a-z]{3,9}[- ]\d{4}\b`)
	listHeading    = regexp.MustCompile(`\brecent statements in this category\b|\byour search has \d[\d,]* results?\b`)

	// The Housing, Scottish and Welsh Ombudsmen number cases alike:
	// "COMPLAINT 202347433", "Case ref: 202210170", a table's "Case ID" and
	// its number. The words around say that it is a case.
	nineDigitCase  = regexp.MustCompile(`(?m)^(?:[•·*-] ?)?(?:complaint|case|case (?:id|number|ref|reference|reference number)|reference(?: number)?|report (?:number|reference))\s*[:|]?\s*20\d{7}\b`)
	otherOmbudsman = regexp.MustCompile(`\bombudsman\b|\bombwdsmon\b|\bspso\b|\blandlord\b|(?m)^(?:[•·*-] ?)?outcome\s*[:|]\s*(?:upheld|some upheld|not upheld|resolved|early resolution)\b|\bmaladministration\b`)

	complaintReference = regexp.MustCompile(`(?m)^complaint (?:reference|number|no\.?)\s*[:|]?\s*\d\d[ .\-/]?\d{3}[ .\-/]?\d{3}\b`)
	complaintAgainst   = regexp.MustCompile(`(?m)^complaint against\b`)
	ombudsmanHeading   = regexp.MustCompile(`(?m)^(?:the )?(?:public services ombudsman for wales|ombwdsmon gwasanaethau cyhoeddus cymru|scottish public services ombudsman|northern ireland public services ombudsman|housing ombudsman(?: service)?)\b.{0,40}$`)
	ombudsmanCase      = regexp.MustCompile(`\b(?:complaints?|cases?|achosion?|reference)(?: (?:no\.?|nos\.?|numbers?|ref\.?|reference|references))?\s*[:|]?\s*(?:ni)?(?:20\d{7}|\d{5,6})\b`)

	meetingEntry     = regexp.MustCompile(`(?i)^meeting:?\s+\d{1,2}/\d{1,2}/\d{4} - .*\(item\b[^)]*\)`)
	bodyAndReference = regexp.MustCompile(`^.{3,120}\(\d{2}[ .\-]?\d{3}[ .\-]?\d{3}[a-z]?\)\W*$`)
	bodyAndDay       = regexp.MustCompile(`(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day,? +\d{1,2}(st|nd|rd|th)? +[a-z]{3,9},? +\d{4}\b`)

	bodyDayTime = regexp.MustCompile(bodyAndDay.String() + `,? +(\d{1,2}[.:]\d{2}|\d{1,2} ?[ap]\.?m|12 noon|cancelled|\w+ cancelled)`)

	// onlyBodyDayTime is a line that says no more than that.
	onlyBodyDayTime = regexp.MustCompile(`^[^.]{3,120} - ` + bodyAndDay.String() + `,? +(\d{1,2}[.:]\d{2}|\d{1,2}|12 noon)(?: ?[ap]\.?m)?\W*$`)

	// Short minutes say little of what minutes say, but they are headed alike:
	// the body, the day and the members who came. The numbers below count up.
	bodyHeading  = regexp.MustCompile(`(?m)^[^.\n]{0,100}\b(?:committee|panel|board|cabinet|council|executive|forum|sub-committee|commission)\b`)
	headingDay   = regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december),? \d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b`)
	whoWasThere  = regexp.MustCompile(`(?m)(?:^|\s)(?:present|attendance|sederunt|in attendance)\b ?[:–-]|^(?:members|councillors|cllrs|attendees|attending|those present|panel|committee|board|sub-committee|forum) ?[:–-] ?(?:cllrs?|councillors?|\pL)`)
	minuteNumber = regexp.MustCompile(`^((?:(?:agenda )?item |min(?:ute)?\.? |[a-z]\.)?(?:[a-z]{1,5}/(?:\d{2,4}/)?|[a-z]{0,3}))(\d{1,4})(?:[.:)]|[/.-]\d{2,4}(?:[/-](?:\d{2}|[a-z&]{1,5}))?)?(?: [-–—])? [\pL\d]`)

	questionPut = regexp.MustCompile(`(?i)^question (?:no\.? ?)?(?:\d{1,3}[.:]? ?[-–—]? ?)?(?:by|from|asked by|put by) [^?]{3,140}$`)
	answerBelow = regexp.MustCompile(`(?i)^(?:answer|response|reply)(?: (?:from|by) [^.?]{3,100})?\W*$`)

	officersReport   = regexp.MustCompile(`(?m)^(?:joint )?report (?:of|by|from|submitted by) ?:? ?(?:the )?[^.\n]{0,60}\b(?:officer|director|head of|manager|solicitor|secretary|executive|treasurer|clerk|monitoring)\b`)
	recommendHeading = regexp.MustCompile(`(?m)^(?:\d{1,2}[.)]?0? )?recommendations? ?(?:\(s\))? ?:?$`)

	// The labels that stand over a report which has none of a report's headings:
	// each at the head of its line, with its value behind or below it.
	reportTo    = regexp.MustCompile(`(?m)^(?:\| ?)?report to(?: the)? ?(?:[:|]|$|[^.\n]{0,80}\b(?:committee|cabinet|council|panel|board|executive|forum|commission|member)\b)`)
	reportOf    = regexp.MustCompile(`(?m)^(?:\| ?)?(?:joint )?report (?:of|by|from)(?: the)? ?(?:[:|]|$|[^.\n]{0,60}\b(?:officer|director|head of|manager|solicitor|secretary|executive|treasurer|clerk|leader|member for)\b)`)
	reportTitle = regexp.MustCompile(`(?m)^(?:\| ?)?(?:report )?(?:title|subject)(?: of (?:the )?report)? ?(?:[:|]|$)`)
	reportDay   = regexp.MustCompile(`(?m)^(?:\| ?)?(?:meeting )?date(?: of (?:the )?(?:meeting|report))? ?(?:[:|]|$| \d| (?:mon|tues|wednes|thurs|fri)day)`)

	// ombudsmanSigns are headings and labels of the Ombudsman's decisions.
	ombudsmanSigns = signsOf(
		`^the ombudsman.?s (final )?decision\b`,
		`^category ?:`, `^decision ?: ?(upheld|not upheld|closed)`, `^decision date ?:`,
		`^summary ?:.*\b(complain|we (will|have|do)|the (council|ombudsman))`,
		`^the ombudsman.?s role and powers\b`, `^what (i|we) (have|did|found)\b`, `^how (i|we) considered (this|the) complaint\b`,
		`^(agreed|recommended) actions?$`, `^final decision$`, `^(my|our) assessment$`, `^the complaint$`,
		`^investigator.?s (final )?decision on behalf of the ombudsman\b`,
	)

	// reportSigns are what an officer's report says of itself on its first
	// pages; minutesSigns what minutes do. Each counts once.
	reportSigns = signsOf(
		`^(joint )?report (of|by|from|submitted by|author|to|title)\b`, `^from ?:`, `^to ?:`, `^subject ?:`, `\brecord of decision\b`, `^(report )?author\b`,
		`^classification ?:`, `^(purpose of (the )?report|executive summary|purpose and summary)\b`, `^(\d+\.?\d*\.? )?recommendations?( ?\(?s\)?)? ?:?( |$)`,
		`^(electoral divisions?|wards?|divisions?)( ?\(s\))? ?(affected)?( ?:|$)`, `^(list of )?background (papers|documents|information)\b`,
		`^(contact|lead|report|relevant) (officers?|director|author)\b`, `^contacts? for further information\b`, `^key decision\b`, `^decision (no|number|maker)\b`,
		`^(past|future) pathway of (the )?(report|paper)\b`, `^(cabinet|portfolio|lead) (member|holder)s? ?(:|for\b)`,
		`^(financial|legal|equalit(y|ies)|risk( management)?|corporate|other) implications\b`, `^implications\b`, `^options? (considered|appraisal)\b`,
		`^date of (meeting|report)\b`, `^part (a|1|i)\b`, `^report (no|number|ref)\b`, `^(wards?|electoral divisions?) affected\b`,
	)
	minutesSigns = signsOf(
		`^(draft |final |confirmed |unconfirmed )*minutes\b`, `^(notes|record) of (the |a )?.*\b(meeting|board|panel|committee|forum|group|partnership|council)\b`,
		`\bminutes of (the|a|an) .*\b(meeting|council|committee|board|cabinet|panel|assembly)\b`, `^minutes of\b`, `\bmeeting minutes\b`,
		`^(members |councillors |cllrs )?(present|in attendance|also present|also in attendance|attendance)\b ?:?`, `^(present|in attendance)\b`, `^((those )?attending|attendees|those present) ?[:–-]`, `\b(parish|town|community) council minutes\b`,
		`\bat a (virtual |remote |special |extraordinary )?(meeting|ordinary meeting) of\b.*\bheld\b`, `\bmeeting .{0,80}\bheld (at|in|on|via|remotely)\b`,
		`^(\(?[0-9a-z./]+[.)]? +)?(to (receive|consider|accept|note)( and \w+| \w+ing)? )?apologies( for absence)?\b`,
		`\bresolved\b`, `\b(it was|were|was) (unanimously )?(agreed|resolved|noted)\b`,
		`^(the )?meeting (closed|ended|finished|concluded|was closed|opened|started|commenced)\b`, `\bmeeting (closed|ended|finished|concluded|was closed) (at|by)\b`,
		`^(\(?[0-9a-z./]+[.)]? +)?(to (receive|note|record|declare) (any )?)?(declarations?|disclosures?) of (\w+ )?interests?\b`,
		`\b(true|correct|accurate) (and \w+ )?record\b`, `\bunrestricted items\b`, `\bproposed by\b.*\bseconded\b|\bmoved by\b`,
		`^signed\b`,
	)
	// everyMeeting are items that every meeting has and no other paper.
	everyMeeting = signsOf(
		`^\(?[0-9a-z./]+[.)]? +(to receive )?apologies( for absence)?\b`,
		`^\(?[0-9a-z./]+[.)]? +(to (receive|note) )?(declarations?|disclosures?) of (\w+ )*interests?\b`,
		`^\(?[0-9a-z./]+[.)]? +minutes\b`, `^(date and time of |date of |time of )?(the )?next meeting$`,
	)
	agendaSigns = signsOf(
		`^agenda\b`, `\bagenda\b`, `\b(hereby )?summoned to attend\b`, `\bnotice of (the |a )?(virtual )?meeting\b`, `\bmeeting .{0,80}\b(will|to) be held\b`,
		`^(\(?[0-9a-z./]+[.)]? +)?(to receive )?apologies( for absence)?\b`, `^(\(?[0-9a-z./]+[.)]? +)?(to (receive|note) )?(declarations?|disclosures?) of (\w+ )?interests?\b`,
	)
)

// wholeLine matches a line that says no more than the pattern.
func wholeLine(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + pattern + `)\W*$`)
}

func signsOf(patterns ...string) []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, p := range patterns {
		all = append(all, regexp.MustCompile(p))
	}
	return all
}

// signs are what the rules look at: the first pages of a paper.
type signs struct {
	media   string
	raw     []byte
	root    string   // the name of an XML file's outermost element
	lines   []string // blocks, in lower case
	asIs    []string // the same in the paper's own case
	classes map[string]bool
	text    string // all lines together
}

// Enough of a paper to know it by.
const (
	signPages  = 6
	signBlocks = 500
	headLines  = 30 // where a heading is looked for: below a site's own header
)

func readSigns(d parse.Document) signs {
	s := signs{media: d.Paper.Media, raw: d.Raw.Bytes, classes: make(map[string]bool)}
	if s.media == "xml" {
		s.root = rootElement(d.Raw.Bytes)
	}
	if d.Paper.Title != "" && s.screen() {
		s.line(d.Paper.Title)
	}
	for _, p := range d.Paper.Pages[:min(len(d.Paper.Pages), signPages)] {
		for _, b := range p.Blocks {
			if len(s.lines) == signBlocks {
				break
			}
			for c := range strings.FieldsSeq(b.Class) {
				s.classes[c] = true
			}
			s.line(strings.TrimSpace(b.Marker + " " + b.Text))
		}
	}
	s.text = strings.Join(s.lines, "\n")
	return s
}

func (s *signs) line(text string) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return
	}
	if len(text) > 4000 {
		text = text[:4000]
	}
	s.asIs = append(s.asIs, text)
	s.lines = append(s.lines, strings.ToLower(text))
}

// screen reports whether the paper is a page of a site or its text, not a
// paper laid out for print.
func (s signs) screen() bool { return s.media == "html" || s.media == "text" }

// headed reports whether one of the first lines matches.
func (s signs) headed(re *regexp.Regexp) bool {
	return slices.ContainsFunc(s.lines[:min(len(s.lines), headLines)], re.MatchString)
}

// opening reports whether the first n lines, taken as one text, match.
func (s signs) opening(n int, re *regexp.Regexp) bool {
	return re.MatchString(strings.Join(s.lines[:min(len(s.lines), n)], "\n"))
}

// near reports whether one of the first n lines matches.
func (s signs) near(re *regexp.Regexp, n int) bool {
	return slices.ContainsFunc(s.asIs[:min(len(s.asIs), n)], re.MatchString)
}

// labelled reports whether a line begins with the label and a colon.
func (s signs) labelled(label string) bool {
	return slices.ContainsFunc(s.lines, func(l string) bool {
		rest, ok := strings.CutPrefix(l, label)
		return ok && strings.HasPrefix(strings.TrimSpace(rest), ":")
	})
}

// anyLabelled reports whether a line begins with one of the labels and a colon.
func (s signs) anyLabelled(labels ...string) bool { return slices.ContainsFunc(labels, s.labelled) }

func (s signs) has(re *regexp.Regexp) bool { return re.MatchString(s.text) }

func (s signs) class(any ...string) bool {
	return slices.ContainsFunc(any, func(c string) bool { return s.classes[c] })
}

// count is how many lines match.
func (s signs) count(re *regexp.Regexp) int {
	n := 0
	for _, l := range s.lines {
		if re.MatchString(l) {
			n++
		}
	}
	return n
}

// counting is how many lines stand in the longest run of numbers that count up
// by one, each at the head of its line: "61 Apologies", "P72 Minutes".
func (s signs) counting() int {
	runs := map[string]int{} // by letters and the number that would come next
	best := 0
	for _, l := range s.lines {
		m := minuteNumber.FindStringSubmatch(l)
		if m == nil || len(l) > 200 {
			continue
		}
		n, err := strconv.Atoi(m[2])
		if err != nil {
			continue
		}
		here, next := m[1]+strconv.Itoa(n), m[1]+strconv.Itoa(n+1)
		runs[next] = max(runs[next], runs[here]+1)
		best = max(best, runs[next])
	}
	return best
}

// score is how many of the signs some line shows.
func (s signs) score(all []*regexp.Regexp) int {
	n := 0
	for _, re := range all {
		if slices.ContainsFunc(s.lines, re.MatchString) {
			n++
		}
	}
	return n
}

// rootElement is the name of an XML file's outermost element, in lower case.
func rootElement(raw []byte) string {
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // names are ASCII
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return strings.ToLower(start.Name.Local)
		}
	}
}
