package sqlite

import (
	"context"
	"fmt"
	"time"

	"tracuu/internal/model"
)

const captureColumns = `c.id, c.url, c.taken_at, c.status, c.media_type, c.sha256, c.file, c.file_offset, c.file_length`

func (t *tx) putCapture(ctx context.Context, c model.Capture) error {
	_, err := t.exec(ctx, `INSERT INTO captures
		(id, url, taken_at, status, media_type, sha256, file, file_offset, file_length)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		c.ID, c.URL, c.Time.UnixNano(), c.Status, c.MediaType, c.SHA256, c.File, c.Offset, c.Length)
	if err != nil {
		return fmt.Errorf("capture %s: %w", c.ID, err)
	}
	return nil
}

func scanCapture(r scanner) (model.Capture, error) {
	var c model.Capture
	var nanos int64
	err := r.Scan(&c.ID, &c.URL, &nanos, &c.Status, &c.MediaType, &c.SHA256, &c.File, &c.Offset, &c.Length)
	c.Time = time.Unix(0, nanos).UTC()
	return c, err
}

// Capture implements store.Reader.
func (s *Store) Capture(ctx context.Context, id string) (model.Capture, error) {
	c, err := scanCapture(s.read.QueryRowContext(ctx, "SELECT "+captureColumns+" FROM captures c WHERE c.id = ?", id))
	if err != nil {
		return model.Capture{}, fmt.Errorf("capture %s: %w", id, wrap(err))
	}
	return c, nil
}

// ArticleCaptures implements store.Reader; the newest comes first.
func (s *Store) ArticleCaptures(ctx context.Context, id string) ([]model.Capture, error) {
	return list(ctx, s.read, scanCapture, "SELECT "+captureColumns+` FROM article_captures ac
		JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = ? ORDER BY c.taken_at DESC, c.id`, id)
}

// captureWindow is how many articles Captures reads at a time, so that yield
// never runs inside an open query.
const captureWindow = 500

// Captures implements store.Reader; the order is that of the article ids.
func (s *Store) Captures(ctx context.Context, host string, yield func(model.Capture) error) error {
	after := ""
	for {
		ids, err := list(ctx, s.read, scanString, `SELECT id FROM articles
			WHERE id > ? AND (? = '' OR host = ?) ORDER BY id LIMIT ?`, after, host, host, captureWindow)
		if err != nil {
			return fmt.Errorf("captures of %s: %w", host, err)
		}
		for _, id := range ids {
			found, err := list(ctx, s.read, scanCapture, "SELECT "+captureColumns+` FROM article_captures ac
				JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = ?
				ORDER BY c.taken_at DESC, c.id LIMIT 1`, id)
			if err != nil {
				return fmt.Errorf("captures of article %s: %w", id, err)
			}
			for _, c := range found {
				if err := yield(c); err != nil {
					return err
				}
			}
		}
		if len(ids) < captureWindow {
			return nil
		}
		after = ids[len(ids)-1]
	}
}
