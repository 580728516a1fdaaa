package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/lookup"
	"tracuu/internal/query"
	"tracuu/internal/store"
)

// find asks look-up and adds the sentence that names each document.
func (s *Service) find(ctx context.Context, n query.Number) ([]Found, error) {
	answers, err := lookup.Find(ctx, s.store, n)
	if err != nil {
		return nil, fmt.Errorf("look up number %s: %w", n.No, err)
	}
	found := make([]Found, 0, len(answers))
	for _, a := range answers {
		f := Found{Document: named(a.Document), Reason: a.Reason, Fits: a.Fits, Vague: a.Vague, Citations: a.Citations}
		if a.Mention != nil {
			place, err := s.tellingPlace(ctx, a.Document.ID, *a.Mention)
			if err != nil {
				return nil, err
			}
			f.Place = &place
			f.Title = cmp.Or(f.Title, place.ArticleTitle)
		}
		found = append(found, f)
	}
	return found, nil
}

// tellingPlace is where the article of a mention tells of a document. A place
// in the body says more than one in the title, which is shown anyway.
func (s *Service) tellingPlace(ctx context.Context, documentID string, m store.MentionAt) (Place, error) {
	article, err := s.store.Article(ctx, m.ArticleID)
	if errors.Is(err, store.ErrNotFound) {
		return s.placeOf(m, nil), nil
	}
	if err != nil {
		return Place{}, fmt.Errorf("article %s: %w", m.ArticleID, err)
	}
	if m.Start < article.BodyStart {
		all, err := s.store.ArticleMentions(ctx, m.ArticleID)
		if err != nil {
			return Place{}, fmt.Errorf("mentions of article %s: %w", m.ArticleID, err)
		}
		for _, other := range all {
			if other.DocumentID == documentID && other.Start >= article.BodyStart {
				m = other
				break
			}
		}
	}
	return s.placeOf(m, article), nil
}

// placeIn reads the article of a mention for its sentence. An article that
// has gone since leaves the quote alone.
func (s *Service) placeIn(ctx context.Context, m store.MentionAt) (Place, error) {
	article, err := s.store.Article(ctx, m.ArticleID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return Place{}, fmt.Errorf("article %s: %w", m.ArticleID, err)
	}
	return s.placeOf(m, article), nil
}

// read tells how a number was understood.
func read(n *query.Number) *Number {
	out := &Number{
		Type: n.Type, No: n.No, Symbol: strings.ToUpper(n.Symbol), Year: n.Year, Date: n.Date,
		Words: strings.Join(n.Words, " "),
	}
	if n.Type != "" {
		out.TypeName = docnum.TypeName(n.Type)
	}
	return out
}
