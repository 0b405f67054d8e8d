package index

import (
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// Lower-case "not" and "no" are words, not operators, and yet what follows
// them means the opposite without them: "recommendations not implemented", "no
// fault". Where a word follows that says something, a record must have the
// negation too, and one that has it shortly before the word, as "not yet
// implemented" or "not been implemented" has, comes before one that has both
// somewhere.
const (
	negatedReach  = 3   // words from a negation to what it negates
	negatedWeight = 3.0 // times what a record scores that has both apart
	// Negations are looked for in at most so many records.
	maxNegated = 4 * maxAdjacent
)

var negations = map[string]bool{"not": true, "no": true}

// negates reports whether the first of kids is a negation of a word that
// follows it, with only stop words between. "No. 12" is none.
func negates(kids []*node) bool {
	return negatedBy(kids) != nil
}

// negatedBy is the word that the first of kids negates, or nil.
func negatedBy(kids []*node) *leaf {
	if !areWords(kids[:1]) || !negations[kids[0].leaf.terms[0]] {
		return nil
	}
	for _, k := range kids[1:] {
		if !areWords([]*node{k}) {
			return nil
		}
		if w := k.leaf.terms[0]; !stopWords[w] {
			if strings.ContainsAny(w, "0123456789") {
				return nil
			}
			return k.leaf
		}
	}
	return nil
}

// joinNegations makes one phrase of a negation and what it negates, for a
// query of which not every word need be there: it keeps its meaning.
func joinNegations(kids []*node) []*node {
	var out []*node
	for i := 0; i < len(kids); i++ {
		if i+1 < len(kids) && negates(kids[i:i+2]) && negatedBy(kids[i:]) == kids[i+1].leaf {
			terms := []string{kids[i].leaf.terms[0], kids[i+1].leaf.terms[0]}
			out = append(out, leafNode(&leaf{kind: leafPhrase, terms: terms}))
			i++
			continue
		}
		out = append(out, kids[i])
	}
	return out
}

// scoreNegations raises the records that negate what a query of plain words
// negates.
func (x *exec) scoreNegations(n *node) error {
	if n == nil || n.op != opAll || x.matched() > maxNegated {
		return nil
	}
	for i := range n.kids {
		what := negatedBy(n.kids[i:])
		if what == nil {
			continue
		}
		for _, s := range x.segments {
			docs, err := s.negated(n.kids[i].leaf.terms[0], what.terms[0])
			if err != nil {
				return err
			}
			for it := docs.Iterator(); it.HasNext(); {
				s.scores[it.Next()] *= negatedWeight
			}
		}
	}
	return nil
}

// negated is the matches that have a word shortly after a negation.
func (s *segmentExec) negated(negation, word string) (*roaring.Bitmap, error) {
	forms, err := s.formsOf(fieldText, word)
	if err != nil {
		return nil, err
	}
	at := map[uint32][]uint32{}
	for _, f := range forms {
		err := s.places(f, s.matches, func(d uint32, list []uint32) { at[d] = append(at[d], list...) })
		if err != nil {
			return nil, err
		}
	}
	out := roaring.New()
	err = s.places(negation, s.matches, func(d uint32, list []uint32) {
		for _, p := range at[d] {
			if slices.ContainsFunc(list, func(q uint32) bool { return q < p && p <= q+negatedReach }) {
				out.Add(d)
				return
			}
		}
	})
	return out, err
}
