package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"tracuu/internal/model"
)

// ArticleTexts implements store.Reader.
func (s *Store) ArticleTexts(ctx context.Context, ids []string) ([]*model.Article, error) {
	among, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("texts of articles: %w", err)
	}
	found, err := list(ctx, s.read, scanArticle,
		"SELECT "+articleColumns+" FROM articles WHERE id IN (SELECT value FROM json_each(?))", string(among))
	if err != nil {
		return nil, fmt.Errorf("texts of articles: %w", err)
	}
	byID := make(map[string]*model.Article, len(found))
	for _, a := range found {
		byID[a.ID] = a
	}
	type linked struct {
		article string
		model.Attachment
	}
	files, err := list(ctx, s.read, func(r scanner) (linked, error) {
		var f linked
		return f, r.Scan(append([]any{&f.article}, attachmentFields(&f.Attachment)...)...)
	}, "SELECT a.article_id, "+attachmentColumns+` FROM attachments a LEFT JOIN files f ON f.url = a.url
		WHERE a.article_id IN (SELECT value FROM json_each(?)) ORDER BY a.article_id, a.pos`, string(among))
	if err != nil {
		return nil, fmt.Errorf("texts of files: %w", err)
	}
	for _, f := range files {
		if a := byID[f.article]; a != nil {
			a.Attachments = append(a.Attachments, f.Attachment)
		}
	}
	return found, nil
}
