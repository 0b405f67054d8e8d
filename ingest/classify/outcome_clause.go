package classify

import "strings"

// A verb decides by where it stands, not by being there: first in a
// resolution, after the body that decides, after "to" where that opens the
// resolution, after "be", or joined to another verb that does. Elsewhere it
// describes: "the approved plan", "as agreed at", "if it is refused". This
// file finds the verbs that decide, by the words around them.

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
		if w.low == "fell" && r.is(i-1, "to") { // a tree
			f = form{"*fell", infinitive}
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
	case (len(w) > 2 || w == "go") && w[0] >= 'a' && w[0] <= 'z' && !bodyWords[w] && !modals[w] && !beWords[w] && !starters[w] && !adverb(w):
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
				if len(p) == 1 && r.words[k].low == p[0] && (p[0] == "over" || p[0] == "off" || p[0] == "back" || p[0] == "down" || p[0] == "forward") {
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
	for i < len(r.words) && (adverb(r.low(i)) || r.is(i, ",") || r.is(i, "by") || r.is(i, "votes") || r.is(i, "vote") || r.is(i, "all") && r.is(i-1, "by") || isNumber(r.low(i))) {
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
	case j < 0 && r.told && s == infinitive && (verbs.words[r.low(i+1)].shape|guess(r.low(i+1)).shape)&participle != 0: // "Report noted.", "Support offered": of a thing
		return m, false
	case j < 0 || j == carried-1 && i == carried:
		m.passive = j < 0 && s&participle != 0 && s&infinitive == 0 && (r.ends(i+1) || r.is(i+1, "and") || r.is(i+1, "by"))
		return m, true
	case carried >= 0 && i-carried < 6 && s&infinitive != 0 && r.party(j) == officer && len(before) > 0 && before[len(before)-1].verb == "carrier": // "agreed that the Clerk write"
		m.who = officer
		return m, true
	case r.words[j].mark || g == "and" || g == "or" || g == "but" || g == "that":
		return r.afterMark(m, j, before)
	case r.holder(j) && s&past != 0 && settled[verbs.words[r.low(i)].verb]: // a decision taken by one
		m.who, m.subject = body, g
		return m, !r.words[j].beside
	case bodyWords[g] && s == infinitive && !r.told && r.isName(i+1): // "that the Committee Forward Plan be noted"
		return m, false
	case bodyWords[g] && s&(infinitive|third|past) != 0:
		m.who, m.subject = body, g
		return m, !r.words[j].beside && !(s == past|participle && (r.is(i+1, "by") || r.is(i+1, "at") || r.is(i+1, "on")) && !r.told)
	case !r.told && len(before) == 0 && s&infinitive != 0 && r.party(j) == officer && r.clauseStart(i) >= i-8: // "That officers grant permission"
		m.who = officer
		return m, true
	case r.words[i].shout && s == infinitive && !r.words[i].beside && verbs.deed[verbs.words[r.low(i)].verb].told && !r.ends(i+1): // "For these reasons RECOMMEND the scheme to Council"
		return m, !r.told
	case s&participle != 0:
		return r.bareParticiple(m, j, before)
	}
	return m, false
}

// verdictTail are the words that may follow a verdict that is a sentence.
func verdictTail(w string) bool {
	switch w {
	case "via", "online", "unanimously", "nem", "as", "after", "by", "subject", "for", "to", "until", "till", "because", "on", "with", "without", "under", "and", "in", "that", "contrary", "pending", "unopposed", "per", "owing", "due", "awaiting", "again", "en":
		return true
	}
	return false
}
