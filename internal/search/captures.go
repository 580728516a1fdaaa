package search

import (
	"context"
	"fmt"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Captures lists the captures of an article, newest first; of one that is not
// there, none.
func (s *Service) Captures(ctx context.Context, articleID string) ([]model.Capture, error) {
	captures, err := s.store.ArticleCaptures(ctx, articleID)
	if err != nil {
		return nil, fmt.Errorf("captures of article %s: %w", articleID, err)
	}
	slices.SortStableFunc(captures, func(a, b model.Capture) int { return b.Time.Compare(a.Time) })
	return captures, nil
}

// Capture is one by its id. store.ErrNotFound: there is no such capture.
func (s *Service) Capture(ctx context.Context, id string) (model.Capture, error) {
	c, err := s.store.Capture(ctx, id)
	if err != nil {
		return c, fmt.Errorf("capture %s: %w", id, err)
	}
	return c, nil
}

// Proof is an article with its captures, newest first, and behind them those of
// its files. store.ErrNotFound: there is no such article.
func (s *Service) Proof(ctx context.Context, articleID string) (*model.Article, []model.Capture, error) {
	a, err := s.store.Article(ctx, articleID)
	if err != nil {
		return nil, nil, fmt.Errorf("article %s: %w", articleID, err)
	}
	captures, err := store.Evidence(ctx, s.store, a)
	if err != nil {
		return nil, nil, fmt.Errorf("captures of article %s: %w", articleID, err)
	}
	return a, captures, nil
}
