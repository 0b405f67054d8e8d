package classify

// This file says of whom and of what a clause speaks.

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
		if w.person && n == 0 || officers[w.low] && !(w.low == "councillors" && n == 0) && w.low != "chair" && w.low != "chairman" {
			return officer
		}
		if bodyWords[w.low] && n == 0 {
			return body
		}
	}
	return nobody
}

// isName reports whether the words from i on are a thing of which something
// is said, with no word before it that marks one.
func (r *reading) isName(i int) bool {
	for k := i; k < i+4 && k < len(r.words) && !r.words[k].mark && !starters[r.low(k)]; k++ {
		if k > i && beWords[r.low(k)] {
			return true
		}
	}
	return false
}

// settled are the verbs by which somebody who decides alone does so; what such
// a person agreed to or noted is as often only said in a meeting of others.
var settled = verbSet("approve authorise authorize adopt reject refuse")

// holder reports whether the words up to k name one who decides alone: "the
// Cabinet Member for Children and Families".
func (r *reading) holder(k int) bool {
	for n := 0; k > 0 && n < 8 && !r.words[k].mark; k, n = k-1, n+1 {
		switch before := r.low(k - 1); r.low(k) {
		case "member":
			return before == "cabinet" || before == "executive" || before == "lead"
		case "holder":
			return before == "portfolio"
		}
	}
	return false
}

// subjectBefore reports whether the words up to k open the text, so that what
// follows is said of them: "The minutes to be signed".
func (r *reading) subjectBefore(k int) bool {
	return k < 8 && k >= 0 && !r.words[k].mark
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

func (r *reading) carriedBefore(i int) bool {
	for k := 0; k < i; k++ {
		if d := verbs.deed[verbs.words[r.words[k].low].verb]; (d.carries || d.is == "recommended") && !r.words[k].beside {
			return true
		}
	}
	return false
}
