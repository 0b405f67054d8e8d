package server

import (
	"encoding/json"
	"strings"
	"testing"

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
