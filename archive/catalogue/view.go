package catalogue

import (
	"context"
	"database/sql"
	"strings"
)

// A view is a transaction that only reads: everything asked of it is answered
// as of one moment.
type view struct {
	*sql.Tx
	ctx context.Context
}

// each scans every row of a query into dest and calls f, which may be nil,
// after each.
func (t *view) each(query string, args []any, f func(), dest ...any) error {
	rows, err := t.QueryContext(t.ctx, query, args...)
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

// anyOf is the condition that a column has one of the values, with its
// arguments; both are empty where there are no values.
func anyOf(column string, values []string) (where string, args []any) {
	if len(values) == 0 {
		return "", nil
	}
	for _, v := range values {
		args = append(args, v)
	}
	return column + " IN (?" + strings.Repeat(",?", len(values)-1) + ")", args
}
