package server

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

func TestOCRNote(t *testing.T) {
	for _, c := range []struct {
		name string
		page archive.PageText
		want string
	}{
		{"letters", archive.PageText{Words: []archive.Word{{Text: "a"}}}, ""},
		{"ours", archive.PageText{OCR: true, Words: []archive.Word{{Text: "abc", Confidence: 1}, {Text: "d", Confidence: 0.6}, {Text: "stamp"}}}, "Read by OCR, 90% sure: check it against the original"},
		{"the publisher’s", archive.PageText{OCR: true, Words: []archive.Word{{Text: "a"}}}, "Read by OCR before it was published: check it against the original"},
	} {
		if got := ocrNote(c.page); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A page as JSON says how surely it was read, and withholds what pages do.
func TestPageJSON(t *testing.T) {
	w := newWorld()
	text := "Ring the clerk on 01632 960 123 before noon"
	words := wordsAt(text)
	for i := range words {
		words[i].Confidence = 0.8
	}
	w.pages[minutesDigest][0] = archive.PageText{Number: 1, Text: text, Width: 595.3, Height: 841.9, Words: words, OCR: true, Unread: "The lower half is torn off."}
	h := w.handlerWith(t, &easel{})
	at := "/api/v1" + pageURL(minutesDigest, 1)
	var a PageAnswer
	rec := get(t, h, at+"?words=1")
	if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil || rec.Code != 200 {
		t.Fatalf("%d, %v", rec.Code, err)
	}
	if !a.OCR || a.Confidence == nil || *a.Confidence != 0.8 || a.Unread == "" || a.Pages != 2 || a.Picture != pageURL(minutesDigest, 1)+"/picture?w=1000" {
		t.Errorf("%+v", a)
	}
	var said []string
	for _, x := range a.Words {
		said = append(said, x.Text)
	}
	want := []string{"Ring", "the", "clerk", "on", archive.Withheld, archive.Withheld, archive.Withheld, "before", "noon"}
	if !slices.Equal(said, want) || strings.Contains(rec.Body.String(), "960") || a.Words[0].Box != [4]float64{100, 100, 125, 110} {
		t.Errorf("words %q", said)
	}
	if strings.Contains(get(t, h, at).Body.String(), `"words"`) {
		t.Error("the words come unasked")
	}
	for address, status := range map[string]int{at + "?words=all": 400, "/api/v1" + pageURL(minutesDigest, 9): 404} {
		if rec := get(t, h, address); rec.Code != status {
			t.Errorf("%s: %d, want %d", address, rec.Code, status)
		}
	}
}

// A letter's head is known by its lines, which the words of a page do not hold.
func TestWordsOfALetterhead(t *testing.T) {
	words := wordsAt("Nether Sallow Parish Council Clerk: Mrs J Orme Holly House Pound Lane AB12 3CD Tel")
	line := []int{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5}
	for i := range words {
		words[i].Y0, words[i].Y1 = float32(20*line[i]), float32(20*line[i]+10)
	}
	var hidden []string
	for i, w := range withheldWords(words) {
		if w {
			hidden = append(hidden, words[i].Text)
		}
	}
	if got := strings.Join(hidden, " "); got != "Holly House Pound Lane AB12 3CD" {
		t.Errorf("withheld %q", got)
	}
}

// What is told of an outlined place withholds contact details of which only a
// part is near it.
func TestPlacesWithholdWholeNumbers(t *testing.T) {
	words := wordsAt("Ask about allowances a b c d 01632 960 123 or e f g h allowances again")
	text, _ := joinWords(words)
	for _, o := range found(words, terms("allowances"), archive.ContactSpans(text)) {
		said := ""
		for _, p := range o.Parts {
			said += p.Text
		}
		if strings.ContainsAny(said, "0123456789") || o.N == 1 && !strings.HasSuffix(said, "d "+archive.Withheld) {
			t.Errorf("place %d: %q", o.N, said)
		}
	}
}

// The first picture on a machine may take longer than any other answer; who
// cannot wait is told when to come again.
func TestPicturesMayTakeTheirTime(t *testing.T) {
	var left bool
	h := newWorld().handlerWith(t, easelFunc(func(ctx context.Context) ([]byte, error) {
		_, left = ctx.Deadline()
		return nil, context.DeadlineExceeded
	}))
	rec := get(t, h, pageURL(minutesDigest, 1)+"/picture")
	if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") == "" || !left || strings.Contains(rec.Header().Get("Cache-Control"), "max-age") {
		t.Errorf("%d %v, deadline %v", rec.Code, rec.Header(), left)
	}
	if pictureDeadline <= answerDeadline {
		t.Error("a picture has no more time than a search")
	}
	h = newWorld().handlerWith(t, &easel{})
	first := get(t, h, pageURL(minutesDigest, 1)+"/picture")
	r := httptest.NewRequest("GET", pageURL(minutesDigest, 1)+"/picture", nil)
	r.Header.Set("If-None-Match", first.Header().Get("ETag"))
	again := httptest.NewRecorder()
	h.ServeHTTP(again, r)
	if first.Code != 200 || first.Body.Len() == 0 || again.Code != http.StatusNotModified {
		t.Errorf("%d with %d bytes, then %d", first.Code, first.Body.Len(), again.Code)
	}
}

type easelFunc func(context.Context) ([]byte, error)

func (f easelFunc) Picture(ctx context.Context, _ archive.Digest, _, _ int) ([]byte, error) {
	return f(ctx)
}
