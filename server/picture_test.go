package server

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"moothall/archive"
	"moothall/static"
)

// An easel draws what it is told to, and remembers for whom.
type easel struct {
	asked []string
	err   error
}

func (e *easel) Picture(_ context.Context, d archive.Digest, page, width int) ([]byte, error) {
	e.asked = append(e.asked, fmt.Sprintf("%s %d %d", d.Short(), page, width))
	return []byte("\x89PNG\r\n\x1a\n and so on"), e.err
}

func (w *world) handlerWith(t *testing.T, p Pictures) http.Handler {
	t.Helper()
	h, err := New(Config{Search: w, Catalogue: w, Vault: w, Static: static.Files, Pictures: p, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// wordsAt lays words out in lines of four, ten points wide each and as high.
func wordsAt(text string) []archive.Word {
	var out []archive.Word
	for i, w := range strings.Fields(text) {
		x, y := float32(100+30*(i%4)), float32(100+20*(i/4))
		out = append(out, archive.Word{Text: w, X0: x, Y0: y, X1: x + 25, Y1: y + 10})
	}
	return out
}

func TestPagePicture(t *testing.T) {
	e := &easel{}
	h := newWorld().handlerWith(t, e)
	at := pageURL(minutesDigest, 2) + "/picture"
	rec := get(t, h, at+"?w=700")
	if rec.Code != 200 || rec.Header().Get("Content-Type") != "image/png" || !strings.Contains(rec.Header().Get("Cache-Control"), "max-age") {
		t.Errorf("%d %v", rec.Code, rec.Header())
	}
	get(t, h, at)
	if want := []string{minutesDigest.Short() + " 2 700", minutesDigest.Short() + " 2 1000"}; !slices.Equal(e.asked, want) {
		t.Errorf("asked for %q, want %q", e.asked, want)
	}
	for _, tt := range []struct {
		address string
		status  int
	}{
		{at + "?w=0", 400}, {at + "?w=99999", 400}, {at + "?w=wide", 400},
		{pageURL(minutesDigest, 3) + "/picture", 404}, {"/documents/" + string(minutesDigest) + "/pages/0/picture", 404},
		{pageURL(pageDigest, 1) + "/picture", 404}, {"/documents/" + strings.Repeat("a", 64) + "/pages/1/picture", 404},
	} {
		if rec := get(t, h, tt.address); rec.Code != tt.status {
			t.Errorf("%s: %d, want %d", tt.address, rec.Code, tt.status)
		}
	}
	for _, tt := range []struct {
		err    error
		status int
	}{{ErrBusy, 503}, {fmt.Errorf("it cannot be drawn: %w", archive.ErrNotFound), 404}, {context.DeadlineExceeded, 503}} {
		e.err = tt.err
		if rec := get(t, h, at); rec.Code != tt.status {
			t.Errorf("%v: %d, want %d", tt.err, rec.Code, tt.status)
		}
	}
	if rec := get(t, newWorld().handler(t), at); rec.Code != 404 {
		t.Errorf("where nothing can be drawn: %d", rec.Code)
	}
}

// What is searched for is outlined on the picture where it stands and told in
// words beside it; contact details are covered.
func TestPageBesideItsPicture(t *testing.T) {
	w := newWorld()
	text := "The care allowances paid to families considering care: ring 01632 960123 <script>alert(1)</script> allowances"
	words := wordsAt(text)
	words[2].Confidence = 0.4
	w.pages[minutesDigest][0] = archive.PageText{Number: 1, Text: text, Width: 595.3, Height: 841.9, Words: words, OCR: true}
	h := w.handlerWith(t, &easel{})
	doc := look(t, h, pageURL(minutesDigest, 1)+"?q=care+allowance", 200)
	img := doc.Find(".leaf img")
	if src, _ := img.Attr("src"); src != pageURL(minutesDigest, 1)+"/picture?w=1000" {
		t.Errorf("picture %q", src)
	}
	if alt, _ := img.Attr("alt"); alt != "Page 1 of 2 as published" {
		t.Errorf("alt %q", alt)
	}
	if box, _ := doc.Find(".leaf svg").Attr("viewBox"); box != "0 0 595.3 841.9" {
		t.Errorf("viewBox %q", box)
	}
	if hidden, _ := doc.Find(".leaf svg").Attr("aria-hidden"); hidden != "true" {
		t.Error("the overlay is read out, rectangle by rectangle")
	}
	var got []string
	doc.Find("rect.found").Each(func(_ int, r *goquery.Selection) {
		got = append(got, r.AttrOr("x", "")+" "+r.AttrOr("y", "")+" "+r.AttrOr("width", "")+" "+r.AttrOr("height", ""))
	})
	// "care allowances" is one place; "care:" and the last word are others.
	if want := []string{"128.5 98.5 58.0 13.0", "188.5 118.5 28.0 13.0", "98.5 158.5 28.0 13.0"}; !slices.Equal(got, want) {
		t.Errorf("outlined %q, want %q", got, want)
	}
	if n := doc.Find("rect.unsure").Length(); n != 1 {
		t.Errorf("%d words are marked as unsure, want 1", n)
	}
	if n := doc.Find("rect.covered").Length(); n != 1 {
		t.Errorf("%d contact details are covered, want 1", n)
	}
	list := doc.Find(".seen details")
	if list.Find("li").Length() != 3 || !strings.Contains(list.Text(), "3 places are outlined") || list.Find("mark").First().Text() != "care" {
		t.Errorf("told in words: %q", list.Text())
	}
	if strings.Contains(list.Text(), "960123") || doc.Find("script:not([src])").Length() != 0 {
		t.Errorf("the list shows what it must not: %q", list.Text())
	}
	if doc.Find("[style]").Length() != 0 {
		t.Error("an inline style, which the page's policy forbids")
	}
	shown := look(t, h, pageURL(minutesDigest, 1)+"?contacts=shown", 200)
	if shown.Find("rect.covered").Length() != 0 || shown.Find("rect.found").Length() != 0 {
		t.Error("contact details that were asked for are covered, or something is outlined that nobody searched for")
	}
}

func TestPageWithoutPicture(t *testing.T) {
	w := newWorld()
	doc := look(t, w.handler(t), pageURL(minutesDigest, 1), 200)
	if doc.Find(".leaf").Length() != 0 || !strings.Contains(text(doc, "main"), "cannot be drawn here") || !strings.Contains(text(doc, ".sheet"), "respite") {
		t.Errorf("a page where nothing can be drawn: %q", text(doc, "main"))
	}
	doc = look(t, w.handlerWith(t, &easel{}), pageURL(pageDigest, 1), 200)
	if doc.Find(".leaf").Length() != 0 || strings.Contains(text(doc, "main"), "drawn") {
		t.Error("a page of HTML has no picture, and need not say so")
	}
	scan := w.documents[decisionOf]
	scan.Media = "png"
	w.documents[decisionOf] = scan
	doc = look(t, w.handlerWith(t, nil), pageURL(decisionOf, 1), 200)
	if src := doc.Find(".leaf img").AttrOr("src", ""); src != "/documents/"+string(decisionOf) {
		t.Errorf("a paper that is a picture shows %q, want itself", src)
	}
}
