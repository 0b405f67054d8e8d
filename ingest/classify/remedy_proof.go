package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// addProof adds a sentence to the proofs of those of the open remedies that it
// speaks of. What it says of several in clauses of its own, "the apology was
// sent but the review has not begun", goes to each as its clause.
//
// It reports whether it was of any.
func addProof(all []archive.Remedy, open []int, s string, page int) (added bool) {
	if len(open) == 0 || len(s) > sentenceMost {
		return false
	}
	open = open[max(0, len(open)-mostOpen):]
	if clauses := strings.Split(s, "; "); len(clauses) > 1 && !remain.MatchString(s) {
		for _, c := range clauses {
			added = addProof(all, open, c, page) || added
		}
		return added
	}
	if at := exceptFor.FindStringIndex(s); at != nil && len(open) > 1 {
		if these := namedRemedies(all, open, s[at[0]:]); len(these) > 0 {
			others := slices.DeleteFunc(slices.Clone(open), func(i int) bool { return slices.Contains(these, i) })
			added = addProof(all, others, s[:at[0]], page)
			if _, rank := meaning(s[at[0]:]); rank > 0 {
				for _, i := range these {
					prove(&all[i], s[at[0]:], page)
				}
			}
			return added
		}
	}
	if len(open) > 1 {
		if clauses := turn.Split(s, -1); len(clauses) == 2 && eachOfItsOwn(all, open, clauses) {
			first := addProof(all, open, clauses[0], page)
			return addProof(all, open, clauses[1], page) || first
		}
	}
	_, rank := meaning(s)
	for _, i := range spokenOf(all, open, s) {
		if n := rank; n == 0 {
			if _, n = meaningFor(all[i], s); n == 0 {
				continue
			}
		}
		prove(&all[i], s, page)
		added = true
	}
	return added
}

// prove adds a sentence to the proofs of a remedy.
func prove(r *archive.Remedy, s string, page int) {
	if r.Evidence == nil {
		r.Evidence = &archive.Evidence{Page: page}
	} else {
		r.Evidence.Quote += "\n\n"
	}
	r.Evidence.Quote += s
}

// mostOpen is how many remedies a sentence may speak of, the last asked for, and
// mostProofs how many sentences are looked at for what became of a list: a
// paper of a thousand of each would be looked at a million times.
const (
	mostOpen   = 40
	mostProofs = 60
)

// eachOfItsOwn reports whether each clause speaks of other remedies than the
// one before, and says what became of them.
func eachOfItsOwn(all []archive.Remedy, open []int, clauses []string) bool {
	a, b := spokenOf(all, open, clauses[0]), spokenOf(all, open, clauses[1])
	_, first := meaning(clauses[0])
	_, second := meaning(clauses[1])
	return first > 0 && second > 0 && len(a) > 0 && len(b) > 0 && !slices.Equal(a, b)
}

// spokenOf are those of the open remedies that a sentence speaks of: those it
// names ("actions a and b", "the first two orders"), all of them ("both had been
// done"), those of its kind, its sum and its people, those of its own words,
// or the last ("This was done").
func spokenOf(all []archive.Remedy, open []int, s string) []int {
	if these := namedRemedies(all, open, s); these != nil {
		return these
	}
	if rest.MatchString(s) {
		return slices.DeleteFunc(slices.Clone(open), func(i int) bool { return all[i].Evidence != nil })
	}
	if ofAll.MatchString(s) {
		if !sumsWord.MatchString(s) {
			return open
		}
		return slices.DeleteFunc(slices.Clone(open), func(i int) bool { return !is(all[i], archive.Payment) })
	}
	var these []int
	for _, i := range open {
		if speaksOf(all[i], s) || namesDeed(all[i], s) || ownDeed(all[i], s) {
			these = append(these, i)
		}
	}
	if these = narrow(all, these, s); len(these) > 0 {
		return these
	}
	if i := nearest(all, open, s); i >= 0 {
		return []int{i}
	}
	if ofLast.MatchString(s) {
		return open[len(open)-1:]
	}
	return nil
}

var (
	ofAll = regexp.MustCompile(`(?i)\b(?:these|those|all|both|each|everything|every|neither|none)(?: (?:two|three|four|five|six|seven|eight|nine|ten))? (?:of (?:the|these|those|which) )?(?:\w+ )?(?:recommendations?|actions?|remed(?:y|ies)|measures?|steps?|orders?|sums?|payments?|has|have|had|was|were)\b|\b(?:the|his|her|its) (?:recommendations?|(?:agreed )?actions?|remed(?:y|ies)) (?:has|have|had|was|were)\b`)
	// exceptFor is where a sentence takes one of them out: "save for the last".
	exceptFor = regexp.MustCompile(`(?i)\b(?:save(?: for)?|except(?: for)?|apart from|other than|but for|with the exception of) `)
	ofLast    = regexp.MustCompile(`^(?i:this|it|that|the (?:plan|review|letter|payment|training|policy))\b`)
	rest      = regexp.MustCompile(`(?i)\b(?:the )?(?:remaining|other|outstanding) (?:\w+ )?(?:recommendations?|actions?|remed(?:y|ies)|orders?|steps?)\b`)
	sumsWord  = regexp.MustCompile(`(?i)\b(?:sums?|payments?|paid)\b`)
)

// narrow keeps, of remedies that a sentence may speak of, those with the sum
// it gives and the person it names, where some have them.
func narrow(all []archive.Remedy, these []int, s string) []int {
	for _, form := range []*regexp.Regexp{amount, personName} {
		if len(these) < 2 {
			break
		}
		said := form.FindAllString(s, -1)
		if said == nil {
			continue
		}
		same := slices.DeleteFunc(slices.Clone(these), func(i int) bool {
			return !slices.ContainsFunc(said, func(w string) bool { return strings.Contains(all[i].Text, w) })
		})
		if len(same) == 0 {
			continue
		}
		these = slices.DeleteFunc(these, func(i int) bool { // of one kind only those; of another kind all
			return !slices.Contains(same, i) && slices.ContainsFunc(same, func(j int) bool { return slices.Equal(all[i].Kinds, all[j].Kinds) })
		})
	}
	return these
}

var personName = regexp.MustCompile(`\b(?:Mrs?|Ms|Miss|Mx|Dr) \pL+`)

// nearest is the open remedy that shares most words with a sentence, -1 where
// none does or two share as many.
func nearest(all []archive.Remedy, open []int, s string) int {
	said := map[string]bool{}
	for _, w := range words(s) {
		said[stemOf(w)] = true
	}
	best, most, tied := -1, 0, false
	for _, i := range open {
		n := 0
		seen := map[string]bool{}
		for _, w := range words(all[i].Text) {
			if k := stemOf(w); k != "" && said[k] && !seen[k] {
				seen[k] = true
				n++
			}
		}
		if n > most {
			best, most, tied = i, n, false
		} else if n == most {
			tied = true
		}
	}
	if most == 0 || tied {
		return -1
	}
	return best
}

// stemOf is the beginning by which two forms of a word are known, "" of a word
// too short or too common to tell one remedy from another.
func stemOf(w string) string {
	if len(w) < 5 || slices.Contains(commonWords, w) {
		return ""
	}
	return w[:5]
}

var commonWords = strings.Fields("council councils ombudsman recommendation recommendations action actions should would could their there these those which within month months weeks report other about after before member members officer officers staff service services agreed complaint")

// namedRemedies are the open remedies that a sentence names by label or by place, nil
// where it names none.
func namedRemedies(all []archive.Remedy, open []int, s string) []int {
	if m := byLabel.FindStringSubmatch(s); m != nil {
		var these []int
		labels := labelWord.FindAllString(m[1], -1)
		through := len(labels) == 2 && strings.ContainsAny(m[1], "–-") || len(labels) == 2 && strings.Contains(m[1], " to ")
		in := false
		for _, i := range open {
			l := all[i].Label
			is := slices.ContainsFunc(labels, func(w string) bool { return l != "" && parse.Label(w) == l })
			if is || in {
				these = append(these, i)
			}
			if is {
				in = through && !in
			}
		}
		return these
	}
	m := byPlace.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	from := slices.Index(ordinals, strings.ToLower(m[1]))
	if from < 0 {
		from = len(open) - 1
	}
	n, _ := count(m[2])
	to := max(n, 1) + from
	if strings.EqualFold(m[1], "last") || strings.EqualFold(m[1], "final") {
		from, to = len(open)-max(n, 1), len(open)
	}
	if from < 0 || to > len(open) {
		return nil
	}
	return open[from:to]
}

var (
	byLabel   = regexp.MustCompile(`(?i)\b(?:recommendations?|actions?|orders?|points?|items?|remed(?:y|ies)|steps?)\s+(` + labelForm + `(?:(?:\s*,\s*|\s*,?\s+and\s+|\s*&\s*|\s+to\s+|\s*[–-]\s*)` + labelForm + `)*)`)
	labelWord = regexp.MustCompile(`(?i)` + labelForm)
	byPlace   = regexp.MustCompile(`(?i)\bthe (first|second|third|fourth|fifth|sixth|last|final)(?: (two|three|four|five))?(?: (?:recommendations?|actions?|orders?|remed(?:y|ies)|points?|items?|steps?|of these)\b|[,.;]|$)`)
	ordinals  = strings.Fields("first second third fourth fifth sixth")
)

// labelForm is a label as it is named in prose: "(a)", "b)", "3", "R4".
const labelForm = `(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\(?[a-z]?\d{1,2}\b\)?)`

// namesDeed reports whether a sentence names what a remedy asks for in one
// word, as one does who has just told of it: "The review was under way".
func namesDeed(r archive.Remedy, s string) bool {
	for kind, word := range deedWords {
		if is(r, kind) && word.MatchString(s) {
			return true
		}
	}
	return false
}

var deedWords = map[archive.RemedyKind]*regexp.Regexp{
	archive.Apology:            regexp.MustCompile(`(?i)\b(?:letters?|wrote|written to)\b`),
	archive.Payment:            regexp.MustCompile(`(?i)\b(?:cheque|bank transfer|BACS|money|sum|amount|arrears)\b`),
	archive.Training:           regexp.MustCompile(`(?i)\b(?:train(?:ed|ing)|reminded|reminder|briefed|briefing|sessions?)\b`),
	archive.PolicyReview:       regexp.MustCompile(`(?i)\b(?:reviews?|reviewed|polic(?:y|ies)|procedures?|protocol|guidance)\b`),
	archive.Reassessment:       regexp.MustCompile(`(?i)\b(?:re-?assess(?:ed|ment)|assessment|reconsidered|review|plan)\b`),
	archive.ServiceImprovement: regexp.MustCompile(`(?i)\b(?:plan|audit|checks?|checked|system|register|monitoring|report|reminded)\b`),
}
