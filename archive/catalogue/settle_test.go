package catalogue

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
)

// each case says which text is shown under which ID, whatever the order in
// which its papers come.
func TestSettle(t *testing.T) {
	const m = "thornley/2024-03-05/cabinet"
	draft := paper("draft", 5, item("1", "Budget", "The budget was agreed, at length and with many more words than later."))
	draft.Draft = true
	short := paper("short", 9, item("1", "Budget", "Agreed."))
	final := paper("final", 1, item("1", "Budget", "The budget was agreed."))
	for _, test := range []struct {
		name   string
		papers []archive.Entry
		want   map[archive.ID]string
	}{
		{"final before draft", []archive.Entry{draft, final}, map[archive.ID]string{m + "/1": "The budget was agreed."}},
		{"fuller before later", []archive.Entry{short, final}, map[archive.ID]string{m + "/1": "The budget was agreed."}},
		{"minutes before agenda", []archive.Entry{
			paper("agenda", 9, agenda(item("1", "Budget", "To consider a report by the Director of Finance on the budget."))), draft,
		}, map[archive.ID]string{m + "/1": draft.Records[0].About().Text}},
		{"agenda numbers beside minute numbers", []archive.Entry{
			paper("agenda", 1, agenda(item("1", "Leisure strategy", "To consider leisure provision across all parishes."))), final,
		}, map[archive.ID]string{m + "/1": "The budget was agreed.", m + "/1-leisure-strategy": "To consider leisure provision across all parishes."}},
		{"an ID that a title would make belongs to another already", []archive.Entry{
			paper("agenda", 1, agenda(item("1", "Leisure strategy", "To consider leisure provision across all parishes.")), item("1-leisure-strategy", "Swimming", "Baths opened.")), final,
		}, map[archive.ID]string{
			m + "/1": "The budget was agreed.", m + "/1-leisure-strategy": "Baths opened.",
			m + "/1-" + archive.ID(paper("agenda", 1).SHA256.Short()): "To consider leisure provision across all parishes.",
		}},
		{"two special meetings on a day", []archive.Entry{
			paper("late", 1, at("19:30", procedural("1", "Apologies", "Apologies came from Councillor Reed."))),
			paper("early", 2, at("18:00", procedural("1", "Apologies", "There were none at all."))),
		}, map[archive.ID]string{m + "/1": "There were none at all.", m + "-1930/1": "Apologies came from Councillor Reed."}},
		{"one meeting, two statements of its time", []archive.Entry{
			paper("a", 1, at("18:00", item("1", "Budget", "Agreed."))),
			paper("b", 2, at("18:05", item("1", "Budget", "Agreed by all."))),
		}, map[archive.ID]string{m + "/1": "Agreed by all."}},
		{"one meeting, its time misprinted", []archive.Entry{
			paper("a", 1, at("18:00", item("1", "Apologies", "None.")), at("18:00", item("2", "Parking charges", "Agreed."))),
			paper("b", 2, at("10:00", item("1", "Apologies", "None.")), at("10:00", item("2", "Parking charges", "Agreed."))),
		}, map[archive.ID]string{m + "/1": "None.", m + "/2": "Agreed."}},
		{"a paper without a time goes with the meeting that has such an item", []archive.Entry{
			paper("late", 1, at("19:30", item("1", "Parking", "It was agreed."))),
			paper("early", 2, at("18:00", item("1", "Rents for garages", "Deferred until the summer."))),
			paper("matter", 3, item("1", "Parking", "It was agreed by Cabinet.")),
		}, map[archive.ID]string{m + "/1": "Deferred until the summer.", m + "-1930/1": "It was agreed by Cabinet."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			permutations(len(test.papers), func(order []int) {
				c := open(t)
				for _, i := range order {
					put(t, c, clone(t, test.papers[i]))
				}
				if got := held(t, c); !reflect.DeepEqual(got, test.want) {
					t.Errorf("order %v: got %v\nwant %v", order, got, test.want)
				}
			})
		})
	}
}

func TestOthersWordsStayFindable(t *testing.T) {
	c := open(t)
	long := paper("printed", 1, item("1", "Budget", "The budget was agreed.\n\nIt takes effect at once and for the whole year."))
	long.Records[0].About().Furniture = "Page 3"
	brief := paper("page", 2, item("1", "Budget and council tax", "The budget was agreed.\n\nCouncillor Okafor abstained."))
	brief.Records[0].(*archive.Item).IssueID = "4711"
	put(t, c, brief, long)
	r, err := c.Record(t.Context(), "thornley/2024-03-05/cabinet/1")
	if err != nil {
		t.Fatal(err)
	}
	it := r.(*archive.Item)
	if want := "Page 3\nBudget and council tax\nCouncillor Okafor abstained."; it.Furniture != want {
		t.Errorf("Furniture = %q, want %q", it.Furniture, want)
	}
	if it.IssueID != "4711" {
		t.Errorf("IssueID = %q: not filled in from the other paper", it.IssueID)
	}
	seen, err := c.Sightings(t.Context(), it.ID)
	if err != nil || len(seen) != 2 || seen[0].SHA256 != long.SHA256 || seen[1].SHA256 != brief.SHA256 {
		t.Errorf("Sightings = %+v, %v", seen, err)
	}
}

func TestExemptInOnePaperIsExempt(t *testing.T) {
	c := open(t)
	marked := item("1", "Disposal of land", "The land was sold.")
	marked.Visibility = archive.Exempt
	put(t, c, paper("page", 1, marked), paper("printed", 2, item("1", "Disposal of land", "The land was sold for a secret price.")))
	r, err := c.Record(t.Context(), "thornley/2024-03-05/cabinet/1")
	if err != nil || r.About().Visibility != archive.Exempt {
		t.Errorf("%+v, %v", r, err)
	}
}

// Whatever comes, in whatever order, the same is held in the end, and no
// paper's reading vanishes: each is shown or carried by a record.
func TestSettleDoesNotDependOnOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	titles := []string{"Budget", "Apologies", "Parking charges", "Parking", ""}
	clocks := []string{"", "18:00", "18:10", "19:30"}
	for round := range 12 {
		var papers []archive.Entry
		for p := range 5 {
			var records []archive.Record
			for n := range 1 + rng.IntN(3) {
				it := at(clocks[rng.IntN(len(clocks))], item(fmt.Sprint(n+1), titles[rng.IntN(len(titles))], strings.Repeat("word ", 1+rng.IntN(3))+fmt.Sprint("said ", p)))
				it.Procedural = it.Title == "Apologies"
				records = append(records, it)
			}
			e := paper(fmt.Sprint("p", round, p), rng.IntN(3), records...)
			e.Draft = rng.IntN(3) == 0
			papers = append(papers, e)
		}
		var want map[archive.ID]string
		for range 4 {
			rng.Shuffle(len(papers), func(i, j int) { papers[i], papers[j] = papers[j], papers[i] })
			c := open(t)
			for _, e := range papers {
				put(t, c, clone(t, e))
			}
			got := held(t, c)
			if want == nil {
				want = got
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("round %d: got %v\nwant %v", round, got, want)
			}
			for _, e := range papers {
				if ids, err := c.DocumentRecords(t.Context(), e.SHA256); err != nil || len(ids) != len(e.Records) {
					t.Errorf("round %d: %s has %d records, its readings %d (%v)", round, e.Name, len(ids), len(e.Records), err)
				}
			}
		}
	}
}

func TestNatural(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"9", "10", -1}, {"10", "9", 1}, {"7", "7", 0}, {"10a", "10b", -1}, {"77/21", "8/21", 1}, {"007", "7", 0}, {"", "1", -1},
	} {
		if got := natural(test.a, test.b); got != test.want {
			t.Errorf("natural(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func procedural(number, title, text string) *archive.Item {
	it := item(number, title, text)
	it.Procedural = true
	return it
}

// clone copies an entry so that what Put writes into its records is not seen
// by the next.
func clone(t *testing.T, e archive.Entry) archive.Entry {
	t.Helper()
	records := make([]archive.Record, len(e.Records))
	for i, r := range e.Records {
		it := *r.(*archive.Item)
		records[i] = &it
	}
	e.Records = records
	return e
}

func permutations(n int, f func([]int)) {
	order := make([]int, 0, n)
	var walk func(used int)
	walk = func(used int) {
		if len(order) == n {
			f(order)
			return
		}
		for i := range n {
			if used&(1<<i) == 0 {
				order = append(order, i)
				walk(used | 1<<i)
				order = order[:len(order)-1]
			}
		}
	}
	walk(0)
}
