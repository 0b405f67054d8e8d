package index

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sort"
	"strings"

	"moothall/archive"

	"github.com/RoaringBitmap/roaring/v2"
)

const (
	defaultLimit = 10
	maxLimit     = 1000
	maxOffset    = 10_000 // hits that Page can reach; cursors go on from there
)

// Search answers a query from what the index holds now. Whatever the text is,
// it is no error: see Results.Plain. Counts are exact. The error is of the
// context, of a damaged index, or ErrBadCursor.
//
// It may be called from any number of goroutines.
func (ix *Index) Search(ctx context.Context, q archive.Query) (res archive.Results, err error) {
	// A flipped byte in a segment makes Bleve panic on whoever reads it. The
	// catalogue is the truth; the reader is told, and rebuild mends it.
	defer func() {
		if p := recover(); p != nil {
			ix.log.Error("search failed; the index may be damaged: moothall rebuild makes it anew", "panic", p, "stack", string(debug.Stack()))
			res, err = archive.Results{}, fmt.Errorf("index: searching: damaged (%v)", p)
		}
	}()
	if err := ix.gate.enter(ctx); err != nil {
		return archive.Results{}, err
	}
	defer ix.gate.leave()
	v, err := ix.look()
	if err != nil {
		return archive.Results{}, err
	}
	defer v.release()
	return v.search(ctx, q)
}

// frontKey names a query that asks for everything.
type frontKey struct {
	procedural bool
	sort       archive.Sort
	limit      int
	hitsOnly   bool
}

// frontPage is the answer to one: the same for everybody, so kept with the
// snapshot.
type frontPage struct{ results archive.Results }

func (v *view) search(ctx context.Context, q archive.Query) (archive.Results, error) {
	q.Limit = min(cmp.Or(max(q.Limit, 0), defaultLimit), maxLimit)
	front, isFront := frontOf(q)
	if isFront {
		v.frontMu.Lock()
		page := v.front[front]
		v.frontMu.Unlock()
		if page != nil {
			res := page.results
			res.Hits = slices.Clone(res.Hits)
			res.Facets = slices.Clone(res.Facets)
			return res, nil
		}
	}
	res, err := v.answer(ctx, q)
	if err == nil && isFront {
		kept := res
		kept.Hits = slices.Clone(res.Hits)
		kept.Facets = slices.Clone(res.Facets)
		v.frontMu.Lock()
		if len(v.front) < 32 {
			v.front[front] = &frontPage{kept}
		}
		v.frontMu.Unlock()
	}
	return res, err
}

func frontOf(q archive.Query) (frontKey, bool) {
	for _, f := range q.Filters {
		if len(f.Any)+len(f.Not) > 0 {
			return frontKey{}, false
		}
	}
	everything := strings.TrimSpace(q.Text) == "" && q.From == "" && q.To == "" && q.Page <= 1 && q.Cursor == ""
	return frontKey{q.Procedural, q.Sort, q.Limit, q.HitsOnly}, everything
}

func (v *view) answer(ctx context.Context, q archive.Query) (archive.Results, error) {
	r := read(q.Text)
	var res archive.Results
	res.Plain = r.plain
	if said := r.node.String(); r.plain || !sameText(said, q.Text) {
		res.Interpreted = said
	}
	if r.empty {
		res.Facets = v.facets(q, nil, nil)
		return res, nil
	}
	resolve(r.node, v.values)
	n, related := expand(r.node)
	res.Related = related

	x := newExec(ctx, v)
	if err := x.match(n); err != nil {
		return res, err
	}
	if some := relaxed(r.node); some != nil && x.tooFew(len(some.kids)) {
		res.Interpreted, res.Related = some.String(), nil
		n, r.order = some, nil
		if err := x.match(n); err != nil {
			return res, err
		}
	}
	if refs := referencesAlone(r.node); refs != nil && x.matched() == 0 {
		res.Interpreted, res.Related = refs.String(), nil
		n, r.order = refs, nil
		if err := x.match(n); err != nil {
			return res, err
		}
	}
	f, err := x.narrow(q)
	if err != nil {
		return res, err
	}
	o := orderOf(q, n)
	if o == byScore {
		if err := x.score(n, r.order); err != nil {
			return res, err
		}
	}
	if err := x.collect(q, o, &res); err != nil {
		return res, err
	}
	if !q.HitsOnly {
		res.Facets = v.facets(q, x, f)
		if err := x.cut(n, &res); err != nil {
			return res, err
		}
		if res.Total < fewResults && n != nil {
			res.Suggestion, err = v.findsMore(ctx, q, v.suggestion(q.Text, r.node), res.Total)
		}
	}
	return res, err
}

// findsMore is a suggestion if it finds clearly more than the n records that
// what was typed did, else "".
func (v *view) findsMore(ctx context.Context, q archive.Query, suggestion string, n int) (string, error) {
	if suggestion == "" {
		return "", nil
	}
	q.Text, q.HitsOnly, q.Limit, q.Page, q.Cursor = suggestion, true, 1, 0, ""
	better, err := v.answer(ctx, q)
	if err != nil || better.Total <= 2*n {
		return "", err
	}
	return suggestion, nil
}

// tooFew reports whether so little matched that it need not match all of a
// question: nothing at all, or next to nothing for a long one, in which some
// word is likely to be the asker's own.
func (x *exec) tooFew(words int) bool {
	n := x.matched()
	return n == 0 || words >= longQuestion && n < fewResults
}

// matched is how many records do.
func (x *exec) matched() (n int) {
	for _, s := range x.segments {
		n += int(s.matches.GetCardinality())
	}
	return n
}

// longQuestion is how many words make a question that is not a list of what
// must be there.
const longQuestion = 5

// fewResults is how few make us ask whether something else was meant.
const fewResults = 3

// sameText reports whether two queries differ in nothing a reader would want
// to be told.
func sameText(a, b string) bool {
	tidy := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return tidy(a) == tidy(b)
}

// resolve finds which values the facet names in a query mean.
func resolve(n *node, v *values) {
	if n == nil {
		return
	}
	if n.op == opLeaf && n.leaf.kind == leafFacet {
		names, _ := v.names(n.leaf.facet)
		n.leaf.values = choose(n.leaf.asked, names)
	}
	for _, k := range n.kids {
		resolve(k, v)
	}
}

// narrowed is what the filters left, for facets: before the facets' own, and
// what each facet's lets through, by segment.
type narrowed struct {
	before []*roaring.Bitmap
	passes map[int][]*roaring.Bitmap // facet -> by segment
}

// narrow applies dates, the hiding of procedural items, and the filters.
func (x *exec) narrow(q archive.Query) (*narrowed, error) {
	f := &narrowed{passes: make(map[int][]*roaring.Bitmap)}
	from, to := dayNumber(q.From), dayNumber(q.To)
	for _, s := range x.segments {
		if !q.Procedural {
			s.matches = roaring.AndNot(s.matches, s.routine)
		}
		if from > 0 || to > 0 {
			s.matches = s.between(int32(from), int32(to))
		}
		f.before = append(f.before, s.matches)
	}
	for i, name := range archive.Facets {
		want := q.Filters[name]
		if len(want.Any)+len(want.Not) == 0 {
			continue
		}
		for _, s := range x.segments {
			pass := s.live
			if len(want.Any) > 0 {
				docs, err := s.facetDocs(x.view, &leaf{facet: i, values: want.Any})
				if err != nil {
					return nil, err
				}
				pass = docs
			}
			if len(want.Not) > 0 {
				docs, err := s.facetDocs(x.view, &leaf{facet: i, values: want.Not})
				if err != nil {
					return nil, err
				}
				pass = roaring.AndNot(pass, docs)
			}
			f.passes[i] = append(f.passes[i], pass)
			s.matches = roaring.And(s.matches, pass)
		}
	}
	return f, nil
}

// between is those of the matches whose day lies within; 0 is open. What has
// no day lies nowhere.
func (s *segmentExec) between(from, to int32) *roaring.Bitmap {
	var kept []uint32
	it := s.matches.Iterator()
	for it.HasNext() {
		d := it.Next()
		if day := s.day[d]; day != 0 && day >= from && (to == 0 || day <= to) {
			kept = append(kept, d)
		}
	}
	return roaring.BitmapOf(kept...)
}

// except is what a facet is counted over: what every filter but its own left.
func (f *narrowed) except(x *exec, facet, seg int) *roaring.Bitmap {
	if f.passes[facet] == nil {
		return x.segments[seg].matches
	}
	docs := f.before[seg]
	for other, pass := range f.passes {
		if other != facet {
			docs = roaring.And(docs, pass[seg])
		}
	}
	return docs
}

// facets counts every facet. A nil x counts nothing and gives what is
// selected alone.
func (v *view) facets(q archive.Query, x *exec, f *narrowed) []archive.FacetCount {
	var out []archive.FacetCount
	buf := make([]uint32, 4096)
	for i, name := range archive.Facets {
		names, labels := v.values.names(i)
		totals := make([]int, len(names))
		if x != nil {
			for k, s := range x.segments {
				col := &s.facets[i]
				counts := make([]uint32, len(col.sets))
				it := f.except(x, i, k).ManyIterator()
				for n := it.NextMany(buf); n > 0; n = it.NextMany(buf) {
					col.count(buf[:n], counts)
				}
				for set, n := range counts {
					if n > 0 {
						for _, value := range col.sets[set] {
							totals[value] += int(n)
						}
					}
				}
			}
		}
		out = append(out, archive.FacetCount{Facet: name, Values: facetList(q.Filters[name], names, labels, totals)})
	}
	return out
}

// facetList is a facet's values for people: most frequent first, NotStated
// last; those that were chosen stay though none is left. The parts of a value,
// "housing/homelessness" of "housing", stand after it, and only where the whole
// or one of its parts was chosen.
func facetList(chosen archive.Filter, names, labels []string, totals []int) []archive.FacetValue {
	var list []archive.FacetValue
	seen := map[string]bool{}
	opened := map[string]bool{}
	for _, name := range slices.Concat(chosen.Any, chosen.Not) {
		opened[wholeOf(name)] = true
	}
	counts := make(map[string]int, len(names))
	for n, name := range names {
		counts[name] = totals[n]
		if whole := wholeOf(name); whole != name && !opened[whole] {
			continue
		}
		selected, excluded := slices.Contains(chosen.Any, name), slices.Contains(chosen.Not, name)
		if totals[n] == 0 && !selected && !excluded {
			continue
		}
		seen[name] = true
		list = append(list, archive.FacetValue{Value: name, Label: labels[n], Count: totals[n], Selected: selected, Excluded: excluded})
	}
	for _, name := range slices.Concat(chosen.Any, chosen.Not) {
		if !seen[name] {
			seen[name] = true
			list = append(list, archive.FacetValue{Value: name, Selected: slices.Contains(chosen.Any, name), Excluded: slices.Contains(chosen.Not, name)})
		}
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if last := a.Value == archive.NotStated; last != (b.Value == archive.NotStated) {
			return !last
		}
		if x, y := wholeOf(a.Value), wholeOf(b.Value); x != y {
			return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y)) < 0
		} else if first := a.Value == x; first != (b.Value == x) {
			return first
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) < 0
	})
	return list
}

// wholeOf is the value that a value is a part of, or else itself.
func wholeOf(value string) string {
	whole, _, _ := strings.Cut(value, "/")
	return whole
}
