package crawl

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/store"
)

const articlesInAll = 23 // five pages of five, the last one not full

func TestListsByAddress(t *testing.T) {
	tests := []struct {
		name, rules, pattern string
		pager                string // link of the page before to page %d
		page                 func(*http.Request) int
		asked                []string
	}{
		{
			"query", "{starts: ['/tin?loai=2'], items: ['.tin a'], pages: {query: page}}", "GET /tin", "/tin?loai=2&page=%d",
			func(r *http.Request) int { return number(r.FormValue("page"), 1) - 1 },
			[]string{"/tin?loai=2", "/tin?loai=2&page=2", "/tin?loai=2&page=3", "/tin?loai=2&page=4", "/tin?loai=2&page=5", "/tin?loai=2&page=6"},
		},
		{
			"offset", "{starts: [/tin], items: ['.tin a'], pages: {query: start, first: 0, step: 5}}", "GET /tin", "?start=%d0",
			func(r *http.Request) int { return number(r.FormValue("start"), 0) / 5 },
			[]string{"/tin", "/tin?start=5", "/tin?start=10", "/tin?start=15", "/tin?start=20", "/tin?start=25"},
		},
		{
			"path", "{starts: [/tin/], items: ['.tin a'], pages: {path: 'page/{n}/'}}", "GET /tin/{rest...}", "/tin/page/%d/",
			func(r *http.Request) int {
				return number(strings.Trim(strings.TrimPrefix(r.PathValue("rest"), "page/"), "/"), 1) - 1
			},
			[]string{"/tin/", "/tin/page/2/", "/tin/page/3/", "/tin/page/4/", "/tin/page/5/", "/tin/page/6/"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDiscovered(t, "  lists:\n    - "+strings.Replace(tt.rules, "{", "{id: tin, ", 1), articlesInAll)
			d.page(tt.pattern, func(r *http.Request) string {
				n := tt.page(r)
				return onPage(entries(n, articlesInAll) + fmt.Sprintf(`<a href="`+tt.pager+`">sau</a>`, n+2))
			})
			d.run()
			d.wantAll(articlesInAll)
			if diff := cmp.Diff(tt.asked, d.askedFor("/tin")); diff != "" {
				t.Errorf("pages asked for (-want +got):\n%s", diff)
			}
		})
	}
}

func number(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return otherwise
}

func TestListBehindAButton(t *testing.T) {
	tests := map[string]struct{ rules, body string }{
		"JSON by GET":           {"{json: {items: data, link: url, title: ten, total: tong}, pages: {address: '/api?trang={n}'}}", ""},
		"JSON by a form":        {"{json: {items: data, link: url}, pages: {address: /api, form: 'trang={n}&loai=2'}}", "trang=%d&loai=2"},
		"JSON by JSON":          {`{json: {items: data, link: url}, pages: {address: /api, form: '{"trang":{n}}'}}`, `{"trang":%d}`},
		"fragments from a form": {"{starts: [/manh], items: [a], pages: {address: /manh, form: 'trang={n}'}}", "trang=%d"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDiscovered(t, "  lists:\n    - "+strings.Replace(tt.rules, "{", "{id: tin, ", 1), articlesInAll)
			serve := func(w http.ResponseWriter, r *http.Request, page int) {
				if r.URL.Path == "/manh" {
					fmt.Fprint(w, entries(page, articlesInAll))
					return
				}
				w.Header().Set("Content-Type", "application/json")
				var items []string
				for i := 5 * page; i < min(5*page+5, articlesInAll); i++ {
					items = append(items, fmt.Sprintf(`{"url":"/bai/%d.html","ten":"Bài %[1]d"}`, i))
				}
				fmt.Fprintf(w, `{"tong":%d,"data":[%s]}`, articlesInAll, strings.Join(items, ","))
			}
			handle := func(w http.ResponseWriter, r *http.Request) {
				page := number(r.URL.Query().Get("trang"), 1)
				if r.Method == http.MethodPost {
					var body bytes.Buffer
					body.ReadFrom(r.Body) //nolint:errcheck // a loopback body
					if _, err := fmt.Sscanf(body.String(), tt.body, &page); err != nil {
						http.Error(w, body.String(), http.StatusBadRequest)
						return
					}
				}
				serve(w, r, page-1)
			}
			d.mux.HandleFunc("/api", handle)
			d.mux.HandleFunc("/manh", handle)
			d.run()
			d.wantAll(articlesInAll)
		})
	}
}

func TestSitemapsAndFeeds(t *testing.T) {
	d := newDiscovered(t, "  sitemaps: [/thieu.xml]\n  feeds: [/rss/tin, /thieu.rss]\n", 12)
	loc := func(path string) string { return "<loc>" + d.site.URL + path + "</loc>" }
	answers := map[string]string{
		"/robots.txt": "User-agent: *\nAllow: /\nSitemap: " + d.site.URL + "/sitemap-index.xml\n",
		"/sitemap-index.xml": "<sitemapindex><sitemap>" + loc("/sitemap-1.xml.gz") + "</sitemap><sitemap>" + loc("/sitemap-2.xml") +
			"</sitemap><sitemap>" + loc("/sitemap-index.xml") + "</sitemap></sitemapindex>",
		"/sitemap-1.xml.gz": "<urlset><url>" + loc("/bai/0.html") + "</url><url>" + loc("/bai/1.html") + "</url><url><loc>http://other.invalid/x</loc></url></urlset>",
		"/sitemap-2.xml":    "<sitemapindex><sitemap>" + loc("/sitemap-index.xml") + "</sitemap><sitemap>" + loc("/sitemap-3.xml") + "</sitemap></sitemapindex>",
		"/sitemap-3.xml":    "<urlset><url>" + loc("/bai/2.html") + "</url></urlset>",
		"/rss/tin":          "<rss version='2.0'><channel><item><link>/bai/3.html</link></item></channel></rss>",
		"/rss/vanban":       "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/bai/4.html'/></entry></feed>",
	}
	for path, body := range answers {
		d.mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			if strings.HasSuffix(path, ".gz") {
				zip := gzip.NewWriter(w)
				defer zip.Close()
				fmt.Fprint(zip, body)
				return
			}
			fmt.Fprint(w, body)
		})
	}
	d.page("GET /home/", func(*http.Request) string {
		return `<html><head><link rel="alternate" type="application/atom+xml" href="/rss/vanban"></head><body>` + article("Trang chủ") + "</body></html>"
	})
	p, _ := d.known.ByID("cong")
	seed := Seed{Name: p.ID, Starts: []Address{d.address("/home/")}, Portal: p, Hosts: p.Hosts}
	if _, err := New(d.parts(), d.opts, []Seed{seed}).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.wantAll(5)
	for _, path := range []string{"/sitemap-index.xml", "/sitemap-1.xml.gz", "/sitemap-2.xml", "/sitemap-3.xml", "/rss/tin", "/rss/vanban", "/thieu.xml", "/thieu.rss"} {
		if n := d.times(path); n != 1 {
			t.Errorf("%s was asked for %d times", path, n)
		}
	}
}

func TestNumberedPagesEndBehindTheirGap(t *testing.T) {
	d := newDiscovered(t, "  ids:\n    - {id: cu, address: '/chi-tiet?id={n}', from: 1, to: 500, misses: 4}\n", 0)
	exists := map[int]bool{1: true, 4: true, 8: true, 15: true} // 15 is behind a gap of more than four
	d.mux.HandleFunc("GET /chi-tiet", func(w http.ResponseWriter, r *http.Request) {
		if !exists[number(r.FormValue("id"), 0)] {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, prose("bài cũ "+r.FormValue("id")))
	})
	sum := d.run()
	if asked := d.askedFor("/chi-tiet"); len(asked) != 12 || d.times("/chi-tiet?id=12") != 1 {
		t.Errorf("asked for %v", asked)
	}
	if sum.Pages != 4 || sum.Failed != 0 {
		t.Errorf("%d pages, %d failed; want the home page and three, and no failure", sum.Pages, sum.Failed)
	}
}

func TestARangeGrowsWithItsPortal(t *testing.T) {
	d := newDiscovered(t, "  ids:\n    - {id: bai, address: '/chi-tiet?id={n}', from: 1, to: 10, misses: 4}\n", 0)
	newest := 13
	d.mux.HandleFunc("GET /chi-tiet", func(w http.ResponseWriter, r *http.Request) {
		n := number(r.FormValue("id"), 0)
		if n > newest || n == 5 {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, prose("bài "+r.FormValue("id")))
	})
	pages := func() int { return d.run().Pages - 1 } // but the home page
	if n := pages(); n != 12 || d.times("/chi-tiet?id=17") != 1 || d.times("/chi-tiet?id=18") != 0 {
		t.Errorf("%d pages, asked for %v", n, d.askedFor("/chi-tiet"))
	}
	newest = 15
	d.ahead = 2 * time.Hour
	if n := pages(); n != 14 || d.times("/chi-tiet?id=19") != 1 {
		t.Errorf("two hours later: %d pages, asked for %v", n, d.askedFor("/chi-tiet"))
	}
	gap := d.times("/chi-tiet?id=5")
	d.ahead = 6 * time.Hour // the end is asked for again, the gap inside only on another day
	if n := pages(); n != 14 || d.times("/chi-tiet?id=16") < 3 || d.times("/chi-tiet?id=5") != gap || d.times("/chi-tiet?id=4") != 1 {
		t.Errorf("six hours later: %d pages, asked for %v", n, d.askedFor("/chi-tiet"))
	}
}

func TestListsAreAskedAgainInTheNextRun(t *testing.T) {
	d := newDiscovered(t, "  lists:\n    - {id: tin, starts: [/tin], items: ['.tin a'], pages: {query: page}}\n", articlesInAll)
	shown := 12
	d.page("GET /tin", func(r *http.Request) string { return onPage(entries(number(r.FormValue("page"), 1)-1, shown)) })
	d.run()
	if got := d.found(articlesInAll); len(got) != shown {
		t.Fatalf("found %v", got)
	}
	shown = articlesInAll
	d.run()
	d.wantAll(articlesInAll)
	if n := d.times("/tin?page=2"); n != 2 {
		t.Errorf("page 2 was asked for %d times in two runs", n)
	}
}

func TestAListWithoutEntriesIsTold(t *testing.T) {
	d := newDiscovered(t, "  lists:\n    - {id: tin, starts: [/tin], items: ['.mau-cu a'], pages: {query: page}}\n", 3)
	d.page("GET /tin", func(*http.Request) string { return onPage(entries(0, 3)) })
	d.run()
	runs, err := d.store.Runs(t.Context(), 1)
	if err != nil || len(runs) != 1 || len(runs[0].Faults) != 1 || runs[0].Faults[0].Kind != store.FaultTemplate {
		t.Fatalf("runs %+v, %v", runs, err)
	}
	if runs[0].Ended.IsZero() || runs[0].Portal != "cong" || runs[0].Articles == 0 {
		t.Errorf("run %+v", runs[0])
	}
}

// TestACopyIsDiscoveredByItsPortalsRules crawls a portal from an address that
// nothing but its title tells the portal of; its front page links to the list.
func TestACopyIsDiscoveredByItsPortalsRules(t *testing.T) {
	d := newDiscovered(t, "  lists:\n    - {id: tin, starts: [/tin], items: ['.tin a'], pages: {query: page}}\n", articlesInAll)
	d.page("GET /tin", func(r *http.Request) string { return onPage(entries(number(r.FormValue("page"), 1)-1, articlesInAll)) })
	d.page("GET /vao/", func(*http.Request) string {
		return "<html><head><title>Cổng mẫu</title></head><body><a href='/tin'>Tin tức</a></body></html>"
	})
	d.mustCrawl("/vao/")
	d.wantAll(articlesInAll)
}
