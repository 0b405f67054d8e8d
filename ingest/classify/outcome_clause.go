package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// A verb decides by where it stands, not by being there: first in a
// resolution, after the body that decides, after "to" where that opens the
// resolution, after "be", or joined to another verb that does. Elsewhere it
// describes: "the approved plan", "as agreed at", "if it is refused". This
// file finds the verbs that decide, by the words around them.

// A reading is a sentence, or a resolution of several, in words.
type reading struct {
	words []token
	told  bool // the paper does not say that this is its decision
}

// A token is one of a sentence's words or marks of punctuation.
type token struct {
	at     int    // its byte in the text read
	low    string // small letters, straight apostrophes
	shout  bool   // in capitals, as clerks set verdicts
	mark   bool   // punctuation
	beside bool   // in a clause that says when, which or what if, or what somebody said
}

// An act is a verb that decides, where it stands.
type act struct {
	at      int
	verb    string // with its particles, parted by _
	shape   shape
	not     bool
	passive bool
	would   bool   // only "may", "could", "would": what is thought of
	be      string // the form of "be" before it
	who     party
	agreed  bool   // after "agreed to"
	told    bool   // in a sentence that nothing says is a decision
	subject string // the word before the verb or its auxiliary
}

// A party is who does it.
type party uint8

const (
	nobody  party = iota // a thing, or not said
	body                 // those who decide
	officer              // somebody who is told to
)

var wordOrMark = regexp.MustCompile(`[\pL\d£]+(?:[’'\-/.,][\pL\d]+)*%?|[;:,.()–—"“”?]|-`)

// read parts a text into words. Parentheses ("(8 for, 0 against)") are left
// out, except short ones that letter a list.
func read(text string, told bool) *reading {
	text = aside.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	text = listLetter.ReplaceAllStringFunc(text, func(s string) string { return s[:1] + strings.Repeat(" ", len(s)-1) })
	r := &reading{told: told}
	for _, at := range wordOrMark.FindAllStringIndex(text, -1) {
		w := text[at[0]:at[1]]
		low := strings.ReplaceAll(strings.ToLower(w), "’", "'")
		first := low[0]
		mark := len([]rune(w)) == 1 && strings.ContainsAny(w, ";:,.()–—-\"“”?")
		r.words = append(r.words, token{at: at[0], low: low, mark: mark, shout: !mark && len(w) > 2 && w == strings.ToUpper(w) && first >= 'a' && first <= 'z'})
	}
	r.setBeside()
	return r
}

var (
	spacedLetters = strings.NewReplacer("T H A T", "that", "R E S O L V E D", "RESOLVED")
	listLetter    = regexp.MustCompile(`[ ;:,.]\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)`)
	aside         = regexp.MustCompile(`\([^()]{6,200}\)`)
)

// subordinate words open a clause beside the point, up to the next comma or stop.
var (
	subordinate = verbSet("if when once until till unless whether which who whom whose where because while although though before than provided")
	quoting     = regexp.MustCompile(`^(?:said|says|reported|advised|informed|explained|stated|announced|asked|felt|thought|hoped|suggested|commented|confirmed|queried|wondered|replied|answered|added|considered|understood|believed)$`)
	adverbs     = verbSet("also then further hereby duly now therefore accordingly both again subsequently otherwise first either thereby unanimously formally fully provisionally not never nem con jointly in-principle present so thus thereupon earlier and/or")
	bodyWords   = verbSet("committee committees council cabinet board panel executive members councillors commission forum authority meeting group trustees we it they sub-committee subcommittee leader mayor chair chairman chairperson governors tribunal bench court all partnership cllrs everyone")
	officers    = verbSet("clerk director officer officers manager cllr councillor councillors mr mrs ms miss dr chair chairman secretary treasurer caretaker rfo head solicitor auditor he she convener convenor warden engineer surveyor contractor landowner applicant chief")
	beWords     = verbSet("be is are was were been being stand stands stood remain remains")
	modals      = verbSet("should will shall would must may might can could does do did")
	inclined    = verbSet("happy content minded prepared willing")
	starters    = verbSet("the that to a an any with for on all its this these as in officers authority delegated it their his her our no further with")
)

// setBeside marks the clauses that do not decide.
func (r *reading) setBeside() {
	depth := 0 // words left of the clause; -1 to the end of the sentence
	quote := false
	for i := range r.words {
		w := &r.words[i]
		switch {
		case w.low == `"` || w.low == "“" || w.low == "”":
			quote = !quote && w.low != "”" || w.low == "“"
		case w.mark && (w.low == "." || w.low == ";"):
			depth = 0
		case w.mark && w.low == "," && isNumber(r.low(i+1)): // a date's
		case w.mark && w.low == "," && depth > 0:
			depth = 0
		case w.low == "as" || w.low == "than":
			if depth == 0 && (i > 0 || r.told) && !r.is(i+1, "amended") {
				depth = 7
			}
		case subordinate[w.low] && (!r.told || w.low != "which"):
			if depth >= 0 {
				depth = 60
			}
		case r.told && quoting.MatchString(w.low) && i > 0 && (r.is(i+1, "that") || r.is(i+2, "that") || r.is(i+3, "that")) && !r.is(i-1, "was"):
			depth = -1
		}
		w.beside = depth != 0 || quote && r.told
		if depth > 0 {
			depth--
		}
	}
}

func (r *reading) is(i int, w string) bool { return i >= 0 && i < len(r.words) && r.words[i].low == w }

func (r *reading) low(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

func (r *reading) ends(i int) bool {
	return i >= len(r.words) || r.words[i].mark && r.words[i].low != "–" && r.words[i].low != "-" && r.words[i].low != "—"
}

// adverb reports whether a word between an auxiliary and its verb may be
// passed over.
func adverb(w string) bool {
	return adverbs[w] || strings.HasSuffix(w, "ly") && w != "reply" && w != "apply" && w != "supply"
}

// back passes over the adverbs before word i; not says that one of them denies.
func (r *reading) back(i int) (j int, not bool) {
	for j = i; j >= 0 && adverb(r.words[j].low); j-- {
		not = not || r.words[j].low == "not" || r.words[j].low == "never"
	}
	return j, not
}

// acts are the verbs that decide, in order.
func (r *reading) acts() []act {
	var out []act
	agreed := false
	carried := -1 // the word after "resolved to", "agreed that"
	for i := 0; i < len(r.words); i++ {
		w := r.words[i]
		if w.mark || w.beside {
			continue
		}
		f, known := verbs.words[w.low]
		if !known {
			f = guess(w.low)
		}
		if f.shape == 0 {
			continue
		}
		verb, end := r.withParticles(i, f.verb)
		m, ok := r.governed(i, f.shape, out, carried)
		if !ok {
			continue
		}
		m.verb, m.told, m.agreed = verb, r.told, agreed
		if d := verbs.deed[verb]; d.carries {
			if at, yes := r.carries(end); yes {
				if r.told && (m.would || m.who == officer && !m.passive) {
					return out
				}
				if m.not {
					return append(out, m)
				}
				carried, r.told, agreed = at, false, verb == "agree"
				m.verb = "carrier"
				out = append(out, m)
				i = end - 1
				continue
			}
		}
		out = append(out, m)
		i = end - 1
	}
	return out
}

// guess is the form of a verb that is in no table, from its ending or its
// place: only what stands after "be", "to" or "should" is looked at so.
func guess(w string) form {
	switch {
	case len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en")) && w != "then" && w != "children" && w != "when":
		return form{"*" + w, past | participle}
	case len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' && !bodyWords[w] && !modals[w] && !beWords[w] && !starters[w] && !adverb(w):
		return form{"*" + w, infinitive}
	}
	return form{}
}

// withParticles is a verb with the particles that follow it or, in a few
// words, its object: "stand the application over", and the word after them.
func (r *reading) withParticles(i int, verb string) (string, int) {
	for _, p := range verbs.particles[verb] {
		n := 0
		for n < len(p) && r.is(i+1+n, p[n]) {
			n++
		}
		if n == len(p) {
			return verb + "_" + strings.Join(p, "_"), i + 1 + n
		}
	}
	if len(verbs.particles[verb]) > 0 {
		for k := i + 2; k < i+6 && k < len(r.words) && !r.words[k].mark; k++ {
			for _, p := range verbs.particles[verb] {
				if len(p) == 1 && r.words[k].low == p[0] && (p[0] == "over" || p[0] == "off" || p[0] == "back") {
					return verb + "_" + p[0], i + 1
				}
			}
		}
	}
	return verb, i + 1
}

// carries reports whether what follows a carrier says what was done, and
// where that begins.
func (r *reading) carries(i int) (int, bool) {
	for i < len(r.words) && (adverb(r.low(i)) || r.is(i, ",") || r.is(i, "by") || r.is(i, "votes") || r.is(i, "vote") || isNumber(r.low(i))) {
		i++
	}
	if r.is(i, ":") || r.is(i, "–") || r.is(i, "-") || r.is(i, "—") {
		if i++; !r.is(i, "that") && !r.is(i, "to") {
			return i, i < len(r.words)
		}
	}
	if r.is(i, "not") && r.is(i+1, "to") {
		return i, true
	}
	for k := i; k < i+6 && k < len(r.words) && !r.words[k].mark; k++ { // "resolved the Clerk to contact"
		if officers[r.low(k)] && (r.is(k+1, "to") || r.is(k+1, "should") || r.is(k+1, "will") || r.is(k+1, "would")) {
			return i, true
		}
	}
	if r.is(i, "that") || r.is(i, "to") && i+1 < len(r.words) && !starters[r.low(i+1)] {
		return i + 1, true
	}
	return i, false
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// governed reports whether the verb at word i decides, by the word that
// governs it.
func (r *reading) governed(i int, s shape, before []act, carried int) (act, bool) {
	m := act{at: i, shape: s}
	j, not := r.back(i - 1)
	m.not = not
	g := r.low(j)
	_, listed := verbs.words[r.low(i)]
	switch {
	case beWords[g] && s&participle != 0:
		return r.afterBe(m, j)
	case g == "to" && s&infinitive != 0:
		return r.afterTo(m, j, before, carried)
	case modals[g] && r.is(i, "have") && verbs.words[r.low(i+1)].shape&participle != 0: // "would have refused"
		return m, false
	case modals[g] && s&infinitive != 0:
		k, denied := r.back(j - 1)
		m.not = m.not || denied
		m.subject, m.who = r.low(k), r.party(k)
		m.would = g == "would" || g == "may" || g == "might" || g == "can" || g == "could"
		if g == "not" { // "shall not approve"
			m.not = true
		}
		return m, !r.told || g == "did" || g == "does" || g == "do"
	case !listed:
		return m, false
	case (g == "has" || g == "have" || g == "had") && s&participle != 0:
		k, denied := r.back(j - 1)
		m.not = m.not || denied
		if modals[r.low(k)] { // "the Committee would have refused"
			m.would = true
			k--
		}
		m.subject, m.who = r.low(k), r.party(k)
		return m, m.who == body && !(r.told && g == "had")
	case j < 0 || j == carried-1 && i == carried:
		return m, true
	case carried >= 0 && i-carried < 6 && s&infinitive != 0 && r.party(j) == officer && len(before) > 0 && before[len(before)-1].verb == "carrier": // "agreed that the Clerk write"
		m.who = officer
		return m, true
	case r.words[j].mark || g == "and" || g == "or" || g == "but" || g == "that":
		return r.afterMark(m, j, before)
	case bodyWords[g] && s&(infinitive|third|past) != 0:
		m.who, m.subject = body, g
		return m, !r.words[j].beside && !(s == past|participle && (r.is(i+1, "by") || r.is(i+1, "at")) && !r.told)
	case !r.told && len(before) == 0 && s&infinitive != 0 && r.party(j) == officer && r.clauseStart(i) >= i-8: // "That officers grant permission"
		m.who = officer
		return m, true
	case s&participle != 0:
		return r.bareParticiple(m, j, before)
	}
	return m, false
}

// afterBe reads "that the fee be approved", "the fee was approved".
func (r *reading) afterBe(m act, j int) (act, bool) {
	m.passive = true
	k, denied := r.back(j - 1)
	m.not = m.not || denied
	be, aux := r.low(j), r.low(k)
	m.be = be
	if aux == "had" || aux == "has" || aux == "have" {
		k2, d := r.back(k - 1)
		m.not = m.not || d
		m.subject = r.low(k2)
		return m, !(r.told && (aux == "had" || aux == "has" || aux == "have") && !r.ofMinutes(j))
	}
	if aux == "having" {
		return m, false
	}
	if modals[aux] && be == "be" { // "3 May were read" has no modal
		k2, d := r.back(k - 1)
		m.not = m.not || d
		m.subject, m.who = r.low(k2), r.party(k2)
		m.would = aux != "should" && aux != "will" && aux != "shall" && aux != "must"
		verb, _ := r.withParticles(m.at, verbs.words[r.low(m.at)].verb)
		return m, !r.told || verbs.deed[verb].is == archive.Deferred
	}
	if aux == "to" { // "a date to be agreed"
		return m, !r.told && (k == 0 || r.subjectBefore(k-1)) && !m.not
	}
	if aux == "which" || aux == "who" {
		return m, r.told && be != "be" && aux == "which"
	}
	m.subject, m.who = aux, r.party(k)
	if r.told && (be == "be" || be == "is" || be == "are" || be == "being" || be == "been") {
		return m, be == "be" && r.carriedBefore(m.at) || (be == "is" || be == "are") && (r.is(m.at, "elected") || r.is(m.at, "appointed") || r.is(m.at, "co-opted"))
	}
	m.not = m.not || r.denied(k)
	return m, be != "being"
}

// ofMinutes reports whether the clause up to j speaks of minutes, which may
// have been approved before the meeting: "had earlier been approved online".
func (r *reading) ofMinutes(j int) bool {
	for k := r.clauseStart(j); k < j; k++ {
		if r.is(k, "minutes") || r.is(k, "minute") {
			return true
		}
	}
	return false
}

// subjectBefore reports whether the words up to k open the text, so that what
// follows is said of them: "The minutes to be signed".
func (r *reading) subjectBefore(k int) bool {
	return k < 8 && k >= 0 && !r.words[k].mark
}

func (r *reading) carriedBefore(i int) bool {
	for k := 0; k < i; k++ {
		if d := verbs.deed[verbs.words[r.words[k].low].verb]; (d.carries || d.is == "recommended") && !r.words[k].beside {
			return true
		}
	}
	return false
}

// denied reports whether the subject that ends at k is "no order", "neither
// scheme".
func (r *reading) denied(k int) bool {
	for n := 0; k >= 0 && n < 10 && !r.words[k].mark && r.words[k].low != "that" && r.words[k].low != "and" && r.words[k].low != "but" && !beWords[r.words[k].low]; k, n = k-1, n+1 {
		if w := r.words[k].low; (w == "no" || w == "neither") && !isNumber(r.low(k+1)) && (k == 0 || r.words[k-1].mark || r.is(k-1, "that") || verbs.deed[verbs.words[r.low(k-1)].verb].carries) {
			return true
		}
	}
	return false
}

// afterTo reads an infinitive: what a meeting resolves to do.
func (r *reading) afterTo(m act, j int, before []act, carried int) (act, bool) {
	k, not := r.back(j - 1)
	m.not = m.not || not
	g := r.low(k)
	if g == "declined" || g == "refused" || g == "against" {
		m.not = true
	}
	switch {
	case k < 0, j == carried-1, k == carried-1 && carried >= 0:
		return m, !r.told || carried >= 0 || k < 0
	case g == ",":
		return m, len(before) > 0 && before[len(before)-1].shape&infinitive != 0 && !before[len(before)-1].passive
	case r.words[k].mark || g == "and" || g == "or" || g == "but" || g == "that" || g == "then":
		return m, len(before) > 0 || !r.told
	case verbs.deed[verbs.words[g].verb].carries:
		m.who = body
		return m, !r.told && !r.words[k].beside
	case inclined[g] && beWords[r.low(k-1)] && r.party(k-2) == body:
		m.who = body
		return m, true
	case g == "asked" || g == "recommended" || g == "requested" || g == "invited" || g == "advised":
		if !r.told && beWords[r.low(k-1)] && (r.party(k-2) == body || r.low(k-2) == "," && r.asideOf(k-2)) {
			m.who = body
			return m, true
		}
		return m, false
	case bodyWords[g] && !r.told && k < 8 && len(before) == 0:
		m.who = body
		return m, true
	case !r.told && (len(before) == 0 || before[len(before)-1].verb == "carrier") && r.party(k) == officer:
		m.who = officer
		return m, true
	}
	return m, false
}

// afterMark reads a verb that opens its clause: "Approved.", "; note the
// report; and agree that".
func (r *reading) afterMark(m act, j int, before []act) (act, bool) {
	next := r.low(m.at + 1)
	g := r.low(j)
	if verbs.deed[verbs.words[r.low(m.at)].verb].carries && g != "that" && m.shape&past != 0 { // "letter received, resolved to pay £60"
		if _, yes := r.carries(m.at + 1); yes && (next == "to" || next == "that" || next == "not") && !r.named(j) {
			return m, true
		}
	}
	opens := g == ":" || g == "–" || g == "—" || g == "-" || g == "." || g == ")"
	finite := m.shape&(infinitive|third) != 0
	switch {
	case opens && m.shape&(past|participle) != 0 && (r.ends(m.at+1) || verdictTail(next)):
		m.passive = true
		return m, true
	case opens && !r.told && (finite && !r.noun(m) || starters[next]):
		return m, true
	case r.words[m.at].shout && (finite && m.shape&participle == 0 || len(before) == 0 && g == "and"):
		return m, true
	case g == "that" && finite && !r.told:
		return m, starters[next]
	case finite && m.shape&participle == 0 && starters[next] && (!r.told || len(before) > 0 && before[len(before)-1].shape&infinitive != 0):
		return m, true
	case len(before) == 0 && m.shape&participle != 0 && r.passiveRow(j) >= 0:
		joined := act{at: m.at, shape: m.shape, told: m.told}
		return r.afterBe(joined, r.passiveRow(j))
	case len(before) == 0:
		aside := g == "," && r.asideOf(j)
		if aside {
			m.who = body
		}
		if r.bodyOpens(m.at) && m.shape&past != 0 && g == "and" { // "Council expressed its thanks and noted the report"
			m.who = body
			return m, starters[next] || r.ends(m.at+1)
		}
		if g == ";" && m.shape&participle != 0 && r.told {
			m.passive = true
			return m, strings.Contains(m.verb, "_") || verdictTail(next) || r.ends(m.at+1)
		}
		return m, aside || g == "and" && r.told && m.shape&past != 0 && (r.ends(m.at+1) || starters[next]) && r.listing(j)
	case m.shape&(past|participle) != 0:
		last := before[len(before)-1]
		m.passive, m.who, m.subject = last.passive, last.who, last.subject
		if last.verb == "carrier" && r.told && !r.words[m.at].shout {
			return m, starters[next] || r.ends(m.at+1)
		}
		return m, (last.passive || last.shape&past != 0) && (starters[next] || r.ends(m.at+1) || verdictTail(next)) && r.near(last.at, m.at)
	}
	return m, false
}

// bodyOpens reports whether the clause of word i begins with a body that
// decides.
func (r *reading) bodyOpens(i int) bool {
	from := r.clauseStart(i)
	for k := from; k < from+4 && k < i; k++ {
		if w := r.low(k); bodyWords[w] && w != "it" && w != "they" && w != "all" && w != "we" {
			return true
		}
	}
	return false
}

// passiveRow is the form of "be" that governs a row of participles which ends
// before j: "were read, considered and approved"; -1 where there is none.
func (r *reading) passiveRow(j int) int {
	for k := j; k >= 0 && k > j-8; k-- {
		w := r.low(k)
		switch {
		case beWords[w]:
			return k
		case w == "and" || w == "," || adverb(w) || guess(w).shape&participle != 0 || verbs.words[w].shape&participle != 0:
		default:
			return -1
		}
	}
	return -1
}

// named reports whether a person is the subject of the clause that goes on
// with "and" at j: "Mr Dent stood up and agreed to help".
func (r *reading) named(j int) bool {
	for k := r.clauseStart(j); k < j; k++ {
		if w := r.low(k); officers[w] && w != "councillors" && w != "councillor" && w != "cllr" && w != "clerk" {
			return true
		}
	}
	return false
}

// near reports whether no new clause begins between two words.
func (r *reading) near(a, b int) bool {
	for ; a < b; a++ {
		if w := r.words[a].low; w == ";" || w == "." || w == "that" {
			return false
		}
	}
	return true
}

// listing reports whether what stands before "and" names a mover: "Cllr A
// proposed and it was", "proposed, seconded and agreed".
func (r *reading) listing(j int) bool {
	for k := j - 1; k >= 0 && k > j-25; k-- {
		switch r.words[k].low {
		case "proposed", "seconded", "moved", "discussed", "considered", "reviewed", "circulated", "presented", "prop", "sec":
			return true
		}
	}
	return false
}

// noun reports whether a verb's word is a thing here: "Contract award.",
// "Order of business".
func (r *reading) noun(m act) bool {
	next := r.low(m.at + 1)
	return next == "of" || r.ends(m.at+1) && m.shape&past == 0 || beWords[next] || next == "and"
}

// asideOf reports whether the comma at j ends an aside after the body that
// decides: "The Panel, having heard him, RECOMMENDS".
func (r *reading) asideOf(j int) bool {
	for k := j - 1; k > 0 && k > j-25; k-- {
		if r.words[k].low == "," {
			return bodyWords[r.low(k-1)]
		}
	}
	return false
}

// bareParticiple reads a decision without an auxiliary: "Renewal agreed.",
// "Consent to fell one cedar REFUSED", "Choir – refused".
func (r *reading) bareParticiple(m act, j int, before []act) (act, bool) {
	m.passive = true
	m.subject, m.who = r.low(j), r.party(j)
	w := r.words[m.at]
	next := r.low(m.at + 1)
	if d := verbs.deed[verbs.words[w.low].verb]; d.is == "" || !d.told {
		return m, false
	}
	if m.subject == "the" || m.subject == "a" || m.subject == "an" || m.subject == "those" || m.subject == "any" || m.subject == "previously" || m.subject == "already" ||
		m.subject == "of" || m.subject == "for" || m.subject == "in" || m.subject == "by" || m.subject == "with" || m.subject == "having" {
		return m, false
	}
	if w.shout {
		return m, true
	}
	tail := r.ends(m.at+1) && !r.is(m.at+1, ",") || verdictTail(next) || r.is(m.at+1, ",") && verdictTail(r.low(m.at+2))
	return m, tail && len(before) == 0 && r.clauseStart(m.at) >= m.at-14 && !r.hasVerb(r.clauseStart(m.at), m.at)
}

// clauseStart is the first word of the clause that word i is in.
func (r *reading) clauseStart(i int) int {
	for i > 0 && !(r.words[i-1].mark && strings.Contains(".;:", r.words[i-1].low)) {
		i--
	}
	return i
}

// hasVerb reports whether a clause has a verb of its own already.
func (r *reading) hasVerb(from, to int) bool {
	for ; from < to; from++ {
		w := r.words[from].low
		if beWords[w] || modals[w] || w == "has" || w == "had" || w == "have" {
			return true
		}
	}
	return false
}

// verdictTail are the words that may follow a verdict that is a sentence.
func verdictTail(w string) bool {
	switch w {
	case "via", "online", "unanimously", "nem", "as", "after", "by", "subject", "for", "to", "until", "till", "because", "on", "with", "without", "under", "and", "in", "that", "contrary", "pending", "unopposed", "per":
		return true
	}
	return false
}

// party says who the words up to k name: the last of their nouns, or the
// office a few words before it ("the Head of Planning").
func (r *reading) party(k int) party {
	if k < 0 || r.words[k].mark {
		return nobody
	}
	for n := 0; k >= 0 && n < 7; k, n = k-1, n+1 {
		w := r.words[k]
		if w.mark || w.low == "that" || w.low == "and" && n > 3 {
			break
		}
		if officers[w.low] && !(w.low == "councillors" && n == 0) && w.low != "chair" && w.low != "chairman" {
			return officer
		}
		if bodyWords[w.low] && n == 0 {
			return body
		}
	}
	return nobody
}
