package sqlite

import (
	"context"
	"fmt"

	"tracuu/internal/model"
)

const targetColumns = "indicator, family, op, value, value_to, unit, quantity, factor, due, place, of_group"

func targetFields(g *model.Target) []any {
	return []any{&g.Indicator, &g.Family, &g.Op, &g.Value, &g.ValueTo, &g.Unit, &g.Quantity, &g.Factor, &g.Due, &g.Place, &g.Group}
}

// writeTargets adds an article's targets; the old ones are gone.
func (t *tx) writeTargets(ctx context.Context, a *model.Article) error {
	for i, g := range a.Targets {
		err := t.insertFact(ctx, `INSERT INTO targets (`+evidenceColumns+`, article_id, pos, `+targetColumns+`)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, g.Evidence, a.ID, i,
			g.Indicator, g.Family, g.Op, g.Value, g.ValueTo, g.Unit, g.Quantity, g.Factor, g.Due, g.Place, g.Group)
		if err != nil {
			return fmt.Errorf("target %d: %w", i, err)
		}
	}
	return nil
}

func readTargets(ctx context.Context, q querier, articleID string) ([]model.Target, error) {
	return list(ctx, q, func(r scanner) (model.Target, error) {
		var g model.Target
		return g, r.Scan(append(evidenceFields(&g.Evidence), targetFields(&g)...)...)
	}, "SELECT "+evidenceColumns+", "+targetColumns+" FROM targets WHERE article_id = ? ORDER BY pos", articleID)
}
