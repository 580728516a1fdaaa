package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"

	"tracuu/internal/store"
)

// maxTableCursor bounds a cursor, in bytes.
const maxTableCursor = 2 << 10

// tableCursor is where a page of a table ended, as it is passed around: JSON behind a digest of
// it and of the question. The digest is no secret: a cursor only says where to go
// on, so one that somebody makes shows nothing that the table does not. It keeps
// cursors from being used with another question, cut or mistyped.
type tableCursor struct {
	Key string `json:"k"`
	ID  string `json:"i"`
	Pos int    `json:"p"`
}

// table is the name of a table, which keeps its cursors from the others.
type table string

const (
	targetsTable     table = "targets"
	assignmentsTable table = "assignments"
	missingTable     table = "missing"
)

// cursorAt is the cursor behind a row of a table.
func (l listing) cursorAt(t table, p store.Position) (string, error) {
	raw, err := json.Marshal(tableCursor(p))
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.Strict().EncodeToString(append(l.digest(t, raw), raw...)), nil
}

// digestBytes is how much of a digest a cursor carries.
const digestBytes = 9

func (l listing) digest(t table, raw []byte) []byte {
	sum := sha256.Sum256([]byte(strings.Join([]string{"tracuu", string(t), l.values().Encode(), string(raw)}, "\n")))
	return sum[:digestBytes]
}

// position reads the cursor back; nil for the first page.
func (l listing) position(t table) (*store.Position, error) {
	if l.Cursor == "" {
		return nil, nil
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(l.Cursor)
	var at tableCursor
	if err != nil || len(l.Cursor) > maxTableCursor || len(raw) <= digestBytes ||
		!bytes.Equal(raw[:digestBytes], l.digest(t, raw[digestBytes:])) || json.Unmarshal(raw[digestBytes:], &at) != nil {
		return nil, errCursor()
	}
	p := store.Position(at)
	return &p, nil
}

func errCursor() error {
	return &FieldError{"cursor", "không phải là mốc trang của câu hỏi này: hãy bắt đầu lại từ trang đầu"}
}

// page is the part of a table that is asked for.
func (l listing) page(t table) (store.Page, error) {
	name, desc := strings.CutPrefix(l.Sort, "-")
	at, err := l.position(t)
	return store.Page{Order: store.Order(name), Desc: desc, After: at, Limit: l.Limit}, err
}

// cursorFault gives the error of a store about a position its place in the
// question.
func cursorFault(err error) error {
	if errors.Is(err, store.ErrPosition) {
		return errCursor()
	}
	return err
}
