package crawl

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// Crawler runs one crawl at a time.
type Crawler struct {
	Parts
	opts   Options
	seeds  []Seed
	scope  *scope
	polite *polite
	robots *robots
	fetch  *fetcher

	queue  *queue
	seen   *seen
	flood  *flood
	chrome *chrome
	screen *screen

	warmed  sync.Once // the reader of files has been told that there are some
	fetched atomic.Int64
	bytes   atomic.Int64
	began   time.Time
	spent   string           // the budget that was used up
	rounds  map[string]int64 // store.Run.ID by seed name
}

// New makes a crawler for the seeds.
func New(parts Parts, opts Options, seeds []Seed) *Crawler {
	dialable := map[string]bool{}
	var ports []string
	portals := map[string]*portal.Portal{}
	for _, s := range seeds {
		for _, a := range s.Starts {
			if opts.Opened[a.Host] {
				dialable[hostPort(a)] = true
			} else if _, port, err := net.SplitHostPort(a.Host); err == nil {
				ports = append(ports, port)
			}
			if s.Portal != nil {
				portals[siteHost(a.Host)] = s.Portal
			}
		}
		if s.Portal != nil {
			for _, h := range s.Portal.Files {
				portals[siteHost(h)] = s.Portal
			}
		}
	}
	d := dialer{opened: dialable, ports: ports, timeout: opts.Limits.Idle}
	c := &Crawler{
		Parts: parts,
		opts:  opts,
		seeds: seeds,
		scope: newScope(seeds, opts.Depth),
		fetch: newFetcher(d, portals, opts.Agent, opts.Limits, parts.Now),
		polite: &polite{
			delay: opts.Delay, portals: portals, opened: opts.Opened, local: opts.OpenedDelay, most: opts.LocalFlights,
			hosts: map[string]*turn{}, parked: map[string]string{},
		},
		queue:  newQueue(parts.Store, newOwner(), opts.Hosts),
		seen:   newSeen(),
		flood:  newFlood(),
		chrome: newChrome(parts.Store),
		screen: newScreen(opts, d),
	}
	ask := func(ctx context.Context, url string) (*response, error) {
		res, _, err := c.ask(ctx, request{url: url, size: maxRobots})
		return res, err
	}
	c.robots = &robots{fetch: ask, now: parts.Now, hosts: map[string]*rules{}}
	return c
}

// newOwner names a crawler among those that share a frontier.
func newOwner() string { return fmt.Sprintf("%d-%s", os.Getpid(), rand.Text()) }

// Run queues the seeds and works until nothing is left or ctx ends. Single
// pages may fail; an error means that the crawl could not go on.
func (c *Crawler) Run(ctx context.Context) (Summary, error) {
	defer c.fetch.clients.close()
	defer c.screen.close(c.Log)
	c.began = c.Now()
	if err := c.start(ctx); err != nil {
		if ctx.Err() != nil { // stopped before anything was asked for
			return c.summary(context.WithoutCancel(ctx), true)
		}
		return Summary{}, err
	}
	// Visits outlive ctx by the grace time, so that a stop loses nothing.
	visits, drop := context.WithCancel(context.WithoutCancel(ctx))
	defer drop()
	landings := make(chan landing)
	var flying sync.WaitGroup
	stopped, err := c.loop(ctx, visits, &flying, landings)
	if stopped || err != nil {
		late := time.AfterFunc(c.opts.Grace, drop)
		defer late.Stop()
	}
	err = errors.Join(err, c.settle(&flying, landings))
	after := context.WithoutCancel(ctx)
	if err == nil && !stopped {
		err = c.rereadPending(ctx)
	}
	if err == nil && !stopped && len(c.polite.parked) == 0 {
		err = c.endRuns(after)
	}
	err = errors.Join(err, c.Store.ReleaseHosts(after, c.queue.owner))
	sum, statsErr := c.summary(after, stopped)
	return sum, errors.Join(err, statsErr)
}

func (c *Crawler) summary(ctx context.Context, stopped bool) (Summary, error) {
	p, err := c.progress(ctx)
	return Summary{Progress: p, Stopped: stopped, Spent: c.spent, Parked: c.polite.parked}, err
}

func (c *Crawler) start(ctx context.Context) error {
	if err := c.beginRuns(ctx); err != nil {
		return err
	}
	var links []store.Link
	for _, s := range c.seeds {
		for _, a := range s.Starts {
			links = append(links, store.Link{Key: a.Key, URL: a.URL, Host: a.Host, Seed: s.Name, Kind: store.TaskPage})
		}
	}
	if _, err := c.Store.Enqueue(ctx, c.Now(), links...); err != nil {
		return err
	}
	if _, err := c.Store.Enqueue(ctx, c.Now(), c.seedOffers()...); err != nil {
		return err
	}
	if _, err := c.Store.Recheck(ctx, c.Now(), c.scope.recheckHosts(c.seeds)); err != nil {
		return err
	}
	return c.retryFailedSeeds(ctx, links)
}

// retryFailedSeeds gives failed tasks another go when a seed is among them:
// a site that was down last time must not stay lost.
func (c *Crawler) retryFailedSeeds(ctx context.Context, seeds []store.Link) error {
	failed, err := c.Store.Failures(ctx, 1000)
	if err != nil {
		return err
	}
	for _, f := range failed {
		for _, s := range seeds {
			if f.Key == s.Key {
				_, err := c.Store.Requeue(ctx, c.Now())
				return err
			}
		}
	}
	return nil
}

// loop hands out visits until nothing is left (false), or ctx or a budget ends
// (true).
func (c *Crawler) loop(ctx, visits context.Context, flying *sync.WaitGroup, landings chan landing) (stopped bool, err error) {
	tick := time.NewTicker(c.opts.ReportEvery)
	defer tick.Stop()
	pulse := time.NewTicker(heartbeat)
	defer pulse.Stop()
	flights := 0
	for {
		if ctx.Err() != nil || c.overspent() {
			return true, nil
		}
		var wait time.Duration // until the next look; none means: until a landing
		if flights < c.opts.Hosts {
			launched, pause, err := c.launch(ctx, visits, flying, landings)
			if err != nil && ctx.Err() == nil {
				return false, err
			}
			if launched {
				flights++
				continue
			}
			if flights == 0 && pause == 0 {
				return false, nil
			}
			wait = pause
		}
		if landed, err := c.await(ctx, landings, tick.C, pulse.C, c.untilBudget(wait)); err != nil {
			return false, err
		} else if landed {
			flights--
		}
	}
}

// await waits for a landing, a moment, or the end of ctx.
func (c *Crawler) await(ctx context.Context, landings <-chan landing, tick, pulse <-chan time.Time, wait time.Duration) (landed bool, err error) {
	var alarm <-chan time.Time
	if wait > 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		alarm = timer.C
	}
	select {
	case l := <-landings:
		return true, c.land(l)
	case <-alarm:
	case <-pulse:
		return false, c.queue.keep(context.WithoutCancel(ctx), c.Now())
	case <-ctx.Done():
	case <-tick:
		p, err := c.progress(ctx)
		if err != nil && ctx.Err() == nil {
			return false, err
		}
		c.Report(p)
	}
	return false, nil
}

// launch starts one visit when a task is due. Otherwise it tells how long to
// wait for one; 0 means that only landings can bring new tasks.
func (c *Crawler) launch(ctx, visits context.Context, flying *sync.WaitGroup, landings chan<- landing) (bool, time.Duration, error) {
	now := c.Now()
	task, err := c.queue.next(ctx, now, c.polite)
	if err != nil {
		return false, 0, err
	}
	if task == nil {
		wait, err := c.untilDue(ctx, now)
		return false, wait, err
	}
	seed, mine := c.scope.claim(*task)
	if !mine {
		c.polite.parked[task.Host] = "thuộc lần thu thập khác"
		c.queue.landed(*task, nil)
		return false, time.Millisecond, nil
	}
	task.Seed = seed
	c.polite.begin(task.Host, now)
	gap := c.polite.turn(task.Host).gap()
	flying.Go(func() { landings <- c.visit(visits, *task, gap) })
	return true, 0, nil
}

// patience is how long a run waits for tasks that were put off; those that are
// due later are left for a later run.
const patience = 15 * time.Minute

// untilDue is the time until a host or a postponed task is due, 0 when none is.
func (c *Crawler) untilDue(ctx context.Context, now time.Time) (time.Duration, error) {
	first := c.polite.wake(now, c.queue.waiting)
	due, err := c.Store.NextDue(ctx, now, c.queue.owner, c.polite.leftAlone())
	switch {
	case errors.Is(err, store.ErrDrained):
	case err != nil:
		return 0, fmt.Errorf("lấy địa chỉ kế tiếp: %w", err)
	case due.Sub(now) <= patience:
		if due.IsZero() { // of a host that another crawler holds, or that waits
			due = later(c.queue.lookAt, now)
		}
		c.queue.lookAt = due
		if first.IsZero() || due.Before(first) {
			first = due
		}
	}
	if first.IsZero() {
		return 0, nil
	}
	return max(first.Sub(now), time.Millisecond), nil
}

// land takes in what a visit came to.
func (c *Crawler) land(l landing) error {
	now := c.Now()
	c.queue.landed(l.task, l.added)
	if c.polite.end(l.host, now, &l) {
		c.polite.parked[l.host] = "không trả lời nhiều lần liền; chạy lại lệnh này sau để đi tiếp"
		c.Log.Warn("host given up for this run", "host", l.host)
	}
	if l.pause > maxRetryAfter {
		c.polite.parked[l.host] = "máy chủ yêu cầu chờ tới " + now.Add(l.pause).Format(time.RFC3339) + "; chạy lại lệnh này sau đó"
	}
	if l.whole {
		return errors.Join(l.err, c.Pending.Mark(l.host))
	}
	return l.err
}

// settle waits for the visits under way.
func (c *Crawler) settle(flying *sync.WaitGroup, landings chan landing) error {
	go func() {
		flying.Wait()
		close(landings)
	}()
	var errs []error
	for l := range landings {
		errs = append(errs, c.land(l))
	}
	return errors.Join(errs...)
}

func (c *Crawler) progress(ctx context.Context) (Progress, error) {
	stats, err := c.Store.Stats(ctx)
	if err != nil {
		return Progress{}, fmt.Errorf("đếm kho dữ liệu: %w", err)
	}
	return Progress{Stats: stats, Fetched: int(c.fetched.Load()), Bytes: c.bytes.Load()}, nil
}
