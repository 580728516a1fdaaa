package index

import (
	"context"
	"iter"
)

// Feed applies batches in order, and makes the next one while one is applied:
// reading a store and writing an index keep two processors busy. It tells
// applied (which may be nil) of each, and ends with the first error of either
// side; what was applied before it stays.
func Feed(ctx context.Context, e Engine, batches iter.Seq2[Batch, error], applied func(Batch)) error {
	ctx, stop := context.WithCancel(ctx)
	type made struct {
		batch Batch
		err   error
	}
	next := make(chan made)
	go func() {
		defer close(next)
		for b, err := range batches {
			select {
			case next <- made{b, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	defer func() {
		stop()
		for range next { // the maker has ended when Feed has
			continue
		}
	}()
	for m := range next {
		if m.err != nil {
			return m.err
		}
		if err := e.Apply(ctx, m.batch); err != nil {
			return err
		}
		if applied != nil {
			applied(m.batch)
		}
	}
	return ctx.Err()
}

// Group cuts records of a plain corpus, which has no change sequence, into
// batches that are numbered by the records before their end.
func Group(records iter.Seq2[Record, error]) iter.Seq2[Batch, error] {
	return func(yield func(Batch, error) bool) {
		var b Batch
		size := 0
		for r, err := range records {
			if err != nil {
				yield(Batch{}, err)
				return
			}
			b.Upserts = append(b.Upserts, r)
			b.Sequence++
			if size += len(r.Text); len(b.Upserts) < batchChanges && size <= batchBytes {
				continue
			}
			if !yield(b, nil) {
				return
			}
			b, size = Batch{Sequence: b.Sequence}, 0
		}
		if len(b.Upserts) > 0 {
			yield(b, nil)
		}
	}
}
