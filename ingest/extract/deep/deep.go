// Package deep reads what the first look at a paper leaves unread: with the
// second engine for PDFs where the first fails, finds nothing or finds
// rubbish, and with OCR where a page is only a picture. It also draws pages,
// for people and for OCR.
//
// It is separate from the readers of single formats because it alone knows
// their order, and because all of it is dear: the second engine takes three
// hundred megabytes and OCR five hundred times as long as reading text. So
// none of it is touched before a paper needs it, and each job runs in a
// reading process with limits and a deadline of its own, which may be killed:
// the jobs of a paper are asked for one by one, so that a page that cannot be
// read costs that page.
package deep

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/scan"
	"moothall/ingest/extract/worker"
)

// Engines names the engines of this package with their versions, for whoever
// has to tell whether a paper would now be read in another way.
const Engines = pdf.SecondEngine + " ocr/2"

// A Pool does a job, or reads a paper of a medium, in a process of its own.
// *worker.Pool is one. What it says of the paper alone is a *worker.Error.
type Pool interface {
	Read(ctx context.Context, media string, raw []byte) (extract.Paper, error)
}

// A Reader reads papers. It is safe for concurrent use.
type Reader struct {
	First Pool // reads media
	Deep  Pool // does this package's jobs
	// OCR finds the program for it. It may be asked often.
	OCR func() (scan.Program, bool)
}

// An Error is why one paper could not be read.
type Error struct {
	Reason string // for a person
	Lethal bool   // it killed a reader or had to be stopped
}

func (e *Error) Error() string { return e.Reason }

// Read reads all that can be read without OCR. Pages left for OCR have Unread
// set, and Finish would try them where Waiting says so.
//
// Its errors are an *Error for this paper, and any other where nothing can be
// read any more.
func (r *Reader) Read(ctx context.Context, media string, raw []byte) (extract.Paper, error) {
	paper, err := r.First.Read(ctx, media, raw)
	failed, ok := ofPaper(err)
	if !ok {
		return extract.Paper{}, err
	}
	if pictures[media] && failed == nil {
		return r.saying(paper), nil
	}
	if media != "pdf" {
		return paper, wrap(failed)
	}
	why := ""
	switch {
	case failed != nil:
		why = failed.Error()
	case pdf.Silent(paper):
		why = "the first found no letters"
	case unread(paper, pdf.WrongLetters):
		why = "the letters stored in the page are not those that are seen on it"
	case unread(paper, pdf.PartlyWrong):
		why = "some of the letters stored in the page are not those that are seen on it"
	}
	if why != "" {
		if paper, err = r.second(ctx, raw, paper, failed, why); err != nil {
			return extract.Paper{}, err
		}
	}
	return r.saying(paper), nil
}

// saying says of pages that wait for OCR what to install, where there is none.
func (r *Reader) saying(paper extract.Paper) extract.Paper {
	if _, ok := r.OCR(); !ok {
		for _, i := range waiting(paper) {
			p := &paper.Pages[i]
			p.Unread = strings.TrimRight(cmp.Or(p.Unread, "No letters are stored in the page"), ".") + ": " + scan.Install + "."
		}
	}
	return paper
}

// second has the second engine read the paper and takes from it what the first
// did not give.
func (r *Reader) second(ctx context.Context, raw []byte, first extract.Paper, failed *worker.Error, why string) (extract.Paper, error) {
	got, err := r.Deep.Read(ctx, job{what: second}.String(), raw)
	failed2, ok := ofPaper(err)
	if !ok {
		return extract.Paper{}, err
	}
	why = "read by the second engine: " + why
	switch {
	case failed2 != nil && failed != nil:
		e := wrap(failed).(*Error)
		e.Lethal = e.Lethal || failed2.Kind != worker.Refused
		return extract.Paper{}, e
	case failed2 != nil:
		first.Doubts = append(first.Doubts, "the second engine could not read it either: "+failed2.Error())
		first.Settled = failed2.Kind != worker.Refused
		return first, nil
	case failed != nil:
		got.Doubts = append([]string{why}, got.Doubts...)
		return got, nil
	}
	some := false
	for i := range first.Pages {
		p := &first.Pages[i]
		if i >= len(got.Pages) || !better(&got.Pages[i], p) {
			continue
		}
		*p, some = got.Pages[i], true
	}
	if some {
		first.Engine += ", " + pdf.SecondEngine
		first.Doubts = append(first.Doubts, why)
	}
	return first, nil
}

// better reports whether the second engine read more of a page than the first:
// some of it where there was nothing, or all of it where some was wrong.
func better(second, first *extract.Page) bool {
	switch {
	case len(second.Words) == 0:
		return false
	case len(first.Words) == 0:
		return second.Unread == "" || second.Unread == pdf.PartlyWrong
	}
	return second.Unread == "" && first.Unread == pdf.PartlyWrong
}

// Bounds of the OCR of one paper.
const (
	maxPages   = 300
	maxStopped = 2 // pages that had to be stopped; then the rest are left
	maxTime    = 20 * time.Minute
)

// Waiting reports whether Finish would find more in a paper.
func (r *Reader) Waiting(p extract.Paper) bool {
	if len(waiting(p)) == 0 {
		return false
	}
	_, ok := r.OCR()
	return ok
}

// waiting are the indexes of the pages for OCR: those known to be unread and,
// in a paper without a letter, all of them.
func waiting(p extract.Paper) []int {
	if p.Media != "pdf" && p.Media != "image" {
		return nil
	}
	silent := pdf.Silent(p)
	var out []int
	for i, page := range p.Pages {
		if page.Unread != "" || silent && !page.OCR {
			out = append(out, i)
		}
	}
	return out
}

// Finish reads by OCR the pages that Read left. It returns what Read gave with
// those pages filled in; a page that cannot be read says why. The error is the
// context's, or that nothing can be read any more.
func (r *Reader) Finish(ctx context.Context, raw []byte, paper extract.Paper) (extract.Paper, error) {
	program, ok := r.OCR()
	if !ok {
		return paper, nil
	}
	// The clock bounds the work; what it gives does not depend on it otherwise.
	until := time.Now().Add(maxTime)
	stopped := 0
	var sheets []scan.Sheet
	var at []int // the pages they are of
	wants := map[string]int{}
	queue := waiting(paper)
	for k, i := range queue {
		p := &paper.Pages[i]
		if k >= maxPages || stopped >= maxStopped || time.Now().After(until) {
			p.Unread = fmt.Sprintf("The page was not read by OCR: reading the pages before it took all the time there is for one paper (%d pages, %d of them stopped).", k, stopped)
			continue
		}
		extract.Tell(ctx, k+1, len(queue))
		j := job{what: ocr, page: p.Number}
		if paper.Media == "image" {
			j.what = look
		}
		got, err := r.Deep.Read(ctx, j.String(), raw)
		failed, ok := ofPaper(err)
		if !ok {
			return extract.Paper{}, err
		}
		var sheet scan.Sheet
		if failed == nil {
			sheet, err = sheetOf(got)
		}
		switch {
		case failed != nil && failed.Kind != worker.Refused:
			stopped++
			fallthrough
		case err != nil:
			p.Unread = "OCR of the page failed: " + err.Error()
		case len(sheet.Words) == 0:
			p.Unread = wordless(p.Unread)
		default:
			if p.Unread == pdf.Stamped {
				sheet.Over(p.Words)
			}
			if sheet.Wants != "" {
				wants[sheet.Wants]++
			}
			sheets, at = append(sheets, sheet), append(at, i)
		}
	}
	lost := 0
	if len(sheets) > 0 {
		got, err := r.arrange(ctx, sheets, until)
		if err != nil {
			return extract.Paper{}, err
		}
		for k, i := range at {
			if why := got.why[k]; why != nil {
				paper.Pages[i].Unread = "What OCR read of the page could not be put in order: " + why.Error()
				lost++
				continue
			}
			take(&paper.Pages[i], got.pages[k])
		}
		if lost < len(sheets) {
			paper.Engine = strings.TrimPrefix(paper.Engine+", "+program.Engine(), ", ")
			if got.alone {
				paper.Doubts = append(paper.Doubts, "the pages that OCR read were put in order one by one: together they could not be")
			}
		}
	}
	if n := wants["cym"]; n > 0 {
		paper.Doubts = append(paper.Doubts, fmt.Sprintf("%d of its pages seem to be in Welsh and were read as English: install tesseract-ocr-cym, then run moothall rebuild --reparse", n))
	}
	paper.Settled = lost == 0 // all was tried that there is
	return paper, nil
}

// wordless is what is said of a page on which OCR found nothing, by why it was
// looked at: with the few words set over a picture all of it is read.
func wordless(why string) string {
	switch why {
	case "", pdf.Stamped:
		return ""
	case pdf.Misread, pdf.PartlyWrong:
		return why
	}
	return "OCR found no words on the page: it may be a photograph, a map or a plan."
}

// take puts what OCR read on a page in the page's place.
func take(p *extract.Page, got extract.Page) {
	if p.Width == 0 || p.Height == 0 {
		p.Width, p.Height = got.Width, got.Height
	}
	p.Blocks, p.Words, p.Running, p.OCR, p.Unread = got.Blocks, got.Words, got.Running, got.OCR, ""
	p.Printed = cmp.Or(got.Printed, p.Printed)
}

// pictures are the media that are pictures of pages.
var pictures = map[string]bool{"png": true, "jpeg": true, "tiff": true}

// Reads reports whether Read takes a picture for a page: one of a page's size
// in dots, where there is a program for OCR.
func (r *Reader) Reads(media string, raw []byte) bool {
	if !pictures[media] {
		return false
	}
	_, ok := r.OCR()
	return ok && pageSized(raw) == nil
}

func unread(p extract.Paper, why string) bool {
	for _, page := range p.Pages {
		if page.Unread == why {
			return true
		}
	}
	return false
}

// ofPaper tells an error that concerns one paper, or none at all, from others.
func ofPaper(err error) (*worker.Error, bool) {
	var e *worker.Error
	if err == nil || errors.As(err, &e) {
		return e, true
	}
	return nil, false
}

func wrap(e *worker.Error) error {
	if e == nil {
		return nil
	}
	return &Error{Reason: e.Error(), Lethal: e.Kind != worker.Refused}
}
