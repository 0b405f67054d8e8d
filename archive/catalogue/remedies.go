package catalogue

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"moothall/archive"
)

// The list of remedies has a row for every remedy and recommendation of every
// record that is shown. It says nothing that the records do not say: it is
// there because to look for open promises in the records themselves would be
// to read them all.

// A remedyRow is a row of the list as it is kept.
type remedyRow struct {
	document                       int64
	record                         archive.ID
	what                           string
	n                              int
	kind                           archive.Kind
	title                          string
	council, committee             string // as they style themselves
	date                           archive.Date
	services, finding, kinds, refs string // of several values joined by listSeparator
	status                         string // "" of a recommendation
	due                            archive.Date
	remedy                         string // JSON
}

const listSeparator = ";"

// remedies are the rows of a record.
func (s settled) remedies() ([]remedyRow, error) {
	var rows []remedyRow
	for _, l := range archive.ListRemedies(s.record) {
		remedy, err := json.Marshal(l.Remedy)
		if err != nil {
			return nil, err
		}
		rows = append(rows, remedyRow{
			document: s.shown, record: l.ID, what: l.What, n: l.N, kind: l.Kind, title: l.Title, council: l.Council, committee: l.Committee, date: l.Date,
			services: joinList(l.Services), finding: string(l.Finding), kinds: joinList(l.Kinds), refs: joinList(l.CaseRefs),
			status: string(l.Status), due: l.Due(), remedy: string(remedy),
		})
	}
	return rows, nil
}

// words are what a row is found by: what is to be done, and the case's
// reference however it is written. Nobody is found by a telephone number.
func (r remedyRow) words() (string, error) {
	var remedy archive.Remedy
	err := json.Unmarshal([]byte(r.remedy), &remedy)
	return archive.BlankContacts(remedy.Text) + "\n" + r.refs + "\n" + strings.ReplaceAll(r.refs, " ", ""), err
}

// putRemedies lists the remedies of a record that is shown in place of what
// was listed of it. Rows that stay as they are keep their numbers, so that
// whoever is reading the list finds them again.
func (t *tx) putRemedies(s settled) error {
	rows, err := s.remedies()
	if err != nil {
		return err
	}
	if same, err := t.sameRemedies(s.record.About().ID, rows); err != nil || same {
		return err
	}
	if err := t.dropRemedies(s.record.About().ID); err != nil {
		return err
	}
	t.listed = t.listed || len(rows) > 0
	for _, r := range rows {
		words, err := r.words()
		if err != nil {
			return err
		}
		res, err := t.result(`INSERT INTO remedies (document, record, what, n, kind, title, council, committee, date, services, finding, kinds, refs, status, due, remedy)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			r.document, r.record, r.what, r.n, r.kind, r.title, r.council, r.committee, r.date, r.services, r.finding, r.kinds, r.refs, r.status, r.due, r.remedy)
		if err != nil {
			return err
		}
		id, err := res.LastInsertId()
		if err != nil {
			return err
		}
		if err := t.exec(`INSERT INTO remedy_words (rowid, text) VALUES (?,?)`, id, words); err != nil {
			return err
		}
	}
	return nil
}

// dropRemedies takes a record's remedies off the list.
func (t *tx) dropRemedies(record archive.ID) error {
	if err := t.exec(`DELETE FROM remedy_words WHERE rowid IN (SELECT id FROM remedies WHERE record = ?)`, record); err != nil {
		return err
	}
	res, err := t.result(`DELETE FROM remedies WHERE record = ?`, record)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	t.listed = t.listed || n > 0
	return err
}

// remediesListed reports whether what is listed of a record is what it says.
func (t *tx) remediesListed(s settled) (bool, error) {
	rows, err := s.remedies()
	if err != nil {
		return false, err
	}
	return t.sameRemedies(s.record.About().ID, rows)
}

// sameRemedies reports whether the rows are those that are listed of a record,
// and can be found by their words.
func (t *tx) sameRemedies(record archive.ID, rows []remedyRow) (bool, error) {
	res, err := t.query(`
		SELECT document, record, what, n, kind, title, council, committee, date, services, finding, kinds, refs, status, due, remedy,
			EXISTS (SELECT 1 FROM remedy_words w WHERE w.rowid = r.id)
		FROM remedies r WHERE record = ? ORDER BY id`, record)
	if err != nil {
		return false, err
	}
	defer res.Close()
	same, n := true, 0
	for res.Next() {
		var r remedyRow
		var found bool
		if err := res.Scan(&r.document, &r.record, &r.what, &r.n, &r.kind, &r.title, &r.council, &r.committee, &r.date, &r.services, &r.finding,
			&r.kinds, &r.refs, &r.status, &r.due, &r.remedy, &found); err != nil {
			return false, err
		}
		same = same && found && n < len(rows) && rows[n] == r
		n++
	}
	return same && n == len(rows), res.Err()
}

// listRemedies lists the remedies of all that is shown, in a catalogue that
// has no list yet.
func listRemedies(of *sql.Tx) error {
	t := &tx{Tx: of, ctx: context.Background()}
	ids, err := column[string](t, `SELECT id FROM records WHERE record IS NOT NULL AND
		(instr(CAST(record AS TEXT), '"remedies"') > 0 OR instr(CAST(record AS TEXT), '"recommendations"') > 0)`)
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
		if err := t.putRemedies(s); err != nil {
			return err
		}
	}
	return nil
}

func joinList[T ~string](list []T) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = string(v)
	}
	return strings.Join(parts, listSeparator)
}

func splitList[T ~string](joined string) []T {
	if joined == "" {
		return nil
	}
	var list []T
	for part := range strings.SplitSeq(joined, listSeparator) {
		list = append(list, T(part))
	}
	return list
}
