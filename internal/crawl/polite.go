package crawl

import (
	"time"

	"tracuu/internal/portal"
)

// polite gives hosts their turns. It belongs to the crawl's loop alone.
type polite struct {
	delay   time.Duration             // between the end of one request and the next
	portals map[string]*portal.Portal // what portals ask for, by siteHost
	opened  map[string]bool           // hosts that --allow-private opened
	local   time.Duration             // delay of opened hosts
	most    int                       // flights of a host without delay
	hosts   map[string]*turn
	parked  map[string]string // hosts left alone for this run, and why
}

// turn is how a host is treated.
type turn struct {
	flights int
	next    time.Time
	before  time.Time     // next before the request that is under way
	base    time.Duration // delay that was asked for, by us, its portal or robots.txt
	pace    time.Duration // mean time of its answers
	slow    time.Duration // delay on top after 429 and 503
	calm    int           // answers in a row without 429 and 503
	silent  int           // requests in a row that no answer came to
}

const (
	maxCrawlDelay = 5 * time.Minute  // of robots.txt; longer would mean never
	maxRetryAfter = 10 * time.Minute // that a run waits for; it leaves a host alone that asks for more
	longestPause  = 24 * time.Hour   // that a host is left alone in later runs
	maxSilent     = 5                // requests without answer until a host is left alone

	firstSlow  = time.Second // after the first 429 or 503; doubled by each more
	maxSlow    = 5 * time.Minute
	calmEnough = 10 // good answers until the slow-down is halved
	maxPace    = 30 * time.Second
)

func (p *polite) turn(host string) *turn {
	t, known := p.hosts[host]
	if !known {
		t = &turn{base: p.delay}
		if at := p.portals[siteHost(host)]; at != nil {
			t.base = max(t.base, at.Delay)
		}
		if p.opened[host] {
			t.base = p.local
		}
		p.hosts[host] = t
	}
	return t
}

// gap is the time between two requests. A host that answers slowly gets as
// long to rest as it took to answer; one without any delay is a test's or the
// user's own.
func (t *turn) gap() time.Duration {
	gap := max(t.base, t.slow)
	if t.base > 0 {
		gap = max(gap, min(t.pace, maxPace))
	}
	return gap
}

// flightsOf is how many requests may be under way to a host.
func (p *polite) flightsOf(host string, t *turn) int {
	switch at := p.portals[siteHost(host)]; {
	case t.slow > 0:
		return 1
	case t.base == 0:
		return p.most
	case at != nil:
		return max(at.Connections, 1)
	}
	return 1
}

// free tells whether a host may be asked now.
func (p *polite) free(host string, now time.Time) bool {
	if _, out := p.parked[host]; out {
		return false
	}
	t := p.turn(host)
	return t.flights < p.flightsOf(host, t) && !p.opening(host, later(t.next, now)).After(now)
}

// opening is the first time from t on at which a host's portal wants to be
// asked.
func (p *polite) opening(host string, t time.Time) time.Time {
	if at := p.portals[siteHost(host)]; at != nil && !p.opened[host] {
		return at.Hours.Opening(t)
	}
	return t
}

// leftAlone lists the hosts that are not asked in this run.
func (p *polite) leftAlone() []string {
	hosts := make([]string, 0, len(p.parked))
	for host := range p.parked {
		hosts = append(hosts, host)
	}
	return hosts
}

// wake is the next time that one of the hosts may be asked; zero when none
// waits.
func (p *polite) wake(now time.Time, waiting func(host string) bool) time.Time {
	var first time.Time
	for host, t := range p.hosts {
		if _, out := p.parked[host]; out || !waiting(host) || t.flights >= p.flightsOf(host, t) {
			continue
		}
		if at := p.opening(host, later(t.next, now)); first.IsZero() || at.Before(first) {
			first = at
		}
	}
	return first
}

// begin notes that a request is sent.
func (p *polite) begin(host string, now time.Time) {
	t := p.turn(host)
	t.flights++
	t.before = t.next
	t.next = later(t.next, now.Add(t.gap()))
}

// end notes how a visit went. It tells whether the host is given up. A visit
// that asked for nothing, as of what robots.txt or a trap's guard closes, costs
// the host no turn.
func (p *polite) end(host string, now time.Time, l *landing) (givenUp bool) {
	t := p.turn(host)
	t.flights--
	if !p.opened[host] {
		t.base = max(t.base, min(l.crawlDelay, maxCrawlDelay))
	}
	if l.idle {
		if t.flights == 0 {
			t.next = t.before
		}
		return false
	}
	t.adapt(l)
	t.next = later(t.next, now.Add(max(t.gap(), min(l.pause, maxRetryAfter))))
	if !l.silent {
		t.silent = 0
		return false
	}
	t.silent++
	t.next = later(t.next, now.Add(t.gap()<<t.silent))
	return t.silent >= maxSilent
}

// adapt slows down for a host that asks for it, or that answers slowly, and
// comes back when it has been calm for a while.
func (t *turn) adapt(l *landing) {
	if l.took > 0 {
		t.pace = (t.pace + l.took) / 2
	}
	switch {
	case l.throttled:
		t.slow, t.calm = min(max(2*t.slow, 2*t.base, firstSlow), maxSlow), 0
	case l.silent || t.slow == 0:
	default:
		if t.calm++; t.calm >= calmEnough {
			t.calm = 0
			if t.slow /= 2; t.slow < max(t.base, firstSlow) {
				t.slow = 0
			}
		}
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// backoff is the wait before the attempt after the n-th, counted from 1.
func backoff(gap time.Duration, n int) time.Duration {
	return min(max(5*gap, 500*time.Millisecond)<<(2*min(n-1, 8)), maxRetryAfter)
}
