package lgsco

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// The other ombudsmen number their cases with nine digits beginning with a
// year, all three alike, so a number alone never says whose it is: the words
// around it do, and the scheme is part of the ID.
var nineDigits = regexp.MustCompile(`(?:^|\D)(20\d{7})(?:\D|$)`)

// hasNineDigits reports whether a number of that form stands in s: the cheap
// question before the dear ones, for most papers have none.
func hasNineDigits(s string) bool {
	run := 0
	for i := range len(s) + 1 {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			run++
			continue
		}
		if run == 9 && s[i-9:i-7] == "20" {
			return true
		}
		run = 0
	}
	return false
}

func isHousing(p *paper) bool {
	o := p.opening(40)
	return hasNineDigits(o) && (housingForm.MatchString(o) || strings.Contains(strings.ToLower(p.doc.Raw.URL), "housing-ombudsman.org.uk")) && !titleNear(p)
}

// housingForm are the two forms of the Housing Ombudsman's reports: the old
// one's "REPORT / COMPLAINT 202347433", the new one's table of the case.
var housingForm = regexp.MustCompile(`(?i)\bhousing ombudsman\b|(?:^|\n)complaint 20\d{7}\b|(?:^|\n)case id\b(?:[^\n]*\b|\s*)20\d{7}\b`)

func isSPSO(p *paper) bool {
	o := p.opening(60)
	return hasNineDigits(o) && caseRef.MatchString(o) && (strings.Contains(o, "SPSO") || strings.Contains(o, "Scottish Public Services Ombudsman") || spsoOutcome.MatchString(o) || strings.Contains(strings.ToLower(p.doc.Raw.URL), "spso.org.uk"))
}

var (
	caseRef     = regexp.MustCompile(`(?im)^(?:[•·*-] ?)?case(?: ref(?:erence)?)?\s*:?\s*(20\d{7})\b`)
	caseLabel   = regexp.MustCompile(`(?i)^(?:[•·*-] ?)?case(?: ref(?:erence)?)?\s*:?$`) // its number is on the next line
	spsoOutcome = regexp.MustCompile(`(?im)^(?:[•·*-] ?)?(?:outcome|decision)\s*:?\s*(?:upheld|some upheld|not upheld|resolved),? (?:no )?recommendations`)
)

func isPSOW(p *paper) bool {
	o := p.opening(60)
	return hasNineDigits(o) && (strings.Contains(o, "Public Services Ombudsman for Wales") || strings.Contains(o, "Ombwdsmon Gwasanaethau Cyhoeddus") || strings.Contains(strings.ToLower(p.doc.Raw.URL), "ombudsman.wales"))
}

// titleNear reports whether a paper is headed as the Local Government and
// Social Care Ombudsman's are.
func titleNear(p *paper) bool {
	for i := 0; i < len(p.lines) && i < headerLines; i++ {
		if titleOf(p.lines[i].Text) != nil {
			return true
		}
	}
	return false
}

// labelled are the labels these ombudsmen print over a case, in small
// letters, and what each gives.
var labelled = map[string]string{
	"case id": "reference", "case": "reference", "report reference": "reference", "case ref": "reference", "case reference": "reference", "case reference number": "reference", "reference number": "reference", "complaint": "reference",
	"landlord": "body", "body": "body", "case against": "body", "organisation": "body", "listed authority": "body", "public body": "body",
	"date": "date", "report date": "date", "decision date": "date",
	"outcome": "decision", "decision": "decision", "subject": "subject", "sector": "sector", "decision type": "type", "landlord type": "type", "occupancy": "type",
}

// labels reads the labels and values in lines [from, to): on one line, in two
// cells of a row, or on two lines. end is the line after the last of them.
func (p *paper) labels(from, to int) (values map[string]string, end int) {
	values, end = map[string]string{}, from
	for i := from; i < to; i++ {
		name, value, ok := strings.Cut(p.text(i), ":")
		used := 1
		if p.lines[i].Kind == extract.Row && len(p.lines[i].Cells) == 2 {
			name, value, ok = p.lines[i].Cells[0], p.lines[i].Cells[1], true
		}
		if !ok {
			name = p.text(i)
		}
		field := labelled[strings.ToLower(strings.Trim(name, " :•·*-"))]
		if field == "" || len(value) > 200 {
			continue
		}
		if value = strings.TrimSpace(value); value == "" {
			if !ok && field != "reference" && field != "body" && !(field == "date" && onlyDay(p.text(i+1))) {
				continue // a heading of the text
			}
			value, used = strings.TrimSpace(p.text(i+1)), 2
		}
		if values[field] == "" {
			values[field] = value
			end = i + used
		}
		i += used - 1
	}
	return values, end
}

// onlyDay reports whether a line says a day and no more.
func onlyDay(s string) bool {
	_, ok := ukdate.Parse(s)
	return ok && len(s) < 40
}

// finding makes a finding of the lines [from, to), whose labels are read.
func (p *paper) finding(scheme, reference string, v map[string]string, from, to, end int) *archive.Finding {
	f := &archive.Finding{
		Head: p.head(scheme, reference, from, to), Ombudsman: scheme, Reference: reference,
		Decision: v["decision"], Subcategory: v["subject"],
	}
	f.Body, f.Council, f.Title = parties(bodyName(v["body"]), reference, "")
	if m := ukdate.Find(v["date"]); len(m) > 0 {
		f.DecisionDate = m[0].Date
	} else if v["date"] != "" {
		f.Doubts = append(f.Doubts, archive.Doubt{Field: "decision_date", Confidence: 0, Because: "the paper prints only “" + v["date"] + "”"})
	}
	part := &paper{doc: p.doc, lines: p.lines[:to], places: p.places}
	f.Sections = part.sections(end)
	f.Summary = part.summary(f.Sections)
	f.Finding = verdictOf(f.Decision)
	switch f.Finding {
	case archive.Upheld:
		f.Fault = truth(true)
	case archive.NotUpheld:
		f.Fault = truth(false)
	}
	f.Remedies = remedies(f.Sections, f.Finding)
	f.PaymentTotalGBP = total(f.Remedies)
	return f
}

// spso reads a page of summaries of the Scottish Public Services Ombudsman: a
// finding to each "Case ref:".
func (p *paper) spso() ([]archive.Record, []parse.Place) {
	var starts []int
	for i := range p.lines {
		if caseRef.MatchString(p.text(i)) || isRow(p.lines[i], "case ref") || caseLabel.MatchString(p.text(i)) && caseRef.MatchString(p.text(i)+"\n"+p.text(i+1)) {
			starts = append(starts, i)
		}
	}
	return p.cases("spso", starts)
}

// psow reads a finding of the Public Services Ombudsman for Wales.
func (p *paper) psow() ([]archive.Record, []parse.Place) {
	return p.cases("psow", []int{0})
}

// nipso reads a report of the Northern Ireland Public Services Ombudsman.
func (p *paper) nipso() ([]archive.Record, []parse.Place) {
	return p.cases("nipso", []int{0})
}

func isNIPSO(p *paper) bool {
	return strings.Contains(p.opening(12), "Northern Ireland Public Services Ombudsman") && nipsoCase.MatchString(p.opening(40))
}

// nipsoCase is a number under which that Ombudsman publishes: "Reference:
// 202001234", earlier "Case reference 17432".
var nipsoCase = regexp.MustCompile(`(?i)\b(?:reference|case)(?: (?:no\.?|number|ref\w*))?\s*[:|]?\s*(?:NI)?(20\d{7}|\d{5,6})\b`)

// number finds the reference of a case among its labels or in the paper's
// opening.
func (p *paper) number(scheme string, v map[string]string) string {
	switch m := nineDigits.FindStringSubmatch(v["reference"]); {
	case m != nil:
		return m[1]
	case scheme == "nipso":
		if m := nipsoCase.FindStringSubmatch(p.opening(40)); m != nil {
			return m[1]
		}
	case scheme == "psow":
		if m := nineDigits.FindStringSubmatch(p.opening(40)); m != nil {
			return m[1]
		}
	}
	return ""
}

// report reads what a full report prints on its cover in place of labels:
// whom it is about, its other numbers, its day and under which section of the
// Act it is made.
func (p *paper) report(f *archive.Finding, v map[string]string, from, to int) {
	opening := (&paper{doc: p.doc, lines: p.lines[from:min(to, from+40)]}).opening(40)
	if _, name, ok := strings.Cut(v["reference"], ", "); ok && f.Body == "" && !nineDigits.MatchString(name) { // "Case: 202281507, Kirkmoray Council"
		f.Body, f.Council, f.Title = parties(bodyName(name), f.Reference, "")
	}
	if f.Body == "" {
		if m := reportOn.FindStringSubmatch(opening); m != nil {
			name, _, _ := strings.Cut(m[1], " and ")
			f.Body, f.Council, f.Title = parties(bodyName(cutRef.ReplaceAllString(name, "")), f.Reference, "")
		}
	}
	numbers := v["reference"]
	if m := twoCases.FindString(opening); m != "" {
		numbers += " " + m
	}
	for _, more := range runOfNine.FindAllString(numbers, -1) {
		if more != f.Reference && !has(f.CaseRefs, more) {
			f.CaseRefs = append(f.CaseRefs, more)
		}
	}
	if f.DecisionDate == "" && v["date"] == "" {
		for i := from; i < min(to, from+12); i++ {
			if found := ukdate.Find(p.text(i)); len(found) == 1 && len(p.text(i)) < 60 {
				f.DecisionDate = found[0].Date
				break
			}
		}
	}
	f.PublicReport = f.PublicReport || publicInterest.MatchString(opening) || f.Ombudsman == "psow" && welshSections.MatchString(opening)
	words := f.Summary + "\n" + sectionText(f.Sections, "decision") + "\n" + sectionText(f.Sections, "analysis") + "\n" + sectionText(f.Sections, "found")
	if f.Finding == "" && f.Decision == "" {
		if f.Finding = readVerdict(words); f.Finding == "" && settled.MatchString(opening+words) {
			f.Finding = archive.OtherVerdict
		}
		if f.Finding != "" {
			f.Doubts = append(f.Doubts, archive.Doubt{Field: "finding", Confidence: 0.7, Because: "the paper prints no outcome; read from the words of its decision"})
		}
	}
	switch f.Finding {
	case archive.Upheld:
		f.Fault = truth(true)
		if injusticeStated(words) || paysForHarm.MatchString(sectionText(f.Sections, "actions")) {
			f.Injustice = truth(true)
		}
	case archive.NotUpheld:
		f.Fault = truth(false)
	}
}

var (
	reportOn  = regexp.MustCompile(`(?i)\b(?:complaints?|cases?) (?:(?:no\.?|nos\.?|numbers?) )?(?:(?:[\d/]+|and|&|,) ?)*(?:against|about|regarding) ([^\n]{3,120})`)
	twoCases  = regexp.MustCompile(`(?i)\b(?:complaints|cases) (?:(?:nos\.?|numbers) )?20\d{7}(?:(?:,| and| &) 20\d{7})+`)
	runOfNine = regexp.MustCompile(`\b20\d{7}\b`)
	// publicInterest is a report laid before the public: in Wales under section 16
	// of the Public Services Ombudsman (Wales) Act 2005, since the Act of 2019
	// section 23; section 21, now 27, is the other sort.
	publicInterest = regexp.MustCompile(`(?i)\bpublic interest report\b`)
	welshSections  = regexp.MustCompile(`(?i)\bsections? (?:16|23)\b`)
	settled        = regexp.MustCompile(`(?i)\b(?:early resolution|voluntary settlement|settled|settlement)\b`)
)

// cases makes a finding of each run of lines from one start to the next.
// Every scheme but the first begins at the first line of the paper.
func (p *paper) cases(scheme string, starts []int) ([]archive.Record, []parse.Place) {
	var out []archive.Record
	var rest []parse.Place
	seen := map[string]bool{}
	if len(starts) > 0 {
		rest = append(rest, p.places[:starts[0]]...)
	}
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		v, end := p.labels(from, min(to, from+20))
		number := p.number(scheme, v)
		if number == "" || seen[number] {
			rest = append(rest, p.places[from:to]...)
			continue
		}
		seen[number] = true
		f := p.finding(scheme, number, v, from, to, end)
		p.report(f, v, from, to)
		out = append(out, f)
	}
	if len(out) == 0 {
		return nil, p.places
	}
	return out, rest
}

func isRow(l parse.Line, name string) bool {
	return l.Kind == extract.Row && len(l.Cells) == 2 && strings.EqualFold(strings.Trim(l.Cells[0], " :"), name)
}

// capital writes the first letter of s as a capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
