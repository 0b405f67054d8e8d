package catalogue

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
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
			document: s.shown, record: l.ID, what: l.What, n: l.N, kind: l.Kind, title: l.Title, council: oneColumn(l.Council), committee: oneColumn(l.Committee), date: l.Date,
			services: joinList(l.Services), finding: string(l.Finding), kinds: joinList(l.Kinds), refs: joinList(l.CaseRefs),
			status: string(l.Status), due: l.Due(), remedy: string(remedy),
		})
	}
	return rows, nil
}

// oneColumn takes the sign out of a text that parts the columns where rows are
// counted.
func oneColumn(text string) string { return strings.ReplaceAll(text, columnSeparator, " ") }

// words are what a row is found by: what is to be done, and the case's
// reference however it is written. Nobody is found by a telephone number.
func (r remedyRow) words() (string, error) {
	var remedy archive.Remedy
	err := json.Unmarshal([]byte(r.remedy), &remedy)
	return archive.BlankContacts(remedy.Text) + "\n" + r.refs + "\n" + strings.ReplaceAll(r.refs, " ", ""), err
}

// putRemedies lists the remedies of a record that is shown in place of what
// was listed of it.
//
// A row keeps its number as long as it is the same promise, whatever else is
// said of it, so that whoever is reading the list finds it again; a number is
// never given to another promise of the record. Numbers go up in the order of
// the record, so what follows a new promise is numbered anew.
func (t *tx) putRemedies(s settled) error {
	record := s.record.About().ID
	rows, err := s.remedies()
	if err != nil {
		return err
	}
	listed, err := t.listedOf(record)
	if err != nil || sameRows(listed, rows) {
		return err
	}
	t.listed = true
	known, grown := listed, false
	for _, r := range rows {
		at := -1
		if !grown {
			at = slices.IndexFunc(known, r.samePromise)
		}
		if at < 0 {
			grown = true
			if err := t.insertRemedy(r); err != nil {
				return err
			}
			continue
		}
		if err := t.dropRows(known[:at]); err != nil {
			return err
		}
		if was := known[at]; was.remedyRow != r || !was.found {
			if err := t.updateRemedy(was.id, r); err != nil {
				return err
			}
		}
		known = known[at+1:]
	}
	return t.dropRows(known)
}

// columnsOfRemedy are the columns of a row in the order of its values.
const columnsOfRemedy = `document, record, what, n, kind, title, council, committee, date, services, finding, kinds, refs, status, due, remedy`

func (r *remedyRow) values() []any {
	return []any{r.document, r.record, r.what, r.n, r.kind, r.title, r.council, r.committee, r.date, r.services, r.finding, r.kinds, r.refs, r.status, r.due, r.remedy}
}

func (t *tx) insertRemedy(r remedyRow) error {
	res, err := t.result(`INSERT INTO remedies (`+columnsOfRemedy+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, r.values()...)
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	return t.wordRemedy(id, r)
}

func (t *tx) updateRemedy(id int64, r remedyRow) error {
	err := t.exec(`UPDATE remedies SET (`+columnsOfRemedy+`) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE id = ?`, append(r.values(), id)...)
	if err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM remedy_words WHERE rowid = ?`, id); err != nil {
		return err
	}
	return t.wordRemedy(id, r)
}

// wordRemedy keeps what a row is found by.
func (t *tx) wordRemedy(id int64, r remedyRow) error {
	words, err := r.words()
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO remedy_words (rowid, text) VALUES (?,?)`, id, words)
}

func (t *tx) dropRows(rows []listedOf) error {
	for _, r := range rows {
		if err := t.exec(`DELETE FROM remedy_words WHERE rowid = ?`, r.id); err != nil {
			return err
		}
		if err := t.exec(`DELETE FROM remedies WHERE id = ?`, r.id); err != nil {
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
	listed, err := t.listedOf(s.record.About().ID)
	return sameRows(listed, rows), err
}

// A listedOf is a row as it is listed.
type listedOf struct {
	remedyRow
	id    int64
	found bool // it has words to be found by
}

// listedOf are the rows that are listed of a record, in order.
func (t *tx) listedOf(record archive.ID) ([]listedOf, error) {
	res, err := t.query(`SELECT r.id, EXISTS (SELECT 1 FROM remedy_words w WHERE w.rowid = r.id), `+columnsOfRemedy+`
		FROM remedies r WHERE record = ? ORDER BY id`, record)
	if err != nil {
		return nil, err
	}
	defer res.Close()
	var rows []listedOf
	for res.Next() {
		var r listedOf
		if err := res.Scan(&r.id, &r.found, &r.document, &r.record, &r.what, &r.n, &r.kind, &r.title, &r.council, &r.committee, &r.date, &r.services,
			&r.finding, &r.kinds, &r.refs, &r.status, &r.due, &r.remedy); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, res.Err()
}

// sameRows reports whether rows are what is listed, and can be found.
func sameRows(listed []listedOf, rows []remedyRow) bool {
	return slices.EqualFunc(listed, rows, func(l listedOf, r remedyRow) bool { return l.found && l.remedyRow == r })
}

// samePromise reports whether a row that is listed asks for the same in the
// same words.
func (r *remedyRow) samePromise(l listedOf) bool {
	return l.what == r.what && (l.remedy == r.remedy || l.text() == r.text())
}

// text is what is to be done; "" of a row that cannot be read.
func (r *remedyRow) text() string {
	var remedy archive.Remedy
	if json.Unmarshal([]byte(r.remedy), &remedy) != nil {
		return ""
	}
	return remedy.Text
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
