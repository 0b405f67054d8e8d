package catalogue

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"moothall/archive"
)

// Remedies gives one page of the remedies and recommendations of all that is
// shown, with counts of every facet. A council or a committee of a filter that
// has none finds nothing.
func (c *Catalogue) Remedies(ctx context.Context, q archive.RemedyQuery) (archive.RemedyList, error) {
	list := archive.RemedyList{Page: max(q.Page, 1)}
	tx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return list, fmt.Errorf("catalogue: remedies: %w", err)
	}
	defer tx.Rollback() // nothing was written
	t := &view{tx, ctx}
	counts, found, words, err := c.findRemedies(t, q)
	if err != nil {
		return list, fmt.Errorf("catalogue: remedies: %w", err)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = 20
	}
	list.Total, list.Papers, list.Overdue, list.Facets = found.total, found.papers, found.overdue, found.facets
	list.Pages = max((list.Total+limit-1)/limit, 1)
	if list.Page > list.Pages {
		return list, nil
	}
	ids := counts.rows(q.Sort, found, words, (list.Page-1)*limit, limit)
	if list.Rows, err = t.listedRemedies(ids); err != nil {
		return list, fmt.Errorf("catalogue: remedies: %w", err)
	}
	return list, nil
}

// remediesAtOnce is how many rows EveryRemedy reads in one go.
const remediesAtOnce = 200

// EveryRemedy yields every row that answers a query, of which Limit and Page
// are left out of account. Nothing stays open between two steps, so the caller
// may take its time; what is put in meanwhile is not looked at, and of what
// changes a row is yielded as it stands when its turn comes. Where a row that
// was found is gone by then, or no longer answers, the last step is an error.
func (c *Catalogue) EveryRemedy(ctx context.Context, q archive.RemedyQuery) iter.Seq2[archive.ListedRemedy, error] {
	return func(yield func(archive.ListedRemedy, error) bool) {
		ids, asOf, err := c.everyRemedyID(ctx, q)
		for err == nil && len(ids) > 0 {
			n := min(len(ids), remediesAtOnce)
			var rows []archive.ListedRemedy
			if rows, err = c.remediesByID(ctx, q, ids[:n], asOf); err != nil {
				break
			}
			for _, r := range rows {
				if !yield(r, nil) {
					return
				}
			}
			ids = ids[n:]
		}
		if err != nil {
			yield(archive.ListedRemedy{}, fmt.Errorf("catalogue: remedies: %w", err))
		}
	}
}

// everyRemedyID gives the numbers of the rows, and as of which change of the
// list they are.
func (c *Catalogue) everyRemedyID(ctx context.Context, q archive.RemedyQuery) (ids []int64, asOf uint64, err error) {
	tx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, 0, err
	}
	defer tx.Rollback() // nothing was written
	counts, found, words, err := c.findRemedies(&view{tx, ctx}, q)
	if err != nil {
		return nil, 0, err
	}
	return counts.rows(q.Sort, found, words, 0, found.total), counts.listed, nil
}

// remediesByID gives rows that answered a query as of a change of the list.
func (c *Catalogue) remediesByID(ctx context.Context, q archive.RemedyQuery, ids []int64, asOf uint64) ([]archive.ListedRemedy, error) {
	tx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // nothing was written
	t := &view{tx, ctx}
	rows, err := t.listedRemedies(ids)
	if err != nil {
		return nil, err
	}
	listed, err := t.listed()
	if err != nil || listed == asOf {
		return rows, err
	}
	words, err := t.remediesWith(q.Text)
	if err != nil {
		return nil, err
	}
	gone := len(rows) < len(ids)
	for i, row := range rows {
		gone = gone || !row.Answers(q) || words != nil && !words.has(ids[i])
	}
	if gone {
		return nil, fmt.Errorf("the list changed while it was read")
	}
	return rows, nil
}

func (c *Catalogue) findRemedies(t *view, q archive.RemedyQuery) (counts *remedyCounts, found remedyCount, words rowSet, err error) {
	if counts, err = c.remedyCounts(t); err != nil {
		return
	}
	if words, err = t.remediesWith(q.Text); err != nil {
		return
	}
	return counts, counts.count(q, words), words, nil
}

// rows are the numbers of the rows that are found, in order: at most limit,
// after those that are skipped.
func (c *remedyCounts) rows(s archive.Sort, found remedyCount, words rowSet, skip, limit int) []int64 {
	var ids []int64
	for _, r := range c.inOrder(s) {
		if !found.found[r.group] || words != nil && !words.has(r.id) {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		if len(ids) == limit {
			break
		}
		ids = append(ids, r.id)
	}
	return ids
}

// listedRemedies are the rows with the given numbers, in their order; those
// that are gone are left out.
func (t *view) listedRemedies(ids []int64) ([]archive.ListedRemedy, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	byID := make(map[int64]archive.ListedRemedy, len(ids))
	var id int64
	var l archive.ListedRemedy
	var services, refs string
	var remedy []byte
	var broken error
	err := t.each(`
		SELECT x.id, x.what, x.n, x.kind, x.record, x.council, x.committee, x.date, x.services, x.finding, x.refs, x.remedy, x.title, d.sha256, d.pages
		FROM remedies x JOIN documents d ON d.id = x.document
		WHERE x.id IN (?`+strings.Repeat(",?", len(ids)-1)+`)`, args, func() {
		row := l
		row.Services, row.CaseRefs, row.Remedy = splitList[archive.Service](services), splitList[string](refs), archive.Remedy{}
		if err := json.Unmarshal(remedy, &row.Remedy); err != nil {
			broken = fmt.Errorf("%s: %w", row.ID, err)
		}
		byID[id] = row
	}, &id, &l.What, &l.N, &l.Kind, &l.ID, &l.Council, &l.Committee, &l.Date, &services, &l.Finding, &refs, &remedy, &l.Title, &l.Paper, &l.Pages)
	if err == nil {
		err = broken
	}
	if err != nil {
		return nil, err
	}
	var rows []archive.ListedRemedy
	for _, id := range ids {
		if row, held := byID[id]; held {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// remediesWith are the rows that have every word of a text in one of its
// forms, what is in quotation marks side by side, and none of the words with a
// - before them. Nil where the text asks for nothing.
func (t *view) remediesWith(text string) (rowSet, error) {
	with, without := remedyWords(text)
	if with == "" && without == "" {
		return nil, nil
	}
	ids := rowSet{}
	var id int64
	query, args := `SELECT id FROM remedies`, []any(nil)
	if with != "" {
		query, args = `SELECT rowid FROM remedy_words WHERE remedy_words MATCH ?`, []any{with}
	}
	if err := t.each(query, args, func() { ids.add(id) }, &id); err != nil {
		return nil, err
	}
	if without == "" {
		return ids, nil
	}
	err := t.each(`SELECT rowid FROM remedy_words WHERE remedy_words MATCH ?`, []any{without}, func() { ids.remove(id) }, &id)
	return ids, err
}

// remedyWords are FTS5 queries for the words that a row must have, and for
// those it must not.
func remedyWords(text string) (with, without string) {
	text = strings.NewReplacer("“", `"`, "”", `"`).Replace(text)
	var all, none []string
	parts := strings.Split(text, `"`)
	for i, part := range parts {
		pieces := strings.Fields(part)
		if quoted := i%2 == 1; quoted {
			pieces = []string{part}
			if strings.HasSuffix(parts[i-1], "-") {
				pieces[0] = "-" + part
			}
		}
		for _, piece := range pieces {
			words := strings.FieldsFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
			if len(words) == 0 {
				continue
			}
			phrase := `"` + strings.Join(words, " ") + `"`
			if strings.HasPrefix(piece, "-") {
				none = append(none, phrase)
			} else {
				all = append(all, phrase)
			}
		}
	}
	return strings.Join(all, " AND "), strings.Join(none, " OR ")
}
