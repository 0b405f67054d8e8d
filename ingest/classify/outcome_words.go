package classify

import (
	"regexp"
	"sort"
	"strings"

	"moothall/archive"
)

// ofProcedure is the vote on how to debate, not on the matter.
var ofProcedure = regexp.MustCompile(`(?i)\b(?:procedural|closure) motion(?: was| being| is)?(?: put and| duly)? (?:carried|agreed|approved|lost)\b`)

// verdicts are the decisions that a resolution holds, in its order; told says
// that the text is no more than a sentence of the minutes, which may hold none.
func verdicts(text string, told bool) []verdict {
	if len(text) > verdictMost { // lost full stops; what decides stands early
		text = strings.ToValidUTF8(text[:verdictMost], "")
	}
	if strings.Contains(text, "second") {
		text = movedBy.ReplaceAllString(text, "$1 $2")
	}
	text = ofProcedure.ReplaceAllString(strings.Join(strings.Fields(spacedLetters.Replace(text)), " "), "procedural vote")
	found := phrases(text, told)
	if len(found) > 0 && found[0].is == archive.OtherResult && found[0].by == strong {
		return []verdict{found[0].verdict}
	}
	found = append(found, judged(read(text, told))...)
	if len(found) == 0 && !told {
		for _, o := range ordered {
			if m := o.form.FindStringIndex(text); m != nil {
				found = append(found, placed{m[0], verdict{o.is, weak, byWord}})
			}
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].at < found[j].at })
	return settle(found)
}

// movedBy stands between a keyword and what was resolved: "Resolved, proposed
// Cllr A, seconded Cllr B, to renew".
var movedBy = regexp.MustCompile(`(?i)(?:^|\b((?:resolved|agreed)),? )[,:;–-]? ?(?:prop(?:osed|\.)?|moved)(?: by)? [^;.]{0,80}?second(?:ed)?(?: by)? [^;.,]{0,40}?[,:] ?(?:(to|that)\b)`)

// verdictMost is how many bytes of a resolution are judged.
const verdictMost = 6000

// placed is a verdict and the byte of the text it stands at.
type placed struct {
	at int
	verdict
}

// judged are the decisions of a text's verbs.
func judged(r *reading) []placed {
	var found []placed
	known, last, denied := false, -1, -1
	for _, a := range r.acts() {
		at := r.words[a.at].at
		if denied >= 0 && r.asked(denied, a.at) {
			continue
		}
		if a.verb == "carrier" {
			if a.told && r.opinion(a.at+1) {
				return found
			}
			known, last = false, -1
			found = append(found, placed{at, verdict{archive.Approved, faint, byAgreeing}})
			continue
		}
		if d, listed := verbs.deed[a.verb]; listed && (!a.told || d.told) {
			if v, ok := r.verdict(a, d); ok {
				found, known = append(found, placed{at, v}), true
				last = a.at
				if v.is == archive.Rejected && a.not {
					denied = a.at
				}
			}
			continue
		}
		v, ok := r.unlisted(a)
		if a.told || v.is != archive.Referred && v.way != byAsking && (last >= 0 && (r.near(last, a.at) || r.stops(last, a.at)) || known && !r.joined(a.at, last)) {
			continue
		}
		if ok {
			found = append(found, placed{at, v})
			last = a.at
		}
	}
	return found
}

// opinion reports whether what is agreed from word i on is how things are and
// not what is to be done: "agreed that such bins are unsuitable".
func (r *reading) opinion(i int) bool {
	if !r.is(i, "that") && !r.is(i+1, "that") {
		return false
	}
	for k := i; k < len(r.words) && r.low(k) != "." && r.low(k) != ";"; k++ {
		switch w := r.low(k); w {
		case "should", "would", "will", "shall", "be", "must", "to", "could":
			return false
		case "is", "are", "was", "were", "had", "has", "have":
			if r.is(k+1, "to") {
				return false
			}
			f := verbs.words[r.low(k+1)]
			return f.shape&participle == 0 && !r.is(k+1, "needed")
		}
	}
	return false
}

// asked reports whether word i is in the clause of what was asked for at from,
// and not granted: "does not accept the advice that the contract be ended".
func (r *reading) asked(from, i int) bool {
	for k := from; k < i; k++ {
		switch w := r.low(k); {
		case w == "." || w == ";":
			return false
		case w == "that" && wishes[r.low(k-1)]:
			return true
		}
	}
	return false
}

var wishes = verbSet("recommendation recommendations advice proposal motion request suggestion amendment proposition")

// joined reports whether a clause with "that" begins after the last verb that
// decided: "be noted and that an officer should buy a sign".
func (r *reading) joined(at, last int) bool {
	for k := at; k > last; k-- {
		if r.is(k, "that") && !r.words[k].beside {
			return r.is(k-1, "and") || r.is(k-1, "but") || r.is(k-1, ",") || r.is(k-1, ";")
		}
	}
	return false
}

// stops reports whether a sentence ends between two words.
func (r *reading) stops(a, b int) bool {
	for ; a < b; a++ {
		if r.words[a].low == "." {
			return true
		}
	}
	return false
}

// carriedOnly reports whether all that is faint is "it was agreed that", which
// what follows it speaks for.
func carriedOnly(found []placed) bool {
	for _, f := range found {
		if f.by == faint && f.is != archive.Approved {
			return false
		}
	}
	return true
}

// says reports whether some of a text's decisions tell what was decided.
func says(found []placed) bool {
	for _, f := range found {
		if f.way != byAgreeing && f.is != archive.OtherResult {
			return true
		}
	}
	return false
}

// settle leaves out what others of a text's decisions make void.
func settle(found []placed) []verdict {
	var out []verdict
	firm, putOff := false, false
	for _, f := range found {
		firm = firm || f.by > faint && f.is != archive.OtherResult || f.by > faint && f.is == archive.OtherResult && carriedOnly(found)
	}
	for i, f := range found {
		if i > 0 && f.at == found[i-1].at {
			continue
		}
		if f.by == faint && f.way == byAgreeing && says(found[i+1:]) { // "resolved to support it"
			continue
		}
		if f.by == faint && firm || f.is == archive.Deferred && i > 0 && found[0].is == archive.Referred || f.is == archive.OtherResult && (f.way == byTask || f.way == byAsking) && putOff {
			continue // supported and noted; referred, and to be brought back; a reply to be awaited
		}
		out = append(out, f.verdict)
		putOff = putOff || f.is == archive.Deferred && f.way == byPhrase
		if f.is == archive.Recommended { // what is recommended is not yet decided
			break
		}
	}
	return out
}

// ordered are the last resort: the keyword anywhere.
var ordered = []struct {
	is   archive.Outcome
	form *regexp.Regexp
}{
	{archive.Deferred, regexp.MustCompile(`\b(?i:deferred)\b`)},
	{archive.Rejected, regexp.MustCompile(`\b(?:REFUSED|REJECTED|LOST|refused|rejected|declined|defeated|[Rr]efusal|did not endorse)\b|(?:[Mm]otion|[Pp]roposal) (?:lost|fell)\b`)},
	{archive.Recommended, regexp.MustCompile(`\bRECOMMENDED\b`)},
	{archive.Endorsed, regexp.MustCompile(`\b(?i:endorsed)\b`)},
	{archive.Approved, regexp.MustCompile(`\b(?:APPROVED|AGREED|GRANTED|ADOPTED|CARRIED|AUTHORISED|CONFIRMED|approved|adopted|re-adopted|carried|granted|confirmed|[Aa]greed|to agree)\b`)},
	{archive.Noted, regexp.MustCompile(`\b(?i:noted)\b`)},
}
