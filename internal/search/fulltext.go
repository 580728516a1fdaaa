package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// rounds bounds how often the index is asked for a page, as what is shown
// already, or is gone since, leaves gaps.
const rounds = 4

// fullText fills the hits of an answer from where the page begins, in order.
// shown holds the ids of the articles that the answer has already.
func (s *Service) fullText(ctx context.Context, q inquiry, shown map[string]bool, answer *Answer) error {
	searcher, err := s.searcher()
	if err != nil {
		return err
	}
	r := q.request()
	more := false
	for round := range rounds {
		r.Limit = q.Limit - len(answer.Hits) + 1 // one beyond tells that there is more
		found, err := searcher.Search(ctx, r)
		if err != nil {
			return askedWrong(err, q.Text)
		}
		if round == 0 {
			s.tell(q, found, answer)
		}
		used, err := s.join(ctx, q, found.Hits, shown, answer)
		if err != nil {
			return err
		}
		r.Offset += used
		r.Facets = nil
		if r.Sort != index.ByRelevance && used > 0 {
			r.Offset, r.After = 0, &found.Hits[used-1].At
		}
		if more = used < len(found.Hits) || len(found.Hits) == r.Limit; !more || len(answer.Hits) == q.Limit {
			break
		}
	}
	slices.SortStableFunc(answer.Hits, listsLast(q.Sort))
	if !more {
		return nil
	}
	return s.tellNext(ctx, q, r, answer)
}

// askedWrong makes a fault of the question of what the engine refuses.
func askedWrong(err error, text string) error {
	if errors.Is(err, filter.ErrExpr) {
		return &FieldError{"q", err.Error()}
	}
	return fmt.Errorf("search the index for %q: %w", text, err)
}

// tell adds what is known of all that was found.
func (s *Service) tell(q inquiry, found retrieval.Result, answer *Answer) {
	answer.Total = found.Total
	answer.Facets = s.facets(found.Facets, q.where)
	if found.Total > 0 && found.Held < index.Needed(found.Words) {
		answer.Relaxed = &Relaxed{Words: found.Words, Held: found.Held}
	}
}

// tellNext adds where the next page begins.
func (s *Service) tellNext(ctx context.Context, q inquiry, r retrieval.Request, answer *Answer) error {
	next := cursor{after: r.After}
	if r.Sort == index.ByRelevance {
		at, err := s.index.Sequence(ctx)
		if err != nil {
			return fmt.Errorf("read the index: %w", err)
		}
		next.offset, next.sequence = r.Offset, at
		answer.Moved = q.from.sequence != 0 && q.from.sequence != at
	}
	if q.Cursor == "" && q.from.offset+q.Limit <= MaxOffset {
		answer.Next = q.from.offset + max(r.Offset-q.from.offset, q.Limit)
		if r.Sort == index.ByRelevance {
			answer.Next = r.Offset
		}
	}
	answer.NextCursor = next.write(q.Question)
	return nil
}

// listsLast puts lists below what they lead to on the same page by relevance.
func listsLast(by index.Sort) func(a, b Hit) int {
	rank := func(h Hit) int {
		if by == index.ByRelevance && h.PageKind == model.KindList {
			return 1
		}
		return 0
	}
	return func(a, b Hit) int { return rank(a) - rank(b) }
}

// join adds what people read of the found records until the page is full, and
// tells how many records were used. Records that the store no longer has, and
// those that are shown already, are left out.
func (s *Service) join(ctx context.Context, q inquiry, found []retrieval.Hit, shown map[string]bool, answer *Answer) (int, error) {
	told, err := s.tellers(ctx, found)
	if err != nil {
		return 0, err
	}
	for i, f := range found {
		if len(answer.Hits) == q.Limit {
			return i, nil
		}
		articleID := told.of(f)
		if articleID != "" && shown[articleID] {
			continue
		}
		hit, err := s.hit(ctx, q.words, f, told)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted after the index last looked
		}
		if err != nil {
			return 0, fmt.Errorf("read %s %s: %w", f.Kind, f.ID, err)
		}
		shown[articleID] = true
		for _, c := range hit.Copies {
			shown[c.ArticleID] = true
		}
		answer.Hits = append(answer.Hits, hit)
	}
	return len(found), nil
}
