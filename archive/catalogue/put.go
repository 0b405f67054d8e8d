package catalogue

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moothall/archive"
)

// Put keeps the entries, all in one transaction: when it returns without an
// error they are on the disk, else none of them is kept. Their bytes must be
// in the vault already. It says of each what changed.
//
// Where a reading knows less than an earlier one of the same bytes that one is
// left as it is, and the answer is KeptEarlier.
//
// The entries' records are given their Source here, so that the same bytes
// always say the same of where they came from: from the first time they were
// seen.
func (c *Catalogue) Put(ctx context.Context, entries ...archive.Entry) ([]archive.Kept, error) {
	kept := make([]archive.Kept, len(entries))
	err := c.update(ctx, func(t *tx) (err error) {
		for i, e := range entries {
			if kept[i], err = t.put(e); err != nil {
				return fmt.Errorf("%s: %w", e.SHA256, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// Revisit tells whether a document that was handed in again needs reading.
// Only the entry's digest, Reader, Hint, URL, Address and Path are looked at.
// Where it is all known the new place it was seen at, if any, is kept.
//
// A document must be read again when another Reader would read it now, when a
// person says for the first time whose it is or where it is published, and
// when some of it could not be read last time (what was missing may be
// installed by now), unless reading it killed this very Reader.
func (c *Catalogue) Revisit(ctx context.Context, e archive.Entry) (archive.Visit, error) {
	d, err := scanDocument(c.read.QueryRowContext(ctx, selectDocument+` WHERE sha256 = ?`, e.SHA256))
	if errors.Is(err, sql.ErrNoRows) {
		return archive.Visit{}, nil
	}
	if err != nil {
		return archive.Visit{}, fmt.Errorf("catalogue: %s: %w", e.SHA256, err)
	}
	visit := archive.Visit{Known: true, Kept: archive.KeptUnchanged, Unread: d.Unread}
	switch {
	case d.Reader != e.Reader,
		e.Hint != "" && e.Hint != d.Hint,
		e.URL != "" && d.URL == "",
		(d.Unread != "" || d.Partial) && !d.Lethal:
		return archive.Visit{}, nil
	}
	news, err := c.newPlaces(ctx, d, e)
	if err != nil || !news {
		return visit, err
	}
	err = c.update(ctx, func(t *tx) error {
		turned, err := t.see(d.key, e, false)
		if turned {
			visit.Kept = archive.KeptChanged
		}
		return err
	})
	return visit, err
}

// newPlaces reports whether e was seen where d is not the current document.
func (c *Catalogue) newPlaces(ctx context.Context, d document, e archive.Entry) (bool, error) {
	for _, place := range places(e) {
		var current bool
		err := c.read.QueryRowContext(ctx, `SELECT current FROM sightings WHERE place = ? AND document = ?`, place, d.key).Scan(&current)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return false, fmt.Errorf("catalogue: %s: %w", e.SHA256, err)
		}
		if !current {
			return true, nil
		}
	}
	return false, nil
}

func (t *tx) put(e archive.Entry) (archive.Kept, error) {
	if len(e.SHA256) != 64 {
		return "", fmt.Errorf("%q is not a digest", e.SHA256)
	}
	old, err := scanDocument(t.queryRow(selectDocument+` WHERE sha256 = ?`, e.SHA256))
	fresh := errors.Is(err, sql.ErrNoRows)
	if err != nil && !fresh {
		return "", err
	}
	if !fresh {
		e = inherit(e, old)
		if less, err := t.knowsLess(old, e); err != nil || less {
			return t.keepEarlier(old.key, e, err)
		}
	}
	rows, err := newReadings(e)
	if err != nil {
		return "", err
	}
	key, err := t.putDocument(old.key, e)
	if err != nil {
		return "", err
	}
	groups, err := t.putReadings(key, rows)
	if err != nil {
		return "", err
	}
	if err := t.putTexts(key, e.Texts); err != nil {
		return "", err
	}
	if err := t.putPaperDoubts(key, e); err != nil {
		return "", err
	}
	if err := t.settle(groups); err != nil {
		return "", err
	}
	turned, err := t.see(key, e, fresh || e.Work != old.Work)
	if err != nil {
		return "", err
	}
	if err := t.exec(`DELETE FROM skips WHERE path = ?`, e.Path); err != nil {
		return "", err
	}
	switch {
	case fresh && !turned:
		return archive.KeptNew, nil
	case turned || len(groups) > 0:
		return archive.KeptChanged, nil
	}
	return archive.KeptUnchanged, nil
}

// knowsLess reports whether a reading of bytes that are held has lost what an
// earlier one gave: nothing of it can be read now, or a page is unread that was
// read by OCR. What it takes to read them is not there any more, or failed.
func (t *tx) knowsLess(old document, e archive.Entry) (bool, error) {
	if e.Unread != "" && len(e.Texts) == 0 {
		return old.Unread == "", nil
	}
	for _, p := range e.Texts {
		if p.Unread == "" || p.OCR {
			continue
		}
		var read bool
		err := t.queryRow(`SELECT count(*) > 0 FROM page_texts WHERE document = ? AND n = ? AND ocr AND text != ''`, old.key, p.Number).Scan(&read)
		if err != nil || read {
			return read, err
		}
	}
	return false, nil
}

// keepEarlier leaves all as it is but where the document was seen.
func (t *tx) keepEarlier(key int64, e archive.Entry, err error) (archive.Kept, error) {
	if err != nil {
		return "", err
	}
	turned, err := t.see(key, e, false)
	if err != nil {
		return "", err
	}
	if err := t.exec(`DELETE FROM skips WHERE path = ?`, e.Path); err != nil {
		return "", err
	}
	if turned {
		return archive.KeptChanged, nil
	}
	return archive.KeptEarlier, nil
}

// inherit gives the entry what is already known of its bytes: when they first
// came, and the first name they came under. A person's word on whose paper it
// is, and where it is published, is taken when it is first said.
func inherit(e archive.Entry, old document) archive.Entry {
	e.Retrieved = old.Retrieved
	e.Name = old.Name
	if old.URL != "" {
		e.URL = old.URL
	}
	if e.Hint == "" {
		e.Hint = old.Hint
	}
	return e
}

// putDocument writes the document's row; key is 0 for a document not seen
// before.
func (t *tx) putDocument(key int64, e archive.Entry) (int64, error) {
	partial := slices.ContainsFunc(e.Texts, func(p archive.PageText) bool { return p.Unread != "" })
	args := []any{
		e.Name, e.URL, e.Council, e.Hint, e.Title, e.Media, e.Format, e.Bytes, e.Pages, e.Engine, e.Reader,
		timeText(e.Retrieved), e.Unread, e.Lethal, partial, stageOf(e), e.Work,
	}
	if key != 0 {
		return key, t.exec(`
			UPDATE documents SET name=?, url=?, council=?, hint=?, title=?, media=?, format=?, bytes=?, pages=?, engine=?, reader=?,
				retrieved=?, unread=?, lethal=?, partial=?, stage=?, work=? WHERE id=?`, append(args, key)...)
	}
	res, err := t.result(`
		INSERT INTO documents (name, url, council, hint, title, media, format, bytes, pages, engine, reader,
			retrieved, unread, lethal, partial, stage, work, sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, append(args, e.SHA256)...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// A readingRow is one row of readings.
type readingRow struct {
	id, group string
	record    []byte
}

func newReadings(e archive.Entry) ([]readingRow, error) {
	rows := make([]readingRow, 0, len(e.Records))
	seen := make(map[archive.ID]bool, len(e.Records))
	for _, r := range e.Records {
		head := r.About()
		if head.ID == "" || seen[head.ID] {
			return nil, fmt.Errorf("two records, or a nameless one, under the ID %q", head.ID)
		}
		seen[head.ID] = true
		head.Source.SHA256, head.Source.Name, head.Source.Retrieved = e.SHA256, e.Name, e.Retrieved
		if head.Source.URL == "" {
			head.Source.URL = e.URL
		}
		record, err := json.Marshal(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", head.ID, err)
		}
		rows = append(rows, readingRow{string(head.ID), groupOf(r), record})
	}
	return rows, nil
}

// groupOf names the readings that must be settled together: all of one
// meeting for its items and reports, since two meetings of a body on one day
// are told apart there; else those of one ID.
func groupOf(r archive.Record) string {
	id := string(r.About().ID)
	switch r.(type) {
	case *archive.Item, *archive.Report:
		if cut := strings.LastIndexByte(id, '/'); cut > 0 && archive.When(r) != "" {
			return id[:cut]
		}
	}
	return id
}

// putReadings replaces the document's readings and gives the groups in which
// something changed.
func (t *tx) putReadings(key int64, rows []readingRow) (groups []string, err error) {
	old, err := t.readingRows(key)
	if err != nil {
		return nil, err
	}
	same := func(a, b readingRow) bool {
		return a.id == b.id && a.group == b.group && bytes.Equal(a.record, b.record)
	}
	if slices.EqualFunc(old, rows, same) {
		return nil, nil
	}
	if err := t.exec(`DELETE FROM readings WHERE document = ?`, key); err != nil {
		return nil, err
	}
	for i, r := range rows {
		if err := t.exec(`INSERT INTO readings (document, ord, id, grp, record) VALUES (?,?,?,?,?)`, key, i, r.id, r.group, r.record); err != nil {
			return nil, err
		}
	}
	for _, r := range slices.Concat(old, rows) {
		groups = append(groups, r.group)
	}
	return distinct(groups), nil
}

func (t *tx) readingRows(key int64) ([]readingRow, error) {
	res, err := t.query(`SELECT id, grp, record FROM readings WHERE document = ? ORDER BY ord`, key)
	if err != nil {
		return nil, err
	}
	defer res.Close()
	var rows []readingRow
	for res.Next() {
		var r readingRow
		if err := res.Scan(&r.id, &r.group, &r.record); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, res.Err()
}

func (t *tx) putTexts(key int64, texts []archive.PageText) error {
	if err := t.exec(`DELETE FROM page_texts WHERE document = ?`, key); err != nil {
		return err
	}
	for _, p := range texts {
		err := t.exec(`INSERT INTO page_texts (document, n, printed, text, running, width, height, ocr, unread, words) VALUES (?,?,?,?,?,?,?,?,?,?)`,
			key, p.Number, p.Printed, p.Text, p.Running, p.Width, p.Height, p.OCR, p.Unread, packWords(p.Words))
		if err != nil {
			return fmt.Errorf("page %d: %w", p.Number, err)
		}
	}
	return nil
}

// Skip remembers that files were not kept: the reason of each by its path. It
// is forgotten when a document is kept from there.
func (c *Catalogue) Skip(ctx context.Context, skips map[string]string) error {
	now := timeText(time.Now())
	return c.update(ctx, func(t *tx) error {
		for path, reason := range skips {
			err := t.exec(`INSERT INTO skips (path, reason, seen) VALUES (?,?,?)
				ON CONFLICT (path) DO UPDATE SET reason = excluded.reason, seen = excluded.seen`, path, reason, now)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
