package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tracuu/internal/store/identity"
)

const nameColumns = `n.id, n.group_key, n.type, n.no, n.number_year, n.symbol, n.canonical, n.year, n.issuer_key, n.latest, n.document_id, n.owns`

func scanName(r scanner) (identity.Name, error) {
	var n identity.Name
	err := r.Scan(&n.ID, &n.Group, &n.Number.Type, &n.Number.No, &n.Number.Year, &n.Number.Symbol, &n.Number.Canonical,
		&n.Year, &n.Issuer, &n.Latest, &n.DocumentID, &n.Owns)
	return n, err
}

// namesOf lists the names that an article's mentions use.
func (t *tx) namesOf(ctx context.Context, articleID string) ([]identity.Name, error) {
	return list(ctx, t, scanName, "SELECT "+nameColumns+` FROM names n WHERE n.id IN
		(SELECT name_id FROM mentions WHERE article_id = ?) ORDER BY n.id`, articleID)
}

// storeName returns the stored name that tells the same, a new one if needed.
func (t *tx) storeName(ctx context.Context, n identity.Name) (identity.Name, error) {
	_, err := t.exec(ctx, `INSERT INTO names
		(group_key, bare, level, type, no, number_year, symbol, canonical, year, issuer_key, latest, document_id, owns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0) ON CONFLICT (group_key, type, year, issuer_key, latest) DO NOTHING`,
		n.Group, flag(n.Bare()), n.Level(), n.Number.Type, n.Number.No, n.Number.Year, n.Number.Symbol,
		n.Number.Canonical, n.Year, n.Issuer, n.Latest)
	if err != nil {
		return n, err
	}
	return scanName(t.QueryRowContext(ctx, "SELECT "+nameColumns+` FROM names n WHERE n.group_key = ? AND n.type = ?
		AND n.year = ? AND n.issuer_key = ? AND n.latest = ?`, n.Group, n.Number.Type, n.Year, n.Issuer, n.Latest))
}

// settle drops the names that no mention uses any more, resolves the others
// and refreshes every document that they touch.
func (t *tx) settle(ctx context.Context, was, now []identity.Name) error {
	var gone []identity.Name
	touched := map[string]bool{}
	for _, n := range was {
		touched[n.DocumentID] = true
		dropped, err := t.dropUnused(ctx, n)
		if err != nil {
			return fmt.Errorf("unused name %s: %w", n.OwnID(), err)
		}
		if dropped {
			gone = append(gone, n)
		}
	}
	ids, err := identity.Settle(ctx, (*ledger)(t), now, gone)
	if err != nil {
		return err
	}
	for _, id := range ids {
		touched[id] = true
	}
	for _, n := range now {
		touched[n.DocumentID] = true
	}
	delete(touched, "")
	return t.refresh(ctx, touched)
}

func (t *tx) dropUnused(ctx context.Context, n identity.Name) (bool, error) {
	var one int
	err := t.QueryRowContext(ctx, "SELECT 1 FROM mentions WHERE name_id = ? LIMIT 1", n.ID).Scan(&one)
	if !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	_, err = t.exec(ctx, "DELETE FROM names WHERE id = ?", n.ID)
	return true, err
}

// ledger is a transaction as the resolution sees it.
type ledger tx

var _ identity.Ledger = (*ledger)(nil)

// agrees is Name.Agrees in SQL; its arguments are those of agreeArgs.
const agrees = ` AND (n.year = 0 OR ? = 0 OR n.year = ?) AND (n.issuer_key = '' OR ? = '' OR n.issuer_key = ?)
	AND (? = 0 OR n.year <= ?) AND (n.latest = 0 OR ? <= n.latest)`

func agreeArgs(n identity.Name) []any {
	return []any{n.Year, n.Year, n.Issuer, n.Issuer, n.Latest, n.Latest, n.Year}
}

// ownersQuery lists the document ids of the owning names that n may stand for.
// The two halves are apart, so that each walks its own index.
func ownersQuery(n identity.Name) (string, []any) {
	query := `SELECT DISTINCT n.document_id FROM names n WHERE n.group_key = ? AND n.owns = 1 AND n.level < ?` + agrees
	args := append([]any{n.Group, n.Level()}, agreeArgs(n)...)
	if n.Bare() {
		query += ` UNION SELECT n.document_id FROM names n
			WHERE n.no = ? AND n.type IN (?, ?) AND n.bare = 0 AND n.owns = 1` + agrees
		args = append(args, n.Number.No, n.Number.Type, untyped(n.Number.Type))
		args = append(args, agreeArgs(n)...)
	}
	return query + " ORDER BY 1 LIMIT ?", args
}

// untyped is the further type that names with symbol may have for a bare one
// of type code: none, for a công văn.
func untyped(code string) string {
	if code == "CV" {
		return ""
	}
	return code
}

// Owners implements identity.Ledger.
func (l *ledger) Owners(ctx context.Context, n identity.Name, limit int) ([]string, error) {
	query, args := ownersQuery(n)
	return list(ctx, (*tx)(l), scanString, query, append(args, limit)...)
}

// Dependants implements identity.Ledger.
func (l *ledger) Dependants(ctx context.Context, n identity.Name) ([]identity.Name, error) {
	found, err := list(ctx, (*tx)(l), scanName, "SELECT "+nameColumns+" FROM names n WHERE n.group_key = ? AND n.level > ?"+agrees,
		append([]any{n.Group, n.Level()}, agreeArgs(n)...)...)
	if err != nil || n.Bare() {
		return found, err
	}
	code := n.Number.Type
	if code == "" {
		code = "CV"
	}
	bare, err := list(ctx, (*tx)(l), scanName, "SELECT "+nameColumns+" FROM names n WHERE n.no = ? AND n.type = ? AND n.bare = 1"+agrees,
		append([]any{n.Number.No, code}, agreeArgs(n)...)...)
	return append(found, bare...), err
}

// Assign implements identity.Ledger.
func (l *ledger) Assign(ctx context.Context, n identity.Name) error {
	_, err := (*tx)(l).exec(ctx, "UPDATE names SET document_id = ?, owns = ? WHERE id = ?", n.DocumentID, flag(n.Owns), n.ID)
	return err
}

// candidates lists the documents that an ambiguous name may stand for.
func candidates(ctx context.Context, q querier, n identity.Name) ([]string, error) {
	query, args := ownersQuery(n)
	return list(ctx, q, scanString, query, append(args, maxCandidates)...)
}

// maxCandidates bounds the list shown for an ambiguous mention.
const maxCandidates = 20
