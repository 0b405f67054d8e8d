package catalogue

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"moothall/archive"
)

// settle works out anew what is shown of some groups of readings, and gives
// what changed its numbers.
func (t *tx) settle(groups []string) error {
	meetings := make(map[string]bool)
	for _, group := range groups {
		if err := t.settleGroup(group, meetings); err != nil {
			return fmt.Errorf("%s: %w", group, err)
		}
	}
	for id := range meetings {
		if err := t.putMeeting(id); err != nil {
			return fmt.Errorf("meeting %s: %w", id, err)
		}
	}
	return nil
}

func (t *tx) settleGroup(group string, meetings map[string]bool) error {
	settled, gone, err := t.resettle(group)
	if err != nil {
		return err
	}
	for _, r := range settled {
		if r.held {
			meetings[r.was.meeting] = true
		}
		meetings[r.now.meeting] = true
		if err := t.putRow(r.id, r.was, r.now); err != nil {
			return err
		}
		if err := t.putCarriers(r.id, r.settled); err != nil {
			return err
		}
		if r.was.equal(r.now) {
			continue
		}
		if err := t.putDoubts(r.settled); err != nil {
			return err
		}
		if err := t.putRemedies(r.settled); err != nil {
			return err
		}
	}
	for id, was := range gone {
		meetings[was.meeting] = true
		if err := t.withdraw(id); err != nil {
			return err
		}
	}
	delete(meetings, "")
	return nil
}

// A resettled record is what a group's readings give now under one ID, beside
// the row that stands there.
type resettled struct {
	settled
	id       string
	was, now row
	held     bool // whether there is such a row; a tombstone is one
}

// resettle works out anew what is shown of a group, and changes nothing. Gone
// are the rows that are shown and that no reading gives any more.
func (t *tx) resettle(group string) (all []resettled, gone map[string]row, err error) {
	readings, err := t.readings(group)
	if err != nil {
		return nil, nil, err
	}
	gone, err = t.shown(group)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range settleGroup(readings) {
		r := resettled{settled: s, id: string(s.record.About().ID)}
		if r.now, err = newRow(group, s); err != nil {
			return nil, nil, err
		}
		r.was, r.held = gone[r.id]
		delete(gone, r.id)
		all = append(all, r)
	}
	maps.DeleteFunc(gone, func(_ string, was row) bool { return was.record == nil })
	return all, gone, nil
}

// readings are a group's current readings.
func (t *tx) readings(group string) ([]*reading, error) {
	rows, err := t.query(`
		SELECT r.ord, r.record, d.id, d.sha256, d.format, d.stage = 1, d.retrieved
		FROM readings r JOIN documents d ON d.id = r.document
		WHERE r.grp = ? AND d.replaced_by IS NULL`, group)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []*reading
	for rows.Next() {
		r := new(reading)
		var record []byte
		if err := rows.Scan(&r.ord, &record, &r.doc, &r.digest, &r.format, &r.draft, timeColumn{&r.retrieved}); err != nil {
			return nil, err
		}
		if r.record, err = archive.DecodeRecord(record); err != nil {
			return nil, err
		}
		r.id = r.record.About().ID
		all = append(all, r)
	}
	return all, rows.Err()
}

// A row is one row of records, as far as it follows from what is settled.
type row struct {
	group, kind, council, label, committee, body, date, meeting string
	ord                                                         int
	document                                                    int64
	record                                                      []byte
}

func newRow(group string, s settled) (row, error) {
	head := s.record.About()
	record, err := json.Marshal(s.record)
	if err != nil {
		return row{}, fmt.Errorf("%s: %w", head.ID, err)
	}
	body := archive.Committee(s.record)
	return row{
		group: group, kind: string(head.Kind),
		council: archive.CouncilSlug(head.Council), label: head.Council,
		committee: archive.Slug(body), body: body,
		date: string(archive.When(s.record)), meeting: string(meetingOf(s.record)),
		ord: s.ord, document: s.shown, record: record,
	}, nil
}

// meetingOf is the meeting a record belongs to, or "".
func meetingOf(r archive.Record) archive.ID {
	head, body, date := r.About(), archive.Committee(r), archive.When(r)
	if body == "" || date == "" {
		return ""
	}
	if head.Kind == archive.KindPage {
		return archive.MeetingID(head.Council, date, body, head.Source.SHA256)
	}
	return archive.ID(groupParent(string(head.ID)))
}

// groupParent is an ID without its last part.
func groupParent(id string) string {
	for i := len(id) - 1; i > 0; i-- {
		if id[i] == '/' {
			return id[:i]
		}
	}
	return id
}

// shown are the rows of a group as they are, by ID, those that are gone among
// them.
func (t *tx) shown(group string) (map[string]row, error) {
	rows, err := t.query(selectRow+` WHERE grp = ?`, group)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := make(map[string]row)
	for rows.Next() {
		id, r, err := scanRow(rows)
		if err != nil {
			return nil, err
		}
		all[id] = r
	}
	return all, rows.Err()
}

const selectRow = `SELECT id, grp, kind, council, label, committee, body, date, meeting, ord, coalesce(document, 0), record FROM records`

func scanRow(s interface{ Scan(...any) error }) (id string, r row, err error) {
	err = s.Scan(&id, &r.group, &r.kind, &r.council, &r.label, &r.committee, &r.body, &r.date, &r.meeting, &r.ord, &r.document, &r.record)
	return id, r, err
}

func (a row) equal(b row) bool {
	return a.group == b.group && a.kind == b.kind && a.council == b.council && a.label == b.label &&
		a.committee == b.committee && a.body == b.body && a.date == b.date && a.meeting == b.meeting &&
		a.ord == b.ord && a.document == b.document && a.record != nil && bytes.Equal(a.record, b.record)
}

// putRow writes a record's row where it differs from what it was. Only a
// change of the record itself is a change others must follow.
func (t *tx) putRow(id string, was, now row) error {
	if was.equal(now) {
		return nil
	}
	seqOf := `(SELECT seq FROM records WHERE id = ?1)`
	args := []any{id, now.group, now.kind, now.council, now.label, now.committee, now.body, now.date, now.meeting, now.ord, now.document, now.record}
	if was.record == nil || !bytes.Equal(was.record, now.record) {
		seq, err := t.nextSeq()
		if err != nil {
			return err
		}
		seqOf, args = `?13`, append(args, seq)
	}
	return t.exec(`
		INSERT INTO records (id, seq, grp, kind, council, label, committee, body, date, meeting, ord, document, record)
		VALUES (?1, `+seqOf+`, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
		ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, grp = excluded.grp, kind = excluded.kind, council = excluded.council,
			label = excluded.label, committee = excluded.committee, body = excluded.body, date = excluded.date,
			meeting = excluded.meeting, ord = excluded.ord, document = excluded.document, record = excluded.record`, args...)
}

// withdraw leaves a tombstone where a record was.
func (t *tx) withdraw(id string) error {
	seq, err := t.nextSeq()
	if err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM carriers WHERE id = ?`, id); err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM doubts WHERE record = ?`, id); err != nil {
		return err
	}
	if err := t.dropRemedies(archive.ID(id)); err != nil {
		return err
	}
	return t.exec(`UPDATE records SET seq = ?, document = NULL, record = NULL, meeting = '' WHERE id = ?`, seq, id)
}

func (t *tx) putCarriers(id string, s settled) error {
	was, err := column[int64](t, `SELECT document FROM carriers WHERE id = ? ORDER BY shown DESC, document`, id)
	if err != nil {
		return err
	}
	if len(was) == 1 && len(s.carriers) == 1 && was[0] == s.carriers[0] {
		return nil
	}
	if err := t.exec(`DELETE FROM carriers WHERE id = ?`, id); err != nil {
		return err
	}
	for _, doc := range s.carriers {
		if err := t.exec(`INSERT INTO carriers (id, document, shown) VALUES (?,?,?)`, id, doc, doc == s.shown); err != nil {
			return err
		}
	}
	return nil
}

// putMeeting works out one meeting's row from its records.
func (t *tx) putMeeting(id string) error {
	rows, err := t.query(selectRow+` WHERE meeting = ? AND record IS NOT NULL ORDER BY ord, id`, id)
	if err != nil {
		return err
	}
	defer rows.Close()
	counts := make(map[archive.Kind]int)
	var first row
	var clock, venue string
	for rows.Next() {
		_, r, err := scanRow(rows)
		if err != nil {
			return err
		}
		if len(counts) == 0 || first.kind == string(archive.KindPage) {
			first = r
		}
		counts[archive.Kind(r.kind)]++
		if r.kind != string(archive.KindItem) || clock != "" && venue != "" {
			continue
		}
		record, err := archive.DecodeRecord(r.record)
		if err != nil {
			return err
		}
		if it, ok := record.(*archive.Item); ok {
			clock, venue = or(clock, it.MeetingTime), or(venue, it.Venue)
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	if len(counts) == 0 {
		return t.exec(`DELETE FROM meetings WHERE id = ?`, id)
	}
	number, err := json.Marshal(counts)
	if err != nil {
		return err
	}
	return t.exec(`INSERT OR REPLACE INTO meetings (id, council, label, committee, body, date, time, venue, counts) VALUES (?,?,?,?,?,?,?,?,?)`,
		id, first.council, first.label, first.committee, first.body, first.date, clock, venue, string(number))
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// isNone reports whether a query that wants one row found none.
func isNone(err error) bool { return errors.Is(err, sql.ErrNoRows) }
