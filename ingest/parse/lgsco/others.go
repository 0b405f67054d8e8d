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
var housingForm = regexp.MustCompile(`(?i)\bhousing ombudsman\b|(?:^|\n)complaint 20\d{7}\b|(?:^|\n)case id\b[^\n]*\b20\d{7}\b`)

func isSPSO(p *paper) bool {
	o := p.opening(60)
	return hasNineDigits(o) && caseRef.MatchString(o) && (strings.Contains(o, "SPSO") || strings.Contains(o, "Scottish Public Services Ombudsman") || spsoOutcome.MatchString(o) || strings.Contains(strings.ToLower(p.doc.Raw.URL), "spso.org.uk"))
}

var (
	caseRef     = regexp.MustCompile(`(?im)^case ref(?:erence)?\s*:?\s*(20\d{7})\b`)
	spsoOutcome = regexp.MustCompile(`(?im)^outcome\s*:?\s*(?:upheld|some upheld|not upheld|resolved),? (?:no )?recommendations`)
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
	"case id": "reference", "case ref": "reference", "case reference": "reference", "case reference number": "reference", "reference number": "reference", "complaint": "reference",
	"landlord": "body", "body": "body", "case against": "body", "organisation": "body",
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
		field := labelled[strings.ToLower(strings.Trim(name, " :"))]
		if field == "" || len(value) > 200 {
			continue
		}
		if value = strings.TrimSpace(value); value == "" {
			if !ok && field != "reference" && field != "body" {
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

// housing reads a report of the Housing Ombudsman.
func (p *paper) housing() ([]archive.Record, []parse.Place) {
	m := nineDigits.FindStringSubmatch(p.opening(40))
	v, end := p.labels(0, min(len(p.lines), 25))
	if v["body"] == "" {
		// The old form: REPORT, COMPLAINT and the number, the landlord, the date.
		for i := 0; i < len(p.lines) && i < 20; i++ {
			if !nineDigits.MatchString(p.text(i)) {
				continue
			}
			v["body"], end = p.text(i+1), i+2
			for j := i + 1; j <= i+4; j++ {
				if found := ukdate.Find(p.text(j)); len(found) > 0 && len(p.text(j)) < 60 {
					v["date"], end = p.text(j), j+1
					break
				}
			}
			break
		}
	}
	v["decision"], v["subject"] = "", ""
	f := p.finding("housing_ombudsman", m[1], v, 0, len(p.lines), end)
	f.Decision = determinations(f.Sections)
	switch d := strings.ToLower(f.Decision); {
	case d == "":
	case strings.HasPrefix(d, "severe maladministration"), strings.HasPrefix(d, "maladministration"), strings.HasPrefix(d, "service failure"):
		f.Finding, f.Fault = archive.Upheld, truth(true)
	case strings.HasPrefix(d, "no maladministration"):
		f.Finding, f.Fault = archive.NotUpheld, truth(false)
	default:
		f.Finding = archive.OtherVerdict
	}
	return []archive.Record{f}, nil
}

// housingFindings are the Housing Ombudsman's determinations, the gravest
// first. One report makes several, one to each part of the complaint.
var housingFindings = []struct {
	label string
	form  *regexp.Regexp
}{
	{"Severe maladministration", regexp.MustCompile(`(?i)\bsevere maladministration\b`)},
	{"Maladministration", regexp.MustCompile(`(?i)(?:^|[^\w])(?:was|were|of|:|there is|finding)?\s*maladministration\b`)},
	{"Service failure", regexp.MustCompile(`(?i)\bservice failure\b`)},
	{"Reasonable redress", regexp.MustCompile(`(?i)\breasonable redress\b`)},
	{"No maladministration", regexp.MustCompile(`(?i)\bno maladministration\b`)},
	{"Outside jurisdiction", regexp.MustCompile(`(?i)\boutside (?:of )?(?:the ombudsman.s |our )?jurisdiction\b`)},
}

// determinations are the findings printed under the determination, as one
// line, gravest first.
func determinations(sections []archive.Section) string {
	words := sectionText(sections, "decision")
	for _, s := range sections {
		if s.Canonical == "decision" {
			words += "\n" + s.Heading
		}
	}
	var out []string
	for _, f := range housingFindings {
		w := words
		if f.label == "Maladministration" {
			w = lesser.ReplaceAllString(w, "")
		}
		if f.form.MatchString(w) {
			out = append(out, f.label)
		}
	}
	return strings.Join(out, "; ")
}

var lesser = regexp.MustCompile(`(?i)\b(?:no|severe) maladministration\b`)

// spso reads a page of summaries of the Scottish Public Services Ombudsman: a
// finding to each "Case ref:".
func (p *paper) spso() ([]archive.Record, []parse.Place) {
	var starts []int
	for i := range p.lines {
		if caseRef.MatchString(p.text(i)) || isRow(p.lines[i], "case ref") {
			starts = append(starts, i)
		}
	}
	return p.cases("spso", starts)
}

// psow reads a finding of the Public Services Ombudsman for Wales.
func (p *paper) psow() ([]archive.Record, []parse.Place) {
	return p.cases("psow", []int{0})
}

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
		m := nineDigits.FindStringSubmatch(v["reference"])
		if m == nil && scheme == "psow" {
			m = nineDigits.FindStringSubmatch(p.opening(40))
		}
		if m == nil || seen[m[1]] {
			rest = append(rest, p.places[from:to]...)
			continue
		}
		seen[m[1]] = true
		f := p.finding(scheme, m[1], v, from, to, end)
		for _, more := range nineDigits.FindAllStringSubmatch(v["reference"], -1) {
			if more[1] != m[1] {
				f.CaseRefs = append(f.CaseRefs, more[1])
			}
		}
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
