package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// factQuery lists facts of a table with where they stand. The keys are chosen
// and ordered first, alone, so that only the rows of the page are joined.
func factQuery(table, columns string, c *conditions, s sorting) string {
	return `SELECT ` + columns + `, p.key, k.pos, k.series, a.id, a.title, a.url, k.portal, a.place, k.posted,
		(SELECT MAX(c.taken_at) FROM article_captures ac JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = a.id),
		(SELECT leader FROM copies WHERE article_id = a.id AND leader <> a.id), ` + documentColumns + `
		FROM (SELECT k.kind, k.article_id, k.pos, ` + s.key + ` AS key FROM fact_keys k
			WHERE ` + c.String() + s.order("k.article_id, k.pos") + ` LIMIT ?) p
		JOIN fact_keys k ON k.kind = p.kind AND k.article_id = p.article_id AND k.pos = p.pos
		JOIN ` + table + ` f ON f.article_id = k.article_id AND f.pos = k.pos
		JOIN articles a ON a.id = k.article_id
		LEFT JOIN names n ON n.id = k.name_id LEFT JOIN documents d ON d.id = n.document_id` + s.order("k.article_id, k.pos")
}

// factRow scans what factQuery adds to the columns of a fact.
type factRow struct {
	at       store.FactAt
	key      any
	pos      int
	series   int
	captured sql.NullInt64
	copyOf   sql.NullString
	document nullDocument
}

func (r *factRow) fields() []any {
	at := &r.at
	return append([]any{
		&r.key, &r.pos, &r.series, &at.ArticleID, &at.ArticleTitle, &at.ArticleURL, &at.Portal, &at.ArticlePlace, day{&at.Published}, &r.captured, &r.copyOf,
	}, r.document.fields()...)
}

func (r *factRow) told(s sorting) store.FactAt {
	r.at.Captured = instant(r.captured.Int64)
	r.at.CopyOf = r.copyOf.String
	r.at.Document = r.document.document()
	r.at.Position = s.position(r.key, r.at.ArticleID, r.pos)
	return r.at
}

// nullDocument scans documentColumns of a LEFT JOIN.
type nullDocument struct {
	id, typ, no, symbol, canonical, issuer, issued, title, status sql.NullString
	numberYear, year                                              sql.NullInt64
}

func (d *nullDocument) fields() []any {
	return []any{&d.id, &d.typ, &d.no, &d.numberYear, &d.symbol, &d.canonical, &d.year, &d.issuer, &d.issued, &d.title, &d.status}
}

func (d *nullDocument) document() *model.Document {
	if !d.id.Valid {
		return nil
	}
	issued, err := model.ParseDate(d.issued.String)
	if err != nil {
		issued = model.Date{} // the store writes none but days
	}
	number := model.DocNumber{
		Type: d.typ.String, No: d.no.String, Year: int(d.numberYear.Int64), Symbol: d.symbol.String, Canonical: d.canonical.String,
	}
	return &model.Document{
		ID: d.id.String, Number: number, Year: int(d.year.Int64), Issuer: d.issuer.String, Issued: issued,
		Title: d.title.String, Status: model.Status(d.status.String),
	}
}

// Targets implements store.Lister.
func (s *Store) Targets(ctx context.Context, f store.TargetFilter, p store.Page) ([]store.TargetAt, error) {
	c := targetConditions(f)
	order, err := factSorting(p)
	if err == nil {
		err = order.behind(c, p.After, "k.article_id", "k.pos")
	}
	if err != nil {
		return nil, err
	}
	rows, err := list(ctx, s.read, func(r scanner) (store.TargetAt, error) {
		var g model.Target
		var row factRow
		fields := append(evidenceFields(&g.Evidence), targetFields(&g)...)
		if err := r.Scan(append(fields, row.fields()...)...); err != nil {
			return store.TargetAt{}, err
		}
		return store.TargetAt{Target: g, FactAt: row.told(order), Series: row.series}, nil
	}, factQuery("targets", of("f", evidenceColumns+", "+targetColumns), c, order), append(c.args, p.Limit)...)
	if err != nil {
		return nil, fmt.Errorf("list of targets: %w", err)
	}
	return rows, nil
}

// CountTargets implements store.Lister.
func (s *Store) CountTargets(ctx context.Context, f store.TargetFilter) (int, error) {
	return s.countFacts(ctx, targetConditions(f))
}

// Assignments implements store.Lister.
func (s *Store) Assignments(ctx context.Context, f store.AssignmentFilter, p store.Page) ([]store.AssignmentAt, error) {
	c := factConditions(assignmentFact, f.FactFilter)
	order, err := factSorting(p)
	if err == nil {
		err = order.behind(c, p.After, "k.article_id", "k.pos")
	}
	if err != nil {
		return nil, err
	}
	rows, err := list(ctx, s.read, func(r scanner) (store.AssignmentAt, error) {
		var g model.Assignment
		var row factRow
		fields := append(evidenceFields(&g.Evidence), &g.Agency, &g.Task, words{&g.Partners}, day{&g.Due})
		if err := r.Scan(append(fields, row.fields()...)...); err != nil {
			return store.AssignmentAt{}, err
		}
		return store.AssignmentAt{Assignment: g, FactAt: row.told(order)}, nil
	}, factQuery("assignments", of("f", evidenceColumns+", agency, task, partners, due"), c, order), append(c.args, p.Limit)...)
	if err != nil {
		return nil, fmt.Errorf("list of assignments: %w", err)
	}
	return rows, nil
}

// CountAssignments implements store.Lister.
func (s *Store) CountAssignments(ctx context.Context, f store.AssignmentFilter) (int, error) {
	return s.countFacts(ctx, factConditions(assignmentFact, f.FactFilter))
}

func (s *Store) countFacts(ctx context.Context, c *conditions) (n int, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT COUNT(*) FROM fact_keys k WHERE "+c.String(), c.args...).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("number of facts: %w", wrap(err))
	}
	return n, nil
}
