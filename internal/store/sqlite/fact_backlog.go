package sqlite

import (
	"context"
	"errors"
	"fmt"

	"tracuu/internal/store"
	"tracuu/internal/store/identity"
)

// backlogBatch is how many articles get their keys in one transaction.
const backlogBatch = 200

// keyBacklog makes the keys of facts that were stored before there were keys.
// It goes on where it was stopped.
func (s *Store) keyBacklog(ctx context.Context) error {
	for {
		ids, err := list(ctx, s.read, scanString, "SELECT article_id FROM unkeyed_articles ORDER BY article_id LIMIT ?", backlogBatch)
		if err != nil || len(ids) == 0 {
			return err
		}
		if err := s.update(ctx, func(t *tx) error { return t.keyArticles(ctx, s, ids) }); err != nil {
			return fmt.Errorf("keys of older facts: %w", err)
		}
	}
}

func (t *tx) keyArticles(ctx context.Context, s *Store, ids []string) error {
	for _, id := range ids {
		a, err := s.Article(ctx, id)
		switch {
		case errors.Is(err, store.ErrNotFound):
		case err != nil:
			return err
		default:
			names := make([]identity.Name, len(a.Mentions))
			for i := range names {
				if err := t.QueryRowContext(ctx, "SELECT name_id FROM mentions WHERE article_id = ? AND pos = ?", id, i).Scan(&names[i].ID); err != nil {
					return fmt.Errorf("mention %d of article %s: %w", i, id, err)
				}
			}
			if err := t.writeKeys(ctx, a, names); err != nil {
				return err
			}
		}
		if _, err := t.exec(ctx, "DELETE FROM unkeyed_articles WHERE article_id = ?", id); err != nil {
			return err
		}
	}
	return nil
}
