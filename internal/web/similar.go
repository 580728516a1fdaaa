package web

import (
	"context"
	"errors"

	"tracuu/internal/search"
	"tracuu/internal/store"
)

// similar finds what is like an article or a document, as hits without a question.
func (p *Pages) similar(ctx context.Context, to address, id string) ([]hitView, error) {
	found, err := p.service.Similar(ctx, id, search.DefaultSimilar)
	if errors.Is(err, store.ErrNotFound) { // deleted since
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range found {
		found[i].Passage.Marks = nil // nobody asked for the words that they mark
	}
	return asked{to: to}.hits(found), nil
}
