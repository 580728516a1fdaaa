package search

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"tracuu/internal/evaluate"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store/sqlite"
)

// pages are the pages of a store under the names that judgements use.
type pages struct {
	names  map[string]string // article id → portal/slug
	stands map[string]string // portal/slug → that of the first of its copies
}

func (p *pages) name(articleID string) string { return p.names[articleID] }

func (p *pages) copies() int {
	n := 0
	for _, name := range p.names {
		if stands, ok := p.stands[name]; ok && name != stands {
			n++
		}
	}
	return n
}

func (p *pages) missing(judged evaluate.Judgements) int {
	stored := map[string]bool{}
	for _, name := range p.names {
		stored[name] = true
	}
	absent := map[string]bool{}
	for _, grades := range judged {
		for name := range grades {
			if !stored[name] {
				absent[name] = true
			}
		}
	}
	return len(absent)
}

// perfect is the best run that the stored pages allow.
func (p *pages) perfect(judged evaluate.Judgements) evaluate.Run {
	run := evaluate.Run{}
	stored := map[string]bool{}
	for _, name := range p.names {
		stored[name] = true
	}
	for question, grades := range judged {
		best := map[string]int{} // as they stand, so that copies count once
		for name, g := range grades {
			if !stored[name] {
				continue
			}
			if s, ok := p.stands[name]; ok {
				name = s
			}
			best[name] = max(best[name], g)
		}
		for name, g := range best {
			run[question] = append(run[question], evaluate.Ranked{ID: name, Score: float64(g)})
		}
		slices.SortFunc(run[question], func(a, b evaluate.Ranked) int { return cmp.Compare(b.Score, a.Score) })
	}
	return run
}

// readPages names every page of the store and finds the copies among those
// that are no lists: two lists that look alike are still two.
func readPages(ctx context.Context, s *sqlite.Store, naming *pageNames) (*pages, error) {
	p := &pages{}
	var stored []*model.Article
	changes, err := s.Changes(ctx, 0, 1_000_000)
	if err != nil {
		return nil, fmt.Errorf("list the pages of the store: %w", err)
	}
	for _, c := range changes {
		if c.Kind != model.ArticleChanged || c.Deleted {
			continue
		}
		a, err := s.Article(ctx, c.ID)
		if err != nil {
			return nil, fmt.Errorf("read page %s: %w", c.ID, err)
		}
		stored = append(stored, a)
	}
	p.names = naming.all(stored)
	var articles []evaluate.Page
	for _, a := range stored {
		if a.Kind == model.KindArticle || a.Kind == model.KindDocument {
			articles = append(articles, evaluate.Page{ID: p.names[a.ID], Text: a.Text})
		}
	}
	p.stands = evaluate.Copies(articles)
	naming.standIns(p)
	return p, nil
}

// pageNames makes the names portal/slug.
type pageNames struct {
	known  *portal.Registry
	ports  map[string]string // port → portal
	judged map[string]bool   // portals that judgements name
	names  map[string]bool   // pages that judgements name
}

func newPageNames(known *portal.Registry, ports map[string]string, grades evaluate.Judgements) *pageNames {
	n := &pageNames{known: known, ports: ports, judged: map[string]bool{}, names: map[string]bool{}}
	for _, pages := range grades {
		for name := range pages {
			folder, _, _ := strings.Cut(name, "/")
			n.judged[folder], n.names[name] = true, true
		}
	}
	return n
}

// all names pages by id. Where several pages of a portal end in one slug, the
// one with the shortest path has the short name, and the others their whole
// path: the list /tin-tuc/an-ninh is not the article /an-ninh.
func (n *pageNames) all(articles []*model.Article) map[string]string {
	articles = slices.Clone(articles)
	depth := func(a *model.Article) int { return strings.Count(strings.TrimSuffix(a.URL, "/index.html"), "/") }
	slices.SortFunc(articles, func(a, b *model.Article) int {
		return cmp.Or(cmp.Compare(depth(a), depth(b)), cmp.Compare(a.URL, b.URL))
	})
	names, taken := make(map[string]string, len(articles)), make(map[string]bool, len(articles))
	for _, a := range articles {
		folder, way := n.of(a)
		name := folder + "/" + path.Base(way)
		if taken[name] {
			name = folder + "/" + way
		}
		if taken[name] { // addresses that differ in their queries
			name += "?" + a.ID
		}
		taken[name] = true
		names[a.ID] = name
	}
	return names
}

// of returns the portal of a page and its path without the name of an index
// or the ending of a file.
func (n *pageNames) of(a *model.Article) (folder, way string) {
	u, err := url.Parse(a.URL)
	if err != nil { // a store holds addresses that were fetched
		return a.Portal, a.ID
	}
	way = strings.Trim(strings.TrimSuffix(u.Path, "/index.html"), "/")
	if ext := path.Ext(way); pageEndings[ext] {
		way = strings.TrimSuffix(way, ext)
	}
	return n.portal(a, u), way
}

// standIns lets a judged page that the store lacks be stood for by the page of
// another portal with the same slug that was judged as well: portals share
// their slugs for copies, and a text that is absent cannot be compared.
func (n *pageNames) standIns(p *pages) {
	stored := map[string]string{} // slug → judged page in the store
	for _, name := range p.names {
		if _, slug, _ := strings.Cut(name, "/"); n.names[name] {
			stored[slug] = max(stored[slug], name)
		}
	}
	present := map[string]bool{}
	for _, name := range p.names {
		present[name] = true
	}
	for name := range n.names {
		_, slug, _ := strings.Cut(name, "/")
		if other, ok := stored[slug]; ok && !present[name] {
			p.stands[name] = cmp.Or(p.stands[other], other)
		}
	}
}

var pageEndings = map[string]bool{".html": true, ".htm": true, ".aspx": true, ".php": true}

// portal is the given one of the port, else the first of the portal's id, the
// first label of its hosts, that of the address and the first words of the id
// that judgements name.
func (n *pageNames) portal(a *model.Article, u *url.URL) string {
	if p, ok := n.ports[u.Port()]; ok {
		return p
	}
	candidates := []string{a.Portal}
	if p, ok := n.known.ByID(a.Portal); ok {
		for _, host := range p.Hosts {
			candidates = append(candidates, firstLabel(host))
		}
	}
	candidates = append(candidates, firstLabel(u.Hostname()))
	for _, c := range candidates {
		if n.judged[c] {
			return c
		}
	}
	for i := range a.Portal {
		if a.Portal[i] == '-' && n.judged[a.Portal[:i]] {
			return a.Portal[:i]
		}
	}
	return a.Portal
}

func firstLabel(host string) string {
	label, _, _ := strings.Cut(host, ".")
	return label
}
