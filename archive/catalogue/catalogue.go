// Package catalogue keeps what was read from every document: its pages as
// text, the records found in it and which of several readings of one thing is
// the one shown.
//
// It is the truth of the archive beside the vault's bytes. It is separate
// from the index because it must survive anything, and from ingest because
// those who read it should not depend on those who fill it.
//
// It is one SQLite file in write-ahead mode. Readers never wait for the
// writer, several processes may use it at once, and a document lands with its
// pages, its records and the numbers of its changes in one transaction that is
// flushed to the disk, so a kill at any instant leaves nothing half-done. The
// price is a flush for each transaction; Put takes several documents so that
// they may share one.
//
// Every change to a record has a number, one more than the last. Whoever
// follows the numbers (Changes) can keep a projection of the records and never
// miss a step; only the latest state of each ID is kept, and an ID that is
// gone stays as a tombstone.
//
// What is shown under an ID is worked out from all readings of all documents
// that are current, by the rules in settle.go, and never from the order in
// which they arrived.
package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver; pure Go, so the program needs no C compiler

	"moothall/archive"
)

// A Catalogue is open until it is closed. It may be used from many goroutines.
type Catalogue struct {
	write *sql.DB // one connection: SQLite has one writer
	read  *sql.DB

	mu      sync.Mutex
	counted counted // the last Coverage

	listing  sync.Mutex
	remedies *remedyCounts // the last; nil before the first
}

// Open opens the catalogue in the file at path and makes it where there is
// none. A file of an older version is brought forward; one of a newer version
// is refused with an error that says so.
func Open(path string) (*Catalogue, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	c := new(Catalogue)
	var err error
	if c.write, err = sql.Open("sqlite", address(path, "synchronous(FULL)", "foreign_keys(1)")+"&_txlock=immediate"); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	c.write.SetMaxOpenConns(1)
	if err := migrate(c.write); err != nil {
		c.write.Close()
		return nil, err
	}
	if c.read, err = sql.Open("sqlite", address(path, "query_only(1)")); err != nil {
		c.write.Close()
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	c.read.SetMaxOpenConns(runtime.GOMAXPROCS(0) + 4)
	c.read.SetMaxIdleConns(4)
	return c, nil
}

// Close closes the catalogue. Nothing is lost by not calling it.
func (c *Catalogue) Close() error {
	return errors.Join(c.read.Close(), c.write.Close())
}

// Seq is the number of the last change, 0 where there was none.
func (c *Catalogue) Seq(ctx context.Context) (uint64, error) {
	var seq uint64
	if err := c.read.QueryRowContext(ctx, `SELECT seq FROM state`).Scan(&seq); err != nil {
		return 0, fmt.Errorf("catalogue: %w", err)
	}
	return seq, nil
}

// Changes gives the latest state of each ID that changed after the given
// number, in the order of their numbers, at most limit of them. A record that
// is gone has a nil Record.
func (c *Catalogue) Changes(ctx context.Context, after uint64, limit int) ([]archive.Change, error) {
	rows, err := c.read.QueryContext(ctx, `SELECT seq, id, record FROM records WHERE seq > ? ORDER BY seq LIMIT ?`, after, limit)
	if err != nil {
		return nil, fmt.Errorf("catalogue: changes: %w", err)
	}
	defer rows.Close()
	var changes []archive.Change
	for rows.Next() {
		var ch archive.Change
		var record []byte
		if err := rows.Scan(&ch.Seq, &ch.ID, &record); err != nil {
			return nil, fmt.Errorf("catalogue: changes: %w", err)
		}
		if record != nil {
			if ch.Record, err = archive.DecodeRecord(record); err != nil {
				return nil, fmt.Errorf("catalogue: %s: %w", ch.ID, err)
			}
		}
		changes = append(changes, ch)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("catalogue: changes: %w", err)
	}
	return changes, nil
}

// Record gives the record named id. The error wraps archive.ErrNotFound where
// there is none, or none any more.
func (c *Catalogue) Record(ctx context.Context, id archive.ID) (archive.Record, error) {
	var record []byte
	err := c.read.QueryRowContext(ctx, `SELECT record FROM records WHERE id = ?`, id).Scan(&record)
	if errors.Is(err, sql.ErrNoRows) || err == nil && record == nil {
		return nil, fmt.Errorf("catalogue: %s: %w", id, archive.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("catalogue: %s: %w", id, err)
	}
	r, err := archive.DecodeRecord(record)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %s: %w", id, err)
	}
	return r, nil
}

// Sightings gives every current document that holds the record named id: the
// one whose reading is shown first, then the others, newest first. It is empty
// where there is no such record.
func (c *Catalogue) Sightings(ctx context.Context, id archive.ID) ([]archive.Source, error) {
	rows, err := c.read.QueryContext(ctx, `
		SELECT d.url, d.sha256, d.name, d.retrieved FROM carriers c JOIN documents d ON d.id = c.document
		WHERE c.id = ? ORDER BY c.shown DESC, d.retrieved DESC, d.sha256`, id)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %s: %w", id, err)
	}
	defer rows.Close()
	var sources []archive.Source
	for rows.Next() {
		var s archive.Source
		if err := rows.Scan(&s.URL, &s.SHA256, &s.Name, timeColumn{&s.Retrieved}); err != nil {
			return nil, fmt.Errorf("catalogue: %s: %w", id, err)
		}
		sources = append(sources, s)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("catalogue: %s: %w", id, err)
	}
	return sources, nil
}

// address is the driver's name for the file at path, with the settings every
// connection has.
func address(path string, pragmas ...string) string {
	q := url.Values{"_pragma": append([]string{"busy_timeout(30000)", "journal_mode(WAL)"}, pragmas...)}
	abs, err := filepath.Abs(path)
	if err == nil {
		path = abs
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: q.Encode()}).String()
}

// update runs f in a transaction that holds the writer's lock from its start.
func (c *Catalogue) update(ctx context.Context, f func(*tx) error) error {
	sqlTx, err := c.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	defer sqlTx.Rollback() // does nothing once it is committed
	t := &tx{Tx: sqlTx, ctx: ctx}
	if err := f(t); err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	if err := t.saveState(); err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	if err := sqlTx.Commit(); err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	return nil
}

// A tx is one transaction of the writer.
type tx struct {
	*sql.Tx
	ctx    context.Context
	seq    uint64               // the last number given out here; 0 before the first
	stmts  map[string]*sql.Stmt // compiled here; they end with the transaction
	listed bool                 // the list of remedies changed
}

// stmt compiles a query once, since most are asked for every record.
func (t *tx) stmt(query string) (*sql.Stmt, error) {
	if s := t.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, err
	}
	if t.stmts == nil {
		t.stmts = make(map[string]*sql.Stmt)
	}
	t.stmts[query] = s
	return s, nil
}

func (t *tx) exec(query string, args ...any) error {
	_, err := t.result(query, args...)
	return err
}

func (t *tx) result(query string, args ...any) (sql.Result, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(t.ctx, args...)
}

func (t *tx) query(query string, args ...any) (*sql.Rows, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(t.ctx, args...)
}

func (t *tx) queryRow(query string, args ...any) *sql.Row {
	s, err := t.stmt(query)
	if err != nil {
		return t.QueryRowContext(t.ctx, query, args...) // says the same
	}
	return s.QueryRowContext(t.ctx, args...)
}

// nextSeq gives the number of the next change.
func (t *tx) nextSeq() (uint64, error) {
	if t.seq == 0 {
		if err := t.queryRow(`SELECT seq FROM state`).Scan(&t.seq); err != nil {
			return 0, err
		}
	}
	t.seq++
	return t.seq, nil
}

// saveState keeps the number of the last change, and that something changed.
func (t *tx) saveState() error {
	return t.exec(`UPDATE state SET seq = max(seq, ?), revision = revision + 1, listed = listed + ?`, t.seq, t.listed)
}

// column gives the values of a query's only column.
func column[T any](t *tx, query string, args ...any) ([]T, error) {
	rows, err := t.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// Times are kept as text that sorts in the order of time.
const timeLayout = "2006-01-02T15:04:05.000000000Z"

func timeText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(timeLayout)
}

// timeColumn scans such a text.
type timeColumn struct{ t *time.Time }

func (c timeColumn) Scan(v any) error {
	text, _ := v.(string)
	if text == "" {
		*c.t = time.Time{}
		return nil
	}
	t, err := time.Parse(timeLayout, text)
	*c.t = t
	return err
}
