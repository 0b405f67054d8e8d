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
)

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
	columns   columns  // of the table that is being read
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
	return startsSmall(s) || !undertaking.MatchString(s) && len(promise.Split(s)) > 0
}

// startsSmall reports whether a paragraph begins in small letters, as one does
// that goes on from the words that open a list.
func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
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
	switch {
	case notAction.MatchString(sentence):
		return
	case doThis.MatchString(sentence):
		r.allBy(when(sentence))
		return
	case doneAlready.MatchString(sentence):
		r.done(sentence)
	}
	parts := promise.Split(sentence)
	head, list := when(openingOf(sentence)), strings.Contains(sentence, ";")
	dues := make([]string, len(parts))
	after := "" // the time given by a promise further on, which holds for those before it
	for n := len(parts) - 1; n >= 0; n-- {
		own := when(parts[n])
		dues[n] = first(first(own, head), first(after, due))
		if own != "" && !list { // the times of a list are each entry's own
			after = own
		}
	}
	for n, part := range parts {
		r.out = append(r.out, archive.Remedy{Label: r.label, Text: part, Due: dues[n], AddressedTo: first(addressee(part), addressee(sentence)), Status: archive.StatusNotStated, Page: r.page})
	}
}

// allBy gives the remedies of this section that are due at no time of their own
// the one that a sentence gives for all: "It should do this within one month."
func (r *reader) allBy(due string) {
	for i := r.before; i < len(r.out); i++ {
		if x := &r.out[i]; x.Due == "" && x.Status != archive.Implemented {
			x.Due = due
		}
	}
}

// done adds what a sentence says the body has done already: "The Council has
// already apologised to Mr X and has refunded the fee." is two.
func (r *reader) done(sentence string) {
	at := doneThing.FindAllStringIndex(sentence, -1)
	from := 0
	for i := range at {
		to := len(sentence)
		if i+1 < len(at) {
			to = at[i+1][0]
		}
		text := strings.Trim(joins.ReplaceAllString(strings.TrimRight(sentence[from:to], " ,.;"), ""), " ,.;")
		r.out = append(r.out, archive.Remedy{
			Label: r.label, Text: text, AddressedTo: addressee(sentence), Page: r.page,
			Status: archive.Implemented, Evidence: &archive.Evidence{Quote: sentence, Page: r.page},
		})
		from = to
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
