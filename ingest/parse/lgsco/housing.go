package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// housing reads a report of the Housing Ombudsman.
func (p *paper) housing() ([]archive.Record, []parse.Place) {
	m := nineDigits.FindStringSubmatch(p.opening(40))
	v, end := p.labels(0, min(len(p.lines), 25))
	if t := housingTitle.FindStringSubmatch(p.opening(25)); v["body"] == "" && t != nil {
		v["body"] = t[1]
	}
	if v["body"] == "" || v["date"] == "" {
		// The old form: REPORT, COMPLAINT and the number, the landlord, the date.
		for i := 0; i < len(p.lines) && i < 20; i++ {
			if !nineDigits.MatchString(p.text(i)) {
				continue
			}
			if v["body"] == "" {
				v["body"] = p.text(i + 1)
			}
			end = max(end, i+2)
			for j := i + 1; j <= i+6; j++ {
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

// housingTitle heads a decision's page: the landlord and the number.
var housingTitle = regexp.MustCompile(`(?m)^(.{3,120}?) \(20\d{7}\)$`)

// housingFindings are the Housing Ombudsman's determinations, the gravest
// first. One report makes several, one to each part of the complaint.
var housingFindings = []struct {
	label string
	form  *regexp.Regexp
}{
	{"Severe maladministration", regexp.MustCompile(`(?i)\bsevere maladministration\b`)},
	{"Maladministration", regexp.MustCompile(`(?i)(?:^|[^\w])(?:was|were|of|:|there is|finding)?\s*maladministration\b`)},
	{"Service failure", regexp.MustCompile(`(?i)\bservice failure\b`)},
	{"Reasonable redress", regexp.MustCompile(`(?i)\breasonable redress\b|\bredress\b[^.]{0,300}\b(?:resolve[sd]|satisfactorily)\b`)},
	{"No maladministration", regexp.MustCompile(`(?i)\bno maladministration\b`)},
	{"Resolved with intervention", regexp.MustCompile(`(?i)\bresolved with intervention\b|\bmediation\b`)},
	{"Outside jurisdiction", regexp.MustCompile(`(?i)\boutside (?:of )?(?:the ombudsman.s |our |the )?jurisdiction\b`)},
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
