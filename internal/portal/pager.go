package portal

import (
	"regexp"
	"strconv"
	"strings"
)

// Pager tells how a family parts long lists into pages, for lists whose link to
// the next page is there but leads nowhere, as static copies often have it.
type Pager struct {
	Link  Selector // the links of the pager
	Words Pattern  // of the link to the next page
	path  string   // behind the list's own path, {n} is the number: "page/{n}/"
	shape *regexp.Regexp
}

const pageNumber = "{n}"

// Empty tells that the family has no such rule.
func (p Pager) Empty() bool { return p.path == "" }

// Next returns the path of the page after the one at path: the second page of
// a list, or the one with the next number.
func (p Pager) Next(path string) string {
	n := 2
	if m := p.shape.FindStringSubmatchIndex(path); m != nil {
		if shown, err := strconv.Atoi(path[m[2]:m[3]]); err == nil {
			n = shown + 1
		}
		path = path[:m[0]]
	}
	return strings.TrimSuffix(path, "/") + "/" + strings.ReplaceAll(p.path, pageNumber, strconv.Itoa(n))
}

func (c *compiler) pager(f pagerFile) Pager {
	if f.Path == "" && len(f.Select) == 0 && f.Words == "" {
		return Pager{}
	}
	if strings.Count(f.Path, pageNumber) != 1 || len(f.Select) == 0 || f.Words == "" {
		c.fail("$.next", "needs select, words and a path with one %s", pageNumber)
		return Pager{}
	}
	before, after, _ := strings.Cut(strings.Trim(f.Path, "/"), pageNumber)
	return Pager{
		Link: c.selector("$.next.select", f.Select), Words: c.pattern("$.next.words", f.Words),
		path:  strings.TrimPrefix(f.Path, "/"),
		shape: regexp.MustCompile(`/` + regexp.QuoteMeta(before) + `(\d{1,6})` + regexp.QuoteMeta(after) + `/?$`),
	}
}

// Numbered puts a number into a template that has {n}.
func Numbered(template string, n int) string {
	return strings.ReplaceAll(template, pageNumber, strconv.Itoa(n))
}
