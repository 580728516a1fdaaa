// Package bleve is the search index on disk that one process serves.
//
// Texts are indexed as folded syllables and, in fields of their own, as
// folded pairs of neighbouring syllables, so that typing with and without
// diacritics finds the same. Scores are tf-idf with coordination: the
// library's own BM25 takes the number of distinct terms for the length.
package bleve

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"

	"tracuu/internal/index"
)

// Engine is an open index. Its methods may be called at the same time.
type Engine struct {
	index bleve.Index
	sums  pool
}

var _ index.Engine = (*Engine)(nil)

// Sequence implements index.Engine.
func (e *Engine) Sequence(ctx context.Context) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	b, err := e.index.GetInternal(sequenceKey)
	switch {
	case err != nil:
		return 0, fmt.Errorf("read the sequence of the index: %w", err)
	case len(b) == 0:
		return 0, nil
	case len(b) != 8:
		return 0, fmt.Errorf("read the sequence of the index: %w: %d bytes", ErrUnusable, len(b))
	}
	return int64(binary.BigEndian.Uint64(b)), nil
}

// Apply implements index.Engine.
func (e *Engine) Apply(ctx context.Context, batch index.Batch) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b := e.index.NewBatch()
	for _, id := range batch.Deletes {
		for _, old := range internalIDs(id) {
			b.Delete(old)
		}
	}
	for _, r := range batch.Upserts {
		if old := otherID(r); old != "" {
			b.Delete(old)
		}
		if err := b.IndexAdvanced(newDocument(r)); err != nil {
			return fmt.Errorf("index %s %s: %w", r.Kind, r.ID, err)
		}
	}
	b.SetInternal(sequenceKey, binary.BigEndian.AppendUint64(nil, uint64(batch.Sequence)))
	if err := e.index.Batch(b); err != nil {
		return fmt.Errorf("write the index up to change %d: %w", batch.Sequence, err)
	}
	return nil
}

// Bounds of a request.
const (
	defaultLimit = 10
	maxReach     = 10_000 // of offset + limit
	// block is how many hits are ordered together by more than the score of
	// the words; pages are cut from whole blocks, so that they fit together.
	block = 200
)

// listFactor makes lists and other pages give way to articles and documents
// that match about as well.
const listFactor = 0.8

// Search implements index.Engine.
func (e *Engine) Search(ctx context.Context, r index.Request) (res index.Result, err error) {
	q := newAsk(r)
	if len(q.words) == 0 {
		return index.Result{}, ctx.Err()
	}
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	from := min(max(r.Offset, 0), maxReach)
	to := min(from+r.Limit, maxReach)
	first := from / block * block
	reader, err := e.reader()
	if err != nil {
		return index.Result{}, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	c := collector{ctx: ctx, reader: reader, sums: e.sums.get()}
	defer e.sums.put(c.sums)
	found, total, err := c.collect(q, (to+block-1)/block*block)
	if err != nil {
		return index.Result{}, fmt.Errorf("search the index: %w", err)
	}
	hits, err := c.hits(found[min(first, len(found)):])
	if err != nil {
		return index.Result{}, fmt.Errorf("search the index: %w", err)
	}
	for part := range slices.Chunk(hits, block) {
		slices.SortFunc(part, func(a, b index.Hit) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
		})
	}
	low, high := min(from-first, len(hits)), min(to-first, len(hits))
	return index.Result{Total: total, Hits: hits[low:high]}, nil
}

// Close implements index.Engine.
func (e *Engine) Close() error {
	if err := e.index.Close(); err != nil {
		return fmt.Errorf("close the index: %w", err)
	}
	return nil
}
