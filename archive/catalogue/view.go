package catalogue

import (
	"context"
	"database/sql"
)

// A view is a transaction that only reads: everything asked of it is answered
// as of one moment.
type view struct {
	*sql.Tx
	ctx context.Context
}

// each scans every row of a query into dest and calls f, which may be nil,
// after each.
func (t *view) each(query string, f func(), dest ...any) error {
	rows, err := t.QueryContext(t.ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		if f != nil {
			f()
		}
	}
	return rows.Err()
}
