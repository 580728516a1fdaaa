package crawl

import (
	"slices"
	"testing"
	"time"
)

func TestPoliteness(t *testing.T) {
	now := time.Date(2022, 3, 18, 8, 0, 0, 0, time.UTC)
	p := &polite{
		delay: time.Second, opened: map[string]bool{"local": true}, most: 2,
		asked: map[string]time.Duration{"slow.vn": 4 * time.Second},
		hosts: map[string]*turn{}, parked: map[string]string{},
	}
	busy := func(host string, at time.Time) bool { return slices.Contains(p.busy(at), host) }

	p.begin("a.vn")
	if !busy("a.vn", now) {
		t.Error("a host with a delay is asked twice at once")
	}
	p.end("a.vn", now, landing{})
	if !busy("a.vn", now.Add(900*time.Millisecond)) || busy("a.vn", now.Add(time.Second)) {
		t.Error("the delay between two requests is not 1 s")
	}
	if got := p.wake(now); !got.Equal(now.Add(time.Second)) {
		t.Errorf("wakes at %v", got)
	}

	p.begin("local")
	if busy("local", now) {
		t.Error("an opened host takes one request only")
	}
	p.begin("local")
	if !busy("local", now) {
		t.Error("an opened host takes more requests than allowed")
	}
	p.end("local", now, landing{crawlDelay: time.Minute})
	if busy("local", now) {
		t.Error("Crawl-delay holds for an opened host")
	}

	p.begin("slow.vn")
	p.end("slow.vn", now, landing{})
	if !busy("slow.vn", now.Add(3*time.Second)) {
		t.Error("a portal's own delay is not kept")
	}

	p.begin("b.vn")
	p.end("b.vn", now, landing{crawlDelay: 10 * time.Second})
	if !busy("b.vn", now.Add(9*time.Second)) {
		t.Error("Crawl-delay of robots.txt is not kept")
	}
	p.begin("c.vn")
	p.end("c.vn", now, landing{pause: 24 * time.Hour})
	if !busy("c.vn", now.Add(9*time.Minute)) || busy("c.vn", now.Add(11*time.Minute)) {
		t.Error("Retry-After is not kept, or not bounded")
	}
}

func TestSilentHostIsGivenUp(t *testing.T) {
	now := time.Now()
	p := &polite{delay: time.Second, hosts: map[string]*turn{}, parked: map[string]string{}}
	for i := range maxSilent {
		p.begin("dead.vn")
		givenUp := p.end("dead.vn", now, landing{silent: true})
		if want := i == maxSilent-1; givenUp != want {
			t.Errorf("after %d: given up %v", i+1, givenUp)
		}
	}
	p.begin("dead.vn")
	if p.end("dead.vn", now, landing{}) {
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
