package server

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// remedyWorld is the world with an item whose remedies try this and that.
func remedyWorld() *world {
	w := newWorld()
	w.records = append(w.records, &archive.Item{
		Head: archive.Head{
			Kind: archive.KindItem, ID: "westermouth/2023-03-01/cabinet/9", Council: "Westermouth Council", Title: "=Complaints", Text: "x",
			Source: archive.Source{SHA256: minutesDigest}, CaseRefs: []string{"22 001 002"},
		},
		Committee: "Cabinet", MeetingDate: "2023-03-01",
		Remedies: []archive.Remedy{
			{Text: "<script>alert(1)</script> Ring Jo Marsh on 01632 960123.", Due: "by 1 May 2023", DueDate: "2023-05-01", Status: archive.InProgress,
				AddressedTo: "jo@westermouth.example", Evidence: &archive.Evidence{Quote: "Her telephone 01632 960124 was answered yesterday.", Page: 2}, Page: 1},
			{Text: "=1+1", Due: "2023-07-01", Status: archive.NotImplemented},
		},
	}, &archive.Item{
		Head:     archive.Head{Kind: archive.KindItem, ID: "westermouth/2023-03-01/cabinet/10", Council: "Westermouth Council", Visibility: archive.Exempt},
		Remedies: []archive.Remedy{{Text: "Pay a secret sum.", Status: archive.InProgress}},
	})
	return w
}

func TestRemediesSayWhatBecameOfThem(t *testing.T) {
	h := remedyWorld().handler(t)
	doc := look(t, h, "/remedies?council=westermouth&council=ambershire", 200)
	if got := text(doc, "#count"); got != "6 remedies and 1 recommendation" {
		t.Errorf("the heading is %q", got)
	}
	if got := text(doc, ".results > .read"); !strings.HasPrefix(got, "Read from 3 papers; 2 are open past the day set by the paper’s own word.") {
		t.Errorf("under it stands %q", got)
	}
	rows := doc.Find("table.listed tbody tr")
	if rows.Length() != 7 {
		t.Fatalf("%d rows, want 7", rows.Length())
	}
	for _, tt := range []struct {
		row  string // a part of what is to be done
		says []string
		not  []string
		href []string
	}{
		{"Apologise to Mrs C.", []string{"1 Apologise to Mrs C. Apology", "Respite care: what has been done", "Ambershire County Council", "Cabinet", "21 003 456", "8 November 2022", "No day given", "Status: Implemented", "An apology was sent.", "Page 1"}, []string{"Overdue"},
			[]string{"/reports/ambershire/2022-11-08/cabinet/report-respite#remedy-1", "/documents/" + string(pageDigest) + "/pages/1?q=apology", "/councils/ambershire"}},
		{"Pay £300 a month.", []string{"Payment · £300 a month", "Partly implemented", "Two of three were paid."}, nil, []string{"/documents/" + string(pageDigest) + "/pages"}},
		{"That Cabinet notes the report.", []string{"Recommendation", "for Cabinet", "A report asks for it. What was decided stands in the minutes of Cabinet, 8 November 2022 ."}, []string{"Status:"}, []string{"/reports/ambershire/2022-11-08/cabinet/report-respite#recommendation-1", "/meetings/ambershire/2022-11-08/cabinet"}},
		{"Apologise within one month.", []string{"Due 30 July 2022 within one month", "Day passed", "Not stated", "No word of what became of it."}, nil, []string{"/findings/lgsco/21-003-456#remedy-1", "/documents/" + string(decisionOf) + "/pages/1?q=apologise+within"}},
		{"alert(1)", []string{"<script>", "[contact withheld]", "Due 1 May 2023 Day passed", "In progress", "yesterday"}, []string{"960123", "960124", "jo@"}, []string{"/documents/" + string(minutesDigest) + "/pages/2?q=telephone+answered+yesterday"}},
		{"=1+1", []string{"Due 1 July 2023", "Not implemented"}, []string{"Day passed"}, nil},
	} {
		found := false
		for i := range rows.Length() {
			row := rows.Eq(i)
			said := strings.Join(strings.Fields(row.Text()), " ")
			if !strings.Contains(said, tt.row) {
				continue
			}
			found = true
			for _, want := range tt.says {
				if !strings.Contains(spaced(said), spaced(want)) {
					t.Errorf("%s: %q is not in %q", tt.row, want, said)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(said, not) {
					t.Errorf("%s: %q is in %q", tt.row, not, said)
				}
			}
			for _, href := range tt.href {
				if row.Find(`a[href^="`+href+`"]`).Length() == 0 {
					html, _ := row.Html()
					t.Errorf("%s: no link to %s in %s", tt.row, href, html)
				}
			}
		}
		if !found {
			t.Errorf("no row of %q", tt.row)
		}
	}
	if doc.Find("#main script").Length() > 0 {
		t.Error("a remedy became a script")
	}
	if all := look(t, h, "/remedies", 200).Find("table.listed").Text(); strings.Contains(all, "secret") {
		t.Error("exempt business is listed")
	}
}

// spaced is text without its white space and the signs that style sheets add.
func spaced(s string) string { return strings.NewReplacer(" ", "", "·", "").Replace(s) }

// A row leads to where it stands on its record's page, and the record to all
// that is open of its council.
func TestRemediesLeadToTheirRecordsAndBack(t *testing.T) {
	h := remedyWorld().handler(t)
	href, _ := look(t, h, "/remedies?what=recommendation", 200).Find("table.listed a").Attr("href")
	path, anchor, _ := strings.Cut(href, "#")
	record := look(t, h, path, 200)
	if record.Find("#"+anchor).Length() != 1 {
		t.Errorf("%s has no %s", path, anchor)
	}
	if record.Find(`a[href="/remedies?council=ambershire&remedy_status=open"]`).Length() != 1 {
		t.Errorf("%s does not lead to what is open of its council", path)
	}
	for _, place := range []string{"/councils/ambershire", "/services/childrens_services", "/committees/cabinet?council=ambershire"} {
		link := look(t, h, place, 200).Find(`a[href*="remedy_status=open"]`)
		href, _ := link.Attr("href")
		if rows := look(t, h, href, 200).Find("table.listed tbody tr").Length(); rows == 0 || !strings.HasPrefix(link.Text(), thousands(rows)+" open") {
			t.Errorf("%s promises %q and leads to %d rows", place, link.Text(), rows)
		}
	}
}

func TestRemediesAreNarrowed(t *testing.T) {
	h := remedyWorld().handler(t)
	doc := look(t, h, "/remedies?remedy_status=open&-what=recommendation&limit=2", 200)
	if got := text(doc, "#count"); got != "5 remedies page 1 of 3" {
		t.Errorf("the heading is %q", got)
	}
	if got := text(doc, ".chips li"); !strings.Contains(got, "State of remedies: All open ones") || !strings.Contains(got, "Without remedy or recommendation: Recommendation") {
		t.Errorf("chips: %q", got)
	}
	if next, _ := doc.Find(`.pager a[rel="next"]`).Attr("href"); next != "/remedies?-what=recommendation&limit=2&page=2&remedy_status=open" {
		t.Errorf("the next page is %s", next)
	}
	if !doc.Find(`#facet-remedy_status input[value="open"]`).Is("[checked]") || doc.Find(`input[type=hidden][name="-what"]`).Length() != 1 {
		t.Error("the form loses what is asked for")
	}
	if got := text(look(t, h, "/remedies?q=zzyzx&remedy_kind=payment", 200), ".nothing"); !strings.Contains(got, "Without words 1") || !strings.Contains(got, "Show all there are") {
		t.Errorf("nothing found is told as %q", got)
	}
	if got := text(look(t, (&world{}).handler(t), "/remedies", 200), ".results"); !strings.Contains(got, "holds no remedy") {
		t.Errorf("an empty archive is told as %q", got)
	}
	for _, bad := range []string{"remedy_status=lost", "what=promise", "remedy_kind=x", "outcome=noted", "procedural=1", "sort=relevance", "sort=size", "page=0", "page=401", "colour=red"} {
		if got := text(look(t, h, "/remedies?"+bad, 400), ".mistakes li b"); got != strings.Split(bad, "=")[0] {
			t.Errorf("%s: the mistake is said to be in %q", bad, got)
		}
	}
}

// What is described can be asked for, by each of its names.
func TestRemedyParametersAreRead(t *testing.T) {
	for _, p := range remedyParameters() {
		value := "1"
		switch {
		case len(p.Values) > 0:
			value = p.Values[0]
		case p.Format == "date", p.Name == "year":
			value = "2021"
		}
		names := []string{p.Name}
		if p.Many {
			names = append(names, "-"+p.Name)
		}
		for _, name := range names {
			q, err := readRemedyQuery(url.Values{name: {value}})
			if again, _ := url.ParseQuery(strings.TrimPrefix(address("", q), "?")); err != nil || p.Name != "sort" && p.Name != "page" && len(again[name]) != 1 {
				t.Errorf("%s=%s is read as %v, %v", name, value, again, err)
			}
		}
	}
}

// Every form of the list has the same rows, as anybody may see them.
func TestRemedyExportsAreComplete(t *testing.T) {
	h := remedyWorld().handler(t)
	whole := decode[RemedyListAnswer](t, get(t, h, "/remedies.json"))
	if len(whole.Remedies) != whole.Total || whole.Total != 7 || whole.Papers != 3 || whole.Overdue != 2 || whole.AsOf != "2023-06-01" || whole.Next != nil || len(whole.Facets) != len(archive.RemedyFacets) {
		t.Errorf("got %+v", whole)
	}
	api := decode[RemedyListAnswer](t, get(t, h, "/api/v1/remedies?limit=3&page=2"))
	if len(api.Remedies) != 3 || api.Pages != 3 || *api.Next != "/api/v1/remedies?limit=3&page=3" || *api.Prev != "/api/v1/remedies?limit=3" {
		t.Errorf("got %+v", api)
	}
	if page := decode[RemedyListAnswer](t, get(t, h, "/remedies.json?limit=3&page=2")); len(page.Remedies) != 3 || *page.Next != "/remedies.json?limit=3&page=3" {
		t.Errorf("got %+v", page)
	}
	var lines []RemedyAnswer
	for d := json.NewDecoder(get(t, h, "/remedies.ndjson").Body); d.More(); {
		var a RemedyAnswer
		if err := d.Decode(&a); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, a)
	}
	rows, err := csv.NewReader(get(t, h, "/remedies.csv").Body).ReadAll()
	if err != nil || !slices.Equal(rows[0], remedyColumns) || len(rows) != 8 || len(lines) != 7 {
		t.Fatalf("%d lines of CSV, %d of NDJSON, %v", len(rows), len(lines), err)
	}
	for i, a := range whole.Remedies {
		row := rows[i+1]
		if a.Text != lines[i].Text || a.Text != strings.TrimPrefix(row[2], "'") || string(a.Status) != row[10] || "http://example.com"+a.URL != row[22] {
			t.Errorf("row %d: %+v, %+v, %q", i, a, lines[i], row)
		}
		for j, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				t.Errorf("%s is %q", remedyColumns[j], cell)
			}
		}
	}
	if a := whole.Remedies[3]; a.What != "recommendation" || a.Status != "" || !a.Open || a.URL != "/reports/ambershire/2022-11-08/cabinet/report-respite#recommendation-1" {
		t.Errorf("the recommendation is %+v", a)
	}
	if a := whole.Remedies[5]; !a.Overdue || a.Page != 2 || a.DueDate != "2023-05-01" {
		t.Errorf("the overdue remedy is %+v", a)
	}
	for _, form := range []string{"/remedies", "/remedies.json", "/remedies.csv", "/remedies.ndjson", "/api/v1/remedies"} {
		if body := get(t, h, form).Body.String(); strings.Contains(body, "960123") || strings.Contains(body, "jo@") || strings.Contains(body, "secret") {
			t.Errorf("%s tells contact details or exempt business", form)
		}
	}
	if none := get(t, h, "/remedies.csv?q=zzyzx"); none.Body.String() != strings.Join(remedyColumns, ",")+"\r\n" {
		t.Errorf("nothing as CSV is %q", none.Body)
	}
	if none := decode[RemedyListAnswer](t, get(t, h, "/remedies.json?q=zzyzx")); none.Total != 0 || none.Remedies == nil {
		t.Errorf("nothing as JSON is %+v", none)
	}
	if rec := get(t, h, "/remedies", "Accept", "application/json"); rec.Header().Get("Content-Type") != "application/json" {
		t.Errorf("for a program /remedies is %s", rec.Header().Get("Content-Type"))
	}
}

// A list that breaks off must not pass for a whole one.
func TestBrokenRemedyExportIsCut(t *testing.T) {
	w := remedyWorld()
	w.remediesBreak = 4
	server := httptest.NewServer(w.handler(t))
	defer server.Close()
	for _, form := range []string{"json", "csv", "ndjson"} {
		res, err := http.Get(server.URL + "/remedies." + form)
		if err != nil {
			t.Logf("%s: cut before it began: %v", form, err)
			continue
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err == nil && res.StatusCode == 200 {
			t.Errorf("%s ended as if it were whole: %s", form, body)
		}
	}
	w.remediesBreak = 1
	if rec := get(t, w.handler(t), "/remedies.csv"); rec.Code != 500 {
		t.Errorf("broken from the start: %d", rec.Code)
	}
}
