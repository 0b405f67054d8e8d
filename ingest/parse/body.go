package parse

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A Body is what the minutes of one item say, apart.
type Body struct {
	Text      string // all of it
	PageMarks []archive.PageMark
	Pages     []int
	OCR       bool

	Summary, Background, Discussion, Decision string

	Resolutions []archive.Resolution // without outcomes: classify says those
	Exchanges   []archive.Exchange
}

// Fill puts what the body says into an item. Summary is left alone where the
// item has one already.
func (b Body) Fill(it *archive.Item) {
	it.Text, it.PageMarks, it.Pages, it.OCR = b.Text, b.PageMarks, b.Pages, b.OCR
	if it.Summary == "" {
		it.Summary = b.Summary
	}
	it.Background, it.Discussion, it.Decision = b.Background, b.Discussion, b.Decision
	it.Resolutions, it.Exchanges = b.Resolutions, b.Exchanges
}

// ReadBody parts the blocks of one agenda item into background, discussion
// and decision. head is the item's heading (number, title, "(Item 5)"), which
// is in Text alone; it may be empty.
//
// Clerks' own headings rule where there are any. Elsewhere the decision is
// what a verdict keyword opens ("RESOLVED –", "It was AGREED that") with the
// list that follows it, or the closing sentence that says what the meeting
// did ("The Committee noted the report."); all the rest is discussion. Every
// line is in Text; the parts leave clerks' headings out.
func ReadBody(head, body []Line) Body {
	var b Body
	all := append(append([]Line{}, head...), body...)
	b.Text, b.PageMarks, b.Pages = Join(all)
	for _, l := range all {
		b.OCR = b.OCR || l.OCR
	}
	lines := mend(body)
	r := reader{lines: lines}
	r.read()
	if len(r.parts[Decision]) == 0 {
		r = reader{lines: lines, weak: true}
		r.read()
	}
	if len(r.parts[Decision]) == 0 {
		r.quietDecision()
	}
	b.Summary = said(r.parts[Summary])
	b.Background = said(r.parts[Background])
	b.Discussion = said(r.parts[Discussion])
	b.Decision = said(r.parts[Decision])
	b.Resolutions = r.resolutions
	b.Exchanges = exchanges(lines)
	return b
}

// A reader walks over an item's lines and puts each in its part.
type reader struct {
	lines       []Line
	weak        bool // weak forms of verdict decide too
	parts       [After + 1][]Line
	resolutions []archive.Resolution
}

func (r *reader) read() {
	under := NoPart
	for i := 0; i < len(r.lines); {
		l := r.lines[i]
		text := l.Text
		if l.Kind == extract.Row {
			r.put(under, l)
			i++
			continue
		}
		part, rest := headingOf(text)
		switch {
		case part == Decision && l.Marker == "":
			if rest != "" {
				printed := ""
				if before, _, _, ok := verdict(text, r.weak); ok && before == "" {
					printed = text // "RESOLVED: That …" is no heading to be left out
				}
				i = r.decide(i, printed, rest)
			} else {
				i = r.decideBelow(i)
			}
			under = NoPart
		case part != NoPart && l.Marker == "":
			under = part
			if rest != "" {
				l.Text = rest
				r.put(under, l)
			}
			i++
		default:
			before, decision, words, ok := verdict(text, r.weak)
			if !ok {
				before, decision, ok = r.announced(i)
				words = ""
			}
			if !ok || under == After && before != "" {
				r.put(under, l)
				i++
				continue
			}
			if before != "" {
				said := l
				said.Text = before
				r.put(under, said)
			}
			i = r.decide(i, decision, words)
			if under == After || under == Summary {
				under = NoPart
			}
		}
	}
}

// announced reads line i as the announcement, in small letters, of a decision
// that the list below it tells: "The Committee agreed:-", "The Board resolved,
// unanimously:", "The Board:" over entries that begin "Approved …".
func (r *reader) announced(i int) (before, decision string, ok bool) {
	text := strings.TrimSpace(r.lines[i].Text)
	if !strings.HasSuffix(strings.TrimRight(text, " -–—"), ":") || i+1 >= len(r.lines) || !r.continues(i+1) {
		return text, "", false
	}
	label, entryText, listed := entry(r.lines[i+1])
	if !listed || label != "" && !first(label) {
		return text, "", false
	}
	said := Sentences(text)
	last := said[len(said)-1]
	if !announcesList.MatchString(last) && !(bodyAlone.MatchString(last) && doneForm.MatchString(entryText)) {
		return text, "", false
	}
	return strings.TrimSpace(strings.TrimSuffix(text, last)), last, true
}

var (
	announcesList = regexp.MustCompile(`^(?:(?:After|Following|Having)\b[^:]{0,160}, )?(?:` + whoDecides + `|[Ii]t was|[Tt]he (?:Sub-Committee|Executive|Joint Committee|Assembly|meeting)) (?:then |also |therefore |unanimously |duly |accordingly |further |formally )*(?:agreed|resolved|decided|recommended|approved|endorsed|RESOLVED|AGREED)\b[^:]{0,80}:[\s–—-]*$`)
	bodyAlone     = regexp.MustCompile(`^` + whoDecides + `\s*:[\s–—-]*$`)
	doneForm      = regexp.MustCompile(`^(?:then )?(?i:noted|approved|agreed|endorsed|recommended|resolved|delegated|supported|received|adopted|deferred|requested|authorised|appointed)\b`)
)

// put files a line under a part; what no heading claims is discussion.
func (r *reader) put(p Part, l Line) {
	if p == NoPart {
		p = Discussion
	}
	r.parts[p] = append(r.parts[p], l)
}

// decide files the decision that line i opens, with the list or the paragraph
// that belongs to it, and gives the first line after it. printed is the
// decision as printed, keyword and all, or "" where that is words itself.
func (r *reader) decide(i int, printed, words string) int {
	l := r.lines[i]
	opener := l
	opener.Text, opener.Marker = printed, ""
	if printed == "" {
		opener.Text = words
	}
	r.put(Decision, opener)
	if _, entries := splitInline(words); entries != nil {
		for _, e := range entries {
			r.resolve(e[0], e[1], l.Page)
		}
		return r.goesOn(i, r.rest(i+1, entries))
	}
	if m, text, ok := Marker(words); ok && first(Label(m)) && Label(m) != "" { // "RESOLVED: (A) That …", (B) below
		r.resolve(Label(m), text, l.Page)
		return r.goesOn(i, r.rest(i+1, [][2]string{{Label(m), text}}))
	}
	if grounds.MatchString(words) { // what follows are reasons, not resolutions
		r.resolve("", words, l.Page)
		return r.grounds(i + 1)
	}
	if next := r.list(i+1, open(words)); next > i+1 {
		return r.goesOn(i, next)
	}
	if !open(words) {
		r.resolve("", words, l.Page)
		return r.goesOn(i, i+1)
	}
	if words == "" && strings.HasSuffix(opener.Text, ".") || soleVerdict.MatchString(opener.Text) {
		r.resolve("", opener.Text, l.Page) // "Agreed unanimously.", "NOTED"
		return i + 1
	}
	// The keyword stood alone: the next paragraph says what was decided, and
	// may itself open the list.
	next := i + 1
	for next < len(r.lines) && r.continues(next) && (next == i+1 || thatTo(r.lines[next].Text)) {
		if after := r.list(next+1, open(r.lines[next].Text)); after > next+1 {
			r.parts[Decision] = slices.Insert(r.parts[Decision], len(r.parts[Decision])-(after-next-1), r.lines[next])
			return r.goesOn(i, after)
		}
		r.put(Decision, r.lines[next])
		r.resolve(Label(r.lines[next].Marker), r.lines[next].Text, r.lines[next].Page)
		next++
	}
	if next == i+1 {
		r.resolve("", opener.Text, l.Page)
	}
	return r.goesOn(i, next)
}

// grounds adds the list of reasons or conditions that starts at line i to the
// resolution above it.
func (r *reader) grounds(i int) int {
	for ; i < len(r.lines) && r.continues(i); i++ {
		if _, _, ok := entry(r.lines[i]); !ok {
			break
		}
		r.extend(Printed(r.lines[i].Block))
		r.put(Decision, r.lines[i])
	}
	return i
}

// grounds ends a decision whose list says why or on what terms: "be REFUSED
// for the following reasons:".
var grounds = regexp.MustCompile(`(?i)\b(?:reasons?|conditions?|grounds|informatives?)\s*[:–—-]+$`)

// rest files the entries of a list whose first ones stood in the sentence
// above, from line i on.
func (r *reader) rest(i int, before [][2]string) int {
	ways := countings(before[0][0])
	for w, n := range ways {
		if n != 1 {
			delete(ways, w)
		}
	}
	n := len(before)
	for ; i < len(r.lines) && r.continues(i); i++ {
		label, text, ok := entry(r.lines[i])
		if !ok || label == "" || !inSeries(ways, label, n+1) {
			break
		}
		n++
		r.resolve(label, text, r.lines[i].Page)
		r.put(Decision, r.lines[i])
	}
	return i
}

// goesOn files what still belongs to the decision that line from opened: a
// second list with words of its own above it ("This Council agrees to:"), and
// paragraphs set in further than the line that decides. Neither is numbered
// with the paragraphs of the discussion.
func (r *reader) goesOn(from, i int) int {
	for i < len(r.lines) && r.continues(i) {
		l := r.lines[i]
		if _, _, ok := entry(l); ok {
			return i
		}
		inset := l.X0 > 0 && r.lines[from].X0 > 0 && l.X0 > r.lines[from].X0+5 && r.lines[from].Marker != ""
		switch {
		case connective.MatchString(l.Text) && i+1 < len(r.lines) && (inset || open(r.lines[i+1].Text)):
			r.put(Decision, l)
			i++
		case open(l.Text) && r.listAt(i+1):
			r.put(Decision, l)
			i = r.list(i+1, true)
		case inset && !votedName.MatchString(l.Text):
			r.put(Decision, l)
			r.resolve("", l.Text, l.Page)
			i++
		default:
			return i
		}
	}
	return i
}

// listAt reports whether a list starts at line i.
func (r *reader) listAt(i int) bool {
	if i >= len(r.lines) {
		return false
	}
	label, _, ok := entry(r.lines[i])
	return ok && label != "" && first(label)
}

var (
	connective = regexp.MustCompile(`^(?i:and|or|and that|further)\W*$`)
	votedName  = regexp.MustCompile(`^(?:For|Against|Abstain\w*|Abstentions?)\b`)
)

// decideBelow files everything under a heading "Decision" up to the next
// heading.
func (r *reader) decideBelow(i int) int {
	i++
	for i < len(r.lines) {
		l := r.lines[i]
		if part, _ := headingOf(l.Text); part != NoPart && part != Decision || l.Kind == extract.Heading && i > 0 {
			return i
		}
		if part, rest := headingOf(l.Text); part == Decision && rest == "" {
			i++
			continue
		}
		if next := r.list(i, true); next > i {
			i = next
			continue
		}
		_, printed, words, ok := verdict(l.Text, r.weak)
		if ok && printed == l.Text {
			i = r.decide(i, printed, words)
			continue
		}
		i = r.decide(i, "", l.Text)
	}
	return i
}

// list files the list that starts at line i as resolutions, one for each
// entry of its outermost series, and gives the first line after it; i itself
// where there is no list. Only an open decision, one that says its list is to
// come, takes bullets.
func (r *reader) list(i int, isOpen bool) int {
	if i >= len(r.lines) || !isOpen {
		return i
	}
	start := i
	if r.titled(i) {
		i++
	}
	label, _, ok := entry(r.lines[i])
	if !ok || !first(label) {
		return start
	}
	if i > start {
		r.put(Decision, r.lines[start])
	}
	ways := countings(label)
	for w, n := range ways {
		if n != 1 {
			delete(ways, w)
		}
	}
	count := 0
	for i < len(r.lines) && r.continues(i) {
		l := r.lines[i]
		label, text, ok := entry(l)
		switch {
		case ok && inSeries(ways, label, count+1):
			count++
			r.resolve(label, text, l.Page)
		case ok && count > 0: // a list within the list
			r.extend(Printed(l.Block))
		case count > 0 && joins(r.lines[i-1], l):
			r.extend(l.Text)
		case count > 0 && r.resumes(i+1, ways, count+1): // a heading within the list
		default:
			return i
		}
		r.put(Decision, l)
		i++
	}
	return i
}

// titled reports whether line i is a heading between "agrees the following:"
// and the list it announces.
func (r *reader) titled(i int) bool {
	if i+1 >= len(r.lines) {
		return false
	}
	l := r.lines[i]
	if _, _, ok := entry(l); ok || utf8.RuneCountInString(l.Text) > 80 || strings.ContainsAny(l.Text[len(l.Text)-1:], ".:;") || !r.continues(i) {
		return false
	}
	label, _, ok := entry(r.lines[i+1])
	return ok && label != "" && first(label)
}

// resumes reports whether a list goes on at line i, after a heading of its
// own ("2025-26 Council Tax").
func (r *reader) resumes(i int, ways map[series]int, n int) bool {
	if i >= len(r.lines) || n < 3 || utf8.RuneCountInString(r.lines[i-1].Text) > 100 || strings.HasSuffix(r.lines[i-1].Text, ".") {
		return false
	}
	label, _, ok := entry(r.lines[i])
	return ok && label != "" && inSeries(maps.Clone(ways), label, n)
}

// soleVerdict is a whole minute in one word.
var soleVerdict = regexp.MustCompile(`^(?:NOTED|APPROVED|ENDORSED|DEFERRED|REFUSED|GRANTED|WITHDRAWN|ADOPTED|RECEIVED|RATIFIED)\.?$`)

// continues reports whether line i can belong to the decision above it: it is
// no heading, unless one of the lowest kind such as parts a long resolution,
// and opens no decision of its own.
func (r *reader) continues(i int) bool {
	l := r.lines[i]
	if part, _ := headingOf(l.Text); part != NoPart || l.Kind == extract.Heading && l.Level < 4 || l.Kind == extract.Row {
		return false
	}
	_, decision, _, ok := verdict(l.Text, r.weak)
	return !ok || decision != l.Text || !capitalKeyword.MatchString(l.Text)
}

var capitalKeyword = regexp.MustCompile(`^(?:IT WAS )?(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\b`)

func (r *reader) resolve(label, text string, page int) {
	if text = strings.TrimSpace(text); text != "" {
		r.resolutions = append(r.resolutions, archive.Resolution{Label: label, Text: text, Page: page})
	}
}

func (r *reader) extend(text string) {
	last := &r.resolutions[len(r.resolutions)-1]
	last.Text += " " + text
}

// entry reads a line as a list entry, whether or not its reader did.
func entry(l Line) (label, text string, ok bool) {
	if l.Marker != "" {
		return Label(l.Marker), l.Text, true
	}
	marker, rest, ok := Marker(l.Text)
	return Label(marker), rest, ok
}

// inSeries reports whether label is number n of a series still possible, and
// drops the series it is not in.
func inSeries(ways map[series]int, label string, n int) bool {
	now := countings(label)
	any := false
	for w := range ways {
		if now[w] == n || w == bullets && now[bullets] == 1 {
			any = true
		}
	}
	if any {
		for w := range ways {
			if now[w] != n && w != bullets {
				delete(ways, w)
			}
		}
	}
	return any
}

// joins reports whether b, which has no marker, still belongs to entry a: a
// stops in the middle of its sentence.
func joins(a, b Line) bool {
	return !strings.HasSuffix(strings.TrimSpace(a.Text), ".") && !strings.HasSuffix(a.Text, ":") && startsLower(b.Text)
}

func startsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

// open reports whether a decision says that its words are still to come.
func open(words string) bool {
	words = strings.TrimSpace(words)
	return words == "" || openEnd.MatchString(words)
}

var openEnd = regexp.MustCompile(`(?i)(?:[:–—-]|\b(?:that|to|the following))\s*[:.–—-]*$`)

func thatTo(s string) bool { return thatToForm.MatchString(s) }

var thatToForm = regexp.MustCompile(`^(?:That|THAT|T H A T|To|TO)\b`)

// quietDecision finds a decision that no heading and no keyword in capitals
// marks: "It was agreed to pay …", "The Committee noted the report."
func (r *reader) quietDecision() {
	var found []archive.Resolution
	var lines []Line
	for _, l := range r.lines {
		if l.Kind == extract.Row || l.Kind == extract.Heading {
			continue
		}
		for _, s := range Sentences(l.Text) {
			if reported.MatchString(s) {
				continue
			}
			for _, f := range quietForms {
				if f.form.MatchString(s) {
					q := l
					q.Text, q.Marker = s, ""
					lines = append(lines, q)
					found = append(found, archive.Resolution{Text: s, Page: l.Page})
					break
				}
			}
		}
	}
	r.parts[Decision], r.resolutions = lines, found
}

// reported is what somebody said, which decides nothing: "The Chairman said
// that item 7 had been withdrawn".
var reported = regexp.MustCompile(`^(?:\S+ ){1,7}(?:said|reported|advised|informed \w+|explained|stated|announced|asked|felt) that\b`)

// body names who decides, in the words of minutes.
const whoDecides = `(?:(?:the |The )?(?:[A-Z][\w’'&,-]+ (?:and |of |for |the )*){0,8}(?:Committee|Council|Cabinet|Board|Panel|Executive|Sub-Committee|Subcommittee|Forum|Group|Commission|Authority|Mayor)|Members|Councillors|The Leader|The Chairman|The Chair)`

// quietForms are the sentences that tell a decision without a keyword in
// capitals. Each must be sure of itself: most sentences in small letters are
// discussion.
var quietForms = []struct {
	form *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`^(?:(?:After|Following)\b[^.]{0,120}, )?` + whoDecides + ` (?:then |also |therefore |unanimously |duly |formally |all |have |had )*(?:noted|agreed|approved|endorsed|resolved|recommended|deferred|rejected|refused|accepted|adopted|ratified|received|confirmed)\b`),
		"The Committee noted the report and the Ombudsman’s report (Medway)"},
	{regexp.MustCompile(`^(?:[^.]{0,160}[,;] |[^.]{0,160} and )?(?:[Ii]t was |[Ii]t has been )(?:then |also |therefore |unanimously |duly |further |formally |subsequently )*(?:agreed|resolved|decided|recommended)\b`),
		"It was agreed to pay … (community councils)"},
	{regexp.MustCompile(`^(?:Agreed|Resolved|AGREED|Noted|Approved|Deferred)(?: unanimously)? (?:that|to|until|by|the)\b|^Deferred\.?$|, (?:it was )?resolved (?:to|that|not)\b|\b(?:C|c)ouncillors resolved\b|, (?:all )?agreed$`),
		"Agreed that the paper should be developed (community councils); resolved to pay £60 (parish councils)"},
	{regexp.MustCompile(`(?i)\b(?:minutes|record (?:of|was))\b.*\b(?:were|was|be|been)\b.{0,40}\b(?:approved|agreed|confirmed|accepted|adopted|signed|taken as read)\b|\b(?:true|correct|accurate) (?:and \w+ )?(?:record|copy|account)\b`),
		"The minutes of the meeting held on … were confirmed as a true copy; had earlier been approved online"},
	{regexp.MustCompile(`^The (?:recommendations?|motion|proposal|report|nomination)s?\b.{0,120}\b(?:was|were)\b.{0,80}\b(?:carried|agreed|approved|noted|accepted|adopted|lost|deferred|withdrawn)\b`),
		"The recommendation as amended was moved, seconded put to the vote and carried (Peak District)"},
	{regexp.MustCompile(`^(?:The |A |All |Both |These |This |[A-Z][\w’'-]+ )?(?:[\w’'’()/-]+ ){0,12}?(?:reports?|updates?|items?|plans?|applications?|matters?|accounts|polic(?:y|ies)|budget|statements?|inventory|proposals?|appointments?|payments?|requests?|schemes?|strateg(?:y|ies)|programmes?|quotations?|quotes?|grants?|reconciliations?|risk assessments?|transfers?|expenditure|minutes) (?:[\w’'£,.-]+ ){0,10}?(?:was|were|had been|had earlier been|has been|have been) (?:also |then |unanimously |duly |otherwise |formally |submitted and |presented and |received and |considered and |discussed and )*(?:approved|noted|deferred|withdrawn|adopted|endorsed|accepted|agreed|ratified|refused|rejected)(?:[.;]?$| (?:by (?:the|all|members|councillors)|to the (?:next|meeting)|until|unanimously|in principle|and|as|at the meeting|subject to)\b)`),
		"Cabinet Member updates were deferred to the next meeting; The report was otherwise noted"},
	{regexp.MustCompile(`\bwhich (?:was|were) (?:unanimously )?(?:approved|agreed|adopted|endorsed)\b`), "outlined her plans which were approved in principle"},
	{regexp.MustCompile(`(?i)\b(?:invoices?|accounts|bills|payments?|cheques?)\b.*\b(?:(?:was|were|and|had been) (?:duly |then )?(?:paid|authorised|approved|signed|issued|drawn|agreed)|cheques? (?:were |was )?(?:issued|signed|drawn)|signed or authorised)\b`),
		"The following invoices were received, and cheques issued in settlement of them (parish councils)"},
	{regexp.MustCompile(`^(?:To|TO) (?:accept|note|approve|agree|endorse|receive|adopt|defer|refer|recommend|support|confirm|appoint|delegate|authorise)\b`),
		"To accept the report, noting the observations (Gwynedd)"},
	{regexp.MustCompile(`\b(?:proposed|moved)\b.*\bseconded\b.*\b(?:carried|agreed|passed|approved|confirmed|unanimous(?:ly)?|all in favour)\b`), "proposed and seconded, and this was passed unanimously (parish councils)"},
	{regexp.MustCompile(`^The (?:[\w’',() -]{1,80} )?(?:reports?|updates?|petitions?|presentations?)\b[^.]{0,60}\b(?:was|were) received(?: and noted)?\.?$`), "The report of the Fire Authority was received."},
	{regexp.MustCompile(`^It was noted\.?$|\b(?:was|were) (?:duly |unanimously )?(?:re-?)?(?:elected|appointed) (?:as )?(?:the )?(?:Chair|Vice|Mayor|Deputy)`), "Members debated the report. It was noted.; Councillor A was elected Chairman for the meeting"},
	{regexp.MustCompile(`^(?i:the decision of (?:the )?[^.]{1,80} is restricted due to exempt information)`), "The decision of the Committee is restricted due to exempt information contained within the decision (Torbay)"},
	{regexp.MustCompile(`\b(?:the|The) (?:substantive |original |amended )?(?:motion|recommendations?|proposal|nomination)s?(?: as amended)?,? (?:[\w,-]+ ){0,8}?(?:(?:was|were) (?:then |duly |also )*(?:carried|lost|defeated|not carried|rejected)|fell)\b`), "A vote was taken and the motion was lost by 5 votes to 9"},
	{regexp.MustCompile(`(?i)^(?:(?:planning )?(?:permission|consent|licence|approval|advertisement consent|listed building consent)[\w\s]{0,40}? )?(?:granted|refused|confirmed|refusal)\b(?:[,.;]| (?:subject|as|for|on|by|with|contrary)\b)`),
		"GRANTED subject to the conditions; Consent granted for 12 months (planning and licensing committees)"},
	{regexp.MustCompile(`^(?:The |An? |All )(?:[\w’'-]+ ){0,6}(?:application|appeal|objection|petition|nomination|transfer|contract|tender|decision|matter)s?\b[^.]{0,120}\b(?:was|were|be) (?:then |also |therefore |unanimously |duly )*(?:upheld|granted|refused|dismissed|declined|allowed|referred(?: back)?|put back|put off|put over|adjourned|awarded|deferred)\b`),
		"The appeal was upheld; the decision of the Cabinet was referred back for reconsideration"},
	{regexp.MustCompile(`^(?:[^.:]{0,60}: )?(?:Agreed|Approved|Confirmed|Accepted|Noted|Endorsed|Adopted|Received(?: and noted| with thanks)|Carried|Signed off|Declined|Refused)(?:[.,;]| (?:and|as|subject|with|unanimously|nem|without|under)\b)`),
		"Approved, subject to the addition of a name; Received and noted"},
	{regexp.MustCompile(`^[^.]{0,90}\b(?:agreed|adopted|re-adopted|approved|accepted|confirmed)\.$|\b(?:[Aa]ll|[Uu]nanimously) agreed\.?$`),
		"Renewal of the insurance agreed. (community councils write no more than this)"},
	{regexp.MustCompile(`\b(?:stood|stands|was left|were left|is left|left) (?:referred|adjourned|deferred|over|on the table|to lie on the table)\b`),
		"the matter stood adjourned; under rule 15 it stood referred to Cabinet"},
	{regexp.MustCompile(`^(?:[Mm]otion|[Aa]mendment|[Pp]roposal) (?:carried|lost|defeated)\.?$|\b(?:[Mm]otion|[Pp]roposal|[Aa]mendment)\b[^.]{0,160}\b(?:was|were|be) (?:declared )?(?:carried|lost|defeated|not carried)\b|\b(?:the|The) (?:motion|proposal) fell\b|(?:Motion|Amendment) (?:lost|carried)\.`),
		"For 5, Against 8. Motion lost.; A proposal to give £250 was defeated"},
	{regexp.MustCompile(`^` + whoDecides + ` (?:then |also |therefore |unanimously )*(?:NOTED|AGREED|APPROVED|AUTHORISED|ENDORSED|DEFERRED|authorised|supported|did not (?:endorse|support|agree|approve|accept)|declined|adopted|RECOMMENDS?|recommends)\b`),
		"The Committee AUTHORISED the issue of a notice; the Cabinet Committee did not endorse the proposed decision"},
	{regexp.MustCompile(`^(?:A|The|No) (?:vote of thanks|decision|request|grant|proposal|scheme|list|resolution|policy|plan|nomination)\b[^.]{0,140}\b(?:was|were|is) (?:then |also |unanimously |duly )*(?:carried|approved|adopted|declined|refused|put off|put back|recommended|accepted|awarded)\b`),
		"The revised policy was recommended to Council; a decision was put off"},
	{regexp.MustCompile(`^(?:O|Upo)n being put to the vote\b.*\b(?:carried|lost|fell)\b`), "On being put to the vote, the amendment was carried (Medway)"},
}

// said joins lines as paragraphs.
func said(lines []Line) string {
	words := make([]string, 0, len(lines))
	for _, l := range lines {
		words = append(words, Printed(l.Block))
	}
	return strings.Join(words, "\n\n")
}
