package crawl

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

const week = 7 * 24 * time.Hour

// manner is a host of the simulated week, and what it may be asked.
type manner struct {
	gap   time.Duration // between the end of a request and the next
	robot string        // its robots.txt
	takes time.Duration // until an answer
	every int           // each so many requests are refused by 429 …
	retry time.Duration // … with this Retry-After
	hours portal.Hours
	least int // requests that a week has room for; fewer would be sleep
}

// weekly is the network of the simulation: it checks every request.
type weekly struct {
	t     *testing.T
	hosts map[string]manner

	mu    sync.Mutex
	busy  map[string]bool
	next  map[string]time.Time // when the host may be asked again
	pages map[string]int       // asked for, by host
	times map[string]int       // answered in full, by address
}

// RoundTrip implements http.RoundTripper.
func (w *weekly) RoundTrip(r *http.Request) (*http.Response, error) {
	host := r.URL.Host
	m := w.hosts[host]
	w.begin(host, m)
	time.Sleep(m.takes)
	return w.end(host, m, r), nil
}

func (w *weekly) begin(host string, m manner) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	if w.busy[host] {
		w.t.Errorf("%s is asked twice at once", host)
	}
	if early := w.next[host].Sub(now); early > 0 {
		w.t.Errorf("%s is asked %v too early", host, early)
	}
	if !m.hours.Opening(now).Equal(now) {
		w.t.Errorf("%s is asked at %v, outside its hours", host, now)
	}
	w.busy[host] = true
}

func (w *weekly) end(host string, m manner, r *http.Request) *http.Response {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.busy[host] = false
	w.pages[host]++
	w.next[host] = time.Now().Add(m.gap)
	answer := func(code int, body string) *http.Response {
		return &http.Response{
			StatusCode: code, Status: fmt.Sprintf("%d %s", code, http.StatusText(code)), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
			Header: http.Header{"Content-Type": {"text/html"}}, Body: io.NopCloser(strings.NewReader(body)), Request: r,
		}
	}
	if r.URL.Path == "/robots.txt" {
		return answer(http.StatusOK, m.robot)
	}
	if m.every > 0 && w.pages[host]%m.every == 0 {
		w.next[host] = time.Now().Add(max(m.gap, m.retry))
		refused := answer(http.StatusTooManyRequests, "")
		refused.Header.Set("Retry-After", fmt.Sprint(int(m.retry.Seconds())))
		return refused
	}
	if w.times[r.URL.String()]++; w.times[r.URL.String()] > 1 {
		w.t.Errorf("%s was asked for again", r.URL)
	}
	n := 0
	fmt.Sscanf(r.URL.Path, "/%d", &n) //nolint:errcheck // the first page has no number
	return answer(http.StatusOK, fmt.Sprintf("<p>Kế hoạch số %d/KH-UBND</p><p><a href='/%d'>một</a> <a href='/%d'>hai</a>", n+1, 2*n+1, 2*n+2))
}

// TestNoHostSeesMoreThanItsRate runs two crawlers on one frontier through a
// week of fake time: hosts with delays of their own, slow ones, ones that refuse
// and ones with hours. The first crawler is stopped in the middle; the second
// takes its hosts over, with the time of their last request.
func TestNoHostSeesMoreThanItsRate(t *testing.T) {
	night, err := portal.ParseHours("22:00-06:00")
	if err != nil {
		t.Fatal(err)
	}
	const delay = 16 * time.Minute
	hosts := map[string]manner{
		"plain.vn":   {gap: delay, least: 600},
		"asks.vn":    {gap: 20 * time.Minute, least: 480},
		"slow.vn":    {gap: delay, takes: 25 * time.Second, least: 560},
		"refuses.vn": {gap: delay, every: 20, retry: 9 * time.Minute, least: 200},
		"night.vn":   {gap: delay, hours: night, least: 200},
		"robots.vn":  {gap: delay, robot: "User-agent: *\nCrawl-delay: 100\n", least: 600},
	}
	synctest.Test(t, func(t *testing.T) {
		// No server: a goroutine that waits for the network would stop the clock.
		known, err := portal.Load(data.Portals())
		if err != nil {
			t.Fatal(err)
		}
		r := &rig{t: t, dir: t.TempDir(), known: known, files: textFiles{}, opts: Options{
			Agent: "tracuu/test", Delay: delay, Hosts: 8, Depth: 1000, Attempts: 3, Grace: time.Second, ReportEvery: 1000 * time.Hour,
			Limits: Limits{Size: 1 << 20, Idle: time.Minute, Time: time.Minute}, Budget: Budget{Time: week},
		}}
		r.open()
		net := &weekly{t: t, hosts: hosts, busy: map[string]bool{}, next: map[string]time.Time{}, pages: map[string]int{}, times: map[string]int{}}
		var seeds []Seed
		for host, m := range hosts {
			a := mustAddress(t, "http://"+host+"/")
			p := &portal.Portal{ID: host, Hosts: []string{host}, Hours: m.hours}
			if host == "asks.vn" {
				p.Delay = m.gap
			}
			seeds = append(seeds, Seed{Name: host, Starts: []Address{a}, Hosts: p.Hosts, Portal: p})
		}
		crawler := func(most int) *Crawler {
			parts := r.parts()
			parts.Archive = notKept{}
			c := New(parts, r.opts, seeds)
			c.fetch.clients.common = &http.Client{Transport: net, CheckRedirect: c.fetch.clients.common.CheckRedirect}
			c.queue.most = most
			return c
		}
		half, stop := context.WithTimeout(t.Context(), week/2)
		defer stop()
		var both sync.WaitGroup
		both.Go(func() {
			if _, err := crawler(3).Run(half); err != nil {
				t.Error(err)
			}
		})
		if _, err := crawler(10).Run(t.Context()); err != nil {
			t.Error(err)
		}
		both.Wait()
		for host, m := range hosts {
			t.Logf("%s: %d requests", host, net.pages[host])
			if net.pages[host] < m.least {
				t.Errorf("%s was asked %d times only; a week has room for %d", host, net.pages[host], m.least)
			}
		}
	})
}

// notKept is an archive of nothing: the week is about time.
type notKept struct{}

func (notKept) WriteConversion(context.Context, archive.Conversion) (model.Capture, error) {
	return model.Capture{}, nil
}

func (notKept) WriteExchange(_ context.Context, x archive.Exchange) (model.Capture, error) {
	return model.Capture{ID: x.URL + x.Time.String(), URL: x.URL, Time: x.Time}, nil
}
