package search

import (
	"context"
	"errors"
	"iter"

	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// readTogether is how many hits of All are read at a time.
const readTogether = 50

// All walks over everything that the full text finds for a question, in its
// order, however much it is: Total of the answer tells how many, but for what the
// store no longer has. Limit, Offset and Cursor say nothing; what look-ups show is
// among the hits. Ids are in memory, the rest a few at a time. It ends after the
// first error; errors wrap ErrQuestion when the question cannot be used.
func (s *Service) All(ctx context.Context, q Question) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		q.Limit, q.Offset, q.Cursor, q.Facets = 0, 0, "", false
		asked, err := q.understand(today())
		if err != nil {
			yield(Hit{}, err)
			return
		}
		if asked.empty() {
			return
		}
		searcher, err := s.searcher()
		if err != nil {
			yield(Hit{}, err)
			return
		}
		some := make([]retrieval.Hit, 0, readTogether)
		for f, err := range searcher.All(ctx, asked.request()) {
			if err != nil {
				yield(Hit{}, askedWrong(err, asked.Text))
				return
			}
			if some = append(some, f); len(some) == readTogether {
				if !s.each(ctx, asked.words, some, yield) {
					return
				}
				some = some[:0]
			}
		}
		s.each(ctx, asked.words, some, yield)
	}
}

// each reads found records and passes them on, and tells whether to go on.
func (s *Service) each(ctx context.Context, words string, found []retrieval.Hit, yield func(Hit, error) bool) bool {
	told, err := s.tellers(ctx, found)
	if err != nil {
		yield(Hit{}, err)
		return false
	}
	for _, f := range found {
		hit, err := s.hit(ctx, words, f, told)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted after the index last looked
		}
		if !yield(hit, err) || err != nil {
			return false
		}
	}
	return true
}
