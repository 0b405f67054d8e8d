package index

import (
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

func world() []archive.Record {
	housing := item("Thornley District Council", "Cabinet", "2023-03-14", "57",
		"Ombudsman finding: homelessness duty", "The Director introduced the report on a complaint by Ms D.\n\nMembers asked about the Council’s temporary accommodation costs of £1,250.00 a week at O’Brien House.\n\nRESOLVED that the report be noted.")
	housing.Services = []archive.Service{archive.Housing}
	housing.Outcome = archive.Noted
	housing.Decision = "RESOLVED that the report be noted."
	housing.CaseRefs = []string{"21 003 456"}
	housing.Furniture = "Thornley Cabinet Minutes Page 4 democratic.services@thornley.example"
	housing.PageMarks = []archive.PageMark{{Offset: 0, Page: 3}, {Offset: 60, Page: 4}}
	housing.Pages = []int{3, 4}
	planning := item("Thornley District Council", "Planning Committee", "2023-05-02", "12",
		"Application 21/01234/FUL: Mill Lane", "An application for change of use and well-being hub. The officer recommended approval.\n\nRESOLVED that permission be granted.")
	planning.Services = []archive.Service{archive.Planning, archive.PublicHealth}
	planning.Outcome = archive.Approved
	apologies := item("Thornley District Council", "Cabinet", "2023-03-14", "54", "Apologies for absence", "Apologies were received from Councillor Siân Pugh.")
	apologies.Procedural = true
	f := finding("Thornley District Council", "21 003 456", "2022-10-09", archive.Upheld, "The Council failed to offer interim accommodation to a homeless woman. Phone 01632 960123 for details of the homeless service.")
	f.Services = []archive.Service{archive.Housing}
	f.Remedies = []archive.Remedy{{Text: "Apologise", Status: archive.Implemented}, {Text: "Pay £300", Status: archive.Implemented}}
	sgo := item("Ambershire County Council", "Children’s Scrutiny", "2024-01-20", "8", "Special guardianship allowances", "The panel considered special guardianship orders and the housing of carers, a policy reviewed by the House.")
	return []archive.Record{housing, planning, apologies, f, sgo}
}

const (
	idHousing   = "thornley/2023-03-14/cabinet/57"
	idPlanning  = "thornley/2023-05-02/planning-committee/12"
	idApologies = "thornley/2023-03-14/cabinet/54"
	idFinding   = "lgsco/21-003-456"
	idSGO       = "ambershire/2024-01-20/childrens-scrutiny/8"
)

func TestQueriesFind(t *testing.T) {
	ix, _ := open(t, world()...)
	for _, c := range []struct {
		name, text string
		want       []string // first to last
	}{
		{"a word in another form", "homeless", []string{idHousing, idFinding}},
		{"words must all be there", "temporary accommodation costs", []string{idHousing}},
		{"stop words are passed over", "the report of the Director", []string{idHousing}},
		{"a stop word alone", "by", []string{idSGO, idHousing}},
		{"a phrase", `"report be noted"`, []string{idHousing}},
		{"words of a phrase in another order", `"noted be report"`, nil},
		{"a phrase with stop words", `"on a complaint by"`, []string{idHousing}},
		{"a quoted word means its form", `"house"`, []string{idSGO, idHousing}},
		{"exclusion", "thornley -application -apologies", []string{idFinding, idHousing}},
		{"or", "guardianship OR application", []string{idSGO, idPlanning}},
		{"brackets", "(guardianship OR application) panel", []string{idSGO}},
		{"prefix", "guardian*", []string{idSGO}},
		{"title only", "title:homelessness", []string{idHousing}},
		{"decision only", "decision:noted", []string{idHousing}},
		{"committee by a word of its name", "committee:planning", []string{idPlanning}},
		{"council by slug", "council:ambershire", []string{idSGO}},
		{"year", "year:2022", []string{idFinding}},
		{"a case reference as printed", "21 003 456", []string{idFinding, idHousing}},
		{"with hyphens", "21-003-456", []string{idFinding, idHousing}},
		{"in one", "21003456", []string{idFinding, idHousing}},
		{"by field", "case:21003456", []string{idFinding, idHousing}},
		{"a planning reference", "21/01234/FUL", []string{idPlanning}},
		{"an item number", "57", []string{idHousing}},
		{"money as printed", "£1,250.00", []string{idHousing}},
		{"money without its pence", "£1,250", []string{idHousing}},
		{"money in digits", "1250", []string{idHousing}},
		{"a hyphenated word", "well-being", []string{idPlanning}},
		{"the same as one word", "wellbeing", []string{idPlanning}},
		{"half of it", "well", []string{idPlanning}},
		{"an accent left out", "sian", []string{idApologies}},
		{"an accent typed", "SIÂN", []string{idApologies}},
		{"a straight apostrophe", "o'brien", []string{idHousing}},
		{"no apostrophe", "obrien", []string{idHousing}},
		{"half a name", "brien", []string{idHousing}},
		{"a possessive", "Council’s temporary", []string{idHousing}},
		{"furniture", "minutes page 4", []string{idHousing}},
		{"a mailbox in furniture", "democratic.services@thornley.example", nil},
		{"a short form", "SGO", []string{idSGO}},
		{"a whole title", "Special guardianship allowances", []string{idSGO}},
		{"nothing but signs", "£ –", nil},
		{"a question, when nothing has all its words", "how much did the temporary accommodation cost taxpayers", []string{idHousing}},
		{"an unclosed quote is words", `"noted complaint`, []string{idHousing}},
		{"an unclosed bracket is words", `(Director complaint`, []string{idHousing}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := found(t, ix, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestProceduralIsHiddenUnlessAsked(t *testing.T) {
	ix, _ := open(t, world()...)
	if got := search(t, ix, archive.Query{Text: "apologies"}).Total; got != 0 {
		t.Errorf("hidden: %d", got)
	}
	if got := search(t, ix, archive.Query{Text: "apologies", Procedural: true}).Total; got != 1 {
		t.Errorf("asked for: %d", got)
	}
}

func TestSnippets(t *testing.T) {
	ix, _ := open(t, world()...)
	for _, c := range []struct {
		name, text string
		want       archive.Snippet
		parts      string
	}{
		{"page and marks", "accommodation costs", archive.Snippet{Field: "text", Page: 4},
			"Members asked about the Council’s temporary [accommodation] [costs] of £1,250.00 a week at O’Brien House. RESOLVED that the report be noted."},
		{"a phrase in one", `"be noted"`, archive.Snippet{Field: "decision", Page: 4}, "RESOLVED that the report [be noted]."},
		{"only the title has it", "title:duty", archive.Snippet{Field: "decision", Page: 4}, "RESOLVED that the report be noted."},
		{"contacts are withheld", "homeless woman", archive.Snippet{Field: "text"},
			"The Council failed to offer interim accommodation to a [homeless] [woman]. Phone [contact withheld] for details of the [homeless] service."},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := search(t, ix, archive.Query{Text: c.text})
			if len(res.Hits) == 0 || len(res.Hits[0].Snippets) == 0 {
				t.Fatalf("no snippet: %+v", res.Hits)
			}
			got := res.Hits[0].Snippets[0]
			if show(got.Parts) != c.parts || got.Field != c.want.Field || got.Page != c.want.Page {
				t.Errorf("got %s page %d: %s\nwant %s page %d: %s", got.Field, got.Page, show(got.Parts), c.want.Field, c.want.Page, c.parts)
			}
		})
	}
}

// Wherever a snippet's edges fall, they show no part of a telephone number or
// an e-mail address.
func TestSnippetsCutNoContactInTwo(t *testing.T) {
	for pad := range 60 {
		text := strings.Repeat("x", pad) + strings.Repeat(" filler", 30) + " 01632 960 123 or jane.doe@thornley.example " +
			strings.Repeat("words ", 12+pad/6) + "badger " + strings.Repeat("words ", 24+pad/3) + "020 7946 0018 and joe.bloggs@thornley.example for more " + strings.Repeat("words ", 60)
		it := item("Thornley District Council", "Cabinet", "2023-03-14", "57", "Setts", text)
		it.Decision = text
		ix, _ := open(t, it)
		for _, q := range []string{"badger", "setts"} {
			h := search(t, ix, archive.Query{Text: q}).Hits[0]
			shown := archive.MaskContacts(h.Decision)
			for _, s := range h.Snippets {
				shown += show(s.Parts)
			}
			for _, part := range []string{"960", "123", "01632", "020", "7946", "0018", "jane", "doe", "joe", "bloggs"} {
				if strings.Contains(shown, part) {
					t.Fatalf("pad %d, %s: %q is in %s", pad, q, part, shown)
				}
			}
		}
	}
}

// Nor any part of a home's address, though the name that tells it for one may
// lie outside the snippet.
func TestSnippetsShowNoHome(t *testing.T) {
	for pad := range 40 {
		text := strings.Repeat("filler ", 60) + "Mrs Henrietta Larch of Flat 3, 27 Pelham Road, Thornley TN1 2AB" + strings.Repeat(" word", pad) + " badger " + strings.Repeat("words ", 60)
		ix, _ := open(t, item("Thornley District Council", "Cabinet", "2023-03-14", "57", "Setts", text))
		var shown string
		for _, s := range search(t, ix, archive.Query{Text: "badger"}).Hits[0].Snippets {
			shown += show(s.Parts)
		}
		for _, part := range []string{"27", "Pelham", "2AB"} {
			if strings.Contains(shown, part) {
				t.Fatalf("pad %d: %q is in %s", pad, part, shown)
			}
		}
	}
}

// What is not shown is not found by guessing at it.
func TestWithheldWordsAreNotFound(t *testing.T) {
	secret := &archive.Item{Committee: "Cabinet", MeetingDate: "2024-03-05", ItemNumber: "9", Decision: "That the offer of £90,000 for Pelican House be accepted."}
	secret.Kind, secret.ID, secret.Council, secret.Title = archive.KindItem, "thornley/2024-03-05/cabinet/9", "Thornley District Council", "Disposal of land"
	secret.Text, secret.Visibility = "Members weighed the offer. "+secret.Decision, archive.Exempt
	open := &archive.Item{Committee: "Cabinet", MeetingDate: "2024-03-05", ItemNumber: "10"}
	open.Kind, open.ID, open.Council, open.Title = archive.KindItem, "thornley/2024-03-05/cabinet/10", "Thornley District Council", "Contact point"
	open.Text = "Questions go to ann.leaford@thornley.example or 01632 960123 before noon. Mrs H Larch of 27 Pelham Road spoke on the sale of 4 Gull Lane."
	d, err := newEntry(newDoc(secret))
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEntry(newDoc(open))
	if err != nil {
		t.Fatal(err)
	}
	terms := map[string]bool{}
	for _, f := range append(d.fields, e.fields...) {
		for term := range f.terms {
			terms[term] = true
		}
	}
	for _, hidden := range []string{"pelican", "90000", "weighed", "leaford", "ann", "01632", "960123", "27", "pelham"} {
		if terms[hidden] {
			t.Errorf("%q can be searched for", hidden)
		}
	}
	for _, word := range []string{"disposal", "land", "contact", "questions", "noon", "larch", "gull", "lane"} {
		if !terms[word] {
			t.Errorf("%q cannot be searched for", word)
		}
	}
}

func TestHitsSayHowManyRemedies(t *testing.T) {
	ix, _ := open(t, world()...)
	for _, h := range search(t, ix, archive.Query{}).Hits {
		want := 0
		if h.ID == idFinding {
			want = 2
		}
		if h.Remedies != want {
			t.Errorf("%s has %d remedies, not %d", h.ID, h.Remedies, want)
		}
	}
}
