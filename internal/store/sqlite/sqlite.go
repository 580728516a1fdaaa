package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tracuu/internal/store"
)

// FileName is the name of the database inside the data folder.
const FileName = "store.db"

// Options of Open.
type Options struct {
	// ReadOnly opens an existing store beside its writer. Its writing methods
	// return an error.
	ReadOnly bool
}

// Store implements store.Store.
type Store struct {
	write *sql.DB // one connection; nil when read-only
	read  *reader
	lock  *processLock // nil when read-only
}

var _ store.Store = (*Store)(nil)

// Open opens the store of a data folder.
//
// For writing it makes the folder and the file when they are absent, brings
// the schema up to date and holds the folder's lock until Close or the end of
// the process, however that comes; store.ErrLocked tells that another process
// holds it. For reading, store.ErrNotFound tells that the folder has no store.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("data folder %s: %w", dir, err)
	}
	if o.ReadOnly {
		return openReader(ctx, abs)
	}
	return openWriter(ctx, abs)
}

func openReader(ctx context.Context, dir string) (*Store, error) {
	path := filepath.Join(dir, FileName)
	if _, err := fs.Stat(os.DirFS(dir), FileName); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("store %s: %w", path, store.ErrNotFound)
		}
		return nil, fmt.Errorf("store: %w", err)
	}
	read, err := openDB(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if err := checkSchema(ctx, read.DB); err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, wrap(err)), read.Close())
	}
	return &Store{read: read}, nil
}

func openWriter(ctx context.Context, dir string) (_ *Store, err error) {
	if err := os.MkdirAll(dir, 0o750); err != nil { //nolint:gosec // the operator names the folder
		return nil, fmt.Errorf("data folder: %w", err)
	}
	lock, err := acquire(ctx, dir)
	if err != nil {
		return nil, fmt.Errorf("data folder %s: %w", dir, err)
	}
	s := &Store{lock: lock}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	path := filepath.Join(dir, FileName)
	if s.write, err = sql.Open("sqlite", writerDSN(path)); err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	s.write.SetMaxOpenConns(1)
	if err := migrate(ctx, s.write); err != nil {
		return nil, fmt.Errorf("schema of %s: %w", path, wrap(err))
	}
	if err := buryLeases(ctx, s.write); err != nil {
		return nil, fmt.Errorf("leases of %s: %w", path, wrap(err))
	}
	if s.read, err = openDB(path); err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if err := s.keyBacklog(ctx); err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return s, nil
}

// Close closes the database and gives the lock back. Closing twice is fine.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.release())
		s.lock = nil
	}
	return errors.Join(errs...)
}
