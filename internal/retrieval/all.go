package retrieval

import (
	"context"
	"fmt"
	"iter"
	"math"
)

// chunk is how many hits of All are read at a time.
const chunk = 100

// All walks over everything that a request finds, in order, however much it is:
// its ids are in memory, texts a chunk at a time. Limit and Offset say nothing.
// It sees the index as it was at the beginning.
func (s *Searcher) All(ctx context.Context, r Request) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		r.Facets = nil
		l, err := s.list(ctx, r)
		if err != nil || l == nil {
			if err != nil {
				yield(Hit{}, err)
			}
			return
		}
		l.each(ctx, yield)
	}
}

func (l *listing) each(ctx context.Context, yield func(Hit, error) bool) {
	pass := func(hits []Hit, err error) bool {
		for _, h := range hits {
			if !yield(h, nil) {
				return false
			}
		}
		if err != nil {
			yield(Hit{}, err)
		}
		return err == nil
	}
	for at := 0; at < len(l.best); at += chunk {
		if !pass(l.hits(ctx, l.question, l.best[at:min(at+chunk, len(l.best))], l.explain)) {
			return
		}
	}
	if l.whole {
		return
	}
	r := l.ask
	r.Offset, r.Limit = l.beyond, math.MaxInt-l.beyond
	found, err := l.engine.Search(ctx, r)
	if err != nil {
		yield(Hit{}, fmt.Errorf("all records: %w", err))
		return
	}
	for at := 0; at < len(found.Hits); at += chunk {
		if !pass(l.shown(ctx, found.Hits[at:min(at+chunk, len(found.Hits))])) {
			return
		}
	}
}
