package sqlite

import (
	"context"
	"fmt"

	"tracuu/internal/model"
)

// evidenceColumns stand in every table of facts, in the order of the two
// functions below.
const evidenceColumns = "span_start, span_end, quote, rule, confidence"

func evidenceValues(e model.Evidence) []any {
	return []any{e.Start, e.End, e.Quote, e.Rule, e.Confidence}
}

func evidenceFields(e *model.Evidence) []any {
	return []any{&e.Start, &e.End, &e.Quote, &e.Rule, &e.Confidence}
}

// writePlainFacts replaces the facts that name no document.
func (t *tx) writePlainFacts(ctx context.Context, a *model.Article) error {
	for _, table := range []string{"dates", "targets", "assignments"} {
		if _, err := t.exec(ctx, "DELETE FROM "+table+" WHERE article_id = ?", a.ID); err != nil {
			return fmt.Errorf("old %s: %w", table, err)
		}
	}
	for i, d := range a.Dates {
		err := t.insertFact(ctx, `INSERT INTO dates (`+evidenceColumns+`, article_id, pos, day_from, day_to)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, d.Evidence, a.ID, i, d.From.String(), d.To.String())
		if err != nil {
			return fmt.Errorf("date %d: %w", i, err)
		}
	}
	if err := t.writeTargets(ctx, a); err != nil {
		return err
	}
	return t.writeAssignments(ctx, a)
}

func (t *tx) insertFact(ctx context.Context, query string, e model.Evidence, rest ...any) error {
	_, err := t.exec(ctx, query, append(evidenceValues(e), rest...)...)
	return err
}

// readFacts reads all facts but the mentions.
func readFacts(ctx context.Context, q querier, a *model.Article) (err error) {
	a.Dates, err = list(ctx, q, func(r scanner) (model.DateFact, error) {
		var d model.DateFact
		return d, r.Scan(append(evidenceFields(&d.Evidence), day{&d.From}, day{&d.To})...)
	}, "SELECT "+evidenceColumns+", day_from, day_to FROM dates WHERE article_id = ? ORDER BY pos", a.ID)
	if err != nil {
		return err
	}
	if a.Targets, err = readTargets(ctx, q, a.ID); err != nil {
		return err
	}
	a.Relations, err = list(ctx, q, func(r scanner) (model.Relation, error) {
		var l model.Relation
		return l, r.Scan(append(evidenceFields(&l.Evidence), &l.Type, &l.From, &l.To)...)
	}, "SELECT "+evidenceColumns+", type, from_pos, to_pos FROM relations WHERE article_id = ? ORDER BY pos", a.ID)
	if err != nil {
		return err
	}
	a.Assignments, err = readAssignments(ctx, q, a.ID)
	return err
}
