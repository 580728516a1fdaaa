package discover

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

const (
	maxNamedFeeds = 10
	maxHead       = 256 << 10 // bytes of a page that are looked through for its head
)

// NamedFeeds lists the feeds that the head of a page at base names. Feeds of
// comments are left out: they lead to nothing new.
func NamedFeeds(base *url.URL, body []byte) []string {
	z := html.NewTokenizer(bytes.NewReader(body[:min(len(body), maxHead)]))
	var found collector
	for len(found.entries) < maxNamedFeeds {
		switch z.Next() {
		case html.ErrorToken:
			return addresses(found.entries)
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			if token.Data == "body" {
				return addresses(found.entries)
			}
			if href := namedFeed(token); href != "" {
				found.add(base, href, "")
			}
		}
	}
	return addresses(found.entries)
}

func namedFeed(token html.Token) string {
	if token.Data != "link" {
		return ""
	}
	at := map[string]string{}
	for _, a := range token.Attr {
		at[a.Key] = strings.TrimSpace(a.Val)
	}
	kind := strings.ToLower(at["type"])
	if !strings.EqualFold(at["rel"], "alternate") || kind != "application/rss+xml" && kind != "application/atom+xml" {
		return ""
	}
	if about := strings.ToLower(at["href"] + at["title"]); strings.Contains(about, "comment") || strings.Contains(about, "bình luận") {
		return ""
	}
	return at["href"]
}

func addresses(entries []Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.URL)
	}
	return all
}
