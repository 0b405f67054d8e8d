package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

const (
	maxSuggestions = 8
	// Words looked at to complete one prefix, or to correct one word, in each
	// segment.
	maxCandidates = 20_000
)

// Suggest completes the last word of what is being typed with words the
// archive knows, those in most records first. What was typed before stays as
// it is.
func (ix *Index) Suggest(ctx context.Context, prefix string) (list []string) {
	defer func() {
		if recover() != nil { // as in Search; a suggestion is never worth an error
			list = nil
		}
	}()
	prefix = clip(prefix, 200)
	last := strings.LastIndexFunc(prefix, func(r rune) bool { return r == ' ' || r == '"' || r == ':' || r == '(' || r == '-' })
	before, typed := prefix[:last+1], strings.TrimSpace(prefix[last+1:])
	terms := words(typed)
	if len(terms) != 1 || utf8.RuneCountInString(terms[0].term) < minPrefix || ix.gate.enter(ctx) != nil {
		return nil
	}
	defer ix.gate.leave()
	v, err := ix.look()
	if err != nil {
		return nil
	}
	defer v.release()
	counts := map[string]int{}
	for _, s := range v.segments {
		dict, err := s.segment.Dictionary(fieldText)
		if err != nil {
			return nil
		}
		p := terms[0].term
		it := dict.AutomatonIterator(nil, []byte(p), after(p))
		for n := 0; n < maxCandidates; n++ {
			e, err := it.Next()
			if err != nil || e == nil {
				break
			}
			counts[e.Term] += int(e.Count)
		}
	}
	for w := range counts {
		if !stopWords[w] {
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	list = list[:min(len(list), maxSuggestions)]
	for i, w := range list {
		list[i] = before + w
	}
	return list
}

// suggestion is what was typed with the words that nearly no record has put
// in a spelling that more have, or "". Only words standing by themselves are
// looked at.
func (v *view) suggestion(typed string, n *node) string {
	changed := false
	better := map[string]string{}
	n.leaves(func(l *leaf) {
		if l.kind != leafWord && l.kind != leafExact || strings.ContainsAny(l.terms[0], "0123456789") {
			return
		}
		if w := v.correct(l.terms[0]); w != "" {
			better[l.terms[0]] = w
		}
	})
	if len(better) == 0 {
		return ""
	}
	var b strings.Builder
	at := 0
	for _, t := range words(typed) {
		w, ok := better[t.term]
		if !ok || t.alt || t.start < at {
			continue
		}
		b.WriteString(typed[at:t.start])
		b.WriteString(w)
		at = t.end
		changed = true
	}
	b.WriteString(typed[at:])
	if !changed {
		return ""
	}
	return b.String()
}

// correct is the most frequent word one or two letters away from a word that
// no record has in any form, or one letter away from one that hardly any has;
// "" where there is none.
func (v *view) correct(word string) string {
	letters := []rune(word)
	if len(letters) < minCorrect || len(letters) > 30 {
		return ""
	}
	have, err := v.countForms(word)
	if err != nil || have > 0 && len(letters) <= minCorrect {
		return ""
	}
	allowed := 1
	if len(letters) >= 7 && have == 0 {
		allowed = 2
	}
	type candidate struct{ count, distance int }
	found := map[string]candidate{}
	for _, s := range v.segments {
		dict, err := s.segment.Dictionary(fieldText)
		if err != nil {
			return ""
		}
		// Few people get the first letter wrong, and it may be any of a word's
		// first two.
		for _, first := range []rune{letters[0], letters[1]} {
			p := string(first)
			eachNear(dict, p, letters, allowed, func(term string, count, distance int) {
				c := found[term]
				found[term] = candidate{c.count + count, distance}
			})
			if letters[0] == letters[1] {
				break
			}
		}
	}
	best, bestScore := "", 0.0
	for term, c := range found {
		if c.distance == 0 || c.count < farRarer*have || related(word, term) {
			continue
		}
		score := float64(c.count)
		if c.distance > 1 {
			score /= 20
		}
		if score > bestScore || score == bestScore && term < best {
			best, bestScore = term, score
		}
	}
	return best
}

const (
	minCorrect = 4 // letters; shorter words are near too many others
	// A word that records have is good as it is, unless another one letter away
	// is in so many times as many.
	farRarer = 25
)

// related reports whether two words are forms of one, or one goes on where the
// other ends: neither is a spelling of the other.
func related(a, b string) bool {
	return stem(a) == stem(b) || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// countForms is how many records have a word in any form, in their text or
// around it.
func (v *view) countForms(word string) (n int, err error) {
	for _, field := range []string{fieldText, fieldFurniture} {
		for _, s := range v.segments {
			forms, err := s.formsOf(field, word)
			if err != nil {
				return 0, err
			}
			dict, err := s.segment.Dictionary(field)
			if err != nil {
				return 0, fmt.Errorf("index: dictionary of %s: %w", field, err)
			}
			for _, f := range forms {
				p, err := dict.PostingsList([]byte(f), nil, nil)
				if err != nil {
					return 0, fmt.Errorf("index: reading %q: %w", f, err)
				}
				n += int(p.Count())
			}
		}
	}
	return n, nil
}

func eachNear(dict segment.TermDictionary, prefix string, want []rune, allowed int, f func(term string, count, distance int)) {
	it := termRange(dict, prefix)
	var row distanceRow
	for n := 0; n < maxCandidates; n++ {
		e, err := it.Next()
		if err != nil || e == nil {
			return
		}
		if d := len(e.Term) - len(want); d > allowed || d < -allowed {
			continue
		}
		if d := row.distance(want, e.Term, allowed); d <= allowed {
			if p, err := dict.PostingsList([]byte(e.Term), nil, nil); err == nil {
				f(strings.Clone(e.Term), int(p.Count()), d)
			}
		}
	}
}

// distanceRow holds the rows of one distance after the other.
type distanceRow struct {
	rows [3][]int
	term []rune
}

// distance is how many letters must be left out, put in, changed or swapped
// with the next to make one word of the other; more than allowed is any
// larger number.
func (r *distanceRow) distance(a []rune, term string, allowed int) int {
	r.term = r.term[:0]
	for _, c := range term {
		r.term = append(r.term, c)
	}
	t := r.term
	for i := range r.rows {
		r.rows[i] = slices.Grow(r.rows[i][:0], len(t)+1)[:len(t)+1]
	}
	before, last, now := r.rows[0], r.rows[1], r.rows[2]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(t); j++ {
			change := 1
			if a[i-1] == t[j-1] {
				change = 0
			}
			d := min(last[j]+1, now[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == t[j-2] && a[i-2] == t[j-1] {
				d = min(d, before[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least > allowed {
			return allowed + 1
		}
		before, last, now = last, now, before
	}
	return last[len(t)]
}
