package search

import (
	"context"
	"iter"

	"tracuu/internal/store"
)

// positioned is a row of a list of the store.
type positioned interface{ At() store.Position }

// fetch reads a part of a list.
type fetch[R positioned] func(ctx context.Context, p store.Page) ([]R, error)

// onePage reads the page of a table that is asked for, and the cursor of the
// next, which is empty at the end.
func onePage[R positioned](ctx context.Context, l listing, t table, read fetch[R]) ([]R, string, error) {
	page, err := l.page(t)
	if err != nil {
		return nil, "", err
	}
	page.Limit++ // one more tells whether there is a next page
	rows, err := read(ctx, page)
	if err != nil || len(rows) < page.Limit {
		return rows, "", cursorFault(err)
	}
	rows = rows[:len(rows)-1]
	next, err := l.cursorAt(t, rows[len(rows)-1].At())
	return rows, next, err
}

// exportPart is how many rows are read from the store at once.
const exportPart = 1000

// every walks a whole table, a part at a time, so that nothing of the store is
// held between two rows. failed is why it cannot begin.
func every[R positioned, Row any](ctx context.Context, l listing, t table, failed error, read fetch[R], shape func(R) Row) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		l.Cursor, l.Limit = "", exportPart
		page, err := l.page(t)
		if failed != nil {
			err = failed
		}
		for err == nil {
			var rows []R
			if rows, err = read(ctx, page); err != nil {
				break
			}
			for _, r := range rows {
				if !yield(shape(r), nil) {
					return
				}
			}
			if len(rows) < page.Limit {
				return
			}
			last := rows[len(rows)-1].At()
			page.After = &last
		}
		var none Row
		yield(none, err)
	}
}
