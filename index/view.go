package index

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A view is one snapshot of the index with its columns: what one search, or
// many, look at. It never changes. It is held while somebody looks at it and
// let go with release.
type view struct {
	reader   api.IndexReader
	segments []*segmentView
	values   *values
	docs     int     // live records
	textAvg  float64 // words in a record, in a title
	titleAvg float64
	refs     atomic.Int64

	frontMu sync.Mutex
	front   map[frontKey]*frontPage // see search.go
}

// A segmentView is one segment as a snapshot sees it.
type segmentView struct {
	*columns
	segment segment.Segment
	live    *roaring.Bitmap
}

// newView makes a view of a reader, which it closes in the end. Columns that
// are known are taken from have, by segment; the map is replaced by what this
// view uses.
func newView(reader api.IndexReader, have map[uint64]*columns, v *values) (*view, map[uint64]*columns, error) {
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, nil, fmt.Errorf("index: reader is a %T", reader)
	}
	w := &view{reader: reader, values: v, front: make(map[frontKey]*frontPage)}
	w.refs.Store(1)
	used := make(map[uint64]*columns)
	var text, title float64
	for _, s := range snapshot.Segments() {
		c := have[s.Id()]
		if c == nil || c.n != int(s.Segment().Count()) {
			var err error
			if c, err = newColumns(s.Segment(), v); err != nil {
				return nil, nil, err
			}
		}
		used[s.Id()] = c
		live := roaring.New()
		live.AddRange(0, uint64(c.n))
		if gone := s.Deleted(); gone != nil {
			live.AndNot(gone)
		}
		w.segments = append(w.segments, &segmentView{columns: c, segment: s.Segment(), live: live})
		w.docs += int(live.GetCardinality())
		it := live.Iterator()
		for it.HasNext() {
			d := it.Next()
			text += float64(c.textLen[d])
			title += float64(c.titleLen[d])
		}
	}
	n := float64(max(w.docs, 1))
	w.textAvg, w.titleAvg = max(text/n, 1), max(title/n, 1)
	return w, used, nil
}

func (v *view) hold() { v.refs.Add(1) }
func (v *view) release() {
	if v.refs.Add(-1) == 0 {
		v.reader.Close()
	}
}

// find gives the place of the record with this ID.
func (v *view) find(id string) (seg int, doc uint32, ok bool) {
	for i, s := range v.segments {
		dict, err := s.segment.Dictionary(fieldID)
		if err != nil {
			continue
		}
		docs, found, err := docsOf(dict, id)
		if err != nil || !found {
			continue
		}
		at := -1
		docs.each(func(d uint32) {
			if s.live.Contains(d) {
				at = int(d)
			}
		})
		if at >= 0 {
			return i, uint32(at), true
		}
	}
	return 0, 0, false
}

// shown reads what a hit shows.
func (s *segmentView) shown(doc uint32) (shown, error) {
	var out shown
	var inner error
	err := s.segment.VisitStoredFields(uint64(doc), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field != fieldShown {
			return true
		}
		out, inner = unpack(value)
		return false
	})
	if err == nil {
		err = inner
	}
	if err != nil {
		return shown{}, fmt.Errorf("index: reading %s: %w", s.id(doc), err)
	}
	return out, nil
}

// sum reads the digest of the record a document was made from.
func (s *segmentView) sum(doc uint32) (sum string, err error) {
	err = s.segment.VisitStoredFields(uint64(doc), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field != fieldSum {
			return true
		}
		sum = string(value)
		return false
	})
	return sum, err
}

// formsOf are the words of a field's dictionary that are forms of the same
// word as term, term itself first whether it is there or not.
func (s *segmentView) formsOf(field, term string) ([]string, error) {
	root := stem(term)
	known := field + "\x00" + root
	s.formsMu.Lock()
	list, ok := s.forms[known]
	s.formsMu.Unlock()
	if !ok {
		var err error
		list, err = termsFrom(s.segment, field, formsPrefix(root), maxForms, func(t string) bool { return stem(t) == root })
		if err != nil {
			return nil, err
		}
		s.formsMu.Lock()
		if len(s.forms) >= 10_000 {
			clear(s.forms)
		}
		s.forms[known] = list
		s.formsMu.Unlock()
	}
	forms := make([]string, 1, len(list)+1)
	forms[0] = term
	for _, f := range list {
		if f != term {
			forms = append(forms, f)
		}
	}
	return forms, nil
}

const maxForms = 64

// formsPrefix is what all forms of a word begin with. Porter's algorithm only
// ever cuts, but for a last letter: "polici" of "policy", "hope" of "hoping",
// "sensibl" of "sensibility".
func formsPrefix(root string) string {
	last := root[len(root)-1]
	if len(root) > 3 || len(root) == 3 && (last == 'i' || last == 'e') {
		return root[:len(root)-1]
	}
	return root
}

// termsFrom lists the terms of a field that begin with prefix and that keep
// wants, in order, at most n.
func termsFrom(seg segment.Segment, field, prefix string, n int, keep func(string) bool) ([]string, error) {
	dict, err := seg.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("index: dictionary of %s: %w", field, err)
	}
	var list []string
	for it := termRange(dict, prefix); len(list) < n; {
		e, err := it.Next()
		if err != nil {
			return nil, fmt.Errorf("index: dictionary of %s: %w", field, err)
		}
		if e == nil {
			break
		}
		if keep(e.Term) {
			list = append(list, strings.Clone(e.Term))
		}
	}
	return list, nil
}

// termRange iterates over the terms that begin with prefix, without their
// counts where the segment can leave them out.
func termRange(dict segment.TermDictionary, prefix string) segment.DictionaryIterator {
	var start, end []byte
	if prefix != "" {
		start, end = []byte(prefix), after(prefix)
	}
	if d, ok := dict.(interface {
		AutomatonIteratorOmitCount(a segment.Automaton, start, end []byte) segment.DictionaryIterator
	}); ok {
		return d.AutomatonIteratorOmitCount(nil, start, end)
	}
	return dict.AutomatonIterator(nil, start, end)
}

// after is the first key behind all that begin with prefix.
func after(prefix string) []byte {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xff {
			b[i]++
			return b[:i+1]
		}
	}
	return nil
}

// sortDocs puts bitmaps in the order in which intersecting them is cheapest.
func sortDocs(list []*roaring.Bitmap) {
	sort.Slice(list, func(i, j int) bool { return list[i].GetCardinality() < list[j].GetCardinality() })
}
