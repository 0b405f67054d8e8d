package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"moothall/archive"
	"moothall/index"

	_ "modernc.org/sqlite" // the engine measured against, and the one the catalogue uses
)

// A question is asked of both engines.
type question struct {
	words    string
	phrase   bool
	facets   bool
	snippets bool
	ticked   bool // three groups chosen
	front    bool // everything, newest first, with facets
}

// An engine answers questions.
type engine interface {
	Name() string
	Ask(ctx context.Context, q question) (hits int, err error)
	io.Closer
}

// ours is the index.
type ours struct{ *index.Index }

func (ours) Name() string { return "Moothall" }

func buildOurs(ctx context.Context, g *generator, n int, dir string) (engine, building, error) {
	b := begin()
	ix, err := index.Open(dir, index.Config{Source: source{g, n}})
	if err != nil {
		return nil, b, err
	}
	if err := ix.CatchUp(ctx); err != nil {
		return nil, b, err
	}
	b.end()
	// Bleve removes the segments it has merged a little later.
	time.Sleep(3 * time.Second)
	b.size = size(dir)
	return ours{ix}, b, nil
}

func (o ours) Ask(ctx context.Context, q question) (int, error) {
	a := archive.Query{Text: q.words, HitsOnly: !q.facets && !q.snippets}
	if q.phrase {
		a.Text = `"` + q.words + `"`
	}
	if q.ticked {
		a.Filters = map[archive.Facet]archive.Filter{
			archive.FacetService: {Any: []string{"housing", "education", "planning"}},
			archive.FacetOutcome: {Any: []string{"noted", "approved"}},
			archive.FacetYear:    {Any: []string{"2019", "2020", "2021", "2022"}},
		}
	}
	res, err := o.Search(ctx, a)
	return res.Total, err
}

// lite is SQLite FTS5, with what it would be given in earnest: the porter
// tokenizer, an external content table, and the facets in a narrow table of
// their own with an index each, so that counting reads no text.
type lite struct{ *sql.DB }

func (lite) Name() string { return "SQLite FTS5" }

const schema = `
CREATE TABLE doc(id INTEGER PRIMARY KEY, record TEXT, title TEXT, decision TEXT, text TEXT);
CREATE TABLE facet(id INTEGER PRIMARY KEY, kind TEXT, council TEXT, committee TEXT, service TEXT, outcome TEXT, year TEXT, date TEXT, procedural INT);
CREATE VIRTUAL TABLE fts USING fts5(title, decision, text, content='doc', content_rowid='id', tokenize='porter unicode61');`

const indexes = `
CREATE INDEX facet_kind ON facet(procedural, kind); CREATE INDEX facet_council ON facet(procedural, council);
CREATE INDEX facet_committee ON facet(procedural, committee); CREATE INDEX facet_service ON facet(procedural, service);
CREATE INDEX facet_outcome ON facet(procedural, outcome); CREATE INDEX facet_date ON facet(procedural, date);
INSERT INTO fts(fts) VALUES('optimize'); ANALYZE;`

func buildSQLite(ctx context.Context, g *generator, n int, dir string) (engine, building, error) {
	b := begin()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, b, err
	}
	path := filepath.Join(dir, "archive.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-200000)&_pragma=mmap_size(4000000000)")
	if err != nil {
		return nil, b, err
	}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, b, err
	}
	for from := 0; from < n; from += 2000 {
		if err := insert(ctx, db, g, from, min(from+2000, n)); err != nil {
			return nil, b, err
		}
	}
	if _, err := db.ExecContext(ctx, indexes); err != nil {
		return nil, b, err
	}
	b.end()
	if _, err := db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return nil, b, err
	}
	b.size = size(dir)
	return lite{db}, b, nil
}

func insert(ctx context.Context, db *sql.DB, g *generator, from, to int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var stmts [3]*sql.Stmt
	for i, q := range []string{
		`INSERT INTO doc VALUES(?,?,?,?,?)`, `INSERT INTO facet VALUES(?,?,?,?,?,?,?,?,?)`,
		`INSERT INTO fts(rowid, title, decision, text) VALUES(?,?,?,?)`,
	} {
		if stmts[i], err = tx.PrepareContext(ctx, q); err != nil {
			return err
		}
		defer stmts[i].Close()
	}
	for i := from; i < to; i++ {
		r := g.record(i)
		h := r.About()
		outcome, decision, procedural := "", "", false
		if it, ok := r.(*archive.Item); ok {
			outcome, decision, procedural = string(it.Outcome), it.Decision, it.Procedural
		}
		when := archive.When(r)
		if _, err := stmts[0].ExecContext(ctx, i+1, string(h.ID), h.Title, decision, h.Text); err != nil {
			return err
		}
		if _, err := stmts[1].ExecContext(ctx, i+1, string(h.Kind), h.Council, archive.Committee(r), string(h.Services[0]), outcome, when.Year(), string(when), procedural); err != nil {
			return err
		}
		if _, err := stmts[2].ExecContext(ctx, i+1, h.Title, decision, h.Text); err != nil {
			return err
		}
	}
	return tx.Commit()
}

var facetColumns = []string{"council", "committee", "service", "outcome", "kind"}

func (l lite) Ask(ctx context.Context, q question) (int, error) {
	if q.front {
		return l.front(ctx)
	}
	match := strings.ReplaceAll(q.words, " ", " AND ")
	if q.phrase {
		match = `"` + q.words + `"`
	}
	narrow := "facet.procedural = 0"
	if q.ticked {
		narrow += " AND service IN ('housing','education','planning') AND outcome IN ('noted','approved') AND year IN ('2019','2020','2021','2022')"
	}
	what := "fts.rowid, doc.title"
	if q.snippets {
		what += ", snippet(fts, 2, '[', ']', '…', 32)"
	}
	if err := l.drain(ctx, `SELECT `+what+` FROM fts JOIN doc ON doc.id = fts.rowid JOIN facet ON facet.id = fts.rowid WHERE fts MATCH ? AND `+narrow+` ORDER BY fts.rank LIMIT 10`, match); err != nil {
		return 0, err
	}
	if !q.facets {
		return 0, nil
	}
	if !q.ticked {
		return 0, l.groups(ctx, match, narrow, facetColumns)
	}
	// A group's counts ignore its own choice: one pass for each that has one.
	if err := l.groups(ctx, match, narrow, []string{"council", "committee", "kind"}); err != nil {
		return 0, err
	}
	if err := l.groups(ctx, match, "facet.procedural = 0 AND outcome IN ('noted','approved') AND year IN ('2019','2020','2021','2022')", []string{"service"}); err != nil {
		return 0, err
	}
	return 0, l.groups(ctx, match, "facet.procedural = 0 AND service IN ('housing','education','planning') AND year IN ('2019','2020','2021','2022')", []string{"outcome"})
}

// groups counts some columns over what matches, found once.
func (l lite) groups(ctx context.Context, match, narrow string, columns []string) error {
	var b strings.Builder
	b.WriteString(`WITH m AS MATERIALIZED (SELECT facet.* FROM fts JOIN facet ON facet.id = fts.rowid WHERE fts MATCH ? AND ` + narrow + `)`)
	for i, c := range columns {
		if i > 0 {
			b.WriteString(" UNION ALL ")
		}
		fmt.Fprintf(&b, " SELECT '%s', %s, count(*) FROM m GROUP BY 2", c, c)
	}
	return l.drain(ctx, b.String(), match)
}

// front is the page everybody sees first.
func (l lite) front(ctx context.Context) (int, error) {
	if err := l.drain(ctx, `SELECT doc.id, doc.title, substr(doc.text, 1, 240) FROM facet JOIN doc USING(id) WHERE procedural = 0 ORDER BY date DESC LIMIT 10`); err != nil {
		return 0, err
	}
	for _, c := range facetColumns {
		if err := l.drain(ctx, `SELECT `+c+`, count(*) FROM facet WHERE procedural = 0 GROUP BY 1`); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// drain reads every row of an answer.
func (l lite) drain(ctx context.Context, query string, args ...any) error {
	rows, err := l.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = new(sql.RawBytes)
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}
