package sqlite

import (
	"context"
	"fmt"

	"tracuu/internal/model"
)

const articleColumns = `id, url, portal, family, kind, title, published, author, views, place, issuer, body, body_start`

func scanArticle(r scanner) (*model.Article, error) {
	a := &model.Article{}
	return a, r.Scan(&a.ID, &a.URL, &a.Portal, &a.Family, &a.Kind, &a.Title, day{&a.Published}, &a.Author, &a.Views,
		&a.Place, &a.Issuer, &a.Text, &a.BodyStart)
}

// Article implements store.Reader.
func (s *Store) Article(ctx context.Context, id string) (*model.Article, error) {
	a, err := scanArticle(s.read.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM articles WHERE id = ?", id))
	if err == nil {
		err = s.readParts(ctx, a)
	}
	if err != nil {
		return nil, fmt.Errorf("article %s: %w", id, wrap(err))
	}
	return a, nil
}

func (s *Store) readParts(ctx context.Context, a *model.Article) (err error) {
	if a.Attachments, err = s.attachments(ctx, a.ID); err != nil {
		return err
	}
	a.Mentions, err = list(ctx, s.read, func(r scanner) (model.Mention, error) {
		var m model.Mention
		return m, r.Scan(mentionFields(&m)...)
	}, "SELECT "+mentionColumns+" FROM mentions m WHERE m.article_id = ? ORDER BY m.pos", a.ID)
	if err != nil {
		return err
	}
	return readFacts(ctx, s.read, a)
}

const attachmentColumns = `a.url, a.name, COALESCE(f.media_type, ''), COALESCE(f.state, 'unfetched'),
	COALESCE(f.reason, ''), COALESCE(f.fault, ''), COALESCE(f.body, ''), COALESCE(f.capture_id, '')`

func attachmentFields(f *model.Attachment) []any {
	return []any{&f.URL, &f.Name, &f.MediaType, &f.State, &f.Reason, &f.Fault, &f.Text, &f.CaptureID}
}

func (s *Store) attachments(ctx context.Context, articleID string) ([]model.Attachment, error) {
	return list(ctx, s.read, func(r scanner) (model.Attachment, error) {
		var f model.Attachment
		return f, r.Scan(attachmentFields(&f)...)
	}, "SELECT "+attachmentColumns+` FROM attachments a LEFT JOIN files f ON f.url = a.url
		WHERE a.article_id = ? ORDER BY a.pos`, articleID)
}
