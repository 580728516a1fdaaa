package store

import (
	"context"
	"slices"

	"tracuu/internal/model"
)

// CaptureSource gives captures by article and by id.
type CaptureSource interface {
	ArticleCaptures(ctx context.Context, id string) ([]model.Capture, error)
	Capture(ctx context.Context, id string) (model.Capture, error)
}

// Evidence gathers the captures of an article, newest first, and behind them
// those of its files, each once.
func Evidence(ctx context.Context, from CaptureSource, a *model.Article) ([]model.Capture, error) {
	all, err := from.ArticleCaptures(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	for _, file := range a.Attachments {
		if file.CaptureID == "" || slices.ContainsFunc(all, func(c model.Capture) bool { return c.ID == file.CaptureID }) {
			continue
		}
		c, err := from.Capture(ctx, file.CaptureID)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}
