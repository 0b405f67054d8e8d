package catalogue

import (
	"bytes"
	"context"
	"fmt"
	"strings"
)

// A Checked is what Check found.
type Checked struct {
	Records  int      // that are shown
	Problems []string // for a person
}

// Check looks through the whole catalogue: whether the file is sound, and
// whether every record shown is what the readings kept give when they are
// settled anew. It changes nothing, and sees the catalogue as of one moment.
func (c *Catalogue) Check(ctx context.Context) (Checked, error) {
	var found Checked
	sqlTx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return found, fmt.Errorf("catalogue: check: %w", err)
	}
	defer sqlTx.Rollback() // nothing was written
	t := &tx{Tx: sqlTx, ctx: ctx}
	for _, step := range []func(*Checked) error{t.checkFile, t.checkNumbers, t.checkRecords} {
		if err := step(&found); err != nil {
			return found, fmt.Errorf("catalogue: check: %w", err)
		}
	}
	return found, nil
}

// checkFile has SQLite look at its own structures and at every reference.
func (t *tx) checkFile(found *Checked) error {
	said, err := column[string](t, `PRAGMA integrity_check`)
	if err != nil {
		return err
	}
	if len(said) != 1 || said[0] != "ok" {
		found.Problems = append(found.Problems, "the file is damaged: "+strings.Join(said, "; "))
	}
	astray, err := column[string](t, `SELECT DISTINCT "table" FROM pragma_foreign_key_check`)
	for _, table := range astray {
		found.Problems = append(found.Problems, "rows of "+table+" refer to something that is not there")
	}
	return err
}

// checkNumbers looks at the numbers of changes.
func (t *tx) checkNumbers(found *Checked) error {
	var last, highest uint64
	if err := t.queryRow(`SELECT (SELECT seq FROM state), coalesce(max(seq), 0) FROM records`).Scan(&last, &highest); err != nil {
		return err
	}
	if highest > last {
		found.Problems = append(found.Problems, fmt.Sprintf("a record has the change number %d, the last given out is %d", highest, last))
	}
	return nil
}

// checkRecords settles every group of readings anew.
func (t *tx) checkRecords(found *Checked) error {
	groups, err := column[string](t, `SELECT grp FROM readings UNION SELECT grp FROM records WHERE record IS NOT NULL`)
	if err != nil {
		return err
	}
	for _, group := range groups {
		settled, gone, err := t.resettle(group)
		if err != nil {
			return err
		}
		for _, r := range settled {
			switch {
			case r.was.record == nil:
				found.Problems = append(found.Problems, r.id+" is read from a document and not shown")
			case !bytes.Equal(r.was.record, r.now.record):
				found.Problems = append(found.Problems, r.id+" is not shown as it is read")
			}
			if listed, err := t.doubtsListed(r.settled); err != nil {
				return err
			} else if !listed {
				found.Problems = append(found.Problems, "what is unsure of "+r.id+" is not listed for review as it is read")
			}
			if listed, err := t.remediesListed(r.settled); err != nil {
				return err
			} else if !listed {
				found.Problems = append(found.Problems, "the remedies of "+r.id+" are not listed as it has them")
			}
		}
		for id := range gone {
			found.Problems = append(found.Problems, id+" is shown and read from no document")
		}
	}
	var stray int
	err = t.queryRow(`SELECT count(DISTINCT x.record) FROM remedies x JOIN records r ON r.id = x.record WHERE r.record IS NULL`).Scan(&stray)
	if err != nil {
		return err
	}
	if stray > 0 {
		found.Problems = append(found.Problems, fmt.Sprintf("remedies of %d records that are gone are still listed", stray))
	}
	worded, err := t.worded()
	if err != nil {
		return err
	}
	if !worded {
		found.Problems = append(found.Problems, "the words by which remedies are found were made by another Moothall's rules for what is withheld; this one makes them anew when it is started")
	}
	return t.queryRow(`SELECT count(*) FROM records WHERE record IS NOT NULL`).Scan(&found.Records)
}
