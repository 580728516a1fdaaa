package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// errOldSchema asks the reader's user to let a writer run first.
var errOldSchema = errors.New("its schema is older or newer than this program; run the crawler of the same version on it once")

// provider runs no Go migrations and logs nothing.
func provider(db *sql.DB) (*goose.Provider, error) {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, dir, goose.WithDisableGlobalRegistry(true))
}

// migrate brings the schema up to date.
func migrate(ctx context.Context, db *sql.DB) error {
	p, err := provider(db)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// checkSchema compares the schema with the newest migration without writing.
func checkSchema(ctx context.Context, db *sql.DB) error {
	p, err := provider(db)
	if err != nil {
		return err
	}
	var want int64
	for _, source := range p.ListSources() {
		want = max(want, source.Version)
	}
	var have int64
	err = db.QueryRowContext(ctx, "SELECT MAX(version_id) FROM "+goose.DefaultTablename).Scan(&have)
	if err != nil {
		return fmt.Errorf("%w (%w)", errOldSchema, err)
	}
	if have != want {
		return fmt.Errorf("%w (version %d, not %d)", errOldSchema, have, want)
	}
	return nil
}
