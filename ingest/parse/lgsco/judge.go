package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// verdicts are the outcomes as published and what each is, longest first. The
// last rows are the words of public reports and of decisions before 2014.
var verdicts = []struct {
	words   string
	verdict archive.Verdict
}{
	{"closed after initial enquiries", archive.Closed},
	{"closed after initial enquires", archive.Closed},
	{"not upheld", archive.NotUpheld},
	{"partly upheld", archive.Upheld},
	{"some upheld", archive.Upheld},
	{"upheld", archive.Upheld},
	{"no fault", archive.NotUpheld},
	{"fault found", archive.Upheld},
	{"fault causing injustice", archive.Upheld},
	{"no maladministration", archive.NotUpheld},
	{"maladministration", archive.Upheld},
	{"local settlement with", archive.Upheld},
	{"discontinued", archive.OtherVerdict},
	{"not investigated", archive.Closed},
}

// verdictOf reads an outcome as published.
func verdictOf(decision string) archive.Verdict {
	d := strings.ToLower(strings.Join(strings.Fields(decision), " "))
	if d == "" {
		return ""
	}
	for _, v := range verdicts {
		if strings.Contains(d, v.words) {
			return v.verdict
		}
	}
	return archive.OtherVerdict
}

// The Ombudsman's own words for fault and injustice, in the summary and in
// the final decision. "We" and "I" are the investigator.
var (
	noFault = regexp.MustCompile(`(?i)\bno (?:evidence of )?fault\b|\bnot (?:find|found|identify|identified|see|seen) (?:any )?(?:evidence of |significant )?fault|\bnot (?:find|found) (?:[\pL’']+ ){1,5}?(?:to (?:be|have been) )?at fault\b|\b(?:was|were|is) (?:not|without) (?:at )?fault|\bwithout fault\b|\bnot at fault\b|\bno maladministration\b|\bnot act(?:ed)? with (?:any )?fault\b`)
	fault   = regexp.MustCompile(`(?i)\b(?:was|were|is|are|council) at fault\b|\bat fault (?:for|in|because|when|as|by)\b|\bfault (?:by|in|with|on the part|which|that|causing|caused|and)\b|\b(?:found|find|finds|identified|was|were|is|evidence of|some) (?:some |also |further )?faults?\b|\bacted with fault\b|\bmaladministration\b|\bfault\b.{0,60}\bcaus\w+`)

	noInjustice = regexp.MustCompile(`(?i)\b(?:no|not|without|any) (?:cause[ds]? )?(?:(?:an|any|the|such|further|enough|sufficient|significant|serious|personal|material|real|him|her|them|(?:mr|mrs|ms|miss) \w+) ){0,3}injustice\b|\bdid not cause\b.{0,60}\binjustice\b|\bnot caused?\b.{0,60}\binjustice\b`)
	injustice   = regexp.MustCompile(`(?i)\bcaus\w+\b.{0,160}\b(?:injustice|distress|uncertainty|frustration|inconvenience|anxiety|upset|worry|loss|time and trouble|disadvantage)\b|\bfault (?:and|causing|which caused|that caused) injustice\b|\b(?:the )?injustice (?:caused|to|was|is)\b|\bsuffered\b.{0,60}\binjustice\b|\bremed(?:y|ied|ies) (?:the|this|that|any|his|her|their) (?:\w+ )?injustice\b` +
		`|\bremed(?:y|ied|ies|ying) (?:(?:mrs?|ms|miss|mx) )?\pL+['’]s injustice\b|\bcaus\w+\b.{0,80}\bmiss(?:ed|ing)? out\b|\brecognition of (?:the |her |his |their )?(?:missed|lost|distress|uncertainty)\b|\b(?:is|was) an injustice\b|\bresult(?:ing|ed) in (?:\w+ )?injustice\b|\bsuffer(?:ed|s)? (?:\w+ ){0,2}(?:distress|uncertainty|frustration|inconvenience|anxiety|upset|worry)\b|\b(?:distress|uncertainty|frustration|inconvenience|injustice) (?:the (?:council|trust|provider)(?:['’]s)? (?:faults? |actions )?(?:has|have|had) |its faults? (?:has |have )?)?caused\b|\b(?:recognise|acknowledge|reflect) (?:the |her |his |their )?(?:distress|uncertainty|frustration|inconvenience|injustice|loss of|missed)\b`)
)

// personal is a remedy for the person who complained, and not for the service.
var personal = regexp.MustCompile(`(?i)\b(?:apologis\w*|apology|sorry|refund\w*|repay\w*)\b|\bpay\w*\b[^.;]{0,60}£|£[\d,]+`)

// judge says what the paper found. The published outcome rules; where a
// rendition leaves it out, the final decision's words are read, with a doubt.
func (p *paper) judge(f *archive.Finding) {
	words := f.Summary + " " + sectionText(f.Sections, "decision") + " " + sectionText(f.Sections, "analysis")
	f.Finding = verdictOf(f.Decision)
	if f.Finding == "" {
		f.Finding = readVerdict(words)
		if f.Finding != "" {
			f.Doubts = append(f.Doubts, archive.Doubt{Field: "finding", Confidence: 0.7, Because: "the paper prints no outcome; read from the words of its decision"})
		}
	}
	said := func(form *regexp.Regexp) bool { return form.MatchString(words) }
	switch f.Finding {
	case archive.Upheld:
		f.Fault = truth(true)
		switch {
		case injusticeStated(words), injusticeFound.MatchString(f.Decision):
			f.Injustice = truth(true)
		case said(noInjustice):
			f.Injustice = truth(false)
		case paysForHarm.MatchString(sectionText(f.Sections, "actions") + words):
			f.Injustice = truth(true)
		case personal.MatchString(sectionText(f.Sections, "actions")): // the Act allows a remedy for injustice alone
			f.Injustice = truth(true)
		}
	case archive.NotUpheld:
		if said(noFault) || !said(fault) {
			f.Fault = truth(false)
		}
	}
}

// injusticeFound is a report's finding that there was: "Fault found causing
// injustice", "Maladministration and injustice".
var injusticeFound = regexp.MustCompile(`(?i)\b(?:causing|caused|causes|and|with) injustice\b`)

// paysForHarm is a payment for what somebody suffered: whoever pays for
// distress says that there was some.
var paysForHarm = regexp.MustCompile(`(?i)(?:\bpay\w*\b|£\d)[^.;\n]{0,80}\b(?:for|to (?:recognise|acknowledge|reflect|remedy))\b[^.;\n]{0,80}\b(?:injustice|distress|uncertainty|frustration|inconvenience|anxiety|upset|worry|time and trouble|loss|lost|missed)\b`)

// injusticeStated reports whether words say that injustice was caused, and
// not only that it was not.
func injusticeStated(words string) bool {
	for _, s := range sentences.Split(words, -1) {
		if injustice.MatchString(s) && !noInjustice.MatchString(s) {
			return true
		}
	}
	return false
}

var sentences = regexp.MustCompile(`[.!?]\s+|\n+`)

// readVerdict reads an outcome from the words of a decision: what the
// investigator says of the complaint, in the template's own phrases.
func readVerdict(words string) archive.Verdict {
	w := strings.ToLower(strings.Join(strings.Fields(words), " "))
	for _, v := range spokenVerdicts {
		if v.form.MatchString(w) {
			return v.verdict
		}
	}
	return ""
}

var spokenVerdicts = []struct {
	form    *regexp.Regexp
	verdict archive.Verdict
}{
	{regexp.MustCompile(`\b(?:i|we) (?:therefore )?(?:do not|did not|have not|don't) (?:therefore )?uph[eo]ld\b|\bnot upheld\b`), archive.NotUpheld},
	{regexp.MustCompile(`\b(?:i|we) (?:therefore )?(?:uphold|upheld|have upheld|partly uphold)\b|\bcomplaints? (?:is|are|was|were) (?:partly |partially )?upheld\b|\bombudsman (?:partly )?(?:upholds|upheld)\b`), archive.Upheld},
	{regexp.MustCompile(`\b(?:i|we|the ombudsman) (?:will not|cannot|should not|have decided not to|has decided not to|will not exercise discretion to) (?:be )?investigat`), archive.Closed},
	{regexp.MustCompile(`\bfault\b.{0,80}\bcaus\w+ (?:\w+ ){0,3}injustice|\bfault causing injustice\b|\b(?:found|find|there was|was at) fault\b|\b(?:was|were|is|are|council|it) at fault (?:for|in|because|as|by|when)\b|\bthe council (?:is|was) at fault\b|\bthese faults\b|\bthe council should (?:apologise|pay)\b`), archive.Upheld},
	{regexp.MustCompile(`\bmaladministration (?:found|which caused|that caused|causing)\b|\bamounts? to maladministration\b|\b(?:was|is) (?:a )?(?:maladministration|service failure)\b`), archive.Upheld},
	{regexp.MustCompile(`\bno fault\b|\bnot at fault\b|\bwithout fault\b|\bno maladministration\b|\bnot find maladministration\b`), archive.NotUpheld},
}

// reportFinding is what a public report's summary prints under "Finding":
// "Fault found causing injustice and recommendations made."
func reportFinding(sections []archive.Section) string {
	for _, s := range sections {
		if s.Canonical == "summary" && strings.EqualFold(s.Heading, "finding") && len(s.Paragraphs) > 0 && len(s.Paragraphs[0].Text) < 120 {
			return strings.TrimRight(s.Paragraphs[0].Text, ".")
		}
	}
	return ""
}

// subject is what a public report's summary says it is about: "Education –
// Special educational needs". Only a category of the Ombudsman's is taken.
func subject(sections []archive.Section) (category, subcategory string) {
	for _, s := range sections {
		if s.Canonical != "summary" {
			continue
		}
		lines := []string{s.Heading}
		if len(s.Paragraphs) > 0 {
			lines = append(lines, s.Paragraphs[0].Text)
		}
		for _, l := range lines {
			parts := subjectForm.Split(strings.TrimPrefix(l, "Subject: "), 2)
			if name, ok := subjects[strings.ToLower(strings.ReplaceAll(parts[0], "’", "'"))]; ok && len(parts) == 2 && len(l) < 100 {
				return name, capital(parts[1])
			}
		}
	}
	return "", ""
}

var subjectForm = regexp.MustCompile(`\s*[:>–-]\s+`)

// subjects are the Ombudsman's categories by the names that reports use.
var subjects = map[string]string{
	"adult care services": "Adult care services", "adult social care": "Adult care services", "benefits and tax": "Benefits and tax",
	"children's care services": "Children's care services", "children's services": "Children's care services", "education": "Education",
	"environment and regulation": "Environment and regulation", "housing": "Housing", "transport and highways": "Transport and highways",
	"highways and transport": "Transport and highways", "planning": "Planning", "health": "Health",
}

func sectionText(sections []archive.Section, canonical string) string {
	var b strings.Builder
	for _, s := range sections {
		if s.Canonical != canonical {
			continue
		}
		for _, para := range s.Paragraphs {
			b.WriteString(para.Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func truth(b bool) *bool { return &b }
