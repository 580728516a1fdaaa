package crawl

import (
	"testing"
	"time"

	"tracuu/internal/portal"
)

var morning = time.Date(2022, 3, 18, 1, 0, 0, 0, time.UTC) // 8:00 in Vietnam

func newPolite(portals map[string]*portal.Portal) *polite {
	return &polite{
		delay: time.Second, opened: map[string]bool{"local": true}, most: 2, portals: portals,
		hosts: map[string]*turn{}, parked: map[string]string{},
	}
}

func TestPoliteness(t *testing.T) {
	now := morning
	p := newPolite(map[string]*portal.Portal{"slow.vn": {Delay: 4 * time.Second}, "wide.vn": {Connections: 2}})
	visit := func(host string, l landing) {
		p.begin(host, now)
		p.end(host, now, &l)
	}
	p.begin("a.vn", now)
	if p.free("a.vn", now.Add(time.Minute)) {
		t.Error("a host is asked twice at once")
	}
	p.end("a.vn", now, &landing{})
	if p.free("a.vn", now.Add(900*time.Millisecond)) || !p.free("a.vn", now.Add(time.Second)) {
		t.Error("the delay between two requests is not 1 s")
	}
	all := func(string) bool { return true }
	if got := p.wake(now, all); !got.Equal(now.Add(time.Second)) {
		t.Errorf("wakes at %v", got)
	}

	soon := now.Add(time.Second)
	p.begin("a.vn", soon)
	p.end("a.vn", soon, &landing{idle: true})
	if !p.free("a.vn", soon) {
		t.Error("a visit that asked for nothing cost the host a turn")
	}

	p.begin("local", now)
	if !p.free("local", now) {
		t.Error("an opened host takes one request only")
	}
	p.begin("local", now)
	if p.free("local", now) {
		t.Error("an opened host takes more requests than allowed")
	}
	p.end("local", now, &landing{crawlDelay: time.Minute})
	if !p.free("local", now) {
		t.Error("Crawl-delay holds for an opened host")
	}

	p.begin("wide.vn", now)
	if p.free("wide.vn", now) || !p.free("wide.vn", now.Add(time.Second)) {
		t.Error("a portal with two connections is not asked twice, a delay apart")
	}

	for _, c := range []struct {
		host  string
		l     landing
		wait  time.Duration
		about string
	}{
		{"slow.vn", landing{}, 4 * time.Second, "a portal's own delay"},
		{"b.vn", landing{crawlDelay: 10 * time.Second}, 10 * time.Second, "Crawl-delay of robots.txt"},
		{"c.vn", landing{pause: 24 * time.Hour}, maxRetryAfter, "Retry-After, bounded"},
		{"d.vn", landing{throttled: true}, 2 * time.Second, "a first 429"},
		{"e.vn", landing{took: 8 * time.Second}, 4 * time.Second, "slow answers, their mean"},
	} {
		visit(c.host, c.l)
		if p.free(c.host, now.Add(c.wait-time.Millisecond)) || !p.free(c.host, now.Add(c.wait)) {
			t.Errorf("%s: not free at %v", c.about, c.wait)
		}
	}
}

func TestSlowDownGrowsAndHeals(t *testing.T) {
	p := newPolite(nil)
	gap := func(l landing, times int) time.Duration {
		for range times {
			p.begin("busy.vn", morning)
			p.end("busy.vn", morning, &l)
		}
		return p.turn("busy.vn").gap()
	}
	if got := gap(landing{throttled: true}, 3); got != 8*time.Second {
		t.Errorf("after three 429: %v", got)
	}
	if got := gap(landing{throttled: true}, 20); got != maxSlow {
		t.Errorf("after very many: %v", got)
	}
	if got := gap(landing{}, calmEnough-1); got != maxSlow {
		t.Errorf("too soon calm: %v", got)
	}
	if got := gap(landing{}, 1); got != maxSlow/2 {
		t.Errorf("calm: %v", got)
	}
	if got := gap(landing{}, 10*calmEnough); got != time.Second {
		t.Errorf("calm for long: %v", got)
	}
}

func TestNightHours(t *testing.T) {
	night, err := portal.ParseHours("22:00-06:00")
	if err != nil {
		t.Fatal(err)
	}
	p := newPolite(map[string]*portal.Portal{"night.vn": {Hours: night}})
	evening := morning.Add(14 * time.Hour)
	if p.free("night.vn", morning) || !p.free("night.vn", evening) {
		t.Error("the portal's hours are not kept")
	}
	p.turn("night.vn")
	if got := p.wake(morning, func(string) bool { return true }); !got.Equal(evening) {
		t.Errorf("wakes at %v, want %v", got, evening)
	}
}

func TestSilentHostIsGivenUp(t *testing.T) {
	p := newPolite(nil)
	for i := range maxSilent {
		p.begin("dead.vn", morning)
		givenUp := p.end("dead.vn", morning, &landing{silent: true})
		if want := i == maxSilent-1; givenUp != want {
			t.Errorf("after %d: given up %v", i+1, givenUp)
		}
	}
	p.begin("dead.vn", morning)
	if p.end("dead.vn", morning, &landing{}) {
		t.Error("given up though it answered")
	}
}

func TestBackoffGrowsAndIsBounded(t *testing.T) {
	if a, b := backoff(time.Second, 1), backoff(time.Second, 2); a != 5*time.Second || b != 20*time.Second {
		t.Errorf("waits %v, %v", a, b)
	}
	if d := backoff(time.Second, 15); d != maxRetryAfter {
		t.Errorf("late wait %v", d)
	}
	if d := backoff(0, 1); d != 500*time.Millisecond {
		t.Errorf("wait without delay %v", d)
	}
}
