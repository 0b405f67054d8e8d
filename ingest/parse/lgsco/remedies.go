package lgsco

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
	"moothall/ingest/ukdate"
)

// remedies reads what the body agreed, or was recommended, to do: one for
// each entry of the lists under "Agreed action" and for each sentence there
// that says what will be done. What each asks for is read by whoever
// classifies; here only its words, its place and its time are.
func remedies(sections []archive.Section, verdict archive.Verdict) []archive.Remedy {
	var out []archive.Remedy
	var under []string
	read := func(has func(archive.Section) bool) {
		for _, s := range sections {
			if has(s) {
				var at []string
				out, at = actions(out, s)
				under = append(under, at...)
			}
		}
	}
	read(func(s archive.Section) bool { return s.Canonical == "actions" })
	if out == nil { // some reports recommend in their summary alone
		read(func(s archive.Section) bool { return canonicalHeading(s.Heading) == "actions" })
	}
	tellApart(out, under)
	if out == nil && verdict != archive.NotUpheld && verdict != archive.Closed {
		out = summedUp(sections)
	}
	return out
}

// tellApart puts the number of its paragraph before each letter that labels a
// remedy, where a letter labels more than one: the "a" under paragraphs 11 and
// 12 are "11a" and "12a". under are the paragraphs' numbers.
func tellApart(remedies []archive.Remedy, under []string) {
	seen := map[string]bool{}
	twice := false
	for i, r := range remedies {
		twice = twice || seen[r.Label] && r.Label != under[i]
		seen[r.Label] = true
	}
	for i := range remedies {
		if r := &remedies[i]; twice && under[i] != "" && r.Label != under[i] {
			r.Label = under[i] + r.Label
		}
	}
}

// actions adds the remedies of one section, and gives beside them the number
// of the paragraph each added one stands under.
func actions(out []archive.Remedy, s archive.Section) (all []archive.Remedy, under []string) {
	at := reader{out: out, before: len(out)}
	if len(s.Pages) == 1 {
		at.page = s.Pages[0]
	}
	for i, para := range s.Paragraphs {
		at.numberUnder()
		if para.N > 0 {
			at.label = strconv.Itoa(para.N)
		}
		marker, rest, marked := parse.Marker(para.Text)
		marked = marked && para.N == 0
		next := ""
		if i+1 < len(s.Paragraphs) {
			next = s.Paragraphs[i+1].Text
		}
		if at.intro && marked && at.partOf(marker) {
			at.more = append(at.more, strings.TrimRight(trimAnd(rest), " ,"))
			continue
		}
		at.goOn()
		switch {
		case marked && (at.intro || len(promise.Split(rest)) > 0):
			at.entry(first(parse.Label(marker), at.label), rest)
		case at.intro && para.N > 0 && goesUnder(para.Text):
			at.entry(at.label, para.Text)
		case opensList(para.Text, next):
			at.open(para.Text)
		default:
			if marked {
				para.Text = rest
			}
			at.prose(para.Text)
		}
	}
	at.goOn()
	at.numberUnder()
	return at.out, at.under
}

// A reader is how far the reading of one section has come.
type reader struct {
	out       []archive.Remedy
	before    int      // how many of them are of other sections
	under     []string // the number of the paragraph each of the rest stands under
	label     string
	page      int
	intro     bool // in a list that something opened
	due, lead string
	outer     string   // the label of the last entry
	parts     bool     // that entry opened a list of its own parts
	more      []string // what goes on the last remedy
}

// goOn adds to the last remedy what goes on it, once nothing more does.
func (r *reader) goOn() {
	if len(r.more) > 0 {
		r.out[len(r.out)-1].Text += " " + strings.Join(r.more, " ")
		r.more = nil
	}
}

func (r *reader) numberUnder() {
	for len(r.under) < len(r.out)-r.before {
		r.under = append(r.under, r.label)
	}
}

// goesUnder reports whether a numbered paragraph is an entry of the list
// above it: it goes on from the words that open the list.
func goesUnder(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || !undertaking.MatchString(s) && len(promise.Split(s)) > 0
}

// opensList reports whether a paragraph opens a list: it ends in a colon, or
// in the words that do, without a stop, before an entry.
func opensList(s, next string) bool {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, ":") {
		return true
	}
	_, _, marked := parse.Marker(next)
	r, _ := utf8.DecodeRuneInString(next)
	return (marked || unicode.IsLower(r)) && openEnd.MatchString(s)
}

var openEnd = regexp.MustCompile(`(?i)\b(?:will|should|must|to|agreed|agreed that it will|that the council|the council)$`)

// open reads what opens a list: the time it gives holds for its entries.
// Sentences before its last may be remedies themselves.
func (r *reader) open(text string) {
	all := parse.Sentences(text)
	for _, sentence := range all[:max(len(all)-1, 0)] {
		r.sentence(sentence, "")
	}
	r.intro = !passive.MatchString(text) || agreed.MatchString(text)
	r.due, r.lead = when(text), addressee(text)
	if r.due == "" && len(r.out) > 0 && strings.Contains(strings.ToLower(text), "same time") {
		r.due = r.out[len(r.out)-1].Due
	}
}

// partOf reports whether an entry is a part of the one above it, which ends in
// a colon: the sums that "Pay £950, comprised of:" is made up of.
func (r *reader) partOf(marker string) bool {
	if len(r.out) == r.before {
		return false
	}
	l := parse.Label(marker)
	end := r.out[len(r.out)-1].Text
	if len(r.more) > 0 {
		end = " " + r.more[len(r.more)-1]
	}
	if strings.HasSuffix(end, ":") {
		return l != follows(r.outer)
	}
	return r.parts && l != follows(r.outer)
}

// follows is the label after a label: "c" after "b", "3" after "2". "" where
// that cannot be said.
func follows(label string) string {
	if n, err := strconv.Atoi(label); err == nil {
		return strconv.Itoa(n + 1)
	}
	if len(label) == 1 {
		return string(label[0] + 1)
	}
	return "\x00"
}

// entry adds an entry of a list. It is one remedy, unless somebody else goes
// on in it, or money is promised beside something else.
func (r *reader) entry(label, text string) {
	r.outer, r.parts = label, strings.HasSuffix(strings.TrimSpace(text), ":")
	text = strings.TrimRight(trimAnd(withoutGuidance(text)), " ;,")
	parts := promise.Split(text)
	for i := 1; i < len(parts); i++ {
		if !another.MatchString(parts[i]) || !strings.Contains(text, "£") {
			parts = []string{text}
		}
	}
	if len(parts) < 2 {
		parts = []string{text}
	}
	for _, part := range parts {
		r.out = append(r.out, archive.Remedy{Label: label, Text: part, Due: entryDue(part, r.due), AddressedTo: first(addressee(part), r.lead), Status: archive.StatusNotStated, Page: r.page})
	}
}

// withoutGuidance drops what the template says after an action: how an apology
// should be made, what is published on it.
func withoutGuidance(text string) string {
	all := parse.Sentences(text)
	n := 1
	for n < len(all) && !notAction.MatchString(all[n]) && !guidance.MatchString(all[n]) {
		n++
	}
	if n >= len(all) {
		return text
	}
	return strings.TrimSpace(text[:strings.Index(text, all[n])])
}

var guidance = regexp.MustCompile(`(?i)\b(?:guidance|guidelines|standards? set out|we publish|the (?:organisation|council) should consider this|should meet the standards)\b`)

var another = regexp.MustCompile(`(?i)^(?:pays?\b.*£|apologise|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b.*£)|^(?:the )?(?:council|trust|provider|care provider|landlord|board|authority)\b.* will\b`)

// prose adds what the sentences of a paragraph promise.
func (r *reader) prose(text string) {
	r.intro = false
	due := ""
	for _, sentence := range parse.Sentences(text) {
		carried := ""
		if goesOn.MatchString(sentence) {
			carried = due
		}
		r.sentence(sentence, carried)
		if own := when(sentence); own != "" && agreed.MatchString(sentence) {
			due = own
		}
	}
}

// sentence adds what one sentence promises: a remedy for each thing it says
// will be done ("will apologise, pay £250 and review its policy"), or names
// ("£100 for time and trouble; an apology").
func (r *reader) sentence(sentence, due string) {
	if notAction.MatchString(sentence) {
		return
	}
	whole := first(when(sentence), due)
	if opening, _, list := strings.Cut(sentence, ";"); list {
		whole = first(when(openingOf(opening)), due) // the times of the rest are their own
	}
	for _, part := range promise.Split(sentence) {
		r.out = append(r.out, archive.Remedy{Label: r.label, Text: part, Due: first(when(part), whole), AddressedTo: first(addressee(part), addressee(sentence)), Status: archive.StatusNotStated, Page: r.page})
	}
}

// openingOf is what a sentence says before its first promise: "Within four
// weeks", "By 31 March 2024 the Council will".
func openingOf(s string) string {
	if at := spent.FindStringIndex(s); at != nil {
		return s[:at[0]]
	}
	return s
}

var spent = regexp.MustCompile(`(?i)£|\b(?:apolog|pay|repay|review|provide|write|arrange|train|remind)`)

var (
	// undertaking is a sentence that says what a body will do: "The Council
	// has agreed to apologise", "The Council should pay".
	undertaking = regexp.MustCompile(`(?i)\b(?:council|landlord|trust|provider|authority|it|they|company|panel|body|board)\s+(?:has |have |had )?(?:also |now )?(?:agreed (?:to|that|it)|will|should|must|shall)\b`)
	goesOn      = regexp.MustCompile(`^(?:It|They) `) // "Within three months the Council should …. It should also …"
	agreed      = regexp.MustCompile(`(?i)\bagreed\b|\bwill\b|\bshould\b|\brecommend`)
	passive     = regexp.MustCompile(`(?i)\b(?:guidance|evidence|considered|the following (?:documents|information))\b`)

	// notAction are sentences of the template around the actions: what the
	// Ombudsman's guidance says, the proof of compliance it asks for, the duty to
	// consider a report, and the statement that all was agreed.
	notAction = regexp.MustCompile(`(?i)\bwe can make orders\b|\bdiscretion to make recommendations\b|\bapology should meet the standards\b|\bevidence (?:it|they|that|of|the|to show|when)\b.{0,60}\b(?:compli|above|action|complet|done|carried)|\bguidance on remedies\b|\bour guidance\b|\bwe publish guidance\b|\bpublic authority has three months\b|` +
		`agreed to (?:(?:our|my|these|the|all|this|carry out|complete|implement|take|undertake)\s)+(?:\w+\s)?(?:recommendations?|recommended action|actions?|remedy|proposals?)\.?$|\b(?:must|should) consider (?:the|this|our) report\b|\bconfirm within (?:three|3) months\b|\bthe council has agreed to (?:this|that|these)\.?$|` +
		`\bhas (?:accepted|agreed) (?:our|my|these|the) (?:findings|recommendations?)\b|\bcouncil has agreed (?:my|our|the|these) recommend`)
)

// when is until when a promise is to be kept: an ISO date where a day is
// stated, else as printed.
func when(s string) string {
	due := promise.Due(s)
	if found := ukdate.Find(due); len(found) == 1 {
		return string(found[0].Date)
	}
	return due
}

// entryDue is when a list's entry is due: by the time the list gives for all,
// unless the entry gives one of its own.
func entryDue(entry, due string) string {
	own := when(entry)
	if due == "" || own != "" && (strings.HasPrefix(entry, own) || len(own) == len("2006-01-02") && own[4] == '-') {
		return own
	}
	return due
}

// addressee is who is to act, where more than one body may be.
func addressee(s string) string {
	m := actor.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}

var actor = regexp.MustCompile(`\b[Tt]he ((?:Council|[Ll]andlord|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy)(?:(?: and|,) the (?:Council|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy))*)\b`)

func trimAnd(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range []string{"; and", ", and", " and", "; or"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
