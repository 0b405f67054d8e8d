package deep

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"time"

	"moothall/ingest/extract"
	"moothall/ingest/extract/scan"
	"moothall/ingest/extract/worker"
)

// Sheets travel between processes as the bytes of a paper.

func packed(sheets []scan.Sheet) ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(sheets); err != nil {
		return nil, fmt.Errorf("deep: %w", err)
	}
	return b.Bytes(), nil
}

func unpacked(b []byte) (sheets []scan.Sheet, err error) {
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&sheets); err != nil {
		return nil, fmt.Errorf("deep: sheets: %w", err)
	}
	return sheets, nil
}

// arranged puts sheets in order; it is done in a reading process because
// nobody knows what was on them.
func arranged(raw []byte) (extract.Paper, error) {
	sheets, err := unpacked(raw)
	if err != nil {
		return extract.Paper{}, err
	}
	pages, err := scan.Arrange(sheets)
	return extract.Paper{Media: "pdf", Pages: pages}, err
}

// sheetOf is the sheet in an answer to a job.
func sheetOf(p extract.Paper) (scan.Sheet, error) {
	if len(p.Attachments) != 1 {
		return scan.Sheet{}, errors.New("deep: an answer without a sheet")
	}
	sheets, err := unpacked(p.Attachments[0].Bytes)
	if err == nil && len(sheets) != 1 {
		err = errors.New("deep: an answer without a sheet")
	}
	if err != nil {
		return scan.Sheet{}, err
	}
	return sheets[0], nil
}

// inOrder are the pages of sheets. Where why[i] is set, page i could not be
// put in order, and is empty.
type inOrder struct {
	pages []extract.Page
	why   []error
	alone bool // each by itself
}

// arrange has the pages of a paper put in order together. Where that fails each
// is by itself, so that a sheet that cannot be costs its own page: the others
// lose what the whole paper tells alone, such as what runs along its edges. The
// error is that nothing can be read any more.
func (r *Reader) arrange(ctx context.Context, sheets []scan.Sheet, until time.Time) (inOrder, error) {
	out := inOrder{why: make([]error, len(sheets))}
	pages, failed, err := r.together(ctx, sheets)
	if err != nil || failed == nil {
		out.pages = pages
		return out, err
	}
	out.pages, out.alone = make([]extract.Page, len(sheets)), true
	if len(sheets) == 1 {
		out.why[0] = failed
		return out, nil
	}
	stopped := 0
	for i := range sheets {
		if stopped >= maxStopped || time.Now().After(until) {
			out.why[i] = errors.New("trying took all the time there is for one paper")
			continue
		}
		pages, failed, err := r.together(ctx, sheets[i:i+1])
		switch {
		case err != nil:
			return inOrder{}, err
		case failed == nil:
			out.pages[i] = pages[0]
		default:
			out.why[i] = failed
			if failed.Kind != worker.Refused {
				stopped++
			}
		}
	}
	return out, nil
}

// together has sheets put in order as one paper. What keeps these sheets from
// it is failed.
func (r *Reader) together(ctx context.Context, sheets []scan.Sheet) (pages []extract.Page, failed *worker.Error, err error) {
	raw, err := packed(sheets)
	if err != nil {
		return nil, nil, err
	}
	got, err := r.Deep.Read(ctx, job{what: arrange}.String(), raw)
	failed, ok := ofPaper(err)
	if !ok {
		return nil, nil, err
	}
	if failed == nil && len(got.Pages) != len(sheets) {
		failed = &worker.Error{Kind: worker.Refused, Detail: "pages were lost while they were put in order"}
	}
	return got.Pages, failed, nil
}
