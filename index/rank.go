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

// score fills in every segment's scores for the records that matched. Order is
// the words as they were typed, where the query is words alone.
func (x *exec) score(n *node, order []string) error {
	words := x.wordsTyped(n)
	for _, s := range x.segments {
		s.scores = make([]float32, s.n)
		s.titled = make([]uint8, s.n)
	}
	var err error
	n.leaves(func(l *leaf) {
		if err == nil {
			err = x.scoreLeaf(l, words[l])
		}
	})
	if err == nil {
		err = x.scoreNegations(n)
	}
	if err != nil || len(order) == 0 {
		return err
	}
	return x.scoreOrder(n, order, len(words))
}

// wordsTyped are the leaves that are words of a query of words alone, without
// those we added.
func (x *exec) wordsTyped(n *node) map[*leaf]bool {
	list := map[*leaf]bool{}
	var walk func(*node)
	walk = func(n *node) {
		switch n.op {
		case opLeaf:
			if l := n.leaf; l.scope == "" && (l.kind == leafWord || l.kind == leafExact) {
				list[l] = true
			}
		case opAll, opMost:
			for _, k := range n.kids {
				walk(k)
			}
		case opAny: // what was typed stands before what we added
			walk(n.kids[0])
		}
	}
	if n != nil {
		walk(n)
	}
	return list
}

func (x *exec) scoreLeaf(l *leaf, typed bool) error {
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
		if err := s.scoreIn(x, l, m, idf, typed); err != nil {
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

func (s *segmentExec) scoreIn(x *exec, l *leaf, m *matched, idf float32, typed bool) error {
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
	part := l.part()
	return s.eachWord(m.forms[0], func(d uint32, t tally) {
		score := float32(0)
		if part == 0 {
			score = bm25(float32(t.count()), float32(s.textLen[d])/float32(x.view.textAvg))
		}
		if t.in(titleBit) && part != decisionBit {
			score += titleWeight * bm25(1, float32(s.titleLen[d])/float32(x.view.titleAvg))
			if typed {
				s.titled[d]++
			}
		}
		if t.in(decisionBit) && part != titleBit {
			score += decisionWeight
		}
		s.scores[d] += idf * score
	})
}

// bm25 is the part of the formula that depends on the record: how often a
// word is said, tempered, for its length over the average.
func bm25(tf, length float32) float32 {
	return tf * (k1 + 1) / (tf + k1*(1-b+b*length))
}

// eachWord calls f with the frequency of a word, all its forms together, in
// the records that matched and have any.
func (s *segmentExec) eachWord(forms []string, f func(d uint32, t tally)) error {
	if len(forms) == 1 {
		return s.postings(forms[0], s.matches, false, func(d uint32, p segment.Posting) {
			f(d, frequency(p.Frequency()).tally())
		})
	}
	if s.freqs == nil {
		s.freqs = make([]tally, s.n)
	}
	var touched []uint32
	for _, form := range forms {
		err := s.postings(form, s.matches, false, func(d uint32, p segment.Posting) {
			if s.freqs[d] == 0 {
				touched = append(touched, d)
			}
			s.freqs[d] = s.freqs[d].plus(frequency(p.Frequency()).tally())
		})
		if err != nil {
			return err
		}
	}
	for _, d := range touched {
		f(d, s.freqs[d])
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
// most of all those whose title is just that, then titles, then texts. Words
// is how many of the leaves are words, for the titles that have them all.
func (x *exec) scoreOrder(n *node, order []string, words int) error {
	many := 0
	for _, s := range x.segments {
		many += int(s.matches.GetCardinality())
	}
	weight := float32(0)
	n.leaves(func(l *leaf) {
		if l.weight == 1 {
			weight += x.idf(x.frequency(l)) * float32(len(l.terms))
		}
	})
	for _, s := range x.segments {
		among := s.matches
		if many > maxAdjacent || len(order) == 1 {
			among = s.titledIn(words)
		}
		if among.IsEmpty() {
			continue
		}
		if len(order) == 1 {
			it := among.Iterator()
			for it.HasNext() {
				if d := it.Next(); s.titleLen[d] == 1 {
					s.scores[d] += wholeTitle
				}
			}
			continue
		}
		if err := s.scoreAdjacent(order, among, weight, float32(x.view.textAvg)); err != nil {
			return err
		}
	}
	return nil
}

func (s *segmentExec) scoreAdjacent(order []string, among *roaring.Bitmap, weight, avg float32) error {
	m := &matched{inTxt: roaring.New()}
	for _, t := range order {
		forms, err := s.formsOf(fieldText, t)
		if err != nil {
			return err
		}
		m.forms = append(m.forms, forms)
	}
	if err := s.adjacent(m, among); err != nil {
		return err
	}
	s.addPhrase(m, weight*phraseInText, avg)
	it := m.inTxt.Iterator()
	for _, first := range m.first {
		d := it.Next()
		switch {
		case first == 0 && int(s.titleLen[d]) == len(order):
			s.scores[d] += wholeTitle
		case s.titleHas(d, first, len(order)):
			s.scores[d] += weight * phraseInTitle
		}
	}
	return nil
}

// titledIn is the matches that have n of the words typed in their title.
func (s *segmentExec) titledIn(n int) *roaring.Bitmap {
	var list []uint32
	it := s.matches.Iterator()
	for n > 0 && it.HasNext() {
		if d := it.Next(); int(s.titled[d]) >= n {
			list = append(list, d)
		}
	}
	return roaring.BitmapOf(list...)
}

// frequency is how many records a leaf was found in.
func (x *exec) frequency(l *leaf) (df int) {
	for _, s := range x.segments {
		if m := s.found[l]; m != nil {
			df += int(m.docs.GetCardinality())
		}
	}
	return df
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
