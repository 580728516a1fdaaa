package sqlite

import (
	"context"
	"database/sql"
	"runtime"
	"sync"
)

// maxPrepared bounds the statements that are kept prepared; texts with lists of
// any length in them would be without end.
const maxPrepared = 100

// reader asks the database over a few connections. It prepares each statement
// once a connection: reading SQL takes longer than most answers.
type reader struct {
	*sql.DB
	mu       sync.Mutex
	prepared map[string]*sql.Stmt
}

func openDB(path string) (*reader, error) {
	db, err := sql.Open("sqlite", readerDSN(path))
	if err != nil {
		return nil, err
	}
	connections := max(4, runtime.NumCPU())
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return &reader{DB: db, prepared: map[string]*sql.Stmt{}}, nil
}

// statement returns a prepared statement, nil when there is no room for it or it
// cannot be prepared now: asking plainly tells why. Nothing is held while it waits
// for a connection.
func (r *reader) statement(ctx context.Context, query string) *sql.Stmt {
	r.mu.Lock()
	s, known := r.prepared[query]
	full := len(r.prepared) >= maxPrepared
	r.mu.Unlock()
	if known || full {
		return s
	}
	s, err := r.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept until the database is closed
	if err != nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if first, known := r.prepared[query]; known { // another was faster
		_ = s.Close() //nolint:sqlclosecheck // of two, one is kept
		return first
	}
	r.prepared[query] = s // closed with the database
	return s
}

// QueryContext implements querier.
func (r *reader) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := r.statement(ctx, query); s != nil { //nolint:sqlclosecheck // kept
		return s.QueryContext(ctx, args...)
	}
	return r.DB.QueryContext(ctx, query, args...)
}

// QueryRowContext implements querier.
func (r *reader) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if s := r.statement(ctx, query); s != nil { //nolint:sqlclosecheck // kept
		return s.QueryRowContext(ctx, args...)
	}
	return r.DB.QueryRowContext(ctx, query, args...)
}
