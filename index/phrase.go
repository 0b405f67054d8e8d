package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// phraseDocs finds the records that say a phrase: in their text, as one word
// ("well being" for "wellbeing"), or as words of their furniture, whose
// places are not kept.
func (s *segmentExec) phraseDocs(x *exec, l *leaf) (*matched, error) {
	m, err := s.phraseIn(l)
	if err != nil {
		return nil, err
	}
	if l.scope != "" {
		return m, s.keepPart(m, l)
	}
	m.docs = m.inTxt
	if len(l.terms) <= maxJoints {
		one, err := s.anyOf(fieldText, []string{l.joined()})
		if err != nil {
			return nil, err
		}
		m.docs = roaring.Or(m.docs, one)
	}
	var around []*roaring.Bitmap
	for _, t := range l.terms {
		b, err := s.anyOf(fieldFurniture, []string{t})
		if err != nil {
			return nil, err
		}
		around = append(around, b)
	}
	m.docs, err = s.withKey(l, roaring.Or(m.docs, roaring.FastAnd(around...)))
	return m, err
}

// keepPart leaves of a phrase's records those that have it in the part of the
// text the leaf names. Only the title's place is known; of a decision it is
// asked that it has all the words.
func (s *segmentExec) keepPart(m *matched, l *leaf) error {
	within := m.inTxt
	for _, forms := range m.forms {
		docs, err := s.anyIn(l.part(), forms)
		if err != nil {
			return err
		}
		within = roaring.And(within, docs)
	}
	kept := &matched{forms: m.forms, inTxt: roaring.New()}
	it := m.inTxt.Iterator()
	for i, freq := range m.freq {
		d := it.Next()
		if within.Contains(d) && (l.scope != inTitle || s.titleHas(d, m.first[i], len(l.terms))) {
			kept.inTxt.Add(d)
			kept.freq = append(kept.freq, freq)
			kept.first = append(kept.first, m.first[i])
		}
	}
	*m = *kept
	m.docs = m.inTxt
	return nil
}

// titleHas reports whether n words from a place on stand in the title, with
// which every text begins.
func (s *segmentExec) titleHas(d uint32, from uint32, n int) bool {
	return int(from)+n <= int(s.titleLen[d])
}

// phraseIn finds the records in whose text the words of a leaf follow each
// other, and how often they do.
func (s *segmentExec) phraseIn(l *leaf) (*matched, error) {
	m := &matched{inTxt: roaring.New(), docs: roaring.New()}
	sets := make([]*roaring.Bitmap, len(l.terms))
	for i, t := range l.terms {
		forms, err := s.forms1(fieldText, l, t)
		if err != nil {
			return nil, err
		}
		m.forms = append(m.forms, forms)
		if sets[i], err = s.anyOf(fieldText, forms); err != nil {
			return nil, err
		}
	}
	both := append([]*roaring.Bitmap{s.live}, sets...)
	sortDocs(both)
	cand := both[0]
	for _, b := range both[1:] {
		cand = roaring.And(cand, b)
	}
	return m, s.adjacent(m, cand)
}

// adjacent keeps those of the candidates in which the words of m.forms stand
// one after the other.
func (s *segmentExec) adjacent(m *matched, cand *roaring.Bitmap) error {
	if cand.IsEmpty() {
		return nil
	}
	docs := cand.ToArray()
	starts := make([][]uint32, len(docs)) // where a phrase may begin
	var arena []uint32
	for w, forms := range m.forms {
		here := make([][]uint32, len(docs))
		for _, f := range forms {
			err := s.places(f, cand, func(doc uint32, at []uint32) {
				i, ok := slices.BinarySearch(docs, doc)
				if !ok {
					return
				}
				from := len(arena)
				for _, p := range at {
					if p >= uint32(w) {
						arena = append(arena, p-uint32(w))
					}
				}
				list := arena[from:len(arena):len(arena)]
				if len(here[i]) > 0 {
					list = append(append([]uint32{}, here[i]...), list...)
					slices.Sort(list)
				}
				here[i] = list
			})
			if err != nil {
				return err
			}
		}
		if w == 0 {
			starts = here
			continue
		}
		for i := range docs {
			starts[i] = common(starts[i], here[i])
		}
	}
	for i, d := range docs {
		if n := len(starts[i]); n > 0 {
			m.inTxt.Add(d)
			m.freq = append(m.freq, uint16(min(n, 1<<16-1)))
			m.first = append(m.first, starts[i][0])
		}
	}
	return nil
}

// common is what two ordered lists share; it overwrites the first.
func common(a, b []uint32) []uint32 {
	out := a[:0]
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}

// places calls f with the places of a term in each of the records asked for,
// in order of records.
func (s *segmentExec) places(term string, in *roaring.Bitmap, f func(doc uint32, at []uint32)) error {
	var at []uint32
	return s.postings(term, in, true, func(doc uint32, p segment.Posting) {
		var ok bool
		if at, ok = frequency(p.Frequency()).places(at[:0]); ok {
			f(doc, at)
			return
		}
		for _, loc := range p.Locations() {
			pos := uint32(loc.Pos())
			at = append(at, pos)
			if d := uint32(loc.Start()); d > 0 {
				pos += d
				at = append(at, pos)
			}
			if d := uint32(loc.End()); d > 0 {
				pos += d
				at = append(at, pos)
			}
			for _, d := range loc.ArrayPositions() {
				pos += uint32(d)
				at = append(at, pos)
			}
		}
		f(doc, at)
	})
}
