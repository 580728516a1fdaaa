package crawl

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tracuu/internal/store"
)

const (
	// leaseTime is how long a host stays with a crawler that is no longer
	// heard of; a living one prolongs its leases every heartbeat.
	leaseTime = 10 * time.Minute
	heartbeat = leaseTime / 4
	// lookAhead is how many tasks of a host are read at once.
	lookAhead = 64
	// hostsAhead is how many hosts are held for each that can be asked at once:
	// while some wait for their time, others have their turn.
	hostsAhead = 64
	// Hosts that another crawler holds are tried again after firstLook, and
	// more and more rarely up to lastLook.
	firstLook = time.Second
	lastLook  = time.Minute
)

// queue holds the hosts that this crawler has leased, and the next tasks of
// each. It belongs to the crawl's loop alone.
type queue struct {
	frontier store.Frontier
	owner    string
	most     int // hosts held
	held     map[string]*heldHost
	lookAt   time.Time     // when more hosts are asked for, and put-off tasks are due
	pause    time.Duration // until the look after the next
}

// heldHost is a leased host.
type heldHost struct {
	tasks  []store.Task    // due, best first, none of them under way
	flying map[string]bool // keys of the tasks under way
	dry    bool            // nothing more was due when it was looked
	until  time.Time       // end of the lease
}

func newQueue(f store.Frontier, owner string, flights int) *queue {
	return &queue{frontier: f, owner: owner, most: hostsAhead * flights, held: map[string]*heldHost{}}
}

func (q *queue) lease(now time.Time) store.Lease {
	return store.Lease{Owner: q.owner, Until: now.Add(leaseTime)}
}

// next hands out the best task of the host that has waited longest, nil when
// no host may be asked now.
func (q *queue) next(ctx context.Context, now time.Time, p *polite) (*store.Task, error) {
	task, err := q.ready(ctx, now, p)
	if task != nil || err != nil || now.Before(q.lookAt) {
		return task, err
	}
	q.pause = min(max(firstLook, 2*q.pause), lastLook)
	q.lookAt = now.Add(q.pause)
	for _, h := range q.held {
		h.dry = false // put-off tasks may be due by now
	}
	if task, err := q.ready(ctx, now, p); task != nil || err != nil {
		return task, err
	}
	q.drop(ctx, now, p)
	room := q.most - len(q.held)
	if room <= 0 {
		return nil, nil
	}
	hosts, err := q.frontier.LeaseHosts(ctx, now, q.lease(now), p.leftAlone(), room)
	if err != nil {
		return nil, fmt.Errorf("nhận máy chủ: %w", err)
	}
	for _, host := range hosts {
		q.pause = 0
		q.held[host] = &heldHost{flying: map[string]bool{}, until: now.Add(leaseTime)}
	}
	return q.ready(ctx, now, p)
}

// ready takes a task of a held host.
func (q *queue) ready(ctx context.Context, now time.Time, p *polite) (*store.Task, error) {
	for {
		host := q.longestWaiting(now, p)
		if host == "" {
			return nil, nil
		}
		h := q.held[host]
		if err := q.fill(ctx, now, host, h); err != nil {
			return nil, err
		}
		if len(h.tasks) == 0 {
			h.dry = true
			continue
		}
		task := h.tasks[0]
		h.tasks = h.tasks[1:]
		h.flying[task.Key] = true
		return &task, nil
	}
}

// longestWaiting is the held host whose turn came first, of those that may
// have a task.
func (q *queue) longestWaiting(now time.Time, p *polite) string {
	best := ""
	var since time.Time
	for host, h := range q.held {
		if h.dry || !p.free(host, now) {
			continue
		}
		at := p.turn(host).next
		if best == "" || at.Before(since) || at.Equal(since) && host < best {
			best, since = host, at
		}
	}
	return best
}

// fill reads more tasks when there are none, and proves the lease in time.
func (q *queue) fill(ctx context.Context, now time.Time, host string, h *heldHost) error {
	if len(h.tasks) > 0 && now.Before(h.until) {
		return nil
	}
	found, err := q.frontier.Next(ctx, now, q.lease(now), host, lookAhead+len(h.flying))
	if errors.Is(err, store.ErrLease) {
		h.tasks = nil // another crawler's now
		return nil
	}
	if err != nil {
		return fmt.Errorf("lấy địa chỉ kế tiếp: %w", err)
	}
	h.until, h.tasks = now.Add(leaseTime), nil
	for _, t := range found {
		if !h.flying[t.Key] {
			h.tasks = append(h.tasks, t)
		}
	}
	return nil
}

// drop gives back the hosts that have nothing to do now, so that others come
// in. A host that waits for its time is kept: its time is known here.
func (q *queue) drop(ctx context.Context, now time.Time, p *polite) {
	for host, h := range q.held {
		_, parked := p.parked[host]
		idle := h.dry && !p.turn(host).next.After(now)
		if len(h.flying) > 0 || !parked && !idle {
			continue
		}
		// A lease that is not given back runs out.
		if q.frontier.ReleaseHosts(ctx, q.owner, host) == nil {
			delete(q.held, host)
		}
	}
}

// keep prolongs the leases, and forgets hosts that were lost: a machine that
// slept longer than its leases finds them with others.
func (q *queue) keep(ctx context.Context, now time.Time) error {
	hosts, err := q.frontier.KeepHosts(ctx, q.lease(now))
	if err != nil {
		return err
	}
	for host, h := range q.held {
		if slices.Contains(hosts, host) {
			h.until = now.Add(leaseTime)
		} else {
			delete(q.held, host)
		}
	}
	return nil
}

// landed takes in the end of a task's visit and what it added to the queue.
func (q *queue) landed(task store.Task, added []store.Link) {
	if h := q.held[task.Host]; h != nil {
		delete(h.flying, task.Key)
	}
	for i := range added {
		h := q.held[added[i].Host]
		if h == nil {
			q.lookAt = time.Time{}
		} else {
			h.dry = false
			if n := len(h.tasks); n > 0 && before(&added[i], &h.tasks[n-1].Link) {
				h.tasks = nil
			}
		}
	}
}

// before tells whether a is visited before b.
func before(a, b *store.Link) bool {
	return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Depth, b.Depth)) < 0
}

// waiting tells whether a host with tasks at hand waits for its time.
func (q *queue) waiting(host string) bool {
	h := q.held[host]
	return h != nil && !h.dry
}
