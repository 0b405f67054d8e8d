package classify

import (
	"regexp"
	"sort"
	"strings"

	"moothall/archive"
)

// decisionPhrases are decisions that no verb makes, or that turn on more than
// the verb. The kinds and councils that write so stand beside them.
var decisionPhrases = []struct {
	is    archive.Outcome
	by    strength
	ruled bool // only in a text that the paper says is its decision
	form  *regexp.Regexp
	seen  string
}{
	{archive.Noted, strong, false, regexp.MustCompile(`(?i)\baccept(?:s|ed)?(?: and not(?:e|es|ed)\b| (?:the |its )?(?:\w+ ){0,4}(?:report|letter|update|information|presentation)\b[^.;]{0,40}, noting\b)`), "To accept the report, noting the observations (Gwynedd): what is only received"},
	{archive.Deferred, weak, true, regexp.MustCompile(`(?i)\b(?:return|returned|come back|brought|bring|placed|put|included?|considered|consider|discussed|revisited|resubmitted|carried forward|go back)\b(?: back| forward)? (?:[\w’'£.,]+ ){0,8}?(?:to|for|at|on|until) (?:the|a|an|its|our|another|[\w’']+’s|[\w’']+'s) (?:[\w’']+ ){0,3}?(?:meeting|agenda)\b`), "should be brought forward to the next meeting"},
	{archive.Deferred, weak, false, regexp.MustCompile(`(?i)\b(?:application|item|matter|report|it|this|decision) (?:would|will|should|to|must) (?:return|come back|be resubmitted|be brought back) to (?:the|a|its|our) (?:next|later|future|following|\w+) meeting\b`), "ruled that the application would return to the next meeting"},
	{archive.Deferred, weak, true, regexp.MustCompile(`(?i)\bawait(?:s|ing)? (?:the |a |further |its )*(?:\w+ ){0,3}(?:decision|outcome|result|response|reply|information|report|advice)s?\b|\b(?:consider|scrutinise|review|discuss|look at|revisit)\b[^.;]{0,60}\bagain\b (?:before|at|in|when|after|once)\b`), "will await the decision of the appraisal team; to scrutinise the draft again before it goes to the Cabinet"},
	{archive.Deferred, weak, true, regexp.MustCompile(`(?i)\b(?:look at|revisit|reconsider|consider|discuss|decide|return to)\b[^.;]{0,50}\b(?:in the (?:spring|summer|autumn|winter|new year)|at a later date|next year|later in the year|in due course)\b|\bat (?:the|our) \w+ meeting,? (?:we|the council|councillors|members|the committee) (?:would|will)\b`), "it was resolved to look at this in the spring"},
	{archive.Deferred, weak, true, regexp.MustCompile(`(?i)\bleave (?:this|it|the \w+) (?:until|till|to|over|for)\b`), "decided to leave this until the next meeting"},
	{archive.Rejected, weak, false, regexp.MustCompile(`(?i)\b(?:members|councillors|committee|council|cabinet|board|panel|it was) (?:\w+ ){0,2}?(?:decided|voted) against\b`), "decided against the purchase"},
	{archive.Approved, weak, false, regexp.MustCompile(`(?i)\bvoted (?:unanimously )?(?:in favour\b|for (?:the|this|it|a)\b)|\b(?:members|councillors|committee|council) (?:was|were) (?:all )?in favour\b|\b(?:approval|agreement|authority) (?:was|were|be) (?:given|granted)\b|\b(?:was|were) (?:all )?in agreement\b|\b(?:considered|found|all) (?:[\w’']+ ){0,3}satisfactory\b|\bgave (?:their|its) (?:approval|agreement|consent)\b|\b(?:unanimous|general) (?:agreement|approval)\b|\bnominated\b[^.]{0,60}\bseconded\b`), "members voted in favour; approval was given"},
	{archive.Approved, weak, false, regexp.MustCompile(`(?i)\b(?:precept|budget|fees?|charges?|rent|council tax|rates?|salary|levy)\b[^.]{0,60}\b(?:was|were|be|is) (?:set|fixed|increased|raised|reduced|kept|held) (?:at|to|by)\b`), "the precept was set at £4,500"},
	{archive.Recommended, weak, true, regexp.MustCompile(`\b(?:[Ff]ull |[Cc]ounty |[Tt]he )*Council be (?:asked|invited|requested) to (?:add|approve|agree|adopt|amend|set|make|increase|release|fund|include|vary)\b`), "that Council be asked to add £11.6m to the programme"},
	{archive.Referred, strong, false, regexp.MustCompile(`(?i)\b(?:stood|stands) referred\b`), "under rule 15 it stood referred to Cabinet"},
	{archive.Approved, strong, false, regexp.MustCompile(`(?i)\b(?:(?:true|correct|accurate) (?:and )?)+(?:record|copy|account|reflection)\b|\bcorrectly recorded\b`), "were a correct record and that they be signed"},
	{archive.Approved, strong, true, regexp.MustCompile(`(?i)\bexclude the (?:press|public)\b|\b(?:press|public)(?: and (?:the )?(?:press|public))? be excluded\b`), "resolved to exclude the press and public"},
	{archive.Approved, weak, true, regexp.MustCompile(`(?i)^(?:that )?to make (?:(?:an?|the|permanent) )*(?:[\w-]+ ){0,3}orders?\b`), "to make orders for three roads"},
	{archive.Rejected, weak, true, regexp.MustCompile(`^(?:That |It was )?[Nn]ot to (?:bring|adopt|approve|support|accept|agree|proceed|pursue|take|have|hold|provide|renew|continue|buy|purchase|appoint|give|grant|pay|fund|sell|allow|change|increase|extend)\b`), "Not to bring forward the scheme (decisions in the infinitive)"},
	{archive.Rejected, weak, false, regexp.MustCompile(`(?i)\b(?:motion|amendment|proposal|recommendation|nomination)s?\b[^.]{0,80}?\b(?:was |were |be )?(?:not (?:carried|accepted|agreed|approved|adopted|supported|passed)|lost|fell|defeated|rejected)\b|\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:lost|defeated)\b`), "the motion was lost; that the recommendation be not accepted"},
	{archive.Rejected, weak, true, regexp.MustCompile(`(?i)\b(?:no|not|neither) (?:further )?action (?:be|was|is|to be) (?:taken|required)\b.{0,40}\bmotion\b`), "no action be taken on the motion"},
	{archive.Approved, strong, false, regexp.MustCompile(`(?i)\b(?:substantive )?(?:motion|recommendations?|proposal|nomination)s?\b[^.]{0,80}\b(?:(?:was |were |be )?(?:duly |unanimously )?(?:carried|agreed|approved|accepted)|(?:was|were|be) (?:duly |unanimously )?passed)\b|\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:carried|approved|agreed)\b|\bseconded\b.*\ball in favour\b|(?i)^all in favour\b`), "the recommendation as amended was moved, seconded, put to the vote and carried"},
	{archive.Approved, strong, false, regexp.MustCompile(`(?i)\b(?:invoices?|payments?|cheques?|accounts|bills)\b[^.]{0,60}\b(?:approved|authorised|agreed|passed for payment)\b|\b(?:approved|authorised|agreed|passed) for payment\b|\bminutes\b[^.]{0,80}\b(?:was|were|be|and) (?:duly |then )?signed\b|\bminutes\b[^.]{0,120}\bproposed\b[^.]{0,60}\bseconded\b`), "Cheques for the following invoices were approved and signed; the minutes were signed"},
	{archive.OtherResult, strong, false, regexp.MustCompile(`(?i)\b(?:invoices?|accounts|bills)\b[^.]{0,80}\bcheques?\b[^.]{0,30}\b(?:issued|signed|drawn)\b|\bcheques?\b[^.]{0,60}\b(?:invoices?|accounts|bills)\b[^.]{0,30}\b(?:issued|signed|drawn)\b|\b(?:invoices?|payments?|cheques?)\b[^.]{0,40}\b(?:were|was|and) signed\b`), "invoices were received, and cheques issued in settlement: a payment made, not a decision taken"},
	{archive.Noted, weak, false, regexp.MustCompile(`^(?i:received)(?: and noted| with (?:thanks|interest))?[.;,]`), "Received with thanks; response to come back in April"},
	{archive.OtherResult, strong, true, regexp.MustCompile(`(?i)\bfollowing items?\b[^.;]{0,40}\b(?:brought forward|included|placed|added|on the next agenda)\b`), "that the following items should be brought forward: what the next agenda holds defers nothing"},
	{archive.OtherResult, weak, true, regexp.MustCompile(`(?i)\b(?:had|has|have|raises?|raised|make|makes|offer|submit|be) no (?:objections?|comments?|observations?)\b|^(?:that )?(?:there (?:be|are|were) )?no (?:objections?|comments?)\b|\bobjects? to\b|\bobjections? be (?:raised|made|submitted)\b`), "that the Council had no objection to the application: a consultee's answer"},
	{archive.OtherResult, faint, true, regexp.MustCompile(`(?i)^(?:that )?no (?:further )?action (?:is |was |be )?(?:required|needed|necessary)\b`), "No action required. (Slough)"},
	{archive.OtherResult, faint, true, regexp.MustCompile(`(?i)\b(?:makes? comments?|comments? on)\b`), "makes comments but does not require reconsideration"},
}

// ofProcedure is the vote on how to debate, not on the matter.
var ofProcedure = regexp.MustCompile(`(?i)\b(?:procedural|closure) motion(?: was| being| is)?(?: put and| duly)? (?:carried|agreed|approved|lost)\b`)

// verdicts are the decisions that a resolution holds, in its order; told says
// that the text is no more than a sentence of the minutes, which may hold none.
func verdicts(text string, told bool) []verdict {
	if len(text) > verdictMost { // lost full stops; what decides stands early
		text = strings.ToValidUTF8(text[:verdictMost], "")
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

// paperSubject is a paper that is to be written, by which nothing is put off:
// "that a risk assessment be brought to the next meeting".
var paperSubject = regexp.MustCompile(`(?i)\b(?:assessments?|specifications?|contracts?|reports?|proposals?|papers?|quot(?:es?|ations?)|lists?|details|information|updates?|drafts?|costings?|figures|estimates?)(?: and \w+)? (?:should |will |shall |to |would )?(?:be |is |are )?(?:then |also )?$`)

// carrying opens a decision within a sentence of the minutes.
var carrying = regexp.MustCompile(`(?i)\b(?:agreed|resolved|decided) (?:unanimously )?(?:that|to|not to)\b`)

// verdictMost is how many bytes of a resolution are judged.
const verdictMost = 6000

// placed is a verdict and the byte of the text it stands at.
type placed struct {
	at int
	verdict
}

// phrases are the decisions of a text that no verb makes.
func phrases(text string, told bool) []placed {
	var found []placed
	for _, p := range decisionPhrases {
		m := p.form.FindStringIndex(text)
		if m == nil || p.ruled && told && !carrying.MatchString(text) {
			continue
		}
		if p.is == archive.Deferred && paperSubject.MatchString(text[:m[0]]) {
			continue
		}
		if p.is == archive.Rejected { // "recommendation 1 be accepted and recommendation 2 be not"
			if last := votedOn.FindAllStringIndex(text[m[0]:m[1]], -1); len(last) > 1 {
				m[0] += last[len(last)-1][0]
			}
		}
		if p.is == archive.OtherResult && p.by == strong {
			if len(found) > 0 && found[len(found)-1].is == archive.Approved {
				break // approved and signed
			}
			return []placed{{m[0], verdict{p.is, p.by, byPhrase}}}
		}
		found = append(found, placed{m[0], verdict{p.is, p.by, byPhrase}})
	}
	return found
}

// judged are the decisions of a text's verbs.
func judged(r *reading) []placed {
	var found []placed
	known, last := false, -1
	for _, a := range r.acts() {
		at := r.words[a.at].at
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
			}
			continue
		}
		if a.told || last >= 0 && (r.near(last, a.at) || r.stops(last, a.at)) || known && !r.joined(a.at, last) {
			continue
		}
		if v, ok := r.unlisted(a); ok {
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

// joined reports whether a clause with "that" begins after the last verb that
// decided: "be noted and that the Clerk should order a sign".
func (r *reading) joined(at, last int) bool {
	for k := at; k > last; k-- {
		if r.is(k, "that") && !r.words[k].beside {
			return r.is(k-1, "and") || r.is(k-1, ",") || r.is(k-1, ";")
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

// verdict is what a verb of deciding decides where it stands.
func (r *reading) verdict(a act, d deed) (verdict, bool) {
	next := r.low(a.at + 1)
	switch {
	case a.would && (a.told && d.is != archive.Deferred || a.not):
		return verdict{}, false
	case a.told && (a.who == officer && !a.passive || !a.passive && r.chairAlone(a) || r.byOthers(a.at+1)):
		return verdict{}, false
	case a.told && (absent[a.subject] || a.verb == "pass" && !motions[a.subject] && !(next == "for" && r.is(a.at+2, "payment"))), a.verb == "lose" && !motions[a.subject] && !r.words[a.at].shout:
		return verdict{}, false
	case a.told && a.verb == "note" && a.passive && a.subject == "it" && !r.ends(a.at+1):
		return verdict{}, false
	case a.verb == "pass_to" && (!a.passive || a.told && a.subject != ""), a.told && a.not && (a.verb == "appoint" || a.verb == "elect" || a.verb == "co-opt"):
		return verdict{}, false
	case a.told && a.verb == "recommend" && a.passive && next == "to" && a.who != body && !bodyWords[r.low(a.at+2)] && !bodyWords[r.low(a.at+3)]:
		return verdict{}, false
	case a.told && a.verb == "confirm" && next == "that": // it was confirmed that the hall is free
		return verdict{}, false
	case (a.verb == "resolve" || a.verb == "decide") && r.ends(a.at+1) && !a.not: // "RESOLVED", and what follows says what
		return verdict{archive.Approved, faint, byAgreeing}, true
	case a.verb == "instruct" && (next == "clerk" || r.is(a.at+2, "clerk")):
		return verdict{archive.OtherResult, weak, byTask}, true
	case a.agreed && d.by == faint: // agreed to support it
		return verdict{archive.Approved, weak, byVerb}, true
	case a.verb == "adjourn" && a.subject == "meeting" && !a.passive:
		return verdict{}, false
	case a.who == officer && !a.passive && d.is == archive.Approved && d.by == weak && !standing[a.verb]:
		return verdict{archive.OtherResult, weak, byTask}, true
	case (a.verb == "carry" || a.verb == "set") && (next == "out" || next == "on" || next == "in"):
		return verdict{}, false
	case a.verb == "refuse" && rubbish[next]:
		return verdict{}, false
	case a.verb == "pass" && !motions[a.subject] && r.onTo(a.at+1):
		return verdict{archive.Referred, weak, byVerb}, true
	case a.verb == "assure" && !(a.passive && a.who == body):
		return verdict{}, false
	case d.bare && next == "to" && (!a.passive || r.is(a.at+2, "in") || r.is(a.at+2, "as")), d.bare && (next == "in" || next == "above"):
		return verdict{}, false
	case a.not && (d.is == archive.Noted || d.is == archive.Rejected || d.is == archive.Deferred || d.is == archive.Referred):
		return verdict{}, false
	case a.not:
		return verdict{archive.Rejected, weak, byVerb}, true
	}
	return verdict{d.is, d.by, byVerb}, true
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
		case "votes", "vote", "majority", "acclamation", "all", "everyone", "show", "members", "councillors", "committee", "cabinet", "meeting", "those", "those present":
			return false
		case "council":
			return !r.is(k-1, "the") && !r.is(k-1, "parish")
		}
		if isNumber(r.low(k)) || numberOf[r.low(k)] != "" {
			return false
		}
	}
	return true
}

// absent are the subjects of what is accepted or received at the opening of
// a meeting, by which nothing is decided; motions are what votes carry.
var (
	absent  = verbSet("apology apologies absence absences interest interests declaration declarations resignation")
	motions = verbSet("motion motions amendment proposal proposition recommendation recommendations resolution vote it this nomination amended thanks")
)

// chairAlone reports whether the chair does it alone, which but for signing
// the minutes decides nothing: "The Chair accepted a late paper".
func (r *reading) chairAlone(a act) bool {
	return (a.subject == "chair" || a.subject == "chairman" || a.subject == "mayor" || a.subject == "it")
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
	case a.not && (a.verb == "make" && !a.passive || tasks[v] && v != "bring" && v != "pursue"): // no comment made
		is.is, is.way = archive.OtherResult, byTask
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
	case v == "bring" && r.is(a.at+1, "into"):
	case tasks[v] && (!a.passive || a.who == body && a.subject != "council") && r.asksBody(max(0, a.at-3)):
		is.is, is.way = archive.Referred, byTask
	case tasks[v] && a.agreed && !a.passive && a.who != officer: // what we agree to do ourselves
	case tasks[v]:
		is.is, is.way = archive.OtherResult, byTask
	case a.who == officer && !a.passive && !standing[v]:
		is.is, is.way = archive.OtherResult, byTask
	case a.would && a.who == nobody && !standing[v]:
		return is, false
	}
	return is, true
}

// asksBody reports whether a body is asked to look at it: "ask the Audit
// Committee to consider", "asks that the case be reported to the Panel".
func (r *reading) asksBody(i int) bool {
	bodied := false
	for k := i; k < i+16 && k < len(r.words) && !r.words[k].mark; k++ {
		w := r.low(k)
		bodied = bodied || w == "committee" || w == "panel" || w == "board" || w == "cabinet" || w == "sub-committee"
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

// settle leaves out what others of a text's decisions make void.
func settle(found []placed) []verdict {
	var out []verdict
	firm := false
	for _, f := range found {
		firm = firm || f.by > faint && f.is != archive.OtherResult || f.by > faint && f.is == archive.OtherResult && carriedOnly(found)
	}
	for i, f := range found {
		if i > 0 && f.at == found[i-1].at {
			continue
		}
		if f.by == faint && firm || f.is == archive.Deferred && i > 0 && found[0].is == archive.Referred {
			continue // supported and noted; referred, and to be brought back
		}
		out = append(out, f.verdict)
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
