package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
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
	articles, err := t.store.ArticleTexts(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[string]retrieval.Text, len(ids))
	for _, a := range articles {
		text := retrieval.Text{Title: a.Title, Body: index.ArticleText(a), Implied: implied(a), Kind: a.Kind, Published: a.Published}
		if len(a.Attachments) > 0 {
			text.Attached = len(a.Body()) // they follow it
		}
		out[a.ID] = text
	}
	for _, id := range ids {
		if _, known := out[id]; known {
			continue
		}
		doc, err := t.store.Document(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted after the index last looked
		}
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", id, err)
		}
		out[id] = retrieval.Text{Title: Name(doc.Number) + " " + doc.Title, Published: doc.Issued}
	}
	return out, nil
}

// implied is what readers know of an article before they read it: of which
// place its portal is, and when it was posted.
func implied(a *model.Article) string {
	if a.Published.IsZero() {
		return a.Place
	}
	return a.Place + "\nnăm " + strconv.Itoa(a.Published.Year)
}

// newSearcher ranks what the index finds by the texts of the store.
func newSearcher(s Store, x Index) (*retrieval.Searcher, error) {
	ranker, err := rank.Default()
	if err != nil {
		return nil, err
	}
	return retrieval.New(x, texts{s}, ranker, retrieval.Options{SnippetRunes: snippetRunes}), nil
}

// Applied tells that a batch has come into the index: what is kept of its
// records is read anew, and new names are learned.
func (s *Service) Applied(b index.Batch) {
	s.names.changed()
	searcher, err := s.searcher()
	if err != nil {
		return // every search says so
	}
	changed := slices.Clone(b.Deletes)
	for _, r := range b.Upserts {
		changed = append(changed, r.ID)
	}
	searcher.Forget(changed...)
}
