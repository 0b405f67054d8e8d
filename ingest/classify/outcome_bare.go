package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Some clerks leave the keyword out: a paragraph that is only "That the fee be
// waived." or "To renew for three years.", or a note of what is to be done,
// "Clerk to report the lamp", is a decision by its form. Such a form is weaker
// than any sentence that tells a decision, and is asked only where none does.

// bareDecisions are the sentences of a minute that decide by their form, with
// what each decides. A resolution without its keyword stands at the minute's
// end, below what was said; a note of what is to be done counts, where notes are
// asked for, in a minute that is little else.
func bareDecisions(text string, notes bool) (found []archive.Resolution, all []verdict) {
	add := func(s, ruled string) {
		v := verdicts(ruled, false)
		if len(v) == 0 {
			return
		}
		all = append(all, v...)
		found = append(found, archive.Resolution{Text: s, Outcome: leading(v)})
	}
	pars := strings.Split(text, "\n\n")
	first := len(pars)
	for first > 0 && subjunctive(pars[first-1]) {
		first--
	}
	for i, par := range pars[first:] {
		if strings.HasPrefix(par, "To ") && first == 0 && i == 0 { // an agenda's purpose of the item: "To receive the accounts"
			continue
		}
		add(par, bareRuled(par))
	}
	if len(all) > 0 || !notes || len(text) > terseMost {
		return found, all
	}
	sentences, noted := 0, 0
	for _, par := range pars {
		for _, s := range parse.Sentences(par) {
			sentences++
			if m := actionNote.FindStringSubmatch(s); m != nil && !notActed.MatchString(m[1]) && (m[2] == "to" || ownWill.MatchString(m[1])) {
				add(s, "that "+m[1]+" should "+m[3])
				noted++
			}
		}
	}
	if 2*noted < sentences { // what is to be done about a report, beside the report
		return nil, nil
	}
	return found, all
}

// bareRuled is a resolution without its keyword as one with it would run on.
func bareRuled(par string) string {
	if rest, ok := strings.CutPrefix(par, "To be "); ok {
		return "that it be " + rest
	}
	return par
}

// subjunctive reports whether a paragraph is a resolution by its mood: "That
// the rent be £40", "That officers bring a report", "To renew with the same
// insurer".
func subjunctive(par string) bool {
	par = par[len(bareMarker.FindString(par)):]
	that := strings.HasPrefix(par, "That ") || strings.HasPrefix(par, "That, ")
	if !that && !strings.HasPrefix(par, "To ") {
		return false
	}
	r := read(par[:min(len(par), 400)], false)
	if !that {
		next := r.low(1)
		if next == "be" {
			return putsOff(par)
		}
		_, known := verbs.words[next]
		return (known || guess(next).shape&infinitive != 0) && !notPurposes[next] && !r.finite(2)
	}
	if w := r.low(1); beWords[w] || modals[w] || w == "said" || w == "evening" || w == "day" || w == "year" {
		return false
	}
	for i := 1; i < len(r.words) && r.low(i) != "."; i++ {
		w := r.words[i]
		switch {
		case w.beside || w.mark:
		case w.low == "be" && !modals[r.low(i-1)] && r.low(i-1) != "to", w.low == "should" || w.low == "shall":
			return true
		case w.low == "is" || w.low == "are":
			return verbs.deed[verbs.words[r.low(i+1)].verb].told
		case beWords[w.low] || modals[w.low] || w.low == "has" || w.low == "had":
			return false
		case r.party(i-1) != nobody && verbs.words[w.low].shape&infinitive != 0 && i < 12:
			return true
		case bodyWords[r.low(i-1)] && verbs.words[w.low].shape&third != 0:
			return true
		}
	}
	return false
}

// putsOff reports whether "To be put on the June agenda" defers a matter.
func putsOff(par string) bool {
	for _, v := range verdicts(bareRuled(par), false) {
		if v.is == archive.Deferred || v.by == strong {
			return true
		}
	}
	return false
}

// finite reports whether the first sentence has a verb of its own from word i
// on, outside its clauses.
func (r *reading) finite(i int) bool {
	for ; i < len(r.words) && r.low(i) != "."; i++ {
		if w := r.words[i]; !w.beside && (w.low == "is" || w.low == "are" || w.low == "was" || w.low == "were" || w.low == "had" || w.low == "has" || w.low == "will" || w.low == "would") {
			return true
		}
	}
	return false
}

// notPurposes open a sentence that begins "To" and tells something else, or
// what an agenda's item is for.
var notPurposes = verbSet("agree approve determine note decide date summarise conclude clarify illustrate begin start help consider discuss receive hear review answer")

var bareMarker = regexp.MustCompile(`^\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]\s+`)

// actionNote is what somebody is to do, or what is to be done to something, in
// a sentence without a verb of its own: "Signs to go up."
var actionNote = regexp.MustCompile(`^((?:(?:the|The|a|A|an|An|All|Two|Three) )?(?:[A-Z][\w’'-]*|[\w’'-]+|£[\d,.]+)(?: [\w’'&-]+\.?){0,6}?) (to` +
	`|will) ((?:be [\w-]+ed|be (?:sent|sought|put|kept|made|paid|got|cut|bought|mown|given|told|held|found|written)|` +
	`report|write|speak|contact|ask|obtain|get|go|look|chase|follow|put|send|arrange|organise|order|buy|purchase|pay|seek|find|check` +
	`|investigate|enquire|liaise|email|phone|ring|call|repair|mend|fix|paint|replace|remove|install|erect|` +
	`add|draft|prepare|produce|provide|attend|represent|circulate|submit|complete|meet|clear|clean|post|apply|bring|take|raise|respond` +
	`|reply|request|invite|inform|notify|update|advise|approach|monitor|measure|inspect|visit|collect|deliver|mow|cut|trim|thank|act` +
	`|advertise|publish|display|place|instruct|appoint|engage|book|hire|continue|remain|serve|stand|replace)\b[^?]*)$`)

// ownWill are those whose "will" is what they decided, and not what somebody
// else is expected to do.
var ownWill = regexp.MustCompile(`(?i)\bcouncil$`)

// notActed are the subjects of which such a sentence says no more than how
// things stand or when the next meeting is; a verb among them shows that the
// sentence has one of its own.
var notActed = regexp.MustCompile(`(?i)\b(?:no|none|nothing|not|thanks|welcome|meetings?|dates?|venue|time|items?|agenda|apolog\w+|questions?|members of the public` +
	`|residents?|matters?|he|she|they|it|we|i|you|who|which|that|there|is|are|was|were|has|have|had|been|be|do|does|did|can|could|would` +
	`|should|may|might|must|due|able|likely|subject|open|need|needs|needed|hopes?|plans?|aims?|continues?|wish\w*|want\w*|due|[a-z]+ed` +
	`|said|says|told|asks?|in|on|at|by|for|with|from|as|and|but|if|when|invitation|thank|regard)\b`)
