// Package bleve is the search index on disk that one process serves.
//
// Texts are indexed as folded syllables and, in fields of their own, as
// folded pairs of neighbouring syllables, so that typing with and without
// diacritics finds the same. Scores are tf-idf with coordination: the
// library's own BM25 takes the number of distinct terms for the length.
package bleve

import (
	"context"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2"

	"tracuu/internal/index"
)

// Engine is an open index. Its methods may be called at the same time.
type Engine struct {
	index bleve.Index
	sums  pool

	mu      sync.Mutex
	columns map[uint64]*columns // by part
	table   *table              // of the latest moment that was searched
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

// Close implements index.Engine.
func (e *Engine) Close() error {
	if err := e.index.Close(); err != nil {
		return fmt.Errorf("close the index: %w", err)
	}
	return nil
}
