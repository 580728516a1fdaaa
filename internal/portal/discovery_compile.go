package portal

import (
	"fmt"
	"net/url"
	"strings"
)

const (
	defaultMost   = 1000
	maxMost       = 100_000
	defaultMisses = 50
	maxMisses     = 500

	// MaxID bounds the numbers of a range.
	MaxID = 1 << 40
)

// discovery compiles what a portal says; a family's has neither lists nor ids.
func (c *compiler) discovery(path string, f discoveryFile) Discovery {
	d := Discovery{Sitemaps: f.Sitemaps, Feeds: f.Feeds}
	c.places(path+".sitemaps", f.Sitemaps)
	c.places(path+".feeds", f.Feeds)
	taken := map[string]bool{}
	named := func(at, id string) {
		if !idShape.MatchString(id) || taken[id] {
			c.fail(at, "%q must be lower-case ASCII words joined by -, each once in a portal", id)
		}
		taken[id] = true
	}
	for i, l := range f.Lists {
		at := fmt.Sprintf("%s.lists[%d]", path, i)
		named(at+".id", l.ID)
		d.Lists = append(d.Lists, c.list(at, l))
	}
	for i, r := range f.IDs {
		at := fmt.Sprintf("%s.ids[%d]", path, i)
		named(at+".id", r.ID)
		d.IDs = append(d.IDs, c.idRange(at, r))
	}
	return d
}

// familyDiscovery compiles what a family says: where its sites keep sitemaps
// and feeds, and the ASP.NET pager of its lists.
func (c *compiler) familyDiscovery(f discoveryFile) (Discovery, *List) {
	if len(f.Lists)+len(f.IDs) > 0 {
		c.fail("$.discovery", "lists and ids belong to a portal, not to a family")
	}
	d := c.discovery("$.discovery", discoveryFile{Sitemaps: f.Sitemaps, Feeds: f.Feeds})
	if len(f.Postback.Select) == 0 && f.Postback.Words == "" {
		return d, nil
	}
	return d, &List{Most: defaultMost, Pages: c.postback("$.discovery.postback", f.Postback)}
}

func (c *compiler) postback(path string, f postbackFile) Pages {
	if len(f.Select) == 0 {
		c.fail(path, "needs select: the links of the pager")
	}
	return Pages{
		By: ByPostback, First: 1, Step: 1,
		Postback: c.selector(path+".select", f.Select), Words: c.pattern(path+".words", f.Words),
	}
}

func (c *compiler) list(path string, f listFile) List {
	l := List{ID: f.ID, Starts: f.Starts, Items: c.selector(path+".items", f.Items), Most: f.Most}
	c.places(path+".starts", f.Starts)
	if l.Most == 0 {
		l.Most = defaultMost
	}
	if l.Most < 0 || l.Most > maxMost {
		c.fail(path+".most", "%d is no number of pages from 1 to %d", f.Most, maxMost)
	}
	if (len(f.Items) > 0) == (f.JSON != nil) {
		c.fail(path, "needs either items (links on a page) or json (fields of an answer)")
	}
	if f.JSON != nil {
		l.JSON = c.json(path+".json", *f.JSON)
	}
	l.Pages = c.pages(path+".pages", f.Pages)
	if len(f.Starts) == 0 && !strings.Contains(l.Pages.Address, pageNumber) && (l.Pages.Form == "" || l.Pages.Address == "") {
		c.fail(path, "needs starts, or pages.address to begin with")
	}
	return l
}

func (c *compiler) pages(path string, f pagesFile) Pages {
	ways := 0
	p := Pages{Query: f.Query, Path: f.Path, Address: f.Address, Form: f.Form}
	if f.Query != "" {
		p.By, ways = ByQuery, ways+1
	}
	if f.Path != "" {
		p.By, ways = ByPath, ways+1
		c.numbered(path+".path", f.Path)
	}
	if f.Address != "" || f.Form != "" {
		p.By, ways = ByTemplate, ways+1
		c.numbered(path, f.Address+f.Form)
		if f.Address != "" {
			c.places(path+".address", []string{strings.ReplaceAll(f.Address, pageNumber, "1")})
		}
	}
	if len(f.Postback.Select) > 0 || f.Postback.Words != "" {
		p, ways = c.postback(path+".postback", f.Postback), ways+1
	}
	if ways != 1 {
		c.fail(path, "needs exactly one of query, path, address (with or without form), postback")
	}
	p.First, p.Step = orElse(f.First, 1), orElse(f.Step, 1)
	if p.First < 0 || p.Step < 1 {
		c.fail(path, "first %d and step %d: first starts at 0, step at 1", p.First, p.Step)
	}
	return p
}

func (c *compiler) json(path string, f jsonFile) *JSONList {
	entries := 0
	for _, way := range []string{f.Link, f.Address, f.HTML} {
		if way != "" {
			entries++
		}
	}
	if entries != 1 {
		c.fail(path, "needs exactly one of link, address, html")
	}
	if f.Address != "" && !strings.Contains(f.Address, "{") {
		c.fail(path+".address", "%q names no field in braces", f.Address)
	}
	j := JSONList(f)
	return &j
}

func (c *compiler) idRange(path string, f rangeFile) IDRange {
	c.numbered(path+".address", f.Address)
	c.places(path+".address", []string{strings.ReplaceAll(f.Address, pageNumber, "1")})
	if f.From < 0 || f.To < f.From || f.To > MaxID {
		c.fail(path, "from %d to %d is no range", f.From, f.To)
	}
	r := IDRange(f)
	if r.Misses == 0 {
		r.Misses = defaultMisses
	}
	if r.Misses < 1 || r.Misses > maxMisses {
		c.fail(path+".misses", "%d is not from 1 to %d", f.Misses, maxMisses)
	}
	return r
}

// numbered checks that a template has the number once.
func (c *compiler) numbered(path, template string) {
	if strings.Count(template, pageNumber) != 1 {
		c.fail(path, "%q needs one %s", template, pageNumber)
	}
}

// places checks addresses: a path from the root, or http(s) in full.
func (c *compiler) places(path string, refs []string) {
	for i, ref := range refs {
		u, err := url.Parse(ref)
		whole := err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https")
		local := err == nil && u.Scheme == "" && u.Host == "" && strings.HasPrefix(ref, "/")
		if !whole && !local {
			c.fail(fmt.Sprintf("%s[%d]", path, i), "%q must be an absolute http(s) address or a path from the root", ref)
		}
	}
}

func orElse(n *int, otherwise int) int {
	if n == nil {
		return otherwise
	}
	return *n
}
