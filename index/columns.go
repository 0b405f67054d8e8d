package index

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"moothall/archive"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// columns hold, for one immutable segment, what is asked of every hit: which
// value of each facet it has, its day, its lengths, its ID. They are filled
// once from the segment's dictionaries and shared by every snapshot that
// holds the segment, and they point to none of its memory.
//
// Counting through them is what makes facets cheap: one array read for each
// hit and facet, where Bleve counts strings in a map.
type columns struct {
	n        int // records, deleted ones included
	facets   []column
	day      []int32 // 20210722; 0 where not known
	textLen  []uint32
	titleLen []uint16
	routine  *roaring.Bitmap
	ids      string // all IDs, one after the other
	idEnds   []uint32
	terms    []map[uint32][]string // facet -> value -> the terms that stand for it

	// What was read of the dictionary while searching.
	formsMu sync.Mutex
	forms   map[string][]string
}

// A column says which values of one facet each record has. Records with the
// same set of values share an ordinal, so that a facet with several values a
// record is counted like any other; ordinal 0 is no value at all.
type column struct {
	narrow []uint16 // one of the two
	wide   []uint32
	sets   [][]uint32 // ordinal -> values
}

// count adds to counts, by ordinal, the records listed.
func (c *column) count(docs []uint32, counts []uint32) {
	if c.narrow != nil {
		for _, d := range docs {
			counts[c.narrow[d]]++
		}
		return
	}
	for _, d := range docs {
		counts[c.wide[d]]++
	}
}

// values numbers the values of every facet, for as long as an Index is open.
// Numbers are never taken back, so columns may keep them.
type values struct {
	mu    sync.RWMutex
	facet []valueSet
}

type valueSet struct {
	number map[string]uint32
	name   []string // number -> value
	label  []string // number -> the name it came with
}

func newValues() *values {
	v := &values{facet: make([]valueSet, len(archive.Facets))}
	for i := range v.facet {
		v.facet[i].number = make(map[string]uint32)
	}
	return v
}

// of gives the number of the value a facet's term stands for.
func (v *values) of(facet int, term string) uint32 {
	value, label, _ := strings.Cut(term, "\x00")
	v.mu.Lock()
	defer v.mu.Unlock()
	s := &v.facet[facet]
	n, ok := s.number[value]
	if !ok {
		n = uint32(len(s.name))
		s.number[value] = n
		s.name = append(s.name, value)
		s.label = append(s.label, label)
	} else if s.label[n] == strings.ToUpper(s.label[n]) {
		s.label[n] = label // a name in capitals gives way to any other
	}
	return n
}

// number finds a value without giving it a number.
func (v *values) number(facet int, value string) (uint32, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	n, ok := v.facet[facet].number[value]
	return n, ok
}

// names gives the values of a facet and their labels by number.
func (v *values) names(facet int) (names, labels []string) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s := v.facet[facet]
	return s.name, append([]string(nil), s.label...)
}

// newColumns reads a segment's columns.
func newColumns(seg segment.Segment, v *values) (*columns, error) {
	n := int(seg.Count())
	c := &columns{
		n: n, facets: make([]column, len(archive.Facets)), terms: make([]map[uint32][]string, len(archive.Facets)),
		day: make([]int32, n), textLen: make([]uint32, n), titleLen: make([]uint16, n), routine: roaring.New(),
		forms: make(map[string][]string),
	}
	for i, f := range archive.Facets {
		var err error
		if c.facets[i], c.terms[i], err = newColumn(seg, i, facetField(f), n, v); err != nil {
			return nil, err
		}
	}
	err := eachTerm(seg, fieldDay, func(term string, docs docList) {
		day, _ := strconv.Atoi(term)
		docs.each(func(d uint32) { c.day[d] = int32(day) })
	})
	if err != nil {
		return nil, err
	}
	err = eachTerm(seg, fieldTextLen, func(term string, docs docList) {
		length, _ := strconv.Atoi(term)
		docs.each(func(d uint32) { c.textLen[d] = uint32(length) })
	})
	if err != nil {
		return nil, err
	}
	err = eachTerm(seg, fieldTitleLen, func(term string, docs docList) {
		length, _ := strconv.Atoi(term)
		docs.each(func(d uint32) { c.titleLen[d] = uint16(min(length, 1<<16-1)) })
	})
	if err != nil {
		return nil, err
	}
	err = eachTerm(seg, fieldRoutine, func(_ string, docs docList) { docs.each(c.routine.Add) })
	if err != nil {
		return nil, err
	}
	var ids strings.Builder
	c.idEnds = make([]uint32, n)
	for d := range n {
		id, err := seg.DocID(uint64(d))
		if err != nil {
			return nil, fmt.Errorf("index: reading IDs: %w", err)
		}
		ids.Write(id)
		c.idEnds[d] = uint32(ids.Len())
	}
	c.ids = ids.String()
	return c, nil
}

// id is the ID of record d of the segment.
func (c *columns) id(d uint32) archive.ID {
	from := uint32(0)
	if d > 0 {
		from = c.idEnds[d-1]
	}
	return archive.ID(c.ids[from:c.idEnds[d]])
}

func newColumn(seg segment.Segment, facet int, field string, n int, v *values) (column, map[uint32][]string, error) {
	c := column{wide: make([]uint32, n), sets: [][]uint32{nil}}
	terms := make(map[uint32][]string)
	type step struct{ set, value uint32 }
	steps := map[step]uint32{}
	err := eachTerm(seg, field, func(term string, docs docList) {
		value := v.of(facet, term)
		terms[value] = append(terms[value], term)
		docs.each(func(d uint32) {
			from := c.wide[d]
			to, ok := steps[step{from, value}]
			if !ok {
				to = uint32(len(c.sets))
				have := c.sets[from]
				c.sets = append(c.sets, append(have[:len(have):len(have)], value))
				steps[step{from, value}] = to
			}
			c.wide[d] = to
		})
	})
	if err != nil {
		return column{}, nil, err
	}
	if len(c.sets) <= 1<<16 {
		c.narrow = make([]uint16, n)
		for d, o := range c.wide {
			c.narrow[d] = uint16(o)
		}
		c.wide = nil
	}
	return c, terms, nil
}

// A docList is the records of one term: a bitmap, or a single one.
type docList struct {
	many *roaring.Bitmap
	one  uint32
}

func (l docList) each(f func(uint32)) {
	if l.many == nil {
		f(l.one)
		return
	}
	it := l.many.Iterator()
	for it.HasNext() {
		f(it.Next())
	}
}

// eachTerm calls f with every term of a field, in order, and its records. The
// list is good only during the call.
func eachTerm(seg segment.Segment, field string, f func(term string, docs docList)) error {
	dict, err := seg.Dictionary(field)
	if err != nil {
		return fmt.Errorf("index: dictionary of %s: %w", field, err)
	}
	it := dict.AutomatonIterator(nil, nil, nil)
	for {
		e, err := it.Next()
		if err != nil {
			return fmt.Errorf("index: dictionary of %s: %w", field, err)
		}
		if e == nil {
			return nil
		}
		docs, ok, err := docsOf(dict, e.Term)
		if err != nil {
			return fmt.Errorf("index: %s: %w", field, err)
		}
		if ok {
			f(e.Term, docs)
		}
	}
}

// docsOf is the records of a term, deleted ones among them; ok is false where
// the segment does not know the term. The bitmap belongs to the segment.
func docsOf(dict segment.TermDictionary, term string) (l docList, ok bool, err error) {
	p, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return docList{}, false, err
	}
	it, _ := p.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if it == nil {
		return docList{}, false, nil
	}
	if b := it.ActualBitmap(); b != nil {
		return docList{many: b}, !b.IsEmpty(), nil
	}
	if one, ok := it.DocNum1Hit(); ok {
		return docList{one: uint32(one)}, true, nil
	}
	return docList{}, false, nil
}
