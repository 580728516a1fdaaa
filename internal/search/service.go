// Package search is the service that people ask. A number that is typed goes
// to look-up over the store first, on its own path; then the words go to the
// full text of the index, and what it finds is joined with the store.
package search

import (
	"context"
	"sync"
	"sync/atomic"

	"tracuu/internal/lookup"
	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// Store is what the service reads. Absent things give store.ErrNotFound.
type Store interface {
	lookup.Source
	store.Headliner
	store.Lister
	Article(ctx context.Context, id string) (*model.Article, error)
	ArticleTexts(ctx context.Context, ids []string) ([]*model.Article, error)
	ArticleCaptures(ctx context.Context, id string) ([]model.Capture, error)
	Capture(ctx context.Context, id string) (model.Capture, error)
	Presence(ctx context.Context, articleID string) (model.Presence, error)
	Revisions(ctx context.Context, articleID string) ([]model.Revision, error)
	Copies(ctx context.Context, articleID string) ([]string, error)
	ArticleMentions(ctx context.Context, articleID string) ([]store.MentionAt, error)
	Document(ctx context.Context, id string) (model.Document, error)
	DocumentMentions(ctx context.Context, id string) ([]store.MentionAt, error)
	DocumentRelations(ctx context.Context, id string) ([]store.RelationAt, error)
	Holdings(ctx context.Context) ([]store.Holding, error)
	Runs(ctx context.Context, limit int) ([]store.Run, error)
	Changes(ctx context.Context, after int64, limit int) ([]model.Change, error)
	Stats(ctx context.Context) (store.Stats, error)
}

// Index is what the service asks of a search engine.
type Index interface {
	retrieval.Engine
	Sequence(ctx context.Context) (int64, error)
}

// PortalNames gives the name of a portal as its readers know it, by id.
type PortalNames func(id string) string

// Service answers questions. It may be shared.
type Service struct {
	Evidence Evidence // set before it is shared

	store   Store
	index   Index
	portals PortalNames
	// searcher is made once, by whoever asks first.
	searcher func() (*retrieval.Searcher, error)
	names    *names

	caughtUp atomic.Bool // the index has been in step with the store once
}

// New returns a service. portals may be nil: then portals show by their id.
func New(s Store, x Index, portals PortalNames) *Service {
	return &Service{
		store: s, index: x, portals: portals, names: newNames(s),
		searcher: sync.OnceValues(func() (*retrieval.Searcher, error) { return newSearcher(s, x) }),
	}
}

// portalName falls back to the id, so that a page never shows a blank.
func (s *Service) portalName(id string) string {
	if s.portals != nil {
		if name := s.portals(id); name != "" {
			return name
		}
	}
	return id
}
