package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// fill says what the front means.
func (f *front) fill(r *archive.Report) {
	f.fillFields(r)
	f.fillLoose(r)
	f.fillPlainDate(r)
	if r.MeetingDate == "" {
		r.MeetingDate = f.firstDate()
	}
	r.Title = strings.Trim(r.Title, " .:;-–—")
	if r.Committee == strings.ToUpper(r.Committee) {
		r.Committee = capitalised(r.Committee) // a heading's capitals are not the body's name
	}
}

func (f *front) fillFields(r *archive.Report) {
	for _, x := range f.fields {
		value := strings.Join(x.values, " ")
		switch x.key {
		case to, meeting:
			name, day := bodyAndDate(value)
			if r.Committee == "" && isBody(name) {
				r.Committee = name
			}
			setDate(r, day)
		case date:
			if found := ukdate.Find(value); len(found) > 0 && ofMeeting.MatchString(x.label) {
				setDate(r, found[0].Date)
			}
		case from:
			if r.SubmittedBy == "" {
				r.SubmittedBy = people(x.values)
			}
		case title:
			if r.Title == "" {
				r.Title = value
			}
		case wards:
			r.Wards = append(r.Wards, wardsOf(value)...)
		case decisionNo:
			if m := decisionNumber.FindString(value); m != "" && r.DecisionRef == "" {
				r.DecisionRef = m
			}
		case classification:
			if exempt(value) {
				r.Visibility = archive.Exempt
			}
		}
	}
	for _, x := range f.fields { // nobody submitted it: whoever wrote it did
		if x.key == author && r.SubmittedBy == "" {
			r.SubmittedBy = people(x.values)
		}
	}
	if r.Visibility == "" {
		r.Visibility = archive.Public
	}
}

// ofMeeting is in the label of a date that is certainly a meeting's.
var ofMeeting = regexp.MustCompile(`(?i)\b(?:meeting|held|committee|council|cabinet)\b`)

// fillPlainDate takes a date by itself, or labelled "Date" and no more, for the
// meeting's where the front says which body meets: elsewhere it may be the day on which
// a consultant signed a revision.
func (f *front) fillPlainDate(r *archive.Report) {
	if r.Committee == "" {
		return
	}
	for _, x := range f.fields {
		if x.key != date {
			continue
		}
		if found := ukdate.Find(strings.Join(x.values, " ")); len(found) > 0 {
			setDate(r, found[0].Date)
		}
	}
}

// fillLoose reads what has no label: "Meeting of the Full Council", "Cabinet –
// 12 July 2021", "Report of the Director of Finance", and the title.
func (f *front) fillLoose(r *archive.Report) {
	var best *parse.Line
	for i := range f.loose {
		l := &f.loose[i]
		text := strings.TrimSpace(parse.Printed(l.Block))
		if exempt(text) && len(text) < 120 {
			r.Visibility = archive.Exempt
			continue
		}
		name, day := bodyAndDate(text)
		switch {
		case isFurnitureOfFront(text):
		case isBody(name) && named(name) && len(name) < 90 && !strings.HasSuffix(text, "."):
			if r.Committee == "" && !isCouncil(name) {
				r.Committee = name
			}
			setDate(r, day)
		case day != "" && onlyMeeting(text):
			if meetingWords.MatchString(text) {
				setDate(r, day)
			} else {
				f.fields = append(f.fields, field{key: date, values: []string{text}})
			}
		case reportOf.MatchString(text) && role.MatchString(text) && !ombudsman.MatchString(text):
			if r.SubmittedBy == "" {
				r.SubmittedBy = strings.TrimSpace(reportOf.ReplaceAllString(text, ""))
			}
		case isCouncil(text), len(text) > 250, strings.Contains(text, "withheld]"):
		case best == nil || weight(*l) > weight(*best):
			best = l
		}
	}
	if r.Title == "" && best != nil {
		r.Title = strings.TrimSpace(parse.Printed(best.Block))
	}
}

// weight is how much a line looks like a title beside its fellows.
func weight(l parse.Line) float64 {
	w := l.Size
	if l.Kind == extract.Heading {
		w += 4
	}
	if l.Bold {
		w += 2
	}
	return w
}

var reportOf = regexp.MustCompile(`(?i)^(?:joint )?report (?:of|by|from)(?: the)?:?\s+`)

// decisionNumber is a council's own reference of a decision: "24/00109".
var decisionNumber = regexp.MustCompile(`\b[A-Z]{0,5}/?\d{2,4}/\d{2,5}\b|\b[A-Z]{2,5}\d{3,6}\b|\b\d{4,6}\b`)

func setDate(r *archive.Report, d archive.Date) {
	if r.MeetingDate == "" {
		r.MeetingDate = d
	}
}

// firstDate is the date of a loose line that speaks of a meeting.
func (f *front) firstDate() archive.Date {
	for _, l := range f.loose {
		if m := ukdate.Find(l.Text); len(m) > 0 && meetingWords.MatchString(l.Text) {
			return m[0].Date
		}
	}
	return ""
}

var meetingWords = regexp.MustCompile(`(?i)\bmeeting\b|\bto be held\b`)

// onlyMeeting says whether a line with a date says nothing but when a meeting
// is: "Meeting to be held on Thursday, 18 July 2019 at 1.00 pm".
func onlyMeeting(s string) bool {
	found := ukdate.Find(s)
	if len(found) == 0 {
		return false
	}
	rest := strings.ToLower(s[:found[0].Start] + " " + s[found[0].End:])
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return (r < 'a' || r > 'z') && r != '\'' }) {
		switch w {
		case "meeting", "meetings", "to", "be", "held", "on", "at", "the", "date", "of", "am", "pm", "a", "m", "p", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "for":
		default:
			return false
		}
	}
	return true
}

// exempt says whether words of the front put the report on the side of the
// agenda the public is kept from (Local Government Act 1972, Schedule 12A).
// "Part II: N/A" and "Unrestricted" do not.
func exempt(s string) bool {
	return exemptWords.MatchString(s) && !notExempt.MatchString(s)
}

var (
	exemptWords = regexp.MustCompile(`(?i)\bnot for publication\b|\bexempt\b|^\s*part (?:ii|2|b)\b|^restricted\b|\bexempt (?:from|under|by virtue)\b|^\s*confidential\b`)
	notExempt   = regexp.MustCompile(`(?i)\bunrestricted\b|\bnot exempt\b|\bnon[- ]exempt\b|\bn/?a\b|\bnone\b|^\s*no\b|\bopen\b|\bif appropriate\b|\bpublic(?:ation)? (?:report|document)?$|exempt information which|do not include`)
)
