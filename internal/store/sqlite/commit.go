package sqlite

import (
	"context"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Commit implements store.Writer.
func (s *Store) Commit(ctx context.Context, v store.Visit) error {
	err := s.update(ctx, func(t *tx) error { return t.commit(ctx, v) })
	if err != nil {
		return fmt.Errorf("storing the visit of %s: %w", v.Task.URL, err)
	}
	return nil
}

func (t *tx) commit(ctx context.Context, v store.Visit) error {
	captureID := ""
	if v.Capture != nil {
		captureID = v.Capture.ID
		if err := t.putCapture(ctx, *v.Capture); err != nil {
			return err
		}
	}
	if v.Article != nil {
		if err := t.putRead(ctx, v); err != nil {
			return err
		}
	}
	if err := t.observe(ctx, v); err != nil {
		return err
	}
	if v.Attachment != nil {
		if err := t.putFile(ctx, *v.Attachment, captureID); err != nil {
			return err
		}
	}
	if len(v.Lines) > 0 {
		page := model.ArticleID(v.Task.Key)
		if v.Article != nil {
			page = v.Article.ID
		}
		if err := t.putLines(ctx, page, v.Task.Host, v.Lines); err != nil {
			return err
		}
	}
	// Links found now are due now; the store has no clock of its own, so the
	// time of the capture is taken, and without one they are due at once.
	now := int64(0)
	if v.Capture != nil {
		now = v.Capture.Time.UnixNano()
	}
	if _, err := t.enqueue(ctx, now, v.Links); err != nil {
		return err
	}
	if err := t.hostDue(ctx, v.Task.Host, v.HostDue); err != nil {
		return err
	}
	ended, err := t.finish(ctx, v.Task, v.Outcome, now)
	if err != nil || !ended || v.Run == 0 {
		return err
	}
	return t.tally(ctx, v, now)
}

// putRead stores the article of a visit with the capture that it was read from,
// and with that of the response when a browser made the page of it.
func (t *tx) putRead(ctx context.Context, v store.Visit) error {
	if v.Rendered == nil {
		return t.putVisited(ctx, v.Article, v.Task.Host, v.Capture)
	}
	if err := t.putCapture(ctx, *v.Rendered); err != nil {
		return err
	}
	if err := t.putVisited(ctx, v.Article, v.Task.Host, v.Rendered); err != nil || v.Capture == nil {
		return err
	}
	return t.linkCapture(ctx, v.Article.ID, v.Capture.ID)
}

// PutArticle implements store.Writer.
func (s *Store) PutArticle(ctx context.Context, a *model.Article, captureID string) error {
	err := s.update(ctx, func(t *tx) error { return t.putArticle(ctx, a, "", captureID) })
	if err != nil {
		return fmt.Errorf("storing article %s: %w", a.URL, err)
	}
	return nil
}
