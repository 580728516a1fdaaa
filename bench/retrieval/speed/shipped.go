package main

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2"

	"tracuu/internal/evaluate"
)

// shipped is Bleve with its standard analyzer and default mapping, as its
// first page shows it: everything stored, with term vectors and "_all".
type shipped struct{ b bleve.Index }

const shippedBatch = 1000

func (s *shipped) index(_ context.Context, corpus, folder string) error {
	b, err := bleve.New(folder, bleve.NewIndexMapping())
	if err != nil {
		return err
	}
	batch := b.NewBatch()
	flush := func() error {
		err := b.Batch(batch)
		batch.Reset()
		return err
	}
	err = records(corpus, func(r evaluate.Record) error {
		if err := batch.Index(r.ID, map[string]string{"title": r.Title, "text": r.Text}); err != nil {
			return err
		}
		if batch.Size() < shippedBatch {
			return nil
		}
		return flush()
	})
	if err == nil {
		err = flush()
	}
	return errors.Join(err, b.Close())
}

func (s *shipped) open(_ context.Context, _, folder string) (err error) {
	s.b, err = bleve.Open(folder)
	return err
}

func (s *shipped) search(ctx context.Context, text string, depth int) ([]evaluate.Ranked, error) {
	req := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(text), depth, 0, false)
	req.Highlight = bleve.NewHighlight()
	res, err := s.b.SearchInContext(ctx, req)
	if err != nil {
		return nil, err
	}
	var hits []evaluate.Ranked
	for _, h := range res.Hits {
		hits = append(hits, evaluate.Ranked{ID: h.ID, Score: h.Score})
	}
	return hits, nil
}

func (s *shipped) close() error { return s.b.Close() }
