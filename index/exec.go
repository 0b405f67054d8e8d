package index

import (
	"context"
	"fmt"

	"moothall/archive"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// An exec finds and scores the records one query means, straight from the
// postings of the segments. Bleve's own searchers and collector do the same
// more slowly, with statistics that are not what BM25 asks for.
//
// First every segment is matched, which reads only bitmaps, and for phrases
// places; then, when it is known how many records each word is in, what
// matched is scored, which reads frequencies.
type exec struct {
	ctx      context.Context
	view     *view
	segments []*segmentExec
	hits     []shown // of the page, in order
}

// A segmentExec is the work on one segment.
type segmentExec struct {
	*segmentView
	dicts   map[string]segment.TermDictionary
	found   map[*leaf]*matched
	spare   segment.PostingsIterator
	scores  []float32 // by record; only those that matched are meant
	freqs   []tally
	titled  []uint8 // how many of the words typed stand in the title
	matches *roaring.Bitmap
}

// matched is what one leaf found in one segment.
type matched struct {
	docs  *roaring.Bitmap
	forms [][]string      // of each word, as the segment's text has them
	inTxt *roaring.Bitmap // those of docs that say it in their text
	freq  []uint16        // of a phrase: how often, for each record of inTxt in order
	first []uint32        // of a phrase: where it first stands
}

func newExec(ctx context.Context, v *view) *exec {
	x := &exec{ctx: ctx, view: v}
	for _, s := range v.segments {
		x.segments = append(x.segments, &segmentExec{
			segmentView: s, dicts: make(map[string]segment.TermDictionary), found: make(map[*leaf]*matched),
		})
	}
	return x
}

// match finds the records that n means, in every segment. A nil node means
// all records.
func (x *exec) match(n *node) error {
	for _, s := range x.segments {
		if err := x.ctx.Err(); err != nil {
			return err
		}
		if n == nil {
			s.matches = s.live
			continue
		}
		docs, err := s.eval(x, n)
		if err != nil {
			return err
		}
		s.matches = roaring.And(docs, s.live)
	}
	return nil
}

// eval finds the records of a node; deleted ones may be among them.
func (s *segmentExec) eval(x *exec, n *node) (*roaring.Bitmap, error) {
	switch n.op {
	case opLeaf:
		m, err := s.leaf(x, n.leaf)
		if err != nil {
			return nil, err
		}
		return m.docs, nil
	case opNot:
		docs, err := s.eval(x, n.kids[0])
		if err != nil {
			return nil, err
		}
		return roaring.AndNot(s.live, docs), nil
	case opAny:
		var list []*roaring.Bitmap
		for _, k := range n.kids {
			docs, err := s.eval(x, k)
			if err != nil {
				return nil, err
			}
			list = append(list, docs)
		}
		return roaring.FastOr(list...), nil
	case opMost:
		return s.evalMost(x, n)
	}
	var with, without []*roaring.Bitmap
	for _, k := range n.kids {
		into := &with
		if k.op == opNot {
			k, into = k.kids[0], &without
		}
		docs, err := s.eval(x, k)
		if err != nil {
			return nil, err
		}
		*into = append(*into, docs)
	}
	out := s.live
	if len(with) > 0 {
		sortDocs(with)
		out = with[0]
		for _, b := range with[1:] {
			out = roaring.And(out, b)
		}
	}
	for _, b := range without {
		out = roaring.AndNot(out, b)
	}
	return out, nil
}

// evalMost finds the records of which most of a node's kids hold.
func (s *segmentExec) evalMost(x *exec, n *node) (*roaring.Bitmap, error) {
	held := make([]uint8, s.n)
	var out []uint32
	for _, k := range n.kids {
		docs, err := s.eval(x, k)
		if err != nil {
			return nil, err
		}
		it := docs.Iterator()
		for it.HasNext() {
			d := it.Next()
			if held[d]++; int(held[d]) == most(len(n.kids)) {
				out = append(out, d)
			}
		}
	}
	return roaring.BitmapOf(out...), nil
}

// leaf finds the records of a leaf, once.
func (s *segmentExec) leaf(x *exec, l *leaf) (*matched, error) {
	if m := s.found[l]; m != nil {
		return m, nil
	}
	m := &matched{}
	var err error
	switch l.kind {
	case leafFacet:
		m.docs, err = s.facetDocs(x.view, l)
	case leafRef:
		m, err = s.refDocs(x, l)
	case leafPhrase:
		m, err = s.phraseDocs(x, l)
	default:
		m, err = s.wordDocs(l)
	}
	if err != nil {
		return nil, err
	}
	s.found[l] = m
	return m, nil
}

// wordDocs finds the records with any form of a word, or any word of a prefix.
func (s *segmentExec) wordDocs(l *leaf) (*matched, error) {
	forms, err := s.forms1(fieldText, l, l.terms[0])
	if err != nil {
		return nil, err
	}
	m := &matched{forms: [][]string{forms}}
	if l.scope != "" {
		m.inTxt, err = s.anyIn(l.part(), forms)
		m.docs = m.inTxt
		return m, err
	}
	if m.inTxt, err = s.anyOf(fieldText, forms); err != nil {
		return nil, err
	}
	if forms, err = s.forms1(fieldFurniture, l, l.terms[0]); err != nil {
		return nil, err
	}
	around, err := s.anyOf(fieldFurniture, forms)
	if err != nil {
		return nil, err
	}
	m.docs, err = s.withKey(l, roaring.Or(m.inTxt, around))
	return m, err
}

// forms1 is the terms of a field that one word of a leaf stands for.
func (s *segmentExec) forms1(field string, l *leaf, term string) ([]string, error) {
	switch l.kind {
	case leafExact:
		return []string{term}, nil
	case leafPrefix:
		return termsFrom(s.segment, field, term, maxPrefix, func(string) bool { return true })
	}
	return s.formsOf(field, term)
}

// withKey adds the records that have or cite the reference a leaf may be.
func (s *segmentExec) withKey(l *leaf, docs *roaring.Bitmap) (*roaring.Bitmap, error) {
	k := l.key()
	if k == "" {
		return docs, nil
	}
	refs, err := s.anyOf(fieldOwn, []string{k})
	if err != nil {
		return nil, err
	}
	cites, err := s.anyOf(fieldCites, []string{k})
	if err != nil {
		return nil, err
	}
	return roaring.FastOr(docs, refs, cites), nil
}

// refDocs finds the records that have a reference, cite it, or say it.
func (s *segmentExec) refDocs(x *exec, l *leaf) (*matched, error) {
	m := &matched{}
	said, err := s.anyOf(fieldText, []string{l.key()})
	if err != nil {
		return nil, err
	}
	if len(l.terms) > 1 {
		p, err := s.phraseIn(l)
		if err != nil {
			return nil, err
		}
		said = roaring.Or(said, p.inTxt)
	}
	m.docs, err = s.withKey(l, said)
	return m, err
}

// facetDocs finds the records with any of a facet's values.
func (s *segmentExec) facetDocs(v *view, l *leaf) (*roaring.Bitmap, error) {
	out := roaring.New()
	for _, name := range l.values {
		n, ok := v.values.number(l.facet, name)
		if !ok {
			continue
		}
		b, err := s.anyOf(facetField(archive.Facets[l.facet]), s.terms[l.facet][n])
		if err != nil {
			return nil, err
		}
		out.Or(b)
	}
	return out, nil
}

func (s *segmentExec) dict(field string) (segment.TermDictionary, error) {
	if d := s.dicts[field]; d != nil {
		return d, nil
	}
	d, err := s.segment.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("index: dictionary of %s: %w", field, err)
	}
	s.dicts[field] = d
	return d, nil
}

// anyOf is the records with any of a field's terms. It may belong to the
// segment and must not be changed.
func (s *segmentExec) anyOf(field string, terms []string) (*roaring.Bitmap, error) {
	dict, err := s.dict(field)
	if err != nil {
		return nil, err
	}
	var many []*roaring.Bitmap
	var ones *roaring.Bitmap
	for _, t := range terms {
		docs, ok, err := docsOf(dict, t)
		switch {
		case err != nil:
			return nil, fmt.Errorf("index: %s: %w", field, err)
		case !ok:
		case docs.many != nil:
			many = append(many, docs.many)
		default:
			if ones == nil {
				ones = roaring.New()
				many = append(many, ones)
			}
			ones.Add(docs.one)
		}
	}
	switch len(many) {
	case 0:
		return roaring.New(), nil
	case 1:
		return many[0], nil
	}
	return roaring.FastOr(many...), nil
}

// anyIn is the records with any of the terms in a part of the text.
func (s *segmentExec) anyIn(part frequency, terms []string) (*roaring.Bitmap, error) {
	out := roaring.New()
	for _, t := range terms {
		err := s.postings(t, s.live, false, func(d uint32, p segment.Posting) {
			if frequency(p.Frequency())&part != 0 {
				out.Add(d)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// postings calls f with a word's postings for the records asked for, in order.
func (s *segmentExec) postings(term string, in *roaring.Bitmap, places bool, f func(doc uint32, p segment.Posting)) error {
	dict, err := s.dict(fieldText)
	if err != nil {
		return err
	}
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return fmt.Errorf("index: reading %q: %w", term, err)
	}
	it := list.Iterator(true, false, places, s.spare)
	o, ok := it.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil
	}
	s.spare = it
	if all := o.ActualBitmap(); all != nil {
		// Where few are wanted, the others are passed over undecoded.
		if n := all.GetCardinality(); n > 2*in.GetCardinality() {
			o.ReplaceActual(roaring.And(all, in))
			in = nil
		} else if n == 0 {
			return nil
		}
	}
	for {
		p, err := it.Next()
		if err != nil {
			return fmt.Errorf("index: reading %q: %w", term, err)
		}
		if p == nil {
			return nil
		}
		doc := uint32(p.Number())
		if in == nil || in.Contains(doc) {
			f(doc, p)
		}
	}
}
