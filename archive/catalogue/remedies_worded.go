package catalogue

import (
	"context"
	"database/sql"
	"fmt"

	"moothall/archive"
)

// What a remedy is found by is made when it is listed, and by rules: whose
// telephone number or home is withheld must not be found either. So when the
// rules change every row's words are made anew. They cannot be compared with
// what they should be, for the table keeps where words stand and no text.

// wordedBy names the rules by which the words of remedies are made now: how
// words are taken from a row (raise the first number when that changes), and
// what is withheld from them.
func wordedBy() string { return fmt.Sprintf("1/%d", archive.MaskingVersion) }

// wordRemedies makes the words of every listed remedy anew where they were
// made by other rules. fresh says that there was nothing to do.
func wordRemedies(of *sql.Tx) (fresh bool, err error) {
	t := &tx{Tx: of, ctx: context.Background()}
	if fresh, err = t.worded(); err != nil || fresh {
		return fresh, err
	}
	if err := t.exec(`INSERT INTO remedy_words (remedy_words) VALUES ('delete-all')`); err != nil {
		return false, err
	}
	records, err := column[archive.ID](t, `SELECT DISTINCT record FROM remedies`)
	if err != nil {
		return false, err
	}
	for _, record := range records {
		rows, err := t.listedOf(record)
		if err != nil {
			return false, err
		}
		for _, r := range rows {
			if err := t.wordRemedy(r.id, r.remedyRow); err != nil {
				return false, err
			}
		}
	}
	return false, t.exec(`UPDATE state SET worded = ?`, wordedBy())
}

// worded reports whether the words of remedies were made by the rules of now.
func (t *tx) worded() (bool, error) {
	var by string
	err := t.queryRow(`SELECT worded FROM state`).Scan(&by)
	return by == wordedBy(), err
}
