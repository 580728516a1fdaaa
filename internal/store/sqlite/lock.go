package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	"tracuu/internal/store"
)

// lockName is a database that stays empty: only its file lock is used.
const lockName = "crawler.lock"

// processLock is an exclusive transaction that lives as long as the process.
// The operating system drops it with the process, so no kill leaves it stale,
// and SQLite takes it in the same way on every system.
type processLock struct {
	db   *sql.DB
	conn *sql.Conn
}

func acquire(ctx context.Context, dir string) (*processLock, error) {
	path := filepath.Join(dir, lockName)
	db, err := sql.Open("sqlite", dsn(path, url.Values{"_pragma": {"busy_timeout(500)"}}))
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	conn, err := db.Conn(ctx)
	if err == nil {
		_, err = conn.ExecContext(ctx, "BEGIN EXCLUSIVE")
		if err != nil {
			err = errors.Join(err, conn.Close())
		}
	}
	if err == nil {
		return &processLock{db: db, conn: conn}, nil
	}
	closed := db.Close()
	if isBusy(err) {
		return nil, fmt.Errorf("lock %s: %w", path, store.ErrLocked)
	}
	return nil, errors.Join(fmt.Errorf("lock %s: %w", path, wrap(err)), closed)
}

func (l *processLock) release() error {
	return errors.Join(l.conn.Close(), l.db.Close())
}
