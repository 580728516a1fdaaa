package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tracuu/internal/model"
)

// description is what a page says of itself for machines: Open Graph, JSON-LD
// (schema.org), meta elements.
type description struct {
	titles    []string
	siteName  string
	published model.Date
}

const (
	maxSelf  = 256 << 10 // bytes of a JSON-LD block
	maxNodes = 2000      // values looked at in one
)

// describe reads what the page says of itself.
func describe(doc *html.Node) description {
	var d description
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			d.meta(n)
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") {
				d.linkedData(textOf(n))
			}
		}
	}
	return d
}

func (d *description) meta(n *html.Node) {
	content := tidy(attr(n, "content"))
	if content == "" {
		return
	}
	name := attr(n, "property")
	if name == "" {
		name = attr(n, "name") + attr(n, "itemprop")
	}
	switch strings.ToLower(name) {
	case "og:title", "twitter:title", "headline", "dc.title":
		d.titles = append(d.titles, content)
	case "og:site_name":
		d.siteName = content
	case "article:published_time", "datepublished", "pubdate", "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.created":
		d.day(content)
	}
}

// day keeps the first day that is told.
func (d *description) day(text string) {
	if !d.published.IsZero() {
		return
	}
	d.published = dateOf(text, nil)
}

// linkedData looks for an article in a JSON-LD block.
func (d *description) linkedData(text string) {
	if len(text) > maxSelf {
		return
	}
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return
	}
	queue := []any{value}
	for seen := 0; len(queue) > 0 && seen < maxNodes; seen++ {
		switch v := queue[0].(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			d.thing(v)
			if graph, ok := v["@graph"]; ok {
				queue = append(queue, graph)
			}
		}
		queue = queue[1:]
	}
}

// thing reads an article of schema.org: NewsArticle, Article, BlogPosting.
func (d *description) thing(v map[string]any) {
	kind, _ := v["@type"].(string)
	if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") {
		return
	}
	if headline, ok := v["headline"].(string); ok && headline != "" {
		d.titles = append(d.titles, tidy(html.UnescapeString(headline)))
	}
	if day, ok := v["datePublished"].(string); ok {
		d.day(day)
	}
}
