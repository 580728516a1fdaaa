package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tracuu/internal/store"
)

// Backup writes a whole, packed copy of the database of a data folder to a file
// that is not there yet. It is one moment of the store: a crawler may go on
// writing. store.ErrNotFound: the folder has no store.
func Backup(ctx context.Context, dir, to string) (err error) {
	path, err := filepath.Abs(filepath.Join(dir, FileName))
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("store %s: %w", path, store.ErrNotFound)
	}
	db, err := sql.Open("sqlite", backupDSN(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return fmt.Errorf("copy %s to %s: %w", path, to, wrap(err))
	}
	return nil
}
