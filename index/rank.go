package index

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// BM25 with its usual constants, over true lengths and true counts of the
// live records. A word counts in the text, which holds title and decision
// too, and again in the title and the decision, so that what a record is
// about comes before what it mentions.
const (
	k1 = 1.2
	b  = 0.75

	titleWeight    = 2.0
	decisionWeight = 0.5
	aroundWeight   = 0.15 // found only in what carries the record

	// These come before any score of words.
	ownReference  = 2000 // it is the record asked for
	wholeTitle    = 1000 // its title is just what was typed
	citedRef      = 60
	likelyNumber  = 6   // an item number that was typed among words, or alone
	phraseInTitle = 0.5 // of the words' own weight, where a title has them in order
	phraseInText  = 0.3
	// Words in order are looked for in the text of at most so many records.
	maxAdjacent = 4000
)

// score fills in every segment's scores for the records that matched.
func (x *exec) score(n *node) error {
	for _, s := range x.segments {
		s.scores = make([]float32, s.n)
	}
	var err error
	n.leaves(func(l *leaf) {
		if err == nil {
			err = x.scoreLeaf(l)
		}
	})
	if err != nil {
		return err
	}
	return x.scoreOrder(n)
}

func (x *exec) scoreLeaf(l *leaf) error {
	if l.kind == leafFacet {
		return nil
	}
	df := 0
	for _, s := range x.segments {
		m, err := s.leaf(x, l)
		if err != nil {
			return err
		}
		df += int(m.docs.AndCardinality(s.live))
	}
	idf := x.idf(df) * l.weight
	for _, s := range x.segments {
		if err := x.ctx.Err(); err != nil {
			return err
		}
		m := s.found[l]
		if m.docs.AndCardinality(s.matches) == 0 {
			continue
		}
		if err := s.scoreIn(x, l, m, idf); err != nil {
			return err
		}
	}
	return nil
}

// idf is how much a word says that is in df of the records.
func (x *exec) idf(df int) float32 {
	n := float64(x.view.docs)
	return float32(math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5)))
}

func (s *segmentExec) scoreIn(x *exec, l *leaf, m *matched, idf float32) error {
	if k := l.key(); k != "" {
		own, cited := float32(likelyNumber), float32(likelyNumber)/2
		if l.kind == leafRef {
			own, cited = ownReference, citedRef
		}
		if err := s.addFlat(fieldOwn, k, own); err != nil {
			return err
		}
		if err := s.addFlat(fieldCites, k, cited); err != nil {
			return err
		}
	}
	if m.inTxt == nil {
		s.addAll(m.docs, idf)
		return nil
	}
	if around := roaring.AndNot(roaring.And(m.docs, s.matches), m.inTxt); !around.IsEmpty() {
		s.addAll(around, idf*aroundWeight)
	}
	if l.kind == leafPhrase {
		s.addPhrase(m, idf, float32(x.view.textAvg))
		return nil
	}
	if l.scope == "" {
		if err := s.addWords(fieldText, m.forms[0], idf, func(d uint32, tf float32) float32 {
			return bm25(tf, float32(s.textLen[d])/float32(x.view.textAvg))
		}); err != nil {
			return err
		}
	}
	if l.scope == "" || l.scope == fieldTitle {
		if err := s.addWords(fieldTitle, m.forms[0], idf*titleWeight, func(d uint32, tf float32) float32 {
			return bm25(tf, float32(s.titleLen[d])/float32(x.view.titleAvg))
		}); err != nil {
			return err
		}
	}
	if l.scope == "" || l.scope == fieldDecision {
		return s.addWords(fieldDecision, m.forms[0], idf*decisionWeight, func(_ uint32, tf float32) float32 {
			return tf * (k1 + 1) / (tf + k1)
		})
	}
	return nil
}

// bm25 is the part of the formula that depends on the record: how often a
// word is said, tempered, for its length over the average.
func bm25(tf, length float32) float32 {
	return tf * (k1 + 1) / (tf + k1*(1-b+b*length))
}

// addWords adds weight times f(record, frequency) for the records that matched
// and have any of the forms in the field. The frequencies of all forms count
// as one word's.
func (s *segmentExec) addWords(field string, forms []string, weight float32, f func(d uint32, tf float32) float32) error {
	if len(forms) == 1 {
		return s.postings(field, forms[0], s.matches, false, func(d uint32, p segment.Posting) {
			s.scores[d] += weight * f(d, float32(p.Frequency()))
		})
	}
	if s.freqs == nil {
		s.freqs = make([]uint16, s.n)
	}
	var touched []uint32
	for _, form := range forms {
		err := s.postings(field, form, s.matches, false, func(d uint32, p segment.Posting) {
			if s.freqs[d] == 0 {
				touched = append(touched, d)
			}
			s.freqs[d] = uint16(min(uint64(s.freqs[d])+p.Frequency(), 1<<16-1))
		})
		if err != nil {
			return err
		}
	}
	for _, d := range touched {
		s.scores[d] += weight * f(d, float32(s.freqs[d]))
		s.freqs[d] = 0
	}
	return nil
}

// addPhrase scores a phrase as if it were one word.
func (s *segmentExec) addPhrase(m *matched, idf, avg float32) {
	it := m.inTxt.Iterator()
	for _, freq := range m.freq {
		d := it.Next()
		s.scores[d] += idf * bm25(float32(freq), float32(s.textLen[d])/avg)
	}
}

func (s *segmentExec) addAll(docs *roaring.Bitmap, weight float32) {
	it := docs.Iterator()
	for it.HasNext() {
		s.scores[it.Next()] += weight
	}
}

func (s *segmentExec) addFlat(field, term string, weight float32) error {
	docs, err := s.anyOf(field, []string{term})
	if err == nil {
		s.addAll(docs, weight)
	}
	return err
}

// scoreOrder raises records that have the words typed in the order typed:
// most of all those whose title is just that, then titles, then texts.
func (x *exec) scoreOrder(n *node) error {
	terms, weight := x.typed(n)
	if len(terms) == 0 {
		return nil
	}
	many := 0
	for _, s := range x.segments {
		many += int(s.matches.GetCardinality())
	}
	l := &leaf{kind: leafPhrase, terms: terms}
	for _, s := range x.segments {
		if s.matches.IsEmpty() {
			continue
		}
		title, err := s.phraseIn(l, fieldTitle)
		if err != nil {
			return err
		}
		it := title.inTxt.Iterator()
		for it.HasNext() {
			d := it.Next()
			if int(s.titleLen[d]) == len(terms) {
				s.scores[d] += wholeTitle
			} else if len(terms) > 1 {
				s.scores[d] += weight * phraseInTitle
			}
		}
		if len(terms) < 2 || many > maxAdjacent {
			continue
		}
		text := &matched{inTxt: roaring.New(), forms: title.forms}
		if err := s.adjacent(text, fieldText, s.matches); err != nil {
			return err
		}
		s.addPhrase(text, weight*phraseInText, float32(x.view.textAvg))
	}
	return nil
}

// typed is the words of a query that is made of nothing but words and what we
// added to them, and how much they weigh together.
func (x *exec) typed(n *node) (terms []string, weight float32) {
	if n == nil {
		return nil, 0
	}
	kids := []*node{n}
	if n.op == opAll {
		kids = n.kids
	}
	for _, k := range kids {
		if k.op == opAny { // what was typed stands before what we added
			t, w := x.typed(k.kids[0])
			terms, weight = append(terms, t...), weight+w
			continue
		}
		if k.op != opLeaf || k.leaf.scope != "" || k.leaf.kind != leafWord && k.leaf.kind != leafPhrase && k.leaf.kind != leafExact {
			continue
		}
		df := 0
		for _, s := range x.segments {
			if m := s.found[k.leaf]; m != nil {
				df += int(m.docs.GetCardinality())
			}
		}
		terms = append(terms, k.leaf.terms...)
		weight += x.idf(df) * float32(len(k.leaf.terms))
	}
	return terms, weight
}

// steps is a score in steps of about an eighth of a hundredth, so that
// records as good as each other are known as equal and the newer one comes
// first.
func steps(score float32) int32 {
	if score <= 0 {
		return 0
	}
	return int32(math.Round(math.Log2(1+float64(score)) * 512))
}
