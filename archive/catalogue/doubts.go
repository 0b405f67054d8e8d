package catalogue

import (
	"context"
	"database/sql"
	"slices"

	"moothall/archive"
)

// putDoubts lists what is unsure of a record that is shown, in place of what
// was listed of it. The reasons quote the text, so those of exempt business
// are not listed.
func (t *tx) putDoubts(s settled) error {
	if err := t.exec(`DELETE FROM doubts WHERE record = ?`, s.record.About().ID); err != nil {
		return err
	}
	for _, d := range s.doubts() {
		err := t.exec(insertDoubt, d.document, d.record, d.page, d.field, d.stated, d.confidence, d.because, d.worth, d.council)
		if err != nil {
			return err
		}
	}
	return nil
}

// listedDoubt is a row of the list.
type listedDoubt struct {
	document          int64
	record            archive.ID
	page              int
	field             string
	stated            bool
	confidence, worth float64
	because, council  string
}

// doubts are the rows of a record.
func (s settled) doubts() (rows []listedDoubt) {
	head := s.record.About()
	if head.Visibility == archive.Exempt {
		return nil
	}
	page := 0
	if len(head.Pages) > 0 {
		page = head.Pages[0]
	}
	for _, d := range head.Doubts {
		rows = append(rows, listedDoubt{
			s.shown, head.ID, page, d.Field, d.Stated(s.record), d.Confidence, d.Worth(s.record), d.Because, archive.CouncilSlug(head.Council),
		})
	}
	return rows
}

// doubtsListed reports whether what is listed of a record is what is unsure
// of it.
func (t *tx) doubtsListed(s settled) (bool, error) {
	var have []listedDoubt
	var d listedDoubt
	err := (&view{t.Tx, t.ctx}).each(`SELECT document, record, page, field, stated, confidence, worth, because, council FROM doubts WHERE record = ? ORDER BY rowid`,
		[]any{s.record.About().ID}, func() { have = append(have, d) },
		&d.document, &d.record, &d.page, &d.field, &d.stated, &d.confidence, &d.worth, &d.because, &d.council)
	return slices.Equal(have, s.doubts()), err
}

const insertDoubt = `INSERT INTO doubts (document, record, page, field, stated, confidence, because, worth, council) VALUES (?,?,?,?,?,?,?,?,?)`

// wholePaper is by how much a paper without any words is worth more than a
// page without them.
const wholePaper = 2

// putPaperDoubts lists what could not be read or placed of a paper.
func (t *tx) putPaperDoubts(key int64, e archive.Entry) error {
	if err := t.exec(`DELETE FROM doubts WHERE document = ? AND record = ''`, key); err != nil {
		return err
	}
	all := e.Doubts
	for _, p := range e.Texts {
		if p.Unread != "" && e.Unread == "" {
			all = append(all[:len(all):len(all)], archive.PaperDoubt{Field: archive.DoubtWords, Page: p.Number, Because: p.Unread})
		}
	}
	if e.Unread != "" {
		all = []archive.PaperDoubt{{Field: archive.DoubtWords, Because: e.Unread}}
	}
	for _, d := range all {
		doubt := archive.Doubt{Field: d.Field, Because: d.Because}
		worth := doubt.Worth(nil)
		if e.Unread != "" {
			worth *= wholePaper
		}
		if err := t.exec(insertDoubt, key, "", d.Page, doubt.Field, false, 0.0, d.Because, worth, archive.CouncilSlug(e.Council)); err != nil {
			return err
		}
	}
	return nil
}

// listDoubts lists what is unsure of all that is shown, and what could not be
// read, in a catalogue that has no list yet.
func listDoubts(of *sql.Tx) error {
	t := &tx{Tx: of, ctx: context.Background()}
	ids, err := column[string](t, `SELECT id FROM records WHERE record IS NOT NULL AND instr(CAST(record AS TEXT), '"doubts"') > 0`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		var s settled
		var record []byte
		if err := t.queryRow(`SELECT document, record FROM records WHERE id = ?`, id).Scan(&s.shown, &record); err != nil {
			return err
		}
		if s.record, err = archive.DecodeRecord(record); err != nil {
			return err
		}
		if err := t.putDoubts(s); err != nil {
			return err
		}
	}
	keys, err := column[int64](t, `SELECT id FROM documents WHERE unread <> '' OR partial`)
	if err != nil {
		return err
	}
	for _, key := range keys {
		var e archive.Entry
		if err := t.queryRow(`SELECT council, unread FROM documents WHERE id = ?`, key).Scan(&e.Council, &e.Unread); err != nil {
			return err
		}
		rows, err := t.query(`SELECT n, unread FROM page_texts WHERE document = ? AND unread <> '' ORDER BY n`, key)
		if err != nil {
			return err
		}
		for rows.Next() {
			var p archive.PageText
			if err := rows.Scan(&p.Number, &p.Unread); err != nil {
				rows.Close()
				return err
			}
			e.Texts = append(e.Texts, p)
		}
		if err := rows.Err(); err != nil {
			return err
		}
		if err := t.putPaperDoubts(key, e); err != nil {
			return err
		}
	}
	return nil
}
