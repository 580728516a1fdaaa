package discover

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"tracuu/internal/portal"
)

// Page is one page of a list as it was answered.
type Page struct {
	URL       string // that was asked for, absolute
	MediaType string // as declared
	Body      []byte
	At        Position
}

// Found is what a page of a list gave.
type Found struct {
	Entries []Entry
	Next    *Request // the page after it; nil at the end
	Then    Position // of Next
	// Pages is how many pages the list has as far as this one tells, 0 when it
	// does not.
	Pages int
}

// ReadList reads a page of a list. An error means that the page is not what
// the list's rule says it is.
func ReadList(l *portal.List, p Page) (Found, error) {
	base, err := url.Parse(p.URL)
	if err != nil {
		return Found{}, fmt.Errorf("địa chỉ %q: %w", p.URL, err)
	}
	if l.JSON != nil {
		return readJSON(l, p, base)
	}
	doc, err := parse(p)
	if err != nil {
		return Found{}, err
	}
	base = rebased(doc, base)
	found := Found{Entries: links(l.Items, doc, base), Pages: extent(l, doc, base)}
	own := digest(found.Entries)
	if l.Items.Empty() { // a family's pager: all links of the page tell it from others
		own = digest(links(anyLink(), doc, base))
	}
	then, more := p.At.next(own)
	if !more || then.Page >= l.Most {
		return found, nil
	}
	found.Then = then
	if l.Pages.By == portal.ByPostback {
		found.Next = postback(l.Pages, doc, base, then.Page)
		return found, nil
	}
	found.Next = numbered(l.Pages, base, then.Page)
	return found, nil
}

func parse(p Page) (*html.Node, error) {
	r, err := charset.NewReader(bytes.NewReader(p.Body), p.MediaType)
	if err != nil {
		return nil, fmt.Errorf("trang danh sách: %w", err)
	}
	doc, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("trang danh sách không đọc được: %w", err)
	}
	return doc, nil
}

// rebased takes the page's <base> into account.
func rebased(doc *html.Node, base *url.URL) *url.URL {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "base" {
			if u, err := base.Parse(strings.TrimSpace(attr(n, "href"))); err == nil && u.Host != "" {
				return u
			}
		}
	}
	return base
}

// links collects the links that items selects, or that lie inside of what it
// selects.
func links(items portal.Selector, doc *html.Node, base *url.URL) []Entry {
	var found collector
	for n := range items.All(doc) {
		if href := attr(n, "href"); href != "" {
			found.add(base, href, text(n))
			continue
		}
		for in := range n.Descendants() {
			if in.Type == html.ElementNode && in.Data == "a" {
				found.add(base, attr(in, "href"), text(in))
			}
		}
	}
	return found.entries
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is the words of an element with single blanks.
func text(n *html.Node) string {
	var b strings.Builder
	for in := range n.Descendants() {
		if in.Type == html.TextNode {
			b.WriteString(in.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
