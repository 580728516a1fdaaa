package crawl

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlanTellsWhatWouldBeFetched(t *testing.T) {
	d := newDiscovered(t, "  sitemaps: [/so-do.xml]\n  feeds: [/rss]\n  lists:\n"+
		"    - {id: tin, starts: [/tin], items: ['.tin a'], pages: {query: page}}\n"+
		"    - {id: api, json: {items: data, link: u, last: cuoi}, pages: {address: '/api?p={n}'}}\n"+
		"    - {id: mat, starts: [/mat/ds], items: [a], pages: {query: page}}\n"+
		"  ids:\n    - {id: cu, address: '/chi-tiet?id={n}', from: 1, to: 100, misses: 4}\n", articlesInAll)
	d.mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "User-agent: *\nDisallow: /mat/\nCrawl-delay: 2\nSitemap: "+d.site.URL+"/muc-luc.xml\n")
	})
	d.page("GET /muc-luc.xml", func(*http.Request) string {
		return "<sitemapindex><sitemap><loc>" + d.site.URL + "/so-do.xml</loc></sitemap></sitemapindex>"
	})
	d.page("GET /so-do.xml", func(*http.Request) string {
		return "<urlset><url><loc>" + d.site.URL + "/bai/1.html</loc></url><url><loc>" + d.site.URL + "/bai/9.html</loc></url></urlset>"
	})
	d.page("GET /tin", func(*http.Request) string { return onPage(entries(0, articlesInAll) + "<a href='?page=5'>cuối</a>") })
	d.page("GET /api", func(*http.Request) string { return `{"cuoi":3,"data":[{"u":"/bai/20.html"},{"u":"/bai/21.html"}]}` })
	p, _ := d.known.ByID("cong")
	c := New(Parts{Portals: d.known, Now: d.parts().Now}, d.opts, []Seed{{Name: p.ID, Starts: []Address{d.address("/")}, Portal: p, Hosts: p.Hosts}})
	plans, err := c.Plan(context.Background())
	if err != nil || len(plans) != 1 {
		t.Fatalf("%+v, %v", plans, err)
	}
	var got []string
	for _, s := range plans[0].Steps {
		got = append(got, fmt.Sprintf("%s %s %v %d/%d %s", s.Kind, strings.TrimPrefix(s.URL, d.site.URL), s.Allowed, s.Entries, s.Pages, s.Note))
	}
	want := []string{
		"seed / true 0/0 ",
		"sitemap /muc-luc.xml true 0/0 mục lục của 1 sơ đồ",
		"sitemap /so-do.xml true 2/0 ",
		"feed /rss true 0/0 không có ở địa chỉ này (mã 404)",
		"list /tin true 5/5 ",
		"list /api?p=1 true 2/3 ",
		"list /mat/ds false 0/0 robots.txt của cổng không cho thu thập",
		"ids /chi-tiet?id=1 true 100/0 nhiều nhất; dừng sau 4 số trống liền nhau",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	// 7 steps, 99 more numbers, 8 known articles, and behind the first pages 4 × (1 + 5) and 2 × (1 + 2).
	if n := plans[0].Requests; n != 7+99+8+24+6 {
		t.Errorf("%d requests", n)
	}
	if len(d.askedFor("/bai"))+len(d.askedFor("/mat"))+len(d.askedFor("/chi-tiet")) > 0 || d.times("/") > 0 {
		t.Errorf("a plan asked for %v", d.asked)
	}
}
