package index

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"moothall/archive"
)

// history is a catalogue in memory.
type history struct {
	mu      sync.Mutex
	changes []archive.Change
}

func (h *history) put(records ...archive.Record) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range records {
		h.changes = append(h.changes, archive.Change{Seq: uint64(len(h.changes) + 1), ID: r.About().ID, Record: r})
	}
}

func (h *history) remove(id archive.ID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.changes = append(h.changes, archive.Change{Seq: uint64(len(h.changes) + 1), ID: id})
}

// Changes gives a record that changed several times once, at its last change,
// as the catalogue does.
func (h *history) Changes(_ context.Context, after uint64, limit int) ([]archive.Change, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	last := map[archive.ID]uint64{}
	for _, c := range h.changes {
		last[c.ID] = c.Seq
	}
	var list []archive.Change
	for _, c := range h.changes {
		if c.Seq > after && last[c.ID] == c.Seq && len(list) < limit {
			list = append(list, c)
		}
	}
	return list, nil
}

func (h *history) Seq(context.Context) (uint64, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return uint64(len(h.changes)), nil
}

// item is an agenda item of the invented world.
func item(council, committee string, date archive.Date, number, title, text string) *archive.Item {
	it := &archive.Item{
		Head:      archive.Head{Kind: archive.KindItem, Council: council, Title: title, Text: text},
		Committee: committee, MeetingDate: date, ItemNumber: number,
	}
	it.ID = archive.ItemID(council, date, committee, number, title, "")
	return it
}

func finding(council, reference string, date archive.Date, verdict archive.Verdict, text string) *archive.Finding {
	return &archive.Finding{
		Head:      archive.Head{Kind: archive.KindFinding, ID: archive.FindingID("lgsco", reference), Council: council, Title: council + " (" + reference + ")", Text: text, CaseRefs: []string{reference}},
		Ombudsman: "lgsco", Reference: reference, Finding: verdict, DecisionDate: date,
	}
}

// open is an index in memory of some records.
func open(t testing.TB, records ...archive.Record) (*Index, *history) {
	t.Helper()
	h := &history{}
	h.put(records...)
	ix, err := openMemory(Config{Source: h})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	catchUp(t, ix)
	return ix, h
}

func catchUp(t testing.TB, ix *Index) {
	t.Helper()
	if err := ix.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func search(t testing.TB, ix *Index, q archive.Query) archive.Results {
	t.Helper()
	res, err := ix.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("search %+v: %v", q, err)
	}
	return res
}

// found is the IDs of the hits of a text, in order.
func found(t testing.TB, ix *Index, text string) []string {
	t.Helper()
	var list []string
	for _, h := range search(t, ix, archive.Query{Text: text, Procedural: true, Limit: 100}).Hits {
		list = append(list, string(h.ID))
	}
	return list
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

func counts(res archive.Results, f archive.Facet) map[string]int {
	m := map[string]int{}
	for _, fc := range res.Facets {
		if fc.Facet == f {
			for _, v := range fc.Values {
				m[v.Value] = v.Count
			}
		}
	}
	return m
}

func show(parts []archive.Part) string {
	s := ""
	for _, p := range parts {
		if p.Match {
			s += fmt.Sprintf("[%s]", p.Text)
		} else {
			s += p.Text
		}
	}
	return s
}

// openMemory is an index that is kept nowhere.
func openMemory(c Config) (*Index, error) {
	ix := newIndex("", c)
	g, err := openGeneration("", 0, false)
	if err != nil {
		return nil, err
	}
	return ix, ix.use(g)
}
