package sqlite

import (
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"

	"tracuu/internal/store"
)

// Result codes of SQLite (https://www.sqlite.org/rescode.html); the low byte
// of an extended code.
const (
	codeBusy   = 5
	codeLocked = 6
	codeFull   = 13
)

// errReadOnly is returned by the writing methods of a store opened for reading.
var errReadOnly = errors.New("the store was opened for reading only")

func code(err error) int {
	var e *driver.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

func isBusy(err error) bool {
	c := code(err)
	return c == codeBusy || c == codeLocked
}

// wrap gives the errors of the driver the names that callers know.
func wrap(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return store.ErrNotFound
	case code(err) == codeFull:
		return fmt.Errorf("%w: %w", store.ErrFull, err)
	}
	return err
}
