package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store/identity"
)

const documentColumns = `d.id, d.type, d.no, d.number_year, d.symbol, d.canonical, d.year, d.issuer, d.issued, d.title, d.status`

func scanDocument(r scanner) (model.Document, error) {
	var d model.Document
	return d, r.Scan(documentFields(&d)...)
}

func documentFields(d *model.Document) []any {
	return []any{
		&d.ID, &d.Number.Type, &d.Number.No, &d.Number.Year, &d.Number.Symbol, &d.Number.Canonical, &d.Year,
		&d.Issuer,
		day{&d.Issued},
		&d.Title, &d.Status,
	}
}

// teller is the place that tells of a document best.
type teller struct {
	articleID string
	pos       int
}

// refresh brings the rows of documents in line with the names that are
// resolved to them; a document without a name vanishes.
func (t *tx) refresh(ctx context.Context, ids map[string]bool) error {
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		names, err := list(ctx, t, scanName, "SELECT "+nameColumns+" FROM names n WHERE n.document_id = ? ORDER BY n.id", id)
		if err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
		if len(names) == 0 {
			err = t.deleteDocument(ctx, id)
		} else {
			err = t.refreshOne(ctx, id, names)
		}
		if err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
	}
	return nil
}

func (t *tx) deleteDocument(ctx context.Context, id string) error {
	done, err := t.exec(ctx, "DELETE FROM documents WHERE id = ?", id)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return t.changed(ctx, model.DocumentChanged, id, true)
}

func (t *tx) refreshOne(ctx context.Context, id string, names []identity.Name) error {
	next, by, err := t.describe(ctx, id, names)
	if err != nil {
		return err
	}
	var was teller
	stored := model.Document{}
	err = t.QueryRowContext(ctx, "SELECT "+documentColumns+", d.told_by, d.told_at FROM documents d WHERE d.id = ?", id).
		Scan(append(documentFields(&stored), &was.articleID, &was.pos)...)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if stored == next && was == by {
		return nil
	}
	if err := t.putDocument(ctx, next, by); err != nil || stored == next && was.articleID == by.articleID {
		return err
	}
	return t.changed(ctx, model.DocumentChanged, id, false)
}

func (t *tx) putDocument(ctx context.Context, d model.Document, by teller) error {
	n := d.Number
	_, err := t.exec(ctx, `INSERT INTO documents
		(id, type, no, number_year, symbol, canonical, symbol_fold, year, issuer, issued, title, status, told_by, told_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET type = excluded.type, no = excluded.no, number_year = excluded.number_year,
			symbol = excluded.symbol, canonical = excluded.canonical, symbol_fold = excluded.symbol_fold,
			year = excluded.year, issuer = excluded.issuer, issued = excluded.issued, title = excluded.title,
			status = excluded.status, told_by = excluded.told_by, told_at = excluded.told_at`,
		d.ID, n.Type, n.No, n.Year, n.Symbol, n.Canonical, docnum.FoldSymbol(n.Symbol), d.Year, d.Issuer,
		d.Issued.String(), d.Title, d.Status, by.articleID, by.pos)
	return err
}

// describe makes a document from the mentions that tell best: of all for title
// and status, of those that state them for date, issuer and type.
func (t *tx) describe(ctx context.Context, id string, names []identity.Name) (model.Document, teller, error) {
	d := model.Document{ID: id}
	var by teller
	var first, typed, issued, issuer string // tell keys of the best so far
	for _, n := range names {
		tell, at, title, err := t.bestTeller(ctx, n.ID)
		if err != nil {
			return d, by, err
		}
		if first == "" || tell < first {
			first, by, d.Title = tell, at, title
		}
		if n.Owns && (typed == "" || n.Number.Type != "" && (d.Number.Type == "" || tell < typed)) {
			typed, d.Number, d.Year = tell, n.Number, n.Year
		}
		if err := t.bestValue(ctx, n.ID, "issued", &issued, day{&d.Issued}); err != nil {
			return d, by, err
		}
		if n.Owns && n.Issuer != "" {
			if err := t.bestValue(ctx, n.ID, "issuer", &issuer, &d.Issuer); err != nil {
				return d, by, err
			}
		}
	}
	d.Status = identity.Status(first)
	return d, by, nil
}

// bestTeller finds the mention of a name that tells best.
func (t *tx) bestTeller(ctx context.Context, nameID int64) (tell string, at teller, title string, err error) {
	err = t.QueryRowContext(ctx, `SELECT m.tell, m.article_id, m.pos, a.title FROM mentions m
		JOIN articles a ON a.id = m.article_id WHERE m.name_id = ? ORDER BY m.tell LIMIT 1`, nameID).
		Scan(&tell, &at.articleID, &at.pos, &title)
	return tell, at, title, err
}

// bestValue reads column from the best-telling mention that states it, when
// that one tells better than the key in tell.
func (t *tx) bestValue(ctx context.Context, nameID int64, column string, tell *string, dest any) error {
	var found string
	err := t.QueryRowContext(ctx, "SELECT m.tell FROM mentions m WHERE m.name_id = ? AND m."+column+" <> '' ORDER BY m.tell LIMIT 1", nameID).
		Scan(&found)
	if errors.Is(err, sql.ErrNoRows) || err == nil && *tell != "" && *tell <= found {
		return nil
	}
	if err != nil {
		return err
	}
	*tell = found
	return t.QueryRowContext(ctx, "SELECT m."+column+" FROM mentions m WHERE m.name_id = ? AND m.tell = ?", nameID, found).Scan(dest)
}
