package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tracuu/internal/model"
)

// tx is a write transaction. It numbers the changes made in it, and prepares
// each statement once: a page runs the same few for every mention and link.
type tx struct {
	inner    *sql.Tx
	prepared map[string]*sql.Stmt // closed by the end of inner
	seq      int64                // last number taken; 0: not read yet
}

func (t *tx) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.inner.PrepareContext(ctx, query)
	if err == nil {
		t.prepared[query] = s
	}
	return s, err
}

// exec runs a statement.
func (t *tx) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := t.prepare(ctx, query) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext implements querier.
func (t *tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.prepare(ctx, query) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext implements querier.
func (t *tx) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := t.prepare(ctx, query) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return t.inner.QueryRowContext(ctx, query, args...) // its Row carries the error
	}
	return s.QueryRowContext(ctx, args...)
}

// update runs fn in a transaction that is kept when fn returns nil.
func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	if s.write == nil {
		return errReadOnly
	}
	began, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return wrap(err)
	}
	if err := fn(&tx{inner: began, prepared: map[string]*sql.Stmt{}}); err != nil {
		undone := began.Rollback()
		// A full disk has already ended the transaction.
		if errors.Is(undone, sql.ErrTxDone) || code(err) == codeFull {
			undone = nil
		}
		return errors.Join(wrap(err), undone)
	}
	return wrap(began.Commit())
}

// changed gives (kind, id) the next number of the sequence.
func (t *tx) changed(ctx context.Context, kind model.ChangeKind, id string, deleted bool) error {
	if t.seq == 0 {
		// The newest change keeps its row until a newer one, so the largest
		// number is never lost.
		if err := t.QueryRowContext(ctx, "SELECT COALESCE(MAX(seq), 0) FROM changes").Scan(&t.seq); err != nil {
			return fmt.Errorf("change sequence: %w", err)
		}
	}
	t.seq++
	_, err := t.exec(ctx, `INSERT INTO changes (kind, id, seq, deleted) VALUES (?, ?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, deleted = excluded.deleted`,
		kind, id, t.seq, flag(deleted))
	if err != nil {
		return fmt.Errorf("change of %s %s: %w", kind, id, err)
	}
	return nil
}

// flag stores a truth as 0 or 1, which every engine has.
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// querier is what reads need, inside a transaction or outside.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// list runs a query and scans every row with scan.
func list[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) (_ []T, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, wrap(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	out := []T{} // not nil: an empty list is [] in JSON
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, wrap(rows.Err())
}

// scanner is a row, of one or of many.
type scanner interface{ Scan(dest ...any) error }

func scanString(r scanner) (string, error) {
	var s string
	err := r.Scan(&s)
	return s, err
}

// day scans an ISO day into a model.Date.
type day struct{ *model.Date }

// Scan implements sql.Scanner.
func (d day) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a day is stored as text, not %T", v)
	}
	return d.UnmarshalText([]byte(s))
}
