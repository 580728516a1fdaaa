package discover

import (
	"net/url"
	"strconv"
	"strings"

	"tracuu/internal/portal"
)

const numberMark = "{n}"

// First lists the requests that a list begins with. origin is the address
// where the crawl starts: paths are those of its host.
func First(l *portal.List, origin *url.URL) []Request {
	if len(l.Starts) == 0 {
		if r := numbered(l.Pages, origin, 0); r != nil {
			return []Request{*r}
		}
		return nil
	}
	var all []Request
	for _, start := range l.Starts {
		if u, err := origin.Parse(start); err == nil {
			all = append(all, Request{URL: u.String()})
		}
	}
	return all
}

// numbered is the request of the page at an index of a list whose page at base
// was read; nil when it cannot be made.
func numbered(p portal.Pages, base *url.URL, index int) *Request {
	n := strconv.Itoa(p.First + index*p.Step)
	u := *base
	u.Fragment, u.RawFragment = "", ""
	switch p.By {
	case portal.ByQuery:
		u.RawQuery = withParam(u.RawQuery, p.Query, n)
	case portal.ByPath:
		u.RawPath = ""
		u.Path = strings.TrimSuffix(listPath(p.Path, u.Path), "/") + "/" +
			strings.ReplaceAll(strings.TrimPrefix(p.Path, "/"), numberMark, n)
	case portal.ByTemplate:
		if p.Address != "" {
			to, err := base.Parse(strings.ReplaceAll(p.Address, numberMark, n))
			if err != nil {
				return nil
			}
			u = *to
		}
		return &Request{URL: u.String(), Form: strings.ReplaceAll(p.Form, numberMark, n)}
	default:
		return nil
	}
	return &Request{URL: u.String()}
}

// withParam sets a parameter of a query and leaves the others as they are
// written, in their order.
func withParam(query, name, value string) string {
	set := url.QueryEscape(name) + "=" + url.QueryEscape(value)
	var kept []string
	placed := false
	for _, param := range strings.Split(query, "&") {
		key, _, _ := strings.Cut(param, "=")
		if plain, err := url.QueryUnescape(key); err == nil && plain == name {
			if placed {
				continue
			}
			param, placed = set, true
		}
		if param != "" {
			kept = append(kept, param)
		}
	}
	if !placed {
		kept = append(kept, set)
	}
	return strings.Join(kept, "&")
}

// listPath cuts a page's number off a path: the path of the list itself.
func listPath(template, path string) string {
	before, after, _ := strings.Cut(strings.Trim(template, "/"), numberMark)
	trimmed := strings.TrimSuffix(strings.TrimSuffix(path, "/"), strings.TrimSuffix(after, "/"))
	digits := strings.TrimRight(trimmed, "0123456789")
	if digits == trimmed || !strings.HasSuffix(digits, "/"+before) {
		return path
	}
	return strings.TrimSuffix(digits, before)
}
