package page

import (
	"fmt"
	"slices"
	"testing"

	"tracuu/data"
	"tracuu/internal/portal"
)

// A list's pager that leads home is followed by number; one that works is not
// doubled, and a last page has no next.
func TestBrokenPagerIsFollowedByNumber(t *testing.T) {
	registry, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	const frame = `<html><head><script src="/_layouts/LacVietBio/a.js"></script></head><body>
<div class="snCenter"><a class="a_header_style1">Tin tức</a><a href="/tin-mot">Tin một của huyện</a>%s</div></body></html>`
	for _, c := range []struct{ at, pager, want string }{
		{"http://a.vn/tin-tuc/", `<ul class="pagination"><a href="/">Trang sau</a></ul>`, "http://a.vn/tin-tuc/page/2/"},
		{"http://a.vn/tin-tuc/page/2/", `<ul class="pagination"><a href="/">Trang trước</a><a href="/">Trang sau</a></ul>`, "http://a.vn/tin-tuc/page/3/"},
		{"http://a.vn/tin-tuc/", `<ul class="pagination"><a href="/tin-tuc/page/2">Trang sau</a></ul>`, ""},
		{"http://a.vn/tin-tuc/page/4/", `<ul class="pagination"><a href="/">Trang trước</a></ul>`, ""},
	} {
		body := []byte(fmt.Sprintf(frame, c.pager))
		p, err := Read(Input{URL: c.at, Body: body, Registry: registry})
		if err != nil {
			t.Fatal(err)
		}
		has := slices.ContainsFunc(p.Links, func(l Link) bool { return l.URL == c.want })
		guessed := slices.ContainsFunc(p.Links, func(l Link) bool { return l.Text == "" && l.Kind == LinkList })
		if c.want != "" && !has || c.want == "" && guessed {
			t.Errorf("%s with %s: links %v", c.at, c.pager, p.Links)
		}
	}
}
