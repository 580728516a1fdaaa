package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// newest is the newest capture of an article before a visit.
type newest struct {
	id, sha256 string
	takenAt    int64
}

// newestCapture gives the zero value when the article has none.
func (t *tx) newestCapture(ctx context.Context, articleID string) (n newest, err error) {
	err = t.QueryRowContext(ctx, `SELECT c.id, c.sha256, c.taken_at FROM article_captures ac
		JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = ? ORDER BY c.taken_at DESC, c.id LIMIT 1`, articleID).
		Scan(&n.id, &n.sha256, &n.takenAt)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return n, err
}

// tellsNothing reports that a capture cannot change the article: it is older
// than what is stored, or brought the same bytes again. The same capture read
// again is another matter: rules may have changed.
func (n newest) tellsNothing(c *model.Capture) bool {
	return n.id != "" && c != nil && c.ID != n.id &&
		(c.Time.UnixNano() < n.takenAt || c.SHA256 != "" && c.SHA256 == n.sha256)
}

// revise stores what a capture changed in an article's text.
func (t *tx) revise(ctx context.Context, a *model.Article, before newest, c *model.Capture) error {
	if c == nil || before.id == "" || before.id == c.ID {
		return nil
	}
	var title, body string
	err := t.QueryRowContext(ctx, "SELECT title, body FROM articles WHERE id = ?", a.ID).Scan(&title, &body)
	if errors.Is(err, sql.ErrNoRows) || err == nil && body == a.Text {
		return nil
	}
	if err != nil {
		return err
	}
	removed, added := lineChanges(body, a.Text)
	gone, err := json.Marshal(removed)
	if err != nil {
		return err
	}
	come, err := json.Marshal(added)
	if err != nil {
		return err
	}
	_, err = t.exec(ctx, `INSERT INTO revisions (article_id, capture_id, before_id, taken_at, title, removed, added)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article_id, capture_id) DO NOTHING`,
		a.ID, c.ID, before.id, c.Time.UnixNano(), title, string(gone), string(come))
	return err
}

// maxChanged bounds the lines kept of one revision; the captures have all.
const maxChanged = 500

// lineChanges lists the lines of before that after has not, and those of after
// that before has not. A line that moved is no change.
func lineChanges(before, after string) (removed, added []string) {
	count := map[string]int{}
	old, next := strings.Split(before, "\n"), strings.Split(after, "\n")
	for _, l := range next {
		count[l]++
	}
	pick := func(lines []string) []string {
		out := []string{}
		for _, l := range lines {
			if count[l]--; count[l] < 0 && strings.TrimSpace(l) != "" && len(out) < maxChanged {
				out = append(out, l)
			}
		}
		return out
	}
	removed = pick(old)
	clear(count)
	for _, l := range old {
		count[l]++
	}
	return removed, pick(next)
}

// observe keeps what a visit tells of the presence of its page.
func (t *tx) observe(ctx context.Context, v store.Visit) error {
	if v.Capture == nil {
		return nil
	}
	at := v.Capture.Time
	if v.Article != nil {
		return t.seen(ctx, v.Article.ID, at)
	}
	if v.Task.Kind != store.TaskPage {
		return nil
	}
	for _, scheme := range []string{"http://", "https://"} { // an article keeps the one it was first seen by
		id := model.ArticleID(scheme + v.Task.Key)
		var err error
		switch v.Capture.Status {
		case http.StatusNotModified:
			err = t.seen(ctx, id, at)
		case http.StatusNotFound, http.StatusGone:
			err = t.missing(ctx, id, at)
		}
		if err != nil {
			return fmt.Errorf("presence of %s: %w", v.Task.URL, err)
		}
	}
	return nil
}

// seen tells that a page was there. Readers are told when it was gone.
func (t *tx) seen(ctx context.Context, articleID string, at time.Time) error {
	var gone bool
	var since int64
	err := t.QueryRowContext(ctx, "SELECT gone, missing_since FROM presence WHERE article_id = ?", articleID).Scan(&gone, &since)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	nanos := at.UnixNano()
	if nanos < since { // an older capture, brought in later
		return nil
	}
	if gone {
		if err := t.changed(ctx, model.ArticleChanged, articleID, false); err != nil {
			return err
		}
	}
	_, err = t.exec(ctx, `INSERT INTO presence (article_id, seen_at, missing_since, missing_day, missing_days, gone)
		SELECT id, ?, 0, '', 0, 0 FROM articles WHERE id = ?
		ON CONFLICT (article_id) DO UPDATE SET seen_at = MAX(seen_at, excluded.seen_at),
			missing_since = 0, missing_day = '', missing_days = 0, gone = 0`, nanos, articleID)
	return err
}

// missing counts the days on which a known page was said not to be there.
func (t *tx) missing(ctx context.Context, articleID string, at time.Time) error {
	var seenAt, since int64
	var lastDay string
	var days int
	err := t.QueryRowContext(ctx, "SELECT seen_at, missing_since, missing_day, missing_days FROM presence WHERE article_id = ?", articleID).
		Scan(&seenAt, &since, &lastDay, &days)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it never was an article
	}
	day := at.In(model.Vietnam()).Format(time.DateOnly)
	if err != nil || at.UnixNano() <= seenAt || day <= lastDay {
		return err
	}
	if since == 0 {
		since = at.UnixNano()
	}
	days++
	gone := days >= model.GoneDays
	if gone && days == model.GoneDays {
		if err := t.changed(ctx, model.ArticleChanged, articleID, false); err != nil {
			return err
		}
	}
	_, err = t.exec(ctx, "UPDATE presence SET missing_since = ?, missing_day = ?, missing_days = ?, gone = ? WHERE article_id = ?",
		since, day, days, flag(gone), articleID)
	return err
}
