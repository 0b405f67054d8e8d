package deep

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"

	"moothall/ingest/extract"
	"moothall/ingest/extract/scan"
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

// arrange has the pages of a paper put in order together.
func (r *Reader) arrange(ctx context.Context, sheets []scan.Sheet) ([]extract.Page, error) {
	raw, err := packed(sheets)
	if err != nil {
		return nil, err
	}
	got, err := r.Deep.Read(ctx, job{what: arrange}.String(), raw)
	if err == nil && len(got.Pages) != len(sheets) {
		err = errors.New("deep: pages were lost while they were put in order")
	}
	return got.Pages, err
}
