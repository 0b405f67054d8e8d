package classify

import (
	"strings"

	"moothall/archive"
)

// This file reads a verb by its place: after "be", after "to", at the opening
// of a clause, or at the end of one that has no other.

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
	end := m.at + 1
	if next == "accordingly" {
		end++
		next = r.low(end)
	}
	g := r.low(j)
	if verbs.deed[verbs.words[r.low(m.at)].verb].carries && g != "that" && m.shape&past != 0 { // "letter received, resolved to pay £60"
		if _, yes := r.carries(m.at + 1); yes && (next == "to" || next == "that" || next == "not") && !r.named(j) {
			return m, true
		}
	}
	opens := g == ":" || g == "–" || g == "—" || g == "-" || g == "." || g == ")"
	finite := m.shape&(infinitive|third) != 0
	bare := r.told && m.shape&participle != 0 && r.ends(m.at+1) && !r.hasVerb(r.clauseStart(m.at), m.at)
	switch {
	case bare && (g == ";" || g == "and" && guess(r.low(j-1)).shape&participle != 0 && r.party(j-2) != officer): // "Report received and noted.", "no changes; adopted"
		m.passive = true
		return m, true
	case opens && m.shape&(past|participle) != 0 && (r.ends(m.at+1) || verdictTail(next) || strings.HasPrefix(next, "£") || r.thisTime(m.at+1)):
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
		if g == "," && r.told && m.shape&participle != 0 && (r.ends(m.at+1) && r.listing(j) || (r.ends(m.at+1) || next == "as" || next == "unanimously") && !r.hasVerb(r.clauseStart(m.at), m.at)) { // "Proposed JS, seconded TR, agreed."
			m.passive = true
			return m, true
		}
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
			return m, strings.Contains(m.verb, "_") || verdictTail(next) || r.ends(end)
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

// bareParticiple reads a decision without an auxiliary: "Renewal agreed.",
// "Consent to fell one cedar REFUSED", "Choir – refused".
func (r *reading) bareParticiple(m act, j int, before []act) (act, bool) {
	m.passive = true
	m.subject, m.who = r.low(j), r.party(j)
	w := r.words[m.at]
	verb, end := r.withParticles(m.at, verbs.words[w.low].verb)
	next := r.low(end)
	if d := verbs.deed[verb]; d.is != "" && len(before) > 0 && r.understood(before[len(before)-1], m.at) && !(m.subject == "the" || m.subject == "a" || m.subject == "an") {
		m.be = before[len(before)-1].be
		return m, (d.told || !r.told) && (r.ends(end) || verdictTail(next))
	} else if d.is == "" || !d.told {
		return m, false
	}
	if m.subject == "the" || m.subject == "a" || m.subject == "an" || m.subject == "those" || m.subject == "any" || m.subject == "previously" || m.subject == "already" ||
		m.subject == "of" || m.subject == "for" || m.subject == "in" || m.subject == "by" || m.subject == "with" || m.subject == "having" {
		return m, false
	}
	if w.shout {
		return m, true
	}
	if _, says := r.carries(m.at + 1); says && m.who == officer { // "Councillor A agreed to help" is what one person did
		return m, false
	}
	tail := r.thisTime(end) || r.is(end, "–") || r.ends(end) && !r.is(end, ",") || verdictTail(next) || r.is(end, ",") && verdictTail(r.low(end+1))
	return m, tail && len(before) == 0 && r.clauseStart(m.at) >= m.at-14 && !r.hasVerb(r.clauseStart(m.at), m.at)
}

// thisTime reports whether the words from i on are "this year" or the like.
func (r *reading) thisTime(i int) bool {
	return r.is(i, "this") && (r.is(i+1, "year") || r.is(i+1, "time") || r.is(i+1, "month"))
}

// understood reports whether the "be" of a verb before is meant again at word
// i: "that the report be noted and the fees approved".
func (r *reading) understood(last act, i int) bool {
	if !last.passive || last.be == "" && last.at > 0 || i-last.at > 16 {
		return false
	}
	joined := false
	for k := last.at + 1; k < i; k++ {
		switch w := r.low(k); {
		case w == "and" || w == "but" || w == ";":
			joined = true
		case beWords[w] || modals[w] || w == "that" || w == "to" || w == "has" || w == "had" || w == "have" || w == "." || w == "as" || r.words[k].beside:
			return false
		}
	}
	return joined
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

// noun reports whether a verb's word is a thing here: "Contract award.",
// "Order of business".
func (r *reading) noun(m act) bool {
	next := r.low(m.at + 1)
	return next == "of" || r.ends(m.at+1) && m.shape&past == 0 || beWords[next] || next == "and"
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
