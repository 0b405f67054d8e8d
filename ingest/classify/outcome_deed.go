package classify

import (
	"strings"

	"moothall/archive"
)

// This file says what a verb decides, of those in the tables and of others.

// verdict is what a verb of deciding decides where it stands.
func (r *reading) verdict(a act, d deed) (verdict, bool) {
	next := r.low(a.at + 1)
	switch {
	case a.would && (a.told && d.is != archive.Deferred || a.not):
		return verdict{}, false
	case a.told && (a.who == officer && !a.passive || !a.passive && r.chairAlone(a) || r.byOthers(a.at+1) || strings.Contains(a.verb, "_") && r.byOthers(a.at+2) || a.passive && r.before(a.at+1)):
		return verdict{}, false
	case a.told && (absent[a.subject] && !r.leaveOfAbsence(a.at) || a.verb == "pass" && !motions[a.subject] && !passable[a.subject] && !(next == "for" && r.is(a.at+2, "payment"))), a.verb == "lose" && !motions[a.subject] && !r.words[a.at].shout:
		return verdict{}, false
	case a.told && a.verb == "note" && a.passive && (a.subject == "it" && !r.ends(a.at+1) || next == "as" && len(r.words) > 12):
		return verdict{}, false
	case a.verb == "pass_to" && (!a.passive || a.told && a.subject != "" && !matters[a.subject]), a.told && a.not && (a.verb == "appoint" || a.verb == "elect" || a.verb == "co-opt"):
		return verdict{}, false
	case a.told && a.verb == "recommend" && a.passive && next == "to" && a.who != body && !bodyWords[r.low(a.at+2)] && !bodyWords[r.low(a.at+3)]:
		return verdict{}, false
	case a.verb == "note" && (a.subject == "none" || a.subject == "nothing"): // apologies: none noted
		return verdict{}, false
	case a.told && a.subject == "i": // the chair's own report
		return verdict{}, false
	case a.told && a.verb == "confirm" && next == "that": // it was confirmed that the hall is free
		return verdict{}, false
	case (a.verb == "resolve" || a.verb == "decide" || a.verb == "agree") && !a.not && r.saysNothing(a.at+1), (a.verb == "resolve" || a.verb == "decide") && r.ends(a.at+1) && !a.not: // "RESOLVED", and what follows says what
		return verdict{archive.Approved, faint, byAgreeing}, true
	case a.verb == "instruct" && (next == "clerk" || r.is(a.at+2, "clerk")):
		return verdict{archive.OtherResult, weak, byTask}, true
	case a.told && a.passive && (a.verb == "choose" || a.verb == "select") && (a.subject == "that" || a.subject == "" || !r.ends(a.at+1)): // the site that was chosen
		return verdict{}, false
	case d.carries && (a.verb == "vote" || a.verb == "opt"): // on, for or against something
		return verdict{}, false
	case a.agreed && d.by == faint && a.would: // agreed that we would support it
		return verdict{archive.Approved, weak, byVerb}, true
	case a.agreed && d.by == faint: // agreed to support it
		return verdict{d.is, weak, byVerb}, true
	case a.verb == "adjourn" && a.subject == "meeting" && !a.passive:
		return verdict{}, false
	case a.who == officer && !a.passive && d.is == archive.Approved && d.by == weak && !standing[a.verb] && !(a.verb == "continue" && (next == "as" || next == "for" || next == "in")):
		return verdict{archive.OtherResult, weak, byTask}, true
	case (a.verb == "carry" || a.verb == "set") && (next == "out" || next == "on" || next == "in"):
		return verdict{}, false
	case a.verb == "refuse" && rubbish[next]:
		return verdict{}, false
	case a.verb == "pass" && !motions[a.subject] && !passable[a.subject] && r.onTo(a.at+1):
		return verdict{archive.Referred, weak, byVerb}, true
	case a.verb == "apply" && next == "to": // somebody else is to decide
		return verdict{archive.OtherResult, weak, byTask}, true
	case a.verb == "send_back" && r.forMore(a.at+1):
		return verdict{archive.Deferred, weak, byVerb}, true
	case a.verb == "receive" && r.thenApproved(a.at+1): // "received and approved", "received as a correct record"
		return verdict{}, false
	case a.verb == "bring_back" && r.broughtInto(a.at+1):
		return verdict{archive.Approved, weak, byVerb}, true
	case a.verb == "assure" && !(a.passive && a.who == body):
		return verdict{}, false
	case d.bare && next == "to" && (!a.passive && !(a.at == r.clauseStart(a.at) && r.toBody(a.at+2)) || r.is(a.at+2, "in") || r.is(a.at+2, "as")), d.bare && (next == "in" || next == "above"):
		return verdict{}, false
	case a.not && (d.is == archive.Noted || d.is == archive.Rejected || d.is == archive.Deferred || d.is == archive.Referred):
		return verdict{}, false
	case a.not:
		return verdict{archive.Rejected, weak, byVerb}, true
	}
	return verdict{d.is, d.by, byVerb}, true
}

// unlisted is what a verb decides that is in no table. What a meeting
// resolves it has decided, whatever the verb, unless it only sets somebody to
// do a task.
func (r *reading) unlisted(a act) (verdict, bool) {
	v := a.verb
	if w := r.low(a.at); v[0] == '*' {
		v = stem(w)
	}
	is := verdict{archive.Approved, weak, byAnyVerb}
	switch {
	case a.passive && (handing[v] || v == "present") && a.newPaper(r):
		is.is, is.way = archive.OtherResult, byTask
	case a.passive && handing[v] && r.answerBefore(a.at):
		is.is, is.way = archive.OtherResult, byTask
	case a.not && (a.verb == "make" && !a.passive && r.answers(a.at+1) || tasks[v] && v != "bring" && v != "pursue"): // no comment made
		is.is, is.way = archive.OtherResult, byTask
	case v == "take" && r.is(a.at+1, "the") && r.is(a.at+2, "chair"):
	case giving[v] && !a.passive && r.answers(a.at+1): // submit comments, make representations
		is.is, is.way = archive.OtherResult, byTask
	case v == "give" && a.passive && (strings.HasPrefix(a.subject, "£") || powers[r.low(a.at+1)]): // that £50 be given to the band
	case v == "take" && r.is(a.at+1, "no"): // take no further action
		is.is, is.way = archive.OtherResult, byTask
	case v == "need":
		is.is, is.way = archive.OtherResult, byTask
	case a.would && a.not:
		return is, false
	case a.passive && a.be != "" && (a.be == "is" || a.be == "are" || a.be == "was" || a.be == "were"):
		return is, false
	case a.passive && undoing[a.subject] && (a.not || v == "raise" || a.verb == "make" || a.verb == "take"):
		is.is, is.way = archive.OtherResult, byTask
	case a.not:
		is.is = archive.Rejected
	case v == "bring" && r.brings(a.at+1):
	case tasks[v] && (!a.passive || a.who == body && a.subject != "council") && r.asksBody(a):
		is.is, is.way = archive.Referred, byTask
	case tasks[v] && a.agreed && !a.passive && a.who != officer && !(letters[v] && !r.is(a.at+1, "that")): // what we agree to do ourselves
	case tasks[v]:
		is.is, is.way = archive.OtherResult, byTask
		if asking[v] && r.outside(a) {
			is.way = byAsking
		}
	case a.who == officer && !a.passive && !standing[v]:
		is.is, is.way = archive.OtherResult, byTask
	case a.would && a.who == nobody && !standing[v]:
		return is, false
	}
	return is, true
}

// answers reports whether what is not made from word i on is only said:
// "not to make any comment".
func (r *reading) answers(i int) bool {
	for k := i; k < i+5; k++ {
		if answerWords[r.low(k)] {
			return true
		}
	}
	return false
}

// answerBefore reports whether what is handed in at word i is what a council
// says when it is consulted: "that the response in Appendix B be submitted".
func (r *reading) answerBefore(i int) bool {
	for k := i - 1; k >= 0 && !r.is(k, "that") && !r.is(k, "and") && !r.is(k, ";") && !r.is(k, ","); k-- {
		if answerWords[r.low(k)] {
			return true
		}
	}
	return false
}

// newPaper reports whether a passive verb is said of a paper still to be
// written, which opens the clause: "a report on hazardous routes be submitted".
func (a act) newPaper(r *reading) bool {
	from := a.at
	for from > 0 && !r.words[from-1].mark && !r.is(from-1, "that") {
		from--
	}
	indefinite := false
	for k := from; k < from+4 && k < a.at; k++ {
		w := r.low(k)
		indefinite = indefinite || w == "a" || w == "an" || w == "further" || w == "another"
		if asPapers[w] {
			return indefinite
		}
	}
	return false
}

var (
	asPapers    = verbSet("report reports paper papers update briefing note")
	answerWords = verbSet("comment comments representation representations objection objections observation observations response responses reply replies submission")
	powers      = verbSet("power powers authority delegated permission leave approval")
	giving      = verbSet("submit make send lodge return raise register")
	handing     = verbSet("submit submitted make lodged returned tendered drafted prepared")
)

// brings reports whether what is brought from word i on comes to hold: "bring
// the new rules into force".
func (r *reading) brings(i int) bool {
	for k := i; k < i+8 && k < len(r.words) && !r.words[k].mark; k++ {
		if r.is(k, "into") {
			return true
		}
	}
	return false
}

// outside reports whether those who are asked or written to are none of the
// council's own, who would only carry out what is decided beside it.
func (r *reading) outside(a act) bool {
	from, to := a.at+1, min(a.at+6, len(r.words))
	if a.passive {
		from, to = r.clauseStart(a.at), a.at
	}
	for k := from; k < to && !(r.words[k].mark && !a.passive); k++ {
		if w := r.low(k); officers[w] || w == "officers" || w == "member" || w == "members" {
			return false
		}
	}
	return from < to
}

var asking = verbSet("ask contact request invite")

// asksBody reports whether a body is asked to look at it: "ask the Audit
// Committee to consider", "asks that the case be reported to the Panel".
func (r *reading) asksBody(a act) bool {
	bodied, i := false, a.at
	if a.passive {
		i = max(0, i-3)
	}
	for i < a.at && r.words[i].mark {
		i++
	}
	for k := i; k < i+16 && k < len(r.words) && !r.words[k].mark; k++ {
		w := r.low(k)
		bodied = bodied || w == "group" || w == "forum" || w == "commission" || w == "committee" || w == "panel" || w == "board" || w == "cabinet" || w == "sub-committee"
		if (w == "reported" || w == "submitted" || w == "taken") && r.is(k-1, "be") && r.is(k+1, "to") && r.toBody(k+2) {
			return true
		}
		if bodied && (w == "consider" || w == "look" || w == "review" || w == "scrutinise" || w == "examine") {
			return true
		}
	}
	return false
}

// undoing are what is taken, made or raised without anything being decided,
// and when it is not: "that no action be taken".
var undoing = verbSet("action decision comment comments objection objections change changes")

// stem is the infinitive a word in -ed is most likely of.
func stem(w string) string {
	for _, try := range []string{strings.TrimSuffix(w, "ed"), strings.TrimSuffix(w, "d")} {
		if tasks[try] || standing[try] {
			return try
		}
	}
	return w
}
