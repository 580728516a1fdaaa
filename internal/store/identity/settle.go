package identity

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// levels is the number of levels a name can stand on.
const levels = 6

// Ledger is the stored set of names that are in use. In all its answers a
// group is the names of one Group; that of a bare name also holds the names
// with a symbol that have its type and number.
type Ledger interface {
	// Owners lists at most limit different document ids of owning names of a
	// lower level in n's group that agree with n.
	Owners(ctx context.Context, n Name, limit int) ([]string, error)
	// Dependants lists the names of a higher level that n is in the group of
	// and agrees with.
	Dependants(ctx context.Context, n Name) ([]Name, error)
	// Assign stores n.DocumentID and n.Owns.
	Assign(ctx context.Context, n Name) error
}

// Settle resolves the fresh names anew, and whatever depends on them and on
// the names that are gone (already removed from the ledger). It returns the
// ids of the documents that gained or lost a name, sorted.
func Settle(ctx context.Context, l Ledger, fresh, gone []Name) ([]string, error) {
	s := settling{ledger: l, touched: map[string]bool{}}
	for _, n := range gone {
		s.touch(n.DocumentID)
		if n.Owns {
			if err := s.wake(ctx, n); err != nil {
				return nil, err
			}
		}
	}
	for _, n := range fresh {
		s.add(n)
	}
	for level := range levels {
		for _, id := range slices.Sorted(maps.Keys(s.pending[level])) {
			if err := s.resolve(ctx, s.pending[level][id]); err != nil {
				return nil, err
			}
		}
	}
	return slices.Sorted(maps.Keys(s.touched)), nil
}

type settling struct {
	ledger  Ledger
	pending [levels]map[int64]Name
	touched map[string]bool
}

func (s *settling) add(n Name) {
	level := n.Level()
	if s.pending[level] == nil {
		s.pending[level] = map[int64]Name{}
	}
	s.pending[level][n.ID] = n
}

func (s *settling) touch(documentID string) {
	if documentID != "" {
		s.touched[documentID] = true
	}
}

// wake queues the names that must look again because n's document came or
// went. They stand on higher levels, so that one pass upwards is enough.
func (s *settling) wake(ctx context.Context, n Name) error {
	dependants, err := s.ledger.Dependants(ctx, n)
	if err != nil {
		return fmt.Errorf("names that depend on %s: %w", n.OwnID(), err)
	}
	for _, d := range dependants {
		s.add(d)
	}
	return nil
}

func (s *settling) resolve(ctx context.Context, n Name) error {
	next, err := decide(ctx, s.ledger, n)
	if err != nil {
		return fmt.Errorf("documents that %s may name: %w", n.OwnID(), err)
	}
	if next.DocumentID == n.DocumentID && next.Owns == n.Owns {
		return nil
	}
	s.touch(n.DocumentID)
	s.touch(next.DocumentID)
	if err := s.ledger.Assign(ctx, next); err != nil {
		return fmt.Errorf("resolving %s: %w", n.OwnID(), err)
	}
	if next.Owns != n.Owns {
		return s.wake(ctx, next)
	}
	return nil
}

// decide applies the law of resolution to one name.
func decide(ctx context.Context, l Ledger, n Name) (Name, error) {
	var owners []string
	if n.Level() > 0 {
		var err error
		if owners, err = l.Owners(ctx, n, 2); err != nil {
			return n, err
		}
	}
	n.DocumentID, n.Owns = "", false
	switch {
	case len(owners) == 1:
		n.DocumentID = owners[0]
	case len(owners) == 0 && n.Level() < levels-1:
		n.DocumentID, n.Owns = n.OwnID(), true
	}
	return n, nil
}
