package index

import (
	"cmp"
	"container/heap"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"

	"moothall/archive"
)

// ErrBadCursor is returned for a cursor that is none of ours.
var ErrBadCursor = errors.New("index: not a cursor of this archive")

// An order is how results are sorted. Records as good as each other come
// newest first, and then by ID, so that every order is total and a cursor
// has one place in it.
type order uint8

const (
	byScore order = iota
	newestFirst
	oldestFirst
)

func orderOf(q archive.Query, n *node) order {
	scored := false
	n.leaves(func(l *leaf) { scored = scored || l.kind != leafFacet })
	switch {
	case q.Sort == archive.SortOldest:
		return oldestFirst
	case q.Sort == archive.SortNewest || !scored:
		return newestFirst
	}
	return byScore
}

// A place is where a record stands in an order.
type place struct {
	steps int32
	day   int32
	id    archive.ID // filled where it is needed
	seg   int32
	doc   uint32
}

// before reports whether a stands before b.
func (x *exec) before(o order, a, b *place) bool {
	if c := compareKeys(o, a, b); c != 0 {
		return c < 0
	}
	return x.idOf(a) < x.idOf(b)
}

func compareKeys(o order, a, b *place) int {
	switch o {
	case byScore:
		if c := cmp.Compare(b.steps, a.steps); c != 0 {
			return c
		}
	case oldestFirst:
		if (a.day == 0) != (b.day == 0) { // undated last
			return cmp.Compare(b.day, a.day)
		}
		return cmp.Compare(a.day, b.day)
	}
	return cmp.Compare(b.day, a.day)
}

func (x *exec) idOf(p *place) archive.ID {
	if p.id == "" {
		p.id = x.segments[p.seg].id(p.doc)
	}
	return p.id
}

// best keeps the first few of an order, the last of them on top.
type best struct {
	x    *exec
	o    order
	back bool // the other way round
	list []place
}

func (b *best) Len() int      { return len(b.list) }
func (b *best) Swap(i, j int) { b.list[i], b.list[j] = b.list[j], b.list[i] }
func (b *best) Push(p any)    { b.list = append(b.list, p.(place)) }
func (b *best) Pop() any {
	p := b.list[len(b.list)-1]
	b.list = b.list[:len(b.list)-1]
	return p
}
func (b *best) Less(i, j int) bool { return b.precedes(&b.list[j], &b.list[i]) }
func (b *best) precedes(p, q *place) bool {
	if b.back {
		p, q = q, p
	}
	return b.x.before(b.o, p, q)
}

// offer keeps p if it is among the first n.
func (b *best) offer(p place, n int) {
	if len(b.list) < n {
		heap.Push(b, p)
		return
	}
	if n > 0 && b.precedes(&p, &b.list[0]) {
		b.list[0] = p
		heap.Fix(b, 0)
	}
}

// A cursor is a place in an order of results: what comes after it, or before.
type cursor struct {
	Order order      `json:"o"`
	Steps int32      `json:"s,omitempty"`
	Day   int32      `json:"d,omitempty"`
	ID    archive.ID `json:"i"`
	Back  bool       `json:"b,omitempty"`
}

func (c cursor) String() string {
	b, _ := json.Marshal(c) // numbers and a string
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(s string) (cursor, error) {
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || json.Unmarshal(b, &c) != nil || c.ID == "" {
		return cursor{}, ErrBadCursor
	}
	return c, nil
}

// anchor is the cursor's place now: scores move a little when records are
// added, and the record it names moves with them.
func (x *exec) anchor(c cursor) place {
	if seg, doc, ok := x.view.find(string(c.ID)); ok {
		s := x.segments[seg]
		p := place{day: s.day[doc], id: c.ID, seg: int32(seg), doc: doc}
		if c.Order == byScore && s.matches.Contains(doc) {
			p.steps = steps(s.scores[doc])
			return p
		}
		if c.Order != byScore {
			return p
		}
	}
	return place{steps: c.Steps, day: c.Day, id: c.ID}
}

// collect puts the hits of one page into res, without snippets, with the
// total and the cursors around them.
func (x *exec) collect(q archive.Query, o order, res *archive.Results) error {
	want, skip := q.Limit, 0
	var from *place
	b := &best{x: x, o: o}
	if q.Cursor != "" {
		c, err := readCursor(q.Cursor)
		if err != nil || c.Order != o {
			return ErrBadCursor
		}
		p := x.anchor(c)
		from, b.back = &p, c.Back
	} else {
		skip = min(max(q.Page-1, 0)*q.Limit, maxOffset)
	}
	ahead := 0 // hits before the cursor's place
	buf := make([]uint32, 4096)
	for i, s := range x.segments {
		it := s.matches.ManyIterator()
		for n := it.NextMany(buf); n > 0; n = it.NextMany(buf) {
			res.Total += n
			for _, d := range buf[:n] {
				p := place{day: s.day[d], seg: int32(i), doc: d}
				if o == byScore {
					p.steps = steps(s.scores[d])
				}
				if from != nil {
					before := x.before(o, &p, from)
					if before {
						ahead++
					}
					if before != b.back || x.idOf(&p) == from.id {
						continue
					}
				}
				b.offer(p, want+skip)
			}
		}
	}
	list := b.list
	slices.SortFunc(list, func(p, q place) int {
		if x.before(o, &p, &q) {
			return -1
		}
		return 1
	})
	list = list[min(skip, len(list)):]
	first := skip
	switch {
	case from != nil && b.back:
		first = ahead - len(list)
	case from != nil:
		first = ahead
		if p := *from; x.holds(p) {
			first++
		}
	}
	res.Pages = (res.Total + q.Limit - 1) / q.Limit
	res.Page = first/q.Limit + 1
	for i := range list {
		hit, err := x.hit(&list[i])
		if err != nil {
			return err
		}
		res.Hits = append(res.Hits, hit)
	}
	if len(list) == 0 {
		return nil
	}
	at := func(p place, back bool) string {
		return cursor{Order: o, Steps: p.steps, Day: p.day, ID: x.idOf(&p), Back: back}.String()
	}
	if first > 0 {
		res.Prev = at(list[0], true)
	}
	if first+len(list) < res.Total {
		res.Next = at(list[len(list)-1], false)
	}
	return nil
}

// holds reports whether a cursor's record is itself among the results.
func (x *exec) holds(p place) bool {
	seg, doc, ok := x.view.find(string(p.id))
	return ok && x.segments[seg].matches.Contains(doc)
}
