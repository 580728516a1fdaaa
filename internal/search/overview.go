package search

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// Overview is what the start page tells: what is held, and questions that
// this very store can answer.
type Overview struct {
	Stats    store.Stats `json:"stats"`
	Examples []string    `json:"examples"` // at most three
}

// recent is how many steps of the change sequence are looked at for examples.
const recent = 300

// Overview returns the size of the store and example questions.
func (s *Service) Overview(ctx context.Context) (Overview, error) {
	stats, err := s.store.Stats(ctx)
	if err != nil {
		return Overview{}, fmt.Errorf("size of the store: %w", err)
	}
	changes, err := s.store.Changes(ctx, max(0, stats.Sequence-recent), recent)
	if err != nil {
		return Overview{}, fmt.Errorf("latest changes: %w", err)
	}
	view := Overview{Stats: stats}
	examples := []func(context.Context, []model.Change) (string, error){
		s.numberExample, s.titleExample, s.foldedExample,
	}
	for _, example := range examples {
		text, err := example(ctx, changes)
		if err != nil {
			return Overview{}, err
		}
		if text != "" {
			view.Examples = append(view.Examples, text)
		}
	}
	return view, nil
}

// numberExample is a number as people type it: "kh 52 ubnd".
func (s *Service) numberExample(ctx context.Context, changes []model.Change) (string, error) {
	for _, c := range changes {
		if c.Kind != model.DocumentChanged || c.Deleted {
			continue
		}
		doc, err := s.store.Document(ctx, c.ID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return "", fmt.Errorf("document %s: %w", c.ID, err)
		}
		n := doc.Number
		if err == nil && doc.Title != "" && n.Type != "" && n.Canonical != "" {
			return strings.ToLower(docnum.TypeName(n.Type)) + " " + n.Canonical, nil
		}
	}
	return "", nil
}

// titleExample is the first words of the first article's title.
func (s *Service) titleExample(ctx context.Context, changes []model.Change) (string, error) {
	return s.wordsOf(ctx, changes, 0)
}

// foldedExample is the same of another article, typed without diacritics.
func (s *Service) foldedExample(ctx context.Context, changes []model.Change) (string, error) {
	words, err := s.wordsOf(ctx, changes, 1)
	return vietnamese.Fold(words), err
}

// exampleWords is the length of an example of words; titles of at least
// titleWords are taken, for short ones tell little.
const (
	exampleWords = 6
	titleWords   = 9
)

// wordsOf takes words of the title of the first article after skip others that would do.
func (s *Service) wordsOf(ctx context.Context, changes []model.Change, skip int) (string, error) {
	for _, c := range changes {
		if c.Kind != model.ArticleChanged || c.Deleted {
			continue
		}
		article, err := s.store.Article(ctx, c.ID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return "", fmt.Errorf("article %s: %w", c.ID, err)
		}
		if err != nil || article.Kind != model.KindArticle || article.Published.IsZero() {
			continue
		}
		words := strings.Fields(article.Title)
		if len(words) < titleWords {
			continue
		}
		if skip--; skip < 0 {
			return strings.TrimRight(strings.Join(words[:exampleWords], " "), ",;:.-–"), nil
		}
	}
	return "", nil
}
