package page

import "golang.org/x/net/html"

// followPager adds the next page of a list whose pager names one while its link
// leads to no list: home, the page itself, a script.
func (r *reader) followPager(doc *html.Node) {
	pager := r.rules.Next
	if pager.Empty() || r.base == nil || r.base.Host == "" {
		return
	}
	named := false
	for n := range pager.Link.All(doc) {
		if !pager.Words.Match(label(n)) {
			continue
		}
		named = true
		if u, ok := r.resolve(target(n)); ok && r.linkKind(u) == LinkList {
			return
		}
	}
	if !named || len(r.page.Links) >= maxLinks {
		return
	}
	next := *r.base
	next.Path, next.RawPath, next.RawQuery = pager.Next(r.base.Path), "", ""
	r.page.Links = append(r.page.Links, Link{URL: next.String(), Kind: LinkList})
}
