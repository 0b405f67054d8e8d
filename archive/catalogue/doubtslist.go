package catalogue

import (
	"context"
	"fmt"
	"strings"

	"moothall/archive"
)

// currentDoubts are the doubts about what is shown today. What is said twice
// of one place counts once.
const currentDoubts = `
	FROM (
		SELECT document, record, page, field, because, council,
			max(stated) AS stated, min(confidence) AS confidence, max(worth) AS worth
		FROM doubts GROUP BY document, record, page, field, because, council
	) x JOIN documents d ON d.id = x.document LEFT JOIN records r ON r.id = x.record
	WHERE d.replaced_by IS NULL`

// reasonKey tells the doubts apart that a paper has about one field. What is
// said of the paper as a whole goes together: one look at it answers all.
const reasonKey = `CASE WHEN x.record = '' AND x.page = 0 THEN '' ELSE x.because END`

// rowOf names the row that a doubt stands in when they are listed by paper.
const rowOf = `x.document, x.field, x.stated, x.council, ` + reasonKey

// placesOf counts what the doubts of a row are about.
const placesOf = `count(DISTINCT x.record || ' ' || x.page)`

// gain is what a look at a doubt would gain. Where an item holds several
// things and most of them are about what is stated, a look seldom changes
// anything: a quarter.
const gain = `x.worth / CASE WHEN x.because = '` + archive.HoldsSeveral + `' THEN 4 ELSE 1 END`

// Of what nothing could be read comes last: most often nobody can do anything
// about it but ask the council for another copy. Papers of a known council
// come before those of none.
const (
	eachByGain = ` ORDER BY d.unread <> '', x.council = '', ` + gain + ` DESC, coalesce(r.date, '') DESC, x.record, d.sha256, x.page, x.field, x.because LIMIT ? OFFSET ?`
	rowsByGain = ` GROUP BY ` + rowOf + ` ORDER BY d.unread <> '', x.council = '', max(` + gain + `) DESC, max(coalesce(r.date, '')) DESC, min(x.record), d.sha256, min(x.page), x.field, min(x.because) LIMIT ? OFFSET ?`
)

// Doubts gives one page of what is doubtful, what a look would gain most by
// first, then the newest; papers of which nothing could be read are last.
func (c *Catalogue) Doubts(ctx context.Context, q archive.DoubtQuery) (archive.DoubtList, error) {
	list := archive.DoubtList{Page: max(q.Page, 1)}
	limit := q.Limit
	if limit <= 0 {
		limit = 20
	}
	tx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return list, fmt.Errorf("catalogue: doubts: %w", err)
	}
	defer tx.Rollback() // nothing was written
	t := &view{tx, ctx}
	current := currentDoubts
	where, args := anyOf("x.council", q.Councils)
	if where != "" {
		current += " AND " + where
	}
	var f archive.FieldCount
	err = t.each(`SELECT field, sum(n), sum(places), count(*) FROM (SELECT x.field AS field, count(*) AS n, `+placesOf+` AS places`+current+` GROUP BY `+rowOf+`) GROUP BY 1 ORDER BY 2 DESC, 1`, args, func() {
		list.Fields = append(list.Fields, f)
	}, &f.Field, &f.Count, &f.Records, &f.Rows)
	if err != nil {
		return list, fmt.Errorf("catalogue: doubts: %w", err)
	}
	if where, more := anyOf("x.field", q.Fields); where != "" {
		current, args = current+" AND "+where, append(args, more...)
	}
	if err := t.countDoubts(&list, q.ByPaper, current, args); err != nil {
		return list, fmt.Errorf("catalogue: doubts: %w", err)
	}
	list.Pages = max((list.Total+limit-1)/limit, 1)
	args = append(args, limit, (list.Page-1)*limit)
	if q.ByPaper {
		list.Doubts, err = t.doubtRows(current, args)
	} else {
		err = t.eachDoubt(current+eachByGain, args, func(d archive.ListedDoubt) { list.Doubts = append(list.Doubts, d) })
	}
	if err != nil {
		return list, fmt.Errorf("catalogue: doubts: %w", err)
	}
	return list, nil
}

// countDoubts says how many entries a list has, and of what.
func (t *view) countDoubts(list *archive.DoubtList, byPaper bool, current string, args []any) error {
	rows := `SELECT 1 AS n, d.unread <> '' AS unopened` + current
	if byPaper {
		rows = `SELECT ` + placesOf + ` AS n, d.unread <> '' AS unopened` + current + ` GROUP BY ` + rowOf
	}
	return t.each(`SELECT count(*), coalesce(sum(n), 0), coalesce(sum(unopened), 0) FROM (`+rows+`)`, args, nil,
		&list.Total, &list.Records, &list.Unopened)
}

// eachDoubt gives the doubts of a selection one by one.
func (t *view) eachDoubt(selection string, args []any, give func(archive.ListedDoubt)) error {
	var d archive.ListedDoubt
	return t.each(`
		SELECT x.record, x.page, x.field, x.stated, x.confidence, x.because, d.sha256, d.unread <> '',
			coalesce(r.kind, ''), coalesce(CAST(r.record AS TEXT) ->> '$.title', d.title), d.name, coalesce(r.label, d.council), coalesce(r.date, '')`+selection,
		args, func() { give(d) },
		&d.ID, &d.Page, &d.Field, &d.Stated, &d.Confidence, &d.Because, &d.Paper, &d.Unopened, &d.Kind, &d.Title, &d.Name, &d.Council, &d.Date)
}

// doubtRows gives a page of the rows of a list by paper.
func (t *view) doubtRows(current string, args []any) ([]archive.ListedDoubt, error) {
	type row struct {
		document               int64
		stated                 bool
		field, council, reason string
		paper                  string // its title
	}
	var rows []row
	var w row
	err := t.each(`SELECT x.document, x.field, x.stated, x.council, `+reasonKey+`, d.title`+current+rowsByGain, args, func() {
		rows = append(rows, w)
	}, &w.document, &w.field, &w.stated, &w.council, &w.reason, &w.paper)
	if err != nil {
		return nil, err
	}
	all := make([]archive.ListedDoubt, 0, len(rows))
	for _, w := range rows {
		var of []archive.ListedDoubt
		err := t.eachDoubt(ofOneDocument+` AND x.field = ? AND x.stated = ? AND x.council = ? AND `+reasonKey+` = ? ORDER BY x.page, x.record, x.because`,
			[]any{w.document, w.field, w.stated, w.council, w.reason}, func(d archive.ListedDoubt) { of = append(of, d) })
		if err != nil {
			return nil, err
		}
		all = append(all, oneRow(of, w.paper))
	}
	return all, nil
}

// ofOneDocument are the current doubts about a document, found by its key.
var ofOneDocument = strings.Replace(currentDoubts, "FROM doubts GROUP", "FROM doubts WHERE document = ? GROUP", 1)

// oneRow is the row of doubts that a paper of a title has for one reason. It
// is as unsure as the least sure of them.
func oneRow(of []archive.ListedDoubt, paper string) archive.ListedDoubt {
	row := of[0]
	var reasons []string
	for _, d := range of {
		row.Confidence = min(row.Confidence, d.Confidence)
		place := archive.DoubtPlace{Kind: d.Kind, ID: d.ID, Title: d.Title, Page: d.Page}
		if len(row.Places) == 0 || row.Places[len(row.Places)-1] != place {
			row.Places = append(row.Places, place)
		}
		if len(reasons) == 0 || reasons[len(reasons)-1] != d.Because {
			reasons = append(reasons, d.Because)
		}
	}
	row.Because = saidTogether(reasons)
	if len(row.Places) == 1 {
		row.Places = nil
		return row
	}
	row.ID, row.Kind, row.Page, row.Title = "", "", 0, paper
	return row
}

// saidTogether says reasons in one line, what they all begin with ("the front
// of the report: ") once.
func saidTogether(reasons []string) string {
	before, _, led := strings.Cut(reasons[0], ": ")
	var b strings.Builder
	for i, r := range reasons {
		if i > 0 {
			b.WriteString("; ")
			if rest, same := strings.CutPrefix(r, before+": "); led && same {
				r = rest
			}
		}
		b.WriteString(r)
	}
	return b.String()
}
