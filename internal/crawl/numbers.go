package crawl

import (
	"context"

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

// idRange is the range that a task's position is a number of; nil when it is of
// none, or the rules have changed since.
func (v *visit) idRange() (at discover.Position, r *portal.IDRange) {
	at, err := discover.ParsePosition(v.task.Position)
	if err != nil || at.Range == "" {
		return at, nil
	}
	if p, known := v.Portals.ByID(at.Portal); known {
		r, _ = p.Discovery.Range(at.Range)
	}
	return at, r
}

// numbersBehind goes on behind a number that has a page, over the end of the
// range when it is near: the portal has grown since its rules were written.
func (q *linker) numbersBehind() {
	at, r := q.v.idRange()
	if r == nil {
		return
	}
	last := r.To
	if at.Number+r.Misses >= r.To {
		last = portal.MaxID
	}
	q.numbers(at.Portal, r, at.Number+1, last)
}

// atFront tells whether a number without a page lies where its range grows: no
// number behind it that would be asked for next has a page yet.
func (v *visit) atFront(ctx context.Context) (bool, error) {
	at, r := v.idRange()
	if r == nil {
		return false, nil
	}
	var next []model.Change
	for n := at.Number + 1; n <= at.Number+r.Misses; n++ {
		if to, err := v.at.Resolve(portal.Numbered(r.Address, n)); err == nil {
			next = append(next, model.Change{Kind: model.ArticleChanged, ID: model.ArticleID(to.Page)})
		}
	}
	there, err := v.Store.Headings(ctx, next)
	return len(there) == 0 && err == nil, err
}
