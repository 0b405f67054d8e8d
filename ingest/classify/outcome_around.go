package classify

// This file looks around a verb of deciding: to whom or what it is done, by
// whom and when, where that changes what it decides.

// saysNothing reports whether the words from i on say what was decided in a
// way of their own: "RESOLVED and noted", "resolved unanimously there was no
// objection".
func (r *reading) saysNothing(i int) bool {
	for adverb(r.low(i)) || r.is(i, ",") {
		i++
	}
	switch {
	case r.is(i, "and"):
		return verbs.deed[verbs.words[r.low(i+1)].verb].told
	case r.is(i, "no"), r.is(i, "there"):
		for k := i; k < i+6; k++ {
			if answerWords[r.low(k)] {
				return true
			}
		}
	}
	return false
}

// rubbish follows "refuse" where it is no verb.
var rubbish = verbSet("bin bins collection collections disposal and vehicle vehicles sacks lorry tip service services")

// onTo reports whether what is passed from word i on goes to somebody: "pass
// this on to the Police".
func (r *reading) onTo(i int) bool {
	for k := i; k < i+6 && k < len(r.words) && !r.words[k].mark; k++ {
		if r.is(k, "to") {
			return true
		}
	}
	return false
}

// byOthers reports whether the words from i on say that others did it:
// "approved by the county".
func (r *reading) byOthers(i int) bool {
	if !r.is(i, "by") {
		return false
	}
	for k := i + 1; k < i+6 && k < len(r.words) && !r.words[k].mark; k++ {
		switch w := r.low(k); w {
		case "pc", "votes", "vote", "majority", "acclamation", "all", "everyone", "show", "members", "councillors", "committee", "cabinet", "meeting", "those", "those present":
			return false
		case "council":
			return !r.is(k-1, "the") && !r.is(k-1, "parish")
		}
		if isNumber(r.low(k)) || isTally(r.low(k)) {
			return false
		}
	}
	return true
}

// before reports whether the words from i on put what was done before the
// meeting: "approved last week".
func (r *reading) before(i int) bool {
	switch w := r.low(i + 1); r.low(i) {
	case "last":
		return w == "week" || w == "month" || w == "year" || w == "night" || w == "time"
	case "yesterday", "previously":
		return true
	case "in":
		return len(w) == 4 && isNumber(w)
	}
	return false
}

// absent are the subjects of what is accepted or received at the opening of
// a meeting, by which nothing is decided; motions are what votes carry,
// passable what else is passed, and matters what is passed to somebody.
var (
	absent   = verbSet("apology apologies absence absences interest interests declaration declarations resignation")
	passable = verbSet("accounts invoices bills payments budget policy following cheques")
	matters  = verbSet("petition matter question complaint issue query item request this letter concern report")
	motions  = verbSet("this motion motions amendment proposal proposition recommendation recommendations resolution vote it this nomination amended thanks")
)

// thenApproved reports whether what is received is approved in the same breath
// from word i on.
func (r *reading) thenApproved(i int) bool {
	for k := i; k < i+6 && k < len(r.words) && r.low(k) != "." && r.low(k) != ";"; k++ {
		switch r.low(k) {
		case "approved", "adopted", "confirmed", "record":
			return true
		}
	}
	return false
}

// forMore reports whether what is sent back is to come again with more.
func (r *reading) forMore(i int) bool {
	for k := i; k < i+6 && k < len(r.words); k++ {
		if r.is(k, "for") && (r.is(k+1, "more") || r.is(k+1, "further")) {
			return true
		}
	}
	return false
}

// broughtInto reports whether what is brought back from word i on comes to a
// new place, and not to another meeting: "brought back in-house".
func (r *reading) broughtInto(i int) bool {
	for k := i; k < i+3; k++ {
		switch r.low(k) {
		case "in-house", "into", "inhouse":
			return true
		}
	}
	return false
}

// toBody reports whether the words from i on name a body: "Referred to the
// Parks Committee."
func (r *reading) toBody(i int) bool {
	for k := i; k < i+6 && !r.ends(k); k++ {
		if bodyWords[r.low(k)] || r.is(k, "group") || r.is(k, "team") {
			return true
		}
	}
	return false
}

// leaveOfAbsence reports whether what was granted at word i is that.
func (r *reading) leaveOfAbsence(i int) bool {
	for k := r.clauseStart(i); k < i; k++ {
		if r.is(k, "leave") && r.is(k+1, "of") {
			return true
		}
	}
	return false
}

// chairAlone reports whether the chair does it alone, which but for signing
// the minutes decides nothing: "The Chair accepted a late paper".
func (r *reading) chairAlone(a act) bool {
	return (a.subject == "chair" || a.subject == "chairman" || a.subject == "mayor" || a.subject == "it")
}
