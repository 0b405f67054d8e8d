package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

func blocksOf(texts ...string) []extract.Block {
	var all []extract.Block
	for _, s := range texts {
		all = append(all, extract.Block{Text: s})
	}
	return all
}

func itemOn(title, text string, pages ...int) *archive.Item {
	it := &archive.Item{Committee: "Cabinet", MeetingDate: "2024-03-05"}
	it.Kind, it.Council, it.Title, it.Text, it.Pages = archive.KindItem, "Thornley District Council", title, text, pages
	it.ID = archive.ItemID(it.Council, it.MeetingDate, it.Committee, "", title, "")
	return it
}

// understandWith has a paper read by a parser that gives what it is told.
func understandWith(p extract.Paper, parsed parse.Reading) Reading {
	r := Rooms{Parsers: map[archive.Format]parse.Func{archive.Minutes: func(parse.Document) parse.Reading { return parsed }}}
	raw := archive.Raw{Name: "papers/minutes.pdf"}
	doc := parse.Document{Raw: raw, Digest: archive.DigestOf(nil), Paper: p, Format: archive.Minutes}
	return r.understand(doc, newEntry(raw, doc.Digest, "test"))
}

// Words a parser drops are kept all the same, and it is said where.
func TestNoWordIsLost(t *testing.T) {
	p := extract.Paper{Media: "pdf", Pages: []extract.Page{
		{Number: 1, Blocks: blocksOf("1. Budget", "The budget was agreed.", "A paragraph that the parser forgot about entirely."), Running: []string{"Cabinet 5 March", "Page 1"}},
		{Number: 2, Blocks: blocksOf("2. Parking", "Charges rise; ring 01632 960001 with any questions.", "*"), Running: []string{"Cabinet 5 March", "Page 2"}},
		{Number: 3, Running: []string{"Cabinet 5 March", "Page 3"}},
	}}
	out := understandWith(p, parse.Reading{Records: []archive.Record{
		itemOn("1. Budget", "The budget was agreed.", 1),
		itemOn("2. Parking", "Charges rise; ring [withheld] with any questions.", 2),
	}})
	var got []string
	for _, r := range out.Entry.Records {
		got = append(got, strings.ReplaceAll(string(r.About().Kind)+" | "+r.About().Text+" | "+r.About().Furniture, "\n", "/"))
	}
	want := []string{
		"item | The budget was agreed. | Cabinet 5 March/Page 1",
		"item | Charges rise; ring [withheld] with any questions. | Charges rise; ring 01632 960001 with any questions./Cabinet 5 March/Page 2",
		"page | A paragraph that the parser forgot about entirely. | Cabinet 5 March/Page 1",
		"page | Cabinet 5 March//Page 3 | Cabinet 5 March/Page 3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(out.Doubts) != 1 || out.Doubts[0].Where != "page 1" {
		t.Errorf("doubts %+v", out.Doubts)
	}
}

func TestFewWordsLeftAreNoRecord(t *testing.T) {
	p := extract.Paper{Media: "html", Pages: []extract.Page{{Number: 1, Blocks: blocksOf("Issue - meetings", "Budget", "Agreed.")}}}
	out := understandWith(p, parse.Reading{Records: []archive.Record{itemOn("Budget", "Agreed.")}, Rest: []parse.Place{{Page: 0, Block: 0}}})
	if len(out.Entry.Records) != 1 || !strings.Contains(out.Entry.Records[0].About().Furniture, "Issue - meetings") {
		t.Errorf("records %+v", out.Entry.Records)
	}
}

func TestPageRecordsSayWhatTheyAre(t *testing.T) {
	p := extract.Paper{Media: "pdf", Pages: []extract.Page{
		{Number: 1, Blocks: []extract.Block{{Text: "2024"}, {Kind: extract.Heading, Text: "Marsh End News"}, {Text: "Welcome."}}},
		{Number: 2, Blocks: blocksOf("The fête is in June.")},
	}}
	out := understandWith(p, Pages(parse.Document{Paper: p}))
	var titles []string
	for _, r := range out.Entry.Records {
		titles = append(titles, r.About().Title)
	}
	if want := []string{"Marsh End News, page 1", "Marsh End News, page 2"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}

func TestNameApart(t *testing.T) {
	digest := archive.DigestOf([]byte("x"))
	undated := itemOn("Budget", "Agreed.")
	undated.MeetingDate, undated.ID = "", "thornley/undated/cabinet/budget"
	page := itemOn("Budget", "Noted.")
	page.MeetingDate, page.ID = "", "thornley/undated/cabinet/ai9542"
	nobody := itemOn("Budget", "Agreed.")
	nobody.Committee, nobody.ID = "", "thornley/2024-03-05/meeting/budget"
	got := nameApart([]archive.Record{
		itemOn("Notices", "One."), itemOn("Notices", "Two."), itemOn("Notices", "One."), itemOn("Notices", "Three."), undated, page, nobody,
	}, digest)
	var ids []string
	for _, r := range got {
		ids = append(ids, string(r.About().ID))
	}
	const m = "thornley/2024-03-05/cabinet/notices"
	short := digest.Short()
	want := []string{m, m + "-2", m + "-3", "thornley/undated/cabinet-" + short + "/budget", "thornley/undated/cabinet/ai9542", "thornley/2024-03-05/meeting-" + short + "/budget"}
	if !slices.Equal(ids, want) {
		t.Errorf("IDs\n%s\nwant\n%s", strings.Join(ids, "\n"), strings.Join(want, "\n"))
	}
}

// A damaged paper can give very many items one number, and a parser can drop
// very many blocks; neither may cost the square of their number.
func TestManyOfAKind(t *testing.T) {
	const many = 20_000
	var records []archive.Record
	for i := range many {
		it := &archive.Item{Committee: "Cabinet"}
		it.ID, it.Text = "thornley/2024-03-05/cabinet/1", fmt.Sprint("said ", i)
		records = append(records, it)
	}
	if got := nameApart(records, archive.DigestOf([]byte("many"))); len(got) != many || got[many-1].About().ID != "thornley/2024-03-05/cabinet/1-20000" {
		t.Errorf("%d items, the last %s", len(got), got[len(got)-1].About().ID)
	}
	long := &archive.Item{}
	long.Kind = archive.KindItem
	p := extract.Paper{Pages: []extract.Page{{Number: 1}}}
	var text strings.Builder
	for i := range many / 10 {
		fmt.Fprintf(&text, "matter%d was considered at length by everybody. ", i)
		p.Pages[0].Blocks = append(p.Pages[0].Blocks, extract.Block{Text: fmt.Sprintf("matter%d was unheard%d", i, i)})
	}
	long.Text = text.String()
	if rest, _ := leftOver(p, parse.Reading{Records: []archive.Record{long}}); len(rest) != 0 {
		t.Errorf("left over: %v", rest)
	}
	if n := strings.Count(long.Furniture, "unheard"); n != many/10 {
		t.Errorf("%d of the blocks are in the item's furniture", n)
	}
}

func TestCanonicalAddress(t *testing.T) {
	for _, test := range []struct{ name, address, want string }{
		{"noise parameters", "https://Democracy.Example.gov.uk/ieListDocuments.aspx?CId=297&MId=5903&Ver=4", "democracy.example.gov.uk/ielistdocuments.aspx?mid=5903"},
		{"long names, other case", "http://democracy.example.gov.uk:80/IELISTDOCUMENTS.ASPX?MeetingId=5903", "democracy.example.gov.uk/ielistdocuments.aspx?mid=5903"},
		{"damaged value", "https://democracy.example.gov.uk/ieListDocuments.aspx?MId=5903&Ver=4%29", "democracy.example.gov.uk/ielistdocuments.aspx?mid=5903"},
		{"a session in the path", "https://democracy.example.gov.uk/(X(1)S(fkn0jfigeevz5oferbjpjk55))/mgAi.aspx?ID=9542#AI9542", "democracy.example.gov.uk/mgai.aspx?id=9542"},
		{"an encoded session", "https://democracy.example.gov.uk/%28S%28czob%29%29/mgAi.aspx?ID=9542", "democracy.example.gov.uk/mgai.aspx?id=9542"},
		{"an install below a path", "https://moderngov.example.gov.uk/ecminutes/mgAi.aspx?ID=9542", "moderngov.example.gov.uk/ecminutes/mgai.aspx?id=9542"},
		{"the tab of an issue", "https://x.example/ieIssueDetails.aspx?IId=25001&PlanId=0&Opt=3", "x.example/ieissuedetails.aspx?iid=25001&opt=3"},
		{"a decision by its item", "https://x.example/ieDecisionDetails.aspx?AIId=77", "x.example/iedecisiondetails.aspx?aiid=77"},
		{"a document, whatever its name", "https://x.example/documents/s60001/Findings%20of%202021.pdf?J=4", "x.example/documents/s60001"},
		{"a meeting's documents by T", "https://x.example/documents/g4100/Printed minutes.pdf?T=1", "x.example/documents/g4100?t=1"},
		{"a document as HTML", "https://x.example/documents/s91727/Appendix.html?CT=2", "x.example/documents/s91727?ct=2"},
		{"the Ombudsman", "https://www.LGO.org.uk/Decisions/housing/homelessness/21-003-456?chapter=0", "www.lgo.org.uk/decisions/housing/homelessness/21-003-456"},
		{"any other page", "https://x.example/a/b.aspx?z=1&A=2", "x.example/a/b.aspx?a=2&z=1"},
		{"a parameter in both cases", "https://x.example/mgAi.aspx?ID=1&id=2&Id=3", "x.example/mgai.aspx?id=1"},
		{"nothing", "", ""},
		{"a file", "file:///etc/passwd", ""},
		{"no address", "::", ""},
	} {
		if got := CanonicalAddress(test.address); got != test.want {
			t.Errorf("%s: CanonicalAddress(%q) = %q, want %q", test.name, test.address, got, test.want)
		}
	}
}

// A canonical address is its own canonical form.
func FuzzCanonicalAddress(f *testing.F) {
	f.Add("https://x.example/ieIssueDetails.aspx?IId=25001&PlanId=0&Opt=3")
	f.Add("https://x.example/documents/g4100/Printed minutes.pdf?T=1&CT=2")
	f.Add("https://x.example/a%2Fb/?q=%26")
	f.Fuzz(func(t *testing.T, address string) {
		once := CanonicalAddress(address)
		if once == "" {
			return
		}
		if twice := CanonicalAddress("https://" + once); twice != once {
			t.Errorf("CanonicalAddress(%q) = %q, whose own is %q", address, once, twice)
		}
	})
}

func TestDraft(t *testing.T) {
	for _, test := range []struct {
		line string
		want bool
	}{
		{"DRAFT", true}, {"Draft Minutes of the Cabinet", true}, {"MINUTES (DRAFT)", true}, {"Agenda and draft minutes", true},
		{"Printed draft minutes", true}, {"Unconfirmed minutes", true}, {"Minutes - subject to approval", true},
		{"Minutes of the Cabinet", false}, {"The draft minutes of the last meeting were approved.", false}, {"Draft Local Plan", false},
	} {
		doc := parse.Document{Format: archive.Minutes, Paper: extract.Paper{Pages: []extract.Page{{Number: 1, Blocks: blocksOf("THORNLEY DISTRICT COUNCIL", test.line)}}}}
		if got := isDraft(doc); got != test.want {
			t.Errorf("isDraft(%q) = %v", test.line, got)
		}
	}
}

func TestItemsOfADraft(t *testing.T) {
	minuted := func(draft bool) *archive.Item {
		it := itemOn("1. Budget", "The budget was agreed.", 1)
		it.Decision, it.Draft = "The budget was agreed.", draft
		return it
	}
	agenda := itemOn("2. Parking", "To consider charges.", 1)
	for _, row := range []struct {
		name    string
		says    bool
		records []archive.Record
		want    bool
	}{
		{"the paper says so", true, []archive.Record{minuted(false), agenda}, true},
		{"its item says so", false, []archive.Record{minuted(true), agenda}, true},
		{"one of two items says so", false, []archive.Record{minuted(true), minuted(false)}, false},
		{"nothing says so", false, []archive.Record{minuted(false), agenda}, false},
	} {
		first := row.records[0].(*archive.Item)
		before := first.Draft
		if got := markDraft(row.records, row.says); got != row.want || first.Draft != (before || row.says) || agenda.Draft {
			t.Errorf("%s: draft %v, its item %v, an item of the agenda %v", row.name, got, first.Draft, agenda.Draft)
		}
	}
}
