package search

import (
	"context"
	"time"

	"tracuu/internal/metrics"
	"tracuu/internal/search"
)

// timedService is the service with the time of its questions taken.
type timedService struct {
	*search.Service
	measures *metrics.Metrics
}

// Search takes the time of a search.
func (s timedService) Search(ctx context.Context, q search.Question) (_ search.Answer, err error) {
	defer func(start time.Time) { s.measures.Question("search", start, err) }(time.Now())
	return s.Service.Search(ctx, q)
}

// Lookup takes the time of a look-up.
func (s timedService) Lookup(ctx context.Context, text string) (_ search.Answer, err error) {
	defer func(start time.Time) { s.measures.Question("lookup", start, err) }(time.Now())
	return s.Service.Lookup(ctx, text)
}

// Suggest takes the time of a suggestion.
func (s timedService) Suggest(ctx context.Context, text string, limit int) (_ []search.Suggestion, err error) {
	defer func(start time.Time) { s.measures.Question("suggest", start, err) }(time.Now())
	return s.Service.Suggest(ctx, text, limit)
}
