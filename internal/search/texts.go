package search

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// texts reads what the ranker scores from the store.
type texts struct{ store Store }

var _ retrieval.Texts = texts{}

// Text implements retrieval.Texts. Ids of articles and of documents never
// coincide.
func (t texts) Text(ctx context.Context, ids []string) (map[string]retrieval.Text, error) {
	out := make(map[string]retrieval.Text, len(ids))
	for _, id := range ids {
		text, err := t.one(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted after the index last looked
		}
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", id, err)
		}
		out[id] = text
	}
	return out, nil
}

func (t texts) one(ctx context.Context, id string) (retrieval.Text, error) {
	article, err := t.store.Article(ctx, id)
	if err == nil {
		r := index.ArticleRecord(article)
		return retrieval.Text{Title: r.Title, Body: r.Text, Implied: implied(article), Kind: r.PageKind, Published: r.Published}, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return retrieval.Text{}, err
	}
	doc, err := t.store.Document(ctx, id)
	if err != nil {
		return retrieval.Text{}, err
	}
	return retrieval.Text{Title: Name(doc.Number) + " " + doc.Title, Published: doc.Issued}, nil
}

// implied is what readers know of an article before they read it: of which
// place its portal is, and when it was posted.
func implied(a *model.Article) string {
	if a.Published.IsZero() {
		return a.Place
	}
	return a.Place + "\nnăm " + strconv.Itoa(a.Published.Year)
}

// searcher ranks what the index finds by the texts of the store.
func (s *Service) searcher() (*retrieval.Searcher, error) {
	ranker, err := rank.Default()
	if err != nil {
		return nil, err
	}
	return retrieval.New(s.index, texts{s.store}, ranker, retrieval.Options{SnippetRunes: snippetRunes}), nil
}
