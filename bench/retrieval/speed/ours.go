package main

import (
	"context"
	"errors"

	"tracuu/internal/evaluate"
	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/retrieval"
	"tracuu/internal/vietnamese"
)

// ours is the engine, ranking and snippets of this module. Texts are held in
// memory, where the program has them in its store.
type ours struct {
	engine   *bleve.Engine
	searcher *retrieval.Searcher
	texts    map[string]retrieval.Text
}

// Text implements retrieval.Texts.
func (o *ours) Text(_ context.Context, ids []string) (map[string]retrieval.Text, error) {
	found := make(map[string]retrieval.Text, len(ids))
	for _, id := range ids {
		found[id] = o.texts[id]
	}
	return found, nil
}

func read(r evaluate.Record) retrieval.Text {
	return retrieval.Text{Title: vietnamese.Clean(r.Title), Body: vietnamese.Clean(r.Text), Kind: model.KindArticle}
}

func (o *ours) index(ctx context.Context, corpus, folder string) error {
	e, err := bleve.Open(ctx, folder, bleve.Options{})
	if err != nil {
		return err
	}
	all := func(yield func(index.Record, error) bool) {
		err := records(corpus, func(r evaluate.Record) error {
			t := read(r)
			if !yield(index.Record{ID: r.ID, Kind: model.ArticleChanged, PageKind: t.Kind, Title: t.Title, Text: t.Body}, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(index.Record{}, err)
		}
	}
	return errors.Join(index.Feed(ctx, e, index.Group(all), nil), e.Close())
}

// errEnough ends a walk over records that nobody wants any more.
var errEnough = errors.New("enough")

func (o *ours) open(ctx context.Context, corpus, folder string) (err error) {
	o.texts = map[string]retrieval.Text{}
	if err := records(corpus, func(r evaluate.Record) error { o.texts[r.ID] = read(r); return nil }); err != nil {
		return err
	}
	if o.engine, err = bleve.Open(ctx, folder, bleve.Options{}); err != nil {
		return err
	}
	ranker, err := rank.Load()
	if err != nil {
		return errors.Join(err, o.engine.Close())
	}
	o.searcher = retrieval.New(o.engine, o, ranker, retrieval.Options{})
	return nil
}

func (o *ours) search(ctx context.Context, text string, depth int) ([]evaluate.Ranked, error) {
	found, err := o.searcher.Search(ctx, retrieval.Request{Text: text, Limit: depth})
	if err != nil {
		return nil, err
	}
	var hits []evaluate.Ranked
	for _, h := range found.Hits {
		hits = append(hits, evaluate.Ranked{ID: h.ID, Score: h.Score})
	}
	return hits, nil
}

func (o *ours) close() error { return o.engine.Close() }
