package deep

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/scan"
	"moothall/ingest/extract/worker"
)

// A poolFunc is a Pool.
type poolFunc func(media string, raw []byte) (extract.Paper, error)

func (f poolFunc) Read(_ context.Context, media string, raw []byte) (extract.Paper, error) {
	return f(media, raw)
}

func refused(why string) error { return &worker.Error{Kind: worker.Refused, Detail: why} }
func stopped() error           { return &worker.Error{Kind: worker.Timeout, Detail: "more than 45s"} }

// saying is a page with one word, or with none and the reason for it.
func saying(n int, word, unread string) extract.Page {
	p := extract.Page{Number: n, Unread: unread}
	if word != "" {
		p.Blocks, p.Words = []extract.Block{{Text: word}}, []archive.Word{{Text: word, X1: 10, Y1: 10}}
	}
	return p
}

// seeing is the answer of OCR that saw one word on a page, or none.
func seeing(t *testing.T, word string) extract.Paper {
	t.Helper()
	s := scan.Sheet{Width: 100, Height: 100}
	if word != "" {
		s.Words = []scan.Seen{{Word: archive.Word{Text: word, X1: 10, Y1: 10, Confidence: 0.9}, W: 10, Base: 8, Size: 10}}
	}
	b, err := packed([]scan.Sheet{s})
	if err != nil {
		t.Fatal(err)
	}
	return extract.Paper{Attachments: []archive.Raw{{Bytes: b}}}
}

func paperOf(pages ...extract.Page) extract.Paper {
	return extract.Paper{Media: "pdf", Engine: pdf.Engine, Pages: pages}
}

func textOf(p extract.Paper) string {
	var all []string
	for _, page := range p.Pages {
		word := "-"
		if len(page.Blocks) > 0 {
			word = page.Blocks[0].Text
		}
		all = append(all, word)
	}
	return strings.Join(all, " ")
}

func TestSecondEngineTakesOver(t *testing.T) {
	good := saying(1, "first", "")
	for _, c := range []struct {
		name        string
		first       extract.Paper
		failed      error
		second      extract.Paper
		failed2     error
		asked       bool
		text, doubt string
		reason      string // of an error
		lethal      bool
		settled     bool
	}{
		{name: "nobody asks it where the first reads", first: paperOf(good), text: "first"},
		{name: "blank pages among others are no reason", first: paperOf(good, saying(2, "", "")), text: "first -"},
		{name: "pictures are for OCR", first: paperOf(saying(1, "", pdf.PictureOnly)), text: "-"},
		{name: "the first fails", failed: refused("pdf: no"), second: paperOf(saying(1, "second", "")), asked: true, text: "second", doubt: "second engine: pdf: no"},
		{name: "the first dies", failed: stopped(), second: paperOf(saying(1, "second", "")), asked: true, text: "second", doubt: "took too long"},
		{name: "the first finds no letters", first: paperOf(saying(1, "", "")), second: paperOf(saying(1, "second", "")), asked: true, text: "second", doubt: "found no letters"},
		{name: "a page is rubbish", first: paperOf(good, saying(2, "", pdf.WrongLetters)), second: paperOf(saying(1, "other", ""), saying(2, "second", "")), asked: true, text: "first second", doubt: "not those that are seen"},
		{name: "some of a page is wrong", first: paperOf(good, saying(2, "gappy", pdf.PartlyWrong)), second: paperOf(saying(1, "other", ""), saying(2, "second", "")), asked: true, text: "first second", doubt: "some of the letters"},
		{name: "and the second is no better", first: paperOf(good, saying(2, "gappy", pdf.PartlyWrong)), second: paperOf(good, saying(2, "as bad", pdf.PartlyWrong)), asked: true, text: "first gappy"},
		{name: "and the second dies of it", first: paperOf(good, saying(2, "gappy", pdf.PartlyWrong)), failed2: stopped(), asked: true, text: "first gappy", doubt: "could not read it either", settled: true},
		{name: "a page is rubbish, and then partly", first: paperOf(good, saying(2, "", pdf.WrongLetters)), second: paperOf(good, saying(2, "second", pdf.PartlyWrong)), asked: true, text: "first second", doubt: "not those that are seen"},
		{name: "and stays rubbish", first: paperOf(good, saying(2, "", pdf.WrongLetters)), second: paperOf(good, saying(2, "", pdf.WrongLetters)), asked: true, text: "first -"},
		{name: "both fail", failed: refused("pdf: a password"), failed2: refused("pdfium: open"), asked: true, reason: "pdf: a password"},
		{name: "the second dies of it", failed: refused("pdf: no pages"), failed2: stopped(), asked: true, reason: "pdf: no pages", lethal: true},
		{name: "the second dies of a page", first: paperOf(good, saying(2, "", pdf.WrongLetters)), failed2: stopped(), asked: true, text: "first -", doubt: "could not read it either", settled: true},
	} {
		asked := false
		r := &Reader{
			First: poolFunc(func(string, []byte) (extract.Paper, error) { return c.first, c.failed }),
			Deep: poolFunc(func(media string, _ []byte) (extract.Paper, error) {
				asked = media == second
				return c.second, c.failed2
			}),
			OCR: func() (scan.Program, bool) { return scan.Program{}, true },
		}
		got, err := r.Read(context.Background(), "pdf", nil)
		var why *Error
		errors.As(err, &why)
		if (err != nil) != (c.reason != "") || why != nil && (why.Reason != c.reason || why.Lethal != c.lethal) {
			t.Errorf("%s: error %+v", c.name, err)
		}
		if asked != c.asked || err == nil && textOf(got) != c.text || !strings.Contains(strings.Join(got.Doubts, "; "), c.doubt) || got.Settled != c.settled {
			t.Errorf("%s: asked %v, %q, settled %v, doubts %q", c.name, asked, textOf(got), got.Settled, got.Doubts)
		}
	}
}

func TestWithoutOCRItSaysWhatToInstall(t *testing.T) {
	r := &Reader{
		First: poolFunc(func(string, []byte) (extract.Paper, error) {
			return paperOf(saying(1, "text", ""), saying(2, "", pdf.PictureOnly)), nil
		}),
		OCR: func() (scan.Program, bool) { return scan.Program{}, false },
	}
	got, err := r.Read(context.Background(), "pdf", nil)
	if err != nil || !strings.Contains(got.Pages[1].Unread, "install tesseract-ocr") || got.Pages[0].Unread != "" {
		t.Errorf("%+v, %v", got.Pages, err)
	}
	if r.Waiting(got) || got.Settled {
		t.Errorf("waiting %v, settled %v: want neither, so that it is tried again once the program is there", r.Waiting(got), got.Settled)
	}
}

func TestFinish(t *testing.T) {
	var asked []string
	r := &Reader{
		Deep: poolFunc(func(media string, raw []byte) (extract.Paper, error) {
			asked = append(asked, media)
			switch media {
			case "pdf ocr 2":
				return seeing(t, "seen"), nil
			case "pdf ocr 3":
				return seeing(t, ""), nil
			case arrange:
				return arranged(raw)
			}
			return extract.Paper{}, stopped()
		}),
		OCR: func() (scan.Program, bool) { return scan.Program{Version: "5"}, true },
	}
	pages := []extract.Page{saying(1, "text", "")}
	for n := 2; n <= 7; n++ {
		pages = append(pages, saying(n, "", pdf.PictureOnly))
	}
	before := paperOf(pages...)
	if !r.Waiting(before) {
		t.Fatal("pictures are not waiting")
	}
	got, err := r.Finish(context.Background(), nil, before)
	if err != nil || textOf(got) != "text seen - - - - -" || !got.Settled || got.Engine != pdf.Engine+", tesseract 5" {
		t.Fatalf("%q, settled %v, engine %q, %v", textOf(got), got.Settled, got.Engine, err)
	}
	if want := "pdf ocr 2,pdf ocr 3,pdf ocr 4,pdf ocr 5,ocr arrange"; strings.Join(asked, ",") != want {
		t.Errorf("asked %q, want %s: two pages that had to be stopped are enough", asked, want)
	}
	if p := got.Pages[1]; !p.OCR || p.Unread != "" {
		t.Errorf("page 2: %+v", p)
	}
	for i, want := range []string{"found no words", "took too long", "took too long", "not read by OCR", "not read by OCR"} {
		if p := got.Pages[i+2]; p.OCR || !strings.Contains(p.Unread, want) {
			t.Errorf("page %d is unread because %q, want %q", p.Number, p.Unread, want)
		}
	}
	if r.Waiting(paperOf(saying(1, "a", ""), saying(2, "", ""))) {
		t.Error("a blank page among others waits for OCR")
	}
	t.Run("a stamp", func(t *testing.T) { finishStamped(t, r) })
	t.Run("some of it wrong", func(t *testing.T) { finishPartly(t, r) })
	broken := errors.New("no process can be started")
	r.Deep = poolFunc(func(string, []byte) (extract.Paper, error) { return extract.Paper{}, broken })
	if _, err := r.Finish(context.Background(), nil, paperOf(saying(1, "", pdf.PictureOnly))); !errors.Is(err, broken) {
		t.Errorf("error %v, want that the run cannot go on", err)
	}
}

// Words set over a scan are kept beside what OCR reads, once; where it reads
// nothing they were all there is.
func finishStamped(t *testing.T, r *Reader) {
	stamp := func(n int) extract.Page {
		p := saying(n, "Page", pdf.Stamped)
		p.Words[0].X0, p.Words[0].X1, p.Words[0].Y0, p.Words[0].Y1 = 50, 70, 80, 90
		return p
	}
	got, err := r.Finish(context.Background(), nil, paperOf(saying(1, "text", ""), stamp(2), stamp(3)))
	if err != nil {
		t.Fatal(err)
	}
	if p := got.Pages[1]; !p.OCR || p.Unread != "" || len(p.Words) != 2 || p.Words[0].Confidence == 0 || p.Words[1].Confidence != 0 {
		t.Errorf("a stamped scan: %+v", p)
	}
	if p := got.Pages[2]; p.OCR || p.Unread != "" || len(p.Blocks) != 1 {
		t.Errorf("a photograph with a title: %+v", p)
	}
}

// Words of a page some of which are wrong stand until OCR has better ones, and
// where it has none the page is still not sure.
func finishPartly(t *testing.T, r *Reader) {
	first := paperOf(saying(1, "text", ""), saying(2, "gappy", pdf.PartlyWrong), saying(3, "gappy", pdf.PartlyWrong), saying(4, "gappy", pdf.PartlyWrong))
	if !r.Waiting(first) {
		t.Error("the pages do not wait for OCR")
	}
	got, err := r.Finish(context.Background(), nil, first)
	if err != nil || textOf(got) != "text seen gappy gappy" {
		t.Fatalf("%q, %v", textOf(got), err)
	}
	if p := got.Pages; p[1].Unread != "" || p[2].Unread != pdf.PartlyWrong || !strings.Contains(p[3].Unread, "took too long") {
		t.Errorf("unread because %q, %q, %q", p[1].Unread, p[2].Unread, p[3].Unread)
	}
}

// What OCR read of a paper is put in order sheet by sheet where it cannot be at
// once: a sheet that cannot be costs its page, and the paper may be tried again.
func TestASheetCostsItsPage(t *testing.T) {
	words := []string{"Apologies", "Budget", "Cemeteries", "Drainage", "Elections"}
	for _, c := range []struct {
		name    string
		fails   func(sheets []scan.Sheet) error
		text    string
		unread  int
		settled bool
	}{
		{"together", func([]scan.Sheet) error { return nil }, "Apologies Budget Cemeteries Drainage Elections", 0, true},
		{"too much at once", func(s []scan.Sheet) error {
			if len(s) > 1 {
				return stopped()
			}
			return nil
		}, "Apologies Budget Cemeteries Drainage Elections", 0, true},
		{"one hostile sheet", func(s []scan.Sheet) error {
			for _, s := range s {
				if s.Words[0].Text == "Budget" {
					return stopped()
				}
			}
			return nil
		}, "Apologies - Cemeteries Drainage Elections", 1, false},
		{"one that is refused", func(s []scan.Sheet) error {
			if len(s) > 1 || s[0].Words[0].Text == "Elections" {
				return refused("scan: the pages could not be laid out")
			}
			return nil
		}, "Apologies Budget Cemeteries Drainage -", 1, false},
		{"two that have to be stopped are enough", func(s []scan.Sheet) error {
			if len(s) > 1 || s[0].Words[0].Text != "Apologies" {
				return stopped()
			}
			return nil
		}, "Apologies - - - -", 4, false},
	} {
		tries := 0
		r := &Reader{
			Deep: poolFunc(func(media string, raw []byte) (extract.Paper, error) {
				if j, _ := readJob(media); j.what == ocr {
					return seeing(t, words[j.page-1]), nil
				}
				sheets, err := unpacked(raw)
				if err != nil {
					t.Fatal(err)
				}
				tries++
				if err := c.fails(sheets); err != nil {
					return extract.Paper{}, err
				}
				return arranged(raw)
			}),
			OCR: func() (scan.Program, bool) { return scan.Program{Version: "5"}, true },
		}
		var pages []extract.Page
		for i := range words {
			pages = append(pages, saying(i+1, "", pdf.PictureOnly))
		}
		got, err := r.Finish(context.Background(), nil, paperOf(pages...))
		if err != nil {
			t.Fatal(err)
		}
		unread := 0
		for _, p := range got.Pages {
			if strings.Contains(p.Unread, "could not be put in order") {
				unread++
			}
		}
		if textOf(got) != c.text || unread != c.unread || got.Settled != c.settled || (tries > 1) != (len(got.Doubts) == 1) {
			t.Errorf("%s: %q, %d unread, settled %v, doubts %q after %d tries", c.name, textOf(got), unread, got.Settled, got.Doubts, tries)
		}
	}
}

func TestJobs(t *testing.T) {
	for _, j := range []job{{what: second}, {what: look, page: 2}, {what: arrange}, {what: ocr, page: 12}, {what: picture, page: 3, width: 900}} {
		if got, ok := readJob(j.String()); !ok || got != j {
			t.Errorf("%q is read as %+v", j, got)
		}
	}
	for _, s := range []string{"pdf", "html", "pdf ocr", "pdf ocr 0", "pdf ocr x", "pdf picture 1", ""} {
		if _, ok := readJob(s); ok {
			t.Errorf("%q passes for a job", s)
		}
	}
}

func TestOnlyPageSizedPicturesAreRead(t *testing.T) {
	ok := true
	r := &Reader{OCR: func() (scan.Program, bool) { return scan.Program{}, ok }}
	page := file(t, "testdata/scan.in.png")
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 200, 200))); err != nil {
		t.Fatal(err)
	}
	if !r.Reads("png", page) || r.Reads("png", logo.Bytes()) || r.Reads("png", page[:12]) || r.Reads("gif", page) {
		t.Error("a page, a logo, a broken picture, another format: want the first alone to be read")
	}
	if ok = false; r.Reads("png", page) {
		t.Error("without the program there is nothing to read a picture with")
	}
}

// Whoever asks whether a picture is read lives on, whatever the libraries that
// look at pictures do.
func TestNoPictureStopsWhoAsks(t *testing.T) {
	image.RegisterFormat("trap", "a trap", func(io.Reader) (image.Image, error) { panic("a mistake") },
		func(io.Reader) (image.Config, error) { panic("a mistake") })
	r := &Reader{OCR: func() (scan.Program, bool) { return scan.Program{}, true }}
	if r.Reads("png", []byte("a trap")) {
		t.Error("a picture that cannot be looked at is read")
	}
	for _, dots := range []image.Config{{Width: 1 << 32, Height: 1 << 32}, {Width: 1000}, {Height: 1000}} {
		if pageSize(dots) == nil {
			t.Errorf("a picture of %d by %d dots is a page", dots.Width, dots.Height)
		}
	}
}

// The real engine and the real program read a scan made from minutes whose
// words are known.
func TestScan(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the second engine")
	}
	if _, ok := scan.Find(context.Background()); !ok {
		if os.Getenv("CI") != "" {
			t.Fatal("tesseract is not installed, and CI must have it: install tesseract-ocr")
		}
		t.Skip("tesseract is not installed: install tesseract-ocr")
	}
	truth, err := pdf.Read(file(t, "../pdf/testdata/minutes-chromium.in.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = t.TempDir()
	}
	folder := cache + "/moothall/" + engineName()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv(cacheVar, folder)
	jobs := NewJobs()
	in := poolFunc(func(media string, raw []byte) (extract.Paper, error) {
		if p, ok, err := jobs.Read(media, raw); ok {
			return p, err
		}
		if media == "png" || media == "tiff" {
			return Picture(media, raw)
		}
		return pdf.Read(raw)
	})
	r := &Reader{First: in, Deep: in, OCR: jobs.OCR}
	read := func(media, name string) extract.Paper {
		t.Helper()
		raw := file(t, name)
		p, err := r.Read(context.Background(), media, raw)
		if err != nil || !r.Waiting(p) {
			t.Fatalf("%s: waiting %v, %v", name, r.Waiting(p), err)
		}
		if p, err = r.Finish(context.Background(), raw, p); err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := read("pdf", "testdata/scan.in.pdf").Pages[0]
	if f1 := wordF1(wordsOf(truth.Pages[0]), wordsOf(p)); f1 < 0.97 {
		t.Errorf("word F1 %.4f; read %q", f1, wordsOf(p))
	}
	if !p.OCR || p.Unread != "" || p.Width < 594 || p.Width > 596 {
		t.Errorf("OCR %v, unread %q, %v points wide", p.OCR, p.Unread, p.Width)
	}
	// Words stand where they stand in the paper itself, give or take the half
	// degree by which it is turned.
	for _, w := range truth.Pages[0].Words[:10] {
		if len(w.Text) > 5 && !near(p.Words, w) {
			t.Errorf("%q at %.0f, %.0f is not found there", w.Text, w.X0, w.Y0)
		}
	}
	stamped := stampedScan(t)
	if p, err := r.Read(context.Background(), "pdf", stamped); err != nil || p.Pages[0].Unread != pdf.Stamped || len(p.Pages[0].Words) != 3 {
		t.Errorf("a stamped scan: %+v, %v", p.Pages, err)
	} else if p, err = r.Finish(context.Background(), stamped, p); err != nil || !p.Pages[0].OCR {
		t.Errorf("a stamped scan: %v", err)
	} else {
		said := strings.Join(wordsOf(p.Pages[0]), " ")
		if strings.Count(said, "agenda item 5") != 1 || strings.Count(said, "agenda") != 1 || !strings.Contains(said, "apologies for absence") {
			t.Errorf("a stamped scan says %q", said)
		}
	}
	p = read("png", "testdata/scan.in.png").Pages[0]
	if !p.OCR || len(p.Words) < 20 {
		t.Errorf("of a picture that was handed in: %q", wordsOf(p))
	}
	m, err := png.Decode(bytes.NewReader(file(t, "testdata/scan.in.png")))
	if err != nil {
		t.Fatal(err)
	}
	tiff := bound(binary.BigEndian, nil, grey(m), plain(255, 800, 800), grey(m))
	two, err := r.Read(context.Background(), "tiff", tiff)
	if err == nil {
		two, err = r.Finish(context.Background(), tiff, two)
	}
	if err != nil || len(two.Pages) != 3 || len(two.Pages[0].Words) < 20 || len(two.Pages[2].Words) != len(two.Pages[0].Words) || len(two.Pages[1].Words) > 0 {
		t.Errorf("a TIFF of two pages with a white one between: %+v, %v", two, err)
	}
	drawn, err := in.Read(context.Background(), job{what: picture, page: 1, width: 600}.String(), file(t, "testdata/scan.in.pdf"))
	if err != nil || len(drawn.Attachments) != 1 {
		t.Fatalf("no picture: %v", err)
	}
	if c, _, err := image.DecodeConfig(bytes.NewReader(drawn.Attachments[0].Bytes)); err != nil || c.Width < 595 || c.Width > 605 {
		t.Errorf("a picture %d wide, %v; want 600", c.Width, err)
	}
}

// stampedScan is the scan with three words set over it.
func stampedScan(t *testing.T) []byte {
	t.Helper()
	raw := file(t, "testdata/scan.in.pdf")
	const drawn, fonts = "q 595 0 0 842 0 0 cm /Scan Do Q", "/Resources << "
	if bytes.Count(raw, []byte(drawn)) != 1 || bytes.Count(raw, []byte(fonts)) != 1 {
		t.Fatal("the scan is not as it was made")
	}
	stamped := drawn + " BT /F1 12 Tf 440 815 Td (Agenda Item 5) Tj ET"
	raw = bytes.Replace(raw, []byte(fmt.Sprintf("/Length %d >>\nstream\n%s", len(drawn), drawn)), []byte(fmt.Sprintf("/Length %d >>\nstream\n%s", len(stamped), stamped)), 1)
	return bytes.Replace(raw, []byte(fonts), []byte(fonts+"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "), 1)
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func wordsOf(p extract.Page) []string {
	var all []string
	for _, w := range p.Words {
		all = append(all, strings.Fields(strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "—", "–").Replace(w.Text)))...)
	}
	return all
}

func wordF1(want, got []string) float64 {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	same := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(want)+len(got))
}

func near(words []archive.Word, want archive.Word) bool {
	for _, w := range words {
		if strings.EqualFold(w.Text, want.Text) && max(w.X0-want.X0, want.X0-w.X0, w.Y1-want.Y1, want.Y1-w.Y1) < 8 {
			return true
		}
	}
	return false
}
