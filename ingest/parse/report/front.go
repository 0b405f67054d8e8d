package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// A field is one labelled thing in front of a report, in the report's words.
type field struct {
	key    key
	label  string
	values []string
	x      float64 // where the label begins, in points; 0 where not known
	shared bool    // the label before it stands in the same line, both without values
}

// front is what stands before a report's first section.
type front struct {
	fields []field
	loose  []parse.Line // what no label claims, the title and the body among it
}

// readFront takes the front matter off a report.
func readFront(lines []parse.Line) (front, []parse.Line) {
	var f front
	for i, l := range lines {
		if f.ends(lines, i) {
			return f, lines[i:]
		}
		if l.Kind == extract.Row {
			var above []string
			if i > 0 && lines[i-1].Kind == extract.Row {
				above = lines[i-1].Cells
			}
			f.row(l.Cells, above)
			continue
		}
		n := len(f.fields)
		if !f.labelled(parse.Printed(l.Block)) && !f.goesOn(l.Text, l.X0) {
			f.loose = append(f.loose, l)
		}
		for ; n < len(f.fields); n++ {
			f.fields[n].x = l.X0
		}
	}
	return f, nil
}

// mostFront is how many blocks a front may have, and longFront how long the
// longest of them may be: what is longer is the report itself.
const (
	mostFront = 60
	longFront = 400
)

// ends says whether the front is over before line i: a section's heading
// stands there, or prose.
func (f *front) ends(lines []parse.Line, i int) bool {
	l := lines[i]
	printed := parse.Printed(l.Block)
	if i < mostFront && (l.Kind == extract.Row || labelOf(l.Text) != none && canonicalOf(l.Text) == "" || isFurnitureOfFront(l.Text)) {
		return false
	}
	if p := labelPieces(printed); i < mostFront && len(p) > 0 && canonicalOf(printed[p[0].start:p[0].end]) == "" {
		return false
	}
	if i >= mostFront || len(l.Text) > longFront {
		return true
	}
	if h, ok := openingOf(l); ok && h.canonical != "" && h.canonical != contactSection {
		// A report may be called "Overview" or "Consultation": the first line is
		// no section's heading.
		return i > 0 || h.rest != ""
	}
	if l.Kind == extract.Heading && f.has(title) && !f.hangs(l.X0) && !answered.MatchString(printed) {
		return true
	}
	marker := parse.Label(l.Marker)
	return l.Kind == extract.Entry && (marker == "1" || marker == "1.1" || marker == "1.0") && (f.has(title) || f.has(to) || len(f.loose) > 0)
}

func (f *front) has(k key) bool {
	for _, x := range f.fields {
		if x.key == k && len(x.values) > 0 {
			return true
		}
	}
	return false
}

// row reads the cells of a table's row: a label and its value, several such
// pairs, "Label: value" in one cell, or the values below a row of labels.
func (f *front) row(cells, above []string) {
	if len(cells) == len(above) && len(cells) > 1 && allLabels(above) && !allLabels(cells) {
		for i, c := range cells {
			f.add(labelOf(above[i]), above[i], c)
		}
		return
	}
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		if k := labelOf(c); k != none {
			value := ""
			if i+1 < len(cells) && labelOf(cells[i+1]) == none && len(labelPieces(cells[i+1])) == 0 {
				value = cells[i+1]
				i++
			}
			f.add(k, c, value)
			continue
		}
		if !f.labelled(c) && !f.goesOn(c, 0) && hasWords(c) {
			f.loose = append(f.loose, parse.Line{Block: extract.Block{Text: c}})
		}
	}
}

func allLabels(cells []string) bool {
	for _, c := range cells {
		if labelOf(c) == none {
			return false
		}
	}
	return len(cells) > 0
}

func (f *front) add(k key, label, value string) {
	x := field{key: k, label: label}
	if value = strings.TrimSpace(value); value != "" {
		x.values = []string{value}
	}
	f.fields = append(f.fields, x)
}

// labelled reads a line that holds one or more labels.
func (f *front) labelled(text string) bool {
	if k := labelOf(text); k != none && len(text) < 80 {
		f.add(k, text, "")
		return true
	}
	if m := answered.FindStringSubmatch(text); m != nil && len(text) < 100 {
		f.add(other, m[1], m[2])
		return true
	}
	pieces := labelPieces(text)
	if len(pieces) == 0 {
		if k, at := f.openingLabel(text); k != none {
			f.add(k, text[:at], text[at:])
			return true
		}
		return false
	}
	defer f.share(len(f.fields))
	for i, p := range pieces {
		end := len(text)
		if i+1 < len(pieces) {
			end = pieces[i+1].start
		}
		f.add(p.key, text[p.start:p.end], text[p.end:end])
	}
	return true
}

// openingLabel finds the label of two words or more that opens a line without
// a colon, "Report author Head of Finance", and where it ends. Only below a
// label that has no colon either is it one.
func (f *front) openingLabel(text string) (key, int) {
	if len(f.fields) == 0 || strings.HasSuffix(f.fields[len(f.fields)-1].label, ":") {
		return none, 0
	}
	starts := wordStarts(text, 0, min(len(text), 60))
	for i := len(starts) - 1; i >= 2; i-- {
		if rest := text[starts[i]:]; rest[0] >= 'A' && rest[0] <= 'Z' {
			if k := labelOf(text[:starts[i]]); k == contact || k == author || k == from || k == other {
				return k, starts[i]
			}
		}
	}
	return none, 0
}

// answered is a question of the template with its answer: "Is the decision
// eligible for call-in? Yes".
var answered = regexp.MustCompile(`^([A-Z][^?]{8,80}\?)\s*(Yes|No|N/A|YES|NO)\b`)

// share marks labels that stand in one line with no values between them: the
// head of a table whose ruling was lost.
func (f *front) share(from int) {
	for i := from + 1; i < len(f.fields); i++ {
		f.fields[i].shared = len(f.fields[i-1].values) == 0 && len(f.fields[i].values) == 0
	}
}

// A piece is where a label stands in a line, its colon included.
type piece struct {
	key        key
	start, end int
}

// labelPieces finds the labels in a line: one that opens it, and others with a
// capital further on, for a layout may put "To: Cabinet Date: 5 June" in one.
func labelPieces(text string) []piece {
	var found []piece
	for from := 0; ; {
		colon := strings.IndexByte(text[from:], ':')
		if colon < 0 {
			return found
		}
		colon += from
		if p, ok := labelBefore(text, from, colon); ok && (len(found) > 0 || p.start == 0) {
			found = append(found, p)
		}
		from = colon + 1
	}
}

// labelBefore finds the longest label that ends at the colon.
func labelBefore(text string, from, colon int) (piece, bool) {
	words := wordStarts(text, from, colon)
	for _, at := range words {
		if colon-at > 70 {
			continue
		}
		first := text[at]
		if first < 'A' || first > 'Z' || at > from+1 && endsBody.MatchString(text[at:colon]) {
			continue
		}
		if k := labelOf(text[at:colon]); k != none {
			return piece{k, at, colon + 1}, true
		}
	}
	return piece{}, false
}

// endsBody is a word that ends a body's name and may begin a label: "Report
// to: Environment Committee Date: 14 March".
var endsBody = regexp.MustCompile(`^(?:Committee|Council|Cabinet|Board|Panel) `)

func wordStarts(s string, from, to int) []int {
	var at []int
	space := true
	for i := from; i < to; i++ {
		if s[i] == ' ' || s[i] == '|' {
			space = true
			continue
		}
		if space {
			at = append(at, i)
		}
		space = false
	}
	return at
}

// goesOn takes a line that begins at x as the value, or more of the value, of
// the label before it.
func (f *front) goesOn(text string, x float64) bool {
	if len(f.fields) == 0 {
		return false
	}
	last := &f.fields[len(f.fields)-1]
	text = strings.TrimSpace(text)
	switch {
	case last.shared && (len(last.values) == 0 || len(f.fields[len(f.fields)-2].values) < 2 && !isFurnitureOfFront(text) && len(text) < 100):
		f.spread(text)
		return true
	case len(last.values) == 0:
		last.values = []string{text}
		return true
	case isFurnitureOfFront(text):
		return false
	case f.hangs(x), last.takes(text):
		last.more(text)
		return true
	}
	return false
}

// hangs says whether a line at x stands in the column of the last label's
// value.
func (f *front) hangs(x float64) bool {
	const indent = 15
	if len(f.fields) == 0 {
		return false
	}
	last := f.fields[len(f.fields)-1]
	return last.x > 0 && x > last.x+indent && len(last.values) > 0
}

// spread parts the line below two labels that stand side by side, "Cabinet
// 24/00109": the number is the decision's, a date is the meeting's.
func (f *front) spread(text string) {
	a, b := &f.fields[len(f.fields)-2], &f.fields[len(f.fields)-1]
	cut := -1
	if len(b.values) > 0 {
		a.more(text)
		return
	}
	if m := decisionNumber.FindStringIndex(text); b.key == decisionNo && m != nil {
		cut = m[0]
	} else if m := ukdate.Find(text); b.key == date && len(m) > 0 {
		cut = m[0].Start
	}
	if cut < 0 {
		a.more(text)
		return
	}
	a.more(text[:cut])
	b.more(text[cut:])
}

// takes says whether a value that has begun goes on with a line that nothing
// but its words can place.
func (x *field) takes(text string) bool {
	switch x.key {
	case contact, author:
		return contactLike(text)
	case from:
		return role.MatchString(text) && len(text) <= 160 && !ombudsman.MatchString(text)
	case title:
		last := x.values[len(x.values)-1]
		return len(x.values) < 3 && !strings.HasSuffix(last, ".") && len(text) <= 200 && titleGoesOn(last, text)
	}
	return false
}

// more adds a line to a value. A person's office may run over two lines; a
// line without the word of an office goes on with the one before.
func (x *field) more(text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	n := len(x.values)
	if x.key == from && n > 0 && !role.MatchString(text) {
		x.values[n-1] += " " + text
		return
	}
	x.values = append(x.values, text)
}

// titleGoesOn says whether a title that broke at the end of a line goes on:
// the line stops in mid-phrase, or the next begins in small letters.
func titleGoesOn(last, next string) bool {
	words := strings.Fields(strings.ToLower(last))
	if len(words) == 0 {
		return true
	}
	if next[0] >= 'a' && next[0] <= 'z' || strings.HasSuffix(last, ",") || strings.HasSuffix(last, "-") || strings.HasSuffix(last, "–") {
		return true
	}
	switch words[len(words)-1] {
	case "the", "of", "and", "to", "for", "in", "on", "with", "by", "a", "an", "at", "from", "&", "report:", "update:":
		return true
	}
	return false
}

func contactLike(s string) bool {
	return len(s) < 250 && (strings.Contains(s, "withheld]") || role.MatchString(s)) && canonicalOf(s) == ""
}

// role is a word that only stands by a person's office.
var role = regexp.MustCompile(`(?i)\b(?:officer|director|directorate|leader|cabinet member|head of|manager|counsel|chief|portfolio|executive|chair(?:man|woman)?|councillor|cllr|solicitor|treasurer|clerk|assistant|lead|monitoring|secretary|town clerk|planner|engineer|adviser|advisor)\b`)

var ombudsman = regexp.MustCompile(`(?i)\bombudsm[ae]n\b|\bLGS?C?O\b`)

// isFurnitureOfFront is what stands in front of a report and is neither its
// title nor anybody's: "Part A", "(Appendix 'A' refers)", "UNRESTRICTED".
func isFurnitureOfFront(s string) bool { return furniture.MatchString(strings.TrimSpace(s)) }

var furniture = regexp.MustCompile(`(?i)^(?:part (?:[ab]|[i1]{1,2}|2)\b.{0,20}|\(?append(?:ix|ices) .{1,40}\brefers?\)?|append(?:ix|ices) ['‘’"]?\w{1,3}['‘’"]?|(?:un)?restricted|public|open|exempt|private|official|confidential|for (?:decision|information|publication|noting|discussion|approval|consideration|scrutiny)|agenda item(?: no\.?)?:? ?\d*\w?|item(?: no\.?)?:? ?\d+\w?|key decision|non[- ]key decision|not (?:for publication|a key decision)|report|covering report|officer report|committee report|none;?|all;?|n/a|page \d+.*|yes|no|public report|open report)$`)

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

// wardsOf are the wards a value names; "All" is a value, "None" is not.
func wardsOf(value string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(value, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		w = strings.Trim(w, " .")
		switch strings.ToLower(w) {
		case "", "none", "n/a", "not applicable", "none directly", "none specific":
		default:
			all = append(all, w)
		}
	}
	return all
}

// people joins those who submit a report, one to a line in the paper.
func people(values []string) string {
	var all []string
	for _, v := range values {
		if v = strings.Trim(v, " ,;|"); v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, "; ")
}
