package search

import (
	"context"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// ArticleView is an article with what its facts lead to.
type ArticleView struct {
	model.Article
	PortalName string `json:"portal_name"`
	// Mentions stands for those of the article, in the same order, and tells
	// which document each names.
	Mentions []store.MentionAt `json:"mentions"`
	// Documents holds the documents that mentions name, by id.
	Documents map[string]Document `json:"documents"`
	Captures  []model.Capture     `json:"captures"`
	History
	// Sheet is the outline of an article that is an official document, else nil.
	Sheet *Sheet `json:"outline,omitempty"`
	// InFiles holds the ids of the articles that are the official documents in
	// attachments, by the address of the file.
	InFiles map[string]string `json:"documents_in_files"`
}

// Article returns an article by id, or store.ErrNotFound.
func (s *Service) Article(ctx context.Context, id string) (ArticleView, error) {
	article, err := s.store.Article(ctx, id)
	if err != nil {
		return ArticleView{}, fmt.Errorf("article %s: %w", id, err)
	}
	view := ArticleView{
		Article: *article, PortalName: s.portalName(article.Portal), Documents: map[string]Document{}, Sheet: sheetOf(article),
	}
	if view.InFiles, err = s.documentsIn(ctx, article.Attachments); err != nil {
		return ArticleView{}, fmt.Errorf("article %s: %w", id, err)
	}
	if view.Mentions, err = s.store.ArticleMentions(ctx, id); err != nil {
		return ArticleView{}, fmt.Errorf("mentions of article %s: %w", id, err)
	}
	if view.Captures, err = s.store.ArticleCaptures(ctx, id); err != nil {
		return ArticleView{}, fmt.Errorf("captures of article %s: %w", id, err)
	}
	if view.History, err = s.history(ctx, id); err != nil {
		return ArticleView{}, fmt.Errorf("history of article %s: %w", id, err)
	}
	for _, m := range view.Mentions {
		for _, docID := range append([]string{m.DocumentID}, m.Candidates...) {
			if _, known := view.Documents[docID]; known {
				continue
			}
			doc, err := s.linked(ctx, docID)
			if err != nil {
				return ArticleView{}, fmt.Errorf("article %s: %w", id, err)
			}
			if doc != nil {
				view.Documents[docID] = *doc
			}
		}
	}
	return view, nil
}
