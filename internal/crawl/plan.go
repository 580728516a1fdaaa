package crawl

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"tracuu/internal/discover"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// Plan is what a crawl of one seed would ask for, as far as robots.txt,
// sitemaps, feeds and the first pages of lists tell. No article is asked for.
type Plan struct {
	Seed  string     `json:"seed"`
	Steps []PlanStep `json:"steps"`
	// Requests is the least number of requests that a first crawl makes: what
	// links alone lead to is not known before.
	Requests int           `json:"requests"`
	Delay    time.Duration `json:"delay_ns"` // between two of them
	Cut      bool          `json:"cut"`      // sitemaps were left out, there were too many
}

// PlanStep is one place that the crawl would begin at.
type PlanStep struct {
	Kind    string `json:"kind"` // seed, sitemap, feed, list, ids
	Name    string `json:"name,omitempty"`
	URL     string `json:"url"`
	Allowed bool   `json:"allowed"` // by robots.txt and the portal's exclusions
	Entries int    `json:"entries"` // told by what was read
	Pages   int    `json:"pages"`   // of a list, 0 when it does not tell
	Note    string `json:"note,omitempty"`
}

// Takes is the time that the requests need at the portal's rate.
func (p *Plan) Takes() time.Duration { return time.Duration(p.Requests) * p.Delay }

// maxPlanned bounds the sitemaps that a plan reads.
const maxPlanned = 200

// planner reads what a seed offers. Nothing that it asks for is archived, and
// nothing of it is used but counts.
type planner struct {
	*Crawler
	seed    Seed
	plan    Plan
	entries map[string]bool // keys of articles in scope
	done    map[string]bool // sitemaps and feeds that were read
	pages   int             // of lists, without their first ones
}

// Plan tells what a crawl would ask for, seed by seed. It needs no store, no
// archive and no extractor.
func (c *Crawler) Plan(ctx context.Context) ([]Plan, error) {
	defer c.fetch.clients.close()
	c.robots.fetch = func(ctx context.Context, url string) (*response, error) {
		return c.fetch.ask(ctx, request{url: url, size: maxRobots})
	}
	var plans []Plan
	for _, seed := range c.seeds {
		p := &planner{Crawler: c, seed: seed, entries: map[string]bool{}, done: map[string]bool{}}
		p.plan.Seed = seed.Name
		p.starts(ctx)
		if seed.Portal != nil && len(seed.Starts) > 0 {
			p.rules(ctx, seed.Starts[0], &seed.Portal.Discovery)
		}
		p.plan.Requests = len(p.entries) + p.pages
		for _, s := range p.plan.Steps {
			if s.Allowed {
				p.plan.Requests++
			}
			if s.Kind == "ids" {
				p.plan.Requests += s.Entries - 1
			}
		}
		if len(seed.Starts) > 0 {
			p.plan.Delay = c.polite.turn(seed.Starts[0].Host).gap()
		}
		plans = append(plans, p.plan)
		if ctx.Err() != nil {
			return plans, ctx.Err()
		}
	}
	return plans, nil
}

// starts asks robots.txt about the seed's addresses and follows the sitemaps
// that it names.
func (p *planner) starts(ctx context.Context) {
	for _, at := range p.seed.Starts {
		step, said := p.step(ctx, "seed", "", at)
		p.plan.Steps = append(p.plan.Steps, step)
		for _, address := range said.sitemaps {
			if to, err := at.Resolve(address); err == nil {
				p.sitemap(ctx, to)
			}
		}
	}
}

// step asks robots.txt and the scope about an address.
func (p *planner) step(ctx context.Context, kind, name string, at Address) (PlanStep, verdict) {
	s := PlanStep{Kind: kind, Name: name, URL: at.URL}
	if why := p.scope.refuse(p.seed.Name, at, store.TaskPage, 0, nil); why != "" {
		s.Note = why
		return s, verdict{}
	}
	said, err := p.robots.ask(ctx, at)
	t := p.polite.turn(at.Host)
	if !p.polite.opened[at.Host] {
		t.base = max(t.base, min(said.delay, maxCrawlDelay))
	}
	switch {
	case err != nil:
		s.Note = unreachable(at, err)
	case !said.allowed:
		s.Note = "robots.txt của cổng không cho thu thập"
	default:
		s.Allowed = true
	}
	return s, said
}

// fetched asks for a step's address at the host's pace. It returns nil, and the
// reason in the step, when no good answer came.
func (p *planner) fetched(ctx context.Context, s *PlanStep, at Address, form string) *discover.Page {
	if !s.Allowed || !sleep(ctx, p.polite.turn(at.Host).gap()) {
		return nil
	}
	res, err := p.fetch.ask(ctx, request{url: at.URL, form: form})
	if err != nil {
		s.Note = unreachable(at, err)
		return nil
	}
	if res.code < 200 || res.code > 299 {
		s.Note = refusedBy(res.code)
		return nil
	}
	body, err := decoded(res.Header, res.Body, p.opts.Limits.Size)
	if err != nil {
		s.Note = err.Error()
		return nil
	}
	return &discover.Page{URL: at.URL, MediaType: res.Header.Get("Content-Type"), Body: body}
}

func (p *planner) rules(ctx context.Context, origin Address, d *portal.Discovery) {
	each := func(addresses []string, do func(context.Context, Address)) {
		for _, address := range addresses {
			if to, err := origin.Resolve(address); err == nil {
				do(ctx, to)
			}
		}
	}
	each(d.Sitemaps, p.sitemap)
	each(d.Feeds, p.feed)
	base, err := url.Parse(origin.URL)
	if err != nil {
		return
	}
	for i := range d.Lists {
		for _, first := range discover.First(&d.Lists[i], base) {
			p.list(ctx, &d.Lists[i], first)
		}
	}
	for _, r := range d.IDs {
		to, err := origin.Resolve(portal.Numbered(r.Address, r.From))
		if err != nil {
			continue
		}
		s, _ := p.step(ctx, "ids", r.ID, to)
		s.Entries = r.To - r.From + 1
		s.Note = "nhiều nhất; dừng sau " + strconv.Itoa(r.Misses) + " số trống liền nhau"
		p.plan.Steps = append(p.plan.Steps, s)
	}
}

func (p *planner) sitemap(ctx context.Context, at Address) {
	if p.done[at.Key] {
		return
	}
	if len(p.done) >= maxPlanned {
		p.plan.Cut = true
		return
	}
	p.done[at.Key] = true
	s, _ := p.step(ctx, string(store.TaskSitemap), "", at)
	var read discover.Sitemap
	if got := p.fetched(ctx, &s, at, ""); got != nil {
		var err error
		if read, err = discover.ReadSitemap(got.Body); err != nil {
			s.Note = err.Error()
		}
	}
	for _, page := range read.Pages {
		s.Entries += p.entry(at, page)
	}
	if more := len(read.Sitemaps); more > 0 {
		s.Note = fmt.Sprintf("mục lục của %d sơ đồ", more)
	}
	p.plan.Steps = append(p.plan.Steps, s)
	for _, address := range read.Sitemaps {
		if to, err := at.Resolve(address); err == nil {
			p.sitemap(ctx, to)
		}
	}
}

func (p *planner) feed(ctx context.Context, at Address) {
	s, _ := p.step(ctx, string(store.TaskFeed), "", at)
	if got := p.fetched(ctx, &s, at, ""); got != nil {
		base, err := url.Parse(at.URL)
		if err == nil {
			var entries []discover.Entry
			entries, err = discover.ReadFeed(base, got.Body)
			for _, e := range entries {
				s.Entries += p.entry(at, e.URL)
			}
		}
		if err != nil {
			s.Note = err.Error()
		}
	}
	p.plan.Steps = append(p.plan.Steps, s)
}

// list reads the first page of a list. Entries are those of that page; the
// pages behind it count as many each.
func (p *planner) list(ctx context.Context, l *portal.List, first discover.Request) {
	at, err := p.addresses().Parse(first.URL)
	if err != nil {
		return
	}
	s, _ := p.step(ctx, string(store.TaskList), l.ID, at)
	if got := p.fetched(ctx, &s, at, first.Form); got != nil {
		found, err := discover.ReadList(l, *got)
		switch {
		case err != nil:
			s.Note = err.Error()
		case len(found.Entries) == 0:
			s.Note = "không thấy mục nào: mẫu trang có thể đã đổi"
		}
		s.Pages = min(found.Pages, l.Most)
		if s.Pages == 0 && found.Next == nil {
			s.Pages = 1
		}
		for _, e := range found.Entries {
			s.Entries += p.entry(at, e.URL)
		}
		if s.Pages > 1 {
			p.pages += s.Pages - 1
			p.pages += (s.Pages - 1) * len(found.Entries)
		}
	}
	p.plan.Steps = append(p.plan.Steps, s)
}

// entry counts an article that is in scope: 1, or 0.
func (p *planner) entry(at Address, ref string) int {
	to, err := at.Resolve(ref)
	if err != nil || p.scope.refuse(p.seed.Name, to, store.TaskPage, 0, nil) != "" {
		return 0
	}
	p.entries[to.Key] = true
	return 1
}
