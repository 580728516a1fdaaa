package crawl

import "time"

// polite gives hosts their turns. It belongs to the crawl's loop alone.
type polite struct {
	delay  time.Duration            // between the end of one request and the next
	asked  map[string]time.Duration // longer delays that portals ask for, by siteHost
	opened map[string]bool          // hosts that --allow-private opened
	local  time.Duration            // delay of opened hosts
	most   int                      // flights of a host without delay
	hosts  map[string]*turn
	parked map[string]string // hosts left alone for this run, and why
}

type turn struct {
	flights int
	next    time.Time
	gap     time.Duration
	silent  int // requests in a row that no answer came to
}

const (
	maxCrawlDelay = 5 * time.Minute // of robots.txt; longer would mean never
	maxRetryAfter = 10 * time.Minute
	maxSilent     = 5 // requests without answer until a host is left alone
)

func (p *polite) turn(host string) *turn {
	t, known := p.hosts[host]
	if !known {
		t = &turn{gap: max(p.delay, p.asked[siteHost(host)])}
		if p.opened[host] {
			t.gap = p.local
		}
		p.hosts[host] = t
	}
	return t
}

// flightsOf is how many requests may be under way to the host of t.
func (p *polite) flightsOf(t *turn) int {
	if t.gap == 0 {
		return p.most
	}
	return 1
}

// busy lists the hosts that must not be asked now.
func (p *polite) busy(now time.Time) []string {
	var busy []string
	for host, t := range p.hosts {
		if t.flights >= p.flightsOf(t) || t.next.After(now) {
			busy = append(busy, host)
		}
	}
	for host := range p.parked {
		busy = append(busy, host)
	}
	return busy
}

// wake is the next time a waiting host may be asked; zero when none waits.
func (p *polite) wake(now time.Time) time.Time {
	var first time.Time
	for host, t := range p.hosts {
		if _, out := p.parked[host]; out || !t.next.After(now) {
			continue
		}
		if first.IsZero() || t.next.Before(first) {
			first = t.next
		}
	}
	return first
}

func (p *polite) begin(host string) { p.turn(host).flights++ }

// end notes how a request went. It tells whether the host is given up.
func (p *polite) end(host string, now time.Time, l landing) (givenUp bool) {
	t := p.turn(host)
	t.flights--
	if !p.opened[host] {
		t.gap = max(t.gap, min(l.crawlDelay, maxCrawlDelay))
	}
	t.next = later(t.next, now.Add(t.gap))
	if l.pause > 0 {
		t.next = later(t.next, now.Add(min(l.pause, maxRetryAfter)))
	}
	if !l.silent {
		t.silent = 0
		return false
	}
	t.silent++
	t.next = later(t.next, now.Add(t.gap<<t.silent))
	return t.silent >= maxSilent
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
