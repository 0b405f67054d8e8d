package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// remediesOf fills the remedies that a parser found, or finds those told in
// prose where it found none.
func remediesOf(h *archive.Head, found []archive.Remedy) []archive.Remedy {
	told := toldRemedies(h)
	if len(found) > 0 && !slices.EqualFunc(found, told, func(a, b archive.Remedy) bool { return a.Text == b.Text }) {
		remedies(h, found)
		return found
	}
	for i := range told {
		r := &told[i]
		if slices.Contains(r.Kinds, archive.Payment) {
			r.AmountGBP, r.Per = sum(r.Text)
		}
		if r.Evidence == nil {
			continue
		}
		if state, quote := status(*r, r.Evidence.Quote); quote != "" {
			r.Status, r.Evidence.Quote = state, quote
		} else {
			r.Evidence = nil
		}
	}
	return told
}

// toldRemedies are the remedies that a report or a minute tells in prose:
// "The Ombudsman recommended that the Council apologise and pay Mr X £300. The
// payment had been made." Each has the sentences near it that say what became
// of it. It is asked only where a parser found no list or table of them, in a
// record that speaks of an Ombudsman.
func toldRemedies(h *archive.Head) []archive.Remedy {
	if !strings.Contains(h.Text, "mbudsm") && !strings.Contains(h.Text, "OMBUDSM") && !strings.Contains(h.Text, "LGSCO") {
		return nil
	}
	var all []archive.Remedy
	var open []int // the remedies whose fate may still be told
	at, since := 0, 0
	ours := false // an Ombudsman was named in this paragraph or the one before
	for _, par := range strings.Split(h.Text, "\n\n") {
		spoke := ombudsmanWord.MatchString(par)
		if since++; since > 2 {
			open = nil
		}
		counting := false
		for _, s := range parse.Sentences(par) {
			page := h.PageAt(at + max(0, strings.Index(par, s)))
			var asked []string
			rest := ""
			if (spoke || ours) && len(s) <= sentenceMost {
				asked = promise.Asked(s)
			}
			if asked == nil && (counting || spoke) && len(s) <= sentenceMost {
				asked, rest = promise.Ordinal(s)
			}
			counting = counting || spoke && ombudsmanWord.MatchString(s) || len(asked) > 0
			if len(asked) == 0 {
				addProof(all, open, s, page)
				continue
			}
			if since > 0 && !counting {
				open = nil
			}
			since = 0
			var these []int
			for _, text := range asked {
				r := archive.Remedy{Text: strings.TrimRight(text, "."), Status: archive.StatusNotStated, Page: page, AddressedTo: whom(s)}
				r.Kinds = kinds(r.Text)
				if r.Due = deadline(text); r.Due == "" {
					r.Due = deadline(s)
				}
				if again(all, r) {
					continue
				}
				all = append(all, r)
				these = append(these, len(all)-1)
			}
			open = append(open, these...)
			if rest != "" {
				addProof(all, these, rest, page)
			} else if done := doneWithin.FindString(s); done != "" {
				addProof(all, these, done, page)
			}
		}
		ours = spoke
		at += len(par) + 2
	}
	return all
}

var (
	ombudsmanWord = regexp.MustCompile(`(?i)\bombudsm[ae]n|\bLGSCO\b|\bLGO\b`)
	// doneWithin is the end of a sentence that also says what was done.
	doneWithin = regexp.MustCompile(`(?i)(?:[;,] (?:and )?(?:this|these|it|both|all|which)|; (?:the|an?) [\w ]{2,40}) (?:has|have|had|was|were|is|are)\b.*$`)
	ofAll      = regexp.MustCompile(`(?i)\b(?:these|those|all|both|each|everything|every) (?:of (?:the|these|those|which) )?(?:\w+ )?(?:recommendations?|actions?|remed(?:y|ies)|measures?|steps?|sums?|payments?|has|have|had|was|were)\b|\b(?:the|his|her|its) (?:recommendations?|(?:agreed )?actions?|remed(?:y|ies)) (?:has|have|had|was|were)\b`)
	ofLast     = regexp.MustCompile(`^(?i:this|it|that|the (?:plan|review|letter|payment|training|policy))\b`)
)

// addProof adds a sentence to the proofs of those of the open remedies that it
// speaks of: all of them, the last ("This was done"), or those of its kind.
func addProof(all []archive.Remedy, open []int, s string, page int) {
	if len(open) == 0 {
		return
	}
	if clauses := strings.Split(s, "; "); len(clauses) > 1 && !remain.MatchString(s) { // "the apology was sent; the review was under way"
		for _, c := range clauses {
			addProof(all, open, c, page)
		}
		return
	}
	if _, rank := meaning(s); rank == 0 {
		return
	}
	some := false
	add := func(i int) {
		r := &all[i]
		if r.Evidence == nil {
			r.Evidence = &archive.Evidence{Page: page}
		} else {
			r.Evidence.Quote += "\n\n"
		}
		r.Evidence.Quote += s
		some = true
	}
	if ofAll.MatchString(s) {
		money := sumsWord.MatchString(s)
		for _, i := range open {
			if !money || slices.Contains(all[i].Kinds, archive.Payment) {
				add(i)
			}
		}
		return
	}
	for _, i := range open {
		if speaksOf(all[i], s) || namesDeed(all[i], s) {
			add(i)
		}
	}
	if !some && ofLast.MatchString(s) {
		add(open[len(open)-1])
	}
}

// namesDeed reports whether a sentence names what a remedy asks for in one
// word, as one does who has just told of it: "The review was under way".
func namesDeed(r archive.Remedy, s string) bool {
	for kind, word := range deedWords {
		if slices.Contains(r.Kinds, kind) && word.MatchString(s) {
			return true
		}
	}
	return false
}

var deedWords = map[archive.RemedyKind]*regexp.Regexp{
	archive.Training:           regexp.MustCompile(`(?i)\b(?:train(?:ed|ing)|reminded|reminder|briefed|briefing|sessions?)\b`),
	archive.PolicyReview:       regexp.MustCompile(`(?i)\b(?:reviews?|reviewed|polic(?:y|ies)|procedures?|protocol|guidance)\b`),
	archive.Reassessment:       regexp.MustCompile(`(?i)\b(?:re-?assess(?:ed|ment)|assessment|reconsidered|review|plan)\b`),
	archive.ServiceImprovement: regexp.MustCompile(`(?i)\b(?:plan|audit|checks?|checked|system|register|monitoring|report)\b`),
}

var sumsWord = regexp.MustCompile(`(?i)\b(?:sums?|payments?|paid)\b`)

// whom is who is to act, where a sentence names one.
func whom(s string) string {
	if m := actorWord.FindString(s); m != "" {
		return m
	}
	return ""
}

var actorWord = regexp.MustCompile(`\b(?:[Tt]he )?(?:County |District |Borough |City )?(?:Council|Trust|Health Board|Authority|ICB)\b`)

// again reports whether a remedy was told before: a summary says what the
// text repeats.
func again(all []archive.Remedy, r archive.Remedy) bool {
	k := normal(r.Text)
	for _, o := range all {
		if strings.HasPrefix(normal(o.Text), k[:min(len(k), 30)]) || strings.HasPrefix(k, normal(o.Text)) {
			return true
		}
	}
	return false
}
