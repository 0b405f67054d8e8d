package catalogue

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"moothall/archive"
)

// Meeting gives a meeting with its records: items in the order of the agenda,
// then reports, then pages. The error wraps archive.ErrNotFound where nothing
// of such a meeting is held.
func (c *Catalogue) Meeting(ctx context.Context, id archive.ID) (archive.Meeting, error) {
	m := archive.Meeting{ID: id}
	err := c.read.QueryRowContext(ctx, `SELECT label, body, date, time, venue FROM meetings WHERE id = ?`, id).
		Scan(&m.Council, &m.Committee, &m.Date, &m.Time, &m.Venue)
	if isNone(err) {
		return m, fmt.Errorf("catalogue: meeting %s: %w", id, archive.ErrNotFound)
	}
	if err != nil {
		return m, fmt.Errorf("catalogue: meeting %s: %w", id, err)
	}
	rows, err := c.read.QueryContext(ctx, `SELECT ord, record FROM records WHERE meeting = ? AND record IS NOT NULL`, id)
	if err != nil {
		return m, fmt.Errorf("catalogue: meeting %s: %w", id, err)
	}
	defer rows.Close()
	var all []agendaRecord
	for rows.Next() {
		var a agendaRecord
		var record []byte
		if err := rows.Scan(&a.ord, &record); err != nil {
			return m, fmt.Errorf("catalogue: meeting %s: %w", id, err)
		}
		if a.record, err = archive.DecodeRecord(record); err != nil {
			return m, fmt.Errorf("catalogue: meeting %s: %w", id, err)
		}
		all = append(all, a)
	}
	if err := rows.Err(); err != nil {
		return m, fmt.Errorf("catalogue: meeting %s: %w", id, err)
	}
	slices.SortFunc(all, byAgenda)
	for _, a := range all {
		m.Records = append(m.Records, a.record)
	}
	return m, nil
}

type agendaRecord struct {
	ord    int
	record archive.Record
}

// onAgenda is where each kind of record stands among a meeting's.
var onAgenda = map[archive.Kind]int{archive.KindItem: 0, archive.KindReport: 1, archive.KindFinding: 2, archive.KindPage: 3}

// byAgenda orders a meeting's records. Items whose place no paper shows go by
// their number.
func byAgenda(a, b agendaRecord) int {
	x, y := a.record.About(), b.record.About()
	order := cmp.Compare(onAgenda[x.Kind], onAgenda[y.Kind])
	if order == 0 && (a.ord == noOrder) == (b.ord == noOrder) {
		order = cmp.Compare(a.ord, b.ord)
	}
	return cmp.Or(order, natural(number(a.record), number(b.record)), cmp.Compare(pageOf(a.record), pageOf(b.record)), strings.Compare(string(x.ID), string(y.ID)))
}

func number(r archive.Record) string {
	if it, ok := r.(*archive.Item); ok {
		return it.ItemNumber
	}
	return ""
}

func pageOf(r archive.Record) int {
	if p, ok := r.(*archive.Page); ok {
		return p.Page
	}
	return 0
}

// natural compares as people do: "9" before "10", "10a" before "10b".
func natural(a, b string) int {
	for a != "" && b != "" {
		x, restA := leadingNumber(a)
		y, restB := leadingNumber(b)
		if x != "" && y != "" {
			x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if order := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); order != 0 {
				return order
			}
			a, b = restA, restB
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func leadingNumber(s string) (digits, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

// Meetings gives one page of the meetings that answer the query.
func (c *Catalogue) Meetings(ctx context.Context, q archive.MeetingQuery) (archive.MeetingList, error) {
	where, args := meetingFilter(q)
	limit, page := q.Limit, max(q.Page, 1)
	if limit <= 0 {
		limit = 20
	}
	list := archive.MeetingList{Page: page}
	if err := c.read.QueryRowContext(ctx, `SELECT count(*) FROM meetings`+where, args...).Scan(&list.Total); err != nil {
		return list, fmt.Errorf("catalogue: meetings: %w", err)
	}
	list.Pages = max((list.Total+limit-1)/limit, 1)
	order := ` ORDER BY date DESC, time DESC, id`
	if q.Oldest {
		order = ` ORDER BY date, time, id`
	}
	rows, err := c.read.QueryContext(ctx, `SELECT id, label, body, date, time, venue, counts FROM meetings`+where+order+` LIMIT ? OFFSET ?`,
		append(args, limit, (page-1)*limit)...)
	if err != nil {
		return list, fmt.Errorf("catalogue: meetings: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var m archive.MeetingSummary
		var counts []byte
		if err := rows.Scan(&m.ID, &m.Council, &m.Committee, &m.Date, &m.Time, &m.Venue, &counts); err != nil {
			return list, fmt.Errorf("catalogue: meetings: %w", err)
		}
		if err := json.Unmarshal(counts, &m.Records); err != nil {
			return list, fmt.Errorf("catalogue: meeting %s: %w", m.ID, err)
		}
		list.Meetings = append(list.Meetings, m)
	}
	if err := rows.Err(); err != nil {
		return list, fmt.Errorf("catalogue: meetings: %w", err)
	}
	return list, nil
}

func meetingFilter(q archive.MeetingQuery) (where string, args []any) {
	var all []string
	for _, f := range []struct {
		column string
		any    []string
	}{{"council", q.Councils}, {"committee", q.Committees}} {
		if where, values := anyOf(f.column, f.any); where != "" {
			all, args = append(all, where), append(args, values...)
		}
	}
	if q.From != "" {
		all, args = append(all, "date >= ?"), append(args, q.From)
	}
	if q.To != "" {
		all, args = append(all, "date <= ?"), append(args, q.To)
	}
	if len(all) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(all, " AND "), args
}
