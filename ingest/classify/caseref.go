package classify

import (
	"regexp"
	"strings"
)

// Case references of the Local Government and Social Care Ombudsman: the
// year's two digits and two groups of three, apart or together, sometimes with
// a letter for a joint investigation. Together they look like dates, telephone
// numbers and other bodies' references, so they count only near a word that
// says whose they are, in a list after one that does, or apart in a record
// whose title names the Ombudsman. Until 2008 they were "06/A/12345". The
// Housing Ombudsman's, the Scottish and the Welsh have nine digits beginning with
// 20; other references of nine digits are nobody's we know.
var (
	caseForm = regexp.MustCompile(`(?i)(?:^|[^\d£.,/-]|\pL-)((0[89]|[1-3]\d)([ \x{00A0}\x{2009}\x{202F}\-./]?)(\d{3})([ \x{00A0}\x{2009}\x{202F}\-./]?)(\d{3})([a-d])?)(?:$|[^\d\p{L}])`)
	oldForm  = regexp.MustCompile(`(?:^|[^\d\p{L}/])((0\d|9\d)[/ ]?([ABC])[/ ]?(\d{5}))(?:$|[^\d\p{L}])`)
	nineForm = regexp.MustCompile(`(?:^|[^\d£.,-])(20\d{7})(?:$|[^\d\p{L}])`)
	caseWord = regexp.MustCompile(`(?i)\b(?:ombudsman|ombudsmans|ombudsmen|lgsco|lgo|complaint|case|decision (?:statement|notice)|investigation|reference|ref)\b`)
	ourWord  = regexp.MustCompile(`(?i)\b(?:ombudsman|ombudsmen|ombudsman['’]s|lgsco|lgo|complaints?|investigations?)\b`)
	nineWord = regexp.MustCompile(`(?i)\b(?:ombudsman|ombudsmen|ombwdsmon|spso|psow|nipso)\b`)
	notCase  = regexp.MustCompile(`(?i)(?:tel(?:ephone)?|phone|fax|mobile|application|planning|account|invoice|ext|direct dial|isbn|postcode|order|contract|tender)\b[^.]{0,25}$`)
	// ofOmbudsman is a title that says the whole record is about one.
	ofOmbudsman = regexp.MustCompile(`(?i)\b(?:ombudsm[ae]n|LGSCO|SPSO|PSOW)\b`)
	// nextCase is what may stand between two references of one list.
	nextCase = regexp.MustCompile(`(?i)^\)?(?:[,;&/ ]|\band\b|\bor\b){0,6}\(?$`)
)

// caseRefs are the Ombudsman's case references in a text in canonical form,
// "21 003 456", each once. The text begins with the record's title.
func caseRefs(text string) []string {
	if !mayHaveCase(text) {
		return nil
	}
	var out []string
	title, _, _ := strings.Cut(text, "\n")
	about := ofOmbudsman.MatchString(title)
	last := -1 // the end of the reference before
	for at := 0; ; {
		m := caseForm.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		at = m[3] // what ends one may begin the next
		year, a, b := text[m[4]:m[5]], text[m[8]:m[9]], text[m[12]:m[13]]
		gap1, gap2 := text[m[6]:m[7]], text[m[10]:m[11]]
		before := text[max(0, m[2]-80):m[2]]
		around := before + text[m[3]:min(len(text), m[3]+60)]
		nearby := before[max(0, len(before)-40):]
		if notCase.MatchString(nearby) {
			continue
		}
		apart := gap1 != "" && gap2 != ""
		switch {
		case last >= 0 && m[2]-last < 12 && nextCase.MatchString(text[last:m[2]]):
		case apart && gap1 == gap2 && gap1 != "-" && gap1 != "." && gap1 != "/" && caseWord.MatchString(around):
		case apart && ourWord.MatchString(around):
		case apart && about && gap1 == gap2 && gap1 != ".":
		case !apart && ourWord.MatchString(around) && !looksLikeDate(year+a+b, gap1+gap2):
		case !apart && caseWord.MatchString(nearby) && strings.Contains(strings.ToLower(text), "ombudsman") && !looksLikeDate(year+a+b, gap1+gap2):
		default:
			continue
		}
		last = m[3]
		ref := year + " " + a + " " + b
		if m[14] >= 0 {
			ref += strings.ToLower(text[m[14]:m[15]])
		}
		out = union(out, []string{ref})
	}
	for _, m := range oldForm.FindAllStringSubmatchIndex(text, -1) {
		if ourWord.MatchString(text[max(0, m[2]-80):min(len(text), m[3]+60)]) {
			out = union(out, []string{text[m[4]:m[5]] + "/" + text[m[6]:m[7]] + "/" + text[m[8]:m[9]]})
		}
	}
	for at := 0; ; {
		m := nineForm.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return out
		}
		start, end := at+m[2], at+m[3]
		if nineWord.MatchString(text[max(0, start-160):min(len(text), end+80)]) {
			out = union(out, []string{text[start:end]})
		}
		at = end
	}
}

// mayHaveCase is a quick look for the words one of which every reference
// needs beside it.
func mayHaveCase(text string) bool {
	for _, w := range []string{"mbudsman", "MBUDSMAN", "LGO", "LGSCO", "SPSO", "PSOW", "omplaint", "nvestigation", "case", "Case", "ecision", "eference"} {
		if strings.Contains(text, w) && strings.ContainsAny(text, "0123456789") {
			return true
		}
	}
	return false
}

// looksLikeDate reports whether eight digits run together are a day: 20210722
// or 22072021.
func looksLikeDate(digits, gaps string) bool {
	if gaps != "" {
		return false
	}
	return yearFirst.MatchString(digits) || dayFirst.MatchString(digits)
}

var (
	yearFirst = regexp.MustCompile(`^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$`)
	dayFirst  = regexp.MustCompile(`^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$`)
)
