package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"tracuu/internal/model"
)

// writeAssignments adds an article's assignments; the old ones are gone.
func (t *tx) writeAssignments(ctx context.Context, a *model.Article) error {
	for i, g := range a.Assignments {
		partners, err := json.Marshal(append([]string{}, g.Partners...)) // [] and not null
		if err != nil {
			return fmt.Errorf("partners of assignment %d: %w", i, err)
		}
		err = t.insertFact(ctx, `INSERT INTO assignments (`+evidenceColumns+`, article_id, pos, agency, task, partners, due)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, g.Evidence, a.ID, i, g.Agency, g.Task, string(partners), g.Due.String())
		if err != nil {
			return fmt.Errorf("assignment %d: %w", i, err)
		}
	}
	return nil
}

func readAssignments(ctx context.Context, q querier, articleID string) ([]model.Assignment, error) {
	return list(ctx, q, func(r scanner) (model.Assignment, error) {
		var g model.Assignment
		return g, r.Scan(append(evidenceFields(&g.Evidence), &g.Agency, &g.Task, words{&g.Partners}, day{&g.Due})...)
	}, "SELECT "+evidenceColumns+", agency, task, partners, due FROM assignments WHERE article_id = ? ORDER BY pos", articleID)
}

// words scans a JSON array of strings; an empty one gives nil.
type words struct{ list *[]string }

// Scan implements sql.Scanner.
func (n words) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("strings are stored as JSON text, not %T", v)
	}
	*n.list = nil
	if err := json.Unmarshal([]byte(s), n.list); err != nil {
		return fmt.Errorf("strings %q: %w", s, err)
	}
	if len(*n.list) == 0 {
		*n.list = nil
	}
	return nil
}
