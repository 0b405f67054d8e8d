package catalogue

import (
	"context"
	"fmt"
	"iter"

	"moothall/archive"
)

// A document is a row of documents.
type document struct {
	key int64
	archive.Entry
}

const selectDocument = `
	SELECT d.id, d.sha256, d.name, d.url, d.council, d.hint, d.title, d.media, d.format, d.bytes, d.pages, d.engine, d.reader,
		d.retrieved, d.unread, d.lethal, d.partial, d.stage = 1, d.work,
		coalesce((SELECT n.sha256 FROM documents n WHERE n.id = d.replaced_by), ''),
		coalesce((SELECT o.sha256 FROM documents o WHERE o.replaced_by = d.id ORDER BY o.retrieved DESC, o.id DESC LIMIT 1), '')
	FROM documents d`

func scanDocument(row interface{ Scan(...any) error }) (document, error) {
	var d document
	err := row.Scan(&d.key, &d.SHA256, &d.Name, &d.URL, &d.Council, &d.Hint, &d.Title, &d.Media, &d.Format, &d.Bytes, &d.Pages, &d.Engine, &d.Reader,
		timeColumn{&d.Retrieved}, &d.Unread, &d.Lethal, &d.Partial, &d.Draft, &d.Work, &d.ReplacedBy, &d.Replaces)
	return d, err
}

// Document gives what is known of the document with the given digest. The
// error wraps archive.ErrNotFound where it is not held.
func (c *Catalogue) Document(ctx context.Context, digest archive.Digest) (archive.Document, error) {
	d, err := scanDocument(c.read.QueryRowContext(ctx, selectDocument+` WHERE d.sha256 = ?`, digest))
	if isNone(err) {
		return archive.Document{}, fmt.Errorf("catalogue: document %s: %w", digest, archive.ErrNotFound)
	}
	if err != nil {
		return archive.Document{}, fmt.Errorf("catalogue: document %s: %w", digest, err)
	}
	return d.Document, nil
}

// Documents yields everything known of every document but its pages and
// records, in the order in which they were first kept. Nothing stays open
// between two steps, so the caller may take its time and write meanwhile.
func (c *Catalogue) Documents(ctx context.Context) iter.Seq2[archive.Entry, error] {
	return func(yield func(archive.Entry, error) bool) {
		var last int64
		for {
			batch, err := c.documentsAfter(ctx, last)
			if err != nil {
				yield(archive.Entry{}, fmt.Errorf("catalogue: documents: %w", err))
				return
			}
			if len(batch) == 0 {
				return
			}
			for _, d := range batch {
				if !yield(d.Entry, nil) {
					return
				}
			}
			last = batch[len(batch)-1].key
		}
	}
}

func (c *Catalogue) documentsAfter(ctx context.Context, key int64) ([]document, error) {
	rows, err := c.read.QueryContext(ctx, selectDocument+` WHERE d.id > ? ORDER BY d.id LIMIT 500`, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []document
	for rows.Next() {
		d, err := scanDocument(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, rows.Err()
}

// PageText gives page n, from 1, of a document. The error wraps
// archive.ErrNotFound where there is none.
func (c *Catalogue) PageText(ctx context.Context, digest archive.Digest, n int) (archive.PageText, error) {
	var p archive.PageText
	var packed []byte
	err := c.read.QueryRowContext(ctx, `
		SELECT p.n, p.printed, p.text, p.running, p.width, p.height, p.ocr, p.unread, p.words
		FROM page_texts p JOIN documents d ON d.id = p.document WHERE d.sha256 = ? AND p.n = ?`, digest, n).
		Scan(&p.Number, &p.Printed, &p.Text, &p.Running, &p.Width, &p.Height, &p.OCR, &p.Unread, &packed)
	if isNone(err) {
		return p, fmt.Errorf("catalogue: document %s, page %d: %w", digest, n, archive.ErrNotFound)
	}
	if err == nil {
		p.Words, err = unpackWords(packed)
	}
	if err != nil {
		return p, fmt.Errorf("catalogue: document %s, page %d: %w", digest, n, err)
	}
	return p, nil
}

// DocumentRecords gives the items, reports and findings that a document
// holds, in the order of the agenda; none where it was replaced by a newer
// version. What is shown of one may come from another document that has it too.
func (c *Catalogue) DocumentRecords(ctx context.Context, digest archive.Digest) ([]archive.Record, error) {
	rows, err := c.read.QueryContext(ctx, `
		SELECT r.record FROM carriers c JOIN documents d ON d.id = c.document JOIN records r ON r.id = c.id
		WHERE d.sha256 = ? AND r.kind <> ? AND r.record IS NOT NULL ORDER BY r.ord, c.id`, digest, archive.KindPage)
	if err != nil {
		return nil, fmt.Errorf("catalogue: document %s: %w", digest, err)
	}
	defer rows.Close()
	var all []archive.Record
	for rows.Next() {
		var data []byte
		if err := rows.Scan(&data); err != nil {
			return nil, fmt.Errorf("catalogue: document %s: %w", digest, err)
		}
		r, err := archive.DecodeRecord(data)
		if err != nil {
			return nil, fmt.Errorf("catalogue: document %s: %w", digest, err)
		}
		all = append(all, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("catalogue: document %s: %w", digest, err)
	}
	return all, nil
}
