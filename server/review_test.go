package server

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"moothall/archive"
)

func TestReviewLeadsToWhatIsUnsure(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, "/review?field=services", 200)
	rows := doc.Find(".doubts li")
	if rows.Length() != 1 {
		t.Fatalf("%d doubts about services, want 1", rows.Length())
	}
	text := strings.Join(strings.Fields(rows.Text()), " ")
	for _, want := range []string{"Services 60 % sure", "Respite care", "Stated, with this doubt: only the portfolio holder’s title names it", "Page 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	href, _ := rows.Find(".body a").Attr("href")
	if record := look(t, h, href, 200); !strings.Contains(record.Find("h1").Text(), "Respite care") {
		t.Errorf("%s leads to %q", href, record.Find("h1").Text())
	}
	if none := look(t, h, "/review?field=outcome", 200).Find("#main").Text(); !strings.Contains(none, "There is nothing of that sort") {
		t.Errorf("nothing found is told as %q", none)
	}
	look(t, h, "/review?field=<b>", 400)
	look(t, h, "/review?outcome=noted", 400)
	look(t, h, "/review?page=0", 400)
}

func TestReviewAsJSON(t *testing.T) {
	h := newWorld().handler(t)
	var got DoubtListAnswer
	if err := json.Unmarshal(get(t, h, "/api/v1/review?council=ambershire").Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Total != 1 || len(got.Doubts) != 1 || got.Fields["services"] != 1 {
		t.Fatalf("got %+v, want one doubt, about services", got)
	}
	if d := got.Doubts[0]; d.Field != "services" || !d.Stated || d.Confidence != .6 || d.URL != "/items/ambershire/2022-11-08/cabinet/41" || d.SHA256 != minutesDigest {
		t.Errorf("got %+v", d)
	}
}

// A doubt about several items of a paper is one row that leads to each, and
// the counts say rows and records. Files nobody can open stand last, apart.
func TestReviewSaysOnceWhatAPaperRepeats(t *testing.T) {
	w := newWorld()
	place := func(number, title string) archive.DoubtPlace {
		return archive.DoubtPlace{Kind: archive.KindItem, ID: archive.ID("ambershire/2022-11-08/cabinet/" + number), Title: title, Page: 2}
	}
	w.doubts = []archive.ListedDoubt{
		{
			Doubt: archive.Doubt{Field: "council", Confidence: .8, Because: "only its building names it"}, Stated: true, Title: "Minutes of November", Paper: minutesDigest,
			Places: []archive.DoubtPlace{place("41", "Respite care"), place("42", "ring 01632 960123")},
		},
		{Doubt: archive.Doubt{Field: archive.DoubtParts, Because: "no place"}, Title: "A report", Paper: minutesDigest, Places: []archive.DoubtPlace{{Page: 2}, {Page: 7}}},
		{Doubt: archive.Doubt{Field: archive.DoubtWords, Because: "a password"}, Name: "locked.pdf", Paper: pageDigest, Unopened: true},
	}
	h := w.handler(t)
	doc := look(t, h, "/review", 200)
	lists := doc.Find(".doubts")
	if lists.Length() != 2 || lists.Eq(0).Children().Length() != 3 || lists.Eq(1).Children().Length() != 1 {
		t.Fatalf("want three rows, and apart from them a file that nobody can open: %s", lists.Text())
	}
	if head := doc.Find("#unopened").Text(); head != "1 file of which nothing could be read" {
		t.Errorf("it is headed %q", head)
	}
	text := strings.Join(strings.Fields(doc.Find("#main").Text()), " ")
	for _, want := range []string{"4 things to check, in 6 records and pages", "Council 80 % sure", "2 items", "2 pages", "Council (1, in 2 records)", "Parts of the paper (1, in 2 pages)", "Services (1)"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	if strings.Contains(text, "960123") {
		t.Error("a telephone number in a title is shown")
	}
	var links []string
	doc.Find(".same a").Each(func(_ int, a *goquery.Selection) { links = append(links, a.AttrOr("href", "")) })
	if len(links) != 4 || links[0] != "/items/ambershire/2022-11-08/cabinet/41" || !strings.HasSuffix(links[3], "/pages/7") {
		t.Errorf("the places lead to %q", links)
	}

	var got DoubtListAnswer
	if err := json.Unmarshal(get(t, h, "/review.json").Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Unopened != 1 || !got.Doubts[3].Unopened || got.Doubts[0].Unopened || got.Fields["council"] != 2 || got.FieldRows["council"] != 1 {
		t.Errorf("got %+v", got)
	}
}

// A paper without a title is named by its file, never by the folders it lay in.
func TestReviewTellsNoFolders(t *testing.T) {
	w := newWorld()
	w.doubts = []archive.ListedDoubt{{Doubt: archive.Doubt{Field: archive.DoubtWords, Because: "locked"}, Name: "/home/ada/secret/locked.pdf", Paper: pageDigest}}
	h := w.handler(t)
	for _, address := range []string{"/review", "/review.json"} {
		body := get(t, h, address).Body.String()
		if strings.Contains(body, "ada") || !strings.Contains(body, "locked.pdf") {
			t.Errorf("%s names the folder, or not the file", address)
		}
	}
}
