package crawl

import (
	"net/url"
	"strconv"
	"strings"

	"tracuu/internal/discover"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// An offer is a place where a portal tells of its articles: a sitemap, a feed,
// the first page of a list, the next numbers of a range.

// seedOffers lists what the rules of the seeds' portals offer.
func (c *Crawler) seedOffers() []store.Link {
	var all []store.Link
	for _, s := range c.seeds {
		if s.Portal == nil || len(s.Starts) == 0 {
			continue
		}
		v := &visit{Crawler: c, at: s.Starts[0]}
		v.task.Seed, v.out.Run = s.Name, c.rounds[s.Name]
		q := v.newLinker(maxLinks)
		q.offer(s.Portal.ID, &s.Portal.Discovery)
		all = append(all, q.links...)
	}
	return all
}

// offered queues what a page that was read offers: the first page of a site
// what its portal, its family and its own head name, a list of the family the
// next page, a numbered page the numbers behind it.
func (v *visit) offered(a *model.Article, declared string, body []byte) {
	q := v.newLinker(maxLinks)
	family, known := v.Portals.Family(a.Family)
	if v.task.Referrer == "" { // a seed, or what it was redirected to
		if p, ok := v.Portals.ByID(a.Portal); ok && !v.scope.knows(v.task.Seed) {
			q.offer(p.ID, &p.Discovery)
		}
		if known {
			q.offer("", &family.Discovery)
		}
		if base, err := url.Parse(v.at.URL); err == nil {
			q.each(store.TaskFeed, discover.NamedFeeds(base, body))
		}
	}
	if known && family.Postback != nil && a.Kind == model.KindList && v.task.Kind == store.TaskPage {
		at := discover.Position{Family: family.ID, Start: v.task.Key}
		if found, err := discover.ReadList(family.Postback, v.listPage(at, declared, body)); err == nil && found.Next != nil {
			q.step(*found.Next, found.Then)
		}
	}
	if a.Kind == model.KindArticle || a.Kind == model.KindDocument {
		q.numbersBehind()
	}
	v.out.Links = q.links
}

// offerSitemaps queues the sitemaps that robots.txt names.
func (v *visit) offerSitemaps(addresses []string) {
	q := v.newLinker(maxLinks)
	q.each(store.TaskSitemap, addresses)
	v.out.Links = q.links
}

// offer queues what rules name; portalID is empty for those of a family.
func (q *linker) offer(portalID string, d *portal.Discovery) {
	q.each(store.TaskSitemap, d.Sitemaps)
	q.each(store.TaskFeed, d.Feeds)
	origin, err := url.Parse(q.v.at.URL)
	if err != nil {
		return
	}
	for i := range d.Lists {
		l := &d.Lists[i]
		for n, first := range discover.First(l, origin) {
			q.step(first, discover.Position{Portal: portalID, List: l.ID, Start: strconv.Itoa(n)})
		}
	}
	for i := range d.IDs {
		r := &d.IDs[i]
		q.numbers(portalID, r, r.From, r.To)
	}
}

// each queues addresses that are asked for again in every run.
func (q *linker) each(kind store.TaskKind, addresses []string) {
	for _, address := range addresses {
		q.ref(address, store.Link{Kind: kind, Priority: listFirst, Referrer: q.v.at.Page, Round: q.v.out.Run})
	}
}

// guessed tells that nobody said that the address exists: its absence is no
// failure.
func (v *visit) guessed() bool {
	return v.task.Kind == store.TaskSitemap || v.task.Kind == store.TaskFeed || strings.Contains(v.task.Position, `"range"`)
}
