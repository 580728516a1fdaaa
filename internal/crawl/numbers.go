package crawl

import (
	"context"
	"errors"

	"tracuu/internal/discover"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// numbers queues as many numbers of a range, from one to last, as may miss in a
// row.
func (q *linker) numbers(portalID string, r *portal.IDRange, from, last int) {
	for n := from; n <= last && n < from+r.Misses; n++ {
		at := discover.Position{Portal: portalID, Range: r.ID, Number: n}
		q.ref(portal.Numbered(r.Address, n), store.Link{
			Kind: store.TaskPage, Priority: pageNext, Referrer: q.v.at.Page, Position: at.String(),
		})
	}
}

// numbersBehind goes on behind a number that has a page, over the end of the
// range when it is near: the portal has grown since its rules were written.
func (q *linker) numbersBehind(position string) {
	at, err := discover.ParsePosition(position)
	if err != nil || at.Range == "" {
		return
	}
	p, known := q.v.Portals.ByID(at.Portal)
	if !known {
		return
	}
	if r, ok := p.Discovery.Range(at.Range); ok {
		last := r.To
		if at.Number+r.Misses >= r.To {
			last = portal.MaxID
		}
		q.numbers(p.ID, r, at.Number+1, last)
	}
}

// atFront tells whether a number without a page lies where its range grows: no
// number behind it that would be asked for next has a page yet.
func (v *visit) atFront(ctx context.Context) (bool, error) {
	at, err := discover.ParsePosition(v.task.Position)
	if err != nil || at.Range == "" {
		return false, nil //nolint:nilerr // no number of a range
	}
	p, known := v.Portals.ByID(at.Portal)
	if !known {
		return false, nil
	}
	r, known := p.Discovery.Range(at.Range)
	if !known {
		return false, nil
	}
	for n := at.Number + 1; n <= at.Number+r.Misses; n++ {
		to, err := v.at.Resolve(portal.Numbered(r.Address, n))
		if err != nil {
			continue
		}
		switch _, err := v.Store.Article(ctx, model.ArticleID(to.Page)); {
		case err == nil:
			return false, nil
		case !errors.Is(err, store.ErrNotFound):
			return false, err
		}
	}
	return true, nil
}
