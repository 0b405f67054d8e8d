package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

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
var drawable = map[string]bool{"pdf": false, "png": true, "jpeg": true}

// pagePicture is the picture of a page.
func (s *Server) pagePicture(r *http.Request) (view, error) {
	d, err := digestOf(r)
	if err != nil {
		return view{}, err
	}
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 {
		return view{}, fmt.Errorf("server: page %q: %w", r.PathValue("n"), archive.ErrNotFound)
	}
	width := usualPicture
	if w := r.URL.Query().Get("w"); w != "" {
		if width, err = strconv.Atoi(w); err != nil || width < leastPicture || width > mostPicture {
			return view{}, BadParameters{{"w", fmt.Sprintf("%q is not a number of dots from %d to %d", w, leastPicture, mostPicture)}}
		}
	}
	doc, err := s.catalogue.Document(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	itself, ok := drawable[doc.Media]
	if s.pictures == nil || !ok || itself || n > doc.Pages {
		return view{}, fmt.Errorf("server: picture of page %d of %s: %w", n, d.Short(), archive.ErrNotFound)
	}
	b, err := s.pictures.Picture(r.Context(), d, n, width)
	if err != nil {
		return view{}, err
	}
	media := http.DetectContentType(b)
	if media != "image/png" && media != "image/jpeg" {
		return view{}, errors.New("server: the picture of a page is " + media)
	}
	// The paper never changes, but who draws it may.
	return view{media: media, body: b}.with("Cache-Control", "public, max-age=604800").with("X-Robots-Tag", "noindex"), nil
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
	f.Found = outlines(p.Words, matchSpans(p.Words, wanted), wanted)
	if !shown {
		text, _ := joinWords(p.Words)
		f.Covered = outlines(p.Words, archive.ContactSpans(text), nil)
	}
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

// outlines are the rectangles around spans of the words joined: one for each
// line that a span stands on.
func outlines(words []archive.Word, spans [][2]int, wanted []string) []outline {
	_, starts := joinWords(words)
	var out []outline
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
			out = append(out, outlineOf(words, i, j, wanted))
			i = j
		}
	}
	return out
}

// near is how many words are told of on each side of an outline.
const near = 5

// outlineOf is the rectangle around words i to j, with the words about it.
func outlineOf(words []archive.Word, i, j int, wanted []string) outline {
	box := words[i]
	for _, w := range words[i:j] {
		box.X0, box.Y0, box.X1, box.Y1 = min(box.X0, w.X0), min(box.Y0, w.Y0), max(box.X1, w.X1), max(box.Y1, w.Y1)
	}
	const pad = 1.5
	o := outline{X: points(box.X0 - pad), Y: points(box.Y0 - pad), W: points(box.X1 - box.X0 + 2*pad), H: points(box.Y1 - box.Y0 + 2*pad)}
	if wanted == nil {
		return o
	}
	text, _ := joinWords(words[max(0, i-near):min(len(words), j+near)])
	o.Parts = mark(archive.MaskContacts(text), wanted)
	return o
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
			out = append(out, outlineOf(words, i, i+1, nil))
		}
	}
	return out
}

// points writes a length for the overlay.
func points(v float32) string { return strconv.FormatFloat(float64(v), 'f', 1, 32) }
