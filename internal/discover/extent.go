package discover

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"tracuu/internal/portal"
)

// extent is how many pages a list has, by the largest number that the links of
// its page lead to; 0 when none tells. Pagers that show a window of numbers
// without the last one make it too small: it is for plans, never for an end.
func extent(l *portal.List, doc *html.Node, base *url.URL) int {
	largest := -1
	if l.Pages.By == portal.ByPostback {
		largest = largestEvent(l.Pages, doc)
	} else {
		shape := numberShape(l.Pages, base)
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "a" || shape == nil {
				continue
			}
			u, err := base.Parse(strings.TrimSpace(attr(n, "href")))
			if err != nil || u.Host != base.Host {
				continue
			}
			if m := shape.FindStringSubmatch(u.RequestURI()); m != nil {
				largest = max(largest, atoi(m[1]))
			}
		}
	}
	if largest < l.Pages.First {
		return 0
	}
	return (largest-l.Pages.First)/l.Pages.Step + 1
}

// OwnPages tells which addresses, met on a page of a list, are pages of the same
// list: the list goes there by itself.
func OwnPages(l *portal.List, pageURL string) func(address string) bool {
	base, err := url.Parse(pageURL)
	shape := numberShape(l.Pages, base)
	if err != nil || shape == nil {
		return func(string) bool { return false }
	}
	return func(address string) bool {
		u, err := url.Parse(address)
		return err == nil && u.Host == base.Host && shape.MatchString(u.RequestURI())
	}
}

// largestEvent is the largest number in a pager of ASP.NET; -1 when it has none.
func largestEvent(p portal.Pages, doc *html.Node) int {
	largest := -1
	for n := range p.Postback.All(doc) {
		e, ok := eventOf(n)
		if !ok {
			continue
		}
		largest = max(largest, atoi(caption(n)))
		if page, of := strings.CutPrefix(e.argument, "Page$"); of {
			largest = max(largest, atoi(page))
		}
	}
	return largest
}

// numberShape matches the path and query of a link to a page of the list, the
// number as its only group; nil when links do not tell.
func numberShape(p portal.Pages, base *url.URL) *regexp.Regexp {
	const digits = `(\d{1,7})`
	var expr string
	switch {
	case base == nil:
		return nil
	case p.By == portal.ByQuery:
		expr = `^` + regexp.QuoteMeta(base.EscapedPath()) + `\?(?:.*&)?` + regexp.QuoteMeta(url.QueryEscape(p.Query)) + `=` + digits + `(?:&|$)`
	case p.By == portal.ByPath:
		list := strings.TrimSuffix(listPath(p.Path, base.Path), "/") + "/"
		expr = `^` + template(list+strings.TrimPrefix(p.Path, "/"), digits) + `/?$`
	case p.Address != "" && p.Form == "":
		u, err := base.Parse(strings.ReplaceAll(p.Address, numberMark, "0"))
		if err != nil || u.Host != base.Host {
			return nil
		}
		_, path, _ := strings.Cut(p.Address, u.Host)
		if path == "" || !strings.Contains(p.Address, "://") {
			path = p.Address
		}
		expr = `^` + template(path, digits) + `$`
	default:
		return nil
	}
	shape, err := regexp.Compile(expr)
	if err != nil {
		return nil
	}
	return shape
}

func template(path, digits string) string {
	before, after, _ := strings.Cut(strings.TrimSuffix(path, "/"), numberMark)
	return regexp.QuoteMeta(before) + digits + regexp.QuoteMeta(after)
}

// atoi reads a number of at most seven digits, -1 for anything else.
func atoi(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 || n > 9_999_999 {
		return -1
	}
	return n
}
