package search

import (
	"context"
	"fmt"
)

// Readiness tells how far the index is behind the store.
type Readiness struct {
	Ready bool  `json:"ready"`
	Store int64 `json:"store_sequence"`
	Index int64 `json:"index_sequence"`
	Lag   int64 `json:"lag"`
}

// tolerated is how far the index may fall behind, once it has been in step,
// while a crawler writes.
const tolerated = 1000

// Ready reads the store and the index. An error means that one of them cannot
// be read.
func (s *Service) Ready(ctx context.Context) (Readiness, error) {
	stats, err := s.store.Stats(ctx)
	if err != nil {
		return Readiness{}, fmt.Errorf("read the store: %w", err)
	}
	at, err := s.index.Sequence(ctx)
	if err != nil {
		return Readiness{}, fmt.Errorf("read the index: %w", err)
	}
	r := Readiness{Store: stats.Sequence, Index: at, Lag: max(0, stats.Sequence-at)}
	if r.Lag == 0 {
		s.caughtUp.Store(true)
	}
	r.Ready = r.Lag == 0 || s.caughtUp.Load() && r.Lag <= tolerated
	return r, nil
}
