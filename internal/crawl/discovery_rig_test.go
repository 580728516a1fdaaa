package crawl

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// discovered is a portal whose articles no page links to: they are found by
// its rules or not at all.
type discovered struct {
	*rig
	mux *http.ServeMux
}

// newDiscovered serves the home page and /bai/N.html for N below articles, and
// knows the portal under the rules, as they are written below discovery.
func newDiscovered(t *testing.T, rules string, articles int) *discovered {
	t.Helper()
	d := &discovered{mux: http.NewServeMux()}
	d.rig = newRig(t, d.mux)
	d.page("GET /{$}", func(*http.Request) string { return article("Trang chủ") })
	d.mux.HandleFunc("GET /bai/{name}", func(w http.ResponseWriter, r *http.Request) {
		n := 0
		if _, err := fmt.Sscanf(r.PathValue("name"), "%d.html", &n); err != nil || n < 0 || n >= articles {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, prose(fmt.Sprintf("việc số %d", n)))
	})
	known, err := portal.Load(fstest.MapFS{
		"families/any.yaml": {Data: []byte("id: any\nfallback: true\nlists: ['[?&](page|start)=', '/page/']\nlayouts:\n  - {id: a, kind: article, region: [body], title: {select: [h1]}}\n")},
		"families/luoi.yaml": {Data: []byte("id: luoi\nrecognise: {select: ['#aspnetForm.luoi']}\ndiscovery: {sitemaps: [/so-do.xml], postback: {select: ['.trang a']}}\n" +
			"layouts:\n  - {id: l, kind: list, region: [.luoi], title: {select: [h1]}}\n")},
		"p.yaml": {Data: []byte("id: cong\nhosts: [cong.example, 127.0.0.1]\ntitles: ['^Cổng mẫu']\ndiscovery:\n" + rules)},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.known = known
	return d
}

func (d *discovered) page(pattern string, body func(*http.Request) string) {
	d.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, body(r))
	})
}

// run crawls the portal by its id.
func (d *discovered) run() Summary {
	d.t.Helper()
	p, _ := d.known.ByID("cong")
	s, err := New(d.parts(), d.opts, []Seed{{Name: p.ID, Starts: []Address{d.address("/")}, Portal: p, Hosts: p.Hosts}}).Run(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// found lists which of the first n articles are stored.
func (d *discovered) found(n int) []int {
	d.t.Helper()
	var all []int
	for i := range n {
		if _, err := d.store.Article(d.t.Context(), model.ArticleID(d.address(fmt.Sprintf("/bai/%d.html", i)).Page)); err == nil {
			all = append(all, i)
		}
	}
	return all
}

// wantAll checks that all articles are stored and that each was asked for once.
func (d *discovered) wantAll(articles int) {
	d.t.Helper()
	if got := d.found(articles); len(got) != articles {
		d.t.Errorf("found %d of %d articles: %v", len(got), articles, got)
	}
	for i := range articles {
		if n := d.times(fmt.Sprintf("/bai/%d.html", i)); n != 1 {
			d.t.Errorf("article %d was asked for %d times", i, n)
		}
	}
	if failed := d.reasons(); len(failed) > 0 {
		d.t.Errorf("failures: %v", failed)
	}
}

// entries is the list part of a page: five articles from number on, none
// behind the last.
func entries(page, articles int) string {
	var b strings.Builder
	b.WriteString(`<h1>Tin tức</h1><ul class="tin">`)
	for i := 5 * page; i < min(5*page+5, articles); i++ {
		fmt.Fprintf(&b, `<li><a href="/bai/%d.html">Bài %[1]d</a></li>`, i)
	}
	return b.String() + "</ul>"
}

// prose is an article that is long enough to be told from an error page.
func prose(title string) string {
	return article(title) + "<p>Kế hoạch nêu mục tiêu, nhiệm vụ và giải pháp của từng phòng, ban, đơn vị và Ủy ban nhân dân các xã trong năm.</p>"
}

func onPage(body string) string { return "<html><body>" + body + "</body></html>" }

// askedFor lists the requests to a path, in order, each with its query.
func (d *discovered) askedFor(path string) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(d.asked), func(s string) bool { return !strings.HasPrefix(s, path) })
}
