package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a SQLite file as ours: "MOOT".
const applicationID = 0x4d4f4f54

// migrations bring a catalogue forward, each from the version that is its
// place in the list to the next. They are only ever added to.
var migrations = []string{
	`
	CREATE TABLE state (
		one INTEGER PRIMARY KEY CHECK (one = 1),
		seq INTEGER NOT NULL -- of the last change
	) STRICT;
	INSERT INTO state VALUES (1, 0);

	-- one version of one published paper
	CREATE TABLE documents (
		id          INTEGER PRIMARY KEY,
		sha256      TEXT NOT NULL UNIQUE,
		name        TEXT NOT NULL,
		url         TEXT NOT NULL,
		council     TEXT NOT NULL, -- as read
		hint        TEXT NOT NULL, -- as a person said
		title       TEXT NOT NULL,
		media       TEXT NOT NULL,
		format      TEXT NOT NULL,
		bytes       INTEGER NOT NULL,
		pages       INTEGER NOT NULL,
		engine      TEXT NOT NULL,
		reader      TEXT NOT NULL, -- what read it, with its version
		retrieved   TEXT NOT NULL,
		unread      TEXT NOT NULL, -- why nothing could be read
		lethal      INTEGER NOT NULL, -- reading it killed the reader
		partial     INTEGER NOT NULL, -- some pages could not be read
		stage       INTEGER NOT NULL, -- 0 nothing decided, 1 draft minutes, 2 final
		work        TEXT NOT NULL,
		replaced_by INTEGER REFERENCES documents(id)
	) STRICT;
	CREATE INDEX documents_work ON documents (work);
	CREATE INDEX documents_replaced ON documents (replaced_by);

	-- where a document was seen; one document is current at each place
	CREATE TABLE sightings (
		place    TEXT NOT NULL, -- "address https://…" or "path /…"
		document INTEGER NOT NULL REFERENCES documents(id),
		seen     TEXT NOT NULL, -- first
		current  INTEGER NOT NULL,
		PRIMARY KEY (place, document)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX sightings_document ON sightings (document);

	CREATE TABLE page_texts (
		document INTEGER NOT NULL REFERENCES documents(id),
		n        INTEGER NOT NULL,
		printed  TEXT NOT NULL,
		text     TEXT NOT NULL,
		running  TEXT NOT NULL,
		width    REAL NOT NULL,
		height   REAL NOT NULL,
		ocr      INTEGER NOT NULL,
		unread   TEXT NOT NULL,
		words    BLOB, -- see words.go
		PRIMARY KEY (document, n)
	) STRICT;

	-- what one document says of one thing
	CREATE TABLE readings (
		document INTEGER NOT NULL REFERENCES documents(id),
		ord      INTEGER NOT NULL, -- in the document
		id       TEXT NOT NULL,
		grp      TEXT NOT NULL, -- readings that are settled together
		record   BLOB NOT NULL, -- JSON
		PRIMARY KEY (document, ord)
	) STRICT;
	CREATE INDEX readings_group ON readings (grp);

	-- what is shown: the outcome of settling the readings
	CREATE TABLE records (
		id        TEXT PRIMARY KEY,
		seq       INTEGER NOT NULL UNIQUE,
		grp       TEXT NOT NULL,
		kind      TEXT NOT NULL,
		council   TEXT NOT NULL, -- slug
		label     TEXT NOT NULL,
		committee TEXT NOT NULL, -- slug
		body      TEXT NOT NULL,
		date      TEXT NOT NULL,
		meeting   TEXT NOT NULL,
		ord       INTEGER NOT NULL, -- on the agenda
		document  INTEGER REFERENCES documents(id), -- whose reading is shown
		record    BLOB -- JSON; NULL once it is gone
	) STRICT;
	CREATE INDEX records_group ON records (grp);
	CREATE INDEX records_meeting ON records (meeting);
	CREATE INDEX records_held ON records (council, label, committee, body, kind, date) WHERE record IS NOT NULL; -- covers Coverage

	CREATE TABLE carriers (
		id       TEXT NOT NULL REFERENCES records(id),
		document INTEGER NOT NULL REFERENCES documents(id),
		shown    INTEGER NOT NULL,
		PRIMARY KEY (id, document)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX carriers_document ON carriers (document);

	CREATE TABLE meetings (
		id        TEXT PRIMARY KEY,
		council   TEXT NOT NULL, -- slug
		label     TEXT NOT NULL,
		committee TEXT NOT NULL, -- slug
		body      TEXT NOT NULL,
		date      TEXT NOT NULL,
		time      TEXT NOT NULL,
		venue     TEXT NOT NULL,
		counts    TEXT NOT NULL -- JSON: kind to number
	) STRICT;
	CREATE INDEX meetings_date ON meetings (date, id);

	-- files that were not kept
	CREATE TABLE skips (
		path   TEXT PRIMARY KEY,
		reason TEXT NOT NULL,
		seen   TEXT NOT NULL
	) STRICT;

	`,
	`
	-- one more with each transaction that wrote anything
	ALTER TABLE state ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
	`,
	`
	-- what is unsure, for people to look at: of a record that is shown, or of a
	-- paper itself where record is ''
	CREATE TABLE doubts (
		document   INTEGER NOT NULL REFERENCES documents(id),
		record     TEXT NOT NULL,
		page       INTEGER NOT NULL, -- from 1; 0 where it is not known
		field      TEXT NOT NULL,
		stated     INTEGER NOT NULL,
		confidence REAL NOT NULL,
		because    TEXT NOT NULL,
		worth      REAL NOT NULL,
		council    TEXT NOT NULL -- slug
	) STRICT;
	CREATE INDEX doubts_worth ON doubts (worth);
	CREATE INDEX doubts_record ON doubts (record);
	CREATE INDEX doubts_document ON doubts (document);
	`,
	`
	-- the remedies and recommendations of every record that is shown
	CREATE TABLE remedies (
		id        INTEGER PRIMARY KEY AUTOINCREMENT, -- no number is given out twice
		document  INTEGER NOT NULL REFERENCES documents(id),
		record    TEXT NOT NULL REFERENCES records(id),
		what      TEXT NOT NULL, -- 'remedy' or 'recommendation'
		n         INTEGER NOT NULL, -- which one of the record, from 1
		kind      TEXT NOT NULL, -- of the record, as the next ones
		title     TEXT NOT NULL,
		council   TEXT NOT NULL, -- as it styles itself
		committee TEXT NOT NULL,
		date      TEXT NOT NULL,
		services  TEXT NOT NULL, -- joined by ;
		finding   TEXT NOT NULL,
		kinds     TEXT NOT NULL, -- joined by ;
		refs      TEXT NOT NULL, -- joined by ;
		status    TEXT NOT NULL,
		due       TEXT NOT NULL,
		remedy    TEXT NOT NULL -- JSON
	) STRICT;
	CREATE INDEX remedies_counted ON remedies (record, id, document, what, kind, council, committee, date, services, finding, kinds, status, due); -- covers countRemedies
	-- by words; a row's number is its remedy's
	CREATE VIRTUAL TABLE remedy_words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'porter unicode61');
	-- one more with each transaction that changed the list of remedies
	ALTER TABLE state ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
	`,
	`
	-- the rules by which remedy_words was filled; '' is others than any
	ALTER TABLE state ADD COLUMN worded TEXT NOT NULL DEFAULT '';
	`,
}

// The last versions in which doubts and remedies were not listed.
const (
	beforeDoubts   = 2
	beforeRemedies = 3
)

// fills list what the records already say, in a table that the migration from
// a version has made.
var fills = map[int]func(*sql.Tx) error{beforeDoubts: listDoubts, beforeRemedies: listRemedies}

// migrate brings the file to the version this program writes. Each step is one
// transaction, so a kill leaves the step done or not begun; two processes that
// open the file at once do each step once.
func migrate(db *sql.DB) error {
	for tries := 0; ; tries++ {
		done, err := migrateStep(db)
		// A new file turns to its write-ahead log under a lock for which
		// SQLite does not wait, whatever the busy timeout.
		if busy := new(sqlite.Error); errors.As(err, &busy) && busy.Code()&0xff == sqlite3.SQLITE_BUSY && tries < 200 {
			time.Sleep(50 * time.Millisecond)
			continue
		}
		if err != nil {
			return fmt.Errorf("catalogue: %w", err)
		}
		if done {
			return nil
		}
	}
}

func migrateStep(db *sql.DB) (done bool, err error) {
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // does nothing once it is committed
	var app, version, tables int
	if err := tx.QueryRow(`PRAGMA application_id`).Scan(&app); err != nil {
		return false, err
	}
	if err := tx.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		return false, err
	}
	if err := tx.QueryRow(`SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return false, err
	}
	switch {
	case app != applicationID && tables > 0:
		return false, fmt.Errorf("this file is some other program's database, not an archive's catalogue")
	case version > len(migrations):
		return false, fmt.Errorf("this archive was written by a newer Moothall (its format is %d, this program knows up to %d): "+
			"use the newer program, or another --data folder", version, len(migrations))
	case version == len(migrations):
		if fresh, err := wordRemedies(tx); err != nil || fresh {
			return true, err
		}
		return true, tx.Commit()
	}
	if _, err := tx.Exec(migrations[version]); err != nil {
		return false, fmt.Errorf("from format %d: %w", version, err)
	}
	if fill := fills[version]; fill != nil {
		if err := fill(tx); err != nil {
			return false, fmt.Errorf("from format %d: %w", version, err)
		}
	}
	if _, err := tx.Exec(fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, version+1)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}
