package storetest

import (
	"context"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/store/identity"
)

// reference is the plainest ledger: a list that is walked. It is what a store's
// queries must agree with.
type reference []identity.Name

var _ identity.Ledger = reference(nil)

// sameGroup: see identity.Ledger.
func sameGroup(n, o identity.Name) bool {
	if n.Bare() && !o.Bare() {
		return n.Number.No == o.Number.No && n.SameKind(o)
	}
	return n.Group == o.Group
}

func (r reference) Owners(_ context.Context, n identity.Name, limit int) ([]string, error) {
	var ids []string
	for _, o := range r {
		if o.Owns && o.Level() < n.Level() && sameGroup(n, o) && n.Agrees(o) && !slices.Contains(ids, o.DocumentID) {
			ids = append(ids, o.DocumentID)
		}
	}
	slices.Sort(ids)
	return ids[:min(limit, len(ids))], nil
}

func (r reference) Dependants(_ context.Context, n identity.Name) ([]identity.Name, error) {
	var out []identity.Name
	for _, o := range r {
		if o.Level() > n.Level() && sameGroup(o, n) && o.Agrees(n) {
			out = append(out, o)
		}
	}
	return out, nil
}

func (r reference) Assign(_ context.Context, n identity.Name) error {
	r[n.ID] = n
	return nil
}

// expected resolves the mentions of pages from nothing: "slug place" -> the
// documents they may name.
func expected(ctx context.Context, pages []*model.Article) (map[string][]string, error) {
	var all reference
	for _, a := range pages {
		for _, n := range identity.InContext(a) {
			n.ID = int64(len(all))
			all = append(all, n)
		}
	}
	if _, err := identity.Settle(ctx, all, slices.Clone(all), nil); err != nil {
		return nil, err
	}
	out := map[string][]string{}
	next := 0
	for _, a := range pages {
		for i := range a.Mentions {
			n := all[next]
			next++
			ids := []string{n.DocumentID}
			if n.DocumentID == "" {
				ids, _ = all.Owners(ctx, n, len(all)) // a list in memory does not fail
			}
			out[placeKey(a, i)] = ids
		}
	}
	return out, nil
}
