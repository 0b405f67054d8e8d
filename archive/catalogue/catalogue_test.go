package catalogue

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"moothall/archive"
)

func open(t testing.TB) *Catalogue {
	t.Helper()
	c, err := Open(filepath.Join(t.TempDir(), "a folder?", "cat%alogue.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func digestOf(s string) archive.Digest {
	sum := sha256.Sum256([]byte(s))
	return archive.Digest(hex.EncodeToString(sum[:]))
}

const council = "Thornley District Council"

var day = archive.Date("2024-03-05")

// paper is an entry whose bytes are its name; it came at the given hour.
func paper(name string, hour int, records ...archive.Record) archive.Entry {
	e := archive.Entry{Reader: "r/1", Path: "/in/" + name, Records: records}
	e.SHA256 = digestOf(name)
	e.Name, e.Media, e.Format, e.Pages = name, "text", archive.Minutes, 1
	e.Retrieved = time.Date(2024, 4, 1, hour, 0, 0, 0, time.UTC)
	var text []string
	for _, r := range records {
		text = append(text, r.About().Title, r.About().Text)
	}
	e.Texts = []archive.PageText{{Number: 1, Text: strings.Join(text, "\n\n")}}
	return e
}

func item(number, title, text string) *archive.Item {
	it := &archive.Item{Committee: "Cabinet", MeetingDate: day, ItemNumber: number, Decision: text}
	it.Kind, it.Council, it.Title, it.Text = archive.KindItem, council, title, text
	it.ID = archive.ItemID(council, day, it.Committee, number, title, "")
	return it
}

func at(clock string, it *archive.Item) *archive.Item {
	it.MeetingTime = clock
	return it
}

func agenda(it *archive.Item) *archive.Item {
	it.Decision = ""
	return it
}

func put(t testing.TB, c *Catalogue, entries ...archive.Entry) []archive.Kept {
	t.Helper()
	kept, err := c.Put(t.Context(), entries...)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// held is every record by ID with its text, as Changes tells it.
func held(t testing.TB, c *Catalogue) map[archive.ID]string {
	t.Helper()
	changes, err := c.Changes(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[archive.ID]string)
	for _, ch := range changes {
		if ch.Record != nil {
			if got := ch.Record.About().ID; got != ch.ID {
				t.Errorf("the record under %s calls itself %s", ch.ID, got)
			}
			all[ch.ID] = ch.Record.About().Text
		}
	}
	return all
}

func TestPutTwiceAddsNothing(t *testing.T) {
	c := open(t)
	e := func() archive.Entry { return paper("a.txt", 1, item("1", "Budget", "The budget was agreed.")) }
	if kept := put(t, c, e()); kept[0] != archive.KeptNew {
		t.Errorf("first Put = %s", kept)
	}
	seq, _ := c.Seq(t.Context())
	if seq != 1 {
		t.Errorf("Seq = %d after one record", seq)
	}
	if kept := put(t, c, e()); kept[0] != archive.KeptUnchanged {
		t.Errorf("second Put = %s", kept)
	}
	if again, _ := c.Seq(t.Context()); again != seq {
		t.Errorf("Seq went from %d to %d although nothing changed", seq, again)
	}
	visit, err := c.Revisit(t.Context(), e())
	if want := (archive.Visit{Known: true, Kept: archive.KeptUnchanged}); err != nil || visit != want {
		t.Errorf("Revisit = %+v, %v; want %+v", visit, err, want)
	}
}

func TestRevisitAsksForAnotherReading(t *testing.T) {
	c := open(t)
	e := paper("a.txt", 1, item("1", "Budget", "Agreed."))
	dead := paper("killer.pdf", 1)
	dead.Unread, dead.Lethal = "reading took more than 60 s and was stopped", true
	scan := paper("scan.pdf", 1)
	scan.Unread = "no text on its 3 pages"
	put(t, c, e, dead, scan)
	with := func(e archive.Entry, f func(*archive.Entry)) archive.Entry { f(&e); return e }
	for _, test := range []struct {
		name  string
		entry archive.Entry
		known bool
	}{
		{"same again", e, true},
		{"another reader", with(e, func(e *archive.Entry) { e.Reader = "r/2" }), false},
		{"council now named", with(e, func(e *archive.Entry) { e.Hint = council }), false},
		{"address now known", with(e, func(e *archive.Entry) { e.URL = "https://x.example/1" }), false},
		{"killed its reader", dead, true},
		{"killed another reader", with(dead, func(e *archive.Entry) { e.Reader = "r/2" }), false},
		{"could not be read", scan, false},
		{"never seen", paper("b.txt", 1), false},
	} {
		visit, err := c.Revisit(t.Context(), test.entry)
		if err != nil || visit.Known != test.known {
			t.Errorf("%s: Known = %v, %v; want %v", test.name, visit.Known, err, test.known)
		}
	}
	if visit, _ := c.Revisit(t.Context(), dead); visit.Unread != dead.Unread {
		t.Errorf("Unread = %q, want %q", visit.Unread, dead.Unread)
	}
}

// What OCR read is not lost by a reading without OCR.
func TestAReadingThatKnowsLessIsNotKept(t *testing.T) {
	c := open(t)
	scan := func(ocr bool, text, unread string) archive.Entry {
		e := paper("scan", 9, item("1", "Apologies", text))
		e.Texts = []archive.PageText{{Number: 1, Text: "letters"}, {Number: 2, Text: text, OCR: ocr, Unread: unread}}
		if text == "" {
			e.Records = nil
		}
		return e
	}
	nothing := paper("scan", 9)
	nothing.Texts, nothing.Unread = nil, "the reader crashed on it"
	for _, step := range []struct {
		name  string
		entry archive.Entry
		kept  archive.Kept
		text  string
	}{
		{"unread at first", scan(false, "", "install tesseract-ocr"), archive.KeptNew, ""},
		{"read by OCR", scan(true, "An apology was received.", ""), archive.KeptChanged, "An apology was received."},
		{"without OCR", scan(false, "", "install tesseract-ocr"), archive.KeptEarlier, "An apology was received."},
		{"not at all", nothing, archive.KeptEarlier, "An apology was received."},
		{"by a better OCR", scan(true, "Two apologies were received.", ""), archive.KeptChanged, "Two apologies were received."},
		{"with letters", scan(false, "Three.", ""), archive.KeptChanged, "Three."},
	} {
		kept, err := c.Put(t.Context(), step.entry)
		if err != nil || kept[0] != step.kept {
			t.Errorf("%s: %v, %v; want %s", step.name, kept, err, step.kept)
		}
		if p, err := c.PageText(t.Context(), step.entry.SHA256, 2); err != nil || p.Text != step.text {
			t.Errorf("%s: page 2 says %q, %v", step.name, p.Text, err)
		}
	}
}

func TestNewVersionAtTheSamePath(t *testing.T) {
	c := open(t)
	old := paper("v1", 1, item("1", "Budget", "The budget was deferred."), item("2", "Urgent business", "There was none."))
	now := paper("v2", 2, item("1", "Budget", "The budget was agreed."))
	now.Path = old.Path
	put(t, c, old)
	if kept := put(t, c, now); kept[0] != archive.KeptChanged {
		t.Errorf("Put of a newer version = %s", kept)
	}
	want := map[archive.ID]string{"thornley/2024-03-05/cabinet/1": "The budget was agreed."}
	if got := held(t, c); !reflect.DeepEqual(got, want) {
		t.Errorf("held %v, want %v", got, want)
	}
	doc, err := c.Document(t.Context(), old.SHA256)
	if err != nil || doc.ReplacedBy != now.SHA256 {
		t.Errorf("old document = %+v, %v", doc, err)
	}
	if doc, _ := c.Document(t.Context(), now.SHA256); doc.Replaces != old.SHA256 {
		t.Errorf("new document replaces %q", doc.Replaces)
	}
	if p, err := c.PageText(t.Context(), old.SHA256, 1); err != nil || !strings.Contains(p.Text, "deferred") {
		t.Errorf("old page = %+v, %v", p, err)
	}
	changes, _ := c.Changes(t.Context(), 2, 10)
	if len(changes) != 2 || changes[0].Seq >= changes[1].Seq {
		t.Fatalf("changes after the first version: %+v", changes)
	}
	for _, ch := range changes {
		if gone := ch.Record == nil; gone != (ch.ID == "thornley/2024-03-05/cabinet/2") {
			t.Errorf("%s: gone = %v", ch.ID, gone)
		}
	}

	// The file is put back as it was: the first version is current again.
	visit, err := c.Revisit(t.Context(), old)
	if err != nil || visit.Kept != archive.KeptChanged {
		t.Errorf("Revisit of what is back = %+v, %v", visit, err)
	}
	if got := held(t, c); len(got) != 2 || got["thornley/2024-03-05/cabinet/1"] != "The budget was deferred." {
		t.Errorf("held %v after the first version came back", got)
	}
}

func TestAFileMayHoldAnotherPaperNextMonth(t *testing.T) {
	c := open(t)
	march := paper("march", 1, item("1", "Budget monitoring", "Cabinet noted the position on revenue and capital at the end of the third quarter."))
	april := paper("april", 2, item("1", "Housing allocations", "Members agreed a revised allocations policy for homes let from next spring."))
	it := april.Records[0].(*archive.Item)
	it.MeetingDate = "2024-04-09"
	it.ID = archive.ItemID(council, it.MeetingDate, it.Committee, "1", it.Title, "")
	april.Path = march.Path
	put(t, c, march)
	put(t, c, april)
	if got := held(t, c); len(got) != 2 {
		t.Errorf("held %v, want both months", got)
	}
	// A second look at either changes nothing.
	if visit, err := c.Revisit(t.Context(), april); err != nil || visit.Kept != archive.KeptUnchanged {
		t.Errorf("Revisit = %+v, %v", visit, err)
	}
}

func TestAPaperStillHeldElsewhereIsNotReplaced(t *testing.T) {
	c := open(t)
	old := paper("v1", 1, item("1", "Budget", "The budget was deferred."))
	put(t, c, old)
	copied := old
	copied.Path = "/elsewhere/v1"
	if _, err := c.Revisit(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	now := paper("v2", 2, item("1", "Budget", "The budget was agreed."))
	now.Path = old.Path
	put(t, c, now)
	if doc, _ := c.Document(t.Context(), old.SHA256); doc.ReplacedBy != "" {
		t.Error("the old version was replaced although another file still holds it")
	}
}

func TestSameAddressIsTheSamePaper(t *testing.T) {
	c := open(t)
	old := paper("v1", 1, item("1", "Budget", "Deferred."))
	now := paper("v2", 2, item("7", "Something else entirely", "Agreed after a vote."))
	for _, e := range []*archive.Entry{&old, &now} {
		e.URL, e.Address = "https://x.example/documents/s1/a.pdf", "x.example/s1"
	}
	put(t, c, old)
	put(t, c, now)
	if got := held(t, c); len(got) != 1 || got["thornley/2024-03-05/cabinet/7"] == "" {
		t.Errorf("held %v, want only the newer", got)
	}
}

// A page about a meeting saved before and after the minutes were written.
func TestViewsOfOneMeeting(t *testing.T) {
	before := paper("before", 3, agenda(item("4", "Budget", "To consider the budget.")))
	after := paper("after", 1, item("57", "Budget", "The budget was agreed."))
	for _, e := range []*archive.Entry{&before, &after} {
		e.Format, e.Work = archive.ModernGovMeeting, "moderngov-meeting thornley/2024-03-05/cabinet"
	}
	for _, order := range [][]archive.Entry{{before, after}, {after, before}} {
		c := open(t)
		for _, e := range order {
			put(t, c, e)
		}
		if got := held(t, c); len(got) != 1 || got["thornley/2024-03-05/cabinet/57"] == "" {
			t.Errorf("held %v, want the minuted view only, though the other came later", got)
		}
		for _, e := range order {
			if visit, err := c.Revisit(t.Context(), e); err != nil || visit.Kept != archive.KeptUnchanged {
				t.Errorf("Revisit = %+v, %v", visit, err)
			}
		}
	}
}

func TestMeetings(t *testing.T) {
	c := open(t)
	e := paper("minutes", 1,
		at("18:30", item("9", "Apologies", "None.")), at("18:30", item("10", "Budget", "Agreed.")))
	other := paper("issue", 2, item("57", "Budget", "Agreed."))
	other.Format = archive.ModernGovIssue
	page := &archive.Page{Page: 2, Committee: "Cabinet", MeetingDate: day}
	page.Kind, page.Council, page.ID, page.Text = archive.KindPage, council, archive.PageID(e.SHA256, 2), "Those present"
	e.Records = append(e.Records, page)
	put(t, c, e, other)
	list, err := c.Meetings(t.Context(), archive.MeetingQuery{Councils: []string{"thornley"}, Committees: []string{"x", "cabinet"}, From: day, To: day})
	if err != nil || list.Total != 1 || list.Pages != 1 || len(list.Meetings) != 1 {
		t.Fatalf("Meetings = %+v, %v", list, err)
	}
	got := list.Meetings[0]
	want := archive.MeetingSummary{ID: "thornley/2024-03-05/cabinet", Council: council, Committee: "Cabinet", Date: day, Time: "18:30",
		Records: map[archive.Kind]int{archive.KindItem: 3, archive.KindPage: 1}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	m, err := c.Meeting(t.Context(), got.ID)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, r := range m.Records {
		order = append(order, string(r.About().Kind)+" "+number(r))
	}
	if got, want := strings.Join(order, ", "), "item 9, item 10, item 57, page "; got != want {
		t.Errorf("records in the order %q, want %q", got, want)
	}
	if _, err := c.Meeting(t.Context(), "thornley/2024-03-05/council"); !errors.Is(err, archive.ErrNotFound) {
		t.Errorf("a meeting not held: %v", err)
	}
	none, err := c.Meetings(t.Context(), archive.MeetingQuery{From: "2024-03-06"})
	if err != nil || none.Total != 0 || none.Pages != 1 {
		t.Errorf("Meetings after the last = %+v, %v", none, err)
	}
}

func TestCoverage(t *testing.T) {
	c := open(t)
	finding := &archive.Finding{Reference: "21 003 456", DecisionDate: "2022-10-09"}
	finding.Kind, finding.ID, finding.Council = archive.KindFinding, "lgsco/21-003-456", council
	stray := &archive.Page{Page: 1}
	stray.Kind, stray.ID = archive.KindPage, "paper/abc/1"
	dead := paper("dead.pdf", 5)
	dead.Unread = "damaged"
	put(t, c, paper("a", 1, item("1", "Budget", "Agreed.")), paper("b", 2, finding), paper("c", 3, stray), dead)
	for range 2 {
		if err := c.Skip(t.Context(), map[string]string{"/in/picture.png": "a picture"}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := c.Coverage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	item, one := archive.KindItem, map[archive.Kind]int{archive.KindItem: 1}
	want := archive.Coverage{
		Documents: 4, Meetings: 1, Seq: 3, LastRetrieved: dead.Retrieved,
		Records: map[archive.Kind]int{item: 1, archive.KindFinding: 1, archive.KindPage: 1},
		Unread:  []archive.ReasonCount{{Reason: "damaged", Count: 1}},
		Skipped: []archive.ReasonCount{{Reason: "a picture", Count: 1}},
		Councils: []archive.CouncilCoverage{
			{Label: council, Slug: "thornley", From: "2022-10-09", To: day, Documents: 2, Meetings: 1,
				Records: map[archive.Kind]int{item: 1, archive.KindFinding: 1}, LastRetrieved: paper("b", 2).Retrieved,
				Committees: []archive.CommitteeCoverage{{Label: "Cabinet", Slug: "cabinet", From: day, To: day, Records: one, Meetings: 1}}},
			{Documents: 1, Records: map[archive.Kind]int{archive.KindPage: 1}, LastRetrieved: paper("c", 3).Retrieved},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// Kept after all: no longer skipped.
	late := paper("picture.png", 6)
	put(t, c, late)
	if got, _ := c.Coverage(t.Context()); len(got.Skipped) != 0 {
		t.Errorf("still skipped: %v", got.Skipped)
	}
}

func TestPageTextKeepsWords(t *testing.T) {
	c := open(t)
	e := paper("a", 1)
	e.Texts = []archive.PageText{{
		Number: 1, Printed: "iv", Text: "Cyngor\n\nTŷ", Running: "Page iv", Width: 595, Height: 842, OCR: true,
		Words: []archive.Word{{Text: "Cyngor", X0: 72, Y0: 100.25, X1: 110.5, Y1: 112, Confidence: 0.93}, {Text: "Tŷ", X0: 72, Y0: 90, X1: 60, Y1: 95}},
	}, {Number: 2, Unread: "a picture without text"}}
	put(t, c, e)
	got, err := c.PageText(t.Context(), e.SHA256, 1)
	if err != nil || !reflect.DeepEqual(got, e.Texts[0]) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, e.Texts[0])
	}
	if _, err := c.PageText(t.Context(), e.SHA256, 3); !errors.Is(err, archive.ErrNotFound) {
		t.Errorf("a page beyond the last: %v", err)
	}
}

func TestNewerArchiveIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	alter(t, path, fmt.Sprintf(`PRAGMA user_version = %d`, len(migrations)+1))
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "newer Moothall") {
		t.Errorf("Open of a newer archive: %v", err)
	}
}

func TestForeignDatabaseIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	alter(t, path, `CREATE TABLE recipes (name TEXT)`)
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "other program") {
		t.Errorf("Open of another program's database: %v", err)
	}
}

// An archive of each older version opens and is brought forward with all it
// holds.
func TestOlderArchivesAreBroughtForward(t *testing.T) {
	for version := 1; version < len(migrations); version++ {
		path := blank(t, version)
		alter(t, path, `UPDATE state SET seq = 7`)
		c, err := Open(path)
		if err != nil {
			t.Fatalf("from version %d: %v", version, err)
		}
		if seq, err := c.Seq(t.Context()); err != nil || seq != 7 {
			t.Errorf("from version %d: Seq = %d, %v; want 7", version, seq, err)
		}
		put(t, c, paper("a.txt", 1, item("1", "Budget", "Agreed.")))
		if seq, _ := c.Seq(t.Context()); seq != 8 {
			t.Errorf("from version %d: Seq = %d after one change more, want 8", version, seq)
		}
		c.Close()
	}
}

func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// A transaction that fails half-way leaves nothing behind.
func TestPutIsAllOrNothing(t *testing.T) {
	c := open(t)
	good := paper("good", 1, item("1", "Budget", "Agreed."))
	bad := paper("bad", 1, item("2", "Rents", "Agreed."), item("2", "Rents", "Agreed."))
	if _, err := c.Put(t.Context(), good, bad); err == nil {
		t.Fatal("two records under one ID were taken")
	}
	if got := held(t, c); len(got) != 0 {
		t.Errorf("held %v after a failed Put", got)
	}
	if _, err := c.Document(t.Context(), good.SHA256); !errors.Is(err, archive.ErrNotFound) {
		t.Errorf("document of a failed Put: %v", err)
	}
}

// Two processes at once are two Catalogues on one file.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	done := make(chan error)
	for w := range 2 {
		go func() {
			c, err := Open(path)
			if err != nil {
				done <- err
				return
			}
			defer c.Close()
			for i := range 20 {
				n := fmt.Sprint(w*100 + i)
				if _, err := c.Put(t.Context(), paper("p"+n, 1, item(n, "Item "+n, "Text "+n))); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := held(t, c); len(got) != 40 {
		t.Errorf("%d records of 40", len(got))
	}
	if seq, _ := c.Seq(t.Context()); seq != 40 {
		t.Errorf("Seq = %d, want 40", seq)
	}
}

// Check tells of each sort of disagreement between what is read and what is
// shown.
func TestCheckFindsDisagreement(t *testing.T) {
	for name, test := range map[string]struct{ spoil, say string }{
		"shown otherwise":  {`UPDATE records SET record = CAST(replace(CAST(record AS TEXT), 'Agreed', 'Refused') AS BLOB)`, "is not shown as it is read"},
		"not shown":        {`UPDATE records SET record = NULL`, "is read from a document and not shown"},
		"read nowhere":     {`DELETE FROM readings`, "is shown and read from no document"},
		"number too high":  {`UPDATE records SET seq = 99`, "the change number 99"},
		"doubt not listed": {`DELETE FROM doubts`, "is not listed for review"},
		"doubt of nothing": {`INSERT INTO doubts SELECT document, record, 9, field, 1, 1, 'x', 1, council FROM doubts`, "is not listed for review"},
		"astray":           {`PRAGMA foreign_keys = 0; DELETE FROM documents`, "refer to something that is not there"},
	} {
		path := filepath.Join(t.TempDir(), "catalogue.db")
		c, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		unsure := item("1", "Budget", "Agreed.")
		unsure.Doubts = []archive.Doubt{{Field: "services", Confidence: 0.6, Because: "the text names them in passing"}}
		put(t, c, paper("a.txt", 1, unsure))
		if found, err := c.Check(t.Context()); err != nil || len(found.Problems) > 0 || found.Records != 1 {
			t.Errorf("%s: before: %+v, %v", name, found, err)
		}
		alter(t, path, test.spoil)
		found, err := c.Check(t.Context())
		if err != nil || !strings.Contains(strings.Join(found.Problems, "\n"), test.say) {
			t.Errorf("%s: %+v, %v; want %q", name, found, err, test.say)
		}
		c.Close()
	}
}

// blank is the file of an empty archive of an older version.
func blank(t *testing.T, version int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "catalogue.db")
	for _, m := range migrations[:version] {
		alter(t, path, m)
	}
	alter(t, path, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, version))
	return path
}

// older is what the archive at path would be had an older version written it:
// all that the tables of that version can hold of it.
func older(t *testing.T, path string, version int) string {
	t.Helper()
	to := blank(t, version)
	db, err := sql.Open("sqlite", to)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	all := func(query string, args ...any) (values []string) {
		rows, err := db.Query(query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var v string
			if err := rows.Scan(&v); err != nil {
				t.Fatal(err)
			}
			values = append(values, v)
		}
		return values
	}
	do := func(statement string, args ...any) {
		if _, err := db.Exec(statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	do(`ATTACH ? AS newer`, path)
	do(`DELETE FROM state`)
	for _, table := range all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'remedy_words%'`) {
		columns := strings.Join(all(`SELECT name FROM pragma_table_info(?)`, table), ", ")
		do(`INSERT INTO ` + table + ` (` + columns + `) SELECT ` + columns + ` FROM newer.` + table)
	}
	return to
}
