package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// A page of hits is filled from at most rounds chunks of the index, each of
// chunk times its limit: documents are found beside the article that tells of
// them, and the article is shown once.
const (
	rounds = 4
	chunk  = 3
)

// fullText fills the hits of an answer from q.Offset on, best first. shown
// holds the ids of the articles that the answer has already.
func (s *Service) fullText(ctx context.Context, q Question, shown map[string]bool, answer *Answer) error {
	searcher, err := s.searcher()
	if err != nil {
		return err
	}
	at := q.Offset
	for range rounds {
		found, err := searcher.Search(ctx, retrieval.Request{
			Text: q.Text, Portal: q.Portal, Limit: chunk * q.Limit, Offset: at, Explain: q.Explain,
		})
		if err != nil {
			return fmt.Errorf("search the index for %q: %w", q.Text, err)
		}
		answer.Total = found.Total
		used, err := s.join(ctx, q, found.Hits, shown, answer)
		if err != nil {
			return err
		}
		at += used
		if len(answer.Hits) == q.Limit || len(found.Hits) < chunk*q.Limit {
			break
		}
	}
	slices.SortStableFunc(answer.Hits, listsLast)
	if uint64(at) < answer.Total && at <= MaxOffset {
		answer.Next = at
	}
	return nil
}

// listsLast puts lists below what they lead to on the same page.
func listsLast(a, b Hit) int {
	rank := func(h Hit) int {
		if h.PageKind == model.KindList {
			return 1
		}
		return 0
	}
	return rank(a) - rank(b)
}

// join adds what people read of the found records until the page is full, and
// tells how many records were used. Records that the store no longer has, and
// those that are shown already, are left out.
func (s *Service) join(ctx context.Context, q Question, found []retrieval.Hit, shown map[string]bool, answer *Answer) (int, error) {
	best, err := s.tellers(ctx, found)
	if err != nil {
		return 0, err
	}
	for i, f := range found {
		if len(answer.Hits) == q.Limit {
			return i, nil
		}
		articleID := f.ID
		if f.Kind == model.DocumentChanged {
			articleID = best[f.ID].ArticleID
		}
		if articleID != "" && shown[articleID] {
			continue
		}
		hit, err := s.hit(ctx, q.Text, f.ID, articleID)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted after the index last looked
		}
		if err != nil {
			return 0, fmt.Errorf("read %s %s: %w", f.Kind, f.ID, err)
		}
		shown[articleID] = true
		hit.Score = f.Score
		for _, share := range f.Features {
			hit.Shares = append(hit.Shares, Share(share))
		}
		if f.Kind == model.ArticleChanged && len(f.Marks) > 0 {
			hit.Passage = Passage{f.Snippet, f.Marks}
		}
		answer.Hits = append(answer.Hits, hit)
	}
	return len(found), nil
}

// tellers returns, for the documents among found, where each is told of best.
func (s *Service) tellers(ctx context.Context, found []retrieval.Hit) (map[string]store.MentionAt, error) {
	var ids []string
	for _, f := range found {
		if f.Kind == model.DocumentChanged {
			ids = append(ids, f.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	best, err := s.store.BestMentions(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("articles that tell of documents: %w", err)
	}
	return best, nil
}
