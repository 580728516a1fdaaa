package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"tracuu/internal/model"
)

// putVisited writes the article that a visit brought with its capture. A
// capture that cannot change it, because it is older than what is stored or
// brought the same bytes, is kept and nothing else; a text that changed leaves
// a revision.
func (t *tx) putVisited(ctx context.Context, a *model.Article, host string, c *model.Capture) error {
	if c == nil {
		return t.putArticle(ctx, a, host, "")
	}
	before, err := t.newestCapture(ctx, a.ID)
	if err != nil {
		return fmt.Errorf("captures of article %s: %w", a.ID, err)
	}
	if before.tellsNothing(c) {
		return t.linkCapture(ctx, a.ID, c.ID)
	}
	if err := t.revise(ctx, a, before, c); err != nil {
		return fmt.Errorf("revision of article %s: %w", a.ID, err)
	}
	return t.putArticle(ctx, a, host, c.ID)
}

// putArticle writes an article and what it says of documents. An article that
// says the same as the stored one only gains a capture. host may be empty when
// the article is stored already.
func (t *tx) putArticle(ctx context.Context, a *model.Article, host, captureID string) error {
	digest, err := digestOf(a)
	if err != nil {
		return err
	}
	var stored string
	err = t.QueryRowContext(ctx, "SELECT digest FROM articles WHERE id = ?", a.ID).Scan(&stored)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("article %s: %w", a.ID, err)
	}
	if stored != digest {
		err = t.writeArticle(ctx, a, host, digest)
	} else {
		_, err = t.exec(ctx, "UPDATE articles SET views = ? WHERE id = ? AND views <> ?", a.Views, a.ID, a.Views)
	}
	if err != nil {
		return fmt.Errorf("article %s: %w", a.ID, err)
	}
	if err := t.putReadFiles(ctx, a.Attachments); err != nil {
		return err
	}
	if captureID == "" {
		return nil
	}
	return t.linkCapture(ctx, a.ID, captureID)
}

func (t *tx) linkCapture(ctx context.Context, articleID, captureID string) error {
	_, err := t.exec(ctx, `INSERT INTO article_captures (article_id, capture_id) VALUES (?, ?)
		ON CONFLICT (article_id, capture_id) DO NOTHING`, articleID, captureID)
	if err != nil {
		return fmt.Errorf("capture %s of article %s: %w", captureID, articleID, err)
	}
	return nil
}

// digestOf covers all of the article but the state of its files, which comes
// with their own visits, and the views, which every visit counts up.
func digestOf(a *model.Article) (string, error) {
	bare := *a
	bare.Views = 0
	bare.Attachments = make([]model.Attachment, len(a.Attachments))
	for i, f := range a.Attachments {
		bare.Attachments[i] = model.Attachment{URL: f.URL, Name: f.Name}
	}
	raw, err := json.Marshal(&bare)
	if err != nil {
		return "", fmt.Errorf("article %s: %w", a.URL, err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

func (t *tx) writeArticle(ctx context.Context, a *model.Article, host, digest string) error {
	_, err := t.exec(ctx, `INSERT INTO articles
		(id, url, host, portal, family, kind, title, published, author, views, place, issuer, body, body_start, digest)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET url = excluded.url, portal = excluded.portal, family = excluded.family,
			host = CASE WHEN excluded.host = '' THEN articles.host ELSE excluded.host END,
			kind = excluded.kind, title = excluded.title, published = excluded.published, author = excluded.author,
			views = excluded.views, place = excluded.place, issuer = excluded.issuer, body = excluded.body,
			body_start = excluded.body_start, digest = excluded.digest`,
		a.ID, a.URL, host, a.Portal, a.Family, a.Kind, a.Title, a.Published.String(), a.Author, a.Views, a.Place,
		a.Issuer, a.Text, a.BodyStart, digest)
	if err != nil {
		return err
	}
	if err := t.changed(ctx, model.ArticleChanged, a.ID, false); err != nil {
		return err
	}
	if err := t.writeFacts(ctx, a); err != nil {
		return err
	}
	if err := t.putCopy(ctx, a); err != nil {
		return err
	}
	return t.writeLinkedFiles(ctx, a)
}

// writeLinkedFiles replaces the links to files.
func (t *tx) writeLinkedFiles(ctx context.Context, a *model.Article) error {
	if _, err := t.exec(ctx, "DELETE FROM attachments WHERE article_id = ?", a.ID); err != nil {
		return err
	}
	for i, f := range a.Attachments {
		if _, err := t.exec(ctx, "INSERT INTO attachments (article_id, pos, url, name) VALUES (?, ?, ?, ?)",
			a.ID, i, f.URL, f.Name); err != nil {
			return fmt.Errorf("attachment %s: %w", f.URL, err)
		}
	}
	return nil
}

// putReadFiles keeps what an article brings of files that were read with it.
// A link alone never takes back what is known of its file.
func (t *tx) putReadFiles(ctx context.Context, files []model.Attachment) error {
	for _, f := range files {
		if f.State == "" || f.State == model.Unfetched {
			continue
		}
		if err := t.putFile(ctx, f, f.CaptureID); err != nil {
			return err
		}
	}
	return nil
}

// putFile stores what became of a file; the articles that link it change when
// it did.
func (t *tx) putFile(ctx context.Context, f model.Attachment, captureID string) error {
	if captureID != "" {
		f.CaptureID = captureID
	}
	done, err := t.exec(ctx, `INSERT INTO files (url, media_type, state, reason, fault, body, capture_id)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET media_type = excluded.media_type,
			state = excluded.state, reason = excluded.reason, fault = excluded.fault, body = excluded.body, capture_id = excluded.capture_id
		WHERE files.media_type <> excluded.media_type OR files.state <> excluded.state
			OR files.reason <> excluded.reason OR files.fault <> excluded.fault OR files.body <> excluded.body`,
		f.URL, f.MediaType, f.State, f.Reason, f.Fault, f.Text, f.CaptureID)
	if err != nil {
		return fmt.Errorf("attachment %s: %w", f.URL, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return err
	}
	articles, err := list(ctx, t, scanString, "SELECT DISTINCT article_id FROM attachments WHERE url = ? ORDER BY article_id", f.URL)
	if err != nil {
		return fmt.Errorf("articles that link %s: %w", f.URL, err)
	}
	for _, id := range articles {
		if err := t.changed(ctx, model.ArticleChanged, id, false); err != nil {
			return err
		}
	}
	return nil
}
