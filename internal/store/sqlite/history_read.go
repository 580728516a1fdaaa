package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

var _ store.History = (*Store)(nil)

// AddressCaptures implements store.History.
func (s *Store) AddressCaptures(ctx context.Context, url string) ([]model.Capture, error) {
	return list(ctx, s.read, scanCapture, "SELECT "+captureColumns+" FROM captures c WHERE c.url = ? ORDER BY c.taken_at DESC, c.id", url)
}

// Revisions implements store.History.
func (s *Store) Revisions(ctx context.Context, articleID string) ([]model.Revision, error) {
	return list(ctx, s.read, scanRevision, `SELECT capture_id, before_id, taken_at, title, removed, added
		FROM revisions WHERE article_id = ? ORDER BY taken_at DESC, capture_id`, articleID)
}

func scanRevision(r scanner) (model.Revision, error) {
	var v model.Revision
	var nanos int64
	var removed, added string
	if err := r.Scan(&v.CaptureID, &v.BeforeID, &nanos, &v.Title, &removed, &added); err != nil {
		return v, err
	}
	v.Time = time.Unix(0, nanos).UTC()
	if err := json.Unmarshal([]byte(removed), &v.Removed); err != nil {
		return v, fmt.Errorf("revision %s: %w", v.CaptureID, err)
	}
	if err := json.Unmarshal([]byte(added), &v.Added); err != nil {
		return v, fmt.Errorf("revision %s: %w", v.CaptureID, err)
	}
	return v, nil
}

// Presence implements store.History.
func (s *Store) Presence(ctx context.Context, articleID string) (model.Presence, error) {
	var p model.Presence
	var seen, since int64
	err := s.read.QueryRowContext(ctx, "SELECT seen_at, missing_since, gone FROM presence WHERE article_id = ?", articleID).
		Scan(&seen, &since, &p.Gone)
	if err != nil {
		return p, fmt.Errorf("presence of article %s: %w", articleID, wrap(err))
	}
	p.LastObserved = time.Unix(0, seen).UTC()
	if since != 0 {
		p.MissingSince = time.Unix(0, since).UTC()
	}
	return p, nil
}
