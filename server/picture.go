package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
)

// Pictures draws pages of papers as they were published. A page it cannot draw
// is archive.ErrNotFound; ErrBusy says that too many are waiting.
type Pictures interface {
	// Picture is a picture, PNG or JPEG, of a page, from 1, about so many dots
	// wide.
	Picture(ctx context.Context, d archive.Digest, page, width int) ([]byte, error)
}

// ErrBusy is returned by whoever has too much to do already.
var ErrBusy = errBusy

// Widths in dots of the pictures a page offers, and those that may be asked
// for.
const (
	narrowPicture, usualPicture, widePicture = 600, 1000, 1600

	leastPicture, mostPicture = 100, 2400
)

// drawable are the media whose pages are pictures to look at; those that are
// true are pictures themselves.
var drawable = map[string]bool{"pdf": false, "tiff": false, "png": true, "jpeg": true}

// pagePicture is the picture of a page.
func (s *Server) pagePicture(r *http.Request) (view, error) {
	width := usualPicture
	if w := r.URL.Query().Get("w"); w != "" {
		var err error
		if width, err = strconv.Atoi(w); err != nil || width < leastPicture || width > mostPicture {
			return view{}, BadParameters{{"w", fmt.Sprintf("%q is not a number of dots from %d to %d", w, leastPicture, mostPicture)}}
		}
	}
	doc, n, err := s.pageAsked(r)
	if err != nil {
		return view{}, err
	}
	d := doc.SHA256
	itself, ok := drawable[doc.Media]
	if s.pictures == nil || !ok || itself || n > doc.Pages {
		return view{}, fmt.Errorf("server: picture of page %d of %s: %w", n, d.Short(), archive.ErrNotFound)
	}
	// The paper never changes, but who draws it may.
	v := view{}.with("Cache-Control", "public, max-age=604800").with("X-Robots-Tag", "noindex")
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		return s.sendPicture(w, req, d, n, width)
	}
	return v, nil
}

// pictureDeadline is how long whoever wants a picture may wait: the first on a
// machine takes as long as the engine takes to be compiled.
const pictureDeadline = 75 * time.Second

func (s *Server) sendPicture(w http.ResponseWriter, r *http.Request, d archive.Digest, n, width int) error {
	ctx, cancel := context.WithTimeout(r.Context(), pictureDeadline)
	defer cancel()
	if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(pictureDeadline + answerDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	b, err := s.pictures.Picture(ctx, d, n, width)
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("server: picture of page %d of %s: %w", n, d.Short(), ErrBusy)
	}
	if err != nil {
		return err
	}
	media := http.DetectContentType(b)
	if media != "image/png" && media != "image/jpeg" {
		return errors.New("server: the picture of a page is " + media)
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("ETag", entityTag(b, false))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
	return nil
}

// A facsimile is a page as it was published, with what is to be shown on it.
type facsimile struct {
	Src, Srcset, Larger string
	Alt                 string
	Width, Height       string // of the page in points: the overlay's own measure
	Across, Down        int    // the same in whole points, for the picture's shape
	Found               []outline
	Covered             []outline // contact details
	Unsure              []outline // words OCR was not sure of
	Note                string    // of what is outlined, for a reader who does not see it
	UnsureNote          string
}

// An outline is a rectangle on a page, in points from its top left corner.
type outline struct {
	N          int // from 1, among those found on the page
	X, Y, W, H string
	Parts      []archive.Part // the words, with those around them
}

// facsimileOf is the picture of a page with the words looked for; nil where
// there is none. Contact details are covered unless they are shown.
func (s *Server) facsimileOf(doc archive.Document, p archive.PageText, wanted []string, shown bool) *facsimile {
	itself, ok := drawable[doc.Media]
	if !ok || !itself && s.pictures == nil {
		return nil
	}
	f := &facsimile{Alt: fmt.Sprintf("Page %d of %d as published", p.Number, doc.Pages)}
	if itself {
		f.Src = "/documents/" + string(doc.SHA256)
		f.Larger = f.Src
	} else {
		at := pageURL(doc.SHA256, p.Number) + "/picture?w="
		f.Src, f.Larger = at+strconv.Itoa(usualPicture), at+strconv.Itoa(widePicture)
		f.Srcset = fmt.Sprintf("%s%d %dw, %s%d %dw, %s%d %dw", at, narrowPicture, narrowPicture, at, usualPicture, usualPicture, at, widePicture, widePicture)
	}
	if !(p.Width > 0 && p.Height > 0) {
		return f
	}
	f.Width, f.Height = points(float32(p.Width)), points(float32(p.Height))
	f.Across, f.Down = int(p.Width+0.5), int(p.Height+0.5)
	var contacts [][2]int
	if !shown {
		contacts = archive.ContactSpans(inLines(p.Words))
		f.Covered = outlines(p.Words, contacts)
	}
	f.Found = found(p.Words, wanted, contacts)
	f.Unsure = unsure(p.Words)
	if n := len(f.Found); n > 0 {
		f.Note = count(n, "place is outlined on the picture", "places are outlined on the picture")
	}
	if n := len(f.Unsure); n > 0 {
		f.UnsureNote = count(n, "word that OCR was unsure of has a dotted outline", "words that OCR was unsure of have a dotted outline")
	}
	return f
}

// joinWords is the words with a space between each, and where each begins.
func joinWords(words []archive.Word) (text string, starts []int) {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(w.Text)
	}
	return b.String(), starts
}

// inLines is the words joined, byte for byte as joinWords does, with the end of
// a line where one ends on the page: an address is known by its lines.
func inLines(words []archive.Word) string {
	text, starts := joinWords(words)
	b := []byte(text)
	for i := 1; i < len(words); i++ {
		if !sameLine(words[i-1], words[i]) {
			b[starts[i]-1] = '\n'
		}
	}
	return string(b)
}

// matchSpans are the places, as byte offsets in the words joined, of what was
// searched for; words beside each other are one place.
func matchSpans(words []archive.Word, wanted []string) [][2]int {
	if len(wanted) == 0 {
		return nil
	}
	text, _ := joinWords(words)
	var spans [][2]int
	at := 0
	for _, part := range mark(text, wanted) {
		to := at + len(part.Text)
		if part.Match {
			if n := len(spans); n > 0 && strings.TrimSpace(text[spans[n-1][1]:at]) == "" {
				spans[n-1][1] = to
			} else {
				spans = append(spans, [2]int{at, to})
			}
		}
		at = to
	}
	return spans
}

// A reach is words i to j, all on one line.
type reach struct{ i, j int }

// reaches are the words that spans of the words joined stand on: one reach for
// each line that a span has a part of.
func reaches(words []archive.Word, spans [][2]int) []reach {
	_, starts := joinWords(words)
	var out []reach
	k := 0
	for _, span := range spans {
		for k < len(words) && starts[k]+len(words[k].Text) <= span[0] {
			k++
		}
		for i := k; i < len(words) && starts[i] < span[1]; {
			j := i + 1
			for j < len(words) && starts[j] < span[1] && sameLine(words[j-1], words[j]) {
				j++
			}
			out = append(out, reach{i, j})
			i = j
		}
	}
	return out
}

// outlines are the rectangles around spans of the words joined.
func outlines(words []archive.Word, spans [][2]int) []outline {
	var out []outline
	for _, r := range reaches(words, spans) {
		out = append(out, boxAround(words[r.i:r.j]))
	}
	return out
}

// near is how many words are told of on each side of an outline.
const near = 5

// found are the places of what was searched for, with the words about each;
// contacts, spans of the words joined, are withheld.
func found(words []archive.Word, wanted []string, contacts [][2]int) []outline {
	text, starts := joinWords(words)
	var out []outline
	for _, r := range reaches(words, matchSpans(words, wanted)) {
		o := boxAround(words[r.i:r.j])
		last := min(len(words), r.j+near) - 1
		o.N = len(out) + 1
		o.Parts = mark(withheld(text, starts[max(0, r.i-near)], starts[last]+len(words[last].Text), contacts), wanted)
		out = append(out, o)
	}
	return out
}

// withheld is the text between two places without the spans, also where only a
// part of one lies between them.
func withheld(text string, from, to int, spans [][2]int) string {
	var b strings.Builder
	for _, s := range spans {
		if s[1] <= from || s[0] >= to {
			continue
		}
		b.WriteString(text[from:max(from, s[0])])
		b.WriteString(archive.Withheld)
		from = min(s[1], to)
	}
	b.WriteString(text[from:to])
	return b.String()
}

// withheldWords says of each word whether it is part of a contact detail.
func withheldWords(words []archive.Word) []bool {
	out := make([]bool, len(words))
	for _, r := range reaches(words, archive.ContactSpans(inLines(words))) {
		for i := r.i; i < r.j; i++ {
			out[i] = true
		}
	}
	return out
}

// boxAround is the rectangle around words.
func boxAround(words []archive.Word) outline {
	box := words[0]
	for _, w := range words[1:] {
		box.X0, box.Y0, box.X1, box.Y1 = min(box.X0, w.X0), min(box.Y0, w.Y0), max(box.X1, w.X1), max(box.Y1, w.Y1)
	}
	const pad = 1.5
	return outline{X: points(box.X0 - pad), Y: points(box.Y0 - pad), W: points(box.X1 - box.X0 + 2*pad), H: points(box.Y1 - box.Y0 + 2*pad)}
}

// sameLine reports whether b follows a on one line.
func sameLine(a, b archive.Word) bool {
	overlap := min(a.Y1, b.Y1) - max(a.Y0, b.Y0)
	return overlap > 0.5*min(a.Y1-a.Y0, b.Y1-b.Y0) && b.X0 >= a.X0 && b.X0-a.X1 < 3*(a.Y1-a.Y0)
}

// sure is the confidence of OCR from which a word needs no second look.
const sure = 0.6

func unsure(words []archive.Word) []outline {
	var out []outline
	for i, w := range words {
		if w.Confidence > 0 && w.Confidence < sure {
			out = append(out, boxAround(words[i:i+1]))
		}
	}
	return out
}

// points writes a length for the overlay.
func points(v float32) string { return strconv.FormatFloat(float64(v), 'f', 1, 32) }
