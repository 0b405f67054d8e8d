package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// onDisk opens the index in dir, for as long as the test lasts.
func onDisk(t *testing.T, dir string, h *history) *Index {
	t.Helper()
	ix, err := Open(dir, Config{Source: h})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

func TestReopenedIndexGoesOnWhereItWas(t *testing.T) {
	dir := t.TempDir()
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, dir, h)
	catchUp(t, ix)
	ix.Close()
	h.remove(idSGO)
	ix = onDisk(t, dir, h)
	if ix.Seq() != 5 {
		t.Errorf("reopened at %d", ix.Seq())
	}
	catchUp(t, ix)
	if n, err := ix.Count(); n != 4 || err != nil {
		t.Errorf("%d records, %v", n, err)
	}
	if diff, err := ix.Compare(context.Background()); len(diff) > 0 || err != nil {
		t.Errorf("differs: %v %v", diff, err)
	}
}

// TestBatchAndItsNumberAreOne breaks off between batches, as a kill would.
func TestBatchAndItsNumberAreOne(t *testing.T) {
	dir := t.TempDir()
	h := &history{}
	for i := range batchRecords + 10 {
		h.put(item("Thornley", "Cabinet", "2024-01-01", fmt.Sprint(i), "Title", "words"))
	}
	ix := onDisk(t, dir, h)
	ctx, cancel := context.WithCancel(context.Background())
	list := make(chan batch, 1)
	go ix.batches(ctx, 0, list)
	b := <-list
	if err := ix.gen.engine.Batch(b.batch); err != nil {
		t.Fatal(err)
	}
	cancel()
	ix.Close()
	ix = onDisk(t, dir, h)
	if n, _ := ix.Count(); ix.Seq() != batchRecords || n != batchRecords {
		t.Fatalf("%d records at %d", n, ix.Seq())
	}
	catchUp(t, ix)
	if n, _ := ix.Count(); n != batchRecords+10 {
		t.Errorf("%d records", n)
	}
}

func TestRebuildBesideALiveIndex(t *testing.T) {
	dir := t.TempDir()
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, dir, h)
	catchUp(t, ix)
	// As another process would.
	if err := Rebuild(context.Background(), dir, Config{Source: h}); err != nil {
		t.Fatal(err)
	}
	if got := found(t, ix, "homelessness"); len(got) != 2 {
		t.Errorf("while the old one is open: %v", got)
	}
	before := ix.gen.number
	if err := ix.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	if ix.gen.number == before {
		t.Error("did not move to the new generation")
	}
	if exists(genDir(dir, before)) {
		t.Error("the old generation was left behind")
	}
	if got := found(t, ix, "homelessness"); len(got) != 2 || ix.Seq() != 5 {
		t.Errorf("after: %v at %d", got, ix.Seq())
	}
	if err := ix.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := found(t, ix, `"report be noted"`); len(got) != 1 {
		t.Errorf("after its own rebuild: %v", got)
	}
}

func TestLeftoversOfAKilledRebuildGo(t *testing.T) {
	dir := t.TempDir()
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, dir, h)
	catchUp(t, ix)
	ix.Close()
	g, err := newGeneration(dir) // and no more
	if err != nil {
		t.Fatal(err)
	}
	g.close()
	ix = onDisk(t, dir, h)
	if exists(g.dir) {
		t.Error("left behind")
	}
	if n, _ := ix.Count(); n != 5 {
		t.Errorf("%d records", n)
	}
}

func TestOtherFormatIsMadeAnew(t *testing.T) {
	dir := t.TempDir()
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, dir, h)
	catchUp(t, ix)
	number := ix.gen.number
	ix.Close()
	if err := os.WriteFile(inside(genDir(dir, number), formatFile), []byte(`{"format":0}`), 0o666); err != nil {
		t.Fatal(err)
	}
	ix = onDisk(t, dir, h)
	if ix.gen.number == number || ix.Seq() != 0 {
		t.Errorf("generation %d at %d", ix.gen.number, ix.Seq())
	}
	catchUp(t, ix)
	if n, _ := ix.Count(); n != 5 {
		t.Errorf("%d records", n)
	}
}

func TestSecondProcessAsksTheFirst(t *testing.T) {
	// The folder's name is too long for a socket's path.
	dir := inside(t.TempDir(), strings.Repeat("long", 25))
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, dir, h)
	if _, err := Open(dir, Config{}); !errors.Is(err, ErrLocked) {
		t.Fatalf("opened twice: %v", err)
	}
	// What the first has not looked at yet is found all the same.
	p, err := Attach(context.Background(), dir, Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	res, err := p.Search(context.Background(), archive.Query{Text: "homelessness"})
	if err != nil || res.Total != 2 || len(res.Facets) != len(archive.Facets) {
		t.Errorf("%d hits, %v", res.Total, err)
	}
	if _, err := p.Search(context.Background(), archive.Query{Cursor: "x"}); !errors.Is(err, ErrBadCursor) {
		t.Errorf("a bad cursor: %v", err)
	}
	if diff, err := p.Compare(context.Background()); len(diff) > 0 || err != nil {
		t.Errorf("compare: %v %v", diff, err)
	}
	ix.Close()
	if p, err = Attach(context.Background(), dir, Config{Source: h}); err != nil {
		t.Fatalf("after the first has gone: %v", err)
	}
	p.Close()
}

func TestCompareTellsEachDifference(t *testing.T) {
	h := &history{}
	h.put(world()...)
	ix, err := openMemory(Config{Source: h})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	catchUp(t, ix)
	h.put(item("Westermouth Council", "Cabinet", "2024-05-05", "1", "New", "new"))
	h.remove(idSGO)
	changed := item("Thornley District Council", "Cabinet", "2023-03-14", "57", "Ombudsman finding: homelessness duty", "Other words.")
	h.put(changed)
	diff, err := ix.Compare(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range diff {
		got = append(got, string(d.ID))
	}
	slices.Sort(got)
	want := []string{idSGO, idHousing, "westermouth/2024-05-05/cabinet/1"}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", diff, want)
	}
}

func TestFollowFindsWhatAnotherIngests(t *testing.T) {
	ix, h := open(t)
	for range 2 { // the second time there is nothing to do
		h.put(world()...)
		if err := ix.follow(context.Background()); err != nil {
			t.Fatal(err)
		}
		if got := found(t, ix, "homelessness"); len(got) != 2 {
			t.Errorf("got %v", got)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := ix.Follow(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// TestCatalogueSetBack is a catalogue that was restored from a backup.
func TestCatalogueSetBack(t *testing.T) {
	h := &history{}
	h.put(world()...)
	ix := onDisk(t, t.TempDir(), h)
	catchUp(t, ix)
	h.mu.Lock()
	h.changes = h.changes[:2]
	h.mu.Unlock()
	if err := ix.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n, _ := ix.Count(); n != 2 || ix.Seq() != 2 {
		t.Errorf("%d records at %d", n, ix.Seq())
	}
}

// TestPhrasesAreThoseInTheText compares phrases with looking for them in the
// text, for words that occur once, twice and often, before and after merging.
func TestPhrasesAreThoseInTheText(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	h := &history{}
	texts := map[string]string{}
	ix := onDisk(t, t.TempDir(), h)
	for n := range 200 {
		var list []string
		for range 1 + rnd.IntN(40) {
			list = append(list, pick(rnd, []string{"one", "two", "six", "ten", "red", "cat", "the", "of"}))
		}
		it := item("Thornley", "Cabinet", "2024-01-01", fmt.Sprint("n", n), "Xyz", strings.Join(list, " "))
		texts[string(it.ID)] = " " + it.Text + " "
		h.put(it)
		if n%50 == 49 {
			catchUp(t, ix)
		}
	}
	check := func(when string) {
		for range 60 {
			var p []string
			for range 2 + rnd.IntN(3) {
				p = append(p, pick(rnd, []string{"one", "two", "six", "ten", "red", "cat", "the", "of"}))
			}
			phrase := strings.Join(p, " ")
			var want []string
			for id, text := range texts {
				if strings.Contains(text, " "+phrase+" ") {
					want = append(want, id)
				}
			}
			var got []string
			for _, h := range search(t, ix, archive.Query{Text: `"` + phrase + `"`, Limit: 500}).Hits {
				got = append(got, string(h.ID))
			}
			if !slices.Equal(sorted(got), sorted(want)) {
				t.Fatalf("%s, %q: got %d, want %d", when, phrase, len(got), len(want))
			}
		}
	}
	check("in segments")
	if err := ix.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	check("merged")
}
