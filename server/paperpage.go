package server

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"moothall/archive"
)

// paperPageView is what page.html shows: one page as text.
type paperPageView struct {
	Paper      textLink
	Title      string // "Page 7 of 12"
	Printed    string
	Text       string
	Paras      []para
	Running    string
	OCR        string // how it was read by OCR, where it was
	Unread     string
	Partly     bool // some of it was read all the same
	Masked     bool
	Unmasked   string // the same page with contact details
	Shown      bool   // they are shown
	Original   string
	Prev, Next string
	Matches    string
	Picture    *facsimile
	NoPicture  string // why there is none, of a paper with pages
	JSON       string
}

// paperPage is one page as text: the form of a paper that can be read by
// everybody. Contact details are masked unless ?contacts=shown asks for them,
// since whoever cannot read the original is owed all of it.
func (s *Server) paperPage(r *http.Request) (view, error) {
	values := r.URL.Query()
	text, err := searchText(values.Get("q"))
	if err != nil {
		return view{}, BadParameters{{"q", err.Error()}}
	}
	shown := values.Get("contacts") == "shown"
	if c := values.Get("contacts"); c != "" && !shown {
		return view{}, BadParameters{{"contacts", fmt.Sprintf("%q is not shown", c)}}
	}
	doc, n, err := s.pageAsked(r)
	if err != nil {
		return view{}, err
	}
	d := doc.SHA256
	p, err := s.catalogue.PageText(r.Context(), d, n)
	if err != nil {
		return view{}, err
	}
	v := paperPageView{
		Paper: textLink{documentName(doc), withText("/documents/"+string(d)+"/pages", text)},
		Title: fmt.Sprintf("Page %d of %d", n, doc.Pages), Text: text, OCR: ocrNote(p), Unread: p.Unread, Partly: strings.TrimSpace(p.Text) != "", Shown: shown,
		Original: "/documents/" + string(d), JSON: "/api/v1" + pageURL(d, n),
	}
	if doc.Media == "pdf" {
		v.Original += "#page=" + strconv.Itoa(n)
	}
	if p.Printed != "" && p.Printed != strconv.Itoa(n) {
		v.Printed = p.Printed
	}
	body, running := p.Text, p.Running
	if !shown {
		body, running = archive.MaskContacts(body), archive.MaskContacts(running)
		if v.Masked = body != p.Text || running != p.Running; v.Masked {
			v.Unmasked = withText(pageURL(d, n), text) + questionOrAnd(text) + "contacts=shown"
		}
	}
	v.Paras = drawn("p", body, terms(text))
	matches := 0
	for _, x := range v.Paras {
		matches += matched(x.Parts)
		for _, row := range x.Rows {
			for _, cell := range row {
				matches += matched(cell)
			}
		}
	}
	v.Running = strings.Join(strings.Fields(running), " ")
	if v.Picture = s.facsimileOf(doc, p, terms(text), shown); v.Picture == nil && doc.Media == "pdf" {
		v.NoPicture = "Pages cannot be drawn here. The text below is what was read from this one."
	}
	if text != "" {
		v.Matches = count(matches, "match on this page", "matches on this page")
	}
	if n > 1 {
		v.Prev = withText(pageURL(d, n-1), text)
	}
	if n < doc.Pages {
		v.Next = withText(pageURL(d, n+1), text)
	}
	return s.render(r, "page.html", frame{
		Title: v.Title + " – " + v.Paper.Text, Canonical: pageURL(d, n), NoIndex: true, Body: v,
	})
}

// pageAsked is the paper in an address and the number of its page, from 1,
// which the paper may not have.
func (s *Server) pageAsked(r *http.Request) (doc archive.Document, n int, err error) {
	d, err := digestOf(r)
	if err != nil {
		return doc, 0, err
	}
	n, err = strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 {
		return doc, 0, fmt.Errorf("server: page %q: %w", r.PathValue("n"), archive.ErrNotFound)
	}
	doc, err = s.catalogue.Document(r.Context(), d)
	return doc, n, err
}

// ocrNote says how a page was read by OCR, "" where it was not. Words without
// confidence on such a page were read by whoever published it.
func ocrNote(p archive.PageText) string {
	switch sure, ok := confidence(p.Words); {
	case !p.OCR:
		return ""
	case !ok:
		return "Read by OCR before it was published: check it against the original"
	default:
		return fmt.Sprintf("Read by OCR, %.0f%% sure: check it against the original", 100*sure)
	}
}

// confidence is that of the words read by OCR, 0 to 1, each counted by its
// letters; ok is false where there are none.
func confidence(words []archive.Word) (mean float64, ok bool) {
	sum, letters := 0.0, 0
	for _, w := range words {
		if w.Confidence > 0 {
			n := utf8.RuneCountInString(w.Text)
			sum += float64(w.Confidence) * float64(n)
			letters += n
		}
	}
	return sum / float64(max(letters, 1)), letters > 0
}

// matched is how many of the parts are what was searched for.
func matched(parts []archive.Part) int {
	n := 0
	for _, p := range parts {
		if p.Match {
			n++
		}
	}
	return n
}

func questionOrAnd(text string) string {
	if text == "" {
		return "?"
	}
	return "&"
}

// A PageAnswer is one page of a paper for programs. Places are in points from
// the page's top left corner. Telephone numbers, e-mail and homes' addresses are
// withheld, as they are on pages.
type PageAnswer struct {
	Document archive.Digest `json:"document"`
	Page     int            `json:"page"`
	Pages    int            `json:"pages"`
	Printed  string         `json:"printed,omitempty"` // the number printed on the page, where one is
	Text     string         `json:"text"`
	Running  string         `json:"running,omitempty"` // headers, footers and page numbers
	// OCR says that some of it was read by OCR; Confidence, from 0 to 1, how
	// surely. Without one the publisher had it read.
	OCR        bool         `json:"ocr"`
	Confidence *float64     `json:"confidence,omitempty"`
	Unread     string       `json:"unread,omitempty"` // why it, or some of it, could not be read
	Width      float64      `json:"width,omitempty"`
	Height     float64      `json:"height,omitempty"`
	Words      []WordAnswer `json:"words,omitempty"` // with words=1
	URL        string       `json:"here"`
	Original   string       `json:"original"`
	Picture    string       `json:"picture,omitempty"`
}

// A WordAnswer is a word with its place, and how surely OCR read it.
type WordAnswer struct {
	Text       string     `json:"text"`
	Box        [4]float64 `json:"box"` // left, top, right, bottom
	Confidence float64    `json:"confidence,omitempty"`
}

func (s *Server) paperPageJSON(r *http.Request) (view, error) {
	words := r.URL.Query().Get("words")
	if words != "" && words != "1" && words != "0" {
		return view{}, BadParameters{{"words", fmt.Sprintf("%q is neither 1 nor 0", words)}}
	}
	doc, n, err := s.pageAsked(r)
	if err != nil {
		return view{}, err
	}
	d := doc.SHA256
	p, err := s.catalogue.PageText(r.Context(), d, n)
	if err != nil {
		return view{}, err
	}
	a := PageAnswer{
		Document: d, Page: n, Pages: doc.Pages, Printed: p.Printed, Text: archive.MaskContacts(p.Text), Running: archive.MaskContacts(p.Running),
		OCR: p.OCR, Unread: p.Unread, Width: hundredths(p.Width), Height: hundredths(p.Height),
		URL: pageURL(d, n), Original: "/documents/" + string(d),
	}
	if sure, ok := confidence(p.Words); ok {
		sure = hundredths(sure)
		a.Confidence = &sure
	}
	if f := s.facsimileOf(doc, p, nil, true); f != nil {
		a.Picture = f.Src
	}
	if words == "1" {
		a.Words = wordAnswers(p.Words)
	}
	return jsonView(a)
}

func wordAnswers(words []archive.Word) []WordAnswer {
	w := withheldWords(words)
	out := make([]WordAnswer, len(words))
	for i, word := range words {
		text := word.Text
		if w[i] {
			text = archive.Withheld
		}
		out[i] = WordAnswer{text, [4]float64{
			hundredths(float64(word.X0)), hundredths(float64(word.Y0)), hundredths(float64(word.X1)), hundredths(float64(word.Y1)),
		}, hundredths(float64(word.Confidence))}
	}
	return out
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
