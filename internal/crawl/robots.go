package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	robotsName     = "tracuu"
	maxRobots      = 500 << 10 // RFC 9309, 2.5
	robotsLifetime = 24 * time.Hour
	maxRobotsHops  = 5 // RFC 9309, 2.3.1.2

	maxRobotsSitemaps = 100
)

// robots keeps what each host lets robots do (RFC 9309).
type robots struct {
	fetch func(ctx context.Context, url string) (*response, error) // archives too
	now   func() time.Time
	mu    sync.Mutex
	hosts map[string]*rules
}

type rules struct {
	mu    sync.Mutex // held while robots.txt is asked for
	group *robotstxt.Group
	until time.Time
}

// verdict is what robots.txt says of one address.
type verdict struct {
	allowed bool
	delay   time.Duration
	asked   bool // robots.txt was asked for just now

	sitemaps []string // that robots.txt names, when it was asked for just now
}

// ask tells whether an address may be asked for. An error means that
// robots.txt could not be read: nothing of the host may be asked for now.
func (r *robots) ask(ctx context.Context, a Address) (verdict, error) {
	scheme := "http://"
	if len(a.URL) > 5 && a.URL[:6] == "https:" {
		scheme = "https://"
	}
	origin := scheme + a.Host
	r.mu.Lock()
	h, known := r.hosts[origin]
	if !known {
		h = &rules{}
		r.hosts[origin] = h
	}
	r.mu.Unlock()

	h.mu.Lock()
	defer h.mu.Unlock()
	v := verdict{}
	if h.group == nil || r.now().After(h.until) {
		v.asked = true
		data, err := r.read(ctx, origin+"/robots.txt")
		if err != nil {
			return v, err
		}
		h.group, h.until = data.FindGroup(robotsName), r.now().Add(robotsLifetime)
		v.sitemaps = data.Sitemaps[:min(len(data.Sitemaps), maxRobotsSitemaps)]
	}
	v.allowed, v.delay = h.group.Test(a.pathQuery()), h.group.CrawlDelay
	return v, nil
}

// errRobots marks a server that fails on robots.txt: by RFC 9309 2.3.1.4 it
// disallows everything until it answers.
var errRobots = errors.New("máy chủ lỗi khi đọc robots.txt")

func (r *robots) read(ctx context.Context, url string) (*robotstxt.RobotsData, error) {
	var res *response
	for range maxRobotsHops + 1 {
		var err error
		if res, err = r.fetch(ctx, url); err != nil {
			return nil, err
		}
		if !isRedirect(res.code) {
			break
		}
		from, err := ParseAddress(url)
		if err != nil {
			return nil, err
		}
		to, err := from.Resolve(res.Header.Get("Location"))
		if err != nil {
			break // no way on: as if there were no robots.txt
		}
		url = to.URL
	}
	code := res.code
	if isRedirect(code) {
		code = http.StatusNotFound // RFC 9309, 2.3.1.2: too many hops, unavailable
	}
	if code >= 500 || code == http.StatusTooManyRequests {
		return nil, fmt.Errorf("%w (%s)", errRobots, res.Status)
	}
	body, err := decoded(res.Header, res.Body, maxRobots)
	if err != nil {
		body = nil // unreadable forbids nothing
	}
	data, err := robotstxt.FromStatusAndBytes(code, body[:min(len(body), maxRobots)])
	if err != nil || data == nil {
		// Lines that nobody can read forbid nothing.
		if data, err = robotstxt.FromBytes(nil); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func isRedirect(code int) bool {
	switch code {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}
