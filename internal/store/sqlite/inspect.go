package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"tracuu/internal/store"
)

// Inspection is what is found of a store without trusting it.
type Inspection struct {
	Schema, Newest int64    // version of the schema, and the one this program wants
	Damage         []string // what SQLite's quick check says, at most a few lines
}

// maxDamage bounds the lines of a quick check that are kept.
const maxDamage = 5

// Inspect reads the whole database of a data folder and tells what is wrong with
// it. It writes nothing, works beside a crawler and with a store of another
// version. store.ErrNotFound: there is none.
func Inspect(ctx context.Context, dir string) (in Inspection, err error) {
	if _, err := fs.Stat(os.DirFS(dir), FileName); errors.Is(err, fs.ErrNotExist) {
		return in, fmt.Errorf("store in %s: %w", dir, store.ErrNotFound)
	}
	abs, err := filepath.Abs(filepath.Join(dir, FileName))
	if err != nil {
		return in, err
	}
	db, err := sql.Open("sqlite", readerDSN(abs))
	if err != nil {
		return in, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	lines, err := list(ctx, db, scanString, fmt.Sprintf("PRAGMA quick_check(%d)", maxDamage))
	if err != nil {
		return in, fmt.Errorf("quick check of %s: %w", abs, err)
	}
	if len(lines) != 1 || lines[0] != "ok" {
		in.Damage = lines
		return in, nil
	}
	p, err := provider(db)
	if err != nil {
		return in, err
	}
	for _, source := range p.ListSources() {
		in.Newest = max(in.Newest, source.Version)
	}
	err = db.QueryRowContext(ctx, "SELECT MAX(version_id) FROM "+goose.DefaultTablename).Scan(&in.Schema)
	return in, wrap(err)
}
