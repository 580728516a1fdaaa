package sqlite

import (
	"context"
	"fmt"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Changes implements store.Reader.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]model.Change, error) {
	return list(ctx, s.read, func(r scanner) (model.Change, error) {
		var c model.Change
		return c, r.Scan(&c.Seq, &c.Kind, &c.ID, &c.Deleted)
	}, "SELECT seq, kind, id, deleted FROM changes WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
}

// Stats implements store.Reader.
func (s *Store) Stats(ctx context.Context) (store.Stats, error) {
	var st store.Stats
	var last int64
	err := s.read.QueryRowContext(ctx, `SELECT
		(SELECT COUNT(*) FROM articles WHERE kind NOT IN ('register', 'file')),
		(SELECT COUNT(*) FROM articles WHERE kind IN ('article', 'document')),
		(SELECT COUNT(*) FROM documents),
		(SELECT COUNT(*) FROM documents WHERE status = 'held'),
		(SELECT COUNT(*) FROM files),
		(SELECT COUNT(*) FROM captures),
		(SELECT COUNT(*) FROM tasks WHERE state IN ('queued', 'waiting')),
		(SELECT COUNT(*) FROM tasks WHERE state = 'failed'),
		(SELECT COUNT(*) FROM tasks WHERE state = 'closed'),
		(SELECT COALESCE(MAX(taken_at), 0) FROM captures),
		(SELECT COALESCE(MAX(seq), 0) FROM changes)`).
		Scan(&st.Pages, &st.Articles, &st.Documents, &st.HeldDocs, &st.Attachments, &st.Captures, &st.Queued, &st.Failed,
			&st.Closed, &last, &st.Sequence)
	if err != nil {
		return store.Stats{}, fmt.Errorf("size of the store: %w", wrap(err))
	}
	if last > 0 {
		st.LastCapture = time.Unix(0, last).UTC()
	}
	return st, nil
}
